/** `terraform fmt` indents what follows a line that closes and opens brackets, so that the writer makes no such line. */
import type { BinaryOperator, Expression } from "../../src/hcl/expression";
import { printExpression } from "../../src/hcl/print-expression";

const text = (value: string): Expression => ({ kind: "literal", value });
const long = (name: string): Expression => ({
  kind: "call",
  name: "length",
  args: [{ kind: "call", name: "concat", args: ["a", "b", "c"].map((end) => text(`${name}-${end}`.repeat(6))) }],
});
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});

test("two operands of several lines stand below each other", () => {
  const printed = printExpression(binary("==", long("first"), long("second")));
  expect(printed).toMatch(/^\(\n {2}length\(\n[\s\S]*\n {2}\) ==\n {2}length\(\n[\s\S]*\n {2}\)\n\)$/);
});

test("a bracket around an operand of several lines has lines of its own", () => {
  const any = ["first", "second", "third"].map((name) => binary(">", text(name.repeat(8)), text("x")));
  const printed = printExpression(
    binary(
      "&&",
      text("all"),
      any.reduceRight((right, left) => binary("||", left, right)),
    ),
  );
  expect(printed).toMatch(/"all" &&\n {2}\(\n {4}"first[\s\S]*\n {2}\)\n\)$/);
});

/** The conditional in one line, or in three if the chosen text is long. */
function printConditional(condition: Expression, chosen: string): string {
  // biome-ignore lint/suspicious/noThenProperty: the name of a field of the syntax tree.
  return printExpression({ kind: "conditional", condition, then: text(chosen), otherwise: text("none") });
}

// Checkov's parser refuses a line break between such an operand and `?`, and skips the whole file.
test.each([
  ["!a", (sign: Expression) => sign],
  ["b && !a", (sign: Expression) => binary("&&", text("b"), sign)],
  ["b || c && !a", (sign: Expression) => binary("||", text("b"), binary("&&", text("c"), sign))],
  ["b > -1", () => binary(">", text("b"), { kind: "literal", value: -1 })],
])("a condition that ends in a sign has brackets where a line ends after it: %s", (_, conditionOf) => {
  const sign: Expression = { kind: "unary", operator: "!", operand: { kind: "reference", address: "var.a" } };
  expect(printConditional(conditionOf(sign), "x".repeat(150))).toMatch(/^\(\n {2}\(.*\)\n {2}\? "x/);
  expect(printConditional(conditionOf(sign), "x")).toMatch(/^[^(]*$/);
});

test("a sign that is not the last operand needs none", () => {
  const sign: Expression = { kind: "unary", operator: "!", operand: { kind: "reference", address: "var.a" } };
  const condition = binary("&&", sign, { kind: "unary", operator: "!", operand: binary("==", sign, sign) });
  expect(printConditional(binary("&&", sign, text("b")), "x".repeat(150))).toMatch(/^\(\n {2}!var\.a && "b"\n {2}\? /);
  expect(printConditional(condition, "x".repeat(150))).toMatch(/^\(\n {2}\(.*\)\n {2}\? /);
});
