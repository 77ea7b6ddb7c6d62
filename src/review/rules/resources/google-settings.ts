/**
 * Arguments of hashicorp/google, in the form of `aws-settings.ts`; the comments name pages of https://cloud.google.com/. Over 400 lines
 * because it is one table.
 */

const CLUSTERS = "google_container_cluster,google_container_node_pool";
const TEMPLATES = "google_compute_instance_template,google_compute_region_instance_template";
const MACHINES = `google_compute_instance,${TEMPLATES}`;
const SINKS = ["project", "folder", "organization", "billing_account"]
  .map((name) => `google_logging_${name}_sink`)
  .join(",");
const AUDITS = ["project", "folder", "organization"].map((name) => `google_${name}_iam_audit_config`).join(",");
const OLD_POLICIES = ["project", "folder", "organization"]
  .map((name) => `google_${name === "organization" ? name : `${name}_organization`}_policy`)
  .join(",");

const ALL_SCOPES = "cloud-platform|https://www.googleapis.com/auth/cloud-platform";
const REFUSALS = "deny(403)|deny(404)|deny(429)|deny(502)|rate_based_ban|throttle";

export const GOOGLE_SETTINGS = {
  "guest-access": {
    danger: [
      // iap/docs/enabling-compute-howto
      "google_compute_backend_service,google_compute_region_backend_service,google_app_engine_application iap.enabled is:false|-",
      // memorystore/docs/redis/about-redis-auth, memorystore/docs/cluster/about-iam-auth, memorystore/docs/valkey/about-iam-auth
      "google_redis_instance auth_enabled is:false|-",
      "google_redis_cluster authorization_mode is:AUTH_MODE_DISABLED",
      "google_memorystore_instance authorization_mode is:AUTH_DISABLED",
    ],
    attention: [
      // load-balancing/docs/mtls
      "google_compute_target_https_proxy,google_compute_region_target_https_proxy server_tls_policy is:-",
      // kubernetes-engine/docs/how-to/hardening-your-cluster
      "google_container_cluster anonymous_authentication_config.mode is:ENABLED",
      // sql/docs/postgres/configure-ssl-instance: clients no longer show a certificate
      "google_sql_database_instance settings.ip_configuration.ssl_mode worse:TRUSTED_CLIENT_CERTIFICATE_REQUIRED|ENCRYPTED_ONLY",
      "google_oracle_database_autonomous_database properties.mtls_connection_required worse:true|false",
    ],
    "danger danger": [
      // identity-platform/docs/web/anonymous-auth
      "google_identity_platform_config sign_in.anonymous.enabled is:true",
    ],
  },
  "access-setting": {
    // storage/docs/cross-origin
    "attention note": ["google_storage_bucket cors.origin gains:*"],
    attention: [
      // the page of the type in the registry
      "google_container_attached_cluster authorization.admin_groups,authorization.admin_users gains",
      "google_netapp_active_directory administrators gains",
      "google_notebooks_instance,google_workbench_instance instance_owners gains",
      "google_alloydb_user database_roles gains",
      "google_iam_oauth_client allowed_redirect_uris,allowed_scopes,allowed_grant_types gains",
      "google_looker_instance admin_settings.allowed_email_domains gains",
      "google_access_context_manager_service_perimeter_egress_policy egress_to.resources,egress_to.external_resources,egress_to.roles gains",
      "google_access_context_manager_service_perimeter_ingress_policy ingress_to.resources,ingress_to.roles gains",
      "google_privileged_access_manager_entitlement approval_workflow.manual_approvals.steps.approvers.principals gains",
      "google_network_security_authorization_policy rules.sources.principals gains",
      "google_iam_access_boundary_policy rules.access_boundary_rule.available_permissions gains",
      "google_iam_principal_access_boundary_policy details.rules.resources gains",
      "google_vertex_ai_index_endpoint_deployed_index deployed_index_auth_config.auth_provider.allowed_issuers,deployed_index_auth_config.auth_provider.audiences gains",
      "google_apikeys_key restrictions.browser_key_restrictions.allowed_referrers,restrictions.ios_key_restrictions.allowed_bundle_ids gains",
      // the page of the type in the registry
      "google_container_cluster rbac_binding_config.enable_insecure_binding_system_authenticated,rbac_binding_config.enable_insecure_binding_system_unauthenticated worse:false|true",
      "google_privateca_ca_pool issuance_policy.identity_constraints.allow_subject_passthrough,issuance_policy.identity_constraints.allow_subject_alt_names_passthrough worse:false|true",
      // kubernetes-engine/docs/how-to/hardening-your-cluster
      "google_container_cluster master_auth.client_certificate_config.issue_client_certificate is:true",
      "google_container_cluster authenticator_groups_config.security_group is:-",
      `${CLUSTERS} node_config.kubelet_config.insecure_kubelet_readonly_port_enabled is:TRUE`,
      // compute/docs/oslogin/set-up-oslogin
      `${MACHINES},google_compute_project_metadata metadata.enable-oslogin-2fa is:FALSE|false|-`,
      "google_data_fusion_instance enable_rbac worse:true|false=-",
      // sql/docs/mysql/flags, sql/docs/sqlserver/flags
      "google_sql_database_instance settings.database_flags{local_infile}.value,settings.database_flags{contained_database_authentication}.value,settings.database_flags{cross_db_ownership_chaining}.value,settings.database_flags{external_scripts_enabled}.value is:on",
      // sql/docs/postgres/connect-connectors
      "google_sql_database_instance settings.connector_enforcement is:NOT_REQUIRED|-",
      "google_alloydb_instance client_connection_config.require_connectors worse:true|false=-",
      // kubernetes-engine/docs/how-to/workload-identity: pods then get the service account of their node
      `${CLUSTERS} node_config.workload_metadata_config.mode is:GCE_METADATA`,
      // compute/docs/access/service-accounts#scopes
      `${CLUSTERS} node_config.oauth_scopes gains:${ALL_SCOPES}`,
      `${MACHINES} service_account.scopes gains:${ALL_SCOPES}`,
      // vpc/docs/using-routes#canipforward
      `${MACHINES} can_ip_forward is:true`,
      // docs/authentication/api-keys#adding_restrictions
      "google_apikeys_key restrictions.api_targets.service is:-",
      "google_container_cluster workload_identity_config.workload_pool is:-",
      // access-context-manager/docs/access-level-attributes
      "google_access_context_manager_access_level basic.conditions.ip_subnetworks,basic.conditions.members,basic.conditions.regions gains",
      "google_access_context_manager_access_level basic.combining_function is:OR",
      "google_access_context_manager_access_level basic.conditions.device_policy.require_screen_lock,basic.conditions.device_policy.require_corp_owned is:false|-",
      // compute/docs/oslogin/set-up-oslogin
      `${MACHINES},google_compute_project_metadata metadata.enable-oslogin is:FALSE|false|-`,
      "google_compute_project_metadata_item{key=enable-oslogin} value is:FALSE|false",
      // compute/docs/troubleshooting/troubleshooting-using-serial-console
      `${MACHINES},google_compute_project_metadata metadata.serial-port-enable is:TRUE|true|1`,
      // compute/docs/connect/add-ssh-keys
      `${MACHINES},google_compute_project_metadata metadata.ssh-keys changes`,
      `${MACHINES},google_compute_project_metadata metadata.ssh-keys set`,
      `${MACHINES} metadata.block-project-ssh-keys is:FALSE|false|-`,
      "google_privileged_access_manager_entitlement approval_workflow.manual_approvals.steps.approvers.principals is:-",
    ],
    "attention attention": [
      "google_compute_project_metadata_item{key=serial-port-enable} value is:TRUE|true|1",
      "google_compute_project_metadata_item{key=ssh-keys} value changes",
      // iam/docs/pam-overview
      "google_privileged_access_manager_entitlement eligible_users.principals,privileged_access.gcp_iam_access.role_bindings.role gains",
    ],
  },
  "password-policy-weaker": {
    // identity-platform/docs/web/mfa
    danger: ["google_identity_platform_config mfa.state is:DISABLED"],
    // sql/docs/postgres/built-in-authentication
    attention: ["google_sql_database_instance settings.password_validation_policy.enable_password_policy is:false|-"],
  },
  "identity-provider": {
    // iam/docs/manage-workload-identity-pools-providers
    attention: ["google_iam_workload_identity_pool disabled worse:true|false=-"],
  },
  "key-made-anew": {
    attention: [
      "google_sql_user password,password_wo_version changes",
      "google_sql_database_instance root_password,root_password_wo_version changes",
    ],
  },
  "event-filter": {
    // pubsub/docs/subscription-message-filter, eventarc/docs/event-filters
    attention: ["google_pubsub_subscription filter filters", "google_eventarc_trigger matching_criteria changes"],
  },
  "dns-target": {
    // dns/docs/zones/forwarding-zones
    attention: [
      "google_dns_managed_zone forwarding_config.target_name_servers.ipv4_address,peering_config.target_network.network_url changes",
      "google_dns_policy alternative_name_server_config.target_name_servers.ipv4_address changes",
      "google_dns_policy alternative_name_server_config.target_name_servers.ipv4_address set",
    ],
  },
  "shared-outside": {
    attention: [
      // the page of the type in the registry
      "google_alloydb_instance psc_instance_config.allowed_consumer_projects gains",
      "google_sql_database_instance settings.ip_configuration.psc_config.allowed_consumer_projects gains",
      "google_apigee_instance consumer_accept_list gains",
      "google_vertex_ai_endpoint,google_vertex_ai_index_endpoint private_service_connect_config.project_allowlist gains",
      "google_workstations_workstation_cluster private_cluster_config.allowed_projects gains",
      "google_looker_instance psc_config.allowed_vpcs gains",
      "google_network_connectivity_group auto_accept.auto_accept_projects gains",
      // pubsub/docs/subscriber, storage-transfer/docs/overview
      "google_pubsub_subscription push_config.push_endpoint,bigquery_config.table,cloud_storage_config.bucket changes",
      "google_storage_transfer_job transfer_spec.gcs_data_sink.bucket_name,transfer_spec.posix_data_sink.root_directory changes",
      // vpc/docs/configure-private-service-connect-producer
      "google_compute_service_attachment connection_preference is:ACCEPT_AUTOMATIC",
      "google_compute_service_attachment consumer_accept_lists.project_id_or_num,consumer_accept_lists.network_url gains",
      // scheduler/docs/creating, bigquery/docs/working-with-connections
      "google_cloud_scheduler_job http_target.uri elsewhere",
      "google_bigquery_connection cloud_sql.instance_id,cloud_spanner.database changes",
    ],
  },
  "public-endpoint": {
    attention: [
      // the page of the type in the registry
      "google_tpu_v2_vm network_config.enable_external_ips worse:false|true",
      "google_workstations_workstation_cluster private_cluster_config.enable_private_endpoint worse:true|false",
      // kubernetes-engine/docs/concepts/network-isolation
      "google_container_cluster control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic is:true",
      "google_container_node_pool network_config.enable_private_nodes worse:true|false",
      // load-balancing/docs/forwarding-rule-concepts
      "google_compute_forwarding_rule,google_compute_global_forwarding_rule load_balancing_scheme is:EXTERNAL|EXTERNAL_MANAGED",
      // build/docs/private-pools/private-pools-overview, data-fusion/docs/how-to/create-private-ip
      "google_cloudbuild_worker_pool worker_config.no_external_ip worse:true|false",
      "google_data_fusion_instance private_instance worse:true|false=-",
      // dataflow/docs/guides/routes-firewall
      "google_dataflow_job,google_dataflow_flex_template_job ip_configuration worse:WORKER_IP_PRIVATE|WORKER_IP_PUBLIC=-",
      "google_vertex_ai_index_endpoint public_endpoint_enabled is:true",
      "google_looker_instance public_ip_enabled is:true",
      "google_colab_runtime_template network_spec.enable_internet_access worse:false|true",
      "google_vmwareengine_network_policy internet_access.enabled,external_ip.enabled worse:false|true",
      "google_notebooks_instance no_proxy_access worse:true|false=-",
      // functions/docs/networking/network-settings
      "google_cloudfunctions2_function service_config.ingress_settings worse:ALLOW_INTERNAL_ONLY|ALLOW_INTERNAL_AND_GCLB|ALLOW_ALL=-",
      // run/docs/securing/ingress
      "google_cloud_run_service metadata.annotations.run\\.googleapis\\.com/ingress is:all|-",
      "google_cloudfunctions_function ingress_settings worse:ALLOW_INTERNAL_ONLY|ALLOW_INTERNAL_AND_GCLB|ALLOW_ALL=-",
      // composer/docs/concepts/private-ip
      "google_composer_environment config.private_environment_config.enable_private_endpoint,config.enable_private_environment is:false",
      // vertex-ai/docs/workbench/instances/create
      "google_workbench_instance gce_setup.disable_public_ip is:false|-",
      "google_notebooks_instance no_public_ip is:false|-",
      // dataproc/docs/concepts/configuring-clusters/network
      "google_dataproc_cluster cluster_config.gce_cluster_config.internal_ip_only is:false",
      "google_workbench_instance disable_proxy_access is:false|-",
      // alloydb/docs/connect-public-ip
      "google_alloydb_instance network_config.enable_public_ip is:true",
      // dns/docs/zones: everybody can look up its records
      "google_dns_managed_zone visibility is:public",
    ],
  },
  "network-not-compared": {
    // vpc/docs/shared-vpc
    "attention attention": ["google_compute_shared_vpc_service_project service_project changes"],
    attention: [
      // the page of the type in the registry
      "google_container_cluster master_authorized_networks_config.gcp_public_cidrs_access_enabled worse:false|true",
      "google_storage_bucket ip_filter.allow_cross_org_vpcs,ip_filter.allow_all_service_agent_access worse:false|true",
      "google_compute_security_policy rule.match.config.src_ip_ranges gains:*",
      // load-balancing/docs/internal/setting-up-internal#ilb-global-access
      "google_compute_forwarding_rule allow_global_access is:true",
      // storage/docs/ip-filtering-overview
      "google_storage_bucket ip_filter.mode is:Disabled|-",
      "google_storage_bucket ip_filter.public_network_source.allowed_ip_cidr_ranges,ip_filter.vpc_network_sources.allowed_ip_cidr_ranges gains",
      // filestore/docs/creating-instances, iap/docs/tcp-by-host, docs/authentication/api-keys
      "google_filestore_instance file_shares.nfs_export_options.ip_ranges gains",
      "google_iap_tunnel_dest_group cidrs,fqdns gains",
      "google_apikeys_key restrictions.server_key_restrictions.allowed_ips gains",
      // appengine/docs/standard/creating-firewalls
      "google_app_engine_firewall_rule action is:ALLOW",
      "google_app_engine_firewall_rule source_range changes",
      "google_compute_security_policy_rule match.config.src_ip_ranges changes",
      // composer/docs/concepts/web-server-access
      "google_composer_environment config.web_server_network_access_control.allowed_ip_range.value gains",
      "google_composer_environment config.master_authorized_networks_config.cidr_blocks.cidr_block gains",
    ],
  },
  "machine-code": {
    // compute/vm-manager/docs/os-policies/create-os-policy-assignment
    "attention attention": ["google_os_config_os_policy_assignment os_policies changes"],
    attention: [
      "google_cloudbuild_trigger github.owner,github.name,github.push.branch,github.pull_request.branch,repository_event_config.repository,repository_event_config.push.branch,trigger_template.repo_name,trigger_template.branch_name changes",
    ],
  },
  "safeguard-off": {
    attention: [
      // the page of the type in the registry
      "google_access_context_manager_service_perimeter status.vpc_accessible_services.enable_restriction worse:true|false=-",
      "google_access_context_manager_access_level basic.conditions.device_policy.require_screen_lock,basic.conditions.device_policy.require_admin_approval,basic.conditions.device_policy.require_corp_owned worse:true|false=-",
      // the page of the type in the registry
      "google_compute_firewall_policy_rule,google_compute_network_firewall_policy_rule tls_inspect worse:true|false=-",
      "google_clouddeploy_target require_approval worse:true|false=-",
      "google_privileged_access_manager_entitlement approval_workflow.manual_approvals.require_approver_justification worse:true|false=-",
      "google_secure_source_manager_branch_rule require_pull_request,require_comments_resolved worse:true|false=-",
      "google_secure_source_manager_branch_rule allow_stale_reviews worse:false|true",
      "google_model_armor_floorsetting ai_platform_floor_setting.inspect_and_block worse:true|false=-",
      "google_container_cluster allow_net_admin worse:false|true",
      "google_recaptcha_enterprise_key web_settings.allow_all_domains worse:false|true",
      // kubernetes-engine/docs/how-to/shielded-gke-nodes, kubernetes-engine/docs/how-to/network-policy
      "google_container_cluster enable_shielded_nodes,network_policy.enabled is:false",
      `${CLUSTERS} node_config.shielded_instance_config.enable_secure_boot is:false|-`,
      // compute/shielded-vm/docs/shielded-vm
      `${MACHINES} shielded_instance_config.enable_vtpm,shielded_instance_config.enable_integrity_monitoring is:false`,
      `${TEMPLATES} shielded_instance_config.enable_secure_boot is:false`,
      // kubernetes-engine/docs/concepts/about-security-posture-dashboard
      "google_container_cluster security_posture_config.mode worse:ENTERPRISE|BASIC|DISABLED",
      "google_container_cluster security_posture_config.vulnerability_mode worse:VULNERABILITY_ENTERPRISE|VULNERABILITY_BASIC|VULNERABILITY_DISABLED",
      // confidential-computing/confidential-vm/docs/confidential-vm-overview
      `${MACHINES} confidential_instance_config.enable_confidential_compute worse:true|false=-`,
      "google_notebooks_instance shielded_instance_config.enable_vtpm,shielded_instance_config.enable_integrity_monitoring worse:true|false",
      "google_compute_backend_bucket,google_compute_backend_service edge_security_policy is:-",
      "google_compute_security_policy adaptive_protection_config.layer_7_ddos_defense_config.enable is:false|-",
      // dns/docs/dnssec-advanced
      "google_dns_managed_zone dnssec_config.default_key_specs.algorithm gains:rsasha1",
      // artifact-registry/docs/repositories/create-repos, artifact-analysis/docs/automatic-scanning
      "google_artifact_registry_repository docker_config.immutable_tags worse:true|false=-",
      "google_artifact_registry_repository vulnerability_scanning_config.enablement_config is:DISABLED",
      "google_monitoring_notification_channel enabled worse:true|false",
      "google_essential_contacts_contact notification_category_subscriptions loses",
      // pubsub/docs/resource-location-restriction
      "google_pubsub_topic message_storage_policy.allowed_persistence_regions is:-",
      "google_pubsub_topic message_storage_policy.allowed_persistence_regions gains",
      // dns/docs/dnssec-config
      "google_dns_managed_zone dnssec_config.state is:off|-",
      // binary-authorization/docs/policy-yaml-reference
      "google_binary_authorization_policy default_admission_rule.evaluation_mode worse:ALWAYS_DENY|REQUIRE_ATTESTATION|ALWAYS_ALLOW",
      "google_binary_authorization_policy default_admission_rule.enforcement_mode is:DRYRUN_AUDIT_LOG_ONLY",
      "google_binary_authorization_policy admission_whitelist_patterns.name_pattern gains",
      // monitoring/alerts
      "google_monitoring_alert_policy enabled is:false",
      "google_monitoring_alert_policy notification_channels loses",
      // run/docs/securing/binary-authorization
      "google_cloud_run_v2_service,google_cloud_run_v2_job binary_authorization.use_default is:false|-",
      // kubernetes-engine/docs/how-to/node-auto-upgrades, .../node-auto-repair
      "google_container_node_pool management.auto_upgrade,management.auto_repair is:false",
      // armor/docs/security-policy-overview
      `google_compute_security_policy rule.action loses:${REFUSALS}`,
      "google_compute_security_policy rule.preview is:true",
      "google_compute_security_policy_rule action is:allow",
      "google_compute_security_policy_rule preview is:true",
      // build/docs/automating-builds/github/build-repos-from-github: who may start a build with a pull request
      "google_cloudbuild_trigger github.pull_request.comment_control,repository_event_config.pull_request.comment_control worse:COMMENTS_ENABLED|COMMENTS_ENABLED_FOR_EXTERNAL_CONTRIBUTORS_ONLY|COMMENTS_DISABLED=-",
      "google_cloudbuild_trigger approval_config.approval_required is:false|-",
    ],
    // security-command-center/docs/how-to-mute-findings
    "attention attention": [
      "google_scc_mute_config,google_scc_v2_organization_mute_config,google_scc_v2_project_mute_config,google_scc_v2_folder_mute_config filter changes",
    ],
    // kubernetes-engine/docs/concepts/release-channels
    note: ["google_container_cluster release_channel.channel is:UNSPECIFIED|-"],
  },
  "logging-off": {
    attention: [
      // the page of the type in the registry
      "google_compute_subnetwork enable_flow_logs worse:true|false=-",
      "google_compute_firewall enable_logging worse:true|false=-",
      "google_compute_firewall_policy_rule,google_compute_network_firewall_policy_rule,google_compute_region_network_firewall_policy_rule enable_logging worse:true|false=-",
      "google_workstations_workstation_config enable_audit_agent worse:true|false=-",
      // load-balancing/docs/https/https-logging-monitoring, nat/docs/monitoring, firewall/docs/firewall-rules-logging
      "google_compute_backend_service,google_compute_region_backend_service,google_compute_router_nat log_config.enable worse:true|false=-",
      "google_compute_firewall log_config.metadata is:-",
      "google_dns_managed_zone cloud_logging_config.enable_logging worse:true|false",
      "google_data_fusion_instance enable_stackdriver_logging worse:true|false=-",
      "google_sql_database_instance settings.database_flags{log_connections}.value,settings.database_flags{log_disconnections}.value,settings.database_flags{cloudsql\\.enable_pgaudit}.value is:off",
      // dns/docs/monitoring
      "google_dns_policy enable_logging is:false|-",
      // logging/docs/export/configure_export_v2
      `${SINKS} filter,destination changes`,
      // A sink without a filter exports everything.
      `${SINKS} filter set`,
      `${SINKS} disabled is:true`,
      `${SINKS} exclusions.filter gains`,
      // logging/docs/buckets
      "google_logging_project_bucket_config,google_logging_folder_bucket_config,google_logging_organization_bucket_config,google_logging_billing_account_bucket_config retention_days less",
      // logging/docs/audit/configure-data-access
      `${AUDITS} audit_log_config.log_type loses`,
      `${AUDITS} audit_log_config.exempted_members gains`,
      // vpc/docs/using-flow-logs
      "google_compute_subnetwork log_config.flow_sampling is:-",
      "google_compute_subnetwork log_config.flow_sampling less",
      // sql/docs/postgres/pg-audit, sql/docs/postgres/flags
      "google_sql_database_instance settings.database_flags.name loses:cloudsql.enable_pgaudit|cloudsql_mysql_audit|log_connections|log_disconnections",
      // storage/docs/access-logs
      "google_storage_bucket logging.log_bucket is:-",
      // kubernetes-engine/docs/how-to/config-logging
      "google_container_cluster logging_service,monitoring_service is:none",
      "google_container_cluster logging_config.enable_components loses",
    ],
    "attention attention": [
      "google_logging_project_exclusion,google_logging_folder_exclusion,google_logging_organization_exclusion filter changes",
    ],
  },
  "encryption-off": {
    danger: [
      // kms/docs/enable-disable
      "google_kms_crypto_key_version state is:DISABLED",
      // kubernetes-engine/docs/how-to/encrypting-secrets
      "google_container_cluster database_encryption.state is:DECRYPTED|-",
      // memorystore/docs/redis/about-in-transit-encryption
      "google_redis_instance transit_encryption_mode is:DISABLED",
      "google_redis_cluster transit_encryption_mode is:TRANSIT_ENCRYPTION_MODE_DISABLED",
      "google_memorystore_instance transit_encryption_mode is:TRANSIT_ENCRYPTION_DISABLED",
      // alloydb/docs/connect-ssl
      "google_alloydb_instance client_connection_config.ssl_config.ssl_mode is:ALLOW_UNENCRYPTED_AND_ENCRYPTED",
    ],
    attention: [
      // the page of the type in the registry
      "google_network_security_server_tls_policy allow_open worse:false|true",
      "google_netapp_active_directory ldap_signing,aes_encryption,encrypt_dc_connections worse:true|false=-",
      // load-balancing/docs/backend-service
      "google_compute_backend_service,google_compute_region_backend_service protocol worse:HTTPS|HTTP",
      // functions/docs/writing/write-http-functions, appengine/docs/standard/reference/app-yaml
      "google_cloudfunctions_function https_trigger_security_level is:SECURE_OPTIONAL",
      "google_app_engine_standard_app_version,google_app_engine_flexible_app_version handlers.security_level loses:SECURE_ALWAYS",
      // load-balancing/docs/https/setting-up-http-https-redirect
      "google_compute_url_map default_url_redirect.https_redirect is:false|-",
    ],
  },
  "encryption-weaker": {
    // kms/docs/key-rotation
    attention: ["google_kms_crypto_key rotation_period is:-", "google_kms_crypto_key rotation_period more"],
  },
  "tls-weaker": {
    attention: [
      // load-balancing/docs/ssl-policies-concepts
      "google_compute_ssl_policy profile worse:RESTRICTED|MODERN|COMPATIBLE",
      "google_compute_target_https_proxy,google_compute_target_ssl_proxy ssl_policy is:-",
    ],
  },
  "deletion-protection-off": {
    attention: [
      // firestore/docs/manage-databases
      "google_firestore_database delete_protection_state is:DELETE_PROTECTION_DISABLED|-",
      "google_firestore_database deletion_policy is:DELETE",
      // spanner/docs/prevent-database-deletion
      "google_spanner_database enable_drop_protection is:false|-",
    ],
  },
  "force-destroy": {
    // bigquery/docs/managing-datasets
    attention: [
      "google_bigquery_dataset delete_contents_on_destroy is:true",
      "google_netapp_volume deletion_policy is:FORCE",
      // compute/docs/disks/add-persistent-disk
      "google_compute_instance boot_disk.auto_delete worse:false|true",
    ],
  },
  "capacity-reduced": {
    // billing/docs/how-to/modify-project: its services stop
    attention: [
      "google_project billing_account is:-",
      // iam/docs/service-accounts-disable-enable: what runs as it is refused
      "google_service_account disabled worse:false|true",
    ],
  },
  "recovery-shortened": {
    attention: [
      // the page of the type in the registry
      "google_alloydb_cluster automated_backup_policy.time_based_retention.retention_period less",
      "google_backup_dr_backup_plan backup_rules.backup_retention_days,log_retention_days less",
      "google_backup_dr_backup_vault backup_minimum_enforced_retention_duration less",
      "google_bigtable_table automated_backup_policy.retention_period,change_stream_retention less",
      "google_firestore_backup_schedule retention less",
      "google_spanner_backup_schedule retention_duration less",
      "google_redis_cluster,google_memorystore_instance automated_backup_config.retention less",
      "google_oracle_database_autonomous_database properties.backup_retention_period_days less",
      "google_netapp_backup_vault backup_retention_policy.backup_minimum_enforced_retention_days less",
      "google_gke_backup_backup_plan retention_policy.backup_delete_lock_days less",
      // the page of the type in the registry
      "google_sql_database_instance settings.retain_backups_on_delete worse:true|false=-",
      "google_sql_database_instance settings.backup_configuration.binary_log_enabled worse:true|false=-",
      "google_compute_disk,google_compute_region_disk create_snapshot_before_destroy worse:true|false=-",
      // kms/docs/destroy-restore
      "google_kms_crypto_key destroy_scheduled_duration less",
      // pubsub/docs/replay-overview
      "google_pubsub_topic,google_pubsub_subscription message_retention_duration less",
      // bigquery/docs/time-travel
      "google_bigquery_dataset max_time_travel_hours less",
      // firestore/docs/use-pitr, spanner/docs/pitr
      "google_firestore_database point_in_time_recovery_enablement is:POINT_IN_TIME_RECOVERY_DISABLED|-",
      "google_spanner_database version_retention_period less",
      // alloydb/docs/backup/overview
      "google_alloydb_cluster automated_backup_policy.enabled,continuous_backup_config.enabled is:false",
      "google_alloydb_cluster continuous_backup_config.recovery_window_days less",
      // compute/docs/disks/scheduled-snapshots
      "google_compute_resource_policy snapshot_schedule_policy.retention_policy.max_retention_days less",
      // kubernetes-engine/docs/add-on/backup-for-gke/how-to/backup-plan
      "google_gke_backup_backup_plan deactivated is:true",
      "google_gke_backup_backup_plan retention_policy.backup_retain_days less",
    ],
  },
  "object-lock-weaker": {
    attention: [
      // storage/docs/bucket-lock
      "google_storage_bucket retention_policy.retention_period is:-",
      "google_storage_bucket retention_policy.retention_period less",
      // storage/docs/object-holds
      "google_storage_bucket default_event_based_hold is:false|-",
    ],
  },
  "versioning-off": {
    // storage/docs/object-versioning
    danger: ["google_storage_bucket versioning.enabled is:false|-"],
  },
  "lifecycle-shortened": {
    "danger note": [
      // storage/docs/lifecycle
      "google_storage_bucket lifecycle_rule.action.type gains:Delete",
      // artifact-registry/docs/repositories/cleanup-policy
      "google_artifact_registry_repository cleanup_policies.action gains:DELETE",
    ],
    // Which rule expires what is not compared.
    attention: [
      "google_storage_bucket lifecycle_rule changes",
      "google_artifact_registry_repository cleanup_policies changes",
      "google_artifact_registry_repository cleanup_policy_dry_run is:false|-",
      // bigtable/docs/gc-overview
      "google_bigtable_gc_policy gc_rules,max_age,max_version changes",
    ],
  },
  "items-expire": {
    danger: [
      // bigquery/docs/managing-tables#updating_a_tables_expiration_time
      "google_bigquery_table expiration_time,time_partitioning.expiration_ms sooner",
      // secret-manager/docs/creating-and-accessing-secrets: a secret that expires is deleted
      "google_secret_manager_secret ttl,expire_time sooner",
      // firestore/docs/ttl
      "google_firestore_field ttl_config set",
    ],
    // It holds for new tables, and for those of the dataset that have none of their own.
    attention: ["google_bigquery_dataset default_table_expiration_ms,default_partition_expiration_ms sooner"],
  },
  "organization-policy": {
    danger: [
      // vpc-service-controls/docs/service-perimeters
      "google_access_context_manager_service_perimeter status.restricted_services,status.resources loses",
      // resource-manager/docs/organization-policy/understanding-constraints
      `${OLD_POLICIES} list_policy.deny.values loses`,
      `${OLD_POLICIES} list_policy.allow.values gains`,
      `${OLD_POLICIES} list_policy.deny.all is:false|-`,
    ],
    "danger attention": [
      `${OLD_POLICIES} boolean_policy.enforced is:false`,
      `${OLD_POLICIES} list_policy.allow.all,restore_policy.default is:true`,
      "google_org_policy_policy spec.rules.enforce is:FALSE",
      "google_org_policy_policy spec.rules.allow_all is:TRUE",
      "google_org_policy_policy spec.reset is:true",
    ],
    attention: [
      "google_access_context_manager_service_perimeter status.access_levels gains",
      "google_access_context_manager_service_perimeter status.ingress_policies,status.egress_policies changes",
      "google_access_context_manager_service_perimeter status.ingress_policies,status.egress_policies set",
      "google_iam_deny_policy rules changes",
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
