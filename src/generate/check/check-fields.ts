/** The fields of what an author wrote without a compiler that checks them. */
import type { Problems } from "../../errors";
import { isRecord } from "../../json/json-value";
import { isLocalText } from "../../text/locale";
import { suggestName } from "../../text/suggest-name";

type FieldKind = "text" | "local text" | "object" | "array" | "any";

/** The type of each field, by name. A `?` after the type means that the field may be left out. */
export type FieldKinds = Readonly<Record<string, FieldKind | `${FieldKind}?`>>;

/** Reports fields that are missing, unknown or of a wrong kind. Gives whether all are sound. */
export function checkFields(
  given: unknown,
  fields: FieldKinds,
  { path, what }: { readonly path: string; readonly what: string },
  problems: Problems,
): given is Record<string, unknown> {
  const before = problems.size;
  const refuse = (message: string, hint?: string) =>
    problems.add({ code: "bad-definition", path, message, ...(hint !== undefined && { hint }) });
  if (!isOf("object", given)) {
    refuse(`${what} must be an object, but is ${JSON.stringify(given) ?? String(given)}`);
    return false;
  }
  for (const [name, kind] of Object.entries(fields)) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined) {
      if (!kind.endsWith("?")) refuse(`${what} has no \`${name}\``);
    } else if (!isOf(kind.replace("?", "") as FieldKind, value)) {
      const wanted = kind.replace("?", "");
      refuse(
        `\`${name}\` of ${what} must be ${wanted === "object" || wanted === "array" ? "an" : "a"} ${wanted}, but is ${JSON.stringify(value)}`,
      );
    }
  }
  const known = Object.keys(fields);
  for (const name of Object.keys(given as object))
    if (!known.includes(name)) refuse(`${what} has no field \`${name}\``, suggestName(name, known, "fields"));
  return problems.size === before;
}

function isOf(kind: FieldKind, value: unknown): boolean {
  if (kind === "any") return true;
  if (kind === "text") return typeof value === "string";
  if (kind === "local text") return isLocalText(value);
  if (kind === "array") return Array.isArray(value);
  return isRecord(value);
}
