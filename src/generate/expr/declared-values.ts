/** Which expressions are values of a variable just as its caller gives them, so that what the variable's type says of them is sure. */
import type { Expression } from "../../hcl/expression";

/** What a loop calls an element of a variable, and a local that is a value of one. */
const NAMES = new WeakMap<Expression, string>();
/** What the elements of a local are called that was made by a loop. */
const ELEMENTS = new WeakMap<Expression, string>();

/**
 * The name of a value that is a variable or in one: `var.mode`, `each.value.mode`, `var.queues[*].mode`. Undefined for anything else,
 * such as a conditional, which may have been made of other values too.
 */
export function nameOfDeclared(node: Expression): string | undefined {
  if (node.kind === "reference" && node.address.startsWith("var.")) return node.address;
  const own = NAMES.get(node);
  if (own !== undefined) return own;
  const below = (of: Expression, step: string) => {
    const name = nameOfDeclared(of);
    return name === undefined ? undefined : name + step;
  };
  if (node.kind === "attribute") return below(node.of, `.${node.name}`);
  if (node.kind === "index")
    return below(node.of, node.key.kind === "literal" ? `[${JSON.stringify(node.key.value)}]` : "[*]");
  // An attribute that a caller may leave out of an object without a type.
  const [of, name, otherwise] = node.kind === "call" && node.name === "lookup" ? node.args : [];
  if (of !== undefined && name?.kind === "literal" && otherwise?.kind === "literal" && otherwise.value === null)
    return below(of, `.${name.value}`);
  return undefined;
}

/** A loop may leave out elements, or read an attribute of each: what it gives is what the caller gave. */
function nameOfElements(collection: Expression): string | undefined {
  const name = nameOfDeclared(collection);
  if (name !== undefined) return `${name}[*]`;
  return collection.kind === "for" ? nameOfDeclared(collection.result) : ELEMENTS.get(collection);
}

/** Remembers that a loop over a collection calls its elements so. @param name of an element. @default that of the collection, with `[*]` */
export function nameElement(element: Expression, collection: Expression, name?: string): void {
  const found = nameOfElements(collection);
  if (found !== undefined) NAMES.set(element, name ?? found);
}

/** Remembers that a local is a value of a variable, or has its elements. */
export function nameLocal(reference: Expression, value: Expression): void {
  const own = nameOfDeclared(value);
  const name = own ?? nameOfElements(value);
  if (name !== undefined) (own === undefined ? ELEMENTS : NAMES).set(reference, name);
}
