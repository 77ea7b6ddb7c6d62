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
