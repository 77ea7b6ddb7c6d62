/** Services that come on behalf of any account. */
import { findingsIn, findingsOf, policyOf } from "./field-support";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";
const told = (statement: object, ...others: readonly object[]) =>
  findingsOf(policyOf({ Resource: QUEUE, ...statement }, ...others), "resource")
    .filter(({ rule }) => rule === "service-without-source")
    .map(({ severity, message, hint }) => `${severity}: ${message} | ${hint}`);
const service = (name: string) => ({ Principal: { Service: name } });

test.each([
  ["s3.amazonaws.com", "sqs:SendMessage", QUEUE, "bucket"],
  ["s3.amazonaws.com", "sns:*", "arn:aws:sns:us-east-1:123456789012:a", "bucket"],
  ["sns.amazonaws.com", "sqs:SendMessage", QUEUE, "topic"],
  ["events.amazonaws.com", "sqs:SendMessage", QUEUE, "rule"],
  ["cloudtrail.amazonaws.com", "s3:PutObject", "arn:aws:s3:::logs/*", "trail"],
  ["delivery.logs.amazonaws.com", "s3:PutObject", "arn:aws:s3:::logs/flow/*", "delivery"],
])("%s with %s", (name, Action, Resource, what) => {
  expect(told({ ...service(name), Action, Resource })).toEqual([
    `info: \`${Action}\` is allowed to \`${name}\` on behalf of every AWS account: no condition says whose ${what} is meant | add \`"ArnLike": { "aws:SourceArn": "ARN" }\``,
  ]);
});

test("one of several services, and the condition of AWS Config", () => {
  const Principal = { Service: ["lambda.amazonaws.com", "config.amazonaws.com"] };
  const [found, ...others] = told({ Principal, Action: "s3:PutObject", Resource: "arn:aws:s3:::logs/*" });
  expect(found).toContain("to `config.amazonaws.com` on behalf of every AWS account");
  expect(found).toContain('add `"StringEquals": { "aws:SourceAccount": "ACCOUNT" }`');
  expect(others).toEqual([]);
});

describe("nothing is told", () => {
  test.each<readonly [string, object]>([
    ["of a source", { Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::raw" } } }],
    ["of an account", { Condition: { StringEquals: { "AWS:SourceAccount": "123456789012" } } }],
    ["of an organization", { Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } } }],
  ])("with a condition %s", (_, more) => {
    expect(told({ ...service("s3.amazonaws.com"), Action: "sqs:SendMessage", ...more })).toEqual([]);
  });

  test("of Amazon SES, as the AWS CDK writes it", () => {
    const store = { ...service("ses.amazonaws.com"), Action: "s3:PutObject", Resource: "arn:aws:s3:::mail/*" };
    expect(told(store)).toHaveLength(1);
    expect(told({ ...store, Condition: { StringEquals: { "aws:Referer": "123456789012" } } })).toEqual([]);
  });

  test.each([
    ["events.amazonaws.com", "sns:Publish", "arn:aws:sns:us-east-1:123456789012:a"],
    ["lambda.amazonaws.com", "sqs:SendMessage", QUEUE],
    ["cloudtrail.amazonaws.com", "s3:GetBucketAcl", "arn:aws:s3:::logs"],
    ["cloudtrail.amazonaws.com", "s3:PutObject", "arn:aws:s3:::logs/AWSLogs/123456789012/*"],
    ["s3.amazonaws.com", "kms:GenerateDataKey", "*"],
  ])("of %s with %s on %s", (name, Action, Resource) => {
    expect(told({ ...service(name), Action, Resource })).toEqual([]);
  });

  test("of a Deny, and where others are denied", () => {
    const send = { ...service("s3.amazonaws.com"), Action: "sqs:SendMessage" };
    expect(told({ ...send, Effect: "Deny" })).toEqual([]);
    const others = {
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: QUEUE,
      Condition: { StringNotEquals: { "aws:SourceAccount": "123456789012" } },
    };
    expect(told(send, others)).toEqual([]);
  });

  test("of an account that only a plan knows", () => {
    const document = (resource: string) => `
resource "aws_s3_bucket_policy" "a" {
  bucket = "logs"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:PutObject", Resource = ${resource}
  }] })
}`;
    const rules = (resource: string) => findingsIn({ "main.tf": document(resource) }).map(({ rule }) => rule);
    expect(rules('"${aws_s3_bucket.a.arn}/AWSLogs/${data.aws_caller_identity.current.account_id}/*"')).toEqual([]);
    expect(rules('"${aws_s3_bucket.a.arn}/*"')).toEqual(["service-without-source"]);
  });
});
