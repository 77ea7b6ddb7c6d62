/**
 * Before each test file (`jest.config.js`): property tests and samples get the same cases in each run. `npm run fuzz` has
 * the cases of FUZZ_SEED instead, FUZZ_TIMES as many of each property, until FUZZ_UNTIL; a failure of it is repeated with
 * FUZZ_SEED and FUZZ_PATH. fast-check is replaced, not configured here: only a file that asks for it should wait for it.
 */
import type { IProperty, Parameters } from "fast-check";

type FastCheck = typeof import("fast-check");

/** The cases of `npm test`. Another number is as good. */
const SEED = 20261128;

const { FUZZ_SEED, FUZZ_PATH, FUZZ_TIMES = "1", FUZZ_UNTIL } = process.env;
const isFuzzing = FUZZ_SEED !== undefined;

jest.doMock("fast-check", () => {
  const actual = jest.requireActual<FastCheck>("fast-check");
  actual.configureGlobal({ seed: SEED });
  if (!isFuzzing) return actual;
  const seed = Number(FUZZ_SEED);
  const assert = (property: IProperty<unknown>, given?: Parameters<unknown>) =>
    actual.assert(property, {
      ...given,
      seed,
      ...(FUZZ_PATH === undefined ? howMany(given?.numRuns) : { path: FUZZ_PATH, endOnFailure: true }),
    });
  const sample: FastCheck["sample"] = (generator, given) =>
    actual.sample(generator, { ...(typeof given === "number" ? { numRuns: given } : given), seed });
  return { ...actual, assert, sample, default: { ...actual.default, assert, sample } };
});

/** One run where the time is nearly up: fast-check takes a property that was not run at all for one that failed. */
function howMany(numRuns = 100): Parameters<unknown> {
  const left = Number(FUZZ_UNTIL ?? Number.POSITIVE_INFINITY) - Date.now();
  if (left < 5000) return { numRuns: 1 };
  return { numRuns: numRuns * Number(FUZZ_TIMES), ...(Number.isFinite(left) ? { interruptAfterTimeLimit: left } : {}) };
}
