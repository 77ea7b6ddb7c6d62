import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../errors";
import { findPathFault } from "./check-paths";
import { hashContent, isHash } from "./hash-content";
import { inspectPath } from "./inspect-path";
import type { Change } from "./plan-changes";
import { isReserved, JOURNAL, MANIFEST } from "./reserved-names";
import { syncFolder, writeDurably } from "./write-durably";

const VERSION = 1;
const MARKER = "commit.json";

/** The entry of the journal for one change, with hashes in place of contents. The new content waits in a staged file. */
export interface Step {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Names of the locks in the journal folder begin so. */
export const LOCK_PREFIX = "lock-";

/** Name of the file in the journal folder that holds the new content of the step with this index. */
export function nameStaged(index: number): string {
  return `staged-${index}`;
}

/** Where the new content of the step with this index waits. */
export function locateStaged(root: string, index: number): string {
  return join(root, JOURNAL, nameStaged(index));
}

/**
 * Whether there is a journal folder: a run is under way, or was interrupted.
 *
 * @throws TfwrightError with `symlink`, or `bad-journal` if it is not a folder.
 */
export function hasJournal(root: string): boolean {
  const { kind } = inspectPath(root, JOURNAL);
  if (kind !== "missing" && kind !== "folder") refuseJournal("it is not a folder");
  return kind === "folder";
}

/** Stages all new contents, then sets the commit marker by rename: from then on the changes will be made. */
export function recordChanges(root: string, changes: readonly Change[]): readonly Step[] {
  const steps = changes.map(({ path, before, after }, index): Step => {
    // The files are not synchronised to disk one by one: recovery compares each with its hash, and all of them can be generated again.
    if (after !== null) writeFileSync(locateStaged(root, index), after, { flag: "wx" });
    return { path, before: before && hashContent(before), after: after && hashContent(after) };
  });
  const journal = join(root, JOURNAL);
  writeDurably(join(journal, `${MARKER}.tmp`), JSON.stringify({ version: VERSION, steps }));
  syncFolder(journal);
  renameSync(join(journal, `${MARKER}.tmp`), join(journal, MARKER));
  syncFolder(journal);
  return steps;
}

/**
 * Reads the steps of a run that wrote its commit marker; `undefined` if the run was interrupted before.
 *
 * @throws TfwrightError with `bad-journal`; the journal is not trusted, because another program may have written it.
 */
export function readSteps(root: string): readonly Step[] | undefined {
  const { kind } = inspectPath(root, `${JOURNAL}/${MARKER}`);
  if (kind === "missing") return undefined;
  if (kind !== "file") refuseJournal(`${MARKER} is not a file`);
  let content: { version?: unknown; steps?: unknown } | null;
  try {
    content = JSON.parse(readFileSync(join(root, JOURNAL, MARKER), "utf8"));
  } catch (error) {
    return refuseJournal(`${MARKER} is not JSON`, error);
  }
  if (content?.version !== VERSION) return refuseJournal(`${MARKER} is not of version ${VERSION}`);
  const { steps } = content;
  if (!Array.isArray(steps) || !steps.every(isStep)) return refuseJournal(`a step of ${MARKER} is wrong`);
  return steps;
}

function isStep(value: Partial<Step> | null): value is Step {
  if (typeof value?.path !== "string" || findPathFault(value.path) !== undefined) return false;
  if (value.path !== MANIFEST && isReserved(value.path)) return false;
  return [value.before, value.after].every((hash) => hash === null || isHash(hash));
}

/** Empties the journal, the commit marker first; locks stay. */
export function clearJournal(root: string): void {
  const journal = join(root, JOURNAL);
  rmSync(join(journal, MARKER), { force: true });
  for (const name of readdirSync(journal)) {
    if (!name.startsWith(LOCK_PREFIX)) rmSync(join(journal, name), { recursive: true, force: true });
  }
}

/** Says that the journal cannot be used. */
export function refuseJournal(reason: string, cause?: unknown): never {
  const hint = `delete the folder ${JOURNAL} and run the command again with \`--force\``;
  fail({
    code: "bad-journal",
    path: JOURNAL,
    message: `an interrupted run left a journal that cannot be used: ${reason}`,
    hint,
    cause,
  });
}
