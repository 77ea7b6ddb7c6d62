/**
 * Types whose delete does nothing in AWS: it is a no-op, or calls nothing. `node scripts/forgotten-types.js FOLDER` reads the list
 * from the source of the provider; this is that of 6.34.0.
 */
import { lossOfType } from "../../../src/review/loss/loss-of-type";
import { findingsOf } from "../support";

const AWS = "registry.terraform.io/hashicorp/aws";
const listed = (text: string) => text.trim().split(/\s+/);

const FORGOTTEN = listed(`
  aws_account_primary_contact
  aws_account_region
  aws_acm_certificate_validation
  aws_acmpca_certificate_authority_certificate
  aws_api_gateway_rest_api_put
  aws_appfabric_app_authorization_connection
  aws_apprunner_default_auto_scaling_configuration_version
  aws_backup_global_settings
  aws_backup_region_settings
  aws_bedrockagentcore_token_vault_cmk
  aws_cloudfrontkeyvaluestore_keys_exclusive
  aws_cloudwatch_log_destination_policy
  aws_cognito_managed_user_pool_client
  aws_computeoptimizer_enrollment_status
  aws_datapipeline_pipeline_definition
  aws_datazone_user_profile
  aws_db_proxy_default_target_group
  aws_default_network_acl
  aws_default_route_table
  aws_default_security_group
  aws_default_vpc_dhcp_options
  aws_detective_organization_configuration
  aws_devopsguru_service_integration
  aws_dsql_cluster_peering
  aws_dx_connection_confirmation
  aws_dx_hosted_private_virtual_interface_accepter
  aws_dx_hosted_public_virtual_interface_accepter
  aws_dx_hosted_transit_virtual_interface_accepter
  aws_ec2_availability_zone_group
  aws_ec2_capacity_block_reservation
  aws_ec2_default_credit_specification
  aws_ec2_image_block_public_access
  aws_ec2_instance_state
  aws_ecr_account_setting
  aws_elasticache_reserved_cache_node
  aws_grafana_workspace_saml_configuration
  aws_guardduty_detector_feature
  aws_guardduty_member_detector_feature
  aws_guardduty_organization_configuration
  aws_guardduty_organization_configuration_feature
  aws_iam_group_policies_exclusive
  aws_iam_group_policy_attachments_exclusive
  aws_iam_role_policies_exclusive
  aws_iam_role_policy_attachments_exclusive
  aws_iam_security_token_service_preferences
  aws_iam_user_policies_exclusive
  aws_iam_user_policy_attachments_exclusive
  aws_inspector_resource_group
  aws_iot_event_configurations
  aws_iot_indexing_configuration
  aws_iot_logging_options
  aws_lightsail_container_service_deployment_version
  aws_lightsail_lb_certificate_attachment
  aws_macie2_organization_configuration
  aws_mq_configuration
  aws_networkmanager_core_network_policy_attachment
  aws_oam_sink_policy
  aws_prometheus_workspace_configuration
  aws_quicksight_account_settings
  aws_rds_instance_state
  aws_rds_reserved_instance
  aws_route53_records_exclusive
  aws_route53_resolver_config
  aws_route53domains_registered_domain
  aws_s3_bucket_acl
  aws_s3control_multi_region_access_point_policy
  aws_sagemaker_servicecatalog_portfolio_status
  aws_securityhub_standards_control
  aws_securityhub_standards_control_association
  aws_servicequotas_service_quota
  aws_ses_domain_dkim
  aws_ses_domain_identity_verification
  aws_sesv2_account_suppression_attributes
  aws_ssoadmin_customer_managed_policy_attachments_exclusive
  aws_ssoadmin_managed_policy_attachments_exclusive
  aws_storagegateway_cache
  aws_storagegateway_upload_buffer
  aws_storagegateway_working_storage
  aws_vpc_endpoint_private_dns
  aws_vpc_endpoint_service_private_dns_verification
  aws_vpc_peering_connection_accepter
  aws_vpc_peering_connection_options
  aws_vpc_security_group_rules_exclusive
  aws_xray_encryption_config
`);

/** What they run or start has happened already. */
const RUN_ONCE = listed(`
  aws_appconfig_deployment
  aws_apprunner_deployment
  aws_dynamodb_table_export
  aws_kms_ciphertext
  aws_redshiftdata_statement
  aws_sagemaker_model_card_export_job
  aws_signer_signing_job
  aws_vpc_ipam_preview_next_cidr
`);

test.each(FORGOTTEN)("Terraform only forgets %s", (type) => {
  expect(lossOfType(type, AWS)).toEqual({ kind: "empty", level: "note", lost: "Terraform only forgets it" });
});

test.each(RUN_ONCE)("%s runs once", (type) => {
  expect(lossOfType(type, AWS)).toEqual({
    kind: "empty",
    level: "note",
    lost: "it only runs or starts something once",
  });
});

test.each([...FORGOTTEN, ...RUN_ONCE])("no rule says that something ends with %s", (type) => {
  const changes = [{ address: `${type}.this`, before: {} }];
  expect(findingsOf({ changes })).toEqual(["destroyed note: destroyed"]);
});

test.each([
  ["aws_ram_resource_share_associations_exclusive", "what is allowed or signed in by it is refused"],
  ["aws_savingsplans_savings_plan", "a plan that has started stays until its term ends"],
  ["aws_kms_custom_key_store", "it goes only while no keys are in it; otherwise Terraform only forgets it"],
  ["aws_default_vpc", "it goes only where it is destroyed by force; otherwise Terraform only forgets it"],
])("the delete of %s does something", (type, lost) => {
  expect(lossOfType(type, AWS)?.lost).toBe(lost);
});
