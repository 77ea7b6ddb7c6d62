// Resource aws_glue_security_configuration of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_security_configuration --version 6.34.0`.
import { blockType, nestedBlock, optional, resourceType, string } from "tfwright";

const glueSecurityConfigurationCloudwatchEncryptionFields = {
  /** Another value replaces the resource. */
  cloudwatch_encryption_mode: optional(string()),
  /** Another value replaces the resource. */
  kms_key_arn: optional(string()),
};

class GlueSecurityConfigurationCloudwatchEncryption extends blockType(
  glueSecurityConfigurationCloudwatchEncryptionFields,
) {}

const glueSecurityConfigurationJobBookmarksEncryptionFields = {
  /** Another value replaces the resource. */
  job_bookmarks_encryption_mode: optional(string()),
  /** Another value replaces the resource. */
  kms_key_arn: optional(string()),
};

class GlueSecurityConfigurationJobBookmarksEncryption extends blockType(
  glueSecurityConfigurationJobBookmarksEncryptionFields,
) {}

const glueSecurityConfigurationS3EncryptionFields = {
  /** Another value replaces the resource. */
  kms_key_arn: optional(string()),
  /** Another value replaces the resource. */
  s3_encryption_mode: optional(string()),
};

class GlueSecurityConfigurationS3Encryption extends blockType(glueSecurityConfigurationS3EncryptionFields) {}

const glueSecurityConfigurationEncryptionConfigurationFields = {
  /** Another value replaces the resource. */
  cloudwatch_encryption: nestedBlock(GlueSecurityConfigurationCloudwatchEncryption),
  /** Another value replaces the resource. */
  job_bookmarks_encryption: nestedBlock(GlueSecurityConfigurationJobBookmarksEncryption),
  /** Another value replaces the resource. */
  s3_encryption: nestedBlock(GlueSecurityConfigurationS3Encryption),
};

class GlueSecurityConfigurationEncryptionConfiguration extends blockType(
  glueSecurityConfigurationEncryptionConfigurationFields,
) {}

const glueSecurityConfigurationConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  encryption_configuration: nestedBlock(GlueSecurityConfigurationEncryptionConfiguration),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
};

/** Arguments of `aws_glue_security_configuration`. */
class GlueSecurityConfigurationConfig extends blockType(glueSecurityConfigurationConfigFields) {}

/** Resource `aws_glue_security_configuration`. */
export class GlueSecurityConfiguration extends resourceType("aws_glue_security_configuration", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueSecurityConfigurationConfig,
}) {}
