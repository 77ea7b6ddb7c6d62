// Resource aws_lakeformation_permissions of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_lakeformation_permissions --version 6.34.0`.
import { blockType, bool, nestedBlock, nestedBlocks, optional, resourceType, set, string } from "tfwright";

const lakeformationPermissionsDataCellsFilterFields = {
  database_name: string(),
  name: string(),
  table_catalog_id: string(),
  table_name: string(),
};

class LakeformationPermissionsDataCellsFilter extends blockType(lakeformationPermissionsDataCellsFilterFields) {}

const lakeformationPermissionsDataLocationFields = {
  /** Another value replaces the resource. */
  arn: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
};

class LakeformationPermissionsDataLocation extends blockType(lakeformationPermissionsDataLocationFields) {}

const lakeformationPermissionsDatabaseFields = {
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
};

class LakeformationPermissionsDatabase extends blockType(lakeformationPermissionsDatabaseFields) {}

const lakeformationPermissionsLfTagFields = {
  /** Another value replaces the resource. */
  key: string(),
  /** Another value replaces the resource. */
  values: set(string()),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
};

class LakeformationPermissionsLfTag extends blockType(lakeformationPermissionsLfTagFields) {}

const lakeformationPermissionsExpressionFields = {
  /** Another value replaces the resource. */
  key: string(),
  /** Another value replaces the resource. */
  values: set(string()),
};

class LakeformationPermissionsExpression extends blockType(lakeformationPermissionsExpressionFields) {}

const lakeformationPermissionsLfTagPolicyFields = {
  /** Another value replaces the resource. */
  resource_type: string(),
  expression: nestedBlocks(LakeformationPermissionsExpression, { nesting: "set" }),
  catalog_id: optional(string()),
};

class LakeformationPermissionsLfTagPolicy extends blockType(lakeformationPermissionsLfTagPolicyFields) {}

const lakeformationPermissionsTableFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  /** Another value replaces the resource. */
  name: optional(string()),
  /** Another value replaces the resource. */
  wildcard: optional(bool()),
};

class LakeformationPermissionsTable extends blockType(lakeformationPermissionsTableFields) {}

const lakeformationPermissionsTableWithColumnsFields = {
  /** Another value replaces the resource. */
  database_name: string(),
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  /** Another value replaces the resource. */
  column_names: optional(set(string())),
  /** Another value replaces the resource. */
  excluded_column_names: optional(set(string())),
  /** Another value replaces the resource. */
  wildcard: optional(bool()),
};

class LakeformationPermissionsTableWithColumns extends blockType(lakeformationPermissionsTableWithColumnsFields) {}

const lakeformationPermissionsConfigFields = {
  /** Another value replaces the resource. */
  permissions: set(string()),
  /** Another value replaces the resource. */
  principal: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  /** Another value replaces the resource. */
  catalog_resource: optional(bool()),
  id: optional(string()),
  /** Another value replaces the resource. */
  permissions_with_grant_option: optional(set(string())),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  /** Another value replaces the resource. */
  data_cells_filter: optional(nestedBlock(LakeformationPermissionsDataCellsFilter)),
  /** Another value replaces the resource. */
  data_location: optional(nestedBlock(LakeformationPermissionsDataLocation)),
  /** Another value replaces the resource. */
  database: optional(nestedBlock(LakeformationPermissionsDatabase)),
  /** Another value replaces the resource. */
  lf_tag: optional(nestedBlock(LakeformationPermissionsLfTag)),
  /** Another value replaces the resource. */
  lf_tag_policy: optional(nestedBlock(LakeformationPermissionsLfTagPolicy)),
  /** Another value replaces the resource. */
  table: optional(nestedBlock(LakeformationPermissionsTable)),
  /** Another value replaces the resource. */
  table_with_columns: optional(nestedBlock(LakeformationPermissionsTableWithColumns)),
};

/** Arguments of `aws_lakeformation_permissions`. */
class LakeformationPermissionsConfig extends blockType(lakeformationPermissionsConfigFields) {}

/** Resource `aws_lakeformation_permissions`. */
export class LakeformationPermissions extends resourceType("aws_lakeformation_permissions", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: LakeformationPermissionsConfig,
}) {}
