/** Exact results of functions over lists, maps and objects. */
import type { Expression } from "../../hcl/expression";
import { compareBytes } from "../../text/compare-bytes";
import { isEqual, isNeverNull, literal, textOf } from "../known-values";
import { isAscii } from "./fold-texts";
import type { Fold } from "./function-facts";

type ObjectNode = Extract<Expression, { kind: "object" }>;

const hasTextKeys = (node: Expression | undefined): node is ObjectNode =>
  node?.kind === "object" && node.entries.every((entry) => typeof entry.key === "string");

const tuple = (items: readonly Expression[]): Expression => ({ kind: "tuple", items });

function textItems(node: Expression | undefined): readonly string[] | undefined {
  if (node?.kind !== "tuple") return undefined;
  const items = node.items.map(textOf);
  return items.every((item) => item !== undefined) ? (items as string[]) : undefined;
}

export const lengthOf: Fold = ([value]) => {
  if (value?.kind === "tuple") return literal(value.items.length);
  if (hasTextKeys(value)) return literal(value.entries.length);
  const text = textOf(value);
  return text !== undefined && isAscii(text) ? literal(text.length) : undefined;
};

export const keysOf: Fold = ([map]) =>
  hasTextKeys(map)
    ? tuple(
        map.entries
          .map((entry) => entry.key as string)
          .sort(compareBytes)
          .map(literal),
      )
    : undefined;

export const valuesOf: Fold = ([map]) => {
  if (!hasTextKeys(map)) return undefined;
  const entries = [...map.entries].sort((a, b) => compareBytes(a.key as string, b.key as string));
  return tuple(entries.map((entry) => entry.value));
};

/** Empty lists fall away also where another list is not known. */
export const concat: Fold = (args) => {
  const kept = args.filter((arg) => !(arg.kind === "tuple" && arg.items.length === 0));
  if (kept.every((arg) => arg.kind === "tuple"))
    return tuple(kept.flatMap((arg) => (arg.kind === "tuple" ? arg.items : [])));
  return kept.length < args.length ? { kind: "call", name: "concat", args: kept } : undefined;
};

export const merge: Fold = (args) => {
  if (!args.every(hasTextKeys)) return undefined;
  const entries = args.flatMap((arg) => (arg.kind === "object" ? arg.entries : []));
  const merged = new Map(entries.map((entry) => [String(entry.key).normalize("NFC"), entry]));
  return { kind: "object", entries: [...merged.values()] };
};

export const flatten: Fold = ([list]) => {
  if (list?.kind !== "tuple" || !list.items.every((item) => item.kind === "tuple" || item.kind === "literal"))
    return undefined;
  const flat = list.items.flatMap((item) => (item.kind === "tuple" ? item.items : [item]));
  return flat.every((item) => item.kind === "literal") ? tuple(flat) : undefined;
};

export const lookup: Fold = ([map, key, fallback]) => {
  const name = textOf(key);
  if (name === undefined || !hasTextKeys(map)) return undefined;
  return map.entries.find((entry) => entry.key === name)?.value ?? fallback;
};

export const contains: Fold = ([list, value]) => {
  if (list?.kind !== "tuple" || value?.kind !== "literal" || !list.items.every((item) => item.kind === "literal"))
    return undefined;
  return literal(list.items.some((item) => isEqual(item, value) === true));
};

/** Arguments that are sure to be passed over fall away also where another argument is not known. */
export const coalesce: Fold = (args) => {
  const rest = args.filter((arg) => !(arg.kind === "literal" && (arg.value === null || arg.value === "")));
  const [first] = rest;
  // All arguments are converted to one type, also those that are passed over: a number beside a text becomes a text.
  const types = new Set(
    args.flatMap((arg) => (arg.kind === "literal" && arg.value !== null ? [typeof arg.value] : [])),
  );
  if (types.size > 1) return undefined;
  if (first?.kind === "literal" && (typeof first.value === "string" || rest.length === 1)) return first;
  if (first !== undefined && rest.length === 1 && isNeverNull(first)) return first;
  return rest.length < args.length && rest.length > 0 ? { kind: "call", name: "coalesce", args: rest } : undefined;
};

export const one: Fold = ([list]) =>
  list?.kind === "tuple" && list.items.length < 2 ? (list.items[0] ?? literal(null)) : undefined;

export const alltrue: Fold = ([list]) => foldBools("alltrue", list);
export const anytrue: Fold = ([list]) => foldBools("anytrue", list);

/** One element may decide the result; those that cannot change it fall away. */
function foldBools(name: "alltrue" | "anytrue", list: Expression | undefined): Expression | undefined {
  if (list?.kind !== "tuple") return undefined;
  const neutral = name === "alltrue";
  if (list.items.some((item) => item.kind === "literal" && item.value === !neutral)) return literal(!neutral);
  const open = list.items.filter((item) => !(item.kind === "literal" && item.value === neutral));
  if (open.length === 0) return literal(neutral);
  return open.length < list.items.length ? { kind: "call", name, args: [tuple(open)] } : undefined;
}

export const compact: Fold = ([list]) => {
  const isTextOrNull = (item: Expression) =>
    item.kind === "literal" && (item.value === null || typeof item.value === "string");
  if (list?.kind !== "tuple" || !list.items.every(isTextOrNull)) return undefined;
  return tuple(list.items.filter((item) => item.kind === "literal" && item.value !== null && item.value !== ""));
};

export const distinct: Fold = ([list]) => {
  const items = textItems(list);
  return items && tuple([...new Set(items.map((item) => item.normalize("NFC")))].map(literal));
};

export const sort: Fold = ([list]) => {
  const items = textItems(list);
  return items && tuple([...items].sort(compareBytes).map(literal));
};
