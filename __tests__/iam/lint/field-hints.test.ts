/** Over 400 lines because it is one table. Hints and messages of the linter that must not mislead. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { lintPolicy } from "../../../src/iam/lint";
import { documentWith } from "../policies";
import { codesOf, findingsOf, policyOf } from "./field-support";

/** Message and hint of the finding of a rule. */
function told(rule: string, statements: readonly object[], type?: PolicyType): string {
  const found = findingsOf(policyOf(...statements), type).filter((finding) => finding.rule === rule);
  expect(found).not.toEqual([]);
  return found.map(({ message, hint }) => `${message} | ${hint}`).join("\n");
}

describe("condition keys in place of actions", () => {
  test.each([
    ["ec2:MetadataHttpTokens", "`ec2:MetadataHttpTokens` is a condition key, for `Condition`"],
    ["s3:x-amz-acl", "`s3:x-amz-acl` is a condition key, for `Condition`"],
    ["KMS:viaservice", "`KMS:viaservice` is a condition key, for `Condition`"],
  ])("%s is an error at any age of the data", (Action, hint) => {
    const document = documentWith({ Effect: "Allow", Action, Resource: "*" });
    const found = lintPolicy(document, { today: "2030-01-01" });
    expect(found.filter(({ rule }) => rule === "unknown-action")).toMatchObject([{ severity: "error", hint }]);
  });

  test("beside a mistyped action", () => {
    expect(told("unknown-action", [{ Action: ["s3:prefix", "s3:delimiter", "s3:GetObjct"], Resource: "*" }])).toContain(
      "| `s3:prefix` and `s3:delimiter` are condition keys, for `Condition`; did you mean `s3:GetObject`?",
    );
  });

  test("an action that is called as a key is an action, and a key of another service is none of this", () => {
    expect(
      findingsOf(policyOf({ Action: "rds:CopyOptionGroup", Resource: "*" })).map(({ rule }) => rule),
    ).not.toContain("unknown-action");
    expect(told("unknown-action", [{ Action: "s3:ViaService", Resource: "*" }])).not.toContain("condition key");
  });
});

describe("verbs that read, without their `*`", () => {
  test.each(["es:List", "osis:Get", "ec2:Describe"])("%s is an error at any age of the data", (Action) => {
    const document = documentWith({ Effect: "Allow", Action, Resource: "*" });
    const found = lintPolicy(document, { today: "2030-01-01" });
    expect(found.filter(({ rule }) => rule === "unknown-action")).toMatchObject([
      { severity: "error", hint: `did you mean \`${Action}*\`?` },
    ]);
  });

  test.each(["ec2:Create", "sqs:Describe", "s3:Look"])("%s has no such hint", (Action) => {
    expect(told("unknown-action", [{ Action, Resource: "*" }])).not.toContain(`\`${Action}*\``);
  });
});

describe("hints: names of actions", () => {
  const action = (name: string) =>
    told(name.startsWith("efs") ? "unknown-service" : "unknown-action", [{ Action: name, Resource: "*" }]);
  test.each([
    ["kms:ReEncrypt", "did you mean `kms:ReEncryptFrom` and `kms:ReEncryptTo`?"],
    ["s3:PutBucketNotificationConfiguration", "did you mean `s3:PutBucketNotification`?"],
    ["s3:ListObjectsV2", "did you mean `s3:ListBucket`?"],
    ["scheduler:TagSchedule", "did you mean `scheduler:TagResource`?"],
    ["s3:ReplicationTags", "did you mean `s3:ReplicateTags`?"],
    ["s3:ListObject", "did you mean `s3:ListBucket`?"],
    ["logs:PutLogEventsBatch", "did you mean `logs:PutLogEvents`?"],
    ["kinesis:PutRecordBatch", "did you mean `kinesis:PutRecords`?"],
    ["s3:GetObjectMetadata", "did you mean `s3:GetObject`?"],
    ["vpc-lattice:Invoke", "did you mean `vpc-lattice-svcs:Invoke`?"],
    ["firehose:PutRecords", "did you mean `firehose:PutRecordBatch`?"],
    ["efs:DescribeFileSystems", "did you mean `elasticfilesystem`?"],
  ])("%s", (name, hint) => {
    expect(action(name)).toContain(hint);
  });

  test.each(["glue:BatchGetTable", "ds:DisconnectDirectory", "dynamodb:GetTable", "sqs:ReadQueue"])(
    "%s is near to none",
    (name) => {
      expect(action(name)).not.toContain("did you mean");
    },
  );
});

describe("hints: an action of another service", () => {
  const hint = (Action: string, ...Resource: readonly string[]) => told("unknown-action", [{ Action, Resource }]);
  const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
  const TOPIC = "arn:aws:sns:eu-west-1:123456789012:orders";
  test.each<readonly [string, string, readonly string[]]>([
    ["a topic", "sqs:Publish", [TOPIC]],
    ["a topic and a queue", "sqs:Publish", [TOPIC, QUEUE]],
    ["everything", "sqs:Publish", ["*"]],
    ["any service", "sqs:Publish", ["arn:aws:*:eu-west-1:123456789012:orders"]],
  ])("on %s", (_, action, resources) => {
    expect(hint(action, ...resources)).toContain("did you mean `sns:Publish`?");
  });
  test.each<readonly [string, string, readonly string[]]>([
    ["a queue", "sqs:Publish", [QUEUE]],
    ["queues", "sqs:Publish", [QUEUE, "${aws_sqs_queue.dead.arn}"]],
    ["a bucket", "s3:Decrypt", ["arn:aws:s3:::raw/*"]],
  ])("not where the resource is %s", (_, action, resources) => {
    const [finding] = findingsOf([{ Action: action, Resource: resources }]).filter(
      ({ rule }) => rule === "unknown-action",
    );
    expect(finding?.severity).toBe("error");
    expect(finding?.hint).not.toContain("did you mean");
    expect(finding?.fix).toBeUndefined();
  });
  test("another name of the same service", () => {
    expect(hint("s3:ListObjectsV2", "arn:aws:s3:::raw")).toContain("`s3:ListBucket`");
  });
});

describe("hints: patterns that match no action", () => {
  const hint = (name: string) => told("unknown-action", [{ Action: name, Resource: "*" }]);
  test.each([
    ["logs:CreateLogGroups*", "did you mean `logs:CreateLogGroup*`?"],
    ["glue:GetTabel*", "did you mean `glue:GetTable*`?"],
    ["glue:*Tabel", "did you mean `glue:*Table`?"],
    ["s3:GetObjcet?cl", "did you mean `s3:GetObject?cl`?"],
    ["EC2:describeinstanse*", "did you mean `EC2:DescribeInstance*`?"],
    ["kms:Genrate*Key", "did you mean `kms:Generate*Key`?"],
    ["s3:ListObjectsV2*", "did you mean `s3:ListBucket`?"],
  ])("%s", (name, expected) => {
    expect(hint(name)).toContain(expected);
  });

  test.each(["s3:Gut*", "glue:Frobnicate*", "sqs:GetQueueMessages*", "dynamodb:Fetch*"])(
    "%s is near to none",
    (name) => {
      expect(hint(name)).not.toContain("did you mean");
    },
  );
});

describe("hints: operators of conditions", () => {
  const hint = (operator: string) =>
    told("invalid-operator", [
      { Action: "s3:ListBucket", Resource: "arn:aws:s3:::a", Condition: { [operator]: { "aws:ResourceTag/a": "b" } } },
    ]);
  test.each([
    ["StringEqual", "StringEquals"],
    ["StringNotEqual", "StringNotEquals"],
    ["StringEqualIfExists", "StringEqualsIfExists"],
    ["StringLikeIfExist", "StringLikeIfExists"],
    ["ForAnyValue:StringLik", "ForAnyValue:StringLike"],
    ["ForAllValue:StringEquals", "ForAllValues:StringEquals"],
    ["NumericGreaterThen", "NumericGreaterThan"],
    ["DateLessThanEqual", "DateLessThanEquals"],
    ["IpAdress", "IpAddress"],
    ["ArnEqual", "ArnEquals"],
    ["Boolean", undefined],
    ["StringIs", undefined],
    ["Equals", undefined],
  ])("%s", (written, meant) => {
    expect(hint(written)).toContain(meant === undefined ? "such as `StringEquals`" : `did you mean \`${meant}\`?`);
  });
});

test("hints: the version of TLS is a key of S3, and a Deny keeps its condition", () => {
  const deny = (Action: string, Resource: string) =>
    told(
      "unknown-condition-key",
      [
        {
          Effect: "Deny",
          Principal: "*",
          Action,
          Resource,
          Condition: { NumericLessThan: { "aws:TLSVersion": "1.2" } },
        },
      ],
      "resource",
    );
  expect(deny("s3:*", "arn:aws:s3:::a/*")).toContain("did you mean `s3:TlsVersion`?");
  expect(deny("sqs:*", "arn:aws:sqs:us-east-1:123456789012:a")).not.toContain("take the condition out");
});

describe("hints: the service that takes a role", () => {
  const ROLE = "arn:aws:iam::123456789012:role/task";
  const hint = (...actions: readonly string[]) =>
    told("pass-role-without-service", [
      { Action: "iam:PassRole", Resource: ROLE },
      ...(actions.length === 0 ? [] : [{ Action: actions, Resource: "*" }]),
    ]);
  test.each([
    ["ECS", ["ecs:RegisterTaskDefinition", "ecs:RunTask"], '"iam:PassedToService": "ecs-tasks.amazonaws.com"'],
    ["Lambda", ["lambda:CreateFunction"], '"iam:PassedToService": "lambda.amazonaws.com"'],
    ["Glue", ["glue:CreateCrawler"], '"iam:PassedToService": "glue.amazonaws.com"'],
    [
      "two services",
      ["states:CreateStateMachine", "events:PutRule"],
      '["events.amazonaws.com", "states.amazonaws.com"]',
    ],
    ["a pattern", ["scheduler:*"], '"iam:PassedToService": "scheduler.amazonaws.com"'],
    ["reads alone", ["ecs:DescribeTasks"], '"iam:PassedToService": "SERVICE.amazonaws.com"'],
    ["nothing else", [], '"iam:PassedToService": "SERVICE.amazonaws.com"'],
  ])("%s", (_, actions, expected) => {
    expect(hint(...actions)).toContain(expected);
  });
});

describe("hints: what is wrong with an ARN", () => {
  const mismatch = (Action: string, resource: string) =>
    told("resource-type-mismatch", [
      { Action, Resource: `arn:aws:${Action.split(":")[0]}:us-east-1:123456789012:${resource}` },
    ]);
  test.each([
    ["a slash for the colon", "logs:PutSubscriptionFilter", "destination/orders", "write `destination:orders`"],
    ["the same of Lambda", "lambda:InvokeFunction", "function/orders", "write `function:orders`"],
    ["a colon for the slash", "ecs:StopTask", "task:orders/1", "write `task/orders/1`"],
    ["the case of letters", "lambda:InvokeFunction", "Function:orders", "the case of letters counts"],
    [
      "the case of letters behind it",
      "glue:StartDataQualityRulesetEvaluationRun",
      "dataqualityruleset/orders",
      "the case of letters counts",
    ],
  ])("%s", (_, action, resource, expected) => {
    expect(mismatch(action, resource)).toContain(expected);
  });

  test.each([
    ["a task definition without its revision", "ecs:RunTask", "task-definition/orders"],
    ["another type", "lambda:InvokeFunction", "layer:orders"],
  ])("%s: neither", (_, action, resource) => {
    expect(mismatch(action, resource)).not.toMatch(/case of letters|write `/);
  });
});

test("hints: of a pattern the action is named that does not work, where others do", () => {
  const list = (Action: string) => told("resource-type-mismatch", [{ Action, Resource: "arn:aws:s3:::raw/*" }]);
  expect(list("s3:List*")).toContain("`s3:ListBucket` works on none of the resources here");
  expect(list("s3:List*")).toContain("`s3:List*` (`s3:ListBucket`) needs an ARN of type `bucket`");
  expect(list("s3:ListBuck*")).toContain("`s3:ListBuck*` works on none of the resources here");
});

test("hints: an escalation tells whether any role can be passed", () => {
  const job = { Action: ["glue:CreateJob", "glue:StartJobRun"], Resource: "arn:aws:glue:us-east-1:123456789012:job/*" };
  const pass = (Resource: string) => told("privilege-escalation", [{ Action: "iam:PassRole", Resource }, job]);
  expect(pass("arn:aws:iam::123456789012:role/orders")).toContain("runs a script with a role that the policy names");
  expect(pass("arn:aws:iam::123456789012:role/*")).toContain("runs a script with any role");
  expect(pass("*")).toContain("runs a script with any role");
});

describe("hints: several services that do not exist", () => {
  test("each has its own", () => {
    const both = told("unknown-service", [{ Action: ["iot1click:ListDevices", "macie:ListMembers"], Resource: "*" }]);
    expect(both).toContain("for `macie` write `macie2`");
    const two = told("unknown-service", [{ Action: ["cognitoidp:*", "gleu:GetJob", "gleu:GetJobs"], Resource: "*" }]);
    expect(two).toContain("for `cognitoidp` write `cognito-idp`; for `gleu` write `glue`");
  });

  test("one that is near to none has none", () => {
    expect(told("unknown-service", [{ Action: "frobnicate:Get", Resource: "*" }])).toContain("write the prefix");
  });
});

describe("hints: a condition is not taken out of a statement that then says more", () => {
  const when = (key: string) => ({ Condition: { StringEquals: { [key]: "a" } } });
  const INSTANCES = { Action: "ec2:TerminateInstances", Resource: "*" };
  test.each([
    ["unknown-condition-key", { ...INSTANCES, ...when("aws:Frobnicated") }],
    ["unknown-condition-key", { Action: "s3:GetObject", Resource: "*", ...when("s3:Frobnicated") }],
    ["unsupported-condition-key", { ...INSTANCES, ...when("s3:prefix") }],
    ["unsupported-condition-key", { Action: "sqs:SendMessage", Resource: "*", ...when("aws:RequestTag/team") }],
  ])("%s in an Allow: name the resources", (rule, statement) => {
    const text = told(rule, [statement]);
    expect(text).toMatch(/use (a key|actions) that .*, or name the resources in its place/);
    expect(text).not.toContain("take the condition out");
    const denied = told(rule, [{ ...statement, Effect: "Deny" }]);
    expect(denied).not.toMatch(/take the condition out|name the resources/);
  });

  test("an action without ARNs has no resources to name", () => {
    const text = told("unsupported-condition-key", [
      { Action: "glue:GetTriggers", Resource: "*", ...when("aws:ResourceTag/team") },
    ]);
    expect(text).toContain("use actions that work on tagged resources, or take the condition out if nothing");
  });

  test.each([
    ["s3locationconstraint", "s3:CreateBucket", "s3:locationconstraint"],
    ["LocationConstraint", "s3:CreateBucket", "s3:locationconstraint"],
    ["kmsviaservice", "kms:Decrypt", "kms:ViaService"],
  ])("the key %s lacks its colon or its prefix", (key, Action, meant) => {
    expect(told("unknown-condition-key", [{ Action, Resource: "*", ...when(key) }])).toContain(
      `did you mean \`${meant}\`?`,
    );
  });
});

describe("hints: what each action needs", () => {
  const on = (Action: readonly string[], Resource: string) => told("resource-type-mismatch", [{ Action, Resource }]);
  test("each action with its own type", () => {
    const text = on(
      ["sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:DisassociateTrialComponent"],
      "arn:aws:sagemaker:us-east-1:123456789012:model/a",
    );
    expect(text).toMatch(/`sagemaker:CreateNotebookInstanceLifecycleConfig` needs an ARN of type `notebook-instance-l/);
    expect(text).toMatch(/`sagemaker:DisassociateTrialComponent` needs an ARN of type `experiment-trial/);
  });

  test("a pattern with the action that it means, beside another action", () => {
    const text = on(["s3:ListBucket", "s3:PutBucket*", "s3:GetBucketAcl"], "arn:aws:s3:::raw/*");
    expect(text).toMatch(
      /`s3:ListBucket`, `s3:PutBucket\*` \(`s3:\w+`\) and `s3:GetBucketAcl` need an ARN of type `bucket`/,
    );
  });

  test.each(["kms:Decrypt", "kms:GenerateDataKey*"])("%s on an alias", (action) => {
    expect(on([action], "arn:aws:kms:eu-west-1:123456789012:alias/orders")).toContain(
      "an alias does not stand for its key: write the ARN of the key, or `key/*` with a condition on `kms:ResourceAliases`",
    );
  });

  test.each([
    ["arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/a", true],
    ["arn:aws:logs:us-east-1:${aws:PrincipalAccount}:log-group:audit", true],
    ["arn:aws:sqs:us-east-1:123456789012:audit", false],
  ])("the streams of a log group: %s", (arn, isGroup) => {
    const text = on(["logs:PutLogEvents", "logs:CreateLogStream"], arn);
    expect(text.includes(`write \`${arn}:*\``)).toBe(isGroup);
  });

  test.each([
    ["key/alias/app", true],
    ["key/aws/secretsmanager", true],
    ["alias/app", true],
    ["grant/app", false],
  ])("an alias in place of a key: %s", (resource, isAlias) => {
    const text = on(["kms:Decrypt"], `arn:aws:kms:us-east-1:123456789012:${resource}`);
    expect(text.includes("an alias does not stand for its key")).toBe(isAlias);
  });

  test("a key that names the resource", () => {
    const text = on(["arc-zonal-shift:GetManagedResource"], "arn:aws:eks:us-east-1:123456789012:cluster/a");
    expect(text).toContain("or `*` with a condition on `arc-zonal-shift:ResourceIdentifier`");
  });
});

describe("hints: what a pattern of actions needs", () => {
  const BUCKET = "arn:aws:s3:::orders";
  test.each([
    ["ec2:DescribeInstance*", "`*` for `ec2:DescribeInstances` and 11 more, and an ARN of type `instance`"],
    ["glue:GetJob*", "`*` for `glue:GetJobs`"],
  ])("%s: some take no ARN", (action, hint) => {
    expect(told("resource-type-mismatch", [{ Action: action, Resource: BUCKET }])).toContain(hint);
  });

  test.each([
    ["ec2:StartInstance*", "`ec2:StartInstances`) needs an ARN of type `group`, `license-configuration` or `instance`"],
    ["s3:GetObject*", "`s3:GetObject`) needs an ARN of type `object`"],
  ])("%s: all take ARNs", (action, hint) => {
    expect(told("resource-type-mismatch", [{ Action: action, Resource: BUCKET }])).toContain(hint);
  });
});

describe("hints: who may be named", () => {
  const without = (type: PolicyType) =>
    told("invalid-principal", [{ Action: type === "trust" ? "sts:AssumeRole" : "sqs:SendMessage" }], type);

  test("a service in a trust policy, a role in the policy of a queue", () => {
    expect(without("trust")).toContain('`"Principal": { "Service": "glue.amazonaws.com" }`');
    expect(without("resource")).toContain('`"Principal": { "AWS": "arn:aws:iam::123456789012:role/reader" }`');
    expect(without("rcp")).toContain('`"Principal": "*"`');
  });
});

describe("what is listed twice is not called covered", () => {
  const messageOf = (statement: object) => findingsOf(policyOf(statement)).map(({ message }) => message);
  const TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
  const TWICE = "is listed more than once in the statement";

  test.each([
    ["a resource", { Action: "dynamodb:GetItem", Resource: [TABLE, TABLE] }, `\`${TABLE}\` ${TWICE}`],
    [
      "an action",
      { Action: ["dynamodb:GetItem", "dynamodb:getitem"], Resource: TABLE },
      `\`dynamodb:getitem\` ${TWICE}`,
    ],
    [
      "a resource within another",
      { Action: "dynamodb:GetItem", Resource: [`${TABLE}*`, TABLE] },
      `\`${TABLE}\` is covered by another resource of the statement`,
    ],
    [
      "an action within another",
      { Action: ["dynamodb:Get*", "dynamodb:GetItem"], Resource: TABLE },
      "`dynamodb:GetItem` is covered by another action of the statement",
    ],
  ])("%s", (_name, statement, message) => {
    expect(messageOf(statement)).toEqual([message]);
  });
});

describe("messages: what a condition leaves open", () => {
  const pass = (operator: string, services: string | readonly string[], Resource = "*") =>
    told("pass-role-wildcard", [
      { Action: "iam:PassRole", Resource, Condition: { [operator]: { "iam:PassedToService": services } } },
    ]);
  const ANY = "whoever has it can pass any role, including an administrator's";
  test.each<readonly [string, string, string | readonly string[], string]>([
    [
      "one service",
      "StringEquals",
      "eks.amazonaws.com",
      "whoever has it can pass any role that trusts `eks.amazonaws.com`",
    ],
    [
      "two services",
      "StringLike",
      ["ecs-tasks.amazonaws.com", "lambda.amazonaws.com"],
      "can pass any role that trusts `ecs-tasks.amazonaws.com` and `lambda.amazonaws.com`",
    ],
    ["services by a wildcard", "StringLike", "ec*.amazonaws.com", ANY],
    ["all but one", "StringNotEquals", "glue.amazonaws.com", ANY],
    ["perhaps a service", "StringEqualsIfExists", "glue.amazonaws.com", ANY],
    ["a service that is not known", "StringEquals", "${var.service}", ANY],
  ])("any role to %s", (_, operator, services, message) => {
    expect(pass(operator, services)).toContain(message);
  });

  const trusted = (Condition: object) =>
    told(
      "oidc-without-subject",
      [
        {
          Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition,
        },
      ],
      "trust",
    );
  const SUB = "token.actions.githubusercontent.com:sub";
  test("a subject with ForAllValues is not said to have no condition", () => {
    const expected = `the condition on \`${SUB}\` has \`ForAllValues\`, so it also holds for a token without a subject | take \`ForAllValues:\` out`;
    expect(trusted({ "ForAllValues:StringLike": { [SUB]: "repo:octo-org/*" } })).toBe(expected);
    expect(trusted({ "ForAllValues:StringEquals": { [SUB]: ["repo:a/b:ref:refs/heads/main"] } })).toBe(expected);
    expect(trusted({ "ForAllValues:StringNotLike": { [SUB]: "repo:octo-org/*" } })).toContain("no condition on");
    expect(trusted({ "ForAllValues:StringLike": { [SUB]: "*" } })).toContain("ForAllValues");
  });
});

describe("hints: what is no key, and whose claim it is", () => {
  const key = (name: string) =>
    told("unknown-condition-key", [
      { Effect: "Deny", Action: "s3:*", Resource: "*", Condition: { ArnNotLike: { [name]: "arn:aws:s3:::raw" } } },
    ]);

  test("resources are no condition, however they are called", () => {
    const expected = "name the resources in `Resource` or `NotResource`: AWS has no such key";
    expect(key("aws:ResourceArn")).toContain(expected);
    expect(key("aws:resources")).toContain(expected);
    expect(key("aws:SourceArns")).toContain("did you mean `aws:SourceArn`?");
  });

  const cognito = (issuer: string, Condition: object = {}) =>
    told(
      "oidc-without-subject",
      [{ Principal: { Federated: issuer }, Action: "sts:AssumeRoleWithWebIdentity", Condition }],
      "trust",
    );

  test("Amazon Cognito says the identity pool in the audience", () => {
    const issuer = "cognito-identity.amazonaws.com";
    expect(cognito(issuer)).toBe(
      `no condition on \`${issuer}:aud\` limits who: every identity of every identity pool may assume the role | add \`"StringEquals": { "${issuer}:aud": "IDENTITY_POOL_ID" }\``,
    );
    expect(cognito("cognito-identity-us-gov.amazonaws.com")).toContain(":aud` limits who");
    expect(cognito("accounts.google.com")).toContain("`accounts.google.com:sub` limits who");
  });
});

describe("an action that does not exist, beside others", () => {
  const on = (...Action: readonly string[]) => policyOf({ Action, Resource: "arn:aws:logs:eu-west-1:123456789012:*" });

  test("what a guide of AWS writes is info where the statement works without it", () => {
    expect(codesOf(findingsOf(on("logs:PutLogEvents", "logs:PutLogEventsBatch")))).toEqual(["info unknown-action"]);
    expect(codesOf(findingsOf(on("logs:Put*", "logs:PutLogEventsBatch")))).toContain("info unknown-action");
    expect(codesOf(findingsOf(on("logs:PutLogEventsBatch")))).toEqual(["error unknown-action"]);
    expect(codesOf(findingsOf(on("logs:PutLogEvents", "logs:PutLogEvent")))).toEqual(["error unknown-action"]);
  });

  test("it is told once where another action covers it", () => {
    const policy = policyOf({ Action: ["dynamodb:*", "dynamodb:GetItm"], Resource: "*" });
    const rules = findingsOf(policy).map(({ rule }) => rule);
    expect(rules).toContain("unknown-action");
    expect(rules).not.toContain("redundant-action");
    const known = policyOf({ Action: ["dynamodb:*", "dynamodb:GetItem"], Resource: "*" });
    expect(findingsOf(known).map(({ rule }) => rule)).toContain("redundant-action");
  });

  test("metrics have no ARN: the hint names `*` first", () => {
    const policy = policyOf({ Action: "cloudwatch:PutMetricData", Resource: "arn:aws:logs:eu-west-1:123456789012:*" });
    expect(findingsOf(policy).map(({ hint }) => hint)).toEqual([
      "`cloudwatch:PutMetricData` needs `*`, or an ARN of type `dataset`",
    ]);
  });
});
