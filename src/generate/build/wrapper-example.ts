/** The example of a wrapper and its tests, made from the module's own example: two items, and what both have in common. */
import { attribute, type BodyItem, block, GAP } from "../../hcl/document";
import { type Expression, jsonExpression, mapChildren, walkExpression } from "../../hcl/expression";
import { messageText } from "../../render/messages/message-text";
import type { ExampleModel, ModuleModel, TestModel } from "../../render/model";
import { capitalize } from "../../text/capitalize";
import type { Definition, Outputs, TestFile, Variables } from "../dsl/definition";
import { literalNode, referenceNode } from "../expr/build";
import { providersOfTest } from "./build-tests";

type ExampleInputs = ExampleModel["inputs"];

/** The example of a module that its wrapper shows: `basic`, else the first. */
export function shownExample(examples: ModuleModel["examples"]): ExampleModel | undefined {
  return examples.find(({ name }) => name === "basic") ?? examples[0];
}

/** The text by which an example names what it creates: the value of the module's first variable. */
export function nameInExample(variable: string | undefined, inputs: ExampleInputs): string | undefined {
  const value = inputs.find(({ name }) => name === variable)?.value;
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** Two items: that of the module's example, and one of another name. What does not contain the name is common to both. */
export function wrapperExample(model: ModuleModel): ExampleModel {
  const { locale, variables } = model;
  const example = shownExample(model.examples) as ExampleModel;
  const name = nameInExample(variables[0]?.name, example.inputs) as string;
  const other = name === "customers" ? "orders" : "customers";
  const renamed = example.inputs.map((input) => ({ ...input, value: replaceName(input.value, name, other) }));
  const isOwn = (index: number) => print(renamed[index]?.value) !== print(example.inputs[index]?.value);
  const own = (inputs: ExampleInputs) => objectOf(inputs.filter((_, index) => isOwn(index)));
  const common = example.inputs.filter((_, index) => !isOwn(index));
  const items: Expression = {
    kind: "object",
    entries: [
      { key: name, value: own(example.inputs) },
      { key: other, value: own(renamed) },
    ],
  };
  const tags = variables.some((variable) => variable.name === "tags" && variable.type.kind === "map");
  const shared = common.length === 0 && tags ? [{ name: "tags", value: jsonExpression({ team: "data" }) }] : common;
  return {
    name: "basic",
    description: messageText(locale, "wrapper_example"),
    inputs: [
      { name: "items", value: items },
      ...(shared.length > 0 ? [{ name: "defaults", value: objectOf(shared) }] : []),
    ],
    ...(example.declares !== undefined && { declares: example.declares }),
    ...(example.files !== undefined && { files: example.files }),
    moved: [],
    call: plural(example.call),
  };
}

const print = (value: unknown) => JSON.stringify(value);

const objectOf = (inputs: ExampleInputs): Expression => ({
  kind: "object",
  entries: inputs.map(({ name, value }) => ({ key: name, value })),
});

const plural = (word: string) => (/[^aeiou]y$/.test(word) ? word.replace(/y$/, "ies") : `${word}s`);

/** The name in texts that the example writes out, also at the start of a sentence. */
function replaceName(node: Expression, name: string, other: string): Expression {
  if (node.kind === "literal" && typeof node.value === "string")
    return { ...node, value: node.value.replaceAll(name, other).replaceAll(capitalize(name), capitalize(other)) };
  return mapChildren(node, (child) => replaceName(child, name, other));
}

/**
 * One file: the example is planned, if nothing in it refers to a resource, and misspelt keys are refused. Providers are those of
 * the module's own tests.
 */
export function wrapperTests(
  definition: Definition<Variables, Outputs>,
  model: ModuleModel,
  example: ExampleModel,
): readonly TestModel[] {
  const files: readonly TestFile[] = Object.values(definition.tests ?? {});
  const providers = files.find((file) => file.providers !== undefined || file.mocks !== undefined);
  const refused = (name: string, input: string, inputs: ExampleInputs) =>
    run(name, [
      block(
        "variables",
        [],
        inputs.map(({ name: variable, value }) => attribute(variable, value)),
      ),
      GAP,
      attribute("expect_failures", { kind: "tuple", items: [referenceNode(`var.${input}`)] }),
    ]);
  const misspelt = jsonExpression({ misspelt: "" });
  const body = [
    ...(providers === undefined ? [] : providersOfTest(providers)),
    ...(example.inputs.some(({ value }) => !isPlain(value)) ? [] : [planOf(model, example)]),
    refused("misspelt_key_in_items", "items", [
      { name: "items", value: objectOf([{ name: "orders", value: misspelt }]) },
    ]),
    refused("misspelt_key_in_defaults", "defaults", [
      { name: "items", value: jsonExpression({}) },
      { name: "defaults", value: misspelt },
    ]),
  ];
  return [{ name: "wrapper", body }];
}

function planOf({ outputs }: ModuleModel, { inputs }: ExampleModel): BodyItem {
  const items = inputs[0]?.value;
  const keys = items?.kind === "object" ? items.entries.map(({ key }) => String(key)).sort() : [];
  const shown = outputs.find(({ sensitive, ephemeral }) => !sensitive && !ephemeral);
  return run("two_items", [
    block(
      "variables",
      [],
      inputs.map(({ name, value }) => attribute(name, value)),
    ),
    ...(shown === undefined
      ? []
      : [
          block(
            "assert",
            [],
            [
              attribute("condition", {
                kind: "raw",
                text: `join(",", keys(output.${shown.name})) == ${JSON.stringify(keys.join(","))}`,
              }),
              attribute("error_message", literalNode("one for each item")),
            ],
          ),
        ]),
  ]);
}

const run = (name: string, items: readonly BodyItem[]): BodyItem =>
  block("run", [name], [attribute("command", referenceNode("plan")), ...items]);

/** Whether nothing in it is known to Terraform alone: a test file declares no resources. */
function isPlain(value: Expression): boolean {
  let plain = true;
  walkExpression(value, ({ kind }) => {
    if (!["literal", "tuple", "object"].includes(kind)) plain = false;
  });
  return plain;
}
