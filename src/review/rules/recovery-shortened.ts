import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { numberIn, type Pair, pairAt, showPair } from "../field";
import { defineRule, type RuleMatch } from "../rule";

/** Arguments that set for how long deleted or old data can be restored. A smaller number is less time. */
const RECOVERY_TIMES = [
  "backup_retention_period",
  "recovery_window_in_days",
  "deletion_window_in_days",
  "retention_period",
  "message_retention_seconds",
  "snapshot_retention_limit",
];

/** Reports shorter retention of backups or deleted objects, or recovery that is turned off. */
export const recoveryShortened = defineRule({
  code: "recovery-shortened",
  section: "data-loss",
  level: "attention",
  title: "recovery shortened",
  what: "Shorter backup retention, recovery windows, deletion windows or stream retention, or point-in-time recovery that is turned off.",
  why: "Lost data can be restored for a shorter time, or not at all.",
  bad: "`backup_retention_period` 30 → 7",
  good: "`backup_retention_period` 7 → 30",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
  looksAt: "resource",
  types: "every",
  check: (change) => (isUpdateOrReplacement(change) ? [...matchNumbers(change), ...matchPointInTime(change)] : []),
});

function matchNumbers(change: ResourceChange): readonly RuleMatch[] {
  return RECOVERY_TIMES.map((name) => ({ name, pair: pairAt(change, [name]) }))
    .filter(({ pair }) => isLess(pair))
    .map(({ name, pair }) => ({ message: say`${name} ${showPair(pair)}` }));
}

function isLess({ before, after }: Pair): boolean {
  const [from, to] = [numberIn(before), numberIn(after)];
  return from !== undefined && to !== undefined && to < from;
}

function matchPointInTime(change: ResourceChange): readonly RuleMatch[] {
  const { before, after } = pairAt(change, ["point_in_time_recovery", 0, "enabled"]);
  const isOff = before.value === true && !after.unknown && after.value !== true;
  return isOff ? [{ message: words("point-in-time recovery is turned off") }] : [];
}
