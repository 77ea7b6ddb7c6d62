// Resource aws_glue_partition_index of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_partition_index --version 6.34.0`.
import { blockType, computed, list, nestedBlock, optional, resourceType, string } from "tfwright";

const gluePartitionIndexPartitionIndexFields = {
  /** Another value replaces the resource. */
  index_name: optional(string()),
  /** Another value replaces the resource. */
  keys: optional(list(string())),
  index_status: computed(string()),
};

class GluePartitionIndexPartitionIndex extends blockType(gluePartitionIndexPartitionIndexFields) {}

const gluePartitionIndexTimeoutsFields = { create: optional(string()), delete: optional(string()) };

class GluePartitionIndexTimeouts extends blockType(gluePartitionIndexTimeoutsFields) {}

const gluePartitionIndexConfigFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  table_name: string(),
  /** Another value replaces the resource. */
  partition_index: nestedBlock(GluePartitionIndexPartitionIndex),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  timeouts: optional(nestedBlock(GluePartitionIndexTimeouts, { nesting: "single" })),
};

/** Arguments of `aws_glue_partition_index`. */
class GluePartitionIndexConfig extends blockType(gluePartitionIndexConfigFields) {}

/** Resource `aws_glue_partition_index`. */
export class GluePartitionIndex extends resourceType("aws_glue_partition_index", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GluePartitionIndexConfig,
}) {}
