/**
 * Types that AWS does not delete while something uses them: the API reference of the delete says so or has an error for it, and the
 * provider does not take them out of use first. Their users do not fail, because apply does.
 */
import { lossOfType } from "../../../src/review/loss/loss-of-type";

const AWS = "registry.terraform.io/hashicorp/aws";
const listed = (text: string) => text.trim().split(/\s+/);

const REFUSED = listed(`
  aws_acm_certificate
  aws_api_gateway_deployment
  aws_api_gateway_vpc_link
  aws_apigatewayv2_authorizer
  aws_apigatewayv2_integration
  aws_appconfig_configuration_profile
  aws_appconfig_extension
  aws_appfabric_app_bundle
  aws_appintegrations_event_integration
  aws_appmesh_mesh
  aws_appmesh_virtual_node
  aws_apprunner_auto_scaling_configuration_version
  aws_apprunner_vpc_connector
  aws_appsync_datasource
  aws_appsync_function
  aws_backup_logically_air_gapped_vault
  aws_batch_compute_environment
  aws_batch_scheduling_policy
  aws_cloudformation_stack_set
  aws_cloudfront_cache_policy
  aws_cloudfront_connection_function
  aws_cloudfront_continuous_deployment_policy
  aws_cloudfront_field_level_encryption_profile
  aws_cloudfront_function
  aws_cloudfront_key_group
  aws_cloudfront_key_value_store
  aws_cloudfront_multitenant_distribution
  aws_cloudfront_origin_access_control
  aws_cloudfront_origin_access_identity
  aws_cloudfront_public_key
  aws_cloudfront_realtime_log_config
  aws_cloudfront_trust_store
  aws_cloudfront_vpc_origin
  aws_codeartifact_domain
  aws_codedeploy_deployment_config
  aws_connect_hours_of_operation
  aws_connect_routing_profile
  aws_connect_security_profile
  aws_customer_gateway
  aws_dms_endpoint
  aws_dms_replication_instance
  aws_dx_connection
  aws_dx_gateway
  aws_ec2_managed_prefix_list
  aws_ec2_traffic_mirror_target
  aws_ec2_transit_gateway
  aws_ec2_transit_gateway_route_table
  aws_ecs_capacity_provider
  aws_ecs_cluster
  aws_elasticache_user_group
  aws_emrserverless_application
  aws_finspace_kx_dataview
  aws_finspace_kx_scaling_group
  aws_glacier_vault
  aws_iam_group
  aws_iam_server_certificate
  aws_iam_service_linked_role
  aws_iot_policy
  aws_lambda_capacity_provider
  aws_lambda_code_signing_config
  aws_launch_configuration
  aws_lb_target_group
  aws_lb_trust_store
  aws_lex_bot
  aws_lexv2models_bot
  aws_lexv2models_bot_version
  aws_licensemanager_license_configuration
  aws_m2_application
  aws_m2_environment
  aws_media_packagev2_channel_group
  aws_media_store_container
  aws_medialive_input
  aws_memorydb_acl
  aws_memorydb_multi_region_cluster
  aws_networkmanager_core_network
  aws_oam_sink
  aws_odb_cloud_exadata_infrastructure
  aws_opensearch_package
  aws_opensearch_package_association
  aws_organizations_organization
  aws_organizations_organizational_unit
  aws_placement_group
  aws_ram_permission
  aws_rds_global_cluster
  aws_redshift_hsm_client_certificate
  aws_redshift_hsm_configuration
  aws_rekognition_project
  aws_route53_delegation_set
  aws_route53_resolver_rule
  aws_route53profiles_profile
  aws_s3control_access_grants_instance
  aws_s3control_access_grants_location
  aws_s3tables_namespace
  aws_sagemaker_hub
  aws_sagemaker_model_package_group
  aws_sagemaker_studio_lifecycle_config
  aws_securityhub_configuration_policy
  aws_service_discovery_private_dns_namespace
  aws_service_discovery_service
  aws_servicecatalog_portfolio
  aws_servicecatalog_product
  aws_ses_receipt_rule_set
  aws_ssoadmin_permission_set
  aws_storagegateway_tape_pool
  aws_subnet
  aws_timestreamwrite_database
  aws_verifiedaccess_group
  aws_verifiedaccess_trust_provider
  aws_vpc
  aws_vpc_endpoint_service
  aws_vpc_ipv4_cidr_block_association
  aws_vpclattice_resource_configuration
  aws_vpclattice_resource_gateway
  aws_vpclattice_service
  aws_vpclattice_service_network
  aws_vpclattice_target_group
  aws_wafv2_web_acl
  aws_workspaces_connection_alias
  aws_workspaces_directory
  aws_workspacesweb_trust_store
`);

/** The provider takes these out of use before it deletes them. */
const TAKEN_OUT_OF_USE = listed(`
  aws_internet_gateway
  aws_route_table
  aws_vpc_dhcp_options
  aws_vpn_gateway
  aws_workspaces_ip_group
`);

test.each(REFUSED)("apply fails while something uses %s", (type) => {
  expect(lossOfType(type, AWS)?.lost).toMatch(/\bapply fails (?:while|unless) /);
});

test.each(TAKEN_OUT_OF_USE)("%s is deleted though something uses it", (type) => {
  expect(lossOfType(type, AWS)?.lost).not.toMatch(/apply fails/);
});
