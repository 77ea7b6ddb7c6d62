import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../errors";
import { hasJournal, LOCK_PREFIX } from "./journal";
import { JOURNAL } from "./reserved-names";

const ATTEMPTS = 20;
const PAUSE_MS = 2;
/** Replaces the start time of a process if the system does not provide it. */
const UNKNOWN = "0";
/** Replaces the start time of a process that has ended, and whose parent has not read its exit code yet. */
const REAPABLE = "ended";

/**
 * Runs the task while no other run writes to the output folder.
 *
 * A lock is an empty file in the journal folder that is named after its process. Each run first sets its own, then looks
 * for others: of two runs at least one sees the other. A name belongs to one process for ever, so that the lock of
 * a dead one can be removed without taking away a new one.
 *
 * @throws TfwrightError with `locked`.
 */
export function withLock<T>(root: string, task: () => T): T {
  const own = nameLock(process.pid);
  const file = join(root, JOURNAL, own);
  setLock(root, file);
  try {
    waitForOthers(root, own);
    return task();
  } finally {
    rmSync(file, { force: true });
    removeJournalFolder(root);
  }
}

/** Whether a run that is still alive holds the output folder. */
export function isLocked(root: string): boolean {
  return listLocks(root).some(isHeld);
}

/** The file name of a process's lock: its process ID and its start time, because the system reuses process IDs. */
export function nameLock(pid: number): string {
  return `${LOCK_PREFIX}${pid}-${readStart(pid) ?? UNKNOWN}`;
}

function setLock(root: string, file: string): void {
  for (let attempt = 1; ; attempt++) {
    if (!hasJournal(root)) mkdirSync(join(root, JOURNAL), { recursive: true });
    try {
      closeSync(openSync(file, "wx"));
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A run that ended has just removed the folder, or a process that had our id has left its lock.
      if ((code !== "ENOENT" && code !== "EEXIST") || attempt === ATTEMPTS) {
        removeJournalFolder(root);
        throw error;
      }
      if (code === "EEXIST" && !file.endsWith(`-${UNKNOWN}`)) refuseLocked();
      if (code === "EEXIST") rmSync(file, { force: true });
    }
  }
}

/** Of two runs that start at the same time, the one whose lock sorts first continues; the other one fails at once. */
function waitForOthers(root: string, own: string): void {
  for (let attempt = 1; ; attempt++) {
    const others = listLocks(root).filter((name) => name !== own);
    const held = others.filter(isHeld);
    for (const name of others.filter((other) => !held.includes(other))) {
      rmSync(join(root, JOURNAL, name), { recursive: true, force: true });
    }
    if (held.length === 0) return;
    if (attempt === ATTEMPTS || held.some((name) => name < own)) refuseLocked();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
}

function listLocks(root: string): string[] {
  return readdirSync(join(root, JOURNAL)).filter((name) => name.startsWith(LOCK_PREFIX));
}

function isHeld(name: string): boolean {
  const [, pid, start] = /^lock-([1-9][0-9]{0,9})-([0-9]+)$/.exec(name) ?? [];
  if (pid === undefined || !isAlive(Number(pid))) return false;
  const now = readStart(Number(pid));
  return now === undefined || now === start || (start === UNKNOWN && now !== REAPABLE);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process started, in clock ticks since boot; known on Linux. */
function readStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? REAPABLE : fields[19];
  } catch {
    return undefined;
  }
}

function removeJournalFolder(root: string): void {
  try {
    rmdirSync(join(root, JOURNAL));
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function refuseLocked(): never {
  fail({
    code: "locked",
    path: JOURNAL,
    message: "another run is writing to this output folder",
    hint: "wait until it ends, then run again",
  });
}
