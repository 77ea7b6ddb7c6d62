import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { hasPlaceholder } from "../../arn/placeholders";
import type { ConditionKey } from "../../data/authorization";
import { operatorName } from "../../document/condition-operator";
import type { Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { CONDITION_OPERATORS } from "../documentation";
import { allow, TRIGGERS } from "../example-policies";
import { type ConditionFamily, familyOfKey } from "../parsed/condition-family";
import { listOf, verb } from "../words";

const VALUES: Readonly<Record<ConditionFamily, Message>> = {
  String: words("texts"),
  ARN: words("ARNs"),
  Numeric: words("numbers"),
  Date: words("dates"),
  Bool: say`${"true"} and ${"false"}`,
  IPAddress: words("IP addresses"),
  Binary: words("binary values"),
  Null: say`${"true"} and ${"false"}`,
};

const HINTS: Readonly<Partial<Record<ConditionFamily, string>>> = {
  Date: "write it as `2026-12-31T00:00:00Z`",
  IPAddress: "write it as `203.0.113.0/24`",
  ARN: "write a whole ARN, or use `StringEquals`",
};

const OPERATORS: Readonly<Record<ConditionFamily, string>> = {
  String: "`StringEquals` or `StringLike`",
  ARN: "`ArnEquals` or `ArnLike`",
  Numeric: "`NumericEquals` or a similar operator",
  Date: "`DateLessThan` or a similar operator",
  Bool: "`Bool`",
  IPAddress: "`IpAddress`",
  Binary: "`BinaryEquals`",
  Null: "`Null`",
};

/** Rule `type-mismatch`: operator and value do not fit. */
export const typeMismatch = defineRule({
  code: "type-mismatch",
  title: "operator and value do not fit",
  severity: "warning",
  what: "Values that are not a number, date, IP address or boolean although the operator compares these, and operators that do not fit the type of the key.",
  why: "The comparison is never true.",
  bad: allow("glue:GetTrigger", TRIGGERS, { Condition: { StringEquals: { "aws:SourceIp": "203.0.113.0/24" } } }),
  good: allow("glue:GetTrigger", TRIGGERS, { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
  source: CONDITION_OPERATORS,
  accessAnalyzer: "TYPE_MISMATCH",
  check: {
    condition({ condition, key, family }) {
      if (family === undefined) return undefined;
      const wrong = condition.values.filter(
        ({ value }) => !isOfFamily(family, String(value)) && !hasPlaceholder(String(value)),
      );
      const [first] = wrong;
      if (first !== undefined) {
        const values = wrong.map(({ value }) => String(value));
        return {
          at: first,
          message: say`${operatorName(condition)} compares ${VALUES[family]}, but ${listOf(values)} ${words(verb(values, "is", "are"))} not`,
          hint: HINTS[family],
          about: `${condition.key} ${String(first.value)}`,
        };
      }
      const late =
        condition.key.toLowerCase() === "aws:epochtime" ? condition.values.find(isInMilliseconds) : undefined;
      if (late !== undefined)
        return {
          at: late,
          message: say`${condition.key} counts seconds, and ${String(late.value)} is a time in milliseconds`,
          hint: `write \`${String(late.value).slice(0, -3)}\``,
          about: `${condition.key} ${String(late.value)}`,
        };
      const own = key === undefined ? undefined : familyOfKey(key);
      if (key === undefined || own === undefined || family === "Null" || fits(family, own, key)) return undefined;
      return {
        at: condition,
        message: say`the key ${condition.key} has ${VALUES[own]}, and ${operatorName(condition)} compares ${VALUES[family]}`,
        hint: `use ${OPERATORS[own]}`,
        about: condition.key,
      };
    },
  },
});

/** Thirteen digits: as seconds the year 33658 and later. */
function isInMilliseconds({ value }: Located<string | number | boolean>): boolean {
  return /^\d{13}$/.test(String(value));
}

/**
 * Keys that count, of which the data says that they have texts. Amazon S3 Glacier guide, "Vault lock policies":
 * `"NumericLessThan": { "glacier:ArchiveAgeInDays": "365" }`.
 */
const COUNTS = /(?:Days|Seconds|Duration)$/i;

/** Texts and ARNs are compared with the operators of one another; a time may be a number of seconds. */
function fits(family: ConditionFamily, own: ConditionFamily, key: ConditionKey): boolean {
  if (family === own || (family === "Numeric" && own === "String" && COUNTS.test(key.name))) return true;
  const isText = (one: ConditionFamily) => one === "String" || one === "ARN" || one === "Binary";
  if (isText(family) && isText(own)) return !(family === "ARN" && key.global && !key.perService) || own === "ARN";
  return own === "Date" && family === "Numeric";
}

function isOfFamily(family: ConditionFamily, value: string): boolean {
  if (hasToken(value)) return true;
  if (family === "Numeric") return value.trim() !== "" && Number.isFinite(Number(value));
  if (family === "Bool" || family === "Null") return /^(true|false)$/i.test(value);
  if (family === "Date")
    return /^\d+$/.test(value) || (/^\d{4}-\d{2}(-\d{2})?/.test(value) && !Number.isNaN(Date.parse(value)));
  if (family === "IPAddress") return isAddress(value);
  return family !== "ARN" || value.startsWith("arn:") || /^[*?]/.test(value);
}

const IPV4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?:\/(?:3[0-2]|[12]?\d))?$/;
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*(?:\/(?:12[0-8]|1[01]\d|\d?\d))?$/i;

/** An address, or a range of them. */
function isAddress(value: string): boolean {
  return IPV4.test(value) || IPV6.test(value);
}
