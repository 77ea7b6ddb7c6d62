/** Attributes of any type, of which a resource has few: the others are left out at once, because each change is asked for all. */
import { fieldsIn, type ValuePath } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { type Pair, pairAt } from "../../field";

/** The attributes that have a value before the change and may have another one after it. */
export function changedPairs(change: ResourceChange, paths: readonly ValuePath[]): readonly Pair[] {
  const [before, after] = [fieldsIn(change.before.value), fieldsIn(change.after.value)];
  return paths.filter(([first = ""]) => mayChange(before[first], after[first])).map((path) => pairAt(change, path));
}

/** Two lists or objects are not the same object, even where they are equal; the rule compares them. */
function mayChange(before: unknown, after: unknown): boolean {
  return before !== undefined && before !== null && before !== after;
}
