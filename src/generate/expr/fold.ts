/**
 * What Terraform would compute is computed here where all of it is known and the result is sure to be the same;
 * everything else stays an expression.
 */
import type { BinaryOperator, Expression } from "../../hcl/expression";
import { factsOf } from "../../terraform/functions";
import { isEqual, literal } from "../../terraform/known-values";

/** The result of an operator, or undefined where it is not known. */
export function foldBinary(operator: BinaryOperator, left: Expression, right: Expression): Expression | undefined {
  if (operator === "&&" || operator === "||") {
    const neutral = operator === "&&";
    if (left.kind === "literal") return left.value === neutral ? right : left;
    if (right.kind === "literal" && right.value === neutral) return left;
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
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return undefined;
  const result =
    operator === "+"
      ? a + b
      : operator === "-"
        ? a - b
        : operator === "*"
          ? a * b
          : b === 0
            ? Number.NaN
            : operator === "/"
              ? a / b
              : a % b;
  return Number.isSafeInteger(result) && !(operator === "%" && (a < 0 || b < 0)) ? literal(result) : undefined;
}

/** The result of a function of Terraform, or undefined where it is not known. */
export function foldCall(name: string, args: readonly Expression[]): Expression | undefined {
  return factsOf(name)?.fold?.(args);
}
