import { words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a resource that is no longer protected by `prevent_destroy`. */
export const preventDestroyOff = defineRule({
  code: "prevent-destroy-off",
  section: "safeguards",
  level: "attention",
  title: "prevent_destroy taken off",
  what: "A resource that has `prevent_destroy = true` in the base branch and no longer has it. It is a danger if the plan destroys the resource. It needs `--base` and `--root`: a plan does not tell it.",
  why: "Terraform no longer refuses a plan that destroys it. The protection also ends when the block is removed.",
  bad: "`prevent_destroy = true` is removed from `aws_s3_bucket.lake`.",
  good: "The resource keeps it, or moves with it to another file of the same module.",
  source: "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy",
  looksAt: "unprotected",
  check: ({ isDestroyed }) =>
    isDestroyed
      ? [
          {
            message: words("the base branch protects it from being destroyed, and this plan destroys it"),
            level: "danger",
          },
        ]
      : [{ message: words("the base branch protects it from being destroyed; a later plan may destroy it") }],
});
