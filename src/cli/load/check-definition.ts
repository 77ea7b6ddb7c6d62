/** The shape of a definition whose author had no compiler to check it. */
import type { Problem } from "../../errors";
import type { Definition, Outputs, Variables } from "../../generate/dsl/definition";
import { isRecord } from "../../json/json-value";
import { chooseText, DEFAULT_LOCALE, isLocalText } from "../../text/locale";
import { suggestName } from "../../text/suggest-name";

type DefinitionFieldKind = "text" | "local text" | "text or false" | "object" | "function" | "any";

/** What each field must be; the engine checks those of any kind. */
const FIELDS: Readonly<
  Record<keyof Definition<Variables, Outputs>, { readonly kind: DefinitionFieldKind; readonly optional?: true }>
> = {
  name: { kind: "any" },
  title: { kind: "local text" },
  description: { kind: "local text" },
  variables: { kind: "object" },
  build: { kind: "function" },
  terraform: { kind: "text", optional: true },
  opentofu: { kind: "text or false", optional: true },
  providers: { kind: "object", optional: true },
  creates: { kind: "any", optional: true },
  iam: { kind: "any", optional: true },
  notes: { kind: "any", optional: true },
  upgrading: { kind: "any", optional: true },
  differences: { kind: "any", optional: true },
  files: { kind: "object", optional: true },
  examples: { kind: "any", optional: true },
  translations: { kind: "any", optional: true },
  tests: { kind: "any", optional: true },
  kinds: { kind: "any", optional: true },
  wrapper: { kind: "any", optional: true },
};

/** Everything that is wrong with the fields of a definition. The engine checks what is in them. */
export function checkDefinition(definition: object, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [field, { kind, optional }] of Object.entries(FIELDS)) {
    const value: unknown = kind === "any" ? undefined : Reflect.get(definition, field);
    if (kind === "any" || (optional === true && value === undefined) || isOf(kind, value)) continue;
    const message =
      value === undefined
        ? `the definition has no \`${field}\``
        : `\`${field}\` must be ${kind === "object" ? "an" : "a"} ${kind === "local text" ? "text" : kind}`;
    problems.push({ code: "bad-definition", path, message });
  }
  for (const field of Object.keys(definition)) {
    if (Object.hasOwn(FIELDS, field)) continue;
    const hint = suggestName(field, Object.keys(FIELDS), "fields");
    problems.push({ code: "bad-definition", path, message: `a definition has no field \`${field}\``, hint });
  }
  return problems;
}

function isOf(kind: DefinitionFieldKind, value: unknown): boolean {
  if (kind === "text or false" && value === false) return true;
  if (kind === "text" || kind === "text or false") return typeof value === "string" && value.trim() !== "";
  if (kind === "local text") return isLocalText(value) && chooseText(value, DEFAULT_LOCALE).trim() !== "";
  if (kind === "function") return typeof value === "function";
  return isRecord(value);
}
