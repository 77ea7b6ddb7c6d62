// Resource aws_vpc_endpoint of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_vpc_endpoint --version 6.34.0`.
import {
  blockType,
  bool,
  completeObject,
  list,
  map,
  nestedBlock,
  nestedBlocks,
  optional,
  resourceType,
  set,
  string,
} from "tfwright";

const vpcEndpointDnsOptionsFields = {
  dns_record_ip_type: optional(string()),
  private_dns_only_for_inbound_resolver_endpoint: optional(bool()),
  /** Another value replaces the resource. */
  private_dns_preference: optional(string()),
  /** Another value replaces the resource. */
  private_dns_specified_domains: optional(set(string())),
};

class VpcEndpointDnsOptions extends blockType(vpcEndpointDnsOptionsFields) {}

const vpcEndpointSubnetConfigurationFields = {
  ipv4: optional(string()),
  ipv6: optional(string()),
  subnet_id: optional(string()),
};

class VpcEndpointSubnetConfiguration extends blockType(vpcEndpointSubnetConfigurationFields) {}

const vpcEndpointTimeoutsFields = {
  create: optional(string()),
  delete: optional(string()),
  update: optional(string()),
};

class VpcEndpointTimeouts extends blockType(vpcEndpointTimeoutsFields) {}

const vpcEndpointConfigFields = {
  /** Another value replaces the resource. */
  vpc_id: string(),
  auto_accept: optional(bool()),
  id: optional(string()),
  ip_address_type: optional(string()),
  policy: optional(string()),
  /** Another value replaces the resource. */
  private_dns_enabled: optional(bool()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  /** Another value replaces the resource. */
  resource_configuration_arn: optional(string()),
  route_table_ids: optional(set(string())),
  security_group_ids: optional(set(string())),
  /** Another value replaces the resource. */
  service_name: optional(string()),
  /** Another value replaces the resource. */
  service_network_arn: optional(string()),
  /** Another value replaces the resource. */
  service_region: optional(string()),
  subnet_ids: optional(set(string())),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  /** Another value replaces the resource. */
  vpc_endpoint_type: optional(string()),
  dns_options: optional(nestedBlock(VpcEndpointDnsOptions)),
  subnet_configuration: optional(nestedBlocks(VpcEndpointSubnetConfiguration, { nesting: "set" })),
  timeouts: optional(nestedBlock(VpcEndpointTimeouts, { nesting: "single" })),
};

/** Arguments of `aws_vpc_endpoint`. */
class VpcEndpointConfig extends blockType(vpcEndpointConfigFields) {}

const vpcEndpointAttributes = {
  arn: string(),
  cidr_blocks: list(string()),
  dns_entry: list(completeObject({ dns_name: string(), hosted_zone_id: string() })),
  network_interface_ids: set(string()),
  owner_id: string(),
  prefix_list_id: string(),
  requester_managed: bool(),
  state: string(),
};

/** Resource `aws_vpc_endpoint`. */
export class VpcEndpoint extends resourceType("aws_vpc_endpoint", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: VpcEndpointConfig,
  attributes: vpcEndpointAttributes,
}) {}
