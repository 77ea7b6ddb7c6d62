/** Remembers where the author made a value, so that a problem with the value is reported with that line. */

const MADE = Symbol("tfwright.made");

/**
 * Remembers the call that makes this value. V8 writes the text of a stack when it is first read, so an `Error` that nobody
 * reads costs little.
 */
export function rememberCall<T extends object>(value: T): T {
  return Object.defineProperty(value, MADE, { value: new Error() });
}

/** The stack of the call that made a value, if it was remembered. */
export function stackOfCall(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && MADE in value ? (value[MADE] as Error).stack : undefined;
}
