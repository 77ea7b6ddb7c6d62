/** Every address of a plan by module: modules in which the same happens share one entry. */
import { moduleOfAddressWithKeys } from "../../terraform/address";
import type { Action } from "../../terraform/plan/plan";
import { compareTexts } from "../../text/compare-texts";
import { getOrInsert } from "../../text/group-by";
import type { ChangeRow, PlanAddress } from "./report";

/** What happens to some resources of a module. */
export interface TreeBranch {
  readonly action: Action;
  /** Names of the arguments that change; empty where only tags change. */
  readonly attributes: readonly string[];
  readonly isTagsOnly: boolean;
  /** Addresses in the module: `aws_glue_job.this[0]`. */
  readonly addresses: readonly string[];
}

/** Modules in which the same happens. */
interface TreeEntry {
  /** The modules with their keys, by plan; an empty address is the root module. */
  readonly modules: readonly PlanAddress[];
  readonly branches: readonly TreeBranch[];
}

/** The changes by module: the root module first, then in the order of the addresses. */
export function addressTree(changes: readonly ChangeRow[]): readonly TreeEntry[] {
  const modules = new Map<string, { readonly module: PlanAddress; readonly branches: Map<string, OpenBranch> }>();
  for (const row of changes) {
    for (const { plan, address } of row.places) {
      const module = moduleOfAddressWithKeys(address);
      const key = `${plan} ${module}`;
      const entry = modules.get(key) ?? { module: { plan, address: module }, branches: new Map<string, OpenBranch>() };
      modules.set(key, entry);
      branchOf(entry.branches, row).addresses.push(module === "" ? address : address.slice(module.length + 1));
    }
  }
  return shareEntries(
    [...modules.values()].map(({ module, branches }) => ({ module, branches: [...branches.values()] })),
  );
}

type OpenBranch = TreeBranch & { readonly addresses: string[] };

function branchOf(branches: Map<string, OpenBranch>, { action, attributes, isTagsOnly }: ChangeRow): OpenBranch {
  const told = isTagsOnly ? [] : attributes;
  const key = JSON.stringify([action, isTagsOnly, told]);
  return getOrInsert(branches, key, () => ({ action, attributes: told, isTagsOnly, addresses: [] }));
}

function shareEntries(
  entries: readonly { readonly module: PlanAddress; readonly branches: readonly TreeBranch[] }[],
): readonly TreeEntry[] {
  const shared = new Map<string, { readonly modules: PlanAddress[]; readonly branches: readonly TreeBranch[] }>();
  const ordered = [...entries].sort((a, b) => compareTexts(a.module.address, b.module.address));
  for (const { module, branches } of ordered) {
    const key = JSON.stringify(branches);
    const entry = shared.get(key);
    if (entry === undefined) shared.set(key, { modules: [module], branches });
    else entry.modules.push(module);
  }
  return [...shared.values()];
}

/** How many resources of each type are changed, and how: types to which the worst happens first, then the most frequent. */
export function countByType(
  changes: readonly ChangeRow[],
): readonly { readonly kind: string; readonly counts: readonly (readonly [Action, number])[] }[] {
  // The rows of a review stand in the order of their actions, the worst first.
  const actions = [...new Set(changes.map(({ action }) => action))];
  const kinds = new Map<string, Map<Action, number>>();
  for (const { kind, action, places } of changes) {
    const counts = kinds.get(kind) ?? new Map<Action, number>();
    kinds.set(kind, counts.set(action, (counts.get(action) ?? 0) + places.length));
  }
  const total = (counts: ReadonlyMap<Action, number>) => [...counts.values()].reduce((sum, one) => sum + one, 0);
  const worst = (counts: ReadonlyMap<Action, number>) => actions.findIndex((action) => counts.has(action));
  return [...kinds]
    .sort(([a, one], [b, other]) => worst(one) - worst(other) || total(other) - total(one) || compareTexts(a, b))
    .map(([kind, counts]) => ({ kind, counts: [...counts] }));
}
