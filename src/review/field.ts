/** Attributes of a change: their values before and after, and how they may be shown. */
import { isFields, isList, type Json, jsonAt, type ValuePath } from "../json/json-value";
import { jsonText } from "../terraform/plan/json-text";
import { hasMark, markAt } from "../terraform/plan/marks";
import type { Marked, ResourceChange } from "../terraform/plan/plan";
import { sameJson } from "../terraform/plan/same-json";
import { type Message, value, words } from "../text/message";

/** An attribute before or after a change, as far as it is known. */
export interface Field {
  /** Undefined if it is absent, null or known only after apply. */
  readonly value: Json | undefined;
  readonly unknown: boolean;
  readonly secret: boolean;
  readonly path: ValuePath;
}

/** The attribute at a path. It is marked if it, a value that contains it, or anything in it is marked. */
export function fieldAt(marked: Marked, path: ValuePath): Field {
  const found = jsonAt(marked.value, path);
  return {
    value: found === null ? undefined : found,
    unknown: hasMark(markAt(marked.unknown, path)),
    secret: hasMark(markAt(marked.sensitive, path)),
    path,
  };
}

/** An attribute on both sides. */
export interface Pair {
  readonly before: Field;
  readonly after: Field;
  readonly path: ValuePath;
}

/** The attribute before and after. */
export function pairAt({ before, after }: ResourceChange, path: ValuePath): Pair {
  return { before: fieldAt(before, path), after: fieldAt(after, path), path };
}

/** Whether the attribute changes, or may. */
export function differs({ before, after }: Pair): boolean {
  return after.unknown ? !before.unknown : !sameJson(before.value, after.value);
}

/**
 * Whether blocks change, or may. In a block the provider writes an argument that is not set now as null, now as the empty value of
 * its type: that is no change.
 */
export function blocksDiffer(pair: Pair): boolean {
  if (!differs(pair)) return false;
  const { before, after } = pair;
  if (after.unknown) return true;
  return (
    !(isUnset(before.value) && isUnset(after.value)) && !sameJson(withoutEmpty(before.value), withoutEmpty(after.value))
  );
}

function isUnset(json: Json | undefined): boolean {
  return json === undefined || json === "" || (typeof json === "object" && isEmpty(json));
}

/** Blocks, which are lists, without the arguments that are null or empty. A map keeps its keys: they are the author's. */
export function withoutEmpty(json: Json | undefined): Json {
  if (!isList(json)) return json ?? null;
  return json.map((block) => {
    if (!isFields(block)) return block;
    const fields = Object.entries(block).map(([name, inner]) => [name, withoutEmpty(inner)] as const);
    return Object.fromEntries(fields.filter(([, inner]) => !isEmpty(inner)));
  });
}

function isEmpty(json: Json): boolean {
  if (isList(json)) return json.length === 0;
  return isFields(json) ? Object.keys(json).length === 0 : json === null || json === "" || json === 0 || json === false;
}

/** An attribute as it may be shown. */
export function show({ value: known, unknown, secret, path }: Field): Message {
  if (secret) return words("(sensitive value)");
  if (unknown) return words("(known after apply)");
  if (known === undefined) return words("(none)");
  return value(typeof known === "string" ? known : jsonText(known), path);
}

/** `1 → 4` */
export function showPair({ before, after }: Pair): Message {
  return [...show(before), " → ", ...show(after)];
}

/** A known number; undefined if it is anything else. */
export function numberIn(field: Field): number | undefined {
  return typeof field.value === "number" ? field.value : undefined;
}

/** A known string; undefined if it is anything else. */
export function stringIn(field: Field): string | undefined {
  return typeof field.value === "string" ? field.value : undefined;
}

/** The items of a list of blocks; empty if there is no list. */
export function itemsAt(json: Json | undefined, path: ValuePath): readonly Json[] {
  const found = jsonAt(json, path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}
