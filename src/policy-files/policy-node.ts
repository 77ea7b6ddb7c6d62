/** From a value to the tree of a policy, in which nothing that is not known can be taken for a fault. */

import type { Locate } from "../iam/document/elements";
import { isOtherLanguage } from "../iam/document/other-languages";
import type { PolicyDocument, PolicyType } from "../iam/document/policy";
import { policyKind } from "../iam/document/policy-kinds";
import { isTellingElement, readDocument } from "../iam/document/read-document";
import { type JsonMember, type JsonNode, type JsonObject, type JsonOffset, sizeOfNode } from "../json/json-node";
import {
  type EntryValue,
  isUnknown,
  itemsOf,
  type ObjectValue,
  sourceText,
  tokenOf,
  type Value,
} from "../terraform/value";
import { hasToken, splitAtTokens } from "../text/tokens";

/** What stands for a text, a list, a statement of which nothing is known. */
const ANYTHING = "${...}";

/** The policy in a value: an object with statements. Undefined if the value is no policy. */
export function policyIn(value: Value | undefined): ObjectValue | undefined {
  return value?.kind === "object" && hasStatements(value) ? value : undefined;
}

/** See `find-policies.ts`, which tells policies in JSON by the same. What is not known may be a statement. */
function hasStatements({ entries }: ObjectValue): boolean {
  const isOne = ({ key, value }: EntryValue) => key.toLowerCase() === "statement" && holdsStatements(value, key);
  const statement = entries.find(isOne);
  if (statement === undefined) return false;
  const statements = itemsOf(statement.value);
  if (statements.some(hasStatementElement)) return true;
  const others = entries.filter((entry) => entry !== statement);
  if (!others.every(isNameOfDocument)) return false;
  return others.length > 0 || statements.length === 0 || statements.some(isUnknown);
}

function isNameOfDocument({ key, value }: EntryValue): boolean {
  return ["version", "id"].includes(key.toLowerCase()) && value.kind !== "object" && value.kind !== "list";
}

/** Another case of letters than that of AWS is taken for a mistake where the value is one of a policy. */
function holdsStatements(value: Value, key: string): boolean {
  return key !== "Statement" || value.kind === "object" || value.kind === "list" || isUnknown(value);
}

function hasStatementElement(statement: Value): boolean {
  return statement.kind === "object" && statement.entries.some(({ key }) => isTellingElement(key));
}

/**
 * Reads a policy; with `partial` others add statements to it. Without a type the elements tell what it is. Undefined where
 * it is in another language than that of IAM.
 */
export function documentOf(
  policy: ObjectValue,
  locate: Locate,
  type: PolicyType | undefined,
  partial = false,
): PolicyDocument | undefined {
  const node = policyNode(policy, undefined);
  if (isOtherLanguage(node)) return undefined;
  const known = readDocument(node, locate, type);
  if (!partial && !hasUnknownStatements(policy)) return known;
  return readDocument(policyNode(policy, known.type, partial), locate, known.type);
}

/**
 * The same for `aws_iam_policy_document`: what the provider writes has each text of a list once, and a list of one as a text, so
 * that it is shorter than the arguments.
 */
export function documentOfArguments(
  policy: ObjectValue,
  locate: Locate,
  { type, partial }: { readonly type: PolicyType | undefined; readonly partial: boolean },
): PolicyDocument | undefined {
  const document = documentOf(policy, locate, type, partial);
  return document === undefined
    ? undefined
    : { ...document, size: sizeOfNode(policyNode(shortest(policy), undefined)) };
}

/** The statements stay a list, also where there is one. */
function shortest(policy: ObjectValue): ObjectValue {
  const entries = policy.entries.map((entry) => {
    const isList = entry.key === "Statement" && entry.value.kind === "list";
    return {
      ...entry,
      value: isList ? { ...entry.value, items: entry.value.items.map(shortestValue) } : shortestValue(entry.value),
    };
  });
  return { ...policy, entries };
}

function shortestValue(value: Value): Value {
  if (value.kind === "object") return shortest(value);
  if (value.kind !== "list") return value;
  const items = new Map<string, Value>();
  for (const [index, item] of value.items.entries()) {
    items.set(item.kind === "text" ? `"${sourceText(item)}` : String(index), shortestValue(item));
  }
  const [only, ...others] = items.values();
  return only !== undefined && others.length === 0 ? only : { ...value, items: [...items.values()] };
}

/** Reads a policy as it stands: tokens are texts, nothing is added or left out. */
export function exactDocumentOf(policy: ObjectValue): PolicyDocument {
  return readDocument(objectNode(policy), pointerOnly);
}

/** Places of policies that stand in no file, or whose places do not matter. */
export function pointerOnly(pointer: string): { readonly pointer: string } {
  return { pointer };
}

/** The tree of a policy; without a type, statements of which nothing is known are left out. */
function policyNode(policy: ObjectValue, type: PolicyType | undefined, partial = false): JsonObject {
  const members = policy.entries.flatMap((entry): JsonMember[] => {
    const name = entry.key.toLowerCase();
    if (name === "statement") return [member(entry, statementsNode(entry.value, type, partial))];
    if (!isOpen(entry.value)) return [member(entry, nodeFrom(entry.value))];
    return name === "version" ? [member(entry, text("2012-10-17", entry.value.at))] : [];
  });
  return { kind: "object", members, ...span(policy.at, 0) };
}

function statementsNode(value: Value, type: PolicyType | undefined, partial: boolean): JsonNode {
  const nodes = itemsOf(value).flatMap((item): readonly JsonNode[] => {
    if (isUnknownStatement(item)) return anyStatement(item.at, type);
    if (item.kind !== "object") return [nodeFrom(item)];
    return [item.repeats === undefined ? statementOf(item) : { ...statementOf(item), isConditional: true }];
  });
  const others = partial ? anyStatement(value.at, type) : [];
  return { kind: "array", items: [...nodes, ...others], ...span(value.at, 0) };
}

function hasUnknownStatements({ entries }: ObjectValue): boolean {
  return entries.some(({ key, value }) => key.toLowerCase() === "statement" && itemsOf(value).some(isUnknownStatement));
}

/** Whether nothing is known of a statement, or not whether it allows or denies. */
function isUnknownStatement(value: Value): boolean {
  if (value.kind !== "object") return isUnknown(value);
  const effect = value.entries.findLast(({ key }) => key.toLowerCase() === "effect");
  return effect !== undefined && isOpen(effect.value);
}

/** A statement that may allow anything: it completes what seems to be missing elsewhere, and is no fault itself. */
function anyStatement(at: JsonOffset, type: PolicyType | undefined): readonly JsonObject[] {
  if (type === undefined) return [];
  const anything = text(ANYTHING, at);
  const entries: (readonly [string, JsonNode])[] = [
    ["Effect", text("Allow", at)],
    ["Action", anything],
  ];
  const { principal, resource } = policyKind(type);
  if (principal !== "none") entries.push(["Principal", text(ANYTHING, at, ANYTHING)]);
  if (resource !== "none") entries.push(["Resource", anything]);
  return [object(at, entries)];
}

function statementOf(statement: ObjectValue): JsonObject {
  const members = statement.entries.flatMap((entry): JsonMember[] => {
    const name = entry.key.toLowerCase();
    if (name === "sid" && isOpen(entry.value)) return [];
    return [member(entry, elementOf(name, entry.value))];
  });
  return { kind: "object", members, ...span(statement.at, 0) };
}

function elementOf(name: string, value: Value): JsonNode {
  if (name === "principal" || name === "notprincipal") return isUnknown(value) ? wholeToken(value) : nodeFrom(value);
  if (name !== "condition") return nodeFrom(value);
  if (isUnknown(value)) return object(value.at, [["StringLike", wrapped(shown(value), value)]]);
  if (value.kind !== "object") return nodeFrom(value);
  const members = value.entries.map((entry) =>
    member(entry, isUnknown(entry.value) ? wrapped(shown(entry.value), entry.value) : nodeFrom(entry.value)),
  );
  return { kind: "object", members, ...span(value.at, 0) };
}

/** A token for a whole element; its source tells it from a text that was written. */
function wholeToken(value: Value): JsonNode {
  const token = shown(value);
  return text(token, value.at, ("source" in value ? value.source : undefined) ?? token);
}

/** `{ "key": "${...}" }` */
function wrapped(key: string, value: Value): JsonNode {
  return object(value.at, [[key, text(shown(value), value.at)]]);
}

function shown(value: Value): string {
  if (value.kind === "unknown") return value.token;
  return (value.kind === "text" ? tokenOf(value.text) : undefined) ?? ANYTHING;
}

function object(at: JsonOffset, entries: readonly (readonly [string, JsonNode])[]): JsonObject {
  const members = entries.map(([key, value]) => ({ key, ...keySpan(at, key.length), value }));
  return { kind: "object", members, ...span(at, 0) };
}

/** Whether something of it is not known. */
function isOpen(value: Value): boolean {
  return isUnknown(value) || (value.kind === "text" && hasToken(value.text));
}

function nodeFrom(value: Value): JsonNode {
  switch (value.kind) {
    case "text":
      return text(value.text, value.at, value.source);
    case "scalar":
      return scalarNode(value.value, span(value.at, String(value.value).length));
    case "list":
      return { kind: "array", items: value.items.map(nodeFrom), ...span(value.at, 0) };
    case "object":
      return objectNode(value);
    default:
      return value.kind === "unknown" ? text(value.token, value.at, value.source) : text(ANYTHING, value.at);
  }
}

function objectNode({ entries, at }: ObjectValue): JsonObject {
  return { kind: "object", members: entries.map((entry) => member(entry, nodeFrom(entry.value))), ...span(at, 0) };
}

function scalarNode(value: number | boolean | null, place: { start: JsonOffset; end: JsonOffset }): JsonNode {
  if (value === null) return { kind: "null", value, ...place };
  return typeof value === "number" ? { kind: "number", value, ...place } : { kind: "boolean", value, ...place };
}

function member({ key, at }: EntryValue, value: JsonNode): JsonMember {
  return { key, ...keySpan(at, writtenLength(key)), value };
}

function text(value: string, at: JsonOffset, source?: string): JsonNode {
  const node = { kind: "string", value, ...span(at, writtenLength(value)) } as const;
  return source === undefined ? node : { ...node, source };
}

/** Characters of a text in JSON; a token may turn out to be short. */
function writtenLength(value: string): number {
  return JSON.stringify(splitAtTokens(value).texts.join("")).length;
}

/** The place is where it stands; the length is that of the JSON which Terraform will make. */
function span(at: JsonOffset, length: number): { start: JsonOffset; end: JsonOffset } {
  return { start: at, end: at === undefined ? undefined : at + length };
}

function keySpan(at: JsonOffset, length: number): { keyStart: JsonOffset; keyEnd: JsonOffset } {
  return { keyStart: at, keyEnd: at === undefined ? undefined : at + length };
}
