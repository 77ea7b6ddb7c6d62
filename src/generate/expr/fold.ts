/**
 * Operations whose operands are known are computed at generation time, if the result is certainly the one that Terraform would
 * compute. Every other operation stays an expression.
 */
import type { BinaryOperator, Expression } from "../../hcl/expression";
import { factsOf } from "../../terraform/functions";
import { isEqual, literal } from "../../terraform/known-values";

/** The result of a binary operator, or undefined if it cannot be computed here. */
export function foldBinary(operator: BinaryOperator, left: Expression, right: Expression): Expression | undefined {
  if (operator === "&&" || operator === "||") {
    // The identity element: `true && x` and `false || x` are `x`. If the left operand is the other
    // constant, it is the result: `false && x` is `false`.
    const identity = operator === "&&";
    if (left.kind === "literal") return left.value === identity ? right : left;
    if (right.kind === "literal" && right.value === identity) return left;
    return undefined;
  }
  if (operator === "==" || operator === "!=") {
    const equal = isEqual(left, right);
    return equal === undefined ? undefined : literal(equal === (operator === "=="));
  }
  if (left.kind !== "literal" || right.kind !== "literal") return undefined;
  if (typeof left.value !== "number" || typeof right.value !== "number") return undefined;
  const [a, b] = [left.value, right.value];
  switch (operator) {
    case "<":
      return literal(a < b);
    case "<=":
      return literal(a <= b);
    case ">":
      return literal(a > b);
    case ">=":
      return literal(a >= b);
  }
  const result = calculate(operator, a, b);
  return result === undefined ? undefined : literal(result);
}

/**
 * Arithmetic on whole numbers. Terraform computes with more digits than a double has, so that fractions and large numbers could
 * differ; undefined for them, for a division by zero, and for a remainder of negative numbers.
 */
function calculate(operator: "+" | "-" | "*" | "/" | "%", a: number, b: number): number | undefined {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return undefined;
  if (operator === "%" && (a < 0 || b < 0)) return undefined;
  const result = { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "%": a % b }[operator];
  // A division by zero gives NaN or an infinity, neither of which is a safe integer.
  return Number.isSafeInteger(result) ? result : undefined;
}

/** The result of one of Terraform's functions, or undefined if it cannot be computed here. */
export function foldCall(name: string, args: readonly Expression[]): Expression | undefined {
  return factsOf(name)?.fold?.(args);
}
