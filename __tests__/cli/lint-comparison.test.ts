/** docs/lint-comparison.md says what `lint` reports for each policy in fixtures/comparison: it does, and no file is left out. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "./support/project";

const FIXTURES = join(__dirname, "fixtures", "comparison");
const page = readFileSync(join(ROOT, "docs", "lint-comparison.md"), "utf8");

interface Row {
  readonly path: string;
  readonly ours: string;
}

/** Rows of the page whose second cell names one file or folder: the cell after it is ours. */
const rows: readonly Row[] = [...page.matchAll(/^\|[^|\n]*\| `([^`|\n]+)` \|([^|\n]*)\|/gm)].map((match) => ({
  path: match[1] as string,
  ours: (match[2] as string).trim(),
}));
const codesIn = (cell: string) => [...cell.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] as string);
const typeOf = (path: string) => new RegExp(`tfwright lint --type ([\\w-]+) ${path}`).exec(page)?.[1];

/** The command as a user runs it in the folder of the policies. The day is fixed, so that the data is not old. */
const lint = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, "bin", "tfwright.js"), "lint", ...args, "--today", "2026-10-01"], {
    cwd: FIXTURES,
    encoding: "utf8",
  });

const rulesOf = (path: string): readonly string[] => {
  const type = typeOf(path);
  const { stdout, stderr } = lint(...(type === undefined ? [] : ["--type", type]), path, "--format", "json");
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule);
};

test("the page has rows for the policies", () => {
  expect(rows.length).toBeGreaterThan(30);
});

test.each(rows)("$path: $ours", ({ path, ours }) => {
  const expected = codesIn(ours);
  const found = rulesOf(path);
  if (expected.length === 0) expect([ours, found]).toEqual(["no", []]);
  else expect(found).toEqual(expect.arrayContaining(expected));
});

test("a policy of JSON and its Terraform give the same findings, the type of the policy included", () => {
  const { stdout } = lint("terraform", "--format", "json");
  const found = new Map<string, string[]>();
  for (const { file, rule } of JSON.parse(stdout) as { file: string; rule: string }[]) {
    const name = file.replace(/^terraform\/(.*)\.tf$/, "$1");
    found.set(name, [...(found.get(name) ?? []), rule].sort());
  }
  const names = readdirSync(join(FIXTURES, "json")).map((file) => file.replace(/\.json$/, ""));
  for (const { path, ours } of rows) {
    const name = /^json\/(.*)\.json$/.exec(path)?.[1];
    if (name !== undefined)
      expect([name, found.get(name) ?? []]).toEqual([name, expect.arrayContaining(codesIn(ours))]);
  }
  expect(readdirSync(join(FIXTURES, "terraform")).map((file) => file.replace(/\.tf$/, ""))).toEqual(names);
});

test("every policy is in a row", () => {
  const files = ["json", "inputs"].flatMap((folder) =>
    readdirSync(join(FIXTURES, folder)).map((name) => `${folder}/${name}`),
  );
  const paths = rows.map(({ path }) => path);
  expect(files.filter((file) => !paths.includes(file))).toEqual([]);
});

test("SARIF has the corrected text", () => {
  const { runs } = JSON.parse(lint("json/wrong-type.json", "--format", "sarif").stdout) as {
    runs: { results: { fixes: { artifactChanges: unknown[] }[] }[] }[];
  };
  expect(runs[0]?.results[0]?.fixes[0]?.artifactChanges).toHaveLength(1);
});

test("a finding is accepted with a reason, until a day", () => {
  const accepting = (item: object) =>
    new Project(
      {
        "admin.json": readFileSync(join(FIXTURES, "json", "admin.json"), "utf8"),
        "tfwright.lint.json": JSON.stringify({ suppressions: [{ rule: "full-admin", ...item }] }),
      },
      { packages: false },
    ).run(["lint", "admin.json", "--today", "2026-10-01"]);
  expect(accepting({ reason: "break glass", until: "2026-12-31" }).code).toBe(0);
  expect(accepting({ reason: "break glass", until: "2026-09-30" }).code).toBe(1);
  expect(accepting({ until: "2026-12-31" }).code).toBe(2);
});
