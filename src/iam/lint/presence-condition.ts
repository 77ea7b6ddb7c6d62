/** Conditions that ask whether a request has a key. */
import type { Condition } from "../document/policy";

/** Whether it is StringLike or StringNotLike with `*` alone. */
export function asksForPresence({ operator, values, set, ifExists }: Condition): boolean {
  if (!/^String(Not)?Like$/.test(operator) || set === "ForAllValues" || ifExists) return false;
  return values.length === 1 && String(values[0]?.value) === "*";
}
