/** Blocks that are repeated or left out: over known values they are there or not, else they become `dynamic` blocks. */
import type { Binding, Expression } from "../hcl/expression";
import { attributeNode, bindingNode, conditionalNode, literalNode, splatNode } from "./build";
import { elementType } from "./collections";
import { type Expr, type ListExpr, type MapExpr, makeExpr, NODE, type Nullable, TYPE } from "./expr";
import { isKnown, isNeverNull } from "./fold";
import { lift } from "./lift";
import type { Bool } from "./operators";

declare const CONTENT: unique symbol;

/** No argument that the block does not have: TypeScript itself does not check that on what a callback returns. */
type Exact<F, B> = F extends (...args: never[]) => infer R
  ? [Exclude<keyof R, B extends unknown ? keyof B : never>] extends [never]
    ? unknown
    : { readonly "no such argument": Exclude<keyof R, B extends unknown ? keyof B : never> }
  : unknown;

/** Blocks whose content has the type `B`. */
export class Blocks<B> {
  /** Only for the compiler. */
  declare readonly [CONTENT]: B;
  /** The contents of blocks that are known to be there. */
  readonly known: readonly unknown[] | undefined;
  /** What a `dynamic` block walks, and what each block holds. */
  readonly dynamic: { readonly forEach: Expression; readonly iterator: Binding; readonly content: unknown } | undefined;

  /** @internal */
  constructor(parts: Pick<Blocks<B>, "known" | "dynamic">) {
    this.known = parts.known;
    this.dynamic = parts.dynamic;
  }
}

const present = <B>(known: readonly unknown[]) => new Blocks<B>({ known, dynamic: undefined });

function walk<B>(forEach: Expression, use: (iterator: Binding) => unknown): Blocks<B> {
  const iterator = bindingNode("block");
  return new Blocks<B>({ known: undefined, dynamic: { forEach, iterator, content: use(iterator) } });
}

/** One block for each element of a list. */
export function blocks<E extends Expr<unknown>, B, F extends (item: E) => NoInfer<B>>(list: ListExpr<E>, content: F & Exact<F, NoInfer<B>>): Blocks<B>;
/** One block for each element of a map. */
export function blocks<E extends Expr<unknown>, B, F extends (value: E, key: Expr<string>) => NoInfer<B>>(map: MapExpr<E>, content: F & Exact<F, NoInfer<B>>): Blocks<B>;
/** One block for each element of an array that you wrote. */
export function blocks<T, B, F extends (item: T) => NoInfer<B>>(array: readonly T[], content: F & Exact<F, NoInfer<B>>): Blocks<B>;
export function blocks(collection: unknown, content: (item: never, key: Expr<string>) => unknown): Blocks<never> {
  if (Array.isArray(collection)) return present(collection.map((item) => content(item as never, makeExpr(literalNode("")))));
  const list = collection as Expr<unknown>;
  const over = list[NODE];
  const element = elementType(list);
  if (over.kind === "tuple") return present(over.items.map((item, index) => content(makeExpr(item, element), makeExpr(literalNode(String(index))))));
  if (over.kind === "object" && over.entries.every((entry) => typeof entry.key === "string")) {
    return present(over.entries.map((entry) => content(makeExpr(entry.value, element), makeExpr(literalNode(entry.key as string), { kind: "string" }))));
  }
  return walk(over, (iterator) =>
    content(makeExpr(attributeNode(iterator, "value"), element), makeExpr(attributeNode(iterator, "key"), { kind: "string" })),
  );
}

/** A block that is there unless the value is null. */
export function optionalBlock<E extends Expr<unknown>, B, F extends (value: E) => NoInfer<B>>(value: Nullable<E>, content: F & Exact<F, NoInfer<B>>): Blocks<B> {
  const node = value[NODE];
  if (isKnown(node) || isNeverNull(node)) {
    return node.kind === "literal" && node.value === null ? present([]) : present([content(makeExpr(node, value[TYPE]) as unknown as E)]);
  }
  return walk(splatNode(node, []), (iterator) => content(makeExpr(attributeNode(iterator, "value"), value[TYPE]) as unknown as E));
}

/** A block that is there where the condition holds. */
export function blockIf<B, F extends () => NoInfer<B>>(condition: Bool, content: F & Exact<F, NoInfer<B>>): Blocks<B> {
  const node = lift(condition);
  if (node.kind === "literal") return present(node.value === true ? [content()] : []);
  const forEach = conditionalNode(node, { kind: "tuple", items: [literalNode(1)] }, { kind: "tuple", items: [] });
  return walk(forEach, () => content());
}

const COMMENT: unique symbol = Symbol("tfwright.comment");

/** Puts a comment above a block: `commented("who needs it", { ... })`. */
export function commented<B extends object>(comment: string, content: B): B {
  return Object.defineProperty({ ...content }, COMMENT, { value: comment, enumerable: false });
}

/** The comment of a block's content as lines, or undefined. */
export function commentOf(content: unknown): readonly string[] | undefined {
  if (typeof content !== "object" || content === null || !(COMMENT in content)) return undefined;
  return String((content as { [COMMENT]: unknown })[COMMENT]).split("\n");
}
