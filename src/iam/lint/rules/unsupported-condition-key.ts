import { say, words } from "../../../text/message";
import { isPositive } from "../../document/condition-operator";
import { defineRule } from "../define-rule";
import { allow, TRIGGERS } from "../example-policies";
import { actionsWithoutKey, remedyFor, reportOfSome, TAG_KEYS } from "../key-support";
import type { ParsedCondition } from "../parsed-condition";

import type { Report } from "../report";
import { listOf } from "../words";

/** Rule `unsupported-condition-key`: condition key without effect. */
export const unsupportedConditionKey = defineRule({
  code: "unsupported-condition-key",
  title: "condition key without effect",
  severity: "error",
  what: "A condition key that no action of the statement supports. If some of the actions support it, the finding is an info that lists the others. IfExists is exempt.",
  why: "The key is absent from each request, so the statement grants nothing, or the condition has no effect.",
  bad: allow("glue:GetTriggers", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:ResourceTag/team": "sales" } } }),
  source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
  accessAnalyzer: "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
  check: {
    comparesEntries: true,
    condition(parsedCondition) {
      const { condition, parsed } = parsedCondition;
      const names = actionsWithoutKey(parsedCondition);
      if (names.length === 0) return undefined;
      if (names.length === parsed.actions.length) return reportOfAll(parsedCondition, names);
      const isTag = TAG_KEYS.test(condition.key);
      return isTag || !parsed.allows || !isPositive(condition) ? undefined : reportOfSome(condition, names);
    },
  },
});

function reportOfAll({ condition, parsed }: ParsedCondition, names: readonly string[]): Report {
  const effect = isPositive(condition)
    ? `so the statement ${parsed.allows ? "allows" : "denies"} nothing`
    : `so the ${parsed.denies ? "statement denies it whatever the condition says" : "condition says nothing"}`;
  return {
    at: condition,
    message: say`no request for ${listOf(names)} has the key ${condition.key}, ${words(effect)}`,
    hint: remedyFor(
      parsed,
      TAG_KEYS.test(condition.key) ? "use actions that work on tagged resources" : "use a key that the action has",
    ),
    about: condition.key,
  };
}
