import { say } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import type { Condition } from "../../document/policy";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { familyOfOperator } from "../parsed/condition-family";
import type { Report } from "../report";
import { listOf, shorten } from "../words";

/** Rule `duplicate-condition-key`: condition key or boolean twice. */
export const duplicateConditionKey = defineRule({
  code: "duplicate-condition-key",
  title: "condition key or boolean twice",
  severity: "error",
  what: "One condition key twice under one operator, in spellings that differ only in the case of letters, and Bool or Null with several values.",
  why: "The case of letters in a key does not count, so AWS rejects the second one. A boolean has one value: with both, the condition holds for every request that has the key.",
  bad: allow("glue:GetJob", JOB, {
    Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1", "aws:requestedRegion": "us-west-2" } },
  }),
  good: allow("glue:GetJob", JOB, {
    Condition: { StringEquals: { "aws:RequestedRegion": ["us-east-1", "us-west-2"] } },
  }),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
  check: {
    form({ conditions }) {
      if (conditions.length === 0) return undefined;
      return [...repeated(conditions), ...conditions.flatMap(reportsOfBooleans)];
    },
  },
});

function repeated(conditions: readonly Condition[]): readonly Report[] {
  const seen = new Map<string, Condition>();
  return conditions.flatMap((condition) => {
    const name = `${operatorName(condition)} ${condition.key}`.toLowerCase();
    const first = seen.get(name);
    if (first === undefined) seen.set(name, condition);
    if (first === undefined || first.key === condition.key) return [];
    return [
      {
        at: condition,
        message: say`${shorten(condition.key)} and ${shorten(first.key)} are the same key: the case of letters makes no difference`,
        hint: `put all values under \`${shorten(first.key)}\``,
        about: condition.key,
      },
    ];
  });
}

function reportsOfBooleans(condition: Condition): readonly Report[] {
  const family = familyOfOperator(condition.operator);
  if ((family !== "Bool" && family !== "Null") || condition.values.length < 2) return [];
  const values = condition.values.map(({ value }) => String(value));
  return [
    {
      at: condition,
      message: say`${operatorName(condition)} takes one value, and ${shorten(condition.key)} has ${String(values.length)}: ${listOf(values)}`,
      hint: "keep the one that is meant",
      about: condition.key,
    },
  ];
}
