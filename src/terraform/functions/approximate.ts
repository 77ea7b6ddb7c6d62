/**
 * What a reader of files knows of a call's result. Unlike `fold`, the arguments keep their places in the files, texts may
 * hold tokens for what is not known, and an unknown item of a list stands for any number of items.
 */
import { hasToken } from "../../text/tokens";
import {
  type EntryValue,
  joinedText,
  listValue,
  objectValue,
  scalarValue,
  sourceText,
  textValue,
  type Value,
} from "../value";
import type { Approximate } from "./function-facts";

export const sameValue: Approximate = ([value]) => value;

export const encodeJson: Approximate = ([value], at) => value && { kind: "json", value, at, weight: value.weight + 1 };

export const joinLists: Approximate = (args, at) => listValue(args.flatMap(itemsOf), at);

export const uniteLists: Approximate = (args, at) => listValue(eachOnce(args.flatMap(itemsOf)), at);

export const flattenLists: Approximate = ([value], at) => value && listValue(itemsOf(value).flatMap(flat), at);

export const withoutDoubles: Approximate = ([value], at) => value && listValue(eachOnce(itemsOf(value)), at);

export const withoutEmpty: Approximate = ([value], at) => value && listValue(itemsOf(value).filter(isSomething), at);

export const listKeys: Approximate = ([value], at) =>
  listEntries(value, ({ key, at: place }) => keyValue(key, place), at);

export const listValues: Approximate = ([value], at) => listEntries(value, (entry) => entry.value, at);

export const mergeObjects: Approximate = (args, at) => {
  const entries = new Map<string, EntryValue>();
  for (const arg of args) {
    if (arg.kind !== "object") return undefined;
    for (const entry of arg.entries) entries.set(entry.key, entry);
  }
  return objectValue([...entries.values()], at);
};

export const joinTexts: Approximate = ([separator, ...lists], at) => {
  const items = lists.flatMap(itemsOf);
  if (separator?.kind !== "text" || items.some(({ kind }) => kind === "unknown")) return undefined;
  return joinedText(
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
    at,
  );
};

/** `%s`, `%d` and `%v` only. */
export const formatText: Approximate = ([text, ...args], at) => {
  if (text?.kind !== "text") return undefined;
  const pieces = text.text.split(/(%.)/s);
  const left = [...args];
  const shown = pieces.map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece === "%%") return "%";
    const arg = ["%s", "%d", "%v"].includes(piece) ? left.shift() : undefined;
    return arg;
  });
  const parts = shown.filter((piece) => piece !== undefined);
  return parts.length < shown.length ? undefined : joinedText(parts, at);
};

export const formatTexts: Approximate = ([text, ...args], at) => {
  const lists = args.flatMap((arg) => (arg.kind === "list" ? [arg.items] : []));
  const length = lists[0]?.length ?? 1;
  if (text === undefined || lists.some((items) => items.length !== length)) return undefined;
  const results = Array.from({ length }, (_, index) => {
    const own = args.map((arg) => (arg.kind === "list" ? (arg.items[index] ?? scalarValue(null, at)) : arg));
    return formatText([text, ...own], at);
  });
  const known = results.filter((result) => result !== undefined);
  return known.length < length ? undefined : listValue(known, at);
};

export const firstKnown: Approximate = ([first]) =>
  first !== undefined && first.kind !== "unknown" && isSomething(first) ? first : undefined;

/** The items of a list; what is not known stands for any number of them. */
function itemsOf(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [value];
}

function flat(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items.flatMap(flat) : [value];
}

function isSomething(value: Value): boolean {
  return !(value.kind === "text" && value.text === "") && !(value.kind === "scalar" && value.value === null);
}

function eachOnce(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.kind !== "text") return true;
    const source = sourceText(item);
    const isNew = !seen.has(source) || source.includes("${...}");
    seen.add(source);
    return isNew;
  });
}

/** Of a key with unknown parts only the shown text is kept, so that it is never the same as another. */
function keyValue(key: string, at: number | undefined): Value {
  const text = textValue(key, at);
  return hasToken(key) ? { ...text, source: "${...}" } : text;
}

function listEntries(value: Value | undefined, change: (entry: EntryValue) => Value, at: number): Value | undefined {
  return value?.kind === "object" ? listValue(value.entries.map(change), at) : undefined;
}
