/** Terraform's type constraints as plain data, and how they are written in `variables.tf`. */

import type { Json } from "../json/json-value";
import type { LocalText } from "../text/locale";
import { alignPairs } from "./align";
import { type Expression, jsonExpression } from "./expression";
import { printExpression } from "./print-expression";
import { printKey } from "./text";

/** One attribute of an object type. */
export interface ObjectAttribute {
  readonly type: TypeConstraint;
  /** May be left out by the caller. */
  readonly optional?: boolean;
  /** The value where the caller gives none. Without a default it is null. */
  readonly default?: Json;
  readonly description?: LocalText;
  /** What a provider's class calls it: `resourceRecordName`. @default its own name */
  readonly alias?: string;
}

/** Options of an inner type, for which Terraform's types have no place. */
interface InnerOptions {
  /** Rules on each value of this type inside of the variable. */
  readonly rules?: readonly {
    readonly condition: (value: never) => unknown;
    readonly message: string;
    readonly shows?: "value" | "element";
    readonly only?: "typescript";
  }[];
  /** Options that have an effect on whole variables only. */
  readonly misplaced?: readonly string[];
  /** Options that there are not. */
  readonly unknownOptions?: readonly string[];
  /** The caller writes a literal here, though the rest of the variable can be unknown until apply. */
  readonly isKnown?: boolean;
  /** Of an object: what is left out where it is written out is written as null. */
  readonly isComplete?: boolean;
  /** Of an object: Terraform takes any value in its place, so that an attribute may be missing and is read by `lookup`. */
  readonly isLoose?: boolean;
  /** Of a collection: a loop over it passes over the elements for which this is false: null, which a rule of its own refuses. */
  readonly isThere?: (element: Expression) => Expression;
}

export type TypeConstraint = InnerOptions &
  (
    | {
        readonly kind: "string" | "number" | "bool" | "any";
        /** A closed set of allowed values; Terraform has no type for it, a validation checks it. */
        readonly values?: readonly (string | number)[];
      }
    | { readonly kind: "list" | "set" | "map"; readonly element: TypeConstraint }
    | { readonly kind: "object"; readonly attributes: Readonly<Record<string, ObjectAttribute>> }
    | { readonly kind: "tuple"; readonly elements: readonly TypeConstraint[] }
  );

/** The type of an object. */
export type ObjectType = Extract<TypeConstraint, { readonly kind: "object" }>;

/** The type as HCL, laid out as `terraform fmt` leaves it; `indent` is that of the line it starts on. */
export function printType(type: TypeConstraint, indent = 0): string {
  if (isLoose(type)) return "any";
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
    case "any":
      return type.kind;
    case "list":
    case "set":
    case "map":
      return `${type.kind}(${printType(type.element, indent)})`;
    case "tuple":
      return `tuple([${type.elements.map((element) => printType(element, indent)).join(", ")}])`;
    case "object": {
      const names = Object.keys(type.attributes);
      if (names.length === 0) return "object({})";
      const pad = " ".repeat(indent + 2);
      const pairs = names.map((name) => ({
        key: printKey(name),
        value: printAttributeType(type.attributes[name] as ObjectAttribute, indent + 2),
      }));
      const lines = alignPairs(pairs).map((line) => pad + line);
      return `object({\n${lines.join("\n")}\n${" ".repeat(indent)}})`;
    }
  }
}

/** Whether a value is an object, or a collection of objects, whose attributes Terraform does not check. */
export function isLoose(type: TypeConstraint): boolean {
  return type.isLoose === true || ("element" in type && isLoose(type.element));
}

function printAttributeType(attribute: ObjectAttribute, indent: number): string {
  const inner = printType(attribute.type, indent);
  if (attribute.optional !== true) return inner;
  if (attribute.default === undefined || attribute.default === null) return `optional(${inner})`;
  const fallback = jsonExpression(attribute.default);
  const printed = printExpression(fallback, { indent, heredocs: false });
  if (!inner.includes("\n") || !printed.includes("\n")) return `optional(${inner}, ${printed})`;
  // Both have several lines: each starts a line of its own, so that none opens and closes brackets.
  const pad = " ".repeat(indent + 2);
  const lines = [
    `${printType(attribute.type, indent + 2)},`,
    printExpression(fallback, { indent: indent + 2, heredocs: false }),
  ];
  return `optional(\n${lines.map((line) => pad + line).join("\n")}\n${" ".repeat(indent)})`;
}

/** The type in one line, for prose, without defaults: `list(object({ path = string, size = optional(number) }))`. */
export function printTypeFlat(type: TypeConstraint): string {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return `${type.kind}(${printTypeFlat(type.element)})`;
    case "tuple":
      return `tuple([${type.elements.map(printTypeFlat).join(", ")}])`;
    case "object": {
      const attributes = Object.entries(type.attributes).map(([name, attribute]) => {
        const inner = printTypeFlat(attribute.type);
        return `${printKey(name)} = ${attribute.optional === true ? `optional(${inner})` : inner}`;
      });
      return attributes.length === 0 ? "object({})" : `object({ ${attributes.join(", ")} })`;
    }
    default:
      return type.kind;
  }
}

/** Whether a type is one value, and nothing that holds others. */
export function isScalar({ kind }: TypeConstraint): boolean {
  return kind === "string" || kind === "number" || kind === "bool";
}

/** How messages call the types. */
export const TYPE_WORDS: Readonly<Record<TypeConstraint["kind"], string>> = {
  string: "a string",
  number: "a number",
  bool: "a bool",
  list: "a list",
  set: "a set",
  map: "a map",
  object: "an object",
  tuple: "a list",
  any: "anything",
};
