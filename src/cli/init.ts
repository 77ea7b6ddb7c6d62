/** `tfwright init`: a package of definitions, ready to work in. */
import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fail, gather } from "../errors";
import { writeNewFiles } from "../workspace";
import { KEPT, packageFiles } from "./init/package-files";
import { type OwnManifest, readOwnManifest } from "./own-manifest";

/** What the command did. */
export interface InitResult {
  readonly folder: string;
  readonly written: readonly string[];
  /** Files that were there, and stay as they are. */
  readonly kept: readonly string[];
  /** Packages to install, where there is a package.json already: as `npm install` takes them. */
  readonly missing: readonly string[];
}

/** What definitions, and the two checks of the README, need beside tfwright. typescript-eslint works with TypeScript below 6.1. */
const OF_THE_CHECKS = { eslint: "^10.0.0", typescript: "~6.0.3", "typescript-eslint": "^8.73.0" };

/**
 * Writes the files of a new package into a folder.
 *
 * @throws TfwrightError if the folder is a file, or has a config or a definition of the same name
 */
export function init(folder: string): InitResult {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    fail({ code: "not-a-folder", path: folder, message: "this is a file", hint: "give the folder of the package" });
  const dependencies = dependenciesOf(readOwnManifest());
  const files = packageFiles({ name: packageName(folder), dependencies });
  const there = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  gather(
    there
      .filter((path) => !KEPT.includes(path))
      .map((path) => () => {
        const hint =
          "there is a package of definitions already: `tfwright generate` generates it; a new one needs another folder";
        fail({
          code: "file-exists",
          path: join(folder, path),
          message: "the file is there, and `init` overwrites nothing",
          hint,
        });
      }),
  );
  const fresh = new Map([...files].filter(([path]) => !there.includes(path)));
  writeNewFiles(folder, fresh);
  const hasManifest = there.includes("package.json");
  return {
    folder,
    written: [...fresh.keys()],
    kept: there,
    missing: hasManifest ? Object.entries(dependencies).map(([name, version]) => `${name}@${version}`) : [],
  };
}

/** The lowest versions that this tfwright is made for, and what is compatible with them. */
function dependenciesOf({ version, peerDependencies }: OwnManifest): Readonly<Record<string, string>> {
  const wanted = (name: string) => [name, (peerDependencies[name] ?? "*").replace(/^>=/, "^")] as const;
  return {
    ...Object.fromEntries(["@cdktf/provider-aws", "cdktf", "constructs"].map(wanted)),
    ...OF_THE_CHECKS,
    tfwright: version,
  };
}

/** The name of the folder as npm allows it. */
function packageName(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  return name === "" ? "terraform-modules" : name;
}
