/** The stack that cdktf records with each token: nobody sees it in a run of `generate`, and it takes time. */

/**
 * Runs a function while cdktf's tokens record no stack. cdktf has no switch for it, but it asks for stacks without a limit, which
 * nobody else does. Only for a process of our own: `Error.captureStackTrace` belongs to everybody.
 */
export function withoutCreationStacks<T>(run: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = (target, below) => {
    if (Error.stackTraceLimit !== Number.MAX_SAFE_INTEGER) capture(target, below);
  };
  try {
    return run();
  } finally {
    Error.captureStackTrace = capture;
  }
}
