/** What a class of cdktf gets in place of an author's configuration. */
import { Tokenization } from "../../cdk";
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { isScalar } from "../../hcl/type";
import { Blocks } from "../expr/blocks";
import { Expr, expressionTokenOf, makeExpr, NODE, TYPE } from "../expr/expr";
import { AS_EXPRESSION, toNode } from "../expr/to-node";

/**
 * What cdktf's class gets: the same shape with expressions as its tokens. Blocks that may or may not be there are given
 * once, as an array that is also the object, because a class takes either a list of blocks or a single one.
 *
 * @param within the lists and objects that the value stands in
 * @throws TfwrightError for one that contains itself
 */
export function shadowOf(value: unknown, within: readonly unknown[] = []): unknown {
  if (value instanceof Expr) return shadowOfExpr(value);
  if (value instanceof Blocks) {
    if (value.parts.length === 0) return undefined;
    const shadows = value.parts.map((part) => shadowOf(part.content, within));
    const { length: _, ...fields } = shadows.reduce(withAll, {}) as Record<string, unknown>;
    return Object.assign(shadows, fields);
  }
  if (within.includes(value)) refuseCycle();
  if (Array.isArray(value)) return value.map((item) => shadowOf(item, [...within, value]));
  if (typeof value === "string" && MARKER.test(value)) return shadowOfExpr(makeExpr(toNode(value), { kind: "string" }));
  if (typeof value !== "object" || value === null) return value === null ? undefined : value;
  if (Tokenization.isResolvable(value)) return value;
  if (AS_EXPRESSION in value)
    return expressionTokenOf(makeExpr((value as { [AS_EXPRESSION]: Expression })[AS_EXPRESSION]));
  const inner = [...within, value];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shadowOf(item, inner)]));
}

function refuseCycle(): never {
  return fail({
    code: "not-a-value",
    path: "",
    message: "an object of the configuration contains itself",
    hint: "give a copy without the reference to itself: HCL has no form for it",
  });
}

/** Of a class that takes one block: the arguments of all blocks that may stand there, one of which does. */
function withAll(one: unknown, other: unknown): unknown {
  if (!isWrittenObject(one) || !isWrittenObject(other)) return one ?? other;
  const all: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) all[key] = key in one ? withAll(one[key], value) : value;
  return all;
}

/** Whether a value is an object that the author wrote with names and values, and of no class. */
export function isWrittenObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Text that Terraform's JSON syntax would read as an expression. */
const MARKER = /[$%]\{(?!TfToken\[)/;

/** Known values are passed on as plain values, so that an Aspect can read them and add to maps and lists, as in any cdktf stack. */
function shadowOfExpr(expr: Expr<unknown>): unknown {
  const node = expr[NODE];
  const type = expr[TYPE];
  if (node.kind === "literal") {
    if (node.value === null) return undefined;
    if (typeof node.value !== "string" || !MARKER.test(node.value)) return node.value;
  }
  if ((type?.kind === "map" || type?.kind === "list" || type?.kind === "set") && isScalar(type.element)) {
    const shadowOfItem = (item: Expression) => shadowOfExpr(makeExpr(item, type.element));
    if (node.kind === "tuple") return node.items.map(shadowOfItem);
    if (node.kind === "object" && node.entries.every(({ key }) => typeof key === "string"))
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, shadowOfItem(value)]));
  }
  return expressionTokenOf(expr);
}
