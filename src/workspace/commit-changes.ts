import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { applySteps, moveInto, removeEmptyFolders } from "./apply-steps";
import { clearJournal, locateStaged, recordChanges } from "./journal";
import type { Change } from "./plan-changes";
import { JOURNAL } from "./reserved-names";
import { writeDurably } from "./write-durably";

/**
 * Makes all changes or none, under the lock of the output folder.
 *
 * Killed before the commit marker, the next run discards what was staged; killed after it, the next run makes the rest of
 * the changes. A fault of the file system, such as a full disk, undoes those that were made.
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

/** If undoing fails too, the journal stays as it is, and the next run continues from it. */
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
 * Puts back what was there. At this point each change was staged: one that was not made yet still has its staged file, and
 * one that is undone gets it back, so that a run which is killed in here is finished by the next one.
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
