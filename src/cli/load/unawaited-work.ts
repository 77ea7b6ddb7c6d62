/** Work that the author's code has started and that nothing waits for: an async function that `build` calls without `await`. */

/** How long the command waits for such work before it writes files. */
const LONGEST_WAIT = 10_000;
const PAUSE = 5;

/**
 * Waits until the work that definitions have started is done, and gathers what it throws. Without this, a part that is made after
 * an `await` would be missing in the files, or Node.js would end the process in the middle of writing.
 */
export class UnawaitedWork {
  readonly #failures: unknown[] = [];
  readonly #before = openResources();
  readonly #onRejection = (error: unknown): void => {
    this.#failures.push(error);
  };

  constructor() {
    process.on("unhandledRejection", this.#onRejection);
  }

  /** What the work has thrown. */
  async failures(): Promise<readonly unknown[]> {
    const end = Date.now() + LONGEST_WAIT;
    // Node.js reports a rejection after the microtasks, before the next immediate.
    do await new Promise((resolve) => setImmediate(resolve));
    while (isMore(openResources(), this.#before) && Date.now() < end && (await pause()));
    process.off("unhandledRejection", this.#onRejection);
    return this.#failures;
  }
}

/** How many files, sockets and timers Node.js waits for, by their kind. */
type OpenResources = ReadonlyMap<string, number>;

function openResources(): OpenResources {
  const count = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) count.set(kind, (count.get(kind) ?? 0) + 1);
  return count;
}

/** Whether there are more of any kind. Those of the compiler, which has run before, go away meanwhile. */
function isMore(now: OpenResources, before: OpenResources): boolean {
  return [...now].some(([kind, number]) => number > (before.get(kind) ?? 0));
}

async function pause(): Promise<true> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return true;
}
