/** What checks may ask of the whole plan. An index is built when a check needs it for the first time. */
import { withoutKeys } from "../terraform/plan/actions";
import type { Plan, ResourceChange } from "../terraform/plan/plan";
import { indexDependents } from "./dependents";
import { resourcesIn } from "./reachable-resources";

/** Finds something in a change. */
type Finder<T> = (change: ResourceChange) => T;

/** Questions about the whole plan that a check can ask in addition to the change that it gets. */
export interface Facts {
  readonly plan: Plan;
  /** Addresses of what depends on a resource after the change: this plan does not destroy it, and it still refers to it. */
  dependents(change: ResourceChange): readonly string[];
  /** Whether this address refers to a resource of this type that the plan creates: a new bucket, for example, holds no data yet. */
  refersToNew(change: ResourceChange, type: string): boolean;
  /** What `find` returns for a change. It runs once, however many rules use its result. */
  memoized<T>(find: Finder<T>, change: ResourceChange): T;
}

/** The facts of a plan. */
export function createFacts(plan: Plan): Facts {
  const dependents = lazy(() => indexDependents(plan));
  const configured = lazy(() => new Map(plan.configuration.resources.map((one) => [one.address, one])));
  const created = lazy(
    () =>
      new Set(plan.resources.filter(({ action }) => action === "create").map(({ address }) => withoutKeys(address))),
  );
  const results = new MemoizedResults();
  return {
    plan,
    dependents: ({ address }) => dependents().get(withoutKeys(address)) ?? [],
    refersToNew: (change, type) => {
      const configuredResource = configured().get(withoutKeys(change.address));
      if (configuredResource === undefined) return false;
      return resourcesIn(configuredResource).some((name) => isOfType(name, type) && created().has(name));
    },
    memoized: (find, change) => results.get(find, change),
  };
}

/** Calls `make` when the value is needed for the first time. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Results that several rules use. Those of one change are kept: the rules look at one change after the other. */
class MemoizedResults {
  #change: ResourceChange | undefined;
  readonly #results = new Map<Finder<unknown>, unknown>();

  get<T>(find: Finder<T>, change: ResourceChange): T {
    if (this.#change !== change) this.#results.clear();
    this.#change = change;
    if (!this.#results.has(find)) this.#results.set(find, find(change));
    return this.#results.get(find) as T;
  }
}

function isOfType(address: string, type: string): boolean {
  return address.split(".").at(-2) === type;
}
