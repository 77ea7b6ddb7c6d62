/** The elements of a collection that a caller of `inline` wrote out. */
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";

/** The type of a list, a set or a map. */
export type CollectionConstraint = Extract<TypeConstraint, { readonly element: TypeConstraint }>;

/** The elements of a collection that a caller wrote out; none of a reference. */
export function writtenItems(node: Expression): readonly Expression[] | undefined {
  if (node.kind === "tuple") return node.items;
  return node.kind === "object" ? node.entries.map(({ value }) => value) : undefined;
}

/** How HCL writes the key of an element that a caller wrote out. */
export function keyOf(node: Expression, index: number): string {
  const key = node.kind === "object" ? node.entries[index]?.key : index;
  if (typeof key === "object") return key.kind === "literal" ? `[${JSON.stringify(key.value)}]` : "[...]";
  return `[${JSON.stringify(key)}]`;
}
