/** Finishes an interrupted run alone; `writeWorkspace` does so before it writes. */
import { hasJournal } from "../../src/workspace/journal";
import { finishInterrupted } from "../../src/workspace/recover";
import { withLock } from "../../src/workspace/with-lock";

/** Whether there was anything to do. */
export function recover(root: string, options: { readonly force?: boolean } = {}): boolean {
  return hasJournal(root) && withLock(root, () => finishInterrupted(root, options));
}
