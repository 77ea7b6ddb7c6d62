/** Checks all templates against what each is given, before anything is rendered. */
import type { Problem } from "../errors";
import { suggestName } from "../text/suggest-name";
import { checkProgram } from "./check-program";
import { TEMPLATES, type TemplateName } from "./context-schema";
import type { ParsedPartials } from "./parse-template";

type Program = hbs.AST.Program;

/** Templates by name; undefined for a template that could not be parsed. */
export interface ParsedTemplates {
  /** The templates that are to be checked. */
  readonly templates: ReadonlyMap<TemplateName, Program | undefined>;
  readonly partials: ParsedPartials;
  /** Partials that only the user's folder has. */
  readonly addedPartials: readonly string[];
}

/** Everything that is wrong, in the order of files and lines. */
export function checkTemplates({ templates, partials, addedPartials }: ParsedTemplates): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const called = new Set<string>();
  const report = (problem: Problem) => problems.set(`${problem.code}\0${problem.path}\0${problem.message}`, problem);
  for (const [name, program] of templates) {
    if (program === undefined) continue;
    const schema = TEMPLATES[name];
    checkProgram(program, {
      file: `${name}.hbs`,
      isHcl: name.endsWith(".tf"),
      contexts: [schema],
      root: schema,
      loops: 0,
      names: new Map(),
      within: [],
      partials,
      called,
      report,
    });
  }
  const uncalled = addedPartials.filter((name) => !called.has(name));
  const isWhole = () =>
    [...templates.values(), ...partials.names.map((name) => partials.get(name))].every((one) => one !== undefined);
  for (const name of uncalled.length > 0 && isWhole() ? uncalled : []) {
    const others = partials.names.filter((partial) => !addedPartials.includes(partial));
    report({
      code: "unused-partial",
      path: `partials/${name}.hbs`,
      message: "no template calls this partial",
      hint: `${suggestName(name, others, "partials")}; to call the new partial: {{> ${name}}}`,
    });
  }
  return [...problems.values()];
}
