/** Indexes over the whole plan for the checks of rules. Each index is built on first use. */
import { destroys, withoutKeys } from "../terraform/plan/actions";
import type { ConfiguredResource, Plan, ResourceChange } from "../terraform/plan/plan";

/** Finds something in a change. */
type Finder<T> = (change: ResourceChange) => T;

/** Questions about the whole plan that a check can ask in addition to the change that it gets. */
export interface Facts {
  readonly plan: Plan;
  /** Addresses of what depends directly on a resource and is not destroyed by this plan. */
  dependents(change: ResourceChange): readonly string[];
  /** Whether this address refers to a resource of this type that the plan creates: a new bucket, for example, holds no data yet. */
  isNew(change: ResourceChange, type: string): boolean;
  /** What `find` returns for a change. It runs once, however many rules use its result. */
  shared<T>(find: Finder<T>, change: ResourceChange): T;
}

/** The facts of a plan. */
export function factsOf(plan: Plan): Facts {
  const dependents = once(() => indexDependents(plan));
  const configured = once(() => new Map(plan.configuration.resources.map((one) => [one.address, one])));
  const created = once(
    () =>
      new Set(plan.resources.filter(({ action }) => action === "create").map(({ address }) => withoutKeys(address))),
  );
  const results = new SharedResults();
  return {
    plan,
    dependents: ({ address }) => dependents().get(withoutKeys(address)) ?? [],
    isNew: (change, type) => {
      const from = configured().get(withoutKeys(change.address));
      if (from === undefined) return false;
      return referencesOf(from).some((name) => isOfType(name, type) && created().has(name));
    },
    shared: (find, change) => results.get(find, change),
  };
}

/** Calls `make` when the value is needed for the first time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Results that several rules use. Those of one change are kept: the rules look at one change after the other. */
class SharedResults {
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

/** For each address without keys: the addresses that depend on it and are not destroyed. */
function indexDependents(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const gone = new Set(
    plan.resources.filter(({ action, mode }) => mode === "managed" && destroys(action)).map(({ address }) => address),
  );
  const index = new Map<string, Set<string>>();
  const note = (on: string, address: string) => {
    const known = index.get(on);
    if (known === undefined) index.set(on, new Set([address]));
    else known.add(address);
  };
  for (const { address, mode, dependsOn } of plan.prior.values()) {
    if (mode === "managed" && !gone.has(address)) for (const on of dependsOn) note(withoutKeys(on), address);
  }
  const instances = groupInstances(plan);
  for (const configured of plan.configuration.resources) {
    if (configured.mode !== "managed") continue;
    const here = (instances.get(configured.address) ?? []).filter((change) => !gone.has(change.address));
    for (const on of here.length === 0 ? [] : referencesOf(configured))
      for (const { address } of here) note(on, address);
  }
  return new Map([...index].map(([on, addresses]) => [on, [...addresses].sort()]));
}

function groupInstances(plan: Plan): ReadonlyMap<string, readonly ResourceChange[]> {
  const groups = new Map<string, ResourceChange[]>();
  for (const change of plan.resources) {
    if (change.mode !== "managed") continue;
    const key = withoutKeys(change.address);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return groups;
}

/** Addresses of the resources that a resource of the configuration refers to, without keys. */
function referencesOf({ module, references, repeats }: ConfiguredResource): readonly string[] {
  const around = module === "" ? "" : `${module}.`;
  const found = new Set<string>();
  for (const name of [...[...references.values()].flat(), ...repeats]) {
    const [type, label] = withoutKeys(name).split(".");
    if (label !== undefined && type?.includes("_")) found.add(`${around}${type}.${label}`);
  }
  return [...found];
}
