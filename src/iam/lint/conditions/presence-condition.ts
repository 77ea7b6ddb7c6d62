/** Conditions that test only whether the request has a condition key. */
import type { Condition } from "../../document/policy";

/**
 * Whether a condition is StringLike or StringNotLike with the single value `*`, which every value matches. With `ForAllValues` or
 * `IfExists` it also holds for a request without the key, and so it tests nothing.
 */
export function testsKeyPresence({ operator, values, set, ifExists }: Condition): boolean {
  if (!/^String(Not)?Like$/.test(operator) || set === "ForAllValues" || ifExists) return false;
  return values.length === 1 && String(values[0]?.value) === "*";
}
