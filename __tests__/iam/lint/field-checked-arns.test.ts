/** What the linter said wrongly of templates of AWS and modules of others, and neighbours that it must still report. */
import { codesOf, findingsIn, findingsOf, policyOf, testCodes } from "./field-support";

const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:123456789012:${resource}`;
const ONLY = "action-takes-only-wildcard";

describe("what AWS checks for actions that take no ARN", () => {
  testCodes([
    [
      "Lake Formation on the catalog of its account",
      { Action: "lakeformation:PutDataLakeSettings", Resource: arn("lakeformation", "catalog:123456789012") },
    ],
    [
      "Lake Formation on the catalog of an account that only CloudFormation knows",
      {
        Action: ["lakeformation:GrantPermissions", "lakeformation:GetDataLakeSettings"],
        Resource: { "Fn::Sub": "arn:aws:lakeformation:${AWS::Region}:${AWS::AccountId}:catalog:${AWS::AccountId}" },
      },
    ],
    [
      "Lake Formation on a bucket",
      { Action: "lakeformation:GrantPermissions", Resource: "arn:aws:s3:::lake" },
      `error ${ONLY}`,
    ],
    [
      "Lake Formation on something else of the service",
      { Action: "lakeformation:GrantPermissions", Resource: arn("lakeformation", "table/sales") },
      `error ${ONLY}`,
    ],
    [
      "resource policies of CloudWatch Logs",
      { Action: "logs:PutResourcePolicy", Resource: arn("logs", "log-group::log-stream:*") },
    ],
    [
      "queries of CloudWatch Logs on every stream",
      { Action: "logs:StopQuery", Resource: arn("logs", "log-group:*:log-stream:*") },
    ],
    [
      "queries of CloudWatch Logs on one group",
      { Action: "logs:StopQuery", Resource: arn("logs", "log-group:/aws-glue/jobs:*") },
      `error ${ONLY}`,
    ],
    [
      "members of a detector",
      { Action: "guardduty:CreateMembers", Resource: arn("guardduty", "detector/*") },
      `warning ${ONLY}`,
    ],
    [
      "modules of CloudFormation",
      { Action: "cloudformation:RegisterType", Resource: arn("cloudformation", "type/module/acme-*") },
      `warning ${ONLY}`,
    ],
    [
      "a group of Storage Lens",
      { Action: "s3:CreateStorageLensGroup", Resource: arn("s3", "storage-lens-group/acme-*") },
      `warning ${ONLY}`,
    ],
    ["a list of queues", { Action: "sqs:ListQueues", Resource: arn("sqs", "orders-*") }, `error ${ONLY}`],
  ]);
});

describe("products of Security Hub belong to no account", () => {
  testCodes([
    [
      "the product of a partner",
      { Action: "securityhub:BatchImportFindings", Resource: "arn:aws:securityhub:us-east-1::product/acme/scanner" },
    ],
    [
      "the hub belongs to an account",
      { Action: "securityhub:GetFindings", Resource: "arn:aws:securityhub:us-east-1::hub/default" },
      "error malformed-arn",
    ],
  ]);
});

describe("resource policies", () => {
  testCodes(
    [
      [
        "CloudWatch Logs on all of the service",
        {
          Principal: { Service: "es.amazonaws.com" },
          Action: ["logs:PutLogEvents", "logs:CreateLogStream"],
          Resource: "arn:aws:logs:*",
        },
      ],
      [
        "CloudWatch Logs in one Region",
        {
          Principal: { Service: "es.amazonaws.com" },
          Action: "logs:PutLogEvents",
          Resource: "arn:aws:logs:eu-west-1:*",
        },
      ],
      [
        "an ARN that ends too early",
        { Principal: { Service: "es.amazonaws.com" }, Action: "logs:PutLogEvents", Resource: "arn:aws:logs:eu-west-1" },
        "error malformed-arn",
      ],
      [
        "an action without a name",
        { Principal: { AWS: "*" }, Action: "", Resource: arn("elasticfilesystem", "file-system/fs-1") },
        "error unknown-service",
      ],
      [
        "the same beside one with a name",
        {
          Principal: { AWS: "*" },
          Action: ["", "elasticfilesystem:ClientMount"],
          Resource: arn("elasticfilesystem", "file-system/fs-1"),
        },
        "error unknown-service",
        "security open-resource",
      ],
      [
        "links of an organization, which always name their types",
        {
          Principal: "*",
          Action: ["oam:CreateLink", "oam:UpdateLink"],
          Resource: "*",
          Condition: {
            "ForAllValues:StringEquals": { "oam:ResourceTypes": ["AWS::Logs::LogGroup"] },
            "ForAnyValue:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
          },
        },
      ],
      [
        "the same of tags, which a link may lack",
        {
          Principal: { AWS: "arn:aws:iam::123456789012:root" },
          Action: "oam:CreateLink",
          Resource: "*",
          Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } },
        },
        "security for-all-values-allow",
      ],
    ],
    "resource",
  );
});

describe("subjects with a part that is not known", () => {
  const GITHUB = "token.actions.githubusercontent.com";
  const OPEN = "security oidc-without-subject";
  const trusted = (issuer: string, subject: string) => `
resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/${issuer}" }
      Condition = { StringLike = { "${issuer}:sub" = "${subject}" } }
    }]
  })
}
variable "name" { type = string }
`;
  test.each<[subject: string, issuer: string, ...codes: string[]]>([
    ["repo:${var.name}:*", GITHUB],
    ["repo:${var.name}/*", GITHUB],
    ["project_path:${var.name}:ref_type:branch:ref:*", "gitlab.com"],
    ["repo:${var.name}*", GITHUB, OPEN],
    ["repo:*/${var.name}:*", GITHUB, OPEN],
    ["project_path:*/${var.name}:*", "gitlab.com", OPEN],
  ])("%s of %s", (subject, issuer, ...codes) => {
    expect(codesOf(findingsIn({ "main.tf": trusted(issuer, subject) }))).toEqual(codes);
  });
});

describe("templates of CloudFormation", () => {
  const managed = (resources: string, actions = "kms:Decrypt") => `
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: [${actions}], Resource: [${resources}] }
`;
  test.each([
    ["a dynamic reference", `"{{resolve:ssm:/team/key-arn}}"`],
    ["one with a version", `"{{resolve:ssm:/team/key-arn:3}}"`],
    ["one that Fn::Sub fills in", '!Sub "{{resolve:ssm:/team/${Team}/key-arn}}"'],
    ["a part of an ARN", '!Sub "arn:aws:kms:us-east-1:{{resolve:ssm:/accounts/${Name}}}:key/*"'],
  ])("%s", (_name, resource) => {
    expect(findingsIn({ "a.yaml": managed(resource) })).toEqual([]);
  });

  test("an ARN of another service beside a dynamic reference is still found", () => {
    const resource = '!Sub "arn:aws:sqs:us-east-1:{{resolve:ssm:/accounts/${Name}}}:orders"';
    expect(codesOf(findingsIn({ "a.yaml": managed(resource) }))).toEqual(["error resource-type-mismatch"]);
  });

  const name = (index: number) => `orders-of-the-department-${String(index).padStart(4, "0")}`;
  const buckets = (count: number, item: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => item(index)).join(", ");

  test("a policy that is short once its parameters are filled in", () => {
    const long = buckets(100, (index) => `!Sub "arn:\${AWS::Partition}:s3:::${name(index)}-\${AWS::Region}/*"`);
    expect(codesOf(findingsIn({ "a.yaml": managed(long, "s3:GetObject") }))).toEqual([]);
  });

  test("a policy of which one case of Fn::If is short", () => {
    const long = buckets(150, (index) => `"arn:aws:s3:::${name(index)}/*"`);
    const text = managed("X", "s3:GetObject").replace("[X]", `!If [IsWide, [${long}], "arn:aws:s3:::orders/*"]`);
    expect(codesOf(findingsIn({ "a.yaml": text }))).not.toContain("error policy-too-long");
  });

  test.each([
    ["functions", (index: number) => `!Sub "arn:\${AWS::Partition}:s3:::${name(index)}-\${AWS::Region}/*"`],
    ["texts", (index: number) => `"arn:aws:s3:::${name(index)}-us-east-1/*"`],
  ])("a policy that is too long however its %s are filled in", (_name, item) => {
    expect(codesOf(findingsIn({ "a.yaml": managed(buckets(140, item), "s3:GetObject") }))).toEqual([
      "error policy-too-long",
    ]);
  });
});

test("PassRole with IfExists is told to be just that", () => {
  const statement = {
    Action: "iam:PassRole",
    Resource: "arn:aws:iam::123456789012:role/deploy",
    Condition: { StringEqualsIfExists: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
  };
  expect(findingsOf(policyOf(statement))).toMatchObject([
    {
      rule: "pass-role-without-service",
      message: expect.stringContaining("has `IfExists`"),
      hint: "write `StringEquals`",
    },
  ]);
});
