/** Over 400 lines because it is one table: faults of principals and of what limits them, each with a neighbour. */
import {
  ACCOUNT,
  allow,
  arnOf,
  aws,
  BUCKET,
  deny,
  denyTo,
  differs,
  EKS,
  equals,
  type FaultRow,
  GITHUB,
  grant,
  like,
  OBJECTS,
  OTHER,
  QUEUE,
  ROLE,
  ROOT,
  service,
  signIn,
  TOPIC,
  testFaults,
  type Written,
} from "./fault-rows";

type Statements = Written | readonly Written[];
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const row = (...given: FaultRow) => given;
const open = (codes: string, name: string, fault: Conditions, neighbour: Conditions): FaultRow => [
  codes,
  name,
  "resource",
  grant("*", "sqs:SendMessage", QUEUE, fault),
  grant("*", "sqs:SendMessage", QUEUE, neighbour),
];
const trust = (codes: string, name: string, fault: Statements, neighbour?: Statements): FaultRow => [
  codes,
  name,
  "trust",
  fault,
  neighbour,
];
const github = (sub: unknown, operator = "StringLike") =>
  signIn(
    GITHUB,
    operator === "StringEquals"
      ? equals(`${GITHUB}:sub`, sub)
      : { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" }, [operator]: { [`${GITHUB}:sub`]: sub } },
  );
const cluster = (sub: unknown, operator = "StringEquals", key = EKS) =>
  signIn(EKS, { [operator]: { [`${key}:sub`]: sub } });
const ghok = equals(`${GITHUB}:sub`, "repo:octo/app:ref:refs/heads/main");

testFaults("principals, and who comes in", [
  open("open-resource", "principaltag", equals("aws:PrincipalTag/team", "data"), {
    StringEquals: { "aws:PrincipalTag/team": "data", "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
  }),
  open(
    "open-resource",
    "principalisawsservice",
    { Bool: { "aws:PrincipalIsAWSService": "true" } },
    { Bool: { "aws:PrincipalIsAWSService": "true" }, StringEquals: { "aws:SourceAccount": ACCOUNT } },
  ),
  open(
    "open-resource",
    "any-org",
    like("aws:PrincipalOrgID", "o-*"),
    equals("aws:PrincipalOrgID", ["o-a1b2c3d4e5", "o-a1b2c3d4e6"]),
  ),
  open(
    "open-resource",
    "any-orgpath",
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-*/*" } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } },
  ),
  open("open-resource", "any-vpce", like("aws:SourceVpce", "vpce-*"), like("aws:SourceVpce", "vpce-0a1b2c3d4e5f67890")),
  open("open-resource", "any-vpc", like("aws:SourceVpc", "vpc-*"), equals("aws:SourceVpc", "vpc-0a1b2c3d4e5f67890")),
  open(
    "open-resource",
    "halves",
    { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } },
    { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
  ),
  open(
    "open-resource",
    "ip-slash0-other",
    { IpAddress: { "aws:SourceIp": "1.2.3.4/0" } },
    { IpAddress: { "aws:SourceIp": "1.2.3.4/32" } },
  ),
  open(
    "open-resource",
    "userid-colon",
    like("aws:userid", "*:alice@example.com"),
    like("aws:userid", "AROAEXAMPLEID1234567:alice@example.com"),
  ),
  open("open-resource", "username", equals("aws:username", "alice"), {
    StringEquals: { "aws:username": "alice", "aws:PrincipalAccount": ACCOUNT },
  }),
  open(
    "open-resource",
    "account-wild",
    like("aws:PrincipalAccount", "1*"),
    equals("aws:PrincipalAccount", [ACCOUNT, OTHER]),
  ),
  open(
    "open-resource",
    "account-qmarks",
    like("aws:PrincipalAccount", "????????????"),
    equals("aws:PrincipalAccount", ACCOUNT),
  ),
  open(
    "open-resource",
    "vpcsourceip",
    { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } },
    { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" }, StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f67890" } },
  ),
  row(
    "invalid-principal",
    "federated-star",
    "trust",
    grant({ Federated: "*" }, "sts:AssumeRoleWithWebIdentity"),
    signIn(GITHUB, {
      StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com", [`${GITHUB}:sub`]: "repo:octo/app:ref:refs/heads/main" },
    }),
  ),
  row(
    "invalid-principal",
    "federated-star-saml",
    "trust",
    grant(
      { Federated: "*" },
      "sts:AssumeRoleWithSAML",
      undefined,
      equals("SAML:aud", "https://signin.aws.amazon.com/saml"),
    ),
    grant(
      { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/okta` },
      "sts:AssumeRoleWithSAML",
      undefined,
      equals("SAML:aud", "https://signin.aws.amazon.com/saml"),
    ),
  ),
  row(
    "refused-by-service",
    "ecr-resource",
    "resource",
    grant(aws(ROLE), ["ecr:BatchGetImage"], arnOf("ecr", "repository/x")),
    grant(aws(ROLE), ["ecr:BatchGetImage"]),
  ),
  row(
    "refused-by-service",
    "sns-listtopics",
    "resource",
    grant(aws(ROOT), ["sns:Publish", "sns:ListTopics"], TOPIC),
    grant(aws(ROOT), ["sns:Publish", "sns:GetTopicAttributes"], TOPIC),
  ),
  row(
    "refused-by-service",
    "bucket-listall",
    "resource",
    grant(aws(ROLE), "s3:ListAllMyBuckets", BUCKET),
    grant(aws(ROLE), "s3:ListBucket", BUCKET),
  ),
  row(
    "allows-nothing",
    "vpce-deny-only",
    "vpc-endpoint",
    denyTo("*", "s3:*", "*", differs("aws:PrincipalOrgID", "o-a1b2c3d4e5")),
    [grant("*", "*", "*"), denyTo("*", "s3:*", "*", differs("aws:PrincipalOrgID", "o-a1b2c3d4e5"))],
  ),
  row("allows-nothing", "boundary-deny-only", "boundary", deny("iam:*", "*"), [allow("*", "*"), deny("iam:*", "*")]),
  row(
    "invalid-principal",
    "account-of-eleven-digits",
    "resource",
    grant(aws(ACCOUNT.slice(1)), "s3:GetObject", OBJECTS),
    grant(aws(ACCOUNT), "s3:GetObject", OBJECTS),
  ),
  row(
    "invalid-principal",
    "origin-access-identity-cut-short",
    "resource",
    grant(aws("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"), "s3:GetObject", OBJECTS),
    grant(
      aws("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2QWRUHAPOMQZL"),
      "s3:GetObject",
      OBJECTS,
    ),
  ),
  row(
    "invalid-principal",
    "canonical-star",
    "resource",
    grant({ CanonicalUser: "*" }, "s3:GetObject", OBJECTS),
    grant(
      { CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" },
      "s3:GetObject",
      OBJECTS,
    ),
  ),
  row(
    "invalid-principal",
    "oai-typo",
    "resource",
    grant(aws("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity"), "s3:GetObject", OBJECTS),
    grant(
      aws("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEFGHIJKL"),
      "s3:GetObject",
      OBJECTS,
    ),
  ),
  row(
    "impossible-value",
    "cloudfront-oac-s3arn",
    "resource",
    grant(service("cloudfront.amazonaws.com"), "s3:GetObject", OBJECTS, equals("AWS:SourceArn", BUCKET)),
    grant(
      service("cloudfront.amazonaws.com"),
      "s3:GetObject",
      OBJECTS,
      equals("AWS:SourceArn", `arn:aws:cloudfront::${ACCOUNT}:distribution/E1ABCDEFGHIJKL`),
    ),
  ),
  row(
    "impossible-value",
    "cf-oac-region",
    "resource",
    grant(
      service("cloudfront.amazonaws.com"),
      "s3:GetObject",
      OBJECTS,
      equals("AWS:SourceArn", `arn:aws:cloudfront:us-east-1:${ACCOUNT}:distribution/E1ABCDEFGHIJKL`),
    ),
    grant(
      service("cloudfront.amazonaws.com"),
      "s3:GetObject",
      OBJECTS,
      equals("AWS:SourceArn", `arn:aws:cloudfront::${ACCOUNT}:distribution/E1ABCDEFGHIJKL`),
    ),
  ),
  row(
    "absent-key",
    "svc-principalorg",
    "resource",
    grant(service("cloudwatch.amazonaws.com"), "sns:Publish", TOPIC, equals("aws:PrincipalOrgID", "o-a1b2c3d4e5")),
    grant(service("cloudwatch.amazonaws.com"), "sns:Publish", TOPIC, equals("aws:SourceOrgID", "o-a1b2c3d4e5")),
  ),
  row(
    "absent-key",
    "svc-mfa",
    "trust",
    grant(service("lambda.amazonaws.com"), "sts:AssumeRole", undefined, {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
    }),
    grant(aws(ROOT), "sts:AssumeRole", undefined, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
  ),
  row(
    "absent-key",
    "aws-sourceaccount",
    "trust",
    grant(aws(ROLE), "sts:AssumeRole", undefined, equals("aws:SourceAccount", ACCOUNT)),
    grant(service("glue.amazonaws.com"), "sts:AssumeRole", undefined, equals("aws:SourceAccount", ACCOUNT)),
  ),
  row(
    "absent-key",
    "aws-sourcearn",
    "resource",
    grant(aws(ROLE), "sqs:SendMessage", QUEUE, { ArnEquals: { "aws:SourceArn": TOPIC } }),
    grant(service("sns.amazonaws.com"), "sqs:SendMessage", QUEUE, { ArnEquals: { "aws:SourceArn": TOPIC } }),
  ),
  trust(
    "impossible-value",
    "gh-sub-slashref",
    github("repo:octo/app/ref:refs/heads/main"),
    github("repo:octo/app:ref:refs/heads/main"),
  ),
  trust(
    "impossible-value",
    "gh-sub-norefkind",
    github("repo:octo/app:refs/heads/main", "StringEquals"),
    github("repo:octo/app:pull_request", "StringEquals"),
  ),
  trust(
    "impossible-value",
    "gh-sub-branch",
    github("repo:octo/app:branch:main", "StringEquals"),
    github("repo:octo/app:ref:refs/tags/v1", "StringEquals"),
  ),
  trust(
    "impossible-value",
    "gh-sub-refmain",
    github("repo:octo/app:ref:main", "StringEquals"),
    github("repo:octo/app:ref:refs/heads/*"),
  ),
  trust("impossible-value", "gh-sub-url", github("repo:https://github.com/octo/app:*"), github("repo:octo/app:*")),
  trust("impossible-value", "gh-sub-gitsuffix", github("repo:octo/app.git:*"), github("repo:octo/app:*")),
  trust(
    "impossible-value",
    "gh-aud-typo",
    signIn(GITHUB, {
      StringEquals: { [`${GITHUB}:aud`]: "sts.amazon.com", [`${GITHUB}:sub`]: "repo:octo/app:pull_request" },
    }),
    signIn(GITHUB, ghok),
  ),
  trust(
    "contradictory-conditions",
    "gh-conflict",
    signIn(GITHUB, {
      StringEquals: { [`${GITHUB}:sub`]: "repo:octo/app:pull_request" },
      StringLike: { [`${GITHUB}:sub`]: "repo:octo/other:*" },
    }),
    signIn(GITHUB, {
      StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" },
      StringLike: { [`${GITHUB}:sub`]: ["repo:octo/app:*", "repo:octo/other:*"] },
    }),
  ),
  trust(
    "impossible-value",
    "eks-sub-plural",
    cluster("system:serviceaccounts:ns:app"),
    cluster("system:serviceaccount:ns:app"),
  ),
  trust(
    "impossible-value",
    "eks-sub-slash",
    cluster("system:serviceaccount:ns/app"),
    cluster("system:serviceaccount:ns:app"),
  ),
  trust(
    "impossible-value",
    "eks-sub-nosystem",
    cluster("serviceaccount:ns:app"),
    cluster("system:serviceaccount:ns:app"),
  ),
  trust(
    "impossible-value",
    "gitlab-sub-format",
    signIn("gitlab.com", { StringLike: { "gitlab.com:sub": "octo/app:ref:main" } }),
    signIn("gitlab.com", { StringLike: { "gitlab.com:sub": "project_path:octo/app:ref_type:branch:ref:main" } }),
  ),
  trust(
    "impossible-value",
    "tfc-format",
    signIn("app.terraform.io", { StringLike: { "app.terraform.io:sub": "org:octo:workspace:app:*" } }),
    signIn("app.terraform.io", {
      StringLike: { "app.terraform.io:sub": "organization:octo:project:*:workspace:app:run_phase:*" },
    }),
  ),
  trust(
    "impossible-value",
    "tfc-noproject",
    signIn("app.terraform.io", {
      StringLike: { "app.terraform.io:sub": "organization:octo:workspace:app:run_phase:*" },
    }),
    signIn("app.terraform.io", {
      StringLike: { "app.terraform.io:sub": "organization:octo:project:*:workspace:app:run_phase:*" },
    }),
  ),
  trust(
    "impossible-value",
    "cognito-bad-aud",
    grant({ Federated: "cognito-identity.amazonaws.com" }, "sts:AssumeRoleWithWebIdentity", undefined, {
      StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1_AbCdEfGhI" },
      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
    }),
  ),
  trust(
    "saml-without-audience",
    "saml-noaud",
    grant({ Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/okta` }, "sts:AssumeRoleWithSAML"),
    grant(
      { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/okta` },
      "sts:AssumeRoleWithSAML",
      undefined,
      equals("SAML:aud", "https://signin.aws.amazon.com/saml"),
    ),
  ),
  trust(
    "impossible-value",
    "saml-aud-typo",
    grant(
      { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/okta` },
      "sts:AssumeRoleWithSAML",
      undefined,
      equals("SAML:aud", "https://signin.aws.com/saml"),
    ),
    grant(
      { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/okta` },
      "sts:AssumeRoleWithSAML",
      undefined,
      equals("SAML:aud", "https://eu-west-1.signin.aws.amazon.com/saml"),
    ),
  ),
  trust(
    "service-without-source",
    "rolesanywhere-nocond",
    grant(service("rolesanywhere.amazonaws.com"), ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]),
    grant(
      service("rolesanywhere.amazonaws.com"),
      ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
      undefined,
      {
        ArnEquals: { "aws:SourceArn": arnOf("rolesanywhere", "trust-anchor/1234") },
        StringEquals: { "aws:PrincipalTag/x509Subject/CN": "app" },
      },
    ),
  ),
  trust(
    "impossible-value",
    "extid-empty",
    grant(aws(OTHER), "sts:AssumeRole", undefined, equals("sts:ExternalId", "")),
    grant(aws(OTHER), "sts:AssumeRole", undefined, equals("sts:ExternalId", "a1b2c3")),
  ),
  trust(
    "impossible-value",
    "extid-short",
    grant(aws(OTHER), "sts:AssumeRole", undefined, equals("sts:ExternalId", "x")),
    grant(aws(OTHER), "sts:AssumeRole", undefined, equals("sts:ExternalId", "xy")),
  ),
  trust(
    "missing-trust-action",
    "only-tagsession",
    grant(aws(ROOT), "sts:TagSession"),
    grant(aws(ROOT), ["sts:AssumeRole", "sts:TagSession"]),
  ),
  trust(
    "missing-trust-action",
    "getcaller",
    grant(aws(ROOT), "sts:GetSessionToken"),
    grant(aws(ROOT), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-cloudwatch-events",
    grant(service("eventbridge.amazonaws.com"), "sts:AssumeRole"),
    grant(service("events.amazonaws.com"), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-stepfunctions",
    grant(service("stepfunctions.amazonaws.com"), "sts:AssumeRole"),
    grant(service("states.eu-west-1.amazonaws.com"), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-rdsmon",
    grant(service("rds-monitoring.amazonaws.com"), "sts:AssumeRole"),
    grant(service("monitoring.rds.amazonaws.com"), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-edge",
    grant(service("lambda-edge.amazonaws.com"), "sts:AssumeRole"),
    grant(service(["lambda.amazonaws.com", "edgelambda.amazonaws.com"]), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-efs",
    grant(service("efs.amazonaws.com"), "sts:AssumeRole"),
    grant(service("elasticfilesystem.amazonaws.com"), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-stepsched",
    grant(service("eventbridge-scheduler.amazonaws.com"), "sts:AssumeRole"),
    grant(service("scheduler.amazonaws.com"), "sts:AssumeRole"),
  ),
  trust(
    "invalid-principal",
    "svc-kinesisfirehose",
    grant(service("kinesisfirehose.amazonaws.com"), "sts:AssumeRole"),
    grant(service("firehose.amazonaws.com"), "sts:AssumeRole"),
  ),
  trust("invalid-principal", "svc-ssm-ec2", grant(service("ecs.tasks.amazonaws.com"), "sts:AssumeRole")),
  trust(
    "denied-anyway",
    "deny-all",
    [grant(aws(ROOT), "sts:AssumeRole"), denyTo("*", "sts:AssumeRole")],
    [
      grant(aws(ROOT), "sts:AssumeRole"),
      denyTo("*", "sts:AssumeRole", undefined, { Bool: { "aws:SecureTransport": "false" } }),
    ],
  ),
  trust(
    "allows-nothing",
    "deny-only",
    denyTo("*", "sts:AssumeRole", undefined, { Bool: { "aws:SecureTransport": "false" } }),
  ),
  trust(
    "inverted-condition",
    "mfa-false",
    grant(aws(ROOT), "sts:AssumeRole", undefined, { Bool: { "aws:MultiFactorAuthPresent": "false" } }),
    grant(aws(ROOT), "sts:AssumeRole", undefined, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
  ),
  trust(
    "inverted-condition",
    "mfa-age-greater",
    grant(aws(ROOT), "sts:AssumeRole", undefined, { NumericGreaterThan: { "aws:MultiFactorAuthAge": "3600" } }),
    grant(aws(ROOT), "sts:AssumeRole", undefined, { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }),
  ),
]);
