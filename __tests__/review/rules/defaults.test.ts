/** Arguments that are no longer set: what counts is the default that their provider documents or has in its source. */
import { type Danger, expectHarmless, expectTold, updated } from "./one-change";

const NODES = (secure?: boolean) => ({
  name: "p",
  node_config: [
    { machine_type: "e2", shielded_instance_config: secure === undefined ? [] : [{ enable_secure_boot: secure }] },
  ],
});

test.each<Danger>([
  [
    "azurerm: the storage of a workspace is open by default",
    updated(
      "azurerm_databricks_workspace",
      { name: "w", default_storage_firewall_enabled: true },
      { name: "w", default_storage_firewall_enabled: null },
    ),
    ["safeguard-off attention: default_storage_firewall_enabled true → (none)"],
  ],
  [
    "azurerm: no quarantine by default",
    updated(
      "azurerm_container_registry",
      { name: "r", quarantine_policy_enabled: true },
      { name: "r", quarantine_policy_enabled: null },
    ),
    ["safeguard-off attention: quarantine_policy_enabled true → (none)"],
  ],
  [
    "azurerm: a gateway takes HTTP by default",
    updated("azurerm_spring_cloud_gateway", { name: "g", https_only: true }, { name: "g", https_only: null }),
    ["encryption-off attention: https_only true → (none)"],
  ],
  [
    "google: a clean-up deletes by default",
    updated(
      "google_artifact_registry_repository",
      { repository_id: "r", cleanup_policy_dry_run: true },
      { repository_id: "r", cleanup_policy_dry_run: null },
    ),
    ["lifecycle-shortened attention: cleanup_policy_dry_run true → (none)"],
  ],
  [
    "google: no secure boot of nodes by default",
    updated("google_container_node_pool", NODES(true), NODES()),
    ["safeguard-off attention: node_config.shielded_instance_config.enable_secure_boot true → (none)"],
  ],
  [
    "google: no binary log by default",
    updated(
      "google_sql_database_instance",
      { name: "d", settings: [{ backup_configuration: [{ enabled: true, binary_log_enabled: true }] }] },
      { name: "d", settings: [{ backup_configuration: [{ enabled: true, binary_log_enabled: null }] }] },
    ),
    ["recovery-shortened attention: settings.backup_configuration.binary_log_enabled true → (none)"],
  ],
  [
    "google: connections without a connector by default",
    updated(
      "google_alloydb_instance",
      { instance_id: "i", client_connection_config: [{ require_connectors: true }] },
      { instance_id: "i", client_connection_config: [{ require_connectors: null }] },
    ),
    ["access-setting attention: client_connection_config.require_connectors true → (none)"],
  ],
  [
    "google: a secret that expires",
    updated(
      "google_secret_manager_secret",
      { secret_id: "s", expire_time: null },
      { secret_id: "s", expire_time: "2027-01-01T00:00:00Z" },
    ),
    ["items-expire danger: expire_time (none) → 2027-01-01T00:00:00Z"],
  ],
  [
    "google: a secret that expires sooner",
    updated(
      "google_secret_manager_secret",
      { secret_id: "s", expire_time: "2028-01-01T00:00:00Z" },
      { secret_id: "s", expire_time: "2027-12-31T23:59:59.5Z" },
    ),
    ["items-expire danger: expire_time 2028-01-01T00:00:00Z → 2027-12-31T23:59:59.5Z"],
  ],
])("%s", (_name, danger, expected) => {
  expectTold(danger, expected);
});

test.each([
  [
    "a secret that expires no more",
    updated(
      "google_secret_manager_secret",
      { secret_id: "s", expire_time: "2027-01-01T00:00:00Z" },
      { secret_id: "s", expire_time: null },
    ),
  ],
  [
    "the same time in another zone",
    updated(
      "google_secret_manager_secret",
      { secret_id: "s", expire_time: "2027-01-01T00:00:00Z" },
      { secret_id: "s", expire_time: "2027-01-01T02:00:00+02:00" },
    ),
  ],
  ["nodes that never had secure boot", updated("google_container_node_pool", NODES(false), NODES())],
  [
    "a trial of a clean-up",
    updated(
      "google_artifact_registry_repository",
      { repository_id: "r", cleanup_policy_dry_run: null },
      { repository_id: "r", cleanup_policy_dry_run: true },
    ),
  ],
])("not %s", (_name, change) => {
  expectHarmless(change);
});
