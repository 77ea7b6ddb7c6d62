/**
 * All functions of Terraform, typed where their types are simple. What is known is computed now where the result is
 * sure to be Terraform's; else the call stands in the HCL. Checked against `terraform metadata functions -json`.
 */
import type { TypeConstraint } from "../../hcl/type";
import { callNode } from "./build";
import { Expr, type ListExpr, type MapExpr, makeExpr, TYPE } from "./expr";
import { type Anything, type ExprOf, lift } from "./lift";
import type { Num, Str } from "./operators";

type Any = Anything;
type ListOf<T> = Expr<readonly T[]> | readonly (T | Expr<T>)[];
type List<E> = ListExpr<E> | readonly E[];
type Names = ListExpr<Expr<string>>;
type Elem<L> = L extends ListExpr<infer E> ? E : L extends readonly (infer U)[] ? ExprOf<U> : Expr<unknown>;

/** Terraform's functions by their own names. */
export interface Functions {
  abs(num: Num): Expr<number>;
  abspath(path: Str): Expr<string>;
  alltrue(list: ListOf<boolean>): Expr<boolean>;
  anytrue(list: ListOf<boolean>): Expr<boolean>;
  base64decode(str: Str): Expr<string>;
  base64encode(str: Str): Expr<string>;
  base64gzip(str: Str): Expr<string>;
  base64sha256(str: Str): Expr<string>;
  base64sha512(str: Str): Expr<string>;
  basename(path: Str): Expr<string>;
  bcrypt(str: Str, cost?: Num): Expr<string>;
  can(expression: Any): Expr<boolean>;
  ceil(num: Num): Expr<number>;
  chomp(str: Str): Expr<string>;
  chunklist<E>(list: ListExpr<E>, size: Num): ListExpr<ListExpr<E>>;
  cidrhost(prefix: Str, hostnum: Num): Expr<string>;
  cidrnetmask(prefix: Str): Expr<string>;
  cidrsubnet(prefix: Str, newbits: Num, netnum: Num): Expr<string>;
  cidrsubnets(prefix: Str, ...newbits: readonly Num[]): Names;
  coalesce<T>(...vals: readonly (T | Expr<T> | Expr<T | null> | null)[]): Expr<T>;
  coalescelist<L>(...vals: readonly L[]): ListExpr<Elem<L>>;
  compact(list: Expr<readonly (string | null)[]> | readonly (Str | Expr<string | null> | null)[]): Names;
  concat(...seqs: readonly (Names | readonly Str[])[]): Names;
  concat<E extends Expr<unknown>>(...seqs: readonly (ListExpr<E> | readonly E[])[]): ListExpr<E>;
  contains(list: Any, value: Any): Expr<boolean>;
  csvdecode(str: Str): ListExpr<MapExpr<Expr<string>>>;
  dirname(path: Str): Expr<string>;
  distinct<E>(list: ListExpr<E>): ListExpr<E>;
  element<E>(list: ListExpr<E>, index: Num): E;
  endswith(str: Str, suffix: Str): Expr<boolean>;
  ephemeralasnull<T>(value: T): ExprOf<T>;
  file(path: Str): Expr<string>;
  filebase64(path: Str): Expr<string>;
  filebase64sha256(path: Str): Expr<string>;
  filebase64sha512(path: Str): Expr<string>;
  fileexists(path: Str): Expr<boolean>;
  filemd5(path: Str): Expr<string>;
  fileset(path: Str, pattern: Str): Names;
  filesha1(path: Str): Expr<string>;
  filesha256(path: Str): Expr<string>;
  filesha512(path: Str): Expr<string>;
  flatten<E>(list: ListExpr<ListExpr<E>> | readonly ListExpr<E>[]): ListExpr<E>;
  floor(num: Num): Expr<number>;
  format(format: Str, ...args: readonly Any[]): Expr<string>;
  formatdate(format: Str, time: Str): Expr<string>;
  formatlist(format: Str, ...args: readonly Any[]): Names;
  indent(spaces: Num, str: Str): Expr<string>;
  index(list: Any, value: Any): Expr<number>;
  issensitive(value: Any): Expr<boolean>;
  join(separator: Str, ...lists: readonly ListOf<string>[]): Expr<string>;
  jsondecode<T = unknown>(str: Str): Expr<T>;
  jsonencode(val: Any): Expr<string>;
  keys(inputMap: Any): Names;
  length(value: Any): Expr<number>;
  log(num: Num, base: Num): Expr<number>;
  lookup<E>(inputMap: MapExpr<E>, key: Str, fallback?: Any): E;
  lower(str: Str): Expr<string>;
  matchkeys<E>(values: ListExpr<E>, keys: Any, searchset: Any): ListExpr<E>;
  max(...numbers: readonly Num[]): Expr<number>;
  md5(str: Str): Expr<string>;
  merge<E>(
    ...maps: readonly (
      | MapExpr<E>
      | { readonly [key: string]: E | (E extends Expr<infer T> ? T : never) }
      | Expr<Record<string, never>>
    )[]
  ): MapExpr<ExprOf<E>>;
  min(...numbers: readonly Num[]): Expr<number>;
  nonsensitive<T>(value: T): ExprOf<T>;
  one<E extends Expr<unknown>>(list: ListExpr<E>): import("./expr").Nullable<E>;
  parseint(number: Str, base: Num): Expr<number>;
  pathexpand(path: Str): Expr<string>;
  plantimestamp(): Expr<string>;
  pow(num: Num, power: Num): Expr<number>;
  range(...params: readonly Num[]): ListExpr<Expr<number>>;
  regex<T = string>(pattern: Str, string: Str): Expr<T>;
  regexall<T = string>(pattern: Str, string: Str): ListExpr<Expr<T>>;
  replace(str: Str, substr: Str, replace: Str): Expr<string>;
  reverse<E>(list: ListExpr<E>): ListExpr<E>;
  rsadecrypt(ciphertext: Str, privatekey: Str): Expr<string>;
  sensitive<T>(value: T): ExprOf<T>;
  setintersection<E>(first: ListExpr<E>, ...others: readonly ListExpr<E>[]): ListExpr<E>;
  setproduct<E>(...sets: readonly ListExpr<E>[]): ListExpr<ListExpr<E>>;
  setsubtract<E>(a: List<E>, b: List<E> | ListOf<string>): ListExpr<ExprOf<E>>;
  setunion<E>(first: List<E>, ...others: readonly List<E>[]): ListExpr<ExprOf<E>>;
  sha1(str: Str): Expr<string>;
  sha256(str: Str): Expr<string>;
  sha512(str: Str): Expr<string>;
  signum(num: Num): Expr<number>;
  slice<E>(list: ListExpr<E>, start: Num, end: Num): ListExpr<E>;
  sort(list: ListOf<string>): Names;
  split(separator: Str, str: Str): Names;
  startswith(str: Str, prefix: Str): Expr<boolean>;
  strcontains(str: Str, substr: Str): Expr<boolean>;
  strrev(str: Str): Expr<string>;
  substr(str: Str, offset: Num, length: Num): Expr<string>;
  sum(list: ListOf<number>): Expr<number>;
  templatefile(path: Str, vars: Any): Expr<string>;
  templatestring(template: Str, vars: Any): Expr<string>;
  textdecodebase64(source: Str, encoding: Str): Expr<string>;
  textencodebase64(string: Str, encoding: Str): Expr<string>;
  timeadd(timestamp: Str, duration: Str): Expr<string>;
  timecmp(a: Str, b: Str): Expr<number>;
  timestamp(): Expr<string>;
  title(str: Str): Expr<string>;
  tobool(v: Any): Expr<boolean>;
  tolist<L>(v: L): ListExpr<Elem<L>>;
  tomap<E>(v: MapExpr<E> | { readonly [key: string]: E }): MapExpr<ExprOf<E>>;
  tonumber(v: Any): Expr<number>;
  toset<L>(v: L): ListExpr<Elem<L>>;
  tostring(v: Any): Expr<string>;
  transpose(values: Any): MapExpr<Names>;
  trim(str: Str, cutset: Str): Expr<string>;
  trimprefix(str: Str, prefix: Str): Expr<string>;
  trimspace(str: Str): Expr<string>;
  trimsuffix(str: Str, suffix: Str): Expr<string>;
  try<A, B = A>(first: A, ...others: readonly B[]): ExprOf<A> | ExprOf<B>;
  upper(str: Str): Expr<string>;
  urlencode(str: Str): Expr<string>;
  uuid(): Expr<string>;
  uuidv5(namespace: Str, name: Str): Expr<string>;
  values<E>(mapping: MapExpr<E>): ListExpr<E>;
  yamldecode<T = unknown>(src: Str): Expr<T>;
  yamlencode(value: Any): Expr<string>;
  zipmap<E>(keys: ListOf<string>, values: ListExpr<E>): MapExpr<E>;
}

const text =
  "abspath base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt chomp cidrhost cidrnetmask cidrsubnet dirname file filebase64 filebase64sha256 filebase64sha512 filemd5 filesha1 filesha256 filesha512 format formatdate indent join jsonencode lower md5 pathexpand plantimestamp replace rsadecrypt sha1 sha256 sha512 strrev substr templatefile templatestring textdecodebase64 textencodebase64 timeadd timestamp title tostring trim trimprefix trimspace trimsuffix upper urlencode uuid uuidv5 yamlencode";
const numbers = "abs ceil floor index length log max min parseint pow signum sum timecmp tonumber";
const bools = "alltrue anytrue can contains endswith fileexists issensitive startswith strcontains tobool";
const texts = "cidrsubnets compact fileset formatlist keys sort split";
const same =
  "chunklist coalesce coalescelist concat distinct ephemeralasnull flatten matchkeys merge nonsensitive reverse sensitive setintersection setsubtract setunion slice tolist tomap toset try";
const element = "element one lookup";
const other = "csvdecode jsondecode range regex regexall setproduct transpose values yamldecode zipmap";

type Result = (args: readonly unknown[]) => TypeConstraint | undefined;

const typeOf = (value: unknown): TypeConstraint | undefined => (value instanceof Expr ? value[TYPE] : undefined);
const elementOf = (type: TypeConstraint | undefined): TypeConstraint | undefined =>
  type?.kind === "list" || type?.kind === "set" || type?.kind === "map" ? type.element : undefined;

const SPECIAL: Readonly<Record<string, Result>> = {
  toset: ([value]) => {
    const inner = elementOf(typeOf(value));
    return inner === undefined ? undefined : { kind: "set", element: inner };
  },
  tolist: ([value]) => {
    const inner = elementOf(typeOf(value));
    return inner === undefined ? undefined : { kind: "list", element: inner };
  },
  flatten: ([value]) => elementOf(typeOf(value)),
  chunklist: ([value]) => {
    const type = typeOf(value);
    return type === undefined ? undefined : { kind: "list", element: type };
  },
  values: ([value]) => {
    const inner = elementOf(typeOf(value));
    return inner === undefined ? undefined : { kind: "list", element: inner };
  },
  range: () => ({ kind: "list", element: { kind: "number" } }),
};

const RESULTS = new Map<string, Result>();
const register = (names: string, result: Result) => {
  for (const name of names.split(" ")) RESULTS.set(name, SPECIAL[name] ?? result);
};
register(text, () => ({ kind: "string" }));
register(numbers, () => ({ kind: "number" }));
register(bools, () => ({ kind: "bool" }));
register(texts, () => ({ kind: "list", element: { kind: "string" } }));
register(same, (args) => args.map(typeOf).find((type) => type !== undefined));
register(element, ([value]) => elementOf(typeOf(value)));
register(other, () => undefined);

/** The names of all functions. */
export const functionNames: readonly string[] = [...RESULTS.keys()].sort();

/** A call of any function by its name, also of a provider's: `call("provider::aws::arn_parse", arn)`. */
export function call<T = unknown>(name: string, ...args: readonly Anything[]): Expr<T> {
  return makeExpr(
    callNode(
      name,
      args.map((arg) => lift(arg)),
    ),
    RESULTS.get(name)?.(args),
  );
}

/** The last argument is a list whose elements are the arguments: `merge(maps...)`. */
export function callExpanded<T = unknown>(name: string, ...args: readonly Anything[]): Expr<T> {
  return makeExpr(
    callNode(
      name,
      args.map((arg) => lift(arg)),
      true,
    ),
  );
}

/** Terraform's functions: `fn.length(v.buckets)`. */
export const fn: Functions = Object.fromEntries(
  functionNames.map((name) => [
    name,
    (...args: readonly Anything[]) => call(name, ...args.filter((arg) => arg !== undefined)),
  ]),
) as unknown as Functions;
