/**
 * Functions of CloudFormation in a policy: what they give is known when the stack is made. As texts they are tokens, so
 * that the rules take them for anything: `{ "Fn::Sub": "${Raw.Arn}/*" }` is `${Raw.Arn}/*`.
 *
 * Source: AWS CloudFormation guide, "Intrinsic function reference".
 */
import { type JsonMember, type JsonNode, sizeOfNode } from "../../json/json-node";
import { splitAtTokens } from "../../text/tokens";

/** Something of which nothing is known. */
export const ANYTHING = "${...}";

/** The call that an object is: one key, `Ref` or `Fn::...`. */
function callIn(node: JsonNode): JsonMember | undefined {
  const member = node.kind === "object" && node.members.length === 1 ? node.members[0] : undefined;
  return member !== undefined && (member.key === "Ref" || member.key.startsWith("Fn::")) ? member : undefined;
}

/** Whether a node is a call of a function. */
export function isIntrinsic(node: JsonNode): boolean {
  return callIn(node) !== undefined;
}

/**
 * The text that the call of an intrinsic function gives, with tokens for its unknown parts; undefined if the node is no such
 * call.
 */
export function textOfIntrinsic(node: JsonNode): string | undefined {
  const call = callIn(node);
  if (call === undefined) return undefined;
  const { key, value } = call;
  if (key === "Ref" && value.kind === "string") return `\${${value.value}}`;
  if (key === "Fn::GetAtt") return attributeText(value);
  if (key === "Fn::Sub") return templateText(value.kind === "array" ? value.items[0] : value);
  return key === "Fn::Join" ? joinedText(value) : ANYTHING;
}

/**
 * `{{resolve:ssm:/team/key-arn}}`, which CloudFormation replaces as it replaces a function; `Fn::Sub` may fill in parts of it.
 *
 * Source: AWS CloudFormation guide, "Get values stored in other services using dynamic references".
 */
const DYNAMIC_REFERENCE = /\{\{resolve:(?:[^{}]|\$\{[^{}]*\})*\}\}/g;

/** Functions of org-formation, which it replaces before CloudFormation gets the template, written as a text with their arguments. */
const OF_ORG_FORMATION = /^Fn::(?:Enum)?Target(?:Accounts|Regions|Count) /;

/** The text with tokens for what a dynamic reference of CloudFormation gives. */
export function withoutDynamicReferences(text: string): string {
  if (OF_ORG_FORMATION.test(text)) return ANYTHING;
  return text.includes("{{resolve:") ? text.replace(DYNAMIC_REFERENCE, ANYTHING) : text;
}

/** Whether a call has values of its own, as `Fn::Sub` with a map: then its text does not tell whether it is the same as another. */
export function hasOwnValues(node: JsonNode): boolean {
  const call = callIn(node);
  if (call?.value.kind !== "array") return false;
  if (call.key === "Fn::Sub") return call.value.items[1]?.kind === "object" && call.value.items[1].members.length > 0;
  const parts = call.key === "Fn::Join" ? call.value.items[1] : undefined;
  return parts?.kind === "array" && parts.items.some(hasOwnValues);
}

/** What `Fn::If` gives in one of the two cases: the first that is not `AWS::NoValue`. Other nodes stay as they are. */
export function branchOf(node: JsonNode): JsonNode {
  const call = callIn(node);
  if (call?.key !== "Fn::If" || call.value.kind !== "array") return node;
  const chosen = call.value.items.slice(1).find((one) => textOfIntrinsic(one) !== "${AWS::NoValue}");
  return chosen === undefined ? node : branchOf(chosen);
}

/** What `Fn::If` gives in its two cases; undefined if the node is another. */
export function casesOf(node: JsonNode): readonly JsonNode[] | undefined {
  const call = callIn(node);
  return call?.key === "Fn::If" && call.value.kind === "array" ? call.value.items.slice(1) : undefined;
}

/** Characters of what is in the place of a pseudo parameter: `aws`, twelve digits, `us-east-1`. Of other tokens nothing is known. */
const SHORTEST: Readonly<Record<string, number>> = {
  "${AWS::Partition}": 3,
  "${AWS::AccountId}": 12,
  "${AWS::Region}": 9,
};

/** The fewest characters that a call may come to in JSON; undefined if the node is no call, so that it counts as it stands. */
export function sizeOfIntrinsic(node: JsonNode): number | undefined {
  const cases = casesOf(node);
  if (cases !== undefined && cases.length > 0) return Math.min(...cases.map(sizeOfCase));
  const text = textOfIntrinsic(node);
  if (text === undefined) return undefined;
  const { texts, tokens } = splitAtTokens(withoutDynamicReferences(text));
  return tokens.reduce((size, token) => size + (SHORTEST[token] ?? 0), JSON.stringify(texts.join("")).length);
}

function sizeOfCase(node: JsonNode): number {
  return textOfIntrinsic(node) === "${AWS::NoValue}" ? 0 : sizeOfNode(node, sizeOfIntrinsic);
}

function attributeText(value: JsonNode): string {
  if (value.kind === "string") return `\${${value.value}}`;
  const names = value.kind === "array" ? value.items.map((item) => (item.kind === "string" ? item.value : "...")) : [];
  return names.length > 0 ? `\${${names.join(".")}}` : ANYTHING;
}

function templateText(value: JsonNode | undefined): string {
  return value?.kind === "string" ? withoutEscapedTokens(value.value) : ANYTHING;
}

/** The text of `Fn::Sub`, in which `${!Literal}` is the escape for `${Literal}`, a policy variable of IAM. */
export function withoutEscapedTokens(text: string): string {
  return text.replaceAll("${!", "${");
}

/** Whether a pointer is to the text that `Fn::Sub` takes. */
export function isTextOfSub(pointer: string): boolean {
  return /\/Fn::Sub(?:\/0)?$/.test(pointer);
}

/** Whether what a pointer is to stands in the text that `Fn::Sub` takes. */
export function isInsideSub(pointer: string): boolean {
  return /\/Fn::Sub(?:\/|$)/.test(pointer);
}

function joinedText(value: JsonNode): string {
  const [separator, parts] = value.kind === "array" ? value.items : [];
  if (separator?.kind !== "string" || parts?.kind !== "array") return ANYTHING;
  return parts.items.map(partText).join(separator.value);
}

function partText(part: JsonNode): string {
  if (part.kind === "string") return part.value;
  return textOfIntrinsic(part) ?? ANYTHING;
}
