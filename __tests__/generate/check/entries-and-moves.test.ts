/** `each` outside of its resource, resources that are gone and there, checks without an assertion, and values of two kinds. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import {
  blocks,
  bool,
  checkBlock,
  each,
  ifNotNull,
  list,
  local,
  map,
  moved,
  optional,
  output,
  raw,
  ref,
  removed,
  resource,
  string,
  toMap,
  when,
} from "tfwright";
import { defineOne, problemsOf, textOf } from "../one-module";

function messagesOf(build: (scope: Construct, v: never) => unknown): readonly string[] {
  const module = defineOne({
    variables: { names: map(string()), list: list(string()), on: bool(), text: optional(string()) },
    build(scope, v) {
      const made = build(scope, v as never);
      return { all: output([v.names, v.list, v.on, v.text] as never), made: output((made ?? "none") as never) };
    },
  });
  try {
    return problemsOf(module).map(({ path, message }) => `${path}: ${message}`);
  } catch {
    return [];
  }
}

type Values = { names: never; list: never; on: never; text: never };
const queue = (scope: Construct, name: string, config: unknown, options?: object) =>
  resource(scope, SqsQueue, name, config as never, options as never) as never as { arn: never };

/** A function of `forEach` that hands its argument on. */
function keepEntry(scope: Construct, v: Values): { key: never; value: never } {
  let kept: unknown;
  const config = (entry: { key: string }) => {
    kept = entry;
    return { name: entry.key };
  };
  queue(scope, "all", config, { forEach: v.names });
  return kept as never;
}

const NO_EACH = "stands where there is no `forEach`";

test.each<[string, (scope: Construct, v: Values) => unknown, readonly string[]]>([
  [
    "in another resource",
    (scope, v) => void queue(scope, "one", { name: keepEntry(scope, v).key }),
    [`sample.aws_sqs_queue.one.name: \`each.key\` ${NO_EACH}`],
  ],
  [
    "in an output",
    (scope, v) => keepEntry(scope, v).value,
    ["sample.outputs.made: `each.value` refers to nothing in this module"],
  ],
  [
    "in a local",
    (scope, v) => local(scope, "kept", keepEntry(scope, v).key),
    [`sample.locals.kept: \`each.key\` ${NO_EACH}`],
  ],
  [
    "in HCL as text",
    (scope) => void queue(scope, "one", { name: raw("each.key") }),
    [`sample.aws_sqs_queue.one.name: \`each.key\` ${NO_EACH}`],
  ],
  [
    "the index of a count",
    (scope) => void queue(scope, "one", { name: ref("count.index") }),
    ["sample.aws_sqs_queue.one.name: `count.index` stands where there is no `count`"],
  ],
  [
    "in its own resource, and in a loop there",
    (scope, v) =>
      void queue(
        scope,
        "all",
        (entry: { key: string }) => ({
          name: entry.key,
          tags: toMap(v.list, (one: never) => [one, entry.key] as never),
        }),
        { forEach: v.names },
      ),
    [],
  ],
  [
    "another resource with entries of its own",
    (scope, v) => void queue(scope, "other", { name: keepEntry(scope, v).key }, { forEach: v.names }),
    [],
  ],
  ["the index in its resource", (scope) => void queue(scope, "one", { name: ref("count.index") }, { count: 2 }), []],
])("each: %s", (_name, build, want) => {
  expect(messagesOf(build as never)).toEqual(want);
});

test.each([
  ["an index keeps it", ref("count.index"), ["  count = 1"]],
  ["an index in a text keeps it", `q-${ref("count.index")}`, ["  count = 1"]],
  ["no index has none", "q", []],
])("of resources with a count of 1 one that reads %s", (_name, name, counts) => {
  const module = defineOne({
    build(scope) {
      queue(scope, "one", { name }, { count: 1 });
      return {};
    },
  });
  const [, body = ""] = /"aws_sqs_queue" "one" \{\n([\s\S]*?)\n\}/.exec(textOf(module, "main.tf")) ?? [];
  expect(body.split("\n").filter((line) => line.startsWith("  count"))).toEqual(counts);
});

const one = (scope: Construct) => queue(scope, "this", { name: "a" });

test.each<[string, (scope: Construct) => unknown, readonly string[]]>([
  [
    "removed and there",
    (scope) => (one(scope), removed(scope, "aws_sqs_queue.this")),
    ["sample.removed.aws_sqs_queue.this: `aws_sqs_queue.this` cannot be forgotten, because the module still has it"],
  ],
  ["removed", (scope) => (one(scope), removed(scope, "aws_sqs_queue.old")), []],
  [
    "moved and there",
    (scope) => (
      one(scope), queue(scope, "that", { name: "b" }), moved(scope, "aws_sqs_queue.this", "aws_sqs_queue.that")
    ),
    [
      "sample.moved.aws_sqs_queue.this: `aws_sqs_queue.this` cannot be moved to aws_sqs_queue.that, because the module still has it",
    ],
  ],
  [
    "moved to an instance of it",
    (scope) => (
      queue(scope, "this", { name: "a" }, { count: 1 }), moved(scope, "aws_sqs_queue.this", "aws_sqs_queue.this[0]")
    ),
    [],
  ],
  [
    "an instance that moves away",
    (scope) => (
      queue(scope, "this", { name: "a" }, { count: 1 }),
      queue(scope, "that", { name: "b" }),
      moved(scope, "aws_sqs_queue.this[1]", "aws_sqs_queue.that")
    ),
    [],
  ],
])("%s", (_name, build, want) => {
  expect(messagesOf((scope) => void build(scope))).toEqual(want);
});

test("a check without an assertion", () => {
  expect(messagesOf((scope) => (one(scope), checkBlock(scope, "none", [])))).toEqual([
    "sample.check.none: `checkBlock` takes a list of assertions with `condition` and `message`",
  ]);
});

test("blocks for a map", () => {
  expect(
    messagesOf(
      (scope, v) =>
        void queue(scope, "this", { tags: blocks((v as Values).list, (name) => ({ name: name as never })) }),
    ),
  ).toEqual(["sample.aws_sqs_queue.this.tags: `tags` takes a map, but was given blocks"]);
});

const differ = (name: string, a: string, b: string) => [
  `sample: both values of \`${name}\` must have one type, but one is ${a} and the other ${b}`,
];

test.each<[string, (v: Values) => unknown, readonly string[]]>([
  ["a text and a list", (v) => when(v.on, "a", v.list), differ("when", "a string", "a list")],
  ["a list and a map", (v) => when(v.on, v.list, v.names), differ("when", "a list", "a map")],
  [
    "an object and a text",
    (v) => ifNotNull(v.text as never, () => ({ a: "b" }), "none"),
    differ("ifNotNull", "an object", "a string"),
  ],
  ["a text and a number", (v) => when(v.on, "a", 1), []],
  ["a map and an object", (v) => when(v.on, v.names, { a: "b" } as never), []],
  [
    "a list and a written list",
    (v) =>
      when(
        v.on,
        each(v.list, (x) => x),
        ["a"] as never,
      ),
    [],
  ],
  ["a list and null", (v) => when(v.on, v.list, null), []],
])("%s", (_name, use, want) => {
  expect(messagesOf((_scope, v) => use(v as Values))).toEqual(want);
});
