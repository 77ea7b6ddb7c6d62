/** What a provider's schema says of arguments and attributes beyond the types of variables. */
import type { Expr, ListExpr, MapExpr, ObjectExpr } from "../expr/expr";
import type { AttributeMark } from "./config-types";
import {
  type AnyVariable,
  type ExprOfVariable,
  type ExprsOf,
  type InputOf,
  list,
  map,
  object,
  set,
  type Variable,
} from "./types";

/** The arguments or attributes of a resource, block or object, by their names in Terraform. */
export type SchemaFields = Readonly<Record<string, AnyVariable>>;

/** What {@link argument} adds to an argument. */
export interface ArgumentFacts {
  /** Why it should not be used any more: `generate` warns of its use. */
  readonly deprecated?: string | true;
  /** The value is a secret: outputs that show it are sensitive. @default false */
  readonly sensitive?: boolean;
  /** The value goes to the provider and into no state: it cannot be read, and needs Terraform 1.11. @default false */
  readonly writeOnly?: boolean;
}

/** An argument or attribute that the provider sets: it can be read, and not given. */
export interface ComputedAttribute<E> extends Variable<never, E, "optional"> {
  readonly computed: true;
}

/** How many blocks there may be, and in what the provider holds them. */
interface BlocksOptions {
  /** @default "list" */
  readonly nesting?: "list" | "set";
  /** @default 0, or 1 where the argument is not optional */
  readonly min?: number;
  /** @default no limit */
  readonly max?: number;
}

/** How a schema's fields are nested, beside their type. */
export interface NestedFields {
  readonly fields: SchemaFields;
  /** Whether it is written as an argument, `rule = { ... }`, and not as a block. */
  readonly isAttribute: boolean;
  readonly min: number;
  readonly max: number;
}

declare const GIVEN: unique symbol;
/** What is given for nested fields: {@link Plain} leaves `T` as it is, so that its name stays. */
export interface NestedInput<T> {
  readonly [GIVEN]: T;
}

type PlainScalar = string | number | boolean;
/** The type that a class of cdktf accepts: an argument may be left out there, but may not be null. */
type Plain<T> = unknown extends T
  ? // biome-ignore lint/suspicious/noExplicitAny: anything
    any
  : T extends null | undefined
    ? never
    : T extends PlainScalar
      ? T
      : T extends NestedInput<infer Given>
        ? Given
        : T extends readonly (infer U)[]
          ? U extends PlainScalar
            ? readonly Plain<U>[]
            : readonly Plain<U>[] & AttributeMark
          : { readonly [K in keyof T]: Plain<T[K]> } & AttributeMark;

/** A field that must be given. */
interface RequiredField {
  readonly given: "required";
}
/** A field that need not be given, or that cannot be. */
interface ReadOnlyField {
  readonly computed: true;
}

/** What may be given for the fields of a schema. */
export type SchemaInputs<F> = {
  // Mapped over the fields themselves, so that an editor finds the comment above each of them.
  readonly [K in keyof F as F[K] extends RequiredField ? K : never]: Plain<InputOf<F[K]>>;
} & {
  readonly [K in keyof F as F[K] extends RequiredField | ReadOnlyField ? never : K]?: Plain<InputOf<F[K]>>;
};

/** The class that {@link blockType} makes. It has no instances: the compiler names it where it would show all fields. */
export interface BlockType<Inputs, F> {
  new (): Inputs;
  readonly fields: F;
}

/** The content of a block or object: fields as they are written, or under a name. */
export type BlockContent = SchemaFields | BlockType<unknown, SchemaFields>;
/** What may be given for a content. */
export type ContentInputs<B> = B extends BlockType<infer Inputs, unknown> ? Inputs : SchemaInputs<B>;
/** The fields of a content. */
export type ContentFields<B> = B extends BlockType<unknown, infer F> ? F : B;
type ContentExpr<B> = ObjectExpr<ExprsOf<ContentFields<B>>>;

type One<B extends BlockContent> = Variable<NestedInput<ContentInputs<B>>, ContentExpr<B>, "required">;
type InList<B extends BlockContent> = Variable<NestedInput<ContentInputs<B>>, ListExpr<ContentExpr<B>>, "required">;
type Several<B extends BlockContent> = Variable<NestedInput<ContentInputs<B>[]>, ListExpr<ContentExpr<B>>, "required">;
type OneValue<B extends BlockContent> = Variable<
  NestedInput<ContentInputs<B> & AttributeMark>,
  ContentExpr<B>,
  "required"
>;
type Listed<B extends BlockContent> = Variable<
  NestedInput<ContentInputs<B>[] & AttributeMark>,
  ListExpr<ContentExpr<B>>,
  "required"
>;
type KeyedBy<B extends BlockContent> = Variable<
  NestedInput<Readonly<Record<string, ContentInputs<B>>>>,
  MapExpr<ContentExpr<B>>,
  "required"
>;

/**
 * The content of a block or object under a name, which messages of the compiler then show.
 *
 * ```ts
 * class WidgetRule extends blockType({ port: number(), source: optional(string()) }) {}
 *
 * const Widget = resourceType("acme_widget", { arguments: { rule: optional(nestedBlocks(WidgetRule)) } });
 * ```
 */
export function blockType<F extends SchemaFields>(fields: F): BlockType<SchemaInputs<F>, F> {
  return Object.assign(class {}, { fields }) as never;
}

/** The fields of a content, under a name or not. */
export function fieldsOfContent(content: BlockContent): SchemaFields {
  return typeof content === "function" ? (content as BlockType<unknown, SchemaFields>).fields : content;
}

/**
 * An argument that is a nested block, at most one: `health_check { ... }`. Its attribute is a list with one element,
 * `at(service.health_check, 0).port`, or a set with one; it is an object where its nesting is `"single"`.
 */
export function nestedBlock<B extends BlockContent>(
  fields: B,
  options?: { readonly nesting?: "list" | "set" },
): InList<B>;
export function nestedBlock<B extends BlockContent>(fields: B, options: { readonly nesting: "single" }): One<B>;
export function nestedBlock(
  fields: BlockContent,
  { nesting = "list" }: { readonly nesting?: "list" | "set" | "single" } = {},
): unknown {
  return nested(nesting, { fields: fieldsOfContent(fields), isAttribute: false, min: 0, max: 1 });
}

/** An argument that is a block for each of a list or set: `rule { ... } rule { ... }`. */
export function nestedBlocks<B extends BlockContent>(fields: B, options: BlocksOptions = {}): Several<B> {
  const { nesting = "list", min = 0, max = Number.POSITIVE_INFINITY } = options;
  return nested(nesting, { fields: fieldsOfContent(fields), isAttribute: false, min, max }) as never;
}

/**
 * An argument that is an object whose attributes have schemas of their own, `rule = { ... }`; or a list, set or map of
 * such objects.
 */
export function nestedAttribute<B extends BlockContent>(
  fields: B,
  options?: { readonly nesting?: "single" },
): OneValue<B>;
export function nestedAttribute<B extends BlockContent>(
  fields: B,
  options: { readonly nesting: "list" | "set" },
): Listed<B>;
export function nestedAttribute<B extends BlockContent>(fields: B, options: { readonly nesting: "map" }): KeyedBy<B>;
export function nestedAttribute(
  fields: BlockContent,
  { nesting = "single" }: { readonly nesting?: keyof typeof NESTINGS } = {},
): unknown {
  return nested(nesting, { fields: fieldsOfContent(fields), isAttribute: true, min: 0, max: Number.POSITIVE_INFINITY });
}

const NESTINGS = {
  list: (one: AnyVariable) => list(one as Variable<unknown, Expr<unknown>, "required">),
  set: (one: AnyVariable) => set(one as Variable<unknown, Expr<unknown>, "required">),
  map: (one: AnyVariable) => map(one as Variable<unknown, Expr<unknown>, "required">),
  single: (one: AnyVariable) => one,
} as const;

function nested(nesting: keyof typeof NESTINGS, content: NestedFields): AnyVariable {
  return { ...NESTINGS[nesting](object(content.fields)), nested: content } as AnyVariable;
}

/**
 * An argument with what the schema says of it beside its type.
 *
 * ```ts
 * password_wo: optional(argument(string(), { writeOnly: true })),
 * acl: optional(argument(string(), { deprecated: "Use acme_bucket_acl." })),
 * ```
 */
export function argument<V extends AnyVariable, const F extends ArgumentFacts>(
  variable: V,
  facts: F,
): V & { readonly facts: F } {
  return { ...variable, facts };
}

/** A field that the provider sets: it can be read, and a configuration cannot give it. */
export function computed<E>(variable: Variable<unknown, E>): ComputedAttribute<E> {
  return { ...variable, given: "optional", computed: true } as never;
}

/**
 * An object of whose attributes Terraform wants each, as providers of the older kind have them in `ingress` of a security
 * group. Where an object is written out in a definition, what is left out is written as null.
 */
export function completeObject<F extends SchemaFields>(
  fields: F,
): Variable<{ readonly [K in keyof F]?: InputOf<F[K]> }, ObjectExpr<ExprsOf<F>>, "required"> {
  const { type, ...rest } = object(fields);
  return { ...rest, type: { ...type, isComplete: true } } as never;
}

/** An argument that the author left out has a value all the same once the resource exists. */
export type ReadableArguments<A> = {
  readonly [K in keyof A as A[K] extends { readonly facts: { readonly writeOnly: true } } ? never : K]: ExprOfVariable<
    A[K]
  >;
};

/** The fields of a nested block or object, undefined for any other argument. */
export function nestedFieldsOf(argument: AnyVariable): NestedFields | undefined {
  return (argument as { readonly nested?: NestedFields }).nested;
}

/** What {@link argument} was told; empty for others. */
export function factsOfArgument(argument: AnyVariable): ArgumentFacts {
  return (argument as { readonly facts?: ArgumentFacts }).facts ?? {};
}

/** Whether a field can only be read. */
export function isComputed(field: AnyVariable): boolean {
  return (field as { readonly computed?: true }).computed === true;
}
