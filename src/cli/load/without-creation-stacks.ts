/**
 * cdktf records a stack trace for each token that it creates. `generate` never shows these stack traces, and recording them takes
 * time.
 */

/**
 * Runs a function while cdktf's tokens record no stack trace. cdktf has no option for this. But cdktf is the only code that sets
 * `Error.stackTraceLimit` to `Number.MAX_SAFE_INTEGER`, so calls with that limit are skipped. Only the command line may use this
 * function, because `Error.captureStackTrace` is global.
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
