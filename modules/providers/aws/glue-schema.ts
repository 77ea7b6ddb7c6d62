// Resource aws_glue_schema of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_schema --version 6.34.0`.
import { blockType, map, number, optional, resourceType, string } from "tfwright";

const glueSchemaConfigFields = {
  compatibility: string(),
  data_format: string(),
  schema_definition: string(),
  /** Another value replaces the resource. */
  schema_name: string(),
  description: optional(string()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  registry_arn: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
};

/** Arguments of `aws_glue_schema`. */
class GlueSchemaConfig extends blockType(glueSchemaConfigFields) {}

const glueSchemaAttributes = {
  arn: string(),
  latest_schema_version: number(),
  next_schema_version: number(),
  registry_name: string(),
  schema_checkpoint: number(),
};

/** Resource `aws_glue_schema`. */
export class GlueSchema extends resourceType("aws_glue_schema", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueSchemaConfig,
  attributes: glueSchemaAttributes,
}) {}
