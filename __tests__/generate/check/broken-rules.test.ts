/** Defaults and examples that break the rules of their variables. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { fn, gt, list, lte, number, object, optional, raw, resource, string, tuple } from "tfwright";
import type { AnyVariable } from "../../../src/generate/dsl/types";
import { codesOf, defineOne, problemsOf } from "../one-module";

const port = (fallback?: number) =>
  number({
    ...(fallback !== undefined && { default: fallback }),
    validate: [{ condition: (value) => lte(value, 65535), message: "at most 65535." }],
  });
const scale = (max: number, given: object = {}) =>
  object(
    { min: number({ default: 3 }), max: number({ default: max }) },
    { default: given as never, validate: [{ condition: (s) => lte(s.min, s.max), message: "min is at most max." }] },
  );
const named = string({
  validate: [{ condition: (value) => fn.can(fn.regex("^[a-z]+$", value)), message: "lower case." }],
});
const sizes = (fallback: number[]) =>
  list(number({ validate: [{ condition: (value) => gt(value, 0), message: "above 0." }] }), { default: fallback });

function moduleWith(x: AnyVariable, examples: object = {}) {
  return defineOne({
    variables: { x },
    examples: examples as never,
    build(scope, v) {
      resource(scope, SqsQueue, "this", { name: fn.jsonencode(v.x as never) });
      return {};
    },
  });
}

test.each<[string, AnyVariable, boolean]>([
  ["a number that is too large", port(80800), true],
  ["a number", port(8080), false],
  ["defaults of attributes", scale(2), true],
  ["an attribute that is given", scale(2, { max: 4 }), false],
  ["an element of a list", sizes([1, 0]), true],
  ["elements of a list", sizes([1, 2]), false],
  ["an element of a tuple", tuple([string(), port()], { default: ["a", 80800] }), true],
  ["elements of a tuple", tuple([string(), port()], { default: ["a", 8080] }), false],
  ["null in place of a list", list(list(string()), { default: [null] as never }), true],
  ["null", optional(port()), false],
  ["no default", port(), false],
])("a default is checked against the rules of its variable: %s", (_, x, isWrong) => {
  expect(codesOf(moduleWith(x), false)).toEqual(isWrong ? ["default-breaks-rule sample.variables.x"] : []);
});

test.each<[string, AnyVariable, unknown, boolean]>([
  ["a text", named, "Orders", true],
  ["a text that is right", named, "orders", false],
  ["a value that only Terraform knows", named, raw("terraform.workspace"), false],
  ["an object", scale(9), { min: 10 }, true],
  ["a list", sizes([1]), [2, 0], true],
  ["a list of objects, which is left to Terraform", list(scale(9)), [{ min: 10 }], false],
])("an example is checked against the rules of its variables: %s", (_, x, value, isWrong) => {
  const module = moduleWith(x, { basic: { description: "One.", inputs: { x: value } } });
  expect(codesOf(module, false)).toEqual(isWrong ? ["example-breaks-rule sample.examples.basic.inputs.x"] : []);
});

test("an example of another type is reported as that alone", () => {
  const module = moduleWith(sizes([1]), { basic: { description: "One.", inputs: { x: [0, "x"] } } });
  expect(codesOf(module, false)).toEqual(["input-type sample.examples.basic.inputs.x"]);
});

test("the message has the rule's own words", () => {
  expect(problemsOf(moduleWith(port(80800)))).toMatchObject([
    {
      message: "the default 80800 breaks the variable's own rule: at most 65535.",
      hint: "change the default or the rule",
    },
  ]);
});
