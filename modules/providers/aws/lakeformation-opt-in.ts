// Resource aws_lakeformation_opt_in of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_lakeformation_opt_in --version 6.34.0`.
import { blockType, bool, computed, list, nestedBlocks, optional, resourceType, set, string } from "tfwright";

const lakeformationOptInConditionFields = { expression: computed(string()) };

class LakeformationOptInCondition extends blockType(lakeformationOptInConditionFields) {}

const lakeformationOptInPrincipalFields = { data_lake_principal_identifier: string() };

class LakeformationOptInPrincipal extends blockType(lakeformationOptInPrincipalFields) {}

const lakeformationOptInCatalogFields = { id: optional(string()) };

class LakeformationOptInCatalog extends blockType(lakeformationOptInCatalogFields) {}

const lakeformationOptInDataCellsFilterFields = {
  database_name: optional(string()),
  name: optional(string()),
  table_catalog_id: optional(string()),
  table_name: optional(string()),
};

class LakeformationOptInDataCellsFilter extends blockType(lakeformationOptInDataCellsFilterFields) {}

const lakeformationOptInDataLocationFields = { resource_arn: string(), catalog_id: optional(string()) };

class LakeformationOptInDataLocation extends blockType(lakeformationOptInDataLocationFields) {}

const lakeformationOptInDatabaseFields = {
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
};

class LakeformationOptInDatabase extends blockType(lakeformationOptInDatabaseFields) {}

const lakeformationOptInLfTagFields = {
  /** Another value replaces the resource. */
  key: string(),
  /** Another value replaces the resource. */
  value: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
};

class LakeformationOptInLfTag extends blockType(lakeformationOptInLfTagFields) {}

const lakeformationOptInLfTagPolicyFields = {
  resource_type: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  expression: optional(list(string())),
  expression_name: optional(string()),
};

class LakeformationOptInLfTagPolicy extends blockType(lakeformationOptInLfTagPolicyFields) {}

const lakeformationOptInTableFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  /** Another value replaces the resource. */
  name: optional(string()),
  /** Another value replaces the resource. */
  wildcard: optional(bool()),
};

class LakeformationOptInTable extends blockType(lakeformationOptInTableFields) {}

const lakeformationOptInColumnWildcardFields = {
  /** Another value replaces the resource. */
  excluded_column_names: optional(set(string())),
};

class LakeformationOptInColumnWildcard extends blockType(lakeformationOptInColumnWildcardFields) {}

const lakeformationOptInTableWithColumnsFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  /** Another value replaces the resource. */
  column_names: optional(set(string())),
  /** Another value replaces the resource. */
  column_wildcard: optional(nestedBlocks(LakeformationOptInColumnWildcard)),
};

class LakeformationOptInTableWithColumns extends blockType(lakeformationOptInTableWithColumnsFields) {}

const lakeformationOptInResourceDataFields = {
  catalog: optional(nestedBlocks(LakeformationOptInCatalog)),
  data_cells_filter: optional(nestedBlocks(LakeformationOptInDataCellsFilter)),
  data_location: optional(nestedBlocks(LakeformationOptInDataLocation)),
  /** Another value replaces the resource. */
  database: optional(nestedBlocks(LakeformationOptInDatabase)),
  /** Another value replaces the resource. */
  lf_tag: optional(nestedBlocks(LakeformationOptInLfTag)),
  lf_tag_expression: optional(nestedBlocks(LakeformationOptInDatabase)),
  lf_tag_policy: optional(nestedBlocks(LakeformationOptInLfTagPolicy)),
  /** Another value replaces the resource. */
  table: optional(nestedBlocks(LakeformationOptInTable)),
  /** Another value replaces the resource. */
  table_with_columns: optional(nestedBlocks(LakeformationOptInTableWithColumns)),
};

class LakeformationOptInResourceData extends blockType(lakeformationOptInResourceDataFields) {}

const lakeformationOptInConfigFields = {
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  condition: optional(nestedBlocks(LakeformationOptInCondition)),
  principal: optional(nestedBlocks(LakeformationOptInPrincipal)),
  resource_data: optional(nestedBlocks(LakeformationOptInResourceData)),
};

/** Arguments of `aws_lakeformation_opt_in`. */
class LakeformationOptInConfig extends blockType(lakeformationOptInConfigFields) {}

const lakeformationOptInAttributes = { last_modified: string(), last_updated_by: string() };

/** Resource `aws_lakeformation_opt_in`. */
export class LakeformationOptIn extends resourceType("aws_lakeformation_opt_in", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: LakeformationOptInConfig,
  attributes: lakeformationOptInAttributes,
}) {}
