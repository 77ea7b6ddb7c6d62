/** The targets of a crawler, of eight kinds: their variables, and their blocks. */
import type { Construct } from "constructs";
import {
  add,
  blocks,
  bool,
  type Expr,
  type ExprsOf,
  each,
  fn,
  isNotNull,
  isNull,
  type ListExpr,
  list,
  local,
  type Nullable,
  not,
  number,
  type ObjectExpr,
  object,
  optional,
  or,
  string,
} from "tfwright";
import { queueArn, s3Uri, s3Uris } from "./arns";
import { between, connectionNameRule, databaseName, noArn, notEmpty, optionalConnectionName, shapeOf } from "./rules";

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

/** The variables of the targets. */
export const crawlerTargets = {
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
};

type Targets = ExprsOf<typeof crawlerTargets>;

/** The blocks of all targets. */
export const targetBlocks = (v: Targets) => ({
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
});

/** The number of targets that are not tables of the Data Catalog, as a local. */
export function countOtherTargets(scope: Construct, v: Targets) {
  return local(
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
}

/** Whether one of these targets has a queue of its events. */
export const hasQueue = (targets: ListExpr<ObjectExpr<Queues>>) =>
  fn.anytrue(each(targets, (target) => isNotNull(target.event_queue_arn)));
