import { say } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import { defineRule } from "../define-rule";
import { allow, TRIGGERS } from "../example-policies";

/**
 * Keys with which AWS compares one value on purpose. Amazon EventBridge User Guide, "Using IAM policy conditions", has StringEquals on the
 * source and the type of events, with the patterns of several sources that it refuses, and ArnLike on targets.
 */
const COMPARED_AS_ONE = new Set(["events:source", "events:detail-type", "events:targetarn"]);

/** IAM User Guide, "Available keys for AWS OIDC federation": the key has several values, of which the login provider is one. */
const OF_TOKENS = new Set(["cognito-identity.amazonaws.com:amr"]);

/** Rule `missing-qualifier`: missing ForAnyValue or ForAllValues. */
export const missingQualifier = defineRule({
  code: "missing-qualifier",
  title: "missing ForAnyValue or ForAllValues",
  severity: "error",
  what: "A key with several values, such as aws:TagKeys and glue:VpcIds, in a condition whose operator has no set prefix (`ForAnyValue:`, `ForAllValues:`). Null needs no prefix, and neither do the keys of EventBridge, for which a plain operator is documented.",
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
      const name = condition.key.toLowerCase();
      if ((key?.multivalued !== true && !OF_TOKENS.has(name)) || COMPARED_AS_ONE.has(name)) return undefined;
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
