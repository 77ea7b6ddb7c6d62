/** What somebody may have meant who wrote a name that AWS does not know. */
import { checkArgument } from "../../text/check-argument";
import { Memo } from "../../text/memo";
import { isOneEditFrom, nearestName, onlyNameMeant } from "../../text/suggest-name";
import { actionsMeantBy } from "./action-aliases";
import { nearActions } from "./action-suggest";
import { actionName, actionsMatching, allServices } from "./authorization";
import { serviceData } from "./authorization-data";
import { dataSource } from "./data-source";
import { globalKeys } from "./global-keys";
import { keyMeantBy } from "./key-aliases";
import { serviceMeantBy } from "./service-aliases";

/** Each question looks at all known names, and the same names are wrong in many policies. */
const mistyped = new Memo<string, boolean>(4096);

/** Actions that were meant by one that does not exist, the likeliest first; empty where none is near. */
export function suggestAction(text: string): readonly string[] {
  checkArgument(text, "text", "suggestAction(text)");
  const meant = actionsMeantBy(text);
  if (meant !== undefined) return meant;
  const [prefix, name] = halves(text);
  const service = name === undefined ? undefined : suggestService(prefix, name);
  if (service === undefined || name === undefined) return [];
  const same = actionName(`${service}:${name}`);
  if (same !== undefined) return [same];
  const meantElsewhere = actionsMeantBy(`${service}:${name}`);
  return meantElsewhere ?? nearActions(service, name).map((near) => `${service}:${near}`);
}

/** Whether an action that does not exist is a known one of its service but for one letter: no new action is, see `action-suggest.ts`. */
export function isMistypedAction(text: string): boolean {
  return mistyped.get(`action ${text}`, () => {
    const [service, name = ""] = halves(text.toLowerCase());
    return serviceData(service)?.actionNames.some((known) => isOneEditFrom(name, known.toLowerCase())) === true;
  });
}

/**
 * The action that is meant by a mistyped one, where it is certain: that of its service which differs in one letter, if no other does
 * and it is suggested, so that reading stays reading.
 */
export function actionMeantByTypo(text: string): string | undefined {
  const [service, name = ""] = halves(text);
  const prefix = service.toLowerCase();
  const meant = onlyNameMeant(name, serviceData(prefix)?.actionNames ?? []);
  return meant !== undefined && nearActions(prefix, name).includes(meant) ? `${prefix}:${meant}` : undefined;
}

/**
 * Whether the prefix of an action is that of a service but for one letter, and that service has the action; or but for a sign that it
 * lacks or has too much. Of the 24 services that AWS added in ten months one differs so little from an older one, `ecs-mcp` from
 * `eks-mcp`, by a letter in place of another.
 */
export function isMistypedService(text: string): boolean {
  return mistyped.get(`service ${text}`, () => isNearService(text));
}

function isNearService(text: string): boolean {
  const [service, name = ""] = halves(text.toLowerCase());
  if (service.length >= LONG_PREFIX && allServices().some((known) => isOneSignFrom(service, known))) return true;
  return allServices().some((known) => isOneEditFrom(service, known) && hasNamed(known, name));
}

/** Shorter prefixes are too near to one another. */
const LONG_PREFIX = 5;

/** Whether a prefix is that of a service with one sign more or less; a digit at its end is that of another service. */
function isOneSignFrom(service: string, known: string): boolean {
  if (service.length === known.length || /\d$/.test(service)) return false;
  return isOneEditFrom(service, known);
}

/** Of so few letters each prefix is near to some other. */
const SHORT_PREFIX = 3;

/**
 * The service of a prefix, the one that is called so elsewhere, the one that differs in a letter and has the action, or the one that is
 * nearest. For a prefix of three letters none is near, unless the action tells: `s2:GetObject`.
 *
 * @param name the name of the action behind the prefix; without it no action is looked for
 */
export function suggestService(prefix: string, name = ""): string | undefined {
  checkArgument(prefix, "text", "suggestService(prefix)");
  const service = prefix.toLowerCase();
  if (dataSource().has(service)) return service;
  const meant = serviceMeantBy(service);
  if (meant !== undefined) return meant;
  const near = allServices().filter((known) => isOneEditFrom(service, known) && hasNamed(known, name));
  // A letter is left out more often than it is put in: `qs` is `sqs`, and not `q`.
  const [longest] = near.sort((a, b) => b.length - a.length);
  if (longest !== undefined || service.length <= SHORT_PREFIX) return longest;
  return nearestName(service, allServices());
}

/** Whether a service has an action of a name. Every service has actions that `Get*` allows. */
function hasNamed(service: string, name: string): boolean {
  return /[a-z]{5}/i.test(name) && actionsMatching(`${service}:${name.toLowerCase()}`).length > 0;
}

/**
 * The condition key that is meant by one that does not exist: that of one of the given services with the same name, as
 * `s3:TlsVersion` is for `aws:TLSVersion`; without its colon or its prefix it is found too. Else the one that is nearest.
 */
export function suggestConditionKey(key: string, services: readonly string[] = []): string | undefined {
  checkArgument(key, "text", "suggestConditionKey(key)");
  const name = key.slice(Math.max(0, key.indexOf(":"))).toLowerCase();
  const hasColon = key.includes(":");
  for (const service of services) {
    for (const known of serviceData(service)?.conditionKeys.keys() ?? []) {
      const lower = known.toLowerCase();
      if (
        hasColon ? lower === service + name : [lower.replace(":", ""), lower.slice(service.length + 1)].includes(name)
      )
        return known;
    }
  }
  return keyMeantBy(key) ?? nearestKey(key);
}

/** Further than so many letters a key is another key, also where the words before are the same: `aws:SourceVpc...`, `aws:SourceAccount`. */
const MOST_EDITS_OF_KEY = 3;
const LETTERS_AN_EDIT_OF_KEY = 5;

/** The nearest key; what stands behind the slash of a tag is kept. */
function nearestKey(key: string): string | undefined {
  const slash = key.indexOf("/");
  const [stem, rest] = slash < 0 ? [key, ""] : [key.slice(0, slash), key.slice(slash)];
  const stems = conditionKeysBeside(key).flatMap((known) => {
    const [before = known, tag] = known.split("/", 2);
    return (tag === undefined) === (rest === "") ? [before] : [];
  });
  const length = stem.length - stem.indexOf(":") - 1;
  const most = Math.min(MOST_EDITS_OF_KEY, Math.floor(length / LETTERS_AN_EDIT_OF_KEY));
  const near = nearestName(stem, stems, most);
  return near === undefined ? undefined : near + rest;
}

/** Whether a condition key that does not exist is a known one but for one letter. */
export function isMistypedKey(key: string): boolean {
  return mistyped.get(`key ${key}`, () => {
    const name = key.toLowerCase();
    return conditionKeysBeside(key).some((known) => isOneEditFrom(name, known.toLowerCase()));
  });
}

function conditionKeysBeside(key: string): readonly string[] {
  const [service] = halves(key.toLowerCase());
  return [...globalKeys.map(({ name }) => name), ...(serviceData(service)?.conditionKeys.keys() ?? [])];
}

function halves(text: string): readonly [string, string | undefined] {
  const colon = text.indexOf(":");
  return colon < 0 ? ["", undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}
