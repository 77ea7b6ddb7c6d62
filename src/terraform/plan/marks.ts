/** Marks beside a value: `true` for all of it, or its shape with `true` where a part is marked. */
import { isFields, isList, type Json, type ValuePath } from "../../json/json-value";

/** The mark of a part: `true`, a shape, or undefined if nothing of it is marked. */
export function markOf(marks: Json | undefined, step: string | number): Json | undefined {
  if (marks === true) return true;
  if (isList(marks)) return marks[Number(step)] || undefined;
  return isFields(marks) && Object.hasOwn(marks, step) ? marks[step] || undefined : undefined;
}

/** The mark of a part further in. */
export function markAt(marks: Json | undefined, path: ValuePath): Json | undefined {
  return path.reduce<Json | undefined>((mark, step) => markOf(mark, step), marks || undefined);
}

/** Whether anything in the marks is `true`. */
export function hasMark(marks: Json | undefined): boolean {
  if (marks === true) return true;
  if (marks === undefined || marks === null || typeof marks !== "object") return false;
  const open: Json[] = [marks];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === true) return true;
    if (isList(next)) for (const item of next) open.push(item);
    else if (isFields(next)) for (const key of Object.keys(next)) open.push(next[key] as Json);
  }
  return false;
}
