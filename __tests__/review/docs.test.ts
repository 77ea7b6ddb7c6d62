import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseConfig } from "../../src/review/config";
import { failSections, sections, sectionTitles } from "../../src/review/rule";
import { rules } from "../../src/review/rules";

const ROOT = resolve(__dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const guide = read("docs/review.md");

/** Every rule of every section, as docs/review.md has them below `<!-- rules -->`. */
function ruleTables(): string {
  return sections
    .filter((section) => rules.some((rule) => rule.section === section))
    .map((section) => {
      const rows = rules
        .filter((rule) => rule.section === section)
        .map(({ code, level, what }) => `| \`${code}\` | ${level} | ${what} |\n`);
      return `\n### ${sectionTitles[section]} (\`${section}\`)\n\n| rule | level | what it reports |\n|---|---|---|\n${rows.join("")}`;
    })
    .join("");
}

test("the guide lists the rules", () => {
  expect(guide.split("<!-- rules -->\n")[1]).toBe(ruleTables());
});

test("the guide's config is one", () => {
  const json = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? "";
  expect(parseConfig(json, "docs/review.md").failOn).toEqual(["permissions-gained", "data-loss"]);
});

test("the guide and the schema know all sections", () => {
  for (const section of failSections) expect(guide).toContain(`\`${section}\``);
  const schema = JSON.parse(read("docs/review.schema.json")) as { $defs: { section: { enum: string[] } } };
  expect(schema.$defs.section.enum).toEqual([...sections]);
});

const WORKFLOWS = ["docs/workflows/github.yml", "docs/workflows/gitlab.yml", "action.yml"];

describe.each(WORKFLOWS)("%s", (path) => {
  const lines = read(path).split("\n");

  test("is plain block YAML: no tab, no odd indent, keys and items alone", () => {
    let literal: number | undefined;
    for (const [index, line] of lines.entries()) {
      const indent = line.search(/\S/);
      if (indent < 0 || (literal !== undefined && indent > literal)) continue;
      literal = undefined;
      const at = `line ${index + 1}: ${line}`;
      if (line.includes("\t") || indent % 2 !== 0) throw new Error(at);
      if (!/^ *(?:#.*|(?:- )?[\w-]+:(?: .*)?|- \S.*)$/.test(line)) throw new Error(at);
      if (/^ *(?:- )?[\w-]+: [^"'[{|].*: /.test(line) && !line.includes("#")) throw new Error(`unquoted colon, ${at}`);
      if (/(?:: |- )\|$/.test(line)) literal = indent;
    }
  });

  test("brackets and quotes of a line are closed", () => {
    for (const line of lines) {
      if (/^ *\w+: \[/.test(line)) expect(line).toMatch(/\]$/);
      if (/^ *\w+: "/.test(line)) expect(line).toMatch(/"$/);
    }
  });
});

describe("what pipelines rely on", () => {
  test("they fail closed", () => {
    // Drift is nobody's change: it fails a pipeline only where the team asks for it.
    const failed = failSections.filter((section) => section !== "drift").join(",");
    expect(read("docs/workflows/github.yml")).toContain(`fail-on: ${failed}`);
    expect(read("docs/workflows/gitlab.yml")).toContain(`FAIL_ON: ${failed}`);
    expect(read("docs/workflows/gitlab.yml")).toContain('exit "$code"');
    expect(read("action.yml")).toContain('if [ "$CODE" != "0" ]; then');
    for (const path of WORKFLOWS) expect(read(path)).not.toMatch(/continue-on-error|allow_failure|\|\| true/);
  });

  test("no text of a pull request is put into a script", () => {
    for (const path of WORKFLOWS) {
      const scripts = read(path)
        .split(/\n {6,}run: \||\n {4,}- \|/)
        .slice(1)
        .map((text) => text.split(/\n {0,6}\S/)[0] ?? "");
      for (const script of scripts) expect(script).not.toContain("${{");
    }
    expect(read("docs/workflows/github.yml")).not.toContain("pull_request_target");
  });
});
