/**
 * Arguments of `aws_glue_*` resources that no module sets, each with its reason. A key is `type.argument`, with a block as
 * `type.block.argument`, or a type alone, whose arguments then all have this reason.
 */

export const UNCOVERED: Readonly<Record<string, string>> = {
  aws_glue_dev_endpoint:
    "Development endpoints run Glue 0.9 and 1.0 alone, whose support ended on 2026-04-01. Interactive sessions replace them.",

  "aws_glue_catalog_table.open_table_format_input.iceberg_input.metadata_operation":
    "The form of 6.34 cannot change the schema of the table (issue 36641). glue-iceberg-table has iceberg_table_input instead.",
  "aws_glue_catalog_table.open_table_format_input.iceberg_input.version":
    "The form of 6.34 cannot change the schema of the table (issue 36641). glue-iceberg-table has iceberg_table_input instead.",
  "aws_glue_catalog_table.partition_index.index_name":
    "An index in the table replaces the table when it changes. glue-catalog-database makes aws_glue_partition_index instead.",
  "aws_glue_catalog_table.partition_index.keys":
    "An index in the table replaces the table when it changes. glue-catalog-database makes aws_glue_partition_index instead.",
};
