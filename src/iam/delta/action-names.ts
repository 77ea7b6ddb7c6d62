/** Names of actions in the delta: their spelling in the documentation of AWS, and the actions that a wildcard matches. */

import { Memo } from "../../text/memo";
import { hasToken } from "../../text/tokens";
import { actionName, actionsMatching } from "../data/authorization";

const spelled = new Memo<string, string>(4096);
const matching = new Memo<string, readonly string[]>(4096);

/**
 * An action in the upper and lower case of AWS's documentation: `s3:GetObject` for `S3:getobject`. In a pattern only the part in
 * front of the first wildcard is respelled: `s3:Get*` for `s3:get*`.
 */
export function spellAction(written: string): string {
  return spelled.get(written, () => (hasToken(written) ? written : spellLowerCase(written.toLowerCase())));
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
  return matching.get(text, () => actionsMatching(text));
}
