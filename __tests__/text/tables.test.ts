import { compareTexts } from "../../src/text/compare-texts";
import { groupBy } from "../../src/text/group-by";
import { lookUp } from "../../src/text/look-up";

test("groups keep the order of their first items, and items their own", () => {
  const groups = groupBy(["bee", "ant", "bat", "ape"], (name) => name[0]);
  expect([...groups]).toEqual([
    ["b", ["bee", "bat"]],
    ["a", ["ant", "ape"]],
  ]);
});

test.each([
  ["a", "b", -1],
  ["b", "a", 1],
  ["a", "a", 0],
  // By UTF-16 units the half of a pair comes first, by bytes the other.
  ["\u{1f600}", "\uff5e", -1],
])("%j before %j: %d", (a, b, order) => {
  expect(compareTexts(a, b)).toBe(order);
});

test("a table has nothing under the names that every object inherits", () => {
  expect(lookUp({ role: 1 }, "role")).toBe(1);
  expect(lookUp({ role: 1 }, "constructor")).toBeUndefined();
});
