import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import type { Facts } from "../facts";
import { lossOfChange } from "../loss/loss-of-change";
import { defineRule, type RuleMatch } from "../rule";
import { isDestroyed } from "./resources/destruction";
import { changedNetwork, changesMore, decidesByName, tellArguments } from "./resources/judged-by-name";
import { fieldsAt } from "./resources/setting-tests";
import { matchSettings } from "./resources/settings";

/** Lists of addresses that firewalls of other plans may name: the argument with an address. */
const PREFIX_LISTS: Readonly<Record<string, readonly string[]>> = {
  aws_ec2_managed_prefix_list: ["entry", "cidr"],
  aws_ec2_managed_prefix_list_entry: ["cidr"],
};

const LIST = "aws_ec2_managed_prefix_list";

/** Addresses that nobody has in the Internet. */
const PRIVATE =
  /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^f[cde]/i;

/** Public addresses that a list gets which exists: whom a new one lets in is told of the firewalls that name it. */
function matchPrefixList(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const path = PREFIX_LISTS[change.type] ?? [];
  const isOfNew = change.type === LIST ? change.action === "create" : facts.refersToNew(change, LIST);
  if (change.action === "delete" || isOfNew) return [];
  const textsOn = (side: "before" | "after") =>
    fieldsAt(change[side], path).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const had = new Set(textsOn("before"));
  const added = textsOn("after").filter((text) => !had.has(text) && !PRIVATE.test(text));
  return added.length === 0
    ? []
    : [{ message: say`${listValues(added, 4)}: read which firewalls name the list, also in other plans` }];
}

/** Reports firewalls and lists of addresses of a provider whose networks the review does not compare. */
export const networkNotCompared = defineRule({
  code: "network-not-compared",
  section: "network",
  level: "attention",
  title: "network rules change, and are not compared",
  what: "A firewall, security group, list of addresses or another resource that by its name decides who reaches what, new, changed or destroyed, of a provider whose networks the review does not compare, in one row for each type; and a list of addresses in another resource that changes, and not only gets shorter. What a new one says stands in the details. Of AWS, Azure and Google Cloud, what no firewall has: IP sets, prefix lists that exist, conditions of listeners, restrictions of apps, rules of Cloud Armor, prefixes of gateways, peerings that forward more, routes to the Internet of Azure.",
  why: "The review cannot tell whether it opens something to the Internet.",
  bad: "`oci_core_security_list.web` changes its `ingress_security_rules`.",
  good: "`freeform_tags` of `oci_core_security_list.web` change.",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (PREFIX_LISTS[change.type] !== undefined) return matchPrefixList(change, facts);
    if (/^(?:aws_(?!cloudcontrolapi_)|azurerm_)/.test(change.type))
      return matchSettings(change, "network-not-compared", facts);
    if (decidesByName(change) !== "network") {
      const names = changedNetwork(change);
      const settings = matchSettings(change, "network-not-compared", facts);
      return names.length === 0 ? settings : [{ message: say`${listValues(names, 4)}: read who reaches it` }];
    }
    // Of a type that nobody knows, its destruction is told already.
    if (isDestroyed(change) && change.action === "delete" && lossOfChange(change) !== undefined)
      return [{ message: words("its rules go: read what is reached without them") }];
    if (!changesMore(change)) return [];
    return [{ message: words("it decides who reaches what: read it"), details: tellArguments(change) }];
  },
});
