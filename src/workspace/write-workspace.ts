import { mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";
import { TfwrightError } from "../errors";
import { commitChanges } from "./commit-changes";
import type { FileSet } from "./file-set";
import { openOutput, reportOutputFaults } from "./output-folder";
import { planChanges } from "./plan-changes";
import { finishInterrupted } from "./recover";
import { MANIFEST } from "./reserved-names";
import { withLock } from "./with-lock";

/** How to write an output folder. */
export interface WorkspaceOptions {
  /**
   * Overwrites files that were edited by hand or that tfwright did not write, and removes edited orphans.
   * @default false
   */
  readonly force?: boolean;
  /**
   * Folders such as `modules/glue-job`: only files below them, and files at the root, are written; only orphans below
   * them are removed.
   * @default all files
   */
  readonly partial?: readonly string[];
}

/** The result of a run. Each list is sorted by path. The manifest is in none of them. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Whether an interrupted run was completed or undone first. */
  readonly recovered: boolean;
}

/**
 * Writes all files into the output folder, removes those of earlier runs that are no longer among them, and leaves every
 * other file alone. It is all or nothing, also when the process is killed: the next run finishes or takes back its work first.
 *
 * @throws TfwrightError with every problem, before anything is written: `edited-by-hand`, `foreign-file`, `path-outside`,
 * `path-clash`, `symlink`, `bad-manifest`, `bad-journal`, `locked`, `output-not-writable`.
 */
export function writeWorkspace(outDir: string, files: FileSet, options: WorkspaceOptions = {}): WriteResult {
  return reportOutputFaults(outDir, () => {
    const root = openOutput(outDir);
    return inFolder(root, () => {
      const recovered = finishInterrupted(root, options);
      const { changes, unchanged, conflicts } = planChanges(root, files, options.partial);
      if (!options.force && conflicts.length > 0) throw new TfwrightError(conflicts);
      if (changes.length > 0) commitChanges(root, changes);
      const changed = changes.filter(({ path }) => path !== MANIFEST);
      return {
        written: changed.filter(({ after }) => after !== null).map(({ path }) => path),
        unchanged,
        removed: changed.filter(({ after }) => after === null).map(({ path }) => path),
        recovered,
      };
    });
  });
}

/** Runs the task under the lock; folders that were made for it go again when nothing came into them. */
function inFolder<T>(root: string, task: () => T): T {
  const made = mkdirSync(root, { recursive: true });
  try {
    return withLock(root, task);
  } finally {
    if (made !== undefined) removeMade(root, made);
  }
}

function removeMade(root: string, made: string): void {
  try {
    for (let folder = root; folder.length >= made.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // It is not empty.
  }
}
