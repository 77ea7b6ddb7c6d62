/** Whether two values are the same, however deep they are nested. */
import { type Fields, isList, type Json } from "../../json/json-value";

/** Deeper values are compared without recursion. */
const SHALLOW = 200;

/** Equal, whatever the order of the keys; null and absent are the same. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return sameWithin(a, b, 0);
}

function sameWithin(a: Json | undefined, b: Json | undefined, depth: number): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (depth === SHALLOW) return sameDeep(a, b);
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) {
      if (a[index] !== b[index] && !sameWithin(a[index], b[index], depth + 1)) return false;
    }
    return true;
  }
  const [left, right] = [a, b] as [Fields, Fields];
  for (const key of Object.keys(left)) {
    const [one, other] = [left[key], own(right, key)];
    if (one !== other && !sameWithin(one, other, depth + 1)) return false;
  }
  return restIsNull(right, left);
}

/** The same with a list of what is still to be compared. */
function sameDeep(first: Json, second: Json): boolean {
  const open: [Json | undefined, Json | undefined][] = [[first, second]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [a, b] = next;
    if (isLeaf(a) || isLeaf(b)) {
      if ((a ?? null) !== (b ?? null)) return false;
    } else if (isList(a) || isList(b)) {
      if (!isList(a) || !isList(b) || a.length !== b.length) return false;
      for (let index = 0; index < a.length; index++) open.push([a[index], b[index]]);
    } else {
      const [left, right] = [a, b] as [Fields, Fields];
      for (const key of Object.keys(left)) open.push([left[key], own(right, key)]);
      if (!restIsNull(right, left)) return false;
    }
  }
  return true;
}

function isLeaf(value: Json | undefined): boolean {
  return value === null || typeof value !== "object";
}

/** Whether what the other does not have is null. */
function restIsNull(object: Fields, other: Fields): boolean {
  for (const key of Object.keys(object)) if (!Object.hasOwn(other, key) && object[key] !== null) return false;
  return true;
}

function own(object: Fields, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
