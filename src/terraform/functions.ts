/** Terraform's functions that policies are made with, as far as they are easily done; the others are not known. */
import type { CallSyntax, Syntax } from "../hcl/read";
import {
  type EntryValue,
  listValue,
  objectValue,
  scalarValue,
  shownText,
  textValue,
  unknownValue,
  type Value,
} from "./value";

type Work = (args: readonly Value[], at: number) => Value | undefined;

const same: Work = ([value]) => value;

const functions: ReadonlyMap<string, Work> = new Map<string, Work>([
  ["jsonencode", ([value], at) => value && { kind: "json", value, at, weight: value.weight + 1 }],
  ["concat", (args, at) => listValue(args.flatMap(itemsOf), at)],
  ["setunion", (args, at) => listValue(withoutDoubles(args.flatMap(itemsOf)), at)],
  ["flatten", ([value], at) => value && listValue(itemsOf(value).flatMap(flat), at)],
  ["toset", ([value], at) => value && listValue(withoutDoubles(itemsOf(value)), at)],
  ["distinct", ([value], at) => value && listValue(withoutDoubles(itemsOf(value)), at)],
  ["compact", ([value], at) => value && listValue(itemsOf(value).filter(isSomething), at)],
  ["tolist", same],
  ["tomap", same],
  ["sort", same],
  ["tostring", same],
  ["sensitive", same],
  ["nonsensitive", same],
  ["merge", merge],
  ["keys", ([value], at) => fromObject(value, ({ key, at: place }) => textValue(key, place), at)],
  ["values", ([value], at) => fromObject(value, ({ value: item }) => item, at)],
  ["join", join],
  ["format", ([text, ...args], at) => format(text, args, at)],
  ["formatlist", formatList],
  ["try", firstKnown],
  ["coalesce", firstKnown],
]);

/** What a call gives. */
export function callFunction({ name, args, expand }: CallSyntax, fold: (arg: Syntax) => Value, at: number): Value {
  const work = functions.get(name);
  const values = work === undefined ? [] : args.map(fold);
  const last = values.at(-1);
  const given = expand && last?.kind === "list" ? [...values.slice(0, -1), ...last.items] : values;
  const isShort = expand && last?.kind !== "list";
  return (isShort ? undefined : work?.(given, at)) ?? unknownValue(`${name}(...)`, at);
}

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

function withoutDoubles(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.kind !== "text") return true;
    const isNew = !seen.has(item.text);
    seen.add(item.text);
    return isNew;
  });
}

function merge(args: readonly Value[], at: number): Value | undefined {
  const entries = new Map<string, EntryValue>();
  for (const arg of args) {
    if (arg.kind !== "object") return undefined;
    for (const entry of arg.entries) entries.set(entry.key, entry);
  }
  return objectValue([...entries.values()], at);
}

function fromObject(value: Value | undefined, change: (entry: EntryValue) => Value, at: number): Value | undefined {
  return value?.kind === "object" ? listValue(value.entries.map(change), at) : undefined;
}

function join([separator, ...lists]: readonly Value[], at: number): Value | undefined {
  const items = lists.flatMap(itemsOf);
  if (separator?.kind !== "text" || items.some(({ kind }) => kind === "unknown")) return undefined;
  const texts = items.map(shownText);
  return texts.includes(undefined) ? undefined : textValue(texts.join(separator.text), at);
}

/** `%s`, `%d` and `%v` only. */
function format(text: Value | undefined, args: readonly Value[], at: number): Value | undefined {
  if (text?.kind !== "text") return undefined;
  const pieces = text.text.split(/(%.)/s);
  const left = [...args];
  const shown = pieces.map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece === "%%") return "%";
    const arg = ["%s", "%d", "%v"].includes(piece) ? left.shift() : undefined;
    return arg === undefined ? undefined : shownText(arg);
  });
  return shown.includes(undefined) ? undefined : textValue(shown.join(""), at);
}

function formatList([text, ...args]: readonly Value[], at: number): Value | undefined {
  const lists = args.flatMap((arg) => (arg.kind === "list" ? [arg.items] : []));
  const length = lists[0]?.length ?? 1;
  if (lists.some((items) => items.length !== length)) return undefined;
  const results = Array.from({ length }, (_, index) =>
    format(
      text,
      args.map((arg) => (arg.kind === "list" ? (arg.items[index] ?? scalarValue(null, at)) : arg)),
      at,
    ),
  );
  const known = results.filter((result) => result !== undefined);
  return known.length < length ? undefined : listValue(known, at);
}

function firstKnown([first]: readonly Value[]): Value | undefined {
  return first !== undefined && first.kind !== "unknown" && isSomething(first) ? first : undefined;
}
