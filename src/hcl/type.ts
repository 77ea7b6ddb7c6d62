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
  /** Whether the caller may leave it out. @default false */
  readonly optional?: boolean;
  /** The value where the caller gives none. @default null */
  readonly default?: Json;
  readonly description?: LocalText;
  /** What a provider's class calls it: `resourceRecordName`. @default its own name */
  readonly alias?: string;
}

/** Options of an inner type that Terraform's own types cannot express. */
interface InnerOptions {
  /** Rules on each value of this type inside of the variable. */
  readonly rules?: readonly {
    readonly condition: (value: never) => unknown;
    readonly message: string;
    readonly shows?: "value" | "element";
    readonly only?: "typescript";
  }[];
  /** Names of options that only a whole variable can have. */
  readonly misplaced?: readonly string[];
  /** Names of options that do not exist. */
  readonly unknownOptions?: readonly string[];
  /** The caller writes a literal here, though the rest of the variable can be unknown until apply. */
  readonly isKnown?: boolean;
  /** Of an object: an attribute that a literal leaves out is written as null. */
  readonly isComplete?: boolean;
  /** Of an object: its type in Terraform is `any`, so that an attribute may be missing, and is read by `lookup`. */
  readonly isLoose?: boolean;
  /** Of a collection: loops skip the elements for which this is false. These are null, which a rule of its own refuses. */
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
  // Both have several lines, so each starts on a line of its own: no line closes one bracket and opens another.
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

/** Whether a value of the type is a single value, neither a collection nor an object. */
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
