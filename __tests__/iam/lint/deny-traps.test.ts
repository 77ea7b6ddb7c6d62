/** Deny statements that deny to others, or less, than they seem to: `deny-not-principal`, `mfa-without-if-exists` and `deny-of-services`. */
import { codesOf, findingsIn, findingsOf, policyOf } from "./field-support";

const RESOURCES = ["arn:aws:s3:::secrets", "arn:aws:s3:::secrets/*"];
const ROLE = "arn:aws:iam::123456789012:role/reader";
const ACCOUNT = "arn:aws:iam::123456789012:root";

describe("NotPrincipal", () => {
  const WITHOUT = "warning deny-not-principal";
  const deny = (AWS: string | readonly string[], more: object = {}) => ({
    Effect: "Deny",
    NotPrincipal: { AWS },
    Action: "s3:*",
    Resource: RESOURCES,
    ...more,
  });
  const codes = (statement: object) => codesOf(findingsOf(policyOf(statement), "resource"));

  test.each([
    ["a role", ROLE],
    ["a user", "arn:aws:iam::123456789012:user/alice"],
    ["a role and its session", [ROLE, "arn:aws:sts::123456789012:assumed-role/reader/session"]],
    ["the account of another", [ROLE, "arn:aws:iam::210987654321:root"]],
    ["a role beside one that has its account", [ACCOUNT, ROLE, "arn:aws:iam::210987654321:role/reader"]],
  ])("%s", (_, principals) => {
    expect(codes(deny(principals))).toEqual([WITHOUT]);
  });

  test.each([
    ["its account too", [ROLE, ACCOUNT]],
    ["its account as a number", ["123456789012", ROLE]],
    ["accounts alone", [ACCOUNT, "210987654321"]],
    ["what only a plan knows", [ROLE, "${var.account}"]],
  ])("%s", (_, principals) => {
    expect(codes(deny(principals))).toEqual([]);
  });

  test("a service, and an Allow, which is told otherwise", () => {
    expect(codes({ ...deny([]), NotPrincipal: { Service: "cloudtrail.amazonaws.com" } })).toEqual([]);
    expect(codes(deny(ROLE, { Effect: "Allow" }))).toEqual(["security open-trust"]);
  });

  test("a role of the same Terraform files, with and without its account", () => {
    const policy = (...identifiers: readonly string[]) => `
resource "aws_iam_role" "reader" {
  name               = "reader"
  assume_role_policy = var.trust
}
resource "aws_s3_bucket_policy" "secrets" {
  bucket = aws_s3_bucket.secrets.id
  policy = data.aws_iam_policy_document.secrets.json
}
data "aws_iam_policy_document" "secrets" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::secrets", "arn:aws:s3:::secrets/*"]
    not_principals {
      type        = "AWS"
      identifiers = [${identifiers.join(", ")}]
    }
  }
}
`;
    const role = "aws_iam_role.reader.arn";
    expect(codesOf(findingsIn({ "main.tf": policy(role) }))).toEqual([WITHOUT]);
    expect(codesOf(findingsIn({ "main.tf": policy(role, '"123456789012"') }))).toEqual([]);
    expect(codesOf(findingsIn({ "main.tf": policy(role, "data.aws_caller_identity.me.account_id") }))).toEqual([]);
  });
});

describe("MFA", () => {
  const WITHOUT = "warning mfa-without-if-exists";
  const deny = (Condition: object) => ({
    Effect: "Deny",
    Action: "ec2:StopInstances",
    Resource: "arn:aws:ec2:*:123456789012:instance/*",
    Condition,
  });
  const codes = (...statements: readonly object[]) => codesOf(findingsOf(policyOf(...statements), "scp"));

  test("a Deny with Bool, also beside other conditions and as a boolean", () => {
    expect(codes(deny({ Bool: { "aws:MultiFactorAuthPresent": "false" } }))).toEqual([WITHOUT]);
    const other = { StringEquals: { "aws:RequestedRegion": "eu-west-1" } };
    expect(codes(deny({ Bool: { "aws:multifactorauthpresent": false }, ...other }))).toEqual([WITHOUT]);
  });

  test.each([
    ["BoolIfExists", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }],
    ["another key", { Bool: { "aws:ViaAWSService": "false" } }],
  ])("%s", (_, condition) => {
    expect(codes(deny(condition))).toEqual([]);
  });

  test("those with MFA are denied", () => {
    expect(codes(deny({ Bool: { "aws:MultiFactorAuthPresent": "true" } }))).toEqual(["warning inverted-condition"]);
  });

  test("a second Deny for requests without the key, by itself or by its age", () => {
    const bool = deny({ Bool: { "aws:MultiFactorAuthPresent": "false" } });
    expect(codes(bool, deny({ Null: { "aws:MultiFactorAuthPresent": "true" } }))).toEqual([]);
    expect(codes(bool, deny({ Null: { "aws:MultiFactorAuthAge": true } }))).toEqual([]);
    expect(codes(bool, deny({ Null: { "aws:MultiFactorAuthPresent": "false" } }))).toEqual([WITHOUT]);
  });

  test("an Allow, which access keys do not meet", () => {
    const allow = { ...deny({ Bool: { "aws:MultiFactorAuthPresent": "true" } }), Effect: "Allow" };
    expect(codesOf(findingsOf(policyOf(allow)))).toEqual([]);
  });
});

describe("AWS services under a resource control policy", () => {
  const DENIED = "warning deny-of-services";
  const ORGANIZATION = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
  const deny = (Condition: object, Action: string | readonly string[] = "s3:*") => ({
    Effect: "Deny",
    Principal: "*",
    Action,
    Resource: "*",
    Condition,
  });
  const codes = (statement: object) => codesOf(findingsOf(policyOf(statement), "rcp"));

  test.each([
    ["all but the organization", ORGANIZATION],
    ["without IfExists", { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }],
    ["all but units", { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/*"] } }],
    [
      "all but the organization, and tagged resources",
      { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:ResourceTag/public": "true" } },
    ],
  ])("%s", (_, condition) => {
    expect(codes(deny(condition))).toEqual([DENIED]);
    expect(codes(deny(condition, ["sqs:*", "sts:AssumeRole"]))).toEqual([DENIED]);
  });

  test.each([
    ["services are told apart", { ...ORGANIZATION, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } }],
    [
      "services of the organization",
      { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:SourceOrgID": "o-a1b2c3d4e5" } },
    ],
    ["a further condition", { ...ORGANIZATION, Null: { "aws:SourceAccount": "true" } }],
    ["transport", { BoolIfExists: { "aws:SecureTransport": "false" } }],
    ["all but roles of administrators", { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/a" } }],
  ])("%s", (_, condition) => {
    expect(codes(deny(condition))).toEqual([]);
  });

  test("those with MFA are denied", () => {
    expect(codes(deny({ Bool: { "aws:MultiFactorAuthPresent": "true" } }))).toEqual(["warning inverted-condition"]);
  });

  test("tokens of identity providers, which services do not have, and the policy of a bucket", () => {
    expect(codes(deny(ORGANIZATION, ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]))).toEqual([]);
    expect(codesOf(findingsOf(policyOf(deny(ORGANIZATION)), "resource"))).toEqual([]);
  });
});
