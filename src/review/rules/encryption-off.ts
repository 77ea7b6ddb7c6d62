import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { words } from "../../text/message";
import { defineRule, type RuleMatch } from "../rule";
import { securityConfigurationChange, showKeyChange } from "./resources/kms-keys";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchSettings } from "./resources/settings";
import { matchEncryptionFlags, matchWeakValues } from "./resources/weak-values";

const REMOVED: ReadonlyMap<string, RuleMatch> = new Map([
  ["aws_glue_data_catalog_encryption_settings", { message: words("the catalog's encryption is no longer set") }],
  ["aws_ebs_encryption_by_default", { message: words("new volumes are no longer encrypted by default") }],
]);

/** Reports encryption at rest or in transit that is turned off. */
export const encryptionOff = defineRule({
  code: "encryption-off",
  section: "encryption",
  level: "danger",
  title: "encryption off",
  what: "Encryption at rest or in transit that is turned off: catalog, security configuration, volumes, clusters, parameters, TLS of connections, origins and databases. Volumes of a new instance that are not encrypted are attention.",
  why: "Data that is written or sent from then on is not encrypted.",
  bad: "`s3_encryption_mode` SSE-KMS → DISABLED",
  good: "`s3_encryption_mode` DISABLED → SSE-KMS",
  source: "https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    const settings = matchSettings(change, "encryption-off", facts);
    if (!isUpdateOrReplacement(change)) return [...settings, ...matchRemovedSetting(change, REMOVED)];
    const removed = securityConfigurationChange(change).filter(({ after }) => after.length === 0);
    return [
      ...matchWeakValues(change, "encryption-off"),
      ...matchEncryptionFlags(change),
      ...settings,
      ...removed.map((key) => ({ message: showKeyChange(key) })),
    ];
  },
});
