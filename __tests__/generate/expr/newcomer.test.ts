/** What somebody writes who knows Terraform and not yet tfwright: loops with keys, tuples, conditional maps, wrong collections. */
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  at,
  blocks,
  bool,
  each,
  eq,
  fn,
  list,
  local,
  map,
  ne,
  number,
  object,
  output,
  resource,
  string,
  toMap,
  tuple,
  when,
} from "tfwright";
import { singular } from "../../../src/generate/expr/collections";
import { defineOne, mainOf, problemsOf, textOf } from "../one-module";

const variables = {
  size: tuple([number(), string()]),
  on: bool(),
  rules: list(object({ name: string({ known: true }), mode: string() })),
  tags: map(string()),
};

/** What a local becomes that is made of the variables. */
function hclOf(make: (v: never) => unknown): string {
  const module = defineOne({
    variables,
    build(scope, v) {
      const made = local(scope, "made", make(v as never) as never);
      resource(scope, SqsQueue, "this", { name: fn.jsonencode([v.size, v.on, v.rules, v.tags, made]) });
      return {};
    },
  });
  return /made = ([\s\S]*?)\n}/.exec(mainOf(module))?.[1] ?? "";
}

type V = Parameters<Parameters<typeof defineOne<typeof variables>>[0]["build"]>[1];

test.each<[string, (v: V) => unknown, string]>([
  ["an element of a tuple", (v) => at(v.size, 0), "var.size[0]"],
  [
    "a condition on the key",
    (v) => each(v.tags, (tag) => tag, { where: (_, key) => ne(key, "x") }),
    '[for key, value in var.tags : value if key != "x"]',
  ],
  [
    "a condition on the key in a map",
    (v) => toMap(v.tags, (tag, key) => [key, tag], { where: (tag, key) => eq(tag, key) }),
    "{ for key, value in var.tags : key => value if value == key }",
  ],
  [
    "a comparison of comparisons",
    (v) => eq(eq(v.on, true), ne(at(v.size, 1), "a")),
    '(var.on == true) == (var.size[1] != "a")',
  ],
])("%s", (_, make, want) => {
  expect(hclOf(make as (v: never) => unknown)).toBe(want);
});

test("for_each over a map or none", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const chosen = when(
        v.on,
        toMap(v.rules, (rule) => [rule.name, rule]),
        {},
      );
      const made = resource(scope, SqsQueue, "this", (one) => ({ name: one.value.mode }), { forEach: chosen });
      return { arns: output(made.all((queue) => queue.arn)), rest: output([v.size, v.tags]) };
    },
  });
  expect(mainOf(module)).toContain("for_each = var.on ? { for rule in var.rules : rule.name => rule } : {}");
  expect(textOf(module, "outputs.tf")).toContain("this : key => queue.arn");
});

test.each<[string, (v: V, bucket: never) => unknown, object]>([
  [
    "a position that a tuple does not have",
    (v) => at(v.size, 2 as never),
    { code: "no-such-element", message: "the tuple has 2 elements, and none at 2" },
  ],
  ["an index", (v) => (v.size as never as string[])[0], { hint: "use `at(list, 0)`" }],
  ["`.at`", (v) => (v.rules as never as string[]).at(0), { hint: "use `at(list, 0)`" }],
  [
    "a block of a resource",
    (_, bucket) => at((bucket as { versioning: never }).versioning, 0 as never),
    {
      code: "not-a-list",
      message: "`at` needs a list, set or map of the definition, but was given a resource or a block of it",
    },
  ],
  [
    "a resource",
    (_, bucket) => each(bucket, (one) => one),
    {
      code: "not-a-list",
      message: "`each` needs a list, set or map of the definition, but was given a resource or a block of it",
    },
  ],
  [
    "an array",
    () => toMap(["a"] as never, (one) => ["a", one]),
    { message: "`toMap` needs a list, set or map of the definition, but was given an array" },
  ],
  [
    "`value` of an element",
    (v) => each(v.tags, (tag) => (tag as never as { value: string }).value),
    { hint: expect.stringMatching(/^a loop over a map calls its function with the value and the key/) },
  ],
])("%s is told", (_, use, want) => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const bucket = resource(scope, S3Bucket, "this", {});
      return { made: output(use(v, bucket as never) as never), rest: output([v.size, v.on, v.rules, v.tags]) };
    },
  });
  expect(problemsOf(module)).toEqual([expect.objectContaining(want)]);
});

test.each([
  ["cors", "item"],
  ["aliases", "alias"],
  ["status", "item"],
  ["statuses", "status"],
  ["analysis", "item"],
  ["caches", "cache"],
  ["cpus", "cpu"],
  ["records", "record"],
  ["policies", "policy"],
])("an element of %s is called %s", (name, want) => {
  expect(singular({ kind: "reference", address: `var.${name}` })).toBe(want);
});

test.each<[string, () => unknown, string]>([
  ["a scalar", () => string({ descripton: "x" } as never), "did you mean `description`?"],
  ["a list", () => list(string(), { default: [], validation: [] } as never), "did you mean `validate`?"],
  [
    "an object",
    () => object({ a: string() }, { description: "x", nullabel: true } as never),
    "did you mean `nullable`?",
  ],
])("an option that there is not: %s", (_, make, hint) => {
  const module = defineOne({
    variables: { x: make() as ReturnType<typeof string> },
    build: (_, v) => ({ x: output(v.x) }),
  });
  expect(problemsOf(module)).toEqual([expect.objectContaining({ code: "unknown-option", hint })]);
});

test.each<[string, string, boolean]>([
  ["count", 'resource "aws_sqs_queue" "a" {\n  count = 2\n  name  = "a${count.index}"\n}', true],
  ["for_each", 'resource "aws_sqs_queue" "a" {\n  for_each = toset(["a"])\n  name     = each.key\n}', true],
  [
    "a dynamic block",
    'resource "aws_lb" "a" {\n  dynamic "x" {\n    for_each = []\n    content {\n      y = x.value\n    }\n  }\n}',
    true,
  ],
  [
    "its iterator",
    'resource "aws_lb" "a" {\n  dynamic "x" {\n    for_each = []\n    iterator = it\n    content {\n      y = it.value\n    }\n  }\n}',
    true,
  ],
  ["each without for_each", 'resource "aws_sqs_queue" "a" {\n  name = each.key\n}', false],
  [
    "count of another block",
    'resource "aws_sqs_queue" "a" {\n  count = 1\n}\n\nresource "aws_sqs_queue" "b" {\n  name = "a${count.index}"\n}',
    false,
  ],
])("an example that declares blocks with %s", (_, declares, isRight) => {
  const module = defineOne({
    variables: { x: string() },
    examples: { basic: { description: "One.", declares, inputs: { x: "a" } } },
    build: (_, v) => ({ x: output(v.x) }),
  });
  if (isRight) expect(() => module.generate()).not.toThrow();
  else expect(problemsOf(module)).toEqual([expect.objectContaining({ code: "unknown-reference" })]);
});

test("the path of nested blocks has their names, and the hint says what the condition needs", () => {
  const module = defineOne({
    variables: { rules: list(object({ name: string(), mode: string() })) },
    build(scope, v) {
      const some = each(v.rules, (rule) => rule, { where: (rule) => eq(rule.mode, "a") });
      resource(scope, S3BucketReplicationConfigurationA, "this", {
        bucket: "a",
        role: "b",
        rule: [
          {
            status: "Enabled",
            destination: { bucket: "c", replicationTime: blocks(some, () => ({ status: "a", time: {} })) as never },
          },
        ],
      });
      return {};
    },
  });
  expect(problemsOf(module)).toEqual([
    expect.objectContaining({
      code: "spreads-unknown",
      path: "sample.aws_s3_bucket_replication_configuration.this.rule.destination.replication_time",
      hint: expect.stringMatching(
        /; or, if callers write as literals what decides it, declare that with `known: true`$/,
      ),
    }),
  ]);
});

test("a long expression in a message is one line", () => {
  const module = defineOne({
    variables: { names: list(string()), rules: list(object({ name: string(), mode: string() })) },
    build(scope, v) {
      const keys = fn.compact(
        fn.concat(
          v.names,
          each(v.rules, (rule) => rule.name),
          each(v.rules, (rule) => rule.mode),
        ),
      );
      resource(scope, DynamodbTable, "this", {
        name: "a",
        attribute: blocks(fn.toset(fn.distinct(keys)), (name) => ({ name, type: "S" })),
      });
      return {};
    },
  });
  const [{ message } = { message: "" }] = problemsOf(module);
  expect(message).toMatch(
    /^`toset\(distinct\(compact\(concat\(var\.names, \[for rule in var\.rules : rule\.name\], \[/,
  );
});
