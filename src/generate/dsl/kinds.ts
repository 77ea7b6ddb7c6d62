/**
 * Kinds: a variable with a closed set of values decides which other variables a caller may give. One table becomes a type in
 * TypeScript (here) and preconditions in HCL (`kind-rules.ts`).
 */
import type { FallbackValue, InputOf, Variable } from "./types";

/** The table as plain data. */
export interface Kinds {
  readonly by: string;
  readonly only?: Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;
  readonly required?: Readonly<Record<string, readonly string[]>>;
}

/** The kinds of a variable: its values, if they are a closed set of texts. */
type KindName<S> = InputOf<S> extends infer T extends string ? (string extends T ? never : T) : never;
type DefaultKind<S> = S extends FallbackValue<infer F> ? F : never;
type KindVariable<V> = {
  [N in keyof V]: V[N] extends Variable<unknown, unknown, "optional">
    ? [KindName<V[N]>] extends [never]
      ? never
      : N
    : never;
}[keyof V] &
  string;

/** The values that `oneOf` lists, as keys of an object. */
type OfferedBy<S> = InputOf<S> extends infer T ? (T extends string | number ? ListedOnly<T> : never) : never;
type ListedOnly<T extends string | number> = string extends T ? never : number extends T ? never : `${T}`;

type ValueTable<X extends string, T> = [X] extends [never] ? never : { readonly [N in X]?: readonly T[] };

/** Which variables belong to which values of the variable `by`. */
interface KindTable<V, B extends keyof V, T> {
  /** A variable made by `oneOf`, with a default and not `open`. Its values are the kinds. */
  readonly by: B;
  /**
   * Variables that only some kinds have, with these kinds; or the values of a variable that only some kinds have:
   * `{ window: ["streaming"], mode: { FLEX: ["spark"] } }`. A variable is given if it is not null, or differs from its default.
   * @default none
   */
  readonly only?: {
    readonly [N in Exclude<keyof V, B>]?: readonly T[] | ValueTable<OfferedBy<V[N]>, T>;
  };
  /** Variables, null by default, that some kinds need: `{ release: ["spark", "streaming"] }`. @default none */
  readonly required?: { readonly [N in Exclude<keyof V, B>]?: readonly T[] };
}

/** The tables that a definition with these variables may have. */
export type KindsFor<V> = { [B in KindVariable<V>]: KindTable<V, B, KindName<V[B]>> }[KindVariable<V>];

/** Reports names in a table that are no variables: the constraint of a type parameter lets them pass. */
export type WithKnownNames<K, V> = {
  readonly [P in keyof K]: P extends "only" | "required"
    ? { readonly [N in keyof K[P]]: N extends keyof V ? K[P][N] : { readonly "no such variable": N } }
    : P extends "by"
      ? K[P]
      : { readonly "`kinds` has `by`, `only` and `required`": P };
};

declare const KINDS: unique symbol;
/** No value has this type: the input is only for other kinds, those that are named here. */
export interface OnlyFor<_Kinds> {
  readonly [KINDS]: never;
}

type TableOf<K, P extends "only" | "required"> = K extends { readonly [Q in P]: infer L } ? L : Record<never, never>;

/** The names in a table of lists whose list has this kind. */
type NamesWith<L, T> = {
  [N in keyof L]: L[N] extends readonly (infer X)[] ? (T extends X ? N : never) : never;
}[keyof L];
/** The values in a table whose list has other kinds alone. */
type ValuesWithout<L, T> = {
  [N in keyof L]: L[N] extends readonly (infer X)[] ? (T extends X ? never : N) : never;
}[keyof L];

/** The values that are left. Of an open set those that are listed: the compiler cannot tell others from those that are refused. */
type Without<A, X> = A extends string | number ? (string extends A ? never : `${A}` extends X ? never : A) : A;

/** What a caller of one kind may give for a variable. */
type ValueOfKind<A, L, N, T> = N extends keyof L
  ? L[N] extends readonly (infer X)[]
    ? T extends X
      ? A
      : OnlyFor<X> | null
    : [ValuesWithout<L[N], T>] extends [never]
      ? A
      : Without<A, ValuesWithout<L[N], T>>
  : A;

/** The inputs of one kind by how they are given. */
type PartsOfKind<I, K, B, T> = {
  readonly [N in keyof I as N extends B | NamesWith<TableOf<K, "required">, T> ? never : N]: ValueOfKind<
    I[N],
    TableOf<K, "only">,
    N,
    T
  >;
} & {
  readonly [N in keyof I as N extends NamesWith<TableOf<K, "required">, T> ? N : never]-?: Exclude<
    I[N],
    null | undefined
  >;
};

type Parts<I, K, B, T> = { readonly [N in keyof I as N extends B ? N : never]-?: T } & PartsOfKind<I, K, B, T>;
type UsualParts<I, K, B, T> = { readonly [N in keyof I as N extends B ? N : never]?: T | null } & PartsOfKind<
  I,
  K,
  B,
  T
>;
type AnyParts<I, B> = { readonly [N in keyof I as N extends B ? never : N]: I[N] } & {
  readonly [N in keyof I as N extends B ? N : never]-?: Exclude<I[N], string | null | undefined>;
};

// Where no kind is given, the compiler tells what is wrong with the last member of the union. In TypeScript 5.9 this is the one that
// was made last, in 7 the one whose name comes last in the alphabet: it must be the default's.
/** The inputs where only Terraform knows the kind. */
type AnyKind<I, B> = { [N in keyof AnyParts<I, B>]: AnyParts<I, B>[N] };
/** The inputs of one kind. */
type OneKind<I, K, B, T> = { [N in keyof Parts<I, K, B, T>]: Parts<I, K, B, T>[N] };
/** The inputs of the kind of a caller who gives none. */
type UsualKind<I, K, B, T> = { [N in keyof UsualParts<I, K, B, T>]: UsualParts<I, K, B, T>[N] };

/** Inputs `I` of a module with the variables `V`: one type for each kind, where the definition has kinds. */
export type ByKind<I, V, K> = K extends { readonly by: infer B extends keyof V & keyof I }
  ?
      | AnyKind<I, B>
      | { [T in KindName<V[B]>]: OneKind<I, K, B, T> }[Exclude<KindName<V[B]>, DefaultKind<V[B]>>]
      | UsualKind<I, K, B, DefaultKind<V[B]>>
  : I;
