/**
 * Over 400 lines, because they refer to each other. The variable types. Each carries two TypeScript types: what a caller may give (`In`) and what `build` works with
 * (`E`), so that no type is written twice.
 */

import { fail } from "../../errors";
import type { ObjectAttribute, TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import type { LocalText } from "../../text/locale";
import type { Expr, ListExpr, MapExpr, Nullable, ObjectExpr, TupleExpr, TypeFor } from "../expr/expr";
import type { BoolLike } from "../expr/operators";
import { rememberCall } from "./author-call";

declare const IN: unique symbol;

/** A rule on one variable; Terraform checks it before the plan. */
export interface Validation<E> {
  /** Must be true. It must refer to the value. */
  readonly condition: (value: E) => BoolLike;
  /** What the caller did wrong and what is allowed, as a sentence. */
  readonly message: string;
  /**
   * What the message adds on an element of a list, set or map that breaks the rule: where it stands and its value, or only where
   * it stands, because the value is a secret or long.
   * @default "value"
   */
  readonly shows?: "value" | "element";
  /**
   * Only values that are known in TypeScript are held against the rule: it would be too long in HCL.
   * @default everywhere
   */
  readonly only?: "typescript";
}

/** What can be said of any variable. */
export interface VariableOptions<In, E> {
  /** One or two sentences; the attributes of objects are listed below it. @default none */
  readonly description?: LocalText;
  /** Stands in where the caller gives nothing. Without one the variable is required. */
  readonly default?: In;
  /** @default false where there is a default that is not null, and for required variables */
  readonly nullable?: boolean;
  /** Hides the value in Terraform's output. @default false */
  readonly sensitive?: boolean;
  /** Keeps the value out of plan and state; needs Terraform 1.10. @default false */
  readonly ephemeral?: boolean;
  /**
   * What a caller should do in place of giving it a value; a caller who gives one gets this as a warning. Needs Terraform 1.15
   * or OpenTofu 1.10.
   * @default not deprecated
   */
  readonly deprecated?: LocalText;
  /**
   * The caller gives a constant, which Terraform knows before it plans: it may decide `count` and `for_each`. Needs Terraform
   * 1.15 or OpenTofu 1.12.
   * @default false
   */
  readonly const?: boolean;
  /** The caller writes it, or this attribute of an object, as a literal: it may decide `count` and `for_each`. @default false */
  readonly known?: boolean;
  /**
   * Of a map of objects: a key that its type does not have is an error. Terraform alone drops such a key without a
   * word. The variable's type is `any` in HCL; keys and types are checked by validations, and an attribute of an element can be
   * unknown until apply without an effect on the others.
   *
   * @example
   * map(object({ reads: optional(list(string()), []) }), { description: "Jobs by name.", default: {}, checkKeys: true })
   * @default false
   */
  readonly checkKeys?: boolean;
  /** @default none */
  readonly validate?: readonly Validation<E>[];
}

/** A variable, or an attribute of an object. `Given` says whether the caller may leave it out. */
export interface Variable<In, E, Given extends "required" | "optional" = "required" | "optional"> extends TypeFor<E> {
  /** Only for the compiler. */
  readonly [IN]?: In;
  readonly given: Given;
  readonly options: VariableOptions<never, never>;
  /** Made by `renamedFrom`: the name that callers of earlier versions give. */
  readonly renamedFrom?: string;
  /** Made by `optional`: its validations were written for a value, and null passes them. */
  readonly guarded?: boolean;
  /** Values to offer in an editor; with `open` others are allowed. */
  readonly offered?: { readonly values: readonly (string | number)[]; readonly open: boolean };
}

export type AnyVariable = Variable<unknown, unknown>;
/** What a caller may give. */
export type InputOf<S> = S extends Variable<infer In, unknown> ? In : never;
/** What `build` works with. */
export type ExprOfVariable<S> = S extends Variable<unknown, infer E> ? E : never;

/** The old name of a variable that was renamed. */
type OldName<S> = S extends { readonly renamedFrom: infer Old extends string } ? Old : never;

type OptionalKeys<F> = { [K in keyof F]: F[K] extends Variable<unknown, unknown, "required"> ? never : K }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };

/** The inputs of a set of variables: those with a default may be left out or null. */
export type InputsOf<F> = Flat<
  // Mapped over the variables themselves, so that an editor finds the comment above each of them.
  { readonly [K in keyof F as K extends OptionalKeys<F> ? never : K]: InputOf<F[K]> } & {
    readonly [K in keyof F as K extends OptionalKeys<F> ? K : never]?: InputOf<F[K]> | null;
  } & {
    /** @deprecated it has a new name */
    readonly [K in keyof F as OldName<F[K]>]?: InputOf<F[K]> | null;
  }
>;
/** The expressions of a set of variables. */
export type ExprsOf<F> = { readonly [K in keyof F]: ExprOfVariable<F[K]> };

type Options<In, E> = VariableOptions<In, E>;
type WithDefault<In, E> = Options<In, E> & { readonly default: In; readonly nullable?: false };
type NullableDefault<In, E> = Options<In, E> & { readonly default: In; readonly nullable: true };
type NullDefault<In, E> = Omit<Options<In, E>, "default"> & { readonly default: null };
type WithoutDefault<In, E> = Options<In, E> & { readonly default?: undefined; readonly nullable?: false };
type NullableOptions<In, E> = Options<In, E> & { readonly default?: undefined; readonly nullable: true };
/**
 * All options of a variable. The last signature of each type takes them, because for several signatures TypeScript 7 reports
 * only what is wrong with the last.
 */
type AllOptions<In, E> = Omit<Options<In, E>, "default"> & { readonly default?: In | null };

const KEYS = new Set([
  "description",
  "default",
  "nullable",
  "sensitive",
  "ephemeral",
  "deprecated",
  "const",
  "known",
  "checkKeys",
  "validate",
]);

function isOptions(value: unknown): value is VariableOptions<never, never> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => KEYS.has(key))
  );
}

/** Options with a name that there is not, which are no default: a misspelt one would be lost, or taken for a value. */
function unknownOptions(kind: TypeConstraint["kind"], given: unknown): readonly string[] {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return [];
  const names = Object.keys(given);
  const isScalar = kind === "string" || kind === "number" || kind === "bool";
  const unknown = names.filter((name) => !KEYS.has(name));
  return isScalar || names.some((name) => KEYS.has(name)) ? unknown : [];
}

function isType(given: unknown): given is AnyVariable {
  return typeof given === "object" && given !== null && "type" in given && "options" in given;
}

/** @param what the place of the type: "the element of `list`" */
function checkType(given: unknown, what: string): void {
  if (isType(given)) return;
  const shown =
    given === undefined ? "there is none" : `it is ${typeof given === "object" ? "an object" : `a ${typeof given}`}`;
  fail({
    code: "not-a-type",
    path: "",
    message: `${what} must be a type, but ${shown}`,
    hint:
      typeof given === "function"
        ? "call it: string(), number(), list(string())"
        : "use string(), number(), bool(), list(), set(), map(), object(), tuple(), oneOf() or any()",
  });
}

const WHOLE_ONLY = ["nullable", "sensitive", "ephemeral", "deprecated", "const", "checkKeys"] as const;

/** The type of an element or attribute, with what its author said of it. */
function innerType({ type, options, renamedFrom }: AnyVariable): TypeConstraint {
  const rules = options.validate ?? [];
  const misplaced: string[] = WHOLE_ONLY.filter((name) => options[name] !== undefined);
  if (renamedFrom !== undefined) misplaced.push("renamedFrom");
  return {
    ...type,
    ...(rules.length !== 0 && { rules }),
    ...(options.known === true && { isKnown: true }),
    ...(misplaced.length !== 0 && { misplaced }),
  };
}

function variable<S>(type: TypeConstraint, given: unknown, offered?: AnyVariable["offered"]): S {
  const unknown = unknownOptions(type.kind, given);
  const areOptions = isOptions(given) || unknown.length > 0;
  const options = given === undefined ? {} : areOptions ? (given as VariableOptions<never, never>) : { default: given };
  const kind = "default" in options && options.default !== undefined ? "optional" : "required";
  const isChecked = "checkKeys" in options && options.checkKeys === true;
  return made({
    type: { ...(isChecked ? loosened(type) : type), ...(unknown.length > 0 && { unknownOptions: unknown }) },
    options,
    given: kind,
    ...(offered !== undefined && { offered }),
  }) as unknown as S;
}

/** The type with each object in it read by `lookup`. */
function loosened(type: TypeConstraint): TypeConstraint {
  if ("element" in type) return { ...type, element: loosened(type.element) };
  if (type.kind !== "object") return type;
  const attributes = Object.entries(type.attributes).map(([name, one]) => [name, { ...one, type: loosened(one.type) }]);
  return { ...type, isLoose: true, attributes: Object.fromEntries(attributes) };
}

const made = <T extends object>(value: T): Readonly<T> => Object.freeze(rememberCall(value));

declare const ABOUT: unique symbol;

/**
 * Only for an editor, which shows the description and the default of a variable with its type. No value of this type is needed, so
 * that values of two variables have the same type.
 */
export interface About<_Description, _Default, _Values = "any"> {
  readonly [ABOUT]?: never;
}

declare const SHOWN: unique symbol;
/**
 * No value has this type. It is added to the type of an input, so that an editor shows the variable's documentation there, too.
 * `_Value` is what `build` works with.
 */
export interface InputFor<_Value> {
  readonly [SHOWN]: never;
}

/** A value whose type shows what was said of it. */
type Told<E, D, F = "none"> = [D] extends [never] ? E : E & About<D, F>;
type ToldOneOf<E, D, F, T> = [D] extends [never] ? E : E & About<D, F, T>;
interface Said<D> {
  readonly description?: D | { readonly en: D; readonly ja?: string };
}

interface ScalarType<In, E extends Expr<unknown>> {
  // First and without type parameters: schemas of providers call it some hundred times a file.
  (): Variable<In, E, "required">;
  <const D extends string = never>(options?: WithoutDefault<In, E> & Said<D>): Variable<In, Told<E, D>, "required">;
  <const D extends string = never>(
    options: NullableOptions<In, Nullable<E>> & Said<D>,
  ): Variable<In | null, Nullable<Told<E, D>>, "required">;
  <const D extends string = never, const F extends In = In>(
    options: WithDefault<In, E> & Said<D> & { readonly default: F },
  ): Variable<In, Told<E, D, F>, "optional">;
  <const D extends string = never, const F extends In = In>(
    options: NullableDefault<In, Nullable<E>> & Said<D> & { readonly default: F },
  ): Variable<In | null, Nullable<Told<E, D, F>>, "optional">;
  <const D extends string = never>(
    options: NullDefault<In, Nullable<E>> & Said<D>,
  ): Variable<In | null, Nullable<Told<E, D, null>>, "optional">;
  /** The default alone. */
  (fallback: In): Variable<In, E, "optional">;
  (options: AllOptions<In, E>): Variable<In, E>;
}

const scalar = <In, E extends Expr<unknown>>(kind: "string" | "number" | "bool"): ScalarType<In, E> =>
  ((given?: unknown) => variable({ kind }, given)) as unknown as ScalarType<In, E>;

/** Text. */
export const string = scalar<string, Expr<string>>("string");
/** A number. */
export const number = scalar<number, Expr<number>>("number");
/** True or false. */
export const bool = scalar<boolean, Expr<boolean>>("bool");

type ElementVariable<In, E> = Variable<In, E, "required"> | Variable<In, E, "optional">;

interface ListType {
  <In, E extends Expr<unknown>, const D extends string = never>(
    element: ElementVariable<In, E>,
    options?: WithoutDefault<readonly In[], ListExpr<E>> & Said<D>,
  ): Variable<readonly In[], Told<ListExpr<E>, D>, "required">;
  <In, E extends Expr<unknown>, const D extends string = never>(
    element: ElementVariable<In, E>,
    options: WithDefault<readonly In[], ListExpr<E>> & Said<D>,
  ): Variable<readonly In[], Told<ListExpr<E>, D, readonly In[]>, "optional">;
  <In, E extends Expr<unknown>, const D extends string = never>(
    element: ElementVariable<In, E>,
    options: NullDefault<readonly In[], Nullable<ListExpr<E>>> & Said<D>,
  ): Variable<readonly In[] | null, Nullable<Told<ListExpr<E>, D, null>>, "optional">;
  <In, E extends Expr<unknown>>(
    element: ElementVariable<In, E>,
    options: AllOptions<readonly In[], ListExpr<E>>,
  ): Variable<readonly In[], ListExpr<E>>;
}

const listLike = (kind: "list" | "set"): ListType =>
  ((element: AnyVariable, options?: unknown) => {
    checkType(element, `the element of \`${kind}\``);
    return variable({ kind, element: innerType(element) }, options);
  }) as unknown as ListType;

/** A list; the order counts. */
export const list = listLike("list");
/** A set: no order, no doubles. Where its elements are unknown until apply, so is its size. */
export const set = listLike("set");

/** A map with the caller's keys. */
export function map<In, E extends Expr<unknown>, const D extends string = never>(
  element: ElementVariable<In, E>,
  options?: WithoutDefault<Readonly<Record<string, In>>, MapExpr<E>> & Said<D>,
): Variable<Readonly<Record<string, In>>, Told<MapExpr<E>, D>, "required">;
export function map<In, E extends Expr<unknown>, const D extends string = never>(
  element: ElementVariable<In, E>,
  options: WithDefault<Readonly<Record<string, In>>, MapExpr<E>> & Said<D>,
): Variable<Readonly<Record<string, In>>, Told<MapExpr<E>, D, Readonly<Record<string, In>>>, "optional">;
export function map<In, E extends Expr<unknown>, const D extends string = never>(
  element: ElementVariable<In, E>,
  options: NullDefault<Readonly<Record<string, In>>, Nullable<MapExpr<E>>> & Said<D>,
): Variable<Readonly<Record<string, In>> | null, Nullable<Told<MapExpr<E>, D, null>>, "optional">;
export function map<In, E extends Expr<unknown>>(
  element: ElementVariable<In, E>,
  options: AllOptions<Readonly<Record<string, In>>, MapExpr<E>>,
): Variable<Readonly<Record<string, In>>, MapExpr<E>>;
export function map(element: AnyVariable, options?: unknown): unknown {
  checkType(element, "the element of `map`");
  return variable({ kind: "map", element: innerType(element) }, options);
}

type ObjectFields = Readonly<Record<string, AnyVariable>>;

/** An object with named attributes; those with a default, or `optional`, may be left out. */
export function object<F extends ObjectFields, const D extends string = never>(
  attributes: F,
  options?: WithoutDefault<InputsOf<F>, ObjectExpr<ExprsOf<F>>> & Said<D>,
): Variable<InputsOf<F>, Told<ObjectExpr<ExprsOf<F>>, D>, "required">;
export function object<F extends ObjectFields, const D extends string = never>(
  attributes: F,
  options: WithDefault<InputsOf<F>, ObjectExpr<ExprsOf<F>>> & Said<D>,
): Variable<InputsOf<F>, Told<ObjectExpr<ExprsOf<F>>, D, InputsOf<F>>, "optional">;
export function object<F extends ObjectFields, const D extends string = never>(
  attributes: F,
  options: NullDefault<InputsOf<F>, Nullable<ObjectExpr<ExprsOf<F>>>> & Said<D>,
): Variable<InputsOf<F> | null, Nullable<Told<ObjectExpr<ExprsOf<F>>, D, null>>, "optional">;
export function object<F extends ObjectFields>(
  attributes: F,
  options: AllOptions<InputsOf<F>, ObjectExpr<ExprsOf<F>>>,
): Variable<InputsOf<F>, ObjectExpr<ExprsOf<F>>>;
export function object(attributes: ObjectFields, options?: unknown): unknown {
  if (typeof attributes !== "object" || attributes === null || isType(attributes))
    fail({
      code: "not-a-type",
      path: "",
      message: "`object` takes its attributes by their names",
      hint: "object({ name: string(), size: optional(number()) })",
    });
  for (const [name, attribute] of Object.entries(attributes)) checkType(attribute, `the attribute \`${name}\``);
  const entries = Object.entries(attributes).map(([name, attribute]) => [name, objectAttribute(attribute)]);
  return variable({ kind: "object", attributes: Object.fromEntries(entries) }, options);
}

function objectAttribute(attribute: AnyVariable): ObjectAttribute {
  const { given, options } = attribute;
  const { default: fallback, description } = options as VariableOptions<Json, never>;
  return {
    type: innerType(attribute),
    ...(given === "optional" && { optional: true, default: fallback ?? null }),
    ...(description !== undefined && { description }),
  };
}

type TupleIn<T extends readonly AnyVariable[]> = { readonly [K in keyof T]: InputOf<T[K]> };
type ElementsOf<T extends readonly AnyVariable[]> = { readonly [K in keyof T]: ExprOfVariable<T[K]> };
type TupleOf<T extends readonly AnyVariable[]> = TupleExpr<ElementsOf<T>>;

/** A list of fixed length whose elements have types of their own. */
export function tuple<const T extends readonly AnyVariable[]>(
  elements: T,
  options?: WithoutDefault<TupleIn<T>, TupleOf<T>>,
): Variable<TupleIn<T>, TupleOf<T>, "required">;
export function tuple<const T extends readonly AnyVariable[]>(
  elements: T,
  options: WithDefault<TupleIn<T>, TupleOf<T>>,
): Variable<TupleIn<T>, TupleOf<T>, "optional">;
export function tuple<const T extends readonly AnyVariable[]>(
  elements: T,
  options: AllOptions<TupleIn<T>, TupleOf<T>>,
): Variable<TupleIn<T>, TupleOf<T>>;
export function tuple(elements: readonly AnyVariable[], options?: unknown): unknown {
  for (const [index, element] of [elements].flat().entries()) checkType(element, `the element ${index} of \`tuple\``);
  if (!Array.isArray(elements))
    fail({
      code: "not-a-type",
      path: "",
      message: "`tuple` takes a list of types",
      hint: "tuple([string(), number()])",
    });
  return variable({ kind: "tuple", elements: elements.map(innerType) }, options);
}

/** Anything. Only where Terraform itself knows no better: nothing checks what the caller writes. */
export function any(options?: WithoutDefault<unknown, Expr<unknown>>): Variable<unknown, Expr<unknown>, "required">;
export function any(
  options: Omit<Options<unknown, Expr<unknown>>, "default"> & { readonly default: {} | null },
): Variable<unknown, Expr<unknown>, "optional">;
export function any(options: AllOptions<unknown, Expr<unknown>>): Variable<unknown, Expr<unknown>>;
export function any(options?: unknown): unknown {
  return variable({ kind: "any" }, options);
}

/** May be left out: null then, or the default where one is given. */
// No bound of `E` here: the compiler would compare the type of each block of a provider's schema with it.
export function optional<In, E>(inner: Variable<In, E>): Variable<In | null, Nullable<E>, "optional">;
export function optional<In, E extends Expr<unknown>>(
  inner: Variable<In, E>,
  fallback: NoInfer<In>,
): Variable<In, E, "optional">;
export function optional(inner: AnyVariable, fallback?: unknown): AnyVariable {
  checkType(inner, "what is `optional`");
  refuseOptionsAsDefault(inner.type, fallback);
  const value = fallback ?? inner.options.default ?? null;
  return made({
    ...inner,
    given: "optional",
    guarded: value === null,
    options: { ...inner.options, default: value as never },
  });
}

/** The second argument of `optional` is the default. Of a map, options may be its entries, so that only their types tell. */
function refuseOptionsAsDefault(type: TypeConstraint, fallback: unknown): void {
  const isDefault =
    fallback === undefined ||
    !isOptions(fallback) ||
    Object.keys(fallback).length === 0 ||
    type.kind === "map" ||
    type.kind === "any" ||
    (type.kind === "object" && Object.keys(fallback).some((name) => Object.hasOwn(type.attributes, name)));
  if (isDefault) return;
  const { default: value, ...rest } = fallback as { readonly default?: unknown };
  const options = Object.keys(rest).map((name) => `${name}: ...`);
  const given = options.length === 0 ? "" : `{ ${options.join(", ")} }`;
  const inside = type.kind === "string" || type.kind === "number" || type.kind === "bool" ? given : `..., ${given}`;
  fail({
    code: "wrong-arguments",
    path: "",
    message: "the second argument of `optional` is the default, but was the options of a variable",
    hint: `give options to the type inside: optional(${type.kind}(${given === "" ? "..." : inside})${value === undefined ? "" : `, ${JSON.stringify(value)}`})`,
  });
}

type Widen<T> = T extends string ? string : number;
/** Any other value, too. Written out and not `Widen<T> & {}`, of which the compiler makes `string`, so that no value is offered. */
type OrOther<T> = T | (T extends string ? string & {} : number & {});
declare const FALLBACK: unique symbol;
/** Only for the compiler: the default of a variable with a closed set of values. */
export interface FallbackValue<F> {
  readonly [FALLBACK]?: F;
}

interface OneOfOptions<T> extends VariableOptions<T, Expr<Widen<T>>> {
  /** Others are allowed too: the values are offered by the editor, not checked. @default false */
  readonly open?: boolean;
}

/** One of a closed set of values, checked by a validation; with `open` the values are only offered. */
export function oneOf<
  const T extends string | number,
  const D extends string = never,
  const F extends Widen<T> = Widen<T>,
>(
  values: readonly T[],
  options: OneOfOptions<NoInfer<OrOther<T>>> & Said<D> & { readonly open: true; readonly default: F },
): Variable<OrOther<T>, ToldOneOf<Expr<Widen<T>>, D, F, T | "...">, "optional">;
export function oneOf<const T extends string | number, const D extends string = never>(
  values: readonly T[],
  options: OneOfOptions<NoInfer<OrOther<T>>> & Said<D> & { readonly open: true; readonly default?: undefined },
): Variable<OrOther<T>, ToldOneOf<Expr<Widen<T>>, D, "none", T | "...">, "required">;
export function oneOf<const T extends string | number, const D extends string = never, const F extends T = T>(
  values: readonly T[],
  options: OneOfOptions<NoInfer<T>> & Said<D> & { readonly default: NoInfer<T> & F },
): Variable<T, ToldOneOf<Expr<Widen<T>>, D, F, T>, "optional"> & FallbackValue<F>;
export function oneOf<const T extends string | number, const D extends string = never>(
  values: readonly T[],
  options?: OneOfOptions<NoInfer<T>> & Said<D> & { readonly default?: undefined },
): Variable<T, ToldOneOf<Expr<Widen<T>>, D, "none", T>, "required">;
export function oneOf<const T extends string | number>(
  values: readonly T[],
  options: Omit<OneOfOptions<NoInfer<T>>, "default"> & { readonly default?: NoInfer<T> },
): Variable<T, Expr<Widen<T>>>;
export function oneOf(values: readonly (string | number)[], options: { readonly open?: boolean } = {}): AnyVariable {
  if (!Array.isArray(values))
    fail({ code: "not-a-type", path: "", message: "`oneOf` takes a list of values", hint: 'oneOf(["fast", "slow"])' });
  const { open = false, ...rest } = options;
  const kind = values.every((value) => typeof value === "number") ? "number" : "string";
  return variable(open ? { kind } : { kind, values }, rest, { values, open });
}
