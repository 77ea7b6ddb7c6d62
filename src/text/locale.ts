/** The languages of generated texts, and a text that its author gives in several of them. */

/** The languages that generated texts can be in; the first is the default. */
export const LOCALES = ["en", "ja"] as const;

/** The language of generated texts. */
export type Locale = (typeof LOCALES)[number];

/** The language of generated texts where nobody chose one. */
export const DEFAULT_LOCALE: Locale = LOCALES[0];

/**
 * A text for people: one string for every language, or one for each. English is shown where a language has none.
 *
 * ```ts
 * title: { en: "AWS Glue job", ja: "AWS Glue ジョブ" }
 * ```
 */
export type LocalText = string | { readonly en: string; readonly ja?: string };

/** The text in a language. */
export function chooseText(text: LocalText, locale: Locale): string {
  return typeof text === "string" ? text : (text[locale] ?? text.en);
}

/** The text in each language that it has. */
export function textsIn(text: LocalText): readonly string[] {
  return typeof text === "string" ? [text] : LOCALES.flatMap((locale) => text[locale] ?? []);
}

/** Whether a value is a text, or an object with a text for `en` and for any other of the languages. */
export function isLocalText(value: unknown): value is LocalText {
  if (typeof value === "string") return true;
  if (typeof value !== "object" || value === null) return false;
  const given = Object.entries(value).filter(([, text]) => text !== undefined);
  const isEvery = given.every(([locale, text]) => isLocale(locale) && typeof text === "string");
  return isEvery && given.some(([locale]) => locale === DEFAULT_LOCALE);
}

/** Whether a value is one of the languages. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
