/** What the operators of conditions compare: IAM User Guide, "IAM JSON policy elements: Condition operators". */
import { nearestName, onlyNameMeant } from "../../../text/suggest-name";
import type { ConditionKey } from "../../data/authorization";

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

const operatorsOf = (family: ConditionFamily) => OPERATORS[family].split(" ");

const familyByOperator = new Map(
  families.flatMap((family) => operatorsOf(family).map((name) => [name.toLowerCase(), family] as const)),
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

/** The names of all operators without prefixes and suffixes. */
const plainNames: readonly string[] = families.flatMap(operatorsOf);

/** What may stand before an operator: how it takes a key with several values. */
const PREFIXES = ["", "ForAnyValue:", "ForAllValues:"];

/** The names of all operators with their prefixes and suffixes. `Null` takes none. */
const fullNames: readonly string[] = plainNames.flatMap((name) =>
  name === "Null" ? [name] : PREFIXES.flatMap((prefix) => [`${prefix}${name}`, `${prefix}${name}IfExists`]),
);

/** Two letters more or less are a mistake; further away a name is another operator. */
const MOST_EDITS = 2;

/** The name of the operator that is meant by one that does not exist; undefined where none is near. */
export function suggestOperator(written: string): string | undefined {
  return nearestName(written, fullNames, MOST_EDITS);
}

/** The operator that is meant by a mistyped one without its prefix and suffix, where it is certain. */
export function operatorMeantByTypo(operator: string): string | undefined {
  return onlyNameMeant(operator, plainNames);
}

/** The family of a key's values. */
export function familyOfKey({ type }: ConditionKey): ConditionFamily | undefined {
  return familyByType.get(type);
}
