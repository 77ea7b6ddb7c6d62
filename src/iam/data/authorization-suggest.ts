/** What somebody may have meant who wrote a name that AWS does not know. */
import { nearestName } from "../../text/suggest-name";
import { actionName, allServices } from "./authorization";
import { actionNamesOf, serviceData } from "./authorization-data";
import { globalKeys } from "./global-keys";
import { actionAliases } from "./overrides";

const known = new Map(Object.entries(actionAliases).map(([name, meant]) => [name.toLowerCase(), meant]));

/** Actions that were meant by one that does not exist, the likeliest first; empty where none is near. */
export function suggestAction(text: string): readonly string[] {
  const meant = known.get(text.toLowerCase());
  if (meant !== undefined) return meant;
  const colon = text.indexOf(":");
  if (colon < 0) return [];
  const service = suggestService(text.slice(0, colon));
  if (service === undefined) return [];
  const name = text.slice(colon + 1);
  const same = actionName(`${service}:${name}`);
  if (same !== undefined) return [same];
  const nearest = nearestName(name, actionNamesOf(service) ?? []);
  return nearest === undefined ? [] : [`${service}:${nearest}`];
}

/** The service of a prefix, or the one that is nearest to it. */
export function suggestService(prefix: string): string | undefined {
  const service = prefix.toLowerCase();
  return actionNamesOf(service) === undefined ? nearestName(service, allServices()) : service;
}

/** The condition key that is nearest to one that does not exist. */
export function suggestConditionKey(key: string): string | undefined {
  const service = key.slice(0, Math.max(0, key.indexOf(":"))).toLowerCase();
  const names = [...globalKeys.map(({ name }) => name), ...(serviceData(service)?.conditionKeys.keys() ?? [])];
  return nearestName(key, names);
}
