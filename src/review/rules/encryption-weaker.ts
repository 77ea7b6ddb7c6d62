import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { words } from "../../text/message";
import type { Facts } from "../facts";
import { defineRule, type RuleMatch } from "../rule";
import { findKeyChanges, type KeyChange, showKeyChange } from "./resources/kms-keys";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchSettings } from "./resources/settings";
import { matchWeakValues, weakenedBlocks } from "./resources/weak-values";

const MICROSOFT_KEYS = words("it is then encrypted with keys of Microsoft");

const REMOVED_SETTINGS: ReadonlyMap<string, RuleMatch> = new Map([
  [
    "aws_s3_bucket_server_side_encryption_configuration",
    { message: words("the bucket is then encrypted with S3 managed keys (SSE-S3)") },
  ],
  ["aws_glue_security_configuration", { message: words("jobs that use it fail, or run without encryption") }],
  ["azurerm_cognitive_account_customer_managed_key", { message: MICROSOFT_KEYS }],
  ["azurerm_databricks_workspace_root_dbfs_customer_managed_key", { message: MICROSOFT_KEYS }],
  ["azurerm_kusto_cluster_customer_managed_key", { message: MICROSOFT_KEYS }],
  ["azurerm_log_analytics_cluster_customer_managed_key", { message: MICROSOFT_KEYS }],
  ["azurerm_netapp_account_encryption", { message: MICROSOFT_KEYS }],
  ["azurerm_storage_account_customer_managed_key", { message: MICROSOFT_KEYS }],
]);

/**
 * Reports encryption that becomes weaker: a customer managed key that is replaced or removed, or key rotation that is turned off.
 */
export const encryptionWeaker = defineRule({
  code: "encryption-weaker",
  section: "encryption",
  level: "attention",
  title: "encryption weaker",
  what: "A customer managed key that is replaced by an AWS managed or S3 managed key, a key that is removed, or key rotation that is turned off.",
  why: "Whoever can read the storage can then read the data, because no key policy is checked.",
  bad: "`sse_algorithm` aws:kms → AES256",
  good: "`sse_algorithm` AES256 → aws:kms",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html",
  looksAt: "resource",
  types: "every",
  check: (change, facts) =>
    isUpdateOrReplacement(change)
      ? [
          ...matchWeakValues(change, "encryption-weaker"),
          ...matchSettings(change, "encryption-weaker", facts),
          ...removedKeys(change, facts).map((key) => ({ message: showKeyChange(key) })),
        ]
      : matchRemovedSetting(change, REMOVED_SETTINGS),
});

/** KMS keys that the change removes. A key is left out if its block is already reported as a weak value. */
function removedKeys(change: ResourceChange, facts: Facts): readonly KeyChange[] {
  const removed = facts.memoized(findKeyChanges, change).filter(({ after }) => after.length === 0);
  if (removed.length === 0) return [];
  const blocks = weakenedBlocks(change);
  return removed.filter(({ name }) => !blocks.has(name.split(".").slice(0, -1).join(".")));
}
