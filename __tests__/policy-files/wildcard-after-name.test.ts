/** Rule `wildcard-after-name`: `*` right behind the ARN of a resource that a template makes. */
import { lintFiles } from "../../src/policy-files";

const policyOf = (action: string, resource: string, type = "aws_iam_policy") => `resource "${type}" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = ${resource} }] })
}
`;

const told = (path: string, text: string) =>
  lintFiles([{ path, text }])
    .findings.filter(({ rule }) => rule === "wildcard-after-name")
    .map(({ severity, message, hint }) => [severity, message, hint]);

test.each([
  [
    "s3:GetObject",
    '"${aws_s3_bucket.raw.arn}*"',
    "`${aws_s3_bucket.raw.arn}*` also stands for other buckets whose names begin like this one",
    "write `${aws_s3_bucket.raw.arn}`, and `${aws_s3_bucket.raw.arn}/*` for its objects",
  ],
  [
    "dynamodb:Query",
    '["${data.aws_dynamodb_table.t[0].arn}*"]',
    "`${data.aws_dynamodb_table.t[0].arn}*` also stands for other tables whose names begin like this one",
    "write `${data.aws_dynamodb_table.t[0].arn}`, and `${data.aws_dynamodb_table.t[0].arn}/*` for its indexes and streams",
  ],
  [
    "sqs:SendMessage",
    '["${aws_sqs_queue.q.arn}*", "${aws_sqs_queue.q.arn}"]',
    "`${aws_sqs_queue.q.arn}*` also stands for other queues whose names begin like this one",
    "write `${aws_sqs_queue.q.arn}`",
  ],
])("%s on %s", (action, resource, message, hint) => {
  expect(told("iam.tf", policyOf(action, resource))).toEqual([["info", message, hint]]);
});

test.each([
  ["s3:GetObject", '"${aws_s3_bucket.raw.arn}/*"'],
  ["s3:GetObject", '"${aws_s3_bucket.raw.arn}/in*"'],
  ["s3:GetObject", '"${aws_s3_bucket.raw.arn}-archive*"'],
  ["s3:GetObject", '"arn:aws:s3:::raw*"'],
  ["logs:PutLogEvents", '"${aws_cloudwatch_log_group.g.arn}*"'],
  ["secretsmanager:GetSecretValue", '"${aws_secretsmanager_secret.s.arn}*"'],
  ["s3:GetObject", '"${var.bucket_arn}*"'],
  ["s3:GetObject", '"${aws_s3_bucket.raw.id}*"'],
  ["lambda:InvokeFunction", '"${aws_lambda_function.f.arn}:*"'],
])("nothing about %s on %s", (action, resource) => {
  expect(told("iam.tf", policyOf(action, resource))).toEqual([]);
});

test("nothing about what is denied, or about the policy of the bucket itself", () => {
  const resource = '"${aws_s3_bucket.raw.arn}*"';
  expect(told("iam.tf", policyOf("s3:GetObject", resource).replace("Allow", "Deny"))).toEqual([]);
  const own = policyOf("s3:GetObject", resource, "aws_s3_bucket_policy").replace(
    "Effect",
    'Principal = { AWS = "111111111111" }, Effect',
  );
  expect(told("iam.tf", own)).toEqual([]);
});

test("a template of CloudFormation says it in its own words", () => {
  const template = `Resources:
  Table: { Type: "AWS::DynamoDB::Table" }
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: "dynamodb:Query", Resource: !Sub "\${Table.Arn}*" }]
`;
  expect(told("iam.yaml", template)).toEqual([
    [
      "info",
      "`${Table.Arn}*` also stands for other tables whose names begin like this one",
      "write `${Table.Arn}`, and `${Table.Arn}/*` for its indexes and streams",
    ],
  ]);
});
