/** Faults of who takes a role and of what a request brings along, each with a neighbour. */
import {
  ACCOUNT,
  arnLike,
  aws,
  EKS,
  equals,
  type FaultRow,
  GITHUB,
  grant,
  like,
  OTHER,
  ROLE,
  ROOT,
  service,
  signIn,
  testFaults,
  type Written,
} from "./fault-rows";

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const assume = (principal: unknown, condition?: Conditions, more: readonly string[] = []): Written =>
  grant(principal, more.length === 0 ? "sts:AssumeRole" : ["sts:AssumeRole", ...more], undefined, condition);
const trust = (codes: string, name: string, fault: Written, neighbour: Written): FaultRow => [
  codes,
  name,
  "trust",
  fault,
  neighbour,
];
const MAIN = equals(`${GITHUB}:sub`, "repo:octo/app:ref:refs/heads/main");
const federated = (Federated: string, action = "sts:AssumeRoleWithWebIdentity", condition: Conditions = MAIN) =>
  grant({ Federated }, action, undefined, condition);
const POOL = { "cognito-identity.amazonaws.com:aud": "eu-west-1:11111111-2222-3333-4444-555555555555" };
const AMR = { "cognito-identity.amazonaws.com:amr": "authenticated" };
const SAML = `arn:aws:iam::${ACCOUNT}:saml-provider/okta`;
const saml = (key: string) =>
  federated(SAML, "sts:AssumeRoleWithSAML", equals(key, "https://signin.aws.amazon.com/saml"));
const THIRD = aws(`arn:aws:iam::${OTHER}:root`);

testFaults("identity providers", [
  trust("invalid-principal", "a URL", federated(`https://${GITHUB}`), signIn(GITHUB, MAIN)),
  trust("invalid-principal", "a provider without its ARN", federated(EKS), signIn(GITHUB, MAIN)),
  trust("invalid-principal", "a mistyped ARN", federated(SAML.replace("provider", "providers")), signIn(GITHUB, MAIN)),
  trust("invalid-principal", "a role", federated(ROLE), federated("cognito-identity.amazonaws.com")),
  trust("invalid-principal", "a role by its name", federated("app"), federated("accounts.google.com")),
  trust(
    "impossible-value",
    "a subject with a space",
    signIn(GITHUB, equals(`${GITHUB}:sub`, "repo: octo/app:environment:prod")),
    signIn(GITHUB, equals(`${GITHUB}:sub`, "repo:octo/app:environment:prod")),
  ),
  trust(
    "missing-qualifier",
    "the ways of signing in by a plain operator",
    federated("cognito-identity.amazonaws.com", undefined, { StringEquals: { ...POOL, ...AMR } }),
    federated("cognito-identity.amazonaws.com", undefined, { StringEquals: POOL, "ForAnyValue:StringLike": AMR }),
  ),
  trust("unknown-condition-key", "a key of SAML that there is not", saml("SAML:audience"), saml("SAML:aud")),
  trust(
    "saml-without-audience",
    "every audience but one",
    federated(SAML, "sts:AssumeRoleWithSAML", {
      StringNotEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" },
    }),
    saml("saml:aud"),
  ),
]);

testFaults("what a request brings along", [
  trust(
    "missing-trust-action",
    "a tag that nobody may set",
    assume(aws(ROOT), equals("aws:RequestTag/project", "blue")),
    assume(aws(ROOT), equals("aws:RequestTag/project", "blue"), ["sts:TagSession"]),
  ),
  trust(
    "missing-trust-action",
    "keys of tags that nobody may set",
    assume(aws(ROOT), { "ForAnyValue:StringEquals": { "aws:TagKeys": ["project"] } }),
    assume(aws(ROOT), { "ForAllValues:StringEquals": { "aws:TagKeys": ["project"] } }),
  ),
  trust(
    "missing-trust-action",
    "a source identity that nobody may set",
    assume(aws(ROOT), like("sts:SourceIdentity", "ann*")),
    assume(aws(ROOT), like("sts:SourceIdentity", "ann*"), ["sts:Set*"]),
  ),
  [
    "missing-trust-action",
    "a tag that another statement lets set",
    "trust",
    assume(aws(ROOT), equals("aws:RequestTag/project", "blue")),
    [assume(aws(ROOT), equals("aws:RequestTag/project", "blue")), grant(aws(ROOT), "sts:TagSession")],
  ],
  trust(
    "optional-external-id",
    "any external ID",
    assume(THIRD, { Null: { "sts:ExternalId": "false" } }),
    assume(THIRD, { Null: { "sts:ExternalId": "false" }, StringEquals: { "sts:ExternalId": "a1b2" } }),
  ),
  trust(
    "optional-external-id",
    "any external ID by a pattern",
    assume(THIRD, like("sts:ExternalId", "*")),
    assume(THIRD, like("sts:ExternalId", "a1b2-*")),
  ),
  trust(
    "mfa-without-if-exists",
    "MFA that access keys do without",
    assume(aws(ROOT), { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }),
    assume(aws(ROOT), { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
  ),
  trust(
    "mfa-without-if-exists",
    "MFA of everybody",
    assume("*", {
      BoolIfExists: { "aws:MultiFactorAuthPresent": true },
      StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
    }),
    assume(aws(ROOT), {
      BoolIfExists: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
    }),
  ),
  trust(
    "absent-key",
    "a tag of a service",
    assume(service("ec2.amazonaws.com"), equals("aws:PrincipalTag/team", "data")),
    assume(service("rolesanywhere.amazonaws.com"), equals("aws:PrincipalTag/x509Subject/CN", "orders"), ["sts:*"]),
  ),
  trust(
    "absent-key",
    "a service that is none",
    assume(service("lambda.amazonaws.com"), { Bool: { "aws:PrincipalIsAWSService": "false" } }),
    assume(service("lambda.amazonaws.com"), { Bool: { "aws:PrincipalIsAWSService": "true" } }),
  ),
]);

testFaults("accounts", [
  trust(
    "trust-account-mismatch",
    "a role of another account",
    assume(aws(ROOT), arnLike("aws:PrincipalArn", `arn:aws:iam::${OTHER}:role/ci-*`)),
    assume(
      aws(ROOT),
      arnLike("aws:PrincipalArn", [`arn:aws:iam::${OTHER}:role/ci`, `arn:aws:iam::${ACCOUNT}:role/ci`]),
    ),
  ),
  trust(
    "trust-account-mismatch",
    "another account",
    assume(aws([ACCOUNT, ROLE]), equals("aws:PrincipalAccount", OTHER)),
    assume(aws([ACCOUNT, `arn:aws:iam::${OTHER}:root`]), equals("aws:PrincipalAccount", OTHER)),
  ),
  trust(
    "trust-account-mismatch",
    "a role of any account",
    assume(aws(ROOT), equals("aws:PrincipalAccount", OTHER)),
    assume(aws(ROOT), arnLike("aws:PrincipalArn", "arn:aws:iam::*:role/ci")),
  ),
]);
