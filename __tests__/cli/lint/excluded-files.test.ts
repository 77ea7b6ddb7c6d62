/** Which files `--exclude` and the config leave out. */
import { join } from "node:path";
import { exclusionOf } from "../../../src/cli/lint/excluded-files";

const excluded = (patterns: readonly string[], folder = ".") => exclusionOf([{ folder, patterns, place: "--exclude" }]);

test.each<[pattern: string, path: string, want: boolean]>([
  ["fixtures/", "a/fixtures/p.json", true],
  ["fixtures/", "a/fixtures/", true],
  ["fixtures/", "a/fixtures", false],
  ["/fixtures/", "a/fixtures/p.json", false],
  ["*.generated.json", "a/b.generated.json", true],
  ["a/**/c.tf", "a/x/y/c.tf", true],
  ["a/*.tf", "a/x/c.tf", false],
  ["*.json", "./a.json", true],
  ["*.json", "a.yaml", false],
  ["# a comment", "# a comment", false],
])("%s: %s", (pattern, path, want) => {
  expect(excluded([pattern])(path)).toBe(want);
});

test("an exception", () => {
  const is = excluded(["*.json", "!keep.json"]);
  expect([is("a/b.json"), is("a/keep.json")]).toEqual([true, false]);
});

test("patterns are relative to their folder, and do not hold outside of it", () => {
  const is = excluded(["/a.json", "*.yaml"], "sub");
  expect([is("sub/a.json"), is("a.json"), is("b.yaml"), is("sub/"), is(join(process.cwd(), "sub", "a.json"))]).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

test("nothing is excluded without patterns", () => {
  expect(excluded([])("a.json")).toBe(false);
});

test.each([
  ["", "a pattern is empty"],
  ["./a/", "write `/a/`"],
  ["../a", "write `/a`"],
  ["!./a", "write `!/a`"],
])("refused: %j", (pattern, message) => {
  let told = "";
  try {
    excluded([pattern]);
  } catch (error) {
    const { problems } = error as { problems: readonly { message: string; hint: string }[] };
    told = `${problems[0]?.message}; ${problems[0]?.hint}`;
  }
  expect(told).toContain(message);
});
