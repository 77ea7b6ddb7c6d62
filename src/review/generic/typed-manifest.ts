/** A manifest of Kubernetes as the typed resource for the same object, so that the same settings judge both. */
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
  const text = fieldAt(marked, ["yaml_body"]);
  const isText = text.value !== undefined || text.unknown;
  const value = withTypedNames(manifestOf(change, marked));
  // A mark on the text of a manifest holds for everything in it.
  if (isText) return { value, unknown: text.unknown || undefined, sensitive: text.secret || undefined };
  const marksOf = (marks: Json | undefined) => (marks === true ? true : withTypedNames(jsonAt(marks, ["manifest"])));
  return { value, unknown: marksOf(marked.unknown), sensitive: marksOf(marked.sensitive) };
}

/** Names that differ in more than their capitals: repeated blocks have the singular in a typed resource. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  containers: "container",
  initContainers: "init_container",
  webhooks: "webhook",
  externalIPs: "external_ips",
};

/** Objects that are blocks in a typed resource, and so lists with one item. */
const BLOCKS: ReadonlySet<string> = new Set(["jobTemplate", "metadata", "spec", "template"]);

/** Maps with keys that their author chose, which stay as they are. */
const MAPS: ReadonlySet<string> = new Set(["annotations", "labels", "data", "matchLabels"]);

/** The value with the names and the blocks of a typed resource: `security_context` for `securityContext`. */
function withTypedNames(json: Json | undefined): Json | undefined {
  if (isList(json)) return json.map((item) => withTypedNames(item) ?? null);
  if (!isFields(json)) return json;
  const typed = Object.entries(json).map(([name, inner]): readonly [string, Json] => {
    const value = MAPS.has(name) ? inner : (withTypedNames(inner) ?? null);
    const plain = OTHER_NAMES[name] ?? name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
    return [plain, BLOCKS.has(name) && isFields(value) ? [value] : value];
  });
  return Object.fromEntries(typed);
}
