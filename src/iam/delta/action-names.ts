/** Names of actions in the delta: their spelling in the documentation of AWS, and the actions that a wildcard matches. */

import { hasToken } from "../../text/tokens";
import { actionName, actionsMatching } from "../data/authorization";

const MAX_CACHED = 4096;
const spelled = new Map<string, string>();
const matching = new Map<string, readonly string[]>();

/**
 * An action in the upper and lower case of AWS's documentation: `s3:GetObject` for `S3:getobject`. In a pattern only the part in
 * front of the first wildcard is respelled: `s3:Get*` for `s3:get*`.
 */
export function spellAction(written: string): string {
  const present = spelled.get(written);
  if (present !== undefined) return present;
  if (spelled.size >= MAX_CACHED) spelled.clear();
  const made = hasToken(written) ? written : spellLowerCase(written.toLowerCase());
  spelled.set(written, made);
  return made;
}

function spellLowerCase(lower: string): string {
  const wildcardAt = lower.search(/[*?]/);
  if (wildcardAt < 0) return actionName(lower) ?? lower;
  const colonAt = lower.indexOf(":");
  // Without a letter between the colon and the wildcard there is no name to spell.
  if (colonAt < 0 || wildcardAt < colonAt + 2) return lower;
  const [first] = actionsOfPattern(lower);
  return first === undefined ? lower : first.slice(0, wildcardAt) + lower.slice(wildcardAt);
}

/**
 * The actions of AWS that a pattern matches. The list is empty if the service has a wildcard, or if the pattern has a `${...}`; the
 * pattern is then compared as a whole.
 */
export function actionsOfPattern(text: string): readonly string[] {
  const service = text.slice(0, Math.max(0, text.indexOf(":")));
  if (service === "" || /[*?]/.test(service) || hasToken(text)) return [];
  const present = matching.get(text);
  if (present !== undefined) return present;
  if (matching.size >= MAX_CACHED) matching.clear();
  const found = actionsMatching(text);
  matching.set(text, found);
  return found;
}
