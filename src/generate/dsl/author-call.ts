/** Remembers where the author made a value, so that a problem with the value is reported with that line. */
import { type AuthorCall, withDeepStack } from "../../errors";

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

/** A call, with the keys of a path in what the call was given: `runs[1].name` has the keys `runs`, 1 and `name`. */
export function callAt(stack: string | undefined, path = ""): AuthorCall | undefined {
  if (stack === undefined) return undefined;
  const steps = path.match(/[^.[\]:]+|\[\d+\]/g) ?? [];
  return { stack, keys: steps.map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step)) };
}

/** The calls that led here, for the line of the author among them. */
export function stackHere(): string {
  return withDeepStack(() => new Error().stack ?? "");
}
