/** Temporary folders with files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const made: string[] = [];

/** Writes files into a new folder, which {@link removeFolders} takes away. */
export function makeFolder(files: Iterable<readonly [string, string]>): string {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-render-"));
  made.push(folder);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
