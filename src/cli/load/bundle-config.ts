/** Compiles the config and the author's files behind it to one script. */

import { join, relative } from "node:path";
import type { BuildFailure, BuildOptions, BuildResult, Metafile, Plugin } from "esbuild";
import { TfwrightError } from "../../errors";
import { Memo } from "../../text/memo";
import type { ConfigNeed } from "./check-config";
import { runEsbuild } from "./run-esbuild";

export interface BundledConfig {
  /** CommonJS. Packages are left to `require`. */
  readonly code: string;
  /** Where the code comes from. Only an error needs it, so that it is made when it is first asked for. */
  readonly origin: () => Promise<CodeOrigin | undefined>;
}

/** Where a bundle's code comes from. */
interface CodeOrigin {
  /** The JSON of a source map, whose sources are relative to the folder of the run. */
  readonly map: string;
  /** The author's files, and which of them each imports, relative to the folder of the run. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** A file that is not there yet, because the command that loads the config writes it, has no exports. */
const missingFilesAreEmpty: Plugin = {
  name: "missing-files-are-empty",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^\.{1,2}\// }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === "second") return undefined;
      const found = await resolve(path, { resolveDir, kind, pluginData: "second" });
      return found.errors.length > 0 ? { path, namespace: "missing" } : found;
    });
    onLoad({ filter: /.*/, namespace: "missing" }, () => ({ contents: "module.exports = {};" }));
  },
};

/**
 * @param need "providers" where files that are to be written may be missing
 * @throws TfwrightError with every error of syntax, at `file:line:column`
 */
export async function bundleConfig(file: string, folder: string, need: ConfigNeed): Promise<BundledConfig> {
  const options = {
    entryPoints: [file],
    absWorkingDir: folder,
    outfile: join(folder, "config.js"),
    bundle: true,
    packages: "external",
    external: ["tfwright", "tfwright/*"],
    platform: "node",
    target: "node20",
    format: "cjs",
    supported: { "dynamic-import": false },
    write: false,
    logLevel: "silent",
    tsconfigRaw: {},
    plugins: need === "providers" ? [missingFilesAreEmpty] : [],
  } satisfies BuildOptions;
  try {
    const code = textOf(await runEsbuild(options), ".js");
    const made = new Memo<"origin", Promise<CodeOrigin | undefined>>(1);
    return { code, origin: () => made.get("origin", () => buildOrigin(options, code)) };
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!Array.isArray(errors)) throw error;
    throw new TfwrightError(
      errors.map(({ text, location }) => ({
        code: "config-syntax",
        path: location === null ? relative(folder, file) : `${location.file}:${location.line}:${location.column + 1}`,
        message: text.charAt(0).toLowerCase() + text.slice(1),
        ...(location === null ? {} : { hint: location.lineText.trim() }),
      })),
    );
  }
}

/**
 * The origin of code, by a second build: what it is read from is larger than the code, and each run would wait for it.
 * Undefined where the files have changed since, because their lines would be wrong.
 */
async function buildOrigin(options: BuildOptions, code: string): Promise<CodeOrigin | undefined> {
  try {
    const result = await runEsbuild({ ...options, sourcemap: "external", sourcesContent: false, metafile: true });
    if (textOf(result, ".js") !== code) return undefined;
    return { map: textOf(result, ".map"), imports: importsIn(result.metafile?.inputs ?? {}) };
  } catch {
    return undefined;
  }
}

function textOf({ outputFiles = [] }: BuildResult, end: string): string {
  return outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
}

function importsIn(inputs: Metafile["inputs"]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(inputs).map(([path, { imports }]) => [
      path,
      imports.flatMap((one) => (one.external === true ? [] : [one.path])),
    ]),
  );
}
