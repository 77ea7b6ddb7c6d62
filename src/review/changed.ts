/** Which arguments of a resource change. */
import { isFields } from "../json/json-value";
import { isUpdateOrReplacement } from "../terraform/plan/actions";
import type { ResourceChange } from "../terraform/plan/plan";
import { differs, pairAt } from "./field";

/** Several rules and the report ask for the same change. */
const known = new WeakMap<ResourceChange, readonly string[]>();

/** Names of the arguments whose value changes or may change, sorted. */
export function changedAttributes(change: ResourceChange): readonly string[] {
  if (!isUpdateOrReplacement(change)) return [];
  const names = known.get(change) ?? findChanged(change);
  known.set(change, names);
  return names;
}

function findChanged(change: ResourceChange): readonly string[] {
  const names = new Set<string>();
  for (const json of [change.before.value, change.after.value, change.after.unknown]) {
    if (isFields(json)) for (const name of Object.keys(json)) names.add(name);
  }
  return [...names].filter((name) => differs(pairAt(change, [name]))).sort();
}
