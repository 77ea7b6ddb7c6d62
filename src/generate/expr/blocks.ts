/** Blocks that are repeated or left out: over known values they are there or not, else they become `dynamic` blocks. */
import { fail } from "../../errors";
import type { Binding, Expression } from "../../hcl/expression";
import { isKnown, isNeverNull } from "../../terraform/known-values";
import { compareBytes } from "../../text/compare-bytes";
import { attributeNode, bindingNode, conditionalNode, isNullNode, literalNode, notNode, splatNode } from "./build";
import { checkCallback } from "./check-callback";
import { type ElementOf, elementType, type Walkable } from "./collections";
import { toCondition } from "./condition";
import { nameElement } from "./declared-values";
import { type Expr, type ListExpr, type MapExpr, makeExpr, NODE, type OrNull, TYPE } from "./expr";
import { NO_VALUE, type NoValue } from "./no-value";
import type { BoolLike } from "./operators";

declare const CONTENT: unique symbol;
declare const NAMES: unique symbol;

/** A block that is there, or a `dynamic` one: what it walks and what each block holds. */
export interface BlockPart {
  readonly content: unknown;
  readonly dynamic?: {
    readonly forEach: Expression;
    readonly iterator: Binding;
    /** Whether it is known that a list is walked, so that the key is an index. @default false */
    readonly isList?: boolean;
    /** Of a block that is there or not: when it is, and the value that its content uses. */
    readonly single?: { readonly condition: Expression; readonly value?: Expression };
  };
}

/** The names of the arguments; any name where the type of the block is not known yet. */
type NamesOf<B> = [B] extends [never] ? never : [KeysOf<B>] extends [never] ? PropertyKey : KeysOf<B>;
type KeysOf<B> = B extends unknown ? keyof B : never;

/** Blocks whose content has the type `B`. */
export class Blocks<B> {
  /** Only for the compiler. */
  declare readonly [CONTENT]: B;
  /** Only for the compiler: it does not compare the names of what was inferred with those of the block itself. */
  declare readonly [NAMES]: NamesOf<B>;
  /** @internal */
  readonly parts: readonly BlockPart[];

  /** @internal */
  constructor(parts: readonly BlockPart[]) {
    this.parts = parts;
  }

  /** @internal */
  get [NO_VALUE](): NoValue {
    return {
      message: "`blocks`, `optionalBlock`, `blockIf` and `blockList` give blocks, which are no value",
      hint: "give them to an argument that is a block, directly or in a block; for a list of values use `each`, for one `when` or `ifNotNull`",
    };
  }
}

/** The arguments of a block, as far as they are known at its position. */
type ArgumentsOf<B> = Exclude<B extends unknown ? keyof B : never, typeof comment>;

/**
 * `Then` where the type of the block is known, else `Else`. Inside an object that is written out below a class whose configuration
 * is still being inferred, TypeScript does not know the type of the block yet. There the content keeps the type it has, and is
 * compared with the block's afterwards. A condition in one signature, and not two signatures, because TypeScript 5 reports what is
 * wrong with the first one first.
 */
type IfKnown<B, Then, Else> = [ArgumentsOf<B>] extends [never] ? Else : Then;

/** What the function of a block returns. */
type ContentFor<B> = IfKnown<B, B, object>;

/** No argument that the block does not have: TypeScript itself does not check that on what a callback returns. */
type Exact<F, B> = F extends (...args: never[]) => infer R
  ? [Exclude<keyof R, ArgumentsOf<B> | typeof comment>] extends [never]
    ? unknown
    : IfKnown<B, { readonly "no such argument": Exclude<keyof R, ArgumentsOf<B> | typeof comment> }, unknown>
  : unknown;

/** Blocks whose type is known, or that of the content that a function returns. */
type BlocksOf<B, F> = Blocks<B> & IfKnown<B, unknown, F extends (...args: never[]) => infer R ? Blocks<R> : never>;

const present = <B>(contents: readonly unknown[]) => new Blocks<B>(contents.map((content) => ({ content })));

type Walk = Omit<NonNullable<BlockPart["dynamic"]>, "forEach" | "iterator">;

function walk<B>(forEach: Expression, use: (iterator: Binding) => unknown, about: Walk): Blocks<B> {
  const iterator = bindingNode("block");
  return new Blocks<B>([{ content: use(iterator), dynamic: { forEach, iterator, ...about } }]);
}

/** `[1]` or what is given where the condition holds, else nothing. */
const oneIf = (condition: Expression, item: Expression) =>
  conditionalNode(condition, { kind: "tuple", items: [item] }, { kind: "tuple", items: [] });

/** What `value[*]` makes a list of one element of. Of a list or a set it is that list: a block for each element. */
const WRAPPED_BY_SPLAT: ReadonlySet<string | undefined> = new Set(["string", "number", "bool", "map", "object"]);

/** What `blocks` calls its function with: an element and its index, a value of a map and its key, or an item of an array. */
type BlockEntry<C> = [C] extends [readonly (infer T)[]]
  ? [item: T]
  : [C] extends [ListExpr<Expr<unknown>>]
    ? [item: ElementOf<C>, index: Expr<number>]
    : [C] extends [MapExpr<Expr<unknown>>]
      ? [value: ElementOf<C>, key: Expr<string>]
      : never;

/** One block for each element of a list, each entry of a map, or each item of an array that you wrote. */
export function blocks<
  C extends Walkable | readonly unknown[],
  B,
  F extends (...entry: BlockEntry<C>) => NoInfer<ContentFor<B>>,
>(collection: C, content: F & Exact<F, NoInfer<B>>): BlocksOf<B, F>;
export function blocks(collection: unknown, content: (item: never, key: never) => unknown): object {
  checkCallback(content, "blocks", "blocks(list, (item) => ({ ... }))");
  const numbered = (index: number) => makeExpr<never>(literalNode(index), { kind: "number" });
  if (Array.isArray(collection))
    return present(collection.map((item, index) => content(item as never, numbered(index))));
  const list = collection as Expr<unknown>;
  refuseSingle(list);
  const over = list[NODE];
  const element = elementType(list);
  if (over.kind === "tuple")
    return present(over.items.map((item, index) => content(makeExpr<never>(item, element), numbered(index))));
  if (over.kind === "object" && over.entries.every((entry) => typeof entry.key === "string")) {
    return present(
      // As Terraform walks a map.
      [...over.entries]
        .sort((a, b) => compareBytes(a.key as string, b.key as string))
        .map(({ key, value }) =>
          content(makeExpr<never>(value, element), makeExpr<never>(literalNode(key as string), { kind: "string" })),
        ),
    );
  }
  const isMap = list[TYPE]?.kind === "map" || list[TYPE]?.kind === "set";
  const contentOf = (iterator: Binding) => {
    const value = attributeNode(iterator, "value");
    nameElement(value, over);
    return content(
      makeExpr<never>(value, element),
      makeExpr<never>(attributeNode(iterator, "key"), { kind: isMap ? "string" : "number" }),
    );
  };
  return walk(over, contentOf, { isList: list[TYPE]?.kind === "list" });
}

/** A `dynamic` block would walk the attributes of an object. */
function refuseSingle(collection: Expr<unknown>): void {
  const { kind } = collection[TYPE] ?? { kind: "any" };
  if (kind !== "object" && kind !== "string" && kind !== "number" && kind !== "bool") return;
  fail({
    code: "not-a-collection",
    path: "",
    message: `\`blocks\` takes a list, a set or a map, but was given ${kind === "object" ? "an" : "a"} ${kind}`,
    hint: "for one block that may be there, use `optionalBlock(value, (known) => ({ ... }))` or `blockIf(condition, () => ({ ... }))`",
  });
}

/** A block that is there unless the value is null. */
export function optionalBlock<E extends Expr<unknown>, B, F extends (value: E) => NoInfer<ContentFor<B>>>(
  value: OrNull<E>,
  content: F & Exact<F, NoInfer<B>>,
): BlocksOf<B, F>;
export function optionalBlock(value: OrNull<Expr<unknown>>, content: (value: never) => unknown): object {
  checkCallback(content, "optionalBlock", "optionalBlock(value, (known) => ({ ... }))");
  const node = value[NODE];
  const use = (inner: Expression) => content(makeExpr<never>(inner, value[TYPE]));
  if (isKnown(node) || isNeverNull(node))
    return node.kind === "literal" && node.value === null ? present([]) : present([use(node)]);
  const condition = notNode(isNullNode(node));
  const forEach = WRAPPED_BY_SPLAT.has(value[TYPE]?.kind) ? splatNode(node, []) : oneIf(condition, node);
  return walk(forEach, (iterator) => use(attributeNode(iterator, "value")), {
    single: { condition, value: node },
  });
}

/** A block that is there where the condition holds. */
export function blockIf<B, F extends () => NoInfer<ContentFor<B>>>(
  condition: BoolLike,
  content: F & Exact<F, NoInfer<B>>,
): BlocksOf<B, F>;
export function blockIf(condition: BoolLike, content: () => unknown): object {
  checkCallback(content, "blockIf", "blockIf(condition, () => ({ ... }))");
  const node = toCondition(condition);
  if (node.kind === "literal") return present(node.value === true ? [content()] : []);
  return walk(oneIf(node, literalNode(1)), () => content(), { single: { condition: node } });
}

type ContentOf<P> = P extends Blocks<infer C> ? C : P;

/** Blocks of several kinds one after the other: written out, `blocks`, `optionalBlock` and `blockIf`. */
export function blockList<B, const P extends readonly object[] = readonly object[]>(
  ...parts: IfKnown<B, readonly (NoInfer<B> | Blocks<NoInfer<B>>)[], P>
): Blocks<B> & IfKnown<B, unknown, Blocks<ContentOf<P[number]>>>;
export function blockList(...parts: readonly unknown[]): object {
  return new Blocks<never>(parts.flatMap((part) => (part instanceof Blocks ? part.parts : [{ content: part }])));
}

/** Puts a comment above a block: `{ [comment]: "who needs it", actions: [...] }`. */
export const comment: unique symbol = Symbol("tfwright.comment");

/** The comment of a block's content as lines, or undefined. */
export function commentOf(content: unknown): readonly string[] | undefined {
  if (typeof content !== "object" || content === null || !(comment in content)) return undefined;
  return String(content[comment]).split("\n");
}
