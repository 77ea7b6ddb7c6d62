import { words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a plan that lacks parts because of `-target`, `-exclude` or deferred changes. */
export const planIncomplete = defineRule({
  code: "plan-incomplete",
  section: "plan",
  level: "attention",
  title: "plan is partial",
  what: "A plan that lacks parts because of `-target`, `-exclude` or deferred changes.",
  why: "The review can only show what is in the plan.",
  bad: "`terraform plan -target=aws_glue_job.this`",
  good: "`terraform plan`",
  source: "https://developer.hashicorp.com/terraform/cli/commands/plan",
  looksAt: "plan",
  // A plan with an error is never complete: plan-errored says so.
  check: ({ complete, errored }) =>
    complete || errored
      ? []
      : [{ message: words("`-target`, `-exclude` or a deferred change leaves parts out: plan again after apply") }],
});
