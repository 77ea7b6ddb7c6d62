/** Manifests of Kubernetes that are written as YAML. */

import type { JsonNode } from "../../json/json-node";
import type { Json } from "../../json/json-value";

/** The value of a manifest in YAML; undefined if the text cannot be read. */
export function parseManifest(text: string): Json | undefined {
  // The reader of YAML is loaded only for a plan that has such a manifest.
  const { readYaml } = require("../../yaml/read-yaml") as typeof import("../../yaml/read-yaml");
  const { value } = readYaml(text);
  return value === undefined ? undefined : jsonOf(value);
}

function jsonOf(node: JsonNode): Json {
  if (node.kind === "array") return node.items.map(jsonOf);
  if (node.kind === "object") return Object.fromEntries(node.members.map(({ key, value }) => [key, jsonOf(value)]));
  return node.kind === "null" ? null : node.value;
}
