/** The examples of a module, checked against its variables and their rules. */
import type { Problems } from "../../errors";
import { type Expression, jsonExpression, mapChildren } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import type { ExampleModel, VariableModel } from "../../render/model";
import { callName } from "../../text/call-name";
import { chooseText } from "../../text/locale";
import { checkExamples } from "../check/check-examples";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import type { ModuleBuilder } from "../dsl/module-builder";
import { callNode } from "../expr/build";
import { toNode } from "../expr/to-node";
import { bodyFromText } from "./body-from-text";
import { brokenRules } from "./broken-rules";

/** What examples and tests need of the module. */
export interface ModuleScope {
  readonly variables: readonly VariableModel[];
  readonly builder: ModuleBuilder;
  readonly problems: Problems;
}

/** None if an example is wrong: then it is among the problems. */
export function buildExamples(
  definition: Definition<Variables, Outputs>,
  { problems, ...module }: ModuleScope,
): readonly ExampleModel[] {
  const before = problems.size;
  checkExamples(definition.examples, { name: definition.name, ...module }, problems);
  if (problems.size > before) return [];
  checkExamplesByRules(definition, problems);
  return Object.entries(definition.examples ?? {}).map(([name, example]) => {
    // What is taken over has its text in the state, where `jsonencode` could be a change.
    const written = example.moved === undefined ? withJsonencode : (node: Expression) => node;
    return {
      name,
      description: chooseText(example.description, module.builder.locale),
      inputs: Object.entries(example.inputs).map(([input, value]) => ({ name: input, value: written(toNode(value)) })),
      ...(example.declares !== undefined && { declares: bodyFromText(example.declares) }),
      ...(example.files !== undefined && { files: example.files }),
      moved: example.moved ?? [],
      call: example.call ?? callName(definition.name),
    };
  });
}

/**
 * Terraform would refuse to plan an example that breaks a rule. Lists and maps of objects are left to it: to ask each element would
 * take as long as all other checks of a definition.
 */
function checkExamplesByRules({ name, variables, examples }: Definition<Variables, Outputs>, problems: Problems): void {
  for (const [example, { inputs }] of Object.entries(examples ?? {}))
    for (const [input, value] of Object.entries(inputs)) {
      const variable = variables[input];
      const isAsked = variable !== undefined && !isOfObjects(variable.type);
      for (const message of isAsked ? brokenRules(input, variable, value) : [])
        problems.add({
          code: "example-breaks-rule",
          path: `${name}.examples.${example}.inputs.${input}`,
          message: `the value breaks a rule of the variable: ${message}`,
          hint: "change the example or the rule",
        });
    }
}

function isOfObjects(type: TypeConstraint): boolean {
  return "element" in type && (type.element.kind === "object" || isOfObjects(type.element));
}

/** The value with `jsonencode({ ... })` in place of texts of JSON, as a person writes them in HCL. The order of keys is Terraform's then. */
function withJsonencode(node: Expression): Expression {
  const value = node.kind === "literal" && typeof node.value === "string" ? jsonIn(node.value) : undefined;
  return value === undefined ? mapChildren(node, withJsonencode) : callNode("jsonencode", [jsonExpression(value)]);
}

/** The object or list in a text that is nothing but its compact JSON. */
function jsonIn(text: string): Json | undefined {
  if (!/^[{[][\s\S]{2,}[}\]]$/.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
