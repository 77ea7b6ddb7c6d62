/** `.at(0)` of what a caller may have none of: refused where nothing guards it, and taken where something does. */
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import {
  add,
  and,
  blocks,
  bool,
  type CountedRef,
  type Expr,
  each,
  eq,
  fn,
  gt,
  gte,
  isNotNull,
  list,
  local,
  moduleCall,
  number,
  object,
  optional,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { codesOf, defineOne, problemsOf } from "../one-module";

const VARIABLES = {
  on: bool({ default: true }),
  names: list(string(), { default: [] }),
  shards: number({ default: 1 }),
  audit: optional(object({ name: string() })),
};
type Build = Parameters<typeof defineOne<typeof VARIABLES>>[0]["build"];
type Inputs = Parameters<Build>[1];
type Use = (queue: CountedRef<SqsQueue>, scope: Construct, v: Inputs) => Readonly<Record<string, unknown>>;

type Count = (v: Inputs) => Expr<number>;
const once: Count = (v) => when(v.on, 1, 0);

/** A module with a queue that may be there, and what uses it. */
const withQueue = (use: Use, count: Count) =>
  defineOne({
    variables: VARIABLES,
    build(scope, v) {
      const queue = resource(scope, SqsQueue, "failed", {}, { count: count(v) });
      const outputs = Object.entries(use(queue, scope, v)).map(([name, value]) => [name, output(value)]);
      return { ...Object.fromEntries(outputs), all: output(Object.values(v)) };
    },
  });

const REFUSED: readonly (readonly [name: string, path: string, use: Use, count: Count])[] = [
  ["an output", "outputs.arn", (queue) => ({ arn: queue.at(0).arn }), once],
  ["a part of a text", "outputs.text", (queue) => ({ text: `x-${queue.at(0).arn}` }), once],
  ["an argument of a function", "outputs.upper", (queue) => ({ upper: fn.upper(queue.at(0).arn) }), once],
  ["an attribute of an object", "outputs.object", (queue) => ({ object: { arn: queue.at(0).arn } }), once],
  ["an element of a list", "outputs.list", (queue) => ({ list: [queue.at(0).arn] }), once],
  ["the condition of a conditional", "outputs.size", (queue) => ({ size: when(eq(queue.at(0).arn, "a"), 1, 2) }), once],
  ["the first operand of &&", "outputs.a", (queue, _, v) => ({ a: and(eq(queue.at(0).arn, "a"), v.on) }), once],
  ["another instance", "outputs.arn", (queue) => ({ arn: queue.at(1).arn }), once],
  [
    "a local",
    "local.arn",
    (queue, scope, v) => ({ arn: when(v.on, local(scope, "arn", queue.at(0).arn), null) }),
    once,
  ],
  [
    "an argument of a resource",
    "aws_sqs_queue.main.name",
    (queue, scope) => {
      resource(scope, SqsQueue, "main", { name: queue.at(0).arn });
      return {};
    },
    once,
  ],
  [
    "an input of a module call",
    "module.logs.arn",
    (queue, scope) => {
      moduleCall(scope, "logs", { source: "./logs", inputs: { arn: queue.at(0).arn } });
      return {};
    },
    once,
  ],
  [
    "what decides a count",
    "aws_sqs_queue.main.count",
    (queue, scope) => {
      resource(scope, SqsQueue, "main", {}, { count: fn.length(queue.at(0).name) });
      return {};
    },
    once,
  ],
  [
    "a count of two conditions",
    "outputs.arn",
    (queue) => ({ arn: queue.at(0).arn }),
    (v) => when(v.on, when(gt(v.shards, 3), 2, 1), 0),
  ],
  ["a count by an object", "outputs.arn", (queue) => ({ arn: queue.at(0).arn }), (v) => when(isNotNull(v.audit), 1, 0)],
];

test.each(REFUSED)("%s is refused at %s", (_, path, use, count) => {
  const [problem, ...others] = problemsOf(withQueue(use, count)).filter(({ code }) => code === "no-instance");
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    path: `sample.${path}`,
    message: expect.stringMatching(/^`aws_sqs_queue\.failed` has `count = .*\? .* 0`, so `\.at\(0\)` fails/),
    hint: expect.stringMatching(/\.one\(.*\.all\(.*inside `when`/),
  });
});

const TAKEN: typeof REFUSED = [
  ["a conditional", "", (queue, _, v) => ({ arn: when(v.on, queue.at(0).arn, null) }), once],
  ["the other branch", "", (queue, _, v) => ({ arn: when(eq(v.on, false), null, queue.at(0).arn) }), once],
  ["try", "", (queue) => ({ arn: fn.try(queue.at(0).arn, null) }), once],
  ["can", "", (queue) => ({ has: fn.can(queue.at(0).arn) }), once],
  [
    "each of what may be empty",
    "",
    (queue, _, v) => ({ arns: each(v.names, (name) => `${name} ${queue.at(0).arn}`) }),
    once,
  ],
  ["the second operand of &&", "", (queue, _, v) => ({ a: and(v.on, eq(queue.at(0).arn, "a")) }), once],
  ["one", "", (queue) => ({ arn: queue.one((it) => it.arn) }), once],
  ["all", "", (queue) => ({ arns: queue.all((it) => it.arn) }), once],
  [
    "a resource with a count",
    "",
    (queue, scope, v) => {
      resource(scope, SqsQueue, "main", { name: queue.at(0).arn }, { count: when(v.on, 1, 0) });
      return {};
    },
    once,
  ],
  [
    "blocks of what may be empty",
    "",
    (queue, scope, v) => {
      const path = (name: Expr<string>) => ({ path: `s3://${name}/${queue.at(0).name}` });
      resource(scope, GlueCrawler, "main", {
        name: "a",
        role: "a",
        databaseName: "a",
        s3Target: blocks(v.names, path),
      });
      return {};
    },
    once,
  ],
  ["a count that a validation may hold above 0", "", (queue) => ({ arn: queue.at(0).arn }), (v) => fn.length(v.names)],
  ["a count of a number", "", (queue) => ({ arn: queue.at(0).arn }), (v) => v.shards],
  ["a count that is never 0", "", (queue) => ({ arn: queue.at(0).arn }), (v) => when(v.on, 2, 1)],
  ["a sum", "", (queue) => ({ arn: queue.at(0).arn }), (v) => add(1, when(gte(v.shards, 1), 1, 0))],
];

test.each(TAKEN)("%s is taken", (_, __, use, count) => {
  expect(codesOf(withQueue(use, count), false)).toEqual([]);
});

test("data sources and module calls too", () => {
  const module = defineOne({
    variables: VARIABLES,
    build(scope, v) {
      const region = resource(scope, DataAwsRegion, "current", {}, { count: once(v) });
      const logs = moduleCall(scope, "logs", { source: "./logs", count: once(v) });
      return {
        region: output(region.at(0).region),
        logs: output(logs.at(0).output("arn")),
        all: output(Object.values(v)),
      };
    },
  });
  expect(codesOf(module)).toEqual(["no-instance sample.outputs.region", "no-instance sample.outputs.logs"]);
});
