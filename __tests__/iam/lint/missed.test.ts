/** Over 400 lines because it is one table: faults that were not reported once, each with others of its kind and with neighbours. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { lintPolicy, lintText } from "../../../src/iam/lint";
import { documentOf } from "../policies";

type Given = Readonly<Record<string, unknown>>;

/** `code severity` of the findings of some rules, or of all that are no info; a second statement may stand beside the first. */
function found(statements: Given | readonly Given[], type?: PolicyType, rules?: readonly string[]): readonly string[] {
  const list = Array.isArray(statements) ? statements : [statements];
  const policy = { Version: "2012-10-17", Statement: list.map((one: Given) => ({ Effect: "Allow", ...one })) };
  const findings = lintPolicy(documentOf(policy, type), { today: "2026-10-01" });
  const told = findings.filter(({ rule, severity }) => rules?.includes(rule) ?? severity !== "info");
  return told.map(({ rule, severity }) => `${rule} ${severity}`);
}

const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
const TOPIC = "arn:aws:sns:eu-west-1:123456789012:orders";
const OBJECTS = "arn:aws:s3:::raw-zone/*";
const BUCKET = "arn:aws:s3:::raw-zone";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

describe("resource policies that are open to the world", () => {
  const open = (Action: string | readonly string[], Resource: string | readonly string[], rest: Given = {}) =>
    found({ Principal: "*", Action, Resource, ...rest }, "resource", ["open-resource"]);

  test.each<readonly [string | readonly string[], string | readonly string[]]>([
    ["kms:*", "*"],
    ["kms:Decrypt", "*"],
    ["secretsmanager:GetSecretValue", "*"],
    ["sqs:*", QUEUE],
    ["SQS:SendMessage", QUEUE],
    ["sns:Publish", TOPIC],
    ["s3:PutObject", OBJECTS],
    ["s3:*", [BUCKET, OBJECTS]],
    [["s3:GetObject", "s3:DeleteObject"], OBJECTS],
    ["s3:ListBucket", BUCKET],
    ["events:PutEvents", "arn:aws:events:eu-west-1:123456789012:event-bus/default"],
    ["ecr:BatchGetImage", "*"],
    ["backup:CopyIntoBackupVault", "*"],
  ])("%j", (action, resource) => {
    expect(open(action, resource)).toEqual(["open-resource security"]);
    expect(open(action, resource, { Principal: { AWS: "*" } })).toEqual(["open-resource security"]);
    expect(open(action, resource, { Principal: { AWS: ["123456789012", "*"] } })).toEqual(["open-resource security"]);
  });

  test.each<readonly [string, Given]>([
    ["TLS", { Bool: { "aws:SecureTransport": "true" } }],
    ["any principal", { ArnLike: { "aws:PrincipalArn": "*" } }],
    ["any address", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }],
    ["an organization, if there is one", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }],
    ["all but one account", { StringNotEquals: { "aws:PrincipalAccount": "123456789012" } }],
    ["topics of any account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:orders" } }],
    ["any rule", { ArnEquals: { "aws:SourceArn": "arn:aws:events:eu-west-1:*:rule/*" } }],
    ["anything of a Region", { StringLike: { "aws:SourceArn": "arn:aws:lambda:eu-west-1:*" } }],
    ["any ARN", { ArnLike: { "aws:PrincipalArn": "arn:*" } }],
    ["any ARN of a service", { StringLike: { "aws:PrincipalArn": "arn:aws:iam*" } }],
    ["a name in an account of any digits", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::????????????:role/a" } }],
    ["any bucket", { ArnLike: { "AWS:SourceArn": ["arn:aws:s3:::raw-zone", "arn:aws:s3:*:*:*"] } }],
    [
      "roles with a name",
      { ArnLike: { "aws:PrincipalArn": "arn:${data.aws_partition.p.partition}:iam::*:role/deploy" } },
    ],
  ])("a condition that limits nobody: %s", (_, Condition) => {
    expect(open("sqs:SendMessage", QUEUE, { Condition })).toEqual(["open-resource security"]);
  });

  test.each<readonly [string | readonly string[], string]>([
    ["s3:GetObject", OBJECTS],
    [["s3:GetObject", "s3:GetObjectVersion"], OBJECTS],
    ["s3:GetObject*", OBJECTS],
    ["es:*", "arn:aws:es:eu-west-1:123456789012:domain/logs/*"],
    ["es:ESHttpGet", "arn:aws:es:eu-west-1:123456789012:domain/logs/*"],
    ["execute-api:Invoke", "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*"],
  ])("info where that is often meant: %j", (action, resource) => {
    expect(open(action, resource)).toEqual(["open-resource info"]);
  });

  test.each<readonly [string, Given]>([
    ["of an organization", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }],
    [
      "of an account",
      { StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
    ],
    ["of a source", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::raw-zone" } }],
    ["of a bucket, as the guide of Amazon S3 has it", { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:raw-zone" } }],
    ["of sources in one account", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:123456789012:*" } }],
    ["of an account and what follows", { StringLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012*" } }],
    [
      "of an account that is not known, and what follows",
      { StringLike: { "aws:PrincipalArn": "arn:aws:iam::${var.a}*" } },
    ],
    ["of an account that is not known", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:${var.account}:*" } }],
    [
      "of any topic, beside an account",
      {
        ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:orders" },
        StringEquals: { "aws:SourceAccount": "123456789012" },
      },
    ],
    ["of a VPC endpoint", { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }],
    ["of some addresses", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }],
    ["of clients of a network", { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } }],
    ["that is not known", { "${var.operator}": { "${var.key}": "x" } }],
  ])("silent with a condition %s", (_, Condition) => {
    expect(open("kms:Decrypt", "*", { Condition })).toEqual([]);
  });

  test("silent for named principals, for a Deny, and for what only limits", () => {
    expect(open("sqs:*", QUEUE, { Principal: { AWS: "123456789012" } })).toEqual([]);
    expect(open("sqs:*", QUEUE, { Principal: { Service: "sns.amazonaws.com" } })).toEqual([]);
    expect(open("sqs:*", QUEUE, { Effect: "Deny" })).toEqual([]);
    const endpoint = { Principal: "*", Action: "s3:PutObject", Resource: "*" };
    expect(found(endpoint, "vpc-endpoint", ["open-resource"])).toEqual([]);
  });

  test("silent where all others are denied, and only then", () => {
    const allow = { Principal: "*", Action: "s3:*", Resource: [BUCKET, OBJECTS] };
    const deny = (rest: Given) => ({ ...allow, Effect: "Deny", ...rest });
    const others = { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
    const of = (...statements: readonly Given[]) => found(statements, "resource", ["open-resource"]);
    expect(of(allow, deny({ Condition: others }))).toEqual([]);
    expect(
      of(
        deny({ Action: "*", Resource: "*", Condition: { ...others, Bool: { "aws:PrincipalIsAWSService": "false" } } }),
        allow,
      ),
    ).toEqual([]);
    expect(of(allow, deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } }))).toEqual([
      "open-resource security",
    ]);
    expect(of(allow, deny({ Action: "s3:DeleteObject", Condition: others }))).toEqual(["open-resource security"]);
    expect(of(allow, deny({ Resource: BUCKET, Condition: others }))).toEqual(["open-resource security"]);
  });
});

describe("trust in an OpenID Connect provider without its subject", () => {
  const trust = (
    issuer: string,
    Condition: Given | undefined,
    Federated = `arn:aws:iam::123456789012:oidc-provider/${issuer}`,
  ) =>
    found({ Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity", Condition }, "trust", [
      "oidc-without-subject",
    ]);
  const EKS = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F6A1B2C3D4E5F6A1B2C3D4";
  const GITHUB = "token.actions.githubusercontent.com";
  const BITBUCKET = "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc";
  const CIRCLE = "oidc.circleci.com/org/11111111-2222-3333-4444-555555555555";
  const AZURE = "vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555";

  test.each([
    GITHUB,
    "gitlab.com",
    "gitlab.example.com",
    EKS,
    "app.terraform.io",
    BITBUCKET,
    CIRCLE,
    "agent.buildkite.com",
    AZURE,
    "acme.app.spacelift.io",
  ])("%s: no condition, or the audience alone", (issuer) => {
    expect(trust(issuer, undefined)).toEqual(["oidc-without-subject security"]);
    expect(trust(issuer, { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" } })).toEqual([
      "oidc-without-subject security",
    ]);
    expect(trust(issuer, { StringLike: { [`${issuer}:sub`]: "*" } })).toEqual(["oidc-without-subject security"]);
    expect(trust(issuer, { StringNotLike: { [`${issuer}:sub`]: "x" } })).toEqual(["oidc-without-subject security"]);
    expect(trust(issuer, { "ForAllValues:StringLike": { [`${issuer}:sub`]: "x" } })).toEqual([
      "oidc-without-subject security",
    ]);
  });

  test.each<readonly [string, string]>([
    [GITHUB, "repo:*"],
    [GITHUB, "repo:*:*"],
    [GITHUB, "repo:*/*:ref:refs/heads/main"],
    [GITHUB, "repo:acme*"],
    ["gitlab.com", "project_path:*:ref_type:branch:ref:main"],
    ["app.terraform.io", "organization:*:project:*:workspace:*:run_phase:*"],
    ["agent.buildkite.com", "organization:*"],
    [EKS, "system:serviceaccount:*"],
    [EKS, "system:serviceaccount:*:*"],
    [BITBUCKET, "{*}:*"],
    [CIRCLE, "org/*/project/*"],
    [AZURE, "sc://*"],
  ])("%s: strangers meet %s", (issuer, sub) => {
    expect(trust(issuer, { StringLike: { [`${issuer}:sub`]: sub } })).toEqual(["oidc-without-subject security"]);
    const two = { StringLike: { [`${issuer}:sub`]: [sub, "a:b:c:d"] } };
    expect(trust(issuer, two)).toEqual(["oidc-without-subject security"]);
  });

  test.each<readonly [string, Given]>([
    [GITHUB, { StringLike: { [`${GITHUB}:sub`]: "repo:acme/*" } }],
    [GITHUB, { StringEquals: { [`${GITHUB}:sub`]: "repo:acme/infra:ref:refs/heads/main" } }],
    [GITHUB, { "ForAnyValue:StringLike": { [`${GITHUB}:sub`]: ["repo:acme/a:*", "repo:acme/b:*"] } }],
    [GITHUB, { StringLike: { [`${GITHUB}:sub`]: "repo:acme@1234/*" } }],
    [GITHUB, { StringLike: { [`${GITHUB}:sub`]: "repository_owner_id:1234:*" } }],
    [GITHUB, { StringLike: { [`${GITHUB}:sub`]: "repo:${var.owner}/*" } }],
    [GITHUB, { StringEquals: { [`${GITHUB}:repository_owner_id`]: "1234" } }],
    [GITHUB, { StringEqualsIfExists: { [`${GITHUB}:sub`]: "repo:acme/infra:environment:prod" } }],
    ["gitlab.com", { StringLike: { "gitlab.com:sub": "project_path:acme/*:ref_type:branch:ref:main" } }],
    [
      "app.terraform.io",
      { StringLike: { "app.terraform.io:sub": "organization:acme:project:*:workspace:*:run_phase:*" } },
    ],
    ["agent.buildkite.com", { StringLike: { "agent.buildkite.com:sub": "organization:acme:*" } }],
    [EKS, { StringLike: { [`${EKS}:sub`]: "system:serviceaccount:*:aws-node" } }],
    [EKS, { StringLike: { [`${EKS}:sub`]: "system:serviceaccount:kube-system:*" } }],
    [BITBUCKET, { StringLike: { [`${BITBUCKET}:sub`]: "{11111111-2222-3333-4444-555555555555}:*" } }],
    [CIRCLE, { StringLike: { [`${CIRCLE}:sub`]: "org/o/project/p/*" } }],
    ["accounts.google.com", { StringEquals: { "accounts.google.com:aud": "1234" } }],
    ["oidc.vercel.com/acme", { StringEquals: { "oidc.vercel.com/acme:aud": "https://vercel.com/acme" } }],
    ["idp.example.com", { StringEquals: { "idp.example.com:department": "sales" } }],
  ])("%s: silent with %j", (issuer, condition) => {
    expect(trust(issuer, condition)).toEqual([]);
  });

  test("identity pools of Cognito are known by the audience", () => {
    const cognito = "cognito-identity.amazonaws.com";
    const amr = { "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" } };
    expect(trust(cognito, amr, cognito)).toEqual(["oidc-without-subject security"]);
    const aud = { StringEquals: { [`${cognito}:aud`]: "eu-west-1:11111111-2222-3333-4444-555555555555" } };
    expect(trust(cognito, { ...amr, ...aud }, cognito)).toEqual([]);
  });

  test("a provider that is not known: its own audience is but an info", () => {
    expect(trust("idp.example.com", undefined)).toEqual(["oidc-without-subject security"]);
    expect(trust("idp.example.com", { StringEquals: { "idp.example.com:aud": "app" } })).toEqual([
      "oidc-without-subject info",
    ]);
  });

  test("a provider that only a plan knows: the keys tell which it is", () => {
    const token = "${aws_iam_openid_connect_provider.github.arn}";
    const aud = { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" } };
    expect(trust("", aud, token)).toEqual(["oidc-without-subject security"]);
    expect(trust("", undefined, token)).toEqual(["oidc-without-subject security"]);
    expect(trust("", { StringLike: { [`${GITHUB}:sub`]: "repo:acme/*" } }, token)).toEqual([]);
    expect(trust("", { StringEquals: { "${local.issuer}:sub": "x" } }, token)).toEqual([]);
  });

  const EKS_TOKEN = "${aws_iam_openid_connect_provider.eks.arn}";
  const IN_TEXT = "arn:aws:iam::${local.account}:oidc-provider/oidc.eks.${var.region}.amazonaws.com/id/${var.id}";
  const STS = { "${replace(...)}:aud": "sts.amazonaws.com" };

  test.each<readonly [string, string, Given, string]>([
    ["the audience of STS alone", EKS_TOKEN, { StringEquals: STS }, "security"],
    ["the audience of STS alone, of any provider", "${var.provider_arn}", { StringEquals: STS }, "security"],
    ["an audience of one's own", "${var.provider_arn}", { StringEquals: { "${var.url}:aud": "app" } }, "info"],
    ["any subject", "${var.provider_arn}", { StringLike: { "${var.url}:sub": "*" } }, "security"],
    ["any service account", "${var.arn}", { StringLike: { "${var.url}:sub": "system:serviceaccount:*" } }, "security"],
    ["any repository", "${module.ci.arn}", { StringLike: { "${module.ci.url}:sub": "repo:*" } }, "security"],
    ["any project", "${module.ci.arn}", { StringLike: { "${local.ci}:SUB": "project_path:*:ref:main" } }, "security"],
    ["parts that are not known", IN_TEXT, { StringEquals: STS }, "security"],
  ])("a provider that neither the principal nor the keys name: %s", (_name, token, condition, severity) => {
    expect(trust("", condition, token)).toEqual([`oidc-without-subject ${severity}`]);
  });

  test.each<readonly [string, Given]>([
    ["a namespace", { StringLike: { "${var.url}:sub": "system:serviceaccount:${var.namespace}:*" } }],
    ["one subject", { StringEquals: { ...STS, "${replace(...)}:sub": "${local.subject}" } }],
    ["a claim that is not known", { StringLike: { "${var.key}": "*" } }],
    ["a claim that is not known, behind its issuer", { StringLike: { "${var.url}:${var.claim}": "*" } }],
    ["another claim", { StringEquals: { "${var.url}:department": "sales" } }],
  ])("a provider that neither the principal nor the keys name: silent with %s", (_name, condition) => {
    expect(trust("", condition, "${var.provider_arn}")).toEqual([]);
  });

  test("silent for SAML, for services, and for a Deny", () => {
    const rules = ["oidc-without-subject"];
    const saml = "arn:aws:iam::123456789012:saml-provider/corp";
    expect(found({ Principal: { Federated: saml }, Action: "sts:AssumeRoleWithSAML" }, "trust", rules)).toEqual([]);
    expect(found({ Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" }, "trust", rules)).toEqual(
      [],
    );
    const Federated = `arn:aws:iam::123456789012:oidc-provider/${GITHUB}`;
    const deny = { Effect: "Deny", Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity" };
    expect(found(deny, "trust", rules)).toEqual([]);
  });
});

describe("private addresses as the source", () => {
  const source = (Effect: string, Condition: Given) =>
    found({ Effect, Action: "s3:GetObject", Resource: OBJECTS, Condition }, "identity", ["private-source-ip"]);
  const ip = (operator: string, ...values: readonly string[]) => ({ [operator]: { "aws:SourceIp": values } });
  const severity = (name: string) => [`private-source-ip ${name}`];

  test.each([
    "10.0.0.0/8",
    "10.1.2.3",
    "172.16.0.0/12",
    "172.31.4.0/24",
    "192.168.1.0/24",
    "100.64.0.0/10",
    "fd00::/8",
    "fe80::1",
    "::1",
  ])("%s", (range) => {
    expect(source("Allow", ip("IpAddress", range))).toEqual(severity("error"));
    expect(source("Deny", ip("NotIpAddress", range))).toEqual(severity("warning"));
    expect(source("Deny", ip("NotIpAddress", range, "203.0.113.0/24"))).toEqual(severity("info"));
    expect(source("Allow", ip("NotIpAddress", range))).toEqual(severity("warning"));
    expect(source("Deny", ip("IpAddress", range))).toEqual(severity("warning"));
    expect(source("Allow", ip("IpAddress", range, "203.0.113.0/24"))).toEqual(severity("info"));
    expect(source("Allow", ip("NotIpAddress", range, "203.0.113.0/24"))).toEqual([]);
    expect(source("Deny", ip("IpAddress", range, "203.0.113.0/24"))).toEqual([]);
  });

  test.each([
    "203.0.113.0/24",
    "172.32.0.0/16",
    "172.0.0.0/8",
    "11.0.0.0/8",
    "8.0.0.0/6",
    "192.169.0.0/16",
    "2001:db8::/32",
    "fc00::/6",
    "0.0.0.0/0",
    "${var.range}",
  ])("silent: %s", (range) => {
    for (const effect of ["Allow", "Deny"])
      for (const operator of ["IpAddress", "NotIpAddress"]) expect(source(effect, ip(operator, range))).toEqual([]);
  });

  test("what it says under Deny", () => {
    const statement = { Effect: "Deny", Action: "s3:*", Resource: "*", Condition: ip("NotIpAddress", "10.0.0.0/8") };
    const [finding] = lintPolicy(documentOf({ Version: "2012-10-17", Statement: statement }, "identity"));
    expect(finding?.message).toMatch(/denies every request and locks everybody out/);
    expect(finding?.hint).toMatch(/aws:VpcSourceIp/);
  });

  test("silent for the address inside of a VPC", () => {
    expect(source("Allow", { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } })).toEqual([]);
  });
});

describe("policy variables", () => {
  const rules = ["invalid-policy-variable"];
  const invalid = ["invalid-policy-variable error"];
  const resource = (variable: string) =>
    found({ Action: "s3:GetObject", Resource: `arn:aws:s3:::homes/${variable}/*` }, "identity", rules);
  const value = (variable: string) =>
    found(
      { Action: "s3:ListBucket", Resource: BUCKET, Condition: { StringLike: { "s3:prefix": variable } } },
      "identity",
      rules,
    );

  test.each([
    "${aws: username}",
    "${ aws:username}",
    "${aws:user name}",
    "${}",
    "${ }",
    "${aws:PrincipalTag/team, none}",
    "${aws:PrincipalTag/team, 'none}",
    "${saml: sub}",
    "${aws:user}",
    "${aws:UserName2}",
    "${aws:PrincipalTags/team}",
    "${AWS:Username1, 'none'}",
  ])("%s", (variable) => {
    expect(resource(variable)).toEqual(invalid);
    expect(value(variable)).toEqual(invalid);
  });

  test("without a closing brace", () => {
    expect(found({ Action: "s3:GetObject", Resource: "arn:aws:s3:::homes/${aws:username" }, "identity", rules)).toEqual(
      invalid,
    );
    expect(value("${saml:sub")).toEqual(invalid);
    const table = "arn:aws:dynamodb:eu-west-1:123456789012:table/${aws:PrincipalTag/team";
    expect(found({ Action: "dynamodb:GetItem", Resource: table }, "identity")).toEqual(invalid);
    expect(found({ Action: "sqs:SendMessage", Resource: [table, `${QUEUE}-a`] }, "identity")).toEqual(invalid);
    expect(
      found({ Action: "s3:GetObject", NotResource: "arn:aws:s3:::homes/${aws:userid" }, "identity", rules),
    ).toEqual(invalid);
  });

  test.each<Given>([
    { Action: "s3:${aws:PrincipalTag/right}", Resource: "*" },
    { NotAction: ["iam:*", "${aws:username}:*"], Resource: "*" },
    { Effect: "Deny", Action: "s3:Get${aws:username}", Resource: "*" },
  ])("in %j", (statement) => {
    expect(found(statement, "identity", rules)).toEqual(invalid);
  });

  test("in a principal", () => {
    const Principal = { AWS: "arn:aws:iam::${aws:PrincipalAccount}:root" };
    expect(found({ Principal, Action: "sqs:*", Resource: QUEUE }, "resource", rules)).toEqual(invalid);
  });

  test.each([
    "${aws:username}",
    "${aws:PrincipalTag/team}",
    "${aws:PrincipalTag/team, 'none'}",
    "${*}",
    "${?}",
    "${$}",
    "${cognito-identity.amazonaws.com:sub}",
    "${token.actions.githubusercontent.com:sub}",
    "${s3:prefix}/${aws:userid}",
    "${transfer:HomeDirectory}",
    "${AWS:UserName}",
    "${aws:ResourceTag/team}",
    "${aws:SourceVpc}",
    "${aws:FederatedProvider}",
    "${aws:TokenIssueTime}",
    "${ec2:SourceInstanceARN}",
    // What Terraform or a template puts in.
    "${var.name}",
    "${local.a ? local.b : local.c}",
    '${aws_s3_bucket.b["a"].arn}',
    "${bucket}",
    "${AWS::AccountId}",
    "${provider::aws::arn_build(a, b)}",
    "${...}",
  ])("silent: %s", (variable) => {
    expect(resource(variable)).toEqual([]);
    expect(value(variable)).toEqual([]);
  });

  test("silent in actions: what Terraform puts in", () => {
    expect(found({ Action: "s3:${var.action}", Resource: "*" }, "identity", rules)).toEqual([]);
  });

  test("silent where the version has no variables", () => {
    const Statement = [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::homes/${aws: username}/*" }];
    const rulesOf = (policy: object) => lintText(JSON.stringify(policy)).map(({ rule }) => rule);
    expect(rulesOf({ Version: "2008-10-17", Statement })).not.toContain("invalid-policy-variable");
    expect(rulesOf({ Version: "2012-10-17", Statement })).toContain("invalid-policy-variable");
  });
});

describe("variables in the language of 2008", () => {
  const rulesOf = (Version: string, statement: Given) =>
    lintText(JSON.stringify({ Version, Statement: { Effect: "Allow", ...statement } }), { today: "2026-10-01" })
      .filter(({ rule }) => rule === "variable-in-old-version")
      .map(({ severity }) => severity);
  const inResource = { Action: "s3:GetObject", Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::homes/${aws:username}/*"] };
  const inCondition = {
    Action: "s3:ListBucket",
    Resource: BUCKET,
    Condition: { StringLike: { "s3:prefix": "${aws:PrincipalTag/team, 'none'}/*" } },
  };

  test.each<Given>([
    inResource,
    inCondition,
    { Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::homes/${aws:userid}/*" },
    {
      Principal: "*",
      Action: "sqs:SendMessage",
      Resource: QUEUE,
      Condition: { StringEquals: { "aws:SourceAccount": "${aws:PrincipalAccount}" } },
    },
  ])("%j", (statement) => {
    expect(rulesOf("2008-10-17", statement)).toEqual(["warning"]);
    expect(rulesOf("2012-10-17", statement)).toEqual([]);
  });

  test.each<Given>([
    { Action: "s3:GetObject", Resource: "arn:aws:s3:::homes/${var.user}/*" },
    { Action: "s3:GetObject", Resource: "arn:aws:s3:::homes/*" },
  ])("silent: %j", (statement) => {
    expect(rulesOf("2008-10-17", statement)).toEqual([]);
  });
});

describe("what AWS refuses", () => {
  const condition = (Condition: Given) =>
    found({ Action: "s3:GetObject", Resource: OBJECTS, Condition }, "identity", ["duplicate-condition-key"]);
  const duplicate = ["duplicate-condition-key error"];

  test.each<Given>([
    { Bool: { "aws:SecureTransport": ["true", "false"] } },
    { BoolIfExists: { "aws:ViaAWSService": [true, false] } },
    { Null: { "aws:TokenIssueTime": ["true", "false"] } },
    { StringEquals: { "aws:PrincipalOrgID": "o-1", "aws:principalorgid": "o-2" } },
    { StringLike: { "s3:prefix": "a", "S3:Prefix": "b" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::a" }, arnlike: { "AWS:SourceArn": "arn:aws:s3:::b" } },
  ])("%j", (given) => {
    expect(condition(given)).toEqual(duplicate);
  });

  test.each<Given>([
    { Bool: { "aws:SecureTransport": ["true"] } },
    { Bool: { "aws:SecureTransport": "true", "aws:MultiFactorAuthPresent": "true" } },
    { StringEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] } },
    { StringEquals: { "aws:PrincipalTag/a": "x", "aws:ResourceTag/a": "x" } },
    { StringEquals: { "aws:PrincipalOrgID": "o-1" }, StringLike: { "aws:principalorgid": "o-*" } },
  ])("silent: %j", (given) => {
    expect(condition(given)).toEqual([]);
  });

  const service = (Action: string) => found({ Action, Resource: "*" }, "identity", ["wildcard-in-service"]);

  test.each(["s*:Get*", "*:GetObject", "?3:GetObject", "ec?:*", "*2:Describe*"])(
    "wildcard-in-service: %s",
    (action) => {
      expect(service(action)).toEqual(["wildcard-in-service error"]);
      const deny = { Effect: "Deny", NotAction: action, Resource: "*" };
      expect(found(deny, "identity", ["wildcard-in-service"])).toEqual(["wildcard-in-service error"]);
    },
  );

  test.each(["*", "s3:*", "s3:Get*", "*:*", "${var.service}:*"])("wildcard-in-service, silent: %s", (action) => {
    expect(service(action)).toEqual([]);
  });
});

describe("actions that take only *, of any service", () => {
  test.each<readonly [string, string]>([
    ["ecr:GetAuthorizationToken", "arn:aws:ecr:eu-west-1:123456789012:repository/app"],
    ["cloudfront:ListDistributions", "arn:aws:cloudfront::123456789012:distribution/E1"],
    ["route53:ListHostedZones", "arn:aws:route53:::hostedzone/Z1"],
    ["rds:DescribeAccountAttributes", "arn:aws:rds:eu-west-1:123456789012:db:orders"],
  ])("%s", (Action, Resource) => {
    expect(found({ Action, Resource }, "identity")).toEqual(["action-takes-only-wildcard error"]);
    expect(found({ Action, Resource: "*" }, "identity")).toEqual([]);
  });
});

describe("services that do not exist in aws:CalledVia", () => {
  const via = (key: string, value: string) => {
    const Condition = { "ForAnyValue:StringEquals": { [key]: value } };
    return found({ Action: "s3:GetObject", Resource: OBJECTS, Condition }, "identity", ["invalid-principal"]);
  };

  test.each(["athena.amazon.com", "athena", "clouformation.amazonaws.com"])("%s", (value) => {
    expect(via("aws:CalledVia", value)).toEqual(["invalid-principal error"]);
    expect(via("aws:CalledViaFirst", value)).toEqual(["invalid-principal error"]);
  });

  test.each(["athna.amazonaws.com", "dynamobd.amazonaws.com", "clowdfront.amazonaws.com"])("a typo: %s", (value) => {
    expect(via("aws:CalledVia", value)).toEqual(["invalid-principal error"]);
    expect(via("aws:CalledViaLast", value)).toEqual(["invalid-principal error"]);
  });

  test.each([
    "athena.amazonaws.com",
    "cloudformation.amazonaws.com",
    "dynamodb.amazonaws.com",
    "macie.amazonaws.com",
    "application-insights.amazonaws.com",
    "inspector2.amazonaws.com",
    "backup-gateway.amazonaws.com",
    "replicator.lambda.amazonaws.com",
    "edgelambda.amazonaws.com",
    "events.eu-west-1.amazonaws.com",
  ])("silent: %s", (value) => {
    expect(via("aws:CalledVia", value)).toEqual([]);
  });

  test.each<readonly [string, readonly string[]]>([
    ["secretmanager.eu-west-1.amazonaws.com", ["invalid-principal error"]],
    ["dynamodv.us-gov-west-1.amazonaws.com", ["invalid-principal error"]],
    ["secretsmanager.eu-west-1.amazonaws.com", []],
    ["importexport.us-east-1.amazonaws.com", []],
    ["s3.*.amazonaws.com", []],
    ["cassandra.${var.region}.amazonaws.com", []],
  ])("kms:ViaService: %s", (value, codes) => {
    const Condition = { StringLike: { "kms:ViaService": value } };
    expect(found({ Action: "kms:Decrypt", Resource: KEY, Condition }, "identity", ["invalid-principal"])).toEqual(
      codes,
    );
  });
});

describe("resources of another type, of any service", () => {
  test.each<readonly [string, string, string]>([
    ["eks:DescribeCluster", "arn:aws:s3:::raw-zone", "arn:aws:eks:eu-west-1:123456789012:cluster/c"],
    ["rds:StartDBInstance", "arn:aws:rds:eu-west-1:123456789012:cluster:c", "arn:aws:rds:eu-west-1:123456789012:db:d"],
    ["ecr:PutImage", "arn:aws:ecs:eu-west-1:123456789012:cluster/c", "arn:aws:ecr:eu-west-1:123456789012:repository/r"],
    ["cloudfront:CreateInvalidation", "arn:aws:s3:::site", "arn:aws:cloudfront::123456789012:distribution/E1"],
  ])("%s on %s", (Action, wrong, right) => {
    expect(found({ Action, Resource: wrong }, "identity")).toEqual(["resource-type-mismatch error"]);
    expect(found({ Action, Resource: right }, "identity")).toEqual([]);
  });
});
