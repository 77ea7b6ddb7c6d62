import type { Action } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
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
  check: ({ reason, change }) => {
    const what = ACTIONS[change.action] ?? change.actions.join(" and ");
    return [
      { message: say`${words(what)} waits for a later run: ${REASONS[reason] ?? words(reason.replaceAll("_", " "))}` },
    ];
  },
});

const ACTIONS: Partial<Readonly<Record<Action, string>>> = {
  create: "its creation",
  read: "its reading",
  update: "its change",
  delete: "its destruction",
  "replace-delete-first": "its replacement",
  "replace-create-first": "its replacement",
  "no-op": "what happens to it",
};

/** @see https://developer.hashicorp.com/terraform/internals/json-format `deferred_changes` */
const REASONS: Readonly<Record<string, Message>> = {
  instance_count_unknown: words("`count` or `for_each` is known only after apply"),
  resource_config_unknown: words("its arguments are known only after apply"),
  provider_config_unknown: words("the settings of its provider are known only after apply"),
  deferred_prereq: words("what it depends on is deferred"),
  absent_prereq: words("what it depends on is not there yet"),
};
