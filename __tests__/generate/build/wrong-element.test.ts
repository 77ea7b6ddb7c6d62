/** The message of a rule names the element of a collection that breaks it. */
import { Problems } from "../../../src/errors";
import { list, map, number, object, oneOf, optional, set, string } from "../../../src/generate";
import { inputNode } from "../../../src/generate/build/input-values";
import { rulesOn } from "../../../src/generate/build/variable-rules";
import type { AnyVariable } from "../../../src/generate/dsl/types";
import { type Expr, fn, gt, not, type ObjectExpr } from "../../../src/generate/expr";
import { referenceNode } from "../../../src/generate/expr/build";
import type { Expression } from "../../../src/hcl/expression";
import { printExpression } from "../../../src/hcl/print-expression";

const text = (shows: "value" | "element" = "value") =>
  string({ validate: [{ condition: (one) => fn.startswith(one, "s3:"), message: "must be a URI.", shows }] });

const unlike = (name: string) => ({
  condition: (one: ObjectExpr<{ readonly a: Expr<string> }>) => not(fn.startswith(one.a, name)),
  message: "must differ.",
});

function messagesOf(variable: AnyVariable, value: Expression = referenceNode("var.x")): readonly string[] {
  const { type, options, guarded = false } = variable;
  const ruled = { name: "x", type, options: options as never, nullable: guarded, guarded };
  const messages = rulesOn(value, ruled).map(({ message }) => printExpression(message, { column: 0 }));
  // The rule on null has a test of its own.
  return messages.map((one) => one.replace(/\s+/g, " ")).filter((one) => !/must not be null[.,]/.test(one));
}

test.each<[string, AnyVariable, string]>([
  [
    "a list",
    list(text()),
    'for index, item in var.x : startswith(item, "s3:") ? "" : format("x[%v] is \\"%v\\".", index, item)',
  ],
  ["a map", map(text()), 'format("x[\\"%v\\"] is \\"%v\\".", key, value)'],
  ["a set, which has no keys", set(text()), 'format("An element of x is \\"%v\\".", item)'],
  ["objects in a list", list(object({ a: text() })), 'format("x[%v].a is \\"%v\\".", index, item.a)'],
  [
    "a list in a list",
    list(object({ parts: list(text()) })),
    "for index, item in var.x : [ for position, part in item.parts :",
  ],
  ["a list in an object", object({ parts: list(text()) }), 'format("x.parts[%v] is \\"%v\\".", index, part)'],
  [
    "a value that may be null",
    list(object({ a: optional(text()) })),
    'item.a == null ? "" : startswith(item.a, "s3:") ? "" : format("x',
  ],
  ["a list that may be null", list(object({ parts: optional(list(text())) })), "item.parts == null ? [] : ["],
  ["a value that is not shown", list(text("element")), '"See x[${index}]."'],
  ["a closed set", list(oneOf(["a", "b"])), '"Each element of x must be one of a, b, in lower case.", coalesce('],
])("the message names the element of %s", (_what, variable, part) => {
  const [message, ...others] = messagesOf(variable);
  expect(others).toEqual([]);
  expect(message).toContain(part);
});

test.each<[string, AnyVariable, string]>([
  ["numbers", list(number({ validate: [{ condition: (one) => gt(one, 0), message: "must be over 0." }] })), "item"],
  ["an object", list(object({ a: string() }, { validate: [unlike("a")] })), "item"],
])("an element that is no text is shown as JSON: %s", (_what, variable, shown) => {
  expect(messagesOf(variable).join()).toContain(`"x[\${index}] is \${jsonencode(${shown})}."`);
});

test.each<[string, AnyVariable]>([
  ["a value alone", text()],
  ["an attribute", object({ a: text() })],
  ["a list that is sensitive", list(text(), { sensitive: true })],
  ["a list that is ephemeral", list(text(), { ephemeral: true })],
])("the message is only the author's own for %s", (_what, variable) => {
  for (const message of messagesOf(variable)) expect(message).toBe('"must be a URI."');
});

test.each<[string, AnyVariable, unknown, readonly string[]]>([
  ["a list", list(text()), ["a", null], ['"must be a URI. x[0] is \\"a\\"."', '"must be a URI. x[1] is null."']],
  ["a map", map(text()), { k: "" }, ['"must be a URI. x[\\"k\\"] is \\"\\"."']],
  ["a set", set(text()), ["a"], ['"must be a URI. An element of x is \\"a\\"."']],
  [
    "objects",
    list(object({ n: optional(number()), a: text() })),
    [{ a: "b" }],
    ['"must be a URI. x[0].a is \\"b\\"."'],
  ],
])("the message names the elements of %s that is written out", (_what, variable, value, want) => {
  const node = inputNode(value, variable.type, "x", new Problems());
  expect(messagesOf(variable, node)).toEqual(want);
});
