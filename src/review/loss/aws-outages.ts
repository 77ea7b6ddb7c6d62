/**
 * Types of AWS that others use: while one is gone, what uses it does not work. Types that the provider no longer has are among
 * them, because old states have them. {@link parseLossTable} has the form.
 */
export const AWS_OUTAGES = `
# outage
what assumes a role by it is refused
  aws_eks_pod_identity_association
what assumes it is refused, and a new role is another one for policies that name it
  aws_iam_role
sign-in by it is refused
  aws_elasticsearch_domain_saml_options aws_lakeformation_identity_center_configuration
  aws_opensearch_domain_saml_options aws_opensearchserverless_security_config
  aws_verifiedaccess_instance_trust_provider_attachment
messages and calls on it fail
  aws_chime_voice_connector_origination aws_chime_voice_connector_termination aws_chimesdkvoice_sip_rule
  aws_connect_bot_association aws_connect_lambda_function_association aws_connect_phone_number_contact_flow_association
  aws_pinpoint_adm_channel aws_pinpoint_apns_channel aws_pinpoint_apns_sandbox_channel aws_pinpoint_apns_voip_channel
  aws_pinpoint_apns_voip_sandbox_channel aws_pinpoint_baidu_channel aws_pinpoint_email_channel aws_pinpoint_gcm_channel
  aws_pinpoint_sms_channel aws_pinpointsmsvoicev2_configuration_set aws_pinpointsmsvoicev2_keyword
  aws_pinpointsmsvoicev2_pool aws_pinpointsmsvoicev2_sender_id
its URL and its secret change
  aws_codebuild_webhook
it must be confirmed again by hand
  aws_notificationscontacts_email_contact aws_ssmcontacts_contact_channel
requests that it takes get another answer
  aws_alb_listener_rule aws_apigatewayv2_integration_response aws_apigatewayv2_route aws_apigatewayv2_route_response
  aws_apigatewayv2_routing_rule aws_lb_listener_rule aws_lightsail_lb_https_redirection_policy
  aws_vpclattice_listener_rule
the instance is terminated, and its root disk goes with it unless it is kept
  aws_instance aws_spot_instance_request
its instances are terminated
  aws_appstream_fleet aws_autoscaling_group aws_eks_node_group aws_emr_instance_fleet aws_emr_instance_group
  aws_gamelift_fleet aws_gamelift_game_server_group
the instance goes; the cluster's data stays
  aws_docdb_cluster_instance aws_neptune_cluster_instance aws_rds_cluster_instance
its capacity is given back, and may not be had again
  aws_athena_capacity_reservation aws_bedrock_provisioned_model_throughput aws_codebuild_fleet
  aws_ec2_capacity_reservation aws_ec2_host
what runs on it stops
  aws_apprunner_service aws_bedrockagentcore_agent_runtime aws_bedrockagentcore_browser
  aws_bedrockagentcore_code_interpreter aws_ecs_daemon aws_ecs_express_gateway_service aws_ecs_service aws_ecs_task_set
  aws_eks_fargate_profile aws_emrcontainers_virtual_cluster aws_finspace_kx_cluster aws_glue_dev_endpoint
  aws_lambdamicrovms_microvm aws_lightsail_container_service aws_m2_deployment aws_opsworks_custom_layer
  aws_opsworks_ecs_cluster_layer aws_opsworks_ganglia_layer aws_opsworks_haproxy_layer aws_opsworks_instance
  aws_opsworks_java_app_layer aws_opsworks_memcached_layer aws_opsworks_mysql_layer aws_opsworks_nodejs_app_layer
  aws_opsworks_php_app_layer aws_opsworks_rails_app_layer aws_opsworks_stack aws_opsworks_static_web_layer
  aws_sagemaker_app aws_worklink_fleet
callers of it fail
  aws_bedrock_foundation_model_agreement aws_bedrock_guardrail aws_bedrock_inference_profile aws_bedrockagent_agent
  aws_bedrockagent_agent_alias aws_bedrockagent_flow aws_bedrockagent_prompt aws_bedrockagentcore_agent_runtime_endpoint
  aws_bedrockagentcore_gateway aws_bedrockagentcore_harness
  aws_chimesdkmediapipelines_media_insights_pipeline_configuration aws_evidently_feature aws_gamelift_alias
  aws_gamelift_game_session_queue aws_iot_role_alias aws_lambda_alias aws_lambda_function aws_lex_bot_alias
  aws_location_map aws_location_place_index aws_location_route_calculator aws_pinpoint_email_template
  aws_sagemaker_endpoint aws_sagemaker_flow_definition aws_ses_template aws_sfn_activity aws_sfn_alias aws_ssm_document
  aws_ssmincidents_response_plan
its URL changes, and callers of the old one fail
  aws_amplify_webhook aws_codepipeline_webhook aws_lambda_function_url
running executions stop, and their history goes
  aws_sfn_state_machine
what starts it fails, and the history of its runs goes
  aws_appflow_flow aws_codedeploy_app aws_codedeploy_deployment_group aws_codepipeline aws_datapipeline_pipeline
  aws_glue_crawler aws_glue_job aws_sagemaker_pipeline
records are not read until it is back, and its position in a stream goes
  aws_lambda_event_source_mapping aws_osis_pipeline aws_pipes_pipe aws_qldb_stream
its subscriptions go, also those that were confirmed by hand
  aws_sns_topic
events and messages to it fail until it is back
  aws_cloudwatch_event_api_destination aws_cloudwatch_event_bus aws_cloudwatch_event_connection
  aws_cloudwatch_event_endpoint aws_cloudwatch_log_destination
what reads its configuration fails
  aws_appconfig_application aws_appconfig_environment
clients of the API fail
  aws_api_gateway_rest_api aws_api_gateway_stage aws_apigatewayv2_api aws_apigatewayv2_stage aws_apigatewayv2_vpc_link
  aws_appsync_api aws_appsync_graphql_api
the site or application is no longer served
  aws_amplify_app aws_amplify_branch aws_appstream_fleet_stack_association aws_appstream_stack aws_kendra_experience
  aws_transfer_web_app aws_verifiedaccess_endpoint aws_workspacesweb_browser_settings_association
  aws_workspacesweb_network_settings_association aws_workspacesweb_portal aws_workspacesweb_user_settings_association
branches are no longer built with it; what its stack made stays
  aws_amplify_backend_environment
the instance loses the disk or the interface
  aws_lightsail_disk_attachment aws_network_interface_attachment aws_volume_attachment
clients of the data store no longer reach it
  aws_db_proxy aws_db_proxy_endpoint aws_db_proxy_target aws_efs_access_point aws_efs_mount_target
  aws_elasticsearch_vpc_endpoint aws_fsx_s3_access_point_attachment aws_msk_vpc_connection aws_neptune_cluster_endpoint
  aws_neptunegraph_private_graph_endpoint aws_opensearch_vpc_endpoint aws_opensearchserverless_vpc_endpoint
  aws_rds_cluster_endpoint aws_redshift_endpoint_access aws_redshift_namespace_registration
  aws_redshiftserverless_endpoint_access aws_s3_access_point aws_s3control_multi_region_access_point
  aws_s3control_object_lambda_access_point aws_s3files_access_point aws_s3files_mount_target
  aws_storagegateway_file_system_association aws_storagegateway_nfs_file_share aws_storagegateway_smb_file_share
queries by the index fail until it is built again
  aws_dynamodb_global_secondary_index
what is allowed or signed in by it is refused
  aws_acmpca_permission aws_appstream_user_stack_association aws_auditmanager_assessment_delegation
  aws_cloudwatch_event_permission aws_cloudwatch_log_delivery_destination_policy
  aws_cognito_identity_pool_provider_principal_tag aws_cognito_identity_pool_roles_attachment
  aws_directory_service_shared_directory aws_directory_service_shared_directory_accepter aws_directory_service_trust
  aws_ec2_client_vpn_authorization_rule aws_eks_access_entry aws_eks_identity_provider_config
  aws_elasticache_user_group_association aws_iam_instance_profile aws_iam_openid_connect_provider
  aws_iam_outbound_web_identity_federation aws_iam_saml_provider aws_iot_authorizer aws_iot_policy_attachment
  aws_iot_thing_group_membership aws_iot_thing_principal_attachment aws_lakeformation_resource
  aws_lakeformation_resource_lf_tag aws_lakeformation_resource_lf_tags aws_lambda_layer_version_permission
  aws_licensemanager_grant aws_licensemanager_grant_accepter aws_msk_scram_secret_association
  aws_msk_single_scram_secret_association aws_network_interface_permission aws_network_interface_sg_attachment
  aws_opensearch_authorize_vpc_endpoint_access aws_opensearchserverless_access_policy aws_prometheus_resource_policy
  aws_ram_principal_association aws_ram_resource_association aws_ram_resource_share aws_ram_resource_share_accepter
  aws_ram_resource_share_associations_exclusive aws_ram_sharing_with_organization aws_redshift_data_share_authorization
  aws_redshift_data_share_consumer_association aws_redshift_endpoint_authorization aws_redshift_idc_application
  aws_rolesanywhere_profile aws_s3control_access_grants_instance_resource_policy
  aws_sagemaker_model_package_group_policy aws_securitylake_subscriber aws_signer_signing_profile_permission
  aws_ssoadmin_application aws_ssoadmin_application_access_scope aws_ssoadmin_instance_access_control_attributes
  aws_ssoadmin_trusted_token_issuer aws_transfer_access aws_verifiedpermissions_identity_source
  aws_vpc_endpoint_security_group_association aws_vpc_endpoint_service_allowed_principal
  aws_workspacesweb_identity_provider
what names the key by it fails
  aws_kms_alias aws_paymentcryptography_key_alias
a new one must be confirmed by hand in the console
  aws_apprunner_connection aws_codeconnections_connection aws_codeconnections_host aws_codestarconnections_connection
  aws_codestarconnections_host
mail is no longer sent or received by it
  aws_mailmanager_ingress_point aws_mailmanager_relay aws_mailmanager_rule_set aws_ses_active_receipt_rule_set
  aws_ses_configuration_set aws_ses_domain_identity aws_ses_email_identity aws_sesv2_configuration_set
  aws_sesv2_email_identity aws_sesv2_multi_region_endpoint aws_sesv2_tenant aws_sesv2_tenant_resource_association
  aws_workmail_domain
calls and contacts are no longer handled by it
  aws_chime_voice_connector aws_chime_voice_connector_group aws_chimesdkvoice_sip_media_application
  aws_connect_contact_flow aws_connect_contact_flow_module aws_connect_queue
agents can no longer transfer contacts by it
  aws_connect_quick_connect
the broadcast stops, and its addresses change
  aws_medialive_channel aws_medialive_multiplex aws_medialive_multiplex_program
devices are no longer managed by it
  aws_sagemaker_device aws_sagemaker_device_fleet
nothing of it can be launched any more
  aws_servicecatalog_organizations_access aws_servicecatalog_portfolio_share
  aws_servicecatalog_product_portfolio_association aws_servicecatalog_provisioning_artifact
apply fails while pools are in it
  aws_vpc_ipam_scope
what sends the key is refused
  aws_api_gateway_usage_plan_key
what the database does by the role fails
  aws_db_instance_role_association aws_rds_cluster_role_association aws_redshift_cluster_iam_roles
the ports that it opens are closed
  aws_lightsail_instance_public_ports
browsers refuse what other sites ask of it
  aws_s3_bucket_cors_configuration
nothing answers at its accelerated address
  aws_s3_bucket_accelerate_configuration
apply fails while tasks use one of its providers; then tasks are no longer placed by them
  aws_ecs_cluster_capacity_providers
what reads through it fails
  aws_athena_data_catalog aws_glue_connection aws_quicksight_data_source
pipelines with it fail, and its version cannot be made again
  aws_codepipeline_custom_action_type
new instances of its fleets cannot join the domain
  aws_appstream_directory_config
names of the other domain no longer resolve
  aws_directory_service_conditional_forwarder
it goes only where it is destroyed by force; otherwise Terraform only forgets it
  aws_default_subnet aws_default_vpc
it starts no more instances, and those that run are terminated only if it is set so
  aws_ec2_fleet aws_spot_fleet_request
its number is not given again, and what names it fails
  aws_bedrock_guardrail_version aws_sagemaker_image_version
what it scales is no longer scaled
  aws_appautoscaling_policy aws_autoscaling_policy aws_autoscalingplans_scaling_plan aws_emr_managed_scaling_policy
what it scales is no longer scaled, and its policies and schedules go too
  aws_appautoscaling_target
what presents the certificate is refused where revocation is checked
  aws_acmpca_certificate
apply fails while something uses it; a new one must be validated again
  aws_acm_certificate aws_lightsail_certificate aws_lightsail_lb_certificate
requests with its keys are refused, and its limits no longer hold
  aws_api_gateway_usage_plan
the fields that it resolves fail
  aws_appsync_resolver
apply fails while a resolver uses it
  aws_appsync_datasource aws_appsync_function
what reads its configuration fails; apply fails while hosted versions are in it
  aws_appconfig_configuration_profile
what publishes or subscribes to it fails
  aws_appsync_channel_namespace
the merged API loses the fields of its source
  aws_appsync_source_api_association
agents lose the tools that it gives them
  aws_bedrockagentcore_gateway_target
images that are not cached yet cannot be pulled through it
  aws_ecr_pull_through_cache_rule
users get the default variation
  aws_evidently_launch
the website is no longer served
  aws_s3_bucket_website_configuration
clients of the cluster fail; its tables stay
  aws_dax_cluster
its cache is empty, and each request goes to the source
  aws_appsync_api_cache
jobs that wait or run in it are terminated
  aws_batch_job_queue
stacks with resources of the type can no longer be changed
  aws_cloudformation_type
no stacks can be made from it; apply fails while it has some
  aws_cloudformation_stack_set
clients get no more tokens with its scopes
  aws_cognito_resource_server
its pages for sign-in and its token endpoint are gone until it is back
  aws_cognito_user_pool_domain
its endpoints, shares and membership in a domain go; apply fails while it has volumes
  aws_fsx_ontap_storage_virtual_machine
nothing new can be started in it, and its name cannot be registered again; its history can still be read
  aws_swf_domain
tasks with it cannot reach the other site, and a new one must be activated there
  aws_datasync_agent
users can no longer open their notebooks; files in S3 stay
  aws_emr_studio
its Enterprise features stop
  aws_grafana_license_association
new devices can no longer be registered or provisioned by it
  aws_iot_ca_certificate aws_iot_provisioning_template
its messages fail until it is confirmed again
  aws_iot_topic_rule_destination
its ARN changes, and what names the old one fails
  aws_ivschat_room aws_kinesis_stream_consumer
its address and its stream keys change
  aws_ivs_channel
changes are no longer copied, and a new one copies everything again
  aws_rds_integration aws_redshift_integration
records are not copied until it is back
  aws_msk_channel aws_msk_replicator
records are not copied until it is back, and a source connector has lost its position then, unless its topic is named
  aws_mskconnect_connector
client certificates that it trusts are no longer accepted
  aws_rolesanywhere_trust_anchor
sites whose certificates it trusts can no longer be opened
  aws_workspacesweb_trust_store_association
grants by it go, also those that Terraform does not manage
  aws_lakeformation_data_cells_filter aws_lakeformation_lf_tag_expression
calls to it are slower, because nothing is kept warm
  aws_lambda_provisioned_concurrency_config
volumes that are made from the snapshot are slow at first
  aws_ebs_fast_snapshot_restore
jobs that are sent to it fail
  aws_elastictranscoder_pipeline aws_media_convert_queue
searches across the domains fail
  aws_opensearch_inbound_connection_accepter aws_opensearch_outbound_connection
no instance of this version can be made any more; its files in S3 stay
  aws_rds_custom_db_engine_version
mail to its recipients is refused or goes another way
  aws_ses_receipt_rule
what sends by it fails, and its dedicated addresses go to the default pool
  aws_sesv2_dedicated_ip_pool
nothing is signed with it any more, and a profile of this name cannot be made again
  aws_signer_signing_profile
apply fails while tapes are in it
  aws_storagegateway_tape_pool
files are no longer sent or fetched by it, and its ID changes
  aws_transfer_connector
its users no longer reach it, and a new server has another address
  aws_transfer_server
files that arrive are no longer processed by it
  aws_transfer_workflow
apply fails except in the last 30 days of its term; then it is not renewed, and protects until the term ends
  aws_shield_subscription
no more evidence is gathered if it is set to deregister; otherwise Terraform only forgets it
  aws_auditmanager_account_registration
instances start and end without waiting for it
  aws_autoscaling_lifecycle_hook
products are launched without its limits or its role
  aws_servicecatalog_constraint
its sign-in pages are not shown until they have another style
  aws_cognito_managed_login_branding
people are no longer called by it
  aws_ssmcontacts_contact aws_ssmcontacts_plan aws_ssmcontacts_rotation
files are no longer exchanged with the partner
  aws_transfer_agreement aws_transfer_profile
its pods go, and what needs them fails
  aws_eks_addon
what it made in the cluster is no longer kept up to date
  aws_eks_capability
queries on it stop, and its address goes; the data of its namespace stays
  aws_redshiftserverless_workgroup
clients in that Region lose their domain controllers
  aws_directory_service_region
it goes only while no keys are in it; otherwise Terraform only forgets it
  aws_kms_custom_key_store
apply fails while services, tasks or instances are in it
  aws_ecs_cluster
apply fails while a task of replication is on it
  aws_dms_replication_instance
apply fails while a queue uses it
  aws_batch_compute_environment
users who are not assigned are refused, if it let them in
  aws_ssoadmin_application_assignment_configuration
apply fails while it runs
  aws_emrserverless_application aws_m2_application
apply fails while applications are deployed in it
  aws_m2_environment
jobs that name it fail
  aws_elastictranscoder_preset aws_emrcontainers_job_template aws_sagemaker_data_quality_job_definition
  aws_transcribe_medical_vocabulary aws_transcribe_vocabulary aws_transcribe_vocabulary_filter
no new environments can be made from the blueprint
  aws_datazone_environment_blueprint_configuration
its administrators lose their rights, and the default permissions are reset
  aws_lakeformation_data_lake_settings
requests are refused where the auth type is AWS_IAM
  aws_vpclattice_auth_policy
clients that connect by it fail
  aws_redshift_authentication_profile
jobs, crawlers and endpoints that name it fail
  aws_glue_security_configuration
new clusters that name it fail
  aws_emr_security_configuration
queries that call it fail
  aws_athena_prepared_statement aws_glue_user_defined_function
apply fails while endpoints are in it
  aws_verifiedaccess_group
apply fails while groups are in it
  aws_verifiedaccess_instance
apply fails while it is attached to an instance
  aws_verifiedaccess_trust_provider
apply fails while it is assigned to an account
  aws_ssoadmin_permission_set
apply fails while its service has something that uses it
  aws_iam_service_linked_role
apply fails while something serves it
  aws_iam_server_certificate
apply fails while a cache or a cluster uses it
  aws_elasticache_user_group aws_memorydb_acl
apply fails while grants or locations are in it
  aws_s3control_access_grants_instance
apply fails while functions use it
  aws_lambda_capacity_provider
apply fails while clusters run on it
  aws_finspace_kx_scaling_group
apply fails while a service uses it
  aws_ecs_capacity_provider
apply fails while desktops are in it
  aws_workspaces_directory
apply fails while a directory uses it
  aws_workspaces_connection_alias
apply fails while it is active
  aws_ses_receipt_rule_set
apply fails while channels are in it
  aws_media_packagev2_channel_group
apply fails while a channel uses it; a new one has other addresses
  aws_medialive_input
apply fails while products, users or shares are in it
  aws_servicecatalog_portfolio
apply fails while it is in a portfolio
  aws_servicecatalog_product
apply fails while authorizations are in it
  aws_appfabric_app_bundle
its hardware is given back; apply fails while VM clusters are on it
  aws_odb_cloud_exadata_infrastructure
what it permits is refused, and what it forbids is allowed where another policy permits it
  aws_verifiedpermissions_policy
apply fails while a portal uses it
  aws_workspacesweb_trust_store
what starts it fails; its builds can still be read
  aws_codebuild_project
apply fails while endpoints are on it; a new one has other addresses
  aws_media_package_channel
queries that name it fail
  aws_appsync_type
apply fails while a cluster uses it; the database stays
  aws_finspace_kx_dataview
apply fails while it has an alias
  aws_lex_bot aws_lexv2models_bot
networks that it lets in no longer reach the collection; a collection keeps the key that it has
  aws_opensearchserverless_security_policy
groups and fleets start no more instances from it; those that run stay
  aws_launch_template
the limit of spending goes back to its default, and SMS messages beyond it are not sent
  aws_sns_sms_preferences
apply fails while an alias uses it; its number is not given again
  aws_lexv2models_bot_version
what names it fails
  aws_lambdamicrovms_image aws_sagemaker_algorithm
its users no longer reach their desktops
  aws_workspaces_pool
users can no longer sign in by the Region
  aws_ssoadmin_region
the service no longer works across the organization
  aws_organizations_aws_service_access
`;
