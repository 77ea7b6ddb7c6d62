/** The description of a variable, with those of the attributes in its type. */

import { printKey } from "../../hcl/text";
import { isLoose, type TypeConstraint } from "../../hcl/type";
import type { Json } from "../../json/json-value";
import { messageText } from "../../render/messages/message-text";
import { chooseText, type Locale, type LocalText } from "../../text/locale";
import { endSentence, joinSentences } from "../../text/sentences";

/** What is said of a variable, and where: `isKnown` if its value must be known at plan time. */
interface DescribedText {
  readonly text: LocalText | undefined;
  readonly type: TypeConstraint;
  readonly isKnown: boolean;
}

/** The author's text, and below it the attributes of the objects in the type. What must be known at plan time is said where the author does not. */
export function describeVariable({ text, type, isKnown }: DescribedText, locale: Locale): string | undefined {
  const given = text === undefined ? undefined : chooseText(text, locale);
  const known = isKnown && !saysWhenKnown(text) ? knownText(type, locale) : "";
  const told = given === undefined || known === "" ? given : joinSentences([endSentence(given), known]);
  const lines = attributeLines(type, "", { locale, isTold: isKnown || saysWhenKnown(text) });
  if (lines.length === 0) return told;
  const head = messageText(locale, isLoose(type) ? "checked_fields" : "fields");
  return `${[...(told === undefined ? [] : [told, ""]), head, "", ...lines].join("\n")}\n`;
}

/** Whether an author says of a value that it must be known at plan time, or what happens if it is known only after apply. */
function saysWhenKnown(text: LocalText | undefined): boolean {
  return text !== undefined && /\b(?:plan time|at plan|after apply)\b|プラン時/i.test(chooseText(text, "en"));
}

function knownText(type: TypeConstraint, locale: Locale): string {
  if (type.kind === "list" || type.kind === "set") return messageText(locale, "known_elements");
  return messageText(locale, type.kind === "map" ? "known_entries" : "known_value");
}

/** How attributes are listed; `isTold` if the text of the variable says what must be known at plan time. */
interface ListedIn {
  readonly locale: Locale;
  readonly isTold: boolean;
}

function attributeLines(type: TypeConstraint, indent: string, listed: ListedIn): readonly string[] {
  if (type.kind === "list" || type.kind === "set" || type.kind === "map")
    return attributeLines(type.element, indent, listed);
  if (type.kind !== "object") return [];
  const { locale, isTold } = listed;
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
    const isKnown = attribute.type.isKnown === true && !isTold && !saysWhenKnown(attribute.description);
    const known = isKnown ? knownText(attribute.type, locale) : "";
    const told = joinSentences([text === "" ? "" : endSentence(text), need, known]);
    const head = `${indent}- \`${name}\`${told === "" ? "" : `: ${told}`}`;
    return [head, ...attributeLines(attribute.type, `${indent}  `, listed)];
  });
}

/** A default in one line, as prose shows it. */
export function printDefault(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printDefault).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)} = ${printDefault(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
