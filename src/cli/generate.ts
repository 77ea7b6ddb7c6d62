/** The command `tfwright generate`: it runs the definitions and writes the generated files into the output folder. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix, relative, resolve } from "node:path";
import { fail, type Problem, TfwrightError } from "../errors";
import { RUNTIMES, type Runtime } from "../generate/config";
import type { ModuleModel } from "../render/model";
import { Rendering } from "../render/rendering";
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from "../text/locale";
import { checkWorkspace, writeWorkspace } from "../workspace";
import { isRuntime } from "./load/check-config";
import { explainImportError } from "./load/explain-import-error";
import type { LoadedConfig } from "./load/load-config";
import { UnawaitedWork } from "./load/unawaited-work";
import { withoutCreationStacks } from "./load/without-creation-stacks";

export interface GenerateOptions {
  readonly out?: string;
  readonly templates?: string;
  /** Language of the texts. @default the locale of the config, else English */
  readonly locale?: string;
  /**
   * The runtime that bindings are written for; `true` is the runtime of the config, or cdktf.
   * @default the runtime of the config, else no bindings
   */
  readonly bindings?: string | boolean;
  readonly check?: boolean;
  readonly force?: boolean;
}

export interface GenerateResult {
  /** The output folder. */
  readonly out: string;
  /** Names of the generated modules. */
  readonly modules: readonly string[];
  /** How many files the definitions give. */
  readonly files: number;
  /** Paths of the files that differed on disk and were written. */
  readonly written: readonly string[];
  /** Paths of files of earlier runs that no definition gives any more. */
  readonly removed: readonly string[];
  /** Whether an earlier run that was interrupted was completed first. */
  readonly recovered: boolean;
  /** What works, and will not for ever: deprecated arguments. */
  readonly warnings: readonly Problem[];
  /** Only with `check`: whether the folder has exactly the files that the definitions give. */
  readonly check?: { readonly clean: boolean; readonly diff: string; readonly notes: readonly string[] };
}

/**
 * Generates the modules. Everything is rendered in memory before the first file is touched, so that an error leaves the folder as
 * it was.
 *
 * @throws TfwrightError with all problems
 */
export async function generate(
  config: LoadedConfig,
  names: readonly string[],
  options: GenerateOptions,
  folder: string,
): Promise<GenerateResult> {
  const locale = chooseLocale(config, options);
  const bindings = chooseRuntime(config, options);
  const templatesDir = resolveFolder(options.templates, folder, config.templates, config.folder);
  const rendering = new Rendering(config.modules.length, {
    ...(bindings !== undefined && { bindings }),
    ...(templatesDir !== undefined && { templatesDir }),
  });
  const models = await buildModels(config, locale, { rendering, folder });
  const chosen = chooseModules(models, names);
  const out = resolveFolder(options.out, folder, config.out ?? "generated", config.folder) as string;
  const files = await rendering.files(models);
  const partial =
    names.length === 0 ? {} : { partial: chosen.flatMap((name) => [`modules/${name}`, `wrappers/${name}`]) };
  const wanted = models.filter(({ name }) => chosen.includes(name));
  const all = [
    ...wanted.flatMap((model) => model.warnings),
    ...wanted.flatMap((model) => [...warnOfMissingFiles(model, out), ...warnOfMissingModules(model, out, files)]),
  ];
  const { problems: warnings } = await config.places.locate(new TfwrightError(all));
  const base = { out, modules: chosen, files: files.size, warnings };
  if (options.check === true) {
    const check = checkWorkspace(out, files, partial);
    return { ...base, written: [], removed: [], recovered: false, check };
  }
  const { written, removed, recovered } = writeWorkspace(out, files, { ...partial, force: options.force ?? false });
  return { ...base, written, removed, recovered };
}

/** A file that a module reads may also be put into its folder by hand. */
function warnOfMissingFiles({ name, missingFiles = [] }: ModuleModel, out: string): readonly Problem[] {
  return missingFiles
    .filter(({ path }) => !existsSync(join(out, "modules", name, path)))
    .map(({ path: file, author }) => ({
      code: "missing-file",
      path: name,
      message: `the module reads \`${file}\`, and its folder has no such file`,
      hint: `give its text in the definition: files: { ${JSON.stringify(file)}: "..." }; or put it into the folder`,
      ...(author !== undefined && { calls: [author] }),
    }));
}

/** A module in a folder, which Terraform looks for beside the module that calls it. */
function warnOfMissingModules(
  { name, calls }: ModuleModel,
  out: string,
  files: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  return calls
    .filter(({ source }) => /^\.{1,2}\//.test(source))
    .map((call) => ({ ...call, folder: posix.join("modules", name, call.source) }))
    .filter(
      ({ folder }) =>
        !existsSync(join(out, folder)) && ![...files.keys()].some((file) => file.startsWith(`${folder}/`)),
    )
    .map(({ name: called, source, folder, author }) => ({
      code: "missing-module",
      path: `${name}.module.${called}`,
      message: `its source is \`${source}\`, and there is no folder ${folder} in the output`,
      hint: "the path is relative to the folder of the module that is generated: `../vpc` is the module `vpc` of the same config",
      ...(author !== undefined && { calls: [author] }),
    }));
}

/** The language of the texts. */
function chooseLocale(config: LoadedConfig, { locale }: GenerateOptions): Locale {
  if (locale === undefined) return config.locale ?? DEFAULT_LOCALE;
  if (isLocale(locale)) return locale;
  return fail({
    code: "bad-option",
    path: "--locale",
    message: `there is no locale ${JSON.stringify(locale)}`,
    hint: `write --locale ${LOCALES.join(" or --locale ")}`,
  });
}

/** The runtime that bindings are written for; undefined if no bindings are written. */
function chooseRuntime(config: LoadedConfig, { bindings }: GenerateOptions): Runtime | undefined {
  if (bindings === undefined) return config.bindings;
  if (bindings === true) return config.bindings ?? "cdktf";
  if (bindings === false) return undefined;
  if (isRuntime(bindings)) return bindings;
  return fail({
    code: "bad-option",
    path: "--bindings",
    message: `there is no runtime ${JSON.stringify(bindings)}`,
    hint: `write --bindings=${RUNTIMES.join(" or --bindings=")}`,
  });
}

/**
 * A command-line option is relative to the folder that the command runs in, a setting to the folder of the config. The result is
 * relative to the working directory, because it is printed in messages.
 */
function resolveFolder(option: string | undefined, folder: string, setting: string | undefined, configFolder: string) {
  if (option === undefined && setting === undefined) return undefined;
  const path = option === undefined ? resolve(configFolder, setting as string) : resolve(folder, option);
  return relative(process.cwd(), path) || ".";
}

/** The modules that the command line names, and the modules that these call; all modules if none is named. */
function chooseModules(models: readonly ModuleModel[], names: readonly string[]): readonly string[] {
  const known = models.map((model) => model.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new TfwrightError(
      unknown.map((name) => ({
        code: "unknown-module",
        path: name,
        message: "there is no module of this name",
        hint: `the config has ${[...known].sort().join(", ")}`,
      })),
    );
  }
  const wanted = names.length === 0 ? models : withCalledModules(models.filter((model) => names.includes(model.name)));
  return wanted.map(({ name }) => name).sort();
}

/** The models and the models of the modules that they call, each once. @throws TfwrightError if two modules have the same name */
function withCalledModules(models: readonly ModuleModel[]): readonly ModuleModel[] {
  const byName = new Map<string, ModuleModel>();
  const add = (model: ModuleModel, caller?: string): void => {
    const other = byName.get(model.name);
    if (other !== undefined && other !== model) {
      fail({
        code: "duplicate-module",
        path: caller ?? model.name,
        message: `two different modules have the name \`${model.name}\`: ${caller ?? "one"} calls another one than the config lists`,
        hint: "give one of them another name, or call the one that the config lists",
      });
    }
    if (other !== undefined) return;
    byName.set(model.name, model);
    for (const { called } of model.calls) if (called !== undefined) add(called, model.name);
  };
  for (const model of models) add(model);
  return [...byName.values()];
}

/** What {@link buildModels} needs besides. */
interface Building {
  /** Gets each model as soon as it is known. */
  readonly rendering: Rendering;
  /** The folder of the run. */
  readonly folder: string;
}

/**
 * Runs all definitions, with texts in a language. The result has the modules that they call too.
 * @throws TfwrightError with the problems of all definitions together
 */
async function buildModels(
  config: LoadedConfig,
  locale: Locale,
  { rendering, folder }: Building,
): Promise<readonly ModuleModel[]> {
  const unawaited = new UnawaitedWork();
  const { models, failures } = withoutCreationStacks(() => runDefinitions(config.modules, locale, rendering));
  await throwFailures(failures, config);
  const all = withCalledModules(models);
  const late = await unawaited.failures();
  const module = relative(folder, config.file);
  await throwFailures(
    late.map((error) => ({ error, module })),
    config,
  );
  return all;
}

/** What the code of a definition has thrown. */
interface Failure {
  readonly error: unknown;
  /** Name of the module, or the config file where the definition is not known. */
  readonly module: string;
}

function runDefinitions(modules: LoadedConfig["modules"], locale: Locale, rendering: Rendering) {
  const failures: Failure[] = [];
  const models: ModuleModel[] = [];
  for (const module of modules) {
    try {
      const model: ModuleModel = module.generate(locale);
      models.push(model);
      rendering.add(model);
    } catch (error) {
      failures.push({ error, module: module.name });
    }
  }
  return { models, failures };
}

/** @throws TfwrightError with the problems of all failures; Error if one is a defect of tfwright itself */
async function throwFailures(failures: readonly Failure[], config: LoadedConfig): Promise<void> {
  const problems: Problem[] = [];
  for (const failure of failures) problems.push(...(await explain(failure, config)));
  if (problems.length > 0) throw new TfwrightError(withoutRepeated(problems));
}

/** A module that calls another has the problems of that one too. They are told once, as those of the other, where the config lists it. */
function withoutRepeated(problems: readonly Problem[]): readonly Problem[] {
  const isOf = (other: Problem, { path, message, hint }: Problem) =>
    path.endsWith(`.${other.path}`) && other.message === message && other.hint === hint;
  return problems.filter((problem) => !problems.some((other) => isOf(other, problem)));
}

/** Converts a failure to problems. @throws Error if it is a defect of tfwright itself */
async function explain({ error, module }: Failure, { file, places }: LoadedConfig): Promise<readonly Problem[]> {
  if (error instanceof TfwrightError) return (await places.locate(error)).problems;
  if (places.isInternalError(error))
    throw new Error(`module ${module}: ${error instanceof Error ? error.message : error}`, { cause: error });
  const { message, hint } = explainImportError(error, createRequire(file));
  return [
    {
      code: "definition-failed",
      path: module,
      message: `the definition's own code failed: ${message}`,
      hint: [hint, await places.find(error)].filter((part) => part !== undefined).join("\n") || undefined,
    },
  ];
}
