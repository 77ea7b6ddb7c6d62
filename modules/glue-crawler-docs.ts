/** Texts, examples and tests of `glue-crawler`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

export const crawlerDifferences = [
  {
    input: "delete_behavior",
    theirs: "DEPRECATE_IN_DATABASE",
    ours: "LOG",
    undo: 'delete_behavior = "DEPRECATE_IN_DATABASE"',
  },
];

export const crawlerIam = [
  'The crawler\'s role reads the targets and writes tables. Create it with `glue-role`: set `used_by = ["crawler"]`, `read_s3` and `write_tables`.',
  "If targets use connections (`jdbc_targets`, `mongodb_targets`, `connection_name`), name each connection in `connections` of `glue-role`, with its secret and its network. Otherwise the crawler cannot reach the database or log in to it.",
  "`glue-role` has no variable for DynamoDB. For `dynamodb_targets`, allow `dynamodb:DescribeTable` and `dynamodb:Scan` on the tables with its `inline_policies`.",
  "To apply this module you need `iam:PassRole` on the ARN of that role, including its path, limited to `glue.amazonaws.com`.",
];

export const crawlerNotes = [
  "A trigger that runs a job `after` this crawler does not fire for runs that the crawler's own `schedule` starts. AWS Glue fires it only if another trigger started the crawler. For a chain, leave `schedule` out and start the crawler with a scheduled `glue-trigger`. The README of `glue-trigger` shows both triggers.",
];

export const crawlerExamples = {
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
      delete_behavior: "DEPRECATE_IN_DATABASE" as const,
    },
    moved: [{ from: "aws_glue_crawler.orders", to: "aws_glue_crawler.this" }],
  },
};

/** Each way to group tables. */
const groupings: readonly NonNullable<TestFile["variables"]>[] = [
  { output_settings: { table_level: 2 } },
  { output_settings: { combine_compatible_schemas: true } },
  { configuration: '{"Version":1.0,"Grouping":{"TableLevelConfiguration":2}}' },
];

export const crawlerTests: Readonly<Record<string, TestFile>> = {
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
};
