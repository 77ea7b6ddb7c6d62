// Resource aws_glue_catalog_database of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_catalog_database --version 6.34.0`.
import { blockType, map, nestedBlock, nestedBlocks, optional, resourceType, set, string } from "tfwright";

const glueCatalogDatabasePrincipalFields = { data_lake_principal_identifier: optional(string()) };

class GlueCatalogDatabasePrincipal extends blockType(glueCatalogDatabasePrincipalFields) {}

const glueCatalogDatabaseCreateTableDefaultPermissionFields = {
  permissions: optional(set(string())),
  principal: optional(nestedBlock(GlueCatalogDatabasePrincipal)),
};

class GlueCatalogDatabaseCreateTableDefaultPermission extends blockType(
  glueCatalogDatabaseCreateTableDefaultPermissionFields,
) {}

const glueCatalogDatabaseFederatedDatabaseFields = {
  connection_name: optional(string()),
  identifier: optional(string()),
};

class GlueCatalogDatabaseFederatedDatabase extends blockType(glueCatalogDatabaseFederatedDatabaseFields) {}

const glueCatalogDatabaseTargetDatabaseFields = {
  catalog_id: string(),
  database_name: string(),
  region: optional(string()),
};

class GlueCatalogDatabaseTargetDatabase extends blockType(glueCatalogDatabaseTargetDatabaseFields) {}

const glueCatalogDatabaseConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  description: optional(string()),
  id: optional(string()),
  location_uri: optional(string()),
  parameters: optional(map(string())),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  create_table_default_permission: optional(nestedBlocks(GlueCatalogDatabaseCreateTableDefaultPermission)),
  federated_database: optional(nestedBlock(GlueCatalogDatabaseFederatedDatabase)),
  /** Another value replaces the resource. */
  target_database: optional(nestedBlock(GlueCatalogDatabaseTargetDatabase)),
};

/** Arguments of `aws_glue_catalog_database`. */
class GlueCatalogDatabaseConfig extends blockType(glueCatalogDatabaseConfigFields) {}

const glueCatalogDatabaseAttributes = { arn: string() };

/** Resource `aws_glue_catalog_database`. */
export class GlueCatalogDatabase extends resourceType("aws_glue_catalog_database", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueCatalogDatabaseConfig,
  attributes: glueCatalogDatabaseAttributes,
}) {}
