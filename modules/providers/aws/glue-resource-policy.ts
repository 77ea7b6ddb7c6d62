// Resource aws_glue_resource_policy of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_resource_policy --version 6.34.0`.
import { blockType, optional, resourceType, string } from "tfwright";

const glueResourcePolicyConfigFields = {
  policy: string(),
  enable_hybrid: optional(string()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
};

/** Arguments of `aws_glue_resource_policy`. */
class GlueResourcePolicyConfig extends blockType(glueResourcePolicyConfigFields) {}

/** Resource `aws_glue_resource_policy`. */
export class GlueResourcePolicy extends resourceType("aws_glue_resource_policy", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueResourcePolicyConfig,
}) {}
