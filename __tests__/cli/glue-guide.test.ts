/** The guide to roles and ARNs: each command prints what is shown, in both languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "./support/project";

const pages = ["en", "ja"].map(
  (locale) => [locale, readFileSync(join(ROOT, "docs/glue", locale, "roles-and-arns.md"), "utf8")] as const,
);
const blocksOf = (page: string) =>
  [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language = "", text = ""]) => ({ language, text }));
const [[, english], [, japanese]] = pages as [(typeof pages)[number], (typeof pages)[number]];

/** The commands of a page, and what it says they print. */
const commands = blocksOf(english).flatMap(({ language, text }) => {
  const [, line = "", shown = ""] = /^\$ tfwright (.*)\n([\s\S]*)$/.exec(text) ?? [];
  return language === "console" ? [{ line, shown }] : [];
});

/** The arguments of a line without a shell, which has quotes around some. */
const argumentsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

/** The files that a page tells its reader to save: a name in its text, and the block behind it. */
const filesOf = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/`([\w-]+\.json)`[^`]*\n\n```json\n([\s\S]*?)```/g)].map(([, name = "", text = ""]) => [
      name,
      text,
    ]),
  );

test("both pages have the same code, and save the same files", () => {
  expect(blocksOf(japanese)).toEqual(blocksOf(english));
  expect(filesOf(japanese)).toEqual(filesOf(english));
  expect(Object.keys(filesOf(english))).toEqual(["s3-policy.json", "partition-policy.json"]);
  const heads = (page: string) => page.match(/^#+ (\d+\.)?/gm);
  expect(heads(japanese)).toEqual(heads(english));
  expect(commands.length).toBeGreaterThan(6);
});

test.each(commands)("tfwright $line", ({ line, shown }) => {
  const project = new Project(filesOf(english));
  const { code, stdout } = project.run(argumentsOf(line));
  expect(stdout.trimEnd()).toBe(shown.trimEnd());
  expect(code).toBe(/^error:/m.test(shown) ? 1 : 0);
});

test("lint finds each fault that the pages name, also with curly quotes", () => {
  const text = (filesOf(english)["s3-policy.json"] ?? "").replace(/"([^"]*)"/g, "\u201c$1\u201d");
  const project = new Project({ "s3-policy.json": text });
  const { stdout } = project.run(["lint", "s3-policy.json", "--reads-only", "s3://data-lake-snapshot-rds-test-s3"]);
  for (const rule of ["not-json", "malformed-arn", "resource-type-mismatch", "write-on-read-only"])
    expect(stdout).toContain(`(${rule})`);
});
