import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, type Pair, pairAt, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { showSetting } from "./resources/risky-settings";

/**
 * The version of the engine, and how many of its numbers make a release that is not compatible. Kubernetes, Kafka and MySQL count in
 * two numbers; RDS counts most of its other engines in one.
 */
const VERSIONS: Readonly<Record<string, readonly [path: ValuePath, numbers: 1 | 2]>> = {
  aws_db_instance: [["engine_version"], 1],
  aws_rds_cluster: [["engine_version"], 1],
  aws_rds_cluster_instance: [["engine_version"], 1],
  aws_rds_global_cluster: [["engine_version"], 1],
  aws_docdb_cluster: [["engine_version"], 1],
  aws_neptune_cluster: [["engine_version"], 2],
  aws_elasticache_cluster: [["engine_version"], 1],
  aws_elasticache_replication_group: [["engine_version"], 1],
  aws_memorydb_cluster: [["engine_version"], 1],
  aws_opensearch_domain: [["engine_version"], 1],
  aws_elasticsearch_domain: [["elasticsearch_version"], 1],
  aws_mq_broker: [["engine_version"], 2],
  aws_msk_cluster: [["kafka_version"], 1],
  aws_redshift_cluster: [["cluster_version"], 1],
  aws_eks_cluster: [["version"], 2],
  aws_emr_cluster: [["release_label"], 1],
  google_sql_database_instance: [["database_version"], 1],
  google_container_cluster: [["min_master_version"], 2],
  azurerm_kubernetes_cluster: [["kubernetes_version"], 2],
  azurerm_postgresql_flexible_server: [["version"], 1],
  azurerm_mysql_flexible_server: [["version"], 1],
  helm_release: [["version"], 1],
};

/**
 * The certificate authority of a database. Clients that check certificates must know it, and some engines restart.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html
 */
const AUTHORITIES: Readonly<Record<string, string>> = {
  aws_db_instance: "ca_cert_identifier",
  aws_rds_cluster_instance: "ca_cert_identifier",
  aws_docdb_cluster_instance: "ca_cert_identifier",
  aws_rds_cluster: "ca_certificate_identifier",
};

/** Reports databases and clusters that get another major version. */
export const engineUpgrade = defineRule({
  code: "engine-upgrade",
  section: "availability",
  level: "attention",
  title: "another major version",
  what: "A database, cache, broker, cluster or chart of Helm that gets another major version, up or down, and whether that happens at once (`apply_immediately`) or in the next maintenance window. Also a database whose certificate is of another authority.",
  why: "A major version may break its clients, takes an outage, and cannot be taken back.",
  bad: "`engine_version` 13.7 → 16.3",
  good: "`engine_version` 16.3 → 16.4",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html",
  looksAt: "resource",
  types: [...new Set([...Object.keys(VERSIONS), ...Object.keys(AUTHORITIES)])],
  check: (change) => (isUpdateOrReplacement(change) ? [...matchVersion(change), ...matchAuthority(change)] : []),
});

function matchVersion(change: ResourceChange): readonly RuleMatch[] {
  const row = VERSIONS[change.type];
  if (row === undefined) return [];
  const pair = pairAt(change, row[0]);
  if (!isOtherMajor(pair, row[1]) && !(pair.after.unknown && change.action === "update" && isConfigured(pair)))
    return [];
  const isAtOnce = fieldAt(change.after, ["apply_immediately"]).value === true;
  return [{ message: say`${showSetting(pair)}${words(isAtOnce ? ", at once" : "")}` }];
}

function matchAuthority(change: ResourceChange): readonly RuleMatch[] {
  const name = AUTHORITIES[change.type];
  if (name === undefined) return [];
  const pair = pairAt(change, [name]);
  if (!isConfigured(pair) || pair.after.value === undefined || !differs(pair)) return [];
  return [
    {
      message: say`${showSetting(pair)}${words(": clients that check certificates must know the new one")}`,
      title: "another certificate authority",
    },
  ];
}

/** Providers compute a version that is not set. */
function isConfigured({ before }: Pair): boolean {
  return before.value !== undefined && before.value !== "";
}

function isOtherMajor({ before, after }: Pair, numbers: 1 | 2): boolean {
  const [from, to] = [majorOf(stringIn(before), numbers), majorOf(stringIn(after), numbers)];
  return from !== undefined && to !== undefined && from !== to;
}

/** `13` of `13.7`, `POSTGRES_13` of itself, `5.7` of `5.7.mysql_aurora.2.11.2`, `OpenSearch_2` of `OpenSearch_2.11`. */
function majorOf(version: string | undefined, numbers: 1 | 2): string | undefined {
  if (version === undefined || version === "") return undefined;
  // MySQL 5.6, 5.7 and 8.0 differ as other engines do in their first number, and 8.0 and 8.4 do too.
  const isMySql = /^(5|8)\.\d+(\.|$)/.test(version);
  const found = /^(\D*\d+)(?:([._-])(\d+))?/.exec(version);
  if (found === null) return version;
  return (numbers === 2 || isMySql) && found[3] !== undefined ? `${found[1]}${found[2]}${found[3]}` : found[1];
}
