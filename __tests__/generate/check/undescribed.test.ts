/** A README has a row for each variable and output: one that says nothing is told. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { defineModule, object, output, renamedFrom, resource, string } from "tfwright";
import type { Outputs, Variables } from "../../../src/generate/dsl/definition";

function warningsOf(variables: Variables, outputs: Readonly<Record<string, { description?: string }>> = {}) {
  return defineModule({
    name: "sample",
    title: "Sample",
    description: "A sample.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables,
    build(scope, v): Outputs {
      const queue = resource(scope, SqsQueue, "this", {
        name: Object.values(v)
          .map((value) => `${value}`)
          .join("-"),
      } as never);
      return Object.fromEntries(Object.entries(outputs).map(([name, options]) => [name, output(queue.arn, options)]));
    },
  })
    .generate()
    .warnings.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

const named = string({ description: "Name." });

test.each<[string, Variables, Readonly<Record<string, { description?: string }>>, readonly string[]]>([
  ["all are described", { a: named }, { o: { description: "ARN." } }, []],
  [
    "a variable",
    { a: named, b: string() },
    {},
    ["no-description sample.variables.b: `b` has no description: its cell in the README is empty"],
  ],
  [
    "several variables are told once",
    { a: string(), b: named, c: string({ default: "x" }), d: string({ description: " " }) },
    {},
    ["no-description sample.variables.a: `a`, `c` and `d` have no description: their cells in the README are empty"],
  ],
  [
    "an output",
    { a: named },
    { o: {}, p: { description: "ARN." } },
    ["no-description sample.outputs.o: `o` has no description: its cell in the README is empty"],
  ],
  ["an old name needs none", { a: renamedFrom("b", named) }, {}, []],
])("%s", (_name, variables, outputs, want) => {
  expect(warningsOf(variables, outputs)).toEqual(want);
});

test("what the attributes of an object say is a description too", () => {
  const box = object({ part: string({ description: "A part." }) });
  const sample = defineModule({
    name: "sample",
    title: "Sample",
    description: "A sample.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: { box },
    build(scope, v): Outputs {
      resource(scope, SqsQueue, "this", { name: v.box.part });
      return {};
    },
  });
  expect(sample.generate().warnings).toEqual([]);
});
