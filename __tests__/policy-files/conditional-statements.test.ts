/** Statements of which a condition decides whether they are there: some exclude each other. */
import { lintFiles } from "../../src/policy-files";

function places(path: string, text: string): readonly string[] {
  const { findings, problems } = lintFiles([{ path, text }], { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return findings.filter(({ rule }) => rule === "duplicate-sid").map(({ line, message }) => `${line} ${message}`);
}

const encode = (list: string) => `locals {
  statements = concat(
    [{ Sid = "All", Effect = "Allow", Action = "sqs:ListQueues", Resource = "*" }],
${list}
  )
}
resource "aws_iam_policy" "a" {
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}
`;
const deny = (sid: string, rest: string) => `{ Sid = "${sid}", Effect = "Deny", Action = "kms:Decrypt", ${rest} }`;
const ALWAYS = deny("Keys", 'Resource = "*"');
const OTHERS = deny("Keys", "NotResource = var.keys");

describe("Terraform: lists that a condition makes empty", () => {
  test.each([
    [
      "two that exclude each other",
      `length(var.keys) == 0 ? [${ALWAYS}] : [], length(var.keys) > 0 ? [${OTHERS}] : []`,
    ],
    ["the second branch", `var.a ? [] : [${ALWAYS}], var.a ? [${OTHERS}] : []`],
    ["filters of loops", `[for s in [${ALWAYS}] : s if var.a], [for s in [${OTHERS}] : s if !var.a]`],
  ])("%s", (_, list) => {
    expect(places("main.tf", encode(list))).toEqual([]);
  });

  test.each([
    ["one is there in any case", `[${ALWAYS}], var.a ? [${OTHERS}] : []`, "statement 2"],
    ["one is there in any case, and stands behind", `var.a ? [${OTHERS}] : [], [${ALWAYS}]`, "statement 2"],
    ["the condition is known", `true ? [${ALWAYS}] : [], true ? [${OTHERS}] : []`, "statement 2"],
  ])("%s", (_, list, other) => {
    expect(places("main.tf", encode(list))).toEqual([`4 the Sid \`Keys\` is already used by ${other}`]);
  });
});

describe("aws_iam_policy_document: dynamic blocks", () => {
  const block = (condition: string | undefined, rest: string) => {
    const inside = `sid = "Keys"\n effect = "Deny"\n actions = ["kms:Decrypt"]\n ${rest}\n`;
    if (condition === undefined) return `statement {\n${inside}}\n`;
    return `dynamic "statement" {\n for_each = ${condition}\n content {\n${inside} }\n}\n`;
  };
  const document = (...blocks: readonly string[]) =>
    `data "aws_iam_policy_document" "a" {\n${blocks.join("")}}\nresource "aws_iam_policy" "a" {\n policy = data.aws_iam_policy_document.a.json\n}\n`;
  const [all, some] = ['resources = ["*"]', "not_resources = var.keys"];

  test.each([
    ["two that exclude each other", [block("var.a ? [1] : []", all), block("var.a ? [] : [1]", some)]],
    ["over variables", [block("var.some", all), block("var.others", some)]],
  ])("%s", (_, blocks) => {
    expect(places("main.tf", document(...blocks))).toEqual([]);
  });

  test("beside one that is always there, and where the condition is known", () => {
    const first = [expect.stringMatching(/already used by statement 1$/)];
    expect(places("main.tf", document(block(undefined, all), block("var.a ? [1] : []", some)))).toEqual(first);
    expect(places("main.tf", document(block("[1]", all), block("[2]", some)))).toEqual(first);
  });
});

describe("templates of CloudFormation: Fn::If", () => {
  const statement = (rest: string) => `Sid: Keys, Effect: Deny, Action: kms:Decrypt, ${rest}`;
  const template = (...items: readonly string[]) => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${items.map((item) => `          - ${item}\n`).join("")}`;
  const [all, some] = [`{ ${statement('Resource: "*"')} }`, `{ ${statement('NotResource: "arn:aws:kms:*:*:key/a"')} }`];

  test("two that exclude each other", () => {
    const either = template(`!If [A, ${all}, !Ref "AWS::NoValue"]`, `!If [A, !Ref "AWS::NoValue", ${some}]`);
    expect(places("a.yaml", either)).toEqual([]);
  });

  test("beside one that is always there", () => {
    const found = places("a.yaml", template(all, `!If [A, ${some}, !Ref "AWS::NoValue"]`));
    expect(found).toEqual([expect.stringMatching(/already used by statement 1$/)]);
  });
});

describe("heredocs: %{ if }", () => {
  const heredoc = (inside: string) =>
    `resource "aws_iam_policy" "a" {\n  policy = <<-EOT\n{ "Version": "2012-10-17", "Statement": [\n${inside}\n] }\nEOT\n}\n`;
  const json = (rest: string) => `{ "Sid": "Keys", "Effect": "Deny", "Action": "kms:Decrypt", ${rest} }`;
  const [all, some] = [json('"Resource": "*"'), json('"NotResource": "arn:aws:kms:*:*:key/a"')];

  const list = '{ "Effect": "Allow", "Action": "sqs:ListQueues", "Resource": "*" }';
  const when = (condition: string, one: string) => `%{ if ${condition} ~}\n, ${one}\n%{ endif ~}\n`;

  test("two that exclude each other", () => {
    expect(places("main.tf", heredoc(`${list}\n${when("var.a", all)}${when("!var.a", some)}`))).toEqual([]);
  });

  test("without a directive", () => {
    expect(places("main.tf", heredoc(`${all},\n${some}`))).toHaveLength(1);
  });
});
