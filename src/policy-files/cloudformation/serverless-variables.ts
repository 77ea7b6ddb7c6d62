/** Variables of the Serverless Framework, in its own files and in those that they include: they are no policy variables. */
import type { JsonNode } from "../../json/json-node";
import { tokenEnd } from "../../text/tokens";
import { withoutColons } from "../lint/findings-of-variables";

/** Sources of variables that neither AWS nor CloudFormation has. Serverless Framework guide, "Variables". */
const OWN = /^\$\{(?:self|opt|env|sls|param|cf(?:\([^)]*\))?|file\([^)]*\)):/;

/** Whether a text has a variable that only the framework can have. */
export function hasFrameworkVariables(text: string): boolean {
  return /\$\{(?:self|opt|env|sls|param):|\$\{(?:cf|file)[:(]/.test(text);
}

/** `#{AWS::Region}`, which the plugin serverless-pseudo-parameters makes into `${AWS::Region}` of `Fn::Sub`. */
const PSEUDO_PARAMETER = /#\{(?=[A-Za-z][\w:.]*\})/g;

/** The tree of a file of the framework with its variables, `${self:custom.stage}`, as values that are not known. */
export function withUnknownVariables(node: JsonNode): JsonNode {
  return withTokens(node, withoutColons, (text) => text.replace(PSEUDO_PARAMETER, "${"));
}

/** The same of a file that a service may include: only what cannot be a variable of a policy is one of the framework. */
export function withUnknownFrameworkVariables(node: JsonNode): JsonNode {
  return withTokens(node, (token) => (OWN.test(token) || token.startsWith("${file(") ? withoutColons(token) : token));
}

function withTokens(
  node: JsonNode,
  change: (token: string) => string,
  prepare: (text: string) => string = (text) => text,
): JsonNode {
  if (node.kind === "string") return { ...node, value: changeTokens(prepare(node.value), change) };
  if (node.kind === "array") return { ...node, items: node.items.map((item) => withTokens(item, change, prepare)) };
  if (node.kind !== "object") return node;
  const members = node.members.map((member) => ({ ...member, value: withTokens(member.value, change, prepare) }));
  return { ...node, members };
}

function changeTokens(text: string, change: (token: string) => string): string {
  let result = "";
  let from = 0;
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
    const end = tokenEnd(text, at);
    if (end === undefined) break;
    result += text.slice(from, at) + change(text.slice(at, end));
    from = end;
  }
  return result + text.slice(from);
}
