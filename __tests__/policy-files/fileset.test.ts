/** `fileset`: the policies of a folder, each as what Terraform makes of it. */
import { lintFiles } from "../../src/policy-files";

const policy = (Action: string, Resource: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });
const GOOD = policy("s3:GetObject", "arn:aws:s3:::raw/*");
const BAD = policy("s3:GetObjct", "arn:aws:s3:::raw/*");

/** `file:rule address` of the findings, and how many policies there were. */
function lint(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems, unread, policies } = lintFiles(given, { today: "2026-10-01" });
  expect(problems).toEqual([]);
  return {
    found: findings.map(({ file, rule, address }) => `${file}: ${rule} ${address}`),
    unread: unread.length,
    policies,
  };
}

const each = (forEach: string, path: string) => `resource "aws_iam_policy" "p" {
  for_each = ${forEach}
  policy   = file(${path})
}
`;

test.each([
  ["a set", each('fileset(path.module, "policies/*.json")', '"${path.module}/${each.value}"')],
  ["below a folder", each('fileset("${path.module}/policies/", "*.json")', '"${path.module}/policies/${each.key}"')],
  ["any depth", each('fileset(path.module, "**/*.{json,tpl}")', '"${path.module}/${each.value}"')],
  [
    "a map of names",
    each(
      '{ for f in fileset("${path.module}/policies", "?*.json") : trimsuffix(f, ".json") => f }',
      '"${path.module}/policies/${each.value}"',
    ),
  ],
  [
    "a local",
    `locals {\n  files = fileset(path.module, "policies/*.json")\n}\n${each("local.files", '"${path.module}/${each.value}"')}`,
  ],
])("%s", (_, text) => {
  const { found, unread, policies } = lint({
    "iam/main.tf": text,
    "iam/policies/a.json": GOOD,
    "iam/policies/b.json": BAD,
  });
  expect(found).toEqual(["iam/policies/b.json: unknown-action aws_iam_policy.p"]);
  expect({ unread, policies }).toEqual({ unread: 0, policies: 2 });
});

test("the resource tells the type of the policies", () => {
  const trust = `resource "aws_iam_role" "r" {
  for_each           = fileset(path.module, "roles/*.json")
  assume_role_policy = file("\${path.module}/\${each.value}")
}
`;
  const text = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "s3:GetObject" }],
  });
  expect(lint({ "main.tf": trust, "roles/app.json": text }).found).toEqual([
    "roles/app.json: action-in-trust aws_iam_role.r",
  ]);
});

test("other files of the folder are linted as they are", () => {
  const text = each('fileset(path.module, "policies/*.json")', '"${path.module}/${each.value}"');
  const { found } = lint({
    "main.tf": text,
    "policies/a.json": GOOD,
    "policies/old/b.json": BAD,
    "more/policies/c.json": BAD,
  });
  expect(found).toEqual([
    "policies/old/b.json: unknown-action undefined",
    "more/policies/c.json: unknown-action undefined",
  ]);
});

test.each([
  ["no file that is known", each('fileset(path.module, "elsewhere/*.json")', '"${path.module}/${each.value}"')],
  ["a folder that only a plan knows", each('fileset(var.folder, "*.json")', '"${var.folder}/${each.value}"')],
  ["a pattern with a class", each('fileset(path.module, "policies/[ab].json")', '"${path.module}/${each.value}"')],
])("%s: it is counted as not read", (_, text) => {
  expect(lint({ "main.tf": text, "policies/a.json": GOOD })).toEqual({ found: [], unread: 1, policies: 1 });
});
