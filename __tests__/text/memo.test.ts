/** Results are made once, and not kept without end. */
import { Memo } from "../../src/text/memo";

test("a result is made once, also where it is undefined", () => {
  const memo = new Memo<string, string | undefined>(2);
  const made: string[] = [];
  const get = (key: string, result?: string) =>
    memo.get(key, () => {
      made.push(key);
      return result;
    });
  expect([get("a", "one"), get("a", "two"), get("b"), get("b", "three")]).toEqual(["one", "one", undefined, undefined]);
  expect(made).toEqual(["a", "b"]);
});

test("the result that was made first is forgotten", () => {
  const memo = new Memo<number, string>(2);
  for (const key of [1, 2, 3]) memo.get(key, () => `first ${key}`);
  expect([3, 2, 1].map((key) => memo.get(key, () => `again ${key}`))).toEqual(["first 3", "first 2", "again 1"]);
});

test("one result at a time is forgotten, however many there were", () => {
  const memo = new Memo<number, string>(3);
  for (let key = 0; key < 100; key++) {
    memo.get(key, String);
    expect([0, 1, 2, 3].map((back) => memo.has(key - back))).toEqual([true, key >= 1, key >= 2, false]);
  }
});

test("the result of a long text is made each time", () => {
  const memo = new Memo<string, string>(2, 3);
  const twice = (key: string) => [memo.get(key, () => "first"), memo.get(key, () => "again")];
  expect([twice("abc"), twice("abcd")]).toEqual([
    ["first", "first"],
    ["first", "again"],
  ]);
});
