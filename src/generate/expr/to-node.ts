/** Turns whatever an author may write into an expression: literals, template strings, arrays, objects, tokens. */
import { decodeToken, NUMBER_TOKEN, splitTokens } from "../../cdk";
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { isScalar, type TypeConstraint } from "../../hcl/type";
import { literalNode, NULL, templateNode } from "./build";
import { Expr, ExpressionToken, makeExpr, NODE, TYPE } from "./expr";
import { noValueOf } from "./no-value";

/** Any value an expression can be made of. */
export type Anything =
  | string
  | number
  | boolean
  | null
  | Expr<unknown>
  | readonly Anything[]
  | { readonly [key: string]: Anything | undefined }
  | object;

/** The expression type of a JavaScript value. */
export type ExprOf<R> =
  R extends Expr<unknown>
    ? R
    : [R] extends [string]
      ? Expr<string>
      : [R] extends [number]
        ? Expr<number>
        : [R] extends [boolean]
          ? Expr<boolean>
          : R extends readonly (infer U)[]
            ? import("./expr").ListExpr<ExprOf<U>>
            : R extends object
              ? import("./expr").ObjectExpr<{ readonly [K in keyof R]: ExprOf<R[K]> }>
              : Expr<R>;

/** What other rooms know how to turn into expressions: a resource, for example. */
export const AS_EXPRESSION: unique symbol = Symbol("tfwright.as-expression");

/** The node of a value. @throws TfwrightError for what HCL has no form for */
export function toNode(value: unknown): Expression {
  return toTypedNode(value).node;
}

interface TypedNode {
  readonly node: Expression;
  readonly type?: TypeConstraint | undefined;
}

/** The node of a value, and its type where it is known. */
export function toTypedNode(value: unknown): TypedNode {
  if (value instanceof Expr) return { node: value[NODE], type: value[TYPE] };
  switch (typeof value) {
    case "string":
      return { node: textToNode(value), type: { kind: "string" } };
    case "number":
      return { node: numberToNode(value), type: { kind: "number" } };
    case "boolean":
      return { node: literalNode(value), type: { kind: "bool" } };
    case "object":
      return value === null ? { node: NULL } : objectToNode(value);
    default:
      return fail({
        code: "not-a-value",
        path: "",
        message: `a value must be a string, a number, a bool, null, a list, an object or an expression, but was ${describe(value)}`,
      });
  }
}

/** Any value as an expression. */
export function toExpr<R>(value: R): ExprOf<R> {
  const { node, type } = toTypedNode(value);
  return makeExpr(node, type) as unknown as ExprOf<R>;
}

function describe(value: unknown): string {
  if (value === undefined) return "undefined";
  return typeof value === "function" ? `a function (${value.name || "anonymous"})` : `a ${typeof value}`;
}

/** What is left of a token where JavaScript changed the text around it. */
const BROKEN_TOKEN = /tftoken\[|token\.\d/i;

/** Whether a text contains a cdktf token, complete or broken. */
export function holdsToken(text: string): boolean {
  return text.includes("${TfToken[") || NUMBER_TOKEN.test(text) || BROKEN_TOKEN.test(text);
}

function refuseBroken(text: string): void {
  if (!BROKEN_TOKEN.test(text)) return;
  fail({
    code: "javascript-on-expression",
    path: "",
    message:
      "JavaScript changed a string that contains a value that is known only at plan time (`.toUpperCase()`, `.slice()`, `.replace()`, ...)",
    hint: "use Terraform's functions: `fn.upper(text)`, `fn.substr(text, 0, 10)`, `fn.replace(text, part, by)`",
  });
}

function textToNode(value: string): Expression {
  if (!value.includes("${TfToken[")) refuseBroken(value);
  if (!value.includes("${TfToken[") && !NUMBER_TOKEN.test(value)) return literalNode(value);
  const texts = new Set<Expression>();
  const parts: (string | Expression)[] = [];
  const split = splitTokens(value);
  for (const part of split) {
    if (typeof part === "string") {
      refuseBroken(part);
      parts.push(part);
    } else {
      const { node, type } = tokenToNode(part.token);
      // cdktf has ways to hand on a collection as a text; Terraform cannot make one of it.
      const isWhole = split.length === 1 && type !== undefined && !isScalar(type);
      if (type?.kind === "string" || node.kind === "cdktf-token" || isWhole) texts.add(node);
      parts.push(node);
    }
  }
  return templateNode(parts, (node) => texts.has(node));
}

function numberToNode(value: number): Expression {
  const token = decodeToken(value);
  if (token !== undefined) return tokenToNode(token).node;
  if (!Number.isFinite(value))
    fail({ code: "not-a-number", path: "", message: `a number must be finite, but was ${value}` });
  return literalNode(value);
}

function tokenToNode(token: unknown): TypedNode {
  const expr = token instanceof Expr ? token : ExpressionToken.exprOf(token);
  return expr === undefined ? { node: { kind: "cdktf-token", token } } : { node: expr[NODE], type: expr[TYPE] };
}

function objectToNode(value: object): TypedNode {
  if (AS_EXPRESSION in value) return { node: (value as { [AS_EXPRESSION]: Expression })[AS_EXPRESSION] };
  const noValue = noValueOf(value);
  if (noValue !== undefined) fail({ code: "not-a-value", path: "", ...noValue });
  const token = decodeToken(value);
  if (token !== undefined) return tokenToNode(token);
  if (Array.isArray(value)) return arrayToNode(value);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    fail({
      code: "not-a-value",
      path: "",
      message: `a value must be a plain object or an expression, but was a ${prototype.constructor?.name ?? "object without a constructor"}`,
      ...(value instanceof Promise && { hint: "await it before `defineModule`: `build` cannot wait" }),
    });
  }
  const attributes: [string, { type: TypeConstraint }][] = [];
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => {
      const nodes = toTypedNode(item);
      attributes.push([key, { type: nodes.type ?? ANY }]);
      return { key: keyToNode(key), value: nodes.node };
    });
  const isPlain = entries.every((entry) => typeof entry.key === "string");
  const type = isPlain ? ({ kind: "object", attributes: Object.fromEntries(attributes) } as const) : undefined;
  return { node: { kind: "object", entries }, type };
}

const ANY: TypeConstraint = { kind: "any" };

function arrayToNode(value: readonly unknown[]): TypedNode {
  const nodes = value.map(toTypedNode);
  const element = nodes[0]?.type;
  return {
    node: { kind: "tuple", items: nodes.map(({ node }) => node) },
    type: element === undefined ? undefined : { kind: "list", element },
  };
}

/** A key that holds tokens is an expression. */
export function keyToNode(key: string): string | Expression {
  const node = textToNode(key);
  return node.kind === "literal" ? key : node;
}
