/**
 * Types of Google Cloud that hold data, keys or identities. {@link parseLossTable} has the form.
 */
export const GOOGLE_DATA_STORES = `
# data danger
the database goes
  google_alloydb_cluster google_bigtable_instance google_bigtable_table google_firebase_database_instance
  google_firestore_database google_oracle_database_autonomous_database google_spanner_database google_spanner_instance
  google_sql_database google_sql_database_instance
every table in it goes too
  google_bigquery_dataset google_dataproc_metastore_service
its data goes too
  google_bigquery_table google_vertex_ai_dataset
the objects in it go too
  google_filestore_instance google_netapp_volume google_storage_bucket
the disk goes with what is on it
  google_compute_disk google_compute_region_disk
the snapshot goes, and nothing can be restored from it any more
  google_alloydb_backup google_compute_image google_compute_instant_snapshot google_compute_machine_image
  google_compute_snapshot google_filestore_backup google_filestore_snapshot google_netapp_backup
  google_netapp_volume_snapshot
everything in it goes too
  google_project
its backups go too
  google_backup_dr_backup_vault google_netapp_backup_vault
its images and packages go too
  google_artifact_registry_repository
its runs, connections and variables go
  google_composer_environment
its machines go, with what is on them and with its backups
  google_vmwareengine_private_cloud
its pipelines and their history go
  google_data_fusion_instance
apply fails unless it is empty
  google_folder
the cluster's databases go
  google_oracle_database_cloud_vm_cluster
every table in it goes too, also those that Terraform does not manage
  google_biglake_catalog google_biglake_database
its definition goes; files in Cloud Storage stay
  google_biglake_table
its features go, with their values
  google_vertex_ai_featurestore google_vertex_ai_featurestore_entitytype
  google_vertex_ai_featurestore_entitytype_feature
its online features go; those in BigQuery stay
  google_vertex_ai_feature_online_store google_vertex_ai_feature_online_store_featureview
its vectors go
  google_vertex_ai_index
what it indexed goes
  google_discovery_engine_data_store google_vertex_ai_rag_engine_config
its experiments and their results go
  google_vertex_ai_metadata_store google_vertex_ai_tensorboard
what the model has learned goes
  google_document_ai_processor
its topics go
  google_managed_kafka_cluster
the messages in it go
  google_managed_kafka_topic
all its versions go; readers cannot decode what was written with them
  google_pubsub_schema
its keys and values go
  google_apigee_environment_keyvaluemaps google_runtimeconfig_config
its files go
  google_colab_runtime google_lustre_instance google_notebooks_instance google_notebooks_runtime
  google_parallelstore_instance google_workbench_instance google_workstations_workstation
what is in it goes
  google_apigee_organization google_integrations_client google_storage_folder
the repository and its history go
  google_dataform_repository google_secure_source_manager_instance google_secure_source_manager_repository
  google_sourcerepo_repository
its dashboards and users go
  google_looker_instance
its intents and flows go, also those that Terraform does not manage
  google_dialogflow_agent google_dialogflow_cx_agent
its records of patients go
  google_healthcare_consent_store google_healthcare_dataset google_healthcare_dicom_store google_healthcare_fhir_store
  google_healthcare_hl7_v2_store
what its template made goes, and what is stored in it too
  google_deployment_manager_deployment google_firebase_extensions_instance
what was deployed into the cluster goes
  google_container_aws_cluster google_container_azure_cluster google_container_cluster google_edgecontainer_cluster
  google_gkeonprem_bare_metal_cluster google_gkeonprem_vmware_cluster
its machines go, with what is on them
  google_vmwareengine_cluster
billing of the project is turned off: what runs in it stops, and may be deleted
  google_billing_project_info
# data attention
the messages in it go
  google_cloud_tasks_queue google_pubsub_lite_subscription google_pubsub_lite_topic google_pubsub_subscription
  google_pubsub_topic
the cache is empty
  google_memcache_instance google_memorystore_instance google_redis_cluster google_redis_instance
the logs in it go
  google_logging_billing_account_bucket_config google_logging_folder_bucket_config
  google_logging_organization_bucket_config google_logging_project_bucket_config
the object goes
  google_storage_bucket_object
the item goes, with what an application wrote into it
  google_apigee_environment_keyvaluemaps_entries google_firestore_document google_runtimeconfig_variable
its items go
  google_chronicle_watchlist
its versions go
  google_ml_engine_model
what it recorded goes
  google_monitoring_metric_descriptor
what people wrote into it goes
  google_data_catalog_entry google_data_catalog_entry_group google_dataplex_entry google_dataplex_entry_group
  google_dataplex_glossary google_dataplex_glossary_category google_dataplex_glossary_term
its tags on entries go
  google_data_catalog_tag google_data_catalog_tag_template
what it indexed goes
  google_discovery_engine_sitemap google_discovery_engine_target_site google_gemini_code_repository_index
its occurrences go, such as attestations of images
  google_container_analysis_note
disks that the instance keeps by it may go with the instance
  google_compute_per_instance_config google_compute_region_per_instance_config
no more backups are made by it; those that are there stay
  google_backup_dr_backup_plan google_backup_dr_backup_plan_association google_firestore_backup_schedule
  google_gke_backup_backup_plan google_netapp_backup_policy google_spanner_backup_schedule
no more copies are made by it; those that are there stay
  google_compute_disk_async_replication google_netapp_volume_replication
apply fails unless it is empty
  google_assured_workloads_workload
apply fails while disks are in it
  google_compute_storage_pool
apply fails while volumes are in it
  google_netapp_storage_pool
apply fails while databases use it
  google_spanner_instance_partition
apply fails while workstations are in it
  google_workstations_workstation_cluster google_workstations_workstation_config
# keys danger
what is encrypted with it cannot be read any more
  google_kms_crypto_key google_kms_crypto_key_version
the secret goes with its versions
  google_secret_manager_regional_secret google_secret_manager_regional_secret_version google_secret_manager_secret
  google_secret_manager_secret_version
its private key goes, and what it issued cannot be renewed or revoked
  google_privateca_certificate_authority
# keys attention
what uses it is refused
  google_apikeys_key google_service_account_key google_storage_hmac_key
apply fails while authorities are in it
  google_privateca_ca_pool
the parameter and its history go
  google_parameter_manager_parameter google_parameter_manager_regional_parameter
the version and its value go
  google_parameter_manager_parameter_version google_parameter_manager_regional_parameter_version
what is stored in it goes
  google_composer_user_workloads_secret
the certificates and keys in it go
  google_apigee_env_keystore
its key goes, and a new one is another
  google_apigee_keystores_aliases_self_signed_cert
what signs in with it is refused
  google_iam_oauth_client_credential google_iam_workforce_pool_provider_key google_os_login_ssh_public_key
  google_sql_ssl_cert
what sends the key is refused
  google_firebase_app_check_debug_token google_recaptcha_enterprise_key
its client ID and its secret change
  google_iam_oauth_client google_iap_client
what is signed with it is no longer accepted
  google_compute_backend_bucket_signed_url_key google_compute_backend_service_signed_url_key
  google_network_services_edge_cache_keyset
the credentials that it holds go
  google_integrations_auth_config
# identities danger
everybody loses the access that it gives, and who has none from above is locked out
  google_folder_iam_policy google_organization_iam_policy google_project_iam_policy
the account goes, and a new one is another one
  google_iam_workload_identity_pool google_identity_platform_tenant
its users and computers go
  google_active_directory_domain
its users can no longer sign in, and what is granted to them means nobody
  google_iam_workforce_pool
# identities attention
what runs as it is refused, and a new one is another one
  google_iam_workload_identity_pool_managed_identity google_iam_workload_identity_pool_namespace google_service_account
the address is given back, and the next one is another
  google_apigee_nat_address google_compute_address google_compute_global_address google_vmwareengine_external_address
the group goes, with its members and what it is allowed
  google_cloud_identity_group
its apps and their keys go
  google_apigee_app_group google_apigee_developer
users of this provider cannot sign in
  google_iam_workforce_pool_provider google_identity_platform_default_supported_idp_config
  google_identity_platform_inbound_saml_config google_identity_platform_oauth_idp_config
  google_identity_platform_tenant_default_supported_idp_config google_identity_platform_tenant_inbound_saml_config
  google_identity_platform_tenant_oauth_idp_config
clients that sign in as the user are refused
  google_alloydb_user google_sql_user
its range of addresses is given back, and the next one may be another
  google_network_connectivity_internal_range
`;
