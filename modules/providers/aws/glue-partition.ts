// Resource aws_glue_partition of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_partition --version 6.34.0`.
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

const gluePartitionColumnsFields = { name: string(), comment: optional(string()), type: optional(string()) };

class GluePartitionColumns extends blockType(gluePartitionColumnsFields) {}

const gluePartitionSerDeInfoFields = {
  name: optional(string()),
  parameters: optional(map(string())),
  serialization_library: optional(string()),
};

class GluePartitionSerDeInfo extends blockType(gluePartitionSerDeInfoFields) {}

const gluePartitionSkewedInfoFields = {
  skewed_column_names: optional(list(string())),
  skewed_column_value_location_maps: optional(map(string())),
  skewed_column_values: optional(list(string())),
};

class GluePartitionSkewedInfo extends blockType(gluePartitionSkewedInfoFields) {}

const gluePartitionSortColumnsFields = { column: string(), sort_order: number() };

class GluePartitionSortColumns extends blockType(gluePartitionSortColumnsFields) {}

const gluePartitionStorageDescriptorFields = {
  additional_locations: optional(list(string())),
  bucket_columns: optional(list(string())),
  compressed: optional(bool()),
  input_format: optional(string()),
  location: optional(string()),
  number_of_buckets: optional(number()),
  output_format: optional(string()),
  parameters: optional(map(string())),
  stored_as_sub_directories: optional(bool()),
  columns: optional(nestedBlocks(GluePartitionColumns)),
  ser_de_info: optional(nestedBlock(GluePartitionSerDeInfo)),
  skewed_info: optional(nestedBlock(GluePartitionSkewedInfo)),
  sort_columns: optional(nestedBlocks(GluePartitionSortColumns)),
};

class GluePartitionStorageDescriptor extends blockType(gluePartitionStorageDescriptorFields) {}

const gluePartitionConfigFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  partition_values: list(string()),
  /** Another value replaces the resource. */
  table_name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  id: optional(string()),
  parameters: optional(map(string())),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  storage_descriptor: optional(nestedBlock(GluePartitionStorageDescriptor)),
};

/** Arguments of `aws_glue_partition`. */
class GluePartitionConfig extends blockType(gluePartitionConfigFields) {}

const gluePartitionAttributes = { creation_time: string(), last_accessed_time: string(), last_analyzed_time: string() };

/** Resource `aws_glue_partition`. */
export class GluePartition extends resourceType("aws_glue_partition", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GluePartitionConfig,
  attributes: gluePartitionAttributes,
}) {}
