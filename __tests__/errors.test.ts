/** What is said of errors that are not ours. */
import { reasonOf } from "../src/errors";

test.each([
  [new Error("no such file"), "no such file"],
  [new SyntaxError("Unexpected end"), "Unexpected end"],
  ["a text", "a text"],
  [undefined, "undefined"],
])("%p", (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
