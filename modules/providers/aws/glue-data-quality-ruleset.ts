// Resource aws_glue_data_quality_ruleset of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_data_quality_ruleset --version 6.34.0`.
import { blockType, map, nestedBlock, optional, resourceType, string } from "tfwright";

const glueDataQualityRulesetTargetTableFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  table_name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
};

class GlueDataQualityRulesetTargetTable extends blockType(glueDataQualityRulesetTargetTableFields) {}

const glueDataQualityRulesetConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  ruleset: string(),
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
  /** Another value replaces the resource. */
  target_table: optional(nestedBlock(GlueDataQualityRulesetTargetTable)),
};

/** Arguments of `aws_glue_data_quality_ruleset`. */
class GlueDataQualityRulesetConfig extends blockType(glueDataQualityRulesetConfigFields) {}

const glueDataQualityRulesetAttributes = {
  arn: string(),
  created_on: string(),
  last_modified_on: string(),
  recommendation_run_id: string(),
};

/** Resource `aws_glue_data_quality_ruleset`. */
export class GlueDataQualityRuleset extends resourceType("aws_glue_data_quality_ruleset", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueDataQualityRulesetConfig,
  attributes: glueDataQualityRulesetAttributes,
}) {}
