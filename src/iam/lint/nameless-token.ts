/** What stands in a policy for an expression that is not known and has no name. */

/** Whether a text holds such an expression: then two texts that look the same may differ. */
export function hasNamelessToken(text: string): boolean {
  return text.includes("${...}");
}
