/** Loads `tfwright.config.ts` and all that it imports, without a build step. */
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { Script } from "node:vm";
import { fail, TfwrightError } from "../../errors";
import type { Config } from "../../generate/config";
import { AuthorPlaces } from "./author-places";
import { type BundledConfig, bundleConfig } from "./bundle-config";
import { type ConfigNeed, checkConfig } from "./check-config";
import { explainImportError } from "./explain-import-error";
import { hintOfCycle } from "./import-cycle";
import { withLazyPackages } from "./lazy-packages";

const NAMES = [
  "tfwright.config.ts",
  "tfwright.config.js",
  "tfwright.config.cjs",
  "tfwright.config.mts",
  "tfwright.config.cts",
];

export interface LoadedConfig extends Config {
  /** The config file. */
  readonly file: string;
  /** Its folder: `out` and `templates` are relative to it. */
  readonly folder: string;
  /** Finds the author's line in a stack. */
  readonly places: AuthorPlaces;
}

/**
 * @param need what the command needs of the config
 * @throws TfwrightError if there is no config, or it cannot be read, or it has no modules where these are needed
 */
export async function loadConfig(
  given: string | undefined,
  folder: string,
  need: ConfigNeed = "modules",
): Promise<LoadedConfig> {
  const file = findConfig(given, folder);
  const bundling = bundleConfig(file, folder, need);
  // The promise is awaited below. Until then a rejection must not end the process.
  bundling.catch(() => undefined);
  // While the compiler works in its own process, this one loads the engine.
  withLazyPackages(() => require("../../index"));
  const bundled = await bundling;
  const places = new AuthorPlaces(file, bundled);
  const config = await evaluate(file, relative(folder, file), bundled, places);
  const problems = checkConfig(config, relative(folder, file), need);
  if (problems.length > 0) throw new TfwrightError(problems);
  return { ...(config as Config), file, folder: dirname(file), places };
}

/** Whether a folder has a config. */
export function hasConfig(folder: string): boolean {
  return NAMES.some((name) => existsSync(resolve(folder, name)));
}

function findConfig(given: string | undefined, folder: string): string {
  if (given !== undefined) {
    const file = resolve(folder, given);
    if (!existsSync(file))
      fail({
        code: "no-config",
        path: given,
        message: "there is no such config file",
        hint: "give its path with --config FILE",
      });
    if (!statSync(file).isFile()) {
      fail({
        code: "no-config",
        path: given,
        message: "the config is not a file",
        hint: `give the file: --config ${given}/${NAMES[0]}`,
      });
    }
    return file;
  }
  const found = NAMES.map((name) => resolve(folder, name)).find(existsSync);
  return (
    found ??
    fail({
      code: "no-config",
      path: NAMES[0] as string,
      message: "there is no tfwright.config.ts in this folder",
      hint: 'write one: import { defineConfig } from "tfwright"; export default defineConfig({ modules: [...], out: "generated" })',
    })
  );
}

async function evaluate(
  file: string,
  shown: string,
  { code, origin }: BundledConfig,
  places: AuthorPlaces,
): Promise<unknown> {
  const ownRequire = createRequire(file);
  // One copy of the engine: what the definitions import is what runs here.
  const requireFrom = (id: string): unknown => {
    if (id === "tfwright") return require("../../index");
    return id.startsWith("tfwright/") ? require(id) : ownRequire(id);
  };
  const module = { exports: {} as Record<string, unknown> };
  try {
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, {
      filename: file,
    });
    script.runInThisContext()(module.exports, requireFrom, module, file, dirname(file));
  } catch (error) {
    if (error instanceof TfwrightError) throw await places.locate(error);
    const { message, hint } = explainImportError(error, ownRequire);
    const hints = [hint ?? hintOfCycle(error, (await origin())?.imports ?? new Map()), await places.find(error)];
    fail({
      code: "config-failed",
      path: shown,
      message: `loading the config or a definition failed: ${message}`,
      hint: hints.filter((part) => part !== undefined).join("\n") || undefined,
      cause: error,
    });
  }
  return module.exports.default ?? module.exports;
}
