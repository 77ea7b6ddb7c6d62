/** What a release of Helm sets: its values in YAML, and those that are set by their names. */
import { isFields, isList, type Json, jsonAt } from "../../json/json-value";
import { hasMark } from "../../terraform/plan/marks";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { differs, pairAt } from "../field";
import { parseManifest } from "./manifest-text";

const ARGUMENTS = ["values", "set"];

/** The values of a release that changes them; undefined for any other resource, as to read them takes time. */
export function helmValuesOf(change: ResourceChange, { value }: Marked): Json | undefined {
  if (change.type !== "helm_release" || !ARGUMENTS.some((name) => differs(pairAt(change, [name])))) return undefined;
  const [texts, sets] = ARGUMENTS.map((name) => jsonAt(value, [name]));
  return [
    ...(isList(texts) ? texts.map((text) => (typeof text === "string" ? (parseManifest(text) ?? null) : null)) : []),
    ...(isList(sets) ? sets.filter(isFields).map(settingOf) : []),
  ];
}

/** `image.repository` as the value that it sets. */
function settingOf({ name, value = null }: Readonly<Record<string, Json>>): Json {
  const steps = String(name).split(/(?<!\\)\./);
  return steps.reduceRight<Json>((inner, step) => ({ [step]: inner }), value);
}

/** Whether the plan hides what a release sets. */
export function hidesHelmValues({ type }: ResourceChange, { sensitive }: Marked): boolean {
  return (
    type === "helm_release" && (sensitive === true || ARGUMENTS.some((name) => hasMark(jsonAt(sensitive, [name]))))
  );
}
