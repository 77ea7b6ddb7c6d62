// Resource aws_lakeformation_resource of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_lakeformation_resource --version 6.34.0`.
import { blockType, bool, optional, resourceType, string } from "tfwright";

const lakeformationResourceConfigFields = {
  /** Another value replaces the resource. */
  arn: string(),
  /** Another value replaces the resource. */
  hybrid_access_enabled: optional(bool()),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  /** Another value replaces the resource. */
  role_arn: optional(string()),
  /** Another value replaces the resource. */
  use_service_linked_role: optional(bool()),
  /** Another value replaces the resource. */
  with_federation: optional(bool()),
  /** Another value replaces the resource. */
  with_privileged_access: optional(bool()),
};

/** Arguments of `aws_lakeformation_resource`. */
class LakeformationResourceConfig extends blockType(lakeformationResourceConfigFields) {}

const lakeformationResourceAttributes = { last_modified: string() };

/** Resource `aws_lakeformation_resource`. */
export class LakeformationResource extends resourceType("aws_lakeformation_resource", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: LakeformationResourceConfig,
  attributes: lakeformationResourceAttributes,
}) {}
