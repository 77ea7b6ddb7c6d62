import { words } from "../../text/message";
import { defineRule } from "../rule";

const TYPES = [
  "aws_vpc_peering_connection",
  "aws_vpc_peering_connection_accepter",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_ec2_transit_gateway_vpc_attachment_accepter",
  "aws_ec2_transit_gateway_peering_attachment",
  "aws_ec2_transit_gateway_peering_attachment_accepter",
  "aws_networkmanager_attachment_accepter",
  "aws_opensearch_inbound_connection_accepter",
  "aws_vpc_endpoint_connection_accepter",
  "aws_odb_network_peering_connection",
  "google_compute_network_peering",
  "azurerm_virtual_network_peering",
];

/** Reports a network that is connected to another one. */
export const networkPeering = defineRule({
  code: "network-peering",
  section: "network",
  level: "attention",
  title: "networks connected",
  what: "A new peering of two networks, or a network that is attached to a transit gateway.",
  why: "With routes and open firewalls, each network reaches the other.",
  bad: "A new `aws_vpc_peering_connection`.",
  good: "An `aws_vpc_peering_connection` whose tags change.",
  source: "https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html",
  looksAt: "resource",
  types: TYPES,
  check({ action }) {
    return action === "create" ? [{ message: words("a new connection to another network") }] : [];
  },
});
