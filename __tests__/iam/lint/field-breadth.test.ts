/** What lists and what reads metadata. */
import { testCodes } from "./field-support";

describe("an action that lists, on all of a type", () => {
  const [ERROR, WARNING] = ["error action-takes-only-wildcard", "warning action-takes-only-wildcard"];
  testCodes([
    ["roles, which AWS checks on `role/`", { Action: "iam:ListRoles", Resource: "arn:aws:iam::123456789012:role/*" }],
    [
      "roles beside one that has ARNs",
      { Action: ["iam:ListRoles", "iam:GetRole"], Resource: "arn:aws:iam::123456789012:role/*" },
    ],
    ["users", { Action: "iam:ListUsers", Resource: "arn:aws:iam::123456789012:user/*" }],
    ["groups", { Action: "iam:ListGroups", Resource: "arn:aws:iam::*:group/*" }],
    ["instance profiles", { Action: "iam:ListInstanceProfiles", Resource: "arn:aws:iam::*:instance-profile/*" }],
    ["roles of a path", { Action: "iam:ListRoles", Resource: "arn:aws:iam::123456789012:role/app/*" }],
    [
      "policies, of which no ARN is known",
      { Action: "iam:ListPolicies", Resource: "arn:aws:iam::*:policy/*" },
      WARNING,
    ],
    ["users on roles", { Action: "iam:ListUsers", Resource: "arn:aws:iam::123456789012:role/*" }, WARNING],
    ["tables", { Action: "dynamodb:ListTables", Resource: "arn:aws:dynamodb:us-east-1:123456789012:table/*" }, WARNING],
    [
      "events of databases",
      { Action: "rds:DescribeEvents", Resource: "arn:aws:rds:us-east-1:123456789012:es:*" },
      WARNING,
    ],
    ["clusters", { Action: "ecs:ListClusters", Resource: "arn:aws:ecs:us-east-1:123456789012:cluster/*" }, WARNING],
    [
      "secrets",
      { Action: "secretsmanager:ListSecrets", Resource: "arn:aws:secretsmanager:us-east-1:123456789012:secret:*" },
      WARNING,
    ],
    ["a Deny of it", { Effect: "Deny", Action: "iam:ListRoles", Resource: "arn:aws:iam::123456789012:role/*" }],
    ["one role", { Action: "iam:ListRoles", Resource: "arn:aws:iam::123456789012:role/orders" }, ERROR],
    ["some roles", { Action: "iam:ListRoles", Resource: "arn:aws:iam::123456789012:role/orders-*" }, ERROR],
    [
      "resources of another service",
      { Action: "ecs:ListClusters", Resource: "arn:aws:eks:us-east-1:123456789012:cluster/*" },
      ERROR,
    ],
    [
      "Glue, whose guide says that it takes none",
      { Action: "glue:GetJobs", Resource: "arn:aws:glue:us-east-1:123456789012:job/*" },
      ERROR,
    ],
    ["what writes", { Action: "iam:CreateAccountAlias", Resource: "arn:aws:iam::123456789012:role/*" }, ERROR],
    [
      "a Deny of one",
      { Effect: "Deny", Action: "iam:ListRoles", Resource: "arn:aws:iam::123456789012:role/orders" },
      ERROR,
    ],
  ]);
});

describe("metadata of every resource", () => {
  const [SECURITY, INFO] = ["security wildcard-resource", "info wildcard-resource"];
  const on = (...Action: readonly string[]) => ({ Action, Resource: "*" });
  testCodes([
    [
      "one of three services",
      on("sqs:GetQueueUrl", "rds:ListTagsForResource", "cloudwatch:GetInsightRuleReport"),
      INFO,
    ],
    ["access level List", on("s3:ListBucket"), INFO],
    ["properties of buckets", on("s3:GetBucketLocation", "s3:GetEncryptionConfiguration"), INFO],
    [
      "policies and tags",
      on("lambda:GetPolicy", "sns:GetTopicAttributes", "kms:GetKeyPolicy", "kms:ListResourceTags"),
      INFO,
    ],
    ["a pattern", on("s3:List*"), INFO],
    ["on every ARN of the service", { Action: "sqs:GetQueueAttributes", Resource: "arn:aws:sqs:*:*:*" }, INFO],
    ["beside a read of contents", on("sqs:GetQueueUrl", "sqs:ReceiveMessage"), SECURITY],
    ["contents of a secret", on("secretsmanager:GetSecretValue"), SECURITY],
    ["objects", on("s3:GetObject"), SECURITY],
    ["a pattern with contents in it", on("s3:Get*"), SECURITY],
    ["the code of a function and its variables", on("lambda:GetFunction"), SECURITY],
    ["its variables", on("lambda:GetFunctionConfiguration"), SECURITY],
    ["items", on("dynamodb:Query"), SECURITY],
    ["a configuration that is content", on("appconfig:GetConfiguration"), SECURITY],
    ["what sets tags", on("sqs:TagQueue"), SECURITY],
    ["what writes a policy", on("sns:SetTopicAttributes"), SECURITY],
  ]);
});

describe("what has no resource to name, or shows none of its contents", () => {
  const [SECURITY, INFO] = ["security wildcard-resource", "info wildcard-resource"];
  const on = (...Action: readonly string[]) => ({ Action, Resource: "*" });
  const INTERFACES = [
    ...["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"],
    ...["ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"],
  ];
  testCodes([
    [
      "metadata beside what takes only *",
      on("ec2:GetCoipPoolUsage", "ec2:DescribeVpcs", "cognito-idp:DescribeUserPoolClient"),
      INFO,
    ],
    [
      "metadata beside a write that takes only *",
      on("sso:ListPermissionSets", "autoscaling:DescribeTags", "ec2:CreateDefaultVpc"),
      INFO,
    ],
    ["a profile and a role", on("iam:GetInstanceProfile", "iam:GetRole"), INFO],
    ["a summary and a limit", on("cloudformation:GetTemplateSummary", "route53:GetReusableDelegationSet"), INFO],
    ["metadata beside contents", on("ec2:GetCoipPoolUsage", "ec2:GetConsoleOutput"), SECURITY],
    ["a certificate", on("acm:GetCertificate", "ec2:DescribeVpcs"), SECURITY],
    ["speech without a lexicon", on("polly:SynthesizeSpeech", "polly:StartSpeechSynthesisTask"), INFO],
    ["a translation without a terminology", on("translate:TranslateText"), INFO],
    ["entities without an endpoint", on("comprehend:DetectEntities"), INFO],
    ["a lexicon", on("polly:PutLexicon", "polly:SynthesizeSpeech"), SECURITY],
    ["the network interfaces of a function", on(...INTERFACES)],
    ["the same beside logs", on(...INTERFACES, "ec2:DescribeSubnets", "xray:PutTraceSegments")],
    ["the two that are needed", on("ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface")],
    ["deletes alone", on("ec2:DeleteNetworkInterface"), SECURITY],
    ["beside another write", on(...INTERFACES, "ec2:CreateSnapshot"), SECURITY],
    ["beside all of a kind", on(...INTERFACES, "ec2:Delete*"), "info redundant-action", SECURITY],
  ]);
});
