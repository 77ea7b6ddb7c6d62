/**
 * Types of AWS that record, check, limit or start something: what should have happened while one is gone is missing afterwards.
 * {@link parseLossTable} has the form.
 */
export const AWS_GAPS = `
# outage
what it starts does not run, and missed runs are not made up
  aws_appautoscaling_scheduled_action aws_appconfig_extension_association aws_autoscaling_schedule
  aws_backup_restore_testing_plan aws_backup_restore_testing_selection aws_datasync_task aws_glue_workflow
  aws_imagebuilder_image_pipeline aws_quicksight_refresh_schedule aws_redshift_scheduled_action
  aws_sagemaker_monitoring_schedule aws_scheduler_schedule aws_secretsmanager_secret_rotation aws_ssm_association
  aws_ssm_maintenance_window aws_ssm_maintenance_window_target aws_ssm_maintenance_window_task
  aws_timestreamquery_scheduled_query
events in the time without it are lost
  aws_appfabric_ingestion aws_appfabric_ingestion_destination aws_chime_voice_connector_streaming
  aws_cloudwatch_event_rule aws_cloudwatch_event_target aws_codecommit_trigger aws_dataexchange_event_action
  aws_dynamodb_kinesis_streaming_destination aws_iot_topic_rule aws_location_tracker_association
  aws_pinpoint_event_stream aws_pinpointsmsvoicev2_event_destination aws_rekognition_stream_processor
  aws_s3_bucket_notification aws_securitylake_aws_log_source aws_securitylake_custom_log_source
  aws_securitylake_data_lake aws_securitylake_subscriber_notification aws_ses_event_destination
  aws_ses_identity_notification_topic aws_sesv2_configuration_set_event_destination
schedules in it go too
  aws_scheduler_schedule_group
what it protects is no longer protected
  aws_codecommit_approval_rule_template aws_codecommit_approval_rule_template_association aws_cognito_risk_configuration
  aws_controltower_baseline aws_controltower_control aws_fms_policy aws_route53_resolver_dnssec_config
  aws_route53_resolver_firewall_rule_group_association aws_route53domains_delegation_signer_record
  aws_route53recoverycontrolconfig_safety_rule aws_shield_application_layer_automatic_response aws_shield_protection
  aws_vpc_block_public_access_options aws_vpc_encryption_control aws_waf_web_acl aws_wafregional_web_acl
  aws_wafregional_web_acl_association aws_wafv2_web_acl_association aws_wafv2_web_acl_rule_group_association
  aws_workspacesweb_data_protection_settings_association
what it limits is no longer limited
  aws_bedrockagentcore_policy_engine aws_licensemanager_association aws_quicksight_custom_permissions
  aws_quicksight_ip_restriction aws_quicksight_role_custom_permission aws_quicksight_user_custom_permission
  aws_redshift_usage_limit aws_redshiftserverless_usage_limit aws_s3control_directory_bucket_access_point_scope
  aws_workspaces_ip_group aws_workspacesweb_ip_access_settings_association
messages in the time without it are lost, and some subscriptions must be confirmed again by hand
  aws_sns_topic_subscription
the account no longer administers the service for the organization
  aws_auditmanager_organization_admin_account_registration aws_cloudtrail_organization_delegated_admin_account
  aws_guardduty_organization_admin_account aws_inspector2_delegated_admin_account aws_macie2_organization_admin_account
  aws_organizations_delegated_administrator aws_securityhub_organization_admin_account
  aws_vpc_ipam_organization_admin_account
the administrator account no longer sees what is found in it
  aws_detective_invitation_accepter aws_detective_member aws_guardduty_invite_accepter aws_guardduty_member
  aws_inspector2_member_association aws_macie2_invitation_accepter aws_macie2_member aws_securityhub_invite_accepter
  aws_securityhub_member
failed messages are no longer set aside
  aws_sqs_queue_redrive_policy
metrics in the time without it are lost
  aws_cloudwatch_metric_stream aws_prometheus_scraper aws_rum_metrics_destination
  aws_s3control_storage_lens_configuration
logs in the time without it are not delivered
  aws_api_gateway_account aws_bedrock_model_invocation_logging_configuration aws_chime_voice_connector_logging
  aws_chimesdkvoice_global_settings aws_cloudtrail aws_cloudwatch_log_delivery
  aws_cloudwatch_log_s3_table_integration_source aws_cloudwatch_log_subscription_filter
  aws_cognito_log_delivery_configuration aws_directory_service_log_subscription aws_flow_log
  aws_ivschat_logging_configuration aws_networkfirewall_logging_configuration
  aws_observabilityadmin_s3_table_integration aws_observabilityadmin_telemetry_pipeline
  aws_prometheus_query_logging_configuration aws_rds_cluster_activity_stream aws_redshift_logging aws_route53_query_log
  aws_route53_resolver_query_log_config aws_route53_resolver_query_log_config_association aws_s3_bucket_logging
  aws_spot_datafeed_subscription aws_verifiedaccess_instance_logging_configuration
  aws_vpclattice_access_log_subscription aws_wafv2_web_acl_logging_configuration
  aws_workspacesweb_session_logger_association aws_workspacesweb_user_access_logging_settings_association
log events are no longer masked, forwarded or indexed by it
  aws_cloudwatch_log_account_policy
log events are no longer masked by it
  aws_cloudwatch_log_data_protection_policy
messages are no longer masked or refused by it
  aws_sns_topic_data_protection_policy
changes in the time without it are not recorded
  aws_config_configuration_recorder aws_config_configuration_recorder_status aws_config_delivery_channel
what it checks is no longer checked
  aws_backup_framework aws_bedrockagentcore_evaluator aws_codegurureviewer_repository_association aws_config_config_rule
  aws_config_conformance_pack aws_config_organization_conformance_pack aws_config_organization_custom_policy_rule
  aws_config_organization_custom_rule aws_config_organization_managed_rule aws_ecr_registry_scanning_configuration
  aws_guardduty_malware_protection_plan aws_securityhub_feature_v2 aws_securityhub_standards_subscription
what breaks its rule is no longer remedied
  aws_config_remediation_configuration
its reports are no longer made
  aws_backup_report_plan aws_bcmdataexports_export aws_cur_report_definition aws_s3_bucket_inventory
no more evidence is gathered by it, also in assessments that have it already
  aws_auditmanager_control
calls, chats, reports and records in the time without it are not kept
  aws_connect_instance_storage_config
the job is cancelled, and cannot be started again; its findings stay
  aws_macie2_classification_job
new accounts of the organization are no longer taken in
  aws_inspector2_organization_configuration aws_securityhub_organization_configuration
findings in the time without it are not exported; GuardDuty keeps them for 90 days
  aws_guardduty_publishing_destination
the job is stopped, and cannot be started again; labels made so far are in S3
  aws_sagemaker_labeling_job
the permissions of Lake Formation no longer hold for it, only those of IAM
  aws_lakeformation_opt_in
the monitoring account no longer sees what it shares
  aws_oam_link
the account of the aggregator no longer sees what Config records in it
  aws_config_aggregate_authorization
the Shield Response Team loses its access
  aws_shield_drt_access_log_bucket_association aws_shield_drt_access_role_arn_association
root credentials of member accounts can no longer be managed from here
  aws_iam_organizations_features
what is deleted is no longer kept for a time
  aws_rbin_rule
sign-in no longer asks for its second factor
  aws_directory_service_radius_settings
software of the account's instances is no longer set up or patched by it
  aws_ssmquicksetup_configuration_manager
the account or unit takes the configuration of its parent; without one it keeps its settings and manages itself
  aws_securityhub_configuration_policy_association
traffic in the time without it is not mirrored
  aws_ec2_traffic_mirror_session
findings in the time without it are not copied from the other Regions
  aws_securityhub_aggregator_v2 aws_securityhub_finding_aggregator
findings of the product in the time without it are not taken in
  aws_securityhub_product_subscription
mail that it blocks is taken, or mail that it allows is refused
  aws_ses_receipt_filter
the Shield Response Team no longer calls when it sees an attack
  aws_shield_proactive_engagement
apply fails while it protects something
  aws_wafv2_web_acl
apply fails while something uses it
  aws_licensemanager_license_configuration
apply fails while accounts are linked to it
  aws_oam_sink
results and failed events are no longer sent on, and its limits of retries no longer hold
  aws_lambda_function_event_invoke_config
log events are no longer transformed by it
  aws_cloudwatch_log_transformer
its limits no longer hold, and logs in the time without it are not delivered
  aws_api_gateway_method_settings
log events are no longer indexed by it
  aws_cloudwatch_log_index_policy
its tables stay, and changes are no longer written to them
  aws_s3_bucket_metadata_configuration
inventory is no longer copied to the bucket; what is there stays
  aws_ssm_resource_data_sync
schemas of events in the time without it are not discovered
  aws_schemas_discoverer
its results in the time without it are not kept
  aws_macie2_classification_export_configuration
logs and metrics of new resources are not turned on by it
  aws_observabilityadmin_telemetry_rule_for_organization
findings in the time without it are not sent on
  aws_securityhub_connector_v2
`;
