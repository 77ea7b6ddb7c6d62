/** The resources of a plan before and after, with those that do not change. */

import { isFields, type Json } from "../../json/json-value";
import { moduleOfAddressWithKeys, withoutKeys } from "../../terraform/address";
import { keysOf } from "../../terraform/instance-key";
import type { Action, Marked, Plan, ResourceChange } from "../../terraform/plan/plan";
import { groupBy } from "../../text/group-by";

/** Before or after the plan. */
export type Side = "before" | "after";

/** One resource of a plan. */
export interface Instance {
  readonly address: string;
  /** Address without instance keys. */
  readonly plain: string;
  /** Address of the module with instance keys; empty for the root. */
  readonly module: string;
  readonly type: string;
  /** Whether it is a data source. */
  readonly isData: boolean;
  readonly index?: string | number;
  readonly action: Action;
  /** Whether the plan changes anything of it. */
  readonly changes: boolean;
  readonly before: Marked;
  readonly after: Marked;
}

/** All resources of a plan, found by address. */
export interface Instances {
  readonly managed: readonly Instance[];
  /** Instances, with data sources, by their addresses without keys. */
  readonly byPlain: ReadonlyMap<string, readonly Instance[]>;
  /** The same by their addresses with keys. */
  readonly byAddress: ReadonlyMap<string, readonly Instance[]>;
}

const NOTHING: Marked = { value: undefined, unknown: undefined, sensitive: undefined };

/** The resources of a plan, without deposed objects of a replacement and without deferred changes. */
export function instancesOf(plan: Pick<Plan, "resources" | "prior">): Instances {
  const managed: Instance[] = [];
  const all: Instance[] = [];
  const seen = new Set<string>();
  const add = (instance: Instance, mode: string) => {
    if (mode === "managed") managed.push(instance);
    all.push(instance);
  };
  for (const change of plan.resources) {
    if (change.deposed !== undefined) continue;
    seen.add(change.address);
    if (change.previousAddress !== undefined) seen.add(change.previousAddress);
    for (const instance of instancesOfChange(change)) add(instance, change.mode);
  }
  for (const { address, mode, type, values, sensitive } of plan.prior.values()) {
    if (seen.has(address)) continue;
    const marked = { value: values, unknown: undefined, sensitive };
    const isData = mode === "data";
    add({ ...placeOf(address), type, isData, action: "no-op", changes: false, before: marked, after: marked }, mode);
  }
  return { managed, byPlain: groupBy(all, ({ plain }) => plain), byAddress: groupBy(all, ({ address }) => address) };
}

function instancesOfChange(change: ResourceChange): readonly Instance[] {
  const { address, module, type, index, action, before, after } = change;
  const isData = change.mode === "data";
  const same = { address, plain: withoutKeys(address), module, type, isData, index, action };
  const one = { ...same, changes: action !== "no-op", before: sideOf(before), after: sideOf(after) };
  // Terraform removes a forgotten resource from its state alone: in AWS nothing changes.
  if (action === "forget") return [{ ...one, changes: false, after: one.before }];
  if (action !== "forget-create") return [one];
  return [
    { ...one, action: "no-op", changes: false, after: one.before },
    { ...one, action: "create", before: NOTHING },
  ];
}

function sideOf(marked: Marked): Marked {
  return marked.value === null ? { ...marked, value: undefined } : marked;
}

function placeOf(address: string): Pick<Instance, "address" | "plain" | "module" | "index"> {
  const module = moduleOfAddressWithKeys(address);
  const [index] = keysOf(address.slice(module.length));
  return { address, plain: withoutKeys(address), module, index };
}

/** An attribute on one side: undefined if it is absent or null. */
export function attribute(instance: Instance, side: Side, name: string): Json | undefined {
  const { value } = instance[side];
  const found = isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return found === null ? undefined : found;
}

/** An attribute that is a text. */
export function textOf(instance: Instance, side: Side, name: string): string | undefined {
  const found = attribute(instance, side, name);
  return typeof found === "string" ? found : undefined;
}

const SIDES: readonly Side[] = ["before", "after"];

/** Whether there is anything on this side. */
export function exists(instance: Instance, side: Side): boolean {
  return instance[side].value !== undefined;
}

/** The sides on which an instance exists. */
export function sidesOf(instance: Instance): readonly Side[] {
  return SIDES.filter((side) => exists(instance, side));
}
