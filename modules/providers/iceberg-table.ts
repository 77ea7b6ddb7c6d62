/**
 * The arguments of `aws_glue_catalog_table` for an Iceberg table. Provider 6.34, from whose schema the other types are written,
 * does not have `iceberg_table_input`: this type is written by hand, by the declarations of @cdktn/provider-aws 23.7 (provider 6.40)
 * and 25.7 (provider 6.66).
 */
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
  string,
} from "tfwright";

const schemaFieldFields = {
  id: number(),
  name: string(),
  required: bool(),
  type: string(),
  doc: optional(string()),
  initial_default: optional(string()),
  write_default: optional(string()),
};

class SchemaField extends blockType(schemaFieldFields) {}

const schemaFields = {
  identifier_field_ids: optional(list(number())),
  schema_id: optional(number()),
  type: optional(string()),
  fields: nestedBlocks(SchemaField),
};

class IcebergSchema extends blockType(schemaFields) {}

const partitionFieldFields = {
  name: string(),
  source_id: number(),
  transform: string(),
  field_id: optional(number()),
};

class PartitionField extends blockType(partitionFieldFields) {}

const partitionSpecFields = { spec_id: optional(number()), fields: nestedBlocks(PartitionField) };

class PartitionSpec extends blockType(partitionSpecFields) {}

const sortFieldFields = { direction: string(), null_order: string(), source_id: number(), transform: string() };

class SortField extends blockType(sortFieldFields) {}

const sortOrderFields = { order_id: number(), fields: nestedBlocks(SortField) };

class SortOrder extends blockType(sortOrderFields) {}

const icebergTableInputFields = {
  location: string(),
  properties: optional(map(string())),
  partition_spec: optional(nestedBlock(PartitionSpec)),
  schema: nestedBlock(IcebergSchema),
  sort_order: optional(nestedBlock(SortOrder)),
};

class IcebergTableInput extends blockType(icebergTableInputFields) {}

const icebergInputFields = {
  metadata_operation: string(),
  version: optional(string()),
  iceberg_table_input: optional(nestedBlock(IcebergTableInput)),
};

class IcebergInput extends blockType(icebergInputFields) {}

const openTableFormatInputFields = { iceberg_input: nestedBlock(IcebergInput) };

class OpenTableFormatInput extends blockType(openTableFormatInputFields) {}

const icebergTableFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  description: optional(string()),
  parameters: optional(map(string())),
  region: optional(string()),
  open_table_format_input: nestedBlock(OpenTableFormatInput),
};

/** Arguments of `aws_glue_catalog_table` for an Iceberg table. */
class IcebergTableConfig extends blockType(icebergTableFields) {}

/** Resource `aws_glue_catalog_table` with `iceberg_table_input`. */
export class IcebergTable extends resourceType("aws_glue_catalog_table", {
  from: { source: "hashicorp/aws", version: "6.66.0" },
  arguments: IcebergTableConfig,
  attributes: { arn: string() },
}) {}
