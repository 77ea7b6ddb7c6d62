/** What GitHub Actions and GitLab read of findings. */
import { join } from "node:path";
import { githubReport, gitlabReport } from "../../../src/cli/lint/annotations";
import { lintFiles } from "../../../src/policy-files";

const policy = (...actions: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: actions.map((Action) => ({ Effect: "Allow", Action, Resource: "*" })),
  });

const found = (path: string, text: string) => lintFiles([{ path, text }], { today: "2026-09-26" }).findings;
const here = { root: undefined };
const read = { policies: 1, files: 1 };

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const issues = (text: string) => JSON.parse(text) as readonly Issue[];

test("GitHub: a command for each finding, errors first, then the summary", () => {
  const text = policy("s3:GetObject", "s3:GetObjet");
  const column = text.indexOf('"s3:GetObjet"') + 1;
  const findings = found("a,b.json", text);
  expect(findings.map(({ rule }) => rule)).toEqual(["wildcard-resource", "unknown-action"]);
  expect(githubReport(findings, read, here).split("\n")).toEqual([
    `::error title=unknown action (unknown-action),file=a%2Cb.json,line=1,col=${column}::\`s3:GetObjet\` does not exist in the data of 2026-09-26%0Ahint: did you mean \`s3:GetObject\`?`,
    expect.stringMatching(
      /^::(?:error|warning|notice) title=[^:]+\(wildcard-resource\),file=a%2Cb\.json,line=1,col=\d+::[^\n]+$/,
    ),
    expect.stringMatching(/^2 findings: /),
    "",
  ]);
});

test("GitHub: percent signs, colons and line breaks of names are no commands", () => {
  const [finding] = found("a.json", policy("s3:GetObjet"));
  const given = { ...finding!, file: "50%: a\r\nb", message: "100%\r\n::error::x" };
  const [line, ...rest] = githubReport([given], read, here).split("\n");
  expect(line).toContain("file=50%25%3A a%0D%0Ab,line=");
  expect(line).toContain("::100%25%0D%0A::error::x%0Ahint");
  expect(rest).toHaveLength(2);
});

test.each([
  ["error", "error"],
  ["security", "error"],
  ["warning", "warning"],
  ["info", "notice"],
] as const)("GitHub: %s is %s", (severity, command) => {
  const [finding] = found("a.json", policy("s3:GetObjet"));
  expect(githubReport([{ ...finding!, severity }], read, here)).toMatch(new RegExp(`^::${command} `));
});

test("GitHub: standard input has no file", () => {
  expect(githubReport(found("<stdin>", policy("s3:GetObjet")), read, here)).toMatch(/^::error title=[^,]+,line=1,/);
  expect(githubReport([], read, here)).toBe("nothing found; 1 policy in 1 file\n");
});

test("paths are from the root of the repository, where the run is in a folder of it", () => {
  const findings = found("a.json", policy("s3:GetObjet"));
  const root = join(process.cwd(), "..");
  const path = `${process.cwd().split(/[\\/]/).at(-1)}/a.json`;
  expect(githubReport(findings, read, { root })).toContain(`file=${path},`);
  expect(issues(gitlabReport(findings, { root })).map(({ location }) => location.path)).toEqual([path]);
  expect(githubReport(findings, read, { root: join(process.cwd(), "src") })).toContain("file=a.json,");
});

test("GitLab: each finding with a place, a severity and a fingerprint of its own", () => {
  const twice = policy("s3:GetObjet", "s3:GetObjet");
  const report = issues(gitlabReport(found("a.json", twice), here));
  expect(report.filter(({ check_name }) => check_name === "unknown-action")).toEqual([
    {
      description: "`s3:GetObjet` does not exist in the data of 2026-09-26; did you mean `s3:GetObject`?",
      check_name: "unknown-action",
      fingerprint: expect.stringMatching(/^[0-9a-f]{14}$/),
      severity: "critical",
      location: { path: "a.json", lines: { begin: 1 } },
    },
    expect.objectContaining({ check_name: "unknown-action" }),
  ]);
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length);
  const moved = issues(gitlabReport(found("a.json", `\n\n${twice}`), here));
  expect(moved.map(({ fingerprint }) => fingerprint)).toEqual(report.map(({ fingerprint }) => fingerprint));
  expect(issues(gitlabReport([], here))).toEqual([]);
});
