import { words } from "../../text/message";
import { defineRule } from "../rule";
import { dataStores } from "./resources/data-stores";

/** Reports a resource with data that was deleted outside of Terraform. */
export const driftGone = defineRule({
  code: "drift-gone",
  section: "drift",
  level: "attention",
  title: "gone outside of Terraform",
  what: "A resource that holds data and was deleted outside of Terraform.",
  why: "The plan creates an empty one in its place.",
  bad: "Someone deleted `aws_s3_bucket.raw` in the console; the plan creates an empty one.",
  good: "Someone deleted an alarm in the console.",
  source: "https://developer.hashicorp.com/terraform/tutorials/state/resource-drift",
  looksAt: "drift",
  check({ relevant, action, type }) {
    const isGone = relevant.length === 0 && action === "delete" && dataStores.has(type);
    return isGone ? [{ message: words("it was deleted elsewhere") }] : [];
  },
});
