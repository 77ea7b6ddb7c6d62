import type { Json, ValuePath } from "../../json/json-value";
import type { ResourceChange } from "../../terraform/plan/plan";
import { join, words } from "../../text/message";
import { fieldAt } from "../field";
import { defineRule } from "../rule";

/** A weak value of a new database: undefined where leaving it out is weak. */
type Reason = readonly [path: ValuePath, weak: readonly (Json | undefined)[], reason: string];

const PUBLIC: Reason = [["publicly_accessible"], [true], "public"];
const PLAIN: Reason = [["storage_encrypted"], [false, undefined], "not encrypted"];
const NO_BACKUPS: Reason = [["backup_retention_period"], [0], "without backups"];
const SQL = "settings";

const REASONS: Readonly<Record<string, readonly Reason[]>> = {
  aws_db_instance: [PUBLIC, PLAIN, [["backup_retention_period"], [0, undefined], "without backups"]],
  aws_rds_cluster: [PLAIN, NO_BACKUPS],
  aws_rds_cluster_instance: [PUBLIC],
  aws_docdb_cluster: [PLAIN, NO_BACKUPS],
  aws_neptune_cluster: [PLAIN, NO_BACKUPS],
  aws_redshift_cluster: [
    PUBLIC,
    [["encrypted"], [false, "false"], "not encrypted"],
    [["automated_snapshot_retention_period"], [0], "without backups"],
  ],
  aws_redshiftserverless_workgroup: [PUBLIC],
  aws_dms_replication_instance: [PUBLIC],
  aws_elasticache_replication_group: [
    [["at_rest_encryption_enabled"], [false, "false"], "not encrypted"],
    [["transit_encryption_enabled"], [false], "without TLS"],
  ],
  aws_opensearch_domain: [
    [["encrypt_at_rest", 0, "enabled"], [false, undefined], "not encrypted"],
    [["domain_endpoint_options", 0, "enforce_https"], [false], "without TLS"],
  ],
  google_sql_database_instance: [
    [[SQL, 0, "backup_configuration", 0, "enabled"], [false, undefined], "without backups"],
    [[SQL, 0, "ip_configuration", 0, "ssl_mode"], ["ALLOW_UNENCRYPTED_AND_ENCRYPTED"], "without TLS"],
  ],
  azurerm_mssql_server: [[["public_network_access_enabled"], [true], "public"]],
  azurerm_postgresql_server: [
    [["public_network_access_enabled"], [true], "public"],
    [["ssl_enforcement_enabled"], [false], "without TLS"],
  ],
  azurerm_mysql_flexible_server: [[["public_network_access"], ["Enabled"], "public"]],
  azurerm_cosmosdb_account: [[["public_network_access_enabled"], [true], "public"]],
  azurerm_redis_cache: [
    [["enable_non_ssl_port"], [true], "without TLS"],
    [["non_ssl_port_enabled"], [true], "without TLS"],
  ],
};

/** A replica, a member of a cluster, or a restored copy takes these settings from somewhere else. */
const TAKEN_OVER = ["replicate_source_db", "snapshot_identifier", "master_instance_name", "global_cluster_identifier"];

/** Reports a new database that is public, not encrypted or without backups: one match with all reasons. */
export const newDatabaseExposed = defineRule({
  code: "new-database-exposed",
  section: "safeguards",
  level: "attention",
  title: "a new database without safeguards",
  what: "A new database that is public, not encrypted, without TLS or without backups, with all reasons in one row. A replica or a restored copy is judged by what is set for it alone.",
  why: "Encryption can often not be turned on later without making the database anew.",
  bad: "`aws_db_instance.orders` is created with `storage_encrypted` false.",
  good: "`aws_db_instance.orders` is created, encrypted and with backups.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
  looksAt: "resource",
  types: Object.keys(REASONS),
  check(change) {
    if (change.action !== "create") return [];
    const isCopy = TAKEN_OVER.some((name) => isGiven(change, name));
    const found = (REASONS[change.type] ?? []).filter(([path, weak]) => {
      const field = fieldAt(change.after, path);
      const values = isCopy ? weak.filter((value) => value !== undefined) : weak;
      return !field.unknown && values.includes(field.value);
    });
    if (found.length === 0) return [];
    return [
      {
        message: join(
          found.map(([, , reason]) => words(reason)),
          ", ",
        ),
      },
    ];
  },
});

function isGiven({ after }: ResourceChange, name: string): boolean {
  const field = fieldAt(after, [name]);
  return field.value !== undefined && field.value !== "";
}
