// Resource aws_glue_workflow of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_workflow --version 6.34.0`.
import { blockType, map, number, optional, resourceType, string } from "tfwright";

const glueWorkflowConfigFields = {
  default_run_properties: optional(map(string())),
  description: optional(string()),
  id: optional(string()),
  max_concurrent_runs: optional(number()),
  /** Another value replaces the resource. */
  name: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
};

/** Arguments of `aws_glue_workflow`. */
class GlueWorkflowConfig extends blockType(glueWorkflowConfigFields) {}

const glueWorkflowAttributes = { arn: string() };

/** Resource `aws_glue_workflow`. */
export class GlueWorkflow extends resourceType("aws_glue_workflow", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueWorkflowConfig,
  attributes: glueWorkflowAttributes,
}) {}
