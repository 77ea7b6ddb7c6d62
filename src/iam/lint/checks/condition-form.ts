/** Operators, keys and values that do not fit one another. */

import { hasToken } from "../../../text/tokens";
import type { ConditionKey } from "../../data/authorization";
import { operatorName } from "../../document/condition-operator";
import type { Condition, Statement } from "../../document/policy";
import type { Context } from "../context";
import { type ParsedStatement, positiveConditions } from "../parsed-statement";
import { listOf, shorten } from "../words";

type Family = "String" | "ARN" | "Numeric" | "Date" | "Bool" | "IPAddress" | "Binary" | "Null";

/** IAM User Guide, "IAM JSON policy elements: Condition operators". */
const FAMILY: Readonly<Record<string, Family>> = {
  ...family(
    "String",
    "StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike",
  ),
  ...family(
    "Numeric",
    "NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals",
  ),
  ...family("Date", "DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals"),
  ...family("Bool", "Bool"),
  ...family("Binary", "BinaryEquals"),
  ...family("IPAddress", "IpAddress NotIpAddress"),
  ...family("ARN", "ArnEquals ArnLike ArnNotEquals ArnNotLike"),
  ...family("Null", "Null"),
};

const NAMES = new Map(Object.keys(FAMILY).map((name) => [name.toLowerCase(), name]));

/** Reports what of a condition does not fit; without a key only what the operator and the values say. */
export function checkConditionForm(
  context: Context,
  parsed: ParsedStatement,
  condition: Condition,
  key: ConditionKey | undefined,
): void {
  const kind = FAMILY[NAMES.get(condition.operator.toLowerCase()) ?? ""];
  const { statement } = parsed;
  if (kind === undefined) {
    if (!hasToken(condition.operator)) reportOperator(context, statement, condition);
    return;
  }
  if (kind === "Null" && (condition.ifExists || condition.set !== undefined)) reportNull(context, statement, condition);
  checkValues(context, statement, condition, kind, key);
  if (key === undefined) return;
  checkSet(context, parsed, condition, key, kind);
  checkWildcards(context, statement, condition, key);
}

function family(name: Family, operators: string): Readonly<Record<string, Family>> {
  return Object.fromEntries(operators.split(" ").map((operator) => [operator, name]));
}

function reportOperator(context: Context, statement: Statement, condition: Condition): void {
  const written = operatorName(condition);
  const message = `there is no operator \`${shorten(written)}\``;
  context.report(
    "invalid-operator",
    condition,
    { message, hint: "such as `StringEquals`, `ArnLike` or `Null`", about: written },
    statement,
  );
}

function reportNull(context: Context, statement: Statement, condition: Condition): void {
  const message = `\`${operatorName(condition)}\`: \`Null\` asks whether a key is there, and takes no prefix and no suffix`;
  context.report("invalid-operator", condition, { message, hint: "write `Null`", about: condition.key }, statement);
}

/** Whether the values are such as the operator compares, and the key such as it takes. */
function checkValues(
  context: Context,
  statement: Statement,
  condition: Condition,
  kind: Family,
  key: ConditionKey | undefined,
): void {
  const wrong = condition.values.filter(({ value }) => !isOf(kind, String(value)));
  const [first] = wrong;
  const operator = operatorName(condition);
  if (first !== undefined) {
    const message = `\`${operator}\` compares ${WORDS[kind]}, and ${listOf(wrong.map(({ value }) => String(value)))} is none`;
    context.report(
      "type-mismatch",
      first,
      { message, hint: HINTS[kind], about: `${condition.key} ${String(first.value)}` },
      statement,
    );
    return;
  }
  const own = key === undefined ? undefined : familyOf(key);
  if (key === undefined || own === undefined || kind === "Null" || fits(kind, own, key)) return;
  const message = `the key \`${condition.key}\` has ${WORDS[own]}, and \`${operator}\` compares ${WORDS[kind]}`;
  context.report(
    "type-mismatch",
    condition,
    { message, hint: `use ${OPERATORS[own]}`, about: condition.key },
    statement,
  );
}

const WORDS: Readonly<Record<Family, string>> = {
  String: "texts",
  ARN: "ARNs",
  Numeric: "numbers",
  Date: "dates",
  Bool: "`true` and `false`",
  IPAddress: "IP addresses",
  Binary: "binary values",
  Null: "`true` and `false`",
};

const HINTS: Readonly<Partial<Record<Family, string>>> = {
  Date: "write it as `2026-12-31T00:00:00Z`",
  IPAddress: "write it as `203.0.113.0/24`",
  ARN: "write a whole ARN, or use `StringEquals`",
};

const OPERATORS: Readonly<Record<Family, string>> = {
  String: "`StringEquals` or `StringLike`",
  ARN: "`ArnEquals` or `ArnLike`",
  Numeric: "`NumericEquals` and its kin",
  Date: "`DateLessThan` and its kin",
  Bool: "`Bool`",
  IPAddress: "`IpAddress`",
  Binary: "`BinaryEquals`",
  Null: "`Null`",
};

function familyOf({ type }: ConditionKey): Family | undefined {
  const name = type.replace(/^ArrayOf/, "");
  return name in WORDS ? (name as Family) : undefined;
}

/** Texts and ARNs are compared with the operators of one another; a time may be a number of seconds. */
function fits(kind: Family, own: Family, key: ConditionKey): boolean {
  if (kind === own) return true;
  const isText = (one: Family) => one === "String" || one === "ARN" || one === "Binary";
  if (isText(kind) && isText(own)) return !(kind === "ARN" && key.global && !key.perService) || own === "ARN";
  return own === "Date" && kind === "Numeric";
}

function isOf(kind: Family, value: string): boolean {
  if (hasToken(value)) return true;
  if (kind === "Numeric") return value.trim() !== "" && Number.isFinite(Number(value));
  if (kind === "Bool" || kind === "Null") return /^(true|false)$/i.test(value);
  if (kind === "Date")
    return /^\d+$/.test(value) || (/^\d{4}-\d{2}(-\d{2})?/.test(value) && !Number.isNaN(Date.parse(value)));
  if (kind === "IPAddress") return isAddress(value);
  return kind !== "ARN" || value.startsWith("arn:") || /^[*?]/.test(value);
}

const IPV4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?:\/(?:3[0-2]|[12]?\d))?$/;
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*(?:\/(?:12[0-8]|1[01]\d|\d?\d))?$/i;

/** An address, or a range of them. */
function isAddress(value: string): boolean {
  return IPV4.test(value) || IPV6.test(value);
}

/** `ForAllValues` and `ForAnyValue` belong to keys with several values, and only to those. */
function checkSet(
  context: Context,
  parsed: ParsedStatement,
  condition: Condition,
  key: ConditionKey,
  kind: Family,
): void {
  const { statement, allows } = parsed;
  const about = condition.key;
  if (kind === "Null") return;
  if (key.multivalued && condition.set === undefined) {
    const message = `a request has several values of \`${condition.key}\`, and \`${operatorName(condition)}\` compares one`;
    const hint = `write \`ForAnyValue:${operatorName(condition)}\`, or \`ForAllValues:\` and a \`Null\` test`;
    context.report("missing-qualifier", condition, { message, hint, about }, statement);
  }
  if (condition.set !== "ForAllValues") return;
  if (!key.multivalued) {
    const message = `a request has one value of \`${condition.key}\`, and \`ForAllValues\` also holds where it has none`;
    context.report("for-all-values-single", condition, { message, hint: "take `ForAllValues:` out", about }, statement);
  } else if (allows && !/Not/.test(condition.operator) && !isPresent(parsed, condition.key)) {
    const message = `\`ForAllValues\` also holds where a request has no \`${condition.key}\`, so the statement allows that`;
    const hint = `add \`"Null": { "${condition.key}": "false" }\``;
    context.report("for-all-values-allow", condition, { message, hint, about }, statement);
  }
}

/** Whether another condition makes sure that a request has the key: a `Null` test, a value, or a tag of the request. */
function isPresent(parsed: ParsedStatement, key: string): boolean {
  const { conditions } = parsed.statement;
  const same = (other: string) => other.toLowerCase() === key.toLowerCase();
  if (
    conditions.some(
      (one) =>
        one.operator === "Null" &&
        same(one.key) &&
        one.values.every(({ value }) => String(value).toLowerCase() === "false"),
    )
  )
    return true;
  if (positiveConditions(parsed, key).some(({ set }) => set === "ForAnyValue")) return true;
  const isTags = key.toLowerCase() === "aws:tagkeys";
  return (
    isTags &&
    conditions.some(
      (one) =>
        /^aws:RequestTag\//i.test(one.key) && !/Not/.test(one.operator) && one.operator !== "Null" && !one.ifExists,
    )
  );
}

function checkWildcards(context: Context, statement: Statement, condition: Condition, key: ConditionKey): void {
  const { operator } = condition;
  const about = condition.key;
  const texts = condition.values.map(({ value }) => String(value));
  const wild = texts.filter((text) => /[*?]/.test(withoutTokens(text)));
  const own = familyOf(key);
  if (/^String(Not)?Equals/.test(operator) && wild.length > 0) {
    const message = `\`${operatorName(condition)}\` takes ${listOf(wild)} as it stands: the wildcard is a character there`;
    const hint = own === "ARN" ? "use `ArnLike`" : "use `StringLike`, or `StringNotLike`";
    context.report("wildcard-without-like", condition, { message, hint, about }, statement);
  }
  if (!/^String(Not)?Like$/.test(operator)) return;
  if (texts.length === 1 && texts[0] === "*" && condition.set !== "ForAllValues" && !condition.ifExists) {
    const present = operator === "StringLike";
    const message = `\`${operatorName(condition)}\` with \`*\` asks whether the key \`${condition.key}\` is ${present ? "there" : "absent"}`;
    const hint = `write \`"Null": { "${condition.key}": "${!present}" }\``;
    const fix = { kind: "not-null", pointer: condition.pointer, present } as const;
    context.report("equivalent-to-null", condition, { message, hint, fix, about }, statement);
  } else if (own === "ARN") {
    const to = operator === "StringLike" ? "ArnLike" : "ArnNotLike";
    const message = `\`${operatorName(condition)}\` compares \`${condition.key}\` as one text: its \`*\` crosses the colons of an ARN`;
    const fix = { kind: "operator", pointer: condition.pointer, to } as const;
    context.report("string-like-on-arn-key", condition, { message, hint: `use \`${to}\``, fix, about }, statement);
  }
}

function withoutTokens(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, "");
}
