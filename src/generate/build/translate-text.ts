/** One text of a definition with its translation. */
import type { Problems } from "../../errors";
import { isLocalText, type LocalText } from "../../text/locale";
import { suggestName } from "../../text/suggest-name";

/** A block of code at the end of a text. */
const CODE = /\n\n```[\s\S]*```$/;

/** Where the texts are, in the definition and in messages. */
export interface TranslationPlace {
  readonly locale: string;
  readonly path: string;
  readonly problems: Problems;
  /** The comments in blocks of code. @default they stay as they are */
  readonly comments?: NamedTexts;
}

/** The place of a step further in. */
export const at = (place: TranslationPlace, step: string): TranslationPlace => ({
  ...place,
  path: `${place.path}.${step}`,
});

/** A text with its translation. Nothing where there is no translation, or where one of the two is no text. */
export function translate(
  text: LocalText | undefined,
  translation: unknown,
  place: TranslationPlace,
): LocalText | undefined {
  if (translation === undefined) return undefined;
  const { locale, path, problems, comments } = place;
  if (typeof translation !== "string") {
    const given = JSON.stringify(translation) ?? String(translation);
    problems.add({ code: "bad-text", path, message: `a translation must be a string, but is ${given}` });
    return undefined;
  }
  if (text === undefined) {
    const hint = "write the English text in the definition, or remove the translation";
    problems.add({ code: "bad-definition", path, message: "there is no English text to translate", hint });
    return undefined;
  }
  // What is no text is reported where it stands.
  if (!isLocalText(text)) return undefined;
  const texts = typeof text === "string" ? { en: text } : text;
  const code = CODE.exec(texts.en)?.[0] ?? "";
  const lines = code.split("\n").map((line) => comments?.inLine(line) ?? line);
  return { ...texts, [locale]: `${translation}${lines.join("\n")}` };
}

/** Whether a list has as many translations as texts. A list that is none is reported where it stands. */
export function isPaired(
  texts: unknown,
  translations: readonly unknown[],
  { path, problems }: TranslationPlace,
): boolean {
  if (!Array.isArray(texts) || texts.length === translations.length) return Array.isArray(texts);
  problems.add({
    code: "bad-definition",
    path,
    message: `there are ${translations.length} translations, but ${texts.length} English texts`,
    hint: "write one translation for each text, in the same order",
  });
  return false;
}

/** Translations by the names of what they are for. */
export class NamedTexts {
  readonly #texts: Readonly<Record<string, unknown>>;
  readonly #place: TranslationPlace;
  readonly #names: string[] = [];

  constructor(texts: Readonly<Record<string, unknown>>, place: TranslationPlace) {
    this.#texts = texts;
    this.#place = place;
  }

  /** The text with the translation of this name, or the text itself. */
  addTo(name: string, text: LocalText | undefined): LocalText | undefined {
    this.#names.push(name);
    return translate(text, this.#texts[name], at(this.#place, name)) ?? text;
  }

  /** A line of code, with the text for the comment that ends it. */
  inLine(line: string): string {
    const found = Object.keys(this.#texts).filter((name) => ` ${line}`.endsWith(` # ${name}`));
    const [longest] = found.sort((a, b) => b.length - a.length);
    if (longest === undefined) return line;
    this.#names.push(longest);
    return `${line.slice(0, line.length - longest.length)}${this.#texts[longest]}`;
  }

  /** Reports the translations whose names no text had. */
  reportUnknown(): void {
    const { path, problems } = this.#place;
    for (const name of Object.keys(this.#texts).filter((one) => !this.#names.includes(one)))
      problems.add({
        code: "bad-definition",
        path,
        message: `\`${name}\` is no name in the module`,
        hint: suggestName(name, this.#names, "names"),
      });
  }
}
