/** Routes to Internet gateways, and to that of Google Cloud, which every network has. */
import { isFields, type Json } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { listValues, say } from "../../../text/message";
import { uniqueSorted } from "../../../text/unique-sorted";
import type { Facts } from "../../facts";
import { fieldAt, itemsAt } from "../../field";
import type { RuleMatch } from "../../rule";

const ROUTE = "aws_route";
const TABLES = ["aws_route_table", "aws_default_route_table"];
const GATEWAY = "aws_internet_gateway";
const GOOGLE_ROUTE = "google_compute_route";

/** Types of one route each, and the resource that the route is in. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  [ROUTE, "aws_route_table"],
  [GOOGLE_ROUTE, "google_compute_network"],
]);

/** Types that have routes. */
export const routeTypes: readonly string[] = [...SINGLE.keys(), ...TABLES];

const DESTINATIONS = [
  "destination_cidr_block",
  "destination_ipv6_cidr_block",
  "cidr_block",
  "ipv6_cidr_block",
  "dest_range",
];

/** Routes to an Internet gateway that this change adds. */
export function matchInternetRoutes(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (change.after.value === undefined || change.after.value === null) return [];
  const holder = SINGLE.get(change.type);
  const isNew = holder === undefined ? change.action === "create" : facts.refersToNew(change, holder);
  const level = isNew ? "note" : "attention";
  const before = new Set(routesOf(change, "before", facts));
  const added = routesOf(change, "after", facts).filter((route) => !before.has(route));
  if (added.length === 0) return [];
  return [{ message: say`${listValues(uniqueSorted(added), 4)} goes to an Internet gateway`, level }];
}

/** Destinations that go to an Internet gateway. */
function routesOf(change: ResourceChange, side: "before" | "after", facts: Facts): readonly string[] {
  const { value } = change[side];
  const routes = SINGLE.has(change.type) ? [value] : itemsAt(value, ["route"]);
  return routes.filter((route) => isToGateway(route, change, facts)).flatMap(destinationsOf);
}

/** The ID of a gateway begins with `igw-`. One of a new gateway is known only after apply. */
function isToGateway(route: Json | undefined, change: ResourceChange, facts: Facts): boolean {
  if (!isFields(route)) return false;
  if (change.type === GOOGLE_ROUTE)
    return typeof route.next_hop_gateway === "string" && route.next_hop_gateway.endsWith("default-internet-gateway");
  if (typeof route.gateway_id === "string" && route.gateway_id !== "") return route.gateway_id.startsWith("igw-");
  if (route.nat_gateway_id || route.transit_gateway_id || route.vpc_peering_connection_id) return false;
  const name = change.type === ROUTE ? "gateway_id" : "route";
  return fieldAt(change.after, [name]).unknown && facts.refersToNew(change, GATEWAY);
}

function destinationsOf(route: Json | undefined): readonly string[] {
  if (!isFields(route)) return [];
  return DESTINATIONS.map((name) => route[name]).filter((one): one is string => typeof one === "string" && one !== "");
}
