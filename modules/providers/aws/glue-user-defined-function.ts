// Resource aws_glue_user_defined_function of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_user_defined_function --version 6.34.0`.
import { blockType, nestedBlocks, optional, resourceType, string } from "tfwright";

const glueUserDefinedFunctionResourceUrisFields = { resource_type: string(), uri: string() };

class GlueUserDefinedFunctionResourceUris extends blockType(glueUserDefinedFunctionResourceUrisFields) {}

const glueUserDefinedFunctionConfigFields = {
  class_name: string(),
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  name: string(),
  owner_name: string(),
  owner_type: string(),
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
  resource_uris: optional(nestedBlocks(GlueUserDefinedFunctionResourceUris, { nesting: "set", max: 1000 })),
};

/** Arguments of `aws_glue_user_defined_function`. */
class GlueUserDefinedFunctionConfig extends blockType(glueUserDefinedFunctionConfigFields) {}

const glueUserDefinedFunctionAttributes = { arn: string(), create_time: string() };

/** Resource `aws_glue_user_defined_function`. */
export class GlueUserDefinedFunction extends resourceType("aws_glue_user_defined_function", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueUserDefinedFunctionConfig,
  attributes: glueUserDefinedFunctionAttributes,
}) {}
