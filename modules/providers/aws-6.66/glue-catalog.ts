/**
 * Resource `aws_glue_catalog` of hashicorp/aws 6.66. Written by hand from the declarations of @cdktn/provider-aws 25.7, because the
 * provider whose schema the other types come from does not have the resource: it came with 6.44.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_catalog
 */
import { blockType, bool, list, map, nestedBlock, nestedBlocks, optional, resourceType, string } from "tfwright";

class GlueCatalogDataLakeAccessProperties extends blockType({
  catalog_type: optional(string()),
  data_lake_access: optional(bool()),
  data_transfer_role: optional(string()),
  kms_key: optional(string()),
}) {}

class GlueCatalogIcebergOptimizationProperties extends blockType({
  compaction: optional(map(string())),
  orphan_file_deletion: optional(map(string())),
  retention: optional(map(string())),
  role_arn: optional(string()),
}) {}

class GlueCatalogProperties extends blockType({
  custom_properties: optional(map(string())),
  data_lake_access_properties: optional(nestedBlock(GlueCatalogDataLakeAccessProperties)),
  iceberg_optimization_properties: optional(nestedBlock(GlueCatalogIcebergOptimizationProperties)),
}) {}

class GlueCatalogPrincipal extends blockType({ data_lake_principal_identifier: optional(string()) }) {}

class GlueCatalogDefaultPermissions extends blockType({
  permissions: optional(list(string())),
  principal: optional(nestedBlock(GlueCatalogPrincipal)),
}) {}

class GlueCatalogFederatedCatalog extends blockType({
  connection_name: optional(string()),
  connection_type: optional(string()),
  identifier: optional(string()),
}) {}

class GlueCatalogTargetRedshiftCatalog extends blockType({ catalog_arn: string() }) {}

/** Arguments of `aws_glue_catalog`. */
class GlueCatalogConfig extends blockType({
  /** Another value replaces the resource. */
  name: string(),
  allow_full_table_external_data_access: optional(string()),
  description: optional(string()),
  overwrite_child_resource_permissions_with_default: optional(string()),
  parameters: optional(map(string())),
  region: optional(string()),
  tags: optional(map(string())),
  catalog_properties: optional(nestedBlock(GlueCatalogProperties)),
  create_database_default_permissions: optional(nestedBlocks(GlueCatalogDefaultPermissions)),
  create_table_default_permissions: optional(nestedBlocks(GlueCatalogDefaultPermissions)),
  federated_catalog: optional(nestedBlock(GlueCatalogFederatedCatalog)),
  target_redshift_catalog: optional(nestedBlock(GlueCatalogTargetRedshiftCatalog)),
}) {}

/** Resource `aws_glue_catalog`. */
export class GlueCatalog extends resourceType("aws_glue_catalog", {
  from: { source: "hashicorp/aws", version: "6.66.0" },
  arguments: GlueCatalogConfig,
  attributes: { arn: string(), catalog_id: string(), create_time: string(), update_time: string() },
}) {}
