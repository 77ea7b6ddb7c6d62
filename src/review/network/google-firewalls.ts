/** The firewall rules of Google Cloud's VPC networks: each holds for the machines of a network, or for those with a tag. */
import { isFields, isList, type Json, jsonAt } from "../../json/json-value";
import { type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { fieldAt } from "../field";
import { ALL_IPV4 } from "./address-line";
import type { FirewallRules } from "./firewall-rules";
import type { PlanNetwork } from "./plan-network";
import type { Direction, FirewallTarget, Peer } from "./reach";
import { type ServiceSpan, servicesOfPorts } from "./service-line";

const FIREWALL = "google_compute_firewall";
const NETWORKS = ["google_compute_network"];

/** Types that make a plan one with these firewalls. */
export const googleFirewallTypes: readonly string[] = [FIREWALL];

const DEFAULT_PRIORITY = 1000;

/** Adds the rules of all firewalls of a plan. */
export function readGoogleFirewalls(network: PlanNetwork, rules: FirewallRules): void {
  for (const instance of network.ofTypes([FIREWALL])) {
    for (const side of sidesOf(instance)) addFirewall({ network, rules, instance, side });
  }
}

interface GivenFirewall {
  readonly network: PlanNetwork;
  readonly rules: FirewallRules;
  readonly instance: Instance;
  readonly side: Side;
}

function addFirewall({ network, rules, instance, side }: GivenFirewall): void {
  const { address, type, changes } = instance;
  const at = (name: string) => fieldAt(instance[side], [name]);
  if (at("disabled").value === true) return;
  const direction: Direction = at("direction").value === "EGRESS" ? "egress" : "ingress";
  const part = ["target_tags", "target_service_accounts"]
    .flatMap((name) => network.texts({ instance, side, name }).texts)
    .sort()
    .join(", ");
  const name = networkName(network, instance, side);
  const shown = part === "" ? `network ${name}` : `${part} in network ${name}`;
  const target: FirewallTarget = { key: `network ${name}`, address, type, shown };
  const addUnclearPorts = () => {
    if (side === "after" && changes) rules.addUnclear({ target, direction, from: address, what: "its ports" });
  };
  const peers = peersOf(network, { instance, side, direction });
  const priority = at("priority").value;
  for (const access of ["allow", "deny"] as const) {
    if (at(access).unknown) addUnclearPorts();
    const services = servicesIn(instance, side, access);
    if (services === undefined) addUnclearPorts();
    const allow = access === "allow";
    const counted = allow ? peers : peers.filter(({ nature }) => nature === "addresses");
    rules.add(side, {
      target,
      direction,
      part,
      allow,
      from: address,
      changes,
      services: services ?? [],
      peers: counted,
      priority: typeof priority === "number" ? priority : DEFAULT_PRIORITY,
    });
  }
}

/** The name of a network, which may be given as a name, as a path or as a URL. */
function networkName(network: PlanNetwork, instance: Instance, side: Side): string {
  const attributes = ["id", "self_link", "name"];
  const found = network.resource({ instance, side, name: "network" }, NETWORKS, attributes);
  const named = found?.instance === undefined ? undefined : fieldAt(found.instance.after, ["name"]).value;
  if (typeof named === "string") return named;
  return found?.key.split("/").at(-1) ?? "default";
}

/**
 * Ranges of Google's own services: only they send from there, each after its own check of who calls.
 *
 * @see https://cloud.google.com/load-balancing/docs/firewall-rules
 * @see https://cloud.google.com/iap/docs/using-tcp-forwarding
 */
const OF_GOOGLE: ReadonlyMap<string, string> = new Map([
  ["35.235.240.0/20", "Identity-Aware Proxy"],
  ["130.211.0.0/22", "Google Cloud's load balancing"],
  ["35.191.0.0/16", "Google Cloud's load balancing"],
]);

/**
 * Sources of a rule for ingress, destinations of one for egress. Without any, it holds for every address.
 *
 * @see https://cloud.google.com/firewall/docs/firewalls#sources_or_destinations_for_the_rule
 */
function peersOf(
  network: PlanNetwork,
  { instance, side, direction }: { readonly instance: Instance; readonly side: Side; readonly direction: Direction },
): readonly Peer[] {
  const ranges = direction === "ingress" ? "source_ranges" : "destination_ranges";
  const isConfigured = network.references.sets(instance, ranges);
  const given = network.ranges({ instance, side, name: ranges }).map((peer) => {
    const service = direction === "ingress" ? OF_GOOGLE.get(peer.name) : undefined;
    return service === undefined ? peer : network.namedPeer(service, "inside");
  });
  const known = isConfigured
    ? given
    : given.filter(({ nature }) => nature !== "unknown" || instance.action === "no-op");
  const names = direction === "ingress" ? ["source_tags", "source_service_accounts"] : [];
  const inside = names
    .flatMap((name) => network.texts({ instance, side, name }).texts)
    .map((text) => network.namedPeer(text, "inside"));
  const all = [...known, ...inside];
  return all.length > 0 ? all : [{ name: "0.0.0.0/0", nature: "addresses", spans: [ALL_IPV4] }];
}

/** The services of the `allow` or `deny` blocks; undefined if one cannot be read. */
function servicesIn(instance: Instance, side: Side, name: "allow" | "deny"): readonly ServiceSpan[] | undefined {
  const blocks = jsonAt(instance[side].value, [name]);
  const spans = (isList(blocks) ? blocks : []).filter(isFields).flatMap(({ protocol, ports }) => {
    const list: readonly Json[] = isList(ports) && ports.length > 0 ? ports : [""];
    return list.map((port) => servicesOfPorts(protocol, port));
  });
  const known = spans.filter((span) => span !== undefined);
  return known.length === spans.length ? known : undefined;
}
