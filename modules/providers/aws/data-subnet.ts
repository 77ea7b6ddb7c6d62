// Data source aws_subnet of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws data.aws_subnet --version 6.34.0`.
import {
  blockType,
  bool,
  dataSourceType,
  map,
  nestedBlock,
  nestedBlocks,
  number,
  optional,
  set,
  string,
} from "tfwright";

const dataSubnetFilterFields = { name: string(), values: set(string()) };

class DataSubnetFilter extends blockType(dataSubnetFilterFields) {}

const dataSubnetTimeoutsFields = { read: optional(string()) };

class DataSubnetTimeouts extends blockType(dataSubnetTimeoutsFields) {}

const dataSubnetConfigFields = {
  availability_zone: optional(string()),
  availability_zone_id: optional(string()),
  cidr_block: optional(string()),
  default_for_az: optional(bool()),
  id: optional(string()),
  ipv6_cidr_block: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  state: optional(string()),
  tags: optional(map(string())),
  vpc_id: optional(string()),
  filter: optional(nestedBlocks(DataSubnetFilter, { nesting: "set" })),
  timeouts: optional(nestedBlock(DataSubnetTimeouts, { nesting: "single" })),
};

/** Arguments of `aws_subnet`. */
class DataSubnetConfig extends blockType(dataSubnetConfigFields) {}

const dataSubnetAttributes = {
  arn: string(),
  assign_ipv6_address_on_creation: bool(),
  available_ip_address_count: number(),
  customer_owned_ipv4_pool: string(),
  enable_dns64: bool(),
  enable_lni_at_device_index: number(),
  enable_resource_name_dns_a_record_on_launch: bool(),
  enable_resource_name_dns_aaaa_record_on_launch: bool(),
  ipv6_cidr_block_association_id: string(),
  ipv6_native: bool(),
  map_customer_owned_ip_on_launch: bool(),
  map_public_ip_on_launch: bool(),
  outpost_arn: string(),
  owner_id: string(),
  private_dns_hostname_type_on_launch: string(),
};

/** Data source `aws_subnet`. */
export class DataSubnet extends dataSourceType("aws_subnet", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: DataSubnetConfig,
  attributes: dataSubnetAttributes,
}) {}
