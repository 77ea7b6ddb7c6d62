/** The document that EventBridge, SAM, the Serverless Framework and others put around statements: its language is the current one. */
import type { JsonNode, JsonObject } from "../../json/json-node";

/** The policy of a list of statements, or of one. */
export function policyOfStatements(statements: JsonNode): JsonObject {
  const { start, end } = statements;
  const version: JsonNode = { kind: "string", value: "2012-10-17", start, end: start };
  const members = Object.entries({ Version: version, Statement: statements }).map(([key, value]) => ({
    key,
    keyStart: start,
    keyEnd: start,
    value,
  }));
  return { kind: "object", members, start, end };
}
