/** Compiles the config and the author's files behind it to one script. */

import { join, relative } from "node:path";
import type { BuildFailure, Metafile, Plugin } from "esbuild";
import { TfwrightError } from "../errors";
import type { ConfigNeed } from "./check-config";
import { runEsbuild } from "./run-esbuild";

export interface BundledConfig {
  /** CommonJS. Packages are left to `require`. */
  readonly code: string;
  /** The JSON of its source map, whose sources are relative to the folder of the run. */
  readonly map: string;
  /** The author's files, and which of them each imports, relative to the folder of the run. */
  readonly imports: () => ReadonlyMap<string, readonly string[]>;
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
  try {
    const result = await runEsbuild({
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
      sourcemap: "external",
      sourcesContent: false,
      logLevel: "silent",
      metafile: true,
      tsconfigRaw: {},
      plugins: need === "providers" ? [missingFilesAreEmpty] : [],
    });
    const text = (end: string) => result.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
    const { inputs } = result.metafile;
    return { code: text(".js"), map: text(".map"), imports: () => importsIn(inputs) };
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

function importsIn(inputs: Metafile["inputs"]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(inputs).map(([path, { imports }]) => [
      path,
      imports.flatMap((one) => (one.external === true ? [] : [one.path])),
    ]),
  );
}
