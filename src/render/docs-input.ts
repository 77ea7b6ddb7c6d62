/** The input of terraform-docs for the folder of a module. */
import { normaliseText } from "../hcl/text";
import { printType } from "../hcl/type";
import { indentText } from "./indent-text";
import type { ModuleModel } from "./model";
import type { DocsInput } from "./terraform-docs";

/**
 * The model as terraform-docs sees it in the rendered files.
 * @param variablesFile text of variables.tf; terraform-docs prints types with the indentation that they have there
 */
export function buildDocsInput(model: ModuleModel, variablesFile: string): DocsInput {
  const types = model.variables.map((variable) => printType(variable.type));
  const indent = findIndent(types, variablesFile);
  const described = (item: { readonly description?: string }) =>
    item.description === undefined ? {} : { description: normaliseText(item.description) };
  // terraform-docs does not know the other kinds of blocks.
  const listed = model.elements.flatMap((element) => {
    const { mode } = element;
    return mode === "managed" || mode === "data" ? [{ ...element, mode }] : [];
  });
  return {
    requiredVersion: model.terraform,
    requiredProviders: model.providers.map(({ name, source, version }) => ({
      name,
      source,
      ...(version !== undefined && { version }),
    })),
    usedProviders: listed.map(({ provider, alias }) => ({
      name: provider,
      ...(alias !== undefined && { alias }),
    })),
    modules: model.calls,
    resources: listed,
    inputs: model.variables.map((variable, index) => ({
      name: variable.name,
      type: indentType(types[index] as string, indent),
      ...described(variable),
      ...(variable.default !== undefined && { default: variable.default }),
    })),
    outputs: model.outputs.map((output) => ({ name: output.name, ...described(output) })),
  };
}

/** Indentations that templates may have, the usual one first. */
const INDENTS = [2, 4, 0, 6, 8];

/** How far variables.tf indents the arguments of a variable, judged by the first type of several lines. */
function findIndent(types: readonly string[], file: string): number {
  const type = types.find((text) => text.includes("\n"));
  if (type === undefined) return 2;
  return INDENTS.find((spaces) => file.includes(`= ${indentType(type, spaces)}\n`)) ?? 2;
}

function indentType(type: string, spaces: number): string {
  return indentText(type, spaces).trimStart();
}
