/** A statement in a local that several policies have. */
import { type LintFilesOptions, lintFiles } from "../../src/policy-files";

const local = (action: string) =>
  `locals {\n  read = { Effect = "Allow", Action = "${action}", Resource = "arn:aws:s3:::raw/*" }\n}\n`;
const policy = (name: string, statements: string) =>
  `resource "aws_iam_policy" "${name}" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = ${statements} })\n}\n`;
const QUEUES = '{ Effect = "Allow", Action = "sqs:ListQueues", Resource = "*" }';

function found(text: string, options: LintFilesOptions = {}) {
  const { findings, problems } = lintFiles([{ path: "main.tf", text }], { today: "2026-09-26", ...options });
  expect(problems).toEqual([]);
  return findings.map(({ rule, address, hint }) => ({ rule, address, hint }));
}

test("a mistake in it is told once, and the other policies are named", () => {
  const two = local("s3:GetObjekt") + policy("a", "[local.read]") + policy("b", `[${QUEUES}, local.read]`);
  expect(found(two)).toEqual([
    {
      rule: "unknown-action",
      address: "aws_iam_policy.a",
      hint: expect.stringMatching(/\? the same text is in aws_iam_policy\.b$/),
    },
  ]);
  const names = ["b", "c", "d", "e", "f"];
  const five =
    local("s3:GetObjekt") +
    policy("a", "[local.read]") +
    names.map((name) => policy(name, `[local.read, ${QUEUES}]`)).join("");
  expect(found(five)).toMatchObject([
    { hint: expect.stringMatching(/aws_iam_policy\.b, aws_iam_policy\.c, aws_iam_policy\.d and 2 more$/) },
  ]);
});

test("where it is accepted in one of them, the other is told", () => {
  const two = local("s3:GetObjekt") + policy("a", "[local.read]") + policy("b", `[${QUEUES}, local.read]`);
  const suppressions = [{ rule: "unknown-action", address: "aws_iam_policy.a", reason: "a test" }];
  expect(found(two, { suppressions })).toMatchObject([{ address: "aws_iam_policy.b" }]);
});

test("mistakes at two places, and two at one place, are told each", () => {
  const mistaken = '{ Effect = "Allow", Action = "s3:GetObjekt", Resource = "arn:aws:s3:::raw/*" }';
  expect(found(policy("a", `[${mistaken}]`) + policy("b", `[${mistaken}]`))).toHaveLength(2);
  const both = local("s3:PutObject").replace("raw/*", "raw").replace("PutObject", "GetObjekt");
  expect(found(both + policy("a", "[local.read]")).map(({ rule }) => rule)).toEqual(["unknown-action"]);
});

test.each([
  [
    "a loop",
    policy(
      "a",
      '[for n in ["x", "y", "z"] : { Effect = "Allow", Action = "sqs:SendMesage", Resource = "arn:aws:sqs:eu-west-1:123456789012:${n}" }]',
    ),
    /\? the same text makes statements 2, 3$/,
  ],
  [
    "a dynamic block",
    `data "aws_iam_policy_document" "a" {
  dynamic "statement" {
    for_each = ["x", "y", "z", "u", "v", "w"]
    content {
      actions   = ["sqs:SendMesage"]
      resources = ["arn:aws:sqs:eu-west-1:123456789012:\${statement.value}"]
    }
  }
}
`,
    /\? the same text makes statements 2, 3, 4 and 2 more$/,
  ],
  [
    "a list of actions of two statements",
    `locals { send = ["sqs:SendMesage"] }
data "aws_iam_policy_document" "a" {
  statement {
    actions   = local.send
    resources = ["arn:aws:sqs:eu-west-1:123456789012:x"]
  }
  statement {
    effect    = "Deny"
    actions   = local.send
    resources = ["arn:aws:sqs:eu-west-1:123456789012:y"]
  }
}
`,
    /\? the same text makes statement 2$/,
  ],
])("what %s makes is told once", (_name, text, hint) => {
  expect(found(text)).toMatchObject([{ rule: "unknown-action", hint: expect.stringMatching(hint) }]);
});

test("where it is wrong for some of a loop only, it is told for these", () => {
  const text = policy(
    "a",
    '[for n in ["sqs:SendMessage", "sqs:SendMesage"] : { Effect = "Allow", Action = n, Resource = "arn:aws:sqs:eu-west-1:123456789012:x" }]',
  );
  expect(found(text)).toMatchObject([{ rule: "unknown-action", hint: "did you mean `sqs:SendMessage`?" }]);
});
