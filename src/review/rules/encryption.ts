/** Encryption, access from outside and logging: turned off or weakened. */
import type { Json } from "../../hcl/expression";
import type { ResourceChange } from "../../plan/plan";
import { alters, replaces } from "../actions";
import { differs, fieldAt, numberIn, type Pair, type Path, pairAt, showPair, stringIn } from "../field";
import type { Check, Draft } from "../finding";
import { type Level, rulesOf } from "../rule";
import { say, words } from "../text";

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
    "Encryption with another KMS key.",
    "What is there stays under the old key: readers need both, and the old one must stay.",
  ],
  [
    "public-access",
    "danger",
    "public access no longer blocked",
    "A block of public access that is taken off, or a public ACL.",
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
/** Keys of any type. */
const KEYS = ["kms_key_id", "kms_key_arn", "kms_master_key_id", "kms_key", "security_configuration"];
const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

/** Attributes that become worse. */
export const checkEncryption: Check = (change) => {
  if (!alters(change)) return [];
  const drafts: Draft[] = [];
  for (const [, path, worse, rule, level] of byType.get(change.type) ?? []) {
    const pair = pairAt(change, path);
    if (turnsTo(pair, worse)) drafts.push({ rule, message: tell(pair), ...(level && { level }) });
  }
  for (const name of FLAGS) {
    const pair = pairAt(change, [name]);
    if (pair.before.value === true && turnsTo(pair, [false, undefined]))
      drafts.push({ rule: "encryption-off", message: tell(pair) });
  }
  return [...drafts, ...checkKeys(change)];
};

function turnsTo(pair: Pair, worse: readonly (Json | undefined)[]): boolean {
  const { before, after } = pair;
  if (after.unknown || !worse.includes(after.value)) return false;
  return before.value !== undefined && !worse.includes(before.value);
}

function tell(pair: Pair) {
  return say`${pair.path.filter((step) => typeof step === "string").join(".")} ${showPair(pair)}`;
}

/** A key that is taken off or is another one. A replaced object is written anew with the new key. */
function checkKeys(change: ResourceChange): readonly Draft[] {
  return KEYS.map((name) => pairAt(change, [name])).flatMap((pair): readonly Draft[] => {
    if (stringIn(pair.before) === undefined || pair.before.value === "" || !differs(pair)) return [];
    const isOff = !pair.after.unknown && (pair.after.value === undefined || pair.after.value === "");
    if (isOff)
      return [
        {
          rule: pair.path[0] === "security_configuration" ? "encryption-off" : "encryption-weaker",
          message: tell(pair),
        },
      ];
    return replaces(change.action) ? [] : [{ rule: "key-changed", message: tell(pair) }];
  });
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

/** Blocks of public access, and public ACLs. */
export const checkPublicAccess: Check = (change) => {
  if (change.type === "aws_s3_bucket_acl" || change.type === "aws_s3_bucket") {
    const acl = pairAt(change, ["acl"]);
    const opens =
      (change.action === "create" || alters(change)) &&
      (stringIn(acl.after) ?? "").startsWith("public-") &&
      differs(acl);
    return opens ? [{ rule: "public-access", message: say`acl ${showPair(acl)}` }] : [];
  }
  if (change.action === "create") {
    const open = BLOCKS.filter((name) => fieldAt(change.after, [name]).value === false);
    return open.length === 0
      ? []
      : [
          {
            rule: "public-access",
            level: "attention",
            message: say`a new block that lets through: ${open.join(", ")} ${words("false")}`,
          },
        ];
  }
  if (!alters(change)) return [];
  return BLOCKS.map((name) => pairAt(change, [name]))
    .filter(({ before, after }) => before.value === true && !after.unknown && after.value !== true)
    .map((pair) => ({ rule: "public-access", message: tell(pair) }));
};

/** Log groups: 0 days is for ever. */
export const checkRetention: Check = (change) => {
  const pair = pairAt(change, ["retention_in_days"]);
  const days = (side: "before" | "after") => numberIn(pair[side]) || Number.POSITIVE_INFINITY;
  if (!alters(change) || pair.after.unknown || days("after") >= days("before")) return [];
  return [{ rule: "log-retention", message: say`days ${showPair(pair)}` }];
};
