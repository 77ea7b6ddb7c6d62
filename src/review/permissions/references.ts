/** From the names that an expression refers to, to the resources of the plan that are meant. */
import type { ConfiguredResource, ModuleCall, Plan } from "../../plan/plan";
import { withoutKeys } from "../actions";
import type { Instance, Instances } from "./instances";

/** What an expression can mean: one of these; `certain` where nothing else can be meant. */
export interface Meant {
  readonly instances: readonly Instance[];
  readonly certain: boolean;
}

/** Where a name is read: in a module, and in an instance with a key. */
interface Place {
  /** With instance keys. */
  readonly module: string;
  readonly index?: string | number;
}

/** How far names are followed through modules. */
const MOST_STEPS = 20;
const NOTHING_CERTAIN: Meant = { instances: [], certain: false };

/** Follows the references of one plan. */
export class References {
  readonly #instances: Instances;
  readonly #configured: ReadonlyMap<string, ConfiguredResource>;
  readonly #calls: ReadonlyMap<string, ModuleCall>;

  constructor(plan: Plan, instances: Instances) {
    this.#instances = instances;
    this.#configured = new Map(plan.configuration.resources.map((one) => [one.address, one]));
    this.#calls = new Map(plan.configuration.calls.map((one) => [one.address, one]));
  }

  /** The configuration of a resource, absent where it was taken out. */
  configured({ plain }: Instance): ConfiguredResource | undefined {
    return this.#configured.get(plain);
  }

  /** Whether the configuration sets an argument, itself or as a block. */
  sets(instance: Instance, name: string): boolean {
    const found = this.configured(instance);
    if (found === undefined) return false;
    const is = (key: string) => key === name || key.startsWith(`${name}.`);
    return [...found.references.keys(), ...found.constants.keys()].some(is);
  }

  /** What an argument of a resource refers to. */
  of(instance: Instance, argument: string): Meant {
    const found = this.configured(instance);
    const names = found?.references.get(argument);
    if (found === undefined || names === undefined) return NOTHING_CERTAIN;
    return this.#follow(
      withRepeats(names, found.repeats),
      { module: instance.module, index: instance.index },
      MOST_STEPS,
    );
  }

  #follow(names: readonly string[], place: Place, steps: number): Meant {
    if (steps === 0) return NOTHING_CERTAIN;
    const parts = wholeNames(names).map((name) => this.#followOne(name, place, steps));
    return {
      instances: [...new Set(parts.flatMap(({ instances }) => instances))],
      certain: parts.length > 0 && parts.every(({ certain }) => certain),
    };
  }

  #followOne(name: string, place: Place, steps: number): Meant {
    if (name.startsWith("var.")) return this.#followVariable(name.slice(4), place, steps);
    if (name.startsWith("module.")) return this.#followOutput(name, place, steps);
    const match = /^((?:data\.)?[\w-]+\.[\w-]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?/.exec(name);
    if (match === null || /^(local|path|terraform|self)\./.test(name)) return NOTHING_CERTAIN;
    const plain = [withoutKeys(place.module), match[1]].filter((part) => part !== "").join(".");
    const here = (this.#instances.byPlain.get(plain) ?? []).filter(({ module }) => module === place.module);
    return pick(here, match[2] === undefined ? undefined : (JSON.parse(match[2]) as string | number), place.index);
  }

  #followVariable(name: string, { module }: Place, steps: number): Meant {
    const call = this.#calls.get(withoutKeys(module));
    const names = call?.references.get(name.split(/[.[]/)[0] ?? name);
    if (call === undefined || names === undefined) return NOTHING_CERTAIN;
    const { around, index } = moduleParts(module);
    return this.#follow(withRepeats(names, call.repeats), { module: around, index }, steps - 1);
  }

  #followOutput(name: string, { module, index }: Place, steps: number): Meant {
    const match = /^module\.([\w-]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?\.([\w-]+)/.exec(name);
    if (match === null) return NOTHING_CERTAIN;
    const [, call = "", key, output = ""] = match;
    const inner = module === "" ? `module.${call}` : `${module}.module.${call}`;
    const names = this.#calls.get(withoutKeys(inner))?.outputs.get(output);
    if (names === undefined) return NOTHING_CERTAIN;
    const keyed = key === undefined ? inner : `${inner}[${key}]`;
    const there = this.#follow(names, { module: keyed }, steps - 1);
    if (key !== undefined || there.instances.length > 0 || index === undefined) return there;
    return this.#follow(names, { module: `${inner}[${JSON.stringify(index)}]` }, steps - 1);
  }
}

/** `each.value` is what `for_each` refers to; `each.key` and `count.index` choose among instances. */
function withRepeats(names: readonly string[], repeats: readonly string[]): readonly string[] {
  const own = names.filter((name) => !/^(each|count)\b/.test(name));
  return names.some((name) => name.startsWith("each.value")) ? [...own, ...repeats] : own;
}

/** Terraform lists `a.b[0].arn`, `a.b[0]` and `a.b`: the longest of them says it all. */
function wholeNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && isPartOf(name, other)));
}

function isPartOf(name: string, other: string): boolean {
  return other.startsWith(name) && /^[.[]/.test(other.slice(name.length));
}

/** The instance of a key; without one that of the same key, or the only one, or any of them. */
function pick(
  instances: readonly Instance[],
  key: string | number | undefined,
  own: string | number | undefined,
): Meant {
  const wanted = key ?? own;
  const exact = instances.filter(({ index }) => index !== undefined && index === wanted);
  if (exact.length > 0) return { instances: exact, certain: true };
  if (key !== undefined) return NOTHING_CERTAIN;
  return { instances, certain: instances.length > 0 };
}

/** `module.a["x"].module.b[0]` stands in `module.a["x"]` and has the key 0. */
function moduleParts(module: string): { readonly around: string; readonly index?: string | number } {
  const match = /^(?:(.*)\.)?module\.[\w-]+(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?$/s.exec(module);
  const key = match?.[2];
  return { around: match?.[1] ?? "", ...(key === undefined ? {} : { index: JSON.parse(key) as string | number }) };
}
