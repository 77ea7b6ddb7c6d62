/** Names in ARNs that no resource has: those of something else, or with characters that the service does not take. */
import { type Message, say, words } from "../../text/message";
import { splitAtTokens } from "../../text/tokens";
import { attributeOfResource } from "../document/pattern-tokens";
import type { Arn } from "./arn";

/** What is wrong with a name, and what to write. */
export interface NameFault {
  readonly parts: Message;
  readonly hint: string;
}

interface NameRule {
  readonly service: string;
  /** Resources with the fault. A wildcard or `${...}` in the part that matters may stand for what is right. */
  readonly wrong: RegExp;
  /** Whether the account has to be there, too. */
  readonly withAccount?: true;
  readonly parts: Message;
  readonly hint: string;
}

/** Types of Amazon EC2 whose ARNs have an ID, and how it begins. Service Authorization Reference; Amazon EC2 guide, "Resource IDs". */
const EC2_IDS: readonly (readonly [type: string, prefix: string])[] = [
  ["image", "ami"],
  ["instance", "i"],
  ["network-interface", "eni"],
  ["security-group", "sg"],
  ["snapshot", "snap"],
  ["subnet", "subnet"],
  ["volume", "vol"],
  ["vpc", "vpc"],
];

/**
 * Sources: Amazon S3 guide, "General purpose bucket naming rules" and "Directory buckets" (their ARNs are of s3express); Amazon RDS guide,
 * "Creating and using an IAM policy for IAM database access" (the resource ID begins with `db-`, `cluster-` or `prx-`); Amazon SNS API,
 * CreateTopic, and Amazon SQS API, CreateQueue (letters, digits, hyphens and underscores); AWS Lambda API, CreateFunction; Amazon Route 53, Amazon Cognito, Amazon ECR and AWS CodeCommit in the Service Authorization Reference; Elastic Load Balancing guide, "Resource types";
 * Systems Manager API, CreateDocument (`aws`, `amazon` and `amzn` begin the names of Amazon's own documents alone).
 */
const RULES: readonly NameRule[] = [
  {
    service: "s3",
    wrong: /^[:/]/,
    parts: words("the name of the bucket is missing: a colon or a slash stands in its place"),
    hint: "write `arn:aws:s3:::BUCKET`, with three colons in front of the name",
  },
  {
    service: "s3",
    wrong: /^[^/$*?]*\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?(?:\/|$)/,
    parts: words("the address of a bucket stands in place of its name"),
    hint: "write the name of the bucket alone",
  },
  {
    service: "s3",
    wrong: /^[^/]*--[a-z0-9]+-az\d+--x-s3(?:\/|$)/,
    parts: words("the name is that of a directory bucket, whose ARN is of s3express"),
    hint: "write `arn:aws:s3express:REGION:ACCOUNT:bucket/NAME`, and allow `s3express:CreateSession`",
  },
  {
    service: "s3",
    wrong: /^(?![^/]*[%$<])[^/]*(?:[[\]();|^"' ]|\{[^/{}]*,[^/{}]*\})/,
    parts: words("no bucket has such a name: only `*` and `?` have a meaning of their own in an ARN"),
    hint: "write an ARN for each bucket",
  },
  {
    service: "rds-db",
    wrong: /^dbuser:(?!(?:db|cluster|prx)-)[^/*?$]+\//,
    parts: words("a name stands in place of the resource ID of the database"),
    hint: "write the ID, as in `dbuser:db-ABCDEFGHIJKL01234/NAME`, or `dbuser:*/NAME`",
  },
  {
    service: "route53",
    wrong: /^hostedzone\/[^*?$]*\./,
    parts: words("the name of a domain stands in place of the ID of its zone"),
    hint: "write the ID, as in `hostedzone/Z0123456789ABCDEFGHIJ`",
  },
  {
    service: "elasticloadbalancing",
    wrong: /^loadbalancer\/(?:app|net|gwy)\/[^/*?$]+$/,
    parts: words("the ARN of a load balancer has an ID behind its name"),
    hint: "write `/*` behind the name",
  },
  {
    service: "cognito-idp",
    wrong: /^userpool\/(?![a-z]{2,4}(?:-[a-z]+)+-\d+_)[^*?$<]+$/,
    parts: words("a name stands in place of the ID of the user pool"),
    hint: "write the ID, as in `userpool/us-east-1_AbCdEfGhI`",
  },
  {
    service: "ecr",
    wrong: /^repository\/[^:]*:/,
    parts: words("ARNs of repositories have no tag"),
    hint: "write the name of the repository alone",
  },
  {
    service: "codecommit",
    wrong: /^repositor(?:y|ies)\//,
    parts: words("ARNs of CodeCommit have the name of the repository alone"),
    hint: "write the name behind the last colon",
  },
  {
    service: "sns",
    wrong: /^[^:*?]+:[0-9a-f]{8}-[0-9a-f-]+$/,
    parts: words("the ARN is that of a subscription"),
    hint: "write the ARN of the topic",
  },
  {
    service: "sns",
    wrong: /^(?!(?:app|endpoint)\/)[^:*?$]*[^:*?${}]\/|^topics?:/,
    parts: words("the name of a topic has no slash and no type in front"),
    hint: "write the name behind the last colon",
  },
  {
    service: "sqs",
    wrong: /^[^*?$]*[^*?${}]\/|^queues?:/,
    parts: words("the name of a queue has no slash and no type in front"),
    hint: "write the name behind the last colon",
  },
  {
    service: "lambda",
    wrong: /^function:[^:*?$/]+\//,
    parts: words("the name of a function has no slash"),
    hint: "write a version or an alias behind a colon",
  },
  {
    service: "elasticfilesystem",
    wrong: /^file-system\/(?!fs-)(?![^/]*id$)[a-z][^/*?$<{%]{2,}$/,
    parts: words("a name stands in place of the ID of the file system"),
    hint: "write the ID, as in `file-system/fs-01234567`, or `file-system/*` with a condition on a tag",
  },
  {
    service: "cloudfront",
    wrong: /^distribution\/[^*?$]*\./,
    parts: words("the address of a distribution stands in place of its ID"),
    hint: "write the ID, as in `distribution/E1ABCDEFGHIJKL`",
  },
  {
    service: "iam",
    wrong: /^role\/AWSReservedSSO_/,
    parts: words("roles of IAM Identity Center have the path aws-reserved/sso.amazonaws.com/ in front of their names"),
    hint: "write `role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_NAME_*`, without `*/` where Identity Center is in us-east-1",
  },
  ...EC2_IDS.map(([type, prefix]) => ({
    service: "ec2",
    wrong: new RegExp(`^${type}/(?!${prefix}-)(?![^/]*id$)[a-z][^/*?$<{%]{2,}$`),
    parts: words("a name stands in place of the ID"),
    hint: `write the ID, as in \`${type}/${prefix}-0123456789abcdef0\`, or \`${type}/*\` with a condition on a tag`,
  })),
  {
    service: "ssm",
    wrong: /^document\/(?:AWS|Amazon)[A-Za-z]*-/,
    withAccount: true,
    parts: words("documents of Amazon have no account in their ARNs"),
    hint: "write the ARN without the account",
  },
];

/** Attributes of Terraform that are another name than the one which the ARN has, by the service. */
const WRONG_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "rds-db": {
    "aws_db_instance.identifier": "resource_id",
    "aws_rds_cluster.cluster_identifier": "cluster_resource_id",
    "aws_rds_cluster.id": "cluster_resource_id",
  },
  route53: { "aws_route53_zone.name": "zone_id" },
};

/** What is wrong with the name in an ARN; undefined if it may be that of a resource. */
export function faultOfName(arn: Arn): NameFault | undefined {
  const { service, account, resource } = arn;
  const found = RULES.find(
    (one) =>
      one.service === service && one.wrong.test(resource) && (one.withAccount !== true || /^\d{12}$/.test(account)),
  );
  return found ?? faultOfAttribute(service, resource);
}

function faultOfAttribute(service: string, resource: string): NameFault | undefined {
  const wrong = WRONG_ATTRIBUTES[service];
  if (wrong === undefined || !resource.includes("${")) return undefined;
  for (const token of splitAtTokens(resource).tokens) {
    const { resource: type, attribute } = attributeOfResource(token.slice(2, -1)) ?? {};
    const right = wrong[`${type}.${attribute}`];
    if (right !== undefined)
      return { parts: say`${token} is not the ID that the ARN has`, hint: `write the attribute \`${right}\`` };
  }
  return undefined;
}
