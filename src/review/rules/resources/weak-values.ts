/** Values of arguments that turn encryption or logging off, or weaken it. */
import type { Json, ValuePath } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { type Message, say } from "../../../text/message";
import { type Pair, pairAt, showPair } from "../../field";
import type { Level, RuleMatch } from "../../rule";
import { newerName, withOlderNames } from "./older-names";

/** Codes of the rules that report a weak value. */
type WeakValueRule = "encryption-off" | "encryption-weaker" | "logging-off";

/** The values of an argument that are weaker than all others. Undefined means that the argument is not set. */
type WeakValueRow = readonly [type: string, path: ValuePath, weak: readonly (Json | undefined)[], level?: Level];

const CATALOG = "data_catalog_encryption_settings";
const SECURITY = "encryption_configuration";
const GOOGLE_SQL = ["settings", 0, "ip_configuration", 0] as const;

const ROWS: Readonly<Record<WeakValueRule, readonly WeakValueRow[]>> = {
  "encryption-off": [
    [
      "aws_glue_data_catalog_encryption_settings",
      [CATALOG, 0, "encryption_at_rest", 0, "catalog_encryption_mode"],
      ["DISABLED", undefined],
    ],
    [
      "aws_glue_data_catalog_encryption_settings",
      [CATALOG, 0, "connection_password_encryption", 0, "return_connection_password_encrypted"],
      [false, undefined],
    ],
    [
      "aws_glue_security_configuration",
      [SECURITY, 0, "s3_encryption", 0, "s3_encryption_mode"],
      ["DISABLED", undefined],
    ],
    [
      "aws_glue_security_configuration",
      [SECURITY, 0, "cloudwatch_encryption", 0, "cloudwatch_encryption_mode"],
      ["DISABLED", undefined],
    ],
    [
      "aws_glue_security_configuration",
      [SECURITY, 0, "job_bookmarks_encryption", 0, "job_bookmarks_encryption_mode"],
      ["DISABLED", undefined],
    ],
    ["aws_glue_connection", ["connection_properties", "JDBC_ENFORCE_SSL"], ["false", undefined]],
    ["aws_glue_connection", ["connection_properties", "KAFKA_SSL_ENABLED"], ["false", undefined]],
    ["aws_kms_key", ["is_enabled"], [false]],
    [
      "aws_msk_cluster",
      ["encryption_info", 0, "encryption_in_transit", 0, "client_broker"],
      ["PLAINTEXT", "TLS_PLAINTEXT"],
    ],
    ["aws_opensearch_domain", ["domain_endpoint_options", 0, "enforce_https"], [false]],
    ["aws_opensearch_domain", ["encrypt_at_rest", 0, "enabled"], [false]],
    ["aws_opensearch_domain", ["node_to_node_encryption", 0, "enabled"], [false]],
    ["aws_kinesis_stream", ["encryption_type"], ["NONE"]],
    ["aws_ssm_parameter", ["type"], ["String", "StringList"]],
    ["aws_ebs_encryption_by_default", ["enabled"], [false]],
    ["aws_lb_listener", ["protocol"], ["HTTP"]],
    ["aws_cloudfront_distribution", ["default_cache_behavior", 0, "viewer_protocol_policy"], ["allow-all"]],
    ["google_sql_database_instance", [...GOOGLE_SQL, "require_ssl"], [false]],
    ["google_sql_database_instance", [...GOOGLE_SQL, "ssl_mode"], ["ALLOW_UNENCRYPTED_AND_ENCRYPTED"]],
    ["azurerm_postgresql_server", ["ssl_enforcement_enabled"], [false]],
    ["azurerm_redis_cache", ["non_ssl_port_enabled"], [true]],
  ],
  "encryption-weaker": [
    ["aws_glue_security_configuration", [SECURITY, 0, "s3_encryption", 0, "s3_encryption_mode"], ["SSE-S3"]],
    [
      "aws_s3_bucket_server_side_encryption_configuration",
      ["rule", 0, "apply_server_side_encryption_by_default", 0, "sse_algorithm"],
      ["AES256", undefined],
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
    ],
    ["aws_kms_key", ["enable_key_rotation"], [false]],
    ["aws_dynamodb_table", ["server_side_encryption", 0, "enabled"], [false, undefined]],
    ["aws_athena_workgroup", ["configuration", 0, "enforce_workgroup_configuration"], [false]],
    [
      "aws_athena_workgroup",
      ["configuration", 0, "result_configuration", 0, "encryption_configuration", 0, "encryption_option"],
      [undefined, "SSE_S3"],
    ],
  ],
  "logging-off": [
    ["aws_glue_job", ["default_arguments", "--enable-continuous-cloudwatch-log"], ["false", undefined]],
    ["aws_glue_job", ["default_arguments", "--enable-spark-ui"], ["false", undefined], "note"],
    ["aws_glue_job", ["default_arguments", "--enable-metrics"], ["false", undefined], "note"],
    ["aws_s3_bucket", ["logging", 0, "target_bucket"], [undefined]],
    ["aws_cloudtrail", ["enable_logging"], [false], "danger"],
    ["aws_cloudtrail", ["enable_log_file_validation"], [false]],
    ["aws_athena_workgroup", ["configuration", 0, "publish_cloudwatch_metrics_enabled"], [false], "note"],
  ],
};

/** Flags that encrypt, in whichever type they occur. */
const ENCRYPTION_FLAGS = [
  "encrypted",
  "storage_encrypted",
  "at_rest_encryption_enabled",
  "transit_encryption_enabled",
  "sqs_managed_sse_enabled",
];

/** Types that have weak values of a rule. */
export function typesWithWeakValues(rule: WeakValueRule): readonly string[] {
  return withOlderNames([...new Set(ROWS[rule].map(([type]) => type))]);
}

/** Arguments that the change sets to a weak value, as a rule reports them. */
export function matchWeakValues(change: ResourceChange, rule: WeakValueRule): readonly RuleMatch[] {
  return weakenedBy(change, rule).map(({ pair, level }) => ({ message: showArgument(pair), ...(level && { level }) }));
}

/** The encryption flags that the change turns off. */
export function matchEncryptionFlags(change: ResourceChange): readonly RuleMatch[] {
  return flagsTurnedOff(change).map((pair) => ({ message: showArgument(pair) }));
}

/** Dotted paths of the blocks that hold an argument of which a rule reports a weak value; empty for the resource itself. */
export function weakenedBlocks(change: ResourceChange): ReadonlySet<string> {
  const rules = Object.keys(ROWS) as readonly WeakValueRule[];
  const pairs = [
    ...rules.flatMap((rule) => weakenedBy(change, rule).map(({ pair }) => pair)),
    ...flagsTurnedOff(change),
  ];
  return new Set(pairs.map(({ path }) => dottedName(path.slice(0, -1))));
}

const rowsByType: Readonly<Record<WeakValueRule, ReadonlyMap<string, readonly WeakValueRow[]>>> = {
  "encryption-off": groupByType(ROWS["encryption-off"]),
  "encryption-weaker": groupByType(ROWS["encryption-weaker"]),
  "logging-off": groupByType(ROWS["logging-off"]),
};

function groupByType(rows: readonly WeakValueRow[]): ReadonlyMap<string, readonly WeakValueRow[]> {
  const groups = new Map<string, WeakValueRow[]>();
  for (const row of rows) groups.set(row[0], [...(groups.get(row[0]) ?? []), row]);
  return groups;
}

function weakenedBy(change: ResourceChange, rule: WeakValueRule): readonly { pair: Pair; level: Level | undefined }[] {
  const rows = rowsByType[rule].get(newerName(change.type)) ?? [];
  return rows
    .map(([, path, weak, level]) => ({ pair: pairAt(change, path), weak, level }))
    .filter(({ pair, weak }) => becomesWeak(pair, weak));
}

function flagsTurnedOff(change: ResourceChange): readonly Pair[] {
  return ENCRYPTION_FLAGS.map((name) => pairAt(change, [name])).filter(
    (pair) => isTrue(pair.before.value) && becomesWeak(pair, [false, "false", undefined]),
  );
}

/** Some attributes of the provider are flags written as text. */
function isTrue(value: Json | undefined): boolean {
  return value === true || value === "true";
}

function becomesWeak({ before, after }: Pair, weak: readonly (Json | undefined)[]): boolean {
  if (after.unknown || !weak.includes(after.value)) return false;
  return before.value !== undefined && !weak.includes(before.value);
}

function showArgument(pair: Pair): Message {
  return say`${dottedName(pair.path)} ${showPair(pair)}`;
}

function dottedName(path: ValuePath): string {
  return path.filter((step) => typeof step === "string").join(".");
}
