/** Findings of what becomes reachable: from all rules of a firewall, before and after the plan. */
import type { Plan } from "../../terraform/plan/plan";
import { getOrInsert, groupBy } from "../../text/group-by";
import type { AddressDrafts } from "../finding";
import { prefixListTypes } from "./aws-prefix-lists";
import { readAzureIpRules } from "./azure-ip-rules";
import { readAzureSecurityGroups } from "./azure-security-groups";
import { ComparisonBudget, compareReach } from "./compare-reach";
import { FirewallRules } from "./firewall-rules";
import { readGoogleFirewalls } from "./google-firewalls";
import { readGroupMemberships } from "./group-memberships";
import { readLightsailPorts } from "./lightsail-ports";
import { draftsOfMemberships } from "./membership-drafts";
import { readNetworkAcls } from "./network-acls";
import { PlanNetwork } from "./plan-network";
import type { Direction, FirewallRule, FirewallTarget, ReachedServices, ReachRule, UnclearRule } from "./reach";
import { draftsOfReach, draftsOfTooMany, draftsOfUnclear, draftsOfUndenied } from "./reach-drafts";
import { readSecurityGroups } from "./security-groups";
import { readServers } from "./server-firewalls";

/** The rules of one target in one direction. */
interface TargetRules {
  readonly target: FirewallTarget;
  readonly direction: Direction;
  readonly before: FirewallRule[];
  readonly after: FirewallRule[];
  readonly unclear: UnclearRule[];
}

/** What a plan changes in who reaches what. */
export function networkDrafts(plan: Plan): readonly AddressDrafts[] {
  const network = new PlanNetwork(plan);
  const rules = new FirewallRules();
  readSecurityGroups(network, rules);
  readNetworkAcls(network, rules);
  readGoogleFirewalls(network, rules);
  readAzureSecurityGroups(network, rules);
  readServers(network, rules);
  readAzureIpRules(network, rules);
  readLightsailPorts(network, rules);
  const budget = new ComparisonBudget();
  const listsChange = network.ofTypes(prefixListTypes).some(({ changes }) => changes);
  const isTouched = ({ before, after, unclear }: TargetRules) =>
    listsChange || unclear.length > 0 || [...before, ...after].some(({ changes }) => changes);
  return [
    ...groupByTarget(rules)
      .filter(isTouched)
      .flatMap((group) => draftsOfTarget(group, budget)),
    ...draftsOfMemberships(readGroupMemberships(network), rules, budget),
  ].filter(({ drafts }) => drafts.length > 0);
}

function groupByTarget({ before, after, unclear }: FirewallRules): readonly TargetRules[] {
  const groups = new Map<string, TargetRules>();
  const groupOf = ({ target, direction }: Pick<TargetRules, "target" | "direction">): TargetRules =>
    getOrInsert(groups, `${direction} ${target.key}`, () => ({
      target,
      direction,
      before: [],
      after: [],
      unclear: [],
    }));
  for (const rule of after) groupOf(rule).after.push(rule);
  for (const rule of before) groupOf(rule).before.push(rule);
  for (const rule of unclear) groupOf(rule).unclear.push(rule);
  return [...groups.values()];
}

function draftsOfTarget(group: TargetRules, budget: ComparisonBudget): readonly AddressDrafts[] {
  const { before, after, direction, unclear } = group;
  const all = [...after, ...before];
  const from = [...new Set(all.filter(({ changes }) => changes).map((rule) => rule.from))];
  const wholeChanges = all.some(({ part = "", changes }) => changes && part === "");
  const found = [...groupBy(all, ({ part = "" }) => part)].flatMap(([part, own]): readonly AddressDrafts[] => {
    const changed = own.find(({ changes }) => changes);
    if (part !== "" && !wholeChanges && changed === undefined) return [];
    const { target } = changed ?? own[0] ?? group;
    const sides = [rulesOfPart(before, part, own), rulesOfPart(after, part, own)] as const;
    const change = compareReach(...sides, budget);
    if (change !== undefined) {
      const undenied = change.gained.length === 0 && target.shown !== undefined ? noLongerDenied(...sides, budget) : [];
      return [
        ...draftsOfReach({ change, target, direction, from }),
        ...draftsOfUndenied({ change: { gained: undenied, lost: [] }, target, direction, from }),
      ];
    }
    return [{ address: target.address, type: target.type, drafts: draftsOfTooMany(direction) }];
  });
  return [...found, ...draftsOfUnclear(unclear)];
}

/**
 * What rules that go no longer deny, if rules that the plan does not have would allow it: of a target outside of the plan, it has
 * only some of the rules. Each deny is followed by an allow of the same, so that what the deny kept back shows.
 */
function noLongerDenied(
  before: readonly ReachRule[],
  after: readonly ReachRule[],
  budget: ComparisonBudget,
): readonly ReachedServices[] {
  const denies = before.filter(({ allow, changes, own }) => !allow && changes && own);
  if (denies.length === 0) return [];
  const behind = denies.map((rule) => ({ ...rule, allow: true, priority: rule.priority + 0.5 }));
  const withThem = (rules: readonly ReachRule[]) => [...rules.map((rule) => ({ ...rule, own: false })), ...behind];
  return compareReach(withThem(before), withThem(after), budget)?.gained ?? [];
}

/**
 * The rules that hold for a part: its own, and those of the whole target that have to do with one of its own. Only what its own
 * rules let through is told of it.
 */
function rulesOfPart(rules: readonly FirewallRule[], part: string, own: readonly FirewallRule[]): readonly ReachRule[] {
  return rules.flatMap((rule): readonly ReachRule[] => {
    if ((rule.part ?? "") === part) return [{ ...rule, own: true }];
    const concerns = (rule.part ?? "") === "" && own.some((one) => overlaps(one, rule));
    return concerns ? [{ ...rule, own: false }] : [];
  });
}

function overlaps(one: FirewallRule, other: FirewallRule): boolean {
  const spansOf = ({ peers }: FirewallRule) => peers.flatMap(({ spans }) => spans);
  return meet(one.services, other.services) && meet(spansOf(one), spansOf(other));
}

function meet<T extends number | bigint>(some: readonly (readonly [T, T])[], others: readonly (readonly [T, T])[]) {
  return some.some(([first, last]) => others.some(([from, to]) => first <= to && from <= last));
}
