/** Over 400 lines because each rule of each module has its row here. What each rule of the modules takes and refuses. The values are known, so that no Terraform is needed: `inline` says it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pack from "../../modules";
import { POLICIES_BELOW_PATHS } from "../../modules/aws-managed-policies";
import { App, TerraformStack } from "../../src/cdk";
import type { AnyModule } from "../../src/generate/module";
import table from "../../src/iam/data/managed-policies.json";
import { GENERATED } from "./support/generated";
import { definitionOf } from "./support/module-inputs";

type Inputs = Readonly<Record<string, unknown>>;

const ROLE = "arn:aws:iam::111111111111:role/orders";
/** A table that is correct. */
const TABLE = {
  location: "s3://example-data/items/",
  columns: [{ name: "id", type: "bigint" }],
  partition_keys: [{ name: "day", type: "date" }],
};
const PLACE = { account_id: "111111111111" };
const CORRECT: Readonly<Record<string, Inputs>> = {
  "glue-catalog-database": { name: "orders" },
  "glue-crawler": {
    name: "orders",
    role_arn: ROLE,
    database_name: "orders",
    s3_targets: [{ path: "s3://example-data/" }],
  },
  "glue-deployer": { ...PLACE, name: "orders", jobs: ["orders-*"] },
  "glue-iceberg-table": {
    name: "items",
    database_name: "orders",
    location: "s3://example-lake/items/",
    columns: [{ id: 1, name: "id", type: "long" }],
  },
  "glue-table-optimizer": { role_arn: ROLE, tables: { items: "orders.items" }, catalog_id: "111111111111" },
  "glue-job": {
    name: "orders",
    role_arn: ROLE,
    script_location: "s3://example-scripts/orders.py",
    glue_version: "5.0",
  },
  "glue-role": { ...PLACE, name: "orders" },
  "glue-trigger": { name: "orders", starts: [{ job: "orders" }] },
  "iam-role": { name: "orders", services: ["glue.amazonaws.com"] },
};

/** What is wrong with a call; an empty text where nothing is. */
function complaint(name: string, inputs: Inputs): string {
  const module = (pack.modules as readonly AnyModule[]).find((one) => one.name === name);
  const stack = new TerraformStack(new App(), "stack");
  try {
    module?.inline(stack, "call", { ...CORRECT[name], ...inputs } as never);
    return "";
  } catch (error) {
    return String(error);
  }
}

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111111111111:${rest}`;

interface Values {
  readonly takes: readonly unknown[];
  readonly refuses: readonly unknown[];
}

/** Module, input, and values of it. What is JSON, and what is a whole number, Terraform alone tells: the modules' own tests have it. */
const RULES: readonly (readonly [string, string, Values])[] = [
  [
    "glue-trigger",
    "schedule",
    {
      takes: [
        "cron(0 18 * * ? *)",
        "cron(0/5 * * * ? *)",
        "cron(*/15 8-17 ? * MON-FRI *)",
        "cron(0,30 1/2 L * ? 2026-2030)",
        "cron(15 12 ? JAN,MAR 2L *)",
        "cron(0 8 1W * ? *)",
        "cron(0  3 * *  ? *)",
        "cron(55/4 3 * * ? *)",
        null,
      ],
      refuses: [
        "0 3 * * *",
        "0 18 * * ? *",
        "rate(1 day)",
        "cron(0 3 * * *)",
        "cron(0 3 * * * *)",
        "cron(0 3 ? * ? *)",
        "cron(? 3 * * ? *)",
        "cron(* 3 * * ? *)",
        "cron(*/4 * * * ? *)",
        "cron(0/1 * * * ? *)",
        "",
      ],
    },
  ],
  [
    "glue-crawler",
    "schedule",
    { takes: ["", null, "cron(15 12 * * ? *)"], refuses: ["rate(1 day)", "0 3 * * *", " "] },
  ],
  ["glue-job", "schedule", { takes: ["cron(0 18 * * ? *)"], refuses: ["", "@daily", "cron(*/1 * * * ? *)"] }],
  ["glue-job", "glue_version", { takes: ["5.0", "5.1", "10.0", "0.9"], refuses: ["5", "v5.0", "5.0.1", "latest"] }],
  ["glue-job", "python_version", { takes: ["3", "2", null], refuses: ["python3", "3.9.1", ""] }],
  [
    "glue-job",
    "script_location",
    {
      takes: ["s3://b/orders.py", "s3://Old_Bucket/a b/orders.scala"],
      refuses: ["jobs/orders.py", "s3://bucket", "s3://bucket/", "s3://bucket/jobs/", "https://bucket/x.py", ""],
    },
  ],
  [
    "glue-job",
    "role_arn",
    {
      takes: [ROLE, "arn:aws-cn:iam::111111111111:role/service-role/orders"],
      refuses: [
        "orders",
        "arn:aws:iam::111111111111:policy/orders",
        "arn:aws:iam::111111111111:instance-profile/orders",
      ],
    },
  ],
  [
    "glue-crawler",
    "role_arn",
    {
      takes: [ROLE, "orders", "service-role/orders"],
      refuses: ["arn:aws:iam::111111111111:policy/orders", "arn:aws:iam::111111111111:user/orders", ""],
    },
  ],
  ["glue-job", "number_of_workers", { takes: [2, 299], refuses: [0, 1, -1] }],
  ["glue-job", "timeout", { takes: [1, 10080, null], refuses: [-1, 0, 10081] }],
  ["glue-job", "max_capacity", { takes: [null], refuses: [0.0625, 1, 2, 10] }],
  [
    "glue-job",
    "datalake_formats",
    { takes: [["iceberg", "hudi"], ["new"], []], refuses: [["Iceberg"], ["hudi,delta"], [""]] },
  ],
  [
    "glue-job",
    "default_arguments",
    {
      takes: [{ "--stage": "x", "--log": "x", "--temp_dir": "x" }, {}],
      refuses: [{ log_group: "x" }, { "-stage": "x" }],
    },
  ],
  ["glue-job", "temp_dir", { takes: ["s3://b/temp/", "s3a://b/temp/", null], refuses: ["temp/", arn("s3", "b")] }],
  ["glue-job", "extra_py_files", { takes: [["s3://b/lib.zip,s3://b/other.zip"], []], refuses: [["lib.zip"]] }],
  [
    "glue-job",
    "log_group",
    { takes: ["/orders", "/aws-glue/jobs/", null], refuses: [arn("logs", "log-group:/orders"), "/orders/*"] },
  ],
  ["glue-job", "connections", { takes: [["orders"], []], refuses: [[arn("glue", "connection/orders")]] }],
  [
    "glue-crawler",
    "s3_targets",
    {
      takes: [
        [{ path: "s3://b" }],
        [{ path: "s3://b/x/", event_queue_arn: arn("sqs", "orders"), dlq_event_queue_arn: "" }],
      ],
      refuses: [
        [{ path: "b/x/" }],
        [{ path: "arn:aws:s3:::b" }],
        [{ path: "s3://b/", event_queue_arn: "https://sqs.eu-west-1.amazonaws.com/111111111111/orders" }],
        [{ path: "s3://b/" }, { path: "s3://b/", dlq_event_queue_arn: "orders" }],
        [{ path: "s3://b/", connection_name: arn("glue", "connection/orders") }],
        [{ path: "s3://b/", exclusions: ["s3://b/x/**"] }],
        [{ path: "s3://b/", sample_size: 0 }],
      ],
    },
  ],
  [
    "glue-crawler",
    "database_name",
    {
      takes: ["orders", "my db", "o", "_orders-1"],
      refuses: ["111111111111:orders", arn("glue", "database/x"), "Orders", " orders", "orders ", "\torders", ""],
    },
  ],
  [
    "glue-crawler",
    "dynamodb_targets",
    {
      takes: [[{ path: "orders" }], ...[0.1, 0.5, 1.5, null].map((scan_rate) => [{ path: "orders", scan_rate }])],
      refuses: [0, 0.05, 1.6, 50].map((scan_rate) => [{ path: "orders", scan_rate }]),
    },
  ],
  [
    "glue-crawler",
    "jdbc_targets",
    {
      takes: ["orders/%", "orders/public/a:b", "%"].map((path) => [{ connection_name: "db", path }]),
      refuses: ["jdbc:mysql://db/orders", "http://db"].map((path) => [{ connection_name: "db", path }]),
    },
  ],
  [
    "glue-catalog-database",
    "name",
    { takes: ["orders", "my db", "x".repeat(255)], refuses: ["Orders", "orders ", " orders", "", "x".repeat(256)] },
  ],
  [
    "glue-catalog-database",
    "tables",
    {
      takes: [
        {},
        { items: TABLE },
        { "my items": { ...TABLE, columns: [] } },
        { items: { ...TABLE, location: "stream" } },
        { items: { ...TABLE, parameters: { table_type: "DELTA", "projection.day.type": "date" } } },
        {
          items: {
            ...TABLE,
            parameters: {
              "projection.enabled": "TRUE",
              "projection.day.type": "date",
              "projection.day.format": "yyyy-MM-dd",
              "projection.day.range": "NOW-3YEARS,NOW",
              "projection.day.interval.unit": "DAYS",
            },
          },
        },
        {
          items: {
            ...TABLE,
            parameters: {
              "projection.enabled": "true",
              "projection.day.type": " Enum ",
              "projection.day.values": "2026-01-01",
            },
          },
        },
        { items: { ...TABLE, parameters: { "projection.enabled": "true", "projection.day.type": "injected" } } },
        { items: { ...TABLE, partitions: { a: { values: ["2026-01-01"] } } } },
        { items: { ...TABLE, indexes: ["a", "b", "c"].map((name) => ({ name, keys: ["day"] })) } },
        { items: { ...TABLE, schema_reference: { schema_version_number: 1, schema_version_id: "x" } } },
      ],
      refuses: [
        { Items: TABLE },
        { "orders.items": TABLE },
        { " items": TABLE },
        { items: { ...TABLE, location: "bucket/folder/" } },
        { items: { ...TABLE, columns: [...TABLE.columns, { name: "ID", type: "int" }] } },
        { items: { ...TABLE, columns: [{ name: "day", type: "date" }] } },
        { items: { ...TABLE, parameters: { "projection.enabled": "true", "projection.day.type": "enum" } } },
        { items: { ...TABLE, parameters: { "projection.enabled": "true", "projection.day.type": "integer" } } },
        { items: { ...TABLE, columns: [{ name: "id", type: " int" }] } },
        { items: { ...TABLE, parameters: { metadata_location: "s3://b/x.json" } } },
        { items: { ...TABLE, parameters: { table_type: "iceberg" } } },
        { items: { ...TABLE, parameters: { "projection.month.type": "date" } } },
        { items: { ...TABLE, parameters: { "projection.enabled": "true" } } },
        { items: { ...TABLE, partitions: { a: { values: ["2026", "01"] } } } },
        { items: { ...TABLE, indexes: ["a", "b", "c", "d"].map((name) => ({ name, keys: ["day"] })) } },
        { items: { ...TABLE, indexes: ["a", "a"].map((name) => ({ name, keys: ["day"] })) } },
        { items: { ...TABLE, indexes: [{ name: "a", keys: ["id"] }] } },
        { items: { ...TABLE, indexes: [{ name: "a", keys: [] }] } },
        { items: { ...TABLE, format: "xml" } },
        { items: { ...TABLE, table_type: "virtual_view" } },
        { items: { ...TABLE, sort_columns: [{ column: "id", sort_order: 2 }] } },
        { items: { ...TABLE, schema_reference: { schema_version_number: 1 } } },
        { items: { ...TABLE, schema_reference: { schema_version_number: 1, schema_name: "x" } } },
        {
          items: {
            ...TABLE,
            schema_reference: {
              schema_version_number: 1,
              schema_version_id: "x",
              schema_arn: arn("glue", "schema/a/b"),
            },
          },
        },
      ],
    },
  ],
  [
    "glue-catalog-database",
    "views",
    {
      takes: [
        { v: { sql: "SELECT 1 AS id", columns: [{ name: "id", type: "int" }] } },
        { v: { sql: "SELECT 1", columns: [{ name: "id", type: "array<int>", presto_type: "array(integer)" }] } },
      ],
      refuses: [
        { V: { sql: "SELECT 1 AS id", columns: [{ name: "id", type: "int" }] } },
        { v: { sql: " create view v AS SELECT 1", columns: [{ name: "id", type: "int" }] } },
        { v: { sql: "SELECT 1", columns: [] } },
        { v: { sql: "SELECT 1", columns: ["id", "Id"].map((name) => ({ name, type: "int" })) } },
        { v: { sql: "SELECT 1", columns: [{ name: "id", type: "array<int>" }] } },
      ],
    },
  ],
  [
    "glue-iceberg-table",
    "columns",
    {
      takes: [
        ...["string", "decimal(10, 2)", "decimal(10,2)", "timestamptz", "fixed[16]", '{"type":"list"}'].map((type) => [
          { id: 1, name: "id", type },
        ]),
      ],
      refuses: [
        [],
        ...["bigint", "varchar", "array<string>", "decimal", ""].map((type) => [{ id: 1, name: "id", type }]),
        [{ id: 0, name: "id", type: "int" }],
        [{ id: 1, name: "Id", type: "int" }],
        [1, 2].map((id) => ({ id, name: "id", type: "int" })),
        ["a", "b"].map((name) => ({ id: 1, name, type: "int" })),
      ],
    },
  ],
  [
    "glue-table-optimizer",
    "retention",
    {
      takes: [null, {}, { run_rate_in_hours: 3 }, { run_rate_in_hours: 168, clean_expired_files: true }],
      refuses: [{ run_rate_in_hours: 2 }, { run_rate_in_hours: 169 }, { number_of_snapshots_to_retain: 0 }],
    },
  ],
  [
    "glue-catalog-database",
    "location_uri",
    {
      takes: ["s3://b/x/", "s3a://b", "hdfs://node:8020/x", "file:/x", "", null],
      refuses: ["b/x/", "/b/x", arn("s3", "b"), "://x"],
    },
  ],
  [
    "glue-trigger",
    "starts",
    {
      takes: [[{ job: "orders", arguments: { "--conf": "x" } }], [{ job: "orders", arguments: {} }]],
      refuses: [[{ job: "orders", arguments: { conf: "x" } }]],
    },
  ],
  [
    "glue-trigger",
    "after",
    {
      takes: [
        ["SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT"].map((state) => ({ job: "first", state })),
        ["SUCCEEDED", "FAILED", "CANCELLED"].map((state) => ({ crawler: "first", state })),
        [{ job: "first" }, { crawler: "second" }],
      ],
      refuses: [
        [{ job: "first", state: "SUCCESS" }],
        [{ job: "first", state: "CANCELLED" }],
        [{ job: "first", state: "failed" }],
        [{ crawler: "first", state: "TIMEOUT" }],
        [{ job: arn("glue", "job/first") }],
      ],
    },
  ],
  [
    "glue-role",
    "read_s3",
    {
      takes: [["s3://data", "s3://data/x/", "s3://data.in/x y/z.csv"], []],
      refuses: [
        ["s3://a/x/"],
        ["s3://Data/"],
        ["s3://-data"],
        ["data"],
        ["arn:aws:s3:::data"],
        ["s3://data/*"],
        ["s3:///x"],
      ],
    },
  ],
  [
    "glue-role",
    "aws_managed_policies",
    {
      takes: [
        ["service-role/AWSGlueServiceRole"],
        ["AmazonS3ReadOnlyAccess"],
        ["job-function/ViewOnlyAccess"],
        ["New"],
      ],
      refuses: [
        ["AWSGlueServiceRole"],
        ["AmazonS3ReadOnlyAccess", "ViewOnlyAccess"],
        ["arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"],
        ["/service-role/AWSGlueServiceRole"],
        ["AWSMSKReplicatorExecutionRole"],
        ["AmazonS3ReadOnlyAccess", "Billing"],
      ],
    },
  ],
  [
    "glue-role",
    "policy_arns",
    {
      takes: [{ own: "arn:aws:iam::111111111111:policy/own", aws: "arn:aws-us-gov:iam::aws:policy/service-role/x" }],
      refuses: [{ own: "own" }, { own: ROLE }],
    },
  ],
  [
    "glue-role",
    "account_id",
    { takes: ["012345678901"], refuses: ["12345678901", "arn:aws:iam::111111111111:root", ""] },
  ],
  ["glue-role", "path", { takes: ["/", "/glue/", "/a/b/"], refuses: ["glue", "/glue", "glue/", ""] }],
  [
    "glue-role",
    "permissions_boundary",
    { takes: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "", null], refuses: ["orders", ROLE] },
  ],
  [
    "glue-role",
    "connections",
    {
      takes: [
        [{ name: "db" }],
        [{ name: "db", network: { subnet_id: "subnet-0a1b", security_group_ids: ["sg-1", "sg-0f"] } }],
        [{ name: "db", credentials: { secret_arn: arn("secretsmanager", "secret:db-abcdef") } }],
      ],
      refuses: [
        [{ name: arn("glue", "connection/db") }],
        [{ name: "db", credentials: { secret_arn: "orders/db" } }],
        [{ name: "db", network: { subnet_id: arn("ec2", "subnet/subnet-1"), security_group_ids: [] } }],
        [{ name: "db", network: { subnet_id: "subnet-1", security_group_ids: ["default"] } }],
      ],
    },
  ],
  [
    "glue-role",
    "lake_formation",
    {
      takes: [{ data_locations: ["arn:aws:s3:::lake", arn("s3tables", "bucket/lake")] }, {}, null],
      refuses: [{ data_locations: ["s3://lake/"] }],
    },
  ],
  [
    "iam-role",
    "services",
    {
      takes: [["glue.amazonaws.com", "ec2.amazonaws.com.cn", "logs.eu-west-1.amazonaws.com", "ec2.c2s.ic.gov"]],
      refuses: [["glue"], ["arn:aws:iam::111111111111:root"], [""]],
    },
  ],
  ["iam-role", "source_arns", { takes: [[arn("glue", "job/*")], ["*"]], refuses: [["orders"]] }],
  ["iam-role", "source_account", { takes: ["012345678901", null], refuses: ["12345678901"] }],
  ["glue-deployer", "jobs", { takes: [["orders-*", "a:b"]], refuses: [[arn("glue", "job/orders")], ["*"]] }],
  ["glue-deployer", "vpc_ids", { takes: [["vpc-0a1b"], []], refuses: [["main"], [arn("ec2", "vpc/vpc-1")]] }],
  [
    "glue-iceberg-table",
    "partition_by",
    {
      takes: [
        [{ column: "id", transform: "bucket[16]" }],
        [{ column: "id", transform: "truncate[8]" }],
        [{ column: "id" }, { column: "id", transform: "void" }],
      ],
      refuses: [[{ column: "id", transform: "day" }], [{ column: "id" }, { column: "id", transform: "hour" }]],
    },
  ],
  [
    "glue-deployer",
    "databases",
    { takes: [["orders", "orders_*"]], refuses: [["Orders"], ["orders.*"], [arn("glue", "database/orders")]] },
  ],
  [
    "glue-catalog-database",
    "catalog_id",
    {
      takes: ["012345678901", "111111111111:s3tablescatalog/orders", "", null],
      refuses: ["12345678901", "1234567890123"],
    },
  ],
];

describe.each(RULES)("%s: %s", (module, input, { takes, refuses }) => {
  test.each(takes.map((value) => [JSON.stringify(value), value]))("takes %s", (_, value) => {
    expect(complaint(module, { [input]: value })).toBe("");
  });

  test.each(refuses.map((value) => [JSON.stringify(value), value]))("refuses %s, by its name", (_, value) => {
    expect(complaint(module, { [input]: value })).toContain(input);
  });
});

test("in TypeScript each policy of AWS is told with its own path, and only there", () => {
  expect(complaint("iam-role", { aws_managed_policies: ["AWSBatchServiceRole"] })).toContain(
    'write "service-role/AWSBatchServiceRole", not "AWSBatchServiceRole"',
  );
  const text = readFileSync(join(GENERATED, "modules/iam-role/variables.tf"), "utf8");
  expect(text).toContain("AWSLambdaBasicExecutionRole");
  expect(text).not.toContain("AWSBatchServiceRole");
});

test("the paths of AWS's policies are those of their ARNs", () => {
  const names = new Map(Object.entries(table.policies).map(([path, text]) => [path, text.split(" ")]));
  for (const [path, below] of Object.entries(POLICIES_BELOW_PATHS))
    expect([path, below]).toEqual([path, names.get(path)]);
  // What a person can attach has no other path: these are of service-linked roles, and of sessions of root.
  expect([...names.keys()].filter((path) => !(path in POLICIES_BELOW_PATHS))).toEqual([
    "",
    "aws-service-role/",
    "root-task/",
  ]);
});

const SETTINGS_OF_SPARK: readonly Inputs[] = [
  { auto_scaling: true },
  { datalake_formats: ["iceberg"] },
  { log_group: "/orders" },
  { spark_conf: { "spark.ui.enabled": "false" } },
  { spark_ui_logs_path: "s3://example-logs/" },
];

/** Module, what is refused together, and the input that the message names. */
const TOGETHER: readonly (readonly [string, Inputs, string])[] = [
  ["glue-job", { type: "streaming", number_of_workers: 1 }, "number_of_workers"],
  ["glue-job", { type: "python_shell", max_capacity: 2 }, "max_capacity"],
  ["glue-job", { type: "python_shell", max_capacity: 0.5 }, "max_capacity"],
  ["glue-job", { worker_type: "G.025X" }, "worker_type"],
  ["glue-job", { type: "ray", worker_type: "R.1X" }, "worker_type"],
  ["glue-job", { type: "python_shell", worker_type: "G.2X" }, "worker_type"],
  ["glue-job", { type: "python_shell", number_of_workers: 3 }, "number_of_workers"],
  ["glue-job", { python_version: "3.9" }, "python_version"],
  ["glue-job", { type: "streaming", python_version: "3.9" }, "python_version"],
  ["glue-job", { type: "ray", glue_version: null }, "glue_version is required"],
  ["glue-job", { type: "streaming", execution_class: "FLEX" }, "execution_class"],
  ["glue-job", { type: "python_shell", execution_class: "FLEX" }, "execution_class"],
  ["glue-job", { glue_version: "2.0", execution_class: "FLEX" }, "execution_class"],
  ["glue-job", { type: "streaming", glue_version: "4.0", max_capacity: 10 }, "max_capacity"],
  ["glue-job", { type: "ray", worker_type: "Z.2X", max_capacity: 2 }, "max_capacity is only for"],
  ...["python_shell", "ray"].flatMap((type) =>
    SETTINGS_OF_SPARK.map((inputs): readonly [string, Inputs, string] => [
      "glue-job",
      { type, ...inputs },
      `${Object.keys(inputs)[0]}`,
    ]),
  ),
  ["glue-job", { default_arguments: { "--Log-Group": "/x" } }, "--Log-Group with log_group"],
  ["glue-job", { non_overridable_arguments: { "--spark_conf": "x" } }, "--spark_conf with spark_conf"],
  ["glue-crawler", { recrawl_behavior: "CRAWL_EVENT_MODE" }, "event_queue_arn"],
  ["glue-crawler", { catalog_targets: [{ database_name: "orders", tables: ["items"] }] }, "catalog_targets"],
  ["glue-crawler", { output_settings: { new_columns_only: true }, configuration: "{}" }, "cannot be used together"],
  ...[{ table_level: 2 }, { combine_compatible_schemas: true }].map(
    (output_settings): readonly [string, Inputs, string] => [
      "glue-crawler",
      { s3_targets: [], catalog_targets: [{ database_name: "orders", tables: ["items"] }], output_settings },
      "cannot group tables",
    ],
  ),
  ["glue-trigger", { event_batching: {} }, "workflow_name"],
  ["glue-crawler", { recrawl_behavior: "CRAWL_NEW_FOLDERS_ONLY" }, "recrawl_behavior"],
  [
    "glue-crawler",
    { recrawl_behavior: "CRAWL_NEW_FOLDERS_ONLY", update_behavior: "LOG", delete_behavior: "DEPRECATE_IN_DATABASE" },
    "recrawl_behavior",
  ],
  [
    "glue-crawler",
    {
      s3_targets: [],
      catalog_targets: [{ database_name: "orders", tables: ["items"] }],
      delete_behavior: "DELETE_FROM_DATABASE",
    },
    "catalog_targets",
  ],
];

test.each(TOGETHER)("%s refuses %j", (module, inputs, named) => {
  expect(complaint(module, inputs)).toContain(named);
});

test.each<readonly [string, Inputs]>([
  ["glue-job", { type: "streaming", worker_type: "G.025X", timeout: 0 }],
  ["glue-job", { type: "ray", worker_type: "Z.2X", number_of_workers: 1, runtime: "Ray2.4" }],
  ["glue-job", { type: "ray", runtime: "Ray2.4", python_version: "3.9" }],
  ["glue-job", { type: "python_shell", max_capacity: 0.0625, python_version: "3.9" }],
  ["glue-job", { type: "python_shell", number_of_workers: 2, glue_version: null }],
  ["glue-job", { max_capacity: 10, number_of_workers: 1, glue_version: "1.0" }],
  ["glue-job", { execution_class: "FLEX" }],
  ["glue-crawler", { recrawl_behavior: "CRAWL_NEW_FOLDERS_ONLY", update_behavior: "LOG" }],
  [
    "glue-crawler",
    {
      s3_targets: [{ path: "s3://b/" }, { path: "s3://b/x/", event_queue_arn: arn("sqs", "orders") }],
      recrawl_behavior: "CRAWL_EVENT_MODE",
      delete_behavior: "DEPRECATE_IN_DATABASE",
    },
  ],
  ["glue-crawler", { s3_targets: [], catalog_targets: [{ database_name: "orders", tables: ["items"] }] }],
  [
    "glue-crawler",
    {
      s3_targets: [],
      catalog_targets: [{ database_name: "orders", tables: ["items"] }],
      output_settings: { new_columns_only: true, table_threshold: 3 },
    },
  ],
  ["glue-job", { execution_class: "STANDARD", glue_version: "2.0" }],
  ["glue-job", Object.assign({}, ...SETTINGS_OF_SPARK)],
  ["glue-job", { type: "python_shell", auto_scaling: false, spark_conf: {}, datalake_formats: [], log_group: null }],
  ["glue-trigger", { event_batching: {}, workflow_name: "orders" }],
])("%s takes %j", (module, inputs) => {
  expect(complaint(module, inputs)).toBe("");
});

test.each<readonly [string, Inputs, Inputs]>([
  [
    "Glue 5.0",
    { log_group: "/x", datalake_formats: ["iceberg", "hudi"] },
    { "--custom-logGroup-prefix": "/x", "--datalake-formats": "iceberg,hudi" },
  ],
  [
    "Glue 4.0",
    { glue_version: "4.0", log_group: "/x" },
    { "--continuous-log-logGroup": "/x", "--enable-continuous-cloudwatch-log": "true" },
  ],
  ["Glue 10.0", { glue_version: "10.0", spark_conf: { a: "1", b: "2" } }, { "--conf": "a=1 --conf b=2" }],
])("an inlined job of %s has its arguments as they are, without expressions", (_, inputs, own) => {
  const stack = new TerraformStack(new App(), "stack");
  const given = { ...CORRECT["glue-job"], ...inputs, default_arguments: { "--stage": "test" } };
  pack.glueJob.inline(stack, "call", given as never);
  const { resource } = stack.toTerraform() as { resource: { aws_glue_job: { call: { default_arguments: unknown } } } };
  expect(resource.aws_glue_job.call.default_arguments).toEqual({
    ...own,
    "--enable-glue-datacatalog": "true",
    "--enable-job-insights": "true",
    "--enable-metrics": "true",
    "--stage": "test",
  });
});

test("every module of the table is there", () => {
  for (const module of Object.keys(CORRECT)) expect(definitionOf(module).name).toBe(module);
});
