import type { Json } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { fieldAt, itemsAt, pairAt, showPair } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { brokerProperties } from "./resources/broker-properties";
import { matchRiskySettings, type SettingRow, typesOf } from "./resources/risky-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";

const ROWS: readonly SettingRow[] = [
  { types: ["aws_db_instance"], path: ["multi_az"], risky: [false] },
  { types: ["aws_dms_replication_instance"], path: ["multi_az"], risky: [false] },
  { types: ["aws_elasticache_replication_group"], path: ["multi_az_enabled"], risky: [false, undefined] },
  { types: ["aws_elasticache_replication_group"], path: ["automatic_failover_enabled"], risky: [false, undefined] },
  {
    types: ["aws_opensearch_domain"],
    path: ["cluster_config", 0, "zone_awareness_enabled"],
    risky: [false, undefined],
  },
  {
    types: ["aws_opensearch_domain"],
    path: ["cluster_config", 0, "multi_az_with_standby_enabled"],
    risky: [false, undefined],
  },
  { types: ["aws_redshift_cluster"], path: ["multi_az"], risky: [false, undefined] },
  { types: ["aws_redshift_cluster"], path: ["availability_zone_relocation_enabled"], risky: [false, undefined] },
  { types: ["google_sql_database_instance"], path: ["settings", 0, "availability_type"], risky: ["ZONAL", undefined] },
  { types: ["google_redis_instance"], path: ["tier"], risky: ["BASIC"] },
  {
    types: ["azurerm_storage_account"],
    path: ["account_replication_type"],
    risky: ["LRS"],
  },
];

/** Lists of zones or of subnets of which fewer is less redundancy. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: ["availability_zones", "vpc_zone_identifier"],
  aws_lb: ["subnets"],
};

const BROKER = "aws_msk_configuration";

/** Of so many copies of a message one may be lost. */
const BROKER_COPIES = ["min.insync.replicas", "default.replication.factor", "offsets.topic.replication.factor"];

/** Reports redundancy over several zones that is turned off. */
export const redundancyOff = defineRule({
  code: "redundancy-off",
  section: "availability",
  level: "attention",
  title: "less redundancy",
  what: "A standby in another zone, an automatic failover or a replication over zones that is turned off, or a group that runs in one zone alone. Fewer copies of the messages of a broker of Kafka, too.",
  why: "The failure of one zone then stops it.",
  bad: "`multi_az` true → false",
  good: "`multi_az` false → true",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
  looksAt: "resource",
  types: [...new Set([...typesOf(ROWS), ...Object.keys(LISTS), BROKER, ...typesWithSettings("redundancy-off")])],
  check: (change, facts) =>
    isUpdateOrReplacement(change)
      ? [
          ...matchRiskySettings(change, ROWS),
          ...matchZones(change),
          ...matchBroker(change),
          ...matchSettings(change, "redundancy-off", facts),
        ]
      : [],
});

/** Brokers of Kafka that keep fewer copies of a message. */
function matchBroker(change: ResourceChange): readonly RuleMatch[] {
  if (change.type !== BROKER) return [];
  const [from, to] = [change.before, change.after].map((marked) =>
    brokerProperties(fieldAt(marked, ["server_properties"])),
  );
  return BROKER_COPIES.flatMap((name) => {
    const [before, after] = [from?.get(name), to?.get(name)];
    const isFewer = before !== undefined && after !== undefined && Number(after) < Number(before);
    return isFewer ? [{ message: say`${name} ${before} → ${after}` }] : [];
  });
}

/** From several zones to one. */
function matchZones(change: ResourceChange): readonly RuleMatch[] {
  return (LISTS[change.type] ?? []).flatMap((name) => {
    const pair = pairAt(change, [name]);
    const [from, to] = [change.before, change.after].map(({ value }): readonly Json[] => itemsAt(value, [name]));
    const isOne = !pair.after.unknown && (from?.length ?? 0) > 1 && to?.length === 1;
    return isOne ? [{ message: say`${words(name)} ${showPair(pair)}` }] : [];
  });
}
