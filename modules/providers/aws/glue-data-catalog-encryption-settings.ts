// Resource aws_glue_data_catalog_encryption_settings of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_data_catalog_encryption_settings --version 6.34.0`.
import { blockType, bool, nestedBlock, optional, resourceType, string } from "tfwright";

const glueDataCatalogEncryptionSettingsConnectionPasswordEncryptionFields = {
  return_connection_password_encrypted: bool(),
  aws_kms_key_id: optional(string()),
};

class GlueDataCatalogEncryptionSettingsConnectionPasswordEncryption extends blockType(
  glueDataCatalogEncryptionSettingsConnectionPasswordEncryptionFields,
) {}

const glueDataCatalogEncryptionSettingsEncryptionAtRestFields = {
  catalog_encryption_mode: string(),
  catalog_encryption_service_role: optional(string()),
  sse_aws_kms_key_id: optional(string()),
};

class GlueDataCatalogEncryptionSettingsEncryptionAtRest extends blockType(
  glueDataCatalogEncryptionSettingsEncryptionAtRestFields,
) {}

const glueDataCatalogEncryptionSettingsDataCatalogEncryptionSettingsFields = {
  connection_password_encryption: nestedBlock(GlueDataCatalogEncryptionSettingsConnectionPasswordEncryption),
  encryption_at_rest: nestedBlock(GlueDataCatalogEncryptionSettingsEncryptionAtRest),
};

class GlueDataCatalogEncryptionSettingsDataCatalogEncryptionSettings extends blockType(
  glueDataCatalogEncryptionSettingsDataCatalogEncryptionSettingsFields,
) {}

const glueDataCatalogEncryptionSettingsConfigFields = {
  data_catalog_encryption_settings: nestedBlock(GlueDataCatalogEncryptionSettingsDataCatalogEncryptionSettings),
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
};

/** Arguments of `aws_glue_data_catalog_encryption_settings`. */
class GlueDataCatalogEncryptionSettingsConfig extends blockType(glueDataCatalogEncryptionSettingsConfigFields) {}

/** Resource `aws_glue_data_catalog_encryption_settings`. */
export class GlueDataCatalogEncryptionSettings extends resourceType("aws_glue_data_catalog_encryption_settings", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueDataCatalogEncryptionSettingsConfig,
}) {}
