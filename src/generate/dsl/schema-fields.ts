/** What a provider's schema says of arguments and attributes beyond the types of variables. */
import type { Expr, ListExpr, MapExpr, ObjectExpr } from "../expr/expr";
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

type OptionalFields<F> = {
  [K in keyof F]: F[K] extends Variable<unknown, unknown, "required"> ? never : K;
}[keyof F];
type ReadOnlyFields<F> = { [K in keyof F]: F[K] extends ComputedAttribute<unknown> ? K : never }[keyof F];
type Flattened<T> = { [K in keyof T]: T[K] };

type PlainScalar = string | number | boolean;
/** The type that a class of cdktf accepts: an argument may be left out there, but may not be null. */
type Plain<T> = unknown extends T
  ? // biome-ignore lint/suspicious/noExplicitAny: anything
    any
  : T extends null | undefined
    ? never
    : T extends PlainScalar
      ? T
      : T extends readonly (infer U)[]
        ? readonly Plain<U>[]
        : { readonly [K in keyof T]: Plain<T[K]> };

/** What may be given for the fields of a schema. */
export type SchemaInputs<F> = Flattened<
  // Mapped over the fields themselves, so that an editor finds the comment above each of them.
  { readonly [K in keyof F as K extends OptionalFields<F> ? never : K]: Plain<InputOf<F[K]>> } & {
    readonly [K in keyof F as K extends OptionalFields<F> ? (K extends ReadOnlyFields<F> ? never : K) : never]?: Plain<
      InputOf<F[K]>
    >;
  }
>;

type One<F extends SchemaFields> = Variable<SchemaInputs<F>, ObjectExpr<ExprsOf<F>>, "required">;
type InList<F extends SchemaFields> = Variable<SchemaInputs<F>, ListExpr<ObjectExpr<ExprsOf<F>>>, "required">;
type Several<F extends SchemaFields> = Variable<
  readonly SchemaInputs<F>[],
  ListExpr<ObjectExpr<ExprsOf<F>>>,
  "required"
>;
type KeyedBy<F extends SchemaFields> = Variable<
  Readonly<Record<string, SchemaInputs<F>>>,
  MapExpr<ObjectExpr<ExprsOf<F>>>,
  "required"
>;

/**
 * An argument that is a nested block, at most one: `health_check { ... }`. Its attribute is a list with one element,
 * `at(service.health_check, 0).port`, or a set with one; it is an object where its nesting is `"single"`.
 */
export function nestedBlock<F extends SchemaFields>(
  fields: F,
  options?: { readonly nesting?: "list" | "set" },
): InList<F>;
export function nestedBlock<F extends SchemaFields>(fields: F, options: { readonly nesting: "single" }): One<F>;
export function nestedBlock(
  fields: SchemaFields,
  { nesting = "list" }: { readonly nesting?: "list" | "set" | "single" } = {},
): unknown {
  return nested(nesting, { fields, isAttribute: false, min: 0, max: 1 });
}

/** An argument that is a block for each of a list or set: `rule { ... } rule { ... }`. */
export function nestedBlocks<F extends SchemaFields>(fields: F, options: BlocksOptions = {}): Several<F> {
  const { nesting = "list", min = 0, max = Number.POSITIVE_INFINITY } = options;
  return nested(nesting, { fields, isAttribute: false, min, max }) as never;
}

/**
 * An argument that is an object whose attributes have schemas of their own, `rule = { ... }`; or a list, set or map of
 * such objects.
 */
export function nestedAttribute<F extends SchemaFields>(fields: F, options?: { readonly nesting?: "single" }): One<F>;
export function nestedAttribute<F extends SchemaFields>(
  fields: F,
  options: { readonly nesting: "list" | "set" },
): Several<F>;
export function nestedAttribute<F extends SchemaFields>(fields: F, options: { readonly nesting: "map" }): KeyedBy<F>;
export function nestedAttribute(
  fields: SchemaFields,
  { nesting = "single" }: { readonly nesting?: keyof typeof NESTINGS } = {},
): unknown {
  return nested(nesting, { fields, isAttribute: true, min: 0, max: Number.POSITIVE_INFINITY });
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
