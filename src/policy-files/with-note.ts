/** A hint, and what else is to be known of a finding; a question ends with its own mark. */
export function withNote(hint: string | undefined, note: string): string {
  if (hint === undefined) return note;
  return `${hint}${hint.endsWith("?") ? "" : ";"} ${note}`;
}
