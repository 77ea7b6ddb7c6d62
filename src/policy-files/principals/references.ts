/** Finds the resources of the plan that the names in an expression mean. */
import { joinAddress, withoutKeys } from "../../terraform/address";
import { readKey, writeKey } from "../../terraform/instance-key";
import type { ConfiguredResource, ModuleCall, Plan } from "../../terraform/plan/plan";
import type { Instance, Instances } from "./instances";

/** Resources that an expression can mean; `certain` if it can mean nothing else. */
export interface Meant {
  readonly instances: readonly Instance[];
  readonly certain: boolean;
}

/** Where a name is read: in a module, and in an instance with a key. */
interface ReferringInstance {
  /** With instance keys. */
  readonly module: string;
  readonly index?: string | number;
  /** The address of a module call in front of its key, if any of its instances may be meant. */
  readonly any?: string;
}

/**
 * A name, and how one of several instances is chosen: by the key of the referring instance (`own`), by an unknown key
 * (`open`), or not at all, so that all are meant (`all`). Terraform lists `a.b[each.key].arn` as `a.b` and `each.key`.
 */
interface Name {
  readonly text: string;
  readonly choice: "own" | "open" | "all";
}

/** Whether an argument can take a resource. Outputs of a module that mean other resources are left out. */
type WantedReferences = (instance: Instance) => boolean;

/** How far names are followed through modules. */
const MOST_STEPS = 20;
const NOTHING_CERTAIN: Meant = { instances: [], certain: false };

/** Follows the references of one plan. */
export class References {
  readonly #instances: Instances;
  readonly #configured: ReadonlyMap<string, ConfiguredResource>;
  readonly #calls: ReadonlyMap<string, ModuleCall>;

  constructor(plan: Pick<Plan, "configuration">, instances: Instances) {
    this.#instances = instances;
    this.#configured = new Map(plan.configuration.resources.map((one) => [one.address, one]));
    this.#calls = new Map(plan.configuration.calls.map((one) => [one.address, one]));
  }

  /** The configuration of a resource, absent if it was taken out. */
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
  of(instance: Instance, argument: string, wanted: WantedReferences = () => true): Meant {
    return this.#ofNames(instance, this.configured(instance)?.references.get(argument), wanted);
  }

  /** What the unknown part of an argument refers to. A variable whose value the configuration or its caller gives is known. */
  unknownOf(instance: Instance, argument: string): Meant {
    const names = this.configured(instance)?.references.get(argument);
    const open = names?.filter((name) => !this.#isKnownVariable(name, instance));
    return this.#ofNames(instance, open, () => true);
  }

  #ofNames(instance: Instance, names: readonly string[] | undefined, wanted: WantedReferences): Meant {
    const found = this.configured(instance);
    if (found === undefined || names === undefined) return NOTHING_CERTAIN;
    const { module, index } = instance;
    return this.#follow(withRepeats(names, found.repeats), { module, index }, wanted, MOST_STEPS);
  }

  /** A variable of the root module, or an input that is a constant. */
  #isKnownVariable(name: string, { module }: Instance): boolean {
    const variable = /^var\.([\w-]+)/.exec(name)?.[1];
    if (variable === undefined) return false;
    return module === "" || this.#calls.get(withoutKeys(module))?.constants.has(variable) === true;
  }

  #follow(names: readonly Name[], place: ReferringInstance, wanted: WantedReferences, steps: number): Meant {
    if (steps === 0) return NOTHING_CERTAIN;
    const parts = names.map((name) => this.#followOne(name, place, wanted, steps));
    return {
      instances: [...new Set(parts.flatMap(({ instances }) => instances))],
      certain: parts.length > 0 && parts.every(({ certain }) => certain),
    };
  }

  #followOne(name: Name, place: ReferringInstance, wanted: WantedReferences, steps: number): Meant {
    const { text, choice } = name;
    if (text.startsWith("var.")) return this.#followVariable(text.slice(4), place, wanted, steps);
    if (text.startsWith("module.")) return this.#followCall(name, place, wanted, steps);
    const match = /^((?:data\.)?[\w-]+\.[\w-]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?/.exec(text);
    if (match === null || /^(local|path|terraform|self)\./.test(text)) return NOTHING_CERTAIN;
    const [, bare = "", key] = match;
    const own = choice === "own" && place.index !== undefined ? writeKey(place.index) : undefined;
    const exact = this.#exact(joinAddress(place.module, bare), key ?? own);
    if (exact.length > 0 && place.any === undefined) return { instances: exact, certain: true };
    const plain = joinAddress(withoutKeys(place.module), bare);
    const here = (this.#instances.byPlain.get(plain) ?? []).filter(({ module }) => isAt(module, place));
    const index = key === undefined ? undefined : readKey(key);
    const found = index === undefined ? here : here.filter((one) => one.index === index);
    return { instances: found, certain: found.length === 1 || (found.length > 0 && choice === "all" && !place.any) };
  }

  /** Found by its address, since a name may have many instances. */
  #exact(plain: string, key: string | undefined): readonly Instance[] {
    return key === undefined ? [] : (this.#instances.byAddress.get(`${plain}[${key}]`) ?? []);
  }

  #followVariable(name: string, { module }: ReferringInstance, wanted: WantedReferences, steps: number): Meant {
    const call = this.#calls.get(withoutKeys(module));
    const names = call?.references.get(name.split(/[.[]/)[0] ?? name);
    if (call === undefined || names === undefined) return NOTHING_CERTAIN;
    const { around, index } = moduleParts(module);
    return this.#follow(withRepeats(names, call.repeats), { module: around, index }, wanted, steps - 1);
  }

  /** `module.a.arn`, `module.a["x"].arn`; `module.a` alone stands for `module.a[each.key].arn`: the plan does not name the output. */
  #followCall(
    { text, choice }: Name,
    { module, index, any }: ReferringInstance,
    wanted: WantedReferences,
    steps: number,
  ): Meant {
    const match = /^module\.([\w-]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?(?:\.([\w-]+))?/.exec(text);
    const [, call = "", key, output] = match ?? [];
    const inner = joinAddress(module, `module.${call}`);
    const outputs = this.#calls.get(withoutKeys(inner))?.outputs;
    if (outputs === undefined) return NOTHING_CERTAIN;
    const lists = output === undefined ? [...outputs.values()] : [outputs.get(output) ?? []];
    const at = (place: ReferringInstance): Meant => {
      const parts = lists.map((names) => this.#follow(withRepeats(names, []), place, wanted, steps - 1));
      if (output !== undefined) return parts[0] as Meant;
      const found = [...new Set(parts.flatMap(({ instances }) => instances.filter(wanted)))];
      return { instances: found, certain: found.length === 1 };
    };
    const own = choice === "own" && index !== undefined ? writeKey(index) : undefined;
    const chosen = key ?? own ?? (output === undefined ? undefined : "");
    if (chosen !== undefined && any === undefined) {
      const there = at({ module: chosen === "" ? inner : `${inner}[${chosen}]` });
      if (key !== undefined || there.instances.length > 0) return there;
    }
    const all = at({ module: inner, any: any ?? inner });
    return { instances: all.instances, certain: all.certain && all.instances.length === 1 };
  }
}

/** Whether a module is where the name is read. */
function isAt(module: string, { module: wanted, any }: ReferringInstance): boolean {
  if (any === undefined) return module === wanted;
  return module.startsWith(any) && withoutKeys(module) === withoutKeys(wanted);
}

/**
 * `each.key` and `count.index` choose an instance. `each.value` comes from what `for_each` refers to: if that is a resource,
 * it is the instance with the same key. As the key of another resource it is unknown, as is the value of a variable.
 */
function withRepeats(names: readonly string[], repeats: readonly string[]): readonly Name[] {
  const isEach = (name: string) => /^each\.value\b/.test(name);
  const [own, far] = [names.filter((name) => !/^(each|count)\b/.test(name)), names.some(isEach)];
  const choice = far || own.some(isSetting) ? "open" : names.some(isOwnKey) ? "own" : "all";
  const named = (texts: readonly string[], how: Name["choice"]) =>
    wholeNames(texts).map((text) => ({ text, choice: how }));
  return [...named(own, choice), ...(far ? named(repeats, "own") : [])];
}

function isOwnKey(name: string): boolean {
  return /^(each\.key|count\.index)$/.test(name);
}

function isSetting(name: string): boolean {
  return /^(var|local)\./.test(name);
}

/** Terraform lists `a.b[0].arn`, `a.b[0]` and `a.b`: the longest of them says it all. */
function wholeNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && isPartOf(name, other)));
}

function isPartOf(name: string, other: string): boolean {
  return other.startsWith(name) && /^[.[]/.test(other.slice(name.length));
}

/** `module.a["x"].module.b[0]` stands in `module.a["x"]` and has the key 0. */
function moduleParts(module: string): { readonly around: string; readonly index?: string | number } {
  const match = /^(?:(.*)\.)?module\.[\w-]+(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?$/s.exec(module);
  const key = match?.[2];
  return { around: match?.[1] ?? "", ...(key === undefined ? {} : { index: readKey(key) }) };
}
