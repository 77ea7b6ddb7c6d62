/** The fixed texts of generated files, in the language that is asked for. */
import type { Locale } from "../../text/locale";
import { EN, type MessageName } from "./en";
import { JA } from "./ja";

type PlaceholderIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${" " | "="}${string}` ? never : Name) | PlaceholderIn<Rest>
  : never;

/** The values of a text's placeholders. */
type MessageValues<N extends MessageName> = Readonly<Record<PlaceholderIn<(typeof EN)[N]>, string>>;

const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageName, string>>>> = { en: EN, ja: JA };

/** The names of all texts. */
export const MESSAGE_NAMES = Object.keys(EN) as readonly MessageName[];

/** A placeholder: one word in braces. Expressions of HCL have more between their braces. */
const PLACEHOLDER = /\{(\w+)\}/g;

/** A text with its placeholders filled. */
export function messageText<N extends MessageName>(
  locale: Locale,
  name: N,
  ...[values]: [PlaceholderIn<(typeof EN)[N]>] extends [never] ? [] : [MessageValues<N>]
): string {
  return fillMessage(locale, name, (values ?? {}) as Readonly<Record<string, string>>);
}

/** A text with its placeholders filled, for a caller who knows the names only when it runs. */
export function fillMessage(locale: Locale, name: string, values: Readonly<Record<string, unknown>>): string {
  return MESSAGES[locale][name as MessageName].replace(PLACEHOLDER, (_, key: string) => String(values[key] ?? ""));
}

/** The names of the placeholders of a text, each once; undefined if there is no such text. */
export function placeholdersOf(name: string, locale: Locale = "en"): readonly string[] | undefined {
  if (!Object.hasOwn(EN, name)) return undefined;
  const found = MESSAGES[locale][name as MessageName].matchAll(PLACEHOLDER);
  return [...new Set([...found].map(([, key = ""]) => key))];
}
