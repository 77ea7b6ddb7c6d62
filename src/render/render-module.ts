/** The files of a generated module. */
import type { Body, BodyItem } from "../hcl/document";
import { writeBody } from "../hcl/write";
import { checkReadme, renderCheckedDocs } from "./check-markers";
import { buildDocsInput } from "./docs-input";
import { buildExampleContext } from "./example-context";
import { headerOf } from "./header";
import type { ModuleModel } from "./model";
import { buildModuleContext } from "./module-context";
import type { TemplateEngine } from "./template-engine";

/**
 * The first OpenTofu is 1.6. For a module that needs Terraform, this constraint makes OpenTofu stop at `init` with a clear
 * message, and not in the middle of a plan.
 */
const UNSATISFIABLE_VERSION = "< 1.0.0";

/**
 * Renders the files of one module. If there is a `versions.tofu`, OpenTofu reads it in place of `versions.tf`.
 *
 * @returns text by path inside the module's folder; LF, with one newline at the end
 * @throws TfwrightError if a template is wrong or fails
 */
export function renderModule(model: ModuleModel, engine: TemplateEngine): ReadonlyMap<string, string> {
  const context = buildModuleContext(model);
  const subject = `the module ${model.name}`;
  const renderTf = (name: "variables.tf" | "outputs.tf" | "versions.tf") =>
    finish(engine.render(name, context, subject), name);
  const variables = renderTf("variables.tf");
  const input = buildDocsInput(model, variables);
  const docs = renderCheckedDocs(input, model.name);
  const readme = finish(engine.render("README.md", { ...context, docs }, subject), "README.md");

  const files = new Map<string, string>();
  files.set("README.md", checkReadme(readme, docs, model.name));
  for (const [name, body] of mainFiles(model)) files.set(name, body);
  if (model.variables.length > 0) files.set("variables.tf", variables);
  if (model.outputs.length > 0) files.set("outputs.tf", renderTf("outputs.tf"));
  files.set("versions.tf", renderTf("versions.tf"));
  if (model.opentofu !== undefined) {
    const bound = model.opentofu === false ? UNSATISFIABLE_VERSION : model.opentofu;
    const text = engine.render("versions.tf", { ...context, terraform: bound, opentofu: bound }, subject);
    files.set("versions.tofu", finish(text, "versions.tf"));
  }
  for (const example of model.examples) {
    const text = engine.render("example.tf", buildExampleContext(model, example), subject);
    files.set(`examples/${example.name}/main.tf`, finish(text, "main.tf"));
    for (const [path, content] of Object.entries(example.files ?? {}))
      files.set(`examples/${example.name}/${path}`, finish(content, path));
  }
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

/**
 * The text with exactly one newline at its end; HCL also with LF only. In a README a carriage return stays, because
 * terraform-docs keeps it.
 */
export function finish(text: string, file: string): string {
  const lines = file.endsWith(".tf") ? text.replace(/\r\n?/g, "\n") : text;
  return `${lines.replace(/\n+$/, "")}\n`;
}
