/** Types of Azure's API that have a type in azurerm, by the names of the API in lower case: those that hold something, and the most used others. */

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "microsoft.authorization/locks": "azurerm_management_lock",
    "microsoft.authorization/roleassignments": "azurerm_role_assignment",
    "microsoft.cache/redis": "azurerm_redis_cache",
    "microsoft.cognitiveservices/accounts": "azurerm_cognitive_account",
    "microsoft.compute/disks": "azurerm_managed_disk",
    "microsoft.compute/virtualmachines": "azurerm_linux_virtual_machine",
    "microsoft.containerregistry/registries": "azurerm_container_registry",
    "microsoft.containerservice/managedclusters": "azurerm_kubernetes_cluster",
    "microsoft.dbformysql/flexibleservers": "azurerm_mysql_flexible_server",
    "microsoft.dbforpostgresql/flexibleservers": "azurerm_postgresql_flexible_server",
    "microsoft.documentdb/databaseaccounts": "azurerm_cosmosdb_account",
    "microsoft.eventhub/namespaces": "azurerm_eventhub_namespace",
    "microsoft.insights/diagnosticsettings": "azurerm_monitor_diagnostic_setting",
    "microsoft.keyvault/vaults": "azurerm_key_vault",
    "microsoft.keyvault/vaults/keys": "azurerm_key_vault_key",
    "microsoft.keyvault/vaults/secrets": "azurerm_key_vault_secret",
    "microsoft.managedidentity/userassignedidentities": "azurerm_user_assigned_identity",
    "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials":
      "azurerm_federated_identity_credential",
    "microsoft.network/dnszones": "azurerm_dns_zone",
    "microsoft.network/networksecuritygroups": "azurerm_network_security_group",
    "microsoft.network/networksecuritygroups/securityrules": "azurerm_network_security_rule",
    "microsoft.network/publicipaddresses": "azurerm_public_ip",
    "microsoft.network/virtualnetworks": "azurerm_virtual_network",
    "microsoft.network/virtualnetworks/subnets": "azurerm_subnet",
    "microsoft.operationalinsights/workspaces": "azurerm_log_analytics_workspace",
    "microsoft.resources/resourcegroups": "azurerm_resource_group",
    "microsoft.servicebus/namespaces": "azurerm_servicebus_namespace",
    "microsoft.sql/servers": "azurerm_mssql_server",
    "microsoft.sql/servers/databases": "azurerm_mssql_database",
    "microsoft.storage/storageaccounts": "azurerm_storage_account",
    "microsoft.storage/storageaccounts/blobservices/containers": "azurerm_storage_container",
    "microsoft.web/sites": "azurerm_linux_web_app",
  }),
);

/** The type of azurerm for one of Azure's API; undefined if the table has none. */
export function typeOfArm(kind: string): string | undefined {
  return TYPES.get(kind.toLowerCase());
}
