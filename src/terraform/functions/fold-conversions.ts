/** Exact results of conversions, and of `can` and `try`. */
import type { Expression } from "../../hcl/expression";
import { isKnown, literal, textOf } from "../known-values";
import { isAscii } from "./fold-texts";
import type { Fold } from "./function-facts";

/** A number is written as Terraform writes it only where it is a whole one. */
export const tostring: Fold = ([value]) => {
  if (value?.kind === "template") return value;
  if (value?.kind !== "literal" || value.value === null) return undefined;
  return typeof value.value === "number" && (!Number.isSafeInteger(value.value) || Object.is(value.value, -0))
    ? undefined
    : literal(String(value.value));
};

// A double holds numbers of up to 15 digits. Terraform also reads other forms, such as exponents.
const DECIMAL = /^(?=.{1,15}$)-?(0|[1-9][0-9]*)([.][0-9]+)?$/;

/** A text is read where it is a plain decimal number with few digits. */
export const tonumber: Fold = ([value]) => {
  if (value?.kind !== "literal") return undefined;
  if (typeof value.value === "number") return value;
  if (typeof value.value !== "string" || !DECIMAL.test(value.value)) return undefined;
  const number = Number(value.value);
  return Object.is(number, -0) ? undefined : literal(number);
};

/** Terraform reads these two texts alone as bools. */
export const tobool: Fold = ([value]) => {
  if (value?.kind !== "literal") return undefined;
  if (typeof value.value === "boolean") return value;
  return value.value === "true" || value.value === "false" ? literal(value.value === "true") : undefined;
};

export const can: Fold = ([expression]) =>
  expression !== undefined && isKnown(expression) ? literal(true) : canMatch(expression);

export const tryFirst: Fold = ([first]) => (first !== undefined && isKnown(first) ? first : undefined);

/** `can(regex(pattern, text))` where both are known, and RE2 and JavaScript agree on the pattern. */
function canMatch(value: Expression | undefined): Expression | undefined {
  if (value?.kind !== "call" || value.name !== "regex") return undefined;
  const [pattern, subject] = [textOf(value.args[0]), textOf(value.args[1])];
  if (pattern === undefined || subject === undefined || /\(\?|\[\[:|\\[^dswDSW.\-/$()[\]{}+*?|^\\nrt]/.test(pattern))
    return undefined;
  if (!isAscii(subject) || /[\v\r]/.test(subject) || /\d{4}/.test(pattern)) return undefined;
  try {
    return literal(new RegExp(pattern, "u").test(subject));
  } catch {
    return undefined;
  }
}
