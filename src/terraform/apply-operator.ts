/** Operators of HCL over what is known of their operands. */
import type { BinaryOperator } from "../hcl/expression";
import { hasToken } from "../text/tokens";
import { scalarValue, type Value } from "./value";

/** The result of an operator between two values; undefined where it is not known. */
export function applyOperator(operator: BinaryOperator, left: Value, right: Value, at: number): Value | undefined {
  const result = resultOf(operator, left, right);
  return result === undefined ? undefined : scalarValue(result, at);
}

/** The result of `!` or `-`; undefined where it is not known. */
export function negate(operator: "!" | "-", operand: Value, at: number): Value | undefined {
  if (operand.kind !== "scalar") return undefined;
  if (operator === "!") return typeof operand.value === "boolean" ? scalarValue(!operand.value, at) : undefined;
  return typeof operand.value === "number" ? scalarValue(-operand.value, at) : undefined;
}

function resultOf(operator: BinaryOperator, left: Value, right: Value): boolean | undefined {
  switch (operator) {
    case "&&":
      return decided(false, left, right);
    case "||":
      return decided(true, left, right);
    case "==":
      return areEqual(left, right);
    case "!=": {
      const equal = areEqual(left, right);
      return equal === undefined ? undefined : !equal;
    }
    default:
      return compared(operator, left, right);
  }
}

/** `&&` and `||`: one operand may decide alone. */
function decided(decisive: boolean, left: Value, right: Value): boolean | undefined {
  const [a, b] = [boolOf(left), boolOf(right)];
  if (a === decisive || b === decisive) return decisive;
  return a === undefined || b === undefined ? undefined : !decisive;
}

function boolOf(value: Value): boolean | undefined {
  return value.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
}

/** Values of different types are left open, because Terraform converts some of them. Only null is equal to nothing else. */
function areEqual(left: Value, right: Value): boolean | undefined {
  const [a, b] = [plainOf(left), plainOf(right)];
  if (isNull(left) || isNull(right)) {
    const other = isNull(left) ? right : left;
    return isNull(other) || (isNeverNull(other) ? false : undefined);
  }
  return a === undefined || typeof a !== typeof b ? undefined : a === b;
}

function plainOf(value: Value): string | number | boolean | undefined {
  if (value.kind === "text") return hasToken(value.text) ? undefined : value.text;
  return value.kind === "scalar" && value.value !== null ? value.value : undefined;
}

function isNull(value: Value): boolean {
  return value.kind === "scalar" && value.value === null;
}

/** A text of nothing but a token may be a value that is null. */
function isNeverNull(value: Value): boolean {
  return value.kind === "text" ? !/^\$\{/.test(value.text) : value.kind !== "unknown";
}

function compared(operator: BinaryOperator, left: Value, right: Value): boolean | undefined {
  const [a, b] = [plainOf(left), plainOf(right)];
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  switch (operator) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}
