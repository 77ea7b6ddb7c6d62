/** ARNs that are written another way than the reference of a service has them. */
import { codesOf, findingsIn, findingsOf, terraformPolicy, testCodes } from "./field-support";

const WIDE = "security wildcard-resource";
const MALFORMED = "error malformed-arn";
const MISMATCH = "error resource-type-mismatch";

describe("an ARN without all of its fields", () => {
  testCodes([
    ["a service and a wildcard", { Action: "states:StartExecution", Resource: "arn:aws:states:*" }, WIDE],
    ["a service alone", { Action: "sqs:SendMessage", Resource: "arn:aws:sqs" }, WIDE],
    ["all fields, and every one of them open", { Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:*:*" }, WIDE],
    ["a service of another partition", { Action: "sns:Publish", Resource: "arn:aws-cn:sns:*:*" }, WIDE],
    ["a Region: not every resource of the service", { Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1" }],
    ["an account", { Action: "dynamodb:PutItem", Resource: "arn:aws:dynamodb:*:123456789012" }],
    ["actions of another service", { Action: "sqs:SendMessage", Resource: "arn:aws:sns" }, MISMATCH],
    [
      "beside what it covers",
      { Action: "sqs:SendMessage", Resource: ["arn:aws:sqs", "arn:aws:sqs:eu-west-1:123456789012:q"] },
      "info redundant-resource",
      WIDE,
    ],
    ["in NotResource", { Effect: "Deny", Action: "sqs:*", NotResource: "arn:aws:sqs:eu-west-1" }],
    ["a service that is none", { Action: "sqs:SendMessage", Resource: "arn:aws:sqss" }, MALFORMED],
    ["a bucket in the place of the account", { Action: "s3:GetObject", Resource: "arn:aws:s3::raw-zone/*" }, MALFORMED],
    ["no service", { Action: "sqs:SendMessage", Resource: "arn:aws" }, MALFORMED],
    ["a Region that is none", { Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west" }, MALFORMED],
  ]);
  testCodes(
    [
      [
        "IAM completes it in identity policies only",
        { Principal: { AWS: "123456789012" }, Action: "sqs:SendMessage", Resource: "arn:aws:sqs" },
        MALFORMED,
      ],
    ],
    "resource",
  );
});

describe("a wildcard at the end of a field matches colons", () => {
  const logs = "arn:aws:logs:eu-west-1:123456789012";
  testCodes([
    ["streams of log groups", { Action: "logs:PutLogEvents", Resource: "arn:aws:logs:*:*:/aws-glue/*" }],
    ["a secret", { Action: "secretsmanager:GetSecretValue", Resource: "arn:aws:secretsmanager:*:*:app!*" }],
    ["a function", { Action: "lambda:InvokeFunction", Resource: "arn:aws:lambda:*:*:orders-*" }],
    [
      "an account that ends with a wildcard",
      { Action: "states:StartExecution", Resource: "arn:aws:states:eu-west-1:1234*:orders" },
    ],
    ["a wildcard for the Region, and more", { Action: "rds:StartDBInstance", Resource: "arn:aws:rds:*:db:orders" }],
    ["no wildcard in front", { Action: "logs:PutLogEvents", Resource: `${logs}:/aws-glue/*` }, MISMATCH],
    [
      "another case of letters",
      { Action: "lambda:InvokeFunction", Resource: "arn:aws:lambda:*:*:Function:orders" },
      MISMATCH,
    ],
    ["another type", { Action: "logs:PutLogEvents", Resource: "arn:aws:logs:*:*:destination:orders" }, MISMATCH],
    ["a slash in place of the colon", { Action: "glue:StartCrawler", Resource: "arn:aws:glue:*:*:orders" }, MISMATCH],
    [
      "a service without colons in its resources",
      { Action: "iam:GetRole", Resource: "arn:aws:iam::*:user/*" },
      MISMATCH,
    ],
  ]);
});

describe("what is to be filled in", () => {
  const FILL = "info malformed-arn";
  const queue = (account: string, region = "eu-west-1") => `arn:aws:sqs:${region}:${account}:orders`;
  const send = (...Resource: readonly string[]) => ({ Action: "sqs:SendMessage", Resource });
  const FILL_ACTION = "info unknown-action";
  testCodes([
    ["an action", { Action: "<action>", Resource: "*" }, FILL_ACTION],
    ["an action of a service", { Action: ["s3:<ACTION>", "s3:{{action}}*"], Resource: "*" }, FILL_ACTION],
    ["a service", { Action: "<service>:Get*", Resource: "*" }, FILL_ACTION],
    ["an action under Deny", { Effect: "Deny", NotAction: "[action]", Resource: "*" }, FILL_ACTION],
    ["an action and an account: one finding", { ...send(queue("<ACCOUNT_ID>")), Action: "sqs:<ACTION>" }, FILL],
    [
      "an action beside one that does not exist",
      { Action: ["<action>", "s3:GetObjekt"], Resource: "arn:aws:s3:::raw/*" },
      "error unknown-action",
      FILL_ACTION,
    ],
    ["a service in capitals", { Action: "AWS-MARKETPLACE:ViewSubscriptions", Resource: "*" }],
  ]);
  testCodes([
    ["an ARN", { Action: "s3:GetObject", Resource: "_S3_BUCKET_ARN_/*" }, FILL],
    ["an ARN in capitals", { Action: "kms:Decrypt", Resource: "KMS_KEY_ARN" }, FILL],
    ["an account between underscores", send(queue("_AWS_ACCOUNT_ID_")), FILL],
    ["an account between angle brackets", send(queue("<ACCOUNT_ID>")), FILL],
    ["an account of the IAM User Guide", send(queue("account-ID-without-hyphens")), FILL],
    ["the same in capitals", send(queue("ACCOUNT-ID-WITHOUT-HYPHENS")), FILL],
    ["an account of a template engine", send(queue("{{ account }}")), FILL],
    ["an account of x", send(queue("xxxxxxxxxxxx")), FILL],
    ["a Region", send(queue("123456789012", "<region>")), FILL],
    ["an ARN of a format", { Action: "s3:GetObject", Resource: ["{bucket_arn}", "{bucket_arn}/in/*"] }, FILL],
    ["an ARN of a resource file", { Action: "sts:AssumeRole", Resource: "%{shared_vpc_role_arn}" }, FILL],
    ["parts of an ARN", { Action: "sqs:SendMessage", Resource: "arn:{partition}:sqs:%{region}:{account.id}:a" }, FILL],
    ["a variable of IAM is none", { Action: "s3:GetObject", Resource: "arn:aws:s3:::home/${aws:username}/*" }],
    ["a brace that is not closed", { Action: "s3:GetObject", Resource: "{bucket_arn/*" }, MALFORMED],
    [
      "a service with a typo beside an account",
      { Action: "sqs:SendMessage", Resource: "arn:aws:sqss:eu-west-1:<ACCOUNT>:a" },
      MALFORMED,
    ],
    [
      "in a condition",
      {
        ...send(queue("123456789012")),
        Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::<ACCOUNT>:role/*" } },
      },
      FILL,
    ],
    ["a name for the account", send(queue("prod")), MALFORMED],
    ["an account of eleven digits", send(queue("12345678901")), MALFORMED],
    ["a Region in capitals", send(queue("123456789012", "AWS_REGION")), FILL],
    ["a Region with a typo", send(queue("123456789012", "eu-wst1")), MALFORMED],
    ["a name for the ARN", { Action: "s3:GetObject", Resource: "raw-zone/*" }, MALFORMED],
    [
      "a placeholder beside a wrong type",
      { Action: "sqs:SendMessage", Resource: "arn:aws:sns:eu-west-1:<ACCOUNT>:orders" },
      MISMATCH,
      FILL,
    ],
  ]);
  testCodes(
    [
      ["a principal", { Principal: { AWS: "arn:aws:iam::<ACCOUNT_ID>:root" }, Action: "sts:AssumeRole" }, FILL],
      ["a principal as a whole", { Principal: { AWS: "_ROLE_ARN_" }, Action: "sts:AssumeRole" }, FILL],
      ["an account of a principal", { Principal: { AWS: "ACCOUNT_ID" }, Action: "sts:AssumeRole" }, FILL],
      [
        "a principal that is none",
        { Principal: { AWS: "orders-admin" }, Action: "sts:AssumeRole" },
        "error invalid-principal",
      ],
    ],
    "trust",
  );

  test("a fault beside a placeholder, and not the placeholder", () => {
    const messages = (resource: string) =>
      findingsOf([{ Action: "kms:Decrypt", Resource: resource }]).map(({ message, hint }) => [message, hint]);
    expect(messages("arn:aws:kmss:eu-west-1:<ACCOUNT>:key/a")).toEqual([["no ARN is of a service `kmss`", undefined]]);
    expect(messages("arn:aws:kms:eu-wst1:<ACCOUNT>:key/a")).toEqual([
      ["`eu-wst1` is not a Region", "write one such as `us-east-1`, or `*`"],
    ]);
    expect(messages("arn:aws:kms::<ACCOUNT>:key/a")).toEqual([["ARNs of kms have the Region in them", undefined]]);
  });

  test.each([
    "arn:aws:iam::<ACCOUNT>:role/",
    "arn:aws:iam::$account_id:roles/a",
    "arn:aws:iam::${var.account}:roles/a",
  ])("no Region is missing in an ARN of a service without Regions: %s", (resource) => {
    const found = findingsOf([{ Action: "iam:*", Resource: [resource, "arn:aws:iam::123456789012:role/a"] }]);
    expect(found.filter(({ rule, severity }) => rule === "malformed-arn" && severity === "error")).toEqual([]);
  });

  const sids = (...names: readonly string[]) =>
    findingsOf(
      names.map((Sid, index) => ({ Sid, Action: "s3:GetObject", Resource: `arn:aws:s3:::raw${index}/*` })),
    ).map(({ severity, rule, message }) => [severity, rule, message]);
  test.each<readonly [string, readonly string[], readonly (readonly string[])[]]>([
    [
      "of a template engine: one finding",
      ["read{{random}}1", "read{{random}}2"],
      [["info", "invalid-sid", "`read{{random}}1` and `read{{random}}2` must still be filled in"]],
    ],
    [
      "of a format",
      ["Read{0}", "Read%s"],
      [
        ["error", "invalid-sid", "the Sid `Read{0}` has characters other than letters and digits"],
        ["info", "invalid-sid", "`Read%s` must still be filled in"],
      ],
    ],
    ["as a whole", ["<SID>"], [["info", "invalid-sid", "`<SID>` must still be filled in"]]],
    [
      "beside a dash",
      ["read-{{random}}"],
      [["error", "invalid-sid", "the Sid `read-{{random}}` has characters other than letters and digits"]],
    ],
    [
      "a word in brackets",
      ["[prod]Read"],
      [["error", "invalid-sid", "the Sid `[prod]Read` has characters other than letters and digits"]],
    ],
  ])("a Sid %s", (_, names, expected) => {
    expect(sids(...names)).toEqual(expected);
  });

  test("one finding for the policy, in which each is named", () => {
    const findings = findingsOf([
      send(queue("<ACCOUNT>")),
      { ...send(queue("<ACCOUNT>")), Action: "sqs:DeleteMessage" },
      { Action: "s3:GetObject", Resource: "_BUCKET_ARN_/*" },
    ]);
    expect(findings).toMatchObject([
      {
        severity: "info",
        statement: { index: 0 },
        message: "`arn:aws:sqs:eu-west-1:<ACCOUNT>:orders` and `_BUCKET_ARN_/*` must still be filled in",
      },
    ]);
  });
});

describe("short forms of the ARN of an API", () => {
  const api = (Resource: string, Action = "execute-api:Invoke") => ({
    Principal: { AWS: "123456789012" },
    Action,
    Resource,
  });
  testCodes([
    ["the whole API", api("execute-api:/*")],
    ["a stage", api("execute-api:/prod/*")],
    ["a method", api("execute-api:/prod/GET/orders")],
    ["in a Deny", { ...api("execute-api:/*"), Effect: "Deny" }],
    ["an action of another service", api("execute-api:/*", "sqs:SendMessage"), MISMATCH],
    ["of another service", api("sqs:/orders", "sqs:SendMessage"), MALFORMED],
    ["without the slash", api("execute-api", "execute-api:Invoke"), MALFORMED],
    ["in an identity policy", { Action: "execute-api:Invoke", Resource: "execute-api:/*" }, MALFORMED],
  ]);
});

describe("documents that AWS owns", () => {
  const send = (document: string, Action = "ssm:SendCommand") => ({ Action, Resource: `arn:aws:ssm:*::${document}` });
  testCodes([
    ["of CloudWatch", send("document/AmazonCloudWatch-ManageAgent")],
    ["of Inspector", send("document/AmazonInspector2-*")],
    ["of Systems Manager", send("document/AWS-RunShellScript")],
    ["of disaster recovery", send("document/AwsVssComponents-*")],
    ["of Config", send("document/AWSConfigRemediation-DeleteUnusedSecurityGroup")],
    ["a runbook", send("automation-definition/AWSSupport-ExecuteEC2Rescue:*", "ssm:StartAutomationExecution")],
    ["one's own", send("document/RestartOrders"), MALFORMED],
    ["a parameter of one's own", send("parameter/orders", "ssm:GetParameter"), MALFORMED],
    ["an instance", send("managed-instance/mi-1"), MALFORMED],
  ]);
});

describe("change sets of CloudFormation", () => {
  const change = (Resource: string, Action = "cloudformation:CreateChangeSet") => ({ Action, Resource });
  testCodes([
    ["all transforms of AWS", change("arn:aws:cloudformation:*:aws:transform/*")],
    ["one transform", change("arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31")],
    ["a macro of one's own", change("arn:aws:cloudformation:us-east-1:123456789012:transform/Expand")],
    ["a stack", change("arn:aws:cloudformation:us-east-1:123456789012:stack/app/*")],
    ["another action", change("arn:aws:cloudformation:*:aws:transform/*", "cloudformation:DeleteStack"), MISMATCH],
    ["another type", change("arn:aws:cloudformation:*:123456789012:stackset/*"), MISMATCH],
  ]);
});

describe("names of buckets in Terraform", () => {
  test.each<readonly [string, string, ...string[]]>([
    ["s3:GetObject", "arn:aws:s3:::${aws_s3_bucket.raw.id}", MISMATCH],
    ["s3:PutObject", "arn:aws:s3:::${data.aws_s3_bucket.raw.bucket}", MISMATCH],
    ["s3:ListBucket", "arn:aws:s3:::${aws_s3_bucket.raw.bucket}/*", MISMATCH],
    ["s3:GetObject", "arn:aws:s3:::${aws_s3_bucket.raw.id}/*"],
    ["s3:ListBucket", "arn:aws:s3:::${aws_s3_bucket.raw.id}"],
    ["s3:GetObject", "arn:aws:s3:::${var.bucket}"],
    ["s3:GetObject", "arn:aws:s3:::${aws_s3_bucket.raw.id}${var.prefix}"],
  ])("%s on %s", (action, resource, ...codes) => {
    expect(codesOf(findingsIn({ "main.tf": terraformPolicy(`"${resource}"`, action) }))).toEqual(codes);
  });
});
