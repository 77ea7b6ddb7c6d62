/** Findings about security groups that are attached to what exists, and taken from it. */
import { jsonAt } from "../../json/json-value";
import { exists, type Instance, type Side } from "../../policy-files/principals/instances";
import { groupBy } from "../../text/group-by";
import { Memo } from "../../text/memo";
import { listValues, type Message, say, words } from "../../text/message";
import type { AddressDrafts, FindingDraft } from "../finding";
import { type ComparisonBudget, compareReach } from "./compare-reach";
import type { FirewallRules } from "./firewall-rules";
import type { AttachedGroup, GroupMembership, MemberGroups } from "./group-memberships";
import type { Direction, FirewallRule, ReachChange, ReachRule } from "./reach";
import { draftsOfReach, draftsOfTooMany } from "./reach-drafts";

/** How many groups a sentence lists at most. */
const MOST_GROUPS = 4;

/** What becomes reachable because other groups are attached, by the rules that the groups have after the plan. */
export function draftsOfMemberships(
  memberships: readonly GroupMembership[],
  rules: FirewallRules,
  budget: ComparisonBudget,
): readonly AddressDrafts[] {
  if (memberships.length === 0) return [];
  const comparer = new MembershipComparer(rules, budget);
  return memberships.flatMap((membership) => {
    const { target, isReached } = membership;
    const at = (drafts: readonly FindingDraft[]): AddressDrafts => ({
      address: target.address,
      type: target.type,
      drafts,
    });
    const directions: readonly Direction[] = isReached ? ["ingress", "egress"] : ["egress"];
    const reached = directions.flatMap((direction): readonly AddressDrafts[] => {
      const change = comparer.compare(membership, direction);
      return change === undefined
        ? [at(draftsOfTooMany(direction))]
        : draftsOfReach({ change, target, direction, from: [] });
    });
    return [...reached, at(draftsOfHidden(membership))];
  });
}

/** Compares the rules of groups. Many resources that get the same groups are compared once. */
class MembershipComparer {
  readonly #rules: Readonly<Record<Side, ReadonlyMap<string, readonly FirewallRule[]>>>;
  readonly #budget: ComparisonBudget;
  readonly #changes = new Memo<string, ReachChange | undefined>();

  constructor(rules: FirewallRules, budget: ComparisonBudget) {
    this.#rules = { before: byTarget(rules.before), after: byTarget(rules.after) };
    this.#budget = budget;
  }

  compare(membership: GroupMembership, direction: Direction): ReachChange | undefined {
    const key = JSON.stringify([direction, ...[membership.before, membership.after].map(keysAndCauses)]);
    const rulesOf = (side: Side) =>
      [...membership[side].groups.values()].flatMap((group) => this.#rulesOf(group, direction));
    return this.#changes.get(key, () => compareReach(rulesOf("before"), rulesOf("after"), this.#budget));
  }

  /** What changes in the rules of a group is told there: only a group that the plan destroys has its old rules. */
  #rulesOf({ key, instance, by }: AttachedGroup, direction: Direction): readonly ReachRule[] {
    const side = instance === undefined || exists(instance, "after") ? "after" : "before";
    const found = this.#rules[side].get(`${direction} ${key}`) ?? [];
    return found.map((rule) => ({ ...rule, from: by ?? key, changes: true, own: true }));
  }
}

function byTarget(rules: readonly FirewallRule[]): ReadonlyMap<string, readonly FirewallRule[]> {
  return groupBy(rules, ({ direction, target }) => `${direction} ${target.key}`);
}

function keysAndCauses({ groups }: MemberGroups): readonly string[] {
  return [...groups.values()].map(({ key, by = "" }) => `${key} ${by}`);
}

/** What cannot be told, because the plan does not have the rules of a group. */
function draftsOfHidden({ before, after, isReached }: GroupMembership): readonly FindingDraft[] {
  const lead = words(isReached ? "who reaches it" : "what it can reach");
  const level = isReached ? "attention" : "note";
  const unknown = (message: Message): FindingDraft => ({ rule: "network-unknown", message, level });
  if (after.groups.size === 0 && !after.hasUnknown) {
    return [unknown(say`${lead} cannot be told: it loses all its security groups`)];
  }
  const added = hiddenNames(after, before);
  const removed = hiddenNames(before, after);
  return [
    ...(added.length === 0
      ? []
      : [unknown(say`${lead} cannot be told: the plan does not have the rules of ${listValues(added, MOST_GROUPS)}`)]),
    ...(after.hasUnknown && !before.hasUnknown
      ? [unknown(say`${lead} cannot be told: it gets a security group that is known only after apply`)]
      : []),
    ...(removed.length === 0
      ? []
      : [
          {
            rule: "network-closed" as const,
            message: say`loses the rules of ${listValues(removed, MOST_GROUPS)}, which the plan does not have`,
          },
        ]),
  ];
}

/** The groups of one side alone that the plan does not show. */
function hiddenNames({ groups }: MemberGroups, others: MemberGroups): readonly string[] {
  return [...groups.values()]
    .filter(({ key, instance }) => !others.groups.has(key) && !isShown(instance))
    .map(({ key }) => key)
    .sort();
}

/** Whether the plan has the rules of a group: it is in the state, or it is new. A data source does not have them. */
function isShown(instance: Instance | undefined): boolean {
  if (instance === undefined) return false;
  if (instance.action === "create") return true;
  return (["before", "after"] as const).some((side) => Array.isArray(jsonAt(instance[side].value, ["ingress"])));
}
