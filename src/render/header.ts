import type { Locale } from "../text/locale";
import { messageText } from "./messages/message-text";

/** The line that says what a file was generated from. Its first words are English in every language, because tools read them. */
export function headerOf(name: string, locale: Locale): string {
  return messageText(locale, "header", { name });
}

/** The header of the package's README, which comes from several definitions. */
export function packageHeader(locale: Locale): string {
  return messageText(locale, "package_header");
}
