// Resource aws_lakeformation_lf_tag of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_lakeformation_lf_tag --version 6.34.0`.
import { blockType, optional, resourceType, set, string } from "tfwright";

const lakeformationLfTagConfigFields = {
  /** Another value replaces the resource. */
  key: string(),
  values: set(string()),
  /** Another value replaces the resource. */
  catalog_id: optional(string()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
};

/** Arguments of `aws_lakeformation_lf_tag`. */
class LakeformationLfTagConfig extends blockType(lakeformationLfTagConfigFields) {}

/** Resource `aws_lakeformation_lf_tag`. */
export class LakeformationLfTag extends resourceType("aws_lakeformation_lf_tag", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: LakeformationLfTagConfig,
}) {}
