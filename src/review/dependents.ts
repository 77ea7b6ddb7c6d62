/** What depends on a resource that a plan destroys or replaces, once the plan is applied. */
import { withoutKeys } from "../terraform/address";
import { destroys } from "../terraform/plan/actions";
import type { Plan, ResourceChange } from "../terraform/plan/plan";
import { getOrInsert, groupBy } from "../text/group-by";
import { ReachableResources, resourcesIn } from "./reachable-resources";

/**
 * For each address without keys: the addresses that depend on it and are not destroyed. The configuration says so, or the
 * prior state does, unless the configuration shows that it is no longer so: the state is from before the change.
 */
export function indexDependents(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const destroyed = plan.resources.filter(({ action, mode }) => mode === "managed" && destroys(action));
  const gone = new Set(destroyed.map(({ address }) => address));
  const asked = new Set(destroyed.map(({ address }) => withoutKeys(address)));
  const index = new Map<string, Set<string>>();
  const note = (on: string, address: string) => getOrInsert(index, on, () => new Set<string>()).add(address);
  const { resources } = plan.configuration;
  const reachable = resources.length === 0 ? undefined : new ReachableResources(plan.configuration);
  for (const { address, mode, dependsOn } of plan.prior.values()) {
    if (mode !== "managed" || gone.has(address)) continue;
    for (const on of dependsOn.map(withoutKeys))
      if (asked.has(on) && reachable?.mayReach(withoutKeys(address), on) !== false) note(on, address);
  }
  const instances = groupInstances(plan);
  for (const configured of resources) {
    if (configured.mode !== "managed") continue;
    const here = (instances.get(configured.address) ?? []).filter((change) => !gone.has(change.address));
    for (const on of here.length === 0 ? [] : resourcesIn(configured))
      for (const { address } of here) note(on, address);
  }
  return new Map([...index].map(([on, addresses]) => [on, [...addresses].sort()]));
}

function groupInstances(plan: Plan): ReadonlyMap<string, readonly ResourceChange[]> {
  const managed = plan.resources.filter(({ mode }) => mode === "managed");
  return groupBy(managed, ({ address }) => withoutKeys(address));
}
