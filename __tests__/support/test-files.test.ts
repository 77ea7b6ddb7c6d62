/** Where `scripts/test-files.js` puts the tests: one of each kind, and whole rooms. */
import { relative, resolve } from "node:path";

interface TestFiles {
  listTests(): readonly { readonly file: string; readonly project: string }[];
  reachesCdk(file: string): boolean;
}

const root = resolve(__dirname, "../..");
const { listTests, reachesCdk } = require("../../scripts/test-files.js") as TestFiles;
const tests = listTests();

test("every project has tests, and this is one of them", () => {
  expect(new Set(tests.map(({ project }) => project))).toEqual(new Set(["unit", "commands", "terraform"]));
  expect(tests).toContainEqual({ file: relative(root, __filename), project: "unit" });
});

test.each([
  ["hcl/write", "unit"],
  ["iam/delta/delta-laws", "unit"],
  ["cli/lint", "commands"],
  ["cli/packed", "commands"],
  ["text/japanese/textlint", "commands"],
  ["docs", "commands"],
  ["workspace/kill", "commands"],
  ["generate/inline/same-plan", "terraform"],
  ["modules/modules", "terraform"],
  ["render/terraform-docs.differential", "terraform"],
])("%s is of the project %s", (name, project) => {
  expect(tests.find(({ file }) => file === `__tests__/${name}.test.ts`)?.project).toBe(project);
});

test.each([
  ["generate/inline/inline", true],
  ["cli/generate", true],
  ["cli/packed", true],
  ["golden/golden", true],
  ["types/types", true],
  ["runtime", true],
  ["modules/reference", true],
  ["modules/uses", true],
  ["modules/adopt", false],
  ["modules/unknown-values", false],
  ["text/japanese/texts", false],
  ["text/japanese/textlint", false],
  ["cli/lint", false],
  ["cli/review", false],
  ["cli/grant", false],
  ["hcl/read", false],
])("%s runs on cdktn: %s", (name, want) => {
  expect(reachesCdk(`__tests__/${name}.test.ts`)).toBe(want);
});

test.each(["iam", "json", "policy-files", "review", "terraform", "text", "workspace"])(
  "nothing of %s runs on cdktn",
  (room) => {
    const files = tests.map(({ file }) => file).filter((file) => file.startsWith(`__tests__/${room}/`));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(reachesCdk)).toEqual([]);
  },
);
