/** cdktf records a stack with each token that it creates. `generate` never shows these stacks, and recording them takes time. */

/**
 * Runs a function while cdktf's tokens record no stack. cdktf has no option for this, but it is the only caller that asks for
 * stacks without a limit, so such calls are skipped. Only the command line may use it, because `Error.captureStackTrace` is global.
 */
export function withoutCreationStacks<T>(run: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = (target, constructorOpt) => {
    if (Error.stackTraceLimit !== Number.MAX_SAFE_INTEGER) capture(target, constructorOpt);
  };
  try {
    return run();
  } finally {
    Error.captureStackTrace = capture;
  }
}
