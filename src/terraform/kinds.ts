/** What a policy is attached to, by the type of the resource and the argument that contains it. */

import { ORGANIZATION_TYPES, TRUST_ARGUMENT } from "../iam/document/find-policies";
import type { PolicyHolder, PolicyType } from "../iam/document/policy";
import { lookUp } from "../text/look-up";

/** The policy that a type of resources contains. */
export interface PolicyPlace {
  /**
   * - `other`: written in another policy language, such as a data protection policy or a stack policy, so that the IAM rules do not
   *   apply
   * - `organization`: an argument of the resource says which kind it is
   */
  readonly kind: PolicyType | "other" | "organization";
  /** What holds the policy, and so how long it may be. */
  readonly holder?: PolicyHolder;
  /** The argument that holds it. @default any of them */
  readonly argument?: string;
}

const identity: PolicyPlace = { kind: "identity" };
const resource: PolicyPlace = { kind: "resource" };
const other: PolicyPlace = { kind: "other" };

/**
 * The types of hashicorp/aws whose policies are known. A trust policy is recognised by its argument, not by the type of the
 * resource, and so is the policy of a session.
 */
const PLACES = {
  aws_iam_group_policy: { kind: "identity", holder: "group", argument: "policy" },
  aws_iam_policy: { kind: "identity", holder: "managed-policy", argument: "policy" },
  aws_iam_role: { kind: "identity", holder: "role" },
  aws_iam_role_policies_exclusive: identity,
  aws_iam_role_policy: { kind: "identity", holder: "role", argument: "policy" },
  aws_iam_user_policy: { kind: "identity", holder: "user", argument: "policy" },
  aws_ssoadmin_permission_set_inline_policy: {
    kind: "permission-set",
    holder: "permission-set",
    argument: "inline_policy",
  },
  aws_iot_policy: { kind: "identity", argument: "policy" },

  aws_eks_pod_identity_association: { kind: "session", argument: "policy" },
  aws_transfer_access: { kind: "session" },
  aws_transfer_user: { kind: "session" },

  aws_acmpca_policy: resource,
  aws_api_gateway_domain_name: { kind: "resource", argument: "policy" },
  aws_api_gateway_rest_api: resource,
  aws_api_gateway_rest_api_policy: resource,
  aws_backup_vault_policy: resource,
  aws_bedrockagentcore_resource_policy: resource,
  aws_cloudsearch_domain_service_access_policy: resource,
  aws_cloudwatch_event_bus_policy: resource,
  aws_cloudwatch_log_delivery_destination_policy: resource,
  aws_cloudwatch_log_destination_policy: resource,
  aws_cloudwatch_log_resource_policy: resource,
  aws_codeartifact_domain_permissions_policy: resource,
  aws_codeartifact_repository_permissions_policy: resource,
  aws_codebuild_resource_policy: resource,
  aws_dsql_cluster_policy: resource,
  aws_dynamodb_resource_policy: resource,
  aws_ecr_registry_policy: resource,
  aws_ecr_repository_creation_template: { kind: "resource", argument: "repository_policy" },
  aws_ecr_repository_policy: resource,
  aws_ecrpublic_repository_policy: resource,
  aws_efs_file_system_policy: resource,
  aws_elasticsearch_domain: resource,
  aws_elasticsearch_domain_policy: resource,
  aws_fsx_s3_access_point_attachment: resource,
  aws_glacier_vault: resource,
  aws_glacier_vault_lock: resource,
  aws_glue_resource_policy: resource,
  aws_kinesis_resource_policy: resource,
  aws_kms_external_key: resource,
  aws_kms_key: resource,
  aws_kms_key_policy: resource,
  aws_kms_replica_external_key: resource,
  aws_kms_replica_key: resource,
  aws_lambda_resource_policy: resource,
  aws_media_store_container_policy: resource,
  aws_msk_cluster_policy: resource,
  aws_networkfirewall_resource_policy: resource,
  aws_oam_sink_policy: resource,
  aws_opensearch_domain: resource,
  aws_opensearch_domain_policy: resource,
  aws_odb_network: { kind: "vpc-endpoint" },
  aws_organizations_resource_policy: resource,
  aws_osis_resource_policy: resource,
  aws_pinpointsmsvoicev2_resource_policy: resource,
  aws_prometheus_resource_policy: resource,
  aws_redshift_resource_policy: resource,
  aws_redshiftserverless_resource_policy: resource,
  aws_s3_access_point: resource,
  aws_s3_bucket: resource,
  aws_s3_bucket_policy: resource,
  aws_s3control_access_grants_instance_resource_policy: resource,
  aws_s3control_access_point_policy: resource,
  aws_s3control_bucket_policy: resource,
  aws_s3control_multi_region_access_point_policy: resource,
  aws_s3control_object_lambda_access_point_policy: resource,
  aws_s3files_file_system_policy: resource,
  aws_s3tables_table_bucket_policy: resource,
  aws_s3tables_table_policy: resource,
  aws_s3vectors_vector_bucket_policy: resource,
  aws_sagemaker_model_package_group_policy: resource,
  aws_schemas_registry_policy: resource,
  aws_secretsmanager_secret: resource,
  aws_secretsmanager_secret_policy: resource,
  aws_ses_identity_policy: resource,
  aws_sesv2_email_identity_policy: resource,
  aws_sns_topic: resource,
  aws_sns_topic_policy: resource,
  aws_sqs_queue: resource,
  aws_sqs_queue_policy: resource,
  aws_ssm_resource_policy: resource,
  aws_vpc_endpoint: { kind: "vpc-endpoint" },
  aws_vpc_endpoint_policy: { kind: "vpc-endpoint" },
  aws_vpclattice_auth_policy: resource,
  aws_vpclattice_resource_policy: resource,
  aws_xray_resource_policy: resource,

  aws_cloudformation_stack: { kind: "other", argument: "policy_body" },
  aws_cloudwatch_log_account_policy: other,
  aws_cloudwatch_log_data_protection_policy: other,
  aws_networkmanager_core_network_policy_attachment: other,
  aws_opensearchserverless_access_policy: other,
  aws_opensearchserverless_security_policy: other,
  aws_organizations_policy: { kind: "organization", argument: "content" },
  aws_sns_topic_data_protection_policy: other,
} as const satisfies Readonly<Record<string, PolicyPlace>>;

/** The argument that says on which resource a policy is set, by the type that sets it: hashicorp/aws, "Argument Reference". */
export const ATTACHED_BY: ReadonlyMap<string, string> = new Map([
  ["aws_backup_vault_policy", "backup_vault_name"],
  ["aws_dynamodb_resource_policy", "resource_arn"],
  ["aws_kinesis_resource_policy", "resource_arn"],
  ["aws_s3_bucket_policy", "bucket"],
  ["aws_secretsmanager_secret_policy", "secret_arn"],
  ["aws_sns_topic_policy", "arn"],
  ["aws_sqs_queue_policy", "queue_url"],
]);

/** The types of hashicorp/awscc whose policies are known. */
const CLOUD_CONTROL_PLACES: Readonly<Record<string, PolicyPlace>> = {
  awscc_iam_group: { kind: "identity", holder: "group" },
  awscc_iam_group_policy: { kind: "identity", holder: "group" },
  awscc_iam_managed_policy: { kind: "identity", holder: "managed-policy" },
  awscc_iam_role: { kind: "identity", holder: "role" },
  awscc_iam_role_policy: { kind: "identity", holder: "role" },
  awscc_iam_user: { kind: "identity", holder: "user" },
  awscc_iam_user_policy: { kind: "identity", holder: "user" },
  awscc_eks_pod_identity_association: { kind: "session" },
  awscc_iot_policy: { kind: "identity" },
  awscc_sso_permission_set: { kind: "permission-set", holder: "permission-set" },
  awscc_transfer_user: { kind: "session" },

  awscc_aiops_investigation_group: resource,
  awscc_apigateway_domain_name_v2: resource,
  awscc_apigateway_rest_api: resource,
  awscc_aps_resource_policy: resource,
  awscc_backup_backup_vault: resource,
  awscc_backup_logically_air_gapped_backup_vault: resource,
  awscc_bedrock_knowledge_base_policy: resource,
  awscc_bedrock_resource_policy: resource,
  awscc_bedrockagentcore_resource_policy: resource,
  awscc_cloudtrail_resource_policy: resource,
  awscc_codeartifact_domain: resource,
  awscc_codeartifact_repository: resource,
  awscc_dsql_cluster: resource,
  awscc_dynamodb_global_table: resource,
  awscc_dynamodb_table: resource,
  awscc_ecr_public_repository: resource,
  awscc_ecr_registry_policy: resource,
  awscc_ecr_repository: resource,
  awscc_ecr_repository_creation_template: { kind: "resource", argument: "repository_policy" },
  awscc_efs_file_system: resource,
  awscc_events_event_bus: resource,
  awscc_eventschemas_registry_policy: resource,
  awscc_fsx_s3_access_point_attachment: resource,
  awscc_kinesis_resource_policy: resource,
  awscc_kms_key: resource,
  awscc_kms_replica_key: resource,
  awscc_lex_resource_policy: resource,
  awscc_logs_delivery_destination: resource,
  awscc_logs_destination: resource,
  awscc_logs_resource_policy: resource,
  awscc_mediapackagev2_channel_policy: resource,
  awscc_mediapackagev2_origin_endpoint_policy: resource,
  awscc_mediatailor_channel_policy: resource,
  awscc_msk_cluster_policy: resource,
  awscc_oam_sink: resource,
  awscc_omics_sequence_store: resource,
  awscc_opensearchservice_domain: resource,
  awscc_organizations_resource_policy: resource,
  awscc_osis_pipeline: resource,
  awscc_redshift_cluster: resource,
  awscc_redshiftserverless_namespace: resource,
  awscc_rum_app_monitor: resource,
  awscc_s3_access_point: resource,
  awscc_s3_bucket_policy: resource,
  awscc_s3_multi_region_access_point_policy: resource,
  awscc_s3express_access_point: resource,
  awscc_s3express_bucket_policy: resource,
  awscc_s3files_file_system_policy: resource,
  awscc_s3objectlambda_access_point_policy: resource,
  awscc_s3outposts_access_point: resource,
  awscc_s3outposts_bucket_policy: resource,
  awscc_s3tables_table_bucket_policy: resource,
  awscc_s3tables_table_policy: resource,
  awscc_s3vectors_vector_bucket_policy: resource,
  awscc_sagemaker_model_package_group: resource,
  awscc_secretsmanager_resource_policy: resource,
  awscc_smsvoice_resource_policy: resource,
  awscc_sns_topic_inline_policy: resource,
  awscc_sns_topic_policy: resource,
  awscc_sqs_queue_inline_policy: resource,
  awscc_sqs_queue_policy: resource,
  awscc_ssm_resource_policy: resource,
  awscc_vpclattice_auth_policy: resource,
  awscc_vpclattice_resource_policy: resource,
  awscc_xray_resource_policy: resource,

  awscc_ec2_vpc_endpoint: { kind: "vpc-endpoint" },
  awscc_cloudformation_stack: { kind: "other", argument: "stack_policy_body" },
  awscc_logs_account_policy: other,
  awscc_logs_log_group: { kind: "other", argument: "data_protection_policy" },
  awscc_networkmanager_core_network: other,
  awscc_opensearchserverless_access_policy: other,
  awscc_opensearchserverless_security_policy: other,
  awscc_organizations_policy: { kind: "organization", argument: "content" },
};

/**
 * Arguments that hold the policy of a session, whatever holds them: a profile of IAM Roles Anywhere, the role that a provider
 * assumes.
 */
const SESSION_ARGUMENT = /(^|\.)session_policy$|^assume_role(_with_web_identity)?\.policy$/;

/** A type of resources whose one argument is the policy of an identity. */
export type InlinePolicyType = {
  [T in keyof typeof PLACES]: (typeof PLACES)[T] extends { readonly holder: PolicyHolder; readonly argument: string }
    ? T
    : never;
}[keyof typeof PLACES];

/** The argument of a type that holds its policy. */
export function policyArgument(type: InlinePolicyType): string {
  return PLACES[type].argument;
}

function placeOf(type: string): PolicyPlace | undefined {
  const table: Readonly<Record<string, PolicyPlace>> = type.startsWith("awscc_") ? CLOUD_CONTROL_PLACES : PLACES;
  return lookUp(table, type);
}

/** Whether it is known which policies a type has: what they allow is compared. */
export function hasPolicyPlace(type: string): boolean {
  return placeOf(type) !== undefined;
}

/** What a resource says of the kind of its policy. */
export interface PolicyBearer {
  /** Its type; empty where the policy stands in none. */
  readonly type: string;
  /**
   * What its argument `type` says, which only policies of an organization need: absent where it is not set, `unknown` where
   * only a plan can tell.
   */
  readonly organization?: string;
  /** Whether its policy is the permissions boundary of somebody, and attached to nobody. */
  readonly isBoundary?: boolean;
}

/** Whether the argument `type` of a resource has to be read for {@link PolicyBearer}. */
export function isOfOrganization(type: string): boolean {
  return placeOf(type)?.kind === "organization";
}

/**
 * The kinds of organizations' policies in the language of IAM. Without the argument the provider makes a service control
 * policy.
 */
const ORGANIZATION_KINDS: ReadonlyMap<string | undefined, PolicyType | undefined> = new Map([
  [undefined, "scp"],
  ...ORGANIZATION_TYPES,
  ["unknown", undefined],
]);

/** The policy type; undefined if only the elements of the policy show it. */
export function typeByPlace({ type, ...bearer }: PolicyBearer, argument: string): PolicyType | undefined {
  if (argument.includes(TRUST_ARGUMENT)) return "trust";
  if (SESSION_ARGUMENT.test(argument)) return "session";
  const kind = placeOf(type)?.kind;
  if (kind === "organization") return ORGANIZATION_KINDS.get(bearer.organization);
  if (kind === "identity" && bearer.isBoundary) return "boundary";
  return kind === "other" ? undefined : kind;
}

/** The last name of an argument that takes the text of a policy: `policy`, `access_policies`, `policy_document`. */
const TAKES_POLICY = /(^|[._])(polic(y|ies)(_document)?|inline_policy)$/;

/** Whether an argument of a type takes a policy that the rules are about. */
export function takesPolicy(type: string, argument: string): boolean {
  if (argument.endsWith(TRUST_ARGUMENT) || SESSION_ARGUMENT.test(argument)) return !isOtherCloud(type);
  const place = placeOf(type);
  if (place === undefined || place.kind === "other") return false;
  return place.argument === undefined ? TAKES_POLICY.test(argument) : place.argument === argument;
}

/** Whether a resource of the type cannot be without the argument, which is its policy. */
export function needsPolicy(type: string, argument: string): boolean {
  return placeOf(type)?.argument === argument || argument === TRUST_ARGUMENT;
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

/** Whether the policies of a resource, or of one of its arguments, are none of ours. */
export function isOtherKind({ type, organization }: PolicyBearer, argument?: string): boolean {
  const place = placeOf(type);
  if (place?.kind === "organization") return !ORGANIZATION_KINDS.has(organization);
  return place?.kind === "other" && (place.argument === undefined || place.argument === argument);
}

/** The kind of an organization's policy where only a plan can tell it: resource control policies have principals. */
export function organizationKind(seeming: PolicyType): PolicyType {
  return seeming === "identity" ? "scp" : "rcp";
}

/** The kind of an organization's policy by what its argument says; undefined where it is in another language, or not known. */
export function kindOfOrganization(said: string): PolicyType | undefined {
  return ORGANIZATION_KINDS.get(said);
}
