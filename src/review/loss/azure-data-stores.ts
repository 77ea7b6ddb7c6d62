/**
 * Types of Azure and Entra ID that hold data, keys or identities. {@link parseLossTable} has the form.
 */
export const AZURE_DATA_STORES = `
# data danger
the database goes
  azurerm_cosmosdb_account azurerm_cosmosdb_cassandra_cluster azurerm_cosmosdb_cassandra_keyspace
  azurerm_cosmosdb_cassandra_table azurerm_cosmosdb_gremlin_database azurerm_cosmosdb_gremlin_graph
  azurerm_cosmosdb_mongo_collection azurerm_cosmosdb_mongo_database azurerm_cosmosdb_postgresql_cluster
  azurerm_cosmosdb_sql_container azurerm_cosmosdb_sql_database azurerm_cosmosdb_table azurerm_kusto_cluster
  azurerm_kusto_database azurerm_mariadb_server azurerm_mongo_cluster azurerm_mssql_database
  azurerm_mssql_managed_database azurerm_mssql_managed_instance azurerm_mssql_server azurerm_mysql_database
  azurerm_mysql_flexible_database azurerm_mysql_flexible_server azurerm_mysql_server azurerm_oracle_autonomous_database
  azurerm_oracle_autonomous_database_clone_from_backup azurerm_oracle_autonomous_database_clone_from_database
  azurerm_postgresql_database azurerm_postgresql_flexible_server azurerm_postgresql_flexible_server_database
  azurerm_postgresql_server azurerm_sql_database azurerm_sql_server azurerm_synapse_sql_pool azurerm_synapse_workspace
the objects in it go too
  azurerm_netapp_volume azurerm_storage_account azurerm_storage_container azurerm_storage_data_lake_gen2_filesystem
  azurerm_storage_share azurerm_storage_table
the disk goes with what is on it
  azurerm_managed_disk azurerm_virtual_machine_implicit_data_disk_from_source
the snapshot goes, and nothing can be restored from it any more
  azurerm_image azurerm_netapp_snapshot azurerm_oracle_autonomous_database_backup
  azurerm_postgresql_flexible_server_backup azurerm_restore_point_collection azurerm_shared_image
  azurerm_shared_image_version azurerm_snapshot azurerm_virtual_machine_restore_point
  azurerm_virtual_machine_restore_point_collection
everything in it goes too
  azurerm_resource_group azurerm_subscription
its backups go too
  azurerm_data_protection_backup_vault azurerm_netapp_backup_vault azurerm_recovery_services_vault
its images and packages go too
  azurerm_container_registry
its notebooks go, and what is stored in it
  azurerm_databricks_workspace
its indices go
  azurerm_elastic_cloud_elasticsearch azurerm_search_service
its data goes too
  azurerm_cosmosdb_cassandra_datacenter
its models and their data go
  azurerm_analysis_services_server
the cluster's databases go
  azurerm_oracle_cloud_vm_cluster azurerm_oracle_exascale_database_storage_vault
its keys and values go
  azurerm_app_configuration
its topics go
  azurerm_hdinsight_kafka_cluster
every schema in it goes too
  azurerm_eventhub_namespace_schema_group
what was recorded goes
  azurerm_monitor_workspace
the logs that were written to it go
  azurerm_log_analytics_cluster
the volume goes
  azurerm_elastic_san_volume azurerm_netapp_volume_group_oracle azurerm_netapp_volume_group_sap_hana
  azurerm_stack_hci_virtual_hard_disk
its volumes go too
  azurerm_elastic_san azurerm_elastic_san_volume_group
its files go
  azurerm_machine_learning_compute_instance azurerm_managed_lustre_file_system azurerm_qumulo_file_system
what is in it goes
  azurerm_dev_center_project azurerm_storage_data_lake_gen2_path
files are no longer synchronized to the server, and those that it holds only as links cannot be opened there
  azurerm_storage_sync_server_endpoint
its backups go too, unless the provider or the vault is set to keep them
  azurerm_backup_protected_file_share azurerm_backup_protected_vm azurerm_data_protection_backup_instance_blob_storage
  azurerm_data_protection_backup_instance_data_lake_storage azurerm_data_protection_backup_instance_disk
  azurerm_data_protection_backup_instance_kubernetes_cluster
  azurerm_data_protection_backup_instance_mysql_flexible_server azurerm_data_protection_backup_instance_postgresql
  azurerm_data_protection_backup_instance_postgresql_flexible_server
what its template made goes, and what is stored in it too
  azurerm_managed_application azurerm_resource_group_template_deployment
its runs, variables and credentials go
  azurerm_automation_account
its pipelines and their history go
  azurerm_data_factory
its models, runs and jobs go
  azurerm_machine_learning_workspace
its agents and files go
  azurerm_ai_foundry azurerm_ai_foundry_project azurerm_cognitive_account_project
its dashboards and users go
  azurerm_dashboard_grafana
its twins go, with what is known of each
  azurerm_digital_twins_instance
its devices and their data go
  azurerm_iotcentral_application
the ledger goes
  azurerm_confidential_ledger
its records of patients go
  azurerm_healthcare_dicom_service azurerm_healthcare_fhir_service azurerm_healthcare_service
  azurerm_healthcare_workspace
what it knows of data goes, with what people wrote about it
  azurerm_purview_account
what it found in videos goes
  azurerm_video_indexer_account
its machines go, with what is on them
  azurerm_dev_center_project_pool azurerm_dev_test_lab
  azurerm_system_center_virtual_machine_manager_virtual_machine_instance azurerm_vmware_cluster
  azurerm_vmware_private_cloud
what was deployed into the cluster goes
  azurerm_arc_kubernetes_provisioned_cluster azurerm_kubernetes_cluster azurerm_redhat_openshift_cluster
  azurerm_service_fabric_cluster azurerm_service_fabric_managed_cluster
its incidents, rules and bookmarks go
  azurerm_sentinel_log_analytics_workspace_onboarding
its tests and their results go
  azurerm_load_test
its maps go
  azurerm_maps_creator
what was written into its containers goes
  azurerm_fluid_relay_server
# data attention
the messages in it go
  azurerm_eventgrid_namespace azurerm_eventgrid_namespace_topic azurerm_eventhub azurerm_eventhub_namespace
  azurerm_servicebus_namespace azurerm_servicebus_queue azurerm_servicebus_subscription azurerm_servicebus_topic
  azurerm_storage_queue
the cache is empty
  azurerm_managed_redis azurerm_redis_cache azurerm_redis_enterprise_cluster azurerm_redis_enterprise_database
the logs in it go
  azurerm_application_insights azurerm_log_analytics_workspace azurerm_log_analytics_workspace_table_custom_log
its retention goes back to that of the workspace, and older logs may go
  azurerm_log_analytics_workspace_table
the object goes
  azurerm_storage_blob azurerm_storage_share_file
the item goes, with what an application wrote into it
  azurerm_sentinel_watchlist_item azurerm_storage_table_entity
its items go
  azurerm_sentinel_watchlist
the variable goes, with what a runbook wrote into it
  azurerm_automation_variable_bool azurerm_automation_variable_datetime azurerm_automation_variable_int
  azurerm_automation_variable_object azurerm_automation_variable_string
its packages go
  azurerm_batch_application
its updates and what is known of their installation go
  azurerm_iothub_device_update_account azurerm_iothub_device_update_instance
what was trained or stored in it goes, and callers of it fail
  azurerm_ai_services azurerm_cognitive_account
what people wrote into it goes
  azurerm_healthbot azurerm_log_analytics_query_pack
files that were not written to the source yet may go
  azurerm_hpc_cache
files that were not sent yet may go
  azurerm_databox_edge_device
apply fails unless it is empty
  azurerm_storage_share_directory
apply fails while images are in it
  azurerm_shared_image_gallery
apply fails while pools are in it
  azurerm_netapp_account
apply fails while volumes are in it
  azurerm_netapp_pool
apply fails while endpoints are in it
  azurerm_storage_sync_group
apply fails while groups or servers are in it
  azurerm_storage_sync
no more backups are made by it; those that are there stay
  azurerm_netapp_backup_policy azurerm_netapp_snapshot_policy
no more copies are made by it; those that are there stay
  azurerm_managed_redis_geo_replication azurerm_redis_linked_server azurerm_storage_object_replication
the machine is no longer replicated, and its recovery points go
  azurerm_site_recovery_replicated_vm azurerm_site_recovery_vmware_replicated_vm
its pools and allocations go
  azurerm_network_manager_ipam_pool
what users entered for it goes
  azuread_user_flow_attribute
# keys danger
what is encrypted with it cannot be read any more
  azurerm_key_vault azurerm_key_vault_key azurerm_key_vault_managed_hardware_security_module
  azurerm_key_vault_managed_hardware_security_module_key
the secret goes with its versions
  azurerm_key_vault_certificate azurerm_key_vault_secret
its keys go
  azurerm_dedicated_hardware_security_module
# keys attention
what uses it is refused
  azuread_application_certificate azuread_application_password azuread_service_principal_certificate
  azuread_service_principal_password
what is encrypted with it cannot be read until it is enabled again
  azurerm_storage_encryption_scope
what signs in with it is refused
  azurerm_container_registry_token azurerm_container_registry_token_password azurerm_eventhub_authorization_rule
  azurerm_eventhub_namespace_authorization_rule azurerm_iothub_dps_shared_access_policy
  azurerm_iothub_shared_access_policy azurerm_managed_disk_sas_token azurerm_notification_hub_authorization_rule
  azurerm_relay_hybrid_connection_authorization_rule azurerm_relay_namespace_authorization_rule
  azurerm_servicebus_namespace_authorization_rule azurerm_servicebus_queue_authorization_rule
  azurerm_servicebus_topic_authorization_rule
what sends the key is refused
  azurerm_api_management_subscription azurerm_application_insights_api_key azurerm_nginx_api_key
its subscriptions go, and what sends their keys is refused
  azurerm_api_management_product
the credentials that it holds go
  azuread_synchronization_secret azurerm_api_connection azurerm_automation_certificate azurerm_automation_connection
  azurerm_automation_connection_certificate azurerm_automation_connection_classic_certificate
  azurerm_automation_connection_service_principal azurerm_automation_credential azurerm_mssql_job_credential
its code changes: machines that are not registered yet cannot register, others stay
  azurerm_virtual_desktop_host_pool_registration_info
a new one must be ordered, paid for and validated
  azurerm_app_service_certificate_order
what is signed with it is no longer accepted
  azuread_service_principal_token_signing_certificate
# identities danger
the account goes, and a new one is another one
  azuread_application azuread_application_from_template azuread_application_registration azuread_group
  azuread_group_without_members azuread_invitation azuread_service_principal azuread_user azurerm_aadb2c_directory
  azurerm_active_directory_domain_service
the devices that are registered in it go
  azurerm_iothub azurerm_notification_hub azurerm_notification_hub_namespace
its enrollments go, and devices can no longer register by it
  azurerm_iothub_dps
its users and phone numbers go
  azurerm_communication_service
the user goes, with the password and subscriptions
  azurerm_api_management_user
# identities attention
what runs as it is refused, and a new one is another one
  azurerm_user_assigned_identity
the address is given back, and the next one is another
  azurerm_public_ip azurerm_public_ip_prefix
the group goes, with its members and what it is allowed
  azurerm_api_management_group azurerm_iotcentral_organization
users of this provider cannot sign in
  azurerm_api_management_identity_provider_aad azurerm_api_management_identity_provider_aadb2c
  azurerm_api_management_identity_provider_facebook azurerm_api_management_identity_provider_google
  azurerm_api_management_identity_provider_microsoft azurerm_api_management_identity_provider_twitter
clients that sign in as the user are refused
  azurerm_cosmosdb_mongo_user_definition azurerm_cosmosdb_postgresql_role azurerm_mongo_cluster_user
  azurerm_storage_account_local_user
its range of addresses is given back, and the next one may be another
  azurerm_network_manager_ipam_pool_static_cidr
`;
