/** Servers that let in ranges of addresses: databases of Azure and Google Cloud, and the endpoints and machines of Kubernetes clusters. */
import { isFields, isList, type Json, jsonAt } from "../../json/json-value";
import { type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { type Field, fieldAt } from "../field";
import { ALL_IPV4, spanOfRange } from "./address-line";
import type { FirewallRules } from "./firewall-rules";
import type { PlanNetwork } from "./plan-network";
import type { FirewallTarget, Peer } from "./reach";
import { ALL_SERVICES, PORTS, type ServiceSpan, TCP } from "./service-line";

/** Firewall rules of Azure's servers: the argument that names the server, and the two ends of the range. */
const AZURE_RULES: Readonly<Record<string, readonly [server: string, from: string, to: string]>> = {
  azurerm_mssql_firewall_rule: ["server_id", "start_ip_address", "end_ip_address"],
  azurerm_sql_firewall_rule: ["server_name", "start_ip_address", "end_ip_address"],
  azurerm_postgresql_firewall_rule: ["server_name", "start_ip_address", "end_ip_address"],
  azurerm_postgresql_flexible_server_firewall_rule: ["server_id", "start_ip_address", "end_ip_address"],
  azurerm_mysql_firewall_rule: ["server_name", "start_ip_address", "end_ip_address"],
  azurerm_mysql_flexible_server_firewall_rule: ["server_name", "start_ip_address", "end_ip_address"],
  azurerm_mariadb_firewall_rule: ["server_name", "start_ip_address", "end_ip_address"],
  azurerm_redis_firewall_rule: ["redis_cache_name", "start_ip", "end_ip"],
  azurerm_cosmosdb_postgresql_firewall_rule: ["cluster_id", "start_ip_address", "end_ip_address"],
  azurerm_mongo_cluster_firewall_rule: ["mongo_cluster_id", "start_ip_address", "end_ip_address"],
  azurerm_synapse_firewall_rule: ["synapse_workspace_id", "start_ip_address", "end_ip_address"],
};

const SERVERS = [
  "azurerm_mssql_server",
  "azurerm_sql_server",
  "azurerm_postgresql_server",
  "azurerm_postgresql_flexible_server",
  "azurerm_mysql_server",
  "azurerm_mysql_flexible_server",
  "azurerm_mariadb_server",
  "azurerm_redis_cache",
  "azurerm_cosmosdb_postgresql_cluster",
  "azurerm_mongo_cluster",
  "azurerm_synapse_workspace",
];

/** A resource that lists its own ranges: who is let in on one side; undefined if that is known only after apply. */
interface ServerKind {
  readonly what: string;
  /** Whether a new one is open to all unless the configuration closes it. */
  readonly isOpenByDefault: boolean;
  ranges(of: ServerPlace): readonly Peer[] | undefined;
  /** What is reached. @default every port */
  readonly services?: ServiceSpan;
}

interface ServerPlace {
  readonly network: PlanNetwork;
  readonly instance: Instance;
  readonly side: Side;
}

const SSH: ServiceSpan = [TCP * PORTS + 22, TCP * PORTS + 22];

const ALL: Peer = { name: "0.0.0.0/0", nature: "addresses", spans: [ALL_IPV4] };

const KINDS: Readonly<Record<string, ServerKind>> = {
  aws_eks_cluster: {
    what: "the cluster's API endpoint",
    isOpenByDefault: true,
    ranges(place) {
      const at = (name: string) => fieldAt(place.instance[place.side], ["vpc_config", 0, name]);
      if (at("endpoint_public_access").value === false) return [];
      const path = ["vpc_config", 0, "public_access_cidrs"];
      // Not set, it is known only after apply, and is everybody; of a private cluster the state has an empty list.
      const { value: cidrs } = at("public_access_cidrs");
      const isConfigured = isList(cidrs) && cidrs.length > 0;
      if (!isConfigured) return at("endpoint_public_access").unknown ? undefined : [ALL];
      return place.network.ranges({ ...place, name: "vpc_config", path });
    },
  },
  aws_eks_node_group: {
    what: "port 22 of the machines of the node group",
    isOpenByDefault: false,
    services: SSH,
    // With a key and without a security group, everybody reaches the port of SSH:
    // https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
    ranges({ instance, side }) {
      const at = (name: string) => fieldAt(instance[side], ["remote_access", 0, name]);
      const groups = at("source_security_group_ids");
      if (isUnset(at("ec2_ssh_key")) || !isUnset(groups)) return [];
      return [ALL];
    },
  },
  google_container_cluster: {
    what: "the cluster's API endpoint",
    isOpenByDefault: true,
    ranges(place) {
      const { value } = place.instance[place.side];
      if (jsonAt(value, ["private_cluster_config", 0, "enable_private_endpoint"]) === true) return [];
      const config = jsonAt(value, ["master_authorized_networks_config", 0]);
      if (!isFields(config)) return [ALL];
      return blockRanges(place, ["master_authorized_networks_config", 0, "cidr_blocks"], "cidr_block");
    },
  },
  azurerm_kubernetes_cluster: {
    what: "the cluster's API endpoint",
    isOpenByDefault: true,
    ranges(place) {
      const { value } = place.instance[place.side];
      if (jsonAt(value, ["private_cluster_enabled"]) === true) return [];
      const profile = ["api_server_access_profile", 0, "authorized_ip_ranges"];
      const path = jsonAt(value, profile) === undefined ? ["api_server_authorized_ip_ranges"] : profile;
      const found = place.network.ranges({ ...place, name: String(path[0]), path });
      return found.length === 0 ? [ALL] : found;
    },
  },
  google_sql_database_instance: {
    what: "the database server",
    isOpenByDefault: false,
    ranges(place) {
      const path = ["settings", 0, "ip_configuration", 0];
      if (jsonAt(place.instance[place.side].value, [...path, "ipv4_enabled"]) === false) return [];
      const { references } = place.network;
      // Without the block the provider computes it, and no network is authorized.
      const isLeftOut = (name: string) =>
        references.sets(place.instance, "settings.0") && !references.sets(place.instance, name);
      if (place.instance.action === "create" && isLeftOut("settings.0.ip_configuration")) return [];
      return blockRanges(place, [...path, "authorized_networks"], "value");
    },
  },
  google_alloydb_instance: {
    what: "the database server",
    isOpenByDefault: false,
    ranges(place) {
      const path = ["network_config", 0];
      if (jsonAt(place.instance[place.side].value, [...path, "enable_public_ip"]) !== true) return [];
      return blockRanges(place, [...path, "authorized_external_networks"], "cidr_range");
    },
  },
};

/** Types that make a plan one with such servers. */
export const serverTypes: readonly string[] = [...Object.keys(AZURE_RULES), ...Object.keys(KINDS)];

/** Adds whom the servers of a plan let in. */
export function readServers(network: PlanNetwork, rules: FirewallRules): void {
  for (const type of Object.keys(KINDS)) {
    for (const instance of network.managedOf([type])) addServer(network, rules, instance);
  }
  for (const type of Object.keys(AZURE_RULES)) {
    for (const instance of network.managedOf([type])) addAzureRule(network, rules, instance);
  }
}

const SERVICES = [ALL_SERVICES];

function isUnset({ value, unknown }: Field): boolean {
  return !unknown && (value === undefined || value === "" || (isList(value) && value.length === 0));
}

function addServer(network: PlanNetwork, rules: FirewallRules, instance: Instance): void {
  const { address, type, changes, action } = instance;
  const kind = KINDS[type] as ServerKind;
  const worst = action === "create" && kind.isOpenByDefault ? "attention" : "danger";
  const target: FirewallTarget = { key: address, address, type, what: kind.what, worst };
  for (const side of sidesOf(instance)) {
    const peers = kind.ranges({ network, instance, side });
    const rule = { target, direction: "ingress", allow: true, priority: 0, from: address, changes } as const;
    if (peers !== undefined) rules.add(side, { ...rule, services: [kind.services ?? ALL_SERVICES], peers });
    else rules.addUnclear({ target, direction: "ingress", from: address, what: "who is let in" });
  }
}

/** The ranges of a list of blocks, each under a name. */
function blockRanges(place: ServerPlace, path: readonly (string | number)[], name: string): readonly Peer[] {
  const blocks = jsonAt(place.instance[place.side].value, path);
  const argument = (more: readonly (string | number)[]) => ({ ...place, name: String(path[0]), path: more });
  if (!isList(blocks)) return place.network.ranges(argument(path)).filter(({ nature }) => nature !== "addresses");
  return blocks.flatMap((_block: Json, index) => place.network.ranges(argument([...path, index, name])));
}

function addAzureRule(network: PlanNetwork, rules: FirewallRules, instance: Instance): void {
  const [server, from, to] = AZURE_RULES[instance.type] as readonly [string, string, string];
  for (const side of sidesOf(instance)) {
    const found = network.resource({ instance, side, name: server }, SERVERS, ["id", "name"]);
    if (found === undefined) continue;
    const { address, type } = found.instance ?? instance;
    const shown = found.instance === undefined && !found.key.includes(" ") ? found.key.split("/").at(-1) : undefined;
    const target: FirewallTarget = { key: found.key, address, type, what: "the server", ...(shown && { shown }) };
    const peer = azurePeer({ network, instance, side }, from, to);
    const rule = { target, direction: "ingress", allow: true, priority: 0, services: SERVICES } as const;
    rules.add(side, { ...rule, peers: [peer], from: instance.address, changes: instance.changes });
  }
}

/**
 * From `0.0.0.0` to `0.0.0.0` means everything that runs in Azure, of any customer.
 *
 * @see https://learn.microsoft.com/azure/azure-sql/database/firewall-configure
 */
function azurePeer({ network, instance, side }: ServerPlace, from: string, to: string): Peer {
  const [first, last] = [from, to].map((name) => fieldAt(instance[side], [name]).value);
  if (typeof first !== "string" || typeof last !== "string") return network.namedPeer("(known after apply)", "unknown");
  if (first === "0.0.0.0" && last === "0.0.0.0")
    return network.namedPeer("every service in Azure, of any customer", "outside");
  const span = spanOfRange(first, last);
  const name = first === last ? first : `${first}-${last}`;
  return span === undefined ? network.namedPeer(name, "unknown") : { name, nature: "addresses", spans: [span] };
}
