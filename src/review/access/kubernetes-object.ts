/** Roles and their bindings of Kubernetes, in one form: from typed resources and from manifests. */
import { isFields, type Json, jsonAt } from "../../json/json-value";
import { hasMark, markOf } from "../../terraform/plan/marks";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { type Field, fieldAt, itemsAt } from "../field";
import { parseManifest } from "./manifest-text";

/** One of the four kinds that give access, on one side of a change. */
export interface KubernetesObject {
  readonly kind: "ClusterRole" | "Role" | "ClusterRoleBinding" | "RoleBinding";
  readonly name: string;
  /** `cluster-admin`; empty if it is not known. */
  readonly role: string;
  /** `Group system:masters`, `ServiceAccount ci/deployer` */
  readonly subjects: readonly string[];
  readonly rules: readonly KubernetesRule[];
  /** Whether a part that grants is known only after apply. */
  readonly isUnknown: boolean;
}

/** A rule of a role. */
export interface KubernetesRule {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Whether it holds for objects of these names alone. */
  readonly isNamed: boolean;
}

type Kind = KubernetesObject["kind"];

const TYPES: ReadonlyMap<string, Kind> = new Map(
  [
    ["cluster_role", "ClusterRole"],
    ["role", "Role"],
    ["cluster_role_binding", "ClusterRoleBinding"],
    ["role_binding", "RoleBinding"],
  ].flatMap(([name, kind]) => [`kubernetes_${name}`, `kubernetes_${name}_v1`].map((type) => [type, kind as Kind])),
);

/** Types whose manifest is a value, and those whose manifest is a text. */
const MANIFESTS = { value: "kubernetes_manifest", text: "kubectl_manifest" };

/** The types that may be one of the kinds. */
export const kubernetesTypes: readonly string[] = [...TYPES.keys(), ...Object.values(MANIFESTS)];

/** The object on one side; undefined if there is none, or it is of another kind. */
export function kubernetesObject(change: ResourceChange, side: "before" | "after"): KubernetesObject | undefined {
  const marked = change[side];
  if (marked.value === undefined) return undefined;
  const typed = TYPES.get(change.type);
  if (typed !== undefined) return ofType(typed, marked);
  return change.type === MANIFESTS.text ? ofManifestText(marked) : ofManifest(fieldAt(marked, ["manifest"]));
}

/** A text that is known only after apply may be anything: it is not told, as another kind would not be. */
function ofManifestText(marked: Marked): KubernetesObject | undefined {
  const field = fieldAt(marked, ["yaml_body"]);
  return typeof field.value === "string" ? ofManifest({ ...field, value: parseManifest(field.value) }) : undefined;
}

function ofType(kind: Kind, marked: Marked): KubernetesObject {
  const { value } = marked;
  return {
    kind,
    name: textOf(jsonAt(value, ["metadata", 0, "name"])),
    role: textOf(jsonAt(value, ["role_ref", 0, "name"])),
    subjects: itemsAt(value, ["subject"]).map(subjectOf),
    rules: itemsAt(value, ["rule"]).map((rule) => ruleOf(rule, ["api_groups", "resource_names", "non_resource_urls"])),
    isUnknown: ["role_ref", "rule"].some((name) => hasMark(markOf(marked.unknown, name))) || hasUnknownGroup(marked),
  };
}

/** The name of a service account, or its namespace, is often known only after apply, and is no group. */
function hasUnknownGroup({ value, unknown }: Marked): boolean {
  const marks = markOf(unknown, "subject");
  if (marks === true) return true;
  return itemsAt(value, ["subject"]).some(
    (subject, index) => hasMark(markOf(marks, index)) && jsonAt(subject, ["kind"]) !== "ServiceAccount",
  );
}

function ofManifest({ value, unknown }: Pick<Field, "value" | "unknown">): KubernetesObject | undefined {
  const kind = textOf(jsonAt(value, ["kind"]));
  const isOne = ([...TYPES.values()] as readonly string[]).includes(kind);
  if (!isFields(value) || !isOne) return undefined;
  return {
    kind: kind as Kind,
    name: textOf(jsonAt(value, ["metadata", "name"])),
    role: textOf(jsonAt(value, ["roleRef", "name"])),
    subjects: itemsAt(value, ["subjects"]).map(subjectOf),
    rules: itemsAt(value, ["rules"]).map((rule) => ruleOf(rule, ["apiGroups", "resourceNames", "nonResourceURLs"])),
    isUnknown: unknown,
  };
}

function subjectOf(subject: Json): string {
  const [kind, namespace, name] = ["kind", "namespace", "name"].map((key) => textOf(jsonAt(subject, [key])) || "?");
  return kind === "ServiceAccount" ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

/** The names of the arguments differ between typed resources and manifests: groups, names and URLs. */
function ruleOf(rule: Json, [groups = "", names = "", urls = ""]: readonly string[]): KubernetesRule {
  const list = (name: string) => itemsAt(rule, [name]).map(textOf);
  return {
    groups: list(groups),
    resources: [...list("resources"), ...list(urls)],
    verbs: list("verbs").map((verb) => verb.toLowerCase()),
    isNamed: list(names).length > 0,
  };
}

function textOf(json: Json | undefined): string {
  return typeof json === "string" ? json : "";
}
