/** Which arguments of a resource, and of the blocks in it, are write-only. */
import type { BlockItem } from "../../hcl/document";
import { addressOfPart, type ElementPart } from "../dsl/module-builder";
import { factsOfArgument, nestedFieldsOf, type SchemaFields } from "../dsl/schema-fields";
import type { AnyVariable } from "../dsl/types";

/** The class of an element, as far as it tells of its schema. */
interface SchemaOfClass {
  readonly argumentFields?: SchemaFields;
  readonly schemaOrigin?: unknown;
}

/** Blocks of the language, and not of a provider. */
const WRAPPERS = new Set(["content", "config"]);

/** A block of an element: its arguments as the schema of its class has them. */
export class ArgumentScope {
  /** Of a class without a schema. */
  static readonly unknown = new ArgumentScope(undefined, false);
  readonly #fields: SchemaFields | undefined;
  readonly #isWholeSchema: boolean;

  constructor(fields: SchemaFields | undefined, isWholeSchema: boolean) {
    this.#fields = fields;
    this.#isWholeSchema = isWholeSchema;
  }

  /** The arguments of an element itself. */
  static of(element: object): ArgumentScope {
    const { argumentFields, schemaOrigin } = element.constructor as SchemaOfClass;
    return new ArgumentScope(argumentFields, schemaOrigin !== undefined);
  }

  /** The fact of the schema; where a class has none, the name: providers call write-only arguments `..._wo`. */
  isWriteOnly(name: string): boolean {
    const field = this.#fieldOf(name);
    if (field !== undefined && factsOfArgument(field).writeOnly === true) return true;
    return !this.#isWholeSchema && name.endsWith("_wo");
  }

  /** The scope of a block in this one. A `dynamic` block and the `content` in it are one step; so are an action and its `config`. */
  inner(block: BlockItem): ArgumentScope {
    if (WRAPPERS.has(block.type) && this.#fieldOf(block.type) === undefined) return this;
    return this.at([block.type === "dynamic" ? (block.labels[0] ?? "") : block.type]);
  }

  /** The scope that a way of names of blocks leads to. */
  at(steps: readonly string[]): ArgumentScope {
    return steps.reduce((scope: ArgumentScope, step) => {
      const field = scope.#fieldOf(step);
      const fields = field === undefined ? undefined : nestedFieldsOf(field)?.fields;
      return new ArgumentScope(fields, scope.#isWholeSchema);
    }, this);
  }

  #fieldOf(name: string): AnyVariable | undefined {
    return this.#fields !== undefined && Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }
}

/** By the address of each element: `aws_db_instance.this`. */
export function argumentScopes(elements: readonly ElementPart[]): ReadonlyMap<string, ArgumentScope> {
  return new Map(elements.map((part) => [addressOfPart(part), ArgumentScope.of(part.construct)]));
}
