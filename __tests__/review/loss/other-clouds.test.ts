/**
 * What is lost with types of Azure, Entra ID, Google Cloud and Kubernetes, and with those of AWS that its provider got later than
 * 6.34.0. What a type of theirs does when it is deleted is in the sources of the providers.
 */
import { lossOfType } from "../../../src/review/loss/loss-of-type";
import { findingsOf } from "../support";

const tell = (type: string) => {
  const loss = lossOfType(type, "");
  return loss === undefined ? "unknown" : `${loss.kind} ${loss.level}`;
};

const KINDS: readonly (readonly [want: string, types: string])[] = [
  [
    "data danger",
    `
      aws_ebs_volume_copy
      aws_mailmanager_archive
      aws_msk_topic
      aws_workmail_organization
      azurerm_app_configuration
      azurerm_automation_account
      azurerm_backup_protected_vm
      azurerm_confidential_ledger
      azurerm_cosmosdb_postgresql_cluster
      azurerm_data_factory
      azurerm_data_protection_backup_instance_disk
      azurerm_data_protection_backup_vault
      azurerm_dev_center_project_pool
      azurerm_digital_twins_instance
      azurerm_elastic_san_volume
      azurerm_eventhub_namespace_schema_group
      azurerm_hdinsight_kafka_cluster
      azurerm_healthcare_dicom_service
      azurerm_healthcare_fhir_service
      azurerm_kubernetes_cluster
      azurerm_log_analytics_cluster
      azurerm_machine_learning_workspace
      azurerm_managed_application
      azurerm_mongo_cluster
      azurerm_monitor_workspace
      azurerm_netapp_backup_vault
      azurerm_netapp_snapshot
      azurerm_oracle_autonomous_database
      azurerm_purview_account
      azurerm_resource_group_template_deployment
      azurerm_sentinel_log_analytics_workspace_onboarding
      azurerm_storage_sync_server_endpoint
      google_billing_project_info
      google_compute_machine_image
      google_container_cluster
      google_dataproc_metastore_service
      google_deployment_manager_deployment
      google_dialogflow_cx_agent
      google_discovery_engine_data_store
      google_firebase_database_instance
      google_healthcare_fhir_store
      google_looker_instance
      google_managed_kafka_cluster
      google_managed_kafka_topic
      google_netapp_backup
      google_pubsub_schema
      google_sourcerepo_repository
      google_storage_folder
      google_vertex_ai_index
      google_vertex_ai_tensorboard
      google_workbench_instance
      google_workstations_workstation
    `,
  ],
  [
    "data attention",
    `
      aws_s3files_file_system
      aws_securityhub_account_v2
      azuread_user_flow_attribute
      azurerm_automation_variable_string
      azurerm_cognitive_account
      azurerm_eventgrid_namespace_topic
      azurerm_log_analytics_workspace_table
      azurerm_managed_redis
      azurerm_netapp_pool
      azurerm_shared_image_gallery
      azurerm_site_recovery_replicated_vm
      azurerm_storage_blob
      azurerm_storage_object_replication
      azurerm_storage_table_entity
      google_backup_dr_backup_plan
      google_compute_disk_async_replication
      google_data_catalog_entry
      google_firestore_document
      google_logging_folder_bucket_config
      google_memorystore_instance
      google_monitoring_metric_descriptor
      google_pubsub_lite_topic
      google_storage_bucket_object
    `,
  ],
  [
    "keys danger",
    `
      azurerm_dedicated_hardware_security_module
      azurerm_key_vault
      azurerm_key_vault_managed_hardware_security_module_key
      google_privateca_certificate_authority
      google_secret_manager_regional_secret
    `,
  ],
  [
    "keys attention",
    `
      azuread_synchronization_secret
      azurerm_api_management_subscription
      azurerm_automation_credential
      azurerm_container_registry_token_password
      azurerm_servicebus_queue_authorization_rule
      azurerm_storage_encryption_scope
      google_iam_oauth_client
      google_parameter_manager_parameter
      google_recaptcha_enterprise_key
      google_sql_ssl_cert
      kubernetes_secret_v1_data
    `,
  ],
  [
    "identities danger",
    `
      aws_workmail_user
      azuread_group_without_members
      azuread_invitation
      azurerm_communication_service
      azurerm_iothub
      azurerm_iothub_dps
      azurerm_notification_hub
      google_active_directory_domain
      google_iam_workforce_pool
    `,
  ],
  [
    "identities attention",
    `
      azurerm_api_management_group
      azurerm_mongo_cluster_user
      azurerm_storage_account_local_user
      google_cloud_identity_group
      google_sql_user
      google_vmwareengine_external_address
    `,
  ],
  [
    "outage attention",
    `
      aws_mailmanager_rule_set
      aws_securityhub_feature_v2
      azuread_access_package
      azurerm_api_management_api
      azurerm_api_management_policy
      azurerm_automation_schedule
      azurerm_cdn_frontdoor_security_policy
      azurerm_eventgrid_event_subscription
      azurerm_express_route_circuit_peering
      azurerm_linux_web_app_slot
      azurerm_monitor_data_collection_rule_association
      azurerm_monitor_diagnostic_setting
      azurerm_mssql_elasticpool
      azurerm_mssql_server_extended_auditing_policy
      azurerm_network_security_perimeter_association
      azurerm_private_dns_resolver
      azurerm_private_dns_txt_record
      azurerm_search_shared_private_link_service
      azurerm_sentinel_alert_rule_scheduled
      azurerm_stream_analytics_job
      azurerm_subscription_policy_exemption
      azurerm_virtual_desktop_host_pool
      azurerm_virtual_hub_connection
      google_access_context_manager_service_perimeter
      google_apigee_environment
      google_bigquery_row_access_policy
      google_certificate_manager_certificate
      google_cloud_ids_endpoint
      google_compute_region_url_map
      google_compute_router_peer
      google_compute_target_pool
      google_data_catalog_policy_tag
      google_dns_response_policy
      google_eventarc_trigger
      google_logging_folder_sink
      google_project_service
      google_resource_manager_lien
      google_storage_managed_folder
      kubernetes_api_service_v1
    `,
  ],
  [
    "empty note",
    `
      aws_sagemaker_training_job
      azuread_custom_directory_role
      azurerm_api_management_tag
      azurerm_application_insights_workbook
      azurerm_backup_policy_file_share
      azurerm_cosmosdb_sql_role_assignment
      azurerm_cosmosdb_sql_role_definition
      azurerm_data_factory_customer_managed_key
      azurerm_data_factory_dataset_parquet
      azurerm_data_factory_linked_service_key_vault
      azurerm_ip_group
      azurerm_management_group_policy_remediation
      azurerm_mongo_cluster_firewall_rule
      azurerm_role_management_policy
      azurerm_storage_account_customer_managed_key
      azurerm_subscription_template_deployment
      google_bigtable_gc_policy
      google_clouddomains_registration
      google_compute_region_network_firewall_policy
      google_container_registry
      google_dialogflow_cx_intent
      google_identity_platform_config
      google_kms_key_handle
      google_monitoring_slo
      google_project_iam_custom_role
      google_scc_v2_project_mute_config
      google_secret_manager_regional_secret_iam_member
      kubernetes_token_request_v1
    `,
  ],
  [
    "unknown",
    `
      aws_fis_safety_lever_state
      azurerm_not_made_yet
      azurerm_workloads_sap_three_tier_virtual_instance
      google_gke_hub_namespace
      google_not_made_yet
      kubernetes_manifest
    `,
  ],
];

const CASES = KINDS.flatMap(([want, types]) =>
  types
    .trim()
    .split(/\s+/)
    .map((type) => [type, want] as const),
);

test.each(CASES)("%s: %s", (type, want) => {
  expect(tell(type)).toBe(want);
});

describe("what is lost, in words", () => {
  test.each([
    ["azurerm_kubernetes_cluster", "what was deployed into the cluster goes"],
    ["azurerm_backup_protected_vm", "its backups go too, unless the provider or the vault is set to keep them"],
    ["azurerm_role_management_policy", "Terraform only forgets it"],
    ["azurerm_data_factory_customer_managed_key", "Terraform only forgets it"],
    ["azurerm_storage_account_customer_managed_key", "it is only a setting of something that stays"],
    ["azurerm_cosmosdb_sql_role_assignment", "it only grants access"],
    ["azurerm_mssql_firewall_rule", "it is only a rule, which is in the configuration"],
    ["azurerm_subscription_template_deployment", "what it made stays"],
    ["azurerm_resource_group_template_deployment", "what its template made goes, and what is stored in it too"],
    ["google_container_registry", "Terraform only forgets it"],
    ["google_storage_managed_folder", "grants on it go, and its objects stay"],
    ["google_billing_project_info", "billing of the project is turned off: what runs in it stops, and may be deleted"],
    ["google_storage_bucket_iam_binding", "it only grants access"],
    [
      "google_project_iam_policy",
      "everybody loses the access that it gives, and who has none from above is locked out",
    ],
  ])("%s: %s", (type, want) => {
    expect(lossOfType(type, "")?.lost).toBe(want);
  });
});

describe("an API of a project", () => {
  const destroy = (before: { readonly disable_on_destroy?: boolean }) =>
    findingsOf({ changes: [{ address: "google_project_service.sql", before }] });

  test("that is disabled", () => {
    expect(destroy({ disable_on_destroy: true })).toEqual([
      "service-interrupted attention: what uses the API in the project fails",
    ]);
  });

  test.each([{ disable_on_destroy: false }, {}])("that stays: %j", (before) => {
    expect(destroy(before)).toEqual(["destroyed note: destroyed"]);
  });
});

test("a replaced store is as dangerous as one of AWS", () => {
  const replaced = {
    action: "replace-delete-first",
    actions: ["delete", "create"],
    after: {},
    replacePaths: [["name"]],
  };
  const types = ["aws_db_instance", "azurerm_mongo_cluster", "google_firebase_database_instance"];
  const levels = types.map((type) => {
    const changes = [{ address: `${type}.this`, before: {}, ...(replaced as object) }];
    return findingsOf({ changes });
  });
  const want = ["data-store-destroyed danger: the database goes; replaced, because name changes"];
  expect(levels).toEqual(types.map(() => want));
});
