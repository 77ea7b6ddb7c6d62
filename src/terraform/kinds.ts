/** What a policy is attached to, by the type of the resource and the argument that contains it. */
import { TRUST_ARGUMENT } from "../iam/document/find-policies";
import type { PolicyHolder, PolicyType } from "../iam/document/policy";

/** The policy that a type of resources contains. */
interface PolicyPlace {
  /**
   * `other`: policies of organizations limit and grant nothing, those that protect data are in a language of their own,
   * and a stack's says what an update may touch. The rules are not about them.
   */
  readonly kind: PolicyType | "other";
  /** What holds the policy, and so how long it may be. */
  readonly holder?: PolicyHolder;
  /** The argument that holds it. @default any of them */
  readonly argument?: string;
}

const resource: PolicyPlace = { kind: "resource" };
const other: PolicyPlace = { kind: "other" };

/**
 * The types of hashicorp/aws whose policies are known. A trust policy is recognised by its argument, not by the type of the
 * resource.
 */
const PLACES = {
  aws_iam_group_policy: { kind: "identity", holder: "group", argument: "policy" },
  aws_iam_policy: { kind: "identity", holder: "managed-policy", argument: "policy" },
  aws_iam_role: { kind: "identity", holder: "role" },
  aws_iam_role_policies_exclusive: { kind: "identity" },
  aws_iam_role_policy: { kind: "identity", holder: "role", argument: "policy" },
  aws_iam_user_policy: { kind: "identity", holder: "user", argument: "policy" },
  aws_ssoadmin_permission_set_inline_policy: {
    kind: "identity",
    holder: "permission-set",
    argument: "inline_policy",
  },

  aws_api_gateway_rest_api: resource,
  aws_api_gateway_rest_api_policy: resource,
  aws_backup_vault_policy: resource,
  aws_cloudwatch_event_bus_policy: resource,
  aws_cloudwatch_log_destination_policy: resource,
  aws_cloudwatch_log_resource_policy: resource,
  aws_dynamodb_resource_policy: resource,
  aws_ecr_registry_policy: resource,
  aws_ecr_repository_policy: resource,
  aws_efs_file_system_policy: resource,
  aws_elasticsearch_domain: resource,
  aws_elasticsearch_domain_policy: resource,
  aws_glue_resource_policy: resource,
  aws_kinesis_resource_policy: resource,
  aws_kms_external_key: resource,
  aws_kms_key: resource,
  aws_kms_key_policy: resource,
  aws_kms_replica_key: resource,
  aws_opensearch_domain: resource,
  aws_opensearch_domain_policy: resource,
  aws_s3_access_point: resource,
  aws_s3_bucket: resource,
  aws_s3_bucket_policy: resource,
  aws_s3control_access_point_policy: resource,
  aws_s3tables_table_bucket_policy: resource,
  aws_s3tables_table_policy: resource,
  aws_secretsmanager_secret: resource,
  aws_secretsmanager_secret_policy: resource,
  aws_sns_topic: resource,
  aws_sns_topic_policy: resource,
  aws_sqs_queue: resource,
  aws_sqs_queue_policy: resource,
  aws_vpc_endpoint: resource,
  aws_vpc_endpoint_policy: resource,

  aws_cloudformation_stack: { kind: "other", argument: "policy_body" },
  aws_cloudwatch_log_account_policy: other,
  aws_cloudwatch_log_data_protection_policy: other,
  aws_organizations_policy: other,
  aws_organizations_resource_policy: other,
  aws_sns_topic_data_protection_policy: other,
} as const satisfies Readonly<Record<string, PolicyPlace>>;

/** A type of resources whose one argument is the policy of an identity. */
export type InlinePolicyType = {
  [T in keyof typeof PLACES]: (typeof PLACES)[T] extends { readonly kind: "identity"; readonly argument: string }
    ? T
    : never;
}[keyof typeof PLACES];

/** The argument of a type that holds its policy. */
export function policyArgument(type: InlinePolicyType): string {
  return PLACES[type].argument;
}

function placeOf(type: string): PolicyPlace | undefined {
  return Object.hasOwn(PLACES, type) ? PLACES[type as keyof typeof PLACES] : undefined;
}

/** The policy type; undefined if only the elements of the policy show it. */
export function typeByPlace(type: string, argument: string): PolicyType | undefined {
  if (argument.includes(TRUST_ARGUMENT)) return "trust";
  const kind = placeOf(type)?.kind;
  return kind === "other" ? undefined : kind;
}

/** The holder with the smallest size limit for policies. */
export function strictest(holders: ReadonlySet<PolicyHolder>): PolicyHolder | undefined {
  return (["user", "group", "managed-policy", "role", "permission-set"] as const).find((one) => holders.has(one));
}

/** The holder of a policy, according to the type of the resource and its argument; undefined if these do not determine it. */
export function holderByPlace(type: string, argument: string): PolicyHolder | undefined {
  return argument.includes(TRUST_ARGUMENT) ? undefined : placeOf(type)?.holder;
}

/**
 * Types of resources and data sources whose policies may be of AWS: those of AWS's providers, the AWS engine of Vault, and types of
 * no cloud, which write files or run something. Other clouds have policies of the same form, in a language of their own.
 */
const OF_AWS = /^(?:aws|awscc|vault_aws|external|local|null|template|terraform)_/;

/** Whether the policies of a type are those of another cloud. */
export function isOtherCloud(type: string): boolean {
  return !OF_AWS.test(type);
}

/** Whether the policies of a type, or of one of its arguments, are none of ours. */
export function isOtherKind(type: string, argument?: string): boolean {
  const place = placeOf(type);
  return place?.kind === "other" && (place.argument === undefined || place.argument === argument);
}
