/** Variables of the Serverless Framework, in its own files and in those that they include: they are no policy variables. */
import type { Finding } from "../iam/lint/finding";
import type { JsonNode } from "../json/json-node";
import { splitAtTokens, tokenEnd } from "../text/tokens";

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
  return withTokens(node, unknownOf, (text) => text.replace(PSEUDO_PARAMETER, "${"));
}

/** The same of a file that a service may include: only what cannot be a variable of a policy is one of the framework. */
export function withUnknownFrameworkVariables(node: JsonNode): JsonNode {
  return withTokens(node, (token) => (OWN.test(token) || token.startsWith("${file(") ? unknownOf(token) : token));
}

/** Those of CloudFormation have two colons. */
function unknownOf(token: string): string {
  return token.includes("::") ? token : token.replaceAll(":", ".");
}

/** The findings of a text with its variables as it has them: the rules read `${self:custom.stage}` without its colon. */
export function withWrittenVariables<T extends Finding>(findings: readonly T[], text: string): readonly T[] {
  const tokens = new Set(splitAtTokens(text).tokens.filter((token) => unknownOf(token) !== token));
  const restore = (words: string) => [...tokens].reduce((all, token) => all.replaceAll(unknownOf(token), token), words);
  return findings.map((finding) => ({
    ...finding,
    message: restore(finding.message),
    parts: finding.parts.map((part) => (typeof part === "string" ? part : { ...part, value: restore(part.value) })),
    ...(finding.hint === undefined ? {} : { hint: restore(finding.hint) }),
  }));
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
