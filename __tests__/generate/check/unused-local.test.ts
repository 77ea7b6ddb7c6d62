/** A local that nothing reads is reported, wherever else a local may be read from. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  bool,
  checkBlock,
  type Expr,
  eq,
  list,
  local,
  output,
  raw,
  ref,
  renamedFrom,
  resource,
  string,
} from "tfwright";
import { defineOne, warningsIn } from "../one-module";

const variables = { name: string(), names: list(string()) };

test("a local that nothing reads", () => {
  const module = defineOne({
    variables,
    build(scope, v) {
      local(scope, "labels", `${v.name}-label`);
      const prefix = local(scope, "prefix", `${v.name}-`);
      local(scope, "longer", `${prefix}x`);
      resource(scope, SqsQueue, "this", { name: v.name, tags: { all: eq(v.names, []) as never } });
      return {};
    },
  });
  expect(warningsIn(module)).toMatchObject([
    {
      code: "unused-local",
      path: "sample.locals.labels",
      message: "nothing in the module uses `local.labels`",
      hint: "use what `local` returns, or remove it",
    },
    { path: "sample.locals.longer" },
  ]);
});

test.each<[string, (scope: never, found: Expr<string>, names: Expr<string>) => unknown]>([
  ["an argument", (scope, found) => resource(scope, SqsQueue, "this", { name: found })],
  ["HCL as text", (scope) => resource(scope, SqsQueue, "this", { name: raw('"${local.found}-x"') })],
  ["a reference by its address", (scope) => resource(scope, SqsQueue, "this", { name: ref("local.found") })],
  [
    "a condition",
    (scope, found) => checkBlock(scope, "found", [{ condition: eq(found, "a"), message: "It is not a." }]),
  ],
  ["an output", (_scope, found) => ({ found: output(found) })],
])("a local that %s reads", (_what, use) => {
  const module = defineOne({
    variables,
    build(scope, v) {
      const found = local(scope, "found", `${v.name}-x`);
      const outputs = use(scope as never, found, v.names as never);
      return {
        names: output(v.names),
        ...(Object.keys(outputs ?? {}).includes("found") ? (outputs as object) : {}),
      };
    },
  });
  expect(warningsIn(module)).toEqual([]);
});

test("a local that the rule of a variable reads", () => {
  const module = defineOne({
    terraform: ">= 1.9",
    variables: {
      name: string({ validate: [{ condition: (name) => eq(name, ref("local.right")), message: "It is wrong." }] }),
      other: string({
        validate: [{ condition: () => raw("contains(local.known, var.other)"), message: "It is wrong." }],
      }),
    },
    build(scope, v) {
      local(scope, "right", "a");
      local(scope, "known", ["b"]);
      return { name: output(v.name), other: output(v.other) };
    },
  });
  expect(warningsIn(module)).toEqual([]);
});

test("the locals of renamed variables are no work of the author", () => {
  const module = defineOne({
    variables: { on: renamedFrom("enabled", bool({ default: false })) },
    build: (_scope, v) => ({ on: output(v.on) }),
  });
  expect(warningsIn(module)).toEqual([]);
});
