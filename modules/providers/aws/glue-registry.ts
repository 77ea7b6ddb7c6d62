// Resource aws_glue_registry of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_registry --version 6.34.0`.
import { blockType, map, optional, resourceType, string } from "tfwright";

const glueRegistryConfigFields = {
  /** Another value replaces the resource. */
  registry_name: string(),
  description: optional(string()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
};

/** Arguments of `aws_glue_registry`. */
class GlueRegistryConfig extends blockType(glueRegistryConfigFields) {}

const glueRegistryAttributes = { arn: string() };

/** Resource `aws_glue_registry`. */
export class GlueRegistry extends resourceType("aws_glue_registry", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueRegistryConfig,
  attributes: glueRegistryAttributes,
}) {}
