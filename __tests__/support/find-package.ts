/** Other versions of Node and TypeScript, from npm. Each is downloaded once a machine, to the temporary directory. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folder of the newest package of a version (`24`, `5.4`), undefined where no registry gives it. */
export function findPackage(name: string, version: string): string | undefined {
  const folder = join(tmpdir(), `tfwright-package-${name}-${version}`);
  const found = join(folder, "node_modules", name);
  if (!existsSync(found)) install(`${name}@${version}`, folder);
  return existsSync(found) ? found : undefined;
}

/** The newest Node of a major version. */
export function findNode(major: number): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const found = findPackage(`node-${process.platform}-${process.arch}`, String(major));
  return found === undefined ? undefined : join(found, "bin", "node");
}

function install(wanted: string, folder: string): void {
  const fresh = mkdtempSync(`${folder}-`);
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"];
  const { status } = spawnSync("npm", ["install", ...options, "--prefix", fresh, wanted], {
    cwd: fresh,
    timeout: 180_000,
  });
  try {
    if (status === 0) renameSync(fresh, folder);
  } catch {
    // Another test process was first.
  }
  rmSync(fresh, { recursive: true, force: true });
}
