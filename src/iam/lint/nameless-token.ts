/** The token in a policy for an unknown expression that has no name. */

/** Whether a text holds such an expression: then two texts that look the same may differ. */
export function hasNamelessToken(text: string): boolean {
  return text.includes("${...}");
}
