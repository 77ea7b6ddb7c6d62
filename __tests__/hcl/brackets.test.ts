/** Brackets: every kind of expression as a part of every other, in one line and broken, is read with the same structure. */
import { isDeepStrictEqual } from "node:util";
import { parse } from "@cdktf/hcl2json";
import type { BinaryOperator, Expression } from "../../src/hcl/expression";
import { printExpression } from "../../src/hcl/print-expression";
import { readHclExpression } from "../../src/hcl/read";
import { structureOf, structureOfWritten } from "./read-support";

const OPERATORS = ["||", "&&", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"] as const;

const ref = (address: string): Expression => ({ kind: "reference", address });
const literal = (value: number | string | boolean): Expression => ({ kind: "literal", value });
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});
const call = (...args: readonly Expression[]): Expression => ({ kind: "call", name: "f", args });
const object = (...values: readonly Expression[]): Expression => ({
  kind: "object",
  entries: values.map((value, index) => ({ key: `k${index}`, value })),
});
const conditional = (condition: Expression, chosen: Expression, otherwise: Expression): Expression => ({
  kind: "conditional",
  condition,
  // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
  then: chosen,
  otherwise,
});
const ITEM = { kind: "binding", id: 1, hint: "item" } as const;
const NAMES = new Map([[1, "item"]]);

type Make = (part: Expression) => Expression;

/** Each place where a part may stand. */
const parents: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(
    OPERATORS.flatMap((operator): [string, Make][] => [
      [`_ ${operator} x`, (part) => binary(operator, part, ref("x"))],
      [`x ${operator} _`, (part) => binary(operator, ref("x"), part)],
    ]),
  ),
  "!_": (operand) => ({ kind: "unary", operator: "!", operand }),
  "-_": (operand) => ({ kind: "unary", operator: "-", operand }),
  "_ ? x : y": (part) => conditional(part, ref("x"), ref("y")),
  "x ? _ : y": (part) => conditional(ref("x"), part, ref("y")),
  "x ? y : _": (part) => conditional(ref("x"), ref("y"), part),
  "_.a": (of) => ({ kind: "attribute", of, name: "a" }),
  "_[x]": (of) => ({ kind: "index", of, key: ref("x") }),
  "x[_]": (key) => ({ kind: "index", of: ref("x"), key }),
  "_[*]": (of) => ({ kind: "splat", of, path: [] }),
  "_[*].a": (of) => ({ kind: "splat", of, path: ["a"] }),
  "f(_, x)": (part) => call(part, ref("x")),
  "f(x, _)": (part) => call(ref("x"), part),
  "f(_...)": (part) => ({ kind: "call", name: "f", args: [part], expand: true }),
  "[_, x]": (part) => ({ kind: "tuple", items: [part, ref("x")] }),
  "{ k0 = _ }": (part) => object(part),
  "{ (_) = x }": (key) => ({ kind: "object", entries: [{ key, value: ref("x") }] }),
  '"a ${_} b"': (part) => ({ kind: "template", parts: ["a ", part, " b"] }),
  "[for item in _ : item]": (collection) => ({ kind: "for", value: ITEM, collection, result: ITEM }),
  "[for item in x : _]": (result) => ({ kind: "for", value: ITEM, collection: ref("x"), result }),
  "[for item in x : item if _]": (condition) => ({
    kind: "for",
    value: ITEM,
    collection: ref("x"),
    result: ITEM,
    condition,
  }),
  "{ for item in x : _ => item }": (resultKey) => ({
    kind: "for",
    value: ITEM,
    collection: ref("x"),
    resultKey,
    result: ITEM,
  }),
  "{ for item in x : item => _... }": (result) => ({
    kind: "for",
    value: ITEM,
    collection: ref("x"),
    resultKey: ITEM,
    result,
    group: true,
  }),
};

/** An expression of each kind around its inmost part. */
const children: Readonly<Record<string, Make>> = {
  ...parents,
  _: (part) => part,
  "-1": () => literal(-1),
  "1.5": () => literal(1.5),
  '"a"': () => literal("a"),
  true: () => literal(true),
};

/** The inmost part: a name; what nobody writes in one line; what is too long for one. */
const leaves: readonly Expression[] = [
  ref("var.a"),
  object(ref("a"), ref("b")),
  call(...Array.from({ length: 5 }, (_, index) => ref(`var.${"long_".repeat(5)}${index}`))),
];

function expectSame(node: Expression): string {
  const text = printExpression(node);
  const read = readHclExpression(text);
  if ("message" in read) throw new Error(`${read.message}:\n${text}`);
  const [got, want] = [structureOf(read), structureOfWritten(node, NAMES)];
  // `expect` alone takes ten times as long.
  if (!isDeepStrictEqual(got, want)) expect({ text, structure: got }).toEqual({ text, structure: want });
  return text;
}

test.each(Object.entries(parents))("%s", async (_name, parent) => {
  const texts = Object.values(children).flatMap((child) => leaves.map((leaf) => expectSame(parent(child(leaf)))));
  // HCL's own reader takes it as well; in a call, so that it computes nothing.
  await parse("main.tf", `a = f(\n${texts.join(",\n")}\n)\n`);
});

test("three operators in every order", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map(ref) as [Expression, Expression, Expression, Expression];
  for (const leaf of leaves.slice(0, 2)) {
    for (const x of OPERATORS) {
      for (const y of OPERATORS) {
        for (const z of OPERATORS) {
          expectSame(binary(x, binary(y, binary(z, leaf, b), c), d));
          expectSame(binary(x, binary(y, a, binary(z, leaf, c)), d));
          expectSame(binary(x, binary(y, a, b), binary(z, c, leaf)));
          expectSame(binary(x, a, binary(y, binary(z, b, leaf), d)));
          expectSame(binary(x, a, binary(y, b, binary(z, c, leaf))));
        }
      }
    }
  }
});

test.each<[Expression, string]>([
  [binary("+", ref("a"), binary("-", ref("b"), object(ref("c"), ref("d")))), "a + (b - {…})"],
  [binary("+", ref("a"), binary("+", ref("b"), object(ref("c"), ref("d")))), "a + (b + {…})"],
  [binary("+", binary("-", ref("a"), ref("b")), object(ref("c"), ref("d"))), "a - b + {…}"],
  [binary("&&", ref("a"), binary("&&", ref("b"), object(ref("c"), ref("d")))), "a && b && {…}"],
])("brackets stand in a broken line where they stand in one line: %#", (given, want) => {
  const text = printExpression(given)
    .replace(/\{.*?\}/s, "{…}")
    .replace(/\s+/g, " ");
  expect(
    text
      .replace(/^\( (.*) \)$/, "$1")
      .replaceAll("( ", "(")
      .replaceAll(" )", ")"),
  ).toBe(want);
});
