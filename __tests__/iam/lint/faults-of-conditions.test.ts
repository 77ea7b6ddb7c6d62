/** Over 400 lines because it is one table: faults of conditions, each with a neighbour. */
import {
  ACCOUNT,
  allow,
  arnOf,
  aws,
  BUCKET,
  deny,
  denyTo,
  differs,
  equals,
  type FaultRow,
  grant,
  KEY,
  like,
  OBJECTS,
  OTHER,
  QUEUE,
  ROLE,
  TABLE,
  TOPIC,
  testFaults,
  type Written,
} from "./fault-rows";

type Statements = Written | readonly Written[];

const row = (...given: FaultRow) => given;
const identity = (codes: string, name: string, fault: Statements, neighbour?: Statements): FaultRow => [
  codes,
  name,
  "identity",
  fault,
  neighbour,
];
const scp = (codes: string, name: string, fault: Statements, neighbour?: Statements): FaultRow => [
  codes,
  name,
  "scp",
  fault,
  neighbour,
];
const rcp = (codes: string, name: string, fault: Statements, neighbour?: Statements): FaultRow => [
  codes,
  name,
  "rcp",
  fault,
  neighbour,
];

testFaults("conditions", [
  row(
    "inverted-condition",
    "securetransport-deny-true",
    "resource",
    [denyTo("*", "s3:*", [BUCKET, OBJECTS], { Bool: { "aws:SecureTransport": "true" } })],
    [denyTo("*", "s3:*", [BUCKET, OBJECTS], { Bool: { "aws:SecureTransport": "false" } })],
  ),
  row(
    "inverted-condition",
    "securetransport-allow-false",
    "resource",
    grant(aws(ROLE), "s3:GetObject", OBJECTS, { Bool: { "aws:SecureTransport": "false" } }),
    grant(aws(ROLE), "s3:GetObject", OBJECTS, { Bool: { "aws:SecureTransport": "true" } }),
  ),
  identity(
    "inverted-condition",
    "mfa-deny-age-less",
    [deny("iam:*", "*", { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } })],
    [deny("iam:*", "*", { NumericGreaterThanIfExists: { "aws:MultiFactorAuthAge": "3600" } })],
  ),
  row(
    "denies-together",
    "sse-two-denies",
    "resource",
    [
      denyTo("*", "s3:PutObject", OBJECTS, differs("s3:x-amz-server-side-encryption", "aws:kms")),
      denyTo("*", "s3:PutObject", OBJECTS, differs("s3:x-amz-server-side-encryption", "AES256")),
    ],
    denyTo("*", "s3:PutObject", OBJECTS, differs("s3:x-amz-server-side-encryption", ["aws:kms", "AES256"])),
  ),
  row(
    "denies-together",
    "vpce-two-denies",
    "resource",
    [
      denyTo("*", "s3:*", [BUCKET, OBJECTS], differs("aws:SourceVpce", "vpce-0a1b2c3d4e5f67890")),
      denyTo("*", "s3:*", [BUCKET, OBJECTS], differs("aws:SourceVpce", "vpce-0a1b2c3d4e5f67891")),
    ],
    denyTo(
      "*",
      "s3:*",
      [BUCKET, OBJECTS],
      differs("aws:SourceVpce", ["vpce-0a1b2c3d4e5f67890", "vpce-0a1b2c3d4e5f67891"]),
    ),
  ),
  identity(
    "impossible-value",
    "region-case",
    allow("ec2:RunInstances", "*", equals("aws:RequestedRegion", "EU-WEST-1")),
    allow("ec2:RunInstances", "*", equals("aws:RequestedRegion", "eu-west-1")),
  ),
  identity(
    "impossible-value",
    "userid-norolecolon",
    allow("s3:GetObject", OBJECTS, equals("aws:userid", "AROAEXAMPLEID1234567")),
    allow("s3:GetObject", OBJECTS, like("aws:userid", "AROAEXAMPLEID1234567:*")),
  ),
  identity(
    "absent-key",
    "sourcearn-identity",
    allow("sqs:SendMessage", QUEUE, { ArnEquals: { "aws:SourceArn": TOPIC } }),
    allow("sqs:SendMessage", QUEUE),
  ),
  identity(
    "absent-key",
    "sourceaccount-identity",
    allow("sqs:SendMessage", QUEUE, equals("aws:SourceAccount", ACCOUNT)),
    allow("sqs:SendMessage", QUEUE, equals("aws:ResourceAccount", ACCOUNT)),
  ),
  identity(
    "absent-key",
    "isawsservice-identity",
    allow("sqs:SendMessage", QUEUE, { Bool: { "aws:PrincipalIsAWSService": "true" } }),
    allow("sqs:SendMessage", QUEUE, { Bool: { "aws:ViaAWSService": "true" } }),
  ),
  identity(
    "absent-key",
    "servicename-identity",
    allow("sqs:SendMessage", QUEUE, equals("aws:PrincipalServiceName", "s3.amazonaws.com")),
    allow("kms:Decrypt", KEY, equals("kms:ViaService", "s3.eu-west-1.amazonaws.com")),
  ),
  identity(
    "impossible-value",
    "boundary-role-arn",
    allow("iam:CreateRole", `arn:aws:iam::${ACCOUNT}:role/app-*`, equals("iam:PermissionsBoundary", ROLE)),
    allow(
      "iam:CreateRole",
      `arn:aws:iam::${ACCOUNT}:role/app-*`,
      equals("iam:PermissionsBoundary", `arn:aws:iam::${ACCOUNT}:policy/b`),
    ),
  ),
  identity(
    "impossible-value",
    "boundary-name",
    allow("iam:CreateRole", `arn:aws:iam::${ACCOUNT}:role/app-*`, equals("iam:PermissionsBoundary", "my-boundary")),
  ),
  identity(
    "impossible-value",
    "policyarn-name",
    allow("iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/app-*`, equals("iam:PolicyARN", "ReadOnlyAccess")),
    allow("iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/app-*`, {
      ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    }),
  ),
  identity(
    "impossible-value",
    "ec2-vpc-id",
    allow("ec2:CreateSubnet", "*", equals("ec2:Vpc", "vpc-0a1b2c3d4e5f67890")),
    allow("ec2:CreateSubnet", "*", { ArnEquals: { "ec2:Vpc": arnOf("ec2", "vpc/vpc-0a1b2c3d4e5f67890") } }),
  ),
  identity(
    "impossible-value",
    "ec2-instanceprofile-name",
    deny("ec2:RunInstances", arnOf("ec2", "instance/*"), differs("ec2:InstanceProfile", "web")),
    deny("ec2:RunInstances", arnOf("ec2", "instance/*"), {
      ArnNotEquals: { "ec2:InstanceProfile": `arn:aws:iam::${ACCOUNT}:instance-profile/web` },
    }),
  ),
  identity(
    "impossible-value",
    "efs-ap-id",
    allow(
      "elasticfilesystem:ClientMount",
      arnOf("elasticfilesystem", "file-system/fs-01234567"),
      equals("elasticfilesystem:AccessPointArn", "fsap-0123456789abcdef0"),
    ),
    allow(
      "elasticfilesystem:ClientMount",
      arnOf("elasticfilesystem", "file-system/fs-01234567"),
      equals("elasticfilesystem:AccessPointArn", arnOf("elasticfilesystem", "access-point/fsap-0123456789abcdef0")),
    ),
  ),
  identity(
    "impossible-value",
    "s3-dap-name",
    allow("s3:GetObject", "*", equals("s3:DataAccessPointArn", "my-ap")),
    allow("s3:GetObject", arnOf("s3", "accesspoint/my-ap/object/*")),
  ),
  identity(
    "impossible-value",
    "sns-protocol-case",
    deny("sns:Subscribe", TOPIC, differs("sns:Protocol", "HTTPS")),
    deny("sns:Subscribe", TOPIC, differs("sns:Protocol", "https")),
  ),
  identity(
    "impossible-value",
    "principaltype-role",
    allow("s3:GetObject", OBJECTS, equals("aws:PrincipalType", "Role")),
    allow("s3:GetObject", OBJECTS, equals("aws:PrincipalType", "AssumedRole")),
  ),
  identity(
    "impossible-value",
    "lockmode-case",
    allow("s3:PutObjectRetention", OBJECTS, equals("s3:object-lock-mode", "compliance")),
    allow("s3:PutObjectRetention", OBJECTS, equals("s3:object-lock-mode", "COMPLIANCE")),
  ),
  identity(
    "impossible-value",
    "storageclass",
    allow("s3:PutObject", OBJECTS, equals("s3:x-amz-storage-class", "Glacier")),
    allow("s3:PutObject", OBJECTS, equals("s3:x-amz-storage-class", "GLACIER")),
  ),
  identity(
    "impossible-value",
    "acm-validation",
    allow("acm:RequestCertificate", "*", equals("acm:ValidationMethod", "dns")),
    allow("acm:RequestCertificate", "*", equals("acm:ValidationMethod", "DNS")),
  ),
  identity(
    "impossible-value",
    "kms-grantops",
    allow("kms:CreateGrant", KEY, { "ForAllValues:StringEquals": { "kms:GrantOperations": ["kms:Decrypt"] } }),
    allow("kms:CreateGrant", KEY, { "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] } }),
  ),
  identity(
    "impossible-value",
    "kms-resourcealias-noprefix",
    allow("kms:Decrypt", arnOf("kms", "key/*"), { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "app" } }),
    allow("kms:Decrypt", arnOf("kms", "key/*"), { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } }),
  ),
  identity(
    "impossible-value",
    "kms-requestalias-arn",
    allow("kms:Decrypt", arnOf("kms", "key/*"), equals("kms:RequestAlias", arnOf("kms", "alias/app"))),
    allow("kms:Decrypt", arnOf("kms", "key/*"), equals("kms:RequestAlias", "alias/app")),
  ),
  identity(
    "impossible-value",
    "ddb-select",
    allow("dynamodb:Query", TABLE, equals("dynamodb:Select", "specific_attributes")),
    allow("dynamodb:Query", TABLE, equals("dynamodb:Select", "SPECIFIC_ATTRIBUTES")),
  ),
  identity(
    "impossible-value",
    "cfn-templateurl",
    allow(
      "cloudformation:CreateStack",
      arnOf("cloudformation", "stack/app-*/*"),
      like("cloudformation:TemplateUrl", "s3://bucket/*"),
    ),
    allow(
      "cloudformation:CreateStack",
      arnOf("cloudformation", "stack/app-*/*"),
      like("cloudformation:TemplateUrl", "https://s3.amazonaws.com/bucket/*"),
    ),
  ),
  identity(
    "impossible-value",
    "lambda-vpcids",
    allow(
      "lambda:CreateFunction",
      arnOf("lambda", "function:app"),
      equals("lambda:VpcIds", arnOf("ec2", "vpc/vpc-0a1b2c3d")),
    ),
  ),
  identity(
    "contradictory-conditions",
    "date-inverted-window",
    allow("s3:GetObject", OBJECTS, {
      DateGreaterThan: { "aws:CurrentTime": "2031-01-01T00:00:00Z" },
      DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" },
    }),
    allow("s3:GetObject", OBJECTS, {
      DateGreaterThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" },
      DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" },
    }),
  ),
  identity(
    "contradictory-conditions",
    "numeric-window",
    allow("s3:ListBucket", BUCKET, {
      NumericGreaterThan: { "s3:max-keys": "100" },
      NumericLessThan: { "s3:max-keys": "10" },
    }),
    allow("s3:ListBucket", BUCKET, { NumericLessThanEquals: { "s3:max-keys": "10" } }),
  ),
  identity(
    "contradictory-conditions",
    "eq-and-neq-same",
    allow("s3:GetObject", OBJECTS, {
      StringEquals: { "aws:PrincipalTag/team": "data" },
      StringNotEquals: { "aws:PrincipalTag/team": "data" },
    }),
    allow("s3:GetObject", OBJECTS, {
      StringEquals: { "aws:PrincipalTag/team": "data" },
      StringNotEquals: { "aws:PrincipalTag/env": "prod" },
    }),
  ),
  identity(
    "contradictory-conditions",
    "null-and-value",
    allow("s3:PutObject", OBJECTS, { Null: { "s3:x-amz-acl": "true" }, StringEquals: { "s3:x-amz-acl": "private" } }),
    allow("s3:PutObject", OBJECTS, { Null: { "s3:x-amz-acl": "false" }, StringEquals: { "s3:x-amz-acl": "private" } }),
  ),
  identity(
    "contradictory-conditions",
    "equals-two-ops-disjoint",
    allow("ec2:StartInstances", "*", {
      StringEquals: { "aws:ResourceTag/env": "dev" },
      StringLike: { "aws:ResourceTag/env": "prod*" },
    }),
    allow("ec2:StartInstances", "*", { StringEquals: { "aws:ResourceTag/env": ["dev", "prod"] } }),
  ),
  identity("impossible-value", "prefix-arn", allow("s3:ListBucket", BUCKET, like("s3:prefix", [`${BUCKET}/home/*`]))),
  identity(
    "unsupported-condition-key",
    "launch-tag-on-star",
    deny("ec2:RunInstances", "*", { Null: { "aws:RequestTag/CostCenter": "true" } }),
    deny("ec2:RunInstances", arnOf("ec2", "instance/*"), { Null: { "aws:RequestTag/CostCenter": "true" } }),
  ),
  identity(
    "invalid-policy-variable",
    "var-nobrace",
    allow("s3:GetObject", `${BUCKET}/$aws:username/*`),
    allow("s3:GetObject", `${BUCKET}/\${aws:username}/*`),
  ),
  identity(
    "invalid-policy-variable",
    "var-paren",
    allow("s3:GetObject", `${BUCKET}/$(aws:username)/*`),
    allow("s3:GetObject", `${BUCKET}/\${aws:username}/*`),
  ),
  identity(
    "invalid-policy-variable",
    "var-nodollar",
    allow("s3:GetObject", `${BUCKET}/{aws:username}/*`),
    allow("s3:GetObject", `${BUCKET}/\${aws:username}/*`),
  ),
  identity(
    "invalid-policy-variable",
    "var-amp",
    allow("s3:GetObject", `${BUCKET}/&{aws:username}/*`),
    allow("s3:GetObject", `${BUCKET}/\${aws:username}/*`),
  ),
  scp(
    "denies-together",
    "exempt-two-denies",
    [
      deny("iam:*", "*", { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } }),
      deny("iam:*", "*", { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/breakglass" } }),
    ],
    deny("iam:*", "*", {
      ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/admin", "arn:aws:iam::*:role/breakglass"] },
    }),
  ),
  rcp(
    "deny-of-services",
    "confused-deputy-noif",
    denyTo("*", "s3:*", "*", {
      StringNotEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" },
      Bool: { "aws:PrincipalIsAWSService": "true" },
    }),
    denyTo("*", "s3:*", "*", {
      StringNotEqualsIfExists: { "aws:SourceOrgID": "o-a1b2c3d4e5" },
      Null: { "aws:SourceAccount": "false" },
      Bool: { "aws:PrincipalIsAWSService": "true" },
    }),
  ),
  row(
    "denies-together",
    "addresses and an endpoint, each by itself",
    "resource",
    [
      denyTo("*", "s3:*", [BUCKET, OBJECTS], { NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } }),
      denyTo("*", "s3:*", [BUCKET, OBJECTS], differs("aws:SourceVpce", "vpce-0a1b2c3d4e5f67890")),
    ],
    denyTo("*", "s3:*", [BUCKET, OBJECTS], {
      NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24"] },
      StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" },
    }),
  ),
  identity(
    "contradictory-conditions",
    "an address and an endpoint",
    allow("s3:GetObject", OBJECTS, {
      IpAddress: { "aws:SourceIp": "203.0.113.0/24" },
      StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" },
    }),
    allow("s3:GetObject", OBJECTS, {
      IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" },
      StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f67890" },
    }),
  ),
  scp(
    "unsupported-condition-key",
    "a key of network interfaces on instances",
    deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", { Bool: { "ec2:AssociatePublicIpAddress": "true" } }),
    deny("ec2:RunInstances", "arn:aws:ec2:*:*:network-interface/*", {
      Bool: { "ec2:AssociatePublicIpAddress": "true" },
    }),
  ),
  scp(
    "unsupported-condition-key",
    "a key of volumes on instances",
    deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", { Bool: { "ec2:Encrypted": "false" } }),
    deny("ec2:RunInstances", ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*"], {
      Bool: { "ec2:Encrypted": "false" },
    }),
  ),
  row(
    "refused-by-service",
    "a wildcard in an account, for a VPC endpoint",
    "vpc-endpoint",
    grant("*", "s3:*", "*", like("aws:PrincipalAccount", "1234*")),
    grant("*", "s3:*", "*", equals("aws:PrincipalAccount", ACCOUNT)),
  ),
  row(
    "refused-by-service",
    "part of an account in an ARN, for a VPC endpoint",
    "vpc-endpoint",
    grant("*", "sqs:*", "arn:aws:sqs:*:1234*:*"),
    grant("*", "sqs:*", ["arn:aws:sqs:*:*:*", "arn:aws:sqs:*:123456789012:*"]),
  ),
  row(
    "optional-external-id",
    "an external ID by IfExists",
    "trust",
    grant(aws(OTHER), "sts:AssumeRole", undefined, { StringEqualsIfExists: { "sts:ExternalId": "abc123" } }),
    grant(aws(OTHER), "sts:AssumeRole", undefined, equals("sts:ExternalId", "abc123")),
  ),
  row(
    "optional-external-id",
    "all external IDs but one",
    "trust",
    grant(aws(OTHER), "sts:AssumeRole", undefined, differs("sts:ExternalId", "abc123")),
    grant(aws(OTHER), "sts:AssumeRole", undefined, like("sts:ExternalId", "abc-*")),
  ),
  row(
    "impossible-value",
    "a role of IAM Identity Center without its path",
    "scp",
    deny("s3:DeleteBucket", "*", {
      StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/AWSReservedSSO_Admin_*" },
    }),
    deny("s3:DeleteBucket", "*", {
      ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*" },
    }),
  ),
]);
