/** Null in place of an object or a list inside of an input is refused by a message that names the place, and by no other error. */
import type { TypeConstraint } from "../../src/hcl/type";
import { describeWith } from "./support/find-terraform";
import { generatedModules } from "./support/generated";
import { CORRECT, callOf, errorsOf, runCalls } from "./support/hcl-calls";
import { type Json, variablesOf } from "./support/module-inputs";
import { type Diagnostic, diagnosticsOf, PATIENCE } from "./support/terraform";

interface NullValue {
  readonly value: Json;
  /** Where the null stands, below the input. */
  readonly place: string;
}

/** A value with nothing but what the type requires. */
function leastOf(type: TypeConstraint): Json {
  if ("values" in type && type.values !== undefined) return type.values[0] as Json;
  switch (type.kind) {
    case "number":
      return 1;
    case "bool":
      return true;
    case "list":
    case "set":
      return [leastOf(type.element)];
    case "map":
      return { first: leastOf(type.element) };
    case "tuple":
      return type.elements.map(leastOf);
    case "object":
      return requiredOf(type);
    default:
      return "x";
  }
}

function requiredOf({ attributes }: Extract<TypeConstraint, { kind: "object" }>): { readonly [key: string]: Json } {
  const required = Object.entries(attributes).filter(([, { optional }]) => optional !== true);
  return Object.fromEntries(required.map(([name, { type }]) => [name, leastOf(type)]));
}

const isRead = (type: TypeConstraint) => type.kind === "object" || "element" in type;

/** The type's values with one null each, where something is read from what should stand in its place. */
function nullsIn(type: TypeConstraint): readonly NullValue[] {
  if ("element" in type) {
    const inner: readonly NullValue[] = [
      ...(isRead(type.element) ? [{ value: null, place: "" }] : []),
      ...nullsIn(type.element),
    ];
    if (type.kind === "map")
      return inner.map(({ value, place }) => ({ value: { first: value }, place: `["first"]${place}` }));
    return inner.map(({ value, place }) => ({ value: [value], place: type.kind === "set" ? place : `[0]${place}` }));
  }
  if (type.kind !== "object") return [];
  return Object.entries(type.attributes).flatMap(([name, attribute]) => {
    const isNull = attribute.optional !== true && isRead(attribute.type) && type.isLoose !== true;
    const inner = [...(isNull ? [{ value: null, place: "" }] : []), ...nullsIn(attribute.type)];
    return inner.map(({ value, place }) => ({
      value: { ...requiredOf(type), [name]: value },
      place: `.${name}${place}`,
    }));
  });
}

const calls = generatedModules.flatMap((module) =>
  variablesOf(module).flatMap(({ name, type }) =>
    nullsIn(type).map(({ value, place }) => ({ module, name, place: `${name}${place}`, value })),
  ),
);

test("there are inputs of all kinds", () => {
  const places = calls.map(({ module, place }) => `${module} ${place}`);
  expect(places).toContain("glue-trigger starts[0]");
  expect(places).toContain('glue-catalog-database tables["first"].partitions["first"].values');
  expect(places).toContain('glue-lake-formation lf_tags["first"]');
});

describeWith("terraform", "null inside of an input", () => {
  let told: readonly Diagnostic[];

  beforeAll(async () => {
    const hcl = calls.map(({ module, name, value }) => ({ module, inputs: { [name]: JSON.stringify(value) } }));
    told = diagnosticsOf((await runCalls(hcl, ["validate", "-json"])).stdout) ?? [];
    expect(Object.keys(CORRECT)).toEqual(generatedModules);
  }, PATIENCE);

  test.each(calls.map((call, index) => ({ ...call, index })))("$module: $place", ({ place, index }) => {
    const errors = errorsOf(callOf(index), told);
    expect(errors.filter((error) => !error.startsWith("Invalid value for variable"))).toEqual([]);
    const nulls = errors.filter((error) => /must not be null\.|must be an object with/.test(error));
    expect(nulls).toHaveLength(1);
    // The text of an error is broken into lines.
    const text = nulls[0]?.replace(/\s+/g, " ");
    expect(text).toContain(place.includes("[") ? `${place} is null.` : `${place} must not be null.`);
  });
});
