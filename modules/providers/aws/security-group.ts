// Resource aws_security_group of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_security_group --version 6.34.0`.
import {
  blockType,
  bool,
  completeObject,
  list,
  map,
  nestedBlock,
  number,
  optional,
  resourceType,
  set,
  string,
} from "tfwright";

const securityGroupTimeoutsFields = { create: optional(string()), delete: optional(string()) };

class SecurityGroupTimeouts extends blockType(securityGroupTimeoutsFields) {}

const securityGroupConfigFields = {
  /** Another value replaces the resource. */
  description: optional(string()),
  egress: optional(
    set(
      completeObject({
        cidr_blocks: list(string()),
        description: string(),
        from_port: number(),
        ipv6_cidr_blocks: list(string()),
        prefix_list_ids: list(string()),
        protocol: string(),
        security_groups: set(string()),
        self: bool(),
        to_port: number(),
      }),
    ),
  ),
  id: optional(string()),
  ingress: optional(
    set(
      completeObject({
        cidr_blocks: list(string()),
        description: string(),
        from_port: number(),
        ipv6_cidr_blocks: list(string()),
        prefix_list_ids: list(string()),
        protocol: string(),
        security_groups: set(string()),
        self: bool(),
        to_port: number(),
      }),
    ),
  ),
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
  revoke_rules_on_delete: optional(bool()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  /** Another value replaces the resource. */
  vpc_id: optional(string()),
  timeouts: optional(nestedBlock(SecurityGroupTimeouts, { nesting: "single" })),
};

/** Arguments of `aws_security_group`. */
class SecurityGroupConfig extends blockType(securityGroupConfigFields) {}

const securityGroupAttributes = { arn: string(), owner_id: string() };

/** Resource `aws_security_group`. */
export class SecurityGroup extends resourceType("aws_security_group", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: SecurityGroupConfig,
  attributes: securityGroupAttributes,
}) {}
