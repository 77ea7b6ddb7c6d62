/** Merges needs with the same resources and condition into one statement, so that a policy has no repetitions. */
import { groupBy } from "../../text/group-by";
import { leastOf } from "./resolve-action";
import { conditionKey, isOnAllResources, type Need, type StatementDraft } from "./statement";

/**
 * First the actions with the same resources, then the resources with the same actions; a given Sid is a statement of its
 * own. In the order of what was asked for, `*` last.
 */
export function mergeNeeds(needs: readonly Need[]): readonly StatementDraft[] {
  const drafts = needs.map(({ action, reason, ...need }) => ({ ...need, actions: [action], reasons: [reason] }));
  const byResources = mergeBy(drafts, ({ resources }) => resources);
  const byActions = mergeBy(byResources, (draft) => (isOnAllResources(draft) ? ["*"] : draft.actions));
  return [...byActions.filter((draft) => !isOnAllResources(draft)), ...byActions.filter(isOnAllResources)];
}

function mergeBy(
  drafts: readonly StatementDraft[],
  sameIn: (draft: StatementDraft) => readonly string[],
): readonly StatementDraft[] {
  const groups = groupBy(drafts, (draft) =>
    JSON.stringify([draft.sid ?? "", isOnAllResources(draft), conditionKey(draft.condition), sameIn(draft)]),
  );
  return [...groups.values()].map(union);
}

function union(group: readonly StatementDraft[]): StatementDraft {
  const [first] = group;
  if (first === undefined || group.length === 1) return first as StatementDraft;
  return {
    ...first,
    actions: unique(group.flatMap(({ actions }) => actions)).sort(),
    resources: leastOf(group.flatMap(({ resources }) => resources)),
    reasons: unique(group.flatMap(({ reasons }) => reasons)),
  };
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
