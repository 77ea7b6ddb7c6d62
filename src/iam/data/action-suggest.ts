/**
 * Actions of a service near a name that it does not have.
 *
 * Measured on the 1,870 actions that AWS added to its services between 2025-11 and 2026-09: none differs from an older
 * action of its service in one letter only, 16 differ in two. So one letter is a mistake, and more is a guess; a guess
 * keeps the verb, and never leads from reading to writing.
 */
import { isOneEditFrom, nearestName } from "../../text/suggest-name";
import { serviceData } from "./authorization-data";
import type { ServiceData } from "./service-data";

/** Names of actions that were meant, the likeliest first; empty where none is near. */
export function nearActions(service: string, name: string): readonly string[] {
  const data = serviceData(service);
  if (data === undefined) return [];
  const candidates = candidatesFor(data, name);
  const oneEdit = candidates.find((known) => isOneEditFrom(name.toLowerCase(), known.toLowerCase()));
  if (oneEdit !== undefined) return [oneEdit];
  if (knownVerb(data, name) === undefined) return [];
  const nearest = nearestName(name, candidates, Math.min(MOST_EDITS, Math.floor(name.length / LETTERS_AN_EDIT)));
  if (nearest !== undefined) return [nearest];
  return candidates.filter((known) => isWithOneMoreWord(name, known));
}

/** Further than so many letters a name is another name. */
const MOST_EDITS = 3;
const LETTERS_AN_EDIT = 5;

/** Verbs of actions that only read, in lower case. */
const READING =
  /^(batch)?(get|list|describe|search|query|lookup|head|read|view|check|count|select|scan|preview|estimate|retrieve|download|validate)/;

/** The actions with the verb of the name; all where its verb is no known one. From a name that reads only to those that read. */
export function candidatesFor(data: ServiceData, name: string): readonly string[] {
  const verb = knownVerb(data, name);
  const reads = verb !== undefined && READING.exec(verb)?.[0] === verb;
  return data.actionNames.filter((known) => {
    if (verb !== undefined && verbOf(known).toLowerCase() !== verb) return false;
    return !reads || isReading(data, known);
  });
}

/** The pattern that a verb alone stands for, where several actions of the service begin with it: `List*` of `List`. Only verbs that read. */
export function patternOfVerb(service: string, name: string): string | undefined {
  const verb = name.toLowerCase();
  if (READING.exec(verb)?.[0] !== verb) return undefined;
  const names = serviceData(service)?.actionNames ?? [];
  return names.filter((known) => verbOf(known).toLowerCase() === verb).length > 1 ? `${name}*` : undefined;
}

function isReading(data: ServiceData, name: string): boolean {
  const access = data.action(name.toLowerCase())?.access ?? [];
  return access.every((level) => level === "Read" || level === "List");
}

/** The verb with which a name begins, in lower case: one that an action of the service has, or one that reads. */
function knownVerb({ actionNames }: ServiceData, name: string): string | undefined {
  const lower = name.toLowerCase();
  const verbs = new Set(actionNames.map((known) => verbOf(known).toLowerCase()));
  const given = verbOf(name).toLowerCase();
  if (verbs.has(given)) return given;
  const begins = [...verbs].filter((verb) => lower.startsWith(verb)).sort((a, b) => b.length - a.length);
  // Where the words of a name cannot be told apart, as in `gettabel`, its beginning counts.
  if (given === lower) return begins[0] ?? READING.exec(lower)?.[0];
  // `Checkpoint` does not check.
  return READING.exec(given)?.[0] === given ? given : undefined;
}

/** The first word of a name, with the next where the first says how and not what: `BatchGet`, `AdminDelete`. */
function verbOf(name: string): string {
  return /^(?:Batch|Bulk|Admin)?[A-Z]*[a-z0-9]*/.exec(name)?.[0] ?? "";
}

/** Whether a name is a known one of several words with a word behind it: `GetBucketWebsiteConfiguration`. */
function isWithOneMoreWord(name: string, known: string): boolean {
  return /[A-Z].*[A-Z]/.test(known) && name.startsWith(known) && /^[A-Z][a-z]+$/.test(name.slice(known.length));
}
