/** Loads `tfwright.config.ts` and all that it imports, without a build step. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type { BuildFailure } from "esbuild";
import type { Config } from "../define/config";
import { fail, type Problem, TfwrightError } from "../errors";

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
}

/** @throws TfwrightError where there is no config, or it cannot be read, or it has no modules */
export async function loadConfig(given: string | undefined, folder: string): Promise<LoadedConfig> {
  const file = findConfig(given, folder);
  const bundled = bundle(file);
  // While the compiler works in its own process, this one loads the engine.
  const engine = loadEngine();
  const config = evaluate(file, await bundled, engine);
  const problems = checkConfig(config, file);
  if (problems.length > 0) throw new TfwrightError(problems);
  return { ...(config as Config), file, folder: dirname(file) };
}

function findConfig(given: string | undefined, folder: string): string {
  if (given !== undefined) {
    const file = resolve(folder, given);
    if (!existsSync(file)) fail("no-config", given, "there is no such config file", "give its path with --config FILE");
    return file;
  }
  const found = NAMES.map((name) => resolve(folder, name)).find(existsSync);
  return (
    found ??
    fail(
      "no-config",
      NAMES[0] as string,
      "there is no tfwright.config.ts in this folder",
      'write one: import { defineConfig } from "tfwright"; export default defineConfig({ modules: [...], out: "generated" })',
    )
  );
}

/** One copy of the engine: what the definitions import is what runs here. */
function loadEngine(): Readonly<Record<string, unknown>> {
  return { tfwright: require("../index") };
}

function evaluate(file: string, code: string, engine: Readonly<Record<string, unknown>>): unknown {
  const ownRequire = createRequire(file);
  const requireFrom = (id: string) => engine[id] ?? ownRequire(id);
  const module = { exports: {} as Record<string, unknown> };
  try {
    new Function("exports", "require", "module", "__filename", "__dirname", `${code}\n//# sourceURL=${file}`)(
      module.exports,
      requireFrom,
      module,
      file,
      dirname(file),
    );
  } catch (error) {
    if (error instanceof TfwrightError) throw error;
    const message = error instanceof Error ? error.message.split("\n")[0] : String(error);
    fail(
      "config-failed",
      file,
      `the config or a definition failed while it was loaded: ${message}`,
      firstPlace(error, file),
      error,
    );
  }
  return module.exports.default ?? module.exports;
}

/** Where in the author's files an error came from. */
function firstPlace(error: unknown, file: string): string | undefined {
  const line = error instanceof Error ? error.stack?.split("\n").find((one) => one.includes(dirname(file))) : undefined;
  return line === undefined ? undefined : line.trim();
}

async function bundle(file: string): Promise<string> {
  const { build } = require("esbuild") as typeof import("esbuild");
  try {
    const result = await build({
      entryPoints: [file],
      absWorkingDir: dirname(file),
      bundle: true,
      packages: "external",
      external: ["tfwright", "tfwright/*"],
      platform: "node",
      target: "node20",
      format: "cjs",
      write: false,
      logLevel: "silent",
      tsconfigRaw: {},
    });
    return result.outputFiles[0]?.text ?? "";
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!Array.isArray(errors)) throw error;
    throw new TfwrightError(
      errors.map(({ text, location }) => ({
        code: "config-syntax",
        path: location === null ? file : `${location.file}:${location.line}:${location.column + 1}`,
        message: text.charAt(0).toLowerCase() + text.slice(1),
        ...(location === null ? {} : { hint: location.lineText.trim() }),
      })),
    );
  }
}

function checkConfig(config: unknown, file: string): readonly Problem[] {
  const path = file;
  const modules = (config as Partial<Config> | undefined)?.modules;
  const hint = 'export default defineConfig({ modules: [glueJob, ...], out: "generated" })';
  if (!Array.isArray(modules) || modules.length === 0)
    return [{ code: "no-modules", path, message: "the config has no modules", hint }];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  modules.forEach((module, index) => {
    const name: unknown = module?.name;
    if (typeof module?.generate !== "function") {
      problems.push({
        code: "not-a-module",
        path: `${path}: modules[${index}]`,
        message: "this is not a module",
        hint: "list what `defineModule` gives",
      });
    } else if (seen.has(String(name))) {
      problems.push({
        code: "duplicate-module",
        path: String(name),
        message: `two modules are called \`${name}\``,
        hint: "give one of them another name",
      });
    }
    seen.add(String(name));
  });
  return problems;
}
