import { defineRule } from "../rule";
import { addressTypes, matchPublicAddresses } from "./resources/public-addresses";

/** Reports a machine, a task or a subnet that gets public addresses. */
export const publicAddress = defineRule({
  code: "public-address",
  section: "network",
  level: "attention",
  title: "public address",
  what: "A machine, a service or a subnet that gets public addresses. For new ones it is a note.",
  why: "With a route and an open firewall, the Internet reaches it.",
  bad: "`map_public_ip_on_launch` false → true",
  good: "`map_public_ip_on_launch` true → false",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
  looksAt: "resource",
  types: addressTypes,
  check: matchPublicAddresses,
});
