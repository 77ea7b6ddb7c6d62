import { closeSync, fsyncSync, openSync, writeFileSync } from "node:fs";

/** Faults by which a system says that it cannot synchronise folders, or that the folder is gone. */
const PASSED_OVER = ["EACCES", "EINVAL", "EISDIR", "ENOTSUP", "EPERM", "ENOENT", "ENOTDIR"];

/** Writes a new file and returns when its bytes are on the disk. */
export function writeDurably(file: string, content: Buffer | string): void {
  const descriptor = openSync(file, "wx");
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Returns when the directory entries of a folder are on the disk, if the folder exists and the system supports it. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!PASSED_OVER.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
