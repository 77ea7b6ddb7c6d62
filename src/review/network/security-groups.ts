/** The rules of AWS security groups, in all forms that Terraform has for them. */
import { isFields, isList, jsonAt } from "../../json/json-value";
import { exists, type Instance, type Side, sidesOf } from "../../policy-files/principals/instances";
import { sameJson } from "../../terraform/plan/same-json";
import { fieldAt } from "../field";
import { ownRangesOf } from "./aws-prefix-lists";
import type { FirewallRules } from "./firewall-rules";
import { SECURITY_GROUPS } from "./group-memberships";
import type { NamedResource, NetworkArgument, PlanNetwork } from "./plan-network";
import type { Direction, FirewallRule, FirewallTarget, Peer } from "./reach";
import { servicesOf } from "./service-line";

/** Types of rules, and where each has its group and its peers. */
const RULES = {
  aws_security_group_rule: {
    ranges: ["cidr_blocks", "ipv6_cidr_blocks"],
    lists: ["prefix_list_ids"],
    groups: ["source_security_group_id"],
    protocol: "protocol",
  },
  aws_vpc_security_group_ingress_rule: {
    ranges: ["cidr_ipv4", "cidr_ipv6"],
    lists: ["prefix_list_id"],
    groups: ["referenced_security_group_id"],
    protocol: "ip_protocol",
  },
  aws_vpc_security_group_egress_rule: {
    ranges: ["cidr_ipv4", "cidr_ipv6"],
    lists: ["prefix_list_id"],
    groups: ["referenced_security_group_id"],
    protocol: "ip_protocol",
  },
} as const;

/** The names of the arguments of an inline block. */
const INLINE = {
  ranges: ["cidr_blocks", "ipv6_cidr_blocks"],
  lists: ["prefix_list_ids"],
  groups: ["security_groups"],
  protocol: "protocol",
} as const;

type RuleForm = (typeof RULES)[keyof typeof RULES] | typeof INLINE;

/** Types that make a plan one with security groups. */
export const securityGroupTypes: readonly string[] = [...SECURITY_GROUPS, ...Object.keys(RULES)];

/** Adds the rules of all security groups of a plan. */
export function readSecurityGroups(network: PlanNetwork, rules: FirewallRules): void {
  const reader = new SecurityGroupReader(network, rules);
  const standing = network.ofTypes(Object.keys(RULES)).map((instance) => reader.ruleResource(instance));
  const held = new Map<string, Set<string>>();
  for (const rule of standing.flat()) {
    const key = `${rule.direction} ${rule.target.key}`;
    held.set(key, (held.get(key) ?? new Set()).add(entryOf(rule)));
  }
  for (const group of network.managedOf(SECURITY_GROUPS)) reader.inlineRules(group, held);
}

/** One service and one peer: what a rule of any form comes to. */
function entryOf({ services, peers }: Pick<FirewallRule, "services" | "peers">): string {
  return `${services.join(";")} ${peers.map(({ nature, name, spans }) => (nature === "addresses" ? spans.join() : name)).join()}`;
}

/** A block or a resource on one side, with the names of its arguments. */
interface RulePlace {
  readonly instance: Instance;
  readonly side: Side;
  readonly form: RuleForm;
  readonly target: FirewallTarget;
  readonly direction: Direction;
  /** Where an inline block is. */
  readonly path: readonly (string | number)[];
}

class SecurityGroupReader {
  readonly #network: PlanNetwork;
  readonly #rules: FirewallRules;

  constructor(network: PlanNetwork, rules: FirewallRules) {
    this.#network = network;
    this.#rules = rules;
  }

  /** Adds the rules of a resource that is a rule; gives those of before. */
  ruleResource(instance: Instance): readonly FirewallRule[] {
    const form = RULES[instance.type as keyof typeof RULES];
    return sidesOf(instance).flatMap((side) => {
      const target = this.#targetOf(instance, side);
      if (target === undefined) return [];
      const direction = directionOf(instance, side);
      const found = this.#entries({ instance, side, form, target, direction, path: [] });
      for (const rule of found) this.#rules.add(side, rule);
      return side === "before" ? found : [];
    });
  }

  #targetOf(instance: Instance, side: Side): FirewallTarget | undefined {
    const group = this.#network.resource({ instance, side, name: "security_group_id" }, SECURITY_GROUPS, ["id"]);
    return group === undefined ? undefined : targetOfGroup(group, instance);
  }

  /**
   * Adds the inline rules. `ingress` and `egress` are computed: where the configuration does not set them, the state has the
   * rules that AWS has, those of rule resources too. A rule resource that goes takes its rule with it, though the plan shows
   * `ingress` as it was. `held` has the rules of rule resources before the change.
   */
  inlineRules(group: Instance, held: ReadonlyMap<string, ReadonlySet<string>>): void {
    const target = targetOfGroup({ key: group.address, instance: group }, group);
    for (const direction of ["ingress", "egress"] as const) {
      const before = this.#inline({ group, side: "before", target, direction });
      for (const rule of before) this.#rules.add("before", rule);
      const isConfigured = this.#network.references.sets(group, direction) || !isKept(group, direction);
      const others = held.get(`${direction} ${target.key}`);
      const after = isConfigured
        ? this.#inline({ group, side: "after", target, direction })
        : exists(group, "after")
          ? before.filter((rule) => others?.has(entryOf(rule)) !== true)
          : [];
      for (const rule of after) this.#rules.add("after", rule);
    }
  }

  #inline(of: {
    readonly group: Instance;
    readonly side: Side;
    readonly target: FirewallTarget;
    readonly direction: Direction;
  }): readonly FirewallRule[] {
    const { group, side, target, direction } = of;
    if (!exists(group, side)) return [];
    const blocks = jsonAt(group[side].value, [direction]);
    const isConfigured = this.#network.references.sets(group, direction);
    if (!isList(blocks)) {
      // Known only after apply and not set: a new group has no rules but those of rule resources.
      if (isConfigured && fieldAt(group[side], [direction]).unknown) {
        this.#rules.addUnclear({ target, direction, from: group.address, what: "its rules" });
      }
      return [];
    }
    return blocks.flatMap((_block, index) =>
      this.#entries({ instance: group, side, form: INLINE, target, direction, path: [direction, index] }),
    );
  }

  /** A rule for each peer. */
  #entries(place: RulePlace): readonly FirewallRule[] {
    const { instance, side, form, target, direction, path } = place;
    const at = (name: string) => fieldAt(instance[side], [...path, name]);
    const given = { protocol: at(form.protocol), from: at("from_port"), to: at("to_port") };
    const services =
      given.protocol.unknown || given.from.unknown || given.to.unknown
        ? undefined
        : servicesOf({ protocol: given.protocol.value, from: given.from.value, to: given.to.value });
    const peers = this.#peers(place);
    if (services === undefined) {
      if (side === "after" && instance.changes) {
        this.#rules.addUnclear({ target, direction, from: instance.address, what: "its ports" });
      }
      return [];
    }
    const rest = { allow: true, priority: 0, from: instance.address, changes: instance.changes };
    return peers.map((peer) => ({ ...rest, target, direction, services: [services], peers: [peer] }));
  }

  #peers({ instance, side, form, target, path }: RulePlace): readonly Peer[] {
    const argument = (name: string): NetworkArgument =>
      path.length === 0 ? { instance, side, name } : { instance, side, name: String(path[0]), path: [...path, name] };
    const self = fieldAt(instance[side], [...path, "self"]).value === true;
    return [
      ...form.ranges.flatMap((name) => this.#network.ranges(argument(name))),
      ...form.lists.flatMap((name) => this.#prefixLists(argument(name))),
      ...form.groups.flatMap((name) => this.#groups(argument(name))),
      ...(self ? [this.#network.namedPeer(target.shown ?? target.key, "inside")] : []),
    ];
  }

  #groups(argument: NetworkArgument): readonly Peer[] {
    const { texts, unknown } = this.#network.texts(argument);
    const known = texts.map((text) => this.#group(text));
    if (!unknown) return known;
    const found = this.#network.referred(argument.instance, argument.name).instances;
    const groups = found.filter(({ type }) => SECURITY_GROUPS.includes(type));
    const names = (groups.length > 0 ? groups : found).map(({ address }) => address).sort();
    return [...known, this.#network.namedPeer(names.slice(0, 3).join(" or ") || "another group", "inside")];
  }

  /** `sg-1`, or `123456789012/sg-1` of another account. */
  #group(id: string): Peer {
    if (/^\d{12}\/sg-/.test(id)) return this.#network.namedPeer(id, "outside");
    return this.#network.namedPeer(this.#network.find(id, SECURITY_GROUPS, ["id"]).key, "inside");
  }

  #prefixLists(argument: NetworkArgument): readonly Peer[] {
    const { texts, unknown } = this.#network.texts(argument);
    const known = texts.map((id) => ownRangesOf(this.#network, argument.side, id));
    return unknown ? [...known, ownRangesOf(this.#network, argument.side, argument)] : known;
  }
}

function targetOfGroup({ key, instance }: NamedResource, rule: Instance): FirewallTarget {
  if (instance !== undefined) return { key, address: instance.address, type: instance.type };
  return { key, address: rule.address, type: rule.type, ...(key.includes(" ") ? {} : { shown: key }) };
}

function directionOf(instance: Instance, side: Side): Direction {
  if (instance.type !== "aws_security_group_rule") {
    return instance.type === "aws_vpc_security_group_egress_rule" ? "egress" : "ingress";
  }
  const { value } = instance[side];
  return isFields(value) && value.type === "egress" ? "egress" : "ingress";
}

/** Whether a computed attribute is as it was, or not known at all. */
function isKept({ before, after }: Instance, name: string): boolean {
  const [was, is] = [jsonAt(before.value, [name]), jsonAt(after.value, [name])];
  return is === undefined || is === null || sameJson(was, is);
}
