/** A finding names its rule: the command explains it, whether `lint` or `review` has found it. */
import { explain } from "../../src/cli/explain";
import { lintRules } from "../../src/iam/lint";
import { rules } from "../../src/review/rules";

test.each(rules.map(({ code }) => code))("%s of a review has a page", (code) => {
  expect(explain(code)).toMatch(
    /^.+\n[a-z-]+, (?:\w+)(?:, section [\w-]+ of `tfwright review`)?\n\n.*\n\nWhy: .*\n\nBad:.*Good:/s,
  );
});

test("a rule of the review is told as one", () => {
  expect(explain("bucket-destroyed")).toMatch(
    /^bucket destroyed\nbucket-destroyed, danger, section data-loss of `tfwright review`\n\nA bucket /,
  );
});

test.each(lintRules.map(({ code }) => code))("%s of the linter keeps its page", (code) => {
  expect(explain(code)).not.toContain("of `tfwright review`");
});

test.each([
  ["bucket-destroyd", "did you mean `bucket-destroyed`?"],
  ["missing-ancestr", "did you mean `missing-ancestor`?"],
])("%s is no rule", (name, hint) => {
  expect(() => explain(name)).toThrow(hint);
});
