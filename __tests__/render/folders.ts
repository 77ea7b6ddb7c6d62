/** Temporary folders with files, and the programs that judge them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

export function run(command: string, args: readonly string[], cwd: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}

/** The program's path, or undefined after one clear line. */
export function findProgram(name: string): string | undefined {
  const cached = join(process.env.HOME ?? "/", ".cache/offline-terraform/bin", name);
  const command = existsSync(cached) ? cached : name;
  if (spawnSync(command, ["version"]).error === undefined) return command;
  process.stderr.write(`SKIPPED: ${name} is not on PATH\n`);
  return undefined;
}
