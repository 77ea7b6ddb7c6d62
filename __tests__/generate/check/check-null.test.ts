/** Texts with a hole for what may be null: Terraform fails on them with the module's own defaults. */

import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  and,
  blockIf,
  blocks,
  type ExprsOf,
  each,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  list,
  local,
  map,
  number,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  string,
  TfwrightError,
  when,
} from "tfwright";
import { App, type Construct, TerraformStack } from "../../../src/cdk";
import { codesOf, defineOne, problemsOf } from "../one-module";

const variables = {
  name: string(),
  maybe: optional(string()),
  box: optional(object({ a: string(), b: optional(number()) })),
  items: list(object({ id: string(), note: optional(string()) }), { default: [] }),
  byKey: map(object({ note: optional(string()) }), { default: {} }),
};
type Values = ExprsOf<typeof variables>;
type Build = (scope: Construct, v: Values) => void;

/** All variables are used, so that nothing else is wrong. */
const define = (build: Build) =>
  defineOne({
    variables,
    build(scope, v) {
      resource(scope, SqsQueue, "uses", { policy: fn.jsonencode([v.name, v.maybe, v.box, v.items, v.byKey]) });
      build(scope, v);
      return {};
    },
  });
const queue = (name: (v: Values) => unknown, options?: (v: Values) => object): Build => {
  return (scope, v) => void resource(scope, SqsQueue, "this", { name: name(v) as string }, options?.(v) ?? {});
};
const crawler = { name: "c", role: "r", databaseName: "d" };

test.each<[string, Build, string]>([
  ["a text", queue((v) => `${v.maybe}-x`), "sample.aws_sqs_queue.this.name"],
  ["a text in a function", queue((v) => fn.upper(`${v.maybe}-x`)), "sample.aws_sqs_queue.this.name"],
  [
    "a spread",
    (scope, v) => void resource(scope, SqsQueue, "this", { tags: { ...v.box } as never }),
    "sample.aws_sqs_queue.this.tags",
  ],
  ["a local", (scope, v) => void local(scope, "full", `${v.maybe}-x`), "sample.full"],
  [
    "an attribute of an element",
    queue((v) =>
      fn.join(
        ",",
        each(v.items, (one) => `${one.note}-x`),
      ),
    ),
    "sample.aws_sqs_queue.this.name",
  ],
  [
    "an attribute in blocks",
    (scope, v) =>
      void resource(scope, GlueCrawler, "this", {
        ...crawler,
        s3Target: blocks(v.items, (one) => ({ path: `${one.note}/` })),
      }),
    "sample.aws_glue_crawler.this.dynamic.s3_target.content.path",
  ],
  [
    "an attribute of each",
    (scope, v) => void resource(scope, SqsQueue, "this", (e) => ({ name: `${e.value.note}-x` }), { forEach: v.byKey }),
    "sample.aws_sqs_queue.this.name",
  ],
  [
    "an attribute of what is there",
    (scope, v) =>
      void resource(scope, GlueCrawler, "this", {
        ...crawler,
        s3Target: optionalBlock(v.box, (box) => ({ path: `${box.b}/` })),
      }),
    "sample.aws_glue_crawler.this.dynamic.s3_target.content.path",
  ],
])("%s with what may be null is refused", (_name, build, path) => {
  const problems = problemsOf(define(build)).filter(({ code }) => code === "null-in-text");
  expect(new Set(problems.map((problem) => problem.path))).toEqual(new Set([path]));
  expect(problems[0]?.message).toMatch(/which may be null; then Terraform fails/);
});

test.each<[string, Build]>([
  ["alone", queue((v) => `${v.maybe}`)],
  ["ifNotNull", queue((v) => ifNotNull(v.maybe, (set) => `${set}-x`, "none"))],
  ["when", queue((v) => when(isNotNull(v.maybe), `${v.maybe}-x`, "none"))],
  ["when, among more", queue((v) => when(and(eq(v.name, "a"), isNotNull(v.maybe)), `${v.maybe}-x`, "none"))],
  ["coalesce", queue((v) => `${fn.coalesce(v.maybe, "none")}-x`)],
  ["try", queue((v) => fn.try(`${v.maybe}-x`, "none"))],
  [
    "count",
    queue(
      (v) => `${v.maybe}-x`,
      (v) => ({ count: when(isNotNull(v.maybe), 1, 0) }),
    ),
  ],
  [
    "each with a condition",
    queue((v) =>
      fn.join(
        ",",
        each(v.items, (one) => `${one.note}-x`, { where: (one) => isNotNull(one.note) }),
      ),
    ),
  ],
  ["what has a default", queue((v) => `${v.name}-x`)],
  [
    "blockIf",
    (scope, v) =>
      void resource(scope, GlueCrawler, "this", {
        ...crawler,
        s3Target: blockIf(isNotNull(v.box), () => ({ path: when(isNotNull(v.box), "x", "y") })),
      }),
  ],
  [
    "a condition in a local",
    (scope, v) => {
      const isThere = local(scope, "is_there", isNotNull(v.maybe));
      resource(scope, SqsQueue, "this", { name: when(isThere, `${v.maybe}-x`, "none") });
    },
  ],
  [
    "optionalBlock",
    (scope, v) =>
      void resource(scope, GlueCrawler, "this", {
        ...crawler,
        s3Target: optionalBlock(v.box, (box) => ({ path: `${box.a}/` })),
      }),
  ],
])("%s is guard enough", (_name, build) => {
  const found = codesOf(define(build), false).filter((one) => one.startsWith("null-in-text"));
  expect(found).toEqual([]);
});

test("inlined, a null that ends in a text is refused too; behind a condition that folds away it is not there", () => {
  const inline = (build: Build, inputs = {}) => {
    const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false, outdir: "unused" }), "s");
    define(build).inline(stack, "q", { name: "n", ...inputs });
    return stack.toTerraform() as { resource: { aws_sqs_queue: Record<string, object> } };
  };
  const text = queue((v) => `${v.maybe}-x`);
  expect(() => inline(text)).toThrow(TfwrightError);
  expect(() => inline(text)).toThrow("sample.aws_sqs_queue.q.name: a string contains null, so Terraform fails");
  expect(inline(text, { maybe: "a" }).resource.aws_sqs_queue.q).toMatchObject({ name: "a-x" });
  const guarded = queue((v) => when(isNotNull(v.maybe), `${v.maybe}-x`, "none"));
  expect(inline(guarded).resource.aws_sqs_queue.q).toMatchObject({ name: "none" });
});

describe("in an output", () => {
  const define = (value: (v: Values) => unknown, options: (v: Values) => object = () => ({})) =>
    defineOne({
      variables,
      build(scope, v) {
        resource(scope, SqsQueue, "uses", { policy: fn.jsonencode([v.name, v.maybe, v.box, v.items, v.byKey]) });
        return { shown: output(value(v) as string, options(v)) };
      },
    });

  test.each<[string, ReturnType<typeof define>]>([
    ["a text", define((v) => `x-${v.maybe}`)],
    ["an attribute", define((v) => (v.box as unknown as { readonly a: string }).a)],
    ["an attribute in a list", define((v) => each(v.items, (one) => `${one.note}-x`))],
    [
      "a precondition",
      define(
        (v) => v.name,
        (v) => ({ preconditions: [{ condition: eq(`${v.maybe}-x`, "a-x"), message: "It must be a." }] }),
      ),
    ],
    [
      "a message",
      define(
        (v) => v.name,
        (v) => ({ preconditions: [{ condition: eq(v.name, "a"), message: `Not ${v.maybe}-x.` }] }),
      ),
    ],
  ])("%s with what may be null is refused", (_name, module) => {
    expect(codesOf(module, false)).toEqual(["null-in-text sample.outputs.shown"]);
  });

  test.each<[string, ReturnType<typeof define>]>([
    ["ifNotNull", define((v) => ifNotNull(v.box, (box) => `${box.a}-x`, null))],
    ["try", define((v) => fn.try(`${v.maybe}-x`, null))],
    ["the value alone", define((v) => v.maybe)],
  ])("%s is guard enough", (_name, module) => {
    expect(codesOf(module, false)).toEqual([]);
  });
});
