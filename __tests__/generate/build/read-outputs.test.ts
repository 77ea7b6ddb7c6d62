/** What `build` returns, where a module is generated and where it is inlined: outputs, and nothing that comes later. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import { type AnyModule, type Expr, local, moduleCall, output, raw, resource, string, TfwrightError } from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import { defineOne } from "../one-module";

type Build = (scope: Construct, v: { readonly name: Expr<string> }) => unknown;

const withBuild = (build: Build): AnyModule =>
  defineOne({ variables: { name: string() }, build: (scope, v) => build(scope, v) as never });

/** The two uses of a definition that run its `build`. */
const USES: readonly (readonly [use: string, run: (module: AnyModule) => unknown])[] = [
  ["generate", (module) => module.generate()],
  ["inline", (module) => module.inline(new TerraformStack(new App(), "stack"), "one", { name: "a" })],
];

function codesOf(task: () => unknown): readonly string[] {
  try {
    task();
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

const queueOf = (scope: Construct, name = "this") => resource(scope, SqsQueue, name, { name: "q" });

const RETURNED: readonly (readonly [what: string, build: Build, codes: readonly string[]])[] = [
  ["outputs", (scope, v) => ({ arn: output(queueOf(scope).arn), name: output(v.name) }), []],
  ["an attribute", (scope, v) => ({ arn: queueOf(scope).arn, name: output(v.name) }), ["not-an-output"]],
  ["a resource among outputs", (scope, v) => ({ queue: queueOf(scope), name: output(v.name) }), ["not-an-output"]],
  ["a text among outputs", (_scope, v) => ({ arn: "a", name: output(v.name) }), ["not-an-output"]],
  ["null among outputs", (_scope, v) => ({ arn: null, name: output(v.name) }), ["not-an-output"]],
  ["what looks like an output", (_scope, v) => ({ arn: { value: "a" }, name: output(v.name) }), ["not-an-output"]],
  ["two values", (scope, v) => ({ arn: queueOf(scope).arn, name: v.name }), ["not-an-output", "not-an-output"]],
  ["a resource", (scope) => queueOf(scope), ["not-outputs"]],
  ["a counted resource", (scope) => resource(scope, SqsQueue, "this", {}, { count: 2 }), ["not-outputs"]],
  ["a module call", (scope) => moduleCall(scope, "called", { source: "./called" }), ["not-outputs"]],
  ["one output", (_scope, v) => output(v.name), ["not-outputs"]],
  ["a list of outputs", (_scope, v) => [output(v.name)], ["not-outputs"]],
  ["an expression", (_scope, v) => v.name, ["not-outputs"]],
  ["HCL", () => raw("var.name"), ["not-outputs"]],
  ["an object without a prototype", (_s, v) => Object.assign(Object.create(null), { name: output(v.name) }), []],
  ["an object of a class", (_scope, v) => new Map([["name", output(v.name)]]), ["not-outputs"]],
  ["a text", () => "arn", ["not-outputs"]],
  ["a function", () => () => ({}), ["not-outputs"]],
  ["a promise", async (_scope, v) => ({ name: output(v.name) }), ["build-is-async"]],
  [
    "a promise that makes more",
    async (scope, v) => {
      await undefined;
      queueOf(scope);
      return { name: output(v.name) };
    },
    ["build-is-async"],
  ],
];

describe.each(USES)("%s", (_use, run) => {
  test.each(RETURNED)("%s", (_what, build, codes) => {
    expect(codesOf(() => run(withBuild(build)))).toEqual(codes);
  });

  test.each<[what: string, late: (scope: Construct, v: { readonly name: Expr<string> }) => unknown]>([
    ["a resource", (scope) => queueOf(scope, "late")],
    ["a local", (scope, v) => local(scope, "late", v.name)],
    ["a module call", (scope) => moduleCall(scope, "late", { source: "./late" })],
  ])("%s after an await is refused, and the error names the module", async (_what, late) => {
    let made: Promise<unknown> | undefined;
    run(
      withBuild((scope, v) => {
        made = (async () => {
          await undefined;
          late(scope, v);
        })();
        return { name: output(v.name) };
      }),
    );
    await expect(made).rejects.toThrow(
      /^sample: this part is made after `build` has returned, so that it would be in no module\n {2}`build` waits for no promise/,
    );
  });
});
