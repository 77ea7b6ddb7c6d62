/** Loops over lists, sets, maps and objects. Over what is known they run now; else they become `for` expressions. */
import { fail } from "../../errors";
import type { Binding, Expression, For } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { compareBytes } from "../../text/compare-bytes";
import {
  bindingNode,
  conditionalNode,
  FALSE,
  indexNode,
  isNullNode,
  literalNode,
  mentions,
  notNode,
  splatNode,
  TRUE,
} from "./build";
import { checkCallback, RETURNS_NOTHING } from "./check-callback";
import { nameElement } from "./declared-values";
import {
  type ELEMENT,
  Expr,
  type ListExpr,
  type MapExpr,
  makeExpr,
  NODE,
  type Nullable,
  type ObjectExpr,
  type PlainOf,
  type TupleExpr,
  TYPE,
} from "./expr";
import type { BoolLike, NumberLike, StringLike } from "./operators";
import { overInstances } from "./over-instances";
import { type ExprOf, toNode, toTypedNode } from "./to-node";

export interface EachOptions<E, Key extends readonly unknown[] = []> {
  /** Leaves out the elements for which it is false. @default all stay */
  readonly where?: (item: E, ...key: Key) => BoolLike;
  /** How the element is called in HCL. @default the singular of the collection's name */
  readonly as?: string;
}

/** What loops walk. */
export type Walkable = ListExpr<Expr<unknown>> | MapExpr<Expr<unknown>>;
/** What a loop meets. */
export type ElementOf<C extends Walkable> = C[typeof ELEMENT];
/** The condition has the index or the key, too. */
type OptionsFor<C extends Walkable> = EachOptions<
  ElementOf<C>,
  [C] extends [ListExpr<Expr<unknown>>] ? [index: Expr<number>] : [key: Expr<string>]
>;
/** What a loop calls its function with: an element of a list and its index, or a value of a map and its key. */
type Entry<C extends Walkable> = [C] extends [ListExpr<Expr<unknown>>]
  ? [item: ElementOf<C>, index: Expr<number>]
  : [value: ElementOf<C>, key: Expr<string>];

/** `[for item in list : result]`, with the index `[for index, item in list : result]`, and of a map `[for key, value in map : result]` */
export function each<C extends Walkable, R>(
  collection: C,
  use: (...entry: Entry<C>) => R,
  options?: OptionsFor<C>,
): ListExpr<ExprOf<R>>;
export function each(
  collection: Expr<unknown>,
  use: (item: never, key: never) => unknown,
  options: GivenOptions = {},
): unknown {
  checkCallback(use, "each", "each(list, (item) => item.name)");
  const { node, type } = loop("list", collection, options, (item, key) => {
    const given = use(item, key);
    if (given === undefined)
      fail({ code: "not-a-value", path: "", message: "the function of `each` returns nothing", hint: RETURNS_NOTHING });
    const result = toTypedNode(given);
    return { result: result.node, type: result.type };
  });
  return makeExpr(node, type === undefined ? undefined : { kind: "list", element: type });
}

/** `{ for item in list : key => value }`, with the index `{ for index, item in list : key => value }`, and of a map `{ for key, value in map : key => value }` */
export function toMap<C extends Walkable, R>(
  collection: C,
  use: (...entry: Entry<C>) => readonly [key: StringLike, value: R],
  options?: OptionsFor<C>,
): MapExpr<ExprOf<R>>;
export function toMap(
  collection: Expr<unknown>,
  use: (item: never, key: never) => readonly [StringLike, unknown],
  options: GivenOptions = {},
): unknown {
  checkCallback(use, "toMap", "toMap(list, (item) => [item.name, item])");
  const { node, type } = loop("map", collection, options, (item, key) => {
    const pair = use(item, key) as unknown;
    if (!Array.isArray(pair) || pair.length !== 2)
      fail({
        code: "wrong-arguments",
        path: "",
        message: "the function of `toMap` must return a key and a value",
        hint: "toMap(list, (item) => [item.name, item])",
      });
    const [resultKey, value] = pair as [StringLike, unknown];
    const result = toTypedNode(value);
    return { resultKey: toNode(resultKey), result: result.node, type: result.type };
  });
  return makeExpr(node, type === undefined ? undefined : { kind: "map", element: type });
}

/** `[for item in list : item.attribute if item.attribute != null]`: what is there of something that may be null. */
export function eachNotNull<E extends Expr<unknown>, P extends Expr<unknown>>(
  list: ListExpr<E>,
  pick: (item: E) => Nullable<P>,
  options: EachOptions<E> = {},
): ListExpr<P> {
  const where = (item: E) => makeExpr<Expr<boolean>>(notNode(isNullNode(pick(item)[NODE])), { kind: "bool" });
  return each(list as Walkable, pick as (item: Expr<unknown>) => Nullable<P>, {
    ...(options as EachOptions<Expr<unknown>>),
    where: where as (item: Expr<unknown>) => BoolLike,
  }) as unknown as ListExpr<P>;
}

/** `{ for key, value in object : key => value if value != null }` */
export function withoutNulls<F>(object: ObjectExpr<F>): MapExpr<Expr<NonNullable<PlainOf<F[keyof F]>>>> {
  const map = makeExpr<MapExpr<Expr<unknown>>>(object[NODE], { kind: "map", element: { kind: "any" } });
  const where = (value: Expr<unknown>) => makeExpr<Expr<boolean>>(notNode(isNullNode(value[NODE])), { kind: "bool" });
  return toMap(map, (value, key) => [key, value], { where }) as unknown as MapExpr<
    Expr<NonNullable<PlainOf<F[keyof F]>>>
  >;
}

/** An object that you write, as a map. */
export function mapFrom<T>(values: { readonly [key: string]: T }): MapExpr<ExprOf<T> & Expr<unknown>> {
  const { node } = toTypedNode(values);
  const first = Object.values(values)[0];
  const element = first === undefined ? undefined : toTypedNode(first).type;
  return makeExpr(node, element === undefined ? undefined : { kind: "map", element });
}

/** `list[*].attribute` */
export function splat<E extends Expr<unknown>, R extends Expr<unknown>>(
  list: ListExpr<E>,
  pick: (item: E) => R,
): ListExpr<R> {
  const binding = bindingNode("item");
  const element = elementType(list);
  const picked = pick(makeExpr(binding, element) as unknown as E);
  const path: string[] = [];
  let node = picked[NODE];
  while (node.kind === "attribute") {
    path.unshift(node.name);
    node = node.of;
  }
  if (node !== binding)
    fail({
      code: "not-a-splat",
      path: "",
      message: "a splat can only read an attribute of the element (`(job) => job.arn`)",
      hint: "use `each` for everything else",
    });
  const type = picked[TYPE];
  return makeExpr(
    splatNode(list[NODE], path),
    type === undefined ? undefined : { kind: "list", element: type },
  ) as unknown as ListExpr<R>;
}

/** `list[index]`, of a map `map[key]`, and of a tuple the element at a position that you write: `at(v.size, 0)` */
export function at<C extends Walkable>(
  collection: C,
  key: [C] extends [ListExpr<Expr<unknown>>] ? NumberLike : StringLike,
): ElementOf<C>;
export function at<T extends readonly unknown[], K extends number>(tuple: TupleExpr<T>, index: K): T[K];
export function at(collection: Expr<unknown>, key: NumberLike | StringLike): unknown {
  refuseOther(collection, "at");
  const type = collection[TYPE];
  if (type?.kind === "tuple" && typeof key === "number") {
    if (type.elements[key] === undefined)
      fail({
        code: "no-such-element",
        path: "",
        message: `the tuple has ${type.elements.length} elements, and none at ${key}`,
        hint: "the first is at 0",
      });
    return makeExpr(indexNode(collection[NODE], toNode(key)), type.elements[key]);
  }
  return makeExpr(indexNode(collection[NODE], toNode(key)), elementType(collection));
}

/** An array, a resource or a block of a resource in the place of a collection. */
function refuseOther(collection: unknown, name: "each" | "toMap" | "at"): void {
  if (collection instanceof Expr) return;
  const isArray = Array.isArray(collection);
  fail({
    code: "not-a-list",
    path: "",
    message: `\`${name}\` needs a list, set or map of the definition, but was given ${isArray ? "an array" : nameOfOther(collection)}`,
    hint: isArray
      ? `use JavaScript's own \`${name === "at" ? "[0]" : "map"}\` on an array that you wrote`
      : "of a resource read an attribute, `repository.topics`; of a block that is there once the attribute itself, `account.identity.principalId`; of resources with `count` or `forEach` use `.all((one) => one.id)`",
  });
}

function nameOfOther(value: unknown): string {
  if (typeof value !== "object" || value === null) return value === null ? "null" : `a ${typeof value}`;
  return "a resource or a block of it";
}

/** The type of the elements, where it is known. */
export function elementType(collection: Expr<unknown>): TypeConstraint | undefined {
  const type = collection[TYPE];
  return type?.kind === "list" || type?.kind === "set" || type?.kind === "map" ? type.element : undefined;
}

interface LoopResult {
  readonly resultKey?: Expression;
  readonly result: Expression;
  readonly type: TypeConstraint | undefined;
}

/** The options as the loops read them. */
type GivenOptions = EachOptions<never, [key: never]>;
type LoopBody = (item: never, key: never) => LoopResult;

function loop(
  kind: "list" | "map",
  collection: Expr<unknown>,
  options: GivenOptions,
  use: LoopBody,
): { readonly node: Expression; readonly type: TypeConstraint | undefined } {
  refuseOther(collection, kind === "list" ? "each" : "toMap");
  const over = collection[NODE];
  const where = whereThere(collection[TYPE]?.isThere, options.where);
  const unrolled = unroll({ kind, over, element: elementType(collection), where }, use);
  if (unrolled !== undefined) return unrolled;
  const isMap = collection[TYPE]?.kind === "map" || collection[TYPE]?.kind === "object" || over.kind === "object";
  const value = bindingNode(options.as ?? (isMap ? "value" : singular(over)));
  const isList = collection[TYPE]?.kind === "list" || over.kind === "tuple";
  const key: Binding = bindingNode(isList ? "index" : "key");
  nameElement(value, over);
  const item = makeExpr<never>(value, elementType(collection));
  const named = makeExpr<never>(key, { kind: isList ? "number" : "string" });
  const { resultKey, result, type } = use(item, named);
  const condition = where === undefined ? undefined : toNode(where(item, named));
  const usesKey = [result, resultKey, condition].some((node) => node !== undefined && mentions(node, key));
  if (usesKey && collection[TYPE]?.kind === "set") refuseIndexOfSet(kind);
  const node: For = {
    kind: "for",
    ...(usesKey && { key }),
    value,
    collection: over,
    ...(resultKey !== undefined && { resultKey }),
    result,
    ...(condition !== undefined && !isTrue(condition) && { condition }),
  };
  return { node: over.kind === "for" ? overInstances(node, over) : node, type };
}

function refuseIndexOfSet(kind: "list" | "map"): never {
  return fail({
    code: "index-of-set",
    path: "",
    message: `the function of \`${kind === "list" ? "each" : "toMap"}\` uses an index, but the elements of a set have none`,
    hint: "use the element itself, or walk a list: `fn.sort(set)`",
  });
}

/** The condition of the author, asked only of elements that are not null: Terraform evaluates both sides of `&&`. */
function whereThere(
  isThere: ((element: Expression) => Expression) | undefined,
  where: GivenOptions["where"],
): GivenOptions["where"] {
  if (isThere === undefined) return where;
  return (item: never, key: never) => {
    const there = isThere(toNode(item));
    const node = where === undefined ? there : conditionalNode(there, toNode(where(item, key)), FALSE);
    return makeExpr<Expr<boolean>>(node, { kind: "bool" });
  };
}

function isTrue(node: Expression): boolean {
  return node.kind === "literal" && node.value === true;
}

/** A loop that may run now. */
interface KnownLoop {
  /** The result of the loop. */
  readonly kind: "list" | "map";
  readonly over: Expression;
  /** The type of the elements, where it is known. */
  readonly element: TypeConstraint | undefined;
  readonly where: GivenOptions["where"];
}

/** Runs the loop now, where the elements and the condition on each are known. */
function unroll(
  { kind, over, element, where }: KnownLoop,
  use: LoopBody,
): { readonly node: Expression; readonly type: TypeConstraint | undefined } | undefined {
  const pairs = pairsOf(over);
  if (pairs === undefined) return undefined;
  const results: LoopResult[] = [];
  for (const [key, node] of pairs) {
    const item = makeExpr<never>(node, element);
    const named = makeExpr<never>(literalNode(key), { kind: over.kind === "tuple" ? "number" : "string" });
    const condition = where === undefined ? TRUE : toNode(where(item, named));
    if (condition.kind !== "literal") return undefined;
    if (condition.value === true) results.push(use(item, named));
  }
  // Without an element the type of the result is that of an imagined one.
  const type = (
    results[0] ??
    (element === undefined
      ? undefined
      : use(makeExpr<never>(bindingNode("item"), element), makeExpr<never>(bindingNode("key"), { kind: "string" })))
  )?.type;
  if (kind === "list") {
    return { node: { kind: "tuple", items: results.map((result) => result.result) }, type };
  }
  const keys = results.flatMap(({ resultKey }) => (resultKey?.kind === "literal" ? [String(resultKey.value)] : []));
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined)
    fail({
      code: "duplicate-key",
      path: "",
      message: `two elements have the key ${JSON.stringify(twice)}`,
      hint: "Terraform rejects a map that has the same key twice",
    });
  const entries = results.map(({ resultKey, result }) => {
    const key = resultKey as Expression;
    return { key: key.kind === "literal" ? String(key.value) : key, value: result };
  });
  return { node: { kind: "object", entries }, type };
}

function pairsOf(over: Expression): readonly (readonly [string | number, Expression])[] | undefined {
  if (over.kind === "tuple") return over.items.map((item, index) => [index, item] as const);
  if (over.kind !== "object" || !over.entries.every((entry) => typeof entry.key === "string")) return undefined;
  const pairs = over.entries.map((entry) => [entry.key as string, entry.value] as const);
  return [...pairs].sort(([a], [b]) => compareBytes(a, b));
}

/** Words that end like a plural and are none. */
const NO_PLURALS =
  /sis$|^(?:this|series|species|cors|https|alias|bias|atlas|canvas|redis|kubernetes|lens|news|status|bus|virus|radius|prometheus|nexus|chaos)$/;
const PLURALS: Readonly<Record<string, string>> = {
  aliases: "alias",
  statuses: "status",
  buses: "bus",
  caches: "cache",
  cookies: "cookie",
};

/** How one element of a collection is called: `var.s3_targets` has targets, each a `target`. */
export function singular(collection: Expression): string {
  const name = nameOf(collection);
  const word = name.split("_").pop() ?? "";
  if (PLURALS[word] !== undefined) return PLURALS[word];
  if (NO_PLURALS.test(word)) return "item";
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^s]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return "item";
}

function nameOf(node: Expression): string {
  switch (node.kind) {
    case "reference":
      return node.address.split(".").pop() ?? "";
    case "attribute":
      return node.name;
    case "index":
    case "splat":
      return nameOf(node.of);
    case "call":
      return node.args.length === 1 ? nameOf(node.args[0] as Expression) : "";
    default:
      return "";
  }
}
