/** Finds the resources that a firewall's rules name, in one plan. */
import { type Json, jsonAt } from "../../json/json-value";
import {
  attribute,
  type Instance,
  type Instances,
  instancesOf,
  type Side,
} from "../../policy-files/principals/instances";
import { type Meant, References } from "../../policy-files/principals/references";
import type { Plan } from "../../terraform/plan/plan";
import { getOrInsert, groupBy } from "../../text/group-by";
import { Memo } from "../../text/memo";
import { fieldAt } from "../field";
import { namedPoint, spanOfCidr } from "./address-line";
import type { Peer, PeerNature } from "./reach";

/** An argument of a resource on one side; `path` is where its value is, if not at the top. */
export interface NetworkArgument {
  readonly instance: Instance;
  readonly side: Side;
  readonly name: string;
  readonly path?: readonly (string | number)[];
}

/** A resource that an argument names: by its address if the plan has it, else by its ID. */
export interface NamedResource {
  readonly key: string;
  /** Absent if it is not in the plan. */
  readonly instance?: Instance;
}

/** Types whose addresses are private, whatever they are. */
const PRIVATE_TYPES: ReadonlySet<string> = new Set([
  "aws_vpc",
  "aws_subnet",
  "aws_default_vpc",
  "aws_default_subnet",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipam_pool_cidr",
  "aws_vpc_ipam_preview_next_cidr",
  "aws_vpc_ipam_pool_cidr_allocation",
  "google_compute_subnetwork",
  "azurerm_subnet",
  "azurerm_virtual_network",
]);

/** Questions about the resources of a plan. */
export class PlanNetwork {
  readonly instances: Instances;
  readonly references: References;
  readonly #byType: ReadonlyMap<string, readonly Instance[]>;
  readonly #indexes = new Memo<string, ReadonlyMap<string, Instance>>();
  readonly #named = new Map<string, Peer>();

  constructor(plan: Plan) {
    this.instances = instancesOf(plan);
    this.references = new References(plan, this.instances);
    this.#byType = groupBy([...this.instances.byAddress.values()].flat(), ({ type }) => type);
  }

  /** The resources of these types. */
  ofTypes(types: readonly string[]): readonly Instance[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** The same without data sources: these only read what others set. */
  managedOf(types: readonly string[]): readonly Instance[] {
    return this.ofTypes(types).filter(({ isData }) => !isData);
  }

  /** A peer that has a name alone. The same name is the same peer. */
  namedPeer(name: string, nature: PeerNature): Peer {
    const make = (): Peer => ({ name, nature, spans: [namedPoint(this.#named.size)] });
    return getOrInsert(this.#named, `${nature} ${name}`, make);
  }

  /** The peer of a range; a text that is none is a peer that nobody knows. */
  rangePeer(text: string): Peer {
    const span = spanOfCidr(text);
    return span === undefined ? this.namedPeer(text, "unknown") : { name: text, nature: "addresses", spans: [span] };
  }

  /** The resource of these types that an argument names, by one of its attributes: `id`, `name`. */
  resource(
    argument: NetworkArgument,
    types: readonly string[],
    attributes: readonly string[],
  ): NamedResource | undefined {
    const { instance, side, name, path = [name] } = argument;
    const field = fieldAt(instance[side], path);
    if (typeof field.value === "string" && field.value !== "") return this.find(field.value, types, attributes);
    if (!field.unknown) return undefined;
    const { instances, certain } = this.referred(instance, name);
    const ofTypes = instances.filter(({ type }) => types.includes(type));
    const [only, other] = ofTypes.length > 0 ? ofTypes : instances;
    if (only !== undefined && other === undefined && certain) return { key: only.address, instance: only };
    return { key: `${instance.address} ${name}` };
  }

  /** The resource of these types that a text names, by one of its attributes. */
  find(text: string, types: readonly string[], attributes: readonly string[]): NamedResource {
    const key = [...types, ...attributes].join();
    const found = this.#indexes.get(key, () => this.#index(types, attributes)).get(text);
    return found === undefined ? { key: text } : { key: found.address, instance: found };
  }

  #index(types: readonly string[], attributes: readonly string[]): ReadonlyMap<string, Instance> {
    const index = new Map<string, Instance>();
    for (const instance of this.ofTypes(types)) {
      for (const side of ["before", "after"] as const) {
        for (const name of attributes) {
          const value = attribute(instance, side, name);
          if (typeof value === "string" && !index.has(value)) index.set(value, instance);
        }
      }
    }
    return index;
  }

  /** What an argument, or what is in it, refers to. */
  referred(instance: Instance, name: string): Meant {
    const configured = this.references.configured(instance);
    const keys = [...(configured?.references.keys() ?? [])].filter((key) => key === name || key.startsWith(`${name}.`));
    return this.#meant(instance, keys);
  }

  /** The same of an argument in blocks, by the names of the blocks and of the argument. */
  referredAlong(instance: Instance, path: readonly string[]): Meant {
    const configured = this.references.configured(instance);
    const name = path.join(".");
    // A block that is made by `dynamic` has its references at the block.
    const isThere = (key: string) => name === key || name.startsWith(`${key}.`) || key.startsWith(`${name}.`);
    const keys = [...(configured?.references.keys() ?? [])].filter((key) => isThere(key.replace(/\.\d+(?=\.|$)/g, "")));
    return this.#meant(instance, keys);
  }

  #meant(instance: Instance, keys: readonly string[]): Meant {
    const meant = keys.map((key) => this.references.of(instance, key));
    return {
      instances: [...new Set(meant.flatMap(({ instances }) => instances))],
      certain: meant.length > 0 && meant.every(({ certain }) => certain),
    };
  }

  /** The peers of a list of ranges, with one for those that are known only after apply. */
  ranges(argument: NetworkArgument): readonly Peer[] {
    const { texts, unknown } = this.texts(argument);
    return [...texts.map((text) => this.rangePeer(text)), ...(unknown ? [this.#unknownRange(argument)] : [])];
  }

  /**
   * The texts of an argument that is a text or a list of them, and whether others are known only after apply. What the provider
   * computes because the configuration does not set it lets in nobody.
   */
  texts({ instance, side, name, path = [name] }: NetworkArgument): {
    readonly texts: readonly string[];
    readonly unknown: boolean;
  } {
    const value = jsonAt(instance[side].value, path);
    const items: readonly Json[] = Array.isArray(value) ? value : [value ?? null];
    const texts = items.filter((item): item is string => typeof item === "string" && item !== "");
    const isComputed = this.references.configured(instance) !== undefined && !this.references.sets(instance, name);
    return { texts, unknown: !isComputed && fieldAt(instance[side], path).unknown };
  }

  /** Addresses that are known only after apply. Those of a VPC of the plan are private. */
  #unknownRange({ instance, name }: NetworkArgument): Peer {
    const { instances, certain } = this.referred(instance, name);
    const names = instances.map(({ address }) => address).sort();
    if (certain && instances.every(({ type }) => PRIVATE_TYPES.has(type))) {
      return this.namedPeer(names.join(" or "), "inside");
    }
    return this.namedPeer(names.length === 0 ? "(known after apply)" : names.slice(0, 3).join(" or "), "unknown");
  }
}
