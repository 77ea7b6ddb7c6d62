// Resource aws_glue_crawler of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_crawler --version 6.34.0`.
import {
  blockType,
  bool,
  list,
  map,
  nestedBlock,
  nestedBlocks,
  number,
  optional,
  resourceType,
  set,
  string,
} from "tfwright";

const glueCrawlerCatalogTargetFields = {
  database_name: string(),
  tables: list(string()),
  connection_name: optional(string()),
  dlq_event_queue_arn: optional(string()),
  event_queue_arn: optional(string()),
};

class GlueCrawlerCatalogTarget extends blockType(glueCrawlerCatalogTargetFields) {}

const glueCrawlerDeltaTargetFields = {
  delta_tables: set(string()),
  write_manifest: bool(),
  connection_name: optional(string()),
  create_native_delta_table: optional(bool()),
};

class GlueCrawlerDeltaTarget extends blockType(glueCrawlerDeltaTargetFields) {}

const glueCrawlerDynamodbTargetFields = { path: string(), scan_all: optional(bool()), scan_rate: optional(number()) };

class GlueCrawlerDynamodbTarget extends blockType(glueCrawlerDynamodbTargetFields) {}

const glueCrawlerHudiTargetFields = {
  maximum_traversal_depth: number(),
  paths: set(string()),
  connection_name: optional(string()),
  exclusions: optional(list(string())),
};

class GlueCrawlerHudiTarget extends blockType(glueCrawlerHudiTargetFields) {}

const glueCrawlerJdbcTargetFields = {
  connection_name: string(),
  path: string(),
  enable_additional_metadata: optional(list(string())),
  exclusions: optional(list(string())),
};

class GlueCrawlerJdbcTarget extends blockType(glueCrawlerJdbcTargetFields) {}

const glueCrawlerLakeFormationConfigurationFields = {
  account_id: optional(string()),
  use_lake_formation_credentials: optional(bool()),
};

class GlueCrawlerLakeFormationConfiguration extends blockType(glueCrawlerLakeFormationConfigurationFields) {}

const glueCrawlerLineageConfigurationFields = { crawler_lineage_settings: optional(string()) };

class GlueCrawlerLineageConfiguration extends blockType(glueCrawlerLineageConfigurationFields) {}

const glueCrawlerMongodbTargetFields = { connection_name: string(), path: string(), scan_all: optional(bool()) };

class GlueCrawlerMongodbTarget extends blockType(glueCrawlerMongodbTargetFields) {}

const glueCrawlerRecrawlPolicyFields = { recrawl_behavior: optional(string()) };

class GlueCrawlerRecrawlPolicy extends blockType(glueCrawlerRecrawlPolicyFields) {}

const glueCrawlerS3TargetFields = {
  path: string(),
  connection_name: optional(string()),
  dlq_event_queue_arn: optional(string()),
  event_queue_arn: optional(string()),
  exclusions: optional(list(string())),
  sample_size: optional(number()),
};

class GlueCrawlerS3Target extends blockType(glueCrawlerS3TargetFields) {}

const glueCrawlerSchemaChangePolicyFields = {
  delete_behavior: optional(string()),
  update_behavior: optional(string()),
};

class GlueCrawlerSchemaChangePolicy extends blockType(glueCrawlerSchemaChangePolicyFields) {}

const glueCrawlerConfigFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  name: string(),
  role: string(),
  classifiers: optional(list(string())),
  configuration: optional(string()),
  description: optional(string()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  schedule: optional(string()),
  security_configuration: optional(string()),
  table_prefix: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  catalog_target: optional(nestedBlocks(GlueCrawlerCatalogTarget)),
  delta_target: optional(nestedBlocks(GlueCrawlerDeltaTarget)),
  dynamodb_target: optional(nestedBlocks(GlueCrawlerDynamodbTarget)),
  hudi_target: optional(nestedBlocks(GlueCrawlerHudiTarget)),
  iceberg_target: optional(nestedBlocks(GlueCrawlerHudiTarget)),
  jdbc_target: optional(nestedBlocks(GlueCrawlerJdbcTarget)),
  lake_formation_configuration: optional(nestedBlock(GlueCrawlerLakeFormationConfiguration)),
  lineage_configuration: optional(nestedBlock(GlueCrawlerLineageConfiguration)),
  mongodb_target: optional(nestedBlocks(GlueCrawlerMongodbTarget)),
  recrawl_policy: optional(nestedBlock(GlueCrawlerRecrawlPolicy)),
  s3_target: optional(nestedBlocks(GlueCrawlerS3Target)),
  schema_change_policy: optional(nestedBlock(GlueCrawlerSchemaChangePolicy)),
};

/** Arguments of `aws_glue_crawler`. */
class GlueCrawlerConfig extends blockType(glueCrawlerConfigFields) {}

const glueCrawlerAttributes = { arn: string() };

/** Resource `aws_glue_crawler`. */
export class GlueCrawler extends resourceType("aws_glue_crawler", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueCrawlerConfig,
  attributes: glueCrawlerAttributes,
}) {}
