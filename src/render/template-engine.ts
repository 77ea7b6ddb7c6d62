/** Handlebars, set up so that a template can reach its context and the helpers, and nothing else. */
import type HandlebarsModule from "handlebars";
import { type Problem, Problems, TfwrightError } from "../errors";
import { Memo } from "../text/memo";
import { checkTemplates, type ParsedTemplates } from "./check-templates";
import { type ContextOf, TEMPLATES, type TemplateName } from "./context-schema";
import { parseTemplate } from "./parse-template";
import { findTemplateFiles, type TemplateFiles } from "./template-files";
import { BLOCK_HELPERS, HELPERS } from "./template-helpers";

/** In one file, which loads in a third of the time. */
const loadHandlebars = () => require("handlebars/dist/handlebars.js") as typeof HandlebarsModule;
const loadRuntime = () => require("handlebars/dist/handlebars.runtime.js") as typeof HandlebarsModule;

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
   * @throws TfwrightError if a template is wrong or fails
   */
  render<T extends TemplateName>(template: T, context: ContextOf<T>, subject: string): string;
}

export interface EngineOptions {
  /** Folder with templates that replace ours by the same file name. @default none */
  readonly templatesDir?: string;
}

/**
 * Makes an engine. Templates are read, parsed and checked when it is first used.
 * @throws TfwrightError if the user's path is not a folder, or if a file in it replaces no template of the package
 */
export function createEngine(options: EngineOptions = {}): TemplateEngine {
  const files = findTemplateFiles(options.templatesDir);
  let loaded: LoadedTemplates | undefined;
  const load = (): LoadedTemplates => {
    loaded ??= (files.isOwn ? undefined : loadPrecompiled()) ?? compileAll(files);
    return loaded;
  };
  return {
    check() {
      load();
    },
    render(template, context, subject) {
      const run = load()(template);
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

/** Gives the function that a template became. */
type LoadedTemplates = (name: TemplateName) => HandlebarsTemplateDelegate;

/** Parses and checks the templates, and compiles each when it is first used. */
function compileAll(files: TemplateFiles): LoadedTemplates {
  const environment = prepare(loadHandlebars().create());
  const { templates, partials } = parseAll(files, environment);
  for (const [name, partial] of partials) environment.registerPartial(name, environment.compile(partial, COMPILE));
  const compiled = new Memo<TemplateName, HandlebarsTemplateDelegate>(Object.keys(TEMPLATES).length);
  return (name) => compiled.get(name, () => environment.compile(templates.get(name), COMPILE));
}

/** What {@link precompileTemplates} makes: JavaScript objects of Handlebars, by name. */
interface PrecompiledTemplates {
  readonly templates: Readonly<Record<string, TemplateSpecification>>;
  readonly partials: Readonly<Record<string, TemplateSpecification>>;
}

/** The package's own templates, which the build has checked and compiled; undefined if the sources run. */
function loadPrecompiled(): LoadedTemplates | undefined {
  const precompiled = requirePrecompiled();
  if (precompiled === undefined) return undefined;
  const environment = prepare(loadRuntime().create());
  for (const [name, partial] of Object.entries(precompiled.partials)) {
    environment.registerPartial(name, environment.template(partial));
  }
  const ready = new Memo<TemplateName, HandlebarsTemplateDelegate>(Object.keys(TEMPLATES).length);
  return (name) => ready.get(name, () => environment.template(precompiled.templates[name] as TemplateSpecification));
}

/** `scripts/bundle.js` writes this file beside the compiled modules. */
function requirePrecompiled(): PrecompiledTemplates | undefined {
  try {
    return require("./precompiled-templates") as PrecompiledTemplates;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    return undefined;
  }
}

/** The package's own templates as a module of CommonJS. @throws TfwrightError with everything that is wrong with them */
export function precompileTemplates(): string {
  const files = findTemplateFiles();
  const environment = prepare(loadHandlebars().create());
  const { templates, partials } = parseAll(files, environment);
  const specifications = (programs: ParsedTemplates["templates"] | ParsedTemplates["partials"]) =>
    [...programs].map(([name, program]) => `${JSON.stringify(name)}: ${environment.precompile(program, COMPILE)}`);
  const object = (entries: readonly string[]) => `{\n${entries.join(",\n")}\n}`;
  const [made, parts] = [specifications(templates), specifications(partials)].map(object);
  return `module.exports = { templates: ${made}, partials: ${parts} };\n`;
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

/** Takes out what reaches beyond the context, and adds our helpers. */
function prepare(environment: Environment): Environment {
  for (const name of ["log", "lookup"]) environment.unregisterHelper(name);
  for (const [name, { run }] of Object.entries(HELPERS)) {
    environment.registerHelper(name, (...given: unknown[]) => {
      const { hash, data } = given.pop() as HandlebarsModule.HelperOptions;
      return run(given, hash, data.root);
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
