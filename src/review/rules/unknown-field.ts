import { say } from "../../text/message";
import { defineRule } from "../rule";

/** Reports a part of a plan that this version of tfwright does not know. */
export const unknownField = defineRule({
  code: "unknown-field",
  section: "plan",
  level: "attention",
  title: "unknown field",
  what: "A part of the plan that this version of tfwright does not know.",
  why: "A newer Terraform may describe changes in it.",
  bad: "A newer Terraform writes `action_invocations` into the plan, which this version does not read.",
  good: "A plan in which every field is known.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "plan",
  // The rule unknown-action reports unknown actions at their resources.
  check: ({ unknown }) =>
    unknown.filter((name) => !name.startsWith("action ")).map((name) => ({ message: say`${name}` })),
});
