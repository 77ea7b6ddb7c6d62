/** Values of JSON by their kinds: null and lists are no objects. */
import { fieldsIn, isFields, isList, isNested, type Json, kindOf } from "../../src/json/json-value";

test.each<[Json | undefined, string]>([
  [undefined, "missing"],
  [null, "null"],
  ["", "text"],
  [0, "a number"],
  [false, "true or false"],
  [[], "a list"],
  [["a"], "a list"],
  [{}, "an object"],
  [{ length: 1 }, "an object"],
])("%j is %s", (value, kind) => {
  expect(kindOf(value)).toBe(kind);
  expect(isFields(value)).toBe(kind === "an object");
  expect(isList(value)).toBe(kind === "a list");
  expect(isNested(value)).toBe(kind === "an object" || kind === "a list");
  expect(fieldsIn(value)).toEqual(kind === "an object" ? value : {});
});
