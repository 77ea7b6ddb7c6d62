/** Over 400 lines because each rule of the review has its rows here. */
import type { Json } from "../../../src/json/json-value";
import type { Drift } from "../../../src/terraform/plan/plan";
import { changeOf, configurationOf, findingsOf, type GivenChange, type GivenPlan } from "../support";

type Case = readonly [name: string, given: GivenPlan, want: readonly string[]];

const one = (change: GivenChange): GivenPlan => ({ changes: [change] });
const update = (address: string, before: Json, after: Json): GivenPlan => one({ address, before, after });
const job = (values: Record<string, Json>): Json => ({
  worker_type: "G.1X",
  number_of_workers: 10,
  timeout: 60,
  glue_version: "5.0",
  ...values,
});
const col = (name: string, type: string): Json => ({ name, type });
const table = (columns: readonly Json[], rest: Record<string, Json> = {}): Json => ({
  storage_descriptor: [{ location: "s3://a/b", columns, ...rest }],
});
const replaced = (address: string, before: Json, after: Json, path: string): GivenPlan =>
  one({
    address,
    before,
    after,
    action: "replace-delete-first",
    actions: ["delete", "create"],
    replacePaths: [[path]],
  });
const arguments_ = (values: Record<string, Json>): Json => job({ default_arguments: values });
const drift = (relevant: readonly string[], given: GivenChange): Drift => ({ ...changeOf(given), relevant });

/** A key that a policy depended on before the change; what the configuration says after it. */
const keyCase = (
  title: string,
  configuration: Parameters<typeof configurationOf>[0],
  depends: boolean,
  change: Partial<GivenChange> = {},
): Case => [
  title,
  {
    changes: [
      { address: "aws_kms_key.k", before: { deletion_window_in_days: 7 }, ...change },
      { address: "aws_iam_policy.p", before: {}, after: {}, action: "no-op" },
    ],
    prior: [{ address: "aws_iam_policy.p", dependsOn: ["aws_kms_key.k", "module.m.aws_kms_key.k"] }],
    configuration: configurationOf(configuration),
  },
  [
    `key-destroyed danger: what is encrypted with it can then never be read again; deletion after 7 days${change.after === undefined ? "" : "; replaced, because policy changes"}${depends ? "; 1 resource that stays depends on it" : ""}`,
  ],
];
const renewed = {
  after: {},
  action: "replace-delete-first",
  actions: ["delete", "create"],
  replacePaths: [["policy"]],
} as const;
const call = (references: readonly string[], outputs: readonly string[]) => ({
  address: "module.m",
  source: "./m",
  references: new Map([["key", references]]),
  outputs: new Map([
    ["arn", outputs],
    ["other", ["aws_kms_key.k"]],
  ]),
});
const afterTheChange: readonly Case[] = [
  keyCase(
    "a key that is out of the configuration, by the old state alone",
    { resources: { "aws_iam_policy.p": [] } },
    false,
  ),
  keyCase(
    "a key in whose place another stands now",
    { resources: { "aws_iam_policy.p": ["aws_kms_key.other.arn"], "aws_kms_key.other": [] } },
    false,
  ),
  keyCase(
    "a replaced key that is still used",
    { resources: { "aws_iam_policy.p": ["aws_kms_key.k.arn"], "aws_kms_key.k": [] } },
    true,
    renewed,
  ),
  keyCase(
    "a replaced key that is used no more",
    { resources: { "aws_iam_policy.p": ["var.key"], "aws_kms_key.k": [] } },
    false,
    renewed,
  ),
  keyCase(
    "what a local refers to is not told by a plan",
    { resources: { "aws_iam_policy.p": ["local.key"], "aws_kms_key.k": [] } },
    true,
    renewed,
  ),
  keyCase(
    "by a data source",
    {
      resources: {
        "aws_iam_policy.p": ["data.aws_iam_policy_document.d.json"],
        "data.aws_iam_policy_document.d": ["aws_kms_key.k"],
        "aws_kms_key.k": [],
      },
    },
    true,
    renewed,
  ),
  keyCase(
    "by the output of a module and its input",
    {
      calls: [call(["aws_kms_key.k.arn"], ["var.key"])],
      resources: { "aws_iam_policy.p": ["module.m.arn"], "aws_kms_key.k": [] },
    },
    true,
    renewed,
  ),
  keyCase(
    "not by another output of that module",
    {
      calls: [call([], ["var.key"])],
      resources: { "aws_iam_policy.p": ["module.m.arn"], "aws_kms_key.k": [], "module.m.aws_kms_key.k": [] },
    },
    false,
    renewed,
  ),
];

const dataLoss: readonly Case[] = [
  [
    "a database and what depends on it",
    {
      changes: [
        { address: 'module.lake.aws_glue_catalog_database.raw["a.b]"]', before: {}, reason: "delete_because_each_key" },
      ],
      prior: [
        {
          address: "module.lake.aws_glue_catalog_table.t[0]",
          dependsOn: ["module.lake.aws_glue_catalog_database.raw"],
        },
      ],
    },
    [
      "database-destroyed danger: every table in it goes too, also those that Terraform does not manage; destroyed, because its key is not in `for_each`; 1 resource that stays depends on it",
    ],
  ],
  [
    "what depends by the configuration; what is destroyed too does not count",
    {
      changes: [
        { address: "module.a.aws_kms_key.k[0]", before: { deletion_window_in_days: 7 } },
        { address: 'module.a.aws_s3_bucket.b["x"]', before: { bucket: "b" }, after: { bucket: "b" }, action: "no-op" },
        { address: "module.a.aws_sns_topic.gone", before: {} },
      ],
      configuration: configurationOf({
        resources: {
          "module.a.aws_s3_bucket.b": ["aws_kms_key.k[0].arn", "aws_kms_key.k[0]", "aws_kms_key.k"],
          "module.a.aws_sns_topic.gone": ["aws_kms_key.k"],
          "aws_s3_bucket.b": ["aws_kms_key.k"],
        },
      }),
    },
    [
      "key-destroyed danger: what is encrypted with it can then never be read again; deletion after 7 days; 1 resource that stays depends on it",
      "service-interrupted attention: its subscriptions go, also those that were confirmed by hand",
    ],
  ],
  ...afterTheChange,
  [
    "a bucket with everything in it",
    one({ address: "aws_s3_bucket.b", before: { force_destroy: true } }),
    ["bucket-destroyed danger: the bucket goes; `force_destroy` is set: with everything in it"],
  ],
  [
    "a bucket replaced",
    replaced("aws_s3_bucket.b", { bucket: "a" }, { bucket: "b" }, "bucket"),
    ["bucket-destroyed danger: the bucket goes; apply fails unless it is empty; replaced, because bucket changes"],
  ],
  [
    "a secret at once",
    one({ address: "aws_secretsmanager_secret.s", before: { recovery_window_in_days: 0 } }),
    ["secret-destroyed danger: the secret and its versions go; at once, without a recovery window"],
  ],
  [
    "a log group",
    one({ address: "aws_cloudwatch_log_group.l", before: {} }),
    ["log-group-destroyed attention: its logs go"],
  ],
  [
    "a database instance without a snapshot",
    one({ address: "aws_db_instance.d", before: { skip_final_snapshot: true } }),
    ["data-store-destroyed danger: the database goes; without a final snapshot"],
  ],
  [
    "what no table knows",
    one({ address: "acme_table.t", before: {} }),
    ["unknown-type-destroyed attention: judge whether its type holds data"],
  ],
  ["what holds nothing", one({ address: "terraform_data.t", before: {} }), ["destroyed note: destroyed"]],
  [
    "a deposed object",
    one({ address: "aws_s3_bucket.b", before: {}, deposed: "abc" }),
    ["deposed-destroyed danger: the bucket goes; apply fails unless it is empty"],
  ],
  [
    "a forgotten one is not lost",
    one({ address: "aws_s3_bucket.b", before: {}, action: "forget" }),
    ["forgotten attention: still exists, but Terraform no longer manages it"],
  ],
  [
    "safeguards",
    update(
      "aws_dynamodb_table.t",
      { deletion_protection_enabled: true, point_in_time_recovery: [{ enabled: true }] },
      { deletion_protection_enabled: false, point_in_time_recovery: [{ enabled: false }] },
    ),
    [
      "deletion-protection-off attention: deletion_protection_enabled becomes false",
      "recovery-shortened attention: point-in-time recovery is turned off",
    ],
  ],
  [
    "retention of a stream",
    update("aws_kinesis_stream.s", { retention_period: 168 }, { retention_period: 24 }),
    ["recovery-shortened attention: retention_period 168 → 24"],
  ],
  [
    "force_destroy",
    update("aws_s3_bucket.b", { force_destroy: false }, { force_destroy: true }),
    ["force-destroy attention: force_destroy becomes true"],
  ],
  [
    "a crawler that deletes",
    update(
      "aws_glue_crawler.c",
      { schema_change_policy: [{ delete_behavior: "LOG" }] },
      { schema_change_policy: [{ delete_behavior: "DELETE_FROM_DATABASE" }] },
    ),
    ["crawler-deletes danger: delete behavior LOG → DELETE_FROM_DATABASE"],
  ],
  [
    "a bookmark",
    update(
      "aws_glue_job.j",
      arguments_({ "--job-bookmark-option": "job-bookmark-enable" }),
      arguments_({ "--job-bookmark-option": "job-bookmark-disable" }),
    ),
    ["bookmark-off attention: bookmark option job-bookmark-enable → job-bookmark-disable"],
  ],
  [
    "a bookmark of a job that goes",
    one({ address: "aws_glue_job.j", before: arguments_({ "--job-bookmark-option": "job-bookmark-enable" }) }),
    [
      "service-interrupted attention: what starts it fails, and the history of its runs goes",
      "bookmark-off attention: the bookmark is deleted with the job, and with it the record of what was read",
    ],
  ],
  [
    "lifecycle",
    update(
      "aws_s3_bucket_lifecycle_configuration.l",
      { rule: [{ id: "a", status: "Enabled", expiration: [{ days: 365 }] }] },
      {
        rule: [
          { id: "a", status: "Enabled", expiration: [{ days: 30 }] },
          { id: "b", status: "Disabled", expiration: [{ days: 1 }] },
          { id: "c", status: "Enabled", noncurrent_version_expiration: [{ noncurrent_days: 7 }] },
        ],
      },
    ),
    [
      "lifecycle-shortened danger: expiration of all objects 365 days → 30 days",
      "lifecycle-shortened danger: noncurrent version expiration of all objects never → 7 days",
    ],
  ],
  [
    "versioning",
    update(
      "aws_s3_bucket_versioning.v",
      { versioning_configuration: [{ status: "Enabled" }] },
      { versioning_configuration: [{ status: "Suspended" }] },
    ),
    ["versioning-off danger: status Enabled → Suspended"],
  ],
];

const contract: readonly Case[] = [
  [
    "columns",
    update(
      "aws_glue_catalog_table.t",
      table([col("id", "int"), col("amount", "double"), col("at", "string")]),
      table([col("id", "bigint"), col("at", "date"), col("new", "string")]),
    ),
    [
      "column-dropped danger: column amount (double)",
      "column-retyped attention: column id: int → bigint",
      "column-retyped danger: column at: string → date",
      "column-added note: column new (string)",
    ],
  ],
  [
    "a rename and one between others",
    update(
      "aws_glue_catalog_table.t",
      table([col("a", "int"), col("b", "int")]),
      table([col("c", "int"), col("d", "int"), col("b", "int")]),
    ),
    [
      "column-dropped danger: column a; c takes its place: a rename?",
      "column-added attention: column c (int), between others",
      "column-added attention: column d (int), between others",
    ],
  ],
  [
    "another order",
    update(
      "aws_glue_catalog_table.t",
      table([col("a", "int"), col("b", "int")]),
      table([col("b", "int"), col("a", "int")]),
    ),
    ["columns-reordered attention: a, b → b, a"],
  ],
  [
    "a comment is no contract",
    update("aws_glue_catalog_table.t", table([{ name: "a", type: "int", comment: "x" }]), table([col("a", "int")])),
    [],
  ],
  [
    "columns known after apply",
    one({
      address: "aws_glue_catalog_table.t",
      before: table([col("a", "int")]),
      after: { storage_descriptor: [{ location: "s3://a/b" }] },
      unknown: { storage_descriptor: [{ columns: true }] },
    }),
    ["columns-unknown attention: columns (known after apply)"],
  ],
  [
    "partition keys",
    update("aws_glue_catalog_table.t", { partition_keys: [col("dt", "string")] }, { partition_keys: [] }),
    ["partition-keys danger: dt → (none)"],
  ],
  [
    "place and format",
    update(
      "aws_glue_catalog_table.t",
      table([], { input_format: "x.Text" }),
      table([], { location: "s3://c/d", input_format: "x.Parquet" }),
    ),
    ["table-location danger: location s3://a/b → s3://c/d", "table-format danger: input_format x.Text → x.Parquet"],
  ],
  [
    "a database of another name",
    replaced("aws_glue_catalog_database.d", { name: "raw" }, { name: "bronze" }, "name"),
    [
      "database-destroyed danger: every table in it goes too, also those that Terraform does not manage; replaced, because name changes",
      "renamed danger: name raw → bronze",
    ],
  ],
  [
    "a schema",
    update(
      "aws_glue_schema.s",
      { compatibility: "BACKWARD", schema_definition: "a" },
      { compatibility: "NONE", schema_definition: "b" },
    ),
    ["schema-compatibility danger: BACKWARD → NONE", "schema-definition attention: another definition"],
  ],
  [
    "outputs",
    {
      outputs: [
        { name: "gone", action: "delete", before: mark("a"), after: mark(undefined) },
        { name: "list", action: "update", before: mark("a"), after: mark(["a"]) },
        { name: "same", action: "update", before: mark("a"), after: mark("b") },
      ],
    },
    ["output-removed attention: no longer there", "output-type attention: string → list"],
  ],
];

const runCost: readonly Case[] = [
  [
    "capacity",
    update("aws_glue_job.j", job({ number_of_workers: 20 }), job({ worker_type: "G.2X", number_of_workers: 40 })),
    ["job-capacity danger: at most 20 → 80 DPU-hours a run (worker_type G.1X → G.2X, number_of_workers 20 → 40)"],
  ],
  [
    "a version that shortens the default timeout",
    update("aws_glue_job.j", job({ timeout: null, glue_version: "4.0" }), job({ timeout: null })),
    [
      "job-capacity attention: at most 480 → 80 DPU-hours a run",
      "job-version attention: Glue 4.0 → 5.0 (Spark 3.3, Python 3.10 → Spark 3.5, Python 3.11)",
    ],
  ],
  [
    "streaming has no end",
    update(
      "aws_glue_job.j",
      job({ timeout: null, command: [{ name: "gluestreaming" }] }),
      job({ timeout: null, number_of_workers: 12, command: [{ name: "gluestreaming" }] }),
    ),
    [
      "job-capacity attention: at most 10 DPUs without an end → 12 DPUs without an end a run (number_of_workers 10 → 12)",
    ],
  ],
  [
    "not known",
    one({
      address: "aws_glue_job.j",
      before: job({}),
      after: job({ number_of_workers: null }),
      unknown: { number_of_workers: true },
    }),
    ["job-capacity-unknown attention: number_of_workers 10 → (known after apply)"],
  ],
  ["a new job", one({ address: "aws_glue_job.j", after: job({}) }), ["job-new note: at most 10 DPU-hours a run"]],
  [
    "a new python shell",
    one({ address: "aws_glue_job.j", after: { command: [{ name: "pythonshell" }], timeout: 60 } }),
    ["job-new note: at most 0.06 DPU-hours a run"],
  ],
  [
    "concurrency, retries, script",
    update(
      "aws_glue_job.j",
      job({
        max_retries: 0,
        execution_property: [{ max_concurrent_runs: 1 }],
        command: [{ script_location: "s3://a" }],
      }),
      job({
        max_retries: 2,
        execution_property: [{ max_concurrent_runs: 4 }],
        command: [{ script_location: "s3://b" }],
      }),
    ),
    [
      "job-concurrency attention: runs at the same time 1 → 4",
      "job-retries attention: retries 0 → 2",
      "job-script attention: script s3://a → s3://b",
    ],
  ],
  [
    "a schedule",
    update("aws_glue_trigger.t", { schedule: "cron(0 2 * * ? *)" }, { schedule: "cron(0/15 * * * ? *)" }),
    ["schedule attention: 1 → 96 runs a day (cron(0 2 * * ? *) → cron(0/15 * * * ? *))"],
  ],
  [
    "a trigger turned on",
    update(
      "aws_glue_trigger.t",
      { schedule: "cron(0 2 * * ? *)", enabled: false },
      { schedule: "cron(0 2 * * ? *)", enabled: true },
    ),
    ["schedule attention: is enabled"],
  ],
  [
    "a schedule taken off a crawler",
    update("aws_glue_crawler.c", { schedule: "rate(1 hour)" }, { schedule: null }),
    ["schedule attention: 24 → 0 runs a day (rate(1 hour) → (none))"],
  ],
  [
    "what a trigger starts",
    update("aws_glue_trigger.t", { actions: [{ job_name: "a" }] }, { actions: [{ job_name: "b" }] }),
    ["trigger-actions attention: what it starts changes"],
  ],
];

const encryption: readonly Case[] = [
  [
    "the catalog",
    update(
      "aws_glue_data_catalog_encryption_settings.c",
      { data_catalog_encryption_settings: [{ encryption_at_rest: [{ catalog_encryption_mode: "SSE-KMS" }] }] },
      { data_catalog_encryption_settings: [{ encryption_at_rest: [{ catalog_encryption_mode: "DISABLED" }] }] },
    ),
    [
      "encryption-off danger: data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode SSE-KMS → DISABLED",
    ],
  ],
  [
    "a connection without TLS",
    update(
      "aws_glue_connection.c",
      { connection_properties: { JDBC_ENFORCE_SSL: "true" } },
      { connection_properties: { JDBC_ENFORCE_SSL: "false" } },
    ),
    ["encryption-off danger: connection_properties.JDBC_ENFORCE_SSL true → false"],
  ],
  [
    "a job without its security configuration",
    update("aws_glue_job.j", job({ security_configuration: "s" }), job({ security_configuration: null })),
    ["encryption-off danger: security_configuration s → (none)"],
  ],
  [
    "keys",
    update(
      "aws_cloudwatch_log_group.l",
      { kms_key_id: "a", retention_in_days: 0 },
      { kms_key_id: "b", retention_in_days: 30 },
    ),
    ["key-changed attention: kms_key_id a → b", "log-retention attention: days 0 → 30"],
  ],
  [
    "a key known after apply is another key, not none",
    one({
      address: "aws_sqs_queue.q",
      before: { kms_master_key_id: "a" },
      after: {},
      unknown: { kms_master_key_id: true },
    }),
    ["key-changed attention: kms_master_key_id a → (known after apply)"],
  ],
  [
    "rotation",
    update("aws_kms_key.k", { enable_key_rotation: true }, { enable_key_rotation: false }),
    ["encryption-weaker attention: enable_key_rotation true → false"],
  ],
  [
    "public access",
    update("aws_s3_bucket_public_access_block.p", { block_public_acls: true }, { block_public_acls: false }),
    ["public-access danger: block_public_acls true → false"],
  ],
  [
    "a block that goes",
    one({ address: "aws_s3_bucket_public_access_block.p", before: {} }),
    ["destroyed note: destroyed", "public-access danger: the public access block is removed"],
  ],
  [
    "stronger is no finding",
    update("aws_kms_key.k", { enable_key_rotation: false }, { enable_key_rotation: true }),
    [],
  ],
];

const plans: readonly Case[] = [
  ["nothing", {}, []],
  [
    "an error",
    { errored: true, complete: false },
    ["plan-errored danger: Terraform stopped at an error: what comes after it is missing"],
  ],
  [
    "a target",
    { complete: false },
    ["plan-incomplete attention: `-target`, `-exclude` or a deferred change leaves parts out: plan again after apply"],
  ],
  ["unknown parts", { unknown: ["action_invocations"] }, ["unknown-field attention: action_invocations"]],
  [
    "an unknown action",
    one({ address: "aws_x.y", before: {}, after: {}, action: "unknown", actions: ["explode"] }),
    ["unknown-action danger: Terraform says explode"],
  ],
  [
    "imports and moves",
    {
      changes: [
        {
          address: "aws_x.a",
          before: {},
          after: {},
          action: "no-op",
          importing: { id: "a" },
          previousAddress: "aws_x.b",
        },
        { address: "aws_x.c", before: {}, after: {}, importing: { identity: { name: "c" } } },
      ],
    },
    [
      "imported note: by id a",
      "moved note: from aws_x.b",
      'imported-changed attention: by identity {"name":"c"}, and then changed',
    ],
  ],
  [
    "drift",
    {
      drift: [
        drift(["policy"], { address: "aws_x.a", before: {}, after: {} }),
        drift([], { address: "aws_x.b", before: {}, after: {} }),
        drift([], { address: "aws_s3_bucket.c", before: {} }),
      ],
    },
    ["drift-relevant attention: policy, on which this plan depends", "drift-gone attention: it was deleted elsewhere"],
  ],
  [
    "deferred and checks",
    {
      deferred: [{ reason: "provider_config_unknown", change: changeOf({ address: "aws_x.a", after: {} }) }],
      checks: [
        { address: "check.a", kind: "check", status: "fail", problems: ["too old"] },
        { address: "check.b", kind: "check", status: "unknown", problems: [] },
      ],
    },
    [
      "deferred attention: its creation waits for a later run: the settings of its provider are known only after apply",
      "check-failed attention: too old",
      "check-unknown note: can be told only after apply",
    ],
  ],
];

function mark(value: Json | undefined) {
  return { value, unknown: undefined, sensitive: undefined };
}

describe.each([
  ["data loss", dataLoss],
  ["contract", contract],
  ["run cost", runCost],
  ["encryption", encryption],
  ["the plan", plans],
])("%s", (_section, cases) => {
  test.each(cases)("%s", (_name, given, want) => {
    expect(findingsOf(given)).toEqual(want);
  });
});

test("a sensitive value is never told", () => {
  const given = one({
    address: "aws_glue_catalog_table.t",
    before: table([], { location: "s3://secret-a" }),
    after: table([], { location: "s3://secret-b" }),
    sensitive: { storage_descriptor: [{ location: true }] },
  });
  expect(findingsOf(given)).toEqual(["table-location danger: location (sensitive value) → (sensitive value)"]);
});
