/** Attributes of a change: their values before and after, and what may be told of them. */
import type { Json } from "../hcl/expression";
import type { Marked, ResourceChange } from "../plan/plan";
import { type Text, value, words } from "./text";

export type Path = readonly (string | number)[];

/** What is known of an attribute on one side of a change. */
export interface Field {
  /** Undefined where it is absent, null or known only after apply. */
  readonly value: Json | undefined;
  readonly unknown: boolean;
  readonly secret: boolean;
  readonly path: Path;
}

/** The attribute at a path. A mark on something around it holds for it too. */
export function fieldAt(marked: Marked, path: Path): Field {
  const found = at(marked.value, path);
  return {
    value: found === null ? undefined : found,
    unknown: markedAt(marked.unknown, path),
    secret: markedAt(marked.sensitive, path),
    path,
  };
}

/** The value at a path; undefined where there is none. */
export function at(json: Json | undefined, path: Path): Json | undefined {
  let here: Json | undefined = json;
  for (const step of path) {
    if (here === null || typeof here !== "object") return undefined;
    if (Array.isArray(here)) here = typeof step === "number" ? (here as readonly Json[])[step] : undefined;
    else here = Object.hasOwn(here, step) ? (here as Readonly<Record<string, Json>>)[step] : undefined;
  }
  return here;
}

/** Whether a mark holds for a path or for anything in it. */
function markedAt(marks: Json | undefined, path: Path): boolean {
  let here = marks;
  for (const step of path) {
    if (here === true) return true;
    here = at(here, [step]);
  }
  return hasMark(here);
}

/** Whether anything in a shape of marks is marked. */
export function hasMark(marks: Json | undefined): boolean {
  if (marks === true) return true;
  if (marks === null || typeof marks !== "object") return false;
  const parts = Array.isArray(marks) ? (marks as readonly Json[]) : Object.values(marks);
  return parts.some(hasMark);
}

/** An attribute on both sides. */
export interface Pair {
  readonly before: Field;
  readonly after: Field;
  readonly path: Path;
}

/** The attribute before and after. */
export function pairAt({ before, after }: ResourceChange, path: Path): Pair {
  return { before: fieldAt(before, path), after: fieldAt(after, path), path };
}

/** Whether the attribute changes, or may. */
export function differs({ before, after }: Pair): boolean {
  return after.unknown ? !before.unknown : !sameJson(before.value, after.value);
}

/** Equal, whatever the order of the keys; null and absent are the same. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item: Json, index) => sameJson(item, b[index] as Json));
  }
  const [left, right] = [a, b] as [Readonly<Record<string, Json>>, Readonly<Record<string, Json>>];
  for (const key in left) if (!sameJson(left[key], own(right, key))) return false;
  for (const key in right) if (right[key] !== null && !Object.hasOwn(left, key)) return false;
  return true;
}

/** An attribute that is the object's own, and not its prototype's: those are functions, and `__proto__`. */
function own(object: Readonly<Record<string, Json>>, key: string): Json | undefined {
  const value: unknown = object[key];
  const isDoubtful = typeof value === "function" || key === "__proto__";
  return isDoubtful && !Object.hasOwn(object, key) ? undefined : (value as Json | undefined);
}

/** An attribute as it may be shown. */
export function show({ value: known, unknown, secret, path }: Field): Text {
  if (secret) return words("(sensitive value)");
  if (unknown) return words("(known after apply)");
  if (known === undefined) return words("(none)");
  return value(typeof known === "string" ? known : JSON.stringify(known), path);
}

/** `1 → 4` */
export function showPair({ before, after }: Pair): Text {
  return [...show(before), " → ", ...show(after)];
}

/** A known number; undefined where it is something else. */
export function numberIn(field: Field): number | undefined {
  return typeof field.value === "number" ? field.value : undefined;
}

/** A known string; undefined where it is something else. */
export function stringIn(field: Field): string | undefined {
  return typeof field.value === "string" ? field.value : undefined;
}

/** The items of a list of blocks; empty where there is none. */
export function itemsAt(json: Json | undefined, path: Path): readonly Json[] {
  const found = at(json, path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}
