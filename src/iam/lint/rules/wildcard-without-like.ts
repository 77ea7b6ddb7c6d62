import { say } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import { isSentWithWildcard } from "../conditions/literal-wildcards";
import { defineRule } from "../define-rule";
import { CONDITION_OPERATORS } from "../documentation";
import { JOBS, TRUST_ANY_JOB, trust } from "../example-policies";
import { familyOfKey } from "../parsed/condition-family";
import { listOf } from "../words";

/** Rule `wildcard-without-like`: wildcard without Like. */
export const wildcardWithoutLike = defineRule({
  code: "wildcard-without-like",
  title: "wildcard without Like",
  severity: "warning",
  what: "`*` or `?` in a value of StringEquals or a similar operator. Values that AWS itself sends with a wildcard are fine, as aws:SourceArn of cost reports.",
  why: "These operators compare `*` and `?` as plain characters, so the condition is never true.",
  bad: trust({ Condition: { StringEquals: { "aws:SourceArn": JOBS } } }),
  good: TRUST_ANY_JOB,
  source: CONDITION_OPERATORS,
  accessAnalyzer: "WILDCARD_WITHOUT_LIKE_OPERATOR",
  check: {
    condition({ condition, key, family }) {
      if (family === undefined || key === undefined || !/^String(Not)?Equals/.test(condition.operator))
        return undefined;
      const texts = condition.values.map(({ value }) => String(value));
      const wild = texts.filter(
        (text) => /[*?]/.test(withoutVariables(text)) && !isSentWithWildcard(condition.key, text),
      );
      if (wild.length === 0) return undefined;
      return {
        at: condition,
        message: say`${operatorName(condition)} compares ${listOf(wild)} literally: the wildcard is a plain character there`,
        hint: familyOfKey(key) === "ARN" ? "use `ArnLike`" : "use `StringLike`, or `StringNotLike`",
        about: condition.key,
      };
    },
  },
});

function withoutVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, "");
}
