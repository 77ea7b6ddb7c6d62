/** Policies as texts in the arguments by which an `aws_iam_policy_document` takes in others. */
import { lintFiles } from "../../src/policy-files";

function told(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems, unread } = lintFiles(given, { today: "2026-10-01" });
  expect(problems).toEqual([]);
  const lines = findings
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, file, line, address }) => `${rule} ${file}:${line} ${address}`);
  return { lines, unread: unread.length };
}

const encoded = (action: string, resource = "*") =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "${resource}" }] })`;
const text = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const main = (argument: string, more = "") => `data "aws_iam_policy_document" "all" {
  ${argument}
  statement {
    actions   = ["s3:ListAllMyBuckets"]
    resources = ["*"]
  }
}
${more}`;
const ROLE = `resource "aws_iam_role_policy" "a" {
  role   = aws_iam_role.a.name
  policy = data.aws_iam_policy_document.all.json
}
`;
const DOCUMENT = "data.aws_iam_policy_document.all";

test.each([
  ["a source", `source_policy_documents = [${encoded("s3:GetObjekt")}]`],
  ["one that replaces statements", `override_policy_documents = [var.other, ${encoded("s3:GetObjekt")}]`],
  ["the older arguments", `source_json = ${encoded("s3:GetObjekt")}`],
  ["a text", `override_json = ${JSON.stringify(text("s3:GetObjekt"))}`],
  ["a list by concat", `source_policy_documents = concat([var.other], [${encoded("s3:GetObjekt")}])`],
])("%s", (_, argument) => {
  expect(told({ "main.tf": main(argument, ROLE) })).toEqual({
    lines: [`unknown-action main.tf:2 ${DOCUMENT}`],
    unread: 0,
  });
});

test("a file, with the type of the document", () => {
  const files = { "main.tf": main('source_policy_documents = [file("${path.module}/more.json")]', ROLE) };
  const principal =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:123456789012:a"}]}';
  expect(told({ ...files, "more.json": principal }).lines).toEqual([`invalid-principal more.json:1 ${DOCUMENT}`]);
  expect(
    told({
      ...files,
      "main.tf": files["main.tf"].replace("aws_iam_role_policy", "aws_sqs_queue_policy"),
      "more.json": principal,
    }).lines,
  ).toContain(`open-resource more.json:1 ${DOCUMENT}`);
});

test("a text in a local is told once", () => {
  const local = `locals {\n  more = ${encoded("s3:GetObjekt")}\n}\n`;
  const lines = told({ "main.tf": main("source_policy_documents = [local.more, local.more]", ROLE + local) }).lines;
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^unknown-action main\.tf:/);
});

test("what a text lacks, the document or an unknown one may have", () => {
  const table = encoded("glue:GetTable", "arn:aws:glue:us-east-1:123456789012:table/sales/orders");
  expect(told({ "main.tf": main(`source_policy_documents = [${table}]`, ROLE) }).lines).toEqual([]);
  const alone = `resource "aws_iam_role_policy" "a" {\n  role   = "a"\n  policy = ${table}\n}\n`;
  expect(told({ "main.tf": alone }).lines).toEqual(["missing-ancestor main.tf:3 aws_iam_role_policy.a"]);
});

test("with the other policies of a role it is an escalation, which is told once", () => {
  const role = `resource "aws_iam_role" "a" {
  name               = "a"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "b" {
  role   = aws_iam_role.a.name
  policy = ${encoded("iam:PassRole")}
}
`;
  const jobs =
    'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["glue:CreateJob", "glue:StartJobRun"], Resource = "arn:aws:glue:us-east-1:123456789012:job/a-*" }] })';
  const lines = told({ "main.tf": main(`source_policy_documents = [${jobs}]`, ROLE + role) }).lines;
  expect(lines.filter((line) => line.startsWith("privilege-escalation"))).toHaveLength(1);
});

test("other documents of the module are told as themselves, and a file that is not known is counted", () => {
  const other =
    'data "aws_iam_policy_document" "more" {\n  statement {\n    actions   = ["s3:GetObjekt"]\n    resources = ["*"]\n  }\n}\n';
  const source = "source_policy_documents = [data.aws_iam_policy_document.more.json]";
  expect(told({ "main.tf": main(source, ROLE + other) }).lines).toEqual([
    expect.stringMatching(/^unknown-action .* data\.aws_iam_policy_document\.more$/),
  ]);
  expect(told({ "main.tf": main("source_policy_documents = [file(var.path)]", ROLE) })).toEqual({
    lines: [],
    unread: 1,
  });
});
