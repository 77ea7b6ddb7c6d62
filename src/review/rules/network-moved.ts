import type { ValuePath } from "../../json/json-value";
import { destroys, isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import type { Facts } from "../facts";
import { differs, fieldAt, pairAt, show, showPair } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { routeTypes } from "./resources/internet-routes";
import { matchOtherWays } from "./resources/network-routes";

/** What holds for a network, by the argument that names it, and what holds once it is taken away. */
interface NetworkLink {
  readonly argument: ValuePath;
  readonly what: string;
  readonly removed: string;
  /** The type that it is attached to. If that goes too, nothing is left without it. */
  readonly to: string;
}

const ACL = { what: "network ACL", removed: "the default network ACL of the VPC holds now", to: "aws_subnet" };
const TABLE = { what: "route table", removed: "the main route table of the VPC holds now", to: "aws_subnet" };
const NSG = { what: "network security group", removed: "no network security group holds any more" };
const NSG_ID: ValuePath = ["network_security_group_id"];

const MAIN = "aws_main_route_table_association";

const LINKS: Readonly<Record<string, NetworkLink>> = {
  aws_network_acl_association: { ...ACL, argument: ["network_acl_id"] },
  aws_route_table_association: { ...TABLE, argument: ["route_table_id"] },
  [MAIN]: {
    what: "main route table",
    removed: "the first route table of the VPC is the main one now",
    to: "aws_vpc",
    argument: ["route_table_id"],
  },
  azurerm_subnet_network_security_group_association: { ...NSG, argument: NSG_ID, to: "azurerm_subnet" },
  azurerm_network_interface_security_group_association: { ...NSG, argument: NSG_ID, to: "azurerm_network_interface" },
  azurerm_subnet_route_table_association: {
    what: "route table",
    removed: "only the routes of Azure itself hold now",
    to: "azurerm_subnet",
    argument: ["route_table_id"],
  },
};

/** Network ACLs that list their subnets themselves. */
const LISTS: ReadonlySet<string> = new Set(["aws_network_acl", "aws_default_network_acl"]);

/** Types that name a group of subnets. */
const SUBNET_GROUPS: ReadonlySet<string> = new Set(["aws_db_instance", "aws_rds_cluster"]);

/** Reports a subnet or an interface that gets other rules or routes. */
export const networkMoved = defineRule({
  code: "network-moved",
  section: "network",
  level: "attention",
  title: "other rules hold",
  what: "A subnet or an interface that exists and gets another network ACL, route table or network security group, or loses it. A route whose destination takes another way, such as around a firewall, and a database in other subnets, too. A new association of what had none is not reported, unless it is the main one of a VPC.",
  why: "Who reaches what is in it changes, although no rule does.",
  bad: "`network_acl_id` acl-strict → acl-open",
  good: "A new subnet with its association.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  looksAt: "resource",
  types: [...Object.keys(LINKS), ...LISTS, ...routeTypes, ...SUBNET_GROUPS],
  check(change, facts) {
    if (routeTypes.includes(change.type)) return matchOtherWays(change);
    if (SUBNET_GROUPS.has(change.type)) return matchSubnetGroup(change);
    const attached = LINKS[change.type];
    return attached === undefined ? matchSubnets(change) : matchAttached(change, attached, facts);
  },
});

function matchAttached(change: ResourceChange, attached: NetworkLink, facts: Facts): readonly RuleMatch[] {
  const { argument, what, removed, to } = attached;
  const { plan } = facts;
  if (isUpdateOrReplacement(change)) {
    const pair = pairAt(change, argument);
    return differs(pair) ? [{ message: say`another ${words(what)}: ${showPair(pair)}` }] : [];
  }
  if (change.type === MAIN && change.action === "create" && !facts.refersToNew(change, "aws_vpc")) {
    const table = fieldAt(change.after, argument);
    return [{ message: say`another main route table, ${show(table)}: subnets without one of their own use it` }];
  }
  if (change.action !== "delete") return [];
  // One that is made anew under another address, or that goes with what it is attached to, leaves nothing without rules.
  const isGone = plan.resources.some(({ type, action }) => type === to && destroys(action));
  const isMadeAnew = plan.resources.some(({ type, action }) => type === change.type && action === "create");
  return isGone || isMadeAnew ? [] : [{ message: say`the ${words(what)} is taken away: ${words(removed)}` }];
}

/** A database that goes to another group of subnets. */
function matchSubnetGroup(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, ["db_subnet_group_name"]);
  if (change.action !== "update" || pair.before.value === undefined || !differs(pair)) return [];
  return [{ message: say`other subnets: ${showPair(pair)}` }];
}

/** The subnets that a network ACL lists. */
function matchSubnets(change: ResourceChange): readonly RuleMatch[] {
  if (change.action !== "update") return [];
  const pair = pairAt(change, ["subnet_ids"]);
  if (!differs(pair) || (pair.after.unknown && pair.before.value === undefined)) return [];
  return [{ message: say`holds for other subnets: ${showPair(pair)}` }];
}
