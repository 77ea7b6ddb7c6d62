/** A word with its first letter in upper case: `Job` for `job`. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
