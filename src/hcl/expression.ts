/**
 * HCL expressions as frozen plain data. They are made in `src/generate/expr`, and printed by `printExpression`.
 */

import type { Json } from "../json/json-value";

/** A string, number, bool or null that is known. Lists and maps are `tuple` and `object`. */
export interface Literal {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
  /** The digits of a number that JavaScript's numbers cannot hold. */
  readonly digits?: string;
  /** Whether it stands where no function may be called, as the default of a variable does. @default false */
  readonly isConstant?: boolean;
}

/** A string with holes: `"${var.name}-role"`. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly (string | Expression)[];
}

/**
 * `%{if condition}`, `%{for key, value in collection}`, `%{else}`, `%{endif}`, `%{endfor}`: a part of a template that was read. It
 * is no value by itself.
 */
export interface Directive {
  readonly kind: "directive";
  readonly keyword: string;
  /** What a `for` binds, as it is spelled in what follows. */
  readonly names: readonly string[];
  /** The condition, or the collection. */
  readonly value?: Expression;
}

/** The root of a reference: `var.name`, `local.arns`, `aws_glue_job.this`, `each.value`, `path.module`. */
interface Reference {
  readonly kind: "reference";
  readonly address: string;
}

/** A name that a `for` expression or a `dynamic` block binds; the writer chooses how it is spelled. */
export interface Binding {
  readonly kind: "binding";
  readonly id: number;
  /** How it would like to be spelled. */
  readonly hint: string;
}

/** `of.name` */
interface Attribute {
  readonly kind: "attribute";
  readonly of: Expression;
  readonly name: string;
}

/** `of[key]` */
interface Index {
  readonly kind: "index";
  readonly of: Expression;
  readonly key: Expression;
}

/** `of[*].a.b[0]`: the steps apply to each item. */
export interface Splat {
  readonly kind: "splat";
  readonly of: Expression;
  /** Names of attributes, and keys in brackets. */
  readonly path: readonly (string | Expression)[];
}

/** `name(args...)`; with `expand` the last argument is followed by `...`. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  readonly expand?: boolean;
}

export type BinaryOperator = "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

/** `left operator right` */
interface Binary {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `!operand`, `-operand` */
export interface Unary {
  readonly kind: "unary";
  readonly operator: "!" | "-";
  readonly operand: Expression;
}

/** `condition ? then : otherwise` */
export interface Conditional {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** `[for value in collection : result if condition]`, or with `resultKey` the same in `{ }`. */
export interface For {
  readonly kind: "for";
  readonly key?: Binding;
  readonly value: Binding;
  readonly collection: Expression;
  readonly resultKey?: Expression;
  readonly result: Expression;
  readonly condition?: Expression;
  /** `{ for ... : k => v... }` */
  readonly group?: boolean;
}

/** `[a, b]` */
export interface Tuple {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

/** `{ a = 1 }` */
export interface ObjectExpression {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
}

/** A key is text, or an expression in brackets. */
export interface ObjectEntry {
  readonly key: string | Expression;
  readonly value: Expression;
  /** The key is an address, without brackets: `providers = { aws.src = aws.west }`. */
  readonly isAddress?: boolean;
}

/** HCL as text: printed unchanged if an author wrote it, and laid out if it was read. */
interface Raw {
  readonly kind: "raw";
  readonly text: string;
  /** What the text says, where another program wrote it: then its spaces and its line breaks are ours. */
  readonly read?: Expression;
}

/** A cdktf token. It is resolved when the document is built. */
interface CdktfToken {
  readonly kind: "cdktf-token";
  readonly token: unknown;
}

export type Expression =
  | Literal
  | Template
  | Directive
  | Reference
  | Binding
  | Attribute
  | Index
  | Splat
  | Call
  | Binary
  | Unary
  | Conditional
  | For
  | Tuple
  | ObjectExpression
  | Raw
  | CdktfToken;

const NO_PARTS: readonly Expression[] = [];

/** The direct parts of an expression, in the order in which they are written. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "reference":
    case "binding":
    case "raw":
    case "cdktf-token":
      return NO_PARTS;
    case "template":
      return node.parts.filter((part) => typeof part !== "string");
    case "directive":
      return node.value === undefined ? NO_PARTS : [node.value];
    case "attribute":
      return [node.of];
    case "splat":
      return [node.of, ...node.path.filter((step) => typeof step !== "string")];
    case "index":
      return [node.of, node.key];
    case "call":
      return node.args;
    case "binary":
      return [node.left, node.right];
    case "unary":
      return [node.operand];
    case "conditional":
      return [node.condition, node.then, node.otherwise];
    case "for":
      return [node.collection, node.resultKey, node.result, node.condition].filter((part) => part !== undefined);
    case "tuple":
      return node.items;
    case "object":
      return node.entries.flatMap((entry) =>
        typeof entry.key === "string" ? [entry.value] : [entry.key, entry.value],
      );
  }
}

/** The same expression with each direct part replaced by what `change` gives for it. */
export function mapChildren(node: Expression, change: (child: Expression) => Expression): Expression {
  switch (node.kind) {
    case "template":
      return { ...node, parts: node.parts.map((part) => (typeof part === "string" ? part : change(part))) };
    case "directive":
      return node.value === undefined ? node : { ...node, value: change(node.value) };
    case "attribute":
      return { ...node, of: change(node.of) };
    case "splat":
      return {
        ...node,
        of: change(node.of),
        path: node.path.map((step) => (typeof step === "string" ? step : change(step))),
      };
    case "index":
      return { ...node, of: change(node.of), key: change(node.key) };
    case "call":
      return { ...node, args: node.args.map(change) };
    case "binary":
      return { ...node, left: change(node.left), right: change(node.right) };
    case "unary":
      return { ...node, operand: change(node.operand) };
    case "conditional":
      return {
        ...node,
        condition: change(node.condition),
        // biome-ignore lint/suspicious/noThenProperty: HCL's own word for the branch
        then: change(node.then),
        otherwise: change(node.otherwise),
      };
    case "for":
      return {
        ...node,
        collection: change(node.collection),
        result: change(node.result),
        ...(node.resultKey !== undefined && { resultKey: change(node.resultKey) }),
        ...(node.condition !== undefined && { condition: change(node.condition) }),
      };
    case "tuple":
      return { ...node, items: node.items.map(change) };
    case "object":
      return {
        ...node,
        entries: node.entries.map((entry) => ({
          ...entry,
          key: typeof entry.key === "string" ? entry.key : change(entry.key),
          value: change(entry.value),
        })),
      };
    default:
      return node;
  }
}

/** Visits an expression and all its parts, outside in. */
export function walkExpression(node: Expression, visit: (node: Expression) => void): void {
  visit(node);
  const parts = childrenOf(node);
  // Most expressions have no parts.
  if (parts.length > 0) for (const part of parts) walkExpression(part, visit);
}

/** A JSON value as an expression. */
export function jsonExpression(value: Json): Expression {
  if (value === null || typeof value !== "object") return { kind: "literal", value };
  if (Array.isArray(value)) return { kind: "tuple", items: (value as readonly Json[]).map(jsonExpression) };
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return { kind: "object", entries: entries.map(([key, item]) => ({ key, value: jsonExpression(item) })) };
}
