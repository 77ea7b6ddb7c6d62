/** The rules of AWS network ACLs: numbered, and the first that matches decides. */
import { isList, jsonAt } from "../../json/json-value";
import { exists, type Instance, type Side } from "../../policy-files/principals/instances";
import { sameJson } from "../../terraform/plan/same-json";
import { fieldAt } from "../field";
import type { FirewallRules } from "./firewall-rules";
import type { PlanNetwork } from "./plan-network";
import type { Direction, FirewallRule, FirewallTarget } from "./reach";
import { ICMP, ICMPV6, protocolOf, servicesOf } from "./service-line";

const ACLS = ["aws_network_acl", "aws_default_network_acl"];
const RULE = "aws_network_acl_rule";

/** Types that make a plan one with network ACLs. */
export const networkAclTypes: readonly string[] = [...ACLS, RULE];

/** The names of what a rule has in its two forms. */
const FORMS = {
  resource: { number: "rule_number", action: "rule_action" },
  inline: { number: "rule_no", action: "action" },
} as const;

/** A rule, in a resource of its own or in a block. */
interface AclRulePlace {
  readonly instance: Instance;
  readonly side: Side;
  readonly target: FirewallTarget;
  readonly direction: Direction;
  readonly path: readonly (string | number)[];
}

/** Adds the rules of all network ACLs of a plan. */
export function readNetworkAcls(network: PlanNetwork, rules: FirewallRules): void {
  const held = new Set<string>();
  for (const instance of network.ofTypes([RULE])) {
    for (const side of ["before", "after"] as const) {
      const rule = ruleResource(network, instance, side);
      if (rule === undefined) continue;
      const [read] = readRule(network, rules, rule);
      if (read === undefined) continue;
      rules.add(side, read);
      if (side === "before") held.add(entryOf(read));
    }
  }
  for (const acl of network.ofTypes(ACLS)) {
    for (const direction of ["ingress", "egress"] as const) addInline({ network, rules, acl, direction, held });
  }
}

function entryOf({ target, direction, priority }: FirewallRule): string {
  return `${direction} ${priority} ${target.key}`;
}

function ruleResource(network: PlanNetwork, instance: Instance, side: Side): AclRulePlace | undefined {
  if (!exists(instance, side)) return undefined;
  const acl = network.resource({ instance, side, name: "network_acl_id" }, ACLS, ["id"]);
  if (acl === undefined) return undefined;
  const { address, type } = acl.instance ?? instance;
  const shown = acl.instance === undefined && !acl.key.includes(" ") ? { shown: acl.key } : {};
  const target: FirewallTarget = { key: acl.key, address, type, ...shown, worst: "attention" };
  const isEgress = fieldAt(instance[side], ["egress"]).value === true;
  return { instance, side, target, direction: isEgress ? "egress" : "ingress", path: [] };
}

/** The inline rules are computed as those of security groups are: see there. */
function addInline(of: {
  readonly network: PlanNetwork;
  readonly rules: FirewallRules;
  readonly acl: Instance;
  readonly direction: Direction;
  readonly held: ReadonlySet<string>;
}): void {
  const { network, rules, acl, direction, held } = of;
  const target: FirewallTarget = { key: acl.address, address: acl.address, type: acl.type, worst: "attention" };
  const read = (side: Side) => {
    const blocks = exists(acl, side) ? jsonAt(acl[side].value, [direction]) : undefined;
    if (!isList(blocks)) return [];
    return blocks.flatMap((_block, index) =>
      readRule(network, rules, { instance: acl, side, target, direction, path: [direction, index] }),
    );
  };
  const before = read("before");
  for (const rule of before) rules.add("before", rule);
  const [was, is] = [jsonAt(acl.before.value, [direction]), jsonAt(acl.after.value, [direction])];
  const isConfigured =
    network.references.sets(acl, direction) || (is !== undefined && is !== null && !sameJson(was, is));
  if (isConfigured && !isList(is) && fieldAt(acl.after, [direction]).unknown) {
    rules.addUnclear({ target, direction, from: acl.address, what: "its rules" });
  }
  const kept = exists(acl, "after") ? before.filter((rule) => !held.has(entryOf(rule))) : [];
  for (const rule of isConfigured ? read("after") : kept) rules.add("after", rule);
}

function readRule(network: PlanNetwork, rules: FirewallRules, place: AclRulePlace): readonly FirewallRule[] {
  const { instance, side, target, direction, path } = place;
  const form = path.length === 0 ? FORMS.resource : FORMS.inline;
  const at = (name: string) => fieldAt(instance[side], [...path, name]);
  const fields = ["protocol", "from_port", "to_port", form.number, form.action].map(at);
  const protocol = at("protocol").value;
  const number = protocolOf(protocol);
  const isIcmp = number === ICMP || number === ICMPV6;
  const [from, to] = isIcmp ? ["icmp_type", "icmp_code"] : ["from_port", "to_port"];
  const services = servicesOf({ protocol, from: at(from as string).value, to: at(to as string).value });
  const priority = Number(at(form.number).value);
  if (fields.some(({ unknown }) => unknown) || services === undefined || Number.isNaN(priority)) {
    if (side === "after" && instance.changes) {
      rules.addUnclear({ target, direction, from: instance.address, what: "one of its rules" });
    }
    return [];
  }
  const peers = ["cidr_block", "ipv6_cidr_block"].flatMap((name) =>
    network.ranges(
      path.length === 0 ? { instance, side, name } : { instance, side, name: String(path[0]), path: [...path, name] },
    ),
  );
  const allow = String(at(form.action).value).toLowerCase() === "allow";
  // A deny of addresses that nobody knows yet cannot be counted on.
  const counted = allow ? peers : peers.filter(({ nature }) => nature === "addresses");
  const { address, changes } = instance;
  return [{ target, direction, services: [services], peers: counted, allow, priority, from: address, changes }];
}
