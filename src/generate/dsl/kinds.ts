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

// An editor shows what was said of an input where all members of the union have the same property. So it has to come from the same
// type in each of them, `Alike` or `Input`, and nothing may be mapped around a member.
/** The variables that differ by kind. */
type DifferingNames<I, K, B> = Exclude<(keyof TableOf<K, "only"> | keyof TableOf<K, "required">) & keyof I, B>;
/** The inputs that all kinds have alike. */
type Alike<I, K, B> = { readonly [P in keyof I as P extends B | DifferingNames<I, K, B> ? never : P]: I[P] };
/** One input, as the kinds have it that take all its values. */
type Input<I, N> = { readonly [P in keyof I as P extends N ? P : never]: I[P] };
type NeededInput<I, N> = {
  readonly [P in keyof I as P extends N ? P : never]-?: Exclude<I[P], null | undefined>;
};

/** One input of a kind, by the list of kinds that have it, or by the table of its values that only some have. */
type InputOfKind<I, L, N, T> = L extends readonly (infer X)[]
  ? T extends X
    ? Input<I, N>
    : { readonly [P in keyof I as P extends N ? P : never]: OnlyFor<X> | null }
  : [ValuesWithout<L, T>] extends [never]
    ? Input<I, N>
    : { readonly [P in keyof I as P extends N ? P : never]: Without<I[P], ValuesWithout<L, T>> };

/** The members of a union, in one intersection. */
type AllOf<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer A) => void ? A : never;

type PartsOfKind<I, K, B, T> = Alike<I, K, B> &
  AllOf<
    {
      [N in DifferingNames<I, K, B>]: N extends NamesWith<TableOf<K, "required">, T>
        ? NeededInput<I, N>
        : N extends keyof TableOf<K, "only">
          ? InputOfKind<I, TableOf<K, "only">[N], N, T>
          : Input<I, N>;
    }[DifferingNames<I, K, B>]
  >;

/** The inputs where only Terraform knows the kind. */
type AnyKind<I, K, B> = {
  readonly [N in keyof I as N extends B ? N : never]-?: Exclude<I[N], string | null | undefined>;
} & Alike<I, K, B> &
  AllOf<{ [N in DifferingNames<I, K, B>]: Input<I, N> }[DifferingNames<I, K, B>]>;
// Where no kind is given, the compiler tells what is wrong with the last member of the union. In TypeScript 5.9 this is the one that
// was made last, in 7 the one whose name comes last in the alphabet: it must be the default's.
/** The inputs of one kind. */
type OneKind<I, K, B, T> = { readonly [N in keyof I as N extends B ? N : never]-?: T } & PartsOfKind<I, K, B, T>;
/** The inputs of the kind of a caller who gives none. */
type UsualKind<I, K, B, T> = { readonly [N in keyof I as N extends B ? N : never]?: T | null } & PartsOfKind<
  I,
  K,
  B,
  T
>;

/** Inputs `I` of a module with the variables `V`: one type for each kind, where the definition has kinds. */
export type ByKind<I, V, K> = K extends { readonly by: infer B extends keyof V & keyof I }
  ?
      | AnyKind<I, K, B>
      | { [T in KindName<V[B]>]: OneKind<I, K, B, T> }[Exclude<KindName<V[B]>, DefaultKind<V[B]>>]
      | UsualKind<I, K, B, DefaultKind<V[B]>>
  : I;
