/** The tsconfig.json of a project that sees the package as its users do: by its declarations, which cost a compiler a third of its sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RUNTIME } from "../runtime";

const root = join(__dirname, "../..");
const base = join(root, RUNTIME === "cdktn" ? "tsconfig.cdktn.json" : "tsconfig.json");

/** As text. The settings are those of the repository. */
export function compiledTsconfig(files: readonly string[], settings: Readonly<Record<string, boolean>> = {}): string {
  const { compilerOptions } = JSON.parse(readFileSync(base, "utf8")) as {
    readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [string]>> };
  };
  const paths = Object.entries(compilerOptions.paths).map(([name, [path]]) => {
    const declared = path.replace(/^\.\/((?:src|modules)\/.*)\.ts$/, "dist/$1.d.ts");
    return [name, [join(root, declared)]];
  });
  return JSON.stringify({
    extends: base,
    compilerOptions: { types: ["node"], paths: Object.fromEntries(paths), ...settings },
    include: [],
    exclude: [],
    files,
  });
}
