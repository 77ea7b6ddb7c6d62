/** Which resources a resource of the configuration refers to: directly, or by others, variables and outputs of modules. */
import { joinAddress, moduleAround, withoutKeys } from "../terraform/address";
import { type ModuleName, ModuleReferences, namesIn } from "../terraform/plan/module-references";
import type { Configuration, ConfiguredResource } from "../terraform/plan/plan";
import { Memo } from "../text/memo";

/** Addresses of the resources that a resource of the configuration refers to directly, without keys. */
export function resourcesIn({
  module,
  references,
  repeats,
}: Pick<ConfiguredResource, "module" | "references" | "repeats">): readonly string[] {
  const found = new Set<string>();
  for (const name of [...[...references.values()].flat(), ...repeats]) {
    const [type, label] = withoutKeys(name).split(".");
    if (label !== undefined && type?.includes("_")) found.add(joinAddress(module, `${type}.${label}`));
  }
  return [...found];
}

/** The resources that a resource refers to. */
interface ReachedResources {
  readonly resources: ReadonlySet<string>;
  /** Whether it may refer to more: a plan does not contain what locals refer to. */
  readonly isOpen: boolean;
}

/** Follows references as far as the plan contains them. */
export class ReachableResources {
  readonly #configured: ReadonlyMap<string, ConfiguredResource>;
  readonly #modules: ModuleReferences;
  readonly #reached = new Memo<string, ReachedResources>();

  constructor(configuration: Configuration) {
    this.#configured = new Map(configuration.resources.map((one) => [one.address, one]));
    this.#modules = new ModuleReferences(configuration);
  }

  /** Whether a resource may depend on another. Addresses have no keys. */
  mayReach(from: string, to: string): boolean {
    if (!this.#configured.has(to)) return false;
    const { resources, isOpen } = this.#reached.get(from, () => this.#reach(from));
    return isOpen || resources.has(to);
  }

  #reach(from: string): ReachedResources {
    const resources = new Set<string>();
    const seen = new Set<string>();
    let isOpen = false;
    const start = this.#configured.get(from);
    const open = start === undefined ? [] : [...namesOf(start)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { module, name } = next;
      const id = joinAddress(module, name);
      if (seen.has(id)) continue;
      seen.add(id);
      isOpen ||= name.startsWith("local.");
      const resource = this.#configured.get(id);
      if (resource !== undefined) resources.add(id);
      open.push(...(resource === undefined ? this.#behind(next) : namesOf(resource)));
    }
    return { resources, isOpen };
  }

  /** What a variable or an output of a module comes from, and what decides whether and how often there is a module. */
  #behind(name: ModuleName): readonly ModuleName[] {
    const { names, call } = this.#modules.behind(name) ?? {};
    if (call === undefined || names === undefined) return [];
    const around = [...call.repeats, ...(name.name.startsWith("module.") ? call.dependsOn : [])];
    return [...names, ...namesIn(moduleAround(call.address), around)];
  }
}

function namesOf({ module, references, repeats, dependsOn }: ConfiguredResource): readonly ModuleName[] {
  return namesIn(module, [...[...references.values()].flat(), ...repeats, ...dependsOn]);
}
