/** An HCL file as frozen plain data: bodies of attributes and blocks. */
import type { Expression } from "./expression";

/** `name = value` */
export interface AttributeItem {
  readonly kind: "attribute";
  readonly name: string;
  readonly value: Expression;
  /** Comment lines above, without `#`. */
  readonly comments?: readonly string[];
}

/** `type "label" { ... }` */
export interface BlockItem {
  readonly kind: "block";
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Comment lines above, without `#`. */
  readonly comments?: readonly string[];
  /** A name that holds inside this block: the iterator of a `dynamic` block. */
  readonly binds?: { readonly id: number; readonly name: string };
  /** File of the module, without `.tf`. @default main */
  readonly file?: string;
}

/** Starts a new group of attributes by an empty line. The writer puts an empty line between blocks anyway. */
interface GapItem {
  readonly kind: "gap";
}

export type BodyItem = AttributeItem | BlockItem | GapItem;
export type Body = readonly BodyItem[];

export const GAP: GapItem = Object.freeze({ kind: "gap" });

export function attribute(name: string, value: Expression, comments?: readonly string[]): AttributeItem {
  return comments === undefined ? { kind: "attribute", name, value } : { kind: "attribute", name, value, comments };
}

export function block(type: string, labels: readonly string[], body: Body, comments?: readonly string[]): BlockItem {
  return comments === undefined
    ? { kind: "block", type, labels, body }
    : { kind: "block", type, labels, body, comments };
}
