/** What is judged of services that are seldom met, and what the data cannot tell of them. */
import { lintPolicy } from "../../../src/iam/lint";
import { documentWith } from "../policies";

const ANY_ACCOUNT = "us-east-1:123456789012";

function codesOf(Action: string | readonly string[], Resource: string | readonly string[], Condition?: object) {
  const findings = lintPolicy(documentWith({ Effect: "Allow", Action, Resource, ...(Condition && { Condition }) }), {});
  return findings.filter(({ severity }) => severity !== "info").map(({ rule, severity }) => `${rule} ${severity}`);
}

describe("resources", () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      "only * ",
      "ecr:GetAuthorizationToken",
      `arn:aws:ecr:${ANY_ACCOUNT}:repository/a`,
      ["action-takes-only-wildcard error"],
    ],
    [
      "only * ",
      "apprunner:ListServices",
      `arn:aws:apprunner:${ANY_ACCOUNT}:service/a/b`,
      ["action-takes-only-wildcard error"],
    ],
    ["only *", "ecr:GetAuthorizationToken", "*", []],
    ["* of its service", "eks:ListClusters", `arn:aws:eks:${ANY_ACCOUNT}:*`, []],
    ["another service's", "eks:DescribeCluster", "arn:aws:s3:::raw", ["resource-type-mismatch error"]],
    [
      "another type",
      "ecr:PutImage",
      `arn:aws:ecr:${ANY_ACCOUNT}:repository-template/a`,
      ["resource-type-mismatch error"],
    ],
    ["its own", "eks:DescribeCluster", `arn:aws:eks:${ANY_ACCOUNT}:cluster/a`, []],
    ["the second format of a type", "apigateway:SetWebACL", "arn:aws:apigateway:us-east-1::/restapis/a/stages/b", []],
    ["the first format of a type", "apigateway:SetWebACL", "arn:aws:apigateway:us-east-1::/apis/a/stages/b", []],
    [
      "no format of a type",
      "apigateway:SetWebACL",
      "arn:aws:apigateway:us-east-1::/apis/a",
      ["resource-type-mismatch error"],
    ],
    [
      "a type of the newer of two APIs",
      "elasticloadbalancing:AddTags",
      `arn:aws:elasticloadbalancing:${ANY_ACCOUNT}:targetgroup/a/b`,
      [],
    ],
    [
      "no type at all",
      "elasticloadbalancing:AddTags",
      `arn:aws:elasticloadbalancing:${ANY_ACCOUNT}:thing/a`,
      ["resource-type-mismatch error"],
    ],
    ["a recovery point", "backup:StartRestoreJob", "arn:aws:ec2:us-east-1::snapshot/snap-0a", []],
    ["a recovery point", "backup:StartRestoreJob", `arn:aws:rds:${ANY_ACCOUNT}:snapshot:awsbackup:job-a`, []],
    [
      "of AWS",
      "resource-explorer-2:GetView",
      "arn:aws:resource-explorer-2:us-east-1::view/AWSServiceViewForA/service-view",
      [],
    ],
    [
      "not of AWS",
      "resource-explorer-2:GetView",
      "arn:aws:resource-explorer-2:us-east-1::view/mine/a",
      ["malformed-arn error"],
    ],
    [
      "in AWS's own policies",
      "resource-groups:CreateGroup",
      `arn:aws:resource-groups:${ANY_ACCOUNT}:group/a`,
      ["action-takes-only-wildcard warning"],
    ],
    ["without types in the data", "ssmmessages:OpenDataChannel", `arn:aws:ssm:${ANY_ACCOUNT}:session/a`, []],
    ["without types in the data", "comprehendmedical:DetectPHI", `arn:aws:comprehendmedical:${ANY_ACCOUNT}:a/b`, []],
    [
      "without types, by its guide",
      "lakeformation:GetDataAccess",
      `arn:aws:glue:${ANY_ACCOUNT}:catalog`,
      ["action-takes-only-wildcard error"],
    ],
    [
      "with an account too many",
      "apigateway:GET",
      `arn:aws:apigateway:${ANY_ACCOUNT}:/restapis`,
      ["malformed-arn error"],
    ],
  ])("%s: %s on %s", (_, action, resource, codes) => {
    expect(codesOf(action, resource)).toEqual(codes);
  });
});

describe("condition keys", () => {
  const when = (key: string, operator = "StringEquals") => ({ [operator]: { [key]: "a" } });
  test.each<[string, string, string, object, readonly string[]]>([
    [
      "another service's prefix",
      "ec2-instance-connect:SendSSHPublicKey",
      `arn:aws:ec2:${ANY_ACCOUNT}:instance/i-0a`,
      when("ec2:osuser"),
      [],
    ],
    [
      "another service's prefix",
      "xray:PutTraceSegments",
      "*",
      when("logs:LogGeneratingResourceArns", "ForAnyValue:ArnLike"),
      ["type-mismatch warning"],
    ],
    [
      "the same on another action",
      "ec2:StartInstances",
      `arn:aws:ec2:${ANY_ACCOUNT}:instance/i-0a`,
      when("ec2:osuser"),
      ["unsupported-condition-key error"],
    ],
    [
      "a slip in it",
      "ec2-instance-connect:SendSSHPublicKey",
      `arn:aws:ec2:${ANY_ACCOUNT}:instance/i-0a`,
      when("ec2:osusr"),
      ["unknown-condition-key error"],
    ],
    [
      "of no action",
      "states:InvokeHTTPEndpoint",
      `arn:aws:states:${ANY_ACCOUNT}:stateMachine:a`,
      when("states:HTTPMethod"),
      [],
    ],
    ["of no action", "kms:CreateKey", "*", when("kms:CustomerMasterKeySpec"), []],
    [
      "of no action",
      "dynamodb:GetItem",
      `arn:aws:dynamodb:${ANY_ACCOUNT}:table/a`,
      when("dynamodb:FirstPartitionKeyValues", "ForAllValues:StringEquals"),
      ["for-all-values-allow security"],
    ],
    [
      "of other actions",
      "kms:CreateAlias",
      `arn:aws:kms:${ANY_ACCOUNT}:key/a`,
      when("kms:KeyUsagee"),
      ["unknown-condition-key error"],
    ],
    [
      "a service's own",
      "elasticfilesystem:ClientMount",
      `arn:aws:elasticfilesystem:${ANY_ACCOUNT}:file-system/fs-0a`,
      {
        StringEquals: { "elasticfilesystem:AccessPointArn": `arn:aws:elasticfilesystem:${ANY_ACCOUNT}:access-point/a` },
      },
      [],
    ],
    [
      "unknown to the service",
      "eks:DescribeCluster",
      `arn:aws:eks:${ANY_ACCOUNT}:cluster/a`,
      when("eks:brew"),
      ["unknown-condition-key error"],
    ],
  ])("%s: %s on %s with %j", (_, action, resource, condition, codes) => {
    expect(codesOf(action, resource, condition)).toEqual(codes);
  });
});

test.each([
  ["kms:ReEncrypt", "did you mean `kms:ReEncryptFrom` and `kms:ReEncryptTo`?"],
  ["s3:PutBucketNotificationConfiguration", "did you mean `s3:PutBucketNotification`?"],
  ["glue:BatchGetTable", "take it out, or name it under `actions` if it is newer than the data"],
  ["ds:DisconnectDirectory", "take it out, or name it under `actions` if it is newer than the data"],
  ["efs:ClientMount", "did you mean `elasticfilesystem`?"],
])("the hint for %s", (action, hint) => {
  const findings = lintPolicy(documentWith({ Effect: "Allow", Action: action, Resource: "*" }), {});
  expect(findings.find(({ rule }) => rule.startsWith("unknown-"))?.hint).toBe(hint);
});

test.each([
  ["s3:*", "aws:TLSVersion", "did you mean `s3:TlsVersion`?"],
  ["kms:Decrypt", "aws:ViaService", "did you mean `kms:ViaService`?"],
  ["glue:GetJob", "aws:TLSVersion", "use a key that the service has"],
  ["kms:Decrypt", "kms:ViaServic", "did you mean `kms:ViaService`?"],
])("the hint for a Deny of %s with %s", (Action, key, hint) => {
  const Condition = { NumericLessThan: { [key]: "1.2" } };
  const findings = lintPolicy(documentWith({ Effect: "Deny", Action, Resource: "*", Condition }), {});
  expect(findings.find(({ rule }) => rule === "unknown-condition-key")?.hint).toBe(hint);
});
