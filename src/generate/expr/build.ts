/** Expressions are made here: each constructor folds what is known. */
import type { BinaryOperator, Binding, Expression } from "../../hcl/expression";
import { jsonExpression, walkExpression } from "../../hcl/expression";
import type { ObjectType } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import { isNeverNull } from "../../terraform/known-values";
import { foldBinary, foldCall } from "./fold";

export const NULL: Expression = Object.freeze({ kind: "literal", value: null });
export const TRUE: Expression = Object.freeze({ kind: "literal", value: true });
export const FALSE: Expression = Object.freeze({ kind: "literal", value: false });

export function literalNode(value: string | number | boolean | null): Expression {
  return { kind: "literal", value };
}

export function referenceNode(address: string): Expression {
  return { kind: "reference", address };
}

let bindings = 0;

/** A new name for a `for` or `dynamic`; the writer spells it. */
export function bindingNode(hint: string): Binding {
  bindings += 1;
  return { kind: "binding", id: bindings, hint };
}

export function attributeNode(of: Expression, name: string): Expression {
  if (of.kind === "object" && of.entries.every((entry) => typeof entry.key === "string")) {
    return of.entries.find((entry) => entry.key === name)?.value ?? NULL;
  }
  if (of.kind === "splat") return { kind: "splat", of: of.of, path: [...of.path, name] };
  return { kind: "attribute", of, name };
}

/** An attribute of a value of an object type: by `lookup` where Terraform takes any value, in which it may be missing or null. */
export function memberNode(of: Expression, name: string, type: ObjectType): Expression {
  const attribute = type.attributes[name];
  if (type.isLoose !== true || attribute?.optional !== true || of.kind === "object") return attributeNode(of, name);
  const found = callNode("lookup", [of, literalNode(name), NULL]);
  const fallback = (attribute.default ?? null) as Json;
  if (fallback === null) return found;
  const isGiven: Expression = { kind: "binary", operator: "!=", left: found, right: NULL };
  return conditionalNode(isGiven, attributeNode(of, name), jsonExpression(fallback));
}

export function indexNode(of: Expression, key: Expression): Expression {
  if (key.kind === "literal") {
    if (of.kind === "tuple" && typeof key.value === "number" && of.items[key.value] !== undefined)
      return of.items[key.value] as Expression;
    if (of.kind === "object") {
      const entry = of.entries.find((candidate) => candidate.key === key.value);
      if (entry !== undefined) return entry.value;
    }
  }
  return { kind: "index", of, key };
}

export function splatNode(of: Expression, path: readonly string[]): Expression {
  if (of.kind === "tuple") return { kind: "tuple", items: of.items.map((item) => path.reduce(attributeNode, item)) };
  if (of.kind === "literal" && of.value === null) return { kind: "tuple", items: [] };
  return { kind: "splat", of, path };
}

/** A string with holes. `isText` says whether a hole is certainly a string, so that it needs no conversion. */
export function templateNode(
  parts: readonly (string | Expression)[],
  isText: (node: Expression) => boolean,
): Expression {
  const merged: (string | Expression)[] = [];
  const push = (part: string | Expression) => {
    if (typeof part !== "string" && part.kind === "template") {
      part.parts.forEach(push);
      return;
    }
    const known = typeof part === "string" ? part : knownText(part);
    const last = merged[merged.length - 1];
    if (known === undefined) merged.push(part);
    else if (typeof last === "string") merged[merged.length - 1] = last + known;
    else if (known !== "") merged.push(known);
  };
  parts.forEach(push);
  const [only] = merged;
  if (only === undefined) return literalNode("");
  if (merged.length === 1) {
    if (typeof only === "string") return literalNode(only);
    return isText(only) ? only : callNode("tostring", [only]);
  }
  return { kind: "template", parts: merged };
}

function knownText(node: Expression): string | undefined {
  if (node.kind !== "literal" || node.value === null) return undefined;
  if (typeof node.value === "number" && !Number.isSafeInteger(node.value)) return undefined;
  return String(node.value);
}

export function conditionalNode(condition: Expression, yes: Expression, no: Expression): Expression {
  // Both arms become one type: of a number and a text Terraform makes text.
  if (condition.kind === "literal" && typeof condition.value === "boolean" && !isMixed(yes, no)) {
    return condition.value ? yes : no;
  }
  if (condition.kind === "unary" && condition.operator === "!") return conditionalNode(condition.operand, no, yes);
  // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
  return { kind: "conditional", condition, then: yes, otherwise: no };
}

/** Literals of different types, of which Terraform would convert one. */
function isMixed(a: Expression, b: Expression): boolean {
  if (a.kind !== "literal" || b.kind !== "literal" || a.value === null || b.value === null) return false;
  return typeof a.value !== typeof b.value;
}

/** A call, or what it gives where that is known. */
export function callNode(name: string, args: readonly Expression[]): Expression {
  return foldCall(name, args) ?? { kind: "call", name, args };
}

export function notNode(operand: Expression): Expression {
  if (operand.kind === "literal" && typeof operand.value === "boolean") return literalNode(!operand.value);
  if (operand.kind === "unary" && operand.operator === "!") return operand.operand;
  if (operand.kind === "binary" && operand.operator === "==") return { ...operand, operator: "!=" };
  if (operand.kind === "binary" && operand.operator === "!=") return { ...operand, operator: "==" };
  return { kind: "unary", operator: "!", operand };
}

export function negativeNode(operand: Expression): Expression {
  if (operand.kind === "literal" && typeof operand.value === "number") return literalNode(-operand.value);
  if (operand.kind === "unary" && operand.operator === "-") return operand.operand;
  return { kind: "unary", operator: "-", operand };
}

export function binaryNode(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  const folded = foldBinary(operator, left, right);
  if (folded !== undefined) return folded;
  // `null == x` is written `x == null`, as people do and as guards are found.
  if ((operator === "==" || operator === "!=") && left.kind === "literal" && left.value === null) {
    return { kind: "binary", operator, left: right, right: left };
  }
  if ((operator === "&&" || operator === "||") && isGuard(operator, left, right)) {
    // Terraform evaluates both sides of && and ||; only a conditional skips the side that would fail on null.
    return conditionalNode(left, operator === "&&" ? right : TRUE, operator === "&&" ? FALSE : right);
  }
  return { kind: "binary", operator, left, right };
}

/** Whether `left` tests for null what `right` then uses. */
function isGuard(operator: "&&" | "||", left: Expression, right: Expression): boolean {
  const guarded: Expression[] = [];
  // `!(a || b)` is `!a && !b`: below a negation both the operator and the test are the other ones.
  const collect = (node: Expression, isNegated = false) => {
    if (node.kind === "unary" && node.operator === "!") return collect(node.operand, !isNegated);
    if (node.kind !== "binary") return;
    const isAnd = (operator === "&&") !== isNegated;
    if (node.operator === (isAnd ? "&&" : "||")) {
      collect(node.left, isNegated);
      collect(node.right, isNegated);
    } else if (node.operator === (isAnd ? "!=" : "==") && node.right.kind === "literal" && node.right.value === null) {
      guarded.push(node.left);
    }
  };
  collect(left);
  if (guarded.length === 0) return false;
  return guarded.some((one) => mentions(right, one));
}

/** Whether an expression reads a value. */
export function mentions(expression: Expression, value: Expression): boolean {
  let found = false;
  walkExpression(expression, (node) => {
    found ||= node.kind !== "literal" && isSameValue(value, node);
  });
  return found;
}

/** Whether two expressions are written alike; tokens of another library are the same only where they are one. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if ("kind" in a && a.kind === "cdktf-token") return "token" in a && "token" in b && a.token === b.token;
  const keys = Object.keys(a);
  const other = b as Readonly<Record<string, unknown>>;
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSameValue((a as Readonly<Record<string, unknown>>)[key], other[key]))
  );
}

/** `node == null`, or `false` if the expression is never null. */
export function isNullNode(node: Expression): Expression {
  if (isNeverNull(node)) return FALSE;
  return binaryNode("==", node, NULL);
}
