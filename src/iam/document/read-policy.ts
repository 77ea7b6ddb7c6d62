/** Reads policies: from a text, from a value in memory, or from a tree of JSON. */

import { type JsonNode, type JsonObject, nodeOf, pointerTo } from "../../json/json-node";
import type { TextProblem } from "../../json/json-problems";
import { readJson } from "../../json/read-json";
import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { LineIndex } from "../../text/line-index";
import { type Locate, locateInside } from "./elements";
import { findPolicies, type InnerProblem, jsonTextOf, type PolicyNode } from "./find-policies";
import type { PolicyDocument, PolicyHolder, PolicyType } from "./policy";
import { readDocument, STATEMENT_ELEMENTS } from "./read-document";

/** One policy and where it was found. */
export interface FoundPolicy {
  readonly document: PolicyDocument;
  /** Pointer to the policy in the whole text: empty, or `/PolicyVersion/Document`; the document's own start below it. */
  readonly pointer: string;
  /** What holds it, where the text around it tells. */
  readonly holder?: PolicyHolder;
}

/** The result of reading a text, a value or a tree. */
export interface PolicyReading {
  /** In the order of the text; empty if there is none, and a problem says why. */
  readonly policies: readonly FoundPolicy[];
  /** In the order of the text; recovered errors of JSON that could be read as meant are among them. */
  readonly problems: readonly TextProblem[];
}

interface ReadOptions {
  /** What the policies are attached to. @default what the wrapper says, or what the elements look like */
  readonly type?: PolicyType;
  /** What the name of its file says. It counts where nothing around the policy tells what it is. @default nothing */
  readonly byName?: PolicyType;
}

/** The code of the problem that a text is JSON and has no policy, or that an item of a list is none. */
export const NOT_A_POLICY = "not-a-policy";

const READ_OPTIONS: OptionKinds<ReadOptions> = { type: "text", byName: "text" };

/**
 * Reads a text: JSON, or JSON in URL encoding. What is wrong with the text is among the problems.
 *
 * @throws TfwrightError where an argument is wrong
 */
export function readPolicyText(text: string, options: ReadOptions = {}): PolicyReading {
  checkArgument(text, "text", "readPolicyText(text)");
  checkOptions(options, READ_OPTIONS, { place: "readPolicyText(options)" });
  const decoded = jsonTextOf(text) ?? text;
  const { value, problems } = readJson(decoded);
  if (value === undefined) return { policies: [], problems };
  const reading = readPolicy(value, { ...options, text: decoded });
  return problems.length === 0 ? reading : { policies: reading.policies, problems: [...problems, ...reading.problems] };
}

/** Reads a value in memory, as its JSON text is read; places are pointers only. */
export function readPolicyValue(value: unknown, options: ReadOptions = {}): PolicyReading {
  checkOptions(options, READ_OPTIONS, { place: "readPolicyValue(options)" });
  return readPolicy(nodeOf(value), options);
}

interface TreeOptions extends ReadOptions {
  readonly text?: string;
  /** Whether the text is YAML, which AWS does not take: members beside `Statement` are for the tool that makes JSON of it. @default false */
  readonly fromYaml?: boolean;
}

/** Reads a tree; with its text, places have lines and columns. */
export function readPolicy(node: JsonNode, options: TreeOptions = {}): PolicyReading {
  const locate = locateIn(options.text);
  const { found, problems, others } = findPolicies(node);
  const policies = found.map((one) => ({
    document: documentOf(one, locate, options),
    pointer: one.pointer,
    holder: one.holder,
  }));
  if (problems.length > 0) return { policies, problems: problems.map((one) => innerProblem(one, locate)) };
  if (node.kind !== "array" && found.length > 0) return { policies, problems: [] };
  const pointers = [...found.map(({ pointer }) => pointer), ...others];
  return { policies, problems: withoutPolicy(node, pointers, locate) };
}

function locateIn(text: string | undefined): Locate {
  if (text === undefined) return (pointer) => ({ pointer });
  const lines = new LineIndex(text);
  return (pointer, offset) => lines.place(pointer, offset);
}

function documentOf(
  { node, type, holder, inside }: PolicyNode,
  locate: Locate,
  { type: given, byName, fromYaml }: TreeOptions,
): PolicyDocument {
  const kind = given ?? type;
  const document = readDocument(node, locateInside(locate, inside), kind, holder === undefined ? byName : undefined);
  return fromYaml && inside === undefined ? withoutMembersOfTool(document) : document;
}

/** The document without what is said of members such as `Name` and `Tags`; what may be a mistyped element stays. */
function withoutMembersOfTool(document: PolicyDocument): PolicyDocument {
  const issues = document.issues.filter(
    ({ kind, element, pointer, hint }) =>
      kind !== "unknown" || pointer !== pointerTo("", element) || hint?.startsWith("did you mean"),
  );
  return { ...document, issues };
}

/** The problem of a text that is a string of another text, at the place of that string. */
export function innerProblem({ problem, pointer, inside }: InnerProblem, locate: Locate): TextProblem {
  const { code, message, hint, line, column } = problem;
  const where = `at ${line}:${column} of the text in this string: `;
  return { code, message: where + message, hint, ...locate(pointer, inside.start) };
}

/** The problem of a tree, or of the first item of a list, in which no policy was found. */
function withoutPolicy(node: JsonNode, found: readonly string[], locate: Locate): TextProblem[] {
  if (node.kind !== "array" || found.length === 0) return found.length === 0 ? [notAPolicy(node, "", locate)] : [];
  const held = new Set(found.map((pointer) => pointer.split("/", 2)[1]));
  const index = node.items.findIndex((_, item) => !held.has(String(item)));
  const item = node.items[index];
  return item === undefined ? [] : [notAPolicy(item, pointerTo("", index), locate)];
}

function notAPolicy(node: JsonNode, pointer: string, locate: Locate): TextProblem {
  const message = "there is no policy here: an object with `Statement` was expected";
  return { code: NOT_A_POLICY, message, hint: hintFor(node), ...locate(pointer, node.start) };
}

function hintFor(node: JsonNode): string | undefined {
  const first = node.kind === "array" ? node.items[0] : node;
  if (first?.kind !== "object" || !isStatement(first)) return undefined;
  const what = node.kind === "array" ? "this is a list of statements" : "this is a lone statement";
  return `${what}: write \`{ "Version": "2012-10-17", "Statement": ... }\` around it`;
}

function isStatement({ members }: JsonObject): boolean {
  // Rules of a data access policy of OpenSearch Serverless have `Principal` too, and no effect.
  return members.some(
    ({ key }) => key !== "Id" && key !== "Principal" && (STATEMENT_ELEMENTS as readonly string[]).includes(key),
  );
}
