/**
 * The syntax tree of HCL that was parsed: like the nodes of `../expression` and `../document`, but with positions.
 *
 * It is separate from the tree of `../expression`, because nodes that are read have names and positions, and nodes that are written
 * have bindings in place of both.
 */
import type { BinaryOperator } from "../expression";

/** Offsets into the text, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A run of characters that a decoded text and the file have in common: offset `at` of the text is offset `from` of the file, and so
 * on, up to the next escape sequence.
 */
export interface SourceRun {
  readonly at: number;
  readonly from: number;
}

/** A number, a bool, null, or a string without interpolations; strings have runs. */
export interface LiteralSyntax extends Span {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
  readonly runs?: readonly SourceRun[];
  /** The digits of a number that JavaScript's numbers cannot hold. */
  readonly digits?: string;
}

/** Text between the interpolations of a template, with its escapes decoded. */
export interface TextPart extends Span {
  readonly kind: "text";
  readonly text: string;
  readonly runs: readonly SourceRun[];
}

/** `${value}` */
export interface HolePart extends Span {
  readonly kind: "hole";
  readonly value: Syntax;
}

/** `%{ if value }`, `%{ for names in value }`, `%{ endfor }`. */
export interface DirectivePart extends Span {
  readonly kind: "directive";
  readonly keyword: string;
  readonly names: readonly string[];
  readonly value?: Syntax;
}

export type TemplatePart = TextPart | HolePart | DirectivePart;

/** A string with interpolations, in quotes or as a heredoc. */
export interface TemplateSyntax extends Span {
  readonly kind: "template";
  readonly parts: readonly TemplatePart[];
}

/** The first name of a traversal: `var`, `local`, `aws_s3_bucket`. */
export interface ReferenceSyntax extends Span {
  readonly kind: "reference";
  readonly name: string;
}

/** `of.name` */
export interface AttributeStep extends Span {
  readonly kind: "attribute";
  readonly of: Syntax;
  readonly name: string;
}

/** `of[key]`, and the legacy form `of.0`. */
export interface IndexSyntax extends Span {
  readonly kind: "index";
  readonly of: Syntax;
  readonly key: Syntax;
}

/**
 * `of[*].a[0]`, and the legacy form `of.*.a`. The steps behind the star apply to each item; in the legacy form these are names alone,
 * and an index behind them is one of the whole list.
 */
export interface SplatSyntax extends Span {
  readonly kind: "splat";
  readonly of: Syntax;
  readonly steps: readonly (string | Syntax)[];
}

/** `name(args...)` */
export interface CallSyntax extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Syntax[];
  readonly expand: boolean;
}

export interface BinarySyntax extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Syntax;
  readonly right: Syntax;
}

export interface UnarySyntax extends Span {
  readonly kind: "unary";
  readonly operator: "!" | "-";
  readonly operand: Syntax;
}

export interface ConditionalSyntax extends Span {
  readonly kind: "conditional";
  readonly condition: Syntax;
  readonly then: Syntax;
  readonly otherwise: Syntax;
}

/** `[for key, value in collection : result if condition]`, or with `resultKey` the same in `{ }`. */
export interface ForSyntax extends Span {
  readonly kind: "for";
  readonly key?: string;
  readonly value: string;
  readonly collection: Syntax;
  readonly resultKey?: Syntax;
  readonly result: Syntax;
  readonly condition?: Syntax;
  readonly group: boolean;
}

export interface TupleSyntax extends Span {
  readonly kind: "tuple";
  readonly items: readonly Syntax[];
}

/** A key without quotes is a literal too. */
export interface EntrySyntax extends Span {
  readonly key: Syntax;
  readonly value: Syntax;
}

export interface ObjectSyntax extends Span {
  readonly kind: "object";
  readonly entries: readonly EntrySyntax[];
}

export type Syntax =
  | LiteralSyntax
  | TemplateSyntax
  | ReferenceSyntax
  | AttributeStep
  | IndexSyntax
  | SplatSyntax
  | CallSyntax
  | BinarySyntax
  | UnarySyntax
  | ConditionalSyntax
  | ForSyntax
  | TupleSyntax
  | ObjectSyntax;

/** `name = value` */
export interface AttributeSyntax extends Span {
  readonly kind: "attribute";
  readonly name: string;
  readonly value: Syntax;
}

/** `type "label" { ... }` */
export interface BlockSyntax extends Span {
  readonly kind: "block";
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: BodySyntax;
}

/** Attributes and blocks in the order of the text. */
export type BodySyntax = readonly (AttributeSyntax | BlockSyntax)[];

/** A comment; the text without `#`, `//` or the signs of a block. */
export interface CommentSyntax extends Span {
  readonly text: string;
  /** Whether only white space is in front of it on its line. */
  readonly isOnOwnLine: boolean;
}

/** A syntax error in a file. */
export interface HclProblem {
  /** What is wrong: lower case, no full stop. */
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Whether a text could not be read. */
export function isHclProblem(read: Syntax | HclProblem): read is HclProblem {
  return !("kind" in read);
}

/** What stands in a hole that is alone in its quotes, however many there are around it: Terraform gives it unchanged, whatever its type. */
export function withoutQuotes(node: Syntax): Syntax {
  const [only] = node.kind === "template" && node.parts.length === 1 ? node.parts : [];
  return only?.kind === "hole" ? withoutQuotes(only.value) : node;
}

/** The direct parts of an expression, in the order of the text. */
export function partsOf(node: Syntax): readonly Syntax[] {
  switch (node.kind) {
    case "literal":
    case "reference":
      return [];
    case "template":
      return node.parts.flatMap((part) => (part.kind === "text" || part.value === undefined ? [] : [part.value]));
    case "attribute":
      return [node.of];
    case "index":
      return [node.of, node.key];
    case "splat":
      return [node.of, ...node.steps.filter((step) => typeof step !== "string")];
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
      return node.entries.flatMap(({ key, value }) => [key, value]);
  }
}

/** Visits an expression and all its parts, outside in. It is not recursive, so depth is not limited by the call stack. */
export function walkSyntax(node: Syntax, visit: (node: Syntax) => void): void {
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    visit(next);
    const parts = partsOf(next);
    for (let at = parts.length - 1; at >= 0; at--) open.push(parts[at] as Syntax);
  }
}
