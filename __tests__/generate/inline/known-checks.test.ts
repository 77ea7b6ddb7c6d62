/** An assertion of a `check` over values that the caller wrote out: Terraform would warn of it, and refuses a condition that refers to nothing. */
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { checkBlock, fn, gt, list, lt, output, string } from "tfwright";
import { defineOne } from "../one-module";

const topic = defineOne({
  variables: { names: list(string(), { description: "Names." }) },
  build(scope, v) {
    checkBlock(scope, "names", [
      { condition: gt(fn.length(v.names), 0), message: "Nothing listens." },
      {
        condition: lt(fn.length(v.names), 3),
        message: `There are ${fn.length(v.names)} names, and three are too many.`,
      },
    ]);
    return { names: output(v.names) };
  },
});

function told(use: (stack: TerraformStack) => unknown) {
  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false }), "s");
  use(stack);
  const { check } = stack.toTerraform() as { readonly check?: object };
  const warnings = stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata.flatMap(({ type, data }) => (type.endsWith("warn") ? [String(data)] : [])));
  return { warnings, checks: Object.keys(check ?? {}) };
}

test.each<[string, (stack: TerraformStack) => unknown, readonly string[], readonly string[]]>([
  ["what is right is not told", (stack) => topic.inline(stack, "one", { names: ["a"] }), [], []],
  ["what is wrong is a warning", (stack) => topic.inline(stack, "one", { names: [] }), ["Nothing listens."], []],
  [
    "with the values in its message",
    (stack) => topic.inline(stack, "one", { names: ["a", "b", "c", "d"] }),
    ["There are 4 names, and three are too many."],
    [],
  ],
  [
    "what Terraform alone knows stays a check",
    (stack) =>
      topic.inline(stack, "one", { names: new TerraformVariable(stack, "n", { type: "list(string)" }).listValue }),
    [],
    ["one_names"],
  ],
])("%s", (_name, use, warnings, checks) => {
  expect(told(use)).toEqual({ warnings, checks });
});
