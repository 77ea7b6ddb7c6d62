/**
 * Arguments of hashicorp/aws that hold a JSON document which the provider compares by its meaning: an object with its keys in another
 * order is no change.
 *
 * Each was measured with version 6.34: a state with the document in one order, a configuration with it in another, and a plan
 * without a change. Other arguments that hold JSON, such as `definition` of `aws_sfn_state_machine` and `content` of
 * `aws_ssm_document`, are compared byte by byte.
 */

import { isFields, isList, type Json } from "../json/json-value";
import { lookUp } from "../text/look-up";

/** Those that version 1.60, of 2019, compared so already. */
const ALWAYS = {
  aws_api_gateway_rest_api: "policy",
  aws_batch_job_definition: "container_properties",
  aws_cloudformation_stack: "policy_body",
  aws_cloudwatch_dashboard: "dashboard_body",
  aws_cloudwatch_event_rule: "event_pattern",
  aws_cloudwatch_log_resource_policy: "policy_document",
  aws_dms_replication_task: "table_mappings",
  aws_ecr_lifecycle_policy: "policy",
  aws_ecs_task_definition: "container_definitions",
  aws_elasticsearch_domain: "access_policies",
  aws_elasticsearch_domain_policy: "access_policies",
  aws_emr_cluster: "additional_info configurations_json",
  aws_glacier_vault: "access_policy",
  aws_glacier_vault_lock: "policy",
  aws_glue_crawler: "configuration",
  aws_iam_policy: "policy",
  aws_iam_role: "assume_role_policy",
  aws_iam_role_policy: "policy",
  aws_iam_user_policy: "policy",
  aws_kms_key: "policy",
  aws_media_store_container_policy: "policy",
  aws_organizations_policy: "content",
  aws_s3_bucket: "policy",
  aws_s3_bucket_policy: "policy",
  aws_secretsmanager_secret: "policy",
  aws_sns_topic: "delivery_policy policy",
  aws_sns_topic_policy: "policy",
  aws_sns_topic_subscription: "delivery_policy filter_policy",
  aws_sqs_queue: "policy redrive_policy",
  aws_sqs_queue_policy: "policy",
  aws_transfer_user: "policy",
  aws_vpc_endpoint: "policy",
};

/**
 * Those that version 4 compared so already, by the source of the provider: `DiffSuppressFunc` of the argument and of its blocks.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/3277329285f5730eeff9c56fbe69836c9448ab78/internal/service/iam/role.go
 */
const SINCE_4 = {
  aws_iam_role: "inline_policy.policy",
};

/** Those of which it is known for version 6. */
const SINCE_6 = {
  aws_acmpca_policy: "policy",
  aws_api_gateway_domain_name: "policy",
  aws_api_gateway_model: "schema",
  aws_api_gateway_rest_api_policy: "policy",
  aws_apigatewayv2_api: "body",
  aws_apigatewayv2_model: "schema",
  aws_backup_vault_policy: "policy",
  aws_ce_anomaly_monitor: "monitor_specification",
  aws_cloudformation_stack: "template_body",
  aws_cloudformation_stack_set: "template_body",
  aws_cloudsearch_domain_service_access_policy: "access_policy",
  aws_cloudwatch_event_archive: "event_pattern",
  aws_cloudwatch_event_bus_policy: "policy",
  aws_cloudwatch_log_account_policy: "policy_document",
  aws_cloudwatch_log_data_protection_policy: "policy_document",
  aws_cloudwatch_log_destination_policy: "access_policy",
  aws_codeartifact_domain_permissions_policy: "policy_document",
  aws_codeartifact_repository_permissions_policy: "policy_document",
  aws_codebuild_resource_policy: "policy",
  aws_codecommit_approval_rule_template: "content",
  aws_config_conformance_pack: "template_body",
  aws_config_organization_conformance_pack: "template_body",
  aws_config_organization_custom_rule: "input_parameters",
  aws_config_organization_managed_rule: "input_parameters",
  aws_connect_contact_flow: "content",
  aws_connect_contact_flow_module: "content",
  aws_controltower_landing_zone: "manifest_json",
  aws_dynamodb_table_item: "item",
  aws_ecr_registry_policy: "policy",
  aws_ecr_repository_creation_template: "repository_policy",
  aws_ecr_repository_policy: "policy",
  aws_ecrpublic_repository_policy: "policy",
  aws_efs_file_system_policy: "policy",
  aws_emr_instance_group: "autoscaling_policy configurations_json",
  aws_evidently_segment: "pattern",
  aws_glue_resource_policy: "policy",
  aws_iam_group_policy: "policy",
  aws_iot_policy: "policy",
  aws_kms_external_key: "policy",
  aws_kms_key_policy: "policy",
  aws_kms_replica_external_key: "policy",
  aws_kms_replica_key: "policy",
  aws_msk_cluster_policy: "policy",
  aws_networkfirewall_resource_policy: "policy",
  aws_networkmanager_core_network: "base_policy_document",
  aws_networkmanager_core_network_policy_attachment: "policy_document",
  aws_oam_sink_policy: "policy",
  aws_opensearch_domain: "access_policies",
  aws_opensearch_domain_policy: "access_policies",
  aws_organizations_resource_policy: "content",
  aws_rds_custom_db_engine_version: "manifest",
  aws_redshift_authentication_profile: "authentication_profile_content",
  aws_redshift_resource_policy: "policy",
  aws_redshiftserverless_resource_policy: "policy",
  aws_s3_access_point: "policy",
  aws_s3_bucket_website_configuration: "routing_rules",
  aws_s3control_access_point_policy: "policy",
  aws_s3control_bucket_policy: "policy",
  aws_s3control_object_lambda_access_point_policy: "policy",
  aws_sagemaker_model_package_group_policy: "resource_policy",
  aws_schemas_registry_policy: "policy",
  aws_schemas_schema: "content",
  aws_secretsmanager_secret_policy: "policy",
  aws_servicecatalog_constraint: "parameters",
  aws_ses_identity_policy: "policy",
  aws_sesv2_email_identity_policy: "policy",
  aws_sns_topic: "archive_policy",
  aws_sns_topic_data_protection_policy: "policy",
  aws_sns_topic_subscription: "redrive_policy replay_policy",
  aws_sqs_queue: "redrive_allow_policy",
  aws_sqs_queue_redrive_allow_policy: "redrive_allow_policy",
  aws_sqs_queue_redrive_policy: "redrive_policy",
  aws_ssoadmin_permission_set_inline_policy: "inline_policy",
  aws_transfer_access: "policy",
  aws_vpc_endpoint_policy: "policy",
  aws_vpclattice_auth_policy: "policy",
  aws_vpclattice_resource_policy: "policy",
  aws_wafv2_rule_group: "rule_json",
  aws_wafv2_web_acl: "rule_json",
};

/** By the lowest major version of the provider: the names of the arguments by the type of the resource. */
export const DOCUMENTS: readonly { readonly since: number; readonly names: Readonly<Record<string, string>> }[] = [
  { since: 0, names: ALWAYS },
  { since: 4, names: SINCE_4 },
  { since: 6, names: SINCE_6 },
];

/** The provider of all of them. */
export const DOCUMENTS_PROVIDER = "hashicorp/aws";

/**
 * The arguments of a type that hold such a document; `block.argument` where it stands in a nested block.
 *
 * @param type of a resource of hashicorp/aws
 * @param major the lowest major version of the provider that may be used; 0 if nothing is known of it
 */
export function documentArguments(type: string, major: number): readonly string[] {
  return DOCUMENTS.flatMap(({ since, names }) => (since <= major ? (lookUp(names, type)?.split(" ") ?? []) : []));
}

/**
 * The values of a resource in a plan, with each document as the value that its text means, so that they can be compared.
 *
 * @param resource its `provider` is the full source
 */
export function readDocuments(
  { provider, type }: { readonly provider: string; readonly type: string },
  values: Json | undefined,
): Json | undefined {
  if (!provider.endsWith(DOCUMENTS_PROVIDER)) return values;
  const paths = documentArguments(type, Number.POSITIVE_INFINITY).map((name) => name.split("."));
  return paths.reduce<Json | undefined>(readAt, values);
}

/** The value with the text at a path, in each element of a list on the way, read as JSON. */
function readAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === "string" ? readText(value) : value;
  if (isList(value)) return value.map((item) => readAt(item, path) ?? null);
  if (!isFields(value) || value[name] === undefined) return value;
  return { ...value, [name]: readAt(value[name], rest) ?? null };
}

function readText(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
