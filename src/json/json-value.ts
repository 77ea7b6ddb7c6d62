/** Values of JSON in memory, as `JSON.parse` gives them. */

/** A value that JSON can write. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of JSON. */
export type Fields = { readonly [key: string]: Json };

/** The way from a value to a part of it: names of members and indexes of lists. */
export type ValuePath = readonly (string | number)[];

/** Whether a value of JSON is an object, and neither null nor a list. */
export function isFields(value: Json | undefined): value is Fields {
  return isRecord(value);
}

/** The same of any value of JavaScript. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value is an object or a list. */
export function isNested(value: Json | undefined): value is Fields | readonly Json[] {
  return typeof value === "object" && value !== null;
}

/** The value as an object; an empty one where it is anything else. */
export function fieldsIn(value: Json | undefined): Fields {
  return isFields(value) ? value : {};
}

/** The kind of a value, in words. The value itself may be secret, and is never part of the result. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "a number";
  if (typeof value === "boolean") return "true or false";
  return isList(value) ? "a list" : "an object";
}

/** The part of a value at a path; undefined if there is none. Terraform takes `list["0"]` for `list[0]`. */
export function jsonAt(value: Json | undefined, path: ValuePath): Json | undefined {
  let part = value;
  for (const step of path) {
    if (isList(part)) part = part[Number(step)];
    else part = isFields(part) && Object.hasOwn(part, step) ? part[step] : undefined;
  }
  return part;
}
