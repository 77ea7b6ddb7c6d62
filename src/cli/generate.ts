/** `tfwright generate`: definitions to the folder on disk. */
import { relative, resolve } from "node:path";
import type { ModuleModel } from "../define/model";
import { type Problem, TfwrightError } from "../errors";
import { createEngine, renderModule, renderPackage } from "../render";
import { checkWorkspace, type FileSet, writeWorkspace } from "../workspace";
import type { AuthorPlaces } from "./author-places";
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
  const templatesDir = placeOf(options.templates, folder, config.templates, config.folder);
  const out = placeOf(options.out, folder, config.out ?? "generated", config.folder) as string;
  const files = renderFiles(buildModels(config), templatesDir);
  const partial = names.length === 0 ? {} : { partial: chosen.map((name) => `modules/${name}`) };
  const base = { out, modules: chosen, files: files.size };
  if (options.check === true) {
    const check = checkWorkspace(out, files, partial);
    return { ...base, written: [], removed: [], recovered: false, check };
  }
  const { written, removed, recovered } = writeWorkspace(out, files, { ...partial, force: options.force ?? false });
  return { ...base, written, removed, recovered };
}

/** An option is relative to the folder of the run, a setting to the config; both are told as the user sees them. */
function placeOf(option: string | undefined, folder: string, setting: string | undefined, configFolder: string) {
  if (option === undefined && setting === undefined) return undefined;
  const path = option === undefined ? resolve(configFolder, setting as string) : resolve(folder, option);
  return relative(process.cwd(), path) || ".";
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
      problems.push(...explain(error, module.name, config.places));
      return [];
    }
  });
  if (problems.length > 0) throw new TfwrightError(problems);
  return models;
}

/** @throws Error where it is a fault of ours */
function explain(error: unknown, module: string, places: AuthorPlaces): readonly Problem[] {
  if (error instanceof TfwrightError) return places.locate(error).problems;
  const message = error instanceof Error ? error.message : String(error);
  if (places.isOurs(error)) throw new Error(`module ${module}: ${message}`, { cause: error });
  const place = places.find(error);
  return [
    {
      code: "definition-failed",
      path: module,
      message: `the definition's own code failed: ${message}`,
      ...(place === undefined ? {} : { hint: place }),
    },
  ];
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
