/**
 * All functions of Terraform with TypeScript's types. A call with known arguments is computed now if the result is certainly
 * Terraform's; otherwise the call is written to the HCL. The table of functions in `src/terraform` has everything else about them.
 */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { FUNCTIONS, type FunctionName, factsOf, type ResultType } from "../../terraform/functions";
import { nearestName, suggestName } from "../../text/suggest-name";
import { callNode } from "./build";
import { checkCall, typeOf } from "./check-call";
import { refuseNeverContained } from "./check-comparison";
import { refuseUnsupportedPattern } from "./check-regex";
import { type Expr, type ListExpr, type MapExpr, makeExpr, type Nullable, type TypeFor } from "./expr";
import type { NumberLike, StringLike } from "./operators";
import { type Anything, type ExprOf, holdsToken, toNode, toTypedNode } from "./to-node";
import { typeNode } from "./type-node";

type Any = Anything;
/** A resource in the place of its ID is none. */
type SingleValue = string | number | boolean | null | Expr<unknown>;
type ListOf<T> = Expr<readonly T[]> | readonly (T | Expr<T>)[];
type ListLike<E> = ListExpr<E> | readonly E[];
type TextList = ListExpr<Expr<string>>;
type Elem<L> = L extends ListExpr<infer E> ? E : L extends readonly (infer U)[] ? ExprOf<U> : Expr<unknown>;

/** What `regex` finds: a text, its unnamed groups, or its named ones. Never a bool: for that there is `can`. */
export type RegexMatch = string | readonly (string | null)[] | { readonly [group: string]: string | null };

/** Terraform's functions by their own names. */
export interface Functions {
  abs(num: NumberLike): Expr<number>;
  abspath(path: StringLike): Expr<string>;
  alltrue(list: ListOf<boolean>): Expr<boolean>;
  anytrue(list: ListOf<boolean>): Expr<boolean>;
  base64decode(str: StringLike): Expr<string>;
  base64encode(str: StringLike): Expr<string>;
  base64gzip(str: StringLike): Expr<string>;
  base64sha256(str: StringLike): Expr<string>;
  base64sha512(str: StringLike): Expr<string>;
  basename(path: StringLike): Expr<string>;
  bcrypt(str: StringLike, cost?: NumberLike): Expr<string>;
  can(expression: Any): Expr<boolean>;
  ceil(num: NumberLike): Expr<number>;
  chomp(str: StringLike): Expr<string>;
  chunklist<E>(list: ListExpr<E>, size: NumberLike): ListExpr<ListExpr<E>>;
  cidrhost(prefix: StringLike, hostnum: NumberLike): Expr<string>;
  cidrnetmask(prefix: StringLike): Expr<string>;
  cidrsubnet(prefix: StringLike, newbits: NumberLike, netnum: NumberLike): Expr<string>;
  cidrsubnets(prefix: StringLike, ...newbits: readonly NumberLike[]): TextList;
  /** The first value that is neither null nor `""`. It is never null: without such a value Terraform reports an error. */
  coalesce<T>(...vals: readonly (T | Expr<T> | Expr<T | null> | null)[]): Expr<Exclude<T, null>>;
  /** The value as a type: `fn.convert(v.rules, list(object({ port: number(), cidr: optional(string()) })))`. */
  convert<E>(value: Any, type: TypeFor<E>): E;
  coalescelist<L>(...vals: readonly L[]): ListExpr<Elem<L>>;
  compact(list: Expr<readonly (string | null)[]> | readonly (StringLike | Expr<string | null> | null)[]): TextList;
  concat(...seqs: readonly (TextList | readonly StringLike[])[]): TextList;
  concat<E extends Expr<unknown>>(...seqs: readonly (ListExpr<E> | readonly E[])[]): ListExpr<E>;
  contains(list: Any, value: Any): Expr<boolean>;
  csvdecode(str: StringLike): ListExpr<MapExpr<Expr<string>>>;
  dirname(path: StringLike): Expr<string>;
  distinct<E>(list: ListExpr<E>): ListExpr<E>;
  element<E>(list: ListExpr<E>, index: NumberLike): E;
  endswith(str: StringLike, suffix: StringLike): Expr<boolean>;
  ephemeralasnull<T>(value: T): ExprOf<T>;
  file(path: StringLike): Expr<string>;
  filebase64(path: StringLike): Expr<string>;
  filebase64sha256(path: StringLike): Expr<string>;
  filebase64sha512(path: StringLike): Expr<string>;
  fileexists(path: StringLike): Expr<boolean>;
  filemd5(path: StringLike): Expr<string>;
  fileset(path: StringLike, pattern: StringLike): TextList;
  filesha1(path: StringLike): Expr<string>;
  filesha256(path: StringLike): Expr<string>;
  filesha512(path: StringLike): Expr<string>;
  flatten<E>(list: ListExpr<ListExpr<E>> | readonly ListExpr<E>[]): ListExpr<E>;
  floor(num: NumberLike): Expr<number>;
  format(format: StringLike, ...args: readonly Any[]): Expr<string>;
  formatdate(format: StringLike, time: StringLike): Expr<string>;
  formatlist(format: StringLike, ...args: readonly Any[]): TextList;
  indent(spaces: NumberLike, str: StringLike): Expr<string>;
  index(list: Any, value: Any): Expr<number>;
  issensitive(value: Any): Expr<boolean>;
  join(separator: StringLike, ...lists: readonly ListOf<string>[]): Expr<string>;
  jsondecode<T = unknown>(str: StringLike): Expr<T>;
  jsonencode(val: Any): Expr<string>;
  keys(inputMap: Any): TextList;
  length(value: Any): Expr<number>;
  log(num: NumberLike, base: NumberLike): Expr<number>;
  lookup<E extends Expr<unknown>>(inputMap: MapExpr<E>, key: StringLike, fallback: null): Nullable<E>;
  lookup<E>(inputMap: MapExpr<E>, key: StringLike, fallback?: Any): E;
  lower(str: StringLike): Expr<string>;
  matchkeys<E>(values: ListExpr<E>, keys: Any, searchset: Any): ListExpr<E>;
  max(...numbers: readonly NumberLike[]): Expr<number>;
  md5(str: StringLike): Expr<string>;
  merge<E>(
    ...maps: readonly (
      | MapExpr<E>
      | { readonly [key: string]: E | (E extends Expr<infer T> ? T : never) }
      | Expr<Record<string, never>>
    )[]
  ): MapExpr<ExprOf<E>>;
  // Where an object that is written out stands first, the maps say of which type the elements are.
  merge<E extends Expr<unknown>>(
    ...maps: readonly (
      | MapExpr<E>
      | { readonly [key: string]: NoInfer<E | (E extends Expr<infer T> ? T : never)> }
      | Expr<Record<string, never>>
    )[]
  ): MapExpr<E>;
  min(...numbers: readonly NumberLike[]): Expr<number>;
  nonsensitive<T>(value: T): ExprOf<T>;
  one<E extends Expr<unknown>>(list: ListExpr<E>): Nullable<E>;
  parseint(number: StringLike, base: NumberLike): Expr<number>;
  pathexpand(path: StringLike): Expr<string>;
  plantimestamp(): Expr<string>;
  pow(num: NumberLike, power: NumberLike): Expr<number>;
  range(...params: readonly NumberLike[]): ListExpr<Expr<number>>;
  regex<T extends RegexMatch = string>(pattern: StringLike, string: StringLike): Expr<T>;
  regexall<T extends RegexMatch = string>(pattern: StringLike, string: StringLike): ListExpr<Expr<T>>;
  replace(str: StringLike, substr: StringLike, replace: StringLike): Expr<string>;
  reverse<E>(list: ListExpr<E>): ListExpr<E>;
  rsadecrypt(ciphertext: StringLike, privatekey: StringLike): Expr<string>;
  sensitive<T>(value: T): ExprOf<T>;
  setintersection<E>(first: ListExpr<E>, ...others: readonly ListExpr<E>[]): ListExpr<E>;
  setproduct<E>(...sets: readonly ListExpr<E>[]): ListExpr<ListExpr<E>>;
  setsubtract<E>(a: ListLike<E>, b: ListLike<E> | ListOf<string>): ListExpr<ExprOf<E>>;
  setunion<E>(first: ListLike<E>, ...others: readonly (ListLike<E> | ListOf<string>)[]): ListExpr<ExprOf<E>>;
  sha1(str: StringLike): Expr<string>;
  sha256(str: StringLike): Expr<string>;
  sha512(str: StringLike): Expr<string>;
  signum(num: NumberLike): Expr<number>;
  slice<E>(list: ListExpr<E>, start: NumberLike, end: NumberLike): ListExpr<E>;
  sort(list: ListOf<string>): TextList;
  split(separator: StringLike, str: StringLike): TextList;
  startswith(str: StringLike, prefix: StringLike): Expr<boolean>;
  strcontains(str: StringLike, substr: StringLike): Expr<boolean>;
  strrev(str: StringLike): Expr<string>;
  substr(str: StringLike, offset: NumberLike, length: NumberLike): Expr<string>;
  sum(list: ListOf<number>): Expr<number>;
  templatefile(path: StringLike, vars: Any): Expr<string>;
  templatestring(template: StringLike, vars: Any): Expr<string>;
  textdecodebase64(source: StringLike, encoding: StringLike): Expr<string>;
  textencodebase64(string: StringLike, encoding: StringLike): Expr<string>;
  timeadd(timestamp: StringLike, duration: StringLike): Expr<string>;
  timecmp(a: StringLike, b: StringLike): Expr<number>;
  timestamp(): Expr<string>;
  title(str: StringLike): Expr<string>;
  tobool(v: SingleValue): Expr<boolean>;
  tolist<L>(v: L): ListExpr<Elem<L>>;
  tomap<E>(v: MapExpr<E> | { readonly [key: string]: E }): MapExpr<ExprOf<E>>;
  tonumber(v: SingleValue): Expr<number>;
  toset<L>(v: L): ListExpr<Elem<L>>;
  tostring(v: SingleValue): Expr<string>;
  transpose(values: Any): MapExpr<TextList>;
  trim(str: StringLike, cutset: StringLike): Expr<string>;
  trimprefix(str: StringLike, prefix: StringLike): Expr<string>;
  trimspace(str: StringLike): Expr<string>;
  trimsuffix(str: StringLike, suffix: StringLike): Expr<string>;
  try<A, B extends readonly unknown[]>(first: A, ...others: B): ExprOf<A> | ExprOf<B[number]>;
  upper(str: StringLike): Expr<string>;
  urlencode(str: StringLike): Expr<string>;
  uuid(): Expr<string>;
  uuidv5(namespace: StringLike, name: StringLike): Expr<string>;
  values<E>(mapping: MapExpr<E>): ListExpr<E>;
  yamldecode<T = unknown>(src: StringLike): Expr<T>;
  yamlencode(value: Any): Expr<string>;
  zipmap<E>(keys: ListOf<string>, values: ListExpr<E>): MapExpr<E>;
}

const collection = (kind: "list" | "set", element: TypeConstraint | undefined): TypeConstraint | undefined =>
  element === undefined ? undefined : { kind, element };

/** The type of a call's result, where it is known. */
function resultType(gives: ResultType | undefined, args: readonly unknown[]): TypeConstraint | undefined {
  const first = typeOf(args[0]);
  const element = first !== undefined && "element" in first ? first.element : undefined;
  switch (gives) {
    case undefined:
    case "any":
      return undefined;
    case "argument": {
      // An object that is written out beside a map has elements of the map's type.
      const types = args.map(typeOf).filter((type) => type !== undefined);
      return types.find(({ kind }) => kind === "map") ?? types[0];
    }
    case "element":
      return element;
    case "list of elements":
      return collection("list", element);
    case "set of elements":
      return collection("set", element);
    case "list of arguments":
      return collection("list", first);
    default:
      return readType(gives);
  }
}

/** `list(string)` as a type. */
function readType(text: string): TypeConstraint {
  const [, kind, element] = /^(list|map|set)\((.*)\)$/.exec(text) ?? [];
  if (kind !== undefined) return { kind: kind as "list", element: readType(element as string) };
  return { kind: text as "string" };
}

/** A function that is not in the table may be newer than it; one whose name is almost that of another is mistyped. */
function refuseMistyped(name: string): void {
  if (name.includes("::") || factsOf(name) !== undefined) return;
  if (nearestName(name, Object.keys(FUNCTIONS)) !== undefined) noFunction(name);
}

/** A call of any function by its name, also of a provider's: `call("provider::aws::arn_parse", arn)`. */
export function call<T = unknown>(name: string, ...args: readonly Anything[]): Expr<T> {
  refuseMistyped(name);
  checkCall(name, args);
  const [pattern] = args;
  if ((name === "regex" || name === "regexall") && typeof pattern === "string" && !holdsToken(pattern))
    refuseUnsupportedPattern(pattern);
  if (name === "contains" && args.length === 2) refuseNeverContained(toTypedNode(args[0]), toTypedNode(args[1]));
  return makeExpr(
    callNode(
      name,
      args.map((arg) => toNode(arg)),
    ),
    resultType(factsOf(name)?.gives, args),
  );
}

/** The last argument is a list whose elements are the arguments: `merge(maps...)`. */
export function callSpread<T = unknown>(name: string, ...args: readonly Anything[]): Expr<T> {
  refuseMistyped(name);
  const node: Expression = { kind: "call", name, args: args.map((arg) => toNode(arg)), expand: true };
  const spread = typeOf(args.at(-1));
  const element = spread !== undefined && "element" in spread ? [makeExpr(node, spread.element)] : [];
  return makeExpr(node, resultType(factsOf(name)?.gives, [...args.slice(0, -1), ...element]));
}

/** A function that has types but no row in the table makes this fail to compile. */
type InTable = { readonly [Name in FunctionName]: Name extends keyof Functions ? Functions[Name] : never };

const BY_NAME: object = {
  ...Object.fromEntries(
    Object.keys(FUNCTIONS).map((name) => [
      name,
      (...args: readonly Anything[]) => call(name, ...args.filter((arg) => arg !== undefined)),
    ]),
  ),
  convert: convertTo,
};

function convertTo(value: Any, target: TypeFor<unknown>): Expr<unknown> {
  const type: TypeConstraint | undefined = target?.type;
  if (type === undefined)
    fail({
      code: "not-a-type",
      path: "",
      message: "the second argument of `convert` must be a type",
      hint: "fn.convert(value, list(string()))",
    });
  return makeExpr({ kind: "call", name: "convert", args: [toNode(value), typeNode(type as TypeConstraint)] }, type);
}

/** Terraform's functions: `fn.length(v.buckets)`. */
export const fn: Functions = new Proxy(BY_NAME as unknown as InTable, {
  get: (target, name, receiver) =>
    typeof name === "symbol" || name in target || name === "then" || name === "toJSON" || name === "$$typeof"
      ? Reflect.get(target, name, receiver)
      : noFunction(name),
});

function noFunction(name: string): never {
  return fail({
    code: "unknown-function",
    path: "",
    message: `Terraform has no function \`${name}\``,
    hint: suggestName(name, Object.keys(FUNCTIONS), "functions"),
  });
}
