/** The files of a generated module. */
import type { Body, BodyItem } from "../hcl/document";
import { writeBody } from "../hcl/write";
import { checkReadme, renderCheckedDocs } from "./check-markers";
import { buildDocsInput } from "./docs-input";
import { exampleFiles } from "./example-files";
import { emptyFile, finish } from "./finish-file";
import { headerOf } from "./header";
import { messageText } from "./messages/message-text";
import type { ModuleModel } from "./model";
import { buildModuleContext } from "./module-context";
import type { TemplateEngine } from "./template-engine";
import { versionFiles } from "./version-files";

/**
 * Renders the files of one module. If there is a `versions.tofu`, OpenTofu reads it in place of `versions.tf`.
 *
 * @returns text by path inside the module's folder; LF, with one newline at the end
 * @throws TfwrightError if a template is wrong or fails
 */
export function renderModule(model: ModuleModel, engine: TemplateEngine): ReadonlyMap<string, string> {
  const context = buildModuleContext(model);
  const subject = `the module ${model.name}`;
  const renderTf = (name: "variables.tf" | "outputs.tf") => finish(engine.render(name, context, subject), name);
  const variables = renderTf("variables.tf");
  const input = buildDocsInput(model, variables);
  const docs = renderCheckedDocs(input, model.name);
  const readme = finish(engine.render("README.md", { ...context, docs }, subject), "README.md");

  const files = new Map<string, string>();
  files.set("README.md", checkReadme(readme, docs, model.name));
  for (const [name, body] of mainFiles(model)) files.set(name, body);
  files.set("variables.tf", model.variables.length > 0 ? variables : emptyFile(model, "no_variables"));
  files.set("outputs.tf", model.outputs.length > 0 ? renderTf("outputs.tf") : emptyFile(model, "no_outputs"));
  const rendered = { model, context, engine, subject };
  for (const [name, text] of versionFiles(rendered)) files.set(name, text);
  for (const [path, text] of Object.entries(model.files ?? {})) files.set(path, finish(text, path));
  for (const example of model.examples)
    for (const [path, text] of exampleFiles(example, rendered)) files.set(`examples/${example.name}/${path}`, text);
  for (const { name, body } of model.tests) files.set(`tests/${name}.tftest.hcl`, printBody(model, body));
  return files;
}

/** A longer `main.tf` is divided. */
const LONGEST_MAIN = 300;

/** Where the blocks of a type stand when `main.tf` is long, by the names that Terraform's users give these files. */
const FILES_OF_BLOCKS = [
  ["locals", "locals.tf"],
  ["data", "data.tf"],
] as const;

/** The blocks by the file that their author names; the others in `main.tf`, or in more files if it would be long. */
function mainFiles(model: ModuleModel): ReadonlyMap<string, string> {
  const bodies = bodiesByFile(model.main);
  const files = new Map([...bodies].map(([file, body]) => [`${file}.tf`, printBody(model, body)]));
  if (!files.has("main.tf")) files.set("main.tf", emptyMain(model, [...files.keys()]));
  let rest = bodies.get("main") ?? [];
  for (const [type, file] of FILES_OF_BLOCKS) {
    const own = rest.filter((item) => item.kind === "block" && item.type === type);
    const isLong = (files.get("main.tf") ?? "").split("\n").length - 1 > LONGEST_MAIN;
    if (!isLong || files.has(file) || own.length === 0 || own.length === rest.length) continue;
    rest = rest.filter((item) => !own.includes(item));
    files.set(file, printBody(model, own));
    files.set("main.tf", printBody(model, rest));
  }
  return files;
}

function emptyMain(model: ModuleModel, others: readonly string[]): string {
  if (others.length === 0) return emptyFile(model, "no_main");
  const { name, locale } = model;
  return `# ${headerOf(name, locale)}\n\n# ${messageText(locale, "main_elsewhere", { files: others.join(", ") })}\n`;
}

/** The blocks of each file, in their order. */
function bodiesByFile(main: Body): ReadonlyMap<string, Body> {
  const bodies = new Map<string, BodyItem[]>();
  for (const item of main) {
    const file = (item.kind === "block" ? item.file : undefined) ?? "main";
    bodies.set(file, [...(bodies.get(file) ?? []), item]);
  }
  return bodies;
}

function printBody({ name, locale }: ModuleModel, body: Body): string {
  return finish(`# ${headerOf(name, locale)}\n\n${writeBody(body)}`, "main.tf");
}
