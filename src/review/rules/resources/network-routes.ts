/** Routes to other networks, and routes of a destination that takes another way than before. */
import { isFields, type Json, jsonAt } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import { fieldAt, itemsAt } from "../../field";
import type { RuleMatch } from "../../rule";

const ROUTE = "aws_route";

const DESTINATIONS = [
  "destination_cidr_block",
  "destination_ipv6_cidr_block",
  "destination_prefix_list_id",
  "cidr_block",
  "ipv6_cidr_block",
  "dest_range",
];

/** Where a route leads, by the argument that names it. */
const WAYS: Readonly<Record<string, string>> = {
  vpc_peering_connection_id: "a peering",
  transit_gateway_id: "a transit gateway",
  core_network_arn: "a core network",
  gateway_id: "a gateway",
  nat_gateway_id: "a NAT gateway",
  network_interface_id: "a network interface",
  vpc_endpoint_id: "an endpoint",
  egress_only_gateway_id: "an egress-only gateway",
  next_hop_instance: "a machine",
  next_hop_ip: "a machine",
  next_hop_ilb: "a load balancer",
  next_hop_vpn_tunnel: "a VPN tunnel",
};

const GOOGLE_ROUTE = "google_compute_route";

/** Types of one route each. */
const SINGLE: ReadonlySet<string> = new Set([ROUTE, GOOGLE_ROUTE]);

const TO_NETWORKS: ReadonlySet<string> = new Set([
  "vpc_peering_connection_id",
  "transit_gateway_id",
  "core_network_arn",
  "next_hop_instance",
  "next_hop_ip",
  "next_hop_ilb",
  "next_hop_vpn_tunnel",
]);

interface Route {
  readonly destination: string;
  readonly way: string;
  /** Undefined if it is known only after apply. */
  readonly to: string | undefined;
}

/** Routes of an existing table to another network. */
export function matchNetworkRoutes(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (isOfNewTable(change, facts)) return [];
  const before = routesIn(change, "before");
  return routesIn(change, "after")
    .filter(({ way, to }) => TO_NETWORKS.has(way) || (way === "gateway_id" && to?.startsWith("vgw-") === true))
    .filter((route) => !before.some((one) => one.destination === route.destination && one.way === route.way))
    .map(({ destination, way, to }) => ({ message: say`${destination} goes to ${to ?? words(WAYS[way] ?? "")}` }));
}

/** Routes whose destination now goes through something of another kind, or through another machine. */
export function matchOtherWays(change: ResourceChange): readonly RuleMatch[] {
  if (change.action !== "update") return [];
  const before = routesIn(change, "before");
  return routesIn(change, "after").flatMap((route): readonly RuleMatch[] => {
    const old = before.find(({ destination }) => destination === route.destination);
    const isToldElsewhere = TO_NETWORKS.has(route.way) || /^(?:igw|vgw)-/.test(route.to ?? "");
    if (old === undefined || isToldElsewhere) return [];
    const isSame =
      old.way === route.way && (route.to === undefined || route.to === old.to || route.way === "nat_gateway_id");
    if (isSame) return [];
    const [from, to] = [old, route].map(({ way, to: target }) => target ?? words(WAYS[way] ?? ""));
    return [{ message: say`${route.destination} takes another way: ${from ?? ""} → ${to ?? ""}` }];
  });
}

function isOfNewTable(change: ResourceChange, facts: Facts): boolean {
  if (change.type === GOOGLE_ROUTE) return facts.refersToNew(change, "google_compute_network");
  if (change.type !== ROUTE) return change.action === "create";
  return fieldAt(change.after, ["route_table_id"]).unknown || facts.refersToNew(change, "aws_route_table");
}

function routesIn(change: ResourceChange, side: "before" | "after"): readonly Route[] {
  const { type, [side]: marked } = change;
  const routes = SINGLE.has(type) ? [marked.value] : itemsAt(marked.value, ["route"]);
  return routes.flatMap((route, index) => {
    const marks = SINGLE.has(type) ? marked.unknown : jsonAt(marked.unknown, ["route", index]);
    return isFields(route) ? routeOf(route, marks) : [];
  });
}

function routeOf(route: Readonly<Record<string, Json>>, marks: Json | undefined): readonly Route[] {
  const destination = DESTINATIONS.map((name) => route[name]).find((one) => typeof one === "string" && one !== "");
  const isNamed = (name: string) => typeof route[name] === "string" && route[name] !== "";
  const way = Object.keys(WAYS).find(isNamed) ?? Object.keys(WAYS).find((name) => jsonAt(marks, [name]) === true);
  if (typeof destination !== "string" || way === undefined) return [];
  return [{ destination, way, to: isNamed(way) ? String(route[way]) : undefined }];
}
