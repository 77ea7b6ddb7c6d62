/** JSON as a tree that keeps its places, its order and its doubles. */
import { fail } from "../errors";

/** Maximum depth of nested arrays and objects. */
export const MAX_DEPTH = 200;

/** An offset into the text in UTF-16 units; undefined where a value came without a text. */
export type JsonOffset = number | undefined;

export interface JsonString<At extends JsonOffset = JsonOffset> extends JsonPart<At> {
  readonly kind: "string";
  readonly value: string;
  /** What the string is made of, where it has unknown parts that the value abbreviates. */
  readonly source?: string;
}

export interface JsonNumber<At extends JsonOffset = JsonOffset> extends JsonPart<At> {
  readonly kind: "number";
  readonly value: number;
}

export interface JsonBoolean<At extends JsonOffset = JsonOffset> extends JsonPart<At> {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface JsonNull<At extends JsonOffset = JsonOffset> extends JsonPart<At> {
  readonly kind: "null";
  readonly value: null;
}

export interface JsonArray<At extends JsonOffset = JsonOffset> extends JsonPart<At> {
  readonly kind: "array";
  readonly items: readonly JsonNode<At>[];
}

/** One key of an object and its value. */
export interface JsonMember<At extends JsonOffset = JsonOffset> {
  readonly key: string;
  readonly keyStart: At;
  readonly keyEnd: At;
  readonly value: JsonNode<At>;
}

/** Members in the order of the text; a key that occurs twice has two members. */
export interface JsonObject<At extends JsonOffset = JsonOffset> extends JsonPart<At> {
  readonly kind: "object";
  readonly members: readonly JsonMember<At>[];
  /** As an item of a list: a condition that is not known decides whether it is there. */
  readonly isConditional?: true;
}

/** The fields of all nodes: their position in the text. The end is exclusive. */
interface JsonPart<At extends JsonOffset> {
  readonly start: At;
  readonly end: At;
}

export type JsonNode<At extends JsonOffset = JsonOffset> =
  | JsonString<At>
  | JsonNumber<At>
  | JsonBoolean<At>
  | JsonNull<At>
  | JsonArray<At>
  | JsonObject<At>;

const NOWHERE = { start: undefined, end: undefined } as const;

/** A value in memory as the node of the text that `JSON.stringify` makes of it, without places. */
export function nodeOf(value: unknown): JsonNode {
  return toNode(value, "", 0) ?? fail({ code: "not-json", path: "", message: "the value is none that JSON can hold" });
}

function toNode(given: unknown, key: string, depth: number): JsonNode | undefined {
  const value = hasToJson(given) ? given.toJSON(key) : given;
  switch (typeof value) {
    case "string":
      return { kind: "string", value, ...NOWHERE };
    case "boolean":
      return { kind: "boolean", value, ...NOWHERE };
    case "number":
      return Number.isFinite(value) ? { kind: "number", value: value + 0, ...NOWHERE } : nullNode();
    case "bigint":
      return fail({
        code: "not-json",
        path: "",
        message: `the value of \`${key}\` is a bigint, which JSON cannot hold`,
      });
    case "object":
      return value === null ? nullNode() : containerNode(value, depth + 1);
    default:
      return undefined;
  }
}

function containerNode(value: object, depth: number): JsonNode {
  if (depth > MAX_DEPTH)
    fail({ code: "not-json", path: "", message: `the value is nested deeper than ${MAX_DEPTH}, or holds itself` });
  if (value instanceof String || value instanceof Number || value instanceof Boolean) return nodeOf(value.valueOf());
  if (Array.isArray(value)) {
    const items = Array.from(value, (item, index) => toNode(item, String(index), depth) ?? nullNode());
    return { kind: "array", items, ...NOWHERE };
  }
  const members = Object.entries(value).flatMap(([key, item]): JsonMember[] => {
    const node = toNode(item, key, depth);
    return node === undefined ? [] : [{ key, keyStart: undefined, keyEnd: undefined, value: node }];
  });
  return { kind: "object", members, ...NOWHERE };
}

function nullNode(): JsonNull {
  return { kind: "null", value: null, ...NOWHERE };
}

function hasToJson(value: unknown): value is { toJSON(key: string): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}

/** Members by key; if a key occurs twice, the last member. */
export function membersOf<At extends JsonOffset>({ members }: JsonObject<At>): readonly JsonMember<At>[] {
  return allDiffer(members) ? members : [...new Map(members.map((member) => [member.key, member])).values()];
}

/** Members of an object by key; none of any other value. */
export function membersIn<At extends JsonOffset>(node: JsonNode<At> | undefined): readonly JsonMember<At>[] {
  return node?.kind === "object" ? membersOf(node) : [];
}

/** The value of a member of an object, the last if the key occurs twice; undefined if there is none, or for any other value. */
export function memberIn<At extends JsonOffset>(node: JsonNode<At> | undefined, key: string): JsonNode<At> | undefined {
  return node?.kind === "object" ? node.members.findLast((member) => member.key === key)?.value : undefined;
}

/** The items of an array, or the one value that stands in place of an array; none of undefined. */
export function oneOrMore<At extends JsonOffset>(node: JsonNode<At> | undefined): readonly JsonNode<At>[] {
  if (node === undefined) return [];
  return node.kind === "array" ? node.items : [node];
}

/** The text of a string; undefined for any other value. */
export function textIn(node: JsonNode | undefined): string | undefined {
  return node?.kind === "string" ? node.value : undefined;
}

/** Whether no key occurs twice. Most objects are small; for them all pairs are compared, without building a set. */
export function allDiffer(members: readonly JsonMember[]): boolean {
  if (members.length > 8) return new Set(members.map(({ key }) => key)).size === members.length;
  for (let index = 1; index < members.length; index++) {
    for (let other = 0; other < index; other++) if (members[other]?.key === members[index]?.key) return false;
  }
  return true;
}

/**
 * Characters without white space outside of strings, which is what AWS counts; comments do not count either. For a node that stands
 * for something else, `sizeOfOther` gives the size of that.
 */
export function sizeOfNode(node: JsonNode, sizeOfOther?: (node: JsonNode) => number | undefined): number {
  const other = sizeOfOther?.(node);
  if (other !== undefined) return other;
  switch (node.kind) {
    case "array":
      return node.items.reduce(
        (size, item) => size + sizeOfNode(item, sizeOfOther),
        bracketsAndCommas(node.items.length),
      );
    case "object":
      return node.members.reduce(
        (size, { key, keyStart, keyEnd, value }) =>
          size + sizeOfScalar(key, keyStart, keyEnd) + 1 + sizeOfNode(value, sizeOfOther),
        bracketsAndCommas(node.members.length),
      );
    default:
      return sizeOfScalar(node.value, node.start, node.end);
  }
}

function sizeOfScalar(value: string | number | boolean | null, start: JsonOffset, end: JsonOffset): number {
  return start === undefined || end === undefined ? JSON.stringify(value).length : end - start;
}

function bracketsAndCommas(count: number): number {
  return 2 + Math.max(0, count - 1);
}

/** The pointer of something below another pointer. */
export function pointerTo(pointer: string, step: string | number): string {
  const isPlain = typeof step === "number" || !(step.includes("~") || step.includes("/"));
  return `${pointer}/${isPlain ? step : step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The kind of a node as a person calls it. */
export function nameOfKind(node: JsonNode): string {
  if (node.kind === "null") return "null";
  if (node.kind === "array") return "a list";
  return node.kind === "object" ? "an object" : `a ${node.kind}`;
}
