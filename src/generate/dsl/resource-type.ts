/**
 * Resources and data sources by a schema that you write down, for providers that have no package: `resource` takes them
 * as it takes a package's classes.
 */
import { type Construct, TerraformDataSource, TerraformResource, Tokenization } from "../../cdk";
import { fail } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import type { TypeConstraint } from "../../hcl/type";
import { type Expr, type INNER, makeExpr } from "../expr/expr";
import type { ArgumentSchema, ArgumentSchemas } from "./argument-schema";
import type { WithExpressions } from "./config-types";
import {
  type BlockContent,
  type ContentFields,
  type ContentInputs,
  fieldsOfContent,
  isComputed,
  nestedFieldsOf,
  type ReadableArguments,
  type SchemaFields,
} from "./schema-fields";
import type { AnyVariable, ExprOfVariable } from "./types";

/** The arguments and attributes of a resource or data source, by their names in Terraform. */
export interface ElementSchema<A extends BlockContent, B extends SchemaFields> {
  /** Arguments that the provider requires have their plain type; the others are `optional(...)`. @default none */
  readonly arguments?: A;
  /** Attributes besides the arguments; `optional(...)` where one may be null. @default none */
  readonly attributes?: B;
  /** The provider's local name. @default the first word of the type */
  readonly provider?: string;
  /** The provider that the schema is of, and its version: a definition whose bound excludes it is refused. @default not told */
  readonly from?: SchemaOrigin;
  /** Why the type should not be used any more. @default it is not deprecated */
  readonly deprecated?: string | true;
}

/** Where a schema was read. */
export interface SchemaOrigin {
  /** `hashicorp/aws` */
  readonly source: string;
  /** `6.34.0` */
  readonly version: string;
}

/** An argument that the author left out has a value all the same once the resource exists. */
type AttributeExpr<E> = E extends { readonly [INNER]: infer I } ? I : E;
/** The attributes of a class, and the arguments that can be read. */
export type Attributes<A, B> = { readonly [K in keyof B]: ExprOfVariable<B[K]> } & {
  readonly [K in keyof ReadableArguments<A> as K extends keyof B ? never : K]: AttributeExpr<ReadableArguments<A>[K]>;
};

/** The class of a type by its schema; `A` are its attributes as expressions. Classes extend it, to have a name. */
export interface DeclaredClass<Config, Base extends TerraformResource | TerraformDataSource, A> {
  new (scope: Construct, id: string, config: Config): Base & A & WithExpressions<A>;
  readonly tfResourceType: string;
  /** Local name of the provider, where it is not the first word of the type. */
  readonly localProvider?: string;
}

/** The class of a resource; its attributes are expressions. */
export type ResourceType<A extends BlockContent, B extends SchemaFields> = DeclaredClass<
  ContentInputs<A>,
  TerraformResource,
  Attributes<ContentFields<A>, B>
>;
/** The class of a data source. */
export type DataSourceType<A extends BlockContent, B extends SchemaFields> = DeclaredClass<
  ContentInputs<A>,
  TerraformDataSource,
  Attributes<ContentFields<A>, B>
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
  A extends BlockContent = Record<never, never>,
  B extends SchemaFields = Record<never, never>,
>(type: string, schema: ElementSchema<A, B>): ResourceType<A, B> {
  return elementClass(TerraformResource, type, schema) as never;
}

/** A type of data source by its schema: as {@link resourceType}. */
export function dataSourceType<
  A extends BlockContent = Record<never, never>,
  B extends SchemaFields = Record<never, never>,
>(type: string, schema: ElementSchema<A, B>): DataSourceType<A, B> {
  return elementClass(TerraformDataSource, type, schema) as never;
}

type PlainConfig = Readonly<Record<string, unknown>>;

/** The class of a schema's type, over one of cdktf's base classes. */
export function elementClass(
  base: typeof TerraformResource | typeof TerraformDataSource,
  type: string,
  { arguments: content = {}, attributes = {}, provider, from, deprecated }: ElementSchema<BlockContent, SchemaFields>,
): unknown {
  const given = fieldsOfContent(content);
  checkSchema(type, given, attributes);
  // Both have the same constructor and methods, and TypeScript extends no class that is one of two.
  class DeclaredElement extends (base as unknown as typeof TerraformResource) {
    static readonly tfResourceType = type;
    static readonly localProvider = provider;
    static readonly argumentFields = given;
    static readonly attributeFields = attributes;
    static readonly schemaOrigin = from;
    static readonly deprecation = deprecated;
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
function describeArguments(fields: SchemaFields, config: PlainConfig): ArgumentSchemas {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, argument]) => {
      const value = config[name];
      const isGiven = value !== undefined && value !== null && !isComputed(argument);
      return isGiven ? [[name, describe(argument, value)]] : [];
    }),
  );
}

function describe(argument: AnyVariable, value: unknown): ArgumentSchema & { readonly storageClassType: string } {
  const nested = nestedFieldsOf(argument);
  const { kind } = argument.type;
  if (nested === undefined || nested.isAttribute)
    return { value: nameAttributes(argument.type, value), isBlock: false, type: "simple", storageClassType: kind };
  const one = (content: unknown) => describeArguments(nested.fields, content as PlainConfig);
  const described = Array.isArray(value) ? value.map(one) : one(value);
  return { value: described, isBlock: true, type: kind === "object" ? "struct" : "list", storageClassType: kind };
}

/** The attributes of objects that are written out, so that a wrong name among them is found. */
function nameAttributes(type: TypeConstraint, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) return value;
  if ((type.kind === "list" || type.kind === "set") && Array.isArray(value))
    return value.map((item) => nameAttributes(type.element, item));
  if (type.kind !== "object") return value;
  const given = value as PlainConfig;
  return Object.fromEntries(
    Object.entries(type.attributes).flatMap(([name, attribute]) => {
      const { kind } = attribute.type;
      const isLeftOut = given[name] === undefined || given[name] === null;
      if (isLeftOut && type.isComplete !== true) return [];
      const inner = isLeftOut ? null : nameAttributes(attribute.type, given[name]);
      return [[name, { value: inner, isBlock: false, type: "simple", storageClassType: kind }]];
    }),
  );
}

/** Refuses what only a variable may have, such as a default: here the provider's schema alone decides. */
function checkSchema(type: string, given: SchemaFields, attributes: SchemaFields): void {
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

function checkFields(path: string, fields: SchemaFields): void {
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
    checkFields(inner, nestedFieldsOf(field)?.fields ?? {});
  }
}
