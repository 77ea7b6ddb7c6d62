/** `checkKeys`: a map of objects that Terraform takes as `any`, so that a misspelt key is an error and not dropped. */
import {
  bool,
  each,
  fn,
  gte,
  list,
  local,
  map,
  number,
  object,
  optional,
  output,
  string,
  TfwrightError,
} from "tfwright";
import type { AnyVariable } from "../../src/generate/dsl/types";
import { defineOne, mainOf, textOf } from "./one-module";

const uri = string({ validate: [{ condition: (it) => fn.startswith(it, "s3:"), message: "reads takes URIs." }] });
const node = object({
  reads: optional(list(uri, { description: "what it reads" }), []),
  script: string(),
  workers: optional(number()),
  enabled: optional(bool(), true),
});
const jobs = map(node, { description: "Jobs by name.", default: {}, checkKeys: true });
const lake = defineOne({
  variables: { jobs },
  build(scope, v) {
    const all = each(v.jobs, ({ reads, script, workers, enabled }) => ({ reads, script, workers, enabled }));
    return { jobs: output(local(scope, "jobs", all)) };
  },
});
const variables = textOf(lake, "variables.tf");

test("HCL has no type for it, and its description lists the keys", () => {
  expect(variables).toContain("  type        = any\n  default     = {}\n  nullable    = false\n");
  expect(variables).toContain("A key that is not in this list is an error:");
  expect(variables).toContain("- `reads`: what it reads. Default: `[]`.");
  expect(variables).not.toContain("Terraform ignores");
});

test.each([
  ["keys", 'length(setsubtract(keys(value), ["reads", "script", "workers", "enabled"])) == 0'],
  ["what is required", 'length(setsubtract(["script"], keys(value))) == 0'],
  [
    "lists, without a null",
    'can(join("", lookup(value, "reads", null) == null ? [] : tolist(lookup(value, "reads", null))))',
  ],
  ["strings", 'can(tostring(lookup(value, "script", null)))'],
  ["numbers", 'can(tonumber(lookup(value, "workers", null)))'],
  ["bools", 'can(tobool(lookup(value, "enabled", null)))'],
  ["rules of a part", 'for item in lookup(value, "reads", null) != null ? value.reads : [] : startswith(item, "s3:")'],
])("a validation of %s", (_what, condition) => {
  expect(variables).toContain(condition);
});

test.each([
  "Each element of jobs must be an object with the keys reads, script (required), workers and enabled.",
  "Each element of jobs takes a list of strings without null for reads; a string for script; a number for workers; a bool for enabled.",
])("%s", (message) => {
  expect(variables).toContain(`"${message}"`);
});

test.each([
  [
    "lists",
    'tolist(lookup(value, "reads", null)))) ? "" : "jobs[\\"${key}\\"].reads',
    "must be a list of strings without null.",
  ],
  ["strings", 'can(tostring(lookup(value, "script", null))) ? "" : "jobs[\\"${key}\\"].script', "must be a string."],
  ["numbers", 'can(tonumber(lookup(value, "workers", null))) ? "" : "jobs[\\"${key}\\"].workers', "must be a number."],
])("the message names the attribute that has another type: %s", (_what, asked, text) => {
  expect(variables.replace(/\s+/g, " ")).toContain(`${asked} ${text}"`);
});

test("the message names the element that is no object, and whether it is null", () => {
  expect(variables.replace(/\s+/g, " ")).toContain('${value == null ? "null" : "not an object"}');
});

/** `tomap` refuses a number beside a bool, which an object of YAML may have, and Terraform converts each. */
test.each<[string, AnyVariable, string, string]>([
  ["strings", map(string()), "tostring(item)", "a map of strings"],
  ["numbers", map(number()), "tonumber(item)", "a map of numbers"],
])("each value of a map of %s is converted on its own", (_what, type, conversion, words) => {
  const one = object({ labels: optional(type as never) });
  const text = textOf(
    defineOne({
      variables: { jobs: map(one, { description: "Jobs.", checkKeys: true }) },
      build: (_scope, v) => ({ names: output(fn.keys(v.jobs), { description: "Names." }) }),
    }),
    "variables.tf",
  );
  expect(text).toContain(
    `can({ for entry, item in merge(lookup(value, "labels", null), {}) : entry => ${conversion} })`,
  );
  expect(text).toContain(`jobs takes ${words} for labels.`);
});

test("of several attributes of a type a loop asks, and of one the rule itself", () => {
  const one = object({ reads: list(string()), after: list(string()), script: string() });
  const text = textOf(
    defineOne({
      variables: { jobs: map(one, { description: "Jobs.", checkKeys: true }) },
      build: (_scope, v) => ({ names: output(fn.keys(v.jobs), { description: "Names." }) }),
    }),
    "variables.tf",
  ).replace(/\s+/g, " ");
  expect(text).toContain(
    'alltrue( concat( [for name in ["reads", "after"] : can(join("", tolist(lookup(value, name, []))))], [can(tostring(lookup(value, "script", null)))] ) )',
  );
});

test("a message reads the elements of a list only where it is one", () => {
  const reads = '(lookup(value, "reads", null) != null ? value.reads : [])';
  expect(variables.replace(/\s+/g, " ")).toContain(
    `can(join("", tolist${reads})) ? [ for index, item in ${reads.slice(1, -1)} : startswith(item, "s3:") ? "" :`,
  );
});

/** Of a word, `>=` would be an error of Terraform's own beside the message. */
test("a rule on a number asks first whether it is one", () => {
  const workers = number({ validate: [{ condition: (it) => gte(it, 1), message: "workers must be at least 1." }] });
  const text = textOf(
    defineOne({
      variables: { jobs: map(object({ workers }), { description: "Jobs.", checkKeys: true }) },
      build: (_scope, v) => ({ names: output(fn.keys(v.jobs), { description: "Names." }) }),
    }),
    "variables.tf",
  );
  expect(text.replace(/\s+/g, " ")).toContain("can(tonumber(value.workers)) ? value.workers >= 1 : true");
});

test("what may be left out is read by `lookup`, and null is the default", () => {
  expect(mainOf(lake)).toContain(
    [
      '      reads   = lookup(value, "reads", null) != null ? value.reads : []',
      "      script  = value.script",
      '      workers = lookup(value, "workers", null)',
      '      enabled = lookup(value, "enabled", null) != null ? value.enabled : true',
    ].join("\n"),
  );
});

test.each<[string, AnyVariable, string]>([
  ["a list", list(node, { checkKeys: true } as never), "`checkKeys` is for a map of objects"],
  ["an object", object({ a: string() }, { checkKeys: true } as never), "`checkKeys` is for a map of objects"],
  [
    "objects below",
    map(object({ a: string(), parts: list(object({ b: string() })) }), { checkKeys: true } as never),
    "`checkKeys` does not check the objects in `parts`",
  ],
  ["an inner map", object({ a: map(node, { checkKeys: true }) }), "`checkKeys` has no effect inside a variable's type"],
])("%s is refused", (_what, variable, message) => {
  const refused = defineOne({ variables: { x: variable }, build: (_scope, v) => ({ x: output(v.x as never) }) });
  expect(() => refused.generate()).toThrow(TfwrightError);
  expect(() => refused.generate()).toThrow(message);
});

test("a default and an example have only keys of the type", () => {
  const wrong = map(node, { default: { a: { script: "s", wokers: 1 } as never }, checkKeys: true });
  const refused = defineOne({ variables: { jobs: wrong }, build: (_scope, v) => ({ x: output(v.jobs) }) });
  expect(() => refused.generate()).toThrow("did you mean `workers`");
});
