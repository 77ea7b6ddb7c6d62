/** What cannot be told in files is left open: nothing is said of it, and nothing is made up. */
import { lintFiles } from "../../src/policy-files";

const policy = (...statements: readonly string[]) =>
  `resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [${statements.join(", ")}] })\n}\n`;
const allow = (action: string, resource: string) =>
  `{ Effect = "Allow", Action = "${action}", Resource = ${resource} }`;

function lint(text: string) {
  const { findings, problems } = lintFiles([{ path: "main.tf", text }], { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return findings;
}

const rules = (text: string) => lint(text).map(({ rule }) => rule);

test("a group of a `for` has several values, of which none is taken for all", () => {
  const arns = '[{ team = "a", arn = "arn:aws:s3:::raw" }, { team = "a", arn = "arn:aws:s3:::raw/*" }]';
  const local = (more: string) => `locals {\n  by = { for one in ${arns} : one.team => one.arn${more} }\n}\n`;
  expect(rules(local("...") + policy(allow("s3:ListBucket", 'local.by["a"]')))).toEqual([]);
  // Without the group the last one counts.
  expect(rules(local("") + policy(allow("s3:ListBucket", 'local.by["a"]')))).toEqual(["resource-type-mismatch"]);
});

test.each([
  ["behind a list that is not known", 'concat(var.more, ["arn:aws:s3:::raw/*"])[1]', []],
  ["of a list that is", 'concat(["arn:aws:s3:::raw"], ["arn:aws:s3:::raw/*"])[1]', ["resource-type-mismatch"]],
])("an index %s", (_name, resource, expected) => {
  expect(rules(policy(allow("s3:ListBucket", resource)))).toEqual(expected);
});

test.each([
  ["uuid()", []],
  ["timestamp()", []],
  ["var.prefix", ["redundant-resource"]],
])("%s twice is the same only where it has one value", (expression, expected) => {
  const arn = `"arn:aws:s3:::raw/\${${expression}}"`;
  expect(rules(policy(allow("s3:GetObject", `[${arn}, ${arn}]`)))).toEqual(expected);
});

test("a directive in a string hides all that is in it, up to its own end", () => {
  const actions = (inside: string) => `"%{ if var.a }s3:A${inside}", "s3:GetObjekt%{ endif }", "s3:PutObjekt"`;
  const heredoc = (inside: string) =>
    `resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": [${actions(inside)}], "Resource": "arn:aws:s3:::raw/*" }] }\nEOT\n}\n`;
  for (const inside of ["", "%{ if var.b }x%{ endif }", "%{ for one in var.c }%{ if one }x%{ endif }%{ endfor }"])
    expect(lint(heredoc(inside)).map(({ message }) => /`([^`]*)`/.exec(message)?.[1])).toEqual(["s3:PutObjekt"]);
});

test.each(["", "a", "ab", '\\"', 'a\\"'])(
  "a directive outside of a string hides nothing but its else: after the text `%s`",
  (sid) => {
    const actions = '%{ if var.a }"s3:GetObjekt"%{ else }"s3:ListObjekts"%{ endif }, "s3:PutObjekt"';
    const text = `resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{ "Version": "2012-10-17", "Statement": [{ "Sid": "${sid}", "Effect": "Allow", "Action": [${actions}], "Resource": "arn:aws:s3:::raw/*" }] }\nEOT\n}\n`;
    const told = lint(text).filter(({ rule }) => rule === "unknown-action");
    expect(told.map(({ message }) => message.match(/`s3:[^`]*`/g))).toEqual([["`s3:GetObjekt`", "`s3:PutObjekt`"]]);
  },
);

test("an instance whose key is not known is not named in a hint", () => {
  const block = (key: string) =>
    `resource "aws_iam_policy" "p" {\n  for_each = { ${key} = { action = "s3:GetObjekt" }, c = { action = "s3:GetObject" } }\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = each.value.action, Resource = "arn:aws:s3:::raw/*" }] })\n}\n`;
  expect(lint(block("a"))[0]?.hint).toContain('`each.key` "a"');
  const [open] = lint(block('(var.p ? "a" : "b")'));
  expect(open?.rule).toBe("unknown-action");
  expect(open?.hint).not.toContain("each.key");
});
