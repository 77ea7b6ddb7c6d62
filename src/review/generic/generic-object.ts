/** What a resource is whose type can be anything: a manifest of Kubernetes, a body of Azure's API, a type of CloudFormation. */
import { isFields, type Json, jsonAt } from "../../json/json-value";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { parseManifest } from "../access/manifest-text";
import { typeOfArm } from "./arm-types";

/** See the first line of the file. */
interface GenericObject {
  /** `PersistentVolumeClaim`, `cert-manager.io/Certificate`, `Microsoft.Sql/servers`, `AWS::DynamoDB::Table` */
  readonly kind: string;
  /** The types of the usual provider that are the same. */
  readonly likes: readonly string[];
}

/** The object of a change; undefined for a resource of any other type, or if the plan does not tell what it is. */
export function genericObject(change: Pick<ResourceChange, "type" | "before" | "after">): GenericObject | undefined {
  const read = READERS.find(({ types }) => types.test(change.type))?.read;
  return read && (read(change.after) ?? read(change.before));
}

const READERS: readonly { readonly types: RegExp; read(marked: Marked): GenericObject | undefined }[] = [
  { types: /^(?:kubernetes|kubectl)_manifest$/, read: ({ value }) => ofManifest(manifestIn(value)) },
  { types: /^azapi_/, read: ({ value }) => ofArm(textAt(value, "type")) },
  { types: /^aws_cloudcontrolapi_resource$/, read: ({ value }) => ofCloudFormation(textAt(value, "type_name")) },
];

/** The object that a change destroys: a replacement may make one of another kind. */
export function destroyedObject(change: Pick<ResourceChange, "type" | "before" | "after">): GenericObject | undefined {
  return genericObject({ ...change, after: change.before });
}

/** The manifest of a resource that has one; undefined for any other. */
export function manifestOf({ type }: Pick<ResourceChange, "type">, marked: Marked): Json | undefined {
  return /^(?:kubernetes|kubectl)_manifest$/.test(type) ? manifestIn(marked.value) : undefined;
}

function manifestIn(value: Json | undefined): Json | undefined {
  const text = textAt(value, "yaml_body");
  return text === undefined ? jsonAt(value, ["manifest"]) : parseManifest(text);
}

function textAt(value: Json | undefined, name: string): string | undefined {
  const found = jsonAt(value, [name]);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** Groups of Kubernetes itself: other groups have kinds of the same names. */
const OWN_GROUPS = /^(?:|apps|autoscaling|batch|extensions|policy|[a-z.]+\.k8s\.io)$/;

function ofManifest(manifest: Json | undefined): GenericObject | undefined {
  const kind = textAt(manifest, "kind");
  if (kind === undefined) return undefined;
  const version = textAt(manifest, "apiVersion") ?? "";
  const group = version.includes("/") ? (version.split("/")[0] ?? "") : "";
  const rules = /(?:Network|Authorization)Policy$/.test(kind) ? ["kubernetes_network_policy"] : [];
  if (!OWN_GROUPS.test(group)) return { kind: `${group}/${kind}`, likes: rules };
  const name = `kubernetes_${withUnderscores(kind)}`;
  return { kind, likes: [name, `${name}_v1`, ...rules] };
}

/** `PersistentVolumeClaim`: `persistent_volume_claim` */
function withUnderscores(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
}

function ofArm(type: string | undefined): GenericObject | undefined {
  const kind = type?.split("@")[0];
  if (kind === undefined || kind === "") return undefined;
  const like = typeOfArm(kind);
  return { kind, likes: like === undefined ? [] : [like] };
}

function ofCloudFormation(kind: string | undefined): GenericObject | undefined {
  if (kind === undefined) return undefined;
  const [, service = "", name = ""] = kind.split("::");
  return { kind, likes: [`aws_${service.toLowerCase()}_${withUnderscores(name)}`] };
}

/** The body of a resource of Azure's API: version 1 of the provider has it as a text, version 2 as an object. */
export function armBody({ value }: Marked): Json | undefined {
  const body = jsonAt(value, ["body"]);
  if (isFields(body)) return body;
  return typeof body === "string" ? jsonInText(body) : undefined;
}

/** What a resource of Cloud Control is to be. */
export function desiredState({ value }: Marked): Json | undefined {
  const text = textAt(value, "desired_state");
  return text === undefined ? undefined : jsonInText(text);
}

/** The value in a text of JSON; undefined for other text. */
export function jsonInText(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
