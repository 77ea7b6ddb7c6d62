/** Data loss in waiting: safeguards taken off, expiry shortened, crawlers that delete, bookmarks that go. */
import { alters, destroys } from "../../terraform/plan/actions";
import { say, words } from "../../text/message";
import { differs, fieldAt, numberIn, type Pair, pairAt, show, showPair, stringIn } from "../field";
import type { Check, Draft } from "../finding";
import { rulesOf } from "../rule";

export const safeguardRules = rulesOf("data-loss", [
  [
    "force-destroy",
    "attention",
    "destroy without asking",
    "`force_destroy` or `skip_final_snapshot` set on something that is there.",
    "The next destroy takes all data with it, and no apply fails before.",
  ],
  [
    "deletion-protection-off",
    "attention",
    "deletion protection off",
    "`deletion_protection` or `deletion_protection_enabled` taken off.",
    "Often the first of two steps; nothing refuses the second.",
  ],
  [
    "recovery-shortened",
    "attention",
    "recovery shortened",
    "Backup retention, recovery windows, deletion windows and stream retention that get shorter, and point-in-time recovery turned off.",
    "What is lost can be restored for a shorter time, or not at all.",
  ],
  [
    "crawler-deletes",
    "danger",
    "crawler deletes tables",
    "A crawler of which the delete behavior becomes DELETE_FROM_DATABASE. A new one is milder, and a note where its database is new, too.",
    "A run that finds a prefix empty, or may not read it, deletes tables and partitions.",
  ],
  [
    "bookmark-off",
    "attention",
    "job bookmark off",
    "`--job-bookmark-option` turned off or paused, or a job with bookmarks destroyed or replaced.",
    "The next run reads everything again, and what it appends is there twice.",
  ],
  [
    "lifecycle-shortened",
    "danger",
    "objects expire sooner",
    "An expiry of a bucket's lifecycle that is new, sooner, or takes in more objects; on a new bucket it is a note.",
    "S3 deletes what is older, within a day or two, and cannot be asked for it back.",
  ],
  [
    "versioning-off",
    "danger",
    "versioning suspended",
    "Versioning of a bucket that is suspended, or no longer managed by a destroy.",
    "From then on an overwrite or a delete is final.",
  ],
  [
    "items-expire",
    "danger",
    "items expire",
    "Time to live that is turned on for a DynamoDB table, or goes by another attribute.",
    "DynamoDB deletes every item of which the attribute is a time in the past, within days, and cannot be asked for it back.",
  ],
  [
    "object-lock-weaker",
    "attention",
    "object lock weaker",
    "Default retention of object lock that is shorter, in a milder mode, or taken off; multi-factor deletion turned off.",
    "New versions can then be deleted sooner, or by more people.",
  ],
  [
    "replication-off",
    "attention",
    "replication off",
    "Replication of a bucket that is destroyed, or of which a rule goes or is disabled.",
    "What is written from then on has no copy elsewhere.",
  ],
]);

const FLAGS: readonly (readonly [attribute: string, worse: boolean, rule: string])[] = [
  ["force_destroy", true, "force-destroy"],
  ["skip_final_snapshot", true, "force-destroy"],
  ["force_delete", true, "force-destroy"],
  ["deletion_protection", false, "deletion-protection-off"],
  ["deletion_protection_enabled", false, "deletion-protection-off"],
];

const NUMBERS = [
  "backup_retention_period",
  "recovery_window_in_days",
  "deletion_window_in_days",
  "retention_period",
  "message_retention_seconds",
  "snapshot_retention_limit",
];

/** Flags and numbers that every type may have. */
export const checkSafeguards: Check = (change) => {
  if (!alters(change)) return [];
  const drafts: Draft[] = [];
  for (const [attribute, worse, rule] of FLAGS) {
    const { before, after } = pairAt(change, [attribute]);
    if (after.value === worse && before.value !== worse)
      drafts.push({ rule, message: say`${attribute} becomes ${String(worse)}` });
  }
  for (const attribute of NUMBERS) {
    const pair = pairAt(change, [attribute]);
    if (isLess(pair)) drafts.push({ rule: "recovery-shortened", message: say`${attribute} ${showPair(pair)}` });
  }
  const recovery = pairAt(change, ["point_in_time_recovery", 0, "enabled"]);
  if (recovery.before.value === true && !recovery.after.unknown && recovery.after.value !== true) {
    drafts.push({ rule: "recovery-shortened", message: words("point-in-time recovery is turned off") });
  }
  return drafts;
};

function isLess({ before, after }: Pair): boolean {
  const [from, to] = [numberIn(before), numberIn(after)];
  return from !== undefined && to !== undefined && to < from;
}

const DELETE_BEHAVIOR = ["schema_change_policy", 0, "delete_behavior"];

/** Crawlers: the default of AWS is DEPRECATE_IN_DATABASE. */
export const checkCrawlerDeletes: Check = (change, facts) => {
  const isNew = change.action === "create";
  if (!isNew && !alters(change)) return [];
  const pair = pairAt(change, DELETE_BEHAVIOR);
  if (stringIn(pair.after) !== "DELETE_FROM_DATABASE" || !differs(pair)) return [];
  if (!isNew) return [{ rule: "crawler-deletes", message: say`delete behavior ${showPair(pair)}` }];
  const level = facts.isNew(change, "aws_glue_catalog_database") ? "note" : "attention";
  return [{ rule: "crawler-deletes", message: say`a new crawler, delete behavior ${show(pair.after)}`, level }];
};

const BOOKMARK = ["default_arguments", "--job-bookmark-option"];

/** Bookmarks of jobs. */
export const checkBookmarks: Check = (change) => {
  const before = stringIn(fieldAt(change.before, BOOKMARK));
  if (before !== "job-bookmark-enable" || change.deposed !== undefined) return [];
  if (destroys(change.action))
    return [{ rule: "bookmark-off", message: words("the bookmark goes with the job: what it has read is forgotten") }];
  if (change.action !== "update") return [];
  const pair = pairAt(change, BOOKMARK);
  if (!differs(pair)) return [];
  return [{ rule: "bookmark-off", message: say`bookmark option ${showPair(pair)}` }];
};

const STATUS = ["versioning_configuration", 0, "status"];
const MFA_DELETE = ["versioning_configuration", 0, "mfa_delete"];

/** Versioning of a bucket, as a resource of its own or inside of the bucket. */
export const checkVersioning: Check = (change) => {
  if (change.type === "aws_s3_bucket_versioning") {
    if (stringIn(fieldAt(change.before, STATUS)) !== "Enabled") return [];
    if (change.action === "delete")
      return [{ rule: "versioning-off", message: words("destroying it suspends versioning") }];
    if (!alters(change)) return [];
    const [pair, deletion] = [pairAt(change, STATUS), pairAt(change, MFA_DELETE)];
    return [
      ...(differs(pair) ? [{ rule: "versioning-off", message: say`status ${showPair(pair)}` }] : []),
      ...(stringIn(deletion.before) === "Enabled" && differs(deletion)
        ? [{ rule: "object-lock-weaker", message: say`multi-factor deletion ${showPair(deletion)}` }]
        : []),
    ];
  }
  const pair = pairAt(change, ["versioning", 0, "enabled"]);
  const isOff = change.action === "update" && pair.before.value === true && pair.after.value === false;
  return isOff ? [{ rule: "versioning-off", message: say`versioning ${showPair(pair)}` }] : [];
};
