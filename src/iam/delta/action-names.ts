/** Names of actions in the delta: as AWS spells them, and which ones a wildcard allows. */

import { hasToken } from "../../text/tokens";
import { actionName, actionsMatching } from "../data/authorization";

const KEPT = 4096;
const spelled = new Map<string, string>();
const matching = new Map<string, readonly string[]>();

/** An action in the spelling of AWS, whatever its case. Of a pattern, the part in front of the first wildcard is spelled so. */
export function spellAction(written: string): string {
  const present = spelled.get(written);
  if (present !== undefined) return present;
  if (spelled.size >= KEPT) spelled.clear();
  const made = hasToken(written) ? written : spell(written.toLowerCase());
  spelled.set(written, made);
  return made;
}

function spell(lower: string): string {
  const wild = lower.search(/[*?]/);
  if (wild < 0) return actionName(lower) ?? lower;
  if (lower.indexOf(":") < 0 || wild < lower.indexOf(":") + 2) return lower;
  const [first] = membersOf(lower);
  return first === undefined ? lower : first.slice(0, wild) + lower.slice(wild);
}

/** The actions of AWS that a pattern allows. The list is empty if the name of the service itself has a wildcard. */
export function membersOf(text: string): readonly string[] {
  const service = text.slice(0, Math.max(0, text.indexOf(":")));
  if (service === "" || /[*?]/.test(service) || hasToken(text)) return [];
  const present = matching.get(text);
  if (present !== undefined) return present;
  if (matching.size >= KEPT) matching.clear();
  const found = actionsMatching(text);
  matching.set(text, found);
  return found;
}
