import { defineRule } from "../rule";

/** Reports findings of the linter of severity security that the plan introduces. */
export const policySecurity = defineRule({
  code: "policy-security",
  section: "permissions-gained",
  level: "attention",
  title: "policy grants too much",
  what: "A finding of `tfwright lint` that the plan introduces, of severity security. Findings about iam:PassRole alone are details of `pass-role` and `pass-role-to-glue`, and a wide ARN of actions that only write logs, metrics and traces is a note.",
  why: "`tfwright explain RULE` explains the finding.",
  bad: 'A policy gets `"Action": "*"` on `"Resource": "*"`.',
  good: "A policy had the same finding before the plan.",
  looksAt: "permissions",
});
