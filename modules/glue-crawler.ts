/** A crawler and its targets. Over 400 lines, because each argument of the eight kinds of targets is a variable here. */
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import {
  add,
  and,
  blocks,
  bool,
  defineModule,
  type Expr,
  each,
  eq,
  fn,
  gt,
  isNotNull,
  isNull,
  type ListExpr,
  list,
  local,
  type Nullable,
  ne,
  not,
  nullOrValid,
  number,
  type ObjectExpr,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  type TestFile,
  when,
} from "tfwright";
import { accountNumber, queueArn, s3Uri, s3Uris } from "./arns";
import { offline, providers, region, tags } from "./aws";
import { checkovNote } from "./checkov-findings";
import { outputSettings, settingsAsJson } from "./crawler-output";
import { glueCrawlerJa } from "./ja/glue-crawler";
import { between, connectionNameRule, databaseName, noArn, notEmpty, optionalConnectionName, shapeOf } from "./rules";
import { optionalScheduleRules } from "./schedule";

const connectionName = (input: string) =>
  optional(
    string({
      description: "Name of the connection to the target",
      validate: [optionalConnectionName(`connection_name of ${input}`)],
    }),
  );
const eventQueue = optional(
  string({
    description: "ARN of the SQS queue with the target's S3 events, which are read with `CRAWL_EVENT_MODE` alone",
    validate: [queueArn("event_queue_arn")],
  }),
);
interface Queues {
  readonly event_queue_arn: Nullable<Expr<string>>;
  readonly dlq_event_queue_arn: Nullable<Expr<string>>;
}
const deadLetterQueue = optional(
  string({
    description: "ARN of the SQS queue for events that could not be processed",
    validate: [queueArn("dlq_event_queue_arn")],
  }),
);
/** A crawler reads everything below a path, and takes a `*` in it as a letter. */
const noPattern = (input: string) => ({
  condition: (path: Expr<string>) => not(fn.can(fn.regex("^s3a?://.*[*]", path))),
  message: `${input} must not contain *: a crawler reads everything below "s3://bucket/folder/". Patterns are for exclusions.`,
});
const folders = <const D extends string>(input: string, description: D) =>
  list(string({ validate: [s3Uris(input, "s3://bucket/folder/"), noPattern(input)] }), {
    description,
    validate: [notEmpty(input, "folder")],
  });

const relativePattern = {
  condition: (pattern: Expr<string>) => not(fn.can(fn.regex("^s3:", pattern))),
  message: 'exclusions of s3_targets are relative to path, and must not start with "s3://": "**/_temporary/**".',
};

/** A queue for what could not be processed of another queue. */
const deadLettersOfAQueue = (input: string) => ({
  condition: (target: ObjectExpr<Queues>) => or(isNull(target.dlq_event_queue_arn), isNotNull(target.event_queue_arn)),
  message: `dlq_event_queue_arn of ${input} needs event_queue_arn, the queue with the S3 events: without it the crawler reads no events.`,
});

/** The wildcard of paths is %, as in SQL. With another one, or a slash in front, the crawler finds nothing. */
const placeOfTables = (input: string, example: string) => ({
  condition: (place: Expr<string>) => not(fn.can(fn.regex("^/|[*]", place))),
  message: `${input} starts with the name of the database, without a slash in front, and has % for all, not *: "${example}".`,
});

/** A place in a database. Callers often write its URL, which belongs to the connection. */
const placeIn = (input: string, example: string) => ({
  condition: (place: Expr<string>) => not(fn.can(fn.regex("://", place))),
  message: `${input} must be a place in the database, such as "${example}", not a URL. The connection has the URL.`,
});

const lakeTargets = (input: string, format: string) =>
  list(
    object({
      paths: folders(`paths of ${input}`, "S3 folders to crawl: `s3://bucket/folder/`"),
      maximum_traversal_depth: number({
        description: "How deep below each path the crawler looks, 1 to 20",
        validate: [between(`maximum_traversal_depth of ${input}`, { lowest: 1, highest: 20 })],
      }),
      exclusions: optional(list(string(), { description: "Glob patterns to exclude" }), []),
      connection_name: connectionName(input),
    }),
    { description: `${format} tables to crawl.`, default: [] },
  );

/** Each way to group tables. */
const groupings: readonly NonNullable<TestFile["variables"]>[] = [
  { output_settings: { table_level: 2 } },
  { output_settings: { combine_compatible_schemas: true } },
  { configuration: '{"Version":1.0,"Grouping":{"TableLevelConfiguration":2}}' },
];

export const glueCrawler = defineModule({
  name: "glue-crawler",
  wrapper: true,
  differences: [
    {
      input: "delete_behavior",
      theirs: "DEPRECATE_IN_DATABASE",
      ours: "LOG",
      undo: 'delete_behavior = "DEPRECATE_IN_DATABASE"',
    },
  ],
  iam: [
    'The crawler\'s role reads the targets and writes tables. Create it with `glue-role`: set `used_by = ["crawler"]`, `read_s3` and `write_tables`.',
    "If targets use connections (`jdbc_targets`, `mongodb_targets`, `connection_name`), name each connection in `connections` of `glue-role`, with its secret and its network. Otherwise the crawler cannot reach the database or log in to it.",
    "`glue-role` has no variable for DynamoDB. For `dynamodb_targets`, allow `dynamodb:DescribeTable` and `dynamodb:Scan` on the tables with its `inline_policies`.",
    "To apply this module you need `iam:PassRole` on the ARN of that role, including its path, limited to `glue.amazonaws.com`.",
  ],
  notes: [
    "A trigger that runs a job `after` this crawler does not fire for runs that the crawler's own `schedule` starts. AWS Glue fires it only if another trigger started the crawler. For a chain, leave `schedule` out and start the crawler with a scheduled `glue-trigger`. The README of `glue-trigger` shows both triggers.",
    checkovNote("glue-crawler", "en"),
  ],
  examples: {
    basic: {
      description: "A crawler for one folder that runs every night.",
      inputs: {
        name: "orders",
        role_arn: "arn:aws:iam::111111111111:role/orders-crawler-role",
        database_name: "orders",
        s3_targets: [{ path: "s3://example-data/orders/", exclusions: ["**/_temporary/**"] }],
        schedule: "cron(15 1 * * ? *)",
      },
    },
    adopt: {
      description:
        "Takes over a hand-written crawler without a change. If a default differs from AWS's default, an input sets AWS's value.",
      inputs: {
        name: "orders",
        role_arn: "arn:aws:iam::111111111111:role/orders-crawler-role",
        database_name: "orders",
        s3_targets: [{ path: "s3://example-data/orders/" }],
        delete_behavior: "DEPRECATE_IN_DATABASE",
      },
      moved: [{ from: "aws_glue_crawler.orders", to: "aws_glue_crawler.this" }],
    },
  },
  tests: {
    crawler: {
      providers: offline,
      variables: { name: "orders", role_arn: "arn:aws:iam::111111111111:role/orders", database_name: "orders" },
      runs: [
        {
          name: "s3",
          variables: { s3_targets: [{ path: "s3://example-data/orders/", sample_size: 5 }] },
          assert: [
            { condition: 'aws_glue_crawler.this.s3_target[0].path == "s3://example-data/orders/"', message: "path" },
            { condition: "aws_glue_crawler.this.s3_target[0].sample_size == 5", message: "sample size" },
            {
              condition: 'aws_glue_crawler.this.schema_change_policy[0].delete_behavior == "LOG"',
              message: "delete behavior",
            },
            { condition: "length(aws_glue_crawler.this.jdbc_target) == 0", message: "no other target" },
          ],
        },
        {
          name: "each_other_kind",
          variables: {
            jdbc_targets: [{ connection_name: "db", path: "orders/%" }],
            delta_targets: [{ delta_tables: ["s3://example-data/delta/"], write_manifest: false }],
            iceberg_targets: [{ paths: ["s3://example-data/iceberg/"], maximum_traversal_depth: 3 }],
            hudi_targets: [{ paths: ["s3://example-data/hudi/"], maximum_traversal_depth: 3 }],
            dynamodb_targets: [{ path: "orders" }],
            mongodb_targets: [{ connection_name: "mongo", path: "orders/items" }],
            lake_formation_configuration: { account_id: "111111111111" },
          },
          assert: [
            { condition: 'aws_glue_crawler.this.jdbc_target[0].path == "orders/%"', message: "jdbc" },
            { condition: "aws_glue_crawler.this.delta_target[0].write_manifest == false", message: "delta" },
            { condition: "aws_glue_crawler.this.iceberg_target[0].maximum_traversal_depth == 3", message: "iceberg" },
            { condition: "aws_glue_crawler.this.hudi_target[0].maximum_traversal_depth == 3", message: "hudi" },
            { condition: "aws_glue_crawler.this.dynamodb_target[0].scan_all", message: "dynamodb" },
            { condition: "aws_glue_crawler.this.mongodb_target[0].scan_all", message: "mongodb" },
            {
              condition: "aws_glue_crawler.this.lake_formation_configuration[0].use_lake_formation_credentials",
              message: "lake formation",
            },
          ],
        },
        {
          name: "tables_of_the_catalog",
          variables: { catalog_targets: [{ database_name: "orders", tables: ["items"] }] },
          assert: [{ condition: 'aws_glue_crawler.this.catalog_target[0].tables[0] == "items"', message: "catalog" }],
        },
        { name: "a_target_is_required", expectFailures: ["aws_glue_crawler.this"] },
        {
          name: "names_and_paths_instead_of_arns_and_uris",
          variables: {
            role_arn: "arn:aws:iam::111111111111:policy/orders",
            database_name: "111111111111:orders",
            s3_targets: [{ path: "example-data/orders/" }],
            jdbc_targets: [{ connection_name: "arn:aws:glue:eu-west-1:111111111111:connection/db", path: "orders/%" }],
            catalog_targets: [{ database_name: "orders", tables: ["items"], dlq_event_queue_arn: "orders" }],
            delta_targets: [{ delta_tables: ["example-data/delta/"], write_manifest: false }],
            iceberg_targets: [{ paths: ["arn:aws:s3:::example-data/iceberg/"], maximum_traversal_depth: 3 }],
            hudi_targets: [{ paths: ["example-data"], maximum_traversal_depth: 3 }],
            schedule: "rate(1 day)",
            configuration: "Version = 1.0",
            lake_formation_configuration: { account_id: "11111111111" },
          },
          expectFailures: [
            "var.role_arn",
            "var.database_name",
            "var.s3_targets",
            "var.jdbc_targets",
            "var.catalog_targets",
            "var.delta_targets",
            "var.iceberg_targets",
            "var.hudi_targets",
            "var.schedule",
            "var.configuration",
            "var.lake_formation_configuration",
          ],
        },
        {
          name: "behaviors_that_aws_rejects_together",
          variables: { s3_targets: [{ path: "s3://x/" }], recrawl_behavior: "CRAWL_NEW_FOLDERS_ONLY" },
          expectFailures: ["aws_glue_crawler.this"],
        },
        {
          name: "events_come_from_a_queue",
          variables: { s3_targets: [{ path: "s3://x/" }], recrawl_behavior: "CRAWL_EVENT_MODE" },
          expectFailures: ["aws_glue_crawler.this"],
        },
        {
          name: "a_dead_letter_queue_is_of_a_queue",
          variables: {
            s3_targets: [{ path: "s3://x/", dlq_event_queue_arn: "arn:aws:sqs:eu-west-1:111111111111:failed" }],
          },
          expectFailures: ["var.s3_targets"],
        },
        {
          name: "a_dead_letter_queue_is_of_a_queue_of_tables",
          variables: {
            catalog_targets: [
              {
                database_name: "orders",
                tables: ["a"],
                dlq_event_queue_arn: "arn:aws:sqs:eu-west-1:111111111111:failed",
              },
            ],
          },
          expectFailures: ["var.catalog_targets"],
        },
        ...["/orders/%", "orders/*", "orders/public/*"].map((path, index) => ({
          name: `places_of_tables_${index}`,
          variables: { jdbc_targets: [{ connection_name: "db", path }] },
          expectFailures: ["var.jdbc_targets"],
        })),
        {
          name: "places_of_tables",
          variables: {
            jdbc_targets: ["orders/%", "orders/public/%", "ORCL/SALES/ITEMS", "orders/fact%"].map((path) => ({
              connection_name: "db",
              path,
            })),
          },
          assert: [{ condition: "length(aws_glue_crawler.this.jdbc_target) == 4", message: "as given" }],
        },
        {
          name: "events_of_a_table",
          variables: {
            catalog_targets: [
              { database_name: "orders", tables: ["a"], event_queue_arn: "arn:aws:sqs:eu-west-1:111111111111:orders" },
            ],
            recrawl_behavior: "CRAWL_EVENT_MODE",
          },
          assert: [
            {
              condition: 'aws_glue_crawler.this.recrawl_policy[0].recrawl_behavior == "CRAWL_EVENT_MODE"',
              message: "behavior",
            },
          ],
        },
        {
          name: "tables_stand_alone",
          variables: {
            s3_targets: [{ path: "s3://x/" }],
            catalog_targets: [{ database_name: "orders", tables: ["items"] }],
          },
          expectFailures: ["aws_glue_crawler.this"],
        },
        {
          name: "databases_are_in_lower_case",
          variables: {
            database_name: "Orders",
            catalog_targets: [{ database_name: "my Orders", tables: ["items"] }],
          },
          expectFailures: ["var.database_name", "var.catalog_targets"],
        },
        {
          name: "numbers_have_bounds",
          variables: {
            s3_targets: [{ path: "s3://x/", sample_size: 250 }],
            dynamodb_targets: [{ path: "orders", scan_rate: 2 }],
            iceberg_targets: [{ paths: ["s3://x/"], maximum_traversal_depth: 0 }],
          },
          expectFailures: ["var.s3_targets", "var.dynamodb_targets", "var.iceberg_targets"],
        },
        {
          name: "places_are_no_urls",
          variables: {
            s3_targets: [{ path: "s3://x/", exclusions: ["s3://x/_temporary/**"] }],
            jdbc_targets: [{ connection_name: "db", path: "jdbc:postgresql://db:5432/orders" }],
            mongodb_targets: [{ connection_name: "db", path: "mongodb://db/orders" }],
          },
          expectFailures: ["var.s3_targets", "var.jdbc_targets", "var.mongodb_targets"],
        },
        {
          name: "new_folders_only",
          variables: {
            s3_targets: [{ path: "s3://x/" }],
            recrawl_behavior: "CRAWL_NEW_FOLDERS_ONLY",
            update_behavior: "LOG",
          },
          assert: [
            {
              condition: 'aws_glue_crawler.this.recrawl_policy[0].recrawl_behavior == "CRAWL_NEW_FOLDERS_ONLY"',
              message: "behavior",
            },
          ],
        },
        {
          name: "settings_become_json",
          variables: {
            s3_targets: [{ path: "s3://x/" }],
            output_settings: {
              new_columns_only: true,
              inherit_partition_schema: true,
              combine_compatible_schemas: true,
              table_level: 3,
              table_threshold: 10,
              create_partition_indexes: false,
            },
          },
          assert: [
            {
              condition: `jsondecode(aws_glue_crawler.this.configuration) == jsondecode(${JSON.stringify(
                JSON.stringify({
                  Version: 1,
                  CreatePartitionIndex: false,
                  CrawlerOutput: {
                    Partitions: { AddOrUpdateBehavior: "InheritFromTable" },
                    Tables: { AddOrUpdateBehavior: "MergeNewColumns", TableThreshold: 10 },
                  },
                  Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas", TableLevelConfiguration: 3 },
                }),
              )})`,
              message: "all settings",
            },
          ],
        },
        {
          name: "settings_that_are_left_out",
          variables: { s3_targets: [{ path: "s3://x/" }], output_settings: { new_columns_only: true } },
          assert: [
            {
              condition:
                'aws_glue_crawler.this.configuration == jsonencode({ CrawlerOutput = { Tables = { AddOrUpdateBehavior = "MergeNewColumns" } }, Version = 1 })',
              message: "only what was given",
            },
          ],
        },
        {
          name: "settings_and_json",
          variables: {
            s3_targets: [{ path: "s3://x/" }],
            output_settings: { new_columns_only: true },
            configuration: '{"Version":1.0}',
          },
          expectFailures: ["aws_glue_crawler.this"],
        },
        ...groupings.map((variables, index) => ({
          name: `tables_of_the_catalog_are_not_grouped_${index}`,
          variables: { ...variables, catalog_targets: [{ database_name: "orders", tables: ["items"] }] },
          expectFailures: ["aws_glue_crawler.this"],
        })),
        {
          name: "settings_have_bounds",
          variables: { s3_targets: [{ path: "s3://x/" }], output_settings: { table_level: 0, table_threshold: 1.5 } },
          expectFailures: ["var.output_settings"],
        },
        {
          name: "an_unknown_behavior_is_rejected",
          variables: { s3_targets: [{ path: "s3://x/" }], delete_behavior: "KEEP" },
          expectFailures: ["var.delete_behavior"],
        },
      ],
    },
  },
  translations: { ja: glueCrawlerJa },
  title: "AWS Glue crawler",
  description:
    "A Glue crawler for any number of targets of eight kinds, with its schedule and its schema change policy.",
  providers,
  variables: {
    name: string({
      description: "Name of the crawler.",
      validate: [
        { condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." },
      ],
    }),
    role_arn: string({
      description:
        "ARN of the role that the crawler assumes. Use the `arn` output of `glue-role`, so that the crawler is created after the role's policies. AWS also takes the name of a role with its path, `orders` or `glue/orders`, but with a name Terraform does not wait for the policies.",
      validate: [
        shapeOf(
          "^(arn:[^:]+:iam::[0-9]{12}:role/.+|[\\w+=,.@/-]+)$",
          'role_arn takes the ARN of a role, with its path: "arn:aws:iam::111111111111:role/NAME". Use the arn output of glue-role. The name of a role is possible too, but nothing else.',
        ),
      ],
    }),
    database_name: string({
      description:
        "Name of the catalog database that the crawler writes tables to. Use the `name` output of `glue-catalog-database`.",
      validate: [databaseName("database_name")],
    }),
    description: optional(string({ description: "What the crawler is for." })),
    s3_targets: list(
      object(
        {
          path: string({
            description: "S3 URI to crawl: `s3://bucket/folder/`",
            validate: [s3Uri("path of s3_targets", "s3://bucket/folder/"), noPattern("path of s3_targets")],
          }),
          exclusions: optional(
            list(string({ validate: [relativePattern] }), {
              description: "Glob patterns to exclude, relative to `path`",
            }),
            [],
          ),
          sample_size: optional(
            number({
              description: "Files to read in each leaf folder, 1 to 249. All if null",
              validate: [between("sample_size of s3_targets", { lowest: 1, highest: 249 })],
            }),
          ),
          connection_name: connectionName("s3_targets"),
          event_queue_arn: eventQueue,
          dlq_event_queue_arn: deadLetterQueue,
        },
        { validate: [deadLettersOfAQueue("s3_targets")] },
      ),
      { description: "S3 folders to crawl.", default: [] },
    ),
    jdbc_targets: list(
      object({
        connection_name: string({
          description: "Name of the JDBC connection",
          validate: [connectionNameRule("connection_name of jdbc_targets")],
        }),
        path: string({
          description: "`database/schema/table`, with `%` for all",
          validate: [
            placeIn("path of jdbc_targets", "orders/public/%"),
            placeOfTables("path of jdbc_targets", "orders/public/%"),
          ],
        }),
        exclusions: optional(list(string(), { description: "Glob patterns to exclude" }), []),
        enable_additional_metadata: optional(list(string(), { description: "`COMMENTS`, `RAWTYPES`" }), []),
      }),
      { description: "Databases to crawl over JDBC.", default: [] },
    ),
    catalog_targets: list(
      object(
        {
          database_name: string({
            description: "Catalog database",
            validate: [databaseName("database_name of catalog_targets")],
          }),
          tables: list(
            string({
              validate: [
                shapeOf(
                  "^[^A-Z]+$",
                  "tables of catalog_targets takes names in lower case, because AWS Glue stores them so.",
                ),
              ],
            }),
            {
              description: "Tables whose data is crawled",
              validate: [notEmpty("tables of catalog_targets", "table")],
            },
          ),
          connection_name: connectionName("catalog_targets"),
          event_queue_arn: eventQueue,
          dlq_event_queue_arn: deadLetterQueue,
        },
        {
          validate: [
            deadLettersOfAQueue("catalog_targets"),
            {
              condition: (target) =>
                fn.alltrue(each(target.tables, (table) => not(fn.startswith(table, `${target.database_name}.`)))),
              message:
                'tables of catalog_targets takes names of tables without their database: "items". The database is in database_name.',
            },
          ],
        },
      ),
      {
        description:
          'Tables of the Data Catalog to crawl. AWS requires `delete_behavior = "LOG"` with them, and no other targets.',
        default: [],
      },
    ),
    delta_targets: list(
      object({
        delta_tables: folders("delta_tables of delta_targets", "S3 folders of Delta tables: `s3://bucket/folder/`"),
        write_manifest: bool({ description: "Whether the crawler writes manifest files into the tables' folders" }),
        create_native_delta_table: optional(
          bool({ description: "Whether the table is created as a native Delta table" }),
        ),
        connection_name: connectionName("delta_targets"),
      }),
      { description: "Delta Lake tables to crawl.", default: [] },
    ),
    iceberg_targets: lakeTargets("iceberg_targets", "Iceberg"),
    hudi_targets: lakeTargets("hudi_targets", "Hudi"),
    dynamodb_targets: list(
      object({
        path: string({
          description: "Name of the table",
          validate: [noArn("path of dynamodb_targets", "table")],
        }),
        scan_all: optional(bool({ description: "Whether the crawler reads all records, or only a sample" }), true),
        scan_rate: optional(
          number({
            description: "Share of the read capacity to use, 0.1 to 1.5. AWS's default if null",
            validate: [between("scan_rate of dynamodb_targets", { lowest: 0.1, highest: 1.5 })],
          }),
        ),
      }),
      { description: "DynamoDB tables to crawl.", default: [] },
    ),
    mongodb_targets: list(
      object({
        connection_name: string({
          description: "Name of the connection to MongoDB or DocumentDB",
          validate: [connectionNameRule("connection_name of mongodb_targets")],
        }),
        path: string({
          description: "`database/collection`",
          validate: [placeIn("path of mongodb_targets", "orders/items")],
        }),
        scan_all: optional(bool({ description: "Whether the crawler reads all records, or only a sample" }), true),
      }),
      { description: "MongoDB or DocumentDB collections to crawl.", default: [] },
    ),
    schedule: optional(
      string({
        description:
          "When the crawler runs, in UTC: `cron(15 12 * * ? *)`. On demand if null. Leave it out if a trigger runs jobs `after` this crawler: AWS Glue fires such a trigger only if another trigger started the crawler.",
        validate: optionalScheduleRules,
      }),
    ),
    table_prefix: optional(string({ description: "Prefix of the name of each table." })),
    classifiers: list(string({ validate: [noArn("Each element of classifiers", "classifier")] }), {
      description: "Names of custom classifiers. AWS tries them in this order, before the built-in classifiers.",
      default: [],
    }),
    output_settings: outputSettings,
    configuration: optional(
      string({
        description:
          "Configuration of the crawler as JSON, for settings that `output_settings` does not have: `jsonencode({ Version = 1.0, ... })`.",
        validate: [
          {
            condition: (json) => fn.can(fn.jsondecode(json)),
            message: "configuration must be JSON: write jsonencode({ Version = 1.0, ... }).",
          },
        ],
      }),
    ),
    security_configuration: optional(
      string({
        description: "Name of the security configuration.",
        validate: [noArn("security_configuration", "security configuration")],
      }),
    ),
    delete_behavior: oneOf(["LOG", "DELETE_FROM_DATABASE", "DEPRECATE_IN_DATABASE"], {
      description:
        "What happens to a table whose data is gone: `LOG` only logs it, `DELETE_FROM_DATABASE` deletes the table, `DEPRECATE_IN_DATABASE` marks it as deprecated.",
      default: "LOG",
    }),
    update_behavior: oneOf(["LOG", "UPDATE_IN_DATABASE"], {
      description:
        "What happens to a table whose schema changed: `LOG` only logs it, `UPDATE_IN_DATABASE` updates the table.",
      default: "UPDATE_IN_DATABASE",
    }),
    recrawl_behavior: oneOf(["CRAWL_EVERYTHING", "CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE"], {
      description:
        "What the next run reads: `CRAWL_EVERYTHING`, `CRAWL_NEW_FOLDERS_ONLY`, or `CRAWL_EVENT_MODE` (what S3 events name, from the queue in `event_queue_arn`). With `CRAWL_NEW_FOLDERS_ONLY`, AWS requires `LOG` for `delete_behavior` and `update_behavior`.",
      default: "CRAWL_EVERYTHING",
    }),
    lineage_enabled: bool({ description: "Whether the crawler records data lineage.", default: false }),
    lake_formation_configuration: optional(
      object(
        {
          use_lake_formation_credentials: optional(
            bool({ description: "Whether the crawler reads with Lake Formation credentials" }),
            true,
          ),
          account_id: optional(
            string({
              description: "Account of the data, if it is another account",
              validate: [accountNumber("account_id of lake_formation_configuration")],
            }),
          ),
        },
        { description: "Settings to read the data with Lake Formation permissions." },
      ),
    ),
    region,
    tags,
  },
  build(scope, v) {
    const others = local(
      scope,
      "other_targets",
      [
        v.s3_targets,
        v.jdbc_targets,
        v.delta_targets,
        v.iceberg_targets,
        v.hudi_targets,
        v.dynamodb_targets,
        v.mongodb_targets,
      ]
        .map((targets) => fn.length(targets))
        .reduce((sum, length) => add(sum, length)),
      { comment: "The number of targets that are not tables of the Data Catalog" },
    );
    const settings = settingsAsJson(scope, v.output_settings, v.configuration);
    const hasQueue = (items: ListExpr<ObjectExpr<{ readonly event_queue_arn: Nullable<Expr<string>> }>>) =>
      fn.anytrue(each(items, (target) => isNotNull(target.event_queue_arn)));
    const crawler = resource(
      scope,
      GlueCrawler,
      "this",
      {
        name: v.name,
        description: v.description,
        databaseName: v.database_name,
        role: v.role_arn,
        schedule: v.schedule,
        tablePrefix: v.table_prefix,
        classifiers: v.classifiers,
        configuration: settings.json,
        securityConfiguration: v.security_configuration,
        region: v.region,
        tags: v.tags,
        s3Target: blocks(v.s3_targets, (target) => ({
          path: target.path,
          exclusions: target.exclusions,
          sampleSize: target.sample_size,
          connectionName: target.connection_name,
          eventQueueArn: target.event_queue_arn,
          dlqEventQueueArn: target.dlq_event_queue_arn,
        })),
        jdbcTarget: blocks(v.jdbc_targets, (target) => ({
          connectionName: target.connection_name,
          path: target.path,
          exclusions: target.exclusions,
          enableAdditionalMetadata: target.enable_additional_metadata,
        })),
        catalogTarget: blocks(v.catalog_targets, (target) => ({
          databaseName: target.database_name,
          tables: target.tables,
          connectionName: target.connection_name,
          eventQueueArn: target.event_queue_arn,
          dlqEventQueueArn: target.dlq_event_queue_arn,
        })),
        deltaTarget: blocks(v.delta_targets, (target) => ({
          deltaTables: target.delta_tables,
          writeManifest: target.write_manifest,
          createNativeDeltaTable: target.create_native_delta_table,
          connectionName: target.connection_name,
        })),
        icebergTarget: blocks(v.iceberg_targets, (target) => ({
          paths: target.paths,
          maximumTraversalDepth: target.maximum_traversal_depth,
          exclusions: target.exclusions,
          connectionName: target.connection_name,
        })),
        hudiTarget: blocks(v.hudi_targets, (target) => ({
          paths: target.paths,
          maximumTraversalDepth: target.maximum_traversal_depth,
          exclusions: target.exclusions,
          connectionName: target.connection_name,
        })),
        dynamodbTarget: blocks(v.dynamodb_targets, (target) => ({
          path: target.path,
          scanAll: target.scan_all,
          scanRate: target.scan_rate,
        })),
        mongodbTarget: blocks(v.mongodb_targets, (target) => ({
          connectionName: target.connection_name,
          path: target.path,
          scanAll: target.scan_all,
        })),
        schemaChangePolicy: { deleteBehavior: v.delete_behavior, updateBehavior: v.update_behavior },
        recrawlPolicy: { recrawlBehavior: v.recrawl_behavior },
        lineageConfiguration: { crawlerLineageSettings: when(v.lineage_enabled, "ENABLE", "DISABLE") },
        lakeFormationConfiguration: optionalBlock(v.lake_formation_configuration, (lake) => ({
          useLakeFormationCredentials: lake.use_lake_formation_credentials,
          accountId: lake.account_id,
        })),
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: gt(add(others, fn.length(v.catalog_targets)), 0),
              message:
                "The crawler needs at least one target: s3_targets, jdbc_targets, catalog_targets, delta_targets, iceberg_targets, hudi_targets, dynamodb_targets or mongodb_targets.",
            },
            {
              condition: or(
                ne(v.recrawl_behavior, "CRAWL_NEW_FOLDERS_ONLY"),
                and(eq(v.delete_behavior, "LOG"), eq(v.update_behavior, "LOG")),
              ),
              message:
                'recrawl_behavior = "CRAWL_NEW_FOLDERS_ONLY" needs delete_behavior = "LOG" and update_behavior = "LOG": AWS rejects other values.',
            },
            {
              condition: or(eq(fn.length(v.catalog_targets), 0), eq(v.delete_behavior, "LOG")),
              message: 'catalog_targets need delete_behavior = "LOG": AWS rejects other values.',
            },
            {
              condition: or(eq(fn.length(v.catalog_targets), 0), eq(others, 0)),
              message: "A crawler with catalog_targets cannot have other targets. Make a second crawler for them.",
            },
            {
              condition: or(isNull(v.output_settings), isNull(v.configuration)),
              message:
                "output_settings and configuration cannot be used together, because the module makes the JSON of configuration from output_settings. Give one of them.",
            },
            {
              condition: or(
                eq(fn.length(v.catalog_targets), 0),
                and(
                  settings.isUngrouped,
                  nullOrValid(v.configuration, (json) => not(fn.can(fn.regex('"Grouping"', json)))),
                ),
              ),
              message:
                "A crawler with catalog_targets cannot group tables: leave combine_compatible_schemas and table_level of output_settings out, and Grouping of configuration.",
            },
            {
              condition: or(
                ne(v.recrawl_behavior, "CRAWL_EVENT_MODE"),
                hasQueue(v.s3_targets),
                hasQueue(v.catalog_targets),
              ),
              message:
                'recrawl_behavior = "CRAWL_EVENT_MODE" needs the queue with the events: event_queue_arn in s3_targets or catalog_targets.',
            },
          ],
        },
      },
    );
    return {
      name: output(crawler.name, { description: "Name of the crawler." }),
      arn: output(crawler.arn, { description: "ARN of the crawler." }),
    };
  },
});
