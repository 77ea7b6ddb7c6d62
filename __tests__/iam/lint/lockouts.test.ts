/** What locks out or takes away more than is meant: `lockout`, `missing-trust-action`, `deny-of-global-services`, and values that are none. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { codesOf, findingsIn, findingsOf, policyOf } from "./field-support";

const ACCOUNT = "arn:aws:iam::123456789012:root";
const ROLE = "arn:aws:iam::123456789012:role/reader";
const BUCKET = ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"];
const codes = (statement: object | readonly object[], type: PolicyType) =>
  codesOf(findingsOf(policyOf(...(Array.isArray(statement) ? statement : [statement])), type));

describe("the policy of a key", () => {
  const key = (...statements: readonly object[]) =>
    codes(
      statements.map((one) => ({ Resource: "*", ...one })),
      "resource",
    );
  const WITHOUT = "error lockout";

  test.each([
    ["of a role that decrypts", { Principal: { AWS: ROLE }, Action: ["kms:Decrypt", "kms:DescribeKey"] }],
    [
      "of an account that may all but that",
      { Principal: { AWS: ACCOUNT }, Action: ["kms:Get*", "kms:Describe*", "kms:Enc*"] },
    ],
    ["of a service", { Principal: { Service: "logs.eu-west-1.amazonaws.com" }, Action: "kms:GenerateDataKey*" }],
  ])("%s alone", (_, statement) => {
    expect(key(statement)).toContain(WITHOUT);
  });

  test.each<[string, readonly object[]]>([
    [
      "the account may all",
      [
        { Principal: { AWS: ACCOUNT }, Action: "kms:*" },
        { Principal: { AWS: ROLE }, Action: "kms:Decrypt" },
      ],
    ],
    ["a role may change it", [{ Principal: { AWS: ROLE }, Action: ["kms:Put*", "kms:Decrypt"] }]],
    ["by exceptions", [{ Principal: { AWS: ROLE }, NotAction: "kms:Decrypt" }]],
    ["actions that only a plan knows", [{ Principal: { AWS: ROLE }, Action: ["kms:Decrypt", "${var.more}"] }]],
    ["the policy of something else", [{ Principal: { AWS: ROLE }, Action: ["kms:Decrypt", "s3:GetObject"] }]],
  ])("%s", (_, statements) => {
    expect(key(...statements)).not.toContain(WITHOUT);
  });

  test("a document that others complete", () => {
    const statement = `statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["${ROLE}"]
    }
  }`;
    const use = `resource "aws_kms_key" "k" {\n  policy = data.aws_iam_policy_document.d.json\n}\n`;
    const alone = `data "aws_iam_policy_document" "d" {\n  ${statement}\n}\n${use}`;
    const more = alone.replace("statement {", "source_policy_documents = [var.base]\n  statement {");
    expect(codesOf(findingsIn({ "main.tf": alone }))).toContain(WITHOUT);
    expect(codesOf(findingsIn({ "main.tf": more }))).not.toContain(WITHOUT);
  });
});

describe("a Deny for everybody", () => {
  const deny = (Action: string | readonly string[], Resource: string | readonly string[], more: object = {}) =>
    codes({ Effect: "Deny", Principal: "*", Action, Resource, ...more }, "resource");
  const LOCKED = "warning lockout";

  test.each([
    ["s3:*", BUCKET],
    ["*", BUCKET],
    [["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"], "arn:aws:s3:::orders"],
    ["sqs:*", "arn:aws:sqs:eu-west-1:123456789012:orders"],
  ])("%s on %s", (action, resource) => {
    expect(deny(action, resource)).toContain(LOCKED);
  });

  test.each<[string, readonly string[]]>([
    ["under a condition", deny("s3:*", BUCKET, { Condition: { Bool: { "aws:SecureTransport": "false" } } })],
    ["of objects alone", deny("s3:*", "arn:aws:s3:::orders/*")],
    ["of deletes alone", deny(["s3:DeleteObject", "s3:DeleteBucket"], BUCKET)],
    [
      "of a vault, which is locked on purpose",
      deny(["backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy"], "*"),
    ],
    ["of all on all, which may be the policy of an identity of SES", deny("*", "*")],
    ["of all on what is to be filled in", deny("*", "{{ identity.arn }}")],
    ["for a role", deny("s3:*", BUCKET, { Principal: { AWS: ROLE } })],
    ["of what only a plan knows", deny("${var.actions}", BUCKET)],
  ])("%s", (_, found) => {
    expect(found).not.toContain(LOCKED);
  });

  test("an endpoint and a service control policy only limit", () => {
    const all = { Effect: "Deny", Action: "s3:*", Resource: "*" };
    expect(codes({ ...all, Principal: "*" }, "vpc-endpoint")).not.toContain(LOCKED);
    expect(codes(all, "scp")).not.toContain(LOCKED);
  });
});

describe("what a service needs to take a role", () => {
  const trust = (
    Service: string | readonly string[],
    Action: string | readonly string[],
    more: readonly object[] = [],
  ) => codes([{ Principal: { Service }, Action }, ...more], "trust");

  const ANY_ANCHOR = "info service-without-source";
  test.each<[string | readonly string[], string | readonly string[], readonly string[]]>([
    ["pods.eks.amazonaws.com", "sts:AssumeRole", ["warning missing-trust-action"]],
    ["pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"], []],
    ["pods.eks.amazonaws.com", ["sts:AssumeRole", "${var.action}"], []],
    [["ec2.amazonaws.com", "pods.eks.amazonaws.com"], "sts:AssumeRole", ["warning missing-trust-action"]],
    ["rolesanywhere.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"], ["error missing-trust-action", ANY_ANCHOR]],
    ["rolesanywhere.amazonaws.com", ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], [ANY_ANCHOR]],
    ["ec2.amazonaws.com", "sts:AssumeRole", []],
  ])("%s by %s", (service, action, want) => {
    expect(trust(service, action)).toEqual(want);
  });

  test("in a statement of its own", () => {
    const tag = { Principal: { Service: "pods.eks.amazonaws.com" }, Action: "sts:TagSession" };
    expect(trust("pods.eks.amazonaws.com", "sts:AssumeRole", [tag])).toEqual([]);
    expect(trust("pods.eks.amazonaws.com", "sts:AssumeRole", [{ ...tag, Effect: "Deny" }])).toEqual([
      "warning missing-trust-action",
    ]);
  });
});

describe("a Deny by Region", () => {
  const deny = (
    statement: object,
    regions: unknown = ["eu-west-1", "eu-central-1"],
    type: PolicyType = "scp",
    operator = "StringNotEquals",
  ) =>
    codes(
      { Effect: "Deny", Resource: "*", ...statement, Condition: { [operator]: { "aws:RequestedRegion": regions } } },
      type,
    );
  const GLOBAL = "warning deny-of-global-services";

  test.each<[string, readonly string[]]>([
    ["of every action", deny({ Action: "*" })],
    ["of IAM", deny({ Action: ["ec2:*", "iam:CreateUser"] })],
    ["of CloudFront by pattern", deny({ Action: "cloudfront:Create*" })],
    ["that excepts others", deny({ NotAction: ["s3:*", "support:*"] })],
    ["of an identity", deny({ Action: "*" }, "eu-west-1", "identity")],
    ["by pattern", deny({ Action: "*" }, "eu-*", "boundary", "StringNotLike")],
    [
      "with an exception by role",
      codes(
        {
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: {
            StringNotEquals: { "aws:RequestedRegion": "eu-west-1" },
            ArnNotLike: { "aws:PrincipalArn": ROLE },
          },
        },
        "scp",
      ),
    ],
  ])("%s", (_, found) => {
    expect(found).toContain(GLOBAL);
  });

  test.each<[string, readonly string[]]>([
    ["with us-east-1", deny({ Action: "*" }, ["eu-west-1", "us-east-1"])],
    ["with us-*", deny({ Action: "*" }, ["eu-*", "us-*"], "scp", "StringNotLike")],
    ["that excepts IAM", deny({ NotAction: ["iam:*", "organizations:*"] })],
    ["of services in Regions", deny({ Action: ["ec2:*", "rds:*"] })],
    ["of AWS Support, which answers in us-west-2 too", deny({ Action: ["support:*"] }, ["us-west-2"])],
    ["of Regions that only a plan knows", deny({ Action: "*" }, ["eu-west-1", "${var.region}"])],
    ["in China", deny({ Action: "*" }, ["cn-north-1"])],
    [
      "that allows",
      codes(
        {
          Action: "ec2:StartInstances",
          Resource: "*",
          Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
        },
        "scp",
      ),
    ],
    ["in these Regions", deny({ Action: "*" }, ["us-west-2"], "scp", "StringEquals")],
  ])("%s", (_, found) => {
    expect(found).not.toContain(GLOBAL);
  });
});

describe("values", () => {
  const upload = (key: string, value: unknown, operator = "StringEquals") =>
    codes(
      { Action: "s3:PutObject", Resource: "arn:aws:s3:::orders/*", Condition: { [operator]: { [key]: value } } },
      "identity",
    );

  test.each([
    ["s3:x-amz-server-side-encryption", "AES-256"],
    ["s3:x-amz-server-side-encryption", "kms"],
    ["s3:x-amz-acl", "bucket-owner-full"],
    ["aws:SourceAccount", "12345678901"],
    ["aws:PrincipalAccount", "1234567890123"],
  ])("%s: %s", (key, value) => {
    expect(upload(key, value)).toContain("error impossible-value");
  });

  test.each([
    ["s3:x-amz-server-side-encryption", ["AES256", "aws:kms:dsse"]],
    ["s3:x-amz-server-side-encryption", "aws:backup"],
    ["saml:aud", "https://signin.c2shome.ic.gov/saml"],
    ["s3:x-amz-server-side-encryption", "<algorithm>"],
    ["s3:x-amz-acl", "bucket-owner-full-control"],
    ["aws:PrincipalAccount", "123456789012"],
    ["aws:PrincipalAccount", "ACCOUNT_ID"],
  ])("%s: %s is right", (key, value) => {
    expect(upload(key, value)).not.toContain("error impossible-value");
  });

  test("none at all", () => {
    expect(upload("aws:PrincipalOrgID", [])).toContain("warning impossible-value");
    expect(upload("aws:CurrentTime", [], "DateLessThan")).toContain("warning impossible-value");
    expect(upload("aws:PrincipalOrgID", [], "StringNotEquals")).not.toContain("warning impossible-value");
    expect(upload("aws:PrincipalOrgID", "o-a1b2c3d4e5")).toEqual([]);
  });

  test.each([
    ["arn:aws:ssm:eu-west-1:123456789012:parameter//app/db", ["error malformed-arn"]],
    ["arn:aws:ssm:*:*:parameter///app/*", ["error malformed-arn"]],
    ["arn:aws:ssm:eu-west-1:123456789012:parameter/app/db", []],
    ["arn:aws:ssm:eu-west-1:123456789012:parameter/${var.name}", []],
  ])("%s", (Resource, want) => {
    expect(codes({ Action: "ssm:GetParameter", Resource }, "identity")).toEqual(want);
  });

  const from = (Service: string, source: string, more: object = {}) =>
    codes(
      {
        Principal: { Service, ...more },
        Action: "sqs:SendMessage",
        Resource: "arn:aws:sqs:eu-west-1:123456789012:orders",
        Condition: { ArnLike: { "aws:SourceArn": source } },
      },
      "resource",
    );

  test.each([
    ["s3.amazonaws.com", "arn:aws:s3:::orders/*"],
    ["s3.amazonaws.com", "arn:aws:sqs:eu-west-1:123456789012:orders"],
    ["sns.amazonaws.com", "arn:aws:sqs:eu-west-1:123456789012:orders"],
    ["events.amazonaws.com", "arn:aws:events:eu-west-1:123456789012:event-bus/default"],
  ])("%s does not come from %s", (service, source) => {
    expect(from(service, source)).toContain("error impossible-value");
  });

  test.each([
    ["s3.amazonaws.com", "arn:aws:s3:::orders"],
    ["s3.amazonaws.com", "arn:aws:s3:*:*:orders-*"],
    ["sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:orders"],
    ["events.amazonaws.com", "arn:aws:events:eu-west-1:123456789012:rule/bus/orders"],
    ["events.amazonaws.com", "arn:aws:events:*:123456789012:*"],
    ["backup.amazonaws.com", "arn:aws:s3:::orders/*"],
  ])("%s may come from %s", (service, source) => {
    expect(from(service, source)).not.toContain("error impossible-value");
  });

  test("several principals may come from several sources", () => {
    expect(from("s3.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:orders", { AWS: ROLE })).not.toContain(
      "error impossible-value",
    );
  });

  test("CloudFront without the distribution, as S3 without the bucket", () => {
    const read = (more: object) =>
      codes(
        { Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject", Resource: BUCKET[1], ...more },
        "resource",
      );
    expect(read({})).toEqual(["info service-without-source"]);
    const ARN = "arn:aws:cloudfront::123456789012:distribution/E1ABCDEFGHIJKL";
    expect(read({ Condition: { StringEquals: { "AWS:SourceArn": ARN } } })).toEqual([]);
  });

  test.each([
    ["AROAIOSFODNN7EXAMPLEX", ["warning invalid-principal"]],
    ["AIDAIOSFODNN7EXAMPLEX", ["warning invalid-principal"]],
    ["123456789012", []],
  ])("the principal %s", (AWS, want) => {
    expect(codes({ Principal: { AWS }, Action: "s3:GetObject", Resource: BUCKET[1] }, "resource")).toEqual(want);
  });

  test.each([
    ["$aws:username}/*", ["error invalid-policy-variable"]],
    ["x$aws:PrincipalTag/team}", ["error invalid-policy-variable"]],
    ["${aws:username}/*", []],
    ["$latest/aws:username/*", []],
  ])("the variable in %s", (name, want) => {
    expect(codes({ Action: "s3:GetObject", Resource: `arn:aws:s3:::homes/${name}` }, "identity")).toEqual(want);
  });

  test.each<[string, readonly string[]]>([
    ["us-est-1", ["error malformed-arn"]],
    ["eu-wset-1", ["error malformed-arn"]],
    ["ap-souteast-2", ["error malformed-arn"]],
    ["ap-southeast-7", []],
    ["mx-central-1", []],
    ["eu-north-9", []],
  ])("the Region %s in an ARN", (region, want) => {
    expect(
      codes({ Action: "sqs:SendMessage", Resource: `arn:aws:sqs:${region}:123456789012:orders` }, "identity"),
    ).toEqual(want);
  });

  test("Regions of other partitions in ARNs", () => {
    const arns = [
      "aws-us-gov:sqs:us-gov-west-1",
      "aws-cn:sqs:cn-northwest-1",
      "aws-iso-b:sqs:us-isob-east-1",
      "aws-iso-e:sqs:eu-isoe-west-1",
      "aws-eusc:sqs:eusc-de-east-1",
    ];
    for (const arn of arns)
      expect(codes({ Action: "sqs:SendMessage", Resource: `arn:${arn}:123456789012:orders` }, "identity")).toEqual([]);
  });

  test("Regions in a condition", () => {
    const region = (value: unknown, operator = "StringEquals") =>
      codes(
        {
          Action: "sqs:SendMessage",
          Resource: "arn:aws:sqs:*:123456789012:orders",
          Condition: { [operator]: { "aws:RequestedRegion": value } },
        },
        "identity",
      );
    expect(region("us-est-1")).toEqual(["error impossible-value"]);
    expect(region(["eu-west-1", "eu-wset-1"])).toEqual(["warning impossible-value"]);
    for (const value of [["eu-west-1", "us-gov-east-1"], "ap-southeast-9", "${var.region}", "REGION"])
      expect(region(value)).toEqual([]);
    expect(region("eu-*", "StringLike")).toEqual([]);
  });

  test("names of services that differ in a letter", () => {
    const told = (Service: string) => codes({ Principal: { Service }, Action: "sts:AssumeRole" }, "trust");
    for (const name of ["log.amazonaws.com", "esc.amazonaws.com", "ecs2.amazonaws.com"])
      expect(told(name)).toEqual(["error invalid-principal"]);
    for (const name of [
      "logs.amazonaws.com",
      "lex.amazonaws.com",
      "ssm-incidents.amazonaws.com",
      "logger.amazonaws.com",
    ])
      expect(told(name)).toEqual([]);
  });
});
