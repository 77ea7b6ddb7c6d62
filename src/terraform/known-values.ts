/** What is known of the value of an expression before Terraform runs. */
import type { Expression, Literal } from "../hcl/expression";

/** A literal of HCL. */
export const literal = (value: Literal["value"]): Literal => ({ kind: "literal", value });

/** The text of an expression, where it is a literal. */
export const textOf = (node: Expression | undefined): string | undefined =>
  node?.kind === "literal" && typeof node.value === "string" ? node.value : undefined;

/** Whether nothing in the expression waits for Terraform. */
export function isKnown(node: Expression): boolean {
  switch (node.kind) {
    case "literal":
      return true;
    case "tuple":
      return node.items.every(isKnown);
    case "object":
      return node.entries.every(({ key, value }) => typeof key === "string" && isKnown(value));
    default:
      return false;
  }
}

/** Whether the expression is sure not to be null. */
export function isNeverNull(node: Expression): boolean {
  if (node.kind === "literal") return node.value !== null;
  return ["template", "tuple", "object", "for", "splat", "binary", "unary"].includes(node.kind);
}

/** Whether two expressions have the same value; undefined if that is not known. */
export function isEqual(left: Expression, right: Expression): boolean | undefined {
  const isNull = (node: Expression) => node.kind === "literal" && node.value === null;
  if (isNull(left) || isNull(right)) {
    const other = isNull(left) ? right : left;
    if (isNull(other)) return true;
    return isNeverNull(other) ? false : undefined;
  }
  if (left.kind === "literal" && right.kind === "literal" && typeof left.value === typeof right.value) {
    return typeof left.value === "string"
      ? left.value.normalize("NFC") === String(right.value).normalize("NFC")
      : left.value === right.value;
  }
  return undefined;
}
