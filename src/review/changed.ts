/** The arguments of a resource that change. The result is cached for each change, because many rules and reports need it. */
import { isFields } from "../json/json-value";
import { isUpdateOrReplacement } from "../terraform/plan/actions";
import type { ResourceChange } from "../terraform/plan/plan";
import { differs, pairAt } from "./field";

const known = new WeakMap<ResourceChange, readonly string[]>();

/** Names of the arguments whose value changes or may change, sorted. */
export function changedAttributes(change: ResourceChange): readonly string[] {
  const found = known.get(change) ?? findChanged(change);
  known.set(change, found);
  return found;
}

function findChanged(change: ResourceChange): readonly string[] {
  if (!isUpdateOrReplacement(change)) return [];
  const names = new Set<string>();
  for (const json of [change.before.value, change.after.value, change.after.unknown]) {
    if (isFields(json)) for (const name of Object.keys(json)) names.add(name);
  }
  return [...names].filter((name) => differs(pairAt(change, [name]))).sort();
}
