/** As much of JSON Schema as the schemas in docs/ use; a word that is not known here is a fault of the test. */
import type { Json } from "../../../src/json/json-value";

type Schema = Readonly<Record<string, Json>>;

const IGNORED = new Set(["$schema", "title", "description", "format", "$defs"]);

/** What is wrong, by place; empty where the value fits. */
export function checkSchema(value: Json, root: Json): readonly string[] {
  return check(value, root as Schema, root as Schema, "$");
}

function check(value: Json, schema: Schema, root: Schema, place: string): readonly string[] {
  return Object.entries(schema).flatMap(([word, given]): readonly string[] => {
    if (IGNORED.has(word)) return [];
    const rule = WORDS[word];
    if (rule === undefined) throw new Error(`the schema's word ${word} is not known`);
    return rule(value, given, { root, schema, place });
  });
}

interface Where {
  readonly root: Schema;
  readonly schema: Schema;
  readonly place: string;
}

const isObject = (value: Json): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
const wrong = (fits: boolean, place: string, what: string) => (fits ? [] : [`${place}: ${what}`]);

const WORDS: Readonly<Record<string, (value: Json, given: Json, where: Where) => readonly string[]>> = {
  $ref: (value, given, { root, place }) =>
    check(value, ((root.$defs as Schema)[String(given).slice(8)] ?? {}) as Schema, root, place),
  allOf: (value, given, { root, place }) =>
    (given as readonly Schema[]).flatMap((one) => check(value, one, root, place)),
  anyOf: (value, given, { root, place }) => {
    const all = (given as readonly Schema[]).map((one) => check(value, one, root, place));
    return all.some((problems) => problems.length === 0) ? [] : all.flat();
  },
  const: (value, given, { place }) => wrong(value === given, place, `not ${String(given)}`),
  enum: (value, given, { place }) =>
    wrong((given as readonly Json[]).includes(value), place, `none of the enum: ${String(value)}`),
  type: (value, given, { place }) =>
    wrong(
      [given].flat().includes(typeOf(value)) || ([given].flat().includes("integer") && Number.isInteger(value)),
      place,
      `a ${typeOf(value)}`,
    ),
  pattern: (value, given, { place }) =>
    wrong(typeof value !== "string" || new RegExp(String(given)).test(value), place, "does not match"),
  minimum: (value, given, { place }) => wrong(typeof value !== "number" || value >= Number(given), place, "too small"),
  minItems: (value, given, { place }) =>
    wrong(!Array.isArray(value) || value.length >= Number(given), place, "too few"),
  required: (value, given, { place }) =>
    isObject(value)
      ? (given as readonly string[]).filter((name) => !(name in value)).map((name) => `${place}.${name}: missing`)
      : [],
  items: (value, given, { root, place }) =>
    Array.isArray(value)
      ? value.flatMap((item: Json, index) => check(item, given as Schema, root, `${place}[${index}]`))
      : [],
  properties: (value, given, { root, place }) =>
    isObject(value)
      ? Object.entries(given as Schema).flatMap(([name, schema]) =>
          value[name] === undefined ? [] : check(value[name], schema as Schema, root, `${place}.${name}`),
        )
      : [],
  additionalProperties: (value, given, { root, schema, place }) => {
    if (!isObject(value)) return [];
    const rest = Object.keys(value).filter((name) => !Object.hasOwn((schema.properties ?? {}) as Schema, name));
    return rest.flatMap((name) =>
      given === false
        ? [`${place}.${name}: not in the schema`]
        : check(value[name] as Json, given as Schema, root, `${place}.${name}`),
    );
  },
};

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
