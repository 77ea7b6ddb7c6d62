import { defineRule } from "../rule";

/** Reports a Deny statement that is removed. */
export const denyRemoved = defineRule({
  code: "deny-removed",
  section: "permissions-gained",
  level: "danger",
  title: "deny removed",
  what: "A Deny statement that is removed. One of a policy that is known only after apply is told by permission-unknown, because it may still be there.",
  why: "Requests that it blocked may now be allowed.",
  bad: 'A policy loses its statement `"Effect": "Deny"` on `s3:DeleteObject`.',
  good: "A policy gets one more Deny.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  looksAt: "permissions",
});
