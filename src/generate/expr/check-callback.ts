/** The functions that an author hands in: without the compiler an object may stand in their place. */
import { fail } from "../../errors";

/** What is forgotten where a function gives nothing: in JavaScript `=> { a: 1 }` is a block of code. */
export const RETURNS_NOTHING = "an object that a function returns stands in brackets: (item) => ({ ... })";

/**
 * @param example how the call is written: `blockIf(condition, () => ({ ... }))`
 * @throws TfwrightError for what is no function
 */
export function checkCallback(given: unknown, name: string, example: string): void {
  if (typeof given === "function") return;
  const what =
    given === null ? "null" : Array.isArray(given) ? "a list" : given === undefined ? "nothing" : `a ${typeof given}`;
  fail({
    code: "wrong-arguments",
    path: "",
    message: `\`${name}\` takes a function, but was given ${what.replace(/^a (?=object)/, "an ")}`,
    hint: example,
  });
}
