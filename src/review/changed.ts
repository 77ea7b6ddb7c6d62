/** Which arguments of a resource change. */
import { isFields } from "../json/json-value";
import { isUpdateOrReplacement } from "../terraform/plan/actions";
import type { ResourceChange } from "../terraform/plan/plan";
import { memoizeByObject } from "../text/memo";
import { differs, pairAt } from "./field";

/** Names of the arguments whose value changes or may change, sorted. Several rules and the report ask for the same change. */
export const changedAttributes = memoizeByObject((change: ResourceChange): readonly string[] => {
  if (!isUpdateOrReplacement(change)) return [];
  const names = new Set<string>();
  for (const json of [change.before.value, change.after.value, change.after.unknown]) {
    if (isFields(json)) for (const name of Object.keys(json)) names.add(name);
  }
  return [...names].filter((name) => differs(pairAt(change, [name]))).sort();
});
