/** Questions about the whole plan that a check of a rule can ask. An index is built when a check needs it for the first time. */
import { withoutKeys } from "../terraform/address";
import type { ConfiguredResource, Plan, ResourceChange } from "../terraform/plan/plan";
import { Memo, once } from "../text/memo";
import { indexDependents } from "./dependents";
import { resourcesIn } from "./reachable-resources";

/** A function that computes something from a change, such as its key changes. */
type Finder<T> = (change: ResourceChange) => T;

/** Questions about the whole plan that a check can ask in addition to the change that it gets. */
export interface Facts {
  readonly plan: Plan;
  /** Addresses of the resources that refer to this resource after the plan is applied. Resources that the plan destroys are left out. */
  dependents(change: ResourceChange): readonly string[];
  /**
   * Whether the changed resource refers to a resource of this type that the plan creates. For example, a lifecycle rule of a new
   * bucket is harmless, because the bucket holds no data yet.
   */
  refersToNew(change: ResourceChange, type: string): boolean;
  /** The resource in the configuration; undefined if the plan has no configuration, or the resource is no longer in it. */
  configured(change: ResourceChange): ConfiguredResource | undefined;
  /** The result of `find` for the plan. `find` runs only once, however many checks ask for it. */
  ofPlan<T>(find: (plan: Plan) => T): T;
  /** The result of `find` for a change. `find` runs only once per change, even if several rules ask for it. */
  memoized<T>(find: Finder<T>, change: ResourceChange): T;
}

/** Creates the facts of a plan. */
export function createFacts(plan: Plan): Facts {
  const dependents = once(() => indexDependents(plan));
  const configured = once(() => new Map(plan.configuration.resources.map((one) => [one.address, one])));
  const created = once(
    () =>
      new Set(plan.resources.filter(({ action }) => action === "create").map(({ address }) => withoutKeys(address))),
  );
  const results = new MemoizedResults();
  const ofThePlan = new Memo<(plan: Plan) => unknown, unknown>();
  const configuredOf = ({ address }: ResourceChange) => configured().get(withoutKeys(address));
  return {
    plan,
    configured: configuredOf,
    ofPlan: <T>(find: (plan: Plan) => T) => ofThePlan.get(find, () => find(plan)) as T,
    dependents: ({ address }) => dependents().get(withoutKeys(address)) ?? [],
    refersToNew: (change, type) => {
      const configuredResource = configuredOf(change);
      if (configuredResource === undefined) return false;
      return resourcesIn(configuredResource).some((name) => isOfType(name, type) && created().has(name));
    },
    memoized: (find, change) => results.get(find, change),
  };
}

/** Caches the results of finders for the current change. Rules run change by change, so earlier results are dropped. */
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
