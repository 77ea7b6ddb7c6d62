import { say } from "../../../text/message";
import { isPositive, needsKey } from "../../document/condition-operator";
import type { Condition } from "../../document/policy";
import { requiresKey } from "../conditions/required-keys";
import { defineRule } from "../define-rule";
import { MULTIVALUED_KEYS } from "../documentation";
import { allow, INTERFACES } from "../example-policies";
import { type ParsedStatement, positiveConditions } from "../parsed/parsed-statement";

/** Rule `for-all-values-allow`: ForAllValues in an Allow. */
export const forAllValuesAllow = defineRule({
  code: "for-all-values-allow",
  title: "ForAllValues in an Allow",
  severity: "security",
  what: "ForAllValues in an Allow, on a key with several values, without a test that the key is present. Operators that exclude values are exempt, dynamodb:Attributes beside a dynamodb:Select of SPECIFIC_ATTRIBUTES, and actions whose requests always have the key: ec2:CreateTags has aws:TagKeys, ec2:DeleteTags may have none. So is sts:TransitiveTagKeys, without which no tag is transitive.",
  why: "ForAllValues is also true if the request does not have the key, so the statement allows such requests too.",
  bad: allow(["ec2:CreateTags", "ec2:DeleteTags"], INTERFACES, {
    Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": "aws-glue-service-resource" } },
  }),
  good: allow(["ec2:CreateTags", "ec2:DeleteTags"], INTERFACES, {
    Condition: {
      "ForAllValues:StringEquals": { "aws:TagKeys": "aws-glue-service-resource" },
      Null: { "aws:TagKeys": "false" },
    },
  }),
  source: MULTIVALUED_KEYS,
  check: {
    comparesEntries: true,
    condition({ condition, parsed, key, family }) {
      if (family === undefined || family === "Null" || condition.set !== "ForAllValues") return undefined;
      if (key?.multivalued !== true || !parsed.allows || /Not/.test(condition.operator)) return undefined;
      if (isPresent(parsed, condition.key) || isRequired(parsed, condition.key)) return undefined;
      // IAM User Guide, "Pass session tags in AWS STS", has `ForAllValues` on it: without the key no tag of the session is transitive.
      if (condition.key.toLowerCase() === "sts:transitivetagkeys") return undefined;
      return {
        at: condition,
        message: say`${"ForAllValues"} also holds where a request has no ${condition.key}, so the statement allows that`,
        hint: `add \`"Null": { "${condition.key}": "false" }\``,
        about: condition.key,
      };
    },
  },
});

/** Whether every request for each of the actions has the key anyway. */
function isRequired({ actions }: ParsedStatement, key: string): boolean {
  return (
    actions.length > 0 &&
    actions.every(({ term }) => {
      const members = term.members();
      return members.length > 0 && members.every((member) => requiresKey(member, key));
    })
  );
}

/**
 * Whether another condition makes sure that a request has the key: a `Null` test, a value, a tag of the request, or that attributes of items
 * are selected one by one.
 */
function isPresent(parsed: ParsedStatement, key: string): boolean {
  const name = key.toLowerCase();
  const { conditions } = parsed.statement;
  if (conditions.some((one) => one.key.toLowerCase() === name && isPresenceTest(one))) return true;
  if (positiveConditions(parsed, key).some(({ set }) => set === "ForAnyValue")) return true;
  if (name === "dynamodb:attributes") return conditions.some(selectsAttributes);
  return name === "aws:tagkeys" && conditions.some(requiresRequestTag);
}

/**
 * IAM User Guide, "Allows access to specific attributes", has this beside `ForAllValues` on the attributes, with `IfExists`: a
 * request that reads selects, and one that writes names attributes.
 */
function selectsAttributes(condition: Condition): boolean {
  return (
    condition.key.toLowerCase() === "dynamodb:select" &&
    isPositive(condition) &&
    condition.values.every(({ value }) => value === "SPECIFIC_ATTRIBUTES")
  );
}

/** `"Null": { KEY: "false" }` */
function isPresenceTest({ operator, values }: Condition): boolean {
  return operator === "Null" && values.every(({ value }) => String(value).toLowerCase() === "false");
}

/** A tag of the request is one of its tag keys. */
function requiresRequestTag(condition: Condition): boolean {
  if (!/^aws:RequestTag\//i.test(condition.key)) return false;
  return isPresenceTest(condition) || needsKey(condition);
}
