import { defineRule } from "../rule";

/** Reports actions on resources that a principal was not allowed before. */
export const permissionGained = defineRule({
  code: "permission-gained",
  section: "permissions-gained",
  level: "attention",
  title: "more is allowed",
  what: "Actions on resources that were not allowed before, over all policies of a principal. It is a note if these only write logs, metrics and traces, name the AWS service that a new role is for, or let an AWS service deliver events of the same account.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "A new statement allows `s3:PutObject` on `arn:aws:s3:::lake/*`.",
  good: "A statement is split into two that allow the same.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  looksAt: "permissions",
});
