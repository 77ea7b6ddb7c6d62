/** Suggestions look at every name there is, so they are made once for a text, and not for all of a hostile policy. */
import type { Context } from "./context";

const KEPT = 2048;
const LONGEST = 64;
/** More misspelled names in one policy are no slips. */
const MOST_IN_A_POLICY = 40;

const made = new Map<string, unknown>();
const asked = new WeakMap<Context, number>();

/** What a text may have meant; `kind` tells lists of names apart. */
export function suggestOnce<T>(context: Context, kind: string, text: string, make: (text: string) => T): T | undefined {
  if (text.length > LONGEST) return undefined;
  const key = `${kind} ${text}`;
  if (!made.has(key)) {
    const count = asked.get(context) ?? 0;
    if (count >= MOST_IN_A_POLICY) return undefined;
    asked.set(context, count + 1);
    if (made.size >= KEPT) made.clear();
    made.set(key, make(text));
  }
  return made.get(key) as T | undefined;
}
