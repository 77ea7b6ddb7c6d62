import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, reasonOf } from "../errors";
import type { FileSet } from "./file-set";

/**
 * Writes files that are not there yet, all or none. Folders that are missing are made, also the one that the paths are relative to.
 *
 * @throws TfwrightError with `unwritable-file` if one cannot be written, or is there meanwhile
 */
export function writeNewFiles(root: string, files: FileSet): void {
  const written: string[] = [];
  for (const [path, content] of files) {
    const file = join(root, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { flag: "wx" });
      written.push(file);
    } catch (error) {
      for (const one of written) rmSync(one, { force: true });
      fail({
        code: "unwritable-file",
        path: file,
        message: `the file cannot be written: ${reasonOf(error)}`,
        cause: error,
      });
    }
  }
}
