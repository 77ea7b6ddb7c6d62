/** What a plan does about a change that was made outside of Terraform. */
import { isFields, isList, type Json, jsonAt } from "../json/json-value";
import type { Drift, Plan } from "../terraform/plan/plan";
import { sameJson } from "../terraform/plan/same-json";
import { changedAttributes } from "./changed";

/**
 * - `undone`: the plan sets everything back; `partly-undone`: only some of it
 * - `remade`: it was deleted, and the plan creates it again; `gone`: it does not
 * - `destroyed`: the plan destroys the resource
 * - `kept`: the plan does not touch it
 */
export type DriftFate = "undone" | "partly-undone" | "remade" | "gone" | "destroyed" | "kept";

/** The fate of each drifted resource of a plan, in their order. */
export function driftFates(plan: Plan): ReadonlyMap<Drift, DriftFate> {
  if (plan.drift.length === 0) return new Map();
  const changes = new Map(
    plan.resources.filter(({ deposed }) => deposed === undefined).map((change) => [change.address, change]),
  );
  const fateOf = (drift: Drift): DriftFate => {
    const change = changes.get(drift.address);
    if (drift.action === "delete") return change?.action === "create" ? "remade" : "gone";
    if (change === undefined || change.action === "no-op") return "kept";
    if (change.action === "delete") return "destroyed";
    const names = driftedAttributes(drift);
    const isUndone = (name: string) =>
      sameJson(jsonAt(change.after.value, [name]) ?? null, jsonAt(drift.before.value, [name]) ?? null);
    const undone = names.filter(isUndone).length;
    if (undone === 0) return "kept";
    return undone === names.length ? "undone" : "partly-undone";
  };
  return new Map(plan.drift.filter(({ action }) => action !== "no-op").map((drift) => [drift, fateOf(drift)]));
}

/**
 * Names of the attributes that were changed. A refresh writes an argument that is not set as the empty value of its type, where
 * the apply before it wrote null: that is no change.
 */
export function driftedAttributes(drift: Drift): readonly string[] {
  const sideOf = (side: "before" | "after", name: string) => withoutUnset(jsonAt(drift[side].value, [name]) ?? null);
  return changedAttributes(drift).filter((name) => !sameJson(sideOf("before", name), sideOf("after", name)));
}

/** A value without the parts that are not set; null if nothing is. */
function withoutUnset(json: Json): Json {
  if (isList(json)) return json.length === 0 ? null : json.map(withoutUnset);
  if (!isFields(json)) return json === "" ? null : json;
  const set = Object.entries(json).flatMap(([name, inner]): [string, Json][] => {
    const bare = withoutUnset(inner);
    return bare === null ? [] : [[name, bare]];
  });
  return set.length === 0 ? null : Object.fromEntries(set);
}
