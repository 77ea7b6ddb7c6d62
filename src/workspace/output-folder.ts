import { statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fail } from "../errors";

/** Explanations of the error codes of the file system. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "a part of the path is a file",
  EXDEV: "a folder in it is on another file system",
  EBUSY: "another program is using a file in it",
  ENAMETOOLONG: "a name in it is too long",
};

/**
 * Returns the absolute path of the output folder, which need not exist yet.
 *
 * @throws TfwrightError with `output-not-writable` if the path is a file.
 */
export function openOutput(outDir: string): string {
  const root = resolve(outDir);
  const stats = statSync(root, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) {
    refuseOutput(outDir, outDir, "it is a file, not a folder");
  }
  return root;
}

/**
 * Runs the task.
 *
 * @throws TfwrightError with `output-not-writable` for an error of the file system; other errors pass unchanged
 */
export function reportOutputFaults<T>(outDir: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (!isFileSystemFault(error)) throw error;
    const code = error.code ?? "unknown error";
    const reason = Object.hasOwn(REASONS, code) ? `${REASONS[code]} (${code})` : `the system reports ${code}`;
    return refuseOutput(outDir, locateFault(outDir, error), reason, error);
  }
}

function refuseOutput(outDir: string, path: string, reason: string, cause?: unknown): never {
  const hint = "fix this, or choose another output folder with `--out`";
  fail({
    code: "output-not-writable",
    path,
    message: `cannot write to the output folder ${outDir}: ${reason}`,
    hint,
    cause,
  });
}

/** Tests the fields and not `instanceof Error`: under Jest, errors of the file system belong to another realm. */
function isFileSystemFault(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === "object" && error !== null && "syscall" in error && "code" in error;
}

/**
 * The path of the file that the error is about, relative to the output folder; the folder as the user wrote it if the file is
 * outside.
 */
function locateFault(outDir: string, error: NodeJS.ErrnoException & { dest?: string }): string {
  const file = error.dest ?? error.path;
  if (file === undefined) return outDir;
  const inside = relative(resolve(outDir), file);
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? outDir : inside.split(sep).join("/");
}
