/** `.tf.json`: Terraform's JSON syntax as the same blocks and attributes as HCL. */

import {
  type AttributeSyntax,
  type BlockSyntax,
  type BodySyntax,
  isHclProblem,
  readHclTemplate,
  type Syntax,
  walkSyntax,
} from "../hcl/read";
import { type JsonMember, type JsonNode, membersOf, oneOrMore } from "../json/json-node";
import type { JsonProblem } from "../json/json-problems";
import { readJson } from "../json/read-json";
import { lookUp } from "../text/look-up";

/** How many labels blocks have. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

/** Blocks inside of `data "aws_iam_policy_document"`, and those inside of `dynamic`. */
const BLOCKS: ReadonlySet<string> = new Set(["statement", "principals", "not_principals", "condition", "content"]);

/** The result of parsing a `.tf.json` file. */
export function readTerraformJson(text: string): { body: BodySyntax; problems: readonly JsonProblem[] } {
  const { value, problems } = readJson(text);
  const members = value?.kind === "object" ? membersOf(value) : [];
  return { body: members.flatMap((member) => topBlocks(member)), problems };
}

function topBlocks({ key, keyStart, value }: JsonMember<number>): readonly BlockSyntax[] {
  const count = lookUp(LABELS, key);
  return count === undefined ? [] : labelled({ type: key, labels: [], left: count }, value, keyStart);
}

/** A block of which some labels are read. */
interface BlockHead {
  readonly type: string;
  readonly labels: readonly string[];
  /** How many labels are still to come. */
  readonly left: number;
}

function labelled(head: BlockHead, node: JsonNode<number>, start: number): readonly BlockSyntax[] {
  const { type, labels, left } = head;
  if (node.kind === "array") return node.items.flatMap((item) => labelled(head, item, start));
  if (node.kind !== "object") return [];
  if (left > 0) {
    return membersOf(node).flatMap((member) =>
      labelled({ type, labels: [...labels, member.key], left: left - 1 }, member.value, member.keyStart),
    );
  }
  const isDocument = type === "data" && labels[0] === "aws_iam_policy_document";
  const body = bodyOf(node, isDocument ? "of-document" : "of-others");
  return [{ kind: "block", type, labels, body, start, end: node.end }];
}

/** Blocks are looked for in policy documents alone. */
function bodyOf(node: JsonNode<number>, use: "of-document" | "of-others"): BodySyntax {
  const members = node.kind === "object" ? membersOf(node) : [];
  return members.flatMap((member): (AttributeSyntax | BlockSyntax)[] => {
    const { key, keyStart, value } = member;
    if (use === "of-document" && key === "dynamic") return dynamicBlocks(value);
    if (use === "of-document" && BLOCKS.has(key)) return blocksFrom(key, [], value, keyStart);
    if (key === "//") return [];
    return [{ kind: "attribute", name: key, value: syntaxOf(value), start: keyStart, end: value.end }];
  });
}

function blocksFrom(type: string, labels: readonly string[], node: JsonNode<number>, start: number): BlockSyntax[] {
  return oneOrMore(node).map((item) => ({
    kind: "block",
    type,
    labels,
    body: bodyOf(item, "of-document"),
    start: node.kind === "array" ? item.start : start,
    end: item.end,
  }));
}

function dynamicBlocks(node: JsonNode<number>): BlockSyntax[] {
  return oneOrMore(node).flatMap((object) =>
    object.kind === "object"
      ? membersOf(object).flatMap(({ key, keyStart, value }) => blocksFrom("dynamic", [key], value, keyStart))
      : [],
  );
}

/** A value of JSON as an expression; strings are templates, and all of one stands where the string does. */
function syntaxOf(node: JsonNode<number>): Syntax {
  const { start, end } = node;
  switch (node.kind) {
    case "array":
      return { kind: "tuple", items: node.items.map(syntaxOf), start, end };
    case "object":
      return {
        kind: "object",
        entries: membersOf(node).map(({ key, keyStart, keyEnd, value }) => ({
          key: templateOf(key, keyStart, keyEnd),
          value: syntaxOf(value),
          start: keyStart,
          end: value.end,
        })),
        start,
        end,
      };
    case "string":
      return templateOf(node.value, start, end);
    default:
      return { kind: "literal", value: node.value, start, end };
  }
}

function templateOf(text: string, start: number, end: number): Syntax {
  if (!/[$%]\{/.test(text)) return { kind: "literal", value: text, start, end };
  const read = readHclTemplate(text);
  if (isHclProblem(read)) return { kind: "reference", name: "...", start, end };
  walkSyntax(read, (node) => {
    Object.assign(node, { start, end }, node.kind === "literal" ? { runs: [] } : {});
    if (node.kind !== "template") return;
    for (const part of node.parts)
      Object.assign(part, { start, end }, part.kind === "text" ? { runs: [{ at: 0, from: start }] } : {});
  });
  return read;
}
