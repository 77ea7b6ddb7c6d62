/** What AWS's own guides and policies write, and reads that show nothing of what is in a resource; beside each what must still be told. */
import { codesOf, findingsOf, policyOf } from "./field-support";

const codes = (...statements: readonly object[]) => codesOf(findingsOf(policyOf(...statements)));
const on = (Action: string | readonly string[], Resource = "*") => ({ Action, Resource });
const [WIDE, WIDE_INFO] = ["security wildcard-resource", "info wildcard-resource"];

describe("costs, which are read of the whole account", () => {
  test.each([
    ["what was spent", ["ce:GetCostAndUsage", "ce:GetCostForecast", "ce:GetDimensionValues"]],
    ["by tags", ["ce:GetTags", "ce:GetCostCategories"]],
  ])("%s", (_, actions) => {
    expect(codes(on(actions))).toEqual([]);
  });

  test("anomalies, whose monitor a call may leave out", () => {
    expect(codes(on(["ce:GetAnomalies", "ce:GetAnomalyMonitors"]))).toEqual([WIDE_INFO]);
  });

  test("what changes something, and other reads beside them", () => {
    expect(codes(on(["ce:GetCostAndUsage", "ce:DeleteAnomalyMonitor"]))).toEqual([WIDE]);
    expect(codes(on(["ce:GetCostAndUsage", "dynamodb:GetItem"]))).toEqual([WIDE]);
  });
});

describe("reads of metadata", () => {
  test.each([
    ["the definition of a dashboard", "cloudwatch:GetDashboard"],
    ["a version of a policy, and when a key was used", ["iam:GetPolicyVersion", "iam:GetAccessKeyLastUsed"]],
    ["whether somebody has a password, identity providers", ["iam:GetLoginProfile", "iam:GetSAMLProvider"]],
  ])("%s", (_, actions) => {
    expect(codes(on(actions))).toEqual([WIDE_INFO]);
  });

  test.each([
    ["a certificate with its key", "acm:ExportCertificate"],
    ["a version of something else", "lambda:GetLayerVersion"],
    ["a secret", ["iam:GetPolicyVersion", "secretsmanager:GetSecretValue"]],
  ])("%s", (_, actions) => {
    expect(codes(on(actions))).toEqual([WIDE]);
  });

  test("the message begins with what does harm", () => {
    const reads = [
      "sqs:GetQueueUrl",
      "s3:GetBucketPolicy",
      "iam:GetRole",
      "kms:GetKeyPolicy",
      "sns:GetTopicAttributes",
    ];
    const [finding] = findingsOf(policyOf(on([...reads, "rds:ListTagsForResource", "ssm:GetParameter"])));
    expect(finding).toMatchObject({ severity: "security", message: expect.stringMatching(/^`ssm:GetParameter`, /) });
  });
});

describe("the root user in an SCP", () => {
  const LIKE = "warning string-like-on-arn-key";
  const deny = (condition: object) =>
    findingsOf(policyOf({ Effect: "Deny", Action: "*", Resource: "*", Condition: condition }), "scp");

  test.each([
    ["of any account", "StringLike", "arn:aws:iam::*:root"],
    ["of any partition", "StringLike", "arn:*:iam::*:root"],
    ["of all but", "StringNotLike", "arn:aws-us-gov:iam::*:root"],
    ["of some accounts", "StringLike", ["arn:aws:iam::12345678901?:root", "arn:aws:iam::2*:root"]],
  ])("%s", (_, operator, value) => {
    expect(codesOf(deny({ [operator]: { "aws:PrincipalArn": value } }))).toEqual([]);
  });

  test.each([
    ["a role", "arn:aws:iam::*:role/admin"],
    ["the root user and a role", ["arn:aws:iam::*:root", "arn:aws:iam::*:role/admin"]],
    ["what only ends so", "arn:aws:iam::*:*root"],
  ])("%s", (_, value) => {
    expect(codesOf(deny({ StringLike: { "aws:PrincipalArn": value } }))).toEqual([LIKE]);
  });
});

describe("the policy of a new VPC endpoint, which AWS writes without a version", () => {
  const MISSING = "info missing-version";
  const full = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
  const without = (...Statement: readonly object[]) => codesOf(findingsOf({ Statement }));

  test("in an answer of describe-vpc-endpoints, and alone", () => {
    const answer = {
      VpcEndpoints: [{ VpcEndpointId: "vpce-1", PolicyDocument: JSON.stringify({ Statement: [full] }) }],
    };
    expect(codesOf(findingsOf(answer))).toEqual([]);
    expect(without(full)).toEqual([]);
  });

  test("one that somebody wrote", () => {
    expect(without({ ...full, Action: "ec2:*" })).toEqual([MISSING]);
    expect(without(full, { ...full, Effect: "Deny", Action: "ec2:RunInstances" })).toContain(MISSING);
    expect(codesOf(findingsOf({ Statement: [full] }, "resource"))).toContain(MISSING);
  });
});

describe("a star in place of `arn`", () => {
  const lint = (resources: readonly string[], more: object = {}) =>
    findingsOf(policyOf({ Action: "sqs:SendMessage", Resource: resources, ...more }));

  test("is one warning for the statement", () => {
    const found = lint([
      "*:*:sqs:*:*:orders",
      "*:*:sqs:*:*:returns",
      "*:aws:sqs:eu-west-1:123456789012:a",
      "*:*:sqs:*:*:b",
    ]);
    expect(codesOf(found)).toEqual(["warning malformed-arn"]);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/^`\*:\*:sqs:\*:\*:orders`, .* and 2 more do not begin with `arn:`/);
    expect(codesOf(lint([], { Resource: undefined, NotResource: "*:*:sqs:*:*:orders", Effect: "Deny" }))).toEqual([
      "warning malformed-arn",
    ]);
  });

  test.each([["orders"], ["*:sqs:orders"], ["aws:sqs:eu-west-1:123456789012:orders"], ["*:"]])("not so: %s", (text) => {
    expect(codesOf(lint([text]))).toEqual(["error malformed-arn"]);
  });
});
