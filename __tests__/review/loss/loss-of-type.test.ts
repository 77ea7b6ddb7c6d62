/** What is lost with which type. */
import { lossOfType } from "../../../src/review/loss/loss-of-type";

const AWS = "registry.terraform.io/hashicorp/aws";
const tell = (type: string, provider = AWS) => {
  const loss = lossOfType(type, provider);
  return loss === undefined ? "unknown" : `${loss.kind} ${loss.level}`;
};

test.each([
  ["google_sql_database_instance", "data danger"],
  ["google_storage_bucket", "data danger"],
  ["google_pubsub_topic", "data attention"],
  ["google_kms_crypto_key", "keys danger"],
  ["google_service_account_key", "keys attention"],
  ["google_service_account", "identities attention"],
  ["google_container_cluster", "outage attention"],
  ["azurerm_storage_account", "data danger"],
  ["azurerm_resource_group", "data danger"],
  ["azurerm_redis_cache", "data attention"],
  ["azurerm_key_vault", "keys danger"],
  ["azuread_application", "identities danger"],
  ["azurerm_public_ip", "identities attention"],
  ["azurerm_linux_web_app", "outage attention"],
])("other clouds: %s", (type, want) => {
  expect(tell(type)).toBe(want);
});

describe.each<[want: string, types: readonly string[]]>([
  [
    "data danger",
    [
      "aws_ebs_snapshot",
      "aws_ebs_snapshot_copy",
      "aws_db_snapshot",
      "aws_db_cluster_snapshot",
      "aws_redshift_cluster_snapshot",
      "aws_ami",
      "aws_s3_bucket",
      "aws_s3vectors_vector_bucket",
      "aws_dynamodb_table",
      "aws_rds_cluster",
      "aws_dsql_cluster",
      "aws_docdbelastic_cluster",
      "aws_neptunegraph_graph",
      "aws_timestreaminfluxdb_db_instance",
      "aws_efs_file_system",
      "aws_fsx_windows_file_system",
      "aws_backup_vault",
      "aws_glacier_vault",
      "aws_codecommit_repository",
      "aws_cloudformation_stack",
      "aws_cloudtrail_event_data_store",
      "aws_sagemaker_feature_group",
      "aws_lightsail_instance",
      "aws_eks_cluster",
      "docker_volume",
      "kubernetes_persistent_volume_claim",
    ],
  ],
  [
    "data attention",
    [
      "aws_sqs_queue",
      "aws_elasticache_serverless_cache",
      "aws_dynamodb_table_item",
      "aws_dynamodb_table_replica",
      "aws_backup_plan",
      "aws_backup_selection",
      "aws_dlm_lifecycle_policy",
      "aws_s3_bucket_object",
      "aws_lakeformation_lf_tag",
      "helm_release",
    ],
  ],
  ["keys danger", ["aws_kms_key", "aws_secretsmanager_secret", "aws_acmpca_certificate_authority"]],
  [
    "keys attention",
    [
      "aws_iam_access_key",
      "aws_secretsmanager_secret_version",
      "aws_api_gateway_api_key",
      "aws_cognito_user_pool_client",
      "aws_wafv2_api_key",
      "kubernetes_secret_v1",
    ],
  ],
  [
    "identities danger",
    [
      "aws_cognito_user_pool",
      "aws_cognito_identity_pool",
      "aws_iam_user",
      "aws_organizations_account",
      "aws_directory_service_directory",
      "aws_identitystore_user",
    ],
  ],
  ["identities attention", ["aws_eip", "aws_route53_delegation_set", "aws_cognito_user_group"]],
  [
    "outage attention",
    [
      "aws_instance",
      "aws_lambda_function",
      "aws_ecs_service",
      "aws_alb",
      "aws_lb",
      "aws_lb_listener",
      "aws_route53_zone",
      "aws_route53_record",
      "aws_vpc",
      "aws_subnet",
      "aws_nat_gateway",
      "aws_vpc_endpoint",
      "aws_acm_certificate",
      "aws_api_gateway_rest_api",
      "aws_sfn_state_machine",
      "aws_glue_job",
      "aws_wafv2_web_acl",
      "aws_opsworks_php_app_layer",
      "kubernetes_deployment",
    ],
  ],
  [
    "empty note",
    [
      "aws_ecs_task_definition",
      "aws_lambda_permission",
      "aws_launch_template",
      "aws_launch_configuration",
      "aws_security_group",
      "aws_security_group_rule",
      "aws_vpc_security_group_ingress_rule",
      "aws_db_parameter_group",
      "aws_cloudwatch_metric_alarm",
      "aws_cloudwatch_log_subscription_filter",
      "aws_iam_role_policy",
      "aws_iam_role_policy_attachment",
      "aws_s3_bucket_versioning",
      "aws_s3_bucket_public_access_block",
      "aws_sns_topic_subscription",
      "aws_glue_trigger",
      "aws_lambda_layer_version",
      "google_project_iam_member",
      "google_compute_firewall",
      "azurerm_role_assignment",
      "azurerm_network_security_rule",
      "azuread_group_member",
      "kubernetes_role_binding",
      "kubernetes_config_map",
      "docker_image",
    ],
  ],
  [
    "unknown",
    [
      "aws_not_made_yet",
      "snowflake_table",
      "google_not_made_yet",
      "azurerm_not_made_yet",
      "oci_objectstorage_bucket",
      "awscc_logs_log_group",
      "kubernetes_manifest",
      "",
      "constructor",
      "__proto__",
    ],
  ],
])("%s", (want, types) => {
  test.each(types)("%s", (type) => {
    expect(tell(type)).toBe(want);
  });
});

// A name tells nothing where a table knows better.
test.each([
  ["aws_backup_vault", "aws_backup_vault_policy"],
  ["aws_secretsmanager_secret", "aws_secretsmanager_secret_policy"],
  ["aws_volume_attachment", "aws_lb_target_group_attachment"],
  ["aws_ec2_transit_gateway_vpc_attachment", "aws_autoscaling_attachment"],
  ["aws_route53_zone_association", "aws_network_acl_association"],
  ["aws_route53_resolver_rule", "aws_route53_resolver_firewall_rule"],
  ["aws_quicksight_account_subscription", "aws_sns_topic_subscription"],
  ["aws_dlm_lifecycle_policy", "aws_ecr_lifecycle_policy"],
  ["aws_cleanrooms_membership", "aws_iam_group_membership"],
  ["aws_dms_replication_config", "aws_efs_replication_configuration"],
  ["aws_waf_web_acl", "aws_waf_rule"],
  ["aws_lakeformation_lf_tag", "aws_ecs_tag"],
  ["aws_ec2_managed_prefix_list", "aws_ec2_managed_prefix_list_entry"],
  ["aws_eks_identity_provider_config", "aws_lambda_function_recursion_config"],
])("%s is not empty, %s is", (held, empty) => {
  expect(tell(held)).not.toMatch(/^(?:empty|unknown)/);
  expect(tell(empty)).toBe("empty note");
});

test.each([
  ["null_resource", "registry.terraform.io/hashicorp/null"],
  ["random_password", "registry.terraform.io/hashicorp/random"],
  ["tls_private_key", "registry.opentofu.org/hashicorp/tls"],
  ["time_rotating", "registry.terraform.io/hashicorp/time"],
  ["local_file", "registry.terraform.io/hashicorp/local"],
  ["template_dir", "registry.terraform.io/hashicorp/template"],
  ["archive_file", "registry.terraform.io/hashicorp/archive"],
  ["terraform_data", "terraform.io/builtin/terraform"],
])("%s is empty, because its provider keeps nothing", (type, provider) => {
  expect(tell(type, provider)).toBe("empty note");
  if (type !== "terraform_data") expect(tell(type, "registry.terraform.io/acme/store")).toBe("unknown");
});
