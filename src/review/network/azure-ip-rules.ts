/** Services of Azure with a list of addresses that they let in: storage, key vaults, databases, registries. */
import { isList, jsonAt } from "../../json/json-value";
import { exists, type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { fieldAt } from "../field";
import { ALL_IPV4 } from "./address-line";
import type { FirewallRules } from "./firewall-rules";
import type { PlanNetwork } from "./plan-network";
import type { FirewallTarget, Peer } from "./reach";
import { ALL_SERVICES } from "./service-line";

/** Where a type has its list. */
interface IpRules {
  readonly what: string;
  /** The block around the list. @default the resource itself */
  readonly block?: string;
  /** The list of addresses, or of blocks. */
  readonly list: string;
  /** The argument with the address in such a block. @default the list has texts */
  readonly address?: string;
  /** Whether `default_action` says what holds for all others. @default an empty list lets in everybody */
  readonly hasDefault?: true;
  /** Whether the resource only holds the rules of another one, which lets in everybody once they are deleted. @default false */
  readonly isOfOther?: true;
}

const KINDS: Readonly<Record<string, IpRules>> = {
  azurerm_storage_account: { what: "the storage account", block: "network_rules", list: "ip_rules", hasDefault: true },
  azurerm_storage_account_network_rules: {
    what: "the storage account",
    list: "ip_rules",
    hasDefault: true,
    isOfOther: true,
  },
  azurerm_key_vault: { what: "the key vault", block: "network_acls", list: "ip_rules", hasDefault: true },
  azurerm_cognitive_account: { what: "the service", block: "network_acls", list: "ip_rules", hasDefault: true },
  azurerm_ai_services: { what: "the service", block: "network_acls", list: "ip_rules", hasDefault: true },
  azurerm_container_registry: {
    what: "the registry",
    block: "network_rule_set",
    list: "ip_rule",
    address: "ip_range",
    hasDefault: true,
  },
  azurerm_servicebus_namespace: {
    what: "the namespace",
    block: "network_rule_set",
    list: "ip_rules",
    hasDefault: true,
  },
  azurerm_eventhub_namespace: {
    what: "the namespace",
    block: "network_rulesets",
    list: "ip_rule",
    address: "ip_mask",
    hasDefault: true,
  },
  azurerm_cosmosdb_account: { what: "the database account", list: "ip_range_filter" },
  azurerm_kusto_cluster: { what: "the cluster", list: "allowed_ip_ranges" },
  azurerm_oracle_autonomous_database: { what: "the database", list: "allowed_ips" },
  azurerm_search_service: { what: "the search service", list: "allowed_ips" },
};

/** The types of resources with such a list. */
export const azureIpRuleTypes: readonly string[] = Object.keys(KINDS);

/** Adds whom the services of a plan let in. */
export function readAzureIpRules(network: PlanNetwork, rules: FirewallRules): void {
  for (const type of azureIpRuleTypes) {
    for (const instance of network.managedOf([type])) addService(network, rules, instance);
  }
}

const ALL: Peer = { name: "0.0.0.0/0", nature: "addresses", spans: [ALL_IPV4] };

function addService(network: PlanNetwork, rules: FirewallRules, instance: Instance): void {
  const { address, type, changes, action } = instance;
  const kind = KINDS[type] as IpRules;
  if (isClosed(instance)) return;
  // A new service is a note at most: nearly every one is open, and protected by its keys and roles.
  const isNew = action === "create" && kind.isOfOther === undefined;
  const target: FirewallTarget = { key: address, address, type, what: kind.what, ...(isNew && { worst: "note" }) };
  const rule = { target, direction: "ingress", allow: true, priority: 0, from: address, changes } as const;
  for (const side of ["before", "after"] as const) {
    if (!exists(instance, side)) {
      const isLeftOpen = kind.isOfOther === true && side === "after" && !isDestroyed(network, instance);
      if (isLeftOpen) rules.add(side, { ...rule, services: [ALL_SERVICES], peers: [ALL] });
      continue;
    }
    const peers = peersOf(network, { instance, side }, kind);
    if (peers !== undefined) rules.add(side, { ...rule, services: [ALL_SERVICES], peers });
    else rules.addUnclear({ target, direction: "ingress", from: address, what: "who is let in" });
  }
}

/** Whether public access is off on both sides. The rule `public-endpoint` reports that it is turned on or off. */
function isClosed(instance: Instance): boolean {
  return sidesOf(instance).every(
    (side) =>
      fieldAt(instance[side], ["public_network_access_enabled"]).value === false ||
      fieldAt(instance[side], ["public_network_access"]).value === "Disabled",
  );
}

/** Whether the account that the rules belong to is destroyed, too. */
function isDestroyed(network: PlanNetwork, instance: Instance): boolean {
  const types = ["azurerm_storage_account"];
  const found = network.resource({ instance, side: "before", name: "storage_account_id" }, types, ["id"]);
  return found?.instance !== undefined && !exists(found.instance, "after");
}

interface ServiceSide {
  readonly instance: Instance;
  readonly side: Side;
}

/** Who is let in on one side; undefined if that is known only after apply. */
function peersOf(network: PlanNetwork, { instance, side }: ServiceSide, kind: IpRules): readonly Peer[] | undefined {
  const { block, list, address, hasDefault } = kind;
  const around = block === undefined ? [] : [block, 0];
  const at = (name: string) => fieldAt(instance[side], [...around, name]);
  if (hasDefault) {
    const action = at("default_action");
    if (action.unknown) return isComputed(network, instance, block) ? [ALL] : undefined;
    if (String(action.value ?? "Allow").toLowerCase() !== "deny") return [ALL];
  }
  const name = String(around[0] ?? list);
  const ranges = (path: readonly (string | number)[]) => network.ranges({ instance, side, name, path });
  const blocks = jsonAt(instance[side].value, [...around, list]);
  const found =
    address !== undefined && isList(blocks)
      ? blocks.flatMap((_block, index) => ranges([...around, list, index, address]))
      : textRanges(network, { instance, side }, [...around, list]);
  const peers = isLeftOut(network, instance, kind) ? found.filter(({ nature }) => nature !== "unknown") : found;
  return peers.length === 0 && !hasDefault ? [ALL] : peers;
}

/** Whether the configuration has the block without its list, which the provider then computes as an empty one. */
function isLeftOut(network: PlanNetwork, instance: Instance, { block, list, address }: IpRules): boolean {
  if (block === undefined || address !== undefined) return false;
  const { references } = network;
  return references.sets(instance, `${block}.0`) && !references.sets(instance, `${block}.0.${list}`);
}

/** A list of texts; older versions of the provider have one text with commas. */
function textRanges(network: PlanNetwork, { instance, side }: ServiceSide, path: readonly (string | number)[]) {
  const value = jsonAt(instance[side].value, path);
  if (typeof value !== "string") return network.ranges({ instance, side, name: String(path[0]), path });
  const texts = value.split(",").map((text) => text.trim());
  return texts.filter((text) => text !== "").map((text) => network.rangePeer(text));
}

function isComputed(network: PlanNetwork, instance: Instance, block: string | undefined): boolean {
  const isKnown = network.references.configured(instance) !== undefined;
  return block !== undefined && isKnown && !network.references.sets(instance, block);
}
