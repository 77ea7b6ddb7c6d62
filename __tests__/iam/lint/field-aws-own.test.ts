/** What AWS's own pages, samples and managed policies write, and what the linter wrongly said of it. */
import { codesOf, findingsOf, policyOf, testCodes } from "./field-support";

const on = (Action: string | readonly string[], Resource: string | readonly string[]) => ({ Action, Resource });

describe("models of Bedrock without a Region: global inference", () => {
  const MALFORMED = "error malformed-arn";
  testCodes([
    ["one model", on("bedrock:InvokeModel", "arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-5-v1:0")],
    [
      "all of a provider, in another partition",
      on("bedrock:InvokeModel*", "arn:aws-us-gov:bedrock:::foundation-model/amazon.*"),
    ],
    ["in a Region", on("bedrock:InvokeModel", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")],
    [
      "with an account",
      on("bedrock:InvokeModel", "arn:aws:bedrock:us-east-1:123456789012:foundation-model/amazon.nova-lite-v1:0"),
      MALFORMED,
    ],
    [
      "a profile without a Region",
      on("bedrock:InvokeModel", "arn:aws:bedrock:::inference-profile/global.amazon.nova"),
      MALFORMED,
    ],
  ]);
});

describe("tokens of tasks", () => {
  testCodes([
    ["a state machine", on("states:SendTaskSuccess", "arn:aws:states:us-east-1:123456789012:stateMachine:orders")],
    ["an activity", on(["states:SendTaskFailure", "states:SendTaskHeartbeat"], "arn:aws:states:*:*:activity:approve")],
    ["every one", on(["states:SendTaskSuccess", "states:SendTaskFailure"], "*")],
    [
      "a function",
      on("states:SendTaskSuccess", "arn:aws:lambda:us-east-1:123456789012:function:a"),
      "error resource-type-mismatch",
    ],
    [
      "an execution",
      on("states:SendTaskFailure", "arn:aws:states:*:*:execution:orders:a"),
      "error resource-type-mismatch",
    ],
  ]);
});

describe("what an agent does for its own instance", () => {
  const WIDE = "security wildcard-resource";
  testCodes([
    ["its registration", on("ssm:UpdateInstanceInformation", "*")],
    [
      "its inventory and associations",
      on(["ssm:PutInventory", "ssm:PutComplianceItems", "ssm:ListInstanceAssociations"], "*"),
    ],
    ["its channels", on(["ssmmessages:*", "ec2messages:*"], "*")],
    ["roles of pods", on("eks-auth:AssumeRoleForPodIdentity", "*")],
    ["prices", on("pricing:*", "*")],
    ["parameters", on(["ssm:UpdateInstanceInformation", "ssm:GetParameter"], "*"), WIDE],
    ["its channels beside another service", on(["ssmmessages:*", "sqs:*"], "*"), "security service-wildcard", WIDE],
  ]);
});

describe("messages to phones, which have no ARN", () => {
  const ALL = on("sns:Publish", "*");
  const deny = (Action: string, Resource: string, more = {}) => ({ Effect: "Deny", Action, Resource, ...more });
  const WIDE = "security wildcard-resource";
  const EXCEPT = "security allow-not-resource";
  testCodes([
    ["a Deny of all topics", [ALL, deny("sns:Publish", "arn:aws:sns:*:*:*")]],
    ["a Deny of all of the service", [ALL, deny("sns:*", "arn:aws:sns:*")]],
    ["all but the topics", { Action: "sns:Publish", NotResource: "arn:aws:sns:*:*:*" }],
    ["any topic", ALL, WIDE],
    ["a Deny of some topics", [ALL, deny("sns:Publish", "arn:aws:sns:*:*:orders-*")], WIDE],
    ["a Deny of another action", [ALL, deny("sns:Subscribe", "arn:aws:sns:*:*:*")], WIDE],
    [
      "a Deny under a condition",
      [ALL, deny("sns:Publish", "arn:aws:sns:*:*:*", { Condition: { Bool: { "aws:ViaAWSService": "true" } } })],
      WIDE,
    ],
    [
      "a Deny of the resources of another service",
      [ALL, deny("sns:Publish", "arn:aws:sqs:*:*:*")],
      "error resource-type-mismatch",
      WIDE,
    ],
    ["all but some topics", { Action: "sns:Publish", NotResource: "arn:aws:sns:*:*:orders-*" }, EXCEPT],
    [
      "all but those of another service",
      { Action: ["sns:Publish", "sqs:SendMessage"], NotResource: "arn:aws:sns:*:*:*" },
      EXCEPT,
    ],
  ]);
});

describe("NotResource beside a condition", () => {
  const EXCEPT = "security allow-not-resource";
  const keys = (condition: object, Action: string | readonly string[] = "kms:Decrypt") => ({
    Action,
    NotResource: "arn:aws:kms:*:123456789012:key/*",
    Condition: { StringLike: condition },
  });
  testCodes([
    ["keys of other accounts, by way of a service", keys({ "kms:ViaService": "sqs.eu-west-1.amazonaws.com" })],
    ["several actions", keys({ "kms:ViaService": "s3.*.amazonaws.com" }, ["kms:Encrypt", "kms:GenerateDataKey*"])],
    [
      "tables with a tag",
      {
        Action: "dynamodb:GetItem",
        NotResource: "arn:aws:dynamodb:*:*:table/audit-*",
        Condition: { StringEquals: { "aws:ResourceTag/team": "orders" } },
      },
    ],
    ["who asks", keys({ "aws:PrincipalTag/team": "orders" }), EXCEPT],
    ["where it is asked", keys({ "aws:RequestedRegion": "eu-*" }), EXCEPT],
  ]);

  test("in the policy of a resource it stays", () => {
    const policy = policyOf({
      ...keys({ "kms:ViaService": "sqs.eu-west-1.amazonaws.com" }),
      Principal: { AWS: "arn:aws:iam::123456789012:role/reader" },
    });
    expect(codesOf(findingsOf(policy, "resource"))).toContain(EXCEPT);
  });
});

test("a key that only a policy of AWS has", () => {
  const given = {
    ...on("iam:CreateRole", "arn:aws:iam::*:role/app/*"),
    Condition: { StringNotEquals: { "aws:PrincipalOrgMasterAccountId": "${aws:PrincipalAccount}" } },
  };
  expect(codesOf(findingsOf(policyOf(given)))).toEqual([]);
  const wrong = { ...given, Condition: { StringNotEquals: { "aws:PrincipalOrgMasterAccount": "123456789012" } } };
  expect(codesOf(findingsOf(policyOf(wrong)))).toEqual(["error unknown-condition-key"]);
});

describe("a verb that begins like one that reads is none", () => {
  test.each([
    ["lambda:CheckpointDurableExecutions", "did you mean `lambda:CheckpointDurableExecution`?"],
    ["lambda:checkpointdurableexecutions", "did you mean `lambda:CheckpointDurableExecution`?"],
    ["s3:GetObjekt", "did you mean `s3:GetObject`?"],
  ])("%s", (Action, hint) => {
    const [finding] = findingsOf(policyOf(on(Action, "*"))).filter(({ rule }) => rule === "unknown-action");
    expect(finding?.hint).toBe(hint);
  });
});

describe("keys that count, of which the data says that they have texts", () => {
  const VAULT = "arn:aws:glacier:us-west-2:123456789012:vaults/records";
  const keep = (operator: string, value: string) => ({
    Effect: "Deny",
    ...on("glacier:DeleteArchive", VAULT),
    Condition: { [operator]: { "glacier:ArchiveAgeInDays": value } },
  });
  testCodes([
    ["a number of days", keep("NumericLessThan", "365")],
    ["at most", keep("NumericLessThanEquals", "365")],
    ["a text", keep("StringEquals", "365")],
    ["no number", keep("NumericLessThan", "a year"), "warning type-mismatch"],
    ["an address", keep("IpAddress", "203.0.113.0/24"), "warning type-mismatch"],
    [
      "another key with texts",
      { ...keep("NumericLessThan", "1"), Condition: { NumericLessThan: { "aws:PrincipalAccount": "1" } } },
      "warning type-mismatch",
    ],
  ]);
});

describe("names of the AWS CLI and SDKs in place of a prefix", () => {
  test.each([
    ["bedrock-runtime:InvokeModel", "bedrock"],
    ["s3control:CreateAccessPoint", "s3"],
    ["timestream-query:Select", "timestream"],
    ["sagemaker-runtime:InvokeEndpoint", "sagemaker"],
  ])("%s", (Action, service) => {
    const [finding] = findingsOf(policyOf(on(Action, "*")));
    expect([finding?.rule, finding?.hint]).toEqual(["unknown-service", `did you mean \`${service}\`?`]);
  });
});

describe("the effect in another case of letters", () => {
  const trust = (Effect: string, more = {}) => ({
    Effect,
    Principal: { Service: "backup.amazonaws.com" },
    Action: "sts:AssumeRole",
    ...more,
  });
  testCodes([
    ["AWS takes it in a trust policy", trust("allow"), "warning invalid-effect"],
    ["Deny in capitals", [trust("Allow"), trust("DENY")], "warning denied-anyway", "warning invalid-effect"],
    [
      "it opens the role as any Allow",
      trust("ALLOW", { Principal: { AWS: "*" } }),
      "security open-trust",
      "warning invalid-effect",
    ],
    ["a mistyped one is refused", trust("Alow"), "error invalid-effect"],
    ["it is refused in other policies", { ...on("s3:ListAllMyBuckets", "*"), Effect: "allow" }, "error invalid-effect"],
    [
      "it is refused in the policy of a resource",
      { ...on("sqs:SendMessage", "*"), Effect: "deny", Principal: { AWS: "123456789012" } },
      "error invalid-effect",
    ],
  ]);
});

describe("what a format fills in", () => {
  const principal = (AWS: string) => ({ Principal: { AWS }, Action: "sts:AssumeRole" });
  testCodes([
    ["a principal", principal("%s"), "info malformed-arn"],
    ["a part of a name, which is one as it stands", on("s3:GetObject", "arn:aws:s3:::%[1]s/*")],
    ["an account", on("sqs:SendMessage", "arn:aws:sqs:eu-west-1:%d:queue"), "info malformed-arn"],
    ["a name", on("sqs:SendMessage", "arn:aws:sqs:eu-west-1:%(account)s:queue"), "info malformed-arn"],
    [
      "a word with the sign is no account",
      on("sqs:SendMessage", "arn:aws:sqs:eu-west-1:%string:queue"),
      "error malformed-arn",
    ],
    [
      "an action of another service",
      on("sqs:SendMessage", "arn:aws:sns:eu-west-1:%s:topic"),
      "error resource-type-mismatch",
      "info malformed-arn",
    ],
  ]);
});

test("advice for messages to phones", () => {
  const hint = (actions: readonly string[]) =>
    findingsOf(policyOf(on(actions, "*")))
      .map((finding) => finding.hint)
      .join();
  expect(hint(["sns:Publish"])).toContain("for messages to phones");
  expect(hint(["sns:Publish", "sqs:SendMessage"])).not.toContain("phones");
});

describe("an instance that acts on itself by `aws:ARN`, which no page of AWS lists", () => {
  const own = (operator: string, key: string) => ({
    Action: "ec2:CreateTags",
    Resource: "arn:aws:ec2:*:123456789012:instance/*",
    Condition: { [operator]: { [key]: "${ec2:SourceInstanceARN}" } },
  });
  testCodes([
    ["as it is written", own("StringEquals", "aws:ARN")],
    ["as an ARN, in other letters", own("ArnEquals", "aws:Arn")],
    ["a key that nobody has", own("StringEquals", "aws:InstanceARN"), "error unknown-condition-key"],
    ["a number", own("NumericEquals", "aws:ARN"), "error invalid-policy-variable", "warning type-mismatch"],
  ]);
});
