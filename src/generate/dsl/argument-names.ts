/** The arguments that a provider's class has, for messages about one that it has not. */
import type { Construct } from "../../cdk";
import { Expr } from "../expr/expr";
import { gettersOf } from "./getters-of";
import { isComputed, nestedFieldsOf, type SchemaFields } from "./schema-fields";

/** Names that every class has besides its arguments. */
const NOT_ARGUMENTS = new Set(["internalValue", "idInput"]);

/** The arguments of an element, or of the block that a path leads to: `["command"]`. Empty where that is not known. */
export function argumentNames(element: Construct, path: readonly string[] = []): readonly string[] {
  let holder: object | undefined = element;
  for (const step of path) {
    const inner: unknown = step in (holder as object) ? Reflect.get(holder as object, step) : undefined;
    holder = typeof inner === "object" && inner !== null && !(inner instanceof Expr) ? oneOf(inner) : undefined;
    if (holder === undefined) return declaredNames(element, path);
  }
  const names = new Set<string>();
  for (let at: object | null = holder as object; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at))
    // A method `resetInput` belongs to an argument `input`.
    for (const name of gettersOf(at))
      if (name.endsWith("Input") && !NOT_ARGUMENTS.has(name)) names.add(name.slice(0, -"Input".length));
  return [...names, ...declaredNames(element, path)].sort();
}

/** The object that has the getters: for a list of blocks, its first block. */
function oneOf(value: object): object {
  return "get" in value && typeof value.get === "function" ? (value.get(0) as object) : value;
}

/** Of a class by `resourceType`. */
function declaredNames(element: Construct, path: readonly string[]): readonly string[] {
  let { argumentFields: fields } = element.constructor as { readonly argumentFields?: SchemaFields };
  for (const step of path) fields = fields?.[step] && nestedFieldsOf(fields[step])?.fields;
  return Object.entries(fields ?? {}).flatMap(([name, field]) => (isComputed(field) ? [] : [name]));
}
