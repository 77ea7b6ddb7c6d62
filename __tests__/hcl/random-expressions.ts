/** Random expressions, with the texts that writers of HCL get wrong. */
import fc from "fast-check";
import type { Expression } from "../../src/hcl/expression";

const name = fc.constantFrom("a", "b_c", "d-e", "value", "日本");
export const texts = fc
  .array(fc.constantFrom("a", '"', "\\", "${", "%{", "$", "\n", "\t", "é", " ", "EOT", "\u0007", "👩"), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const KEY = { kind: "binding", id: 1, hint: "k" } as const;
const VALUE = { kind: "binding", id: 2, hint: "v" } as const;
/** The names of what the `for` expressions bind. */
export const BINDING_NAMES: ReadonlyMap<number, string> = new Map([
  [1, "k"],
  [2, "v"],
]);
export const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie("expression");
  const literal = fc
    .oneof(texts, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
    .map((value) => ({ kind: "literal", value }) as const);
  const reference = fc
    .constantFrom("var.a", "local.b", "aws_glue_job.this", "each.value")
    .map((address) => ({ kind: "reference", address }) as const);
  const operator = fc.constantFrom("||", "&&", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%");
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      literal,
      reference,
      fc.record({ kind: fc.constant("template"), parts: fc.array(fc.oneof(texts, inner), { maxLength: 4 }) }),
      fc.record({ kind: fc.constant("attribute"), of: inner, name }),
      fc.record({ kind: fc.constant("index"), of: inner, key: inner }),
      fc.record({ kind: fc.constant("splat"), of: inner, path: fc.array(name, { maxLength: 2 }) }),
      fc.record({
        kind: fc.constant("call"),
        name: fc.constantFrom("f", "jsonencode"),
        args: fc.array(inner, { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant("call"),
        name: fc.constant("f"),
        args: fc.array(inner, { minLength: 1, maxLength: 3 }),
        expand: fc.constant(true),
      }),
      fc.record({ kind: fc.constant("binary"), operator, left: inner, right: inner }),
      fc.record({ kind: fc.constant("unary"), operator: fc.constantFrom("!", "-"), operand: inner }),
      // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
      fc.record({ kind: fc.constant("conditional"), condition: inner, then: inner, otherwise: inner }),
      fc.record({ kind: fc.constant("tuple"), items: fc.array(inner, { maxLength: 3 }) }),
      fc.record({
        kind: fc.constant("object"),
        entries: fc.uniqueArray(fc.record({ key: fc.oneof({ weight: 3, arbitrary: name }, inner), value: inner }), {
          maxLength: 3,
          selector: ({ key }) => key,
        }),
      }),
      fc.record({
        kind: fc.constant("for"),
        key: fc.constant(KEY),
        value: fc.constant(VALUE),
        collection: inner,
        resultKey: inner,
        result: inner,
        condition: fc.option(inner, { nil: undefined }),
        group: fc.boolean(),
      }),
      fc.record({ kind: fc.constant("for"), value: fc.constant(VALUE), collection: inner, result: fc.constant(VALUE) }),
    ) as fc.Arbitrary<Expression>,
  };
});
