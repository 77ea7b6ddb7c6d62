/** What a provider's schema calls sensitive, of resources whose class was made from it. */
import type { CheckedType } from "../dsl/check-arguments";
import type { ElementPart } from "../dsl/module-builder";
import { factsOfArgument, nestedFieldsOf, type SchemaFields } from "../dsl/schema-fields";

/** The ways to sensitive attributes, `password` or `login.password`, by the address of each resource that has some. */
export function sensitiveAttributes(parts: readonly ElementPart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { kind, type, name, construct } of parts) {
    const { argumentFields = {}, attributeFields = {} } = construct.constructor as unknown as CheckedType;
    const ways = sensitiveIn({ ...argumentFields, ...attributeFields }, "");
    if (ways.length > 0) found.set(`${kind === "data" ? "data." : ""}${type}.${name}`, new Set(ways));
  }
  return found;
}

function sensitiveIn(fields: SchemaFields, before: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (factsOfArgument(field).sensitive === true) return [`${before}${name}`];
    const nested = nestedFieldsOf(field);
    return nested === undefined ? [] : sensitiveIn(nested.fields, `${before}${name}.`);
  });
}
