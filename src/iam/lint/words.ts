/** Lists in the words of a message. */

/** `a`, `a and b`, `a, b and 3 more`; each in backticks. */
export function listOf(names: readonly string[], most = 6): string {
  const unique = [...new Set(names)];
  const shown = unique.length > most ? unique.slice(0, most - 1) : unique;
  const parts = shown.map((name) => `\`${shorten(name)}\``);
  if (shown.length < unique.length) return `${parts.join(", ")} and ${unique.length - shown.length} more`;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A text that fits into a message. */
export function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

/** `needs` or `need`. */
export function verb(names: readonly string[], one: string, many: string): string {
  return new Set(names).size === 1 ? one : many;
}
