/** All rules, and which check looks at which type. */
import type { ResourceChange } from "../../terraform/plan/plan";
import type { Check, Draft, Facts } from "../finding";
import type { Rule } from "../rule";
import { permissionRules } from "./access";
import { checkNamed, checkSchema, checkTable, contractRules } from "./contract";
import { checkDestroyed, dataLossRules, destroyedRules } from "./data-loss";
import { checkEncryption, checkRetention, checkSettingGone, encryptionRules } from "./encryption";
import { checkLifecycle } from "./lifecycle";
import { checkState, planRules } from "./plan";
import { checkAcl, checkPublicBlock } from "./public-access";
import { checkReplication, checkRetentionLock, checkTimeToLive } from "./retention";
import { checkCrawlerScope, checkJob, runCostRules } from "./run-cost";
import { checkBookmarks, checkCrawlerDeletes, checkSafeguards, checkVersioning, safeguardRules } from "./safeguards";
import { checkSchedule, checkTrigger } from "./schedules";

/** Every rule, section by section. */
export const rules: readonly Rule[] = [
  ...planRules,
  ...destroyedRules,
  ...permissionRules,
  ...dataLossRules,
  ...safeguardRules,
  ...encryptionRules,
  ...contractRules,
  ...runCostRules,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}

/** Checks of every type, and of some. */
const GENERAL: readonly Check[] = [checkState, checkDestroyed, checkSafeguards, checkEncryption, checkSettingGone];

const SPECIAL: ReadonlyMap<string, readonly Check[]> = new Map([
  ["aws_glue_catalog_table", [checkTable]],
  ["aws_glue_catalog_database", [checkNamed]],
  ["aws_glue_registry", [checkNamed]],
  ["aws_glue_schema", [checkSchema]],
  ["aws_glue_job", [checkJob, checkBookmarks]],
  ["aws_glue_crawler", [checkCrawlerDeletes, checkCrawlerScope, checkSchedule]],
  ["aws_glue_trigger", [checkTrigger, checkSchedule]],
  ["aws_cloudwatch_event_rule", [checkSchedule]],
  ["aws_scheduler_schedule", [checkSchedule]],
  ["aws_dynamodb_table", [checkTimeToLive]],
  ["aws_s3_bucket_object_lock_configuration", [checkRetentionLock]],
  ["aws_s3_bucket_replication_configuration", [checkReplication]],
  ["aws_s3_bucket_lifecycle_configuration", [checkLifecycle]],
  ["aws_s3_bucket", [checkLifecycle, checkVersioning, checkAcl]],
  ["aws_s3_bucket_versioning", [checkVersioning]],
  ["aws_s3_bucket_acl", [checkAcl]],
  ["aws_s3_object", [checkAcl]],
  ["aws_s3_object_copy", [checkAcl]],
  ["aws_s3_bucket_object", [checkAcl]],
  ["aws_s3_bucket_public_access_block", [checkPublicBlock]],
  ["aws_s3_account_public_access_block", [checkPublicBlock]],
  ["aws_cloudwatch_log_group", [checkRetention]],
]);

/** What all checks say of one change. */
export function checkChange(change: ResourceChange, facts: Facts): readonly Draft[] {
  if (change.mode !== "managed") return checkState(change, facts);
  const state = isQuiet(change) ? [checkState] : [...GENERAL, ...(SPECIAL.get(change.type) ?? [])];
  return state.flatMap((check) => check(change, facts));
}

/** Nothing happens to it in the world. */
function isQuiet({ action }: ResourceChange): boolean {
  return action === "no-op" || action === "read";
}
