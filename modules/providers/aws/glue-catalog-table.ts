// Resource aws_glue_catalog_table of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_catalog_table --version 6.34.0`.
import {
  blockType,
  bool,
  computed,
  list,
  map,
  nestedBlock,
  nestedBlocks,
  number,
  optional,
  resourceType,
  string,
} from "tfwright";

const glueCatalogTableIcebergInputFields = { metadata_operation: string(), version: optional(string()) };

class GlueCatalogTableIcebergInput extends blockType(glueCatalogTableIcebergInputFields) {}

const glueCatalogTableOpenTableFormatInputFields = { iceberg_input: nestedBlock(GlueCatalogTableIcebergInput) };

class GlueCatalogTableOpenTableFormatInput extends blockType(glueCatalogTableOpenTableFormatInputFields) {}

const glueCatalogTablePartitionIndexFields = {
  index_name: string(),
  keys: list(string()),
  index_status: computed(string()),
};

class GlueCatalogTablePartitionIndex extends blockType(glueCatalogTablePartitionIndexFields) {}

const glueCatalogTableColumnsFields = {
  name: string(),
  comment: optional(string()),
  parameters: optional(map(string())),
  type: optional(string()),
};

class GlueCatalogTableColumns extends blockType(glueCatalogTableColumnsFields) {}

const glueCatalogTableSchemaIdFields = {
  registry_name: optional(string()),
  schema_arn: optional(string()),
  schema_name: optional(string()),
};

class GlueCatalogTableSchemaId extends blockType(glueCatalogTableSchemaIdFields) {}

const glueCatalogTableSchemaReferenceFields = {
  schema_version_number: number(),
  schema_version_id: optional(string()),
  schema_id: optional(nestedBlock(GlueCatalogTableSchemaId)),
};

class GlueCatalogTableSchemaReference extends blockType(glueCatalogTableSchemaReferenceFields) {}

const glueCatalogTableSerDeInfoFields = {
  name: optional(string()),
  parameters: optional(map(string())),
  serialization_library: optional(string()),
};

class GlueCatalogTableSerDeInfo extends blockType(glueCatalogTableSerDeInfoFields) {}

const glueCatalogTableSkewedInfoFields = {
  skewed_column_names: optional(list(string())),
  skewed_column_value_location_maps: optional(map(string())),
  skewed_column_values: optional(list(string())),
};

class GlueCatalogTableSkewedInfo extends blockType(glueCatalogTableSkewedInfoFields) {}

const glueCatalogTableSortColumnsFields = { column: string(), sort_order: number() };

class GlueCatalogTableSortColumns extends blockType(glueCatalogTableSortColumnsFields) {}

const glueCatalogTableStorageDescriptorFields = {
  additional_locations: optional(list(string())),
  bucket_columns: optional(list(string())),
  compressed: optional(bool()),
  input_format: optional(string()),
  location: optional(string()),
  number_of_buckets: optional(number()),
  output_format: optional(string()),
  parameters: optional(map(string())),
  stored_as_sub_directories: optional(bool()),
  columns: optional(nestedBlocks(GlueCatalogTableColumns)),
  schema_reference: optional(nestedBlock(GlueCatalogTableSchemaReference)),
  ser_de_info: optional(nestedBlock(GlueCatalogTableSerDeInfo)),
  skewed_info: optional(nestedBlock(GlueCatalogTableSkewedInfo)),
  sort_columns: optional(nestedBlocks(GlueCatalogTableSortColumns)),
};

class GlueCatalogTableStorageDescriptor extends blockType(glueCatalogTableStorageDescriptorFields) {}

const glueCatalogTableTargetTableFields = {
  catalog_id: string(),
  database_name: string(),
  name: string(),
  region: optional(string()),
};

class GlueCatalogTableTargetTable extends blockType(glueCatalogTableTargetTableFields) {}

const glueCatalogTableConfigFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  description: optional(string()),
  id: optional(string()),
  owner: optional(string()),
  parameters: optional(map(string())),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  retention: optional(number()),
  table_type: optional(string()),
  view_expanded_text: optional(string()),
  view_original_text: optional(string()),
  open_table_format_input: optional(nestedBlock(GlueCatalogTableOpenTableFormatInput)),
  /** Another value replaces the resource. */
  partition_index: optional(nestedBlocks(GlueCatalogTablePartitionIndex, { max: 3 })),
  partition_keys: optional(nestedBlocks(GlueCatalogTableColumns)),
  storage_descriptor: optional(nestedBlock(GlueCatalogTableStorageDescriptor)),
  /** Another value replaces the resource. */
  target_table: optional(nestedBlock(GlueCatalogTableTargetTable)),
};

/** Arguments of `aws_glue_catalog_table`. */
class GlueCatalogTableConfig extends blockType(glueCatalogTableConfigFields) {}

const glueCatalogTableAttributes = { arn: string() };

/** Resource `aws_glue_catalog_table`. */
export class GlueCatalogTable extends resourceType("aws_glue_catalog_table", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueCatalogTableConfig,
  attributes: glueCatalogTableAttributes,
}) {}
