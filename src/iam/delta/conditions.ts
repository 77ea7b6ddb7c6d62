/** Conditions of a statement, and whether one set of them demands all that another demands. */
import { operatorName } from "../document/condition-operator";
import { covers, literal, type Pattern, pattern } from "../document/pattern";
import type { Condition } from "../document/policy";
import { opaqueText } from "./opaque";

/** One operator on one key, ready to be compared. */
export interface ConditionConstraint {
  readonly condition: Condition;
  readonly key: string;
  readonly values: readonly string[];
  /** What it is compared by. */
  readonly text: string;
  /** As findings show it: values keep their case, by which a secret is known. */
  readonly shown: string;
}

/** All conditions of a statement: all of them must hold. */
export interface ConditionConstraints {
  readonly list: readonly ConditionConstraint[];
  /** As findings show them: sorted, each once. */
  readonly texts: readonly string[];
  /** The same for the same demands. */
  readonly key: string;
}

const NONE: ConditionConstraints = { list: [], texts: [], key: "[]" };

/** Reads the conditions of a statement. */
export function constraintsOf(conditions: readonly Condition[]): ConditionConstraints {
  if (conditions.length === 0) return NONE;
  const list = [...new Map(conditions.map(constraintOf).map((constraint) => [constraint.text, constraint])).values()];
  list.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  const texts = list.map(({ shown }) => shown);
  return { list, texts, key: JSON.stringify(list.map(({ text }) => text)) };
}

/** Whether whatever fulfils the first also fulfils the second. A yes is sure. */
export function impliesAll(strong: ConditionConstraints, weak: ConditionConstraints): boolean {
  if (strong.key === weak.key) return true;
  return weak.list.every((wanted) => strong.list.some((given) => implies(given, wanted)));
}

// IAM User Guide, "Condition operators": Bool, Null and ...IgnoreCase do not tell upper from lower case.
const FOLDS = /IgnoreCase$|^Bool$|^Null$/;
// The same page: ArnEquals and ArnLike behave identically.
const LIKE = /^(StringLike|StringNotLike|ArnLike|ArnEquals|ArnNotLike|ArnNotEquals)$/;
const NEGATIVE = /Not/;

function constraintOf(condition: Condition): ConditionConstraint {
  const fold = FOLDS.test(condition.operator);
  const texts = [...new Set(condition.values.map(({ value }) => String(value)))].sort();
  const values = fold ? [...new Set(texts.map((text) => text.toLowerCase()))].sort() : texts;
  const key = condition.key.toLowerCase();
  const lead = `${operatorName(condition)} ${key}`;
  return {
    condition,
    key,
    values,
    text: `${lead} ${JSON.stringify(values)}`,
    shown: `${lead} ${JSON.stringify(texts)}`,
  };
}

/** Several values of a positive operator are alternatives; of a negative one, each must differ. */
function implies(given: ConditionConstraint, wanted: ConditionConstraint): boolean {
  if (given.text === wanted.text) return true;
  const [one, other] = [given.condition, wanted.condition];
  if (given.key !== wanted.key || one.set !== other.set) return false;
  if (one.ifExists && !other.ifExists) return false;
  if (one.operator === other.operator || familyOf(one.operator) === familyOf(other.operator)) {
    const [inner, outer] = NEGATIVE.test(one.operator) ? [wanted, given] : [given, wanted];
    return inner.values.every((value) => outer.values.some((wide) => holds(outer, wide, inner, value)));
  }
  return false;
}

/** `StringEquals` with a value is `StringLike` with that value, and the like. */
function familyOf(operator: string): string {
  if (operator === "StringLike") return "StringEquals";
  if (operator === "StringNotLike") return "StringNotEquals";
  return operator.replace(/^(Arn(?:Not)?)Equals$/, "$1Like");
}

function holds(outer: ConditionConstraint, wide: string, inner: ConditionConstraint, value: string): boolean {
  if (!LIKE.test(outer.condition.operator)) return !LIKE.test(inner.condition.operator) && wide === value;
  return covers(patternOf(outer, wide), patternOf(inner, value));
}

function patternOf({ condition }: ConditionConstraint, text: string): Pattern {
  return LIKE.test(condition.operator) ? pattern(opaqueText(text)) : literal(opaqueText(text));
}
