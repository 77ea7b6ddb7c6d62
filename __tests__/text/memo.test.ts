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
