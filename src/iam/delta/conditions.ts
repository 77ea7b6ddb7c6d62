/** Conditions of a statement, and whether one set of conditions implies another. */
import { compareTexts } from "../../text/compare-texts";
import { uniqueSorted } from "../../text/unique-sorted";
import { operatorName } from "../document/condition-operator";
import { covers, literal, type Pattern, pattern } from "../document/pattern";
import type { Condition } from "../document/policy";
import { opaqueText } from "./opaque";
import type { AccessCondition } from "./types";

/** One operator on one key, ready to be compared. */
interface ConditionConstraint {
  readonly condition: Condition;
  /** In lower case, because keys are case-insensitive in IAM. */
  readonly key: string;
  readonly values: readonly string[];
  /** The same for constraints that mean the same. */
  readonly text: string;
  /** The condition as the delta reports it, in the case in which it was written. */
  readonly shown: AccessCondition;
}

/** All conditions of a statement: all of them must hold. */
export interface ConditionConstraints {
  readonly list: readonly ConditionConstraint[];
  /** The conditions as the delta reports them: in a stable order, without duplicates. */
  readonly shown: readonly AccessCondition[];
  /** One text for each of `shown`, with its key in lower case. Rows are sorted and merged by these. */
  readonly texts: readonly string[];
  /** The same for sets of constraints that mean the same. */
  readonly key: string;
}

const NONE: ConditionConstraints = { list: [], shown: [], texts: [], key: "[]" };

/** Reads the conditions of a statement. */
export function constraintsOf(conditions: readonly Condition[]): ConditionConstraints {
  if (conditions.length === 0) return NONE;
  const all = conditions.map(constraintOf);
  all.sort((a, b) => compareTexts(a.text, b.text) || compareTexts(JSON.stringify(a.shown), JSON.stringify(b.shown)));
  const list = all.filter(({ text }, at) => text !== all[at - 1]?.text);
  return {
    list,
    shown: list.map(({ shown }) => shown),
    texts: list.map(({ shown }) => conditionText(shown)),
    key: JSON.stringify(list.map(({ text }) => text)),
  };
}

/** The same for conditions that differ in the case of their keys alone. */
function conditionText({ operator, key, values }: AccessCondition): string {
  return `${operator} ${key.toLowerCase()} ${JSON.stringify(values)}`;
}

/** Order of two sets that are shown: by their texts, and by the case of their keys where those are the same. */
export function compareShown(a: ConditionConstraints, b: ConditionConstraints): number {
  if (a === b) return 0;
  return (
    compareTexts(JSON.stringify(a.texts), JSON.stringify(b.texts)) ||
    compareTexts(JSON.stringify(a.shown), JSON.stringify(b.shown))
  );
}

/** Whether each request that fulfils the first also fulfils the second. `true` is certain. */
export function impliesAll(strong: ConditionConstraints, weak: ConditionConstraints): boolean {
  if (strong.key === weak.key) return true;
  return weak.list.every((wanted) => strong.list.some((given) => implies(given, wanted)));
}

// IAM User Guide, "Condition operators": Bool, Null and ...IgnoreCase are not case-sensitive.
const FOLDS = /IgnoreCase$|^Bool$|^Null$/;
// The same page: ArnEquals and ArnLike behave identically.
const LIKE = /^(StringLike|StringNotLike|ArnLike|ArnEquals|ArnNotLike|ArnNotEquals)$/;
const NEGATIVE = /Not/;

function constraintOf(condition: Condition): ConditionConstraint {
  const fold = FOLDS.test(condition.operator);
  const written = uniqueSorted(condition.values.map(({ value }) => String(value)));
  const values = fold ? uniqueSorted(written.map((text) => text.toLowerCase())) : written;
  const shown: AccessCondition = { operator: operatorName(condition), key: condition.key, values: written };
  return { condition, key: condition.key.toLowerCase(), values, text: conditionText({ ...shown, values }), shown };
}

/** The values of a positive operator are alternatives; those of a negative one must all differ from the request. */
function implies(given: ConditionConstraint, wanted: ConditionConstraint): boolean {
  if (given.text === wanted.text) return true;
  const [one, other] = [given.condition, wanted.condition];
  if (given.key !== wanted.key || one.set !== other.set) return false;
  if (one.ifExists && !other.ifExists) return false;
  if (one.operator === other.operator || familyOf(one.operator) === familyOf(other.operator)) {
    const [inner, outer] = NEGATIVE.test(one.operator) ? [wanted, given] : [given, wanted];
    return inner.values.every((value) => outer.values.some((wide) => holds({ outer, wide, inner, value })));
  }
  return false;
}

/** `StringEquals` with a value is `StringLike` with that value, and the like. */
function familyOf(operator: string): string {
  if (operator === "StringLike") return "StringEquals";
  if (operator === "StringNotLike") return "StringNotEquals";
  return operator.replace(/^(Arn(?:Not)?)Equals$/, "$1Like");
}

interface ComparedValues {
  readonly outer: ConditionConstraint;
  readonly wide: string;
  readonly inner: ConditionConstraint;
  readonly value: string;
}

/** Whether one value of the outer constraint allows all that a value of the inner one allows. */
function holds({ outer, wide, inner, value }: ComparedValues): boolean {
  const { operator } = outer.condition;
  if (/IpAddress$/.test(operator) && hasAddresses(wide, value)) return true;
  if (/^NumericLess/.test(operator)) return Number(value) <= Number(wide);
  if (!LIKE.test(operator)) return !LIKE.test(inner.condition.operator) && wide === value;
  return covers(patternOf(outer, wide), patternOf(inner, value));
}

/** Whether a range of IPv4 has all addresses of another one. */
function hasAddresses(wide: string, narrow: string): boolean {
  const [from, size] = rangeOf(wide);
  const [first, length] = rangeOf(narrow);
  return length <= size && Math.floor(from / size) === Math.floor(first / size);
}

/** The first address as a number, and how many they are; NaN for any other text. */
function rangeOf(text: string): readonly [number, number] {
  const [address = "", bits = "32"] = text.split("/");
  const bytes = address.split(".");
  return [
    bytes.length === 4 ? bytes.reduce((sum, byte) => sum * 256 + Number(byte), 0) : Number.NaN,
    2 ** (32 - Number(bits)),
  ];
}

function patternOf({ condition }: ConditionConstraint, text: string): Pattern {
  return LIKE.test(condition.operator) ? pattern(opaqueText(text)) : literal(opaqueText(text));
}
