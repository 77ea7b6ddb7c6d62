/** Follows the references of a configuration through variables and outputs of modules, without instance keys. */
import { joinAddress, moduleAround, withoutKeys } from "../address";
import type { Configuration, ModuleCall } from "./plan";

/** A name in a module, `var.role` in `module.job`, or the address of a resource as a name in its own module. */
export interface ModuleName {
  /** Empty for the root. */
  readonly module: string;
  readonly name: string;
}

/** What a variable or an output of a module comes from. */
interface NamesBehind {
  readonly names: readonly ModuleName[];
  /** The call of the module that has the variable or the output. */
  readonly call: ModuleCall;
}

/** `aws_kms_key.this[0].arn` as the resource that it is an attribute of; other names as they are, without keys. */
export function namesIn(module: string, names: readonly string[]): readonly ModuleName[] {
  return names.map((name) => {
    const parts = withoutKeys(name).split(".");
    const length = parts[0] === "data" || parts[0] === "module" ? 3 : 2;
    return { module, name: parts.slice(0, length).join(".") };
  });
}

/** The references of the module calls of a configuration. */
export class ModuleReferences {
  readonly #calls: ReadonlyMap<string, ModuleCall>;

  constructor({ calls }: Configuration) {
    this.#calls = new Map(calls.map((call) => [call.address, call]));
  }

  /**
   * The names that a variable of a module or an output of a called module gets its value from; undefined for another name. A call
   * without the name of an output is all of its outputs.
   */
  behind({ module, name }: ModuleName): NamesBehind | undefined {
    const [kind, first = "", output] = name.split(".");
    if (kind === "var") {
      const call = this.#calls.get(module);
      return call && { call, names: namesIn(moduleAround(module), call.references.get(first) ?? []) };
    }
    const inner = joinAddress(module, `module.${first}`);
    const call = kind === "module" ? this.#calls.get(inner) : undefined;
    if (call === undefined) return undefined;
    const lists = output === undefined ? [...call.outputs.values()] : [call.outputs.get(output) ?? []];
    return { call, names: namesIn(inner, lists.flat()) };
  }
}
