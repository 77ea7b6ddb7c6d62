import { say } from "../../../text/message";
import { needsKey } from "../../document/condition-operator";
import type { Condition } from "../../document/policy";
import { testsKeyPresence } from "../conditions/presence-condition";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";

const fromOther = (operator: string) =>
  trust({
    Principal: { AWS: "arn:aws:iam::210987654321:root" },
    Condition: { [operator]: { "sts:ExternalId": "orders-7f3a" } },
  });

/** Rule `optional-external-id`: external ID that nobody has to give. */
export const optionalExternalId = defineRule({
  code: "optional-external-id",
  title: "external ID that nobody has to give",
  severity: "warning",
  what: "A trust policy whose condition on `sts:ExternalId` also holds for a request without an external ID: with `IfExists`, `ForAllValues` or an operator that excludes values. Also one that any external ID meets: `Null` alone, or the pattern `*`.",
  why: "The ID guards against a third party that acts for somebody else, and whoever leaves it out gets in.",
  bad: fromOther("StringEqualsIfExists"),
  good: fromOther("StringEquals"),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  check: {
    types: ["trust"],
    condition({ condition, parsed: { allows, statement } }) {
      if (!allows || !isExternalId(condition)) return undefined;
      if (isMetByAny(condition)) {
        if (statement.conditions.some((other) => isExternalId(other) && !isMetByAny(other))) return undefined;
        return {
          at: condition,
          message: say`every external ID meets the condition on ${condition.key}, so it guards against nobody`,
          hint: "write the ID with `StringEquals`",
          about: condition.key,
        };
      }
      if (condition.operator === "Null" || needsKey(condition)) return undefined;
      return {
        at: condition,
        message: say`the condition also holds without ${condition.key}, so nobody has to give one`,
        hint: "write `StringEquals`",
        about: condition.key,
      };
    },
  },
});

function isExternalId({ key }: Condition): boolean {
  return key.toLowerCase() === "sts:externalid";
}

/** `"Null": { "sts:ExternalId": "false" }`, or `StringLike` with `*`. */
function isMetByAny(condition: Condition): boolean {
  if (condition.operator === "Null")
    return condition.values.every(({ value }) => String(value).toLowerCase() === "false");
  return condition.operator === "StringLike" && testsKeyPresence(condition);
}
