/** Findings of what becomes reachable: from all rules of a firewall, before and after the plan. */
import type { Plan } from "../../terraform/plan/plan";
import type { AddressDrafts } from "../finding";
import { prefixListTypes } from "./aws-prefix-lists";
import { readAzureSecurityGroups } from "./azure-security-groups";
import { compareReach } from "./compare-reach";
import { FirewallRules } from "./firewall-rules";
import { readGoogleFirewalls } from "./google-firewalls";
import { readNetworkAcls } from "./network-acls";
import { PlanNetwork } from "./plan-network";
import type { Direction, FirewallRule, FirewallTarget, ReachRule, UnclearRule } from "./reach";
import { draftsOfReach, draftsOfTooMany, draftsOfUnclear } from "./reach-drafts";
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
  const listsChange = network.ofTypes(prefixListTypes).some(({ changes }) => changes);
  const isTouched = ({ before, after, unclear }: TargetRules) =>
    listsChange || unclear.length > 0 || [...before, ...after].some(({ changes }) => changes);
  return groupByTarget(rules)
    .filter(isTouched)
    .flatMap(draftsOfTarget)
    .filter(({ drafts }) => drafts.length > 0);
}

function groupByTarget({ before, after, unclear }: FirewallRules): readonly TargetRules[] {
  const groups = new Map<string, TargetRules>();
  const groupOf = ({ target, direction }: Pick<TargetRules, "target" | "direction">): TargetRules => {
    const key = `${direction} ${target.key}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made: TargetRules = { target, direction, before: [], after: [], unclear: [] };
    groups.set(key, made);
    return made;
  };
  for (const rule of after) groupOf(rule).after.push(rule);
  for (const rule of before) groupOf(rule).before.push(rule);
  for (const rule of unclear) groupOf(rule).unclear.push(rule);
  return [...groups.values()];
}

function draftsOfTarget(group: TargetRules): readonly AddressDrafts[] {
  const { before, after, direction, unclear } = group;
  const parts = [...new Set([...after, ...before].map(({ part = "" }) => part))];
  const changed = [...after, ...before].filter(({ changes }) => changes);
  const found = parts.flatMap((part): readonly AddressDrafts[] => {
    const own = [...after, ...before].filter((rule) => (rule.part ?? "") === part);
    const target = (own.find(({ changes }) => changes) ?? own[0] ?? group).target;
    const change = compareReach(rulesOfPart(before, part), rulesOfPart(after, part));
    const from = [...new Set(changed.map((rule) => rule.from))];
    if (change !== undefined) return draftsOfReach({ change, target, direction, from });
    return [{ address: target.address, type: target.type, drafts: draftsOfTooMany(direction) }];
  });
  const { address, type } = group.target;
  return [...found, { address, type, drafts: draftsOfUnclear(unclear) }];
}

/** The rules that hold for a part: its own, and those of the whole target. */
function rulesOfPart(rules: readonly FirewallRule[], part: string): readonly ReachRule[] {
  return rules
    .filter((rule) => (rule.part ?? "") === part || (rule.part ?? "") === "")
    .map((rule) => ({ ...rule, own: (rule.part ?? "") === part }));
}
