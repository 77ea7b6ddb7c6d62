/** The files of an example. It is a root module, and has the files in which people look for what a root module has. */
import type { BlockItem, Body } from "../hcl/document";
import { printExpression } from "../hcl/print-expression";
import { buildExampleContext } from "./example-context";
import { emptyFile, finish } from "./finish-file";
import type { ExampleModel, ModuleModel } from "./model";
import { type RenderedModel, versionFiles } from "./version-files";

/** The text of each file by its path in the example's folder. A file of the author's stands for ours of the same name. */
export function exampleFiles(example: ExampleModel, rendered: RenderedModel): ReadonlyMap<string, string> {
  const { model, context, engine, subject } = rendered;
  const { declares = [] } = example;
  const declared = new Set(blocksOf(declares).map(({ type }) => type));
  const text = engine.render("example.tf", buildExampleContext(model, example), subject);
  const files = new Map([["main.tf", finish(text, "main.tf")]]);
  if (!declared.has("variable")) files.set("variables.tf", emptyFile(model, "example_no_variables"));
  if (!declared.has("output")) files.set("outputs.tf", emptyFile(model, "example_no_outputs"));
  // A second block would require the same providers again, which Terraform refuses.
  if (!declared.has("terraform")) {
    const used = usedProviders(model, declares);
    const providers = context.providers
      .filter(({ name }) => used.has(name))
      .map((provider) => ({
        ...provider,
        inherited: false,
        arguments: { ...provider.arguments, configuration_aliases: null },
      }));
    for (const [name, versions] of versionFiles({ ...rendered, context: { ...context, providers } }))
      files.set(name, versions);
  }
  for (const [path, content] of Object.entries(example.files ?? {})) files.set(path, finish(content, path));
  return files;
}

const blocksOf = (body: Body) => body.filter((item): item is BlockItem => item.kind === "block");

/** What a block of the example itself uses. The providers of the call are those that the module requires. */
function usedProviders({ providers }: ModuleModel, declares: Body): ReadonlySet<string> {
  const aliased = providers.flatMap(({ name, aliases }) => (aliases.length > 0 ? [name] : []));
  return new Set([...aliased, ...blocksOf(declares).flatMap(providerOfBlock)]);
}

function providerOfBlock({ type, labels: [label = ""], body }: BlockItem): readonly string[] {
  if (type === "provider") return [label];
  if (type !== "resource" && type !== "data" && type !== "ephemeral") return [];
  const named = body.find((item) => item.kind === "attribute" && item.name === "provider");
  const address = named?.kind === "attribute" ? printExpression(named.value) : label;
  return [/^[^._]+/.exec(address)?.[0] ?? address];
}
