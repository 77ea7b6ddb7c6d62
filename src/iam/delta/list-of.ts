/** Lists of names in a sentence. */

/** `a`, `a and b`, `a, b, c and 3 more`; each in backticks, and none that is longer than a line. */
export function listOf(names: readonly string[], most = 4): string {
  const shown = names.slice(0, names.length > most ? most - 1 : most).map((name) => `\`${shorten(name)}\``);
  if (shown.length < names.length) return `${shown.join(", ")} and ${names.length - shown.length} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
