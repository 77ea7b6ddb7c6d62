/**
 * In a context of its own: that of the other tests records no stack of tokens (`scripts/test-environment.js`).
 *
 * @jest-environment node
 */
import { Token } from "../../../src/cdk";
import { withoutCreationStacks } from "../../../src/cli/load/without-creation-stacks";

const lazy = () => {
  const { Lazy } = require("cdktf") as typeof import("cdktf");
  return Lazy.anyValue({ produce: () => 1 });
};

test("tokens record no stack while it runs, and do again afterwards", () => {
  expect(withoutCreationStacks(lazy).creationStack).toEqual([]);
  expect(lazy().creationStack.join()).toContain("without-creation-stacks.test");
  expect(Token.isUnresolved(withoutCreationStacks(lazy))).toBe(true);
});

test("errors keep their stack, and captureStackTrace comes back where the function throws", () => {
  const capture = Error.captureStackTrace;
  const own = { stack: "" };
  const run = () =>
    withoutCreationStacks(() => {
      Error.captureStackTrace(own);
      throw new Error("broken");
    });
  expect(run).toThrow("broken");
  expect(own.stack).toContain("without-creation-stacks.test");
  expect(Error.captureStackTrace).toBe(capture);
});
