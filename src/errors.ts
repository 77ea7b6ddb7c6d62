/**
 * The errors and problems of tfwright.
 *
 * Checks gather {@link Problem}s and throw them together, so that one run names everything there is to mend.
 */

/** One problem: what is wrong, where, and what to do. */
export interface Problem {
  /** Stable name of the kind of problem, in kebab-case: `unknown-variable`. */
  readonly code: string;
  /** Where it is, from the outside in: `glue-job.variables.timeout`, or a file's path. */
  readonly path: string;
  /** What is wrong, in the user's words: lower case, no full stop. */
  readonly message: string;
  /** What to change. */
  readonly hint?: string;
  /** Where in the code it arose: the command finds the author's line in it. */
  readonly stack?: string;
  /** Calls of the author that led to it, the nearest first: in place of `stack`, where they are known. */
  readonly calls?: readonly AuthorCall[];
}

/** A call of the author's code, and where in what it was given a problem is. */
export interface AuthorCall {
  readonly stack: string;
  /** The keys from the outside in: `tests`, `plan`, `runs`, 1. */
  readonly keys: readonly (string | number)[];
}

/** The work cannot be done because of what the user gave; the command exits with 2. */
export class TfwrightError extends Error {
  override readonly name: string = "TfwrightError";
  readonly #problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: { cause?: unknown }) {
    super(problems.map(formatProblem).join("\n"), options);
    this.#problems = problems;
  }

  /** Everything that is wrong, in a stable order. No property of its own: Node would print it below the message, which has it all. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Code of the first problem. */
  get code(): string {
    return this.problems[0]?.code ?? "unknown";
  }
}

/** One problem as a person reads it: `path: message`, and the hint below. */
export function formatProblem(problem: Problem): string {
  const place = problem.path === "" ? "" : `${problem.path}: `;
  const hint = problem.hint === undefined ? "" : `\n  ${problem.hint.replaceAll("\n", "\n  ")}`;
  return `${place}${problem.message}${hint}`;
}

/** What another library or Node says is wrong, for a message of ours. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Throws one problem. */
export function fail({ cause, hint, ...rest }: Problem & { readonly cause?: unknown }): never {
  const problem: Problem = { ...rest, ...(hint !== undefined && { hint }) };
  const error = withDeepStack(() => new TfwrightError([problem], cause === undefined ? undefined : { cause }));
  Object.assign(problem, { stack: error.stack });
  throw error;
}

/** Frames of a stack in which the author's line is found: a value may be read far below the call that was given it. */
const DEEP_STACK = 60;

/** Runs a task in which the stacks of errors are long enough to have the line of the author. */
export function withDeepStack<T>(task: () => T): T {
  const limit = Error.stackTraceLimit;
  if (limit < DEEP_STACK) Error.stackTraceLimit = DEEP_STACK;
  try {
    return task();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Collects what is wrong, so that one run names everything there is to mend. */
export class Problems {
  readonly #all: Problem[] = [];

  /** The problems so far, in the order in which they were found. */
  get all(): readonly Problem[] {
    return this.#all;
  }

  /** How many problems there are so far. */
  get size(): number {
    return this.#all.length;
  }

  /** Takes problems in. */
  add(...problems: readonly Problem[]): void {
    this.#all.push(...problems);
  }

  /** Runs a task and takes in what it throws; undefined then. Other errors pass. */
  attempt<T>(task: () => T): T | undefined {
    try {
      return task();
    } catch (error) {
      if (!(error instanceof TfwrightError)) throw error;
      this.add(...error.problems);
      return undefined;
    }
  }

  /** Throws all problems together, if there are some. */
  throwIfAny(): void {
    if (this.#all.length > 0) throw new TfwrightError(this.#all);
  }
}

/** Runs each task, gathers the problems that they throw, and throws them together; other errors pass. */
export function gather(tasks: Iterable<() => void>): void {
  const problems = new Problems();
  for (const task of tasks) problems.attempt(task);
  problems.throwIfAny();
}
