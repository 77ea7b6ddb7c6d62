/** Which rules of a variable a value breaks that is known now. */
import { gt, number, oneOf, string } from "tfwright";
import { brokenRules } from "../../../src/generate/build/broken-rules";
import type { AnyVariable } from "../../../src/generate/dsl/types";

const LETTER = oneOf(["a", "b"]) as AnyVariable;
const POSITIVE = number({ validate: [{ condition: (n) => gt(n, 0), message: "n must be positive." }] }) as AnyVariable;

test.each<[name: string, variable: AnyVariable, value: unknown, want: number]>([
  ["a value of a closed set", LETTER, "a", 0],
  ["another text", LETTER, "c", 1],
  ["a number that meets the rule", POSITIVE, 1, 0],
  ["a number that breaks the rule", POSITIVE, 0, 1],
  ["null, which is left to Terraform", LETTER, null, 0],
  ["no value", LETTER, undefined, 0],
  ["a type without rules", string() as AnyVariable, "x", 0],
])("%s", (_name, variable, value, want) => {
  expect(brokenRules("x", variable, value)).toHaveLength(want);
});

test("a value of another type is told as such, and breaks no rule", () => {
  expect(brokenRules("x", LETTER, 5)).toEqual([]);
  expect(brokenRules("x", LETTER, ["a"])).toEqual([]);
  expect(brokenRules("x", POSITIVE, "zero")).toEqual([]);
});
