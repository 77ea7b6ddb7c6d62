/** Bodies of JSON as bodies of HCL: what is a block, what is an attribute. */

import type { Problems } from "../errors";
import { type AttributeItem, attribute, type BlockItem, type Body, block, GAP } from "../hcl/document";
import { isIdentifier } from "../hcl/text";
import type { JsonMember, JsonNode, JsonObject } from "../json/json-node";
import { lookUp } from "../text/look-up";
import type { BodyShape, ShapeKind } from "./body-shape";
import type { ValueConverter } from "./convert-value";
import {
  ADDRESS_LISTS,
  type BlockGrammar,
  type BodyGrammar,
  bodyOf,
  DYNAMIC,
  modeOf,
  PROVIDER_BODY,
  type ValueMode,
} from "./grammar";
import { objectsIn, type RootBlock, type StackFile } from "./stack-file";

/** A name of which nobody here knows whether it is a block. */
export interface Undecided {
  /** `resource.aws_x.name.setting[0].inner` */
  readonly path: string;
  readonly start: number;
  readonly reason: "unknown" | "no-name";
}

interface ConvertedBody {
  readonly body: Body;
  readonly undecided: readonly Undecided[];
}

/** What is known of the names of a body that a provider decides. */
export interface KnownShape {
  readonly shape: BodyShape;
  /** Whether it is the provider's own schema, which knows each name. */
  readonly isExact: boolean;
}

/** Finds what is known of a body: of a kind, a type, and what stands in it. Undefined where nobody knows the type. */
type ShapeLookup = (kind: ShapeKind, type: string, body: JsonObject<number>) => KnownShape | undefined;

/** What a body is read by. */
interface ReadBy {
  readonly grammar: BodyGrammar;
  readonly known: KnownShape | undefined;
}

/** Arguments and blocks of the language that people write first, and last, in their order. */
const FIRST = ["source", "version", "count", "for_each", "provider", "providers"];
const LAST = ["depends_on"];
const LAST_BLOCKS = ["connection", "provisioner", "lifecycle", "assert"];

/** The order in which people write the arguments of these, where CDKTF sorts them by name. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  provider: ["alias"],
  variable: ["description", "type", "default", "sensitive", "ephemeral", "nullable"],
  output: ["description", "type", "value", "sensitive", "ephemeral"],
  import: ["for_each", "to", "id", "identity", "provider"],
};

export class BodyConverter {
  readonly #file: StackFile;
  readonly #values: ValueConverter;
  readonly #shapes: ShapeLookup;
  readonly #problems: Problems;
  #undecided: Undecided[] = [];

  constructor(file: StackFile, values: ValueConverter, shapes: ShapeLookup, problems: Problems) {
    this.#file = file;
    this.#values = values;
    this.#shapes = shapes;
    this.#problems = problems;
  }

  /** The body of a block at the root. */
  convert(block: RootBlock, grammar: BlockGrammar, path: string): ConvertedBody {
    this.#undecided = [];
    const body = this.#body(block.body, this.#readBy(grammar, block.labels, block.body), path);
    const order = lookUp(ORDER, block.type);
    const items = block.type === "import" ? body.filter(({ kind }) => kind !== "gap") : body;
    return { body: order === undefined ? items : inOrder(items, order), undecided: this.#undecided };
  }

  #readBy(grammar: BlockGrammar, labels: readonly string[], node: JsonObject<number>): ReadBy {
    const { shape } = grammar;
    const known = shape === undefined ? undefined : this.#shapes(shape, labels[0] ?? "", node);
    return { grammar: bodyOf(grammar, labels), known };
  }

  #body(node: JsonObject<number>, of: ReadBy, path: string): Body {
    const attributes: AttributeItem[] = [];
    const blocks: BlockItem[] = [];
    const seen = new Set<string>();
    for (const member of node.members) {
      if (member.key === "//") continue;
      const items = this.#member(member, of, `${path}.${member.key}`);
      for (const item of items) {
        if (item.kind === "block") blocks.push(item);
        else if (seen.has(item.name)) this.#refuse(member.keyStart, `\`${path}.${item.name}\` is there twice`);
        else attributes.push(item);
        if (item.kind === "attribute") seen.add(item.name);
      }
    }
    // A provider may use the same names for its own: the `source` of an object, the `version` of a template.
    const { grammar } = of;
    const isOf = (names: readonly string[], { name }: AttributeItem) =>
      names.includes(name) && lookUp(grammar.attributes, name) !== undefined;
    const isLastBlock = ({ type }: BlockItem) =>
      LAST_BLOCKS.includes(type) && lookUp(grammar.blocks, type) !== undefined;
    return inGroups([
      inOrder(
        attributes.filter((item) => isOf(FIRST, item)),
        FIRST,
      ),
      attributes.filter((item) => !isOf(FIRST, item) && !isOf(LAST, item)),
      blocks.filter((item) => !isLastBlock(item)),
      attributes.filter((item) => isOf(LAST, item)),
      [...blocks.filter(isLastBlock)].sort((a, b) => LAST_BLOCKS.indexOf(a.type) - LAST_BLOCKS.indexOf(b.type)),
    ]);
  }

  #member(member: JsonMember<number>, of: ReadBy, path: string): readonly (AttributeItem | BlockItem)[] {
    const { key, keyStart, value } = member;
    const { grammar, known } = of;
    const nested = lookUp(grammar.blocks, key);
    if (nested !== undefined) return this.#languageBlocks(key, value, { grammar: nested, labels: [], path });
    const mode = modeOf(grammar, key);
    if (mode !== undefined) return this.#attribute(member, mode, path);
    if (grammar.rest === "nothing") {
      this.#refuse(keyStart, `\`${path}\` is not allowed here`);
      return [];
    }
    if (key === "dynamic") return this.#dynamic(value, known, path);
    return this.#ofProvider(member, known, path);
  }

  #attribute({ key, keyStart, value }: JsonMember<number>, mode: ValueMode, path: string) {
    if (!isIdentifier(key)) {
      this.#undecided.push({ path, start: keyStart, reason: "no-name" });
      return [];
    }
    if (mode === "address" && ADDRESS_LISTS.includes(key) && value.kind !== "array" && value.kind !== "null")
      this.#refuse(value.start, `\`${path}\` must be a list`);
    if (mode === "address" && key === "provider" && value.kind !== "string" && value.kind !== "null")
      this.#refuse(value.start, `\`${path}\` must name one provider`);
    return [attribute(key, this.#values.convert(value, mode, path))];
  }

  /** A block of the language, such as `lifecycle`. */
  #languageBlocks(
    type: string,
    node: JsonNode<number>,
    {
      grammar,
      labels,
      path,
    }: { readonly grammar: BlockGrammar; readonly labels: readonly string[]; readonly path: string },
  ): readonly BlockItem[] {
    const objects = this.#objects(node, path);
    return objects.flatMap((object, index) => {
      const here = objects.length > 1 ? `${path}[${index}]` : path;
      if (labels.length < grammar.labels)
        return object.members.flatMap((member) =>
          this.#languageBlocks(type, member.value, {
            grammar,
            labels: [...labels, member.key],
            path: `${here}.${member.key}`,
          }),
        );
      return [block(type, labels, this.#body(object, this.#readBy(grammar, labels, object), here))];
    });
  }

  /** An argument whose kind the provider decides. */
  #ofProvider(member: JsonMember<number>, body: KnownShape | undefined, path: string) {
    const { key, keyStart, value } = member;
    if (value.kind === "null") return [];
    const known = body?.shape.member(key);
    if (known === undefined && body?.isExact === true) {
      this.#refuseUnknown(keyStart, path);
      return [];
    }
    const objects = objectsIn(value);
    if (objects === undefined) {
      if (known?.kind === "block") this.#refuse(value.start, `\`${path}\` is a block, but its value is not an object`);
      return this.#attribute(member, "expression", path);
    }
    if (known?.kind === "attribute") {
      const isEmptyList = value.kind === "array" && objects.length === 0;
      // A list of objects is read as blocks, in which arguments may be missing.
      return known.elements !== undefined && !isEmptyList
        ? this.#blocks(member, objects, { known: inside(body, known.elements), path })
        : this.#attribute(member, "expression", path);
    }
    if (known?.kind === "block") {
      if (!known.hasLabel) return this.#blocks(member, objects, { known: inside(body, known.shape), path });
      return objects.flatMap((object) =>
        object.members.flatMap((labelled) =>
          this.#blocks(member, this.#objects(labelled.value, `${path}.${labelled.key}`), {
            known: inside(body, known.shape),
            path: `${path}.${labelled.key}`,
            label: labelled.key,
          }),
        ),
      );
    }
    this.#undecided.push({ path, start: keyStart, reason: "unknown" });
    return [];
  }

  #blocks(
    { key }: JsonMember<number>,
    objects: readonly JsonObject<number>[],
    { known, path, label }: { readonly known: KnownShape; readonly path: string; readonly label?: string },
  ): readonly BlockItem[] {
    return objects.map((object, index) =>
      block(
        key,
        label === undefined ? [] : [label],
        this.#body(object, { grammar: PROVIDER_BODY, known }, objects.length > 1 ? `${path}[${index}]` : path),
      ),
    );
  }

  #dynamic(node: JsonNode<number>, body: KnownShape | undefined, path: string): readonly BlockItem[] {
    if (node.kind === "null") return [];
    const objects = objectsIn(node);
    if (objects === undefined) {
      this.#refuse(node.start, `\`${path}\` must be an object`);
      return [];
    }
    return objects.flatMap((object) =>
      object.members.flatMap(({ key, keyStart, value }) => {
        const known = body?.shape.member(key);
        const shape = known?.kind === "block" ? known.shape : known?.elements;
        if (shape === undefined && known !== undefined)
          this.#refuse(keyStart, `\`${path}.${key}\` is dynamic, and \`${key}\` is no block`);
        const inner = body === undefined || shape === undefined ? undefined : inside(body, shape);
        return this.#objects(value, `${path}.${key}`).map((one) => {
          for (const name of ["for_each", "content"])
            if (!one.members.some((member) => member.key === name))
              this.#refuse(keyStart, `\`${path}.${key}\` has no \`${name}\`, which a dynamic block needs`);
          return block("dynamic", [key], this.#dynamicBody(one, inner, `${path}.${key}`));
        });
      }),
    );
  }

  /** The bodies of blocks; what is none is refused. */
  #objects(node: JsonNode<number>, path: string): readonly JsonObject<number>[] {
    if (node.kind === "null") return [];
    const objects = objectsIn(node);
    if (objects === undefined) this.#refuse(node.start, `\`${path}\` must be an object, or a list of objects`);
    return objects ?? [];
  }

  #dynamicBody(node: JsonObject<number>, known: KnownShape | undefined, path: string): Body {
    const items = node.members.flatMap((member): readonly (AttributeItem | BlockItem)[] => {
      const here = `${path}.${member.key}`;
      if (member.key === "//") return [];
      const mode = lookUp(DYNAMIC, member.key);
      if (mode !== undefined) return this.#attribute(member, mode, here);
      const objects = member.key === "content" ? objectsIn(member.value) : undefined;
      if (objects !== undefined)
        return objects.map((object) =>
          block("content", [], this.#body(object, { grammar: PROVIDER_BODY, known }, here)),
        );
      this.#refuse(member.keyStart, `\`${here}\` is not allowed in a dynamic block`);
      return [];
    });
    const attributes = items.filter(({ kind }) => kind === "attribute");
    const content = items.filter(({ kind }) => kind === "block");
    return inGroups([inOrder(attributes, Object.keys(DYNAMIC)), content]);
  }

  #refuseUnknown(offset: number, path: string): void {
    this.#problems.add({
      code: "schema-of-other-version",
      path: this.#file.place(offset),
      message: `the schema has no \`${path}\``,
      hint: "is the schema of another version of the provider? Give the one that the stack is deployed with",
    });
  }

  #refuse(offset: number, message: string): void {
    this.#problems.add({ code: "not-terraform", path: this.#file.place(offset), message });
  }
}

/** The named arguments first, the others after them as they were. */
function inOrder(body: Body, names: readonly string[]): Body {
  const rank = (item: Body[number]) => {
    const index = item.kind === "attribute" ? names.indexOf(item.name) : -1;
    return index < 0 ? names.length : index;
  };
  const end = body.findIndex(({ kind }) => kind === "gap");
  const [head, rest] = end < 0 ? [body, []] : [body.slice(0, end), body.slice(end)];
  return [...[...head].sort((a, b) => rank(a) - rank(b)), ...rest];
}

/** An empty line between groups of arguments. */
function inGroups(groups: readonly Body[]): Body {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : [GAP, ...group]));
}

function inside(body: KnownShape | undefined, shape: BodyShape): KnownShape {
  return { shape, isExact: body?.isExact ?? false };
}
