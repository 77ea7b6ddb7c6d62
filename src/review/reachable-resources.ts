/** Which resources a resource of the configuration refers to: directly, or by others, variables and outputs of modules. */
import { joinAddress, moduleAround, withoutKeys } from "../terraform/address";
import type { Configuration, ConfiguredResource, ModuleCall } from "../terraform/plan/plan";
import { Memo } from "../text/memo";

/** Addresses of the resources that a resource of the configuration refers to directly, without keys. */
export function resourcesIn({ module, references, repeats }: ConfiguredResource): readonly string[] {
  const found = new Set<string>();
  for (const name of [...[...references.values()].flat(), ...repeats]) {
    const [type, label] = withoutKeys(name).split(".");
    if (label !== undefined && type?.includes("_")) found.add(joinAddress(module, `${type}.${label}`));
  }
  return [...found];
}

/** A name in a module, `var.role` in `module.job`, or the address of a resource as a name in its own module. */
interface ModuleName {
  readonly module: string;
  readonly name: string;
}

/** What a resource refers to. */
interface Reached {
  readonly resources: ReadonlySet<string>;
  /** Whether it may refer to more: a plan does not contain what locals refer to. */
  readonly isOpen: boolean;
}

/** Follows references as far as the plan contains them. */
export class ReachableResources {
  readonly #configured: ReadonlyMap<string, ConfiguredResource>;
  readonly #calls: ReadonlyMap<string, ModuleCall>;
  readonly #reached = new Memo<string, Reached>();

  constructor({ resources, calls }: Configuration) {
    this.#configured = new Map(resources.map((one) => [one.address, one]));
    this.#calls = new Map(calls.map((one) => [one.address, one]));
  }

  /** Whether a resource may depend on another. Addresses have no keys. */
  mayReach(from: string, to: string): boolean {
    if (!this.#configured.has(to)) return false;
    const { resources, isOpen } = this.#reached.get(from, () => this.#reach(from));
    return isOpen || resources.has(to);
  }

  #reach(from: string): Reached {
    const resources = new Set<string>();
    const seen = new Set<string>();
    let isOpen = false;
    const start = this.#configured.get(from);
    const open: ModuleName[] = start === undefined ? [] : namesOf(start);
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

  /** The names that a variable or an output of a module gets its value from. */
  #behind({ module, name }: ModuleName): readonly ModuleName[] {
    const [kind, first = "", output] = name.split(".");
    if (kind === "var") {
      const call = this.#calls.get(module);
      return call === undefined
        ? []
        : namesIn(moduleAround(module), [...(call.references.get(first) ?? []), ...call.repeats]);
    }
    if (kind !== "module") return [];
    const inner = joinAddress(module, `module.${first}`);
    const call = this.#calls.get(inner);
    if (call === undefined) return [];
    const lists = output === undefined ? [...call.outputs.values()] : [call.outputs.get(output) ?? []];
    return [...namesIn(inner, lists.flat()), ...namesIn(module, [...call.repeats, ...call.dependsOn])];
  }
}

function namesOf({ module, references, repeats, dependsOn }: ConfiguredResource): ModuleName[] {
  return namesIn(module, [...[...references.values()].flat(), ...repeats, ...dependsOn]);
}

/** `aws_kms_key.this[0].arn` as the resource that it is an attribute of; other names as they are, without keys. */
function namesIn(module: string, names: readonly string[]): ModuleName[] {
  return names.map((name) => {
    const parts = withoutKeys(name).split(".");
    const length = parts[0] === "data" || parts[0] === "module" ? 3 : 2;
    return { module, name: parts.slice(0, length).join(".") };
  });
}
