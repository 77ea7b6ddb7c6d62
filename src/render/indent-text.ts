/** Puts spaces before each line that is not empty. */
export function indentText(text: string, spaces: number): string {
  return text.replace(/^(?=[^\n])/gm, " ".repeat(spaces));
}
