/** The rules of Azure's network security groups, as resources and inline: priorities, and Deny. */
import { isList, type Json, jsonAt } from "../../json/json-value";
import { exists, type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { fieldAt } from "../field";
import { ALL_IPV4, ALL_IPV6, PUBLIC_SPANS } from "./address-line";
import type { FirewallRules } from "./firewall-rules";
import type { PlanNetwork } from "./plan-network";
import type { Direction, FirewallTarget, Peer } from "./reach";
import { ALL_SERVICES, PORTS, protocolOf, type ServiceSpan, servicesOfPorts, TCP, UDP } from "./service-line";

const GROUP = "azurerm_network_security_group";
const RULE = "azurerm_network_security_rule";

/** Types that make a plan one with these groups. */
export const azureSecurityGroupTypes: readonly string[] = [GROUP, RULE];

/** A rule, in a resource of its own or in a block. */
interface AzureRulePlace {
  readonly instance: Instance;
  readonly side: Side;
  readonly target: FirewallTarget;
  readonly path: readonly (string | number)[];
}

/** Adds the rules of all groups of a plan. */
export function readAzureSecurityGroups(network: PlanNetwork, rules: FirewallRules): void {
  const held = new Set<string>();
  for (const instance of network.ofTypes([RULE])) {
    for (const side of sidesOf(instance)) {
      const group = network.resource({ instance, side, name: "network_security_group_name" }, [GROUP], ["name"]);
      if (group === undefined) continue;
      const { address, type } = group.instance ?? instance;
      const shown = group.instance === undefined && !group.key.includes(" ") ? { shown: group.key } : {};
      const target: FirewallTarget = { key: group.key, address, type, ...shown };
      addRule({ network, rules, place: { instance, side, target, path: [] } });
      if (side === "before") held.add(`${group.key} ${String(jsonAt(instance.before.value, ["name"]))}`);
    }
  }
  for (const instance of network.managedOf([GROUP])) addInline({ network, rules, instance, held });
}

/** Inline rules are computed: where the configuration does not set them, the state has those of rule resources too. */
function addInline(of: {
  readonly network: PlanNetwork;
  readonly rules: FirewallRules;
  readonly instance: Instance;
  readonly held: ReadonlySet<string>;
}): void {
  const { network, rules, instance, held } = of;
  const target: FirewallTarget = { key: instance.address, address: instance.address, type: instance.type };
  const name = "security_rule";
  const isConfigured = network.references.sets(instance, name);
  for (const side of ["before", "after"] as const) {
    const blocks = exists(instance, side) ? jsonAt(instance[side].value, [name]) : undefined;
    if (!isList(blocks)) {
      if (isConfigured && fieldAt(instance[side], [name]).unknown) {
        rules.addUnclear({ target, direction: "ingress", from: instance.address, what: "its rules" });
      }
      continue;
    }
    for (const [index, block] of blocks.entries()) {
      const ruleName = String(jsonAt(block, ["name"]));
      if (!isConfigured && side === "after" && held.has(`${instance.address} ${ruleName}`)) continue;
      addRule({ network, rules, place: { instance, side, target, path: [name, index] } });
    }
  }
}

function addRule({
  network,
  rules,
  place,
}: {
  readonly network: PlanNetwork;
  readonly rules: FirewallRules;
  readonly place: AzureRulePlace;
}): void {
  const { instance, side, target, path } = place;
  const at = (name: string) => fieldAt(instance[side], [...path, name]);
  const direction: Direction = at("direction").value === "Outbound" ? "egress" : "ingress";
  const isDeny = at("access").value === "Deny";
  const priority = Number(at("priority").value);
  const ports = textsOf(place, "destination_port_range");
  const [theirs, ours] = direction === "ingress" ? ["source", "destination"] : ["destination", "source"];
  const services = ports.map((port) => portsOf(at("protocol").value, port));
  const isUnknown = [
    "protocol",
    "access",
    "priority",
    "direction",
    "destination_port_range",
    "destination_port_ranges",
  ];
  if (isUnknown.some((name) => at(name).unknown) || services.includes(undefined) || Number.isNaN(priority)) {
    if (side === "after" && instance.changes) {
      rules.addUnclear({ target, direction, from: instance.address, what: "one of its rules" });
    }
    return;
  }
  const part = textsOf(place, `${ours}_address_prefix`)
    .filter((text) => !EVERY_ADDRESS.has(text.toLowerCase()) && text !== "VirtualNetwork")
    .sort()
    .join(", ");
  const peers = peersOf(network, place, theirs as string);
  // A deny of some source ports, or of addresses that nobody knows yet, cannot be counted on.
  const isPartial = textsOf(place, "source_port_range").some((text) => text !== "*" && text !== "0-65535");
  const counted = isDeny ? peers.filter(({ nature }) => nature !== "unknown" && !isPartial) : peers;
  rules.add(side, {
    target,
    direction,
    part,
    peers: counted,
    allow: !isDeny,
    priority,
    services: services.flatMap((spans) => spans ?? []),
    from: instance.address,
    changes: instance.changes,
  });
}

/** An argument that may be one text or, under its plural, a list. */
function textsOf({ instance, side, path }: AzureRulePlace, name: string): readonly string[] {
  const plural = name.endsWith("prefix") ? `${name}es` : `${name}s`;
  const values = [name, plural].map((one) => jsonAt(instance[side].value, [...path, one]));
  return values.flatMap((value) => {
    const items: readonly Json[] = isList(value) ? value : [value ?? null];
    return items.filter((item): item is string => typeof item === "string" && item !== "");
  });
}

/** A port of every protocol is one of TCP and of UDP. */
function portsOf(protocol: Json | undefined, port: string): readonly ServiceSpan[] | undefined {
  if (protocolOf(protocol) !== "all") return oneOrNone(servicesOfPorts(protocol, port));
  if (port === "*" || port === "0-65535") return [ALL_SERVICES];
  const tcp = servicesOfPorts("tcp", port);
  if (tcp === undefined) return undefined;
  const shift = (UDP - TCP) * PORTS;
  return [tcp, [tcp[0] + shift, tcp[1] + shift]];
}

function oneOrNone(span: ServiceSpan | undefined): readonly ServiceSpan[] | undefined {
  return span === undefined ? undefined : [span];
}

const EVERY_ADDRESS: ReadonlySet<string> = new Set(["*", "any", "0.0.0.0/0", "::/0"]);

/** Service tags of what is in the network, or of Azure itself. */
const INSIDE_TAGS: ReadonlySet<string> = new Set(["virtualnetwork", "azureloadbalancer", "gatewaymanager"]);

/**
 * Who is on the other side.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview
 */
function peersOf(network: PlanNetwork, place: AzureRulePlace, end: string): readonly Peer[] {
  const { instance, side, path } = place;
  const name = `${end}_address_prefix`;
  const known = textsOf(place, name).map((text) => peerOf(network, text));
  const groups = jsonAt(instance[side].value, [...path, `${end}_application_security_group_ids`]);
  const inside = (isList(groups) ? groups : [])
    .filter((id): id is string => typeof id === "string")
    .map((id) => network.namedPeer(id.split("/").at(-1) ?? id, "inside"));
  const groupsUnknown = fieldAt(instance[side], [...path, `${end}_application_security_group_ids`]).unknown;
  const unknown = [name, `${name}es`]
    .filter((one) => fieldAt(instance[side], [...path, one]).unknown)
    .flatMap((one) =>
      network
        .ranges({ instance, side, name: path.length === 0 ? one : String(path[0]), path: [...path, one] })
        .filter(({ nature }) => nature !== "addresses"),
    );
  return [...known, ...inside, ...unknown, ...(groupsUnknown ? [network.namedPeer("another group", "inside")] : [])];
}

function peerOf(network: PlanNetwork, text: string): Peer {
  const tag = text.toLowerCase();
  if (tag === "*" || tag === "any") return { name: text, nature: "addresses", spans: [ALL_IPV4, ALL_IPV6] };
  if (tag === "internet") return { name: text, nature: "addresses", spans: PUBLIC_SPANS };
  const range = network.rangePeer(text);
  if (range.nature === "addresses") return range;
  return network.namedPeer(text, INSIDE_TAGS.has(tag) ? "inside" : "outside");
}
