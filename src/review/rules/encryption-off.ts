import { jsonAt, type ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { fieldAt, itemsAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { securityConfigurationChange, showKeyChange } from "./resources/kms-keys";
import { matchPlainListener } from "./resources/listeners";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchSettings } from "./resources/settings";
import { matchUncheckedTls } from "./resources/variables";
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
  what: "Encryption at rest or in transit that is turned off: catalog, security configuration, volumes, clusters, parameters, TLS of connections, origins and databases. Volumes of a new instance that are not encrypted are attention, and so is a new listener for HTTP that sends requests on, of a load balancer in the Internet (a note if the plan does not tell that).",
  why: "Data that is written or sent from then on is not encrypted.",
  bad: "`s3_encryption_mode` SSE-KMS → DISABLED",
  good: "`s3_encryption_mode` DISABLED → SSE-KMS",
  source: "https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    const settings = [...matchSettings(change, "encryption-off", facts), ...matchPlainListener(change, facts)];
    if (!isUpdateOrReplacement(change)) return [...settings, ...matchRemovedSetting(change, REMOVED)];
    const removed = securityConfigurationChange(change).filter(({ after }) => after.length === 0);
    return [
      ...matchWeakValues(change, "encryption-off"),
      ...matchEncryptionFlags(change),
      ...settings,
      ...removed.map((key) => ({ message: showKeyChange(key) })),
      ...matchVolumes(change),
      ...matchUncheckedTls(change, facts),
    ];
  },
});

/** Volumes of a task of ECS that are mounted without TLS now; without the argument, EFS is mounted without it. */
function matchVolumes(change: ResourceChange): readonly RuleMatch[] {
  if (change.type !== "aws_ecs_task_definition") return [];
  const encrypted = new Set(
    itemsAt(change.before.value, ["volume"])
      .filter((volume) => jsonAt(volume, TRANSIT_ENCRYPTION) === "ENABLED")
      .flatMap((volume) => [jsonAt(volume, ["name"]), jsonAt(volume, FILE_SYSTEM)]),
  );
  return itemsAt(change.after.value, ["volume"]).flatMap((volume, index): readonly RuleMatch[] => {
    const name = jsonAt(volume, ["name"]);
    const isEfs = itemsAt(volume, ["efs_volume_configuration"]).length > 0;
    const { value, unknown } = fieldAt(change.after, ["volume", index, ...TRANSIT_ENCRYPTION]);
    const wasEncrypted = encrypted.has(name) || encrypted.has(jsonAt(volume, FILE_SYSTEM));
    if (!isEfs || !wasEncrypted || value === "ENABLED") return [];
    const later = say`${words("whether the volume")} ${String(name)} ${words("is encrypted in transit is known only after apply")}`;
    return unknown
      ? [{ message: later, level: "attention" }]
      : [{ message: say`${words("the volume")} ${String(name)} ${words("is no longer encrypted in transit")}` }];
  });
}

/** It may be mounted as a volume of another name. */
const FILE_SYSTEM: ValuePath = ["efs_volume_configuration", 0, "file_system_id"];
const TRANSIT_ENCRYPTION: ValuePath = ["efs_volume_configuration", 0, "transit_encryption"];
