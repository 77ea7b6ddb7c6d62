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
  conditionalNode,
  FALSE,
  indexNode,
  literalNode,
  NULL,
  referenceNode,
} from "../expr/build";
import { isObjectElement, isObjectNode, keysOf, SHAPE_NOTE } from "./shape-rules";
import { wrapperExample, wrapperTests } from "./wrapper-example";
import { nameElement, overElements } from "./wrong-element";

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
  // Terraform hands on a configuration without an alias by itself, and only if no call names it: a name in `providers` here would
  // require it of every caller.
  const handedOn = providers
    .flatMap(({ aliases }) => aliases)
    .map((alias) => ({ key: alias, value: referenceNode(alias), isAddress: true }));
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
  const known = variables.map((variable) => variable.name);
  const plain = { type: { kind: "any" }, nullable: false, sensitive: false, ephemeral: false } as const;
  return [
    {
      ...plain,
      name: "items",
      description: messageText(locale, "wrapper_items", { name }),
      validations: [ruleOfItems(known, name)],
    },
    {
      ...plain,
      name: "defaults",
      description: messageText(locale, "wrapper_defaults", { name }),
      default: { value: {} },
      validations: [ruleOfDefaults(known, name)],
    },
  ];
}

/** The elements are told by their keys, of which each has at most one message. */
function ruleOfItems(known: readonly string[], module: string): RuleModel {
  const item = bindingNode("item");
  const { test, wrong } = keysOf(item, { known, required: [], isObject: isObjectElement(item), mayBeNull: true });
  const loop = { type: "map", collection: ITEMS, item, test } as const;
  const isMap = isObjectNode(ITEMS);
  const all = callNode("alltrue", [{ kind: "for", value: item, collection: ITEMS, result: test }]);
  const message = `items must be a map of objects with the inputs of ${module}: { orders = { name = "orders" } }.`;
  return {
    note: SHAPE_NOTE,
    condition: conditionalNode(isMap, all, FALSE),
    message: nameElement(message, "items", [overElements(loop, wrong)], isMap),
  };
}

function ruleOfDefaults(known: readonly string[], module: string): RuleModel {
  const { test, wrong } = keysOf(DEFAULTS, { known, required: [], isObject: isObjectNode(DEFAULTS) });
  const message = `defaults must be an object with inputs of ${module}: { tags = { team = "data" } }.`;
  const told: Expression = { kind: "tuple", items: [literalNode(message), wrong.tell(["defaults"])] };
  return {
    note: SHAPE_NOTE,
    condition: test,
    message: callNode("join", [literalNode(" "), told]),
  };
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
