/** What was told of policies in public repositories and was wrong, with neighbours that must still be found. */
import { codesOf, findingsIn, terraformPolicy } from "../iam/lint/field-support";

const told = (text: string, path = "main.tf") => codesOf(findingsIn({ [path]: text }));

describe("a document for a VPC endpoint, which a module takes", () => {
  const open = (name: string) => `
data "aws_iam_policy_document" "${name}" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::orders/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
module "endpoints" {
  source    = "./endpoints"
  endpoints = { s3 = { policy = data.aws_iam_policy_document.${name}.json } }
}
`;
  test.each(["s3_endpoint_policy", "vpce", "endpoints-s3"])("%s limits, and opens nothing", (name) => {
    expect(told(open(name))).toEqual([]);
  });
  test.each(["s3_bucket_policy", "pointless"])("%s is the policy of a resource", (name) => {
    expect(told(open(name))).toEqual(["security open-resource"]);
  });
});

describe("the provider is one branch of a condition", () => {
  const trust = (claim: string, value: string) => `
locals {
  provider = var.create ? try(aws_iam_openid_connect_provider.github[0].arn, "") : "arn:aws:iam::\${local.account}:oidc-provider/token.actions.githubusercontent.com"
}
resource "aws_iam_role" "ci" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = local.provider }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringLike = { "token.actions.githubusercontent.com:${claim}" = "${value}" } }
    }]
  })
}
`;
  test("with its subject", () => {
    expect(told(trust("sub", "repo:octo-org/octo-repo:*"))).toEqual([]);
  });
  test("without", () => {
    expect(told(trust("aud", "sts.amazonaws.com"))).toEqual(["security oidc-without-subject"]);
  });
});

test("dynamodb:ListStreams on the stream of a table, as AWS's guide has it", () => {
  const stream = '"arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/*"';
  expect(told(terraformPolicy(stream, "dynamodb:ListStreams"))).toEqual([]);
  expect(told(terraformPolicy('"*"', "dynamodb:ListStreams"))).toEqual([]);
  const table = '"arn:aws:dynamodb:us-east-1:123456789012:table/orders"';
  expect(told(terraformPolicy(table, "dynamodb:ListStreams"))).toEqual(["error resource-type-mismatch"]);
  expect(told(terraformPolicy(table, "dynamodb:ListTables"))).toEqual(["error action-takes-only-wildcard"]);
});

test("a grant of version 1 of the CDK", () => {
  const template = (id: string) => `Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  ${id}:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: a
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: [dynamodb:BatchGetItem, dynamodb:GetRecords, dynamodb:GetShardIterator, dynamodb:Query, dynamodb:GetItem, dynamodb:Scan]
            Resource: [!GetAtt Orders.Arn, !Sub "\${Orders.Arn}/index/*"]
`;
  expect(told(template("RunServiceRoleDefaultPolicy86CA93C2"), "a.yaml")).toEqual(["info resource-type-mismatch"]);
  expect(told(template("RunPolicy"), "a.yaml")).toEqual(["error resource-type-mismatch"]);
});

describe("statements of which a condition decides whether they are there", () => {
  const written = (last: string) => `
resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{ Effect = "Allow", Action = "glue:GetJob", Resource = "arn:aws:glue:us-east-1:123456789012:job/orders" }],
      ${last}
    )
  })
}
`;
  const deny = '[{ Effect = "Deny", Action = "glue:GetJob", Resource = "*" }]';
  const same =
    '[{ Effect = "Allow", Action = "glue:GetJob", Resource = "arn:aws:glue:us-east-1:123456789012:job/orders" }]';
  test.each([
    [deny, ["warning denied-anyway"]],
    [`var.locked ? ${deny} : []`, []],
    // For how many names there is a statement is not known: there may be none.
    ['[for name in var.locked : { Effect = "Deny", Action = "glue:GetJob", Resource = "*" }]', []],
    ['[for name in ["a"] : { Effect = "Deny", Action = "glue:GetJob", Resource = "*" }]', ["warning denied-anyway"]],
    [same, ["info duplicate-statement"]],
    [`var.twice ? ${same} : []`, []],
  ])("%s", (last, expected) => {
    expect(told(written(last))).toEqual(expected);
  });
});

test.each([
  ["", ["error lockout"]],
  ["  bypass_policy_lockout_safety_check = false\n", ["error lockout"]],
  ["  bypass_policy_lockout_safety_check = true\n", ["warning lockout"]],
  ["  bypass_policy_lockout_safety_check = var.bypass\n", ["warning lockout"]],
])("a key that nobody can change, with %j", (more, expected) => {
  const principal = '{ AWS = "arn:aws:iam::123456789012:role/reader" }';
  const statement = `{ Effect = "Allow", Principal = ${principal}, Action = "kms:Decrypt", Resource = "*" }`;
  const policy = `jsonencode({ Version = "2012-10-17", Statement = [${statement}] })`;
  expect(told(`resource "aws_kms_key" "k" {\n${more}  policy = ${policy}\n}\n`)).toEqual(expected);
});

describe("a Deny without TLS", () => {
  const written = (resources: string) => `
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.raw.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ${resources}
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
`;
  test.each([
    ["aws_s3_bucket.raw.arn", ["warning tls-in-part"]],
    ['"${aws_s3_bucket.raw.arn}/*"', ["info tls-in-part"]],
    ['[aws_s3_bucket.raw.arn, "${aws_s3_bucket.raw.arn}/*"]', []],
    ['"${aws_s3_bucket.raw.arn}*"', []],
    ['["${var.bucket}/*"]', []],
  ])("on %s", (resources, expected) => {
    expect(told(written(resources))).toEqual(expected);
  });
});
