/** Where a text stops being JSON, whatever the version of Node says of it. */
import { array, assert, constantFrom, integer, jsonValue, property, record } from "fast-check";
import { findJsonError } from "../../src/json/find-json-error";

describe("the first character that is not allowed", () => {
  test.each<[string, number | undefined]>([
    ['{"a": [1, -2.5e+3, true, false, null, "\\u00e9\\n"], "b": {}, "c": []}\n', undefined],
    ["", 0],
    ["   ", 3],
    ["{", 1],
    ['{"a', 3],
    ['{"a\\', 4],
    ['{"a\\u00', 7],
    ['{"a"', 4],
    ['{"a": tru', 9],
    ['{"a": -', 7],
    ['{"a": 1.', 8],
    ['{"a": 1e+', 9],
    ['{"a": 1,', 8],
    ['{"a": 1,}', 8],
    ["[1,]", 3],
    ["[1 2]", 3],
    ["[01]", 2],
    ["[.5]", 1],
    ["[1}", 2],
    ["[True]", 1],
    ['["a\tb"]', 3],
    ['["\\x"]', 2],
    ["{a: 1}", 1],
    ['{"a" 1}', 5],
    ["[] []", 3],
    ["[]]", 2],
    ["\ufeff[]", 0],
    ["\u00a0[]", 0],
  ])("%j", (text, offset) => {
    expect(findJsonError(text)).toBe(offset);
  });
});

test("what JSON.parse takes has no error, and what it does not take has one", () => {
  const edit = record({
    at: integer({ min: 0, max: 200 }),
    gone: integer({ min: 0, max: 1 }),
    put: constantFrom("", ...'{}[],:"\\u0-1.eEt \n'),
  });
  assert(
    property(jsonValue(), array(edit, { maxLength: 3 }), (value, edits) => {
      const text = edits.reduce(
        (whole, { at, gone, put }) => whole.slice(0, at) + put + whole.slice(at + gone),
        JSON.stringify(value),
      );
      expect([text, findJsonError(text) === undefined]).toEqual([text, isJson(text)]);
    }),
    { numRuns: 2000 },
  );
});

test("a text that is deep or long is read, too", () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  expect(findJsonError(deep)).toBeUndefined();
  expect(findJsonError(deep.slice(0, -1))).toBe(399_999);
  expect(findJsonError(`"${"a\\n".repeat(2_000_000)}`)).toBe(6_000_001);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
