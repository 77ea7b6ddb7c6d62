/** Policies in files that Terraform reads: M9, L19. */
import { lintFiles, policiesInTerraform } from "../../src/policy-files";

const BAD = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }
  ]
}
`;
const YAML = `Version: 2012-10-17
Statement:
  - Effect: Allow
    Action: s3:GetObjekt
    Resource: "*"
`;
const TEMPLATE = `{
  "Version": "2012-10-17",
  "Statement": [
%{ if extra ~}
    { "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": \${jsonencode(arns)} },
%{ endif ~}
    { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::\${bucket}" }
  ]
}
`;

const use = (expression: string, type = "aws_iam_policy", argument = "policy") =>
  `resource "${type}" "p" {\n  ${argument} = ${expression}\n}\n`;

/** The unknown actions in files, and what else is told. */
function lint(files: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems, unread } = lintFiles(given, { today: "2026-09-26", textOf: (path) => others[path] });
  const told = findings.filter(({ rule }) => rule === "unknown-action" || rule === "not-json");
  return {
    found: told.map(({ rule, file, line, column }) => `${file}:${line}:${column} ${rule}`),
    problems,
    unread: unread.map(({ message }) => message),
  };
}

test.each([
  ['file("a.json")', "a.json", BAD, 4, 36],
  ['file("./a.json")', "a.json", BAD, 4, 36],
  ['file("${path.module}/a.json")', "a.json", BAD, 4, 36],
  ['file("${path.module}/policies/../a.json")', "a.json", BAD, 4, 36],
  ['file("${path.root}/policies/a.json")', "policies/a.json", BAD, 4, 36],
  ['file(format("%s/a.json", path.module))', "a.json", BAD, 4, 36],
  ['file(join("/", [path.module, "a.json"]))', "a.json", BAD, 4, 36],
  ['jsonencode(jsondecode(file("a.json")))', "a.json", BAD, 4, 36],
  ['jsonencode({ Version = "2012-10-17", Statement = jsondecode(file("a.json")).Statement })', "a.json", BAD, 4, 36],
  ['jsonencode(yamldecode(file("${path.module}/a.yaml")))', "a.yaml", YAML, 4, 13],
  ['jsonencode(yamldecode(file("a.yml")))', "a.yml", YAML, 4, 13],
  ['jsonencode(yamldecode(templatefile("a.yaml.tftpl", {})))', "a.yaml.tftpl", YAML, 4, 13],
  ['templatefile("${path.module}/a.json", { extra = true, arns = [], bucket = "b" })', "a.json", TEMPLATE, 5, 36],
  [
    'templatefile("a.tftpl", { extra = var.x, arns = var.arns, bucket = aws_s3_bucket.b.id })',
    "a.tftpl",
    TEMPLATE,
    5,
    36,
  ],
  ['templatefile("a.tftpl", local.vars)', "a.tftpl", TEMPLATE, 5, 36],
])("%s", (expression, path, text, line, column) => {
  const at = `${path}:${line}:${column} unknown-action`;
  const main = use(expression);
  const clean = { found: [at], problems: [], unread: [] };
  // Whether the file is linted too, or only read.
  expect(lint({ "main.tf": main, [path]: text })).toEqual(clean);
  expect(lint({ [path]: text, "main.tf": main })).toEqual(clean);
  expect(lint({ "main.tf": main }, { [path]: text })).toEqual(clean);
  expect(lint({ "x/y/main.tofu": main }, { [`x/y/${path}`]: text }).found).toEqual([`x/y/${at}`]);
});

test("the place of use tells the type, the holder and the address", () => {
  const text = '{ "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" }] }';
  const main = use('file("a.json")', "aws_sqs_queue_policy") + use('file("b.json")', "aws_iam_role_policy");
  const textOf = (path: string) => (path.endsWith(".json") ? text : undefined);
  expect(policiesInTerraform(new Map([["main.tf", main]]), { textOf }).policies).toMatchObject([
    { file: "a.json", address: "aws_sqs_queue_policy.p", argument: "policy", document: { type: "resource" } },
    { file: "b.json", address: "aws_iam_role_policy.p", holder: "role", document: { type: "identity" } },
  ]);
});

test("a file that two modules read is told once", () => {
  const main = use('file("${path.module}/../shared/a.json")');
  expect(lint({ "a/main.tf": main, "b/main.tf": main, "shared/a.json": BAD }).found).toEqual([
    "shared/a.json:4:36 unknown-action",
  ]);
});

test("of a file with several policies, those that no Terraform file reads are linted too, each once", () => {
  const text = `{ "a": ${BAD.trim()},\n"b": ${BAD.trim()} }`;
  const { found } = lint({ "main.tf": use('jsonencode(jsondecode(file("a.json")).a)'), "a.json": text });
  expect(found).toEqual(["a.json:4:36 unknown-action", "a.json:10:36 unknown-action"]);
});

test("what is wrong with the file as JSON is told at its own place", () => {
  const text = BAD.replace('"*" }', '"*", }');
  expect(lint({ "main.tf": use('file("a.json")') }, { "a.json": text }).found).toEqual([
    "a.json:4:67 not-json",
    "a.json:4:36 unknown-action",
  ]);
});

test("comments of a YAML file count", () => {
  const text = YAML.replace("    Action", "    # tfwright:ignore unknown-action a test\n    Action");
  expect(lint({ "main.tf": use('jsonencode(yamldecode(file("a.yaml")))') }, { "a.yaml": text }).found).toEqual([]);
});

test("a comment beside the place of use counts for the file", () => {
  const main = use('file("a.json")');
  const beside = main.replace("  policy", "  # tfwright:ignore unknown-action a test\n  policy");
  expect(lint({ "main.tf": beside, "a.json": BAD }).found).toEqual([]);
  expect(lint({ "main.tf": `# tfwright:ignore unknown-action a test\n${main}` }, { "a.json": BAD }).found).toEqual([]);
  expect(
    lint({
      "main.tf": main.replace("  policy", "  name = 1 # tfwright:ignore unknown-action a\n  policy"),
      "a.json": BAD,
    }).found,
  ).toHaveLength(1);
});

test.each([
  ['file("gone.json")', "`file` looks for gone.json, and there is no such file in what was given"],
  ['file("/etc/a.json")', "it comes from `file`"],
  ['file("${var.name}.json")', "it comes from `file`"],
  ['templatefile("${path.module}/${var.env}.json", {})', "it comes from `templatefile`"],
])("a path that is not known: %s", (expression, words) => {
  const { found, unread } = lint({ "main.tf": use(expression) }, { "a.json": BAD });
  expect([found, unread]).toEqual([[], [`\`policy\` of aws_iam_policy.p cannot be read: ${words}`]]);
});

test("a template of JSON in a folder is no JSON that is broken, wherever it is read", () => {
  const files = { "main.tf": use('templatefile("${path.module}/p/${var.env}.json", {})'), "p/dev.json": TEMPLATE };
  expect(lint(files).found).toEqual(["p/dev.json:5:36 unknown-action"]);
  expect(lint({ "p/dev.json": TEMPLATE }).found).toEqual(["p/dev.json:4:1 not-json"]);
});

test("JSON that is broken stays broken beside templates", () => {
  const files = { "main.tf": use('templatefile("x.tftpl", {})'), "a.json": BAD.replace("[", "") };
  expect(lint(files).found).toEqual([expect.stringMatching(/^a\.json:\d+:\d+ not-json$/)]);
});

test("a file that holds no policy is passed over", () => {
  const main = 'locals {\n  a = jsondecode(file("a.json"))\n  b = yamldecode(file("a.yaml"))\n  c = file("c.txt")\n}\n';
  expect(lint({ "main.tf": main }, { "a.json": '{ "a": [', "a.yaml": "a: [", "c.txt": "Statement" })).toEqual({
    found: [],
    problems: [],
    unread: [],
  });
});
