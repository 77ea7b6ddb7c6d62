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
    loaded ??= loadTemplates(files);
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

/**
 * Loads the templates: those that the build has checked and compiled are taken as they are. The user's, and all of them where
 * the sources run, are parsed and checked first, and each is compiled when it is first used.
 */
function loadTemplates(files: TemplateFiles): LoadedTemplates {
  const built = requirePrecompiled();
  const needsCompiler = built === undefined || files.ofUser.size > 0;
  const environment = prepare((needsCompiler ? loadHandlebars() : loadRuntime()).create());
  const parsed = needsCompiler ? parseAll(files, environment, { isBuilt: built !== undefined }) : undefined;
  const load = (file: string, made: TemplateSpecification | undefined, program: () => hbs.AST.Program | undefined) =>
    made === undefined || files.ofUser.has(file) ? environment.compile(program(), COMPILE) : environment.template(made);
  for (const name of files.partials) {
    const made = built?.partials[name];
    environment.registerPartial(
      name,
      load(`partials/${name}.hbs`, made, () => parsed?.partials.get(name)),
    );
  }
  const ready = new Memo<TemplateName, HandlebarsTemplateDelegate>(Object.keys(TEMPLATES).length);
  return (name) =>
    ready.get(name, () => load(`${name}.hbs`, built?.templates[name], () => parsed?.templates.get(name)));
}

/** What {@link precompileTemplates} makes: JavaScript objects of Handlebars, by name. */
interface PrecompiledTemplates {
  readonly templates: Readonly<Record<string, TemplateSpecification>>;
  readonly partials: Readonly<Record<string, TemplateSpecification>>;
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
  const { templates, partials } = parseAll(files, environment, { isBuilt: false });
  const object = (programs: readonly (readonly [string, hbs.AST.Program | undefined])[]) => {
    const entries = programs.map(
      ([name, program]) => `${JSON.stringify(name)}: ${environment.precompile(program, COMPILE)}`,
    );
    return `{\n${entries.join(",\n")}\n}`;
  };
  const parts = object(partials.names.map((name) => [name, partials.get(name)]));
  return `module.exports = { templates: ${object([...templates])}, partials: ${parts} };\n`;
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

/** What {@link parseAll} may leave out. */
interface ParseOptions {
  /** Whether the build has checked the package's own templates. */
  readonly isBuilt: boolean;
}

/**
 * Parses and checks the templates. A partial of the user's changes what any template prints, so that all are checked then.
 * @throws TfwrightError with everything that is wrong with the templates
 */
function parseAll(files: TemplateFiles, environment: Environment, { isBuilt }: ParseOptions): ParsedTemplates {
  const problems = new Problems();
  const parse = (file: string) => problems.attempt(() => parseTemplate(files.read(file), file, environment));
  const isChecked = isBuilt && !files.partials.some((name) => files.ofUser.has(`partials/${name}.hbs`));
  const names = (Object.keys(TEMPLATES) as TemplateName[]).filter(
    (name) => !isChecked || files.ofUser.has(`${name}.hbs`),
  );
  const templates = new Map(names.map((name) => [name, parse(`${name}.hbs`)]));
  const programs = new Memo<string, hbs.AST.Program | undefined>(files.partials.length);
  const partials = {
    names: files.partials,
    get: (name: string) => programs.get(name, () => parse(`partials/${name}.hbs`)),
  };
  if (!isChecked) for (const name of files.partials) partials.get(name);
  problems.add(...checkTemplates({ templates, partials, addedPartials: files.addedPartials }));
  problems.throwIfAny();
  return { templates, partials, addedPartials: files.addedPartials };
}
