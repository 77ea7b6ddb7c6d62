/** The outputs of a module as tokens of a caller's CDKTF stack, each of its own type. */
import { type IResolvable, type TerraformStack, Token } from "../../cdk";
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { isKnown, isNeverNull } from "../../terraform/known-values";
import { suggestName } from "../../text/suggest-name";
import type { Output } from "../dsl/parts";
import { attributeNode, indexNode, NULL } from "../expr/build";
import { type ELEMENT, type Expr, ExpressionToken, type INNER, makeExpr, type Waiting } from "../expr/expr";
import { toNode } from "../expr/to-node";
import { type ByKey, mapToken } from "./map-token";

/** The type of a value of a definition for a caller: `Expr<string>` is a string, an object has its fields. */
export type TokenOf<E> =
  E extends Expr<infer T>
    ? E extends { readonly [ELEMENT]: infer I }
      ? T extends readonly unknown[]
        ? ListToken<I>
        : MapToken<I>
      : E extends { readonly [INNER]: infer I }
        ? TokenOf<I>
        : ScalarToken<T, E>
    : IResolvable;

type ScalarToken<T, E> = unknown extends T
  ? IResolvable
  : [T] extends [string | null]
    ? string
    : [T] extends [number | null]
      ? number
      : [T] extends [boolean | null]
        ? boolean | IResolvable
        : { readonly [K in keyof T]: K extends keyof E ? TokenOf<E[K]> : IResolvable };

type ListToken<I> =
  I extends Expr<infer T>
    ? [T] extends [string | null]
      ? string[]
      : [T] extends [number | null]
        ? number[]
        : ItemsToken<I>
    : ItemsToken<I>;
/** A map by its keys; `at` takes any key, also one that objects of JavaScript have a property for. */
export type MapToken<I> =
  I extends Expr<infer T>
    ? [T] extends [string | null]
      ? { [key: string]: string } & ByKey<string>
      : ItemsToken<I>
    : ItemsToken<I>;

/** A list or map whose elements are reached one by one. */
export type ItemsToken<I> = IResolvable & { at(key: string | number): TokenOf<I> };

/** The outputs of a module by their names. */
export type OutputTokens<O> = { readonly [K in keyof O]: O[K] extends Output<infer E> ? TokenOf<E> : never };

/** The outputs of many calls of a module by their names, each a map by the calls' keys. */
export type AllTokens<O> = { readonly [K in keyof O]: O[K] extends Output<infer E> ? MapToken<E> : never };

/** Converts a node to a token of its stack. A known value stays as it is, and has no dependencies. */
export function tokenFor(
  node: Expression,
  type: TypeConstraint | undefined,
  stack: TerraformStack,
  waiting?: Waiting,
): unknown {
  const inner = (partOf: (whole: Expression) => Expression, partType: TypeConstraint | undefined) =>
    tokenFor(partOf(node), partType, stack, waitingPart(waiting, partOf));
  if (isKnown(node) && isPlain(node, type)) return plainValue(node, type, inner);
  const expressionToken = new ExpressionToken(makeExpr(node, type), stack, waiting);
  const at = (element: TypeConstraint) => (key: string | number) =>
    inner((whole) => indexNode(whole, toNode(key)), element);
  switch (type?.kind) {
    case "number":
      return Token.asNumber(expressionToken);
    case "bool":
      return expressionToken;
    case "list":
    case "set":
      if (type.element.kind === "string") return Token.asList(expressionToken);
      if (type.element.kind === "number") return Token.asNumberList(expressionToken);
      return withItems(expressionToken, at(type.element));
    case "map":
      if (type.element.kind === "string") return mapToken(Token.asStringMap(expressionToken), at(type.element));
      return withItems(expressionToken, at(type.element));
    case "object":
      return objectToken(
        expressionToken,
        Object.entries(type.attributes).map(([name, attribute]) => [
          name,
          inner((whole) => (isNull(whole) ? NULL : attributeNode(whole, name)), attribute.type),
        ]),
        isNeverNull(node),
      );
    default:
      return Token.asString(expressionToken);
  }
}

function waitingPart(waiting: Waiting | undefined, partOf: (whole: Expression) => Expression): Waiting | undefined {
  if (waiting?.local === undefined) return waiting;
  return { ...waiting, local: partOf(waiting.local) };
}

function withItems(expressionToken: object, at: (key: string | number) => unknown): object {
  return Object.assign(expressionToken, { at });
}

/** The attributes by their names; where the object may be null it is a token as a whole too, so that null is handed on. */
function objectToken(
  expressionToken: object,
  attributes: readonly (readonly [string, unknown])[],
  isWritten: boolean,
): object {
  if (isWritten || attributes.some(([name]) => OF_TOKENS.has(name))) return Object.fromEntries(attributes);
  // Spread or walked, it is its attributes.
  for (const key of Reflect.ownKeys(expressionToken))
    Object.defineProperty(expressionToken, key, { enumerable: false });
  for (const [name, value] of attributes) Object.defineProperty(expressionToken, name, { value, enumerable: true });
  return expressionToken;
}

/** By these cdktf knows a token. */
const OF_TOKENS = new Set(["resolve", "creationStack", "toString", "toJSON", "constructor"]);

/** What JavaScript holds as Terraform does. A null is a token, and so is text that cdktf would take for code. */
function isPlain(node: Expression, type: TypeConstraint | undefined): boolean {
  if (node.kind !== "literal") return node.kind === "tuple" || node.kind === "object";
  if (node.value === null) return false;
  return typeof node.value !== "string" || type?.kind === "object" || !/[$%]\{/.test(node.value);
}

type InnerToken = (partOf: (whole: Expression) => Expression, type: TypeConstraint | undefined) => unknown;

function plainValue(node: Expression, type: TypeConstraint | undefined, inner: InnerToken): unknown {
  if (node.kind === "literal") return node.value;
  if (node.kind === "tuple") {
    const typeAt = (index: number) => (type?.kind === "tuple" ? type.elements[index] : elementOf(type));
    return node.items.map((_item, index) => inner((whole) => indexNode(whole, toNode(index)), typeAt(index)));
  }
  if (node.kind !== "object") throw new Error("only what is known has a value");
  const typeOf = (key: string) => (type?.kind === "object" ? type.attributes[key]?.type : elementOf(type));
  const value: Record<string, unknown> = Object.fromEntries(
    node.entries.map(({ key }) => [String(key), inner((whole) => indexNode(whole, toNode(key)), typeOf(String(key)))]),
  );
  if (type?.kind !== "map") return value;
  return mapToken(value, (key) => {
    if (Object.hasOwn(value, key)) return value[key];
    const name = toNode(key);
    if (name.kind === "literal") return refuseKey(key, Object.keys(value));
    return inner((whole) => indexNode(whole, name), typeOf(key));
  });
}

function refuseKey(key: string, keys: readonly string[]): never {
  return fail({
    code: "unknown-key",
    path: "",
    message: `the map output has no key ${JSON.stringify(key)}`,
    hint: keys.length === 0 ? "the map is empty" : suggestName(key, keys, "keys"),
  });
}

function elementOf(type: TypeConstraint | undefined): TypeConstraint | undefined {
  return type?.kind === "list" || type?.kind === "set" || type?.kind === "map" ? type.element : undefined;
}

function isNull(node: Expression): boolean {
  return node.kind === "literal" && node.value === null;
}
