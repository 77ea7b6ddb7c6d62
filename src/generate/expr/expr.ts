/**
 * `Expr<T>`: a value of a definition. It is known now or is an HCL expression that Terraform knows at plan time, and
 * the author does not care which. It does not wear the type of the value: what JavaScript would compute wrongly on it
 * (`+`, `>`, `.length`, `.map`, `.toUpperCase()`) is a type error, and an error at run time.
 */
import {
  type Construct,
  type IResolvable,
  type IResolveContext,
  referenceIn,
  resolveInside,
  TerraformStack,
  Token,
} from "../../cdk";
import { fail } from "../../errors";
import { type Expression, mapChildren, walkExpression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";
import type { ObjectType, TypeConstraint } from "../../hcl/type";
import { suggestName } from "../../text/suggest-name";
import { memberNode } from "./build";
import { readToken } from "./read-token";

export const NODE: unique symbol = Symbol("tfwright.node");
export const TYPE: unique symbol = Symbol("tfwright.type");
const TOKEN: unique symbol = Symbol("tfwright.token");
const ORIGIN: unique symbol = Symbol("tfwright.origin");
declare const VALUE: unique symbol;
/** Only for the compiler: the elements of a list or map. */
export declare const ELEMENT: unique symbol;
/** Only for the compiler: the elements of a tuple. */
export declare const ELEMENTS: unique symbol;
/** Only for the compiler: what is inside of a value that may be null. */
export declare const INNER: unique symbol;

/** A value that is known now or at plan time. */
export class Expr<out T> {
  /** Only for the compiler. */
  declare readonly [VALUE]: T;
  /** @internal */
  readonly [NODE]: Expression;
  /** @internal */
  readonly [TYPE]: TypeConstraint | undefined;
  /** Only where cdktf has asked for it. */
  declare readonly [TOKEN]?: ExpressionToken;

  /** @internal */
  constructor(node: Expression, type?: TypeConstraint) {
    this[NODE] = node;
    this[TYPE] = type;
  }

  /** For template strings: `${v.name}-role` keeps the reference. */
  toString(): string {
    const kind = this[TYPE]?.kind;
    if (kind === "list" || kind === "set" || kind === "map" || kind === "object" || kind === "tuple") {
      const isList = kind === "list" || kind === "set";
      return trap(
        `${kind === "object" ? "an" : "a"} ${kind} in a text`,
        isList
          ? "use `fn.join(separator, list)` or `fn.jsonencode(value)`"
          : "use one of its values, or `fn.jsonencode(value)`",
      );
    }
    return expressionTokenOf(this).text();
  }
}

declare const OUT: unique symbol;

/** A type of Terraform, and the expressions of that type. */
export interface TypeFor<E> {
  /** Only for the compiler. */
  readonly [OUT]?: E;
  readonly type: TypeConstraint;
}

/** The value's own type: `PlainOf<Expr<string>>` is `string`. */
export type PlainOf<E> = E extends Expr<infer T> ? T : never;

/** A list or set, with `each` in place of JavaScript's `map`. */
export interface ListExpr<E> extends Expr<readonly PlainOf<E>[]> {
  readonly [ELEMENT]: E;
}

/** A map. */
export interface MapExpr<E> extends Expr<{ readonly [key: string]: PlainOf<E> }> {
  readonly [ELEMENT]: E;
}

/** An object: each attribute is a property. */
export type ObjectExpr<F> = Expr<{ readonly [K in keyof F]: PlainOf<F[K]> }> & { readonly [K in keyof F]: F[K] };

/** A tuple: `at(v.size, 0)` is its first element. `T` has the expressions of its elements. */
export interface TupleExpr<T extends readonly unknown[]> extends Expr<{ readonly [K in keyof T]: PlainOf<T[K]> }> {
  readonly [ELEMENTS]: T;
}

/** A value that may be null; what is inside is reached by `optionalBlock` or `ifNotNull`. */
export interface Nullable<E> extends Expr<PlainOf<E> | null> {
  readonly [INNER]: E;
}

/** A nullable value, or the null that `ifNotNull(box, (one) => one.part, null)` returns: `part` may be null, too. */
export type OrNull<E> = Nullable<E> | Expr<null>;

/** What must be in place before a value may be used. */
export interface Waiting {
  /** Addresses that `depends_on` names. */
  readonly addresses: readonly string[];
  /** The same value by way of a local that refers to those addresses: for whatever cannot have a `depends_on` of ours. */
  readonly local?: Expression;
}

/** Carries an expression through cdktf, which takes it for a token of its own. */
export class ExpressionToken implements IResolvable {
  readonly creationStack: string[] = [];
  readonly [ORIGIN]: Expr<unknown>;
  /** The stack whose value it is; undefined for one of the `build` that is running. */
  readonly #stack: TerraformStack | undefined;
  readonly #waiting: Waiting;
  #text: string | undefined;
  #reference: IResolvable | undefined;

  constructor(expr: Expr<unknown>, stack?: TerraformStack, waiting: Waiting = { addresses: [] }) {
    this[ORIGIN] = expr;
    this.#stack = stack;
    this.#waiting = waiting;
  }

  resolve(context: IResolveContext): string {
    if (this.#stack !== undefined && this.#stack !== TerraformStack.of(context.scope)) {
      const own = replaceCdktfTokens(this.#waitingNode, this.#stack, context.preparing);
      this.#reference ??= referenceIn(this.#stack, printExpression(own));
      return this.#reference.resolve(context);
    }
    const node = replaceCdktfTokens(this.#waitingNode, context.scope, context.preparing);
    if (context.suppressBraces !== true) return `\${${printExpression(node)}}`;
    // Inside a function or an operator of cdktf.
    const isTerm = !["conditional", "binary", "unary"].includes(node.kind);
    return isTerm ? printExpression(node) : `(${printExpression(node)})`;
  }

  get #waitingNode(): Expression {
    return this.#waiting.local ?? this[ORIGIN][NODE];
  }

  text(): string {
    return this.toString();
  }

  toString(): string {
    this.#text ??= Token.asString(this);
    return this.#text;
  }

  toJSON(): unknown {
    return "<unresolved tfwright expression>";
  }

  /** What must be in place before an expression of this stack may be used. */
  static waitsIn(node: Expression, scope: Construct): readonly string[] {
    const waits: string[] = [];
    walkExpression(node, (part) => {
      if (part.kind !== "cdktf-token" || !(part.token instanceof ExpressionToken)) return;
      const own = ExpressionToken.exprOf(part.token, scope);
      if (own !== undefined) waits.push(...part.token.#waiting.addresses, ...ExpressionToken.waitsIn(own[NODE], scope));
    });
    return waits;
  }

  /** The expression behind a token; undefined for anything else, and for a value of another stack than that of `scope`. */
  static exprOf(value: unknown, scope?: Construct): Expr<unknown> | undefined {
    if (!(value instanceof ExpressionToken)) return undefined;
    const stack = value.#stack;
    return stack === undefined || (scope !== undefined && TerraformStack.of(scope) === stack)
      ? value[ORIGIN]
      : undefined;
  }

  /** Of a token of the stack of `scope` the expression that waits by itself; undefined where there is nothing to wait for. */
  static localOf(value: unknown, scope: Construct): Expression | undefined {
    return ExpressionToken.exprOf(value, scope) === undefined ? undefined : (value as ExpressionToken).#waiting.local;
  }
}

export function expressionTokenOf(expr: Expr<unknown>): ExpressionToken {
  const known = expr[TOKEN];
  if (known !== undefined) return known;
  const value = new ExpressionToken(expr);
  // It is no part of the value that is compared or copied.
  Object.defineProperty(expr, TOKEN, { value });
  return value;
}

/** Replaces tokens of cdktf by the expressions that cdktf would write for them. */
export function replaceCdktfTokens(node: Expression, scope: Construct, preparing = false): Expression {
  if (node.kind !== "cdktf-token") return mapChildren(node, (child) => replaceCdktfTokens(child, scope, preparing));
  // Code that uses our token directly adds the token's `depends_on`. Nothing adds it for our token inside a cdktf token, so the
  // token's local value is used there.
  const own = ownNode(node.token, scope, preparing);
  if (own !== undefined) return own;
  const inside = (value: unknown) => ExpressionToken.localOf(value, scope) ?? ownNode(value, scope, preparing);
  return readToken(node.token, { scope, preparing, own: inside });
}

/** The expression of what is ours, of this stack or of another; undefined for anything else. */
function ownNode(value: unknown, scope: Construct, preparing: boolean): Expression | undefined {
  const expr = value instanceof Expr ? value : ExpressionToken.exprOf(value, scope);
  if (expr !== undefined) return replaceCdktfTokens(expr[NODE], scope, preparing);
  if (!(value instanceof ExpressionToken)) return undefined;
  return { kind: "raw", text: String(resolveInside(scope, value, preparing)) };
}

/** Spreading or enumerating a collection would silently give nothing. */
const NOT_SPREAD: ProxyHandler<Expr<unknown>> = {
  ownKeys: () =>
    trap(
      "spreading or enumerating a list or map (`{ ...map }`, `Object.keys(map)`, `for ... in`)",
      "use `fn.merge(map, { more })`, `fn.concat(list, more)`, `fn.keys(map)` or `each`",
    ),
};

/** Collections without their proxies: nobody holds them, but console.log looks through a proxy, and for `0` of what it finds. */
const UNDER_PROXY = new WeakSet<object>();

/** An expression object for a node; attributes of an object type become properties. */
export function makeExpr<E = Expr<never>>(node: Expression, type?: TypeConstraint): E {
  const expr = new Expr<never>(node, type);
  if (type?.kind === "object") {
    for (const [name, attribute] of Object.entries(type.attributes)) {
      let made: Expr<never> | undefined;
      Object.defineProperty(expr, attribute.alias ?? name, {
        enumerable: true,
        get: () => {
          made ??= makeExpr(memberNode(node, name, type), attribute.type);
          return made;
        },
      });
    }
  } else if (type?.kind === "map" || type?.kind === "list" || type?.kind === "set") {
    UNDER_PROXY.add(expr);
    return new Proxy(expr, NOT_SPREAD) as E;
  } else if (type === undefined && node.kind === "object") {
    for (const { key, value } of node.entries) {
      if (typeof key === "string") Object.defineProperty(expr, key, { enumerable: true, value: makeExpr(value) });
    }
  }
  return expr as E;
}

const USE_INSTEAD: Readonly<Record<string, string>> = {
  length: "use `fn.length(list)`",
  map: "use `each(list, (item) => ...)`",
  flatMap: "use `fn.flatten(each(list, (item) => ...))`",
  filter: "use `each(list, (item) => item, { where: (item) => ... })`",
  forEach: "use `blocks` or `each`: JavaScript cannot loop over a list that is known only at plan time",
  toUpperCase: "use `fn.upper(text)`",
  toLowerCase: "use `fn.lower(text)`",
  startsWith: "use `fn.startswith(text, prefix)`",
  endsWith: "use `fn.endswith(text, suffix)`",
  includes: "use `fn.contains(list, value)` or `fn.strcontains(text, part)`",
  join: "use `fn.join(separator, list)`",
  concat: "use `fn.concat(a, b)`",
  split: "use `fn.split(separator, text)`",
  replace: "use `fn.replace(text, part, by)`",
  toJSON: "use `fn.jsonencode(value)`",
};

/** What to write in place of a property that a value does not have. */
function hintFor(kind: string | undefined, key: string): string {
  if (/^\d+$/.test(key) || key === "at") return `use \`at(list, ${key === "at" ? 0 : key})\``;
  const isEntry = key === "key" || key === "value";
  if (isEntry)
    return "a loop over a map calls its function with the value and the key: `blocks(map, (value, key) => ({ ... }))`; only `forEach` of a resource has `each.key` and `each.value`";
  if (kind === "list" || kind === "set")
    return kind === "list"
      ? `it is a list: one element is \`at(list, 0).${key}\`, and all of them \`each(list, (item) => item.${key})\``
      : `it is a set: of all its elements \`each(set, (item) => item.${key})\``;
  const what = kind === undefined || kind === "any" ? "" : `it is ${kind === "object" ? "an" : "a"} ${kind}: `;
  return `${what}it has no such property; attributes of objects are reached by their name in the variable's type`;
}

function trap(what: string, hint: string): never {
  return fail({
    code: "javascript-on-expression",
    path: "",
    message: `${what} does not work on a value that is known only at plan time`,
    hint,
  });
}

// Symbol.toPrimitive distinguishes `${v.name}` (hint "string") from `v.n + 1` ("default") and `v.n > 0` ("number").
Object.defineProperty(Expr.prototype, Symbol.toPrimitive, {
  value(this: Expr<unknown>, hint: string) {
    if (hint === "string") return this.toString();
    return trap(
      "a JavaScript operator (+, -, <, ==, ...)",
      "use `add`, `lt`, `eq` and the other operators of tfwright; to join text, a template string",
    );
  },
});
function withoutTokens(node: Expression): Expression {
  return node.kind === "cdktf-token" ? { kind: "raw", text: "token" } : mapChildren(node, withoutTokens);
}

// What console.log shows.
Object.defineProperty(Expr.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Expr<unknown>) {
    return `Expr<${printExpression(withoutTokens(this[NODE]))}>`;
  },
});
Object.defineProperty(Expr.prototype, Symbol.iterator, {
  get() {
    return trap(
      "looping over a list (`for ... of`, `[...list]`)",
      "use `each(list, (item) => ...)`, `fn.concat` or `blocks`",
    );
  },
});

// Names that JavaScript, cdktf or a debugger look up on anything.
const PROBED = new Set([
  "then",
  "constructor",
  "resolve",
  "creationStack",
  "$$typeof",
  "asymmetricMatch",
  "nodeType",
  "tagName",
  "toJSON",
  "inspect",
  "_isMockFunction",
  "calls",
]);
const missing = new Proxy(Object.create(null) as object, {
  get(_target, key, receiver) {
    if (typeof key === "symbol") return Reflect.get(Object.prototype, key, receiver);
    if (key === "0" && UNDER_PROXY.has(receiver)) return undefined;
    if (key === "resolve")
      return (context: IResolveContext) => expressionTokenOf(receiver as Expr<unknown>).resolve(context);
    if (key === "creationStack") return [];
    if (key === "toJSON") return () => trap("JSON.stringify", USE_INSTEAD.toJSON as string);
    if (PROBED.has(key) || key in Object.prototype) return Reflect.get(Object.prototype, key, receiver);
    const { kind, attributes = {} } = ((receiver as Expr<unknown>)[TYPE] ?? {}) as Partial<ObjectType>;
    if (kind === "object" && USE_INSTEAD[key] === undefined)
      return fail({
        code: "unknown-attribute",
        path: "",
        message: `\`.${key}\`: the object has no such attribute`,
        hint: suggestName(
          key,
          Object.entries(attributes).map(([name, { alias }]) => alias ?? name),
          "attributes",
        ),
      });
    return trap(`\`.${key}\``, USE_INSTEAD[key] ?? hintFor(kind, key));
  },
  has: (_target, key) => key in Object.prototype,
});
Object.setPrototypeOf(Expr.prototype, missing);
