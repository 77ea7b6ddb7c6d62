/** What the linter said wrongly of policies in public repositories, and neighbours that it must still report. */
import { lintPolicy } from "../../../src/iam/lint";
import { documentOf } from "../policies";
import { codesOf, findingsIn, findingsOf, policyOf, testCodes } from "./field-support";

describe("conditions on one claim hold together", () => {
  const OPEN = "security oidc-without-subject";
  const HINT = "warning for-all-values-single";
  const trusted = (issuer: string, conditions: object) => ({
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: conditions,
  });
  const GITHUB = "token.actions.githubusercontent.com";
  const on = (claim: string, value: string) => ({ [`${GITHUB}:${claim}`]: value });
  testCodes(
    [
      [
        "an owner beside the name of a repository",
        trusted(GITHUB, {
          StringLike: on("sub", "*:*/website:*"),
          "ForAllValues:StringLike": on("sub", "repo:octo-org/*"),
        }),
        HINT,
      ],
      [
        "a test that the subject is there",
        trusted(GITHUB, { Null: on("sub", "false"), "ForAllValues:StringLike": on("sub", "repo:octo-org/*") }),
        HINT,
      ],
      [
        "a group of GitLab, in another case",
        trusted("gitlab.com", {
          StringLike: { "gitlab.com:sub": "*:ref:main" },
          "ForAllValues:StringEquals": { "gitlab.com:SUB": "project_path:octo/app:ref_type:branch:ref:main" },
        }),
        HINT,
      ],
      [
        "the claim of an owner",
        trusted(GITHUB, {
          StringLike: { ...on("repository_owner", "octo-*"), ...on("sub", "repo:*") },
          "ForAllValues:StringEquals": on("repository_owner", "octo-org"),
        }),
        HINT,
      ],
      ["ForAllValues alone", trusted(GITHUB, { "ForAllValues:StringLike": on("sub", "repo:octo-org/*") }), OPEN, HINT],
      [
        "beside a condition on another claim",
        trusted(GITHUB, {
          StringEquals: on("aud", "sts.amazonaws.com"),
          "ForAllValues:StringEquals": on("repository_owner", "octo-org"),
        }),
        OPEN,
        HINT,
      ],
      [
        "two that any subject meets",
        trusted(GITHUB, { StringLike: on("sub", "repo:*"), "ForAllValues:StringLike": on("sub", "*:ref:main") }),
        OPEN,
        HINT,
      ],
    ],
    "trust",
  );
});

describe("ARNs without a Region", () => {
  const MALFORMED = "error malformed-arn";
  testCodes([
    [
      "users of QuickSight",
      { Action: "quicksight:CreateUser", Resource: "arn:aws:quicksight::123456789012:user/${aws:userid}" },
    ],
    [
      "readers, in another partition",
      { Action: "quicksight:CreateReader", Resource: "arn:aws-cn:quicksight::123456789012:user/*" },
    ],
    ["a theme of AWS", { Action: "quicksight:DescribeTheme", Resource: "arn:aws:quicksight::aws:theme/MIDNIGHT" }],
    [
      "a dashboard",
      { Action: "quicksight:DescribeDashboard", Resource: "arn:aws:quicksight::123456789012:dashboard/orders" },
      MALFORMED,
    ],
    ["a function", { Action: "lambda:InvokeFunction", Resource: "arn:aws:lambda::123456789012:function:a" }, MALFORMED],
  ]);
});

describe("a Deny of all actions but some, on ARNs", () => {
  const but = (NotAction: string | readonly string[], Resource: string | readonly string[]) => ({
    Effect: "Deny",
    NotAction,
    Resource,
  });
  testCodes([
    ["filters and findings", but(["inspector2:List*"], ["arn:aws:inspector2:*:*:owner/*"])],
    ["networks", but(["ec2:Describe*", "ec2:CreateTags"], ["arn:aws:ec2:*:*:vpc/*", "arn:aws:ec2:*:*:subnet/*"])],
    ["a service without such an action", but("sqs:SendMessage", "arn:aws:s3:::a/*")],
    [
      "what takes no ARN, named",
      { Effect: "Deny", Action: "ec2:DescribeVpcs", Resource: "arn:aws:s3:::a/*" },
      "error action-takes-only-wildcard",
    ],
  ]);

  test.each(["scp", "permission-set"] as const)("N1: in a policy of type %s", (type) => {
    expect(findingsOf(policyOf(but("ec2:Describe*", "arn:aws:ec2:*:*:vpc/*")), type)).toEqual([]);
  });
});

describe("what AWS checks though its reference has no type", () => {
  const [ERROR, WARNING] = ["error action-takes-only-wildcard", "warning action-takes-only-wildcard"];
  const iam = (Action: string, resource: string) => ({ Action, Resource: `arn:aws:iam::123456789012:${resource}` });
  const cloudfront = (resource: string) => ({
    Action: "cloudfront:CreateDistribution",
    Resource: `arn:aws:cloudfront::123456789012:${resource}`,
  });
  testCodes([
    ["all distributions", cloudfront("distribution/*")],
    ["one distribution", cloudfront("distribution/E1"), ERROR],
    ["certificates of a path", iam("iam:ListServerCertificates", "server-certificate/cloudfront/orders/*")],
    ["all certificates", iam("iam:ListServerCertificates", "server-certificate/*")],
    ["roles of a path", iam("iam:ListRoles", "role/app/*")],
    ["users of a path", iam("iam:ListUsers", "user/app/*")],
    ["devices", iam("iam:ListVirtualMFADevices", "mfa/*")],
    ["identity providers", iam("iam:ListOpenIDConnectProviders", "oidc-provider/*")],
    ["roles behind a path", iam("iam:ListRoles", "role/app/${aws:username}"), WARNING],
    ["policies, which AWS checks on no ARN", iam("iam:ListPolicies", "policy/app/*"), WARNING],
    ["one certificate", iam("iam:ListServerCertificates", "server-certificate/orders"), ERROR],
    ["certificates whose names begin so", iam("iam:ListServerCertificates", "server-certificate/orders-*"), ERROR],
    ["roles on users", iam("iam:ListRoles", "user/app/*"), WARNING],
    ["aliases", iam("iam:ListAccountAliases", "role/orders-*"), ERROR],
  ]);

  test("a path that a variable holds", () => {
    const policy = (action: string, resource: string) =>
      findingsIn({
        "a.tf": `variable "path" {}
resource "aws_iam_policy" "a" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}",
    Resource = "arn:aws:iam::123456789012:${resource}" }] })
}`,
      });
    expect(codesOf(policy("iam:ListRoles", "role${var.path}*"))).toEqual([]);
    expect(codesOf(policy("iam:ListPolicies", "policy${var.path}*"))).toEqual([WARNING]);
  });
});

describe("placeholders", () => {
  const INFO = "info malformed-arn";
  const queue = (account: string) => ({
    Action: "sqs:SendMessage",
    Resource: `arn:aws:sqs:us-east-1:${account}:orders`,
  });
  testCodes([
    ...["##AWS_ID##", "@@ACCOUNT@@", "%ACCOUNT%", "%%ACCOUNT%%", "__ACCOUNT_ID__", "{{account}}", "#{Account}#"].map(
      (text): Row => [text, queue(text), INFO],
    ),
    ["in a name, which may be so", { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw-##STAGE##/*" }],
    ["a name with underscores", { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/__init__.py" }],
    ["no account", queue("#1234#"), "error malformed-arn"],
  ]);
  testCodes(
    [
      [
        "a principal",
        { Principal: { AWS: "arn:aws:iam::##AWS_ID##:root" }, Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" },
        INFO,
      ],
    ],
    "resource",
  );
});

describe("service-linked roles", () => {
  const WITHOUT_SERVICE = "security pass-role-without-service";
  const pass = (...roles: readonly string[]) => ({
    Action: "iam:PassRole",
    Resource: roles.map((role) => `arn:aws:iam::123456789012:role/${role}`),
  });
  testCodes([
    ["of Config", pass("aws-service-role/config.amazonaws.com/*")],
    ["one role", pass("aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")],
    ["of two services", pass("aws-service-role/es.amazonaws.com/*", "aws-service-role/ecs.amazonaws.com/*")],
    ["of any service", pass("aws-service-role/*"), WITHOUT_SERVICE],
    ["of some services", pass("aws-service-role/*.amazonaws.com/*"), WITHOUT_SERVICE],
    ["beside another role", pass("aws-service-role/config.amazonaws.com/*", "orders"), WITHOUT_SERVICE],
    ["another path", pass("service-role/orders"), WITHOUT_SERVICE],
  ]);
});

describe("a tag of the request is one of its tag keys", () => {
  const OPEN = "security for-all-values-allow";
  const tagged = (Condition: object) => ({
    Action: "elasticfilesystem:CreateAccessPoint",
    Resource: "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-1",
    Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": "cluster" }, ...Condition },
  });
  testCodes([
    ["its presence", tagged({ Null: { "aws:RequestTag/cluster": "false" } })],
    ["a value", tagged({ StringEquals: { "aws:RequestTag/cluster": "a" } })],
    ["a pattern, in another case", tagged({ StringLike: { "aws:requesttag/cluster": "a*" } })],
    ["a value if it is there", tagged({ StringEqualsIfExists: { "aws:RequestTag/cluster": "a" } }), OPEN],
    ["its absence", tagged({ Null: { "aws:RequestTag/team": "true" } }), OPEN],
    ["another value", tagged({ StringNotEquals: { "aws:RequestTag/cluster": "a" } }), OPEN],
    ["a tag of the resource", tagged({ Null: { "aws:ResourceTag/cluster": "false" } }), OPEN],
  ]);
});

describe("what the document denies", () => {
  const deny = (Action: string | readonly string[], Resource: string | readonly string[] = "*", more: object = {}) => ({
    Effect: "Deny",
    Action,
    Resource,
    ...more,
  });
  const DEAD = "warning denied-anyway";
  const ALL_IAM = ["security privilege-escalation", "security service-wildcard", "security wildcard-resource"];
  const iam = { Action: "iam:*", Resource: "*" };
  const keys = { Action: "kms:*", Resource: "*" };
  const [SERVICE, RESOURCE] = ["security service-wildcard", "security wildcard-resource"];
  testCodes([
    ["all of a service", [iam, deny("iam:*")], DEAD],
    ["everything", [keys, deny("*")], DEAD],
    [
      "all but another service",
      [
        { Action: "kms:Decrypt", Resource: "*" },
        { Effect: "Deny", NotAction: "s3:*", Resource: "*" },
      ],
    ],
    ["one action", [{ Action: "kms:Decrypt", Resource: "*" }, deny("kms:De*")], DEAD],
    ["a pattern of the same", [{ Action: "s3:Put*", Resource: "*" }, deny("s3:P*")]],
    ["an administrator", [{ Action: "*", Resource: "*" }, deny("*")], DEAD],
    ["all but some actions", [{ NotAction: "s3:*", Resource: "*" }, deny("*")]],
    ["all but one resource", [{ Action: "kms:Decrypt", NotResource: "arn:aws:s3:::a" }, deny("kms:*")]],
    ["one resource of all", [keys, deny("kms:*", "arn:aws:kms:*:*:key/a")], SERVICE, RESOURCE],
    ["some of the actions", [keys, deny("kms:Decrypt")], SERVICE, RESOURCE],
    [
      "under a condition",
      [iam, deny("iam:*", "*", { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } })],
      ...ALL_IAM,
    ],
    ["another service", [keys, deny("s3:*")], SERVICE, RESOURCE],
    [
      "a resource that the other statement spares",
      [{ Action: "kms:Decrypt", NotResource: "arn:aws:kms:*:*:key/a" }, deny("kms:Decrypt", "arn:aws:kms:*:*:key/b")],
      "security allow-not-resource",
    ],
  ]);
});

describe("conditions that are over", () => {
  const OVER = "warning expired-condition";
  const within = (Condition: object) => ({ Action: "iam:*", Resource: "*", Condition });
  const DANGERS = findingsOf(policyOf(within({ DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } })));
  test("the same without an end is dangerous", () => {
    expect(codesOf(DANGERS)).toContain("security privilege-escalation");
  });
  testCodes([
    ["a token of long ago", within({ DateLessThan: { "aws:TokenIssueTime": "2020-01-01T00:00:00Z" } }), OVER],
    [
      "a window",
      within({
        DateGreaterThan: { "aws:CurrentTime": "2017-07-01T00:00:00Z" },
        DateLessThan: { "aws:CurrentTime": "2017-12-31T23:59:59Z" },
      }),
      OVER,
    ],
    ["seconds", within({ NumericLessThanEquals: { "aws:EpochTime": "1500000000" } }), OVER],
    ["if it exists", within({ DateLessThanIfExists: { "aws:CurrentTime": "2020-01-01" } }), OVER],
    [
      "one of two statements",
      [within({ DateEquals: { "aws:CurrentTime": "2020-01-01" } }), within({})],
      ...[...codesOf(DANGERS), OVER].sort(),
    ],
    ["the day after", within({ DateLessThan: { "aws:CurrentTime": "2026-10-02" } }), ...codesOf(DANGERS)],
    [
      "one of two days",
      within({ DateLessThan: { "aws:CurrentTime": ["2020-01-01", "2030-01-01"] } }),
      ...codesOf(DANGERS),
    ],
    ["a beginning", within({ DateGreaterThan: { "aws:CurrentTime": "2020-01-01" } }), ...codesOf(DANGERS)],
    [
      "a token, if there is one",
      within({ DateLessThanIfExists: { "aws:TokenIssueTime": "2020-01-01" } }),
      ...codesOf(DANGERS),
    ],
    [
      "another key",
      within({ DateLessThan: { "aws:PrincipalTag/until": "2020-01-01" } }),
      ...codesOf(findingsOf(policyOf(within({ DateLessThan: { "aws:PrincipalTag/until": "2999-01-01" } })))),
    ],
    [
      "a Deny of old sessions",
      {
        Effect: "Deny",
        Action: "*",
        Resource: "*",
        Condition: { DateLessThan: { "aws:TokenIssueTime": "2020-01-01" } },
      },
    ],
  ]);

  test("the day is that of the options, and the message tells it", () => {
    const policy = documentOf(
      policyOf(within({ DateLessThan: { "aws:CurrentTime": "2026-06-30T12:00:00Z" } })),
      "identity",
    );
    expect(codesOf(lintPolicy(policy, { today: "2026-06-30" }))).not.toContain(OVER);
    const [finding] = lintPolicy(policy, { today: "2026-07-02" });
    expect(finding).toMatchObject({
      rule: "expired-condition",
      message: expect.stringContaining("has not held since 2026-06-30"),
    });
  });
});

describe("escalations stand where they are given", () => {
  const ESCALATION = "privilege-escalation";
  const found = (...statements: readonly object[]) =>
    findingsOf(policyOf(...statements)).filter(({ rule }) => rule === ESCALATION);
  const assume = { Action: "sts:AssumeRole", Resource: "arn:aws:iam::*:role/cdk-*" };
  const via = (key: string, operator = "ForAnyValue:StringEquals") => ({
    Condition: { [operator]: { [key]: "cloudformation.amazonaws.com" } },
  });

  test("what an administrator's statement adds is no finding of another", () => {
    expect(found(assume, { Action: "*", Resource: "*", ...via("aws:CalledVia") })).toEqual([]);
    expect(
      found({ Action: "ssm:SendCommand", Resource: "arn:aws:ec2:*:*:instance/i-1" }, { Action: "*", Resource: "*" }),
    ).toEqual([]);
  });

  test("the broad statement has it, and not the narrow one", () => {
    const places = (...statements: readonly object[]) => found(...statements).map(({ statement }) => statement?.index);
    expect(places(assume, { Action: "sts:*", Resource: "*" })).toEqual([1]);
    expect(
      places(
        { Action: "lambda:UpdateFunctionCode", Resource: "arn:aws:lambda:*:*:function:a" },
        { Action: "lambda:Update*", Resource: "*" },
      ),
    ).toEqual([1]);
    expect(places({ Action: "sts:AssumeRole", Resource: "*" }, assume)).toEqual([0]);
    expect(places({ Action: "iam:PutRolePolicy", Resource: "*" }, { Action: "*", Resource: "*" })).toEqual([0]);
  });

  test.each([
    ["aws:CalledVia", "ForAnyValue:StringEquals", 0],
    ["aws:CalledViaFirst", "StringEquals", 0],
    ["aws:CalledViaLast", "StringLike", 0],
    ["aws:CalledViaFirst", "StringNotEquals", 1],
    ["aws:CalledVia", "ForAllValues:StringEquals", 1],
    ["aws:CalledViaLast", "StringEqualsIfExists", 1],
    ["aws:PrincipalTag/team", "StringEquals", 1],
  ])("%s with %s", (key, operator, count) => {
    expect(found({ Action: "sts:AssumeRole", Resource: "*", ...via(key, operator) })).toHaveLength(count);
  });

  test("the ways without a role that is passed come first, and a role is any one only where it is", () => {
    const pass = (Resource: string, service: string) => ({
      Action: "iam:PassRole",
      Resource,
      Condition: { StringEquals: { "iam:PassedToService": service } },
    });
    const role = "arn:aws:iam::123456789012:role/a";
    const glue = { Action: ["glue:CreateDevEndpoint", "iam:PutRolePolicy"], Resource: "*" };
    const [mixed] = found(glue, { Action: "iam:PassRole", Resource: role }, pass("*", "ec2.amazonaws.com"));
    expect(mixed?.message).toMatch(
      /^whoever has `iam:PutRolePolicy`.*`glue:CreateDevEndpoint` .*a role that the policy names/,
    );
    expect(mixed?.about).toBe("glue:CreateDevEndpoint,iam:PutRolePolicy");
    const [any] = found(glue, pass("*", "glue.amazonaws.com"));
    expect(any?.message).toMatch(/`glue:CreateDevEndpoint` .*any role/);
  });

  test("a service of ECS gets another task definition", () => {
    const pass = { Action: "iam:PassRole", Resource: "*" };
    const [finding] = found({ Action: ["ecs:RegisterTaskDefinition", "ecs:UpdateService"], Resource: "*" }, pass);
    expect(finding?.message).toContain("`ecs:UpdateService`");
    expect(found({ Action: ["ecs:UpdateService"], Resource: "*" }, pass)).toEqual([]);
  });
});
