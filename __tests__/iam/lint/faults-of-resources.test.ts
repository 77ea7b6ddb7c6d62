/** Faults of resources and of statements that contradict one another, each with a neighbour. */
import { allow, arnOf, BUCKET, deny, type FaultRow, OBJECTS, TOPIC, testFaults, type Written } from "./fault-rows";

type Statements = Written | readonly Written[];
type Texts = string | readonly string[];

const onArn = (codes: string, name: string, action: string, fault: Texts, neighbour?: Texts): FaultRow => [
  codes,
  name,
  "identity",
  allow(action, fault),
  neighbour === undefined ? undefined : allow(action, neighbour),
];
const together = (codes: string, name: string, fault: Statements, neighbour?: Statements): FaultRow => [
  codes,
  name,
  "identity",
  fault,
  neighbour,
];

testFaults("resources and statements", [
  onArn("malformed-arn", "s3-fourcolon", "s3:GetObject", "arn:aws:s3::::raw-zone/*", OBJECTS),
  onArn("malformed-arn", "s3-domain", "s3:GetObject", "arn:aws:s3:::raw-zone.s3.amazonaws.com/*", OBJECTS),
  onArn(
    "malformed-arn",
    "rdsdb-name",
    "rds-db:connect",
    arnOf("rds-db", "dbuser:my-database/app"),
    arnOf("rds-db", "dbuser:cluster-ABCDEFGHIJKL01234/app"),
  ),
  onArn("malformed-arn", "s3-dirbucket", "s3:GetObject", "arn:aws:s3:::raw--euw1-az1--x-s3/*"),
  onArn(
    "malformed-arn",
    "r53-domain",
    "route53:ChangeResourceRecordSets",
    `arn:aws:route53:::hostedzone/example.com`,
    "arn:aws:route53:::hostedzone/Z0123456789ABC",
  ),
  onArn(
    "malformed-arn",
    "elb-name-only",
    "elasticloadbalancing:DeleteLoadBalancer",
    arnOf("elasticloadbalancing", "loadbalancer/app/web"),
    arnOf("elasticloadbalancing", "loadbalancer/app/web/*"),
  ),
  onArn("domain-without-path", "es-noslash", "es:ESHttpGet", arnOf("es", "domain/logs"), arnOf("es", "domain/logs/*")),
  onArn(
    "malformed-arn",
    "cognito-poolname",
    "cognito-idp:AdminGetUser",
    arnOf("cognito-idp", "userpool/my-pool"),
    arnOf("cognito-idp", "userpool/eu-west-1_AbCdEfGhI"),
  ),
  onArn(
    "malformed-arn",
    "ecr-tag",
    "ecr:BatchGetImage",
    arnOf("ecr", "repository/my-repo:latest"),
    arnOf("ecr", "repository/my-repo"),
  ),
  onArn(
    "malformed-arn",
    "ssm-doc-account",
    "ssm:SendCommand",
    [arnOf("ssm", "document/AWS-RunShellScript"), arnOf("ec2", "instance/i-0123456789abcdef0")],
    ["arn:aws:ssm:eu-west-1::document/AWS-RunShellScript", arnOf("ec2", "instance/i-0123456789abcdef0")],
  ),
  onArn("malformed-arn", "sns-subscription", "sns:Publish", `${TOPIC}:11111111-2222-3333-4444-555555555555`, TOPIC),
  onArn(
    "malformed-arn",
    "codecommit",
    "codecommit:GitPull",
    arnOf("codecommit", "repository/x"),
    arnOf("codecommit", "x"),
  ),
  onArn("malformed-arn", "comma-joined", "s3:GetObject", "arn:aws:s3:::raw/*,arn:aws:s3:::raw", OBJECTS),
  onArn("malformed-arn", "brackets", "s3:GetObject", "arn:aws:s3:::raw-[ab]/*"),
  onArn("malformed-arn", "brace", "s3:GetObject", "arn:aws:s3:::raw-{dev,prod}/*"),
  together(
    "denied-anyway",
    "deny-kills-allow",
    [allow("s3:GetObject", OBJECTS), deny("s3:*", "*")],
    [allow("s3:GetObject", OBJECTS), deny("s3:DeleteObject", "*")],
  ),
  together(
    "denied-anyway",
    "deny-kills-allow-same",
    [allow(["s3:GetObject", "s3:PutObject"], OBJECTS), deny("s3:PutObject", OBJECTS)],
    [allow(["s3:GetObject", "s3:PutObject"], OBJECTS), deny("s3:PutObject", `${BUCKET}/locked/*`)],
  ),
  together(
    "duplicate-statement",
    "dup-statement",
    [allow("s3:GetObject", OBJECTS), allow("s3:GetObject", OBJECTS)],
    [allow("s3:GetObject", OBJECTS), allow("s3:PutObject", OBJECTS)],
  ),
  onArn(
    "malformed-arn",
    "the name of an instance",
    "ec2:StopInstances",
    arnOf("ec2", "instance/web-server"),
    arnOf("ec2", "instance/i-0123456789abcdef0"),
  ),
  onArn(
    "malformed-arn",
    "the name of a security group",
    "ec2:AuthorizeSecurityGroupIngress",
    arnOf("ec2", "security-group/web"),
    arnOf("ec2", "security-group/sg-*"),
  ),
  onArn(
    "malformed-arn",
    "a distribution by its address",
    "cloudfront:CreateInvalidation",
    "arn:aws:cloudfront::123456789012:distribution/d111111abcdef8.cloudfront.net",
    "arn:aws:cloudfront::123456789012:distribution/E1ABCDEFGHIJKL",
  ),
  onArn(
    "malformed-arn",
    "a role of IAM Identity Center without its path",
    "sts:AssumeRole",
    "arn:aws:iam::123456789012:role/AWSReservedSSO_Admin_0123456789abcdef",
    "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef",
  ),
  onArn(
    "malformed-arn",
    "the name of a file system",
    "elasticfilesystem:ClientMount",
    arnOf("elasticfilesystem", "file-system/shared"),
    arnOf("elasticfilesystem", "file-system/fs-01234567"),
  ),
]);
