// Resource aws_s3_object of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_s3_object --version 6.34.0`.
import { blockType, bool, map, nestedBlock, optional, resourceType, string } from "tfwright";

const s3ObjectDefaultTagsFields = { tags: optional(map(string())) };

class S3ObjectDefaultTags extends blockType(s3ObjectDefaultTagsFields) {}

const s3ObjectOverrideProviderFields = { default_tags: optional(nestedBlock(S3ObjectDefaultTags)) };

class S3ObjectOverrideProvider extends blockType(s3ObjectOverrideProviderFields) {}

const s3ObjectConfigFields = {
  /** Another value replaces the resource. */
  bucket: string(),
  /** Another value replaces the resource. */
  key: string(),
  acl: optional(string()),
  bucket_key_enabled: optional(bool()),
  cache_control: optional(string()),
  checksum_algorithm: optional(string()),
  content: optional(string()),
  content_base64: optional(string()),
  content_disposition: optional(string()),
  content_encoding: optional(string()),
  content_language: optional(string()),
  content_type: optional(string()),
  etag: optional(string()),
  force_destroy: optional(bool()),
  id: optional(string()),
  kms_key_id: optional(string()),
  metadata: optional(map(string())),
  object_lock_legal_hold_status: optional(string()),
  object_lock_mode: optional(string()),
  object_lock_retain_until_date: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  server_side_encryption: optional(string()),
  source: optional(string()),
  source_hash: optional(string()),
  storage_class: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  website_redirect: optional(string()),
  override_provider: optional(nestedBlock(S3ObjectOverrideProvider)),
};

/** Arguments of `aws_s3_object`. */
class S3ObjectConfig extends blockType(s3ObjectConfigFields) {}

const s3ObjectAttributes = {
  arn: string(),
  checksum_crc32: string(),
  checksum_crc32c: string(),
  checksum_crc64nvme: string(),
  checksum_sha1: string(),
  checksum_sha256: string(),
  version_id: string(),
};

/** Resource `aws_s3_object`. */
export class S3Object extends resourceType("aws_s3_object", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: S3ObjectConfig,
  attributes: s3ObjectAttributes,
}) {}
