import { say, words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a change that Terraform defers to a later run. */
export const deferred = defineRule({
  code: "deferred",
  section: "plan",
  level: "attention",
  title: "deferred",
  what: "A change that Terraform defers to a later run.",
  why: "The review can only show what is in the plan.",
  bad: "A resource whose `for_each` is known only after apply, planned with `-allow-deferral`.",
  good: "The same resource once its `for_each` is known.",
  looksAt: "deferred",
  check: ({ reason, change }) => [
    { message: say`${words(change.action)} is deferred: ${reason.replaceAll("_", " ")}` },
  ],
});
