/** Guards and logs that are destroyed, most of Azure and Google Cloud. */
import { lossOfType } from "../../../src/review/loss/loss-of-type";
import { REMOVED_GUARDS, REMOVED_LOGS } from "../../../src/review/rules/resources/removed-guards";
import { findingsOf } from "../support";

const REPLACED = { action: "replace-delete-first", actions: ["delete", "create"], after: {} } as const;

test.each([...REMOVED_GUARDS.keys(), ...REMOVED_LOGS.keys()])("it is known what is lost with %s", (type) => {
  expect(lossOfType(type, "")).toBeDefined();
});

describe.each([
  ["aws_securityhub_account_v2", "safeguard-off danger: Security Hub is turned off"],
  ["azurerm_sentinel_log_analytics_workspace_onboarding", "safeguard-off danger: Microsoft Sentinel is removed"],
  ["azurerm_sentinel_alert_rule_scheduled", "safeguard-off attention: Microsoft Sentinel no longer alerts by the rule"],
  [
    "azurerm_sentinel_data_connector_office_365",
    "safeguard-off attention: its logs no longer reach Microsoft Sentinel",
  ],
  ["azurerm_data_protection_backup_instance_postgresql", "safeguard-off danger: it is no longer backed up"],
  [
    "azurerm_recovery_services_vault_resource_guard_association",
    "safeguard-off danger: critical operations on backups need no second approval",
  ],
  [
    "azurerm_cdn_frontdoor_security_policy",
    "safeguard-off danger: the firewall policy (WAF) no longer protects its domains",
  ],
  [
    "azurerm_network_security_perimeter_association",
    "safeguard-off danger: the perimeter no longer protects the resource",
  ],
  ["azurerm_mssql_server_security_alert_policy", "safeguard-off attention: threats to it are no longer detected"],
  ["azurerm_mssql_server_extended_auditing_policy", "logging-off attention: the server is no longer audited"],
  ["azurerm_network_watcher_flow_log", "logging-off attention: the flow log is destroyed"],
  [
    "azurerm_storage_account_customer_managed_key",
    "encryption-weaker attention: it is then encrypted with keys of Microsoft",
  ],
  ["azurerm_signalr_service_network_acl", "public-endpoint danger: the rules that denied others are removed"],
  [
    "google_access_context_manager_service_perimeter_resource",
    "safeguard-off danger: what it names is no longer in the service perimeter",
  ],
  ["google_resource_manager_lien", "safeguard-off danger: the lien is removed: what it protects can be deleted"],
  ["google_data_catalog_policy_tag", "safeguard-off danger: columns that carry the tag are no longer restricted by it"],
  [
    "google_scc_v2_project_notification_config",
    "safeguard-off attention: findings of Security Command Center are no longer sent on",
  ],
  ["google_spanner_backup_schedule", "safeguard-off attention: no backups are made by it any more"],
  [
    "google_org_policy_custom_constraint",
    "organization-policy danger: the constraint of the organization is destroyed",
  ],
  [
    "google_network_management_vpc_flow_logs_config",
    "logging-off attention: flow logs of the network are no longer written by it",
  ],
])("%s", (type, want) => {
  test("destroyed", () => {
    expect(findingsOf({ changes: [{ address: `${type}.this`, before: {} }] })).toContain(want);
  });

  test("replaced", () => {
    expect(findingsOf({ changes: [{ address: `${type}.this`, before: {}, ...REPLACED }] })).not.toContain(want);
  });
});
