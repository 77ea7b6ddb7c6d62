/** The context of the template of an example. */
import { attribute, type BodyItem } from "../hcl/document";
import { printExpression } from "../hcl/print-expression";
import { normaliseText } from "../hcl/text";
import { writeBody } from "../hcl/write";
import type { ExampleContext } from "./context-schema";
import { headerOf } from "./header";
import type { ExampleModel, ModuleModel } from "./model";
import { printProviders } from "./module-call";

/** Whether an item that the author declares is this configuration, which Terraform takes once. */
function configures(
  item: BodyItem,
  { provider, alias }: { readonly provider: string; readonly alias: string },
): boolean {
  if (item.kind !== "block" || item.type !== "provider" || item.labels[0] !== provider) return false;
  const given = item.body.find((one) => one.kind === "attribute" && one.name === "alias");
  return given?.kind === "attribute" && printExpression(given.value) === JSON.stringify(alias);
}

export function buildExampleContext(model: ModuleModel, example: ExampleModel): ExampleContext {
  const { name, call, inputs, moved, declares = [] } = example;
  return {
    locale: model.locale,
    header: headerOf(model.name, model.locale),
    name,
    module: model.name,
    description: normaliseText(example.description, `${model.name}.examples.${name}`),
    call,
    declares: declares.length === 0 ? null : writeBody(declares),
    moved: moved.map(({ from, to }) => ({ from, to: `module.${call}.${to}` })),
    aliases: model.providers.flatMap(({ name: provider, aliases }) =>
      aliases
        .map((alias) => ({ provider, alias: alias.slice(alias.indexOf(".") + 1) }))
        .filter((configuration) => !declares.some((item) => configures(item, configuration))),
    ),
    providers: printProviders(model),
    inputs: writeBody(inputs.map(({ name: input, value }) => attribute(input, value))),
  };
}
