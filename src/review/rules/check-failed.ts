import { defineRule } from "../rule";
import { showProblems } from "./resources/check-problems";

/** Reports a check, precondition or postcondition that fails. */
export const checkFailed = defineRule({
  code: "check-failed",
  section: "plan",
  level: "attention",
  title: "check failed",
  what: "A check, precondition or postcondition that fails.",
  why: "The author of the check wanted to know this before apply.",
  bad: '`check "freshness"` fails: the table is older than a day.',
  good: "Every `check` block, precondition and postcondition passes.",
  source: "https://developer.hashicorp.com/terraform/language/checks",
  looksAt: "check-result",
  check: ({ status, problems }) =>
    status === "pass" || status === "unknown" ? [] : [{ message: showProblems(problems, "does not pass") }],
});
