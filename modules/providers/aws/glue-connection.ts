// Resource aws_glue_connection of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_connection --version 6.34.0`.
import { argument, blockType, list, map, nestedBlock, optional, resourceType, set, string } from "tfwright";

const glueConnectionPhysicalConnectionRequirementsFields = {
  availability_zone: optional(string()),
  security_group_id_list: optional(set(string())),
  subnet_id: optional(string()),
};

class GlueConnectionPhysicalConnectionRequirements extends blockType(
  glueConnectionPhysicalConnectionRequirementsFields,
) {}

const glueConnectionConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  athena_properties: optional(argument(map(string()), { sensitive: true })),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  connection_properties: optional(argument(map(string()), { sensitive: true })),
  connection_type: optional(string()),
  description: optional(string()),
  id: optional(string()),
  match_criteria: optional(list(string())),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  physical_connection_requirements: optional(nestedBlock(GlueConnectionPhysicalConnectionRequirements)),
};

/** Arguments of `aws_glue_connection`. */
class GlueConnectionConfig extends blockType(glueConnectionConfigFields) {}

const glueConnectionAttributes = { arn: string() };

/** Resource `aws_glue_connection`. */
export class GlueConnection extends resourceType("aws_glue_connection", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueConnectionConfig,
  attributes: glueConnectionAttributes,
}) {}
