/** What an ejected stack takes along besides its HCL. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problems } from "../../errors";
import { compareBytes } from "../../text/compare-bytes";
import type { FoundStack } from "./find-stacks";

/** The lock file of Terraform. */
export const LOCK = ".terraform.lock.hcl";

/**
 * Assets and the lock file, unchanged, where they were.
 *
 * @throws TfwrightError `asset-not-readable`
 */
export function copiedFiles(stack: FoundStack): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const lock = join(stack.folder, LOCK);
  if (existsSync(lock)) files.set(LOCK, readFileSync(lock));
  const problems = new Problems();
  const go = (name: string, above: readonly string[]): void => {
    const path = join(stack.folder, name);
    const told = join(dirname(stack.file), name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) problems.add({ code: "asset-not-readable", path: told, message: "is a link to nothing" });
    else if (stats.isFile()) files.set(name, readFileSync(path));
    else if (stats.isDirectory()) {
      // A link to a folder is copied as Terraform sees it: as that folder.
      const real = realpathSync(path);
      if (above.includes(real))
        problems.add({ code: "asset-not-readable", path: told, message: "is a link to one of its own parent folders" });
      else for (const entry of readdirSync(path).sort(compareBytes)) go(`${name}/${entry}`, [...above, real]);
    }
  };
  if (existsSync(join(stack.folder, "assets"))) go("assets", []);
  problems.throwIfAny();
  return files;
}
