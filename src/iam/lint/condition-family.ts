/** What the operators of conditions compare: IAM User Guide, "IAM JSON policy elements: Condition operators". */
import type { ConditionKey } from "../data/authorization";

/** What an operator compares, and what the values of a key are. */
export type ConditionFamily = "String" | "ARN" | "Numeric" | "Date" | "Bool" | "IPAddress" | "Binary" | "Null";

const OPERATORS: Readonly<Record<ConditionFamily, string>> = {
  String: "StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike",
  Numeric:
    "NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals",
  Date: "DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals",
  Bool: "Bool",
  Binary: "BinaryEquals",
  IPAddress: "IpAddress NotIpAddress",
  ARN: "ArnEquals ArnLike ArnNotEquals ArnNotLike",
  Null: "Null",
};

const families = Object.keys(OPERATORS) as readonly ConditionFamily[];

const familyByOperator = new Map(
  families.flatMap((family) => OPERATORS[family].split(" ").map((name) => [name.toLowerCase(), family] as const)),
);

const familyByType = new Map<string, ConditionFamily>(
  families.flatMap((family) => [
    [family, family],
    [`ArrayOf${family}`, family],
  ]),
);

/** The family of an operator, in any case of letters. */
export function familyOfOperator(operator: string): ConditionFamily | undefined {
  return familyByOperator.get(operator.toLowerCase());
}

/** The family of a key's values. */
export function familyOfKey({ type }: ConditionKey): ConditionFamily | undefined {
  return familyByType.get(type);
}
