/**
 * An abstract interface that grants are written against, so that each grant exists once for two kinds of values.
 * `plain-terms` implements it on plain strings, for the library; the module `glue-role` implements it on HCL expressions. Both
 * give the same policies.
 */

/** The parts of an S3 URI. */
export interface Location<T> {
  /** ARN of the bucket. */
  readonly bucket: T;
  /** The key or prefix, without a slash at its end; empty for the whole bucket. */
  readonly key: T;
  /** ARN pattern of the objects. */
  readonly objects: T;
}

/** Operations over texts `T`, lists of texts `L`, conditions `B` and lists of locations `P`. */
export interface Terms<T, L, B, P> {
  readonly yes: B;
  /** Pieces of text put together. */
  join(...parts: readonly (string | T)[]): T;
  /** The text in front of the first separator; the whole text if there is none. */
  before(text: T, separator: string): T;
  /** The text behind the first separator; empty if there is none. */
  after(text: T, separator: string): T;
  withoutStart(text: T, start: string): T;
  withoutEnd(text: T, end: string): T;
  /** The text with each `part` as `by`. */
  replace(text: T, part: string, by: string): T;
  endsWith(text: T, end: string): B;
  has(text: T, part: string): B;
  isEmpty(text: T): B;
  not(condition: B): B;
  and(...conditions: readonly B[]): B;
  or(...conditions: readonly B[]): B;
  /** `condition ? yes : no` */
  choose(condition: B, yes: T, no: T): T;
  list(items: readonly (string | T)[]): L;
  concat(...lists: readonly L[]): L;
  /** The list if the condition is true, else an empty list. */
  when(condition: B, list: L): L;
  /** The list with each text mapped; `name` is the name of the loop variable in HCL. */
  each(list: L, name: string, use: (item: T) => T): L;
  hasAny(list: L): B;
  locations(list: L, name: string, use: (item: T) => Location<T>): P;
  hasLocations(list: P): B;
  /** One text of each location. */
  column(list: P, name: string, use: (location: Location<T>) => T): L;
}

/** A condition of a statement. */
export interface GrantCondition<L, B> {
  /** `StringEquals`, `ForAllValues:StringEquals`. */
  readonly test: string;
  readonly variable: string;
  readonly values: L;
  /** @default always */
  readonly isNeeded?: B;
}

/** The elements of a statement. */
export interface GrantBody<L, B> {
  readonly actions: L;
  readonly resources: L;
  readonly conditions?: readonly GrantCondition<L, B>[];
}

interface Named {
  readonly sid: string;
  /** Who needs the statement, or why it has this form: one sentence. */
  readonly reason: string;
}

/** One statement that is there where it is needed. */
export interface SingleGrant<L, B> extends Named, GrantBody<L, B> {
  /** @default "Allow" */
  readonly effect?: "Allow" | "Deny";
  readonly isNeeded: B;
}

/** One statement for each location; their Sids end with its place in the list. */
export interface RepeatedGrant<T, L, B, P> extends Named {
  readonly over: P;
  of(location: Location<T>): GrantBody<L, B>;
}

/** A statement of a grant. */
export type Grant<T, L, B, P> = SingleGrant<L, B> | RepeatedGrant<T, L, B, P>;

/** Whether a grant is a statement for each location. */
export function isRepeated<T, L, B, P>(grant: Grant<T, L, B, P>): grant is RepeatedGrant<T, L, B, P> {
  return "over" in grant;
}
