/** The arguments and attributes of a class that was made from a schema, as a flat list to compare. */
import type { TypeConstraint } from "../hcl/type";
import { printType } from "../hcl/type";

/** What callers of an argument would notice. */
export interface FieldDescription {
  /** Undefined of blocks, whose arguments stand for themselves. */
  readonly type: string | undefined;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
}

/** A field as `resourceType` holds it. */
interface DescribedField {
  readonly type: TypeConstraint;
  readonly given: "required" | "optional";
  readonly computed?: true;
  readonly facts?: { readonly deprecated?: unknown };
  readonly nested?: { readonly fields: DescribedFields };
}
type DescribedFields = Readonly<Record<string, DescribedField>>;

/** The class, as far as it is read here. */
interface DescribedClass {
  readonly argumentFields: DescribedFields;
  readonly attributeFields: DescribedFields;
}

/** By the way to each field: `rule.port`. */
export function describeFields({
  argumentFields,
  attributeFields,
}: DescribedClass): ReadonlyMap<string, FieldDescription> {
  const found = new Map<string, FieldDescription>();
  const add = (fields: DescribedFields, before: string, use: "given" | "read-only"): void => {
    for (const [name, { type, given, computed, facts, nested }] of Object.entries(fields)) {
      const isReadOnly = use === "read-only" || computed === true;
      found.set(`${before}${name}`, {
        type: nested === undefined ? `${isReadOnly ? "read-only " : ""}${printType(type)}` : undefined,
        isRequired: given === "required" && !isReadOnly,
        isDeprecated: facts?.deprecated !== undefined,
      });
      if (nested !== undefined) add(nested.fields, `${before}${name}.`, isReadOnly ? "read-only" : "given");
    }
  };
  add(argumentFields, "", "given");
  add(attributeFields, "", "read-only");
  return found;
}
