/** Null in place of an object or a list inside of a variable: one rule refuses it, and all others pass over it. */
import { each, fn, gt, list, map, number, object, oneOf, optional, output, set, string, TfwrightError } from "tfwright";
import { App, TerraformStack } from "../../src/cdk";
import type { AnyVariable } from "../../src/generate/dsl/types";
import { defineOne, textOf } from "./one-module";

const named = string({
  validate: [{ condition: (it) => fn.can(fn.regex("^[a-z]+$", it)), message: "in lower case." }],
});
const part = object({ name: named });

/** The first validation of a variable `items`, and the conditions of all others. */
function rulesOf(items: AnyVariable): { readonly first: string; readonly others: readonly string[] } {
  const module = defineOne({ variables: { items }, build: (_scope, v) => ({ items: output(v.items as never) }) });
  const [first = "", ...others] = textOf(module, "variables.tf").split("  validation {\n").slice(1);
  return { first, others: others.map((text) => text.slice(0, text.indexOf("    error_message"))) };
}

test.each<[string, AnyVariable, string]>([
  ["a list", list(part), "alltrue([for item in var.items : item != null])"],
  ["a set", set(part), "alltrue([for item in var.items : item != null])"],
  ["a map", map(part), "alltrue([for value in var.items : value != null])"],
  ["a list of lists", list(list(string())), "alltrue([for item in var.items : item != null])"],
  ["a map of sets", map(set(string())), "alltrue([for value in var.items : value != null])"],
  [
    "numbers with a rule",
    list(number({ validate: [{ condition: (it) => gt(it, 0), message: "over 0." }] })),
    "item != null",
  ],
  [
    "an attribute that must be given",
    list(object({ parts: list(string()) })),
    "item == null ? false : item.parts != null",
  ],
  [
    "objects below",
    map(object({ parts: optional(list(part), []) })),
    "alltrue([for part in value.parts : part != null])",
  ],
  ["objects that may be missing", object({ parts: optional(list(part)) }), "var.items.parts == null"],
  [
    "objects with checked keys",
    map(part, { checkKeys: true }),
    "value != null && [for none in [false ? value : null] : can(merge(none, {}))][0]",
  ],
])("%s", (_what, variable, condition) => {
  expect(rulesOf(variable).first.replace(/\s+/g, " ")).toContain(condition);
});

test.each<[string, AnyVariable]>([
  ["a list of strings", list(string())],
  ["numbers without a rule", set(number())],
  ["an object of strings", object({ name: string() })],
])("%s needs no rule", (_what, variable) => {
  expect(rulesOf(variable).first).toBe("");
});

test("the message names the inputs, and the place of the first null", () => {
  const { first } = rulesOf(map(object({ parts: list(part) })));
  expect(first).toContain(
    '"Elements of items and items.parts must not be null. items.parts must not be null itself.",',
  );
  expect(first).toContain('["items[\\"${key}\\"] is null."]');
  expect(first).toContain('part != null ? "" : "items[\\"${key}\\"].parts[${position}] is null."');
});

test("other rules pass over null: those of elements, and loops of the author's own", () => {
  const { others } = rulesOf(
    list(part, {
      validate: [{ condition: (all) => gt(fn.length(each(all, (one) => one.name)), 0), message: "not empty." }],
    }),
  );
  expect(others).toHaveLength(2);
  expect(others[0]).toContain('for item in var.items : can(regex("^[a-z]+$", item.name)) if item != null');
  expect(others[1]).toContain("length([for item in var.items : item.name if item != null]) > 0");
});

test("a rule asks only about what it reads", () => {
  const size = number({ validate: [{ condition: (it) => gt(it, 0), message: "over 0." }] });
  const { others } = rulesOf(list(object({ size, parts: list(part) })));
  expect(others[0]).toContain("for item in var.items : item.size > 0 if item != null]");
  expect(others[1]).toContain("if item == null ? false : item.parts != null");
});

test("rules that say the same of two lists are one", () => {
  const { others } = rulesOf(object({ columns: list(part), keys: optional(list(part), []) }));
  expect(others).toHaveLength(1);
  expect(others[0]).toMatch(/for column in var\.items\.columns[\s\S]*&&[\s\S]*for key in var\.items\.keys/);
});

describe("inline", () => {
  const module = defineOne({
    variables: { items: map(object({ parts: optional(list(part), []) })) },
    build: (_scope, v) => ({ items: output(v.items) }),
  });
  const call = (items: unknown) => () =>
    module.inline(new TerraformStack(new App(), "stack"), "call", { items } as never);

  test.each<[string, unknown]>([
    ["an element", { a: null }],
    ["one of several", { a: {}, b: null }],
    ["an element below", { a: { parts: [{ name: "x" }, null] } }],
  ])("%s that is null is refused", (_what, items) => {
    expect(call(items)).toThrow(TfwrightError);
    expect(call(items)).toThrow("must not be null");
  });

  test("null of an optional attribute is no fault, whatever the rules of its type are", () => {
    const kinds = defineOne({
      variables: { items: list(object({ kind: optional(oneOf(["a"])), note: optional(named) })) },
      build: (_scope, v) => ({ items: output(v.items) }),
    });
    const inline = (items: unknown) => () =>
      kinds.inline(new TerraformStack(new App(), "stack"), "call", { items } as never);
    expect(inline([{}, { kind: null, note: null }, { kind: "a", note: "b" }])).not.toThrow();
    expect(inline([{ kind: "b" }])).toThrow("must be one of a");
  });

  test("a value without null passes", () => expect(call({ a: { parts: [{ name: "x" }] } })).not.toThrow());
});
