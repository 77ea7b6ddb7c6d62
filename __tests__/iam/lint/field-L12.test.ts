/** Two expressions of Terraform that are not known look the same where they are abbreviated, and are not. */
import { codesOf, findingsIn, findingsOf, terraformPolicy } from "./field-support";

const REDUNDANT = "info redundant-resource";

const codes = (resources: string, more = "") =>
  codesOf(findingsIn({ "main.tf": terraformPolicy(resources, "s3:GetObject", more) }));

describe("different expressions", () => {
  test.each([
    ["keys of a variable", '["arn:aws:s3:::${var.ids["a"]}/*", "arn:aws:s3:::${var.ids["b"]}/*"]'],
    ["instances of a resource", '["${aws_s3_bucket.b["a"].arn}/*", "${aws_s3_bucket.b["b"].arn}/*"]'],
    ["keys that are expressions", '["arn:aws:s3:::${var.ids[var.a]}/*", "arn:aws:s3:::${var.ids[var.b]}/*"]'],
    ["a function", '["arn:aws:s3:::${trimsuffix(var.a, "/")}/*", "arn:aws:s3:::${trimsuffix(var.b, "/")}/*"]'],
    [
      "a function with another argument",
      '["arn:aws:s3:::${substr(var.a, 0, 3)}/*", "arn:aws:s3:::${substr(var.a, 0, 4)}/*"]',
    ],
    ["a function of a provider", '[provider::aws::arn_build("a"), provider::aws::arn_build("b")]'],
    [
      "a function in a function",
      '[format("arn:aws:s3:::%s/*", lower(var.a)), format("arn:aws:s3:::%s/*", lower(var.b))]',
    ],
    ["joined texts", '[join("/", [lower(var.a), "*"]), join("/", [lower(var.b), "*"])]'],
    ["conditions", '["arn:aws:s3:::${var.c ? var.a : var.b}/*", "arn:aws:s3:::${var.d ? var.a : var.b}/*"]'],
    ["sums", '["arn:aws:s3:::b${var.a + 1}/*", "arn:aws:s3:::b${var.a + 2}/*"]'],
    ["the attribute of what a function gives", '["${one(aws_s3_bucket.a).arn}/*", "${one(aws_s3_bucket.b).arn}/*"]'],
    ["two for expressions", 'concat([for b in var.a : "${b}/*"], [for b in var.b : "${b}/*"])'],
    [
      "two for expressions with other filters",
      'concat([for b in var.a : "${b}/*" if var.x], [for b in var.a : "${b}/*" if var.y])',
    ],
    [
      "key and value",
      '[for k, v in var.a : "${lower(k)}/*"], [for k, v in var.a : "${lower(v)}/*"]'.replace(/^(.*)$/, "concat($1)"),
    ],
    ["a value that is new each time", '["arn:aws:s3:::${uuid()}/*", "arn:aws:s3:::${uuid()}/*"]'],
    [
      "longer than what is kept of them",
      `["arn:aws:s3:::\${join("", [var.a, "${"x".repeat(1200)}"])}/*", "arn:aws:s3:::\${join("", [var.b, "${"x".repeat(1200)}"])}/*"]`,
    ],
    ["distinct keeps both", 'distinct(["arn:aws:s3:::${lower(var.a)}/*", "arn:aws:s3:::${lower(var.b)}/*"])'],
  ])("%s", (_, resources) => {
    expect(codes(resources)).toEqual([]);
  });

  test("in locals, in a heredoc and in a policy document", () => {
    expect(codes("[local.a, local.b]", 'locals {\n  a = "${lower(var.a)}/*"\n  b = "${lower(var.b)}/*"\n}')).toEqual(
      [],
    );
    const heredoc = `resource "aws_iam_policy" "a" {
  policy = <<EOF
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject",
  "Resource": ["arn:aws:s3:::\${lower(var.a)}/*", "arn:aws:s3:::\${lower(var.b)}/\${lower(var.c)}*"] },
  { "Effect": "Allow", "Action": "s3:PutObject", "Resource": ["\${lower(var.d)}", "\${lower(var.c)}"] }] }
EOF
}
`;
    expect(codesOf(findingsIn({ "main.tf": heredoc }))).toEqual([]);
    const document = `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["sqs:\${lower(var.a)}", "sqs:\${lower(var.b)}"]
    resources = [for q in var.queues : q.arn if q.read]
  }
}
`;
    expect(codesOf(findingsIn({ "main.tf": document }))).toEqual([]);
  });
});

describe("the same expression is told", () => {
  test.each([
    ["a variable", '["arn:aws:s3:::${var.a}/*", "arn:aws:s3:::${var.a}/*"]'],
    ["a key, whatever the white space", '["arn:aws:s3:::${var.ids["a"]}/*", "arn:aws:s3:::${ var.ids[ "a" ] }/*"]'],
    ["a function", '["arn:aws:s3:::${trimsuffix(var.a, "/")}/*", "arn:aws:s3:::${trimsuffix(var.a,"/")}/*"]'],
    ["two for expressions over one collection", 'concat([for b in var.a : "${b}/*"], [for x in var.a : "${x}/*"])'],
    ["what a wider resource covers", '["arn:aws:s3:::raw/*", "arn:aws:s3:::raw/in/*"]'],
  ])("%s", (_, resources) => {
    expect(codes(resources)).toEqual([REDUNDANT]);
  });

  test("through a local, in a heredoc, and of actions", () => {
    expect(codes("[local.a, local.a]", 'locals {\n  a = "${lower(var.a)}/*"\n}')).toEqual([REDUNDANT]);
    const heredoc = `resource "aws_iam_policy" "a" {
  policy = <<EOF
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:Get\${lower(var.x)}", "s3:Get\${lower(var.x)}"],
  "Resource": ["arn:aws:s3:::\${lower(var.a)}/*", "arn:aws:s3:::\${lower(var.b)}/*", "arn:aws:s3:::\${lower(var.a)}/*"] }] }
EOF
}
`;
    expect(codesOf(findingsIn({ "main.tf": heredoc }))).toEqual(["info redundant-action", REDUNDANT]);
    expect(findingsIn({ "main.tf": heredoc }).find(({ rule }) => rule === "redundant-resource")?.message).toContain(
      "arn:aws:s3:::${lower(...)}/*",
    );
  });
});

describe("functions of CloudFormation", () => {
  const sub = (text: string, values?: object) => ({ "Fn::Sub": values === undefined ? text : [text, values] });
  const bucket = (name: string) => ({ "Fn::ImportValue": name });
  const policy = (...Resource: readonly object[]) => codesOf(findingsOf([{ Action: "s3:GetObject", Resource }]));

  test("Fn::Sub with other values, alone and in Fn::Join", () => {
    const [a, b] = ["a", "b"].map((name) => sub("arn:aws:s3:::${Bucket}/*", { Bucket: bucket(name) }));
    expect(policy(a!, b!)).toEqual([]);
    const [c, d] = ["a", "b"].map((name) => ({
      "Fn::Join": ["/", [sub("arn:aws:s3:::${Bucket}", { Bucket: bucket(name) }), "*"]],
    }));
    expect(policy(c!, d!)).toEqual([]);
  });

  test("the same reference is told", () => {
    expect(policy(sub("arn:aws:s3:::${Raw}/*"), sub("arn:aws:s3:::${Raw}/*"))).toEqual([REDUNDANT]);
    expect(policy(sub("${Raw.Arn}/*"), { "Fn::Join": ["", [{ "Fn::GetAtt": ["Raw", "Arn"] }, "/*"]] })).toEqual([
      REDUNDANT,
    ]);
  });
});
