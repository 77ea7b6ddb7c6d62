/** Lists in sentences, as plain text and as messages. */
import { listOf } from "../../src/iam/lint/words";
import { listWords } from "../../src/text/list-words";
import { plainText } from "../../src/text/message";

test.each<[readonly string[], string]>([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j", (items, text) => {
  expect(listWords(items)).toBe(text);
  expect(plainText(listOf(items))).toBe(text);
});

test("other words between the last two", () => {
  expect(listWords(["a", "b", "c"], "or")).toBe("a, b or c");
  expect(plainText(listOf(["a", "b", "c"], 2, "or"))).toBe("a or 2 more");
});
