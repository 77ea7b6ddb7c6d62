/** Reads YAML as the tree of the equivalent JSON, with positions in the YAML. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type JsonMember, type JsonNode, type JsonObject, MAX_DEPTH, pointerTo } from "../json/json-node";
import type { CommentLines } from "../text/comment-lines";
import { LineIndex } from "../text/line-index";
import { parseYaml, type YamlError } from "./parse-yaml";
import { statementKey, YamlBlocks } from "./yaml-blocks";

/** Something that is wrong with a text as YAML. */
export interface YamlProblem {
  /** `too-much`: the text may be valid YAML, but exceeds the limits of this reader. */
  readonly code: "not-yaml" | "too-much" | "duplicate-key";
  /** What is wrong: lower case, no full stop. */
  readonly message: string;
  readonly hint?: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** The result of parsing a text. */
interface YamlReading {
  /** The document, or a list of the documents; absent where the text is not YAML, or empty. */
  readonly value?: JsonNode<number>;
  readonly problems: readonly YamlProblem[];
  /** The lines of its mappings and lists. */
  readonly blocks: CommentLines;
}

/** Maximum number of values that all aliases together may expand to. */
const MAX_VALUES = 300_000;

/** Short tags whose function has no `Fn::` in front. */
const WITHOUT_PREFIX: ReadonlySet<string> = new Set(["Ref", "Condition"]);

/**
 * Reads a text; never throws.
 *
 * A tag of one `!` is a function of CloudFormation, as its JSON has it: `!Sub a` is `{ "Fn::Sub": "a" }`. Numbers are texts: in
 * policies they are account IDs and limits, and CloudFormation makes texts of them too. The length of a value is that of its JSON.
 */
export function readYaml(text: string): YamlReading {
  const lines = new LineIndex(text);
  const blocks = new YamlBlocks(text, lines);
  const parsed = parseYaml(text);
  if ("message" in parsed) return { problems: [broken(parsed, lines)], blocks };
  const found = parsed.filter(({ contents }) => contents !== null);
  const reader = new YamlReader(lines, blocks);
  try {
    const items = found.map(({ contents }, index) => {
      const pointer = found.length > 1 ? pointerTo("", index) : "";
      return reader.read(contents as ParsedNode, { pointer, depth: 0 });
    });
    const [first] = items;
    const value: JsonNode<number> | undefined =
      items.length > 1 ? { kind: "array", items, start: 0, end: text.length } : first;
    return { ...(value === undefined ? {} : { value }), problems: reader.problems, blocks };
  } catch (error) {
    if (!(error instanceof UnreadableYaml)) throw error;
    return { problems: [broken(error.found, lines)], blocks };
  }
}

function broken({ isTooMuch, message, offset }: YamlError, lines: LineIndex): YamlProblem {
  const code = isTooMuch ? "too-much" : "not-yaml";
  return { code, message: `this is not YAML that can be read: ${message}`, pointer: "", ...lines.at(offset) };
}

/** Stops the reading: an alias expands to more values than any policy has, refers to itself, or refers to nothing. */
class UnreadableYaml extends Error {
  constructor(readonly found: YamlError) {
    super(found.message);
  }
}

interface YamlPosition {
  readonly pointer: string;
  readonly depth: number;
}

class YamlReader {
  readonly problems: YamlProblem[] = [];
  readonly #lines: LineIndex;
  readonly #blocks: YamlBlocks;
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #open = new Set<ParsedNode>();
  #left = MAX_VALUES;
  /** The number of aliases that are being followed. The values behind them were recorded where their anchors are. */
  #followed = 0;

  constructor(lines: LineIndex, blocks: YamlBlocks) {
    this.#lines = lines;
    this.#blocks = blocks;
  }

  read(node: ParsedNode, here: YamlPosition): JsonNode<number> {
    const start = node.range[0];
    if (--this.#left < 0) this.#refuse(`its aliases stand for more than ${MAX_VALUES} values`, start);
    if (here.depth > MAX_DEPTH) this.#refuse(`it is nested deeper than ${MAX_DEPTH}`, start);
    if (isAlias(node)) return this.#readAlias(node, here);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#open.add(node);
    const value = this.#readUntagged(node, here);
    this.#open.delete(node);
    return functionOf(node.tag, value);
  }

  #refuse(message: string, offset: number): never {
    throw new UnreadableYaml({ isTooMuch: true, message, offset });
  }

  #readUntagged(node: Scalar.Parsed | YAMLMap.Parsed | YAMLSeq.Parsed, here: YamlPosition): JsonNode<number> {
    if (isMap(node)) return this.#readMap(node, here);
    return isSeq(node) ? this.#readList(node, here) : scalarOf(node);
  }

  #readAlias(node: Alias.Parsed, here: YamlPosition): JsonNode<number> {
    const target = this.#anchors.get(node.source);
    if (target === undefined || this.#open.has(target)) {
      const what = target === undefined ? "nothing" : "itself";
      const message = `the alias \`*${node.source}\` stands for ${what}`;
      throw new UnreadableYaml({ isTooMuch: false, message, offset: node.range[0] });
    }
    this.#followed++;
    const value = this.read(target, here);
    this.#followed--;
    return value;
  }

  #readList({ items, range }: YAMLSeq.Parsed, { pointer, depth }: YamlPosition): JsonNode<number> {
    if (this.#followed === 0)
      this.#blocks.add(
        range,
        items.map((item) => (item as ParsedNode).range),
        false,
      );
    return {
      kind: "array",
      items: items.map((item, index) =>
        this.read(item as ParsedNode, { pointer: pointerTo(pointer, index), depth: depth + 1 }),
      ),
      start: range[0],
      end: range[0],
    };
  }

  #readMap({ items, range }: YAMLMap.Parsed, { pointer, depth }: YamlPosition): JsonObject<number> {
    const own = new Map<string, JsonMember<number>>();
    const members: JsonMember<number>[] = [];
    const merged: JsonMember<number>[] = [];
    for (const { key, value } of items) {
      const name = isScalar(key) ? textOf(key as Scalar.Parsed) : "?";
      const keyStart = (key as ParsedNode | null)?.range[0] ?? range[0];
      const node =
        value === null
          ? nullAt(keyStart)
          : this.read(value as ParsedNode, { pointer: pointerTo(pointer, name), depth: depth + 1 });
      if (name === "<<") merged.push(...membersToMerge(node));
      else {
        const first = own.get(name);
        if (first !== undefined) this.#tellDouble(name, keyStart, first.keyStart, pointer);
        const member = { key: name, keyStart, keyEnd: keyStart + JSON.stringify(name).length, value: node };
        own.set(name, member);
        members.push(member);
      }
    }
    if (this.#followed === 0) {
      const isStatement = members.some(({ key }) => statementKey.test(key));
      const pairs = items.map(
        ({ key, value }) =>
          [
            (key as ParsedNode | null)?.range[0] ?? range[0],
            ((value ?? key) as ParsedNode | null)?.range[1] ?? range[1],
          ] as const,
      );
      this.#blocks.add(range, pairs, isStatement);
    }
    for (const member of merged) {
      if (own.has(member.key)) continue;
      own.set(member.key, member);
      members.push(member);
    }
    return { kind: "object", members, start: range[0], end: range[0] };
  }

  #tellDouble(key: string, offset: number, first: number, around: string): void {
    const { line, column } = this.#lines.at(first);
    this.problems.push({
      code: "duplicate-key",
      message: `the key \`${key}\` is there already, at ${line}:${column}`,
      hint: "a mapping has each key once; readers take one of the two, or none",
      pointer: pointerTo(around, key),
      ...this.#lines.at(offset),
    });
  }
}

/** What `<<` adds: the members of a mapping, or of several. */
function membersToMerge(node: JsonNode<number>): readonly JsonMember<number>[] {
  if (node.kind === "object") return node.members;
  return node.kind === "array" ? node.items.flatMap(membersToMerge) : [];
}

/** `!Sub value` as `{ "Fn::Sub": value }`; tags of YAML itself, such as `!!str`, change nothing. */
function functionOf(tag: string | undefined, value: JsonNode<number>): JsonNode<number> {
  const name = /^!([A-Za-z][\w:.-]*)$/.exec(tag ?? "")?.[1];
  if (name === undefined) return value;
  const key = WITHOUT_PREFIX.has(name) ? name : `Fn::${name}`;
  const { start, end } = value;
  return { kind: "object", members: [{ key, keyStart: start, keyEnd: start, value }], start, end };
}

function scalarOf(node: Scalar.Parsed): JsonNode<number> {
  const [start] = node.range;
  const { value } = node;
  if (typeof value === "boolean") return { kind: "boolean", value, start, end: start + String(value).length };
  if (value === null) return nullAt(start);
  const text = textOf(node);
  return { kind: "string", value: text, start, end: start + JSON.stringify(text).length };
}

function textOf({ value, source }: Scalar.Parsed): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function nullAt(start: number): JsonNode<number> {
  return { kind: "null", value: null, start, end: start + 4 };
}
