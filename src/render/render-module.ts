/** The files of a generated module. */
import type { ModuleModel } from "../define/model";
import { fail } from "../errors";
import { writeBody } from "../hcl/write";
import type { Body } from "../hcl/document";
import type { ModuleContext, TemplateName } from "./context-schema";
import { buildDocsInput } from "./docs-input";
import { buildExampleContext } from "./example-context";
import { headerOf } from "./header";
import { buildModuleContext } from "./module-context";
import type { TemplateEngine } from "./template-engine";
import { renderTerraformDocs } from "./terraform-docs";

/**
 * Renders the files of one module.
 * @returns text by path inside the module's folder; LF, with one newline at the end
 * @throws TfwrightError where a template is wrong or fails
 */
export function renderModule(model: ModuleModel, engine: TemplateEngine): ReadonlyMap<string, string> {
  const parts = buildModuleContext(model);
  const subject = `the module ${model.name}`;
  const render = (name: TemplateName, docs = "") =>
    finish(engine.render(name, { ...parts, docs } as ModuleContext, subject), name);
  const variables = render("variables.tf");
  const docs = renderTerraformDocs(buildDocsInput(model, variables));

  const files = new Map<string, string>();
  files.set("README.md", checkMarkers(render("README.md", docs), docs, model.name));
  if (model.main.length > 0) files.set("main.tf", printBody(model.name, model.main));
  if (model.variables.length > 0) files.set("variables.tf", variables);
  if (model.outputs.length > 0) files.set("outputs.tf", render("outputs.tf"));
  files.set("versions.tf", render("versions.tf"));
  for (const example of model.examples) {
    const context = buildExampleContext(model, example);
    files.set(`examples/${example.name}/main.tf`, finish(engine.render("example.tf", context, subject), "main.tf"));
  }
  for (const { name, body } of model.tests) files.set(`tests/${name}.tftest.hcl`, printBody(model.name, body));
  return files;
}

function printBody(name: string, body: Body): string {
  return finish(`# ${headerOf(name)}\n\n${writeBody(body)}`, "main.tf");
}

/** LF, and one newline at the end. A README keeps a carriage return, which terraform-docs prints as it is. */
export function finish(text: string, file: string): string {
  const lines = file.endsWith(".tf") ? text.replace(/\r\n?/g, "\n") : text;
  return `${lines.replace(/\n+$/, "")}\n`;
}

const BEGIN = "<!-- BEGIN_TF_DOCS -->";
const END = "<!-- END_TF_DOCS -->";

/** terraform-docs takes the first of each marker in the file for its own. */
function checkMarkers(readme: string, docs: string, name: string): string {
  if (docs.indexOf(END) !== docs.length - END.length) {
    fail("docs-marker", name, `a description, default or source holds \`${END}\`, which ends the part of terraform-docs in the README`, "write it in another way");
  }
  const start = readme.indexOf(docs);
  const isFirst = start < 0 ? !readme.includes(BEGIN) && !readme.includes(END) : readme.indexOf(BEGIN) === start && readme.indexOf(END) > start;
  if (!isFirst) {
    fail("docs-marker", "README.md.hbs", `the README of ${name} holds a marker of terraform-docs before its part`, "print it by {{docs}}, and texts by {{markdown ...}}, {{md ...}} or {{code ...}}");
  }
  return readme;
}
