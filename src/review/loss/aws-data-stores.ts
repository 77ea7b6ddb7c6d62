/** Types of AWS that hold data, keys or identities. {@link parseLossTable} has the form. */
export const AWS_DATA_STORES = `
# data danger
all Firewall Manager policies go
  aws_fms_admin_account
policies that were made from it go too
  aws_verifiedpermissions_policy_template
the snapshot goes, and nothing can be restored from it any more
  aws_db_cluster_snapshot aws_db_snapshot aws_db_snapshot_copy aws_docdb_cluster_snapshot aws_ebs_snapshot
  aws_ebs_snapshot_copy aws_ebs_snapshot_import aws_fsx_backup aws_fsx_openzfs_snapshot
  aws_kinesisanalyticsv2_application_snapshot aws_memorydb_snapshot aws_neptune_cluster_snapshot
  aws_rds_cluster_snapshot_copy aws_redshift_cluster_snapshot aws_redshiftserverless_snapshot
every table in it goes too, also those that Terraform does not manage
  aws_glue_catalog_database
every table in it goes too
  aws_athena_database aws_glue_catalog
its definition and its partitions go; files in S3 stay
  aws_glue_catalog_table
its data goes too
  aws_s3tables_table
every schema in it goes too
  aws_glue_registry
all its versions go; readers cannot decode what was written with them
  aws_glue_schema
the bucket goes
  aws_lightsail_bucket aws_s3_bucket aws_s3_directory_bucket aws_s3control_bucket
the bucket and its tables go
  aws_s3tables_table_bucket
the bucket and its vectors go
  aws_s3vectors_vector_bucket
its vectors go
  aws_s3vectors_index
the table and its items go
  aws_dynamodb_table
the database goes
  aws_db_instance aws_finspace_kx_database aws_lightsail_database aws_simpledb_domain aws_timestreaminfluxdb_db_cluster
  aws_timestreaminfluxdb_db_instance
the cluster's databases go
  aws_odb_cloud_autonomous_vm_cluster aws_odb_cloud_vm_cluster aws_rds_cluster aws_rds_shard_group
the cluster's data goes
  aws_docdb_cluster aws_docdbelastic_cluster aws_dsql_cluster aws_neptune_cluster aws_redshift_cluster
the namespace's data goes
  aws_redshiftserverless_namespace
the graph and its data go
  aws_detective_graph aws_neptunegraph_graph
what it holds goes
  aws_memorydb_cluster
its indices go
  aws_cloudsearch_domain aws_elasticsearch_domain aws_opensearch_domain aws_qbusiness_application
the collection goes
  aws_location_geofence_collection aws_opensearchserverless_collection aws_rekognition_collection
records that are not read yet go
  aws_kinesis_stream
what was recorded goes
  aws_cloudtrail_event_data_store aws_cloudwatch_event_archive aws_kinesis_video_stream aws_prometheus_workspace
its topics go
  aws_msk_cluster aws_msk_serverless_cluster
messages that are not read yet go, and its address changes
  aws_mq_broker
its files go
  aws_cloud9_environment_ec2 aws_codecatalyst_dev_environment aws_efs_file_system aws_fsx_lustre_file_system
  aws_fsx_ontap_file_system aws_fsx_openzfs_file_system aws_fsx_windows_file_system aws_sagemaker_notebook_instance
  aws_sagemaker_space aws_workspaces_workspace
the volume goes
  aws_ebs_volume aws_ebs_volume_copy aws_finspace_kx_volume aws_fsx_ontap_volume aws_fsx_openzfs_volume
  aws_lightsail_disk aws_storagegateway_cached_iscsi_volume
the instance and its disk go
  aws_lightsail_instance
what was not uploaded yet goes
  aws_storagegateway_gateway
the vault goes
  aws_backup_vault
the ledger goes
  aws_qldb_ledger
the table goes
  aws_keyspaces_table aws_timestreamwrite_table
the keyspace goes
  aws_keyspaces_keyspace
its packages go
  aws_codeartifact_repository
the repository and its history go
  aws_codecatalyst_source_repository aws_codecommit_repository
what is in it goes
  aws_codecatalyst_project aws_datazone_domain aws_datazone_environment aws_datazone_project aws_finspace_kx_environment
what the stack made goes, and what is stored in it too
  aws_cloudformation_stack aws_cloudformation_stack_instances aws_cloudformation_stack_set_instance
  aws_serverlessapplicationrepository_cloudformation_stack
what was deployed into the cluster goes
  aws_eks_cluster
its runs, connections and variables go
  aws_mwaa_environment
its dashboards and users go
  aws_grafana_workspace aws_quicksight_account_subscription
its contacts, users and flows go
  aws_connect_instance
its experiments and their results go
  aws_sagemaker_mlflow_app aws_sagemaker_mlflow_tracking_server
what the model has learned goes
  aws_bedrock_custom_model aws_comprehend_document_classifier aws_comprehend_entity_recognizer
  aws_transcribe_language_model
what the agents remember goes
  aws_bedrockagentcore_memory
the evidence that it gathered goes
  aws_auditmanager_assessment
its findings, jobs and settings go
  aws_macie2_account
its incidents and their timelines go
  aws_ssmincidents_replication_set
its voice profiles go
  aws_chimesdkvoice_voice_profile_domain
the profiles of customers go
  aws_customerprofiles_domain aws_customerprofiles_profile
what was published in it goes
  aws_dataexchange_data_set aws_dataexchange_revision aws_dataexchange_revision_assets
its contacts go
  aws_sesv2_contact_list
its endpoints, segments and campaigns go
  aws_pinpoint_app
who has opted out is no longer known
  aws_pinpointsmsvoicev2_opt_out_list
its policies go, also those that Terraform does not manage
  aws_verifiedpermissions_policy_store
the collaboration ends for all its members
  aws_cleanrooms_collaboration
the landing zone is taken down
  aws_controltower_landing_zone
the graph of the organization and its data go
  aws_detective_organization_admin_account
what it indexed goes
  aws_kendra_index
what its template made goes, and what is stored in it too
  aws_sagemaker_project aws_servicecatalog_provisioned_product
the image and its snapshots go, and no instance can be started from it any more
  aws_ami_copy aws_ami_from_instance
users lose their files, unless the file system is retained
  aws_sagemaker_domain
its images go
  aws_ecr_repository aws_ecrpublic_repository
its keys and values go; apply fails while a function uses it
  aws_cloudfront_key_value_store
its datasets go; apply fails while models are in it
  aws_rekognition_project
the user no longer reaches the files, which stay in the file system of the domain
  aws_sagemaker_user_profile
its online features go; those in S3 stay
  aws_sagemaker_feature_group
the messages in it go
  aws_msk_topic
the mail in it goes
  aws_mailmanager_archive
its mailboxes go
  aws_workmail_organization
# data attention
the partition is no longer found; files in S3 stay
  aws_glue_partition
its labels and its training go
  aws_glue_ml_transform
the ruleset and its history go
  aws_glue_data_quality_ruleset
the object goes
  aws_s3_bucket_object aws_s3_object aws_s3_object_copy
its logs go
  aws_cloudwatch_log_group aws_cloudwatch_log_stream
what it holds goes
  aws_elasticache_cluster aws_elasticache_replication_group aws_elasticache_serverless_cache
records that are not delivered yet go
  aws_kinesis_firehose_delivery_stream
messages that are not read yet go
  aws_sqs_queue
its query history and named queries go
  aws_athena_workgroup
the item goes, with what an application wrote into it
  aws_cloudfrontkeyvaluestore_key aws_dynamodb_table_item
the copy in that Region goes; the table stays
  aws_dynamodb_table_replica
no more backups are made by it; those that are there stay
  aws_backup_plan aws_backup_selection aws_dlm_lifecycle_policy aws_efs_backup_policy aws_redshift_snapshot_copy
  aws_redshift_snapshot_schedule aws_redshift_snapshot_schedule_association
its findings go
  aws_accessanalyzer_analyzer aws_guardduty_detector aws_inspector_assessment_target aws_inspector_assessment_template
  aws_securityhub_account aws_securityhub_account_v2
findings, filters and suppressions go
  aws_inspector2_enabler
the uploaded file goes
  aws_devicefarm_upload aws_gamelift_build aws_gamelift_script
its position in the source goes: it copies from the start again
  aws_dms_replication_config aws_dms_replication_task
its state and its snapshots go
  aws_kinesisanalyticsv2_application
what is on its own disks goes
  aws_emr_cluster
the application is no longer served, and a database that belongs to the environment goes too
  aws_elastic_beanstalk_environment
what it indexed goes
  aws_kendra_data_source aws_kendra_faq
memories that it made go
  aws_bedrockagentcore_memory_strategy
what people wrote into it goes
  aws_datazone_glossary aws_datazone_glossary_term aws_quicksight_analysis aws_sagemaker_model_card
what is imported into SPICE goes
  aws_quicksight_data_set
the positions that it recorded go
  aws_location_tracker
files that were not written to S3 yet may go
  aws_fsx_data_repository_association aws_s3files_file_system
its versions go
  aws_quicksight_template aws_schemas_schema
clients lose the volume; its disk stays, and a new volume keeps what is on it only if it is set so
  aws_storagegateway_stored_iscsi_volume
the shadow of the device goes
  aws_iot_thing
its values on databases, tables and columns go, and what is granted by them
  aws_lakeformation_lf_tag
its pools and allocations go
  aws_vpc_ipam aws_vpc_ipam_pool
it can be a resource of any kind, with data too
  aws_cloudcontrolapi_resource
no more copies are made by it; those that are there stay
  aws_ecr_replication_configuration aws_efs_replication_configuration
  aws_observabilityadmin_centralization_rule_for_organization aws_s3_bucket_replication_configuration
  aws_s3tables_table_bucket_replication aws_s3tables_table_replication
the tables or clusters in it stay, and no longer copy to each other
  aws_docdb_global_cluster aws_dynamodb_global_table aws_elasticache_global_replication_group aws_neptune_global_cluster
its versions and subscriptions go
  aws_quicksight_dashboard
no instance can be started from it any more; its snapshots stay
  aws_ami
what was installed on it and is not in an image goes
  aws_appstream_image_builder
addresses that an automation wrote into it go
  aws_waf_ipset aws_wafregional_ipset aws_wafv2_ip_set
no more copies are made by it; those that are there stay until their retention ends
  aws_db_instance_automated_backups_replication
its versions and saved configurations go
  aws_elastic_beanstalk_application
files that were not written to the source yet may go
  aws_fsx_file_cache
its profiles go
  aws_codeguruprofiler_profiling_group
what it collected goes, and its ID in the pages changes
  aws_rum_app_monitor
its runs and what was uploaded go
  aws_devicefarm_project aws_devicefarm_test_grid_project
the report goes
  aws_auditmanager_assessment_report
its workspaces and dashboards go
  aws_opensearch_application
its schemas and their versions go
  aws_schemas_registry
apply fails while versions of models are in it
  aws_sagemaker_model_package_group
apply fails while repositories are in it
  aws_codeartifact_domain
its anomalies go, and what was suppressed or taken for normal
  aws_cloudwatch_log_anomaly_detector
the anomalies that it found go
  aws_ce_anomaly_monitor
its analysis rules go, which are made outside of Terraform; without them nobody can query it
  aws_cleanrooms_configured_table
apply fails while something is in it
  aws_sagemaker_hub
apply fails unless it is empty; then the vault goes
  aws_backup_logically_air_gapped_vault aws_glacier_vault
its versions go; their container images stay
  aws_sagemaker_image
its reports and their history go, if it is set so; otherwise apply fails while it has some
  aws_codebuild_report_group
what it indexed goes, unless a data source is set to retain it
  aws_bedrockagent_data_source aws_bedrockagent_knowledge_base
its experiments and their results go; apply fails while features are in it
  aws_evidently_project
apply fails while clusters are in it
  aws_memorydb_multi_region_cluster
apply fails while clusters are in it; destroyed by force, they stay and no longer copy to each other
  aws_rds_global_cluster
apply fails while tables are in it
  aws_s3tables_namespace aws_timestreamwrite_database
its state goes
  aws_kinesis_analytics_application
apply fails while objects are in it
  aws_media_store_container
its assessments go
  aws_resiliencehubv2_service aws_resiliencehubv2_system
what is registered in it goes
  aws_agentregistry_registry aws_bedrockagentcore_registry
the sessions that are saved in it go
  aws_bedrockagentcore_browser_profile
# keys danger
what is encrypted with it can then never be read again
  aws_kms_external_key aws_kms_key aws_paymentcryptography_key
the secret and its versions go
  aws_secretsmanager_secret
its private key goes, and what it issued cannot be renewed or revoked
  aws_acmpca_certificate_authority
its keys go; only its backups are left
  aws_cloudhsm_v2_cluster
# keys attention
the parameter and its history go
  aws_ssm_parameter
the version and its value go, unless it is the current one, which stays
  aws_secretsmanager_secret_version
one copy of the keys goes; with the last one only its backups are left
  aws_cloudhsm_v2_hsm
what signs in with it is refused
  aws_chime_voice_connector_termination_credentials aws_grafana_workspace_api_key
  aws_grafana_workspace_service_account_token aws_iam_access_key aws_iam_service_specific_credential
  aws_iam_signing_certificate aws_iam_user_ssh_key aws_iot_certificate aws_lightsail_bucket_access_key
  aws_transfer_ssh_key
what sends the key is refused
  aws_api_gateway_api_key aws_appsync_api_key aws_wafv2_api_key
its client ID and its secret change
  aws_cognito_user_pool_client
the credentials that it holds go
  aws_appfabric_app_authorization aws_appflow_connector_profile aws_bedrockagentcore_api_key_credential_provider
  aws_bedrockagentcore_oauth2_credential_provider aws_codebuild_source_credential
what is signed with it is no longer accepted
  aws_ivs_playback_key_pair aws_transfer_certificate
clients no longer trust the server, because its key changes
  aws_transfer_host_key
the private key that AWS made for it cannot be had again
  aws_lightsail_key_pair
nothing is decrypted with it in this Region until it is replicated again
  aws_kms_replica_external_key aws_kms_replica_key
its code changes: machines that are not registered yet cannot register, others stay
  aws_ssm_activation
backends that check the certificate refuse the API until they trust the new one
  aws_api_gateway_client_certificate
the user signs in without it, and must set up a new one
  aws_iam_virtual_mfa_device
the user can no longer sign in to the console, and a new password is another one
  aws_iam_user_login_profile
apply fails while a cluster uses it; the HSM must be told to trust a new one
  aws_redshift_hsm_client_certificate
apply fails while a key group or a field-level encryption profile uses it
  aws_cloudfront_public_key
# identities danger
its users go, with their passwords and devices
  aws_cognito_user_pool
the identities in it go, and with them what applications stored for each
  aws_cognito_identity_pool
the user goes, with the password and devices
  aws_cognito_user aws_identitystore_user
its access keys, its password and its devices go
  aws_iam_user
the user goes, and what only that user owns is left without an owner
  aws_quicksight_user
the account is closed or leaves the organization
  aws_organizations_account
the devices that are registered in it go
  aws_sns_platform_application
the domain name is given up, and others may register it
  aws_route53domains_domain
the number is given back, and cannot be had again
  aws_connect_phone_number aws_pinpointsmsvoicev2_phone_number
its users and groups go, and what only they own is left without an owner
  aws_quicksight_namespace
its users and computers go, unless it only connects to another directory
  aws_directory_service_directory
the organization ends, with its policies and its consolidated billing; apply fails while accounts are in it
  aws_organizations_organization
the user goes, with the mailbox
  aws_workmail_user
# identities attention
this account leaves the collaboration, and cannot join it again
  aws_cleanrooms_membership
the public address is given back, and others may still have it in their lists
  aws_eip aws_globalaccelerator_accelerator aws_globalaccelerator_custom_routing_accelerator aws_lightsail_static_ip
what acts as it is refused
  aws_bedrockagentcore_workload_identity aws_grafana_workspace_service_account
the group goes, with its members and what it is allowed
  aws_cognito_user_group aws_identitystore_group aws_iot_thing_group aws_quicksight_group aws_workmail_group
users of this provider cannot sign in
  aws_cognito_identity_provider
users no longer sign in at the same address
  aws_iam_account_alias
its workers can no longer sign in, and the address of their portal may change
  aws_sagemaker_workforce
clients that sign in as the user are refused
  aws_elasticache_user aws_finspace_kx_user aws_memorydb_user aws_mq_user aws_transfer_user
the user can no longer sign in, and is invited again
  aws_appstream_user
the agent can no longer sign in, and is another one in reports
  aws_connect_user
its ID changes, and what names it no longer means it; apply fails while accounts are in it
  aws_organizations_organizational_unit
its range of addresses is given back, and the next one may be another
  aws_vpc_ipam_pool_cidr aws_vpc_ipam_pool_cidr_allocation aws_vpc_ipv6_cidr_block_association
its addresses are given back; apply fails while a distribution uses it
  aws_cloudfront_anycast_ip_list
its name servers are given back, and zones at registrars may still name them; apply fails while a zone uses it
  aws_route53_delegation_set
`;
