/** Handlebars, set up so that a template can reach its context and the helpers, and nothing else. */
import type HandlebarsModule from "handlebars";
import { type Problem, Problems, TfwrightError } from "../errors";
import { checkTemplates, type ParsedTemplates } from "./check-templates";
import { type ContextOf, TEMPLATES, type TemplateName } from "./context-schema";
import { parseTemplate } from "./parse-template";
import { findTemplateFiles, type TemplateFiles } from "./template-files";
import { BLOCK_HELPERS, HELPERS } from "./template-helpers";

/** The same in one file, which loads in a third of the time. */
const Handlebars: typeof HandlebarsModule = require("handlebars/dist/handlebars.js");

/** Renders templates, the package's own or a user's. */
export interface TemplateEngine {
  /**
   * Checks every template against what it is given; `render` does so by itself the first time.
   * @throws TfwrightError with all problems of all templates
   */
  check(): void;
  /**
   * Renders one template.
   * @param subject what it is rendered for, as error messages name it: the module
   * @throws TfwrightError where a template is wrong or fails
   */
  render<T extends TemplateName>(template: T, context: ContextOf<T>, subject: string): string;
}

export interface EngineOptions {
  /** Folder with templates that replace ours by the same file name. @default none */
  readonly templatesDir?: string;
}

/**
 * Makes an engine. Templates are read, parsed and checked when it is first used.
 * @throws TfwrightError where the user's folder is none, or holds a file that replaces nothing
 */
export function createEngine(options: EngineOptions = {}): TemplateEngine {
  const files = findTemplateFiles(options.templatesDir);
  const environment = createEnvironment();
  let parsed: ParsedTemplates | undefined;
  const compiled = new Map<TemplateName, HandlebarsTemplateDelegate>();

  const load = (): ParsedTemplates => {
    if (parsed !== undefined) return parsed;
    const loaded = parseAll(files, environment);
    for (const [name, partial] of loaded.partials)
      environment.registerPartial(name, environment.compile(partial, COMPILE));
    parsed = loaded;
    return loaded;
  };
  return {
    check() {
      load();
    },
    render(template, context, subject) {
      const { templates } = load();
      const run = compiled.get(template) ?? environment.compile(templates.get(template), COMPILE);
      compiled.set(template, run);
      try {
        return run(context, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
      } catch (error) {
        if (error instanceof TfwrightError) throw error;
        const problem: Problem = {
          code: "template-failed",
          path: `${template}.hbs`,
          message: `the template failed for ${subject}: ${(error as Error).message}`,
        };
        throw new TfwrightError([problem], { cause: error });
      }
    },
  };
}

const KNOWN = [...Object.keys(HELPERS), ...BLOCK_HELPERS];

/** `preventIndent`: a partial's lines stay as they are, so that no heredoc gains a byte. */
const COMPILE: CompileOptions = {
  strict: true,
  noEscape: true,
  preventIndent: true,
  knownHelpers: Object.fromEntries(KNOWN.map((name) => [name, true])),
  knownHelpersOnly: true,
};

type Environment = typeof HandlebarsModule;

function createEnvironment(): Environment {
  const environment = Handlebars.create();
  for (const name of ["log", "lookup"]) environment.unregisterHelper(name);
  for (const [name, { run }] of Object.entries(HELPERS)) {
    environment.registerHelper(name, (...given: unknown[]) => {
      const { hash } = given.pop() as HandlebarsModule.HelperOptions;
      return run(given, hash);
    });
  }
  return environment;
}

/** @throws TfwrightError with everything that is wrong with the templates */
function parseAll(files: TemplateFiles, environment: Environment): ParsedTemplates {
  const problems = new Problems();
  const parse = (file: string) => problems.attempt(() => parseTemplate(files.read(file), file, environment));
  const templates = (Object.keys(TEMPLATES) as TemplateName[]).map((name) => [name, parse(`${name}.hbs`)] as const);
  const partials = files.partials.map((name) => [name, parse(`partials/${name}.hbs`)] as const);
  const parsed = { templates: new Map(templates), partials: new Map(partials), ownPartials: files.ownPartials };
  problems.add(...checkTemplates(parsed));
  problems.throwIfAny();
  return parsed;
}
