import { formatProblem, type Problem } from "../errors";
import type { FileSet } from "./file-set";
import { hasJournal } from "./journal";
import { openOutput, reportOutputFaults } from "./output-folder";
import { type Change, planChanges } from "./plan-changes";
import { MANIFEST } from "./reserved-names";
import { isLocked } from "./with-lock";

/** How to check an output folder. */
export interface CheckOptions {
  /**
   * Folders such as `modules/glue-job`: only files below them, and files at the root, are compared.
   * @default all files
   */
  readonly partial?: readonly string[];
  /** A conflict in the words of the command that checks. @default in those of `generate` */
  readonly describe?: (conflict: Problem) => Problem;
}

/** How an output folder differs from the files that should be in it. */
export interface WorkspaceState {
  /** Whether a run would write and remove nothing. */
  readonly clean: boolean;
  /** Unified diff from the folder to the files, sorted by path. The diff contains the manifest only if no other file differs. */
  readonly diff: string;
  /** Remarks on what the diff does not show: files edited by hand, files of others in the way, an interrupted run. */
  readonly notes: readonly string[];
}

/**
 * Says what {@link writeWorkspace} would change; writes nothing.
 *
 * @throws TfwrightError for what even a forced run could not do: `path-outside`, `path-clash`, `symlink`, `bad-manifest`,
 * `bad-journal`, `output-not-writable`.
 */
export function checkWorkspace(outDir: string, files: FileSet, options: CheckOptions = {}): WorkspaceState {
  return reportOutputFaults(outDir, () => {
    const root = openOutput(outDir);
    if (hasJournal(root)) {
      const note = isLocked(root)
        ? "another run is writing to this output folder; wait until it ends"
        : "an interrupted run left a journal; run the command without `--check` to recover";
      return { clean: false, diff: "", notes: [note] };
    }
    const { changes, conflicts } = planChanges(root, files, options.partial);
    const inModules = changes.filter(({ path }) => path !== MANIFEST);
    const shown = inModules.length > 0 ? inModules : changes;
    return {
      clean: changes.length === 0,
      diff: printAll([...shown].sort((a, b) => (a.path < b.path ? -1 : 1))),
      notes: conflicts.map((conflict) => formatProblem(options.describe?.(conflict) ?? conflict)),
    };
  });
}

/** The library that compares texts is loaded only if there is something to compare. */
function printAll(changes: readonly Change[]): string {
  if (changes.length === 0) return "";
  const { printDiff } = require("./print-diff") as typeof import("./print-diff");
  return changes.map(printDiff).join("");
}
