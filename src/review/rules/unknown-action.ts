import { say } from "../../text/message";
import { defineRule } from "../rule";

/** Reports an action of a plan that this version of tfwright does not know. */
export const unknownAction = defineRule({
  code: "unknown-action",
  section: "plan",
  level: "danger",
  title: "unknown action",
  what: "An action that this version of tfwright does not know.",
  why: "A person must judge what it does.",
  bad: "A newer Terraform plans an action that is none of create, read, update, delete, forget and no-op.",
  good: 'A resource with the actions `["update"]`.',
  source: "https://developer.hashicorp.com/terraform/internals/json-format",
  looksAt: "state",
  check: ({ action, actions }) =>
    action === "unknown" ? [{ message: say`Terraform says ${actions.join(", ")}` }] : [],
});
