/**
 * Reads what was written and compares it with the JSON, value by value. It does not know why something became a block: it asks
 * only that each name of the JSON is there once, with the same value, in the same order, and that nothing else is.
 */

import { isExactNumber } from "../hcl/number";
import {
  type AttributeSyntax,
  type BlockSyntax,
  type BodySyntax,
  isHclProblem,
  readHcl,
  readHclTemplate,
  type Syntax,
  withoutQuotes,
} from "../hcl/read";
import { isSameSyntax } from "../hcl/read/same-syntax";
import type { JsonMember, JsonNode, JsonObject } from "../json/json-node";
import { groupBy } from "../text/group-by";
import { lookUp } from "../text/look-up";
import { isProviderName, literalText, readAddress } from "./convert-value";
import {
  type BlockGrammar,
  type BodyGrammar,
  bodyOf,
  DYNAMIC,
  modeOf,
  PROVIDER_BODY,
  ROOT,
  type ValueMode,
} from "./grammar";
import { withoutLines } from "./json-lines";
import { DocumentProof, withoutChomp } from "./prove-document";
import type { Renames } from "./renames";
import { withoutRepeatedSet } from "./repeated-set";
import { objectsIn, type RootBlock, type StackFile } from "./stack-file";

/** What the HCL of a stack should say. */
interface Expected {
  readonly file: StackFile;
  /** The blocks that are HCL now. */
  readonly blocks: readonly RootBlock[];
  readonly renames: Renames;
  /** The grammar of a block at the root. */
  readonly grammarOf: (block: RootBlock) => BlockGrammar;
}

/** The path of the first difference; undefined where there is none. */
export function findDifference(
  { file, blocks, renames, grammarOf }: Expected,
  texts: readonly string[],
): string | undefined {
  const found: BlockSyntax[] = [];
  for (const text of texts) {
    const { body, problems } = readHcl(text);
    if (problems[0] !== undefined) return `line ${problems[0].line}: ${problems[0].message}`;
    for (const item of body) {
      if (item.kind === "attribute") return item.name;
      found.push(item);
    }
  }
  const written = groupBy(found, ({ type, labels }) => keyOf(type, labels));
  const expected = groupBy(blocks, (block) => keyOf(block.type, renames.labelsOf(block)));
  const proof = new Proof(file, renames, grammarOf);
  for (const key of written.keys()) if (!expected.has(key) && key !== "moved") return key;
  for (const [key, wanted] of expected) {
    const blocksOfKey = written.get(key) ?? [];
    const difference = MERGED.has(key) ? proof.merged(key, wanted, blocksOfKey) : proof.each(key, wanted, blocksOfKey);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Blocks that may be split into several, or put together, without a change of meaning. */
const MERGED: ReadonlySet<string> = new Set(["terraform", "locals"]);

function keyOf(type: string, labels: readonly string[]): string {
  return [type, ...labels].join(".");
}

/** A place where things are compared, and what is said of it. */
interface Comparing {
  readonly grammar: BodyGrammar;
  readonly path: string;
}

class Proof {
  readonly #file: StackFile;
  readonly #renames: Renames;
  readonly #grammarOf: Expected["grammarOf"];
  readonly #documents: DocumentProof;

  constructor(file: StackFile, renames: Renames, grammarOf: Expected["grammarOf"]) {
    this.#file = file;
    this.#renames = renames;
    this.#grammarOf = grammarOf;
    this.#documents = new DocumentProof((read, written) => this.#isSameSyntax(read, written));
  }

  each(path: string, wanted: readonly RootBlock[], found: readonly BlockSyntax[]): string | undefined {
    // Those of `--rename` come after the stack's own.
    if (path === "moved" ? found.length < wanted.length : found.length !== wanted.length) return path;
    return first(wanted, (block, index) =>
      this.#body(block.body, found[index]?.body ?? [], { grammar: bodyOf(this.#grammarOf(block), block.labels), path }),
    );
  }

  merged(path: string, wanted: readonly RootBlock[], found: readonly BlockSyntax[]): string | undefined {
    const named = (key: string) => (path === "locals" ? this.#renames.localName(key) : key);
    const members = wanted.flatMap(({ body }) => body.members.map((one) => ({ ...one, key: named(one.key) })));
    const object = { kind: "object", members, start: 0, end: 0 } as const;
    const body = found.flatMap((block) => block.body);
    return this.#body(object, body, { grammar: bodyOf(ROOT[path] as BlockGrammar, []), path });
  }

  #body(node: JsonObject<number>, body: BodySyntax, { grammar, path }: Comparing): string | undefined {
    const rest = new Map(
      groupBy(body, (item) => {
        if (item.kind === "attribute") return `=${item.name}`;
        return item.type === "dynamic" ? `dynamic ${item.labels[0]}` : item.type;
      }),
    );
    const order: string[] = [];
    const difference = first(node.members, (member) => {
      if (member.key === "//") return undefined;
      const here = `${path}.${member.key}`;
      if (member.key === "dynamic" && grammar.rest === "provider" && grammar.blocks.dynamic === undefined)
        return first(membersIn(member.value), (one) => {
          order.push(`dynamic ${one.key}`);
          const blocks = rest.get(`dynamic ${one.key}`) ?? [];
          rest.delete(`dynamic ${one.key}`);
          return this.#blocks(one.value, blocks, { grammar: DYNAMIC_BLOCK, path: `${here}.${one.key}` });
        });
      order.push(member.key);
      return this.#member(member, rest, { grammar, path: here });
    });
    if (difference !== undefined) return difference;
    const [left] = rest.keys();
    if (left !== undefined) return `${path}.${left.replace(/^=/, "")}`;
    return isSameOrder(order, body) ? undefined : path;
  }

  #member(
    { key, value }: JsonMember<number>,
    rest: Map<string, BodySyntax>,
    { grammar, path }: Comparing,
  ): string | undefined {
    const nested = lookUp(grammar.blocks, key);
    const attribute = rest.get(`=${key}`)?.[0];
    if (attribute?.kind === "attribute") {
      if (nested !== undefined) return path;
      rest.delete(`=${key}`);
      return this.#isSame(value, attribute.value, modeOf(grammar, key) ?? "expression") ? undefined : path;
    }
    const blocks = rest.get(key) ?? [];
    rest.delete(key);
    const isProviders = grammar.rest === "provider" && !Object.hasOwn(grammar.attributes, key);
    if (nested === undefined && !isProviders) return path;
    return this.#blocks(value, blocks, { grammar: PROVIDER_BODY, path }, nested);
  }

  #blocks(
    node: JsonNode<number>,
    blocks: readonly (AttributeSyntax | BlockSyntax)[],
    { grammar, path }: Comparing,
    nested?: BlockGrammar,
  ): string | undefined {
    const wanted = labelled(
      node,
      [],
      nested?.labels ??
        blocks.reduce(
          (most, one) => Math.max(most, one.kind === "block" && one.type !== "dynamic" ? one.labels.length : 0),
          0,
        ),
    );
    if (wanted === undefined || wanted.length !== blocks.length) return path;
    return first(wanted, ({ labels, object }, index) => {
      const block = blocks[index];
      if (block?.kind !== "block") return path;
      if (block.type !== "dynamic" && block.labels.join() !== labels.join()) return path;
      const here = wanted.length > 1 ? `${path}[${index}]` : path;
      return this.#body(object, block.body, {
        grammar: nested === undefined ? grammar : bodyOf(nested, labels),
        path: here,
      });
    });
  }

  #isSame(node: JsonNode<number>, written: Syntax, mode: ValueMode): boolean {
    if (node.kind === "array")
      return mode === "ignored" && written.kind === "reference"
        ? written.name === "all"
        : written.kind === "tuple" &&
            written.items.length === node.items.length &&
            node.items.every((item, index) => this.#isSame(item, written.items[index] as Syntax, mode));
    if (node.kind === "object") return this.#isSameObject(node, written, mode);
    if (node.kind === "number") {
      const text = this.#file.textOf(node);
      return (
        written.kind === "literal" &&
        (written.digits ?? written.value) === (isExactNumber(text, node.value) ? node.value : text)
      );
    }
    if (node.kind !== "string") return written.kind === "literal" && written.value === node.value;
    if (mode === "literal") return this.#isText(node.value, written);
    if (mode === "document" && this.#documents.isSame(node.value, written)) return true;
    if (mode !== "expression" && mode !== "document" && mode !== "requirement") {
      const read = readAddress(node.value === "*" ? "all" : node.value);
      if (isHclProblem(read)) return false;
      return mode === "state-address" ? isSameSyntax(read, written) : this.#isSameSyntax(read, written);
    }
    return mode === "requirement" ? this.#isText(node.value, written) : this.#isTemplate(node.value, written);
  }

  #isSameObject(node: JsonObject<number>, written: Syntax, mode: ValueMode): boolean {
    if (written.kind !== "object" || written.entries.length !== node.members.length) return false;
    return node.members.every(({ key, value }, index) => {
      const entry = written.entries[index];
      if (entry === undefined) return false;
      const inner = mode === "requirement" && key === "configuration_aliases" ? "address" : mode;
      const isSameKey =
        mode === "expression" || mode === "document"
          ? this.#isTemplate(key, entry.key)
          : mode === "address-map"
            ? this.#isSame({ kind: "string", value: key, start: 0, end: 0 }, asReference(entry.key), "address")
            : this.#isText(key, entry.key);
      if (mode === "requirement" && key === "source" && value.kind === "string" && isProviderName(value.value))
        return isSameKey && this.#isText(`hashicorp/${value.value}`, entry.value);
      return isSameKey && this.#isSame(value, entry.value, inner);
    });
  }

  #isText(text: string, written: Syntax): boolean {
    return (
      written.kind === "literal" &&
      typeof written.value === "string" &&
      written.value.normalize("NFC") === text.normalize("NFC")
    );
  }

  #isTemplate(text: string, given: Syntax): boolean {
    const written = withoutLines(withoutChomp(given));
    if (!/[$%]\{/.test(text))
      return (
        this.#isText(text, written) ||
        isEncodedText(text, written) ||
        this.#documents.isExact(literalText(text), written)
      );
    const read = readHclTemplate(text);
    if (isHclProblem(read)) return false;
    return this.#isSameSyntax(withoutQuotes(read), written) || this.#documents.isExact(read, written);
  }

  #isSameSyntax(read: Syntax, written: Syntax): boolean {
    const simplify = (node: Syntax) => withoutRepeatedSet(withoutChomp(node));
    return isSameSyntax(read, written, { renamed: this.#renames.renamed, simplify });
  }
}

/** Whether a call of `base64encode` gives a text. */
function isEncodedText(text: string, written: Syntax): boolean {
  const [arg] = written.kind === "call" && written.name === "base64encode" ? written.args : [];
  const plain = arg === undefined ? undefined : withoutChomp(arg);
  if (plain?.kind !== "literal" || typeof plain.value !== "string") return false;
  return Buffer.from(plain.value, "utf8").toString("base64") === text;
}

/** A lone name as a key is read as text. */
function asReference(key: Syntax): Syntax {
  return key.kind === "literal" ? { kind: "reference", name: String(key.value), start: key.start, end: key.end } : key;
}

/** The labels and bodies of blocks; undefined for what is none. */
function labelled(
  node: JsonNode<number>,
  labels: readonly string[],
  left: number,
): readonly { readonly labels: readonly string[]; readonly object: JsonObject<number> }[] | undefined {
  if (node.kind === "null") return [];
  const objects = objectsIn(node);
  if (objects === undefined) return undefined;
  if (left === 0) return objects.map((object) => ({ labels, object }));
  const inner = objects.flatMap(({ members }) =>
    members.map(({ key, value }) => labelled(value, [...labels, key], left - 1)),
  );
  return inner.includes(undefined) ? undefined : inner.flatMap((one) => one ?? []);
}

function membersIn(node: JsonNode<number>): readonly JsonMember<number>[] {
  return (objectsIn(node) ?? []).flatMap(({ members }) => members);
}

/** Blocks of one type, static and dynamic, come in the order of their keys. */
function isSameOrder(keys: readonly string[], body: BodySyntax): boolean {
  const written = body.flatMap((item) => {
    if (item.kind !== "block") return [];
    return item.type === "dynamic" ? [`dynamic ${item.labels[0]}`] : [item.type];
  });
  return keys.every((key, index) => {
    const other = keys.indexOf(`dynamic ${key}`);
    if (other < 0 || !written.includes(key) || !written.includes(`dynamic ${key}`)) return true;
    return other < index
      ? written.lastIndexOf(`dynamic ${key}`) < written.indexOf(key)
      : written.lastIndexOf(key) < written.indexOf(`dynamic ${key}`);
  });
}

const DYNAMIC_BLOCK: BodyGrammar = {
  attributes: DYNAMIC,
  blocks: { content: { labels: 0, body: PROVIDER_BODY } },
  rest: "nothing",
};

/** What the first of the items gives for which it gives something. */
function first<T>(items: readonly T[], of: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = of(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
