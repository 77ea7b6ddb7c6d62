import { say } from "../../../text/message";
import { splitAtTokens, splitOutside } from "../../../text/tokens";
import { operatorName } from "../../document/condition-operator";
import { testsKeyPresence } from "../conditions/presence-condition";
import { defineRule } from "../define-rule";
import { CONDITION_OPERATORS } from "../documentation";
import { JOBS, TRUST_ANY_JOB, trust } from "../example-policies";
import { familyOfKey } from "../parsed/condition-family";

/** Rule `string-like-on-arn-key`: StringLike on an ARN. */
export const stringLikeOnArnKey = defineRule({
  code: "string-like-on-arn-key",
  title: "StringLike on an ARN",
  severity: "warning",
  what: "StringLike and StringNotLike with a wildcard, on a key whose values are ARNs. Without a wildcard they compare as ArnLike does, and so they do with `arn:aws:iam::*:root`. Info where the wildcards stand in the last of the six parts alone, which ArnLike compares in the same way.",
  why: "A wildcard also matches the colons of an ARN, so the condition can match an account or Region that was not intended.",
  bad: trust({ Condition: { StringLike: { "aws:SourceArn": JOBS.replace("us-east-1", "*") } } }),
  good: TRUST_ANY_JOB,
  source: CONDITION_OPERATORS,
  accessAnalyzer: "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
  check: {
    condition({ condition, key, family }) {
      if (family === undefined || key === undefined || !/^String(Not)?Like$/.test(condition.operator)) return undefined;
      if (familyOfKey(key) !== "ARN" || testsKeyPresence(condition)) return undefined;
      const open = condition.values.filter(({ value }) => /[*?]/.test(withoutTokens(String(value))));
      if (open.every(({ value }) => ROOT.test(String(value)))) return undefined;
      const isSame = open.every(({ value }) => ROOT.test(String(value)) || isOpenAtEnd(String(value)));
      const to = condition.operator === "StringLike" ? "ArnLike" : "ArnNotLike";
      return {
        at: condition,
        message: isSame
          ? say`${operatorName(condition)} compares ${condition.key} as one text, which makes no difference here`
          : say`${operatorName(condition)} compares ${condition.key} as one text: its ${"*"} also matches the colons of an ARN`,
        hint: `use \`${to}\`${isSame ? ": it keeps the parts of an ARN apart" : ""}`,
        ...(isSame ? ({ severity: "info" } as const) : {}),
        fix: { kind: "operator", pointer: condition.pointer, from: condition.operator, to },
        about: condition.key,
      };
    },
  },
});

/** AWS's guide to SCPs has it in `StringLike`. No other ARN of a principal ends so: behind its last `/` a name has no colon. */
const ROOT = /^arn:[^:]*:iam::[^:/]*:root$/;

/** Whether the wildcards stand in the last part of an ARN alone, where ArnLike lets them match colons too. */
function isOpenAtEnd(value: string): boolean {
  const [arn, ...fields] = splitOutside(value, ":", 6);
  return (
    arn === "arn" && fields.length === 5 && fields.slice(0, 4).every((field) => !/[*?]/.test(withoutTokens(field)))
  );
}

function withoutTokens(text: string): string {
  return splitAtTokens(text).texts.join("");
}
