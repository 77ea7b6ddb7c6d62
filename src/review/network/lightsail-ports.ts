/** The ports of Lightsail's instances: each block opens some to addresses, or to everybody. */
import { isList, jsonAt } from "../../json/json-value";
import { type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { fieldAt } from "../field";
import { ALL_IPV4 } from "./address-line";
import type { FirewallRules } from "./firewall-rules";
import type { PlanNetwork } from "./plan-network";
import type { FirewallTarget, Peer } from "./reach";
import { servicesOf } from "./service-line";

const PORTS = "aws_lightsail_instance_public_ports";
const INSTANCES = ["aws_lightsail_instance"];

/** Types that make a plan one with such ports. */
export const lightsailTypes: readonly string[] = [PORTS];

/** Adds the open ports of all instances of a plan. */
export function readLightsailPorts(network: PlanNetwork, rules: FirewallRules): void {
  for (const instance of network.ofTypes([PORTS])) {
    for (const side of sidesOf(instance)) addPorts({ network, rules, instance, side });
  }
}

interface GivenPorts {
  readonly network: PlanNetwork;
  readonly rules: FirewallRules;
  readonly instance: Instance;
  readonly side: Side;
}

function addPorts({ network, rules, instance, side }: GivenPorts): void {
  const { address, type, changes } = instance;
  const found = network.resource({ instance, side, name: "instance_name" }, INSTANCES, ["name", "id"]);
  const shown = found === undefined || found.key.includes(" ") ? {} : { shown: found.key };
  const target: FirewallTarget = { key: found?.key ?? address, address, type, ...shown };
  const given = { target, direction: "ingress", from: address } as const;
  const blocks = jsonAt(instance[side].value, ["port_info"]);
  if (!isList(blocks)) {
    if (fieldAt(instance[side], ["port_info"]).unknown) rules.addUnclear({ ...given, what: "its ports" });
    return;
  }
  for (const index of blocks.keys()) {
    const at = (name: string) => fieldAt(instance[side], ["port_info", index, name]);
    const fields = { protocol: at("protocol"), from: at("from_port"), to: at("to_port") };
    const isUnknown = Object.values(fields).some(({ unknown }) => unknown);
    const services = servicesOf({ protocol: fields.protocol.value, from: fields.from.value, to: fields.to.value });
    if (isUnknown || services === undefined) rules.addUnclear({ ...given, what: "its ports" });
    else {
      const peers = peersOf(network, instance, { side, index });
      rules.add(side, { ...given, allow: true, priority: 0, services: [services], peers, changes });
    }
  }
}

/**
 * Without addresses a port is open to everybody. An alias such as `lightsail-connect` means addresses of AWS.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_PortInfo.html
 */
function peersOf(
  network: PlanNetwork,
  instance: Instance,
  { side, index }: { readonly side: Side; readonly index: number },
): readonly Peer[] {
  const argument = (name: string) => ({ instance, side, name: "port_info", path: ["port_info", index, name] });
  const ranges = ["cidrs", "ipv6_cidrs"].flatMap((name) => {
    // Computed where the configuration does not set them: then everybody is let in.
    const isGiven = network.texts(argument(name)).texts.length > 0;
    return isGiven ? network.ranges(argument(name)) : [];
  });
  const aliases = network.texts(argument("cidr_list_aliases")).texts.map((name) => network.namedPeer(name, "outside"));
  const all = [...ranges, ...aliases];
  return all.length > 0 ? all : [{ name: "0.0.0.0/0", nature: "addresses", spans: [ALL_IPV4] }];
}
