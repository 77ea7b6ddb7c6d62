import { say } from "../../../text/message";
import { isPositive } from "../../document/condition-operator";
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
  what: "A trust policy whose condition on `sts:ExternalId` also holds for a request without an external ID: with `IfExists`, `ForAllValues` or an operator that excludes values.",
  why: "The ID guards against a third party that acts for somebody else, and whoever leaves it out gets in.",
  bad: fromOther("StringEqualsIfExists"),
  good: fromOther("StringEquals"),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  check: {
    types: ["trust"],
    condition({ condition, parsed: { allows } }) {
      if (!allows || condition.key.toLowerCase() !== "sts:externalid" || condition.operator === "Null")
        return undefined;
      if (isPositive(condition) && !condition.ifExists) return undefined;
      return {
        at: condition,
        message: say`the condition also holds without ${condition.key}, so nobody has to give one`,
        hint: "write `StringEquals`",
        about: condition.key,
      };
    },
  },
});
