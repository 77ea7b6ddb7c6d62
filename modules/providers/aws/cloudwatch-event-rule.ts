// Resource aws_cloudwatch_event_rule of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_cloudwatch_event_rule --version 6.34.0`.
import { argument, blockType, bool, map, optional, resourceType, string } from "tfwright";

const cloudwatchEventRuleConfigFields = {
  description: optional(string()),
  /** Another value replaces the resource. */
  event_bus_name: optional(string()),
  event_pattern: optional(string()),
  force_destroy: optional(bool()),
  id: optional(string()),
  /** @deprecated */
  is_enabled: optional(argument(bool(), { deprecated: true })),
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
  role_arn: optional(string()),
  schedule_expression: optional(string()),
  state: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
};

/** Arguments of `aws_cloudwatch_event_rule`. */
class CloudwatchEventRuleConfig extends blockType(cloudwatchEventRuleConfigFields) {}

const cloudwatchEventRuleAttributes = { arn: string() };

/** Resource `aws_cloudwatch_event_rule`. */
export class CloudwatchEventRule extends resourceType("aws_cloudwatch_event_rule", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: CloudwatchEventRuleConfig,
  attributes: cloudwatchEventRuleAttributes,
}) {}
