/** What is lost with which type. Over 400 lines because it is one table of types. */
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
  ["google_container_node_pool", "outage attention"],
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
      "aws_ami_copy",
      "aws_sagemaker_project",
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
      "aws_glacier_vault",
      "aws_codeartifact_domain",
      "aws_backup_logically_air_gapped_vault",
      "aws_inspector2_enabler",
      "aws_elasticache_serverless_cache",
      "aws_dynamodb_table_item",
      "aws_dynamodb_table_replica",
      "aws_backup_plan",
      "aws_backup_selection",
      "aws_dlm_lifecycle_policy",
      "aws_s3_bucket_object",
      "aws_lakeformation_lf_tag",
      "aws_ami",
      "aws_quicksight_dashboard",
      "aws_wafv2_ip_set",
      "aws_s3_bucket_replication_configuration",
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
      "aws_kms_replica_key",
      "aws_kms_replica_external_key",
      "aws_ssm_activation",
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
      "aws_wafv2_web_acl_association",
      "aws_autoscaling_policy",
      "aws_appautoscaling_target",
      "aws_launch_template",
      "aws_opsworks_php_app_layer",
      "kubernetes_deployment",
    ],
  ],
  [
    "empty note",
    [
      "aws_ecs_task_definition",
      "aws_lambda_permission",
      "aws_launch_configuration",
      "aws_security_group",
      "aws_security_group_rule",
      "aws_vpc_security_group_ingress_rule",
      "aws_db_parameter_group",
      "aws_cloudwatch_metric_alarm",
      "aws_iam_role_policy",
      "aws_iam_role_policy_attachment",
      "aws_s3_bucket_versioning",
      "aws_s3_bucket_public_access_block",
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
      "acme_table",
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

describe.each<[kind: string, want: string, types: readonly string[]]>([
  [
    "people lose what they got",
    "empty note: who got something by it no longer has it",
    [
      "aws_ssoadmin_account_assignment",
      "aws_identitystore_group_membership",
      "aws_eks_access_policy_association",
      "aws_quicksight_folder_membership",
    ],
  ],
  [
    "people or machines lose what it allows",
    "outage attention: what is allowed or signed in by it is refused",
    [
      "aws_elasticache_user_group_association",
      "aws_eks_access_entry",
      "aws_cognito_identity_pool_roles_attachment",
      "aws_iot_policy_attachment",
      "aws_ram_principal_association",
      "aws_network_interface_sg_attachment",
      "aws_network_interface_permission",
      "aws_lambda_layer_version_permission",
      "aws_vpc_endpoint_service_allowed_principal",
      "aws_sagemaker_model_package_group_policy",
    ],
  ],
  [
    "a safeguard is gone",
    "outage attention: what it protects is no longer protected",
    [
      "aws_vpc_block_public_access_options",
      "aws_route53_resolver_firewall_rule_group_association",
      "aws_shield_application_layer_automatic_response",
      "aws_cognito_risk_configuration",
      "aws_route53domains_delegation_signer_record",
      "aws_wafv2_web_acl_association",
    ],
  ],
  [
    "a limit is gone",
    "outage attention: what it limits is no longer limited",
    ["aws_s3control_directory_bucket_access_point_scope", "aws_redshift_usage_limit", "aws_workspaces_ip_group"],
  ],
  [
    "the administrator is another",
    "outage attention: the account no longer administers the service for the organization",
    ["aws_organizations_delegated_administrator", "aws_guardduty_organization_admin_account"],
  ],
  [
    "the graph goes with its administrator",
    "data danger: the graph of the organization and its data go",
    ["aws_detective_organization_admin_account"],
  ],
  [
    "the administrator is blind",
    "outage attention: the administrator account no longer sees what is found in it",
    ["aws_guardduty_member", "aws_macie2_member", "aws_securityhub_invite_accepter"],
  ],
  [
    "traffic does not come any more",
    "outage attention: requests no longer reach the targets that it registers",
    ["aws_lb_target_group_attachment", "aws_autoscaling_attachment", "aws_vpclattice_target_group_attachment"],
  ],
  [
    "an address goes from what had it",
    "outage attention: what has the public address loses it",
    ["aws_eip_association", "aws_nat_gateway_eip_association"],
  ],
  [
    "messages are lost",
    "outage attention: messages in the time without it are lost, and some subscriptions must be confirmed again by hand",
    ["aws_sns_topic_subscription"],
  ],
  [
    "events are lost",
    "outage attention: events in the time without it are lost",
    ["aws_ses_event_destination", "aws_securitylake_data_lake"],
  ],
  [
    "runs are missed",
    "outage attention: what it starts does not run, and missed runs are not made up",
    ["aws_ssm_maintenance_window_task", "aws_secretsmanager_secret_rotation", "aws_autoscaling_schedule"],
  ],
  [
    "copies are no longer made",
    "data attention: no more copies are made by it; those that are there stay",
    [
      "aws_efs_replication_configuration",
      "aws_ecr_replication_configuration",
      "aws_s3_bucket_replication_configuration",
    ],
  ],
  [
    "what was joined stays",
    "data attention: the tables or clusters in it stay, and no longer copy to each other",
    ["aws_neptune_global_cluster", "aws_dynamodb_global_table", "aws_elasticache_global_replication_group"],
  ],
  [
    "metrics are lost",
    "outage attention: metrics in the time without it are lost",
    ["aws_prometheus_scraper", "aws_cloudwatch_metric_stream"],
  ],
  [
    "logs are lost",
    "outage attention: logs in the time without it are not delivered",
    [
      "aws_bedrock_model_invocation_logging_configuration",
      "aws_directory_service_log_subscription",
      "aws_cloudwatch_log_subscription_filter",
      "aws_cloudtrail",
      "aws_flow_log",
      "aws_wafv2_web_acl_logging_configuration",
    ],
  ],
  [
    "changes are not recorded",
    "outage attention: changes in the time without it are not recorded",
    ["aws_config_configuration_recorder", "aws_config_delivery_channel"],
  ],
  [
    "nothing is checked",
    "outage attention: what it checks is no longer checked",
    [
      "aws_config_config_rule",
      "aws_config_organization_managed_rule",
      "aws_ecr_registry_scanning_configuration",
      "aws_securityhub_standards_subscription",
    ],
  ],
  [
    "nothing scales",
    "outage attention: what it scales is no longer scaled",
    ["aws_autoscaling_policy", "aws_appautoscaling_policy", "aws_autoscalingplans_scaling_plan"],
  ],
  [
    "another network ACL",
    "outage attention: its subnets get the default network ACL of the VPC, which may allow more",
    ["aws_network_acl", "aws_network_acl_association"],
  ],
  [
    "what it granted goes",
    "outage attention: grants by it go, also those that Terraform does not manage",
    ["aws_lakeformation_lf_tag_expression", "aws_lakeformation_data_cells_filter"],
  ],
  [
    "a replica of a key",
    "keys attention: nothing is decrypted with it in this Region until it is replicated again",
    ["aws_kms_replica_key", "aws_kms_replica_external_key"],
  ],
  ["the keys of a cluster", "keys danger: its keys go; only its backups are left", ["aws_cloudhsm_v2_cluster"]],
  [
    "the code of an activation",
    "keys attention: its code changes: machines that are not registered yet cannot register, others stay",
    ["aws_ssm_activation"],
  ],
  [
    "workers",
    "identities attention: its workers can no longer sign in, and the address of their portal may change",
    ["aws_sagemaker_workforce"],
  ],
  [
    "a user of a data store",
    "identities attention: clients that sign in as the user are refused",
    ["aws_elasticache_user", "aws_memorydb_user", "aws_mq_user", "aws_transfer_user"],
  ],
  [
    "an SVM",
    "outage attention: its endpoints, shares and membership in a domain go; apply fails while it has volumes",
    ["aws_fsx_ontap_storage_virtual_machine"],
  ],
  [
    "a domain of workflows",
    "outage attention: nothing new can be started in it, and its name cannot be registered again; its history can still be read",
    ["aws_swf_domain"],
  ],
  ["scopes", "outage attention: clients get no more tokens with its scopes", ["aws_cognito_resource_server"]],
  [
    "copies of backups",
    "data attention: no more copies are made by it; those that are there stay until their retention ends",
    ["aws_db_instance_automated_backups_replication"],
  ],
  [
    "a version that is used stays",
    "empty note: functions that use it keep it; the next version has another number and ARN",
    ["aws_lambda_layer_version"],
  ],
  [
    "a fleet is only a request",
    "outage attention: it starts no more instances, and those that run are terminated only if it is set so",
    ["aws_ec2_fleet", "aws_spot_fleet_request"],
  ],
  [
    "it stays in AWS",
    "empty note: Terraform only forgets it",
    [
      "aws_iam_role_policies_exclusive",
      "aws_cloudfrontkeyvaluestore_keys_exclusive",
      "aws_not_made_yet_exclusive",
      "aws_s3_bucket_acl",
      "aws_guardduty_detector_feature",
      "aws_grafana_workspace_saml_configuration",
      "aws_vpc_peering_connection_options",
    ],
  ],
  [
    "it may stay in AWS",
    "outage attention: it goes only where it is destroyed by force; otherwise Terraform only forgets it",
    ["aws_default_vpc", "aws_default_subnet"],
  ],
])("%s", (_kind, want, types) => {
  test.each(types)("%s", (type) => {
    expect(`${tell(type)}: ${lossOfType(type, AWS)?.lost}`).toBe(want);
  });
});

// A name tells nothing where a table knows better.
test.each([
  ["aws_backup_vault", "aws_backup_vault_policy"],
  ["aws_secretsmanager_secret", "aws_secretsmanager_secret_policy"],
  ["aws_volume_attachment", "aws_iam_role_policy_attachment"],
  ["aws_lb_target_group_attachment", "aws_iam_user_policy_attachment"],
  ["aws_route53_zone_association", "aws_synthetics_group_association"],
  ["aws_route53_resolver_rule", "aws_route53_resolver_firewall_rule"],
  ["aws_securityhub_product_subscription", "aws_db_event_subscription"],
  ["aws_dlm_lifecycle_policy", "aws_ecr_lifecycle_policy"],
  ["aws_load_balancer_listener_policy", "aws_iam_user_policy"],
  ["aws_lambda_layer_version_permission", "aws_lambda_permission"],
  ["aws_sns_sms_preferences", "aws_iam_security_token_service_preferences"],
  ["aws_launch_template", "aws_servicequotas_template"],
  ["aws_cleanrooms_membership", "aws_iam_group_membership"],
  ["aws_efs_replication_configuration", "aws_imagebuilder_distribution_configuration"],
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
