/** What a module must be like so that a wrapper of it can be written. */
import type { Problems } from "../../errors";
import type { ExampleModel, VariableModel } from "../../render/model";
import { nameInExample, shownExample } from "./wrapper-example";

interface WrappedModule {
  readonly name: string;
  readonly wrapper?: unknown;
  readonly variables: readonly VariableModel[];
  readonly examples: readonly ExampleModel[];
  readonly problems: Problems;
}

/** Reports why the wrapper that a definition asks for cannot be written. */
export function checkWrapper({ name, wrapper, variables, examples, problems }: WrappedModule): void {
  if (wrapper === undefined || wrapper === false) return;
  const path = `${name}.wrapper`;
  if (wrapper !== true) {
    problems.add({ code: "bad-definition", path, message: "`wrapper` must be true or false", hint: "wrapper: true" });
    return;
  }
  for (const variable of variables) {
    const mark = variable.ephemeral ? "ephemeral" : variable.const === true ? "const" : undefined;
    if (mark === undefined) continue;
    problems.add({
      code: "wrapper-impossible",
      path,
      message: `\`${variable.name}\` is \`${mark}\`, and a value of \`items\` cannot be`,
      hint: `remove \`wrapper\`, or \`${mark}\` from the variable`,
    });
  }
  const example = shownExample(examples);
  const first = variables[0]?.name;
  if (example !== undefined && nameInExample(first, example.inputs) !== undefined) return;
  problems.add({
    code: "wrapper-without-example",
    path,
    message:
      "the example of a wrapper has two items, made from an example of the module that gives its first variable as a text",
    hint: `write an example \`basic\`: examples: { basic: { description: "...", inputs: { ${first ?? "name"}: "orders" } } }`,
  });
}
