/** Faults that the catalogues of other checkers list, and those for which AWS refused the policies of others; each with a neighbour. */

import { lintFiles } from "../../../src/policy-files";
import {
  ACCOUNT,
  allow,
  arnOf,
  aws,
  BUCKET,
  deny,
  denyTo,
  EKS,
  equals,
  GITHUB,
  grant,
  KEY,
  like,
  OBJECTS,
  QUEUE,
  ROLE,
  ROOT,
  service,
  signIn,
} from "./fault-rows";
import { codesOf, findingsIn, findingsOf, policyOf, testCodes } from "./field-support";

const read = (condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  allow("s3:GetObject", OBJECTS, condition);

describe("a policy variable with an operator that takes none", () => {
  const REFUSED = "error invalid-policy-variable";
  testCodes([
    ["Bool", read({ Bool: { "aws:SecureTransport": "${aws:PrincipalTag/tls}" } }), REFUSED],
    ["BoolIfExists", read({ BoolIfExists: { "aws:SecureTransport": "${aws:PrincipalTag/tls}" } }), REFUSED],
    ["a date", read({ DateLessThan: { "aws:CurrentTime": "${aws:PrincipalTag/until}" } }), REFUSED],
    ["an address", read({ IpAddress: { "aws:SourceIp": "${aws:PrincipalTag/ip}" } }), REFUSED],
    ["Null", read({ Null: { "aws:PrincipalTag/team": "${aws:PrincipalTag/team}" } }), REFUSED],
    [
      "a number, with a default",
      allow("s3:ListBucket", BUCKET, { NumericLessThan: { "s3:max-keys": "${aws:PrincipalTag/n, '5'}" } }),
      REFUSED,
    ],
    ["a text", read({ StringLike: { "aws:PrincipalTag/team": "${aws:username}" } })],
    ["an ARN", read({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:user/\${aws:username}` } })],
    ["no variable", read({ Bool: { "aws:SecureTransport": "true" } })],
  ]);

  test("what Terraform puts in its place is none", () => {
    const policy = policyOf(read({ Bool: { "aws:SecureTransport": "${var.tls}" } }));
    expect(codesOf(findingsOf(policy))).toEqual([]);
  });
});

describe("a resource of a service without actions", () => {
  const LONE = "warning resource-without-action";
  testCodes([
    ["the key of a bucket", allow(["s3:GetObject", "s3:PutObject"], [OBJECTS, KEY]), LONE],
    ["a pattern of actions", allow("s3:Get*", [OBJECTS, QUEUE]), LONE],
    ["in a Deny", deny("sqs:SendMessage", [QUEUE, KEY]), LONE],
    ["with its action", allow(["s3:GetObject", "kms:Decrypt"], [OBJECTS, KEY])],
    ["an action that may be any", allow(["s3:GetObject", "${var.action}"], [OBJECTS, KEY])],
    [
      "an action that works on another service",
      allow(["ssm:SendCommand"], [arnOf("ec2", "instance/*"), arnOf("ssm", "document/run")]),
    ],
    [
      "recovery points",
      allow("backup:StartRestoreJob", [arnOf("backup", "recovery-point:*"), "arn:aws:ec2:eu-west-1::snapshot/*"]),
    ],
    ["a service that may be any", allow("s3:GetObject", [OBJECTS, `arn:aws:\${var.service}:eu-west-1:${ACCOUNT}:x`])],
    ["all of them: the actions are told", allow("s3:GetObject", [KEY]), "error resource-type-mismatch"],
  ]);
  testCodes(
    [["the policy of a bucket", grant(aws(ROLE), "s3:GetObject", [OBJECTS, KEY]), "error resource-without-action"]],
    "resource",
  );

  test("the message says what is missing", () => {
    const [finding] = findingsOf(policyOf(allow("s3:GetObject", [OBJECTS, KEY])));
    expect(finding).toMatchObject({
      message: `no action of the statement works on \`${KEY}\`, so it has no effect`,
      hint: "add the actions of `kms` that are meant, in a statement of their own, or take it out",
    });
  });
});

describe("an identity provider in the policy of a resource", () => {
  const SAML = { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` };
  const REFUSED = "error invalid-principal";
  testCodes(
    [
      ["SAML", grant(SAML, "s3:GetObject", OBJECTS), REFUSED],
      ["Amazon Cognito", grant({ Federated: "cognito-identity.amazonaws.com" }, "s3:GetObject", OBJECTS), REFUSED],
      ["in a Deny", denyTo(SAML, "s3:DeleteObject", OBJECTS), REFUSED],
      ["the role of its users", grant(aws(ROLE), "s3:GetObject", OBJECTS)],
    ],
    "resource",
  );
  testCodes(
    [
      [
        "the trust policy of a role",
        grant(SAML, "sts:AssumeRoleWithSAML", undefined, equals("SAML:aud", "https://signin.aws.amazon.com/saml")),
      ],
    ],
    "trust",
  );
});

describe("IDs of another form", () => {
  const NEVER = "error impossible-value";
  const from = (key: string, value: string) => read(equals(key, value));
  const cognito = (aud: string) =>
    grant(
      { Federated: "cognito-identity.amazonaws.com" },
      "sts:AssumeRoleWithWebIdentity",
      undefined,
      equals("cognito-identity.amazonaws.com:aud", aud),
    );
  testCodes([
    ["a VPC with another sign", from("aws:SourceVpc", "vpc_0a1b2c3d4e5f67890"), NEVER],
    ["too short", from("aws:SourceVpc", "vpc-9a8b7c6"), NEVER],
    ["too long", from("aws:SourceVpc", "vpc-9a8b7c6d5e4f321010"), NEVER],
    ["an endpoint", from("aws:SourceVpce", "vpce-9a8b7c6d5"), NEVER],
    ["8 digits", from("aws:SourceVpc", "vpc-9a8b7c6d")],
    ["17 digits", from("aws:SourceVpce", "vpce-9a8b7c6d5e4f32101")],
    ["an invented one", from("aws:SourceVpc", "vpc-12345678901234567890")],
    ["a name to fill in", from("aws:SourceVpc", "my-network")],
    ["with a wildcard", read(like("aws:SourceVpc", "vpc-9a*"))],
    ["a Region with two digits", from("aws:RequestedRegion", "eu-west-11"), "error impossible-value"],
    ["in an ARN", allow("sqs:SendMessage", arnOf("sqs", "orders", "us-east-11")), "error malformed-arn"],
    ["a Region", allow("sqs:SendMessage", arnOf("sqs", "orders", "ap-southeast-7"))],
  ]);
  testCodes(
    [
      [
        "the ARN of an identity pool",
        cognito(
          `arn:aws:cognito-identity:eu-west-1:${ACCOUNT}:identitypool/eu-west-1:11111111-2222-3333-4444-555555555555`,
        ),
        NEVER,
      ],
      ["its ID", cognito("eu-west-1:11111111-2222-3333-4444-555555555555")],
    ],
    "trust",
  );
});

describe("a subject of GitHub without what is behind the repository", () => {
  const from = (operator: string, sub: string) =>
    signIn(GITHUB, { [operator]: { [`${GITHUB}:sub`]: sub }, StringLike: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } });
  testCodes(
    [
      ["the repository alone", from("StringEquals", "repo:acme/app"), "warning impossible-value"],
      ["a branch", from("StringEquals", "repo:acme/app:ref:refs/heads/main")],
      ["an environment", from("StringEquals", "repo:acme/app:environment:prod")],
    ],
    "trust",
  );
  testCodes(
    [
      [
        "another provider",
        signIn(EKS, {
          StringEquals: { [`${EKS}:sub`]: "system:serviceaccount:a:b", [`${EKS}:aud`]: "sts.amazonaws.com" },
        }),
      ],
    ],
    "trust",
  );
});

describe("the source of CloudWatch Logs", () => {
  const invoke = (source: string, principal = "logs.amazonaws.com") =>
    grant(service(principal), "lambda:InvokeFunction", arnOf("lambda", "function:ship"), {
      ArnLike: { "aws:SourceArn": source },
    });
  const GROUP = arnOf("logs", "log-group:/app");
  testCodes(
    [
      ["a log group alone", invoke(GROUP), "error impossible-value"],
      ["by its name in the Region", invoke(GROUP, "logs.eu-west-1.amazonaws.com"), "error impossible-value"],
      ["something else", invoke(arnOf("sns", "orders")), "error impossible-value"],
      ["with its streams", invoke(`${GROUP}:*`)],
      ["all of the account", invoke(arnOf("logs", "*"), "logs.eu-west-1.amazonaws.com")],
      ["a reference", invoke("${aws_cloudwatch_log_group.app.arn}:*")],
    ],
    "resource",
  );
  test("the message says what is missing", () => {
    expect(findingsOf(policyOf(invoke(GROUP)), "resource")[0]).toMatchObject({
      message: expect.stringMatching(/is the ARN of a log group without `:\*` behind it, which no request has there/),
      hint: "write the ARN of the log group with `:*` behind it, which stands for its streams",
    });
  });
});

describe("a trust policy with NotAction", () => {
  const trusted = (more: object) => ({ Effect: "Allow", Principal: service("ec2.amazonaws.com"), ...more });
  testCodes(
    [
      ["all but one", trusted({ NotAction: "sts:AssumeRole" }), "security allow-not-action"],
      ["all of another service", trusted({ NotAction: "iam:*" }), "security allow-not-action"],
      ["the action", trusted({ Action: "sts:AssumeRole" })],
    ],
    "trust",
  );
});

describe("addresses of any VPC", () => {
  const VPC = { "aws:VpcSourceIp": "10.20.0.0/16" };
  const OPEN = "security vpc-address-alone";
  testCodes([
    ["allowed", read({ IpAddress: VPC }), OPEN],
    ["denied from elsewhere", deny("s3:GetObject", OBJECTS, { NotIpAddress: VPC }), OPEN],
    ["with the VPC", read({ IpAddress: VPC, ...equals("aws:SourceVpc", "vpc-9a8b7c6d") })],
    ["with the endpoint", read({ IpAddress: VPC, ...equals("aws:sourceVpce", "vpce-9a8b7c6d") })],
    ["denied from there", deny("s3:GetObject", OBJECTS, { IpAddress: VPC })],
    ["public addresses", read({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })],
  ]);
});

describe("an address with bits behind its mask", () => {
  const from = (...ranges: readonly string[]) => read({ IpAddress: { "aws:SourceIp": ranges } });
  testCodes([
    ["in a range", from("203.0.113.7/24"), "info inexact-range"],
    ["in half of one", from("198.51.100.129/25"), "info inexact-range"],
    ["a range", from("203.0.113.0/24")],
    ["the upper half of one", from("198.51.100.128/25")],
    ["one address", from("203.0.113.7/32", "203.0.113.8")],
    ["IPv6", from("2001:db8::1/64")],
    ["no address", from("203.0.113.700/24"), "warning type-mismatch"],
  ]);

  test("the message says the range, and how to name the address", () => {
    expect(findingsOf(policyOf(from("203.0.113.7/20")))).toMatchObject([
      {
        message: "AWS reads `203.0.113.7/20` as the range `203.0.112.0/20`",
        hint: "write `203.0.112.0/20`, or `203.0.113.7/32` for the one address",
      },
    ]);
  });
});

describe("quotas of the policy of a queue", () => {
  const ACTIONS = [
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
    "sqs:PurgeQueue",
    "sqs:ReceiveMessage",
    "sqs:SendMessage",
  ];
  const accounts = (count: number) => Array.from({ length: count }, (_, i) => String(100_000_000_000 + i));
  const REFUSED = "error refused-by-service";
  testCodes(
    [
      ["eight actions", grant(aws(ROLE), [...ACTIONS, "sqs:SetQueueAttributes"], QUEUE), REFUSED],
      ["seven, one of them twice", grant(aws(ROLE), [...ACTIONS, "SQS:SendMessage"], QUEUE), "info redundant-action"],
      ["a pattern", grant(aws(ROLE), "sqs:*", QUEUE)],
      ["51 principals", grant(aws(accounts(51)), "sqs:SendMessage", QUEUE), REFUSED],
      ["50 principals", grant(aws(accounts(50)), "sqs:SendMessage", QUEUE)],
    ],
    "resource",
  );
  testCodes([["a policy of a role", allow([...ACTIONS, "sqs:SetQueueAttributes"], QUEUE)]]);
});

describe("a condition that only some of the actions have", () => {
  const PREFIX = like("s3:prefix", ["in/*"]);
  const ACTIONS = ["s3:ListBucket", "s3:GetBucketLocation"];
  testCodes([
    ["a policy of a role", allow(ACTIONS, BUCKET, PREFIX), "warning unsupported-condition-key"],
    ["the one that has it", allow("s3:ListBucket", BUCKET, PREFIX)],
    [
      "a Deny by a tag",
      deny(["ec2:TerminateInstances", "ec2:DescribeInstances"], "*", equals("aws:ResourceTag/env", "prod")),
      "info unsupported-tag-condition",
    ],
    [
      "a Deny by a tag, with a pattern",
      deny(["ec2:TerminateInstances", "ec2:Describe*"], "*", equals("aws:ResourceTag/env", "prod")),
    ],
  ]);
  testCodes(
    [
      ["the policy of a bucket", grant(aws(ROOT), ACTIONS, BUCKET, PREFIX), "error unsupported-condition-key"],
      ["one that Amazon S3 takes", grant(aws(ROOT), "s3:ListBucket", BUCKET, PREFIX)],
    ],
    "resource",
  );
});

describe("the policy of a gateway endpoint", () => {
  const endpoint = (principal: string, more = "", service = "com.amazonaws.eu-west-1.s3") =>
    codesOf(
      findingsIn({
        "main.tf": `resource "aws_vpc_endpoint" "a" {
  vpc_id       = "vpc-9a8b7c6d"
  service_name = "${service}"
  ${more}
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = ${principal}, Action = "s3:GetObject", Resource = "arn:aws:s3:::raw-zone/*" }]
  })
}
`,
      }),
    );
  const OF_ROLE = `{ AWS = "${ROLE}" }`;

  test("takes no principal but everybody", () => {
    expect(endpoint(OF_ROLE)).toEqual(["error invalid-principal"]);
    expect(endpoint(OF_ROLE, 'vpc_endpoint_type = "Gateway"', "com.amazonaws.${var.region}.dynamodb")).toEqual([
      "error invalid-principal",
    ]);
    expect(endpoint(`{ AWS = "${ACCOUNT}" }`)).toEqual(["error invalid-principal"]);
  });

  test.each([
    ["everybody", '"*"', ""],
    ["everybody in AWS", '{ AWS = "*" }', ""],
    ["not known", "{ AWS = var.role }", ""],
    ["an interface", OF_ROLE, 'vpc_endpoint_type = "Interface"'],
    ["a type that is not known", OF_ROLE, "vpc_endpoint_type = var.type"],
  ])("not so: %s", (_name, principal, more) => {
    expect(endpoint(principal, more)).toEqual([]);
  });

  test("not so: another service", () => {
    expect(endpoint(OF_ROLE, "", "com.amazonaws.eu-west-1.sqs")).toEqual([]);
  });

  test.each([
    ["a role of the folder", "{ AWS = aws_iam_role.app.arn }"],
    ["an account that is not known", '{ AWS = "arn:aws:iam::${var.account}:root" }'],
  ])("%s is no everybody either", (_name, principal) => {
    expect(endpoint(principal)).toEqual(["error invalid-principal"]);
  });

  const template = (principal: string, service: string, more = "") =>
    codesOf(
      findingsIn({
        "t.yaml": `Resources:
  E:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: ${service}
      ${more}
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: dynamodb:GetItem
            Resource: "*"
`,
      }),
    );
  const OF_GUEST = '{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:role/app" }';

  test.each([
    ["in a template", template(OF_GUEST, "!Sub com.amazonaws.${AWS::Region}.dynamodb")],
    ["joined", template(OF_GUEST, "!Join ['.', [com.amazonaws, !Ref AWS::Region, s3]]", "VpcEndpointType: Gateway")],
  ])("%s", (_name, codes) => {
    expect(codes).toEqual(["error invalid-principal"]);
  });

  test.each([
    ["everybody", template('"*"', "!Sub com.amazonaws.${AWS::Region}.dynamodb")],
    ["a parameter", template("{ AWS: !Ref Who }", "com.amazonaws.eu-west-1.s3")],
    ["an interface", template(OF_GUEST, "com.amazonaws.eu-west-1.s3", "VpcEndpointType: Interface")],
    ["a type that is a parameter", template(OF_GUEST, "com.amazonaws.eu-west-1.s3", "VpcEndpointType: !Ref Kind")],
    ["another service", template(OF_GUEST, "com.amazonaws.eu-west-1.ecr.api")],
  ])("not so in a template: %s", (_name, codes) => {
    expect(codes).toEqual([]);
  });

  test.each([
    ["com.amazonaws.eu-west-1.dynamodb", "Gateway", ["error invalid-principal"]],
    ["com.amazonaws.eu-west-1.dynamodb", "Interface", []],
    ["com.amazonaws.eu-west-1.sqs", null, []],
  ])("in a plan: %s, %s", (service_name, vpc_endpoint_type, codes) => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: aws(ROLE), Action: "dynamodb:GetItem", Resource: "*" }],
    });
    const change = {
      address: "aws_vpc_endpoint.a",
      mode: "managed",
      type: "aws_vpc_endpoint",
      name: "a",
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: {
        actions: ["create"],
        before: null,
        after: { service_name, vpc_endpoint_type, policy },
        after_unknown: {},
      },
    };
    const plan = { format_version: "1.2", terraform_version: "1.11.4", resource_changes: [change] };
    expect(codesOf(findingsIn({ "plan.json": JSON.stringify(plan) }))).toEqual(codes);
  });

  test("a document that it takes", () => {
    const found = findingsIn({
      "main.tf": `resource "aws_vpc_endpoint" "a" {
  vpc_id       = "vpc-9a8b7c6d"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = data.aws_iam_policy_document.a.json
}
data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::raw-zone/*"]
    principals {
      type        = "AWS"
      identifiers = ["${ROLE}"]
    }
  }
}
`,
    });
    expect(found).toMatchObject([
      {
        rule: "invalid-principal",
        line: 12,
        message:
          'the policy of a gateway endpoint takes no other principal than `"*"`, so this lets nobody through but root users',
        hint: "write `*`, and say who is meant by a condition on `aws:PrincipalArn`",
      },
    ]);
  });
});

describe("what AWS's guides have, and what is added to other policies", () => {
  const LOGS = { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arnOf("logs", "log-group:/app") } };
  testCodes(
    [
      [
        "kms:Describe* beside the encryption context",
        [
          grant(aws(ROOT), "kms:*", "*"),
          grant(service("logs.eu-west-1.amazonaws.com"), ["kms:Encrypt*", "kms:Describe*"], "*", LOGS),
        ],
        "info unsupported-condition-key",
      ],
    ],
    "resource",
  );
  const denied = (condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => ({
    Effect: "Deny",
    Principal: aws("*"),
    Action: ["sts:AssumeRole", "sts:AssumeRoleWithSAML"],
    ...(condition ? { Condition: condition } : {}),
  });
  testCodes(
    [
      [
        "Deny statements for the trust policies of an account",
        denied({
          StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        }),
        "warning allows-nothing",
      ],
      [
        "those for one",
        { ...denied(equals("aws:PrincipalTag/team", "a")), Principal: aws(ROLE) },
        "error allows-nothing",
      ],
    ],
    "trust",
  );
});

describe("one cause is one finding", () => {
  const subject = (value: string, key = "gitlab.com:sub") =>
    grant(
      { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/gitlab.com` },
      "sts:AssumeRoleWithWebIdentity",
      undefined,
      {
        StringLike: { [key]: value },
        StringEquals: { "gitlab.com:aud": "https://gitlab.com" },
      },
    );
  testCodes(
    [
      ["any subject", subject("*"), "security oidc-without-subject"],
      [
        "the presence of a tag",
        grant(aws(ROOT), "sts:AssumeRole", undefined, like("aws:PrincipalTag/team", "*")),
        "info equivalent-to-null",
      ],
    ],
    "trust",
  );
});

describe("a service that is gone, in the exemptions of a Deny", () => {
  const allBut = (...NotAction: readonly string[]) => ({
    Effect: "Deny",
    NotAction: ["iam:*", "sts:*", "organizations:*", "route53:*", "cloudfront:*", "support:*", ...NotAction],
    Resource: "*",
    Condition: {
      StringNotEquals: { "aws:RequestedRegion": "eu-central-1" },
      ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" },
    },
  });
  testCodes(
    [
      ["is no fault", allBut("awsbillingconsole:*"), "info unknown-service"],
      ["mistyped", allBut("globalacelerator:*"), "error unknown-service"],
      ["denied", deny("awsbillingconsole:*", "*"), "error unknown-service"],
    ],
    "scp",
  );
});

describe("a policy in small letters", () => {
  const found = (path: string, text: string) => lintFiles([{ path, text }], { today: "2026-10-01" }).findings;
  const STATEMENT = { effect: "Allow", action: "kinesis:PutRecord", resource: arnOf("kinesis", "stream/clicks") };
  const written = (more: object) => JSON.stringify({ version: "2012-10-17", ...more });

  test("is one finding, in a folder too", () => {
    const two = [STATEMENT, { ...STATEMENT, effect: "Deny", action: "kinesis:DeleteStream" }];
    expect(found("a.json", written({ statement: two }))).toMatchObject([
      {
        rule: "invalid-element",
        severity: "error",
        message: "`Version`, `Statement`, `Effect`, `Action` and `Resource` are written with other capitals",
        hint: "write `Version`, `Statement`, `Effect`, `Action` and `Resource`",
      },
    ]);
    expect(found("a.json", written({ statement: STATEMENT }))).toMatchObject([{ rule: "invalid-element" }]);
  });

  test("one element is named, and what else is wrong is told beside it", () => {
    const Statement = [
      { Sid: "a", effect: "Allow", Action: "kinesis:PutRecrd", Resource: STATEMENT.resource },
      { effect: "Allow", Action: "kinesis:GetRecords", Resource: STATEMENT.resource, Note: "" },
    ];
    const findings = found("a.json", JSON.stringify({ Version: "2012-10-17", Statement }));
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "invalid-element `Effect`: the element is written `effect`",
      expect.stringContaining("unknown-action"),
      expect.stringContaining("invalid-element `Note`"),
    ]);
  });

  test.each([
    ["a policy of Crossplane", written({ statements: [{ effect: "Allow", action: ["s3:GetObject"] }] })],
    ["another cloud", JSON.stringify({ version: "2.0", statement: [STATEMENT] })],
    ["a rule that matches", written({ statement: { not: { action: "a" } } })],
  ])("not so: %s", (_name, text) => {
    expect(found("a.json", text)).toEqual([]);
  });
});

describe("statements under another name", () => {
  const written = (name: string, more: object = {}) =>
    JSON.stringify({
      Version: "2012-10-17",
      [name]: [{ Effect: "Allow", Action: "s3:GetObject", Resource: OBJECTS, ...more }],
    });
  /** What a folder with the file has. */
  const found = (text: string) => lintFiles([{ path: "a.json", text }], { today: "2026-10-01" }).findings;

  test.each(["Statements", "Statment", "statements", "Statemnets"])("%s is told in a folder too", (name) => {
    expect(found(written(name))).toMatchObject([
      {
        rule: "invalid-element",
        line: 1,
        message: `\`${name}\`: there is no such element here`,
        hint: "did you mean `Statement`?",
      },
    ]);
  });

  test.each([
    ["another version", written("Statements").replace("2012-10-17", "1.0.0")],
    ["elements in the words of a module", written("Statements").replace('"Action"', '"actions"')],
    ["another name", written("Permissions")],
    ["a policy", written("Statement")],
  ])("not so: %s", (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});
