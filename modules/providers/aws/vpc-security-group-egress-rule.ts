// Resource aws_vpc_security_group_egress_rule of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_vpc_security_group_egress_rule --version 6.34.0`.
import { blockType, map, number, optional, resourceType, string } from "tfwright";

const vpcSecurityGroupEgressRuleConfigFields = {
  ip_protocol: string(),
  /** Another value replaces the resource. */
  security_group_id: string(),
  cidr_ipv4: optional(string()),
  cidr_ipv6: optional(string()),
  description: optional(string()),
  from_port: optional(number()),
  prefix_list_id: optional(string()),
  referenced_security_group_id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  tags: optional(map(string())),
  to_port: optional(number()),
};

/** Arguments of `aws_vpc_security_group_egress_rule`. */
class VpcSecurityGroupEgressRuleConfig extends blockType(vpcSecurityGroupEgressRuleConfigFields) {}

const vpcSecurityGroupEgressRuleAttributes = {
  arn: string(),
  id: string(),
  security_group_rule_id: string(),
  tags_all: map(string()),
};

/** Resource `aws_vpc_security_group_egress_rule`. */
export class VpcSecurityGroupEgressRule extends resourceType("aws_vpc_security_group_egress_rule", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: VpcSecurityGroupEgressRuleConfig,
  attributes: vpcSecurityGroupEgressRuleAttributes,
}) {}
