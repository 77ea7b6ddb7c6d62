import { defineRule } from "../rule";

/** Reports findings of the linter that the plan introduces, except those of severity security. */
export const policyLint = defineRule({
  code: "policy-lint",
  section: "policies",
  level: "note",
  title: "policy has a lint finding",
  what: "A finding of `tfwright lint` that the plan introduces, of a severity other than security. Errors are attention.",
  why: "`tfwright explain RULE` explains the finding.",
  bad: "A policy gets two statements that could be one.",
  good: "A policy had the same finding before the plan.",
  looksAt: "permissions",
});
