// Resource aws_glue_job of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_job --version 6.34.0`.
import { argument, blockType, bool, list, map, nestedBlock, number, optional, resourceType, string } from "tfwright";

const glueJobCommandFields = {
  script_location: string(),
  name: optional(string()),
  python_version: optional(string()),
  runtime: optional(string()),
};

class GlueJobCommand extends blockType(glueJobCommandFields) {}

const glueJobExecutionPropertyFields = { max_concurrent_runs: optional(number()) };

class GlueJobExecutionProperty extends blockType(glueJobExecutionPropertyFields) {}

const glueJobNotificationPropertyFields = { notify_delay_after: optional(number()) };

class GlueJobNotificationProperty extends blockType(glueJobNotificationPropertyFields) {}

const glueJobSourceControlDetailsFields = {
  auth_strategy: optional(string()),
  auth_token: optional(argument(string(), { sensitive: true })),
  branch: optional(string()),
  folder: optional(string()),
  last_commit_id: optional(string()),
  owner: optional(string()),
  provider: optional(string()),
  repository: optional(string()),
};

class GlueJobSourceControlDetails extends blockType(glueJobSourceControlDetailsFields) {}

const glueJobConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  role_arn: string(),
  command: nestedBlock(GlueJobCommand),
  connections: optional(list(string())),
  default_arguments: optional(map(string())),
  description: optional(string()),
  execution_class: optional(string()),
  glue_version: optional(string()),
  id: optional(string()),
  job_mode: optional(string()),
  job_run_queuing_enabled: optional(bool()),
  maintenance_window: optional(string()),
  max_capacity: optional(number()),
  max_retries: optional(number()),
  non_overridable_arguments: optional(map(string())),
  number_of_workers: optional(number()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  security_configuration: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  timeout: optional(number()),
  worker_type: optional(string()),
  execution_property: optional(nestedBlock(GlueJobExecutionProperty)),
  notification_property: optional(nestedBlock(GlueJobNotificationProperty)),
  source_control_details: optional(nestedBlock(GlueJobSourceControlDetails)),
};

/** Arguments of `aws_glue_job`. */
class GlueJobConfig extends blockType(glueJobConfigFields) {}

const glueJobAttributes = { arn: string() };

/** Resource `aws_glue_job`. */
export class GlueJob extends resourceType("aws_glue_job", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueJobConfig,
  attributes: glueJobAttributes,
}) {}
