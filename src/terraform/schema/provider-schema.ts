/** What a provider says of its types: the output of `terraform providers schema -json` as typed data. */

/** The kinds of types that a provider has, as Terraform writes their blocks. */
export const SCHEMA_KINDS = ["resource", "data", "ephemeral", "action", "list"] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** A type of Terraform's language: `["list", "string"]`, `["object", { port: "number" }]`, `"dynamic"`. */
export type ValueType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", ValueType]
  | readonly ["object", Readonly<Record<string, ValueType>>, (readonly string[])?]
  | readonly ["tuple", readonly ValueType[]];

/** How often a nested block or a nested object stands in its parent. `group` is a block that is always there. */
export type Nesting = "single" | "group" | "list" | "set" | "map";

/** What is said of arguments, blocks and whole types alike. */
interface Described {
  /** As the provider wrote it: plain text or Markdown. */
  readonly description?: string;
  /** Why it should not be used any more; true where the provider gives no reason. */
  readonly deprecated?: string | true;
}

/** One argument or attribute: exactly one of `type` and `nested` is there. */
export interface AttributeSchema extends Described {
  readonly name: string;
  readonly type?: ValueType;
  /** An object, or objects, whose attributes have schemas of their own. */
  readonly nested?: { readonly nesting: Nesting; readonly attributes: readonly AttributeSchema[] };
  /** Must be given. */
  readonly required: boolean;
  /** May be given. */
  readonly optional: boolean;
  /** The provider sets it, where it is not given. */
  readonly computed: boolean;
  readonly sensitive: boolean;
  /** Goes to the provider and into no state; it cannot be read. */
  readonly writeOnly: boolean;
}

/** A block within a block, and how many of it there may be. */
export interface NestedBlockSchema {
  readonly name: string;
  readonly nesting: Nesting;
  readonly block: BlockSchema;
  /** @default 0 */
  readonly min: number;
  /** Undefined where there is no limit. */
  readonly max?: number;
}

/** The content of a block, by name in the provider's order. */
export interface BlockSchema extends Described {
  readonly attributes: readonly AttributeSchema[];
  readonly blocks: readonly NestedBlockSchema[];
}

/** A resource, data source or other type of a provider. */
export interface TypeSchema {
  readonly kind: SchemaKind;
  /** `aws_glue_job` */
  readonly type: string;
  readonly block: BlockSchema;
}

/** A function of a provider: `provider::aws::arn_parse`. */
export interface ProviderFunctionSchema {
  readonly name: string;
  readonly description?: string;
  readonly deprecated?: string | true;
  readonly returns: ValueType;
  readonly parameters: readonly FunctionParameterSchema[];
  /** For all further arguments. */
  readonly variadic?: FunctionParameterSchema;
}

/** One parameter of a provider's function. */
export interface FunctionParameterSchema {
  readonly name: string;
  readonly description?: string;
  readonly type: ValueType;
  readonly nullable: boolean;
}

/** One provider of a schema file. */
export interface ProviderSchema {
  /** With its host: `registry.terraform.io/hashicorp/aws`. */
  readonly address: string;
  /** The names of all its types, by kind, sorted. */
  readonly names: Readonly<Record<SchemaKind, readonly string[]>>;
  /** The types that were asked for, sorted by kind and name. */
  readonly types: readonly TypeSchema[];
  readonly functions: readonly ProviderFunctionSchema[];
  /** The arguments of the `provider` block. */
  readonly configuration: BlockSchema;
}
