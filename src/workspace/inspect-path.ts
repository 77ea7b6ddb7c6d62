import { lstatSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../errors";

/** What exists at a path below the output folder. */
export interface FoundEntry {
  /**
   * `symlink`: the path, or one of its parents, is a symbolic link. `blocked`: one of its parents is not a folder.
   * `special`: a device, a pipe or a socket.
   */
  readonly kind: "missing" | "file" | "folder" | "symlink" | "blocked" | "special";
  /** The path, or the part of it that is a link or blocks the way. */
  readonly at: string;
}

/**
 * Looks at a path below the output folder and does not follow symbolic links.
 *
 * @throws TfwrightError with `symlink` when the path or something on the way is a symbolic link.
 */
export function inspectPath(root: string, path: string): FoundEntry {
  const found = findEntry(root, path, new Set());
  return found.kind === "symlink" ? refuseSymlink(found.at) : found;
}

/**
 * Looks at a path like `inspectPath`, but returns a symbolic link instead of refusing it.
 *
 * @param folders Folders already seen to be real ones; grows, so that a run looks at each of them once.
 */
export function findEntry(root: string, path: string, folders: Set<string>): FoundEntry {
  const segments = path.split("/");
  for (let length = 1; length <= segments.length; length++) {
    const at = segments.slice(0, length).join("/");
    if (folders.has(at) && length < segments.length) continue;
    const stats = lstatSync(join(root, at), { throwIfNoEntry: false });
    if (stats === undefined) return { kind: "missing", at: path };
    if (stats.isSymbolicLink()) return { kind: "symlink", at };
    if (length === segments.length) {
      return { kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "special", at };
    }
    if (!stats.isDirectory()) return { kind: "blocked", at };
    folders.add(at);
  }
  return { kind: "missing", at: path };
}

/** Says that a symbolic link is in the way. */
export function refuseSymlink(at: string): never {
  fail({
    code: "symlink",
    path: at,
    message: "this is a symbolic link: writing through it could change files outside the output folder",
    hint: "replace the link with a real file or folder, or remove it",
  });
}
