/**
 * The configuration of any provider's class, with every leaf also as an expression and every block also as
 * `blocks`/`optionalBlock`; and the class's attributes as expressions.
 */
import type { Construct, IResolvable, TerraformDataSource, TerraformResource } from "../../cdk";
import type { Blocks, comment } from "../expr/blocks";
import type { Expr, ListExpr, MapExpr } from "../expr/expr";

/** A resource or data source class of a provider package. `Config` is what its constructor takes. */
export interface ElementClass<Config, Element extends TerraformResource | TerraformDataSource> {
  new (scope: Construct, id: string, config: Config): Element;
  readonly tfResourceType: string;
  /** Local name of the provider, where it is not the first word of the type. */
  readonly localProvider?: string;
}

type Meta = "dependsOn" | "count" | "provider" | "lifecycle" | "forEach" | "provisioners" | "connection";

/** The arguments of a class: what its constructor takes, without what Terraform calls meta-arguments. */
export type ConfigOf<Config> = {
  // A plain mapped type, so that TypeScript finds an argument's type while it still infers `Config`.
  readonly [K in keyof Config as Exclude<K, Meta>]:
    | (undefined extends Config[K] ? Slot<Strip<Config[K]>, null> | null | undefined : Slot<Strip<Config[K]>, never>)
    | Guide<Strip<Config[K]>>;
};

declare const GUIDE: unique symbol;

/**
 * No value has this type. It leads TypeScript to the arguments of nested blocks while it still infers `Config`, when it
 * cannot look through the conditional types beside it.
 */
type Guide<T> = Struct<T> & { readonly [GUIDE]: never };

/** A block or object: each field also as an expression, optional ones also null. */
export type Struct<T> = {
  readonly [K in keyof T]:
    | (undefined extends T[K] ? Slot<Strip<T[K]>, null> | null | undefined : Slot<Strip<T[K]>, never>)
    | Guide<Strip<T[K]>>;
} & {
  readonly [comment]?: string;
};

declare const ATTRIBUTE: unique symbol;

/**
 * Marks an object, or a list of objects, that a schema calls an attribute: an expression can be given for it as it is, as for any
 * other attribute. No value has the symbol. Classes of packages have no such mark, because they say the same of blocks.
 */
export interface AttributeMark {
  readonly [ATTRIBUTE]?: true;
}

type Strip<T> = Exclude<T, undefined | IResolvable>;
type IsAny<T> = 0 extends 1 & T ? true : false;

type Slot<T, N> =
  IsAny<T> extends true
    ? unknown
    : [T] extends [string]
      ? string | Expr<string | N>
      : [T] extends [number]
        ? number | Expr<number | N>
        : [T] extends [boolean]
          ? boolean | Expr<boolean | N>
          : [T] extends [readonly (infer U)[]]
            ? ListSlot<Strip<U>, N> | ValueSlot<T, readonly WholeValue<U>[] | N>
            : T extends { readonly [key: string]: infer V }
              ? string extends keyof T
                ? // So packages write an argument that takes any value, as `input` of `terraform_data` does.
                  IsAny<V> extends true
                  ? unknown
                  : MapSlot<Strip<V>, N>
                : Struct<T> | Blocks<Struct<T>> | ValueSlot<T, WholeValue<T> | N>
              : Struct<T> | Blocks<Struct<T>> | ValueSlot<T, WholeValue<T> | N>;

type ValueSlot<T, V> = typeof ATTRIBUTE extends keyof T ? Expr<V> : never;
type Scalar = string | number | boolean;
type ListSlot<U, N> = [U] extends [Scalar]
  ? readonly Slot<U, null>[] | Expr<readonly (U | null)[] | N>
  : [U] extends [readonly (infer W)[]]
    ? readonly ListSlot<W, never>[] | Expr<readonly (readonly W[])[] | N>
    : string extends keyof U
      ? readonly MapSlot<unknown, never>[] | Expr<readonly unknown[] | N>
      : readonly Struct<U>[] | Blocks<Struct<U>>;
type MapSlot<V, N> =
  | { readonly [key: string]: Slot<V, null> | null | undefined }
  | Expr<{ readonly [key: string]: WholeValue<V> | null } | N>;

/** The value of an expression that is given as it is: what may be left out of an object may be null in it. */
type WholeValue<T> =
  IsAny<T> extends true
    ? T
    : T extends Scalar
      ? T
      : T extends readonly (infer U)[]
        ? readonly WholeValue<U>[]
        : {
            readonly [K in keyof T as K extends typeof ATTRIBUTE ? never : K]:
              | WholeValue<Exclude<T[K], undefined>>
              | (undefined extends T[K] ? null : never);
          };

type BaseKeys = keyof TerraformResource | keyof TerraformDataSource;
type IsInput<K> = K extends `${string}Input` ? true : false;
// biome-ignore lint/suspicious/noExplicitAny: any method
type IsMethod<T> = IsAny<T> extends true ? false : T extends (...args: any[]) => any ? true : false;
type AttributeKeys<R> = {
  [K in keyof R]: K extends BaseKeys
    ? never
    : IsInput<K> extends true
      ? never
      : IsMethod<R[K]> extends true
        ? never
        : K;
}[keyof R];

declare const EXPRESSIONS: unique symbol;

/** An element whose attributes are expressions already: no value has the symbol. */
export interface WithExpressions<A> {
  readonly [EXPRESSIONS]: A;
}

/** The attributes of a class as expressions. */
export type AttributesOf<R> =
  R extends WithExpressions<infer A> ? A : { readonly [K in AttributeKeys<R>]: AttributeOf<R[K]> };

type AttributeOf<T> =
  IsAny<T> extends true
    ? Expr<unknown>
    : [T] extends [string]
      ? Expr<string>
      : [T] extends [number]
        ? Expr<number>
        : // A bool is an IResolvable in cdktf; an object of a block implements it too, and has more.
          [T] extends [boolean]
          ? Expr<boolean>
          : [IResolvable] extends [T]
            ? Expr<boolean>
            : [T] extends [readonly string[]]
              ? ListExpr<Expr<string>>
              : [T] extends [readonly number[]]
                ? ListExpr<Expr<number>>
                : T extends { get(index: number): infer O }
                  ? ListExpr<Expr<unknown> & NestedOf<O>>
                  : T extends { lookup(key: string): infer V }
                    ? MapExpr<AttributeOf<V> & Expr<unknown>>
                    : string extends keyof T
                      ? MapExpr<Expr<string>>
                      : NestedOf<T>;

type NestedKeys<O> = Exclude<
  { [K in keyof O]: IsInput<K> extends true ? never : IsMethod<O[K]> extends true ? never : K }[keyof O],
  "internalValue" | "creationStack" | "fqn"
>;
type NestedOf<O> = { readonly [K in NestedKeys<O>]: AttributeOf<O[K]> };
