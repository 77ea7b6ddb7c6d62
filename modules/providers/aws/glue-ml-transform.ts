// Resource aws_glue_ml_transform of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_ml_transform --version 6.34.0`.
import {
  blockType,
  bool,
  completeObject,
  list,
  map,
  nestedBlock,
  nestedBlocks,
  number,
  optional,
  resourceType,
  string,
} from "tfwright";

const glueMlTransformInputRecordTablesFields = {
  database_name: string(),
  table_name: string(),
  catalog_id: optional(string()),
  connection_name: optional(string()),
};

class GlueMlTransformInputRecordTables extends blockType(glueMlTransformInputRecordTablesFields) {}

const glueMlTransformFindMatchesParametersFields = {
  accuracy_cost_trade_off: optional(number()),
  enforce_provided_labels: optional(bool()),
  precision_recall_trade_off: optional(number()),
  primary_key_column_name: optional(string()),
};

class GlueMlTransformFindMatchesParameters extends blockType(glueMlTransformFindMatchesParametersFields) {}

const glueMlTransformParametersFields = {
  transform_type: string(),
  find_matches_parameters: nestedBlock(GlueMlTransformFindMatchesParameters),
};

class GlueMlTransformParameters extends blockType(glueMlTransformParametersFields) {}

const glueMlTransformConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  role_arn: string(),
  /** Another value replaces the resource. */
  input_record_tables: nestedBlocks(GlueMlTransformInputRecordTables),
  parameters: nestedBlock(GlueMlTransformParameters),
  description: optional(string()),
  glue_version: optional(string()),
  id: optional(string()),
  max_capacity: optional(number()),
  max_retries: optional(number()),
  number_of_workers: optional(number()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  timeout: optional(number()),
  worker_type: optional(string()),
};

/** Arguments of `aws_glue_ml_transform`. */
class GlueMlTransformConfig extends blockType(glueMlTransformConfigFields) {}

const glueMlTransformAttributes = {
  arn: string(),
  label_count: number(),
  schema: list(completeObject({ data_type: string(), name: string() })),
};

/** Resource `aws_glue_ml_transform`. */
export class GlueMlTransform extends resourceType("aws_glue_ml_transform", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueMlTransformConfig,
  attributes: glueMlTransformAttributes,
}) {}
