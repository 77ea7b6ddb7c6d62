/** Documents that look like policies of IAM and are none: the rules are not about them. */
import type { JsonNode, JsonObject } from "../../json/json-node";

/**
 * Whether a document is written in another policy language: data protection of CloudWatch Logs and Amazon SNS, whose statements have
 * `DataIdentifier` and `Operation`, and stack policies of CloudFormation, whose actions are `Update:...`.
 */
export function isOtherLanguage(document: JsonObject): boolean {
  const value = memberOf(document, "Statement");
  const statements = (value?.kind === "array" ? value.items : [value]).filter((item) => item?.kind === "object");
  if (statements.length === 0) return false;
  const isProtection = (item: JsonObject) => ["DataIdentifier", "Operation"].every((name) => memberOf(item, name));
  return statements.some(isProtection) || statements.every(isOfStack);
}

function isOfStack(statement: JsonObject): boolean {
  const value = memberOf(statement, "Action") ?? memberOf(statement, "NotAction");
  const actions = value?.kind === "array" ? value.items : [value];
  return actions.length > 0 && actions.every((item) => item?.kind === "string" && item.value.startsWith("Update:"));
}

function memberOf({ members }: JsonObject, name: string): JsonNode | undefined {
  return members.find(({ key }) => key === name)?.value;
}
