/**
 * Arguments of hashicorp/aws that open something or guard less, by rule and level; a second level is that of a new resource, and what
 * stands behind a colon is told in place of the rule's title. Over 400 lines because it is one table. A row has types without `aws_`, arguments without the indexes of their blocks, and a test:
 *
 * - `is:A|B`, one of these values, where `-` is one that is not set; `set`, any value
 * - `worse:A|B|C=D`, one that stands later, where C and D mean the same
 * - `less` and `more`, a smaller or a larger number or duration; `sooner:A`, a smaller one, where A and what is not set mean never
 * - `gains` and `loses`, members of a list, all or those after the colon; a range of addresses within one that was there is none
 * - `joins`, members of a list that had some, where an empty list means everybody or everything
 * - `parameter{NAME}` is the block of that name; a type with `{ATTRIBUTE=VALUE}` or `{ATTRIBUTE~PATTERN}` only the resources with
 *   such a value, where the attribute may stand in a block
 * - `\.` is a point within the name of a key, such as that of a label
 * - `others`, another name; another revision of it (`app:12`) does not count
 * - `elsewhere`, another host, bucket or account in a URL or an ARN
 * - `leaves`, another value where it was one of these
 * - `older`, a lower version of the same (`python3.13` → `python3.9`)
 * - `filters`, another pattern, one more or one less; in its JSON no order counts
 * - `settings@` is the JSON in a text
 * - `changes`, another value where one is set; those after the colon are told by another row
 *
 * The comment above rows names pages of AWS's documentation with the values and their defaults: `cfn NAME` is
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-NAME.html, anything else is a path below
 * https://docs.aws.amazon.com/.
 */
export const AWS_SETTINGS = {
  "guest-access": {
    danger: [
      // elasticloadbalancing/latest/application/listener-authenticate-users.html
      "lb_listener default_action.type loses:authenticate-oidc|authenticate-cognito|jwt-validation",
      "lb_listener_rule action.type loses:authenticate-oidc|authenticate-cognito|jwt-validation",
      "lb_listener default_action.authenticate_oidc.on_unauthenticated_request,default_action.authenticate_cognito.on_unauthenticated_request is:allow",
      "lb_listener_rule action.authenticate_oidc.on_unauthenticated_request,action.authenticate_cognito.on_unauthenticated_request is:allow",
      // cfn apigateway-domainname, cfn apigatewayv2-domainname
      "api_gateway_domain_name,apigatewayv2_domain_name mutual_tls_authentication.truststore_uri is:-",
      // AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html
      "cloudfront_distribution default_cache_behavior.trusted_key_groups,ordered_cache_behavior.trusted_key_groups is:-",
      // neptune/latest/userguide/iam-auth.html
      "neptune_cluster iam_database_authentication_enabled is:false|-",
      // codepipeline/latest/APIReference/API_WebhookDefinition.html
      "codepipeline_webhook authentication is:UNAUTHENTICATED",
      "cloudfront_multitenant_distribution default_cache_behavior.trusted_key_groups.enabled,cache_behavior.trusted_key_groups.enabled worse:true|false=-",
      // cfn sso-application
      "ssoadmin_application_assignment_configuration assignment_required is:false",
    ],
    "danger danger": [
      // opensearch-service/latest/developerguide/fgac.html
      "opensearch_domain advanced_security_options.anonymous_auth_enabled is:true",
      // cfn elasticache-user
      "elasticache_user no_password_required is:true",
      "elasticache_user authentication_mode.type is:no-password-required",
      // memorydb/latest/devguide/clusters.acls.html
      "memorydb_cluster acl_name is:open-access",
      // filegateway/latest/files3/CreatingAnSMBFileShare.html
      "storagegateway_smb_file_share authentication is:GuestAccess",
    ],
    "danger attention": [
      // cfn vpclattice-service, cfn vpclattice-servicenetwork
      "vpclattice_service,vpclattice_service_network auth_type is:NONE|-",
      // cfn bedrockagentcore-gateway
      "bedrockagentcore_gateway authorizer_type is:NONE",
      // ivs/latest/LowLatencyAPIReference/API_Channel.html
      "amplify_app,amplify_branch enable_basic_auth is:false|-",
      "ivs_channel authorized is:false|-",
    ],
    "attention attention": [
      // msk/latest/developerguide/msk-authentication.html
      "msk_cluster client_authentication.unauthenticated is:true",
      // appsync/latest/devguide/security-authz.html
      "appsync_graphql_api additional_authentication_provider.authentication_type gains:API_KEY",
      "appsync_api event_config.auth_provider.auth_type,event_config.connection_auth_mode.auth_type,event_config.default_publish_auth_mode.auth_type,event_config.default_subscribe_auth_mode.auth_type gains:API_KEY",
      "appsync_channel_namespace publish_auth_mode.auth_type,subscribe_auth_mode.auth_type gains:API_KEY",
    ],
    attention: [
      // cfn elasticache-replicationgroup: one may take the place of the other, as key groups do of signers.
      "elasticache_replication_group auth_token,user_group_ids is:-",
      "cloudfront_distribution default_cache_behavior.trusted_signers,ordered_cache_behavior.trusted_signers is:-",
      // apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html
      "api_gateway_method,apigatewayv2_route api_key_required is:false|-",
      // cfn bedrockagentcore-runtime
      "bedrockagentcore_agent_runtime authorizer_configuration.custom_jwt_authorizer.discovery_url is:-",
      // opensearch-service/latest/developerguide/fgac.html
      "opensearch_domain advanced_security_options.enabled is:false|-",
      // MSKC/latest/mskc/API_KafkaClusterClientAuthentication.html: how the connector signs in; the cluster may still refuse it
      "mskconnect_connector kafka_cluster_client_authentication.authentication_type is:NONE",
      // cfn elasticloadbalancingv2-listener
      "lb_listener mutual_authentication.mode worse:verify|passthrough|off",
      "lb_listener mutual_authentication.ignore_client_certificate_expiry is:true",
      "cloudfront_distribution viewer_mtls_config.mode worse:required|optional|-",
      "cloudfront_distribution viewer_mtls_config.trust_store_config.trust_store_id is:-",
    ],
  },
  "access-setting": {
    "attention attention": [
      // AmazonRDS/latest/UserGuide/USER_PostgreSQL.S3Import.html
      "rds_cluster_role_association,db_instance_role_association role_arn changes",
      // AmazonECS/latest/developerguide/ecs-exec.html
      "ecs_service enable_execute_command is:true",
      "cloudwatch_event_target ecs_target.enable_execute_command is:true",
      "scheduler_schedule target.ecs_parameters.enable_execute_command is:true",
      "pipes_pipe target_parameters.ecs_task_parameters.enable_execute_command is:true",
      // AWSEC2/latest/UserGuide/configure-access-to-serial-console.html
      "ec2_serial_console_access enabled is:true",
      // eks/latest/APIReference/API_RemoteAccessConfig.html
      "eks_node_group remote_access.ec2_ssh_key set",
      // glue/latest/dg/dev-endpoint.html
      "glue_dev_endpoint public_key,public_keys gains",
      // cfn sagemaker-notebookinstance, cfn sagemaker-endpointconfig
      "sagemaker_endpoint_configuration production_variants.enable_ssm_access,shadow_production_variants.enable_ssm_access is:true",
      // codebuild/latest/APIReference/API_ProjectEnvironment.html
      "codebuild_project environment.privileged_mode is:true",
      // lake-formation/latest/dg/application-integration.html
      "lakeformation_data_lake_settings allow_external_data_filtering,allow_full_table_external_data_access is:true",
      "lakeformation_data_lake_settings external_data_filtering_allow_list,trusted_resource_owners gains",
      // opensearch-service/latest/developerguide/serverless-data-access.html
      "opensearchserverless_access_policy policy changes",
      // verifiedpermissions/latest/userguide/policies.html, verified-access/latest/ug/auth-policies.html
      "verifiedpermissions_policy definition.static.statement,definition.template_linked.policy_template_id,definition.template_linked.principal,definition.template_linked.resource changes",
      "verifiedaccess_endpoint,verifiedaccess_group policy_document changes",
      // redshift/latest/APIReference/API_AuthorizeDataShare.html
      "redshift_data_share_authorization,redshift_data_share_consumer_association allow_writes is:true",
      // iot/latest/developerguide/auto-register-device-cert.html
      "iot_ca_certificate allow_auto_registration is:true",
      "iot_authorizer signing_disabled is:true",
      // vpn/latest/clientvpn-admin/cvpn-working-rules.html
      "ec2_client_vpn_authorization_rule authorize_all_groups is:true",
      // cfn ec2-transitgateway
      "ec2_transit_gateway auto_accept_shared_attachments is:enable",
      // payment-cryptography/latest/APIReference/API_Key.html, cfn certificatemanager-certificate
      "paymentcryptography_key exportable is:true",
      "acm_certificate options.export is:ENABLED",
      // AmazonS3/latest/userguide/access-grants.html
      "s3control_access_grant grantee.grantee_identifier,permission,access_grants_location_id changes",
      // cleanrooms/latest/apireference/API_DataEncryptionMetadata.html
      "cleanrooms_collaboration data_encryption_metadata.allow_clear_text is:true",
      // filegateway/latest/files3/CreatingAnNFSFileShare.html
      "storagegateway_nfs_file_share squash is:NoSquash",
      "quicksight_analysis,quicksight_dashboard,quicksight_data_set,quicksight_folder,quicksight_template,quicksight_theme permissions.principal gains",
      "quicksight_data_source permission.principal gains",
      // AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html
      "ec2_instance_connect_endpoint subnet_id changes",
      // servicecatalog/latest/adminguide/constraints-launch.html
      "servicecatalog_constraint{type=LAUNCH} parameters changes",
      "quicksight_user user_role is:ADMIN|ADMIN_PRO",
      // IAM/latest/UserGuide/id_root-enable-root-access.html
      "iam_organizations_features enabled_features gains:RootSessions",
    ],
    "attention note": [
      // apigateway/latest/developerguide/set-up-logging.html: whole requests and responses stand in the log
      "api_gateway_method_settings settings.data_trace_enabled is:true",
      "apigatewayv2_stage default_route_settings.data_trace_enabled is:true",
      // AmazonS3/latest/userguide/cors.html
      "s3_bucket,s3_bucket_cors_configuration cors_rule.allowed_origins gains:*",
      "apigatewayv2_api cors_configuration.allow_origins gains:*",
      "lambda_function_url cors.allow_origins gains:*",
      "cloudfront_response_headers_policy cors_config.access_control_allow_origins.items gains:*",
      "lb_listener routing_http_response_access_control_allow_origin_header_value is:*",
      // cfn cognito-userpoolclient
      "cognito_user_pool_client,cognito_managed_user_pool_client callback_urls,supported_identity_providers,write_attributes gains",
      "cognito_user_pool_client,cognito_managed_user_pool_client explicit_auth_flows gains:ALLOW_USER_PASSWORD_AUTH|ALLOW_ADMIN_USER_PASSWORD_AUTH|ALLOW_CUSTOM_AUTH|ADMIN_NO_SRP_AUTH|CUSTOM_AUTH_FLOW_ONLY|USER_PASSWORD_AUTH",
      "cognito_user_pool_client,cognito_managed_user_pool_client allowed_oauth_flows gains:implicit|client_credentials",
      "cognito_user_pool_client,cognito_managed_user_pool_client allowed_oauth_scopes gains",
      "cognito_user_pool_client,cognito_managed_user_pool_client prevent_user_existence_errors is:LEGACY",
    ],
    attention: [
      // the page of the type in the registry
      "elasticache_replication_group user_group_ids gains",
      "elasticache_user_group user_ids gains",
      "memorydb_acl user_names gains",
      "cloudfront_distribution default_cache_behavior.trusted_signers,ordered_cache_behavior.trusted_signers gains",
      "sagemaker_domain default_user_settings.jupyter_lab_app_settings.emr_settings.assumable_role_arns,default_user_settings.jupyter_lab_app_settings.emr_settings.execution_role_arns gains",
      "sagemaker_user_profile user_settings.jupyter_lab_app_settings.emr_settings.assumable_role_arns,user_settings.jupyter_lab_app_settings.emr_settings.execution_role_arns gains",
      // elasticbeanstalk/latest/dg/command-options-general.html
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{IamInstanceProfile}.value,setting{ServiceRole}.value changes",
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{EC2KeyName}.value set",
      // ram/latest/userguide/create-customer-managed-permissions.html
      "ram_permission policy_template changes",
      "ram_resource_share permission_arns changes",
      "cognito_user_pool_client generate_secret is:false|-",
      // cfn cognito-userpool
      "cognito_user_pool admin_create_user_config.allow_admin_create_user_only is:false|-",
      "cognito_user_pool lambda_config changes",
      "cognito_user_pool lambda_config set",
      "cognito_user_pool account_recovery_setting.recovery_mechanism.name,email_configuration.source_arn,sms_configuration.sns_caller_arn changes",
      "cognito_user_pool auto_verified_attributes loses",
      // kms/latest/developerguide/keystore-external.html
      "kms_custom_key_store xks_proxy_uri_endpoint,xks_proxy_connectivity changes",
      // AmazonS3/latest/userguide/transforming-objects.html
      "s3control_object_lambda_access_point configuration.transformation_configuration.content_transformation.aws_lambda.function_arn changes",
      "cognito_user_pool sign_in_policy.allowed_first_auth_factors gains",
      // cfn cognito-identitypool
      "cognito_identity_pool cognito_identity_providers.client_id,openid_connect_provider_arns,saml_provider_arns gains",
      "cognito_identity_pool cognito_identity_providers.server_side_token_check is:false|-",
      "cognito_identity_pool supported_login_providers,developer_provider_name changes",
      "cognito_identity_pool_roles_attachment roles.authenticated,role_mapping changes",
      "cognito_user_group role_arn changes",
      // apigateway/latest/developerguide/apigateway-control-access-to-api.html
      "api_gateway_method authorization changes:NONE",
      "api_gateway_method,apigatewayv2_route authorizer_id,authorization_scopes changes",
      "apigatewayv2_route authorization_type changes:NONE",
      "api_gateway_authorizer authorizer_uri,identity_source,identity_validation_expression,type changes",
      "api_gateway_authorizer provider_arns gains",
      "apigatewayv2_authorizer authorizer_uri,identity_sources,jwt_configuration.issuer,authorizer_type changes",
      "apigatewayv2_authorizer jwt_configuration.audience gains",
      "api_gateway_domain_name,apigatewayv2_domain_name mutual_tls_authentication.truststore_uri,mutual_tls_authentication.truststore_version changes:-",
      "lb_listener mutual_authentication.trust_store_arn changes",
      "lb_listener default_action.authenticate_oidc.issuer,default_action.authenticate_cognito.user_pool_arn changes",
      "lb_listener_rule action.authenticate_oidc.issuer,action.authenticate_cognito.user_pool_arn changes",
      "appsync_graphql_api authentication_type changes:API_KEY",
      "appsync_graphql_api lambda_authorizer_config.authorizer_uri,openid_connect_config.issuer,user_pool_config.user_pool_id,additional_authentication_provider.authentication_type changes",
      "appsync_graphql_api user_pool_config.default_action is:ALLOW",
      "cloudfront_key_group items gains",
      "cloudfront_distribution default_cache_behavior.trusted_key_groups,ordered_cache_behavior.trusted_key_groups joins",
      "bedrockagentcore_gateway,bedrockagentcore_agent_runtime authorizer_configuration.custom_jwt_authorizer.allowed_audience,authorizer_configuration.custom_jwt_authorizer.allowed_clients gains",
      "iot_authorizer authorizer_function_arn,token_signing_public_keys changes",
      "iot_domain_configuration authorizer_config.allow_authorizer_override is:true",
      // transfer/latest/userguide/authenticating-users.html
      "transfer_server identity_provider_type,function,url,directory_id changes",
      "transfer_server protocols gains:FTP",
      "transfer_user,transfer_access home_directory,home_directory_mappings,home_directory_type changes",
      // vpn/latest/clientvpn-admin/client-authentication.html
      "ec2_client_vpn_endpoint authentication_options.type,authentication_options.saml_provider_arn,authentication_options.root_certificate_chain_arn,authentication_options.active_directory_id changes",
      "ec2_client_vpn_endpoint client_connect_options.enabled is:false|-",
      "ec2_client_vpn_authorization_rule access_group_id,target_network_cidr changes",
      // cfn rolesanywhere-profile
      "rolesanywhere_profile role_arns gains",
      "rolesanywhere_profile managed_policy_arns loses",
      "rolesanywhere_profile session_policy is:-",
      // AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
      "cloudfront_distribution default_root_object is:-",
      // cfn dms-endpoint
      "dms_endpoint mongodb_settings.auth_type is:no",
      "dms_endpoint redis_settings.auth_type is:none",
      // cfn ecs-taskdefinition
      "ecs_task_definition volume.efs_volume_configuration.authorization_config.iam worse:ENABLED|DISABLED",
      // directoryservice/latest/devguide/API_RadiusSettings.html
      "directory_service_radius_settings authentication_protocol worse:MS-CHAPv2|MS-CHAPv1|CHAP|PAP",
      "rolesanywhere_profile enabled,accept_role_session_name is:true",
      "rolesanywhere_profile require_instance_properties is:false|-",
      // cfn eks-cluster, cfn eks-accessentry
      "eks_cluster access_config.authentication_mode worse:API|API_AND_CONFIG_MAP|CONFIG_MAP",
      "eks_access_entry user_name changes",
      "eks_capability configuration.argo_cd.rbac_role_mapping.identity.id gains",
      // cfn sagemaker-notebookinstance, cfn sagemaker-workforce
      "sagemaker_notebook_instance root_access is:Enabled|-",
      "sagemaker_workforce oidc_config.issuer,cognito_config.user_pool changes",
      "sagemaker_space space_sharing_settings.sharing_type is:Shared",
      // AmazonElastiCache/latest/dg/Clusters.RBAC.html
      "elasticache_user,memorydb_user access_string changes",
      "memorydb_cluster acl_name changes:open-access",
      "mq_broker user.username,user.groups gains",
      "mq_user groups gains",
      "mq_broker user.console_access is:true",
      "mq_user console_access is:true",
      "mq_broker authentication_strategy changes",
      // cfn opensearchservice-domain
      "opensearch_domain cognito_options.enabled is:false|-",
      "opensearch_domain advanced_security_options.master_user_options.master_user_arn,advanced_security_options.jwt_options.public_key changes",
      "opensearch_domain_saml_options,elasticsearch_domain_saml_options saml_options.master_user_name,saml_options.master_backend_role,saml_options.idp.metadata_content,saml_options.idp.entity_id changes",
      // cfn grafana-workspace
      "grafana_workspace authentication_providers gains",
      "grafana_workspace account_access_type is:ORGANIZATION",
      "grafana_role_association role changes",
      "grafana_role_association user_ids,group_ids gains",
      "grafana_workspace_saml_configuration admin_role_values,editor_role_values gains",
      "grafana_workspace_saml_configuration allowed_organizations loses",
      "grafana_workspace_saml_configuration idp_metadata_url,idp_metadata_xml changes",
      "grafana_workspace_service_account grafana_role changes",
      // cfn quicksight-dataset
      "quicksight_data_set row_level_permission_data_set.arn,column_level_permission_rules.column_names is:-",
      "quicksight_data_set row_level_permission_data_set.status is:DISABLED",
      "quicksight_user user_role changes",
      "quicksight_account_subscription admin_group,admin_pro_group,author_group,author_pro_group,reader_group,reader_pro_group gains",
      "quicksight_iam_policy_assignment policy_arn,assignment_status changes",
      "quicksight_iam_policy_assignment identities.user,identities.group gains",
      // connect/latest/adminguide/connect-security-profiles.html
      "connect_security_profile permissions gains",
      "connect_user security_profile_ids gains",
      // qldb/latest/developerguide/security-iam.html
      "qldb_ledger permissions_mode is:ALLOW_ALL",
      // singlesignon/latest/userguide/attributesforaccesscontrol.html
      "ssoadmin_instance_access_control_attributes attribute changes",
      "ssoadmin_application_access_scope authorized_targets gains",
      "identitystore_user emails changes",
      // verifiedpermissions/latest/userguide/policy-templates.html
      "verifiedpermissions_policy_template statement changes",
      "verifiedpermissions_policy_store validation_settings.mode is:OFF",
      "verifiedpermissions_identity_source configuration,principal_entity_type changes",
      "verifiedaccess_trust_provider oidc_options.issuer,native_application_oidc_options.issuer,device_options.tenant_id changes",
      // workspaces/latest/api/API_WorkspaceCreationProperties.html
      "workspaces_directory workspace_creation_properties.user_enabled_as_local_administrator,workspace_creation_properties.enable_internet_access is:true",
      "workspaces_directory workspace_access_properties.device_type_android,workspace_access_properties.device_type_chromeos,workspace_access_properties.device_type_ios,workspace_access_properties.device_type_linux,workspace_access_properties.device_type_osx,workspace_access_properties.device_type_web,workspace_access_properties.device_type_windows,workspace_access_properties.device_type_zeroclient is:ALLOW",
      // workspaces-web/latest/APIReference/API_UserSettings.html, appstream2/latest/APIReference/API_UserSetting.html
      "workspacesweb_user_settings copy_allowed,download_allowed,paste_allowed,print_allowed,upload_allowed is:Enabled",
      "appstream_stack user_settings.permission is:ENABLED",
      // directoryservice/latest/admin-guide/ms_ad_setup_trust.html
      "directory_service_trust selective_auth is:Disabled|-",
      "directory_service_trust trust_direction changes",
      // cloud9/latest/user-guide/share-environment.html, cfn chatbot-slackchannelconfiguration
      "cloud9_environment_membership permissions is:read-write",
      "chatbot_slack_channel_configuration,chatbot_teams_channel_configuration guardrail_policy_arns changes",
      "chatbot_slack_channel_configuration,chatbot_teams_channel_configuration user_authorization_required is:false|-",
      // codebuild/latest/userguide/github-webhook.html
      "codebuild_webhook filter_group,pull_request_build_policy changes",
      // efs/latest/ug/efs-access-points.html
      "efs_access_point root_directory.path,posix_user.uid changes",
      // filegateway/latest/files3/CreatingAnSMBFileShare.html
      "storagegateway_smb_file_share admin_user_list,valid_user_list gains",
      "storagegateway_smb_file_share access_based_enumeration is:false|-",
      "storagegateway_smb_file_share,storagegateway_nfs_file_share read_only is:false|-",
      // cfn ec2-instance
      "instance,spot_instance_request,network_interface source_dest_check is:false",
      // AWSEC2/latest/UserGuide/instancedata-data-retrieval.html: containers reach the role of their machine
      "instance,launch_template,launch_configuration,spot_instance_request metadata_options.http_put_response_hop_limit more",
      // organizations/latest/userguide/orgs_integrate_services.html
      "organizations_organization aws_service_access_principals gains",
      "cleanrooms_configured_table allowed_columns gains",
      "servicecatalog_portfolio_share share_principals is:true",
      "sagemaker_domain domain_settings.docker_settings.enable_docker_access is:ENABLED",
      "sagemaker_domain domain_settings.docker_settings.vpc_only_trusted_accounts gains",
      "s3control_directory_bucket_access_point_scope scope.permissions gains",
      "quicksight_data_set column_level_permission_rules.principals gains",
      // systems-manager/latest/userguide/documents-ssm-sharing.html
      "ssm_service_setting{setting_id=/ssm/documents/console/public-sharing-permission} setting_value is:Enable",
      "ssm_service_setting{setting_id~^(?!/ssm/documents/console/public-sharing-permission$)} setting_value changes",
      "vpclattice_resource_configuration allow_association_to_shareable_service_network is:true",
      // cfn lambda-function
      "lambda_function vpc_config.subnet_ids is:-",
      "secretsmanager_secret_policy block_public_policy is:false|-",
      // secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html: the function reads the secret and writes the new one
      "secretsmanager_secret_rotation rotation_lambda_arn changes",
      "glue_catalog_database create_table_default_permission.permissions gains",
      // fsx/latest/WindowsGuide/self-managed-AD.html
      "fsx_windows_file_system self_managed_active_directory.file_system_administrators_group changes",
      // lake-formation/latest/dg/data-filters-about.html
      "lakeformation_data_cells_filter table_data.row_filter.filter_expression changes",
      "lakeformation_data_cells_filter table_data.column_names gains",
      "lakeformation_data_cells_filter table_data.column_wildcard.excluded_column_names loses",
      // AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
      "cloudfront_origin_access_control signing_behavior worse:always|no-override|never",
      "quicksight_data_source permission.actions gains",
      "quicksight_analysis,quicksight_dashboard,quicksight_data_set,quicksight_folder,quicksight_template,quicksight_theme permissions.actions gains",
      // lake-formation/latest/dg/managing-tag-expressions.html
      "lakeformation_lf_tag_expression expression.tag_values gains",
      // redshift/latest/APIReference/API_CreateAuthenticationProfile.html
      "redshift_authentication_profile authentication_profile_content changes",
      // cfn sagemaker-workteam
      "sagemaker_workteam member_definition.cognito_member_definition.user_group,member_definition.oidc_member_definition.groups changes",
      // datazone/latest/APIReference/API_SingleSignOn.html
      "datazone_domain single_sign_on.user_assignment is:AUTOMATIC",
      // iot/latest/developerguide/pre-provisioning-hook.html, .../provision-template.html
      "iot_provisioning_template pre_provisioning_hook.target_arn is:-",
      "iot_provisioning_template pre_provisioning_hook.target_arn,template_body changes",
      // workspaces/latest/adminguide/setting-up-saml.html
      "workspaces_directory saml_properties.status is:DISABLED",
      // cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
      "cognito_user_pool user_attribute_update_settings.attributes_require_verification_before_update loses",
      // codepipeline/latest/userguide/pipelines-filter.html
      "codepipeline trigger.git_configuration.push.branches.includes,trigger.git_configuration.pull_request.branches.includes gains",
      // bedrock/latest/userguide/knowledge-base-ds.html
      "bedrockagent_data_source data_source_configuration.s3_configuration.bucket_arn changes",
      // mwaa/latest/userguide/configuring-env-variables.html, and expose_config of Airflow
      "mwaa_environment airflow_configuration_options.webserver\\.expose_config is:True|true",
      // amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html: who may read and write which queue
      "mq_configuration data changes",
      // What leaves its VPC reaches the Internet, and no firewall of the VPC is in its way: codebuild/latest/userguide/vpc-support.html
      "codebuild_project vpc_config.subnets is:-",
      "emrserverless_application network_configuration.subnet_ids is:-",
      "sagemaker_model vpc_config.subnets is:-",
      "synthetics_canary vpc_config.subnet_ids is:-",
      "apprunner_service network_configuration.egress_configuration.egress_type is:DEFAULT|-",
      // glue/latest/dg/connection-using.html
      "glue_job connections loses",
      "glue_job connections gains",
      // AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
      "cloudfront_distribution origin.origin_access_control_id loses",
      // transfer/latest/userguide/users-policies-session.html: it limits what the role allows
      "transfer_user,transfer_access policy is:-",
      // AmazonS3/latest/userguide/acl-overview.html: another owner
      "s3_bucket_acl access_control_policy.grant.grantee.id gains",
      "cloudfront_distribution origin.custom_header.name loses",
      // AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html: requests that write reach the origin
      "cloudfront_distribution default_cache_behavior.allowed_methods,ordered_cache_behavior.allowed_methods gains:PUT|POST|PATCH|DELETE",
    ],
    "attention: more is answered from the cache": [
      // AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html: what was made for one viewer may be sent to another
      "cloudfront_distribution default_cache_behavior.cache_policy_id,ordered_cache_behavior.cache_policy_id loses:4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      "cloudfront_distribution default_cache_behavior.forwarded_values.headers,ordered_cache_behavior.forwarded_values.headers loses",
      "cloudfront_distribution default_cache_behavior.forwarded_values.cookies.forward,ordered_cache_behavior.forwarded_values.cookies.forward worse:all|whitelist|none",
      "cloudfront_distribution default_cache_behavior.forwarded_values.query_string,ordered_cache_behavior.forwarded_values.query_string worse:true|false",
      "cloudfront_distribution default_cache_behavior.min_ttl,default_cache_behavior.default_ttl,ordered_cache_behavior.min_ttl,ordered_cache_behavior.default_ttl leaves:0|-",
    ],
    "attention: another function runs at the edge": [
      // AmazonCloudFront/latest/DeveloperGuide/edge-functions.html
      "cloudfront_distribution default_cache_behavior.function_association.function_arn,default_cache_behavior.lambda_function_association.lambda_arn,ordered_cache_behavior.function_association.function_arn,ordered_cache_behavior.lambda_function_association.lambda_arn others",
    ],
    note: [
      // IAM/latest/UserGuide/id_roles_use.html, singlesignon/latest/userguide/howtosessionduration.html
      "iam_role max_session_duration more",
      "ssoadmin_permission_set session_duration more",
      // cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
      "cognito_user_pool_client,cognito_managed_user_pool_client refresh_token_validity more",
    ],
  },
  "public-endpoint": {
    "danger attention": [
      // cfn mwaa-environment
      "mwaa_environment webserver_access_mode is:PUBLIC_ONLY",
      // cfn transfer-server
      "transfer_server endpoint_type is:PUBLIC|-",
      // cfn opensearchserverless-securitypolicy
      "opensearchserverless_security_policy{type=network} policy@.AllowFromPublic is:true",
    ],
    danger: [
      // cfn grafana-workspace
      "grafana_workspace network_access_control is:-",
    ],
    "attention note": [
      // cfn apprunner-service
      "apprunner_service network_configuration.ingress_configuration.is_publicly_accessible is:true|-",
      // cfn sagemaker-domain
      "sagemaker_domain app_network_access_type is:PublicInternetOnly|-",
      // cfn bedrockagentcore-runtime
      "bedrockagentcore_agent_runtime,bedrockagentcore_browser,bedrockagentcore_code_interpreter network_configuration.network_mode is:PUBLIC",
      // cfn appstream-fleet
      "appstream_fleet,appstream_image_builder enable_default_internet_access is:true",
      // cfn batch-jobdefinition
      "batch_job_definition container_properties@.networkConfiguration.assignPublicIp is:ENABLED",
      "drs_replication_configuration_template create_public_ip is:true",
      // cfn ec2-ipampool
      "vpc_ipam_pool publicly_advertisable is:true",
    ],
    attention: [
      // elasticbeanstalk/latest/dg/command-options-general.html
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{ELBScheme}.value is:public|-",
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{AssociatePublicIpAddress}.value is:true",
      // apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
      "api_gateway_rest_api,apigatewayv2_api disable_execute_api_endpoint is:false|-",
      // AmazonRDS/latest/AuroraUserGuide/data-api.html
      "rds_cluster enable_http_endpoint is:true",
      // AmazonS3/latest/userguide/access-points-vpc.html
      "s3_access_point vpc_configuration.vpc_id is:-",
      // cfn ec2-vpcendpointservice
      "vpc_endpoint_service acceptance_required is:false",
      // appsync/latest/devguide/using-private-apis.html
      "appsync_graphql_api visibility is:GLOBAL|-",
      // appflow/latest/userguide/private-app-flows.html
      "appflow_connector_profile connection_mode is:Public",
    ],
  },
  "network-not-compared": {
    // guardduty/latest/ug/guardduty_upload-lists.html: GuardDuty tells nothing of trusted addresses
    "attention attention": ["guardduty_ipset location changes"],
    attention: [
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{SSHSourceRestriction}.value changes",
      // waf/latest/developerguide/waf-ip-set-managing.html
      "wafv2_ip_set addresses changes",
      "waf_ipset ip_set_descriptors changes",
      "wafregional_ipset ip_set_descriptor changes",
      // cfn elasticloadbalancingv2-listenerrule
      "lb_listener_rule condition.source_ip.values changes",
      "guardduty_ipset activate changes",
      // cfn workspaces-workspace, cfn workspacesweb-ipaccesssettings
      "workspaces_ip_group rules gains",
      "workspaces_directory ip_group_ids changes",
      "workspacesweb_ip_access_settings ip_rule.ip_range gains",
      // quicksight/latest/APIReference/API_UpdateIpRestriction.html
      "quicksight_ip_restriction ip_restriction_rule_map,vpc_id_restriction_rule_map,vpc_endpoint_id_restriction_rule_map changes",
      "quicksight_ip_restriction enabled is:false",
      "chime_voice_connector_termination cidr_allow_list gains",
      "medialive_input_security_group whitelist_rules.cidr gains",
      "ses_receipt_filter cidr,policy changes",
      "codepipeline_webhook authentication_configuration.allowed_ip_range changes",
      // cfn gamelift-fleet
      "gamelift_fleet ec2_inbound_permission.ip_range gains",
      "sagemaker_workforce source_ip_config.cidrs changes",
      "sagemaker_workteam worker_access_configuration.s3_presign.iam_policy_constraints.source_ip is:-",
      "cognito_risk_configuration risk_exception_configuration.skipped_ip_range_list gains",
      "grafana_workspace network_access_control.prefix_list_ids,network_access_control.vpce_ids gains",
      "storagegateway_nfs_file_share client_list gains",
      // cfn opensearchserverless-securitypolicy
      "opensearchserverless_security_policy{type=network} policy@.SourceVPCEs,policy@.SourceServices,policy@.Rules.Resource joins",
      "emr_block_public_access_configuration permitted_public_security_group_rule_range.min_range,permitted_public_security_group_rule_range.max_range gains",
      "fsx_openzfs_file_system root_volume_configuration.nfs_exports.client_configurations.clients gains",
      "fsx_openzfs_volume nfs_exports.client_configurations.clients,nfs_exports.client_configurations.options gains",
      // network-manager/latest/cloudwan/cloudwan-network-policy.html
      "networkmanager_core_network_policy_attachment policy_document changes",
      // vpc/latest/tgw/tgw-route-tables.html
      "ec2_transit_gateway_route blackhole worse:true|false",
      "ec2_transit_gateway default_route_table_association,default_route_table_propagation is:enable",
      // directconnect/latest/UserGuide/allowed-to-prefixes.html
      "dx_gateway_association,dx_gateway_association_proposal allowed_prefixes gains",
    ],
  },
  "shared-outside": {
    "danger danger": [
      // cfn imagebuilder-distributionconfiguration
      "imagebuilder_distribution_configuration distribution.ami_distribution_configuration.launch_permission.user_groups gains",
    ],
    // sns/latest/dg/sns-http-https-endpoint-as-subscriber.html, eventbridge/latest/userguide/eb-api-destinations.html
    "attention attention": [
      "sns_topic_subscription{protocol~^https?$} endpoint changes",
      "cloudwatch_event_api_destination invocation_endpoint changes",
      // Route53/latest/APIReference/API_CreateVPCAssociationAuthorization.html
      "route53_vpc_association_authorization vpc_id changes",
      // vpc/latest/mirroring/what-is-traffic-mirroring.html
      "ec2_traffic_mirror_session traffic_mirror_target_id changes",
      // AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html, amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html
      "rds_export_task s3_bucket_name changes",
      "dynamodb_table_export s3_bucket changes",
    ],
    attention: [
      // the page of the type in the registry
      "imagebuilder_distribution_configuration distribution.ami_distribution_configuration.target_account_ids gains",
      "sns_topic_subscription{protocol~^(?!https?$)} endpoint changes",
      // AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
      "sqs_queue,sqs_queue_redrive_policy redrive_policy@.deadLetterTargetArn changes:-",
      "transfer_connector url changes",
      "datasync_location_s3 s3_bucket_arn changes",
      "datasync_location_nfs,datasync_location_smb,datasync_location_object_storage server_hostname changes",
      // firehose/latest/dev/create-destination.html
      "kinesis_firehose_delivery_stream destination,extended_s3_configuration.bucket_arn,http_endpoint_configuration.url,redshift_configuration.cluster_jdbcurl,opensearch_configuration.domain_arn,elasticsearch_configuration.domain_arn,opensearchserverless_configuration.collection_endpoint,splunk_configuration.hec_endpoint,snowflake_configuration.account_url,iceberg_configuration.catalog_arn changes",
      // athena/latest/ug/querying.html
      "athena_workgroup configuration.result_configuration.output_location,configuration.result_configuration.expected_bucket_owner changes",
      "cloudwatch_log_subscription_filter destination_arn changes",
      "cloudwatch_log_destination target_arn changes",
      "cloudwatch_log_delivery_destination delivery_destination_configuration.destination_resource_arn changes",
      "cloudwatch_metric_stream firehose_arn changes",
      "cloudwatch_event_target arn changes",
      "scheduler_schedule target.arn changes",
      "pipes_pipe target changes",
      "dynamodb_kinesis_streaming_destination stream_arn changes",
      "config_delivery_channel s3_bucket_name changes",
      "ssm_resource_data_sync s3_destination.bucket_name changes",
      "s3_bucket_replication_configuration rule.destination.bucket loses",
      "s3_bucket_inventory destination.bucket.bucket_arn changes",
      "iot_topic_rule http.url changes",
      "guardduty_publishing_destination destination_arn changes",
      "lambda_function_event_invoke_config destination_config.on_success.destination,destination_config.on_failure.destination changes",
      // dms/latest/userguide/CHAP_Endpoints.html
      "dms_replication_task,dms_replication_config target_endpoint_arn changes",
      "dms_endpoint{endpoint_type=target} server_name,database_name,kafka_settings.broker,kinesis_settings.stream_arn changes",
      "dms_s3_endpoint{endpoint_type=target} bucket_name changes",
      "datasync_task destination_location_arn changes",
      "appflow_flow destination_flow_config.destination_connector_properties.s3.bucket_name changes",
      // aws-backup/latest/devguide/vaults.html
      "backup_plan rule.target_vault_name changes",
      // aws-backup/latest/devguide/manage-cross-account.html
      "backup_global_settings global_settings.isCrossAccountBackupEnabled is:true",
      // iot/latest/developerguide/iot-rule-actions.html
      "iot_topic_rule s3.bucket_name,lambda.function_arn,kinesis.stream_name,firehose.delivery_stream_name,sqs.queue_url,sns.target_arn,dynamodb.table_name,kafka.destination_arn,republish.topic changes",
      // ses/latest/dg/receiving-email-action.html
      "ses_receipt_rule s3_action.bucket_name,lambda_action.function_arn,sns_action.topic_arn changes",
      // cfn connect-instancestorageconfig
      "connect_instance_storage_config storage_config.s3_config.bucket_name,storage_config.kinesis_stream_config.stream_arn,storage_config.kinesis_firehose_config.firehose_arn changes",
      // emr/latest/ManagementGuide/emr-studio-create-studio.html
      "emr_studio default_s3_location changes",
      // msk/latest/developerguide/msk-replicator.html
      "msk_replicator replication_info_list.topic_replication.topics_to_replicate gains",
      "mskconnect_connector connector_configuration.s3\\.bucket\\.name,connector_configuration.connection\\.url,connector_configuration.database\\.hostname,connector_configuration.snowflake\\.url\\.name changes",
      // What signs in goes to another host: glue/latest/dg/console-connections.html, quicksight/latest/APIReference/API_DataSourceParameters.html
      "glue_connection connection_properties.JDBC_CONNECTION_URL,connection_properties.CONNECTION_URL,connection_properties.KAFKA_BOOTSTRAP_SERVERS,connection_properties.HOST elsewhere",
      "quicksight_data_source parameters changes",
      "dms_endpoint{endpoint_type=source} server_name changes",
      "appflow_connector_profile connector_profile_config.connector_profile_properties changes",
      "cloudwatch_event_connection auth_parameters.oauth.authorization_endpoint changes",
    ],
    "attention note": [
      // redshift/latest/mgmt/zero-etl-using.html
      "redshift_integration,rds_integration target_arn changes",
    ],
  },
  "key-made-anew": {
    // registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/using-write-only-arguments
    attention: [
      "db_instance password,password_wo_version changes",
      "rds_cluster,docdb_cluster,redshift_cluster master_password,master_password_wo_version changes",
      "lightsail_database master_password changes",
      "redshiftserverless_namespace admin_user_password,admin_user_password_wo_version changes",
      "elasticache_replication_group auth_token changes",
      "elasticache_user passwords,authentication_mode.passwords changes",
      "memorydb_user authentication_mode.passwords changes",
      "mq_broker user.password changes",
      "opensearch_domain advanced_security_options.master_user_options.master_user_password changes",
      "vpn_connection tunnel1_preshared_key,tunnel2_preshared_key changes",
      "fsx_ontap_file_system fsx_admin_password changes",
      "fsx_ontap_storage_virtual_machine svm_admin_password changes",
      "storagegateway_gateway smb_guest_password changes",
      "cloudwatch_event_connection auth_parameters.api_key.value,auth_parameters.basic.password,auth_parameters.oauth.client_parameters.client_secret changes",
    ],
    note: [
      "secretsmanager_secret_version secret_string,secret_binary,secret_string_wo_version changes",
      "ssm_parameter{type=SecureString} value,value_wo_version changes",
    ],
  },
  "event-filter": {
    attention: [
      // eventbridge/latest/userguide/eb-event-patterns.html, sns/latest/dg/sns-message-filtering.html
      "cloudwatch_event_rule,cloudwatch_event_archive event_pattern filters",
      "sns_topic_subscription filter_policy filters",
      "sns_topic_subscription filter_policy_scope changes",
      // lambda/latest/dg/invocation-eventfiltering.html
      "lambda_event_source_mapping filter_criteria.filter.pattern filters",
      "pipes_pipe source_parameters.filter_criteria.filter.pattern filters",
      // AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
      "cloudwatch_log_subscription_filter filter_pattern filters",
      "cloudwatch_log_metric_filter pattern filters",
      "s3_bucket_notification lambda_function.events,queue.events,topic.events loses",
      "s3_bucket_notification lambda_function.filter_prefix,lambda_function.filter_suffix,queue.filter_prefix,queue.filter_suffix,topic.filter_prefix,topic.filter_suffix filters",
      // iot/latest/developerguide/iot-sql-reference.html
      "iot_topic_rule sql changes",
      // dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.html
      "dms_replication_task,dms_replication_config table_mappings filters",
      "dms_replication_task migration_type changes",
      "dms_replication_config replication_type changes",
      // datasync/latest/userguide/filtering.html
      "datasync_task excludes.value,includes.value filters",
    ],
  },
  "account-assignment": {
    "attention attention": [
      // organizations/latest/userguide/orgs_integrate_delegated_admin.html
      "auditmanager_organization_admin_account_registration,guardduty_organization_admin_account,macie2_organization_admin_account,securityhub_organization_admin_account admin_account_id changes",
      "cloudtrail_organization_delegated_admin_account,detective_organization_admin_account,fms_admin_account,inspector2_delegated_admin_account account_id changes",
      "vpc_ipam_organization_admin_account delegated_admin_account_id changes",
      // guardduty/latest/ug/guardduty_accounts.html
      "guardduty_invite_accepter master_account_id changes",
      "macie2_invitation_accepter administrator_account_id changes",
      "detective_invitation_accepter graph_arn changes",
      "securityhub_invite_accepter master_id changes",
      // servicecatalog/latest/adminguide/catalogs_portfolios_users.html
      "servicecatalog_principal_portfolio_association principal_arn changes",
      // cloud9/latest/user-guide/share-environment.html, emr/latest/ManagementGuide/emr-studio-manage-users.html
      "cloud9_environment_membership user_arn changes",
      "emr_studio_session_mapping identity_id,identity_name,session_policy_arn changes",
      "quicksight_group_membership,quicksight_role_membership member_name changes",
      "grafana_role_association role changes",
      // eks/latest/userguide/pod-identities.html
      "eks_pod_identity_association role_arn changes",
      "iot_policy_attachment target changes",
      // redshift/latest/mgmt/rs-partner-integration.html
      "redshift_partner partner_name changes",
      // cfn datazone-userprofile
      "datazone_user_profile user_identifier changes",
      "lightsail_bucket_resource_access resource_name changes",
    ],
    attention: [
      "eks_pod_identity_association service_account,namespace changes",
      "eks_pod_identity_association target_role_arn set",
      "eks_pod_identity_association target_role_arn changes",
    ],
  },
  "credential-created": {
    attention: [
      // IAM/latest/APIReference/API_UpdateAccessKey.html
      "iam_access_key,iam_user_ssh_key,iam_signing_certificate,iam_service_specific_credential status is:Active",
      "iot_certificate,iot_ca_certificate active is:true",
      "key_pair public_key changes",
      "msk_scram_secret_association secret_arn_list gains",
    ],
  },
  "identity-provider": {
    "attention attention": [
      // eks/latest/userguide/authenticate-oidc-identity-provider.html
      "eks_identity_provider_config oidc.issuer_url,oidc.client_id,oidc.groups_claim,oidc.username_claim changes",
      "workspacesweb_identity_provider identity_provider_details,identity_provider_type changes",
    ],
    attention: ["redshift_idc_application authorized_token_issuer changes"],
  },
  "public-data": {
    // AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html
    "danger attention": ["ebs_snapshot_block_public_access state is:unblocked"],
    "danger danger": [
      // codebuild/latest/userguide/public-builds.html
      "codebuild_project project_visibility is:PUBLIC_READ",
    ],
    danger: [
      // emr/latest/ManagementGuide/emr-block-public-access.html
      "emr_block_public_access_configuration block_public_security_group_rules is:false",
      // cfn ec2-vpcblockpublicaccessoptions
      "vpc_block_public_access_options internet_gateway_block_mode worse:block-bidirectional|block-ingress|off",
    ],
    "attention attention": [
      // vpc/latest/userguide/security-vpc-bpa.html
      "vpc_block_public_access_exclusion internet_gateway_exclusion_mode changes",
    ],
    attention: ["ebs_snapshot_block_public_access state worse:block-all-sharing|block-new-sharing"],
  },
  "public-access": {
    "danger attention": [
      // AmazonS3/latest/userguide/access-points-bpa-settings.html
      "s3_access_point public_access_block_configuration.block_public_acls,public_access_block_configuration.block_public_policy,public_access_block_configuration.ignore_public_acls,public_access_block_configuration.restrict_public_buckets is:false",
      "s3control_multi_region_access_point details.public_access_block.block_public_acls,details.public_access_block.block_public_policy,details.public_access_block.ignore_public_acls,details.public_access_block.restrict_public_buckets is:false",
    ],
    attention: [
      // AmazonS3/latest/userguide/about-object-ownership.html
      "s3_bucket_ownership_controls rule.object_ownership worse:BucketOwnerEnforced|BucketOwnerPreferred|ObjectWriter",
    ],
    "danger danger": [
      // filegateway/latest/files3/CreatingAnNFSFileShare.html: of the objects in its bucket
      "storagegateway_nfs_file_share,storagegateway_smb_file_share object_acl is:public-read|public-read-write|authenticated-read",
    ],
  },
  "safeguard-off": {
    danger: [
      // Route53/latest/DeveloperGuide/domain-lock.html
      "route53domains_registered_domain,route53domains_domain transfer_lock is:false",
      // AWSEC2/latest/UserGuide/ec2-allowed-amis.html
      "ec2_allowed_images_settings state worse:enabled|audit-mode|disabled",
      // organizations/latest/userguide/orgs_manage_policies_enable-disable.html
      "organizations_organization enabled_policy_types loses",
    ],
    "attention attention": [
      "ec2_instance_metadata_defaults http_tokens is:optional|no-preference",
      // AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
      "instance,launch_template,launch_configuration,spot_instance_request metadata_options.http_tokens is:optional",
      "imagebuilder_infrastructure_configuration instance_metadata_options.http_tokens is:optional|-",
      // apigateway/latest/api/API_TlsConfig.html, codebuild/latest/APIReference/API_ProjectSource.html
      "api_gateway_integration tls_config.insecure_skip_verification is:true",
      "codebuild_project source.insecure_ssl,secondary_sources.insecure_ssl is:true",
      "quicksight_data_source ssl_properties.disable_ssl is:true",
      // guardduty/latest/ug/findings_suppression-rule.html, inspector/latest/user/findings-managing-supression-rules.html
      "guardduty_filter,macie2_findings_filter action is:ARCHIVE",
      "inspector2_filter action is:SUPPRESS",
      // IAM/latest/UserGuide/access-analyzer-archive-rules.html, securityhub/latest/userguide/automation-rules.html
      "accessanalyzer_archive_rule filter.criteria changes",
      "securityhub_automation_rule actions.finding_fields_update.workflow.status is:SUPPRESSED",
      // kms/latest/APIReference/API_PutKeyPolicy.html
      "kms_key,kms_external_key,kms_replica_key,kms_replica_external_key bypass_policy_lockout_safety_check is:true",
    ],
    attention: [
      // the page of the type in the registry
      "batch_job_definition eks_properties.pod_properties.containers.security_context.run_as_non_root,eks_properties.pod_properties.containers.security_context.read_only_root_file_system worse:true|false=-",
      "sagemaker_monitoring_schedule monitoring_schedule_config.monitoring_job_definition.network_config.enable_network_isolation worse:true|false=-",
      // config/latest/developerguide/aggregate-data.html
      "config_configuration_aggregator account_aggregation_source.all_regions,organization_aggregation_source.all_regions is:false|-",
      // IAM/latest/UserGuide/access-analyzer-create-external.html
      "accessanalyzer_analyzer type worse:ORGANIZATION|ACCOUNT",
      "accessanalyzer_analyzer type worse:ORGANIZATION_UNUSED_ACCESS|ACCOUNT_UNUSED_ACCESS",
      // waf/latest/developerguide/ddos-protection-groups.html
      "shield_protection_group pattern worse:ALL|BY_RESOURCE_TYPE|ARBITRARY",
      "shield_protection_group members loses",
      // systems-manager/latest/userguide/maintenance-windows.html
      "ssm_maintenance_window enabled worse:true|false",
      // elasticbeanstalk/latest/dg/command-options-general.html
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{DisableIMDSv1}.value is:false|-",
      "config_config_rule source.custom_policy_details.policy_text changes",
      // AWSEC2/latest/UserGuide/ec2-allowed-amis.html
      "ec2_allowed_images_settings image_criterion.image_providers gains",
      "sns_topic_data_protection_policy policy changes",
      "cloudwatch_log_data_protection_policy,cloudwatch_log_account_policy policy_document changes",
      "kendra_index user_context_policy is:ATTRIBUTE_FILTER",
      "route53domains_registered_domain,route53domains_domain admin_privacy,registrant_privacy,tech_privacy,billing_privacy,auto_renew is:false",
      // AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
      "instance,launch_template metadata_options.http_endpoint is:enabled",
      // elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
      "lb drop_invalid_header_fields is:false|-",
      "lb enable_waf_fail_open is:true",
      "lb,elb desync_mitigation_mode worse:strictest|defensive|monitor",
      // AmazonCloudFront/latest/DeveloperGuide/georestrictions.html
      "cloudfront_distribution,cloudfront_multitenant_distribution restrictions.geo_restriction.restriction_type worse:whitelist|blacklist|none",
      "cloudfront_distribution restrictions.geo_restriction.locations changes",
      "cloudfront_multitenant_distribution restrictions.geo_restriction.items changes",
      "cloudfront_multitenant_distribution web_acl_id is:-",
      "cloudfront_distribution default_cache_behavior.response_headers_policy_id,default_cache_behavior.field_level_encryption_id is:-",
      "cloudfront_response_headers_policy security_headers_config.content_security_policy,security_headers_config.strict_transport_security,security_headers_config.frame_options,security_headers_config.content_type_options is:-",
      "cloudfront_response_headers_policy cors_config.access_control_allow_credentials is:true",
      "apigatewayv2_api cors_configuration.allow_credentials is:true",
      "lambda_function_url cors.allow_credentials is:true",
      // apigateway/latest/developerguide/api-gateway-method-request-validation.html
      "api_gateway_request_validator validate_request_body,validate_request_parameters is:false|-",
      "api_gateway_method request_validator_id is:-",
      "api_gateway_stage client_certificate_id is:-",
      "api_gateway_method_settings settings.require_authorization_for_cache_control is:false",
      // cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
      "cognito_user_pool user_pool_add_ons.advanced_security_mode worse:ENFORCED|AUDIT|OFF=-",
      "cognito_risk_configuration account_takeover_risk_configuration.actions.high_action.event_action,account_takeover_risk_configuration.actions.medium_action.event_action,account_takeover_risk_configuration.actions.low_action.event_action worse:BLOCK|MFA_REQUIRED|MFA_IF_CONFIGURED|NO_ACTION=-",
      "cognito_risk_configuration compromised_credentials_risk_configuration.actions.event_action is:NO_ACTION",
      // cfn guardduty-detector, guardduty/latest/ug/guardduty-features-activation-model.html
      "guardduty_detector datasources.s3_logs.enable,datasources.kubernetes.audit_logs.enable,datasources.malware_protection.scan_ec2_instance_with_findings.ebs_volumes.enable is:false",
      "guardduty_detector_feature,guardduty_member_detector_feature status,additional_configuration.status is:DISABLED",
      "guardduty_organization_configuration auto_enable_organization_members worse:ALL|NEW|NONE",
      "guardduty_organization_configuration_feature auto_enable worse:ALL|NEW|NONE",
      // securityhub/latest/userguide/configuration-policies-overview.html
      "securityhub_standards_control_association association_status is:DISABLED",
      "securityhub_configuration_policy configuration_policy.service_enabled is:false",
      "securityhub_configuration_policy configuration_policy.enabled_standard_arns loses",
      "securityhub_configuration_policy configuration_policy.security_controls_configuration.disabled_control_identifiers gains",
      "securityhub_account auto_enable_controls is:false",
      "securityhub_organization_configuration,macie2_organization_configuration,detective_organization_configuration auto_enable is:false",
      "inspector2_enabler resource_types,account_ids loses",
      "inspector2_organization_configuration auto_enable.ec2,auto_enable.ecr,auto_enable.lambda,auto_enable.lambda_code,auto_enable.code_repository is:false|-",
      // config/latest/developerguide/select-resources.html
      "config_configuration_recorder recording_group.all_supported is:false",
      "config_configuration_recorder recording_group.include_global_resource_types is:false|-",
      "config_configuration_recorder recording_group.exclusion_by_resource_types.resource_types gains",
      "config_configuration_recorder{recording_group.all_supported~^(?!true$)} recording_group.resource_types loses",
      "config_organization_conformance_pack,config_organization_managed_rule,config_organization_custom_rule,config_organization_custom_policy_rule excluded_accounts gains",
      // cfn fms-policy
      "fms_policy remediation_enabled worse:true|false=-",
      "fms_policy exclude_map.account,exclude_map.orgunit gains",
      "fms_policy include_map.account,include_map.orgunit loses",
      "shield_proactive_engagement enabled is:false",
      // cfn networkfirewall-firewall
      "networkfirewall_firewall firewall_policy_change_protection,subnet_change_protection,availability_zone_change_protection is:false|-",
      // Route53/latest/DeveloperGuide/resolver-dns-firewall.html
      "route53_resolver_firewall_rule action worse:BLOCK|ALERT|ALLOW",
      "route53_resolver_firewall_config firewall_fail_open is:ENABLED",
      "route53_resolver_firewall_rule_group_association mutation_protection is:DISABLED",
      "route53_hosted_zone_dnssec signing_status is:NOT_SIGNING",
      "route53_key_signing_key status is:INACTIVE",
      "vpc_encryption_control mode worse:enforce|monitor",
      // cfn wafv2-webacl
      "waf_web_acl,wafregional_web_acl default_action.type is:ALLOW",
      "waf_web_acl rules.rule_id loses",
      "wafregional_web_acl rule.rule_id loses",
      "wafv2_web_acl_rule_group_association override_action is:count",
      // redshift/latest/mgmt/enhanced-vpc-routing.html: what it copies and unloads then goes outside of the VPC
      "redshift_cluster,redshiftserverless_workgroup enhanced_vpc_routing is:false|-",
      // lambda/latest/dg/configuration-codesigning.html
      "lambda_code_signing_config policies.untrusted_artifact_on_deployment is:Warn",
      "lambda_code_signing_config allowed_publishers.signing_profile_version_arns gains",
      "lambda_function_recursion_config recursive_loop is:Allow",
      // AmazonECR/latest/userguide/image-tag-mutability.html
      "ecr_repository,ecr_repository_creation_template image_tag_mutability worse:IMMUTABLE|IMMUTABLE_WITH_EXCLUSION|MUTABLE_WITH_EXCLUSION|MUTABLE=-",
      "ecr_registry_scanning_configuration scan_type is:BASIC",
      "ecr_registry_scanning_configuration rule.scan_frequency loses",
      // cfn backup-backupplan, cfn backup-backupselection
      "backup_selection resources loses",
      "backup_selection not_resources gains",
      "backup_selection selection_tag.value,condition changes",
      "backup_plan rule.enable_continuous_backup is:false",
      "backup_region_settings resource_type_opt_in_preference changes",
      "backup_vault_lock_configuration min_retention_days less",
      "efs_backup_policy backup_policy.status is:DISABLED",
      "efs_file_system protection.replication_overwrite is:DISABLED",
      "dlm_lifecycle_policy state is:DISABLED",
      "rbin_rule lock_configuration.unlock_delay.unlock_delay_value is:-",
      // AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
      "cloudwatch_metric_alarm,cloudwatch_composite_alarm actions_enabled is:false",
      "cloudwatch_metric_alarm,cloudwatch_composite_alarm alarm_actions loses",
      "cloudwatch_metric_alarm treat_missing_data worse:breaching|notBreaching",
      "cloudwatch_composite_alarm alarm_rule changes",
      "cloudwatch_log_metric_filter metric_transformation.value,metric_transformation.name,metric_transformation.namespace changes",
      "db_event_subscription enabled is:false",
      "synthetics_canary start_canary worse:true|false",
      "route53_health_check failure_threshold more",
      "route53_health_check resource_path,fqdn,ip_address,search_string,invert_healthcheck changes",
      // config/latest/developerguide/evaluate-config_develop-rules.html
      "config_config_rule input_parameters,source.source_identifier changes",
      "config_config_rule scope.compliance_resource_types loses",
      // guardduty/latest/ug/guardduty_findings_cloudwatch.html
      "guardduty_detector finding_publishing_frequency worse:FIFTEEN_MINUTES|ONE_HOUR|SIX_HOURS",
      // waf/latest/developerguide/logging-management.html: what was left out stands in the logs
      "wafv2_web_acl_logging_configuration redacted_fields.single_header.name loses",
      "eks_addon configuration_values@.enableNetworkPolicy worse:true|false",
      "cloudwatch_composite_alarm actions_suppressor.alarm set",
      // cfn sagemaker-model
      "sagemaker_model enable_network_isolation is:false|-",
      "sagemaker_data_quality_job_definition network_config.enable_network_isolation is:false|-",
      // cfn bedrock-guardrail
      "bedrock_guardrail content_policy_config.filters_config.input_strength,content_policy_config.filters_config.output_strength worse:HIGH|MEDIUM|LOW|NONE=-",
      "bedrock_guardrail content_policy_config.filters_config.type,sensitive_information_policy_config.pii_entities_config.type,topic_policy_config.topics_config.name loses",
      "bedrockagent_agent guardrail_configuration is:-",
      "bedrock_guardrail content_policy_config.filters_config.input_enabled,content_policy_config.filters_config.output_enabled is:false",
      // AmazonRDS/latest/UserGuide/rds-secrets-manager.html
      "db_instance,rds_cluster,docdb_cluster manage_master_user_password is:false|-",
      "redshift_cluster manage_master_password is:false|-",
      "redshiftserverless_namespace manage_admin_password is:false|-",
      "db_proxy auth.iam_auth worse:REQUIRED|ENABLED|DISABLED",
      // AmazonS3/latest/userguide/ShareObjectPreSignedURL.html
      "ses_receipt_rule scan_enabled is:false|-",
      "acmpca_certificate_authority revocation_configuration.crl_configuration.enabled,revocation_configuration.ocsp_configuration.enabled is:false|-",
      "xray_encryption_config type is:NONE",
      "storagegateway_tape_pool retention_lock_type worse:COMPLIANCE|GOVERNANCE|NONE",
      "fsx_ontap_volume snaplock_configuration.privileged_delete is:ENABLED",
      "fsx_ontap_volume snaplock_configuration.snaplock_type is:ENTERPRISE",
      "ssm_patch_baseline approval_rule.approve_after_days more",
      "ssm_patch_baseline rejected_patches gains",
      "kms_external_key,kms_replica_key,kms_replica_external_key enabled is:false",
      "cloudformation_stack policy_body,policy_url changes",
      "api_gateway_domain_name endpoint_access_mode worse:STRICT|BASIC",
      // IAM/latest/UserGuide/id_root-enable-root-access.html
      "iam_organizations_features enabled_features loses",
      // lambda/latest/dg/invocation-async-retain-records.html, AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
      "lambda_function dead_letter_config.target_arn is:-",
      "sqs_queue,sns_topic_subscription redrive_policy is:-",
      "cloudwatch_event_bus dead_letter_config.arn is:-",
      // ses/latest/dg/send-email-authentication-dkim-easy.html
      "sesv2_email_identity dkim_signing_attributes.next_signing_key_length worse:RSA_2048_BIT|RSA_1024_BIT",
      "cloudwatch_event_target dead_letter_config.arn is:-",
      "scheduler_schedule target.dead_letter_config.arn is:-",
      // autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html, Route53/latest/DeveloperGuide/dns-failover.html
      "autoscaling_group health_check_type worse:ELB|EC2",
      "route53_record health_check_id is:-",
      // apigateway/latest/developerguide/api-gateway-request-throttling.html
      "api_gateway_method_settings settings.throttling_rate_limit,settings.throttling_burst_limit is:-1",
      "api_gateway_usage_plan quota_settings.limit,throttle_settings.rate_limit is:-",
      // AmazonECS/latest/developerguide/deployment-circuit-breaker.html
      "ecs_service deployment_circuit_breaker.enable is:false|-",
      // codepipeline/latest/userguide/approvals.html
      "codepipeline stage.action.category loses:Approval",
      // AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
      "db_instance,rds_cluster iam_database_authentication_enabled worse:true|false=-",
      // secretsmanager/latest/userguide/rotate-secrets_turn-on-cli.html
      "secretsmanager_secret_rotation rotation_rules.automatically_after_days more",
      "launch_template,launch_configuration metadata_options.http_tokens worse:required|-",
      // sagemaker/latest/dg/nbi-imds.html
      "sagemaker_notebook_instance instance_metadata_service_configuration.minimum_instance_metadata_service_version worse:2|1=-",
      // AmazonECS/latest/developerguide/task_definition_parameters.html
      "ecs_task_definition container_definitions@.readonlyRootFilesystem worse:true|false=-",
      "ecs_task_definition container_definitions@.user is:0|root|0:0",
      // codecommit/latest/userguide/approval-rule-templates.html, codedeploy/latest/userguide/deployments-rollback-and-redeploy.html
      "codecommit_approval_rule_template content changes",
      "codedeploy_deployment_group auto_rollback_configuration.enabled,alarm_configuration.enabled is:false|-",
      // codeartifact/latest/ug/external-connection.html
      "codeartifact_repository external_connections.external_connection_name,upstream.repository_name gains",
      // imagebuilder/latest/userguide/manage-image-pipelines.html
      "imagebuilder_image_pipeline status is:DISABLED",
      "imagebuilder_image_pipeline image_scanning_configuration.image_scanning_enabled is:false|-",
      // securityhub/latest/userguide/finding-aggregation-update.html
      "securityhub_finding_aggregator linking_mode worse:ALL_REGIONS|ALL_REGIONS_EXCEPT_SPECIFIED|SPECIFIED_REGIONS|NO_REGIONS",
      // macie/latest/user/discovery-jobs-status-change.html
      "macie2_classification_job job_status is:CANCELLED|USER_PAUSED",
      "macie2_account finding_publishing_frequency worse:FIFTEEN_MINUTES|ONE_HOUR|SIX_HOURS",
      // firehose/latest/dev/data-transformation.html: what it masks is then delivered as it came
      "kinesis_firehose_delivery_stream extended_s3_configuration.processing_configuration.enabled,redshift_configuration.processing_configuration.enabled,http_endpoint_configuration.processing_configuration.enabled,opensearch_configuration.processing_configuration.enabled,splunk_configuration.processing_configuration.enabled,snowflake_configuration.processing_configuration.enabled worse:true|false=-",
      // transfer/latest/userguide/transfer-workflows.html
      "transfer_server workflow_details.on_upload.workflow_id is:-",
      // accounts/latest/reference/manage-acct-update-contact-alternate.html
      "account_alternate_contact{alternate_contact_type=SECURITY} email_address,phone_number changes",
      "account_primary_contact phone_number changes",
      // athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html
      "athena_workgroup configuration.bytes_scanned_cutoff_per_query is:-|0",
      // prometheus/latest/userguide/AMP-alertmanager-config.html
      "prometheus_alert_manager_definition definition changes",
      "config_configuration_recorder recording_mode.recording_frequency worse:CONTINUOUS|DAILY",
    ],
    // cost-management/latest/userguide/budgets-managing-costs.html
    note: [
      "budgets_budget limit_amount more",
      // AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
      "db_instance,rds_cluster_instance,elasticache_replication_group,memorydb_cluster,mq_broker,dms_replication_instance auto_minor_version_upgrade worse:true|false",
      "athena_workgroup configuration.bytes_scanned_cutoff_per_query more",
      "sns_sms_preferences monthly_spend_limit more",
      "prometheus_rule_group_namespace data changes",
      "glue_data_quality_ruleset ruleset changes",
      // elasticbeanstalk/latest/dg/environment-platform-update-managed.html
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{ManagedActionsEnabled}.value worse:true|false",
      // cfn opensearchservice-domain, cfn redshift-cluster
      "opensearch_domain software_update_options.auto_software_update_enabled worse:true|false",
      "redshift_cluster allow_version_upgrade worse:true|false",
      // cognito/latest/developerguide/managing-users-passwords.html
      "cognito_user_pool password_policy.temporary_password_validity_days more",
      "elb connection_draining,cross_zone_load_balancing worse:true|false",
    ],
  },
  "logging-off": {
    danger: [
      // awscloudtrail/latest/APIReference/API_UpdateTrail.html
      "cloudtrail is_multi_region_trail,include_global_service_events,is_organization_trail is:false",
      "cloudtrail_event_data_store suspend is:true",
    ],
    // AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
    note: [
      "db_instance,rds_cluster_instance monitoring_interval is:0",
      "db_instance,rds_cluster_instance performance_insights_enabled worse:true|false",
      "lambda_function logging_config.application_log_level worse:TRACE|DEBUG|INFO|WARN|ERROR|FATAL",
      "ecs_cluster setting{containerInsights}.value worse:enhanced|enabled|disabled",
      // what traces and measures
      "api_gateway_stage xray_tracing_enabled worse:true|false",
      "sfn_state_machine tracing_configuration.enabled worse:true|false",
      "lambda_function tracing_config.mode worse:Active|PassThrough",
      "instance monitoring worse:true|false",
      "msk_cluster enhanced_monitoring worse:PER_TOPIC_PER_PARTITION|PER_TOPIC_PER_BROKER|PER_BROKER|DEFAULT",
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{SystemType}.value worse:enhanced|basic",
      "wafv2_web_acl visibility_config.sampled_requests_enabled,visibility_config.cloudwatch_metrics_enabled worse:true|false",
    ],
    attention: [
      // the page of the type in the registry
      "cloudtrail event_selector.exclude_management_event_sources gains",
      // the page of the type in the registry
      "vpn_connection tunnel1_log_options.cloudwatch_log_options.log_enabled,tunnel2_log_options.cloudwatch_log_options.log_enabled worse:true|false=-",
      "globalaccelerator_custom_routing_accelerator attributes.flow_logs_enabled is:false|-",
      "route53_query_log cloudwatch_log_group_arn changes",
      // redshift/latest/mgmt/db-auditing.html
      "redshift_parameter_group parameter{enable_user_activity_logging}.value is:false|-",
      "docdb_cluster_parameter_group parameter{audit_logs}.value is:disabled|none|-",
      // awscloudtrail/latest/APIReference/API_InsightSelector.html
      "cloudtrail insight_selector.insight_type loses",
      // cfn datasync-task
      "datasync_task cloudwatch_log_group_arn is:-",
      // dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html
      "dms_replication_task replication_task_settings@.Logging.EnableLogging is:false",
      "neptune_cluster_parameter_group parameter{neptune_enable_audit_log}.value is:0|-",
      "db_parameter_group,rds_cluster_parameter_group parameter{pgaudit.log}.value is:none|-",
      "db_parameter_group,rds_cluster_parameter_group parameter{server_audit_logging}.value is:0|OFF|-",
      "db_option_group option.option_name loses:MARIADB_AUDIT_PLUGIN|SQLSERVER_AUDIT",
      // elasticbeanstalk/latest/dg/command-options-general.html
      "elastic_beanstalk_environment,elastic_beanstalk_configuration_template setting{StreamLogs}.value is:false|-",
      "cloudtrail event_selector.include_management_events is:false",
      "cloudtrail event_selector.read_write_type worse:All|WriteOnly|ReadOnly",
      "cloudtrail event_selector.data_resource.values,advanced_event_selector.name loses",
      "cloudtrail cloud_watch_logs_group_arn is:-",
      "cloudtrail s3_bucket_name changes",
      "cloudtrail_event_data_store multi_region_enabled,organization_enabled is:false",
      "cloudtrail_event_data_store retention_period less",
      // elasticloadbalancing/latest/application/load-balancer-access-logs.html
      "lb,elb access_logs.enabled is:false|-",
      "lb connection_logs.enabled is:false|-",
      // apigateway/latest/developerguide/set-up-logging.html
      "api_gateway_stage,apigatewayv2_stage access_log_settings.destination_arn is:-",
      "api_gateway_method_settings settings.logging_level worse:INFO|ERROR|OFF=-",
      "apigatewayv2_stage default_route_settings.logging_level worse:INFO|ERROR|OFF=-",
      "appsync_graphql_api log_config.field_log_level worse:ALL|DEBUG|INFO|ERROR|NONE=-",
      // cfn cloudfront-distribution
      "cloudfront_distribution logging_config.bucket,default_cache_behavior.realtime_log_config_arn is:-",
      // cfn ec2-flowlog
      "flow_log traffic_type worse:ALL|ACCEPT|REJECT",
      "flow_log log_destination changes",
      // AmazonECS/latest/APIReference/API_LogConfiguration.html
      "ecs_task_definition container_definitions@.logConfiguration.logDriver is:-",
      // cfn eks-cluster, cfn rds-dbinstance
      "eks_cluster enabled_cluster_log_types loses",
      "db_instance,rds_cluster,docdb_cluster enabled_cloudwatch_logs_exports loses",
      "neptune_cluster enable_cloudwatch_logs_exports loses",
      "redshift_logging,redshiftserverless_namespace log_exports loses",
      "opensearch_domain log_publishing_options.log_type loses",
      "opensearch_domain log_publishing_options.enabled is:false",
      "osis_pipeline log_publishing_options.is_logging_enabled is:false|-",
      // cfn msk-cluster, cfn amazonmq-broker, cfn mwaa-environment
      "msk_cluster logging_info.broker_logs.cloudwatch_logs.enabled,logging_info.broker_logs.firehose.enabled,logging_info.broker_logs.s3.enabled is:false|-",
      "mq_broker logs.audit is:false|-",
      "mq_broker logs.general is:false|-",
      "mwaa_environment logging_configuration.dag_processing_logs.enabled,logging_configuration.scheduler_logs.enabled,logging_configuration.task_logs.enabled,logging_configuration.webserver_logs.enabled,logging_configuration.worker_logs.enabled is:false",
      // step-functions/latest/dg/cw-logs.html
      "sfn_state_machine logging_configuration.level worse:ALL|ERROR|FATAL|OFF=-",
      "ecs_cluster configuration.execute_command_configuration.logging is:NONE",
      "ec2_client_vpn_endpoint connection_log_options.enabled is:false|-",
      "transfer_server logging_role,structured_log_destinations is:-",
      "globalaccelerator_accelerator attributes.flow_logs_enabled is:false|-",
      "waf_web_acl,wafregional_web_acl logging_configuration.log_destination is:-",
      "wafv2_web_acl_logging_configuration logging_filter changes",
      "wafv2_web_acl_logging_configuration log_destination_configs loses",
      "networkfirewall_logging_configuration logging_configuration.log_destination_config.log_type loses",
      "verifiedaccess_instance_logging_configuration access_logs.cloudwatch_logs.enabled,access_logs.kinesis_data_firehose.enabled,access_logs.s3.enabled worse:true|false=-",
      "fsx_windows_file_system audit_log_configuration.file_access_audit_log_level,audit_log_configuration.file_share_access_audit_log_level worse:SUCCESS_AND_FAILURE|FAILURE_ONLY|SUCCESS_ONLY|DISABLED",
      "storagegateway_nfs_file_share,storagegateway_smb_file_share,storagegateway_file_system_association audit_destination_arn is:-",
      "bedrock_model_invocation_logging_configuration logging_config.text_data_delivery_enabled,logging_config.image_data_delivery_enabled,logging_config.embedding_data_delivery_enabled is:false",
      "iot_logging_options disable_all_logs is:true",
      "iot_logging_options default_log_level worse:DEBUG|INFO|WARN|ERROR|DISABLED",
      "emr_cluster log_uri is:-",
      "codebuild_project logs_config.cloudwatch_logs.status is:DISABLED",
      "codebuild_project logs_config.s3_logs.status is:DISABLED|-",
      "route53_resolver_query_log_config destination_arn changes",
      "connect_instance contact_flow_logs_enabled is:false",
      "chime_voice_connector_logging enable_sip_logs is:false",
      "cleanrooms_collaboration,cleanrooms_membership query_log_status is:DISABLED",
      "prometheus_workspace logging_configuration.log_group_arn is:-",
      // AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html
      "db_parameter_group,rds_cluster_parameter_group parameter{log_statement}.value worse:all|mod|ddl|none=-",
      "db_parameter_group,rds_cluster_parameter_group parameter{log_connections}.value,parameter{log_disconnections}.value is:0|-",
      "bedrock_model_invocation_logging_configuration logging_config.s3_config.bucket_name,logging_config.cloudwatch_config.log_group_name changes",
      // acm/latest/userguide/acm-bestpractices.html
      "acm_certificate options.certificate_transparency_logging_preference is:DISABLED",
      // sagemaker/latest/dg/model-monitor-data-capture.html
      "sagemaker_endpoint_configuration data_capture_config.enable_capture is:false|-",
      "redshiftserverless_workgroup config_parameter{enable_user_activity_logging}.parameter_value is:false|-",
      // AmazonS3/latest/userguide/ServerLogs.html
      "s3_bucket_logging target_bucket changes",
      // systems-manager/latest/userguide/session-manager-schema.html
      "ssm_document{document_type=Session} content@.inputs.s3BucketName,content@.inputs.cloudWatchLogGroupName is:-",
    ],
  },
  "encryption-off": {
    danger: [
      // opensearch-service/latest/developerguide/encryption-at-rest.html
      "cloudsearch_domain endpoint_options.enforce_https is:false|-",
      // AmazonRDS/latest/UserGuide/rds-proxy-setup.html
      "db_proxy require_tls is:false|-",
      // cfn memorydb-cluster, cfn dax-cluster
      "memorydb_cluster,memorydb_multi_region_cluster tls_enabled is:false",
      "dax_cluster cluster_endpoint_encryption_type is:NONE|-",
      "dax_cluster server_side_encryption.enabled is:false|-",
      // cfn msk-cluster, cfn kafkaconnect-connector
      "msk_cluster encryption_info.encryption_in_transit.in_cluster is:false",
      "mskconnect_connector kafka_cluster_encryption_in_transit.encryption_type is:PLAINTEXT",
      "kinesis_firehose_delivery_stream server_side_encryption.enabled is:false|-",
      // cfn dms-endpoint
      "dms_endpoint,dms_s3_endpoint ssl_mode is:none|-",
      "dms_endpoint kafka_settings.security_protocol is:plaintext|-",
      "dms_endpoint redis_settings.ssl_security_protocol is:plaintext",
      // cfn ecs-taskdefinition
      "ecs_service volume_configuration.managed_ebs_volume.encrypted is:false",
      "datasync_location_efs in_transit_encryption is:NONE|-",
      // elasticloadbalancing/latest/classic/elb-listener-config.html
      "elb listener.lb_protocol is:http|HTTP|tcp|TCP",
      "cloudfront_distribution ordered_cache_behavior.viewer_protocol_policy is:allow-all",
      "cloudfront_multitenant_distribution default_cache_behavior.viewer_protocol_policy,cache_behavior.viewer_protocol_policy is:allow-all",
      "lightsail_lb_https_redirection_policy enabled is:false",
      "workspaces_workspace root_volume_encryption_enabled,user_volume_encryption_enabled is:false|-",
      "codebuild_report_group export_config.s3_destination.encryption_disabled is:true",
      // directconnect/latest/UserGuide/direct-connect-mac-key-update.html
      "dx_connection encryption_mode worse:must_encrypt|should_encrypt|no_encrypt",
      "codebuild_project artifacts.encryption_disabled,secondary_artifacts.encryption_disabled,logs_config.s3_logs.encryption_disabled is:true",
      "chime_voice_connector require_encryption is:false",
      // redshift/latest/mgmt/connecting-ssl-support.html, documentdb/latest/developerguide/security.encryption.ssl.html
      "redshift_parameter_group parameter{require_ssl}.value is:false",
      "redshiftserverless_workgroup config_parameter{require_ssl}.parameter_value is:false",
      "docdb_cluster_parameter_group parameter{tls}.value is:disabled",
      "db_parameter_group,rds_cluster_parameter_group parameter{rds.force_ssl}.value is:0",
      "db_parameter_group,rds_cluster_parameter_group parameter{require_secure_transport}.value is:OFF|0",
      "neptune_cluster_parameter_group parameter{neptune_enforce_ssl}.value is:0",
    ],
    "danger attention": [
      // cfn ec2-instance, cfn ec2-launchtemplate
      "instance,spot_instance_request,launch_configuration root_block_device.encrypted,ebs_block_device.encrypted is:false",
      "launch_template block_device_mappings.ebs.encrypted is:false",
    ],
    // sns/latest/dg/sns-security-best-practices.html
    "attention attention": ["sns_topic_subscription protocol is:http"],
    attention: [
      // the page of the type in the registry
      "sagemaker_monitoring_schedule monitoring_schedule_config.monitoring_job_definition.network_config.enable_inter_container_traffic_encryption worse:true|false=-",
      // AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html, AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html: on
      // where it is not set, since PostgreSQL 15 and Aurora PostgreSQL 17
      "db_parameter_group{family~^postgres(?:9|1[0-4])},rds_cluster_parameter_group{family~^aurora-postgresql(?:9|1[0-6])} parameter{rds.force_ssl}.value is:-",
      "db_parameter_group,rds_cluster_parameter_group parameter{require_secure_transport}.value is:-",
      // documentdb/latest/developerguide/security.encryption.ssl.html
      "redshift_parameter_group parameter{require_ssl}.value is:-",
      "redshiftserverless_workgroup config_parameter{require_ssl}.parameter_value is:-",
      "db_option_group option.option_name loses:SSL|TDE|NATIVE_NETWORK_ENCRYPTION",
      "lightsail_distribution origin.protocol_policy is:http-only",
      "elasticache_replication_group transit_encryption_mode is:preferred",
      "lb_listener protocol worse:TLS|TCP|TCP_UDP|UDP",
      // elasticloadbalancing/latest/application/load-balancer-listeners.html
      "lb_listener{protocol=HTTP} default_action.redirect.protocol is:-",
      "lb_target_group protocol worse:HTTPS|HTTP",
      "lb_target_group protocol worse:TLS|TCP",
      // AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
      "cloudfront_distribution,cloudfront_multitenant_distribution origin.custom_origin_config.origin_protocol_policy worse:https-only|match-viewer|http-only",
      "api_gateway_method_settings settings.cache_data_encrypted is:false|-",
      // ses/latest/APIReference-V2/API_DeliveryOptions.html
      "ses_configuration_set,sesv2_configuration_set delivery_options.tls_policy is:Optional|OPTIONAL|-",
      "ses_receipt_rule tls_policy worse:Require|Optional",
      "ecs_cluster configuration.execute_command_configuration.log_configuration.cloud_watch_encryption_enabled,configuration.execute_command_configuration.log_configuration.s3_bucket_encryption_enabled is:false|-",
      "emr_security_configuration configuration@.EncryptionConfiguration.EnableAtRestEncryption,configuration@.EncryptionConfiguration.EnableInTransitEncryption is:false|-",
      "athena_workgroup configuration.enable_minimum_encryption_configuration is:false",
      // sagemaker/latest/APIReference/API_MonitoringNetworkConfig.html
      "sagemaker_data_quality_job_definition network_config.enable_inter_container_traffic_encryption is:false|-",
      "ec2_transit_gateway encryption_support is:disable",
      // filegateway/latest/files3/security-strategy.html
      "storagegateway_gateway smb_security_strategy worse:MandatoryEncryptionNoAes128|MandatoryEncryption|MandatorySigning|ClientSpecified",
      "ssm_document{document_type=Session} content@.inputs.s3EncryptionEnabled,content@.inputs.cloudWatchEncryptionEnabled is:false",
      "ssm_document{document_type=Session} content@.inputs.kmsKeyId is:-",
    ],
  },
  "encryption-weaker": {
    attention: [
      // kms/latest/developerguide/rotate-keys.html
      "kms_key rotation_period_in_days more",
      // network-firewall/latest/developerguide/kms-encryption-at-rest.html
      "networkfirewall_firewall,networkfirewall_firewall_policy,networkfirewall_rule_group encryption_configuration.type is:AWS_OWNED_KMS_KEY|-",
      // systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
      "ssm_parameter{type=SecureString} key_id is:alias/aws/ssm",
      // cfn keyspaces-table
      "keyspaces_table encryption_specification.type is:AWS_OWNED_KMS_KEY|-",
      "dms_s3_endpoint encryption_mode is:SSE_S3|sse-s3|-",
      "codepipeline artifact_store.encryption_key.id is:-",
      // eks/latest/userguide/envelope-encryption.html
      "eks_cluster encryption_config.provider.key_arn is:-",
      "mq_broker encryption_options.use_aws_owned_key is:true|-",
      // storagegateway/latest/APIReference/API_CreateNFSFileShare.html: with false, S3's own key encrypts
      "storagegateway_nfs_file_share,storagegateway_smb_file_share,storagegateway_cached_iscsi_volume,storagegateway_stored_iscsi_volume kms_encrypted is:false|-",
      "opensearchserverless_security_policy{type=encryption} policy changes",
      "verifiedaccess_endpoint,verifiedaccess_trust_provider sse_specification.customer_managed_key_enabled is:false|-",
      "verifiedaccess_group sse_configuration.customer_managed_key_enabled is:false|-",
      "connect_instance_storage_config storage_config.s3_config.encryption_config.key_id is:-",
    ],
  },
  "tls-weaker": {
    attention: [
      // elasticloadbalancing/latest/classic/elb-security-policy-options.html
      "load_balancer_policy policy_attribute{Protocol-TLSv1}.value,policy_attribute{Protocol-TLSv1.1}.value,policy_attribute{Protocol-SSLv3}.value is:true",
      "lb_ssl_negotiation_policy attribute{Protocol-TLSv1}.value,attribute{Protocol-TLSv1.1}.value,attribute{Protocol-SSLv3}.value is:true",
      "cloudfront_distribution,cloudfront_multitenant_distribution origin.custom_origin_config.origin_ssl_protocols gains:SSLv3|TLSv1|TLSv1.1",
      "cloudfront_vpc_origin vpc_origin_endpoint_config.origin_ssl_protocols.items gains:SSLv3|TLSv1|TLSv1.1",
      "vpn_connection tunnel1_ike_versions,tunnel2_ike_versions gains:ikev1",
    ],
  },
  "redundancy-off": {
    attention: [
      // cfn dax-cluster, cfn events-endpoint
      "dax_cluster replication_factor is:1",
      "cloudwatch_event_endpoint replication_config.state is:DISABLED",
    ],
  },
  "deletion-protection-off": {
    attention: [
      // verifiedpermissions/latest/apireference/API_CreatePolicyStore.html
      "verifiedpermissions_policy_store deletion_protection is:DISABLED|-",
      "cloudtrail_event_data_store,quicksight_account_settings termination_protection_enabled is:false",
      "dynamodb_table replica.deletion_protection_enabled is:false",
      "autoscaling_group protect_from_scale_in is:false|-",
      "organizations_account close_on_deletion is:true",
    ],
  },
  "force-destroy": {
    attention: [
      // dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.FullLoad.html
      "dms_replication_task replication_task_settings@.FullLoadSettings.TargetTablePrepMode worse:DO_NOTHING|TRUNCATE_BEFORE_LOAD|DROP_AND_CREATE",
      "dms_replication_config replication_settings@.FullLoadSettings.TargetTablePrepMode worse:DO_NOTHING|TRUNCATE_BEFORE_LOAD|DROP_AND_CREATE",
      // AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.Retaining.html
      "db_instance,rds_cluster delete_automated_backups is:true|-",
      "fsx_lustre_file_system,fsx_ontap_volume,fsx_openzfs_file_system,fsx_windows_file_system skip_final_backup is:true",
      "fsx_ontap_volume bypass_snaplock_enterprise_retention is:true",
      "fsx_openzfs_file_system delete_options gains",
      "fsx_openzfs_volume delete_volume_options gains",
      "ebs_volume final_snapshot is:false|-",
      "instance ebs_block_device.delete_on_termination,root_block_device.delete_on_termination is:true",
      "fsx_data_repository_association delete_data_in_filesystem is:true",
      // datasync/latest/userguide/API_Options.html
      "datasync_task options.preserve_deleted_files worse:PRESERVE|REMOVE",
      // bedrock/latest/userguide/kb-data-source-delete.html
      "bedrockagent_data_source data_deletion_policy is:DELETE|-",
      "datasync_task options.overwrite_mode worse:NEVER|ALWAYS",
      "cloudwatch_log_group skip_destroy worse:true|false",
    ],
  },
  "recovery-shortened": {
    attention: [
      // the page of the type in the registry
      "backup_logically_air_gapped_vault min_retention_days less",
      "drs_replication_configuration_template pit_policy.retention_duration less",
      "redshift_cluster_snapshot manual_snapshot_retention_period less",
      // timestream/latest/developerguide/API_RetentionProperties.html
      "timestreamwrite_table retention_properties.memory_store_retention_period_in_hours,retention_properties.magnetic_store_retention_period_in_days less",
      "kinesis_video_stream data_retention_in_hours less",
      "cloudwatch_event_archive retention_days less",
      "prometheus_workspace_configuration retention_period_in_days less",
      "config_retention_configuration retention_period_in_days less",
      "redshift_snapshot_copy manual_snapshot_retention_period less",
      // cfn dynamodb-table, cfn keyspaces-table
      "dynamodb_table replica.point_in_time_recovery is:false",
      "dynamodb_table_replica point_in_time_recovery is:false|-",
      "keyspaces_table point_in_time_recovery.status is:DISABLED|-",
      "keyspaces_table default_time_to_live set",
      "opensearchserverless_lifecycle_policy policy changes",
      // cfn rbin-rule, cfn dlm-lifecyclepolicy
      "rbin_rule retention_period.retention_period_value less",
      "dlm_lifecycle_policy policy_details.schedule.retain_rule.count,policy_details.schedule.retain_rule.interval less",
      "dlm_lifecycle_policy policy_details.schedule.create_rule.interval more",
      "lightsail_database backup_retention_enabled is:false",
      "fsx_ontap_volume snaplock_configuration.retention_period.default_retention.value less",
      "storagegateway_tape_pool retention_lock_time_in_days less",
      "kinesisanalyticsv2_application application_configuration.application_snapshot_configuration.snapshots_enabled is:false",
      // AmazonS3/latest/userguide/s3-tables-maintenance.html
      "s3tables_table maintenance_configuration.iceberg_snapshot_management.settings.max_snapshot_age_hours,maintenance_configuration.iceberg_snapshot_management.settings.min_snapshots_to_keep less",
      // glue/latest/dg/snapshot-retention-management.html
      "glue_catalog_table_optimizer configuration.retention_configuration.iceberg_configuration.snapshot_retention_period_in_days,configuration.retention_configuration.iceberg_configuration.number_of_snapshots_to_retain less",
      // AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html, .../aurora-global-database.html
      "rds_cluster backtrack_window less",
      "rds_cluster,docdb_cluster,neptune_cluster global_cluster_identifier is:-",
      // AmazonRDS/latest/UserGuide/USER_ReadRepl.html
      "db_instance replicate_source_db is:-",
      "rds_cluster replication_source_identifier is:-",
      // amazondynamodb/latest/developerguide/GlobalTables.html
      "dynamodb_table replica.region_name loses",
      "secretsmanager_secret replica.region loses",
      // aws-backup/latest/devguide/cross-region-backup.html
      "backup_plan rule.copy_action.destination_vault_arn loses",
      "dynamodb_table point_in_time_recovery.recovery_period_in_days less",
      "fsx_ontap_volume snapshot_policy is:none",
      // glue/latest/dg/orphan-file-deletion.html
      "glue_catalog_table_optimizer configuration.orphan_file_deletion_configuration.iceberg_configuration.orphan_file_retention_period_in_days less",
      "glue_catalog_table_optimizer configuration.orphan_file_deletion_configuration.iceberg_configuration.location changes",
      // firehose/latest/dev/create-backup.html
      "kinesis_firehose_delivery_stream extended_s3_configuration.s3_backup_mode,redshift_configuration.s3_backup_mode worse:Enabled|Disabled",
      "kinesis_firehose_delivery_stream http_endpoint_configuration.s3_backup_mode,snowflake_configuration.s3_backup_mode,iceberg_configuration.s3_backup_mode worse:AllData|FailedDataOnly",
      "kinesis_firehose_delivery_stream opensearch_configuration.s3_backup_mode,elasticsearch_configuration.s3_backup_mode worse:AllDocuments|FailedDocumentsOnly",
      "kinesis_firehose_delivery_stream splunk_configuration.s3_backup_mode worse:AllEvents|FailedEventsOnly",
    ],
  },
  "lifecycle-shortened": {
    // AmazonECR/latest/userguide/LifecyclePolicies.html
    "attention attention": [
      "ecr_lifecycle_policy policy changes",
      // AmazonS3/latest/userguide/intelligent-tiering-overview.html: reading from these tiers takes hours
      "s3_bucket_intelligent_tiering_configuration tiering.access_tier gains",
    ],
    attention: ["ecr_repository_creation_template lifecycle_policy changes"],
  },
  "object-lock-weaker": {
    attention: [
      // AmazonS3/latest/userguide/object-lock.html
      "s3_object,s3_object_copy object_lock_legal_hold_status is:OFF|-",
      "s3_object,s3_object_copy object_lock_mode worse:COMPLIANCE|GOVERNANCE|-",
      "s3_bucket versioning.mfa_delete is:false|-",
    ],
  },
  "password-policy-weaker": {
    danger: ["cognito_user_pool mfa_configuration is:OFF|-"],
    attention: [
      "cognito_user_pool mfa_configuration worse:ON|OPTIONAL",
      "cognito_managed_user_pool_client enable_token_revocation is:false",
    ],
  },
  "organization-policy": {
    attention: [
      // organizations/latest/userguide/orgs_manage_accounts_move.html
      "organizations_account parent_id changes",
      // organizations/latest/userguide/orgs_manage_policies_declarative.html; SCPs and RCPs are compared as policies
      "organizations_policy{type~^(?!SERVICE_CONTROL_POLICY|RESOURCE_CONTROL_POLICY)} content changes",
      // controltower/latest/userguide/lz-api-update.html, .../control-parameter-concepts.html
      "controltower_landing_zone manifest_json changes",
      "controltower_control parameters.value changes",
    ],
  },
  "capacity-reduced": {
    note: [
      // AmazonRDS/latest/UserGuide/CHAP_Storage.html, ebs/latest/userguide/ebs-volume-types.html
      "db_instance storage_type worse:io2|io1|gp3|gp2|standard",
      "ebs_volume type worse:io2|io1|gp3|gp2|st1|sc1|standard",
      // elasticloadbalancing/latest/application/target-group-health-checks.html: a target that fails it gets no requests
      "lb_target_group health_check.path,health_check.matcher,health_check.port,health_check.protocol changes",
      "lb,elb idle_timeout less",
    ],
    attention: [
      // amazondynamodb/latest/developerguide/capacity-mode.html: requests above the capacity are refused
      "dynamodb_table billing_mode worse:PAY_PER_REQUEST|PROVISIONED",
      // global-accelerator/latest/dg/about-endpoints-endpoint-weights.html
      "globalaccelerator_endpoint_group endpoint_configuration.weight is:0",
      // AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html: a disk that is full stops the database
      "db_instance max_allocated_storage is:0",
      // lambda/latest/dg/invocation-eventsourcemapping.html, eventbridge/latest/userguide/eb-pipes.html
      "lambda_event_source_mapping enabled is:false",
      "pipes_pipe desired_state is:STOPPED",
      "iot_topic_rule enabled is:false",
      // AmazonCloudFront/latest/DeveloperGuide/HowToUpdateDistribution.html
      "cloudfront_distribution,cloudfront_multitenant_distribution,globalaccelerator_accelerator enabled is:false",
      // Route53/latest/DeveloperGuide/health-checks-creating-values.html: it then counts as healthy
      "route53_health_check disabled is:true",
      "lb_target_group health_check.enabled is:false",
      // elasticloadbalancing/latest/application/load-balancer-listeners.html
      "lb_listener default_action.type gains:fixed-response",
      // AmazonECS/latest/developerguide/service_definition_parameters.html
      "ecs_service deployment_minimum_healthy_percent is:0",
      // AmazonS3/latest/userguide/EventNotifications.html
      "s3_bucket_notification lambda_function.lambda_function_arn,queue.queue_arn,topic.topic_arn loses",
      "s3_bucket_notification eventbridge worse:true|false",
      // amazondynamodb/latest/developerguide/Streams.html
      "dynamodb_table stream_enabled worse:true|false=-",
      // batch/latest/userguide/create-job-queue.html
      "batch_job_queue,batch_compute_environment state is:DISABLED",
      // autoscaling/ec2/userguide/as-suspend-resume-processes.html
      "autoscaling_group suspended_processes gains",
      // vpc/latest/userguide/AmazonDNS-concepts.html, vpc/latest/privatelink/interface-endpoints.html
      "vpc enable_dns_support worse:true|false",
      "vpc_endpoint private_dns_enabled worse:true|false",
      "vpc_endpoint route_table_ids loses",
      "acmpca_certificate_authority enabled is:false",
      "ecs_service load_balancer.target_group_arn loses",
      "autoscaling_group target_group_arns,load_balancers loses",
      // autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
      "autoscaling_group mixed_instances_policy.instances_distribution.on_demand_base_capacity,mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity less",
      // amazondynamodb/latest/developerguide/GSI.html: queries of it fail
      "dynamodb_table global_secondary_index.name loses",
      "route_table route.cidr_block loses",
      // connect/latest/adminguide/update-instance-settings.html
      "connect_instance inbound_calls_enabled,outbound_calls_enabled worse:true|false",
      "dms_replication_task start_replication_task worse:true|false",
      "dms_replication_config start_replication worse:true|false",
      "redshift_scheduled_action target_action changes",
    ],
  },
  "dns-target": {
    note: [
      // elasticloadbalancing/latest/application/listener-rules.html
      "lb_listener_rule condition.path_pattern.values,condition.host_header.values changes",
      "lb_listener certificate_arn changes",
      "lb_listener default_action.forward.target_group.weight changes",
      "lb_listener_rule action.forward.target_group.weight changes",
    ],
    // Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
    "attention note": ["route53_resolver_rule target_ip.ip changes"],
    attention: [
      // AmazonS3/latest/userguide/how-to-page-redirect.html, elasticloadbalancing/latest/application/rule-action-types.html
      "s3_bucket_website_configuration redirect_all_requests_to.host_name,routing_rule.redirect.host_name changes",
      "lb_listener default_action.redirect.host,default_action.target_group_arn,default_action.forward.target_group.arn changes",
      "lb_listener_rule action.redirect.host,action.target_group_arn,action.forward.target_group.arn changes",
      // apigateway/latest/developerguide/how-to-integration-settings.html
      "api_gateway_integration uri changes",
      "apigatewayv2_integration integration_uri changes",
      "appsync_datasource http_config.endpoint changes",
      // Route53/latest/DeveloperGuide/domain-name-servers-glue-records.html
      "route53domains_registered_domain,route53domains_domain name_server.name changes",
      "vpc_dhcp_options domain_name_servers changes",
      // Route53/latest/DeveloperGuide/routing-policy-weighted.html
      "route53_record weighted_routing_policy.weight is:0",
      // AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
      "cloudfront_distribution,cloudfront_multitenant_distribution origin.domain_name loses",
      // apigateway/latest/developerguide/rest-api-mappings.html
      "api_gateway_base_path_mapping,apigatewayv2_api_mapping api_id changes",
      // vpc-lattice/latest/ug/listeners.html
      "vpclattice_listener default_action.forward.target_groups.target_group_identifier changes",
      "vpclattice_listener_rule action.forward.target_groups.target_group_identifier changes",
      // global-accelerator/latest/dg/about-endpoints.html
      "globalaccelerator_endpoint_group endpoint_configuration.endpoint_id loses",
      "eip_association instance_id,network_interface_id changes",
      // AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html, opensearch-service/latest/developerguide/customendpoint.html
      "cloudfront_distribution aliases loses",
      "opensearch_domain domain_endpoint_options.custom_endpoint changes",
      // directoryservice/latest/devguide/API_CreateConditionalForwarder.html
      "directory_service_conditional_forwarder dns_ips changes",
      // amplify/latest/userguide/redirects.html
      "amplify_app custom_rule.target changes",
    ],
  },
  "machine-code": {
    // systems-manager/latest/userguide/maintenance-windows.html
    "note note": [
      "ssm_maintenance_window_task task_arn changes",
      // appconfig/latest/userguide/appconfig-deploying.html: flags and settings that applications read
      "appconfig_deployment configuration_version,deployment_strategy_id changes",
    ],
    note: [
      "ssm_maintenance_window_task task_invocation_parameters changes",
      "codebuild_project source.buildspec changes",
      "lambda_function handler,runtime changes",
      "autoscaling_group launch_template.id changes",
      "scheduler_schedule target.input changes",
      "cloudwatch_event_target input changes",
      "eks_addon configuration_values changes",
      "appconfig_hosted_configuration_version content changes",
      "s3_object{key~\\.(?:sh|ps1|py|jar|whl|zip|js)$} content,source_hash,etag changes",
      // AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html, step-functions/latest/dg/concepts-amazon-states-language.html
      "cloudfront_function,appsync_function,appsync_resolver code changes",
      "sfn_state_machine definition changes",
      "lambda_alias function_version changes",
      "launch_template,launch_configuration image_id changes",
      "ecs_task_definition container_definitions@.command,container_definitions@.entryPoint,container_definitions@.secrets.valueFrom changes",
      "mskconnect_connector connector_configuration changes",
      "codepipeline stage.action.configuration.BranchName,stage.action.configuration.Branch changes",
      "glue_user_defined_function class_name changes",
      "mskconnect_custom_plugin location.s3.file_key changes",
      "mwaa_environment dag_s3_path,plugins_s3_path,plugins_s3_object_version,requirements_s3_path,requirements_s3_object_version,startup_script_s3_path,startup_script_s3_object_version changes",
      "sagemaker_pipeline pipeline_definition changes",
      "bedrockagent_agent instruction changes",
      "connect_contact_flow content changes",
      "amplify_app build_spec changes",
      "appsync_graphql_api schema changes",
      "imagebuilder_image_recipe,imagebuilder_container_recipe parent_image changes",
    ],
    attention: [
      // lambda/latest/dg/gettingstarted-package.html
      "lambda_function,lambda_layer_version s3_bucket changes",
      // amplify/latest/userguide/getting-started.html, apprunner/latest/dg/service-source-code.html
      "amplify_app repository changes",
      // AmazonECR/latest/userguide/pull-through-cache.html
      "ecr_pull_through_cache_rule upstream_registry_url changes",
      "codebuild_project source.location changes",
      "apprunner_service source_configuration.code_repository.repository_url changes",
      // codepipeline/latest/userguide/integrations-action-type.html
      "codepipeline stage.action.configuration.FullRepositoryId,stage.action.configuration.RepositoryName,stage.action.configuration.Repo,stage.action.configuration.Owner,stage.action.configuration.S3Bucket changes",
      // lambda/latest/dg/lambda-runtimes.html
      "lambda_function runtime older",
      // AmazonECS/latest/developerguide/task_definition_parameters.html: the family stands before the revision
      "ecs_service task_definition others",
      "cloudwatch_event_target ecs_target.task_definition_arn others",
      "scheduler_schedule target.ecs_parameters.task_definition_arn others",
      // sagemaker/latest/APIReference/API_ContainerDefinition.html: a model is code, too
      "sagemaker_model primary_container.model_data_url,container.model_data_url elsewhere",
      "sagemaker_code_repository git_config.repository_url changes",
      "mskconnect_custom_plugin location.s3.bucket_arn changes",
      "synthetics_canary s3_bucket changes",
      "mwaa_environment source_bucket_arn changes",
      "glue_connection connection_properties.JDBC_DRIVER_JAR_URI,connection_properties.CONNECTOR_URL elsewhere",
      "glue_user_defined_function resource_uris.uri elsewhere",
      // athena/latest/ug/connect-to-a-data-source-lambda.html
      "athena_data_catalog parameters changes",
      // bedrock/latest/userguide/agents-lambda.html, bedrock-agentcore/latest/devguide/gateway-supported-targets.html
      "bedrockagent_agent_action_group action_group_executor.lambda changes",
      "bedrockagentcore_gateway_target target_configuration.mcp.lambda.lambda_arn,target_configuration.mcp.mcp_server.endpoint changes",
      "transfer_server workflow_details.on_upload.workflow_id changes:-",
      // systems-manager-automation-runbooks: it changes resources by itself; config/latest/developerguide/remediation.html
      "config_remediation_configuration automatic is:true",
      "config_remediation_configuration target_id changes",
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
