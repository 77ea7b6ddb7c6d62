// Resource aws_glue_trigger of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_trigger --version 6.34.0`.
import { blockType, bool, map, nestedBlock, nestedBlocks, number, optional, resourceType, string } from "tfwright";

const glueTriggerNotificationPropertyFields = { notify_delay_after: optional(number()) };

class GlueTriggerNotificationProperty extends blockType(glueTriggerNotificationPropertyFields) {}

const glueTriggerActionsFields = {
  arguments: optional(map(string())),
  crawler_name: optional(string()),
  job_name: optional(string()),
  security_configuration: optional(string()),
  timeout: optional(number()),
  notification_property: optional(nestedBlock(GlueTriggerNotificationProperty)),
};

class GlueTriggerActions extends blockType(glueTriggerActionsFields) {}

const glueTriggerEventBatchingConditionFields = { batch_size: number(), batch_window: optional(number()) };

class GlueTriggerEventBatchingCondition extends blockType(glueTriggerEventBatchingConditionFields) {}

const glueTriggerConditionsFields = {
  crawl_state: optional(string()),
  crawler_name: optional(string()),
  job_name: optional(string()),
  logical_operator: optional(string()),
  state: optional(string()),
};

class GlueTriggerConditions extends blockType(glueTriggerConditionsFields) {}

const glueTriggerPredicateFields = { conditions: nestedBlocks(GlueTriggerConditions), logical: optional(string()) };

class GlueTriggerPredicate extends blockType(glueTriggerPredicateFields) {}

const glueTriggerTimeoutsFields = {
  create: optional(string()),
  delete: optional(string()),
  update: optional(string()),
};

class GlueTriggerTimeouts extends blockType(glueTriggerTimeoutsFields) {}

const glueTriggerConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  type: string(),
  actions: nestedBlocks(GlueTriggerActions),
  description: optional(string()),
  enabled: optional(bool()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  schedule: optional(string()),
  start_on_creation: optional(bool()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  /** Another value replaces the resource. */
  workflow_name: optional(string()),
  event_batching_condition: optional(nestedBlocks(GlueTriggerEventBatchingCondition)),
  predicate: optional(nestedBlock(GlueTriggerPredicate)),
  timeouts: optional(nestedBlock(GlueTriggerTimeouts, { nesting: "single" })),
};

/** Arguments of `aws_glue_trigger`. */
class GlueTriggerConfig extends blockType(glueTriggerConfigFields) {}

const glueTriggerAttributes = { arn: string(), state: string() };

/** Resource `aws_glue_trigger`. */
export class GlueTrigger extends resourceType("aws_glue_trigger", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueTriggerConfig,
  attributes: glueTriggerAttributes,
}) {}
