/** `${...}` is the placeholder for an unknown expression that cannot be shown by a name, such as `${var.bucket}` can. */

/**
 * Whether a text contains the placeholder `${...}`. Two equal texts with it may still have different values, because each placeholder
 * replaces another expression.
 */
export function hasNamelessToken(text: string): boolean {
  return text.includes("${...}");
}
