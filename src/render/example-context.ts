/** The context of the template of an example. */
import { attribute } from "../hcl/document";
import { normaliseText } from "../hcl/text";
import { writeBody } from "../hcl/write";
import type { ExampleContext } from "./context-schema";
import { headerOf } from "./header";
import type { ExampleModel, ModuleModel } from "./model";
import { printProviders } from "./module-call";

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
      aliases.map((alias) => ({ provider, alias: alias.slice(alias.indexOf(".") + 1) })),
    ),
    providers: printProviders(model),
    inputs: writeBody(inputs.map(({ name: input, value }) => attribute(input, value))),
  };
}
