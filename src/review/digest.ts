/** What identifies an approved plan: the same for every plan that would do the same. */
import { createHash, type Hash } from "node:crypto";
import type { Json } from "../hcl/expression";
import { jsonText } from "../plan/json-text";
import type { Marked, Plan } from "../plan/plan";
import { sameJson } from "../plan/same-json";
import { acts } from "./actions";
import { at } from "./field";

/**
 * SHA-256, in hex, over what the plan would do: changes, outputs, deferred changes, with the values that change and their marks. The time, the file's name,
 * the order of keys, and what does not change have no part in it.
 */
export function digestOf(plan: Plan): string {
  const hash = createHash("sha256");
  write(hash, ["tfwright plan 1", plan.complete, plan.errored]);
  const changes = plan.resources.filter(
    (change) => acts(change) || change.importing !== undefined || change.previousAddress !== undefined,
  );
  for (const change of inOrder(changes, ({ address, deposed }) => `${address}\n${deposed ?? ""}`)) {
    const { address, previousAddress, deposed, actions, provider, importing, before, after } = change;
    write(hash, [address, previousAddress, deposed, actions, provider, importing as Json | undefined]);
    write(hash, [
      without(after.value, before.value),
      without(before.value, after.value),
      after.unknown,
      after.sensitive,
      before.sensitive,
    ]);
  }
  for (const { name, action, before, after } of inOrder(
    plan.outputs.filter((one) => one.action !== "no-op"),
    ({ name }) => name,
  )) {
    write(hash, ["output", name, action]);
    writeMarked(hash, before);
    writeMarked(hash, after);
  }
  for (const { reason, change } of inOrder(plan.deferred, ({ change }) => change.address)) {
    write(hash, ["deferred", reason, change.address, change.actions]);
    writeMarked(hash, change.after);
  }
  return hash.digest("hex");
}

function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const keys = new Map(items.map((item) => [item, keyOf(item)]));
  const key = (item: T) => keys.get(item) as string;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function writeMarked(hash: Hash, { value, unknown, sensitive }: Marked): void {
  write(hash, [value, unknown, sensitive]);
}

function write(hash: Hash, items: readonly (Json | undefined)[]): void {
  for (const item of items) hash.update(`${item === undefined ? "" : jsonText(item)}\n`);
}

/** The attributes that are not the same on the other side: the rest does not change. */
function without(value: Json | undefined, other: Json | undefined): Json | undefined {
  if (!isObject(value) || !isObject(other)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, part]) => !sameJson(part, at(other, [key]))));
}

function isObject(json: Json | undefined): json is Readonly<Record<string, Json>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
