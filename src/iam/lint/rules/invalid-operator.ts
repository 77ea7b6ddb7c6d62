import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { operatorName } from "../../document/condition-operator";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { operatorMeantByTypo, suggestOperator } from "../parsed/condition-family";
import { suggestOnce } from "../suggest";
import { shorten } from "../words";

/** Rule `invalid-operator`: invalid condition operator. */
export const invalidOperator = defineRule({
  code: "invalid-operator",
  title: "invalid condition operator",
  severity: "error",
  what: "A condition operator that does not exist, and Null with IfExists or a set prefix.",
  why: "AWS rejects the policy.",
  bad: allow("glue:GetJob", JOB, { Condition: { StringEqual: { "aws:RequestedRegion": "us-east-1" } } }),
  good: allow("glue:GetJob", JOB, { Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } }),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "INVALID_CONDITION_OPERATOR",
  check: {
    condition({ condition, family }, context) {
      const written = operatorName(condition);
      if (family === undefined) {
        if (hasToken(condition.operator)) return undefined;
        const meant = operatorMeantByTypo(condition.operator);
        return {
          at: condition,
          message: say`there is no operator ${shorten(written)}`,
          hint: hintFor(suggestOnce(context, "operator", written, suggestOperator)),
          about: written,
          fix:
            meant === undefined
              ? undefined
              : { kind: "operator", pointer: condition.pointer, from: condition.operator, to: meant },
        };
      }
      if (family !== "Null" || (!condition.ifExists && condition.set === undefined)) return undefined;
      return {
        at: condition,
        message: say`${written}: ${"Null"} tests whether a key is present, and takes no prefix and no suffix`,
        hint: "write `Null`",
        about: condition.key,
      };
    },
  },
});

function hintFor(near: string | undefined): string {
  return near === undefined ? "such as `StringEquals`, `ArnLike` or `Null`" : `did you mean \`${near}\`?`;
}
