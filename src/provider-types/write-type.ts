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
import { around, type Code, type CodeItem, printCode } from "./print-code";
import { SharedBlocks } from "./shared-blocks";
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

/** What is known of an argument beside its schema. */
export interface ArgumentNotes {
  /** Whether another value makes a new resource; undefined where it is not known. */
  readonly replaces: (type: string, path: readonly string[]) => boolean | undefined;
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

/** @param reserved names that no attribute can have */
export function writeType(
  schema: WrittenType,
  provider: WrittenProvider,
  { notes, reserved }: { readonly notes: ArgumentNotes; readonly reserved: ReadonlySet<string> },
): TypeFile {
  return new TypeWriter(schema, provider, notes, reserved).write();
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
  readonly #notes: ArgumentNotes;
  readonly #reserved: ReadonlySet<string>;
  readonly #shared: SharedBlocks;
  readonly #imports = new Set<string>();
  readonly #omitted: { name: string; reason: string }[] = [];

  constructor(schema: WrittenType, provider: WrittenProvider, notes: ArgumentNotes, reserved: ReadonlySet<string>) {
    this.#schema = schema;
    this.#provider = provider;
    this.#notes = notes;
    this.#reserved = reserved;
    this.#shared = new SharedBlocks(schema.block);
  }

  write(): TypeFile {
    const { kind, type, block } = this.#schema;
    const { source, version } = this.#provider;
    const { call, word } = MAKERS[kind];
    const shared = this.#shared.inOrder.map(({ name, block: one }) => {
      const start = `const ${name} = `;
      return `${start}${printCode(this.#fields(one, []), start.length)};`;
    });
    const start = `export const ${classNameOf(kind, type)} = ${call}(${JSON.stringify(type)}, `;
    const body = `${start}${printCode(this.#element(block), WIDE)});`;
    const comment = docComment({ ...block, description: block.description ?? `${word} \`${type}\`.` });
    const imports = [call, ...this.#imports].sort(byLetters);
    const text = [
      `// ${word} ${type} of ${source} ${version}. Edits will be lost: this file is written by`,
      `// \`tfwright provider ${source} ${KIND_PREFIX[kind]}${type} --version ${version}\`.`,
      printCode(
        { open: "import {", items: imports.map((name) => ({ key: "", value: name })), close: '} from "tfwright"' },
        0,
      ).concat(";"),
      "",
      ...shared.flatMap((one) => [one, ""]),
      ...comment,
      body,
      "",
    ].join("\n");
    return { path: `${fileNameOf(kind, type)}.ts`, text, omitted: this.#omitted };
  }

  #element(block: BlockSchema): Code {
    const { source, version, localName } = this.#provider;
    const given = this.#fields({ ...block, attributes: block.attributes.filter(isGiven) }, []);
    const read = block.attributes.filter((one) => !isGiven(one) && this.#isReadable(one));
    const items: CodeItem[] = [
      {
        key: "from: ",
        value: {
          open: "{",
          items: [
            { key: "source: ", value: JSON.stringify(source) },
            { key: "version: ", value: JSON.stringify(version) },
          ],
          close: "}",
        },
      },
    ];
    if (localName !== this.#schema.type.split("_")[0])
      items.push({ key: "provider: ", value: JSON.stringify(localName) });
    if (block.deprecated !== undefined) items.push({ key: "deprecated: ", value: JSON.stringify(block.deprecated) });
    if (typeof given === "string" || given.items.length > 0) items.push({ key: "arguments: ", value: given });
    if (read.length > 0) {
      const fields = read.map((one) => this.#item(one, this.#facts(one, this.#attributeType(one, [one.name]))));
      items.push({ key: "attributes: ", value: { open: "{", items: fields, close: "}" } });
    }
    return { open: "{", items, close: "}" };
  }

  /** Whether an attribute can be read from a construct. */
  #isReadable({ name }: AttributeSchema): boolean {
    if (!this.#reserved.has(name)) return true;
    this.#omitted.push({ name, reason: "constructs use this name" });
    return false;
  }

  /** The fields of a block: what must be given first. */
  #fields(block: BlockSchema, path: readonly string[]): Code {
    const attributes = block.attributes.map((one): { item: CodeItem; order: number } => ({
      order: one.required ? 0 : isGiven(one) ? 2 : 4,
      item: this.#item(one, this.#argument(one, [...path, one.name]), [...path, one.name]),
    }));
    const blocks = block.blocks.flatMap((one): { item: CodeItem; order: number }[] => {
      const value = this.#block(one, [...path, one.name]);
      if (value === undefined) return [];
      const comment = docComment(one.block);
      const item = { key: `${keyOf(one.name)}: `, value, ...(comment.length > 0 && { comment }) };
      return [{ item, order: one.min > 0 ? 1 : 3 }];
    });
    const items = [...attributes, ...blocks].sort((a, b) => a.order - b.order).map(({ item }) => item);
    return { open: "{", items, close: "}" };
  }

  #item(attribute: AttributeSchema, value: Code, path: readonly string[] = []): CodeItem {
    const isReplaced = path.length > 0 && this.#notes.replaces(this.#schema.type, path) === true;
    const comment = docComment({
      ...attribute,
      notes: isReplaced ? ["Another value replaces the resource."] : [],
    });
    return { key: `${keyOf(attribute.name)}: `, value, ...(comment.length > 0 && { comment }) };
  }

  #argument(attribute: AttributeSchema, path: readonly string[]): Code {
    const value = this.#facts(attribute, this.#attributeType(attribute, path));
    if (attribute.required) return value;
    return isGiven(attribute)
      ? around(`${this.#use("optional")}(`, value, ")")
      : around(`${this.#use("computed")}(`, value, ")");
  }

  #facts({ sensitive, writeOnly, deprecated }: AttributeSchema, value: Code): Code {
    const facts = [
      ...(deprecated === undefined ? [] : [`deprecated: ${JSON.stringify(deprecated)}`]),
      ...(sensitive ? ["sensitive: true"] : []),
      ...(writeOnly ? ["writeOnly: true"] : []),
    ];
    return facts.length === 0 ? value : around(`${this.#use("argument")}(`, value, `, { ${facts.join(", ")} })`);
  }

  #attributeType({ type, nested }: AttributeSchema, path: readonly string[]): Code {
    if (nested === undefined) return this.#valueType(type ?? "dynamic");
    const fields = this.#fields({ attributes: nested.attributes, blocks: [] }, path);
    const nesting = nested.nesting === "group" ? "single" : nested.nesting;
    const options = nesting === "single" ? "" : `, { nesting: ${JSON.stringify(nesting)} }`;
    return around(`${this.#use("nestedAttribute")}(`, fields, `${options})`);
  }

  /** Undefined for a block that has labels, which `resource` cannot write. */
  #block({ nesting, block, min, max }: NestedBlockSchema, path: readonly string[]): Code | undefined {
    if (nesting === "map") {
      this.#omitted.push({ name: path.join("."), reason: "it is a block with a label" });
      return undefined;
    }
    const shared = this.#shared.nameOf(block);
    const fields = shared ?? this.#fields(block, path);
    const isOne = nesting === "single" || nesting === "group" || max === 1;
    const maker = this.#use(isOne ? "nestedBlock" : "nestedBlocks");
    const value = around(`${maker}(`, fields, `${blockOptions({ nesting, min, max, isOne })})`);
    return min > 0 ? value : around(`${this.#use("optional")}(`, value, ")");
  }

  /** A type of the language. Objects of such a type are written whole. */
  #valueType(type: ValueType): Code {
    if (type === "dynamic") return `${this.#use("any")}()`;
    if (typeof type === "string") return `${this.#use(type)}()`;
    if (type[0] === "tuple") {
      const items = type[1].map((one) => ({ key: "", value: this.#valueType(one) }));
      return around(`${this.#use("tuple")}(`, { open: "[", items, close: "]" }, ")");
    }
    if (type[0] === "object") {
      const items = Object.entries(type[1]).map(([name, one]) => ({
        key: `${keyOf(name)}: `,
        value: this.#valueType(one),
      }));
      return around(`${this.#use("completeObject")}(`, { open: "{", items, close: "}" }, ")");
    }
    return around(`${this.#use(type[0])}(`, this.#valueType(type[1]), ")");
  }

  #use(name: string): string {
    this.#imports.add(name);
    return name;
  }
}

/** So wide that what follows never fits beside it: a type has a line for each argument. */
const WIDE = 1000;

function blockOptions(block: {
  readonly nesting: Nesting;
  readonly min: number;
  readonly max: number | undefined;
  readonly isOne: boolean;
}): string {
  const nesting = block.nesting === "group" ? "single" : block.nesting;
  const options = [
    ...(nesting === "list" ? [] : [`nesting: ${JSON.stringify(nesting)}`]),
    ...(block.isOne || block.min < 2 ? [] : [`min: ${block.min}`]),
    ...(block.isOne || block.max === undefined ? [] : [`max: ${block.max}`]),
  ];
  return options.length === 0 ? "" : `, { ${options.join(", ")} }`;
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
