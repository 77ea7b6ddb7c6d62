// Resource aws_glue_trigger of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_trigger --version 6.34.0`.
import { bool, map, nestedBlock, nestedBlocks, number, optional, resourceType, string } from "tfwright";

/** Resource `aws_glue_trigger`. */
export const GlueTrigger = resourceType("aws_glue_trigger", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: {
    /** Another value replaces the resource. */
    name: string(),
    /** Another value replaces the resource. */
    type: string(),
    actions: nestedBlocks({
      arguments: optional(map(string())),
      crawler_name: optional(string()),
      job_name: optional(string()),
      security_configuration: optional(string()),
      timeout: optional(number()),
      notification_property: optional(nestedBlock({ notify_delay_after: optional(number()) })),
    }),
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
    event_batching_condition: optional(nestedBlocks({ batch_size: number(), batch_window: optional(number()) })),
    predicate: optional(
      nestedBlock({
        conditions: nestedBlocks({
          crawl_state: optional(string()),
          crawler_name: optional(string()),
          job_name: optional(string()),
          logical_operator: optional(string()),
          state: optional(string()),
        }),
        logical: optional(string()),
      }),
    ),
    timeouts: optional(
      nestedBlock(
        { create: optional(string()), delete: optional(string()), update: optional(string()) },
        { nesting: "single" },
      ),
    ),
  },
  attributes: { arn: string(), state: string() },
});
