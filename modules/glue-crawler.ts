/** A crawler and its targets. */
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { add, blocks, bool, defineModule, fn, gt, list, number, object, oneOf, optional, optionalBlock, output, resource, string, when } from "tfwright";
import { providers, region, tags } from "./aws";

const connectionName = optional(string({ description: "Connection through which the target is reached" }));
const eventQueue = optional(string({ description: "ARN of the SQS queue with the target's S3 events" }));
const deadLetterQueue = optional(string({ description: "ARN of the SQS queue for events that could not be processed" }));

const lakeTarget = {
  paths: list(string(), { description: "S3 folders to crawl" }),
  maximum_traversal_depth: number({ description: "How deep below each path the crawler looks, 1 to 20" }),
  exclusions: optional(list(string(), { description: "Glob patterns to leave out" }), []),
  connection_name: connectionName,
};

export const glueCrawler = defineModule({
  name: "glue-crawler",
  title: "AWS Glue crawler",
  description: "A Glue crawler over any number of targets of eight kinds, with its schedule and its policies for changed schemas.",
  providers,
  variables: {
    name: string({
      description: "Name of the crawler.",
      validate: [{ condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." }],
    }),
    role_arn: string({ description: "ARN of the role that the crawler takes. Use the `arn` output of `glue-role`, which waits for the role's policies." }),
    database_name: string({ description: "Catalog database that gets the tables." }),
    description: optional(string({ description: "What the crawler is for." })),
    s3_targets: list(
      object({
        path: string({ description: "S3 URI to crawl: `s3://bucket/folder/`" }),
        exclusions: optional(list(string(), { description: "Glob patterns to leave out" }), []),
        sample_size: optional(number({ description: "Files to read in each leaf folder, 1 to 249. All when null" })),
        connection_name: connectionName,
        event_queue_arn: eventQueue,
        dlq_event_queue_arn: deadLetterQueue,
      }),
      { description: "S3 folders to crawl.", default: [] },
    ),
    jdbc_targets: list(
      object({
        connection_name: string({ description: "JDBC connection" }),
        path: string({ description: "`database/schema/table`, with `%` for all" }),
        exclusions: optional(list(string(), { description: "Glob patterns to leave out" }), []),
        enable_additional_metadata: optional(list(string(), { description: "`COMMENTS`, `RAWTYPES`" }), []),
      }),
      { description: "Databases to crawl over JDBC.", default: [] },
    ),
    catalog_targets: list(
      object({
        database_name: string({ description: "Catalog database" }),
        tables: list(string(), { description: "Tables whose data is crawled" }),
        connection_name: connectionName,
        event_queue_arn: eventQueue,
        dlq_event_queue_arn: deadLetterQueue,
      }),
      { description: "Tables of the Data Catalog to crawl. AWS wants `delete_behavior = \"LOG\"` with them.", default: [] },
    ),
    delta_targets: list(
      object({
        delta_tables: list(string(), { description: "S3 folders of Delta tables" }),
        write_manifest: bool({ description: "Whether the crawler writes manifest files into the tables' folders" }),
        create_native_delta_table: optional(bool({ description: "Whether the table is created as a native Delta table" })),
        connection_name: connectionName,
      }),
      { description: "Delta Lake tables to crawl.", default: [] },
    ),
    iceberg_targets: list(object(lakeTarget), { description: "Iceberg tables to crawl.", default: [] }),
    hudi_targets: list(object(lakeTarget), { description: "Hudi tables to crawl.", default: [] }),
    dynamodb_targets: list(
      object({
        path: string({ description: "Name of the table" }),
        scan_all: optional(bool({ description: "Whether all records are read, or a sample" }), true),
        scan_rate: optional(number({ description: "Share of the read capacity to use, 0.1 to 1.5. 0.5 when null" })),
      }),
      { description: "DynamoDB tables to crawl.", default: [] },
    ),
    mongodb_targets: list(
      object({
        connection_name: string({ description: "Connection to MongoDB or DocumentDB" }),
        path: string({ description: "`database/collection`" }),
        scan_all: optional(bool({ description: "Whether all records are read, or a sample" }), true),
      }),
      { description: "MongoDB or DocumentDB collections to crawl.", default: [] },
    ),
    schedule: optional(
      string({
        description: "When the crawler runs, in UTC: `cron(15 12 * * ? *)`. On demand when null.",
        validate: [],
      }),
    ),
    table_prefix: optional(string({ description: "Put before the name of each table." })),
    classifiers: list(string(), { description: "Names of custom classifiers, tried in this order before AWS's own.", default: [] }),
    configuration: optional(string({ description: "Version 1.0 configuration of the crawler as JSON." })),
    security_configuration: optional(string({ description: "Name of the security configuration." })),
    delete_behavior: oneOf(["LOG", "DELETE_FROM_DATABASE", "DEPRECATE_IN_DATABASE"], {
      description: "What happens to a table whose data is gone.",
      default: "LOG",
    }),
    update_behavior: oneOf(["LOG", "UPDATE_IN_DATABASE"], {
      description: "What happens to a table whose schema changed.",
      default: "UPDATE_IN_DATABASE",
    }),
    recrawl_behavior: oneOf(["CRAWL_EVERYTHING", "CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE"], {
      description: "What is read on the next run. AWS wants both other behaviors `LOG` with anything but `CRAWL_EVERYTHING`.",
      default: "CRAWL_EVERYTHING",
    }),
    lineage_enabled: bool({ description: "Whether the crawler keeps data lineage.", default: false }),
    lake_formation_configuration: optional(
      object(
        {
          use_lake_formation_credentials: optional(bool({ description: "Whether the crawler reads with Lake Formation's credentials" }), true),
          account_id: optional(string({ description: "Account of the data, where it is another one" })),
        },
        { description: "Reads the data with Lake Formation's permissions." },
      ),
    ),
    region,
    tags,
  },
  build(scope, v) {
    const targets = [
      v.s3_targets,
      v.jdbc_targets,
      v.catalog_targets,
      v.delta_targets,
      v.iceberg_targets,
      v.hudi_targets,
      v.dynamodb_targets,
      v.mongodb_targets,
    ];
    const count = targets.map((target) => fn.length(target)).reduce((sum, length) => add(sum, length));
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
        configuration: v.configuration,
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
              condition: gt(count, 0),
              message:
                "The crawler needs at least one target: s3_targets, jdbc_targets, catalog_targets, delta_targets, iceberg_targets, hudi_targets, dynamodb_targets or mongodb_targets.",
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
