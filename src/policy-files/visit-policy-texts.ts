/** Which values of a plan hold policies: texts, in whatever attribute they stand. */
import { MAX_DEPTH } from "../json/json-node";
import { isFields, isList, type Json } from "../json/json-value";
import { looksLikePolicy } from "./policy-text";

/** Keys and indices from a value down to a part of it. */
export type ValuePath = readonly (string | number)[];

/**
 * Visits the texts that are objects of JSON and look like policies.
 *
 * The path is one list that grows and shrinks: most values hold nothing, and there are many. Who keeps it copies it.
 */
export function visitPolicyTexts(value: Json | undefined, visit: (text: string, path: ValuePath) => void): void {
  search(value, [], visit);
}

function search(value: Json | undefined, path: (string | number)[], visit: (text: string, path: ValuePath) => void) {
  if (typeof value === "string") {
    if (/^\s*\{/.test(value) && looksLikePolicy(value)) visit(value, path);
    return;
  }
  if (typeof value !== "object" || value === null || path.length >= MAX_DEPTH) return;
  const enter = (step: string | number, item: Json | undefined) => {
    path.push(step);
    search(item, path, visit);
    path.pop();
  };
  if (isList(value)) for (let index = 0; index < value.length; index++) enter(index, value[index]);
  else if (isFields(value)) for (const name in value) enter(name, value[name]);
}
