/** IAM policies as values that can be compared: AWS reads actions and resources as sets, and one value as a list of one. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The document with every list sorted and every list of one as its element; statements keep their order. */
export function normalisePolicy(document: unknown): unknown {
  const { Statement, ...rest } = (typeof document === "string" ? JSON.parse(document) : document) as {
    readonly Statement: Json;
  };
  return { ...rest, Statement: (Array.isArray(Statement) ? Statement : [Statement]).map(normalise) };
}

function normalise(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(normalise).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return items.length === 1 ? (items[0] as Json) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalise(item)]));
}
