/** How another repository calls a module. */
import { alignPairs } from "../hcl/align";
import { attribute, type BodyItem, block, GAP } from "../hcl/document";
import { type Expression, jsonExpression } from "../hcl/expression";
import { writeBody } from "../hcl/write";
import { callName } from "../text/call-name";
import { indentText } from "./indent-text";
import type { ModuleModel } from "./model";
import { placeholderOf } from "./placeholder";

/** Where a reader's own copy of the generated package would be. */
const REPOSITORY = "git::https://example.com/your/repository.git//generated";

/** The folder of a module in the generated package. */
export function folderOf({ name, isWrapper }: Pick<ModuleModel, "name" | "isWrapper">): string {
  return `${isWrapper === true ? "wrappers" : "modules"}/${name}`;
}

/** Local name of the call, and the `module` block. */
export function buildUsage(model: ModuleModel): { readonly call: string; readonly usage: string } {
  const example = model.examples.find(({ name }) => name === "basic") ?? model.examples[0];
  const call = example?.call ?? callName(model.name);
  const inputs = example?.inputs ?? placeholders(model);
  const source = `${REPOSITORY}/${folderOf(model)}?ref=v1.0.0`;
  const items: BodyItem[] = [attribute("source", { kind: "literal", value: source })];
  const providers = printProviders(model);
  if (providers !== null)
    items.push(GAP, attribute("providers", { kind: "raw", text: indentText(providers, 2).trimStart() }));
  if (inputs.length > 0) items.push(GAP, ...inputs.map(({ name, value }) => attribute(name, value)));
  return { call, usage: writeBody([block("module", [call], items)]) };
}

function placeholders(model: ModuleModel): readonly { readonly name: string; readonly value: Expression }[] {
  const renamed = (model.renamed ?? []).filter((one) => one.required).map(({ to }) => to);
  const required = model.variables.filter(({ name, default: given }) => given === undefined || renamed.includes(name));
  return required.map(({ name, type }) => ({ name, value: jsonExpression(placeholderOf(type)) }));
}

/** The `providers` argument, which a module with `configuration_aliases` needs; the others are inherited beside it. */
export function printProviders(model: ModuleModel): string | null {
  const aliases = model.providers.flatMap((provider) => provider.aliases);
  if (aliases.length === 0) return null;
  const lines = alignPairs(aliases.map((alias) => ({ key: alias, value: alias })));
  return `{\n${indentText(lines.join("\n"), 2)}\n}`;
}
