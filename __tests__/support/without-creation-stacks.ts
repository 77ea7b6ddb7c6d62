/**
 * Before each test file (`jest.base.config.js`): cdktf's tokens record no stack, as in the command. Jest would map each of
 * them to TypeScript, which was a tenth of the time of the tests that build modules.
 */

/** What records a stack for everybody. */
export const captureAll = Error.captureStackTrace;

Error.captureStackTrace = (target, below) => {
  // Only cdktf sets this limit (`src/cli/without-creation-stacks.ts`).
  if (Error.stackTraceLimit !== Number.MAX_SAFE_INTEGER) captureAll(target, below);
};
