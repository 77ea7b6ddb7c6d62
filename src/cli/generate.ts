/** `tfwright generate`: definitions to the folder on disk. */
import { resolve } from "node:path";
import type { ModuleModel } from "../define/model";
import { type Problem, TfwrightError } from "../errors";
import { createEngine, renderModule, renderPackage } from "../render";
import { checkWorkspace, type FileSet, writeWorkspace } from "../workspace";
import type { LoadedConfig } from "./load-config";

export interface GenerateOptions {
  readonly out?: string;
  readonly templates?: string;
  readonly check?: boolean;
  readonly force?: boolean;
}

export interface GenerateResult {
  readonly out: string;
  readonly modules: readonly string[];
  readonly files: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly recovered: boolean;
  /** Only with `check`: whether the folder is what the definitions give. */
  readonly check?: { readonly clean: boolean; readonly diff: string; readonly notes: readonly string[] };
}

/** Everything is rendered in memory before the first file is touched. @throws TfwrightError with all problems */
export function generate(
  config: LoadedConfig,
  names: readonly string[],
  options: GenerateOptions,
  folder: string,
): GenerateResult {
  const chosen = chooseModules(config, names);
  const templatesDir =
    options.templates === undefined
      ? config.templates === undefined
        ? undefined
        : resolve(config.folder, config.templates)
      : resolve(folder, options.templates);
  const models = buildModels(config);
  const files = renderFiles(models, templatesDir);
  const out =
    options.out === undefined ? resolve(config.folder, config.out ?? "generated") : resolve(folder, options.out);
  const partial = names.length === 0 ? {} : { partial: chosen.map((name) => `modules/${name}`) };
  const base = { out, modules: chosen, files: files.size };
  if (options.check === true) {
    const check = checkWorkspace(out, files, partial);
    return { ...base, written: [], removed: [], recovered: false, check };
  }
  const { written, removed, recovered } = writeWorkspace(out, files, { ...partial, force: options.force ?? false });
  return { ...base, written, removed, recovered };
}

function chooseModules(config: LoadedConfig, names: readonly string[]): readonly string[] {
  const known = config.modules.map((module) => module.name);
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
  return names.length === 0 ? [...known].sort() : [...new Set(names)].sort();
}

/** Runs all definitions; what is wrong with any of them is told together. */
function buildModels(config: LoadedConfig): readonly ModuleModel[] {
  const problems: Problem[] = [];
  const models = config.modules.flatMap((module) => {
    try {
      return [module.generate() as ModuleModel];
    } catch (error) {
      if (error instanceof TfwrightError) problems.push(...error.problems);
      else
        throw Object.assign(
          new Error(`module ${module.name}: ${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          }),
          { module: module.name },
        );
      return [];
    }
  });
  if (problems.length > 0) throw new TfwrightError(problems);
  return [...models].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All files of the package by their path. */
export function renderFiles(models: readonly ModuleModel[], templatesDir?: string): FileSet {
  const engine = createEngine(templatesDir === undefined ? {} : { templatesDir });
  const files = new Map<string, string>(renderPackage(models, engine));
  for (const model of models) {
    for (const [path, content] of renderModule(model, engine)) files.set(`modules/${model.name}/${path}`, content);
  }
  return files;
}
