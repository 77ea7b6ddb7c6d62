import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gather, TfwrightError } from "../errors";
import { applySteps } from "./apply-steps";
import { hashContent } from "./hash-content";
import { inspectPath } from "./inspect-path";
import { clearJournal, LOCK_PREFIX, nameStaged, readSteps, refuseJournal, type Step } from "./journal";
import { describeHandEdit } from "./plan-changes";
import { JOURNAL } from "./reserved-names";

/**
 * Brings an output folder whose run was interrupted to wholly old or wholly new, and says whether there was anything to do. The
 * caller holds the lock.
 *
 * @throws TfwrightError with `edited-by-hand` when a file was changed after the interruption, unless forced; `bad-journal`,
 * `symlink`.
 */
export function finishInterrupted(root: string, options: { readonly force?: boolean } = {}): boolean {
  if (readdirSync(join(root, JOURNAL)).every((name) => name.startsWith(LOCK_PREFIX))) return false;
  const steps = readSteps(root);
  if (steps !== undefined) {
    verifySteps(root, steps, options.force ?? false);
    applySteps(root, steps);
  }
  clearJournal(root);
  return true;
}

/** Everything that could stop the steps midway is looked for before the first of them. */
function verifySteps(root: string, steps: readonly Step[], force: boolean): void {
  gather(
    steps.map((step, index) => () => {
      const current = readHash(root, step.path);
      const staged = step.after === null ? null : readHash(root, `${JOURNAL}/${nameStaged(index)}`);
      if (staged !== null && staged !== step.after) refuseJournal(`the new content of ${step.path} was changed`);
      const isDone = step.after !== null && staged === null;
      if (isDone || force || current === null || current === step.before || current === step.after) return;
      throw new TfwrightError([describeHandEdit(step.path)]);
    }),
  );
}

function readHash(root: string, path: string): string | null {
  return inspectPath(root, path).kind === "file" ? hashContent(readFileSync(join(root, path))) : null;
}
