/** The wrapper of a module: it calls the module once for each element of `items`, with `defaults` for all of them. */
import { attribute, type Body, block, GAP } from "../../hcl/document";
import { type Expression, jsonExpression } from "../../hcl/expression";
import { messageText } from "../../render/messages/message-text";
import type { ModuleModel, OutputModel, RuleModel, VariableModel } from "../../render/model";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import {
  attributeNode,
  bindingNode,
  callNode,
  indexNode,
  literalNode,
  NULL,
  referenceNode,
  templateNode,
} from "../expr/build";
import { handedOnAs } from "./handed-on-providers";
import { wrapperExample, wrapperTests } from "./wrapper-example";

const ITEMS = referenceNode("var.items");
const DEFAULTS = referenceNode("var.defaults");

/**
 * Builds the wrapper from the module's own model. Its folder is `wrappers/NAME`, beside `modules/NAME`.
 *
 * @param definition one that `checkWrapper` accepts
 */
export function buildWrapper(definition: Definition<Variables, Outputs>, model: ModuleModel): ModuleModel {
  const { name, locale } = model;
  const source = `../../modules/${name}`;
  const example = wrapperExample(model);
  const secrets = model.variables.filter(({ sensitive }) => sensitive).map((variable) => `\`${variable.name}\``);
  return {
    name,
    isWrapper: true,
    locale,
    title: messageText(locale, "wrapper_title", { title: model.title }),
    description: messageText(locale, "wrapper_description", { name }),
    creates: [messageText(locale, "wrapper_creates", { name })],
    iam: [],
    notes: [
      messageText(locale, "wrapper_null"),
      messageText(locale, "wrapper_required"),
      ...(secrets.length > 0 ? [messageText(locale, "wrapper_secrets", { names: secrets.join(", ") })] : []),
    ],
    upgrading: [],
    differences: [],
    terraform: model.terraform,
    ...(model.opentofu !== undefined && { opentofu: model.opentofu }),
    providers: model.providers,
    variables: wrapperVariables(model),
    outputs: model.outputs.map((output) => wrapperOutput(output, model)),
    elements: [],
    calls: [{ name: "this", source, called: model }],
    decisive: ["items"],
    main: [block("module", ["this"], callBody(source, model))],
    examples: [example],
    tests: wrapperTests(definition, model, example),
    warnings: [],
  };
}

/** What an item does not have is taken from `defaults`; what neither has is null, which is the module's default. */
function callBody(source: string, { providers, variables }: ModuleModel): Body {
  const key = bindingNode("key");
  // `keys` fails for a list, whose indexes would become keys.
  const forEach: Expression = {
    kind: "for",
    value: key,
    collection: callNode("keys", [ITEMS]),
    resultKey: key,
    result: callNode("merge", [DEFAULTS, indexNode(ITEMS, key)]),
  };
  const each = referenceNode("each.value");
  const handedOn = providers
    .flatMap(handedOnAs)
    .map((name) => ({ key: name, value: referenceNode(name), isAddress: true }));
  return [
    attribute("source", literalNode(source)),
    attribute("for_each", forEach),
    GAP,
    ...(handedOn.length > 0 ? [attribute("providers", { kind: "object", entries: handedOn }), GAP] : []),
    ...variables.map((variable) =>
      attribute(variable.name, callNode("lookup", [each, literalNode(variable.name), whereMissing(variable)])),
    ),
  ];
}

/** Null stands for the default of a variable, but where null is a value of its own. */
function whereMissing({ nullable, default: fallback }: VariableModel): Expression {
  return nullable === true && fallback !== undefined ? jsonExpression(fallback.value) : NULL;
}

function wrapperVariables({ name, locale, variables }: ModuleModel): readonly VariableModel[] {
  const known: Expression = { kind: "tuple", items: variables.map((variable) => literalNode(variable.name)) };
  const plain = { type: { kind: "any" }, nullable: false, sensitive: false, ephemeral: false } as const;
  return [
    {
      ...plain,
      name: "items",
      description: messageText(locale, "wrapper_items", { name }),
      validations: [itemsAreObjects(), keysOfItems(known, name)],
    },
    {
      ...plain,
      name: "defaults",
      description: messageText(locale, "wrapper_defaults", { name }),
      default: { value: {} },
      validations: [defaultsAreObject(), keysOfDefaults(known, name)],
    },
  ];
}

/** A list has no keys for `for_each`, and what is no object has none for the module. */
function itemsAreObjects(): RuleModel {
  const key = bindingNode("key");
  const keysOf: Expression = {
    kind: "for",
    value: key,
    collection: callNode("keys", [ITEMS]),
    result: callNode("keys", [indexNode(ITEMS, key)]),
  };
  return {
    condition: callNode("can", [keysOf]),
    message: literalNode('items must be a map of objects: { orders = { name = "orders" } }.'),
  };
}

function defaultsAreObject(): RuleModel {
  return {
    condition: callNode("can", [callNode("keys", [DEFAULTS])]),
    message: literalNode('defaults must be an object: { tags = { team = "data" } }.'),
  };
}

/**
 * The keys of a value for which the module has no variable. No `try` stands here: with it the result is unknown where any part of
 * the value is, and a wrong key would pass the plan.
 */
function wrongKeys(of: Expression, known: Expression): Expression {
  return callNode("setsubtract", [callNode("keys", [of]), known]);
}

/** A sentence on each wrong key. */
function tellWrongKeys(of: Expression, place: readonly (string | Expression)[], known: Expression): Expression {
  const name = bindingNode("name");
  const result = templateNode([...place, " has ", name, "."], () => true);
  return { kind: "for", value: name, collection: wrongKeys(of, known), result };
}

const isEmpty = (list: Expression): Expression => ({
  kind: "binary",
  operator: "==",
  left: callNode("length", [list]),
  right: literalNode(0),
});

function keysOfItems(known: Expression, module: string): RuleModel {
  const [key, item] = [bindingNode("key"), bindingNode("item")];
  const overItems = { kind: "for", value: item, collection: ITEMS } as const;
  const told = tellWrongKeys(item, ['items["', key, '"]'], known);
  return {
    condition: callNode("alltrue", [{ ...overItems, result: isEmpty(wrongKeys(item, known)) }]),
    message: joined(`Each element of items takes the inputs of ${module}.`, { ...overItems, key, result: told }),
  };
}

function keysOfDefaults(known: Expression, module: string): RuleModel {
  return {
    condition: isEmpty(wrongKeys(DEFAULTS, known)),
    message: joined(`defaults takes the inputs of ${module}.`, tellWrongKeys(DEFAULTS, ["defaults"], known)),
  };
}

/** What is allowed, then what is wrong. */
function joined(rule: string, details: Expression): Expression {
  const all: Expression = { kind: "tuple", items: [literalNode(rule), details] };
  return callNode("join", [literalNode(" "), callNode("flatten", [all])]);
}

/** An output of the module, as a map with the keys of `items`. */
function wrapperOutput(
  { preconditions: _, type: __, constraint: ___, ...output }: OutputModel,
  { locale }: ModuleModel,
): OutputModel {
  const [key, one] = [bindingNode("key"), bindingNode("one")];
  const { description, name } = output;
  return {
    ...output,
    description: messageText(locale, "wrapper_output", { description: description ?? `\`${name}\`.` }),
    value: {
      kind: "for",
      key,
      value: one,
      collection: referenceNode("module.this"),
      resultKey: key,
      result: attributeNode(one, name),
    },
    preconditions: [],
    dependsOn: [],
  };
}
