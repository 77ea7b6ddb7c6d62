/** What checks may ask of the whole plan. Indexes are built when the first one asks. */
import { destroys, withoutKeys } from "../terraform/plan/actions";
import type { ConfiguredResource, Plan, ResourceChange } from "../terraform/plan/plan";
import type { Facts } from "./finding";

/** The facts of a plan. */
export function factsOf(plan: Plan): Facts {
  const dependents = once(() => indexDependents(plan));
  const configured = once(() => new Map(plan.configuration.resources.map((one) => [one.address, one])));
  const created = once(
    () =>
      new Set(plan.resources.filter(({ action }) => action === "create").map(({ address }) => withoutKeys(address))),
  );
  return {
    plan,
    dependents: ({ address }) => dependents().get(withoutKeys(address)) ?? [],
    isNew: (change, type) => {
      const from = configured().get(withoutKeys(change.address));
      if (from === undefined) return false;
      return referencesOf(from).some((name) => isOfType(name, type) && created().has(name));
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isOfType(address: string, type: string): boolean {
  return address.split(".").at(-2) === type;
}

/** By the address of what is depended on, without keys: what stays and depends on it. */
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
