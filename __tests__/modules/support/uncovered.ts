/**
 * Arguments of `aws_glue_*` resources that no module sets, each with its reason. A key is `type.argument`, with a block as
 * `type.block.argument`, or a type alone, whose arguments then all have this reason.
 */

/** A module sets these in a later change. Delete the row when the module is there: the test fails until you do. */
const NO_MODULE_YET = "no module of the pack has this resource yet";

export const UNCOVERED: Readonly<Record<string, string>> = {
  aws_glue_dev_endpoint:
    "Development endpoints run Glue 0.9 and 1.0 alone, whose support ended on 2026-04-01. Interactive sessions replace them.",

  aws_glue_catalog_table: NO_MODULE_YET,
  aws_glue_catalog_table_optimizer: NO_MODULE_YET,
  aws_glue_classifier: NO_MODULE_YET,
  aws_glue_data_catalog_encryption_settings: NO_MODULE_YET,
  aws_glue_data_quality_ruleset: NO_MODULE_YET,
  aws_glue_ml_transform: NO_MODULE_YET,
  aws_glue_partition: NO_MODULE_YET,
  aws_glue_partition_index: NO_MODULE_YET,
  aws_glue_registry: NO_MODULE_YET,
  aws_glue_resource_policy: NO_MODULE_YET,
  aws_glue_schema: NO_MODULE_YET,
  aws_glue_user_defined_function: NO_MODULE_YET,
  aws_glue_workflow: NO_MODULE_YET,
};
