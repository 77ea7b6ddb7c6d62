/**
 * terraform-docs replaces what stands between the first two of its markers in a README. So no text before or in its section may
 * contain a marker.
 */
import { fail, Problems } from "../errors";
import { type DocsInput, renderTerraformDocs } from "./terraform-docs";

const BEGIN = "<!-- BEGIN_TF_DOCS -->";
const END = "<!-- END_TF_DOCS -->";

/**
 * Renders the section of terraform-docs.
 *
 * @throws TfwrightError with each variable, output and module call whose text would end the section too early
 */
export function renderCheckedDocs(input: DocsInput, module: string): string {
  const docs = renderTerraformDocs(input);
  if (!endsEarly(docs)) return docs;
  const nothing: DocsInput = {
    requiredProviders: [],
    usedProviders: [],
    modules: [],
    resources: [],
    inputs: [],
    outputs: [],
  };
  const problems = new Problems();
  const check = (part: Partial<DocsInput>, path: string) => {
    if (!endsEarly(renderTerraformDocs({ ...nothing, ...part }))) return;
    const message = `a text contains \`${END}\` as code, which terraform-docs would read as the end of its section of the README`;
    problems.add({ code: "docs-marker", path: `${module}.${path}`, message, hint: "write the marker in another way" });
  };
  for (const one of input.inputs) check({ inputs: [one] }, `variables.${one.name}`);
  for (const one of input.outputs) check({ outputs: [one] }, `outputs.${one.name}`);
  for (const one of input.modules) check({ modules: [one] }, `module.${one.name}`);
  problems.throwIfAny();
  return docs;
}

function endsEarly(docs: string): boolean {
  return docs.indexOf(END) !== docs.length - END.length;
}

/**
 * Returns the README as it is.
 *
 * @throws TfwrightError if the template prints a marker outside of the section of terraform-docs
 */
export function checkReadme(readme: string, docs: string, module: string): string {
  const start = readme.indexOf(docs);
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  const isRight = start < 0 ? begin < 0 && end < 0 : begin === start && end === start + docs.length - END.length;
  if (!isRight) {
    const message = `the README of ${module} contains a terraform-docs marker before its section, or only one of the two markers`;
    fail({
      code: "docs-marker",
      path: "README.md.hbs",
      message,
      hint: "print the section with {{docs}}, and texts with {{markdown ...}}, {{md ...}} or {{code ...}}",
    });
  }
  return readme;
}
