/** One type of a provider as a file of TypeScript: the call of `resourceType` that a person would write. */
import type {
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
  Nesting,
  TypeSchema,
  ValueType,
} from "../terraform/schema/provider-schema";
import { providerNameOf } from "../terraform/schema/provider-source";
import { docComment } from "./doc-comment";
import { type Code, type CodeItem, callCode, objectCode, printCode } from "./print-code";
import type { ReplacementLookup } from "./replacement-table";
import { RESERVED_ATTRIBUTES } from "./reserved-names";
import { contentOfFields, contentOfType, type FieldsHolder, SharedParts } from "./shared-parts";
import { camelCase, classNameOf, fileNameOf, pascalCase, type WrittenKind } from "./type-names";

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

/** A type of an object with fewer attributes, and none that is an object itself, is repeated in place of being given a name. */
const FEWEST_ATTRIBUTES = 4;

class TypeWriter {
  readonly #schema: WrittenType;
  readonly #provider: WrittenProvider;
  /** Arguments and blocks of which another value makes a new resource. */
  readonly #replaced: ReadonlySet<AttributeSchema | NestedBlockSchema>;
  /** All blocks and nested attributes that have fields: the compiler names them in its messages. */
  readonly #blocks: SharedParts<FieldsHolder>;
  readonly #types: SharedParts<ValueType>;
  readonly #className: string;
  readonly #configName: string;
  readonly #attributesName: string;
  readonly #imports = new Set<string>();

  constructor(schema: WrittenType, provider: WrittenProvider, replaces: ReplacementLookup) {
    this.#schema = schema;
    this.#provider = provider;
    this.#replaced = schema.kind === "resource" ? new Set(replacedIn(schema, replaces)) : new Set();
    const className = classNameOf(schema.kind, schema.type);
    this.#className = className;
    this.#configName = `${className}Config`;
    this.#attributesName = `${className}Attributes`;
    const taken = new Set([className, this.#configName, this.#attributesName]);
    this.#blocks = new SharedParts<FieldsHolder>([schema.block], {
      contentOf: this.#contentOf,
      isNamed: ({ fields }) => fields > 0,
      nameOf: (field) => `${className}${pascalCase(field)}`,
      taken,
    });
    this.#types = new SharedParts([...typesIn(schema.block)], {
      contentOf: contentOfType,
      isNamed: ({ fields, inner }, uses) => uses > 1 && (fields >= FEWEST_ATTRIBUTES || inner.length > 0),
      nameOf: (attribute) => `${camelCase(attribute)}Object`,
      taken,
    });
  }

  write(): TypeFile {
    const { kind, type, block } = this.#schema;
    const { source, version } = this.#provider;
    const { call, word } = MAKERS[kind];
    this.#use(call);
    const given = this.#given();
    const comment = docComment({ ...block, description: block.description ?? `${word} \`${type}\`.` });
    const read = this.#attributes();
    const parts = [
      ...this.#types.inOrder.map(({ name, part }) => constant(name, this.#objectType(part))),
      ...this.#blocks.inOrder.map(({ name, part }) => this.#blockClass(name, this.#fields(part))),
      ...(given === undefined ? [] : [this.#blockClass(this.#configName, given, `Arguments of \`${type}\`.`)]),
      ...(read === undefined ? [] : [constant(camelCase(this.#attributesName), read)]),
      [
        ...comment,
        `export ${classText(this.#className, call, [JSON.stringify(type), this.#element({ given, read })])}`,
      ].join("\n"),
    ];
    const names = [...this.#imports].sort().map((name) => ({ key: "", value: name }));
    const from = ' from "tfwright";';
    const text = [
      `// ${word} ${type} of ${source} ${version}. Edits will be lost: this file is written by`,
      `// \`tfwright provider ${source} ${KIND_PREFIX[kind]}${type} --version ${version}\`.`,
      `import ${printCode(objectCode(names), { before: "import ".length, after: from.length, indent: 0 })}${from}`,
      "",
      parts.join("\n\n"),
      "",
    ].join("\n");
    return { path: `${fileNameOf(kind, type)}.ts`, text, omitted: [...omittedFrom(this.#schema.block)] };
  }

  /** Blocks that differ in what replaces the resource are not alike. */
  readonly #contentOf = (part: FieldsHolder) => {
    const content = contentOfFields(part);
    const replaced = [...part.attributes, ...(part.blocks ?? [])].map((one) => this.#replaced.has(one));
    return { ...content, own: [content.own, replaced] };
  };

  /** The fields stand in a constant: the compiler reads those that stand in a call several times. */
  #blockClass(name: string, fields: Code, description?: string): string {
    const constantName = `${camelCase(name)}Fields`;
    const declared = classText(name, this.#use("blockType"), [constantName]);
    const comment = description === undefined ? [] : docComment({ description });
    return [`${constant(constantName, fields)}\n`, ...comment, declared].join("\n");
  }

  /** The arguments of the type; undefined where it has none. */
  #given(): Code | undefined {
    const { block } = this.#schema;
    const given = this.#items({ ...block, attributes: block.attributes.filter(isGiven) });
    return given.length === 0 ? undefined : objectCode(given);
  }

  /** What can be read beside the arguments; undefined where there is nothing. */
  #attributes(): Code | undefined {
    const read = this.#schema.block.attributes.filter((one) => !isGiven(one) && !RESERVED_ATTRIBUTES.has(one.name));
    const items = read.map((one) => this.#item(one, this.#facts(one, this.#attributeType(one))));
    return items.length === 0 ? undefined : objectCode(items);
  }

  #element({ given, read }: { readonly given: Code | undefined; readonly read: Code | undefined }): Code {
    const { source, version, localName } = this.#provider;
    const { type, block } = this.#schema;
    const from = [
      { key: "source: ", value: JSON.stringify(source) },
      { key: "version: ", value: JSON.stringify(version) },
    ];
    const items: CodeItem[] = [{ key: "from: ", value: objectCode(from) }];
    if (localName !== providerNameOf(type)) items.push({ key: "provider: ", value: JSON.stringify(localName) });
    if (block.deprecated !== undefined) items.push({ key: "deprecated: ", value: JSON.stringify(block.deprecated) });
    if (given !== undefined) items.push({ key: "arguments: ", value: this.#configName });
    if (read !== undefined) items.push({ key: "attributes: ", value: camelCase(this.#attributesName) });
    return objectCode(items);
  }

  #fields(block: FieldsHolder): Code {
    return objectCode(this.#items(block));
  }

  /** The fields of a block: what must be given first. */
  #items(block: FieldsHolder): readonly CodeItem[] {
    const attributes = block.attributes.map((one): { item: CodeItem; order: number } => ({
      order: one.required ? 0 : isGiven(one) ? 2 : 4,
      item: this.#item(one, this.#argument(one)),
    }));
    const blocks = (block.blocks ?? []).flatMap((one): { item: CodeItem; order: number }[] => {
      if (one.nesting === "map") return [];
      const value = this.#block(one);
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

  #argument(attribute: AttributeSchema): Code {
    const value = this.#facts(attribute, this.#attributeType(attribute));
    if (attribute.required) return value;
    return callCode(this.#use(isGiven(attribute) ? "optional" : "computed"), value);
  }

  #facts(part: AttributeSchema | BlockSchema, value: Code): Code {
    const { sensitive = false, writeOnly = false, deprecated }: Partial<AttributeSchema> = part;
    const facts = [
      ...(deprecated === undefined ? [] : [{ key: "deprecated: ", value: JSON.stringify(deprecated) }]),
      ...(sensitive ? [{ key: "sensitive: ", value: "true" }] : []),
      ...(writeOnly ? [{ key: "writeOnly: ", value: "true" }] : []),
    ];
    return facts.length === 0 ? value : callCode(this.#use("argument"), value, objectCode(facts));
  }

  #attributeType({ type, nested }: AttributeSchema): Code {
    if (nested === undefined) return this.#valueType(type ?? "dynamic");
    const fields = this.#blocks.nameOf(nested) ?? this.#fields(nested);
    const nesting = nested.nesting === "group" ? "single" : nested.nesting;
    const options =
      nesting === "single" ? undefined : objectCode([{ key: "nesting: ", value: JSON.stringify(nesting) }]);
    return callCode(this.#use("nestedAttribute"), fields, options);
  }

  #block({ nesting, block, min, max }: NestedBlockSchema): Code {
    const fields = this.#blocks.nameOf(block) ?? this.#fields(block);
    const isOne = nesting === "single" || nesting === "group" || max === 1;
    const maker = this.#use(isOne ? "nestedBlock" : "nestedBlocks");
    const value = this.#facts(block, callCode(maker, fields, blockOptions({ nesting, min, max, isOne })));
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

function constant(name: string, value: Code): string {
  const start = `const ${name} = `;
  return `${start}${printCode(value, { before: start.length, after: 1, indent: 0 })};`;
}

/** A class that extends what a call gives. */
function classText(name: string, call: string, args: readonly Code[]): string {
  const start = `class ${name} extends `;
  return `${start}${printCode(callCode(call, ...args), { before: start.length, after: 3, indent: 0 })} {}`;
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

/** What a file cannot have: blocks with labels, which `resource` cannot write, and attributes whose names constructs use. */
function* omittedFrom(block: BlockSchema): Iterable<{ readonly name: string; readonly reason: string }> {
  yield* labelledBlocks(block, "");
  for (const one of block.attributes)
    if (!isGiven(one) && RESERVED_ATTRIBUTES.has(one.name))
      yield { name: one.name, reason: "constructs use this name" };
}

function* labelledBlocks({ blocks }: BlockSchema, before: string): Iterable<{ name: string; reason: string }> {
  for (const { name, nesting, block } of blocks) {
    if (nesting === "map") yield { name: `${before}${name}`, reason: "it is a block with a label" };
    else yield* labelledBlocks(block, `${before}${name}.`);
  }
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
