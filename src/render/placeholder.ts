/** A value that shows where the caller must put one of a type. */

import type { TypeConstraint } from "../hcl/type";
import type { Json } from "../json/json-value";

/** `"..."` for a string, the first of a closed set, an object with what it needs. */
export function placeholderOf(type: TypeConstraint): Json {
  switch (type.kind) {
    case "string":
    case "any":
      return type.values?.[0] ?? "...";
    case "number":
      return type.values?.[0] ?? 0;
    case "bool":
      return false;
    case "list":
    case "set":
      return [];
    case "map":
      return {};
    case "tuple":
      return type.elements.map(placeholderOf);
    case "object": {
      const needed = Object.entries(type.attributes).filter(([, attribute]) => attribute.optional !== true);
      return Object.fromEntries(needed.map(([name, attribute]) => [name, placeholderOf(attribute.type)]));
    }
  }
}
