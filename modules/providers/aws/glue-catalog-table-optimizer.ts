// Resource aws_glue_catalog_table_optimizer of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_catalog_table_optimizer --version 6.34.0`.
import { blockType, bool, nestedBlocks, number, optional, resourceType, string } from "tfwright";

const glueCatalogTableOptimizerIcebergConfigurationFields = {
  location: optional(string()),
  orphan_file_retention_period_in_days: optional(number()),
  run_rate_in_hours: optional(number()),
};

class GlueCatalogTableOptimizerIcebergConfiguration extends blockType(
  glueCatalogTableOptimizerIcebergConfigurationFields,
) {}

const glueCatalogTableOptimizerOrphanFileDeletionConfigurationFields = {
  iceberg_configuration: optional(nestedBlocks(GlueCatalogTableOptimizerIcebergConfiguration)),
};

class GlueCatalogTableOptimizerOrphanFileDeletionConfiguration extends blockType(
  glueCatalogTableOptimizerOrphanFileDeletionConfigurationFields,
) {}

const glueCatalogTableOptimizerIcebergConfiguration2Fields = {
  clean_expired_files: optional(bool()),
  number_of_snapshots_to_retain: optional(number()),
  run_rate_in_hours: optional(number()),
  snapshot_retention_period_in_days: optional(number()),
};

class GlueCatalogTableOptimizerIcebergConfiguration2 extends blockType(
  glueCatalogTableOptimizerIcebergConfiguration2Fields,
) {}

const glueCatalogTableOptimizerRetentionConfigurationFields = {
  iceberg_configuration: optional(nestedBlocks(GlueCatalogTableOptimizerIcebergConfiguration2)),
};

class GlueCatalogTableOptimizerRetentionConfiguration extends blockType(
  glueCatalogTableOptimizerRetentionConfigurationFields,
) {}

const glueCatalogTableOptimizerConfigurationFields = {
  enabled: bool(),
  role_arn: string(),
  orphan_file_deletion_configuration: optional(nestedBlocks(GlueCatalogTableOptimizerOrphanFileDeletionConfiguration)),
  retention_configuration: optional(nestedBlocks(GlueCatalogTableOptimizerRetentionConfiguration)),
};

class GlueCatalogTableOptimizerConfiguration extends blockType(glueCatalogTableOptimizerConfigurationFields) {}

const glueCatalogTableOptimizerConfigFields = {
  /** Another value replaces the resource. */
  catalog_id: string(),
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  table_name: string(),
  /** Another value replaces the resource. */
  type: string(),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  configuration: optional(nestedBlocks(GlueCatalogTableOptimizerConfiguration)),
};

/** Arguments of `aws_glue_catalog_table_optimizer`. */
class GlueCatalogTableOptimizerConfig extends blockType(glueCatalogTableOptimizerConfigFields) {}

/** Resource `aws_glue_catalog_table_optimizer`. */
export class GlueCatalogTableOptimizer extends resourceType("aws_glue_catalog_table_optimizer", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueCatalogTableOptimizerConfig,
}) {}
