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
