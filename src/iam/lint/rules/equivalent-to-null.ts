import { say, words } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import { testsKeyPresence } from "../conditions/presence-condition";
import { defineRule } from "../define-rule";
import { CONDITION_OPERATORS } from "../documentation";
import { allow, TRIGGERS } from "../example-policies";

/** Rule `equivalent-to-null`: the same as Null. */
export const equivalentToNull = defineRule({
  code: "equivalent-to-null",
  title: "the same as Null",
  severity: "info",
  what: "StringLike and StringNotLike with `*` as the only value.",
  why: "The condition only tests whether the key is present. Null says this directly.",
  bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringLike: { "aws:ResourceTag/team": "*" } } }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { Null: { "aws:ResourceTag/team": "false" } } }),
  source: CONDITION_OPERATORS,
  accessAnalyzer: "EQUIVALENT_TO_NULL_FALSE",
  check: {
    condition({ condition, key, family }, { type }) {
      if (family === undefined || key === undefined || !testsKeyPresence(condition)) return undefined;
      // Every token has a subject, and `oidc-without-subject` says what the condition lacks.
      if (type === "trust" && condition.key.endsWith(":sub")) return undefined;
      const present = condition.operator === "StringLike";
      return {
        at: condition,
        message: say`${operatorName(condition)} with ${"*"} tests whether the key ${condition.key} is ${words(present ? "present" : "absent")}`,
        hint: `write \`"Null": { "${condition.key}": "${!present}" }\``,
        fix: { kind: "not-null", pointer: condition.pointer, present },
        about: condition.key,
      };
    },
  },
});
