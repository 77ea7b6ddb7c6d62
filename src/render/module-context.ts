/** The context of the templates of a module. */
import { type Expression, jsonExpression } from "../hcl/expression";
import { printExpression } from "../hcl/print-expression";
import { normaliseText, quote } from "../hcl/text";
import { printType } from "../hcl/type";
import { firstSentence } from "../text/sentences";
import type { ModuleContext } from "./context-schema";
import { drawTree } from "./draw-tree";
import { headerOf } from "./header";
import { messageText } from "./messages/message-text";
import type { ModuleModel, OutputModel, ProviderModel, RuleModel, VariableModel } from "./model";
import { buildUsage } from "./module-call";

/** The module as plain text and pieces of HCL. */
export function buildModuleContext(model: ModuleModel): ModuleContext {
  const clean = (texts: readonly string[], field: string) =>
    texts.map((text, index) => normaliseText(text, `${model.name}.${field}[${index}]`));
  const differences = model.differences.map(({ input, theirs, ours, undo }, index) => {
    const path = `${model.name}.differences[${index}]`;
    const read = (text: string, field: string) => normaliseText(text, `${path}.${field}`);
    return { input, theirs: read(theirs, "theirs"), ours: read(ours, "ours"), undo: read(undo, "undo") };
  });
  return {
    locale: model.locale,
    header: headerOf(model.name, model.locale),
    ...buildIdentity(model),
    wrapper: model.isWrapper === true,
    adopt: model.examples.some(({ name }) => name === "adopt"),
    creates: model.creates.length > 0 ? clean(model.creates, "creates") : describeElements(model),
    tree: drawTree(model),
    iam: clean(model.iam, "iam"),
    notes: clean(model.notes, "notes"),
    upgrading: clean(model.upgrading, "upgrading"),
    deprecated: describeDeprecated(model),
    differences,
    kinds_by: model.kinds?.by ?? null,
    kinds: (model.kinds?.rows ?? []).map(({ input, kinds, isRequired }) => ({
      input,
      kinds: kinds.join(", "),
      required: isRequired,
    })),
    data_sources: model.elements.some(({ mode }) => mode === "data"),
    terraform: model.terraform,
    opentofu: model.opentofu === false ? null : (model.opentofu ?? null),
    terraform_only: model.opentofu === false,
    providers: model.providers.map((provider) => buildProvider(provider, model)),
    variables: model.variables.map((variable) => buildVariable(variable, `${model.name}.variables.${variable.name}`)),
    outputs: model.outputs.map((output) => buildOutput(output, `${model.name}.outputs.${output.name}`)),
  };
}

/** The description of a module, for its own README and that of the package. */
export function buildIdentity(model: ModuleModel) {
  const description = normaliseText(model.description, `${model.name}.description`).trim();
  const title = normaliseText(model.title, `${model.name}.title`).replace(/\s+/g, " ").trim();
  return {
    name: model.name,
    title,
    description,
    summary: firstSentence((description.split(/\n\s*\n/)[0] ?? "").replace(/\s+/g, " ")),
    ...buildUsage(model),
  };
}

/** Resources and module calls, each once, where the author lists nothing. */
function describeElements({ elements, calls }: ModuleModel): readonly string[] {
  const managed = elements.filter(({ mode }) => mode === "managed").map(({ type, name }) => `\`${type}.${name}\``);
  const called = calls.map(({ name, called }) =>
    called === undefined ? `\`module.${name}\`` : `\`module.${name}\`: [${called.name}](../${called.name}/README.md)`,
  );
  return [...new Set([...managed, ...called])];
}

function buildProvider(
  { name, source, version, aliases }: ProviderModel,
  { elements, calls }: ModuleModel,
): ModuleContext["providers"][number] {
  const isNamed = aliases.length > 0 || elements.some(({ provider }) => provider === name);
  const isCalled = calls.some(({ called }) => called?.providers.some((provider) => provider.name === name) === true);
  return {
    name,
    source,
    version: version ?? null,
    inherited: isCalled && !isNamed,
    arguments: {
      source: quote(source),
      version: version === undefined ? null : quote(version),
      configuration_aliases: aliases.length === 0 ? null : `[${aliases.join(", ")}]`,
    },
  };
}

function buildVariable(variable: VariableModel, path: string): ModuleContext["variables"][number] {
  const { name, description, sensitive, ephemeral, nullable, deprecated } = variable;
  const type = printType(variable.type);
  const fallback = variable.default;
  const printed = fallback === undefined ? null : printArgument("default", jsonExpression(fallback.value));
  return {
    name,
    description: description === undefined ? null : normaliseText(description, path),
    type,
    default: printed,
    required: fallback === undefined,
    sensitive,
    ephemeral,
    deprecated: deprecated === undefined ? null : normaliseText(deprecated, path),
    constant: variable.const === true,
    arguments: {
      description: printDescription(description, path),
      type,
      default: printed,
      nullable: nullable === undefined ? null : String(nullable),
      sensitive: sensitive ? "true" : null,
      ephemeral: ephemeral ? "true" : null,
      const: variable.const === true ? "true" : null,
      deprecated: deprecated === undefined ? null : printText("deprecated", deprecated, path),
    },
    validations: variable.validations.map(buildRule),
  };
}

function buildOutput(output: OutputModel, path: string): ModuleContext["outputs"][number] {
  const { name, description, sensitive, ephemeral, dependsOn, deprecated, constraint } = output;
  const value = printArgument("value", output.value);
  return {
    name,
    description: description === undefined ? null : normaliseText(description, path),
    value,
    sensitive,
    ephemeral,
    deprecated: deprecated === undefined ? null : normaliseText(deprecated, path),
    arguments: {
      description: printDescription(description, path),
      type: constraint === undefined ? null : printType(constraint),
      value,
      sensitive: sensitive ? "true" : null,
      ephemeral: ephemeral ? "true" : null,
      deprecated: deprecated === undefined ? null : printText("deprecated", deprecated, path),
      depends_on: dependsOn.length === 0 ? null : printArgument("depends_on", listAddresses(dependsOn)),
    },
    preconditions: output.preconditions.map(buildRule),
  };
}

function buildRule({ note, condition, message }: RuleModel) {
  return {
    note: note ?? null,
    condition: printArgument("error_message", condition, 4),
    error_message: printArgument("error_message", message, 4),
  };
}

function printDescription(description: string | undefined, path: string): string | null {
  return description === undefined ? null : printText("description", description, path);
}

function printText(name: string, text: string, path: string): string {
  return printArgument(name, { kind: "literal", value: normaliseText(text, path) });
}

/** Deprecated variables, then deprecated outputs, each in the order of the definition. */
function describeDeprecated(model: ModuleModel): ModuleContext["deprecated"] {
  const { name: module, variables, outputs, renamed = [], locale } = model;
  const describe = (kind: "deprecated_input" | "deprecated_output", items: readonly (VariableModel | OutputModel)[]) =>
    items.flatMap(({ name, deprecated }) => {
      const successor = kind === "deprecated_input" ? renamed.find(({ from }) => from === name)?.to : undefined;
      const instead =
        successor === undefined ? deprecated : messageText(locale, "deprecated_new_name", { name: successor });
      if (instead === undefined) return [];
      return [normaliseText(messageText(locale, kind, { name, instead }), `${module}.${name}`)];
    });
  return [...describe("deprecated_input", variables), ...describe("deprecated_output", outputs)];
}

function listAddresses(addresses: readonly string[]): Expression {
  return { kind: "tuple", items: addresses.map((address) => ({ kind: "reference", address })) };
}

/** An expression behind `name = `; its further lines are indented by the template. */
function printArgument(name: string, value: Expression, indent = 2): string {
  return printExpression(value, { column: indent + name.length + 3 });
}
