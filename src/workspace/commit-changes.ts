import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { applySteps, moveInto, removeEmptyFolders } from "./apply-steps";
import { clearJournal, locateStaged, recordChanges } from "./journal";
import type { Change } from "./plan-changes";
import { JOURNAL } from "./reserved-names";
import { writeDurably } from "./write-durably";

/**
 * Applies all changes or none. The caller must hold the lock of the output folder.
 *
 * If the process is killed before the commit marker is written, the next run discards the staged files. If it is killed after
 * that, the next run completes the changes. If an operation fails, for example because the disk is full, the changes that were made
 * are undone.
 */
export function commitChanges(root: string, changes: readonly Change[]): void {
  const steps = attempt(
    () => recordChanges(root, changes),
    () => clearJournal(root),
  );
  attempt(
    () => applySteps(root, steps),
    () => {
      undoChanges(root, changes);
      clearJournal(root);
    },
  );
  clearJournal(root);
}

/**
 * Runs `task`. If it fails, runs `rollback` and throws the first error. If `rollback` fails too, the journal is kept, and the next
 * run continues from it.
 */
function attempt<T>(task: () => T, rollback: () => void): T {
  try {
    return task();
  } catch (error) {
    try {
      rollback();
    } catch {
      // The first error is the one to report.
    }
    throw error;
  }
}

/**
 * Restores the previous files. All changes were staged before: a change that was not made still has its staged file, and undoing a
 * change moves its file back to the staged path. So if the process is killed during this, the next run can still complete the
 * changes.
 */
function undoChanges(root: string, changes: readonly Change[]): void {
  for (const [index, { path, before, after }] of [...changes.entries()].reverse()) {
    const target = join(root, path);
    const staged = locateStaged(root, index);
    if (after !== null && !existsSync(staged) && existsSync(target)) renameSync(target, staged);
    if (before === null) {
      removeEmptyFolders(root, path);
    } else if (!existsSync(target)) {
      const restored = join(root, JOURNAL, `restored-${index}`);
      writeDurably(restored, before);
      moveInto(root, restored, path);
    }
  }
}
