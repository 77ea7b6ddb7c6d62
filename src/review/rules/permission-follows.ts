import { defineRule } from "../rule";

/** Reports a statement whose resource is replaced, so that it now contains the new ARN. */
export const permissionFollows = defineRule({
  code: "permission-follows",
  section: "permissions-gained",
  level: "note",
  title: "same permissions on a replaced resource",
  what: "A statement that named the ARN of a resource that the plan replaces, and now names the new one. It is attention where what follows the new ARN is known only after apply, and may be wider.",
  why: "The permissions stay the same. Whatever is still kept under the old ARN is no longer in them.",
  bad: "The plan replaces `aws_kms_key.lake`, and a policy with `resources = [aws_kms_key.lake.arn]` gets the ARN of the new key.",
  good: "The ARN changes to that of another key: this is `permission-widened`.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "permissions",
});
