/**
 * Arguments of hashicorp/azurerm and hashicorp/azuread, in the form of `aws-settings.ts`; the comments name pages of
 * https://learn.microsoft.com/azure/. `azurerm_*` means every type that has no row of its own for the argument: Azure's services
 * call these the same. Over 400 lines because it is one table.
 */

/** The types of apps, those before azurerm 3 included. */
const APPS = [
  "linux_web_app",
  "windows_web_app",
  "linux_function_app",
  "windows_function_app",
  "app_service",
  "function_app",
  "function_app_flex_consumption",
  "logic_app_standard",
]
  .flatMap((name) => [`azurerm_${name}`, `azurerm_${name}_slot`])
  .join(",");

const MACHINES = ["linux", "windows"]
  .flatMap((name) => [`azurerm_${name}_virtual_machine`, `azurerm_${name}_virtual_machine_scale_set`])
  .join(",");

/** What runs code or acts on other resources with its identity, and not what only reads a key with it. */
const ACTING = `
  api_management automation_account batch_pool chaos_studio_experiment container_app container_app_job
  container_group container_registry_task data_factory dev_center dev_center_project_environment_type
  kubernetes_cluster load_test logic_app_workflow
  machine_learning_compute_cluster machine_learning_compute_instance machine_learning_inference_cluster
  machine_learning_synapse_spark machine_learning_workspace managed_devops_pool management_group_policy_assignment
  mssql_job_agent orchestrated_virtual_machine_scale_set resource_deployment_script_azure_cli
  resource_deployment_script_azure_power_shell resource_group_policy_assignment resource_policy_assignment
  spring_cloud_app static_web_app stream_analytics_job subscription_policy_assignment synapse_workspace
  virtual_machine virtual_machine_scale_set
`;
const IDENTITIES = [MACHINES, APPS, ...(ACTING.match(/\w+/g) ?? []).map((name) => `azurerm_${name}`)].join(",");
const SCOPES = ["subscription", "management_group", "resource_group", "resource"];
const ASSIGNMENTS = SCOPES.map((name) => `azurerm_${name}_policy_assignment`).join(",");
const EXEMPTIONS = SCOPES.map((name) => `azurerm_${name}_policy_exemption`).join(",");
const SERVERS = "azurerm_postgresql_flexible_server_configuration,azurerm_mysql_flexible_server_configuration"
  .split(",")
  .map((name) => `${name}{name=require_secure_transport}`)
  .join(",");
const RULES = ["eventhub", "eventhub_namespace", "servicebus_namespace", "servicebus_queue", "servicebus_topic"]
  .map((name) => `azurerm_${name}_authorization_rule`)
  .join(",");

/** Types whose flag had the contrary name before azurerm 5. */
const LOCAL = "azurerm_application_insights,azurerm_cosmosdb_account,azurerm_log_analytics_workspace";
const SENTINEL = ["fusion", "ms_security_incident", "nrt", "scheduled", "threat_intelligence"]
  .map((name) => `azurerm_sentinel_alert_rule_${name}`)
  .join(",");

const EVENTS = "azurerm_eventgrid_event_subscription,azurerm_eventgrid_system_topic_event_subscription";

export const AZURE_SETTINGS = {
  "guest-access": {
    danger: [
      // the page of the type in the registry
      "azurerm_web_pubsub_hub anonymous_connections_enabled is:true",
      // azure-cache-for-redis/cache-configure
      "azurerm_redis_cache redis_configuration.authentication_enabled is:false",
      // app-service/overview-authentication-authorization
      `${APPS} auth_settings_v2.require_authentication,auth_settings.enabled is:false|-`,
      `${APPS} auth_settings.unauthenticated_client_action is:AllowAnonymous`,
    ],
    attention: [
      // the page of the type in the registry
      "azurerm_relay_hybrid_connection requires_client_authorization worse:true|false",
      "azurerm_container_app_environment mutual_tls_enabled worse:true|false=-",
      "azurerm_application_gateway ssl_profile.verify_client_certificate_issuer_dn,ssl_profile.verify_client_cert_issuer_dn worse:true|false=-",
      "azurerm_oracle_autonomous_database mtls_connection_required worse:true|false",
      // api-management/api-management-subscriptions
      "azurerm_api_management_api,azurerm_api_management_product subscription_required is:false",
    ],
  },
  "key-made-anew": {
    attention: [
      "azurerm_mssql_server administrator_login_password,administrator_login_password_wo_version changes",
      "azurerm_postgresql_flexible_server,azurerm_mysql_flexible_server administrator_password,administrator_password_wo_version changes",
    ],
    note: ["azurerm_key_vault_secret value,value_wo_version changes"],
  },
  "event-filter": {
    attention: [
      // event-grid/event-filtering, service-bus-messaging/topic-filters
      `${EVENTS} included_event_types,subject_filter.subject_begins_with,subject_filter.subject_ends_with filters`,
      `${EVENTS} advanced_filter changes`,
      "azurerm_servicebus_subscription_rule sql_filter,correlation_filter changes",
    ],
  },
  "password-policy-weaker": {
    // entra/identity/authentication/concept-sspr-policy
    attention: ["azuread_user disable_strong_password,disable_password_expiration is:true"],
  },
  "access-setting": {
    // aks/concepts-identity: without it whoever reaches the API server with a credential does everything
    danger: ["azurerm_kubernetes_cluster role_based_access_control_enabled is:false"],
    "attention note": [
      // the page of the type in the registry
      "azurerm_container_app ingress.cors.allowed_origins gains:*",
      "azurerm_cosmosdb_account cors_rule.allowed_origins gains:*",
      "azurerm_signalr_service,azurerm_maps_account,azurerm_spring_cloud_gateway,azurerm_healthcare_dicom_service,azurerm_healthcare_fhir_service cors.allowed_origins gains:*",
      "azurerm_healthcare_service cors_configuration.allowed_origins gains:*",
      // app-service/app-service-web-tutorial-rest-api
      `${APPS} site_config.cors.allowed_origins gains:*`,
      "azurerm_storage_account blob_properties.cors_rule.allowed_origins gains:*",
    ],
    attention: [
      // the page of the type in the registry
      "azurerm_analysis_services_server admin_users gains",
      "azurerm_powerbi_embedded administrators gains",
      "azurerm_fabric_capacity administration_members gains",
      "azurerm_arc_kubernetes_provisioned_cluster azure_active_directory.admin_group_object_ids gains",
      "azurerm_kubernetes_cluster_trusted_access_role_binding roles gains",
      "azurerm_dev_center_project_environment_type creator_role_assignment_roles,user_role_assignment.roles gains",
      "azurerm_api_management_identity_provider_aad allowed_tenants gains",
      "azurerm_lighthouse_definition authorization.delegated_role_definition_ids gains",
      "azuread_custom_directory_role permissions.allowed_resource_actions gains",
      // the page of the type in the registry
      "azurerm_virtual_machine,azurerm_virtual_machine_scale_set os_profile_linux_config.disable_password_authentication is:false",
      "azurerm_orchestrated_virtual_machine_scale_set os_profile.linux_configuration.disable_password_authentication is:false",
      "azurerm_mssql_managed_instance azure_active_directory_administrator.azuread_authentication_only_enabled worse:true|false=-",
      "azurerm_netapp_volume export_policy_rule.root_access_enabled worse:false|true",
      "azurerm_api_management_product approval_required is:false|-",
      `${APPS} site_config.cors.support_credentials,site_config.remote_debugging_enabled is:true`,
      // app-service/configure-basic-auth-disable
      `${APPS} ftp_publish_basic_authentication_enabled,webdeploy_publish_basic_authentication_enabled is:true|-`,
      `${APPS} client_certificate_enabled is:false|-`,
      `${APPS} client_certificate_mode worse:Required|OptionalInteractiveUser|Optional`,
      // storage/common/security-restrict-copy-operations
      "azurerm_storage_account cross_tenant_replication_enabled,sftp_enabled is:true",
      "azurerm_storage_account local_user_enabled is:true|-",
      "azurerm_storage_account allowed_copy_scope,sas_policy.expiration_period is:-",
      "azurerm_* local_auth_enabled,local_authentication_enabled,access_keys_authentication_enabled is:true",
      // Keys and passwords beside Entra ID: cosmos-db/how-to-connect-role-based-access-control, event-hubs/authenticate-shared-access-signature
      `azurerm_eventhub_namespace,azurerm_search_service,${LOCAL} local_authentication_enabled is:true|-`,
      `${LOCAL} local_authentication_disabled is:false|-`,
      "azurerm_app_configuration,azurerm_cognitive_account,azurerm_servicebus_namespace,azurerm_signalr_service local_auth_enabled is:true|-",
      "azurerm_redis_cache access_keys_authentication_enabled is:true|-",
      "azurerm_batch_account allowed_authentication_modes gains:SharedKey",
      // role-based-access-control/role-definitions
      "azurerm_role_definition assignable_scopes gains",
      // key-vault/general/rbac-guide, key-vault/general/overview
      "azurerm_key_vault rbac_authorization_enabled,enable_rbac_authorization is:false",
      "azurerm_key_vault enabled_for_deployment,enabled_for_disk_encryption,enabled_for_template_deployment is:true",
      // azure-sql/database/authentication-azure-ad-only-authentication
      "azurerm_mssql_server azuread_administrator.azuread_authentication_only is:false|-",
      "azurerm_mssql_server azuread_administrator.object_id changes",
      // postgresql/flexible-server/concepts-azure-ad-authentication
      "azurerm_postgresql_flexible_server authentication.password_auth_enabled is:true",
      // aks/azure-ad-rbac, aks/manage-azure-rbac, aks/access-private-cluster
      "azurerm_kubernetes_cluster azure_active_directory_role_based_access_control.admin_group_object_ids gains",
      "azurerm_kubernetes_cluster azure_active_directory_role_based_access_control.azure_rbac_enabled worse:true|false=-",
      "azurerm_kubernetes_cluster run_command_enabled is:true",
      // virtual-machines/linux/create-ssh-keys-detailed
      "azurerm_linux_virtual_machine,azurerm_linux_virtual_machine_scale_set disable_password_authentication is:false",
      // entra/identity/managed-identities-azure-resources/overview
      `${IDENTITIES} identity.identity_ids gains`,
      // virtual-network/virtual-network-network-interface
      "azurerm_network_interface ip_forwarding_enabled,enable_ip_forwarding is:true",
      // key-vault/certificates/about-certificates
      "azurerm_key_vault_certificate certificate_policy.key_properties.exportable is:true",
      // event-hubs/authorize-access-shared-access-signature
      `${RULES} listen,send is:true`,
      // virtual-machines/disks-restrict-import-export-overview
      "azurerm_managed_disk network_access_policy worse:DenyAll|AllowPrivate|AllowAll=-",
      // entra/identity-platform/supported-accounts-validation
      "azuread_application sign_in_audience worse:AzureADMyOrg|AzureADMultipleOrgs|AzureADandPersonalMicrosoftAccount",
      // entra/identity-platform/reply-url
      "azuread_application web.redirect_uris,single_page_application.redirect_uris,public_client.redirect_uris gains",
      "azuread_application fallback_public_client_enabled,web.implicit_grant.access_token_issuance_enabled is:true",
      // entra/identity-platform/permissions-consent-overview
      "azuread_application required_resource_access.resource_access.id,owners gains",
      "azuread_service_principal owners gains",
      "azuread_service_principal app_role_assignment_required is:false",
      // entra/identity/conditional-access/concept-assignment-network
      "azuread_named_location ip.ip_ranges,country.countries_and_regions gains",
      "azuread_named_location ip.trusted is:true",
      "azuread_application_redirect_uris redirect_uris gains",
      "azuread_group assignable_to_role is:true",
      "azuread_user account_enabled worse:false|true",
      // cosmos-db/role-based-access-control: with keys alone, the account itself can be changed
      "azurerm_cosmosdb_account access_key_metadata_writes_enabled is:true",
      // azure-sql/database/authentication-azure-ad-only-authentication, synapse-analytics/sql/active-directory-authentication
      "azurerm_synapse_workspace,azurerm_mssql_managed_instance_active_directory_administrator azuread_authentication_only is:false|-",
      // virtual-machines/extensions/overview: they run code as the administrator
      `${MACHINES} allow_extension_operations worse:false|true`,
      // app-service/overview-vnet-integration: what leaves the network is in no firewall's way
      `${APPS} virtual_network_subnet_id is:-`,
      `${APPS} site_config.vnet_route_all_enabled worse:true|false`,
      "azurerm_machine_learning_compute_cluster ssh_public_access_enabled is:true",
      // container-registry/data-loss-prevention
      "azurerm_container_registry export_policy_enabled worse:false|true",
    ],
    "attention attention": [
      // event-hubs/authorize-access-shared-access-signature
      `${RULES} manage is:true`,
    ],
  },
  "account-assignment": {
    // entra/fundamentals/how-to-manage-groups
    attention: ["azuread_group members,owners gains"],
    // entra/external-id/what-is-b2b
    "attention attention": ["azuread_invitation user_email_address changes"],
  },
  "credential-created": {
    // automation/automation-webhooks: who knows its address starts the runbook
    "attention attention": ["azurerm_automation_webhook runbook_name changes"],
  },
  "public-endpoint": {
    attention: [
      // the page of the type in the registry
      "azurerm_kubernetes_cluster default_node_pool.node_public_ip_enabled is:true",
      "azurerm_kubernetes_cluster_node_pool,azurerm_machine_learning_compute_cluster,azurerm_machine_learning_compute_instance node_public_ip_enabled is:true",
      "azurerm_kubernetes_cluster service_mesh_profile.external_ingress_gateway_enabled is:true",
      "azurerm_cosmosdb_postgresql_cluster coordinator_public_ip_access_enabled,node_public_ip_access_enabled is:true",
      // spring-apps/basic-standard/how-to-access-app-from-internet-virtual-network, container-instances/container-instances-vnet
      "azurerm_spring_cloud_app public_endpoint_enabled,is_public is:true",
      "azurerm_container_group ip_address_type worse:None|Private|Public",
      // api-management/virtual-network-concepts
      "azurerm_api_management virtual_network_type worse:Internal|External|None",
      // storage/file-sync/file-sync-networking-endpoints
      "azurerm_storage_sync incoming_traffic_policy is:AllowAllTraffic",
      // databricks/security/network/classic/secure-cluster-connectivity
      "azurerm_databricks_workspace custom_parameters.no_public_ip worse:true|false",
      // entra/identity/domain-services/tutorial-configure-ldaps
      "azurerm_active_directory_domain_service secure_ldap.external_access_enabled is:true",
      // aks/http-application-routing
      "azurerm_kubernetes_cluster http_application_routing_enabled is:true",
      "azurerm_snapshot public_network_access_enabled is:true",
      // app-service/app-service-ip-restrictions
      `${APPS} site_config.ip_restriction_default_action,site_config.scm_ip_restriction_default_action is:Allow|-`,
      // virtual-machines/disks-enable-private-links-for-import-export-portal
      "azurerm_managed_disk public_network_access_enabled is:true",
      // azure-monitor/logs/private-link-security
      "azurerm_log_analytics_workspace,azurerm_application_insights internet_query_enabled,internet_ingestion_enabled is:true|-",
      "azurerm_log_analytics_workspace internet_query_access_type,internet_ingestion_access_type is:Enabled|-",
      // bastion/shareable-link
      "azurerm_bastion_host shareable_link_enabled is:true",
      // container-apps/ingress-overview, data-factory/data-factory-private-link
      "azurerm_container_app ingress.external_enabled is:true",
    ],
    danger: [
      // private-link/private-endpoint-overview
      "azurerm_* public_network_access_enabled is:true",
      "azurerm_* public_network_access is:Enabled",
      "azurerm_data_factory public_network_enabled is:true|-",
      "azurerm_purview_account public_network_enabled is:true",
      // azure-sql/managed-instance/public-endpoint-overview
      "azurerm_mssql_managed_instance public_data_endpoint_enabled is:true",
      // cosmos-db/how-to-configure-vnet-service-endpoint
      "azurerm_cosmosdb_account is_virtual_network_filter_enabled worse:true|false",
    ],
  },
  "network-not-compared": {
    "attention note": [
      // virtual-network/virtual-networks-udr-overview
      "azurerm_route next_hop_type is:Internet",
      "azurerm_route_table route.next_hop_type gains:Internet",
    ],
    attention: [
      // the page of the type in the registry
      "azurerm_cosmosdb_account network_acl_bypass_ids gains",
      "azurerm_logic_app_workflow access_control.action.allowed_caller_ip_address_range,access_control.workflow_management.allowed_caller_ip_address_range gains",
      // The site with the tools has rules of its own then.
      `${APPS} site_config.scm_use_main_ip_restriction worse:true|false`,
      "azurerm_servicebus_namespace network_rule_set.trusted_services_allowed worse:false|true",
      // firewall/tutorial-firewall-deploy-portal: around the firewall, or through another machine
      "azurerm_route next_hop_type worse:VirtualAppliance|VnetLocal",
      "azurerm_route next_hop_in_ip_address changes:-",
      "azurerm_route_table route.next_hop_in_ip_address changes",
      // aks/egress-outboundtype
      "azurerm_kubernetes_cluster network_profile.outbound_type changes",
      // key-vault/general/network-security
      "azurerm_key_vault network_acls.bypass worse:None|AzureServices",
      // storage/common/storage-network-security, cosmos-db/how-to-configure-firewall, container-registry/allow-access-trusted-services
      "azurerm_storage_account network_rules.bypass gains:AzureServices",
      "azurerm_storage_account_network_rules bypass gains:AzureServices",
      "azurerm_cosmosdb_account network_acl_bypass_for_azure_services is:true",
      "azurerm_container_registry network_rule_bypass_option worse:None|AzureServices",
      // private-link/disable-private-endpoint-network-policy: rules of security groups do not hold for private endpoints then
      "azurerm_subnet private_endpoint_network_policies worse:Enabled|NetworkSecurityGroupEnabled|Disabled",
      // batch/public-network-access, private-link/network-security-perimeter-concepts, firewall/ip-groups
      "azurerm_batch_account network_profile.account_access.default_action,network_profile.node_management_access.default_action worse:Deny|Allow=-",
      "azurerm_batch_account network_profile.account_access.ip_rule.ip_range,network_profile.node_management_access.ip_rule.ip_range gains",
      "azurerm_network_security_perimeter_access_rule address_prefixes,fqdns,service_tags,subscription_ids gains",
      "azurerm_ip_group cidrs changes",
      // virtual-wan/how-to-virtual-hub-routing
      "azurerm_vpn_gateway_connection,azurerm_virtual_hub_connection internet_security_enabled worse:true|false",
      // azure-netapp-files/azure-netapp-files-configure-export-policy
      "azurerm_netapp_volume export_policy_rule.allowed_clients changes",
      // virtual-network/virtual-network-manage-peering
      "azurerm_virtual_network_peering allow_forwarded_traffic,allow_gateway_transit,use_remote_gateways is:true",
      "azurerm_virtual_network_peering allow_virtual_network_access is:true|-",
      `${APPS} site_config.ip_restriction.ip_address,site_config.ip_restriction.service_tag,site_config.ip_restriction.virtual_network_subnet_id changes`,
      `${APPS} site_config.ip_restriction.action loses:Deny`,
      `${APPS} site_config.scm_ip_restriction.ip_address,site_config.scm_ip_restriction.service_tag,site_config.scm_ip_restriction.virtual_network_subnet_id changes`,
      `${APPS} site_config.scm_ip_restriction.action loses:Deny`,
      // logic-apps/logic-apps-securing-a-logic-app
      "azurerm_logic_app_workflow access_control.trigger.allowed_caller_ip_address_range,access_control.content.allowed_caller_ip_address_range changes",
    ],
  },
  "encryption-off": {
    danger: [
      `${APPS} https_only is:false|-`,
      // azure-sql/database/transparent-data-encryption-tde-overview
      "azurerm_mssql_database transparent_data_encryption_enabled is:false",
      // kusto/cluster-encryption-disk
      "azurerm_kusto_cluster disk_encryption_enabled is:false",
      // azure-cache-for-redis/cache-configure; azurerm before 4 calls the port so
      "azurerm_redis_cache enable_non_ssl_port is:true",
      "azurerm_mysql_server,azurerm_mariadb_server ssl_enforcement_enabled is:false",
      "azurerm_* encryption_in_transit_enabled worse:true|false=-",
      // postgresql/flexible-server/how-to-connect-tls-ssl, mysql/flexible-server/how-to-connect-tls-ssl
      `${SERVERS} value is:off|OFF`,
    ],
    attention: [
      // the page of the type in the registry
      `${APPS} auth_settings_v2.require_https worse:true|false`,
      "azurerm_synapse_sql_pool data_encrypted worse:true|false=-",
      "azurerm_batch_pool security_profile.host_encryption_enabled worse:true|false=-",
      "azurerm_virtual_wan disable_vpn_encryption is:true",
      // the page of the type in the registry
      "azurerm_netapp_volume smb3_protocol_encryption_enabled worse:true|false=-",
      "azurerm_netapp_account active_directory.ldap_over_tls_enabled,active_directory.ldap_signing_enabled,active_directory.aes_encryption_enabled worse:true|false=-",
      `${APPS} site_config.ftps_state worse:Disabled|FtpsOnly|AllAllowed`,
      // virtual-machines/disk-encryption
      `${MACHINES} encryption_at_host_enabled worse:true|false=-`,
      "azurerm_* host_encryption_enabled worse:true|false=-",
      "azurerm_kubernetes_cluster default_node_pool.host_encryption_enabled is:false|-",
      // application-gateway/configuration-listeners: one for HTTP alone may be there to redirect
      "azurerm_application_gateway http_listener.protocol loses:Https",
      // frontdoor/how-to-configure-https-redirect, frontdoor/front-door-route-matching
      "azurerm_cdn_frontdoor_route https_redirect_enabled worse:true|false",
      "azurerm_cdn_frontdoor_route forwarding_protocol is:HttpOnly",
      "azurerm_cdn_endpoint is_http_allowed is:true",
      // container-apps/ingress-overview
      "azurerm_container_app ingress.allow_insecure_connections is:true",
      "azurerm_api_management_api protocols gains:http",
      "azurerm_windows_virtual_machine,azurerm_windows_virtual_machine_scale_set winrm_listener.protocol gains:Http",
      "azurerm_spring_cloud_app,azurerm_spring_cloud_gateway https_only worse:true|false=-",
    ],
    // storage/common/storage-require-secure-transfer: it is on where it is not set
    "danger attention": ["azurerm_storage_account https_traffic_only_enabled,enable_https_traffic_only is:false"],
  },
  "encryption-weaker": {
    attention: [
      // the page of the type in the registry
      "azurerm_disk_encryption_set auto_key_rotation_enabled worse:true|false=-",
      "azurerm_mssql_server_transparent_data_encryption,azurerm_mssql_managed_instance_transparent_data_encryption auto_rotation_enabled worse:true|false=-",
      // storage/common/customer-managed-keys-overview
      "azurerm_* customer_managed_key.key_vault_key_id is:-",
      "azurerm_synapse_workspace customer_managed_key.key_name is:-",
      "azurerm_app_configuration encryption.key_vault_key_identifier is:-",
      "azurerm_data_factory customer_managed_key_id is:-",
      "azurerm_managed_disk disk_encryption_set_id is:-",
      // kusto/cluster-encryption-double
      "azurerm_kusto_cluster double_encryption_enabled worse:true|false=-",
      // key-vault/keys/how-to-configure-key-rotation
      "azurerm_key_vault_key rotation_policy.expire_after is:-",
      // azure-sql/database/transparent-data-encryption-byok-overview
      "azurerm_mssql_server_transparent_data_encryption key_vault_key_id is:-",
    ],
  },
  "shared-outside": {
    // virtual-machines/share-gallery-community
    "danger danger": ["azurerm_shared_image_gallery sharing.permission is:Community"],
    // lighthouse/concepts/architecture
    "danger attention": [
      "azurerm_lighthouse_definition authorization.principal_id,authorization.role_definition_id gains",
      "azurerm_lighthouse_assignment lighthouse_definition_id changes",
    ],
    attention: [
      // the page of the type in the registry
      "azurerm_kusto_cluster trusted_external_tenants gains",
      "azurerm_synapse_workspace linking_allowed_for_aad_tenant_ids gains",
      "azurerm_shared_image_gallery sharing.permission is:Groups",
      // event-grid/event-handlers
      `${EVENTS} webhook_endpoint.url,storage_queue_endpoint.storage_account_id,azure_function_endpoint.function_id,eventhub_endpoint_id,service_bus_queue_endpoint_id,service_bus_topic_endpoint_id,hybrid_connection_endpoint_id changes`,
      "azurerm_eventhub capture_description.destination.storage_account_id,capture_description.destination.blob_container_name changes",
    ],
  },
  "tls-weaker": {
    // azure-sql/database/connectivity-settings
    attention: [
      // api-management/api-management-howto-manage-protocols-ciphers
      "azurerm_api_management security.frontend_ssl30_enabled,security.frontend_tls10_enabled,security.frontend_tls11_enabled,security.backend_ssl30_enabled,security.backend_tls10_enabled,security.backend_tls11_enabled,security.enable_frontend_ssl30,security.enable_frontend_tls10,security.enable_frontend_tls11,security.enable_backend_ssl30,security.enable_backend_tls10,security.enable_backend_tls11 is:true",
      "azurerm_api_management security.triple_des_ciphers_enabled is:true",
      "azurerm_mssql_server minimum_tls_version is:Disabled",
      "azurerm_mysql_server,azurerm_mariadb_server,azurerm_postgresql_server ssl_minimal_tls_version_enforced is:TLSEnforcementDisabled",
      // postgresql/flexible-server/how-to-connect-tls-ssl, mysql/flexible-server/how-to-connect-tls-ssl
      "azurerm_postgresql_flexible_server_configuration{name=ssl_min_protocol_version} value worse:TLSv1.3|TLSv1.2|TLSv1.1|TLSv1",
      "azurerm_mysql_flexible_server_configuration{name=tls_version} value worse:TLSv1.3|TLSv1.2,TLSv1.3|TLSv1.2|TLSv1.1|TLSv1.0|TLSv1",
      // entra/identity/domain-services/secure-your-domain
      "azurerm_active_directory_domain_service security.tls_v1_enabled,security.ntlm_v1_enabled is:true",
    ],
  },
  "safeguard-off": {
    attention: [
      // the page of the type in the registry
      "azurerm_blueprint_assignment lock_exclude_actions,lock_exclude_principals gains",
      "azurerm_data_protection_resource_guard vault_critical_operation_exclusion_list gains",
      "azurerm_kubernetes_cluster_deployment_safeguard excluded_namespaces gains",
      // the page of the type in the registry
      "azurerm_security_center_storage_defender malware_scanning_on_upload_enabled worse:true|false=-",
      "azurerm_cognitive_account_rai_policy content_filter.block_enabled worse:true|false",
      "azurerm_databricks_workspace enhanced_security_compliance.enhanced_security_monitoring_enabled worse:true|false=-",
      "azurerm_batch_pool security_profile.secure_boot_enabled worse:true|false=-",
      "azuread_access_package_assignment_policy approval_settings.approval_required worse:true|false=-",
      "azurerm_role_management_policy,azuread_group_role_management_policy activation_rules.require_ticket_info,active_assignment_rules.require_multifactor_authentication,active_assignment_rules.require_justification worse:true|false",
      "azurerm_data_factory_linked_service_sftp skip_host_key_validation is:true",
      // entra/id-governance/privileged-identity-management/pim-how-to-change-default-settings
      "azurerm_role_management_policy,azuread_group_role_management_policy activation_rules.require_approval,activation_rules.require_multifactor_authentication,activation_rules.require_justification worse:true|false",
      "azurerm_role_management_policy,azuread_group_role_management_policy active_assignment_rules.expiration_required,eligible_assignment_rules.expiration_required worse:true|false",
      // virtual-machines/trusted-launch
      `${MACHINES} secure_boot_enabled,vtpm_enabled worse:true|false=-`,
      // azure-sql/database/threat-detection-overview, azure-sql/database/sql-vulnerability-assessment
      "azurerm_mssql_server_security_alert_policy,azurerm_mssql_managed_instance_security_alert_policy disabled_alerts gains",
      "azurerm_mssql_server_security_alert_policy,azurerm_mssql_managed_instance_security_alert_policy email_addresses loses",
      "azurerm_mssql_server_security_alert_policy,azurerm_mssql_managed_instance_security_alert_policy email_account_admins,email_account_admins_enabled worse:true|false",
      "azurerm_postgresql_server,azurerm_mysql_server threat_detection_policy.enabled is:false|-",
      "azurerm_mssql_database threat_detection_policy.state is:Disabled",
      "azurerm_mssql_server_vulnerability_assessment recurring_scans.enabled is:false|-",
      // defender-for-cloud/configure-email-notifications, defender-for-cloud/monitoring-components
      "azurerm_security_center_contact alert_notifications,alerts_to_admins worse:true|false",
      "azurerm_security_center_contact email changes",
      "azurerm_security_center_auto_provisioning auto_provision is:Off",
      "azurerm_security_center_setting enabled worse:true|false",
      // What leaves a service, and where to: synapse-analytics/security/workspace-data-exfiltration-protection
      "azurerm_* outbound_network_access_restricted worse:true|false",
      "azurerm_synapse_workspace managed_virtual_network_enabled,data_exfiltration_protection_enabled worse:true|false=-",
      "azurerm_data_factory managed_virtual_network_enabled worse:true|false=-",
      // databricks/security/network/storage/firewall-support
      "azurerm_databricks_workspace default_storage_firewall_enabled worse:true|false=-",
      // container-registry/container-registry-content-trust
      "azurerm_container_registry quarantine_policy_enabled,trust_policy_enabled worse:true|false=-",
      // aks/use-network-policies
      "azurerm_kubernetes_cluster network_profile.network_policy is:-",
      "azurerm_firewall firewall_policy_id is:-",
      // frontdoor/origin, api-management/backends
      "azurerm_cdn_frontdoor_origin certificate_name_check_enabled worse:true|false",
      "azurerm_api_management_backend tls.validate_certificate_chain,tls.validate_certificate_name worse:true|false",
      "azurerm_public_ip ddos_protection_mode is:Disabled",
      // azure-resource-manager/management/lock-resources
      "azurerm_management_lock lock_level worse:ReadOnly|CanNotDelete",
      "azurerm_api_management_named_value secret worse:true|false",
      // azure-monitor/app/ip-collection
      "azurerm_application_insights disable_ip_masking is:true",
      // azure-monitor/alerts/alerts-overview
      "azurerm_monitor_activity_log_alert,azurerm_monitor_metric_alert,azurerm_monitor_scheduled_query_rules_alert_v2 enabled is:false",
      // azure-monitor/alerts/action-groups
      "azurerm_monitor_action_group enabled is:false",
      "azurerm_monitor_action_group email_receiver.email_address,sms_receiver.phone_number,voice_receiver.phone_number,webhook_receiver.service_uri,logic_app_receiver.resource_id,azure_function_receiver.function_app_resource_id,azure_app_push_receiver.email_address loses",
      // azure-sql/database/outbound-firewall-rule-overview
      "azurerm_mssql_server outbound_network_restriction_enabled is:false|-",
      // web-application-firewall/ag/ag-overview, web-application-firewall/afds/waf-front-door-policy-settings
      "azurerm_application_gateway waf_configuration.enabled is:false|-",
      "azurerm_application_gateway waf_configuration.firewall_mode is:Detection",
      "azurerm_cdn_frontdoor_firewall_policy,azurerm_frontdoor_firewall_policy mode is:Detection",
      "azurerm_cdn_frontdoor_firewall_policy,azurerm_frontdoor_firewall_policy enabled is:false",
      "azurerm_cdn_frontdoor_security_policy security_policies.firewall.association.domain.cdn_frontdoor_domain_id,security_policies.firewall.association.patterns_to_match loses",
      // ddos-protection/ddos-protection-overview
      "azurerm_virtual_network ddos_protection_plan.enable is:false|-",
      // backup/backup-azure-immutable-vault-concept
      "azurerm_recovery_services_vault immutability worse:Locked|Unlocked|Disabled",
      // firewall/threat-intel
      "azurerm_firewall threat_intel_mode worse:Deny|Alert|Off",
      "azurerm_firewall_policy threat_intelligence_mode worse:Deny|Alert|Off",
      // azure-sql/database/threat-detection-overview, defender-for-cloud/defender-for-containers-introduction
      "azurerm_mssql_server_security_alert_policy,azurerm_mssql_managed_instance_security_alert_policy state is:Disabled",
      "azurerm_kubernetes_cluster microsoft_defender.log_analytics_workspace_id is:-",
      // sentinel/threat-detection
      `${SENTINEL} enabled is:false`,
    ],
    note: [
      // aks/auto-upgrade-cluster, aks/csi-secrets-store-configuration-options, virtual-machines/automatic-vm-guest-patching
      "azurerm_kubernetes_cluster automatic_upgrade_channel,automatic_channel_upgrade is:-|none",
      "azurerm_kubernetes_cluster key_vault_secrets_provider.secret_rotation_enabled is:false|-",
      `${MACHINES} patch_mode is:Manual|ImageDefault`,
      `${MACHINES} automatic_updates_enabled,enable_automatic_updates worse:true|false`,
      // key-vault/general/best-practices
      "azurerm_key_vault_secret,azurerm_key_vault_key expiration_date is:-",
    ],
  },
  "redundancy-off": {
    attention: [
      // reliability/availability-zones-overview
      "azurerm_* zone_redundant,zone_redundancy_enabled,zone_redundant_enabled,zone_balancing_enabled is:false|-",
      // postgresql/flexible-server/concepts-high-availability
      "azurerm_postgresql_flexible_server,azurerm_mysql_flexible_server high_availability.mode worse:ZoneRedundant|SameZone|-",
      "azurerm_firewall zones loses",
      // cosmos-db/high-availability
      "azurerm_cosmosdb_account automatic_failover_enabled,enable_automatic_failover worse:true|false",
      // vpn-gateway/active-active-portal
      "azurerm_virtual_network_gateway active_active worse:true|false",
      // aks/free-standard-pricing-tiers
      "azurerm_kubernetes_cluster sku_tier worse:Premium|Standard|Free",
    ],
  },
  "capacity-reduced": {
    // app-service/monitor-instances-health-check
    note: [`${APPS} site_config.health_check_path is:-`],
  },
  "logging-off": {
    attention: [
      // the page of the type in the registry
      "azurerm_synapse_workspace_extended_auditing_policy,azurerm_synapse_sql_pool_extended_auditing_policy retention_in_days sooner:0",
      "azurerm_synapse_workspace_extended_auditing_policy,azurerm_synapse_sql_pool_extended_auditing_policy log_monitoring_enabled worse:true|false",
      "azurerm_log_analytics_workspace_table,azurerm_log_analytics_workspace_table_custom_log total_retention_in_days less",
      // app-service/troubleshoot-diagnostic-logs
      `${APPS} logs.http_logs.file_system.retention_in_days,logs.http_logs.azure_blob_storage.sas_url loses`,
      `${APPS} builtin_logging_enabled,enable_builtin_logging is:false`,
      // azure-sql/database/auditing-overview
      "azurerm_mssql_server_extended_auditing_policy,azurerm_mssql_database_extended_auditing_policy enabled,log_monitoring_enabled worse:true|false",
      "azurerm_mssql_server_extended_auditing_policy,azurerm_mssql_database_extended_auditing_policy retention_in_days sooner:0",
      "azurerm_network_watcher_flow_log traffic_analytics.enabled worse:true|false=-",
      "azurerm_storage_account queue_properties.logging.delete,queue_properties.logging.read,queue_properties.logging.write worse:true|false",
      // azure-monitor/logs/daily-cap
      "azurerm_log_analytics_workspace daily_quota_gb sooner:-1",
      "azurerm_kubernetes_cluster oms_agent.log_analytics_workspace_id is:-",
      // network-watcher/nsg-flow-logs-overview
      "azurerm_network_watcher_flow_log enabled,retention_policy.enabled is:false",
      "azurerm_network_watcher_flow_log retention_policy.days less",
      // azure-monitor/logs/data-retention-configure
      "azurerm_log_analytics_workspace,azurerm_application_insights retention_in_days less",
      // azure-monitor/essentials/diagnostic-settings
      "azurerm_monitor_diagnostic_setting enabled_log.category,enabled_log.category_group loses",
      "azurerm_monitor_diagnostic_setting log_analytics_workspace_id,storage_account_id,eventhub_authorization_rule_id changes",
      // postgresql/flexible-server/concepts-audit, mysql/flexible-server/concepts-audit-logs
      "azurerm_postgresql_flexible_server_configuration{name~^(?:log_(?:dis)?connections|pgaudit)} value is:off|OFF|none|NONE",
      "azurerm_mysql_flexible_server_configuration{name=audit_log_enabled} value is:OFF|off",
    ],
  },
  "recovery-shortened": {
    attention: [
      // the page of the type in the registry
      "azurerm_mssql_managed_database short_term_retention_days less",
      "azurerm_oracle_autonomous_database backup_retention_period_in_days less",
      "azurerm_mssql_virtual_machine auto_backup.retention_period_in_days less",
      "azurerm_site_recovery_replication_policy,azurerm_site_recovery_vmware_replication_policy recovery_point_retention_in_minutes less",
      "azurerm_site_recovery_hyperv_replication_policy recovery_point_retention_in_hours less",
      "azurerm_backup_policy_vm instant_restore_retention_days less",
      "azurerm_backup_policy_file_share snapshot_retention_in_days less",
      `${APPS} backup.schedule.retention_period_days,backup.schedule.retention_period_in_days less`,
      "azurerm_data_protection_backup_vault retention_duration_in_days less",
      "azurerm_data_protection_backup_policy_disk,azurerm_data_protection_backup_policy_postgresql,azurerm_data_protection_backup_policy_data_lake_storage default_retention_duration less",
      "azurerm_data_protection_backup_policy_blob_storage operational_default_retention_duration,vault_default_retention_duration less",
      "azurerm_eventhub retention_description.retention_time_in_hours less",
      "azurerm_iothub event_hub_retention_in_days less",
      "azurerm_eventgrid_namespace_topic event_retention_in_days less",
      // the page of the type in the registry
      "azurerm_synapse_sql_pool geo_backup_policy_enabled worse:true|false",
      "azurerm_mssql_database,azurerm_mssql_managed_database long_term_retention_policy.immutable_backups_enabled worse:true|false=-",
      // storage/blobs/point-in-time-restore-overview, storage/blobs/soft-delete-container-overview
      "azurerm_storage_account blob_properties.restore_policy.days,blob_properties.container_delete_retention_policy.days is:-",
      "azurerm_storage_account blob_properties.restore_policy.days less",
      "azurerm_* geo_redundant_backup_enabled is:false|-",
      "azurerm_mssql_database geo_backup_enabled worse:true|false",
      // azure-cache-for-redis/cache-how-to-premium-persistence
      "azurerm_redis_cache redis_configuration.rdb_backup_enabled,redis_configuration.aof_backup_enabled worse:true|false",
      // backup/backup-create-recovery-services-vault
      "azurerm_recovery_services_vault storage_mode_type worse:GeoRedundant|ZoneRedundant|LocallyRedundant",
      "azurerm_recovery_services_vault cross_region_restore_enabled worse:true|false",
      "azurerm_data_protection_backup_vault soft_delete is:Off",
      "azurerm_data_protection_backup_vault redundancy worse:GeoRedundant|ZoneRedundant|LocallyRedundant",
      // cosmos-db/continuous-backup-restore-introduction
      "azurerm_cosmosdb_account backup.tier worse:Continuous30Days|Continuous7Days",
      "azurerm_cosmosdb_account backup.type worse:Continuous|Periodic",
      "azurerm_cosmosdb_account backup.retention_in_hours less",
      // event-hubs/event-hubs-features
      "azurerm_eventhub message_retention less",
      "azurerm_eventhub capture_description.enabled is:false|-",
      "azurerm_cosmosdb_account geo_location.location loses",
      // azure-sql/database/long-term-retention-overview
      "azurerm_mssql_database,azurerm_mssql_managed_database long_term_retention_policy.weekly_retention,long_term_retention_policy.monthly_retention,long_term_retention_policy.yearly_retention less",
      // kusto/management/retention-policy
      "azurerm_kusto_database soft_delete_period less",
      // postgresql/flexible-server/concepts-backup-restore
      "azurerm_postgresql_flexible_server,azurerm_mysql_flexible_server,azurerm_postgresql_server,azurerm_mysql_server backup_retention_days less",
    ],
  },
  "object-lock-weaker": {
    // storage/blobs/immutable-policy-configure-container-scope
    attention: [
      "azurerm_storage_container_immutability_policy immutability_period_in_days less",
      "azurerm_storage_account immutability_policy.period_since_creation_in_days less",
      "azurerm_storage_account immutability_policy.state worse:Locked|Unlocked|Disabled=-",
    ],
  },
  "lifecycle-shortened": {
    "danger attention": [
      // storage/blobs/lifecycle-management-overview
      "azurerm_storage_management_policy rule.actions.base_blob.delete_after_days_since_modification_greater_than,rule.actions.base_blob.delete_after_days_since_creation_greater_than,rule.actions.base_blob.delete_after_days_since_last_access_time_greater_than sooner:-1",
    ],
    attention: ["azurerm_storage_management_policy rule changes"],
  },
  "items-expire": {
    danger: [
      // cosmos-db/nosql/time-to-live
      "azurerm_cosmosdb_sql_container,azurerm_cosmosdb_cassandra_table,azurerm_cosmosdb_gremlin_graph default_ttl sooner:-1",
      "azurerm_cosmosdb_mongo_collection default_ttl_seconds sooner:-1",
    ],
  },
  "machine-code": {
    // app-service/configure-custom-container
    attention: [
      `${APPS} site_config.application_stack.docker_registry_url,site_config.application_stack.docker.registry_url changes`,
    ],
    // automation/automation-runbook-types
    note: [
      "azurerm_automation_runbook content changes",
      "azurerm_virtual_machine_extension,azurerm_virtual_machine_scale_set_extension settings,protected_settings changes",
    ],
    // virtual-machines/run-command-overview
    "attention attention": [
      "azurerm_virtual_machine_run_command source.script,source.script_uri,source.command_id changes",
      // virtual-machines/extensions/custom-script-linux
      "azurerm_virtual_machine_extension{type~^CustomScript},azurerm_virtual_machine_scale_set_extension{type~^CustomScript} settings,protected_settings changes",
    ],
  },
  "organization-policy": {
    danger: [
      // entra/identity/conditional-access/concept-conditional-access-policies
      "azuread_conditional_access_policy grant_controls.built_in_controls,conditions.users.included_users,conditions.users.included_groups,conditions.users.included_roles,conditions.applications.included_applications,conditions.client_app_types loses",
      "azuread_conditional_access_policy conditions.users.excluded_users,conditions.users.excluded_groups,conditions.users.excluded_roles,conditions.applications.excluded_applications,conditions.locations.excluded_locations gains",
      "azuread_conditional_access_policy grant_controls.operator is:OR",
    ],
    attention: [
      "azuread_conditional_access_policy grant_controls.authentication_strength_policy_id changes",
      "azuread_authentication_strength_policy allowed_combinations gains",
      // governance/policy/concepts/assignment-structure
      `${ASSIGNMENTS} parameters,policy_definition_id changes`,
      `${ASSIGNMENTS} not_scopes gains`,
      "azurerm_policy_definition policy_rule changes",
      "azurerm_policy_set_definition policy_definition_reference changes",
    ],
    // governance/policy/concepts/exemption-structure
    "attention attention": [`${EXEMPTIONS} exemption_category changes`],
  },
  "dns-target": {
    attention: [
      // virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances
      "azurerm_virtual_network,azurerm_virtual_network_dns_servers dns_servers changes",
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
