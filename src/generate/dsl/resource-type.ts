/**
 * Resources and data sources by a schema that you write down, for providers that have no package: `resource` takes them
 * as it takes a package's classes.
 */
import { type Construct, TerraformDataSource, TerraformResource, Tokenization } from "../../cdk";
import { fail } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import type { TypeConstraint } from "../../hcl/type";
import { type Expr, type INNER, type ListExpr, makeExpr, type ObjectExpr } from "../expr/expr";
import type { ArgumentSchema, ArgumentSchemas } from "./argument-schema";
import type { ElementClass } from "./config-types";
import {
  type AnyVariable,
  type ExprOfVariable,
  type ExprsOf,
  type InputsOf,
  list,
  object,
  type Variable,
} from "./types";

export type BlockFields = Readonly<Record<string, AnyVariable>>;

/** The arguments and attributes of a resource or data source, by their names in Terraform. */
export interface ElementSchema<A extends BlockFields, B extends BlockFields> {
  /** Arguments that the provider requires have their plain type; the others are `optional(...)`. @default none */
  readonly arguments?: A;
  /** Attributes besides the arguments; `optional(...)` where one may be null. @default none */
  readonly attributes?: B;
  /** The provider's local name. @default the first word of the type */
  readonly provider?: string;
}

interface BlockOptions {
  /** How the provider holds it: SDK resources as a list with one element, the framework's single blocks as an object. */
  readonly nesting?: "list" | "single";
}

type OneBlock<F extends BlockFields> = Variable<InputsOf<F>, ListExpr<ObjectExpr<ExprsOf<F>>>, "required">;

/**
 * An argument that is a nested block, at most one: `health_check { ... }`. Its attribute is a list with one element,
 * `at(service.health_check, 0).port`, unless its nesting is `"single"`.
 */
export function nestedBlock<F extends BlockFields>(fields: F, options?: { readonly nesting?: "list" }): OneBlock<F>;
export function nestedBlock<F extends BlockFields>(
  fields: F,
  options: { readonly nesting: "single" },
): Variable<InputsOf<F>, ObjectExpr<ExprsOf<F>>, "required">;
export function nestedBlock(fields: BlockFields, { nesting = "list" }: BlockOptions = {}): unknown {
  const one = object(fields);
  return { ...(nesting === "single" ? one : list(one)), fields };
}

/** An argument that is a block for each of a list: `rule { ... } rule { ... }`. */
export function nestedBlocks<F extends BlockFields>(
  fields: F,
): Variable<readonly InputsOf<F>[], ListExpr<ObjectExpr<ExprsOf<F>>>, "required"> {
  return { ...list(object(fields)), fields } as never;
}

/** The arguments of a nested block, undefined for any other argument. */
function fieldsOf(argument: AnyVariable): BlockFields | undefined {
  return (argument as { readonly fields?: BlockFields }).fields;
}

type PlainScalar = string | number | boolean;
/** The type that a class of cdktf accepts: an argument may be left out there, but may not be null. */
export type Plain<T> = unknown extends T
  ? // biome-ignore lint/suspicious/noExplicitAny: anything
    any
  : T extends null | undefined
    ? never
    : T extends PlainScalar
      ? T
      : T extends readonly (infer U)[]
        ? readonly Plain<U>[]
        : { readonly [K in keyof T]: Plain<T[K]> };

/** An argument that the author left out has a value all the same once the resource exists. */
type AttributeExpr<E> = E extends { readonly [INNER]: infer I } ? I : E;
export type Attributes<A, B> = { readonly [K in keyof B]: ExprOfVariable<B[K]> } & {
  readonly [K in Exclude<keyof A, keyof B>]: AttributeExpr<ExprOfVariable<A[K]>>;
};

/** The class of a resource; its attributes are expressions. */
export type ResourceType<A extends BlockFields, B extends BlockFields> = ElementClass<
  Plain<InputsOf<A>>,
  TerraformResource & Attributes<A, B>
>;
/** The class of a data source. */
export type DataSourceType<A extends BlockFields, B extends BlockFields> = ElementClass<
  Plain<InputsOf<A>>,
  TerraformDataSource & Attributes<A, B>
>;

/**
 * A type of resource by its schema in the provider's documentation. Names are Terraform's own.
 *
 * ```ts
 * const Widget = resourceType("acme_widget", {
 *   arguments: {
 *     name: string(),
 *     size: optional(number()),
 *     rule: optional(nestedBlocks({ port: number(), source: optional(nestedBlock({ cidr: string() })) })),
 *   },
 *   attributes: { id: string(), arn: string() },
 * });
 *
 * const widget = resource(scope, Widget, "this", {
 *   name: v.name,
 *   rule: blocks(v.ports, (port) => ({ port, source: { cidr: "10.0.0.0/8" } })),
 * });
 * widget.arn; // Expr<string>
 * ```
 *
 * @throws TfwrightError where the schema cannot be one of Terraform's
 */
export function resourceType<
  A extends BlockFields = Record<never, never>,
  B extends BlockFields = Record<never, never>,
>(type: string, schema: ElementSchema<A, B>): ResourceType<A, B> {
  return elementClass(TerraformResource, type, schema) as never;
}

/** A type of data source by its schema: as {@link resourceType}. */
export function dataSourceType<
  A extends BlockFields = Record<never, never>,
  B extends BlockFields = Record<never, never>,
>(type: string, schema: ElementSchema<A, B>): DataSourceType<A, B> {
  return elementClass(TerraformDataSource, type, schema) as never;
}

type PlainConfig = Readonly<Record<string, unknown>>;

export function elementClass(
  base: typeof TerraformResource | typeof TerraformDataSource,
  type: string,
  { arguments: given = {}, attributes = {}, provider }: ElementSchema<BlockFields, BlockFields>,
): unknown {
  checkSchema(type, given, attributes);
  // Both have the same constructor and methods, and TypeScript extends no class that is one of two.
  class DeclaredElement extends (base as unknown as typeof TerraformResource) {
    static readonly tfResourceType = type;
    static readonly localProvider = provider;
    static readonly argumentFields = given;
    readonly #config: PlainConfig;

    constructor(scope: Construct, id: string, config: PlainConfig = {}) {
      super(scope, id, { terraformResourceType: type });
      this.#config = config;
    }

    protected override synthesizeAttributes(): PlainConfig {
      return Object.fromEntries(Object.keys(given).map((name) => [name, this.#config[name]]));
    }

    protected override synthesizeHclAttributes(): ArgumentSchemas {
      return describeArguments(given, this.#config);
    }
  }
  for (const [name, variable] of Object.entries({ ...given, ...attributes })) {
    if (isTaken(name)) continue;
    Object.defineProperty(DeclaredElement.prototype, name, {
      configurable: true,
      get(this: DeclaredElement): Expr<unknown> {
        return makeExpr({ kind: "cdktf-token", token: this.interpolationForAttribute(name) }, variable.type);
      },
    });
  }
  return DeclaredElement;
}

/** What every construct of cdktf has besides its methods. */
const PROPERTIES = new Set(["node", "count", "provider", "lifecycle", "connection", "provisioners"]);

/** Whether a construct has something else by this name. */
function isTaken(name: string): boolean {
  return PROPERTIES.has(name) || name in TerraformResource.prototype || name in TerraformDataSource.prototype;
}

/** The arguments that were given, as cdktf's classes describe theirs. */
function describeArguments(fields: BlockFields, config: PlainConfig): ArgumentSchemas {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, argument]) => {
      const value = config[name];
      return value === undefined || value === null ? [] : [[name, describe(argument, value)]];
    }),
  );
}

function describe(argument: AnyVariable, value: unknown): ArgumentSchema & { readonly storageClassType: string } {
  const fields = fieldsOf(argument);
  const { kind } = argument.type;
  if (fields === undefined)
    return { value: nameAttributes(argument.type, value), isBlock: false, type: "simple", storageClassType: kind };
  const one = (content: unknown) => describeArguments(fields, content as PlainConfig);
  const described = Array.isArray(value) ? value.map(one) : one(value);
  return { value: described, isBlock: true, type: kind === "list" ? "list" : "struct", storageClassType: kind };
}

/** The attributes of objects that are written out, so that a wrong name among them is found. */
function nameAttributes(type: TypeConstraint, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) return value;
  if ((type.kind === "list" || type.kind === "set") && Array.isArray(value))
    return value.map((item) => nameAttributes(type.element, item));
  if (type.kind !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const attribute = type.attributes[name];
      if (attribute === undefined) return [];
      const inner = nameAttributes(attribute.type, item);
      return [[name, { value: inner, isBlock: false, type: "simple", storageClassType: attribute.type.kind }]];
    }),
  );
}

/** Refuses what only a variable may have, such as a default: here the provider's schema alone decides. */
function checkSchema(type: string, given: BlockFields, attributes: BlockFields): void {
  if (!isIdentifier(type))
    fail({ code: "bad-name", path: type, message: `${JSON.stringify(type)} cannot be a Terraform type` });
  for (const name of Object.keys(attributes)) {
    if (isTaken(name))
      fail({
        code: "reserved-name",
        path: `${type}.${name}`,
        message: `an attribute cannot have the name \`${name}\`, because constructs use this name`,
        hint: `leave it out here, and write raw("${type}.NAME.${name}") where you need it`,
      });
  }
  checkFields(type, { ...attributes, ...given });
}

function checkFields(path: string, fields: BlockFields): void {
  for (const [name, field] of Object.entries(fields)) {
    const inner = `${path}.${name}`;
    if (!isIdentifier(name))
      fail({ code: "bad-name", path: inner, message: `${JSON.stringify(name)} is not a name that HCL allows` });
    const { default: fallback, validate } = field.options as { default?: unknown; validate?: unknown };
    if ((fallback !== undefined && fallback !== null) || validate !== undefined)
      fail({
        code: "not-of-the-schema",
        path: inner,
        message: `\`${name}\` has a ${validate === undefined ? "default" : "validation"}, which has no effect`,
        hint: "the provider has its own defaults and rules; give defaults and rules to the variables of the module",
      });
    checkFields(inner, fieldsOf(field) ?? {});
  }
}
