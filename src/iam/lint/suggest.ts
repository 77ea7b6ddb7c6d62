/** A suggestion compares a text with every known name. So each is computed once, and their number is limited for each policy. */
import { Memo } from "../../text/memo";
import type { Context } from "./context";

/** A longer text is no misspelled name. */
const LONGEST = 64;
/** Maximum number of suggestions for one policy: more wrong names than that are not misspelled. */
const MOST_IN_A_POLICY = 40;

const suggestions = new Memo<string, unknown>(2048);
const asked = new WeakMap<Context, number>();

/** The name that a text may mean, as `make` finds it. `kind` says which list of names is searched. */
export function suggestOnce<T>(context: Context, kind: string, text: string, make: (text: string) => T): T | undefined {
  if (text.length > LONGEST) return undefined;
  const key = `${kind} ${text}`;
  if (!suggestions.has(key)) {
    const count = asked.get(context) ?? 0;
    if (count >= MOST_IN_A_POLICY) return undefined;
    asked.set(context, count + 1);
  }
  return suggestions.get(key, () => make(text)) as T | undefined;
}
