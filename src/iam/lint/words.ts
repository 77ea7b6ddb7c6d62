/** Lists and names in the words of a message. */
import { withConjunction } from "../../text/list-words";
import { join, type Message, value } from "../../text/message";
import { shorten } from "../../text/shorten";

export { shorten };

/** `a`, `a and b`, `a, b and 3 more`; each name is a value. */
export function listOf(names: readonly string[], most = 6, last: "and" | "or" = "and"): Message {
  const unique = [...new Set(names)];
  const shown = unique.length > most ? unique.slice(0, most - 1) : unique;
  const values = shown.map((name) => value(shorten(name)));
  if (shown.length < unique.length) return [...join(values, ", "), ` ${last} ${unique.length - shown.length} more`];
  return withConjunction(values, last).flat();
}

/** `needs` or `need`. */
export function verb(names: readonly string[], one: string, many: string): string {
  return new Set(names).size === 1 ? one : many;
}
