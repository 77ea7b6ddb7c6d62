import { defineRule } from "../rule";
import { matchInternetRoutes, routeTypes } from "./resources/internet-routes";

/** Reports a route to an Internet gateway. */
export const routeToInternet = defineRule({
  code: "route-to-internet",
  section: "network",
  level: "attention",
  title: "route to the Internet",
  what: "A route of an existing route table to an Internet gateway, or of a network of Google Cloud. In a new table or network it is a note.",
  why: "It makes the subnets of the table public: what has a public address there can be reached.",
  bad: "`aws_route` with `gateway_id` of an Internet gateway, in the table of private subnets.",
  good: "`aws_route` with `nat_gateway_id`.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
  looksAt: "resource",
  types: routeTypes,
  check: matchInternetRoutes,
});
