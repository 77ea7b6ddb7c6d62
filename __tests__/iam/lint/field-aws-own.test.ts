/** What AWS's own pages, samples and managed policies write, and what the linter wrongly said of it. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { codesOf, findingsOf, policyOf } from "./field-support";

type Row = readonly [name: string, statements: object | readonly object[], ...codes: string[]];

function table(rows: readonly Row[], type?: PolicyType): void {
  test.each(rows.map(([name, statements, ...codes]) => ({ name, statements, codes })))("$name", (row) => {
    const statements = Array.isArray(row.statements) ? row.statements : [row.statements];
    expect(codesOf(findingsOf(policyOf(...statements), type))).toEqual(row.codes);
  });
}

const on = (Action: string | readonly string[], Resource: string | readonly string[]) => ({ Action, Resource });

describe("models of Bedrock without a Region: global inference", () => {
  const MALFORMED = "error malformed-arn";
  table([
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
  table([
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
  table([
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
  table([
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
  table([
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
