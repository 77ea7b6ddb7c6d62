/** A type constraint as an expression: the second argument of `convert`. */
import { type Expression, jsonExpression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";

/** `list(object({ port = number, cidr = optional(string) }))` */
export function typeNode(type: TypeConstraint): Expression {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return { kind: "call", name: type.kind, args: [typeNode(type.element)] };
    case "tuple":
      return { kind: "call", name: "tuple", args: [{ kind: "tuple", items: type.elements.map(typeNode) }] };
    case "object": {
      const entries = Object.entries(type.attributes).map(([key, { type: inner, optional, default: fallback }]) => {
        const value = typeNode(inner);
        if (optional !== true) return { key, value };
        const args = fallback === undefined || fallback === null ? [value] : [value, jsonExpression(fallback)];
        return { key, value: { kind: "call", name: "optional", args } as const };
      });
      return { kind: "call", name: "object", args: [{ kind: "object", entries }] };
    }
    default:
      // The name of a type is no reference to anything.
      return { kind: "raw", text: type.kind };
  }
}
