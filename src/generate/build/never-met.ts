/** Rules of a variable that no value meets: each caller would fail. */
import { type Expression, walkExpression } from "../../hcl/expression";
import type { AnyVariable } from "../dsl/types";
import { referenceNode } from "../expr/build";
import { brokenRules } from "./broken-rules";
import { rulesOn } from "./variable-rules";

/**
 * The messages of the rules that each value breaks. Asked are a closed set of values, bools, and numbers where a rule compares the
 * number with others and does nothing else, so that between two of these all numbers are alike.
 */
export function neverMet(name: string, variable: AnyVariable): readonly string[] {
  const [first, ...others] = valuesOf(name, variable);
  if (first === undefined || variable.options.validate === undefined) return [];
  return brokenRules(name, variable, first).filter((message) =>
    others.every((value) => brokenRules(name, variable, value).includes(message)),
  );
}

/** Values that stand for all; none where no few do. */
function valuesOf(name: string, { type, options }: AnyVariable): readonly unknown[] {
  if (type.kind === "bool") return [true, false];
  if ("values" in type && type.values !== undefined) return type.values;
  if (type.kind !== "number") return [];
  const own = { name, type, options, nullable: false, guarded: false };
  const rules = rulesOn(referenceNode(`var.${name}`), own).map(({ condition }) => condition);
  return rules.every((rule) => isComparison(rule, name)) ? numbersAround(rules.flatMap(numbersIn)) : [];
}

const COMPARISONS = ["<", "<=", ">", ">=", "==", "!="];

function isComparison(node: Expression, name: string): boolean {
  if (node.kind === "literal") return true;
  if (node.kind === "unary") return node.operator === "!" && isComparison(node.operand, name);
  if (node.kind === "call") {
    const [list, value] = node.args;
    return node.name === "contains" && isNumbers(list) && isNumber(value, name);
  }
  if (node.kind !== "binary") return false;
  if (node.operator === "&&" || node.operator === "||")
    return isComparison(node.left, name) && isComparison(node.right, name);
  return COMPARISONS.includes(node.operator) && isNumber(node.left, name) && isNumber(node.right, name);
}

/** The variable, or a number that is written out. */
function isNumber(node: Expression | undefined, name: string): boolean {
  if (node?.kind === "literal") return typeof node.value === "number";
  return node?.kind === "reference" && node.address === `var.${name}`;
}

function isNumbers(node: Expression | undefined): boolean {
  return (
    node?.kind === "tuple" && node.items.every((item) => item.kind === "literal" && typeof item.value === "number")
  );
}

function numbersIn(node: Expression): readonly number[] {
  const found: number[] = [];
  walkExpression(node, (part) => {
    if (part.kind === "literal" && typeof part.value === "number") found.push(part.value);
  });
  return found;
}

/** Each of the numbers, and one between each two and beside the outer ones. */
function numbersAround(numbers: readonly number[]): readonly number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const ends = [least - 1, ...sorted, most + 1];
  return [...ends, ...ends.slice(1).map((end, index) => ((ends[index] as number) + end) / 2)];
}
