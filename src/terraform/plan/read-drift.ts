/** What was changed outside of Terraform, and which of it this plan depends on. */

import { type Fields, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import { getOrInsert } from "../../text/group-by";
import { uniqueSorted } from "../../text/unique-sorted";
import { joinAddress } from "../address";
import { writeKey } from "../instance-key";
import { field, fieldsOf, listField, optionalText, textField } from "./fields";
import type { Drift, ResourceChange } from "./plan";
import { readPath, readResourceChange, type Unknowns } from "./read-change";
import { sameJson } from "./same-json";

/** `resource_drift`, with `relevant_attributes`. */
export function readDrift(plan: Fields, unknowns: Unknowns): readonly Drift[] {
  const changes = listField(plan, "resource_drift", (item) => readResourceChange(withAddress(item), unknowns));
  if (changes.length === 0) return [];
  const wanted = readRelevant(plan);
  return changes.map((change) => ({ ...change, relevant: relevantOf(change, wanted) }));
}

/** Terraform 1.0.0 wrote drift without addresses, but with all that an address is made of. */
function withAddress(item: Json): Json {
  const of = fieldsOf(item);
  const [type, name] = [optionalText(of, "type"), optionalText(of, "name")];
  if (field(of, "address") !== undefined || type === undefined || name === undefined) return item;
  const key = field(of, "index");
  const index = typeof key === "string" || typeof key === "number" ? `[${writeKey(key)}]` : "";
  const mode = field(of, "mode") === "data" ? "data." : "";
  return { ...of, address: joinAddress(optionalText(of, "module_address") ?? "", `${mode}${type}.${name}${index}`) };
}

function readRelevant(plan: Fields): ReadonlyMap<string, readonly ValuePath[]> {
  const found = new Map<string, ValuePath[]>();
  listField(plan, "relevant_attributes", (item) => {
    const of = fieldsOf(item);
    const address = textField(of, "resource");
    getOrInsert(found, address, (): ValuePath[] => []).push(readPath(of.attribute ?? null));
  });
  return found;
}

/** A reference may name all instances by an address without a key. */
function relevantOf(change: ResourceChange, wanted: ReadonlyMap<string, readonly ValuePath[]>): readonly string[] {
  const whole = change.address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, "");
  const addresses = whole === change.address ? [whole] : [change.address, whole];
  const paths = addresses.flatMap((address) => wanted.get(address) ?? []).filter((path) => differs(change, path));
  return uniqueSorted(paths.map((path) => (path.length === 0 ? "*" : path.join("."))));
}

function differs(change: ResourceChange, path: ValuePath): boolean {
  return !sameJson(jsonAt(change.before.value, path), jsonAt(change.after.value, path));
}
