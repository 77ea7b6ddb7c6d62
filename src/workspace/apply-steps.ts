import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { findEntry, refuseSymlink } from "./inspect-path";
import { locateStaged, type Step } from "./journal";
import { syncFolder } from "./write-durably";

/**
 * Applies the recorded changes. Changes that were applied before are skipped, so that this can be repeated after an interruption.
 * Folders are not synchronised to disk one by one: a kill loses no entry of a folder, and the staged contents are not on the disk either.
 */
export function applySteps(root: string, steps: readonly Step[]): void {
  const folders = new Set<string>();
  steps.forEach(({ path, after }, index) => {
    const { kind, at } = findEntry(root, path, folders);
    if (kind === "symlink") refuseSymlink(at);
    if (after !== null) moveInto(root, locateStaged(root, index), path);
    else {
      if (kind === "file") rmSync(join(root, path));
      removeEmptyFolders(root, path);
    }
  });
  syncFolder(root);
}

/** Moves a file to its place below the output folder; nothing is done where it was moved before. */
export function moveInto(root: string, file: string, path: string): void {
  const target = join(root, path);
  try {
    renameSync(file, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    if (!existsSync(file)) return;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(file, target);
  }
}

/** Removes the folders that the removal of a file has left empty, up to the output folder. */
export function removeEmptyFolders(root: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (code === "ENOENT") continue;
      if (["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(code)) return;
      throw error;
    }
  }
}
