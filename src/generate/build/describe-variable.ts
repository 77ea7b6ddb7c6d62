/** The description of a variable, with those of the attributes in its type. */

import { printKey } from "../../hcl/text";
import { isLoose, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import { messageText } from "../../render/messages/message-text";
import { chooseText, type Locale, type LocalText } from "../../text/locale";
import { endSentence, joinSentences } from "../../text/sentences";

/** The author's text, and below it the attributes of the objects in the type. */
export function describeVariable(
  text: LocalText | undefined,
  type: TypeConstraint,
  locale: Locale,
): string | undefined {
  const told = text === undefined ? undefined : chooseText(text, locale);
  const lines = attributeLines(type, "", locale);
  if (lines.length === 0) return told;
  const head = messageText(locale, isLoose(type) ? "checked_fields" : "fields");
  return `${[...(told === undefined ? [] : [told, ""]), head, "", ...lines].join("\n")}\n`;
}

function attributeLines(type: TypeConstraint, indent: string, locale: Locale): readonly string[] {
  if (type.kind === "list" || type.kind === "set" || type.kind === "map")
    return attributeLines(type.element, indent, locale);
  if (type.kind !== "object") return [];
  return Object.entries(type.attributes).flatMap(([name, attribute]) => {
    const text = chooseText(attribute.description ?? "", locale)
      .trim()
      .replace(/\s*\n\s*/g, " ");
    const need =
      attribute.optional !== true
        ? messageText(locale, "field_required")
        : attribute.default === undefined || attribute.default === null
          ? ""
          : messageText(locale, "field_default", { value: printDefault(attribute.default) });
    const told = joinSentences([text === "" ? "" : endSentence(text), need]);
    const head = `${indent}- \`${name}\`${told === "" ? "" : `: ${told}`}`;
    return [head, ...attributeLines(attribute.type, `${indent}  `, locale)];
  });
}

/** A default in one line, as prose shows it. */
export function printDefault(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printDefault).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)} = ${printDefault(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
