/** Values that no request has, and conditions that hold the wrong way round, each with a neighbour. */
import {
  ACCOUNT,
  allow,
  arnOf,
  deny,
  denyTo,
  equals,
  type FaultRow,
  grant,
  KEY,
  like,
  OBJECTS,
  OTHER,
  QUEUE,
  ROLE,
  service,
  TOPIC,
  testFaults,
} from "./fault-rows";

/** A key that has one value and not the other. */
const of = (key: string, wrong: unknown, right: unknown, operator = "StringEquals"): FaultRow => [
  "impossible-value",
  `${key}: ${String(wrong)}`,
  "scp",
  deny(ACTIONS[key.split(":")[0] ?? ""] ?? "s3:GetObject", "*", { [operator]: { [key]: wrong } }),
  deny(ACTIONS[key.split(":")[0] ?? ""] ?? "s3:GetObject", "*", { [operator]: { [key]: right } }),
];
const ACTIONS: Readonly<Record<string, string>> = {
  ec2: "ec2:RunInstances",
  rds: "rds:CreateDBInstance",
  secretsmanager: "secretsmanager:GetSecretValue",
  kms: "kms:Decrypt",
};

testFaults("values", [
  of("aws:RequestedRegion", "eu-west1", "eu-west-1"),
  of("aws:RequestedRegion", "us_east_1", "us-east-1"),
  of("aws:RequestedRegion", "usgovwest1", "us-gov-west-1"),
  of("aws:RequestedRegion", "eu-west-1 ", "eu-west-1"),
  of("aws:ResourceAccount", "1234-5678-9012", ACCOUNT),
  of("aws:ResourceAccount", `${ACCOUNT}, ${OTHER}`, [ACCOUNT, OTHER]),
  of("aws:username", ROLE, "ann"),
  of("aws:username", "/team/ann", "team-ann"),
  of("aws:SourceArn", "orders", QUEUE),
  of("aws:PrincipalArn", "role/app", ROLE),
  of("kms:EncryptionContext:aws:s3:arn", "raw-zone", "arn:aws:s3:::raw-zone"),
  of("ec2:InstanceType", "t3", "t3.micro"),
  of("ec2:InstanceType", "metal", "t3*", "StringLike"),
  of("ec2:Owner", "self", ["amazon", ACCOUNT]),
  of("ec2:AvailabilityZone", "eu-west-1", "eu-west-1a"),
  of("ec2:VolumeType", "GP3", "gp3"),
  of("rds:DatabaseClass", "t3.*", "db.t3.*", "StringLike"),
  of("secretsmanager:VersionStage", "AWSCurrent", ["AWSCURRENT", "blue"]),
  of("s3:x-amz-copy-source", "s3://raw-zone/*", "raw-zone/*", "StringLike"),
  of("s3:x-amz-copy-source", "arn:aws:s3:::raw-zone/*", "arn:aws:s3:eu-west-1:*:accesspoint/*", "StringLike"),
  of("s3:x-amz-server-side-encryption-aws-kms-key-id", "alias/orders", KEY),
  of("s3:AccessPointNetworkOrigin", "vpc", "VPC"),
  [
    "impossible-value",
    "what is in a bucket, as the source of its access logs",
    "resource",
    grant(service("logging.s3.amazonaws.com"), "s3:PutObject", OBJECTS, {
      ArnLike: { "aws:SourceArn": "arn:aws:s3:::raw-zone/*" },
    }),
    grant(service("logging.s3.amazonaws.com"), "s3:PutObject", OBJECTS, {
      ArnLike: { "aws:SourceArn": "arn:aws:s3:::raw-zone" },
    }),
  ],
  [
    "type-mismatch",
    "milliseconds for seconds",
    "identity",
    allow("s3:GetObject", OBJECTS, { NumericLessThan: { "aws:EpochTime": "1893456000000" } }),
    allow("s3:GetObject", OBJECTS, { NumericLessThan: { "aws:EpochTime": "1893456000" } }),
  ],
  [
    "invalid-principal",
    "the name of a service for a token",
    "identity",
    allow("sts:GetServiceBearerToken", "*", equals("sts:AWSServiceName", "codeartifact")),
    allow("sts:GetServiceBearerToken", "*", equals("sts:AWSServiceName", "codeartifact.amazonaws.com")),
  ],
  [
    "invalid-policy-variable",
    "two braces",
    "identity",
    allow("s3:ListBucket", "arn:aws:s3:::raw-zone", like("s3:prefix", "{{aws:username}}/*")),
    allow("s3:ListBucket", "arn:aws:s3:::raw-zone", like("s3:prefix", "{{ name }}/*")),
  ],
  ...["${TagKey}", "*"].map(
    (tag): FaultRow => [
      "unknown-condition-key",
      `a tag ${tag}`,
      "identity",
      allow("ec2:StopInstances", arnOf("ec2", "instance/*"), equals(`aws:ResourceTag/${tag}`, "x")),
      // AmazonEBSCSIDriverPolicy.
      allow("ec2:CreateVolume", "*", like("aws:RequestTag/kubernetes.io/cluster/*", "owned")),
    ],
  ),
]);

testFaults("conditions the wrong way round, and at odds", [
  [
    "inverted-condition",
    "uploads that ask for encryption",
    "resource",
    denyTo("*", "s3:PutObject", OBJECTS, { Null: { "s3:x-amz-server-side-encryption": "false" } }),
    denyTo("*", "s3:PutObject", OBJECTS, { Null: { "s3:x-amz-server-side-encryption": "true" } }),
  ],
  [
    "inverted-condition",
    "uploads that name a key, and those with a key of the client",
    "resource",
    denyTo("*", "s3:PutObject", OBJECTS, { Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": false } }),
    denyTo("*", "s3:PutObject", OBJECTS, { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } }),
  ],
  [
    "inverted-condition",
    "instances that require tokens",
    "scp",
    deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", equals("ec2:MetadataHttpTokens", "required")),
    deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", equals("ec2:MetadataHttpTokens", "optional")),
  ],
  [
    "contradictory-conditions",
    "a service that calls for nobody",
    "identity",
    allow("s3:GetObject", OBJECTS, {
      Bool: { "aws:ViaAWSService": "false" },
      "ForAnyValue:StringEquals": { "aws:CalledVia": "athena.amazonaws.com" },
    }),
    allow("s3:GetObject", OBJECTS, {
      Bool: { "aws:ViaAWSService": "true" },
      "ForAnyValue:StringEquals": { "aws:CalledVia": "athena.amazonaws.com" },
    }),
  ],
]);

testFaults("names, and what goes with an action", [
  ...["queue/orders", "queue:orders", "team/orders"].map(
    (name): FaultRow => [
      "malformed-arn",
      `a queue ${name}`,
      "identity",
      allow("sqs:SendMessage", arnOf("sqs", name)),
      allow("sqs:SendMessage", QUEUE),
    ],
  ),
  [
    "malformed-arn",
    "an alias of a function behind a slash",
    "identity",
    allow("lambda:InvokeFunction", arnOf("lambda", "function:orders/live")),
    allow("lambda:InvokeFunction", [arnOf("lambda", "function:orders:live"), arnOf("lambda", "function:*")]),
  ],
  ...["topic/orders", "topic:orders"].map(
    (name): FaultRow => [
      "malformed-arn",
      `a topic ${name}`,
      "identity",
      allow("sns:Publish", arnOf("sns", name)),
      allow("sns:Publish", [TOPIC, arnOf("sns", "app/GCM/orders"), arnOf("sns", "endpoint/APNS/orders/*")]),
    ],
  ),
  [
    "missing-dependent-action",
    "a token of CodeArtifact",
    "identity",
    allow("codeartifact:GetAuthorizationToken", arnOf("codeartifact", "domain/packages")),
    [
      allow("codeartifact:GetAuthorizationToken", arnOf("codeartifact", "domain/packages")),
      allow("sts:GetServiceBearerToken", "*", equals("sts:AWSServiceName", "codeartifact.amazonaws.com")),
    ],
  ],
  [
    "missing-dependent-action",
    "a token of the public registry",
    "permission-set",
    allow("ecr-public:GetAuthorizationToken", "*"),
    allow(["ecr-public:GetAuthorizationToken", "sts:*"], "*"),
  ],
]);
