/** Files of an author that import each other. */
import { hintOfCycle } from "../../../src/cli/load/import-cycle";

const IMPORTS = new Map([
  ["tfwright.config.ts", ["a.ts"]],
  ["a.ts", ["shared.ts", "b.ts"]],
  ["shared.ts", []],
  ["b.ts", ["c.ts"]],
  ["c.ts", ["b.ts"]],
]);

test("an error that may come from a cycle names its files", () => {
  const want =
    "these files import each other, so that one runs before the other has what it needs: b.ts imports c.ts imports b.ts; put what both need into a third file";
  expect(hintOfCycle(new TypeError("Cannot read properties of undefined"), IMPORTS)).toBe(want);
  expect(hintOfCycle(new ReferenceError("Cannot access 'a' before initialization"), IMPORTS)).toBe(want);
});

test("another error, or no cycle", () => {
  expect(hintOfCycle(new Error("no"), IMPORTS)).toBeUndefined();
  expect(
    hintOfCycle(
      new TypeError("no"),
      new Map([
        ["a.ts", ["b.ts"]],
        ["b.ts", []],
      ]),
    ),
  ).toBeUndefined();
});
