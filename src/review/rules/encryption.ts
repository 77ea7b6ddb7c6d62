/** Encryption, access from outside and logging: turned off or weakened. */
import type { Json } from "../../json/json-value";
import { alters } from "../../terraform/plan/actions";
import { say, words } from "../../text/message";
import { numberIn, type Pair, type Path, pairAt, showPair } from "../field";
import type { Check, Draft } from "../finding";
import { type Level, rulesOf } from "../rule";
import { checkKeys } from "./resources/kms-keys";

export const encryptionRules = rulesOf("encryption", [
  [
    "encryption-off",
    "danger",
    "encryption off",
    "Encryption at rest or on the way that is turned off: catalog, security configuration, volumes, clusters, TLS of connections.",
    "What is written or sent from then on is in the clear.",
  ],
  [
    "encryption-weaker",
    "attention",
    "encryption weaker",
    "A key of your own that gives way to one of AWS, a key that is taken off, key rotation turned off.",
    "Whoever may read the storage may then read the data: no key policy is asked.",
  ],
  [
    "key-changed",
    "attention",
    "another key",
    "Encryption with another KMS key, wherever in a resource it stands; an alias that leads to another key.",
    "What is there stays under the old key: readers need both, and the old one must stay.",
  ],
  [
    "public-access",
    "danger",
    "public access no longer blocked",
    "A block of public access that is taken off, or an ACL or a grant to everybody, or to everybody who has an AWS account.",
    "A policy or an ACL can then open the bucket to everyone.",
  ],
  [
    "logging-off",
    "attention",
    "logging off",
    "Access logs, trails, flow logs, continuous logs of jobs that are turned off or destroyed.",
    "What happens from then on cannot be seen afterwards.",
  ],
  [
    "log-retention",
    "attention",
    "logs kept shorter",
    "Retention of a log group that gets shorter.",
    "CloudWatch deletes what is older.",
  ],
]);

/** An attribute, the values that are worse than all others, and what to say. */
type Weakness = readonly [type: string, path: Path, worse: readonly (Json | undefined)[], rule: string, level?: Level];

const MODES = "encryption_configuration";
const CATALOG = "data_catalog_encryption_settings";
const WEAKNESSES: readonly Weakness[] = [
  [
    "aws_glue_data_catalog_encryption_settings",
    [CATALOG, 0, "encryption_at_rest", 0, "catalog_encryption_mode"],
    ["DISABLED", undefined],
    "encryption-off",
  ],
  [
    "aws_glue_data_catalog_encryption_settings",
    [CATALOG, 0, "connection_password_encryption", 0, "return_connection_password_encrypted"],
    [false, undefined],
    "encryption-off",
  ],
  [
    "aws_glue_security_configuration",
    [MODES, 0, "s3_encryption", 0, "s3_encryption_mode"],
    ["DISABLED", undefined],
    "encryption-off",
  ],
  [
    "aws_glue_security_configuration",
    [MODES, 0, "s3_encryption", 0, "s3_encryption_mode"],
    ["SSE-S3"],
    "encryption-weaker",
  ],
  [
    "aws_glue_security_configuration",
    [MODES, 0, "cloudwatch_encryption", 0, "cloudwatch_encryption_mode"],
    ["DISABLED", undefined],
    "encryption-off",
  ],
  [
    "aws_glue_security_configuration",
    [MODES, 0, "job_bookmarks_encryption", 0, "job_bookmarks_encryption_mode"],
    ["DISABLED", undefined],
    "encryption-off",
  ],
  ["aws_glue_connection", ["connection_properties", "JDBC_ENFORCE_SSL"], ["false", undefined], "encryption-off"],
  ["aws_glue_connection", ["connection_properties", "KAFKA_SSL_ENABLED"], ["false", undefined], "encryption-off"],
  ["aws_glue_job", ["default_arguments", "--enable-continuous-cloudwatch-log"], ["false", undefined], "logging-off"],
  ["aws_glue_job", ["default_arguments", "--enable-spark-ui"], ["false", undefined], "logging-off", "note"],
  ["aws_glue_job", ["default_arguments", "--enable-metrics"], ["false", undefined], "logging-off", "note"],
  [
    "aws_s3_bucket_server_side_encryption_configuration",
    ["rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm"],
    ["AES256", undefined],
    "encryption-weaker",
  ],
  [
    "aws_s3_bucket",
    [
      "server_side_encryption_configuration",
      0,
      "rule",
      0,
      "apply_server_side_encryption_by_default",
      0,
      "sse_algorithm",
    ],
    ["AES256"],
    "encryption-weaker",
  ],
  ["aws_s3_bucket", ["logging", 0, "target_bucket"], [undefined], "logging-off"],
  ["aws_kms_key", ["enable_key_rotation"], [false], "encryption-weaker"],
  ["aws_kms_key", ["is_enabled"], [false], "encryption-off"],
  ["aws_cloudtrail", ["enable_logging"], [false], "logging-off", "danger"],
  ["aws_cloudtrail", ["enable_log_file_validation"], [false], "logging-off"],
  [
    "aws_msk_cluster",
    ["encryption_info", 0, "encryption_in_transit", 0, "client_broker"],
    ["PLAINTEXT", "TLS_PLAINTEXT"],
    "encryption-off",
  ],
  ["aws_opensearch_domain", ["domain_endpoint_options", 0, "enforce_https"], [false], "encryption-off"],
  ["aws_opensearch_domain", ["encrypt_at_rest", 0, "enabled"], [false], "encryption-off"],
  ["aws_opensearch_domain", ["node_to_node_encryption", 0, "enabled"], [false], "encryption-off"],
  ["aws_kinesis_stream", ["encryption_type"], ["NONE"], "encryption-off"],
  ["aws_dynamodb_table", ["server_side_encryption", 0, "enabled"], [false, undefined], "encryption-weaker"],
  ["aws_athena_workgroup", ["configuration", 0, "enforce_workgroup_configuration"], [false], "encryption-weaker"],
  [
    "aws_athena_workgroup",
    ["configuration", 0, "result_configuration", 0, "encryption_configuration", 0, "encryption_option"],
    [undefined, "SSE_S3"],
    "encryption-weaker",
  ],
  ["aws_athena_workgroup", ["configuration", 0, "publish_cloudwatch_metrics_enabled"], [false], "logging-off", "note"],
];

const byType = groupByType();

function groupByType(): ReadonlyMap<string, readonly Weakness[]> {
  const groups = new Map<string, Weakness[]>();
  for (const weakness of WEAKNESSES) groups.set(weakness[0], [...(groups.get(weakness[0]) ?? []), weakness]);
  return groups;
}

/** Flags of any type that encrypt. */
const FLAGS = [
  "encrypted",
  "storage_encrypted",
  "at_rest_encryption_enabled",
  "transit_encryption_enabled",
  "sqs_managed_sse_enabled",
];
/** Attributes that become worse. */
export const checkEncryption: Check = (change) => {
  if (!alters(change)) return [];
  const drafts: Draft[] = [];
  const told = new Set<string>();
  for (const [, path, worse, rule, level] of byType.get(change.type) ?? []) {
    const pair = pairAt(change, path);
    if (!turnsTo(pair, worse)) continue;
    drafts.push({ rule, message: tell(pair), ...(level && { level }) });
    told.add(nameOf(path.slice(0, -1)));
  }
  for (const name of FLAGS) {
    const pair = pairAt(change, [name]);
    if (!isTrue(pair.before.value) || !turnsTo(pair, [false, "false", undefined])) continue;
    drafts.push({ rule: "encryption-off", message: tell(pair) });
    told.add("");
  }
  return [...drafts, ...checkKeys(change, told)];
};

/** Some attributes of the provider are texts. */
function isTrue(value: Json | undefined): boolean {
  return value === true || value === "true";
}

function turnsTo(pair: Pair, worse: readonly (Json | undefined)[]): boolean {
  const { before, after } = pair;
  if (after.unknown || !worse.includes(after.value)) return false;
  return before.value !== undefined && !worse.includes(before.value);
}

function tell(pair: Pair) {
  return say`${nameOf(pair.path)} ${showPair(pair)}`;
}

function nameOf(path: Path): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** What ends with the destruction of a resource that is only a setting. */
const SETTINGS: ReadonlyMap<string, readonly [rule: string, message: string, level?: Level]> = new Map([
  ["aws_s3_bucket_server_side_encryption_configuration", ["encryption-weaker", "the bucket falls back to keys of S3"]],
  ["aws_glue_data_catalog_encryption_settings", ["encryption-off", "the catalog's encryption is no longer set"]],
  ["aws_s3_bucket_public_access_block", ["public-access", "the block of public access goes"]],
  ["aws_s3_account_public_access_block", ["public-access", "the account's block of public access goes"]],
  ["aws_s3_bucket_logging", ["logging-off", "access to the bucket is no longer logged"]],
  ["aws_cloudtrail", ["logging-off", "the trail goes", "danger"]],
  ["aws_flow_log", ["logging-off", "the flow log goes"]],
  ["aws_glue_security_configuration", ["encryption-weaker", "jobs that name it fail, or run without it"]],
]);

/** Settings that are destroyed. */
export const checkSettingGone: Check = (change) => {
  const setting = SETTINGS.get(change.type);
  if (setting === undefined || change.action !== "delete" || change.deposed !== undefined) return [];
  const [rule, message, level] = setting;
  return [{ rule, message: words(message), ...(level && { level }) }];
};

/** Log groups: 0 days is for ever. */
export const checkRetention: Check = (change) => {
  const pair = pairAt(change, ["retention_in_days"]);
  const days = (side: "before" | "after") => numberIn(pair[side]) || Number.POSITIVE_INFINITY;
  if (!alters(change) || pair.after.unknown || days("after") >= days("before")) return [];
  return [{ rule: "log-retention", message: say`days ${showPair(pair)}` }];
};
