/** Operators of HCL over values of which parts are known. */
import { applyOperator, negate } from "../../src/terraform/apply-operator";
import { listValue, objectValue, scalarValue, textValue, unknownValue, type Value } from "../../src/terraform/value";

const scalar = (value: number | boolean | null) => scalarValue(value, 0);
const text = (value: string) => textValue(value, 0);
const NULL = scalar(null);
const UNKNOWN = unknownValue("var.a", 0, "var.a");

const resultOf = (value: Value | undefined) => (value?.kind === "scalar" ? value.value : undefined);

test.each<[Value, Parameters<typeof applyOperator>[0], Value, boolean | undefined]>([
  [scalar(1), ">", scalar(0), true],
  [scalar(0), ">", scalar(0), false],
  [scalar(0), ">=", scalar(0), true],
  [scalar(2), "<", scalar(10), true],
  [scalar(2), "<=", scalar(1), false],
  [text("2"), "<", scalar(10), undefined],
  [UNKNOWN, ">", scalar(0), undefined],
  [text("a"), "==", text("a"), true],
  [text("a"), "!=", text("a"), false],
  [text("a"), "==", text("b"), false],
  [text("1"), "==", scalar(1), undefined],
  [text("a-${var.a}"), "==", text("a-b"), undefined],
  [scalar(true), "==", scalar(true), true],
  [NULL, "==", NULL, true],
  [text("a"), "==", NULL, false],
  [text(""), "!=", NULL, true],
  [NULL, "!=", listValue([], 0), true],
  [objectValue([], 0), "==", NULL, false],
  [UNKNOWN, "==", NULL, undefined],
  [text("${var.a}"), "!=", NULL, undefined],
  [listValue([], 0), "==", listValue([], 0), undefined],
  [scalar(false), "&&", UNKNOWN, false],
  [UNKNOWN, "&&", scalar(false), false],
  [UNKNOWN, "&&", scalar(true), undefined],
  [scalar(true), "&&", scalar(true), true],
  [UNKNOWN, "||", scalar(true), true],
  [UNKNOWN, "||", scalar(false), undefined],
  [scalar(false), "||", scalar(false), false],
  [scalar(1), "+", scalar(1), undefined],
])("%j %s %j", (left, operator, right, expected) => {
  expect(resultOf(applyOperator(operator, left, right, 0))).toBe(expected);
});

test.each<["!" | "-", Value, number | boolean | undefined]>([
  ["!", scalar(true), false],
  ["!", UNKNOWN, undefined],
  ["!", NULL, undefined],
  ["-", scalar(2), -2],
  ["-", text("2"), undefined],
])("%s %j", (operator, operand, expected) => {
  expect(resultOf(negate(operator, operand, 0))).toBe(expected);
});
