/** The digest that identifies an approved plan. It is equal for plans with the same effect. */
import { createHash } from "node:crypto";
import { type Fields, isFields, type Json, jsonAt } from "../json/json-value";
import { hasEffect } from "../terraform/plan/actions";
import { jsonText } from "../terraform/plan/json-text";
import type { Marked, Plan } from "../terraform/plan/plan";
import { sameJson } from "../terraform/plan/same-json";
import { compareTexts } from "../text/compare-texts";

/**
 * SHA-256, in hex, over what the plan would do: changes, outputs, deferred changes, actions, with the values that change and their marks. The time, the file's name,
 * the order of keys, and what does not change have no part in it.
 */
export function digestOf(plan: Plan): string {
  const digest = new Digest();
  digest.add(["tfwright plan 1", plan.complete, plan.errored]);
  const changes = plan.resources.filter(
    (change) => hasEffect(change) || change.importing !== undefined || change.previousAddress !== undefined,
  );
  for (const change of inOrder(changes, ({ address, deposed }) => `${address}\n${deposed ?? ""}`)) {
    const { address, previousAddress, deposed, actions, provider, importing, before, after } = change;
    digest.add([address, previousAddress, deposed, actions, provider, importing as Json | undefined]);
    const [old, now] = differences(before.value, after.value);
    digest.add([now, old, after.unknown, after.sensitive, before.sensitive]);
  }
  for (const { name, action, before, after } of inOrder(
    plan.outputs.filter((one) => one.action !== "no-op"),
    ({ name }) => name,
  )) {
    digest.add(["output", name, action]);
    digest.addMarked(before);
    digest.addMarked(after);
  }
  for (const { reason, change } of inOrder(plan.deferred, ({ change }) => change.address)) {
    digest.add(["deferred", reason, change.address, change.actions]);
    digest.addMarked(change.after);
  }
  const actions = plan.actions.map((action, index) => ({ action, index }));
  // Terraform lists the actions of one event in the order in which they run.
  for (const { action } of inOrder(actions, ({ action: { address, resource = "", event = "" }, index }) =>
    [resource, event, String(index).padStart(6, "0"), address].join("\n"),
  )) {
    const { address, resource, event, isDeferred, config } = action;
    digest.add(["action", address, resource, event, isDeferred]);
    digest.addMarked(config);
  }
  // A refresh-only plan writes what was changed elsewhere into the state.
  const drifted = plan.drift.filter(({ action }) => action !== "no-op");
  for (const { address, actions, before, after } of inOrder(drifted, (one) => one.address)) {
    digest.add(["drift", address, actions, ...differences(before.value, after.value)]);
  }
  return digest.end();
}

function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const keys = new Map(items.map((item) => [item, keyOf(item)]));
  const key = (item: T) => keys.get(item) as string;
  return [...items].sort((a, b) => compareTexts(key(a), key(b)));
}

/** A hash that takes its text in large pieces. */
class Digest {
  readonly #hash = createHash("sha256");
  #text = "";

  add(items: readonly (Json | undefined)[]): void {
    for (const item of items) this.#text += `${item === undefined ? "" : jsonText(item)}\n`;
    if (this.#text.length < 65_536) return;
    this.#hash.update(this.#text);
    this.#text = "";
  }

  addMarked({ value, unknown, sensitive }: Marked): void {
    this.add([value, unknown, sensitive]);
  }

  end(): string {
    return this.#hash.update(this.#text).digest("hex");
  }
}

/** Of two objects the attributes that are not the same on the other side: the rest does not change. */
function differences(before: Json | undefined, after: Json | undefined): readonly [Json | undefined, Json | undefined] {
  if (!isFields(before) || !isFields(after)) return [before, after];
  const same = new Set(Object.keys(before).filter((key) => sameJson(before[key], jsonAt(after, [key]))));
  const left = (value: Fields) =>
    Object.fromEntries(
      Object.entries(value).filter(
        ([key, part]) => !same.has(key) && !(part === null && jsonAt(before, [key]) === undefined),
      ),
    );
  return [left(before), left(after)];
}
