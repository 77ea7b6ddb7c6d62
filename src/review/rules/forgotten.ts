import { words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a resource that leaves the state but is not destroyed. */
export const forgotten = defineRule({
  code: "forgotten",
  section: "plan",
  level: "attention",
  title: "forgotten",
  what: "A resource that leaves the state but is not destroyed.",
  why: "Nobody manages it any more, and it continues to cost money.",
  bad: "`removed { from = aws_s3_bucket.raw` with `lifecycle { destroy = false } }`",
  good: "The bucket stays in the configuration.",
  looksAt: "state",
  check({ action }) {
    if (action === "forget") return [{ message: words("still exists, but Terraform no longer manages it") }];
    if (action !== "forget-create") return [];
    return [{ message: words("the old one still exists, but Terraform no longer manages it; a new one is created") }];
  },
});
