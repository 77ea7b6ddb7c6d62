/** All files of a generated package. */

import type { ModuleModel } from "./model";
import { folderOf } from "./module-call";
import { renderBinding } from "./render-binding";
import { renderModule } from "./render-module";
import { renderPackage } from "./render-package";
import type { Runtime } from "./runtime";
import { createEngine, type TemplateEngine } from "./template-engine";

export interface FileOptions {
  /** Folder with templates that replace ours by the same file name. @default none */
  readonly templatesDir?: string;
  /** The runtime that bindings are written for. @default no bindings */
  readonly bindings?: Runtime;
}

/** Text by path in the output folder. */
export type Files = ReadonlyMap<string, string>;

/**
 * Renders the files of all modules, and those at the root of the package.
 * @throws TfwrightError if a template is wrong or fails
 */
export function renderFiles(models: readonly ModuleModel[], options: FileOptions = {}): Files {
  const engine = createEngine(options);
  const ofModules = models.flatMap((model) => [...renderModel(model, engine, options)]);
  return new Map([...ofModules, ...renderPackage(models, engine)]);
}

/**
 * Renders the files of one module, of its wrapper, and its binding.
 * @throws TfwrightError if a template is wrong or fails
 */
export function renderModel(model: ModuleModel, engine: TemplateEngine, { bindings }: FileOptions): Files {
  const files = new Map<string, string>();
  for (const written of model.wrapper === undefined ? [model] : [model, model.wrapper])
    for (const [path, content] of renderModule(written, engine)) files.set(`${folderOf(written)}/${path}`, content);
  if (bindings !== undefined) files.set(`modules/${model.name}/index.ts`, renderBinding(model, bindings));
  return files;
}
