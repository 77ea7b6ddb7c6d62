/** Checks a text for people, which an author may give in several languages. */
import type { Problems } from "../../errors";
import { isLocalText, LOCALES, type LocalText, textsIn } from "../../text/locale";
import { checkUnicode } from "./check-unicode";

const LANGUAGES = LOCALES.map((locale) => `${locale}: "..."`).join(", ");

/** Whether what an author gave as a text is one, in valid Unicode. */
export function checkLocalText(given: unknown, name: string, path: string, problems: Problems): given is LocalText {
  if (isLocalText(given)) return textsIn(given).every((text) => checkUnicode(text, path, problems));
  problems.add({
    code: "bad-text",
    path,
    message: `\`${name}\` must be a text, but is ${JSON.stringify(given) ?? String(given)}`,
    hint: `write a string, or { ${LANGUAGES} } with English and any of the other languages`,
  });
  return false;
}

/** Reports a deprecation without a message, in any language. */
export function checkDeprecation(given: unknown, path: string, problems: Problems): void {
  if (given === undefined || !checkLocalText(given, "deprecated", path, problems)) return;
  if (textsIn(given).every((text) => text.trim() !== "")) return;
  problems.add({
    code: "empty-message",
    path,
    message: "`deprecated` has no message",
    hint: "write what the caller should use in its place, as a sentence",
  });
}
