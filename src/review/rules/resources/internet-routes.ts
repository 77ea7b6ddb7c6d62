/** Routes to Internet gateways. */
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

/** Types that have routes. */
export const routeTypes: readonly string[] = [ROUTE, ...TABLES];

const DESTINATIONS = ["destination_cidr_block", "destination_ipv6_cidr_block", "cidr_block", "ipv6_cidr_block"];

/** Routes to an Internet gateway that this change adds. */
export function matchInternetRoutes(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (change.after.value === undefined || change.after.value === null) return [];
  const isNew = change.type === ROUTE ? facts.refersToNew(change, "aws_route_table") : change.action === "create";
  const level = isNew ? "note" : "attention";
  const before = new Set(routesOf(change, "before", facts));
  const added = routesOf(change, "after", facts).filter((route) => !before.has(route));
  if (added.length === 0) return [];
  return [{ message: say`${listValues(uniqueSorted(added), 4)} goes to an Internet gateway`, level }];
}

/** Destinations that go to an Internet gateway. */
function routesOf(change: ResourceChange, side: "before" | "after", facts: Facts): readonly string[] {
  const { value } = change[side];
  const routes = change.type === ROUTE ? [value] : itemsAt(value, ["route"]);
  return routes.filter((route) => isToGateway(route, change, facts)).flatMap(destinationsOf);
}

/** The ID of a gateway begins with `igw-`. One of a new gateway is known only after apply. */
function isToGateway(route: Json | undefined, change: ResourceChange, facts: Facts): boolean {
  if (!isFields(route)) return false;
  if (typeof route.gateway_id === "string" && route.gateway_id !== "") return route.gateway_id.startsWith("igw-");
  if (route.nat_gateway_id || route.transit_gateway_id || route.vpc_peering_connection_id) return false;
  const name = change.type === ROUTE ? "gateway_id" : "route";
  return fieldAt(change.after, [name]).unknown && facts.refersToNew(change, GATEWAY);
}

function destinationsOf(route: Json | undefined): readonly string[] {
  if (!isFields(route)) return [];
  return DESTINATIONS.map((name) => route[name]).filter((one): one is string => typeof one === "string" && one !== "");
}
