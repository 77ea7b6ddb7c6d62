/** Policies as others write them, and what the linter says of them. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { lintFiles } from "../../../src/policy-files";

/** Within 60 days of the data. */
const TODAY = "2026-10-01";

/** The findings of files, by path: `error resource-type-mismatch`; with a file that could not be read, the test fails. */
export function findingsIn(files: Readonly<Record<string, string>>, type?: PolicyType) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text, named: true }));
  const { findings, problems } = lintFiles(given, { today: TODAY, type });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return findings;
}

/** The same of a policy, of its statements or of a text of JSON. */
export function findingsOf(policy: string | object, type?: PolicyType) {
  const whole = Array.isArray(policy) ? policyOf(...policy) : policy;
  return findingsIn({ "policy.json": typeof whole === "string" ? whole : JSON.stringify(whole) }, type);
}

/** `severity code`, each once, sorted. */
export function codesOf(findings: readonly { readonly severity: string; readonly rule: string }[]): readonly string[] {
  return [...new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))].sort();
}

/** A policy of these statements, which allow where they do not say it. */
export function policyOf(...statements: readonly object[]): object {
  return { Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) };
}

/** The statements of a policy, and what the linter reports of it: `severity code`, each once, sorted. */
type Row = readonly [name: string, statements: object | readonly object[], ...codes: string[]];

/** Defines a test for each row. */
export function testCodes(rows: readonly Row[], type?: PolicyType): void {
  test.each(rows.map(([name, statements, ...codes]) => ({ name, statements, codes })))("$name", (row) => {
    expect(codesOf(findingsOf(policyOf(...[row.statements].flat()), type))).toEqual(row.codes);
  });
}

/** A policy in Terraform with these resources, an expression. */
export function terraformPolicy(resources: string, action = "s3:GetObject", more = ""): string {
  return `${more}
resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ${action.startsWith("[") ? action : `"${action}"`}, Resource = ${resources} }]
  })
}
`;
}
