// Resource aws_cloudwatch_log_group of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_cloudwatch_log_group --version 6.34.0`.
import { blockType, bool, map, number, optional, resourceType, string } from "tfwright";

const cloudwatchLogGroupConfigFields = {
  deletion_protection_enabled: optional(bool()),
  id: optional(string()),
  kms_key_id: optional(string()),
  /** Another value replaces the resource. */
  log_group_class: optional(string()),
  /** Another value replaces the resource. */
  name: optional(string()),
  /** Another value replaces the resource. */
  name_prefix: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  retention_in_days: optional(number()),
  skip_destroy: optional(bool()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
};

/** Arguments of `aws_cloudwatch_log_group`. */
class CloudwatchLogGroupConfig extends blockType(cloudwatchLogGroupConfigFields) {}

const cloudwatchLogGroupAttributes = { arn: string() };

/** Resource `aws_cloudwatch_log_group`. */
export class CloudwatchLogGroup extends resourceType("aws_cloudwatch_log_group", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: CloudwatchLogGroupConfig,
  attributes: cloudwatchLogGroupAttributes,
}) {}
