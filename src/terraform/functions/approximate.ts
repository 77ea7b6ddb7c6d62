/**
 * What a reader of files knows of a call's result. Unlike `fold`, the arguments keep their places in the files, texts may
 * hold tokens for what is not known, and an unknown item of a list stands for any number of items.
 */
import { hasToken } from "../../text/tokens";
import {
  type EntryValue,
  entryOf,
  isOneItem,
  itemsOf,
  joinedText,
  listValue,
  objectValue,
  repeated,
  scalarValue,
  sourceContent,
  sourceText,
  textValue,
  tokenContent,
  unknownValue,
  type Value,
} from "../value";
import type { Approximate } from "./function-facts";

export const sameValue: Approximate = ([value]) => value;

export const encodeJson: Approximate = ([value], at) => value && { kind: "json", value, at, weight: value.weight + 1 };

export const joinLists: Approximate = (args, at) => listValue(args.flatMap(itemsOf), at);

export const uniteSets: Approximate = (args, at) => setValue(args.flatMap(itemsOf), at);

export const asSet: Approximate = ([value], at) => value && setValue(itemsOf(value), at);

/** The elements of a set get indexes. */
export const asList: Approximate = ([value]) => (value?.kind === "list" ? { ...value, isUnordered: undefined } : value);

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

/** The value of a key that is known; the default only where no key is unknown, since that may be the one. */
export const lookupEntry: Approximate = ([map, key, fallback]) => {
  if (map?.kind !== "object" || key?.kind !== "text" || hasToken(key.text)) return undefined;
  const entry = entryOf(map, key.text);
  if (entry !== undefined) return entry.value;
  return map.entries.some((one) => hasToken(one.key)) ? undefined : fallback;
};

/** The one element of a list. Of a list that is not known, such as `aws_s3_bucket.raw[*].arn`, it is what each of them is. */
export const onlyElement: Approximate = ([list], at) => {
  if (list?.kind === "list") return list.items.length === 1 && list.items.every(isOneItem) ? list.items[0] : undefined;
  if (list?.kind !== "unknown" || !tokenContent(list).includes("[*]")) return undefined;
  const source = sourceContent(list);
  return unknownValue(tokenContent(list), at, source === undefined ? undefined : `one(${source})`);
};

/** The same of an element of such a list. Of a known list the evaluator knows an index better. */
export const someElement: Approximate = ([list], at) => {
  if (list?.kind !== "unknown" || !tokenContent(list).includes("[*]")) return undefined;
  return unknownValue(tokenContent(list), at, undefined);
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
    const result = formatText([text, ...own], at);
    const open = own.find((arg, place) => args[place]?.kind === "list" && !isOneItem(arg));
    return result !== undefined && open !== undefined ? repeated(result) : result;
  });
  const known = results.filter((result) => result !== undefined);
  return known.length < length ? undefined : listValue(known, at);
};

export const firstKnown: Approximate = ([first]) =>
  first !== undefined && first.kind !== "unknown" && isSomething(first) ? first : undefined;

/** How many elements there are, if each is known to be one. The characters of a text are not counted. */
export const countItems: Approximate = ([value], at) => {
  if (value?.kind === "list") return value.items.every(isOneItem) ? scalarValue(value.items.length, at) : undefined;
  if (value?.kind !== "object") return undefined;
  const isCounted = value.entries.every(({ key, value: item }) => item.repeats === undefined && !hasToken(key));
  return isCounted ? scalarValue(value.entries.length, at) : undefined;
};

/** Whether a text is an element of a list. */
export const hasItem: Approximate = ([list, value], at) => {
  if (list?.kind !== "list" || value?.kind !== "text" || hasToken(value.text)) return undefined;
  const texts = list.items.map((item) => (item.kind === "text" && !hasToken(item.text) ? item.text : undefined));
  const isThere = list.items.some((item, index) => item.repeats === undefined && texts[index] === value.text);
  if (isThere) return scalarValue(true, at);
  return texts.includes(undefined) || texts.includes(value.text) ? undefined : scalarValue(false, at);
};

function setValue(items: readonly Value[], at: number): Value {
  return { ...listValue(eachOnce(items), at), isUnordered: true };
}

function flat(value: Value): readonly Value[] {
  if (value.kind !== "list") return [value];
  const items = value.items.flatMap(flat);
  return value.repeats === undefined ? items : items.map(repeated);
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
  if (value?.kind !== "object") return undefined;
  return listValue(
    value.entries.map((entry) => (entry.value.repeats === undefined ? change(entry) : repeated(change(entry)))),
    at,
  );
}
