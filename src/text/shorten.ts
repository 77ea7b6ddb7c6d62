/** The start of a text that is too long for a message. */
export function shorten(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most)}...` : text;
}
