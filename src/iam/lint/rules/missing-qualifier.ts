import { say } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import { defineRule } from "../define-rule";
import { allow, TRIGGERS } from "../example-policies";

/** Rule `missing-qualifier`: missing ForAnyValue or ForAllValues. */
export const missingQualifier = defineRule({
  code: "missing-qualifier",
  title: "missing ForAnyValue or ForAllValues",
  severity: "error",
  what: "A key with several values, such as aws:TagKeys and glue:VpcIds, in a condition whose operator has no set prefix (`ForAnyValue:`, `ForAllValues:`). Null needs no prefix.",
  why: "AWS rejects the policy, or compares the values in a way that nobody intends.",
  bad: allow("glue:CreateTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:TagKeys": "team" } } }),
  good: allow("glue:CreateTrigger", TRIGGERS, {
    Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } },
  }),
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  accessAnalyzer: "MISSING_QUALIFIER",
  check: {
    condition({ condition, key, family }) {
      if (family === undefined || family === "Null" || condition.set !== undefined) return undefined;
      if (key?.multivalued !== true) return undefined;
      const operator = operatorName(condition);
      return {
        at: condition,
        message: say`a request has several values of ${condition.key}, and ${operator} compares one`,
        hint: `write \`ForAnyValue:${operator}\`, or \`ForAllValues:\` and a \`Null\` test`,
        about: condition.key,
      };
    },
  },
});
