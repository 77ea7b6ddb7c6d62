/** What is told of a policy by its place: the name of a user where roles come, and variables in `Fn::Sub`. */
import { lintFiles } from "../../src/policy-files";

const POLICY = (resource: string) =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = ${resource} }] })`;
const OWN = '["arn:aws:s3:::homes/$${aws:username}/*"]';
const SOME = '["arn:aws:s3:::homes/$${aws:username}/*", "arn:aws:s3:::shared/*"]';

const codes = (path: string, text: string) =>
  lintFiles([{ path, text }], { today: "2026-10-01" }).findings.map(({ severity, rule, hint }) => [
    `${severity} ${rule}`,
    hint,
  ]);

test.each([
  ["of a role", "aws_iam_role_policy", "policy", OWN, ["error absent-key"]],
  ["of a role, beside another resource", "aws_iam_role_policy", "policy", SOME, ["warning absent-key"]],
  ["of a permission set", "aws_ssoadmin_permission_set_inline_policy", "inline_policy", OWN, ["error absent-key"]],
  ["of a user", "aws_iam_user_policy", "policy", OWN, []],
  ["of anybody", "aws_iam_policy", "policy", OWN, []],
])("the name of a user in the policy %s", (_, type, argument, resource, want) => {
  const text = `resource "${type}" "x" {\n  ${argument} = ${POLICY(resource)}\n}\n`;
  expect(codes("main.tf", text).map(([code]) => code)).toEqual(want);
});

test("a condition on the name of a user, in the policy of a role", () => {
  const text = (key: string) =>
    `resource "aws_iam_role_policy" "x" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::homes/*", Condition = { StringEquals = { "${key}" = "ann" } } }] })\n}\n`;
  expect(codes("main.tf", text("aws:username")).map(([code]) => code)).toEqual(["error absent-key"]);
  expect(codes("main.tf", text("aws:PrincipalTag/name"))).toEqual([]);
});

const template = (resource: string) =>
  [
    "Parameters:",
    "  Bucket: { Type: String }",
    "Resources:",
    "  P:",
    "    Type: AWS::IAM::ManagedPolicy",
    "    Properties:",
    "      PolicyDocument:",
    '        Version: "2012-10-17"',
    "        Statement:",
    "          - Effect: Allow",
    "            Action: s3:GetObject",
    `            Resource: ${resource}`,
  ].join("\n");

test.each([
  ["!Sub", '!Sub "arn:aws:s3:::${Bucket}/${aws:username}/*"', "write `${!aws:username}`"],
  [
    "Fn::Sub with a map",
    '{ "Fn::Sub": ["arn:aws:s3:::${B}/${aws:PrincipalTag/team}/*", { B: x }] }',
    "write `${!aws:PrincipalTag/team}`",
  ],
])("a variable in %s", (_, resource, hint) => {
  expect(codes("t.yaml", template(resource))).toEqual([["error invalid-policy-variable", hint]]);
});

test.each([
  '!Sub "arn:aws:s3:::${Bucket}/${!aws:username}/*"',
  '"arn:aws:s3:::homes/${aws:username}/*"',
  '!Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"',
])("a variable that is right: %s", (resource) => {
  expect(codes("t.yaml", template(resource))).toEqual([]);
});

test.each([
  ["data.aws_caller_identity.c.user_id", "data.aws_caller_identity.c.account_id"],
  ["aws_iam_user.u.unique_id", "aws_iam_user.u.arn"],
  [
    "aws_cloudfront_origin_access_identity.o.cloudfront_access_identity_path",
    "aws_cloudfront_origin_access_identity.o.iam_arn",
  ],
])("%s is no principal", (wrong, right) => {
  const text = (principal: string) =>
    `resource "aws_s3_bucket_policy" "x" {\n  bucket = aws_s3_bucket.b.id\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = ${principal} }, Action = "s3:GetObject", Resource = "\${aws_s3_bucket.b.arn}/*" }] })\n}\n`;
  expect(codes("main.tf", text(wrong)).map(([code]) => code)).toEqual(["error invalid-principal"]);
  expect(codes("main.tf", text(right))).toEqual([]);
});

test.each([
  ["cloudfront:CreateInvalidation", "aws_cloudfront_distribution.d.domain_name", "aws_cloudfront_distribution.d.arn"],
  ["elasticloadbalancing:DeleteLoadBalancer", "aws_lb.l.dns_name", "aws_lb.l.arn"],
  ["iam:GetRole", "aws_iam_role.r.unique_id", "aws_iam_role.r.arn"],
])("%s on %s", (action, wrong, right) => {
  const text = (resource: string) =>
    `resource "aws_iam_policy" "x" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = ${resource} }] })\n}\n`;
  expect(codes("main.tf", text(wrong)).map(([code]) => code)).toEqual(["error malformed-arn"]);
  expect(codes("main.tf", text(right))).toEqual([]);
});

test("Terraform 0.11 took an argument for a block", () => {
  const text = (action: string, key: string) =>
    `data "aws_iam_policy_document" "assume" {\n  statement {\n    actions = ["${action}"]\n    principals = {\n      type        = "Service"\n      identifiers = ["ec2.amazonaws.com"]\n    }\n    condition = {\n      test     = "StringEquals"\n      "variable" = "${key}"\n      values   = ["123456789012"]\n    }\n  }\n}\n`;
  expect(codes("main.tf", text("sts:AssumeRole", "aws:SourceAccount"))).toEqual([]);
  expect(codes("main.tf", text("sts:AssumeRole", "aws:SourceAcount")).map(([code]) => code)).toEqual([
    "error unknown-condition-key",
  ]);
});
