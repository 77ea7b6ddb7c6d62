/** The call that made a value, and the keys of a path in what the call was given. */
import { callAt, rememberCall, stackOfCall } from "../../../src/generate/dsl/author-call";

test.each([
  ["", []],
  ["name", ["name"]],
  ["runs[1].name", ["runs", 1, "name"]],
  ["outputs.a[0][2]", ["outputs", "a", 0, 2]],
  ["check: condition", ["check", " condition"]],
])("%j", (path, keys) => {
  expect(callAt("stack", path)).toEqual({ stack: "stack", keys });
});

test("there is no call without a stack", () => {
  expect(callAt(undefined, "name")).toBeUndefined();
});

test("a value remembers the call that made it, and nothing else does", () => {
  const made = rememberCall({ name: "a" });
  expect(stackOfCall(made)).toContain("author-call.test");
  expect([stackOfCall({ name: "a" }), stackOfCall("a"), stackOfCall(null), stackOfCall(undefined)]).toEqual(
    Array(4).fill(undefined),
  );
  expect(made).toEqual({ name: "a" });
});
