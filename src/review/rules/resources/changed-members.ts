/** Members of a map, such as the parameters of a table. */
import { jsonAt, type ValuePath } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { differs, type Pair, pairAt } from "../../field";

/** The members that change, sorted by name. If the whole map is known only after apply, there are none. */
export function changedMembers(
  change: ResourceChange,
  path: ValuePath,
  isIncluded: (name: string) => boolean,
): readonly Pair[] {
  const names = new Set(
    [change.before, change.after].flatMap(({ value, unknown }) => [
      ...Object.keys(jsonAt(value, path) ?? {}),
      ...Object.keys(jsonAt(unknown, path) ?? {}),
    ]),
  );
  return [...names]
    .filter(isIncluded)
    .sort()
    .map((name) => pairAt(change, [...path, name]))
    .filter(differs);
}
