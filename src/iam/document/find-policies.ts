/** Finds the policies in what people have: a policy, an answer of the AWS CLI, a list; as objects or as encoded text. */

import {
  type JsonArray,
  type JsonNode,
  type JsonObject,
  type JsonString,
  memberIn,
  membersOf,
  oneOrMore,
  pointerTo,
  textIn,
} from "../../json/json-node";
import type { JsonProblem } from "../../json/json-problems";
import { readJson } from "../../json/read-json";
import { nearestName } from "../../text/suggest-name";
import { isTextOfSub, withoutEscapedTokens } from "./intrinsics";
import { isOfOtherCloud, isOtherLanguage } from "./other-languages";
import type { PolicyHolder, PolicyType } from "./policy";
import { policyOfStatements } from "./policy-of-statements";
import { DOCUMENT_ELEMENTS, isTellingElement } from "./read-document";

/** A policy that was found. */
export interface PolicyNode {
  readonly node: JsonObject;
  readonly pointer: string;
  /** The policy type that the wrapper implies. */
  readonly type?: PolicyType;
  /** What the object around it says of what holds it. */
  readonly holder?: PolicyHolder;
  /** The string that holds it, where it is text in a text. */
  readonly inside?: JsonString;
}

/** Something wrong with a text that is a string of the text. */
export interface InnerProblem {
  readonly problem: JsonProblem;
  readonly pointer: string;
  readonly inside: JsonString;
}

/** The policies and problems, in the order of the text. */
interface FoundPolicies {
  readonly found: readonly PolicyNode[];
  readonly problems: readonly InnerProblem[];
  /** Pointers to what looks like a policy and is none of IAM. */
  readonly others: readonly string[];
}

/**
 * The argument of Terraform that holds the trust policy of a role. It is defined here because `iam` must not import from
 * `terraform`.
 */
export const TRUST_ARGUMENT = "assume_role_policy";

/** Members that hold a policy, as an object or as text, by what they say of its type; all in lower case. */
const WRAPPERS: ReadonlyMap<string, PolicyType | undefined> = new Map([
  ["policydocument", undefined],
  ["document", undefined],
  ["policy", undefined],
  ["policytext", undefined],
  ["policyinjson", "resource"],
  ["resourcepolicy", "resource"],
  ["accesspolicies", "resource"],
  ["accesspolicy", "resource"],
  ["assumerolepolicy", "trust"],
  ["assumerolepolicydocument", "trust"],
  [TRUST_ARGUMENT, "trust"],
]);

/** Texts in texts in texts are read so far. */
const MAX_TEXTS = 4;

/** Where the search is. */
interface SearchPosition {
  readonly pointer: string;
  readonly type?: PolicyType;
  readonly holder?: PolicyHolder;
  /** Whether the position alone says that it is a policy: the top level, or inside of a wrapper. */
  readonly meant: boolean;
  readonly inside?: JsonString;
  readonly texts: number;
}

/** All policies of a tree. */
export function findPolicies(node: JsonNode): FoundPolicies {
  const search = new PolicySearch();
  search.enter(node, { pointer: "", meant: true, texts: 0 });
  return search;
}

/** What documentation writes in place of a policy. */
const LEFT_OUT = /^\{\s*(?:\.{3}|\u2026)\s*\}$/;

class PolicySearch implements FoundPolicies {
  readonly found: PolicyNode[] = [];
  readonly problems: InnerProblem[] = [];
  readonly others: string[] = [];

  enter(node: JsonNode, here: SearchPosition): void {
    if (node.kind === "object") this.#enterObject(node, here);
    else if (node.kind === "string") this.#enterText(node, here);
    else if (node.kind === "array") {
      for (const [index, item] of node.items.entries()) {
        this.enter(item, { ...here, pointer: pointerTo(here.pointer, index) });
      }
    }
  }

  #enterObject(object: JsonObject, here: SearchPosition): void {
    if (isPolicy(object, here.meant)) {
      this.#add(object, here);
      return;
    }
    const holder = holderIn(object) ?? here.holder;
    const around = isManifestOfOrganizations(object) ? "scp" : here.type;
    const organization = organizationTypeIn(object, around);
    for (const { key, value } of membersOf(object)) {
      const name = key.toLowerCase();
      const pointer = pointerTo(here.pointer, key);
      if (organization !== undefined && name === "content") {
        const type = ORGANIZATION_TYPES.get(organization);
        if (type === undefined) this.others.push(pointer);
        else this.enter(value, { ...here, holder, pointer, type, meant: true });
        continue;
      }
      this.enter(value, { ...here, holder, pointer, type: WRAPPERS.get(name) ?? around, meant: WRAPPERS.has(name) });
    }
  }

  /** A text that is meant as a policy, or that can be one. What is wrong with a text is told only where it is meant. */
  #enterText(node: JsonString, here: SearchPosition): void {
    const mayBe = here.meant || MAY_BE_POLICY.test(node.value);
    const written = mayBe && isTextOfSub(here.pointer) ? withoutEscapedTokens(node.value) : node.value;
    const text = mayBe && here.texts < MAX_TEXTS ? jsonTextOf(written) : undefined;
    if (text === undefined) return;
    const inside = here.inside ?? node;
    const { value, problems } = readJson(text);
    if (value === undefined && (!here.meant || LEFT_OUT.test(text))) return;
    for (const problem of problems) this.problems.push({ problem, pointer: here.pointer, inside });
    if (value === undefined) return;
    if (isListOfStatements(value)) this.#add(policyOfStatements(value), { ...here, inside });
    else this.enter(value, { ...here, inside, texts: here.texts + 1 });
  }

  #add(node: JsonObject, { pointer, type, holder, inside }: SearchPosition): void {
    if (isOtherLanguage(node) || isOfOtherCloud(node)) this.others.push(pointer);
    else this.found.push({ node, pointer, type, holder, inside });
  }
}

/** A policy, or a list of statements. */
const MAY_BE_POLICY = /^\s*(?:\{.*"Statement|\[\s*\{.*"Effect)\\*"/s;

/** Whether a text lists statements without a document around them, as kops and others take them. */
function isListOfStatements(value: JsonNode): value is JsonArray {
  if (value.kind !== "array" || value.items.length === 0) return false;
  return value.items.every(
    (item) =>
      item.kind === "object" &&
      item.members.some(({ key }) => key === "Effect") &&
      item.members.some(({ key }) => key === "Action" || key === "NotAction"),
  );
}

/** Members of the answers of the AWS CLI that name what has an inline policy. */
const HOLDERS: ReadonlyMap<string, PolicyHolder> = new Map([
  ["RoleName", "role"],
  ["UserName", "user"],
  ["GroupName", "group"],
]);

/** What an object says of the holder of the policies in it: the name of a role, or the ARN of a managed policy. */
function holderIn({ members }: JsonObject): PolicyHolder | undefined {
  for (const { key, value } of members) {
    const holder = value.kind === "string" ? HOLDERS.get(key) : undefined;
    if (holder !== undefined) return holder;
    const managed = /^(Policy)?Arn$/i.test(key) ? managedBy(value) : undefined;
    if (managed !== undefined) return managed;
    const inside = key === "Policy" && value.kind === "object" ? holderIn(value) : undefined;
    if (inside === "aws-managed-policy" || inside === "managed-policy") return inside;
  }
  return undefined;
}

/** Whose managed policy an ARN is: that of AWS or that of an account. */
function managedBy(value: JsonNode): PolicyHolder | undefined {
  const owner = value.kind === "string" ? /^arn:[^:]*:iam::([^:]*):policy\//.exec(value.value)?.[1] : undefined;
  if (owner === undefined) return undefined;
  return owner === "aws" ? "aws-managed-policy" : "managed-policy";
}

/** What `Type` of an answer of AWS Organizations means; the others are in languages of their own. */
export const ORGANIZATION_TYPES: ReadonlyMap<string, PolicyType> = new Map([
  ["SERVICE_CONTROL_POLICY", "scp"],
  ["RESOURCE_CONTROL_POLICY", "rcp"],
]);

/**
 * The kind of policy of an organization: in an answer of `aws organizations describe-policy`, or beside the content in a manifest of
 * Kubernetes. `Content` has its text.
 */
function organizationTypeIn(object: JsonObject, around: PolicyType | undefined): string | undefined {
  const summary = memberIn(object, "PolicySummary");
  if (summary?.kind === "object") return textIn(memberIn(summary, "Type"));
  if (around !== "scp") return undefined;
  return textIn(memberIn(object, "type")) ?? "SERVICE_CONTROL_POLICY";
}

/** Whether an object is a policy of AWS Organizations as a manifest of Crossplane: it is a service control policy if it does not say its type. */
function isManifestOfOrganizations(object: JsonObject): boolean {
  return (
    textIn(memberIn(object, "kind")) === "Policy" &&
    /^organizations\.aws\./.test(textIn(memberIn(object, "apiVersion")) ?? "")
  );
}

const holds = (value: JsonNode) => value.kind === "object" || value.kind === "array";

/**
 * Whether it is a policy: its `Statement` has an element of one, or it has nothing but elements of a document. Where a policy is
 * meant, their names may be in any case. Rules of WAF, schemas and models of APIs have a member `Statement` too.
 */
function isPolicy({ members }: JsonObject, meant: boolean): boolean {
  const statement = members.find(({ key, value }) => key === "Statement" && holds(value));
  if (statement !== undefined && oneOrMore(statement.value).some(hasStatementElement)) return true;
  if (statement === undefined && hasMisspeltStatement(members)) return true;
  const names = DOCUMENT_ELEMENTS.map((name) => name.toLowerCase());
  if (meant) {
    const keys = members.map(({ key }) => key.toLowerCase());
    if (keys.length === 0) return false;
    if (keys.every((key) => names.includes(key))) return true;
    const written = members.find(({ key }) => key.toLowerCase() === "statement");
    return written !== undefined && oneOrMore(written.value).some(hasStatementElement);
  }
  if (statement === undefined || members.length < 2) return false;
  return members.every((one) => one === statement || (names.includes(one.key.toLowerCase()) && !holds(one.value)));
}

/** Whether it has a version of the policy language, and statements under another name: `Statements`, `Statment`, `statement`. */
function hasMisspeltStatement(members: JsonObject["members"]): boolean {
  const { key: name = "", value: version } = members.find(({ key }) => key.toLowerCase() === "version") ?? {};
  if (version?.kind !== "string" || !/^20(?:12|08)-10-17$/.test(version.value)) return false;
  // Manifests of Crossplane have policies in words of their own: `version` beside `statements`.
  const isMeant = (key: string) =>
    key.toLowerCase() === "statement" || (name === "Version" && nearestName(key, ["Statement"], 2) !== undefined);
  return members.some(({ key, value }) => /^s/i.test(key) && holds(value) && isMeant(key) && isOfStatements(value));
}

/** Whether it is a statement or a list of these, with names in any case of letters. */
function isOfStatements(value: JsonNode): boolean {
  const all = oneOrMore(value);
  return (
    all.length > 0 && all.every((item) => hasElement(item, ["effect"]) && hasElement(item, ["action", "notaction"]))
  );
}

function hasElement(node: JsonNode, names: readonly string[]): boolean {
  return node.kind === "object" && node.members.some(({ key }) => names.includes(key.toLowerCase()));
}

function hasStatementElement(statement: JsonNode): boolean {
  return statement.kind === "object" && statement.members.some(({ key }) => isTellingElement(key));
}

/** An expression of Jinja, as in Ansible: `{{ lookup("template", "key-policy.j2") }}`. No JSON begins so. */
const JINJA = /^\s*\{(?:\{\s*[^\s"}]|%)/;

/**
 * The text of an object or a list, with its URL encoding undone, and the escapes that Amazon API Gateway leaves in the policies of its
 * answers; undefined if it is other text.
 */
export function jsonTextOf(text: string): string | undefined {
  if (JINJA.test(text)) return undefined;
  if (/^\{\s*\\+"/.test(text)) return withoutEscapes(text);
  if (text.startsWith("{")) return text;
  const start = text.trimStart().slice(0, 3).toLowerCase();
  if (start.startsWith("{") || start.startsWith("[")) return text;
  return start === "%7b" || start === "%5b" ? decodeUrl(text) : undefined;
}

function decodeUrl(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A text with a backslash in front of each quote, which is the inside of a string of JSON. */
function withoutEscapes(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
