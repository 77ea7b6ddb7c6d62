import { jsonAt, type ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { fieldAt, itemsAt, numberIn, type Pair } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { brokerProperties } from "./resources/broker-properties";
import { changedPairs } from "./resources/changed-pairs";
import { showSetting } from "./resources/risky-settings";
import { runsPerDay } from "./resources/runs-per-day";
import { matchSettings } from "./resources/settings";

/** Arguments that set for how long deleted or old data can be restored. A smaller number is less time. */
const RECOVERY_TIMES = [
  "backup_retention_period",
  "recovery_window_in_days",
  "deletion_window_in_days",
  "retention_period",
  "message_retention_seconds",
  "snapshot_retention_limit",
  "automated_snapshot_retention_period",
  "automatic_backup_retention_days",
  "soft_delete_retention_days",
  "retention_in_hours",
];

/** Numbers of the same meaning inside of blocks. */
const RECOVERY_BLOCKS: readonly ValuePath[] = [
  ["blob_properties", 0, "delete_retention_policy", 0, "days"],
  ["blob_properties", 0, "container_delete_retention_policy", 0, "days"],
  ["share_properties", 0, "retention_policy", 0, "days"],
  ["soft_delete_policy", 0, "retention_duration_seconds"],
  ["retention_daily", 0, "count"],
  ["retention_weekly", 0, "count"],
  ["retention_monthly", 0, "count"],
  ["short_term_retention_policy", 0, "retention_days"],
  ["settings", 0, "backup_configuration", 0, "backup_retention_settings", 0, "retained_backups"],
  ["settings", 0, "backup_configuration", 0, "transaction_log_retention_days"],
];

const RECOVERY_NUMBERS: readonly ValuePath[] = [...RECOVERY_TIMES.map((name) => [name]), ...RECOVERY_BLOCKS];

/** Backups and recovery that are turned on by a flag. */
const RECOVERY_FLAGS: readonly (readonly [path: ValuePath, off: string])[] = [
  [["point_in_time_recovery", 0, "enabled"], "point-in-time recovery is turned off"],
  [["settings", 0, "backup_configuration", 0, "enabled"], "backups are turned off"],
  [
    ["settings", 0, "backup_configuration", 0, "point_in_time_recovery_enabled"],
    "point-in-time recovery is turned off",
  ],
  [["blob_properties", 0, "versioning_enabled"], "versions of blobs are no longer kept"],
];

/** Reports shorter retention of backups or deleted objects, or recovery that is turned off. */
export const recoveryShortened = defineRule({
  code: "recovery-shortened",
  section: "data-loss",
  level: "attention",
  title: "recovery shortened",
  what: "Shorter backup retention, recovery windows, deletion windows or stream retention, soft delete that keeps for fewer days, or backups and point-in-time recovery that are turned off.",
  why: "Lost data can be restored for a shorter time, or not at all.",
  bad: "`backup_retention_period` 30 → 7",
  good: "`backup_retention_period` 7 → 30",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
  looksAt: "resource",
  types: "every",
  check: (change, facts) =>
    isUpdateOrReplacement(change)
      ? [
          ...matchNumbers(change),
          ...matchFlags(change),
          ...matchBackupPlan(change),
          ...matchBroker(change),
          ...matchSettings(change, "recovery-shortened", facts),
        ]
      : [],
});

function matchNumbers(change: ResourceChange): readonly RuleMatch[] {
  return changedPairs(change, RECOVERY_NUMBERS)
    .filter(isLess)
    .map((pair) => ({ message: showSetting(pair) }));
}

function isLess({ before, after }: Pair): boolean {
  const [from, to] = [numberIn(before), numberIn(after)];
  return from !== undefined && to !== undefined && to < from;
}

function matchFlags(change: ResourceChange): readonly RuleMatch[] {
  return RECOVERY_FLAGS.flatMap(([path, off]) =>
    changedPairs(change, [path])
      .filter(({ before, after }) => before.value === true && !after.unknown && after.value !== true)
      .map(() => ({ message: words(off) })),
  );
}

/** @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html; -1 is for ever. */
const BROKER_RETENTION = ["log.retention.ms", "log.retention.minutes", "log.retention.hours", "log.retention.bytes"];

/** A replica that lags behind may then become the leader. */
const UNCLEAN = "unclean.leader.election.enable";

/** A broker of Kafka that keeps messages for less time, or fewer of them. */
function matchBroker(change: ResourceChange): readonly RuleMatch[] {
  if (change.type !== "aws_msk_configuration") return [];
  const [from, to] = [change.before, change.after].map((marked) =>
    brokerProperties(fieldAt(marked, ["server_properties"])),
  );
  const isUnclean = from?.get(UNCLEAN) === "false" && to?.get(UNCLEAN) === "true";
  const unclean = isUnclean ? [{ message: say`${UNCLEAN} false → true${words(": messages may be lost")}` }] : [];
  const retention = BROKER_RETENTION.flatMap((name): readonly RuleMatch[] => {
    const [before, after] = [from?.get(name), to?.get(name)];
    const amounts = [before, after].map((text) =>
      text === "-1" ? Number.POSITIVE_INFINITY : Number(text ?? Number.NaN),
    );
    const [old = 0, now = 0] = amounts;
    return now < old ? [{ message: say`${name} ${before ?? ""} → ${after ?? ""}` }] : [];
  });
  return [...unclean, ...retention];
}

/** A rule of a backup plan is gone, or keeps its recovery points for fewer days. */
function matchBackupPlan(change: ResourceChange): readonly RuleMatch[] {
  if (change.type !== "aws_backup_plan") return [];
  const kept = new Map(itemsAt(change.after.value, ["rule"]).map((rule) => [jsonAt(rule, ["rule_name"]), rule]));
  return itemsAt(change.before.value, ["rule"]).flatMap((rule): readonly RuleMatch[] => {
    const name = jsonAt(rule, ["rule_name"]);
    const after = kept.get(name);
    if (after === undefined) return [{ message: say`the rule ${String(name)} is removed` }];
    const [from, to] = [rule, after].map((one) => jsonAt(one, ["lifecycle", 0, "delete_after"]));
    const isLessTime = typeof to === "number" && to > 0 && (typeof from !== "number" || from === 0 || to < from);
    const [before, now] = [rule, after].map((one) => jsonAt(one, ["schedule"]));
    const [old, runs] = [before, now].map((one) => (typeof one === "string" ? runsPerDay(one) : undefined));
    const isRarer = old !== undefined && runs !== undefined && runs < old;
    return [
      ...(isLessTime ? [{ message: say`the rule ${String(name)} keeps backups for ${to} ${words("days")}` }] : []),
      ...(isRarer
        ? [{ message: say`the rule ${String(name)} runs more rarely: ${String(before)} → ${String(now)}` }]
        : []),
    ];
  });
}
