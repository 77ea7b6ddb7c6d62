import { say, words } from "../../text/message";
import { fieldAt, show } from "../field";
import { defineRule } from "../rule";
import { routeTypes } from "./resources/internet-routes";
import { matchNetworkRoutes } from "./resources/network-routes";

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
  "aws_vpn_connection",
  "aws_dx_private_virtual_interface",
  "aws_dx_transit_virtual_interface",
  "aws_dx_gateway_association",
  "aws_vpclattice_service_network_vpc_association",
  "google_compute_network_peering",
  "azurerm_virtual_network_peering",
];

const NEW_TABLES = ["aws_ec2_transit_gateway_route_table", "aws_route_table"];
const TABLE_IDS = ["route_table_id", "transit_gateway_route_table_id"];

/** What is new in the route table of a transit gateway that exists. */
const LINKS: Readonly<Record<string, string>> = {
  aws_ec2_transit_gateway_route: "a new route of a transit gateway",
  aws_ec2_transit_gateway_prefix_list_reference: "a new route of a transit gateway, to a prefix list",
  aws_ec2_transit_gateway_route_table_association: "an attachment gets the routes of a transit gateway",
  aws_vpn_gateway_route_propagation: "a route table gets the routes of a VPN gateway",
  aws_ec2_transit_gateway_route_table_propagation: "an attachment adds its routes to a transit gateway",
};

const ROUTES: readonly string[] = routeTypes;

/** Reports a network that is connected to another one. */
export const networkPeering = defineRule({
  code: "network-peering",
  section: "network",
  level: "attention",
  title: "networks connected",
  what: "A new peering of two networks, or a network that is attached to a transit gateway. In an existing route table a new route to a peering, a transit gateway, a core network, a VPN or a machine, and a new route, association or propagation of a transit gateway, too.",
  why: "With routes and open firewalls, each network reaches the other.",
  bad: "A new `aws_vpc_peering_connection`.",
  good: "An `aws_vpc_peering_connection` whose tags change.",
  source: "https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html",
  looksAt: "resource",
  types: [...TYPES, ...Object.keys(LINKS), ...ROUTES],
  check(change, facts) {
    if (ROUTES.includes(change.type)) return matchNetworkRoutes(change, facts);
    if (change.action !== "create") return [];
    const link = LINKS[change.type];
    if (link === undefined) return [{ message: words("a new connection to another network") }];
    const isBlackhole = fieldAt(change.after, ["blackhole"]).value === true;
    const isOfNew = TABLE_IDS.some((name) => fieldAt(change.after, [name]).unknown);
    if (isBlackhole || isOfNew || NEW_TABLES.some((type) => facts.refersToNew(change, type))) return [];
    const destination = fieldAt(change.after, ["destination_cidr_block"]);
    return [{ message: destination.value === undefined ? words(link) : say`${words(link)}: ${show(destination)}` }];
  },
});
