/** One type of a provider as a file of TypeScript: the call of `resourceType` that a person would write. */
import type {
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
  Nesting,
  TypeSchema,
  ValueType,
} from "../terraform/schema/provider-schema";
import { docComment } from "./doc-comment";
import { type Code, type CodeItem, callCode, multilineText, objectCode, printCode } from "./print-code";
import type { ReplacementLookup } from "./replacement-table";
import { RESERVED_ATTRIBUTES } from "./reserved-names";
import { contentOfBlock, contentOfType, SharedParts } from "./shared-parts";
import { classNameOf, fileNameOf, type WrittenKind } from "./type-names";

/** The provider that a type is of. */
export interface WrittenProvider {
  /** As in `required_providers`: `hashicorp/aws`. */
  readonly source: string;
  /** `6.34.0` */
  readonly version: string;
  /** Its name in a configuration: `aws`. */
  readonly localName: string;
}

/** The type that is written. */
export type WrittenType = TypeSchema & { readonly kind: WrittenKind };

/** A file, and what of the type has no place in it. */
export interface TypeFile {
  readonly path: string;
  readonly text: string;
  /** Names of blocks and attributes that the file does not have, with the reason. */
  readonly omitted: readonly { readonly name: string; readonly reason: string }[];
}

const MAKERS: Readonly<Record<WrittenKind, { readonly call: string; readonly word: string }>> = {
  resource: { call: "resourceType", word: "Resource" },
  data: { call: "dataSourceType", word: "Data source" },
  ephemeral: { call: "ephemeralType", word: "Ephemeral resource" },
};

/** @param replaces which arguments are known to replace the resource */
export function writeType(schema: WrittenType, provider: WrittenProvider, replaces: ReplacementLookup): TypeFile {
  return new TypeWriter(schema, provider, replaces).write();
}

/** How a type of each kind is named on the command line: as in Terraform's addresses. */
export const KIND_PREFIX: Readonly<Record<WrittenKind, string>> = {
  resource: "",
  data: "data.",
  ephemeral: "ephemeral.",
};

class TypeWriter {
  readonly #schema: WrittenType;
  readonly #provider: WrittenProvider;
  /** Arguments and blocks of which another value makes a new resource. */
  readonly #replaced: ReadonlySet<AttributeSchema | NestedBlockSchema>;
  readonly #blocks: SharedParts<BlockSchema>;
  readonly #types: SharedParts<ValueType>;
  readonly #imports = new Set<string>();
  readonly #omitted: { name: string; reason: string }[] = [];

  constructor(schema: WrittenType, provider: WrittenProvider, replaces: ReplacementLookup) {
    this.#schema = schema;
    this.#provider = provider;
    this.#replaced = schema.kind === "resource" ? new Set(replacedIn(schema, replaces)) : new Set();
    const taken = new Set<string>();
    this.#blocks = new SharedParts([schema.block], { contentOf: this.#contentOf, suffix: "Block", taken });
    const types = [...typesIn(schema.block)];
    this.#types = new SharedParts(types, { contentOf: contentOfType, suffix: "Object", taken });
  }

  write(): TypeFile {
    const { kind, type, block } = this.#schema;
    const { source, version } = this.#provider;
    const { call, word } = MAKERS[kind];
    const shared = [
      ...this.#types.inOrder.map(({ name, part }) => this.#constant(name, this.#objectType(part))),
      ...this.#blocks.inOrder.map(({ name, part }) => this.#constant(name, this.#fields(part, []))),
    ];
    const element = callCode(call, JSON.stringify(type), this.#element(block)) as Exclude<Code, string>;
    const comment = docComment({ ...block, description: block.description ?? `${word} \`${type}\`.` });
    const names = [call, ...this.#imports].sort(byLetters).map((name) => ({ key: "", value: name }));
    const from = ' from "tfwright";';
    const start = `export const ${classNameOf(kind, type)} = `;
    const text = [
      `// ${word} ${type} of ${source} ${version}. Edits will be lost: this file is written by`,
      `// \`tfwright provider ${source} ${KIND_PREFIX[kind]}${type} --version ${version}\`.`,
      `import ${printCode(objectCode(names), { before: "import ".length, after: from.length, indent: 0 })}${from}`,
      "",
      ...shared.flatMap((one) => [one, ""]),
      ...comment,
      // A type has a line for each argument, also where it is short.
      `${start}${multilineText(element, { before: start.length, after: 1, indent: 0 })};`,
      "",
    ].join("\n");
    return { path: `${fileNameOf(kind, type)}.ts`, text, omitted: this.#omitted };
  }

  /** Blocks that differ in what replaces the resource are not alike. */
  readonly #contentOf = (block: BlockSchema) => {
    const content = contentOfBlock(block);
    const replaced = [...block.attributes, ...block.blocks].map((one) => this.#replaced.has(one));
    return { ...content, own: [content.own, replaced] };
  };

  #constant(name: string, value: Code): string {
    const start = `const ${name} = `;
    return `${start}${printCode(value, { before: start.length, after: 1, indent: 0 })};`;
  }

  #element(block: BlockSchema): Code {
    const { source, version, localName } = this.#provider;
    const given = this.#items({ ...block, attributes: block.attributes.filter(isGiven) }, []);
    const read = block.attributes.filter((one) => !isGiven(one) && this.#isReadable(one));
    const from = [
      { key: "source: ", value: JSON.stringify(source) },
      { key: "version: ", value: JSON.stringify(version) },
    ];
    const items: CodeItem[] = [{ key: "from: ", value: objectCode(from) }];
    if (localName !== this.#schema.type.split("_")[0])
      items.push({ key: "provider: ", value: JSON.stringify(localName) });
    if (block.deprecated !== undefined) items.push({ key: "deprecated: ", value: JSON.stringify(block.deprecated) });
    if (given.length > 0) items.push({ key: "arguments: ", value: objectCode(given) });
    if (read.length > 0) {
      const fields = read.map((one) => this.#item(one, this.#facts(one, this.#attributeType(one, [one.name]))));
      items.push({ key: "attributes: ", value: objectCode(fields) });
    }
    return objectCode(items);
  }

  /** Whether an attribute can be read from a construct. */
  #isReadable({ name }: AttributeSchema): boolean {
    if (!RESERVED_ATTRIBUTES.has(name)) return true;
    this.#omitted.push({ name, reason: "constructs use this name" });
    return false;
  }

  #fields(block: BlockSchema, path: readonly string[]): Code {
    return objectCode(this.#items(block, path));
  }

  /** The fields of a block: what must be given first. */
  #items(block: BlockSchema, path: readonly string[]): readonly CodeItem[] {
    const attributes = block.attributes.map((one): { item: CodeItem; order: number } => ({
      order: one.required ? 0 : isGiven(one) ? 2 : 4,
      item: this.#item(one, this.#argument(one, [...path, one.name])),
    }));
    const blocks = block.blocks.flatMap((one): { item: CodeItem; order: number }[] => {
      const value = this.#block(one, [...path, one.name]);
      if (value === undefined) return [];
      const comment = docComment({ ...one.block, notes: this.#notesOn(one) });
      const item = { key: `${keyOf(one.name)}: `, value, ...(comment.length > 0 && { comment }) };
      return [{ item, order: one.min > 0 ? 1 : 3 }];
    });
    return [...attributes, ...blocks].sort((a, b) => a.order - b.order).map(({ item }) => item);
  }

  #item(attribute: AttributeSchema, value: Code): CodeItem {
    const comment = docComment({ ...attribute, notes: this.#notesOn(attribute) });
    return { key: `${keyOf(attribute.name)}: `, value, ...(comment.length > 0 && { comment }) };
  }

  #notesOn(part: AttributeSchema | NestedBlockSchema): readonly string[] {
    return this.#replaced.has(part) ? ["Another value replaces the resource."] : [];
  }

  #argument(attribute: AttributeSchema, path: readonly string[]): Code {
    const value = this.#facts(attribute, this.#attributeType(attribute, path));
    if (attribute.required) return value;
    return callCode(this.#use(isGiven(attribute) ? "optional" : "computed"), value);
  }

  #facts({ sensitive, writeOnly, deprecated }: AttributeSchema, value: Code): Code {
    const facts = [
      ...(deprecated === undefined ? [] : [{ key: "deprecated: ", value: JSON.stringify(deprecated) }]),
      ...(sensitive ? [{ key: "sensitive: ", value: "true" }] : []),
      ...(writeOnly ? [{ key: "writeOnly: ", value: "true" }] : []),
    ];
    return facts.length === 0 ? value : callCode(this.#use("argument"), value, objectCode(facts));
  }

  #attributeType({ type, nested }: AttributeSchema, path: readonly string[]): Code {
    if (nested === undefined) return this.#valueType(type ?? "dynamic");
    const fields = this.#fields({ attributes: nested.attributes, blocks: [] }, path);
    const nesting = nested.nesting === "group" ? "single" : nested.nesting;
    const options =
      nesting === "single" ? undefined : objectCode([{ key: "nesting: ", value: JSON.stringify(nesting) }]);
    return callCode(this.#use("nestedAttribute"), fields, options);
  }

  /** Undefined for a block that has labels, which `resource` cannot write. */
  #block({ nesting, block, min, max }: NestedBlockSchema, path: readonly string[]): Code | undefined {
    if (nesting === "map") {
      this.#omitted.push({ name: path.join("."), reason: "it is a block with a label" });
      return undefined;
    }
    const shared = this.#blocks.nameOf(block);
    const fields = shared ?? this.#fields(block, path);
    const isOne = nesting === "single" || nesting === "group" || max === 1;
    const maker = this.#use(isOne ? "nestedBlock" : "nestedBlocks");
    const value = callCode(maker, fields, blockOptions({ nesting, min, max, isOne }));
    return min > 0 ? value : callCode(this.#use("optional"), value);
  }

  /** A type of the language. Objects of such a type are written whole. */
  #valueType(type: ValueType): Code {
    if (type === "dynamic") return `${this.#use("any")}()`;
    if (typeof type === "string") return `${this.#use(type)}()`;
    if (type[0] === "tuple") {
      const items = type[1].map((one) => ({ key: "", value: this.#valueType(one) }));
      return callCode(this.#use("tuple"), { open: "[", items });
    }
    if (type[0] === "object") return this.#types.nameOf(type) ?? this.#objectType(type);
    return callCode(this.#use(type[0]), this.#valueType(type[1]));
  }

  #objectType(type: ValueType): Code {
    const attributes = type[0] === "object" ? Object.entries(type[1] as Readonly<Record<string, ValueType>>) : [];
    const items = attributes.map(([name, one]) => ({ key: `${keyOf(name)}: `, value: this.#valueType(one) }));
    return callCode(this.#use("completeObject"), objectCode(items));
  }

  #use(name: string): string {
    this.#imports.add(name);
    return name;
  }
}

function blockOptions(block: {
  readonly nesting: Nesting;
  readonly min: number;
  readonly max: number | undefined;
  readonly isOne: boolean;
}): Code | undefined {
  const nesting = block.nesting === "group" ? "single" : block.nesting;
  const options = [
    ...(nesting === "list" ? [] : [{ key: "nesting: ", value: JSON.stringify(nesting) }]),
    ...(block.isOne || block.min < 2 ? [] : [{ key: "min: ", value: String(block.min) }]),
    ...(block.isOne || block.max === undefined ? [] : [{ key: "max: ", value: String(block.max) }]),
  ];
  return options.length === 0 ? undefined : objectCode(options);
}

/** All arguments and blocks of a type that are known to replace the resource. */
function* replacedIn(
  { type, block }: TypeSchema,
  replaces: ReplacementLookup,
): Iterable<AttributeSchema | NestedBlockSchema> {
  function* within(
    attributes: readonly AttributeSchema[],
    blocks: readonly NestedBlockSchema[],
    path: readonly string[],
  ): Iterable<AttributeSchema | NestedBlockSchema> {
    for (const one of [...attributes, ...blocks]) if (replaces(type, [...path, one.name]) === true) yield one;
    for (const { name, nested } of attributes)
      if (nested !== undefined) yield* within(nested.attributes, [], [...path, name]);
    for (const { name, block: inner } of blocks) yield* within(inner.attributes, inner.blocks, [...path, name]);
  }
  yield* within(block.attributes, block.blocks, []);
}

/** The types of all attributes of a block, also of those in blocks and objects of it. */
function* typesIn(block: BlockSchema): Iterable<ValueType> {
  yield* typesOf(block.attributes);
  for (const { block: inner } of block.blocks) yield* typesIn(inner);
}

function* typesOf(attributes: readonly AttributeSchema[]): Iterable<ValueType> {
  for (const { type, nested } of attributes) {
    if (type !== undefined) yield type;
    if (nested !== undefined) yield* typesOf(nested.attributes);
  }
}

/** Whether an author may give it. */
function isGiven({ required, optional }: AttributeSchema): boolean {
  return required || optional;
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function byLetters(a: string, b: string): number {
  return a < b ? -1 : 1;
}
