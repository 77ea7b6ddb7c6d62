/** A manifest of Kubernetes as the typed resource that is the same, so that its settings are judged by the same rows. */
import { isFields, isList, type Json, jsonAt } from "../../json/json-value";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { fieldAt } from "../field";
import { genericObject, manifestOf } from "./generic-object";

/** The types of manifests. */
export const MANIFESTS: readonly string[] = ["kubernetes_manifest", "kubectl_manifest"];

/** The change of the typed resource; undefined for any other resource, and for kinds that no typed resource has. */
export function typedManifest(change: ResourceChange): ResourceChange | undefined {
  if (!MANIFESTS.includes(change.type)) return undefined;
  const [type] = genericObject(change)?.likes ?? [];
  if (type === undefined) return undefined;
  return { ...change, type, before: sideOf(change, change.before), after: sideOf(change, change.after) };
}

function sideOf(change: ResourceChange, marked: Marked): Marked {
  const whole = fieldAt(marked, ["yaml_body"]);
  const isText = whole.value !== undefined || whole.unknown;
  const marksOf = (marks: Json | undefined, isWhole: boolean) =>
    isText ? isWhole || undefined : marks === true ? true : withTypedNames(jsonAt(marks, ["manifest"]));
  return {
    value: withTypedNames(manifestOf(change, marked)),
    unknown: marksOf(marked.unknown, whole.unknown),
    sensitive: marksOf(marked.sensitive, whole.secret),
  };
}

/** Lists that are blocks in a typed resource, whose name is that of one. */
const NAMES: Readonly<Record<string, string>> = {
  containers: "container",
  initContainers: "init_container",
  webhooks: "webhook",
  externalIPs: "external_ips",
};

/** Objects that are blocks in a typed resource. */
const SINGLE: ReadonlySet<string> = new Set(["jobTemplate", "metadata", "spec", "template"]);

/** Maps whose keys are their author's. */
const MAPS: ReadonlySet<string> = new Set(["annotations", "labels", "data", "matchLabels"]);

/** `securityContext`: `security_context` */
function withTypedNames(json: Json | undefined): Json | undefined {
  if (isList(json)) return json.map((item) => withTypedNames(item) ?? null);
  if (!isFields(json)) return json;
  const typed = Object.entries(json).map(([name, inner]): readonly [string, Json] => {
    const value = MAPS.has(name) ? inner : (withTypedNames(inner) ?? null);
    const plain = NAMES[name] ?? name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
    return [plain, SINGLE.has(name) && isFields(value) ? [value] : value];
  });
  return Object.fromEntries(typed);
}
