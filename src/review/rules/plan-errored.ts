import { words } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a plan that Terraform did not finish because of an error. */
export const planErrored = defineRule({
  code: "plan-errored",
  section: "plan",
  level: "danger",
  title: "plan failed",
  what: "A plan that Terraform did not finish because of an error.",
  why: "The review can only show what is in the plan.",
  bad: '`terraform plan` ends with an error; the JSON of its plan has `"errored": true`.',
  good: "`terraform plan` ends without an error.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "plan",
  check: ({ errored }) =>
    errored ? [{ message: words("Terraform stopped at an error: what comes after it is missing") }] : [],
});
