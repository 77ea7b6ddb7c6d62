// Resource aws_cloudwatch_event_target of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_cloudwatch_event_target --version 6.34.0`.
import {
  blockType,
  bool,
  list,
  map,
  nestedBlock,
  nestedBlocks,
  number,
  optional,
  resourceType,
  set,
  string,
} from "tfwright";

const cloudwatchEventTargetAppsyncTargetFields = { graphql_operation: optional(string()) };

class CloudwatchEventTargetAppsyncTarget extends blockType(cloudwatchEventTargetAppsyncTargetFields) {}

const cloudwatchEventTargetBatchTargetFields = {
  job_definition: string(),
  job_name: string(),
  array_size: optional(number()),
  job_attempts: optional(number()),
};

class CloudwatchEventTargetBatchTarget extends blockType(cloudwatchEventTargetBatchTargetFields) {}

const cloudwatchEventTargetDeadLetterConfigFields = { arn: optional(string()) };

class CloudwatchEventTargetDeadLetterConfig extends blockType(cloudwatchEventTargetDeadLetterConfigFields) {}

const cloudwatchEventTargetCapacityProviderStrategyFields = {
  capacity_provider: string(),
  base: optional(number()),
  weight: optional(number()),
};

class CloudwatchEventTargetCapacityProviderStrategy extends blockType(
  cloudwatchEventTargetCapacityProviderStrategyFields,
) {}

const cloudwatchEventTargetNetworkConfigurationFields = {
  subnets: set(string()),
  assign_public_ip: optional(bool()),
  security_groups: optional(set(string())),
};

class CloudwatchEventTargetNetworkConfiguration extends blockType(cloudwatchEventTargetNetworkConfigurationFields) {}

const cloudwatchEventTargetOrderedPlacementStrategyFields = { type: string(), field: optional(string()) };

class CloudwatchEventTargetOrderedPlacementStrategy extends blockType(
  cloudwatchEventTargetOrderedPlacementStrategyFields,
) {}

const cloudwatchEventTargetPlacementConstraintFields = { type: string(), expression: optional(string()) };

class CloudwatchEventTargetPlacementConstraint extends blockType(cloudwatchEventTargetPlacementConstraintFields) {}

const cloudwatchEventTargetEcsTargetFields = {
  task_definition_arn: string(),
  enable_ecs_managed_tags: optional(bool()),
  enable_execute_command: optional(bool()),
  group: optional(string()),
  launch_type: optional(string()),
  platform_version: optional(string()),
  propagate_tags: optional(string()),
  tags: optional(map(string())),
  task_count: optional(number()),
  capacity_provider_strategy: optional(nestedBlocks(CloudwatchEventTargetCapacityProviderStrategy, { nesting: "set" })),
  network_configuration: optional(nestedBlock(CloudwatchEventTargetNetworkConfiguration)),
  ordered_placement_strategy: optional(nestedBlocks(CloudwatchEventTargetOrderedPlacementStrategy, { max: 5 })),
  placement_constraint: optional(nestedBlocks(CloudwatchEventTargetPlacementConstraint, { nesting: "set", max: 10 })),
};

class CloudwatchEventTargetEcsTarget extends blockType(cloudwatchEventTargetEcsTargetFields) {}

const cloudwatchEventTargetHttpTargetFields = {
  header_parameters: optional(map(string())),
  path_parameter_values: optional(list(string())),
  query_string_parameters: optional(map(string())),
};

class CloudwatchEventTargetHttpTarget extends blockType(cloudwatchEventTargetHttpTargetFields) {}

const cloudwatchEventTargetInputTransformerFields = { input_template: string(), input_paths: optional(map(string())) };

class CloudwatchEventTargetInputTransformer extends blockType(cloudwatchEventTargetInputTransformerFields) {}

const cloudwatchEventTargetKinesisTargetFields = { partition_key_path: optional(string()) };

class CloudwatchEventTargetKinesisTarget extends blockType(cloudwatchEventTargetKinesisTargetFields) {}

const cloudwatchEventTargetRedshiftTargetFields = {
  database: string(),
  db_user: optional(string()),
  secrets_manager_arn: optional(string()),
  sql: optional(string()),
  statement_name: optional(string()),
  with_event: optional(bool()),
};

class CloudwatchEventTargetRedshiftTarget extends blockType(cloudwatchEventTargetRedshiftTargetFields) {}

const cloudwatchEventTargetRetryPolicyFields = {
  maximum_event_age_in_seconds: optional(number()),
  maximum_retry_attempts: optional(number()),
};

class CloudwatchEventTargetRetryPolicy extends blockType(cloudwatchEventTargetRetryPolicyFields) {}

const cloudwatchEventTargetRunCommandTargetsFields = { key: string(), values: list(string()) };

class CloudwatchEventTargetRunCommandTargets extends blockType(cloudwatchEventTargetRunCommandTargetsFields) {}

const cloudwatchEventTargetPipelineParameterListFields = { name: string(), value: string() };

class CloudwatchEventTargetPipelineParameterList extends blockType(cloudwatchEventTargetPipelineParameterListFields) {}

const cloudwatchEventTargetSagemakerPipelineTargetFields = {
  pipeline_parameter_list: optional(
    nestedBlocks(CloudwatchEventTargetPipelineParameterList, { nesting: "set", max: 200 }),
  ),
};

class CloudwatchEventTargetSagemakerPipelineTarget extends blockType(
  cloudwatchEventTargetSagemakerPipelineTargetFields,
) {}

const cloudwatchEventTargetSqsTargetFields = { message_group_id: optional(string()) };

class CloudwatchEventTargetSqsTarget extends blockType(cloudwatchEventTargetSqsTargetFields) {}

const cloudwatchEventTargetConfigFields = {
  arn: string(),
  /** Another value replaces the resource. */
  rule: string(),
  /** Another value replaces the resource. */
  event_bus_name: optional(string()),
  force_destroy: optional(bool()),
  id: optional(string()),
  input: optional(string()),
  input_path: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  role_arn: optional(string()),
  /** Another value replaces the resource. */
  target_id: optional(string()),
  appsync_target: optional(nestedBlock(CloudwatchEventTargetAppsyncTarget)),
  batch_target: optional(nestedBlock(CloudwatchEventTargetBatchTarget)),
  dead_letter_config: optional(nestedBlock(CloudwatchEventTargetDeadLetterConfig)),
  ecs_target: optional(nestedBlock(CloudwatchEventTargetEcsTarget)),
  http_target: optional(nestedBlock(CloudwatchEventTargetHttpTarget)),
  input_transformer: optional(nestedBlock(CloudwatchEventTargetInputTransformer)),
  kinesis_target: optional(nestedBlock(CloudwatchEventTargetKinesisTarget)),
  redshift_target: optional(nestedBlock(CloudwatchEventTargetRedshiftTarget)),
  retry_policy: optional(nestedBlock(CloudwatchEventTargetRetryPolicy)),
  run_command_targets: optional(nestedBlocks(CloudwatchEventTargetRunCommandTargets, { max: 5 })),
  sagemaker_pipeline_target: optional(nestedBlock(CloudwatchEventTargetSagemakerPipelineTarget)),
  sqs_target: optional(nestedBlock(CloudwatchEventTargetSqsTarget)),
};

/** Arguments of `aws_cloudwatch_event_target`. */
class CloudwatchEventTargetConfig extends blockType(cloudwatchEventTargetConfigFields) {}

/** Resource `aws_cloudwatch_event_target`. */
export class CloudwatchEventTarget extends resourceType("aws_cloudwatch_event_target", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: CloudwatchEventTargetConfig,
}) {}
