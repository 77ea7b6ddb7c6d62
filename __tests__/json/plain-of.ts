import type { JsonNode } from "../../src/json/json-node";

/** The value as `JSON.parse` gives it: of a key that stands there twice, the last. */
export function plainOf(node: JsonNode): unknown {
  if (node.kind === "array") return node.items.map(plainOf);
  if (node.kind !== "object") return node.value;
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plainOf(value)]));
}
