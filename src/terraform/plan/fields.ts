/** Fields of the format, checked as they are read. A field that is null counts as absent, as Go writes it. */
import { type Fields, isFields, isList, type Json, kindOf } from "../../json/json-value";

/** A field that is not what the format says. Its place grows as it passes through {@link within}. */
export class PlanFormatError extends Error {
  constructor(
    readonly wanted: string,
    readonly given: string,
    readonly place: string,
  ) {
    super(`${place} must be ${wanted}, but is ${given}`);
  }
}

/** Reads a part of the plan; an error in it gets the name of the part in its path. */
export function within<T>(step: string | number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PlanFormatError)) throw error;
    throw new PlanFormatError(error.wanted, error.given, joinPlace(step, error.place));
  }
}

function joinPlace(step: string | number, rest: string): string {
  const first = typeof step === "number" ? `[${step}]` : step;
  return rest === "" || rest.startsWith("[") ? `${first}${rest}` : `${first}.${rest}`;
}

/** An own field; absent if it is null, and never what every object inherits. */
export function field(of: Fields, name: string): Json | undefined {
  return Object.hasOwn(of, name) ? (of[name] ?? undefined) : undefined;
}

/** The value as an object; an empty one where it is absent. */
export function fieldsOf(value: Json | undefined): Fields {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw new PlanFormatError("an object", kindOf(value), "");
  return value;
}

/** The field as an object; an empty one where it is absent. */
export function objectField(of: Fields, name: string): Fields {
  const value = field(of, name);
  return value === undefined || isFields(value) ? (value ?? {}) : planFormatError(name, "an object", value);
}

/** The field as a list, each item read by `read`; empty if it is absent. */
export function listField<T>(of: Fields, name: string, read: (item: Json) => T): readonly T[] {
  const value = field(of, name);
  if (value === undefined) return [];
  if (!isList(value)) return planFormatError(name, "a list", value);
  return within(name, () => value.map((item, index) => within(index, () => read(item))));
}

/** The field as text, which must be there. */
export function textField(of: Fields, name: string): string {
  const value = field(of, name);
  return typeof value === "string" ? value : planFormatError(name, "text", value);
}

/** The field as text, where it is there. */
export function optionalText(of: Fields, name: string): string | undefined {
  const value = field(of, name);
  return value === undefined || typeof value === "string" ? value : planFormatError(name, "text", value);
}

/** The field as true or false, where it is there. */
export function optionalFlag(of: Fields, name: string): boolean | undefined {
  const value = field(of, name);
  return value === undefined || typeof value === "boolean" ? value : planFormatError(name, "true or false", value);
}

/** An item of a list as text. */
export function textItem(item: Json): string {
  if (typeof item !== "string") throw new PlanFormatError("text", kindOf(item), "");
  return item;
}

function planFormatError(name: string, wanted: string, given: Json | undefined): never {
  throw new PlanFormatError(wanted, kindOf(given), name);
}
