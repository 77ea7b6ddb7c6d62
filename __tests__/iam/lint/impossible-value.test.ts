/** `impossible-value`: values of another kind than those of the key, and values that may be right. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { codesOf, findingsOf, policyOf } from "./field-support";

const [ERROR, WARNING, INFO] = ["error impossible-value", "warning impossible-value", "info impossible-value"];
const ORGANIZATION = "o-a1b2c3d4e5";
const UNIT = "ou-ab12-11111111";
const PATH = `${ORGANIZATION}/r-ab12/${UNIT}`;

type Values = string | readonly string[];

const bucket = (Effect: "Allow" | "Deny", operator: string, key: string, values: Values) => ({
  Effect,
  Principal: Effect === "Deny" ? "*" : { AWS: "arn:aws:iam::123456789012:root" },
  Action: "s3:PutObject",
  Resource: "arn:aws:s3:::raw/*",
  Condition: { [operator]: { [key]: values } },
});

const decrypt = (key: string, values: Values, operator = "StringEquals") => ({
  Effect: "Allow",
  Action: "kms:Decrypt",
  Resource: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  Condition: { [operator]: { [key]: values } },
});

const found = (statement: object, type: PolicyType = "resource") =>
  findingsOf(policyOf(statement), type).filter(({ rule }) => rule === "impossible-value");
const codes = (statement: object, type?: PolicyType) => codesOf(found(statement, type));

describe("an Allow, which allows nothing", () => {
  test.each([
    ["a VPC endpoint for a VPC", "aws:SourceVpc", "vpce-0a1b2c3d4e5f67890"],
    ["a VPC for a VPC endpoint", "aws:SourceVpce", "vpc-0a1b2c3d4e5f67890"],
    ["a range of addresses for a VPC", "aws:SourceVpc", "10.0.0.0/16"],
    ["an account for an organization", "aws:PrincipalOrgID", "123456789012"],
    ["a unit for an organization", "aws:ResourceOrgID", UNIT],
    ["a root for an organization", "aws:SourceOrgID", "r-ab12"],
    ["the path for an organization", "aws:PrincipalOrgID", `${PATH}/`],
    ["an organization for an account", "aws:SourceAccount", ORGANIZATION],
    ["an ARN for an account", "aws:PrincipalAccount", "arn:aws:iam::123456789012:root"],
    ["an Availability Zone for a Region", "aws:RequestedRegion", "eu-west-1a"],
    ["an account for an ARN", "aws:SourceArn", "123456789012"],
    ["a service for an ARN", "aws:SourceArn", "s3.amazonaws.com"],
    ["a session for its role", "aws:PrincipalArn", "arn:aws:sts::123456789012:assumed-role/admin/alice"],
    ["an instance profile for its role", "aws:PrincipalArn", "arn:aws:iam::123456789012:instance-profile/web"],
    ["an ARN for the ID of a user", "aws:userid", "arn:aws:iam::123456789012:user/alice"],
  ])("%s", (_, key, value) => {
    expect(codes(bucket("Allow", "StringEquals", key, value))).toEqual([ERROR]);
    expect(codes(bucket("Allow", "StringEquals", key.toLowerCase(), [value, value]))).toEqual([ERROR]);
  });

  test("values with several faults: the first one is told, with the values that have it", () => {
    const values = ["vpce-0a1b2c3d4e5f67890", "vpce-0a1b2c3d4e5f67891", "10.0.0.0/16"];
    const [finding, ...more] = found(bucket("Allow", "StringEquals", "aws:SourceVpc", values));
    expect(more).toEqual([]);
    expect(finding?.message).toBe(
      "`vpce-0a1b2c3d4e5f67890` and `vpce-0a1b2c3d4e5f67891` in `aws:SourceVpc` are each the ID of a VPC endpoint, which no request has there, so this allows nothing",
    );
  });

  test("a session with wildcards, by ArnLike and by StringLike", () => {
    const sessions = "arn:aws-cn:sts::*:assumed-role/admin/*";
    expect(codes(bucket("Allow", "ArnLike", "aws:PrincipalArn", sessions))).toEqual([ERROR]);
    const [finding] = found(bucket("Allow", "StringLike", "aws:PrincipalArn", sessions));
    expect(finding?.hint).toBe("write the ARN of the role, `arn:aws-cn:iam::*:role/admin`, with its path");
  });

  test("paths without their end, of a unit and of all below it", () => {
    expect(codes(bucket("Allow", "ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", PATH))).toEqual([ERROR]);
    expect(codes(bucket("Allow", "ForAnyValue:StringLike", "aws:PrincipalOrgPaths", ORGANIZATION))).toEqual([ERROR]);
    expect(codes(bucket("Allow", "ForAnyValue:StringLike", "aws:ResourceOrgPaths", UNIT))).toEqual([ERROR]);
  });

  test("a service without its Region, and one with a Region where there is none", () => {
    const [finding] = found(decrypt("kms:ViaService", "s3.amazonaws.com"), "identity");
    expect(finding).toMatchObject({
      severity: "error",
      message:
        "`s3.amazonaws.com` in `kms:ViaService` is the name of a service without its Region, which no request has there, so this allows nothing",
      hint: "write `s3.REGION.amazonaws.com`",
    });
    expect(codes(decrypt("kms:ViaService", ["rds.amazonaws.com.cn", "ec2.amazonaws.com"]), "identity")).toEqual([
      ERROR,
    ]);
    const called = "athena.eu-west-1.amazonaws.com";
    expect(codes(decrypt("aws:CalledVia", called, "ForAnyValue:StringEquals"), "identity")).toEqual([ERROR]);
    expect(codes(decrypt("aws:CalledViaFirst", called), "identity")).toEqual([ERROR]);
  });
});

describe("a Deny", () => {
  test("holds for every request, or for none", () => {
    const [locked] = found(bucket("Deny", "StringNotEquals", "aws:SourceVpce", "vpc-0a1b2c3d"));
    expect(locked?.message).toBe(
      "`vpc-0a1b2c3d` in `aws:SourceVpce` is the ID of a VPC, which no request has there, so the condition holds for every request",
    );
    const [open] = found(bucket("Deny", "StringEquals", "aws:PrincipalOrgID", "123456789012"));
    expect(open?.message).toMatch(/so this denies nothing$/);
  });

  test("with a session beside the role it does no harm", () => {
    const role = "arn:aws:iam::123456789012:role/admin";
    const session = "arn:aws:sts::123456789012:assumed-role/admin/*";
    expect(codes(bucket("Deny", "ArnNotLike", "aws:PrincipalArn", [role, session]))).toEqual([INFO]);
    expect(codes(bucket("Deny", "ArnNotLike", "aws:PrincipalArn", [session]))).toEqual([ERROR]);
  });
});

test("beside values that can be met, and where requests without the key count", () => {
  expect(codes(bucket("Allow", "StringEquals", "aws:PrincipalOrgID", [ORGANIZATION, "123456789012"]))).toEqual([
    WARNING,
  ]);
  expect(codes(bucket("Allow", "StringEqualsIfExists", "aws:SourceVpc", "vpce-1a2b3c4d"))).toEqual([WARNING]);
});

describe("what may be right", () => {
  test.each([
    ["the IDs of the key", "StringEquals", "aws:SourceVpc", ["vpc-0a1b2c3d4e5f67890", "vpc-111bbb22"]],
    ["a pattern of them", "StringLike", "aws:SourceVpce", "vpce-*"],
    [
      "a name that is to be filled in",
      "StringEquals",
      "aws:PrincipalOrgID",
      ["my-org-id", "<ORG_ID>", "o-xxxxxxxxxxx"],
    ],
    ["a value that only a plan knows", "StringEquals", "aws:SourceVpc", "${var.endpoint_id}"],
    ["a policy variable", "StringEquals", "aws:ResourceAccount", "${aws:PrincipalAccount}"],
    ["nobody's account", "StringEquals", "aws:PrincipalAccount", "anonymous"],
    ["Regions", "StringEquals", "aws:RequestedRegion", ["eu-west-1", "us-gov-east-1", "eusc-de-east-1", "aws-global"]],
    [
      "the root user, a role, a federated user",
      "ArnLike",
      "aws:PrincipalArn",
      ["arn:aws:iam::*:root", "arn:aws:iam::123456789012:role/a/b", "arn:aws:sts::123456789012:federated-user/c"],
    ],
    ["any role", "StringLike", "aws:PrincipalArn", "*:role/admin"],
    ["the account of the root user as an ID", "StringLike", "aws:userid", ["AROAEXAMPLEID:*", "123456789012"]],
    [
      "a path of all below a unit",
      "ForAnyValue:StringLike",
      "aws:PrincipalOrgPaths",
      [`${PATH}/*`, `${PATH}/ou-*`, `${ORGANIZATION}/*`],
    ],
    ["a path of one unit", "ForAnyValue:StringEquals", "aws:SourceOrgPaths", `${PATH}/`],
    ["a bucket", "StringEquals", "aws:SourceArn", "arn:aws:s3:::raw"],
    ["a key of one's own", "StringEquals", "aws:PrincipalTag/account", ORGANIZATION],
  ])("%s", (_, operator, key, value) => {
    expect(codes(bucket("Allow", operator, key, value))).toEqual([]);
  });

  test("services with their Regions, and patterns of them", () => {
    expect(codes(decrypt("kms:ViaService", "s3.eu-west-1.amazonaws.com"), "identity")).toEqual([]);
    expect(
      codes(decrypt("kms:ViaService", ["s3.*.amazonaws.com", "*.amazonaws.com"], "StringLike"), "identity"),
    ).toEqual([]);
    expect(codes(decrypt("aws:CalledVia", "athena.amazonaws.com", "ForAnyValue:StringEquals"), "identity")).toEqual([]);
  });

  test("what another rule reports", () => {
    const account = bucket("Allow", "ArnEquals", "aws:SourceArn", "123456789012");
    expect(codesOf(findingsOf(policyOf(account), "resource"))).toEqual(["error absent-key", "warning type-mismatch"]);
    const starred = bucket("Allow", "StringEquals", "aws:SourceVpce", "vpc-*");
    expect(codesOf(findingsOf(policyOf(starred), "resource"))).toEqual(["warning wildcard-without-like"]);
  });
});
