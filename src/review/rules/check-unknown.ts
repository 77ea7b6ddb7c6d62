import { defineRule } from "../rule";
import { showProblems } from "./resources/check-problems";

/** Reports a check whose result is known only after apply. */
export const checkUnknown = defineRule({
  code: "check-unknown",
  section: "plan",
  level: "note",
  title: "check not known yet",
  what: "A check whose result is known only after apply.",
  why: "It can make the apply fail.",
  bad: "A postcondition on the ARN of a role that this plan creates.",
  good: "A check over values that are known in the plan.",
  source: "https://developer.hashicorp.com/terraform/language/checks",
  looksAt: "check-result",
  check: ({ status, problems }) =>
    status !== "unknown" ? [] : [{ message: showProblems(problems, "can be told only after apply") }],
});
