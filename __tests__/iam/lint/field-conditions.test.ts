/** Conditions that are right as they stand. */
import { testCodes } from "./field-support";

describe("values that AWS sends with a wildcard", () => {
  const WITHOUT_LIKE = "warning wildcard-without-like";
  const bucket = (
    source: string | readonly string[],
    operator = "StringEquals",
    service = "billingreports.amazonaws.com",
  ) => ({
    Principal: { Service: service },
    Action: "s3:GetBucketAcl",
    Resource: "arn:aws:s3:::reports",
    Condition: { [operator]: { "aws:SourceArn": source }, StringLike: { "aws:SourceAccount": "123456789012" } },
  });
  const report = "arn:aws:cur:us-east-1:123456789012:definition/*";
  testCodes(
    [
      ["the policy of the guide to cost reports", bucket(report)],
      ["a policy variable for the account", bucket("arn:aws:cur:us-east-1:${aws:SourceAccount}:definition/*")],
      [
        "another partition, and a list",
        bucket(["arn:aws-cn:cur:cn-northwest-1:123456789012:definition/*"], "StringEqualsIfExists"),
      ],
      ["any account", bucket("arn:aws:cur:us-east-1:*:definition/*"), WITHOUT_LIKE],
      ["some definitions", bucket("arn:aws:cur:us-east-1:123456789012:definition/daily-*"), WITHOUT_LIKE],
      ["beside one that is a mistake", bucket([report, "arn:aws:glue:us-east-1:123456789012:job/*"]), WITHOUT_LIKE],
      [
        "data exports, whose guide has StringLike",
        bucket("arn:aws:bcm-data-exports:us-east-1:123456789012:export/*"),
        WITHOUT_LIKE,
      ],
    ],
    "resource",
  );
});

describe("ForAllValues on a key that every request has", () => {
  const OPEN = "security for-all-values-allow";
  const INSTANCES = "arn:aws:ec2:us-east-1:123456789012:instance/*";
  const tags = (Action: string | readonly string[], Resource: string = INSTANCES) => ({
    Action,
    Resource,
    Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } },
  });
  const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
  const grants = (Action: string | readonly string[]) => ({
    Action,
    Resource: key,
    Condition: { "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] } },
  });
  const context = (Action: string | readonly string[]) => ({
    Action,
    Resource: "arn:aws:iam::123456789012:role/r",
    Condition: {
      "ForAllValues:ArnEquals": { "sts:RequestContextProviders": "arn:aws:iam::aws:contextProvider/IdentityCenter" },
    },
  });
  const records = (name: string, Action = "route53:ChangeResourceRecordSets") => ({
    Action,
    Resource: "arn:aws:route53:::hostedzone/Z1",
    Condition: { "ForAllValues:StringLike": { [`route53:ChangeResourceRecordSets${name}`]: ["A"] } },
  });
  const items = (Action: string | readonly string[], name = "LeadingKeys") => ({
    Action,
    Resource: "arn:aws:dynamodb:us-east-1:123456789012:table/saves",
    Condition: { "ForAllValues:StringEquals": { [`dynamodb:${name}`]: ["${www.amazon.com:user_id}"] } },
  });
  const session = (operator: string) => ({
    Action: ["sts:AssumeRole", "sts:TagSession"],
    Resource: "arn:aws:iam::123456789012:role/r",
    Condition: { [operator]: { "sts:TransitiveTagKeys": ["team", "project"] } },
  });
  const selected = (operator: string, select: string | readonly string[], name = "Query") => {
    const { Condition, ...rest } = items(["dynamodb:GetItem", `dynamodb:${name}`], "Attributes");
    return { ...rest, Condition: { ...Condition, [operator]: { "dynamodb:Select": select } } };
  };
  testCodes([
    ["names of records", records("NormalizedRecordNames")],
    ["types of records", records("RecordTypes")],
    ["kinds of changes", records("Actions")],
    ["items by their keys", items(["dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchWriteItem"])],
    ["a scan, which has no key", items(["dynamodb:GetItem", "dynamodb:Scan"]), OPEN],
    ["a statement of PartiQL, which may scan", items("dynamodb:PartiQLSelect"), OPEN],
    ["attributes, which a request need not name", items("dynamodb:GetItem", "Attributes"), OPEN],
    ["attributes that are selected, as in the IAM User Guide", selected("StringEqualsIfExists", "SPECIFIC_ATTRIBUTES")],
    ["attributes that are selected, or written", selected("StringEqualsIfExists", "SPECIFIC_ATTRIBUTES", "PutItem")],
    ["attributes that are selected, in each request", selected("StringEquals", ["SPECIFIC_ATTRIBUTES"])],
    ["attributes, or all of them", selected("StringEquals", ["SPECIFIC_ATTRIBUTES", "ALL_ATTRIBUTES"]), OPEN],
    ["attributes, where all are refused", selected("StringNotEquals", "SPECIFIC_ATTRIBUTES"), OPEN],
    ["ec2:CreateTags", tags("ec2:CreateTags")],
    ["tags of a queue", tags("sqs:TagQueue", "arn:aws:sqs:us-east-1:123456789012:orders")],
    [
      "tags of a function, both ways",
      tags(["lambda:TagResource", "lambda:UntagResource"], "arn:aws:lambda:us-east-1:123456789012:function:orders"),
    ],
    ["tags of a stream", tags("kinesis:AddTagsToStream", "arn:aws:kinesis:us-east-1:123456789012:stream/orders")],
    ["grants of a key", grants("kms:CreateGrant")],
    ["providers of a context", context("sts:SetContext")],
    ["ec2:DeleteTags, which without tags deletes all", tags("ec2:DeleteTags"), OPEN],
    ["both", tags(["ec2:CreateTags", "ec2:DeleteTags"]), OPEN],
    ["a pattern with one that may have none", tags("ec2:*Tags"), OPEN],
    [
      "what makes a resource, with tags or without",
      tags("sqs:CreateQueue", "arn:aws:sqs:us-east-1:123456789012:orders"),
      OPEN,
    ],
    ["tags of a session", tags("sts:TagSession", "arn:aws:iam::123456789012:role/r"), OPEN],
    ["which of them are transitive, as in AWS's guide", session("ForAllValues:StringEquals")],
    ["the same by StringLike", session("ForAllValues:StringLike")],
    [
      "another key of the same request",
      {
        ...tags("ec2:CreateTags"),
        Condition: { "ForAllValues:StringEquals": { "ec2:Vpc": "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1" } },
      },
      "warning for-all-values-single",
    ],
    ["another action of STS", context("sts:AssumeRole"), "error unsupported-condition-key", OPEN],
  ]);
});

describe("StringLike with an ARN", () => {
  const [LIKE, SAME] = ["warning string-like-on-arn-key", "info string-like-on-arn-key"];
  const from = (operator: string, value: string | readonly string[], key = "aws:SourceArn") => ({
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: "arn:aws:sqs:us-east-1:123456789012:orders",
    Condition: { [operator]: { [key]: value } },
  });
  const topic = "arn:aws:sns:us-east-1:123456789012:orders";
  testCodes(
    [
      ["a whole ARN", from("StringLikeIfExists", topic)],
      ["several", from("StringLike", [topic, `${topic}.fifo`])],
      ["another key", from("StringLike", "arn:aws:iam::123456789012:role/orders", "aws:PrincipalArn")],
      ["a policy variable", from("StringLike", "arn:aws:sns:us-east-1:${aws:PrincipalAccount}:orders")],
      ["in a Deny, by StringNotLike", { ...from("StringNotLike", topic), Effect: "Deny" }],
      ["a wildcard", from("StringLikeIfExists", "arn:aws:sns:us-east-1:*:orders"), LIKE],
      ["a wildcard in one of them", from("StringLike", [topic, topic.replace("us-east-1", "*")]), LIKE],
      ["one character of the account", from("StringLike", topic.replace("9012", "901?")), LIKE],
      ["a wildcard in place of all behind the service", from("StringLike", "arn:aws:sns:*"), LIKE],
      ["one beside one that makes no difference", from("StringLike", [`${topic}*`, "arn:aws:sns:*:1:a"]), LIKE],
      ["the last part alone, as in AWS's guide to Lambda", from("StringLike", `${topic}*`), SAME],
      ["one character of the last part", from("StringLike", `${topic}-?`), SAME],
      ["a wildcard behind a variable", from("StringLike", "arn:aws:sns:us-east-1:${aws:PrincipalAccount}:*"), SAME],
      ["a last part with colons", from("StringNotLike", "arn:aws:sns:us-east-1:123456789012:orders:*"), SAME],
    ],
    "resource",
  );
});

describe("keys of another prefix, and keys of no action", () => {
  const [UNKNOWN, UNSUPPORTED] = ["error unknown-condition-key", "error unsupported-condition-key"];
  const when = (key: string, Action: string | readonly string[], Resource = "*", operator = "StringEquals") => ({
    Action,
    Resource,
    Condition: { [operator]: { [key]: "a" } },
  });
  const instance = "arn:aws:ec2:us-east-1:123456789012:instance/i-1";
  testCodes([
    ["the user of an instance", when("ec2:osuser", "ec2-instance-connect:SendSSHPublicKey", instance)],
    ["the type of a change", when("catalog:ChangeType", "aws-marketplace:StartChangeSet")],
    ["a tag of a load balancer", when("elasticloadbalancing:ResourceTag/team", "arc-zonal-shift:CancelZonalShift")],
    ["a typo in it", when("ec2:osusers", "ec2-instance-connect:SendSSHPublicKey", instance), UNKNOWN],
    [
      "with an action that has it not",
      when("ec2:osuser", "sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:a"),
      UNSUPPORTED,
    ],
  ]);
  const machine = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";
  testCodes([
    ["the method of a call", when("states:HTTPMethod", "states:InvokeHTTPEndpoint", machine)],
    ["its address, by a pattern", when("states:HTTPEndpoint", "states:InvokeHTTPEndpoint", "*", "StringLike")],
    ["a typo in it", when("states:HTTPMethods", "states:InvokeHTTPEndpoint", machine), UNKNOWN],
    [
      "a key that other actions have",
      when("states:StateMachineQualifier", "states:CreateActivity", "*", "ForAnyValue:StringEquals"),
      UNSUPPORTED,
    ],
  ]);
});

describe("keys with several values that AWS compares as one", () => {
  const QUALIFIER = "error missing-qualifier";
  const rule = (key: string, value: string, operator = "StringEquals", Action = "events:PutRule") => ({
    Action,
    Resource: "arn:aws:events:eu-west-1:123456789012:rule/nightly",
    Condition: { [operator]: { [key]: value } },
  });
  testCodes([
    ["the source of a rule", rule("events:source", "aws.ec2")],
    ["the type of its events, in other letters", rule("events:Detail-Type", "Object Created")],
    [
      "the type of events that are sent",
      {
        ...rule("events:detail-type", "Order Placed", "StringEquals", "events:PutEvents"),
        Resource: "arn:aws:events:eu-west-1:123456789012:event-bus/orders",
      },
    ],
    [
      "the targets of a rule",
      rule("events:TargetArn", "arn:aws:lambda:*:*:function:*", "ArnLike", "events:PutTargets"),
    ],
    ["tags of a rule", rule("aws:TagKeys", "team"), QUALIFIER],
  ]);
});

describe("keys that AWS's own policies have and the data lacks", () => {
  const NEVER = "error unsupported-condition-key";
  const copied = (key: string, Action = "ec2:CopyVolumes") => ({
    Action,
    Resource: "arn:aws:ec2:*:*:volume/vol-*",
    Condition: { StringEquals: { [key]: "a" } },
  });
  const product = (Action: string) => ({
    Action,
    Resource: "*",
    Condition: { "ForAnyValue:StringEquals": { "aws-marketplace:ProductId": ["prod-abcdefghijklm"] } },
  });
  testCodes([
    ["the tags of the volume that is copied", copied("aws:ResourceTag/team")],
    ["the same with the key of EC2", copied("ec2:ResourceTag/team")],
    ["a key of other volumes", copied("ec2:Attribute"), NEVER],
    ["the products that may be subscribed to", product("aws-marketplace:Subscribe")],
    ["those that may be given up", product("aws-marketplace:Unsubscribe")],
    ["a list of them, which has no product", product("aws-marketplace:ViewSubscriptions"), NEVER],
  ]);
});
