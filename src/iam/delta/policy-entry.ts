/**
 * One entry of `Action`, `Resource` or `Principal`, or the whole list of `NotAction`, `NotResource` or `NotPrincipal`. The delta
 * compares entries.
 */

import { compareTexts } from "../../text/compare-texts";
import { Memo } from "../../text/memo";
import { hasToken } from "../../text/tokens";
import { arnCovers, arnPattern } from "../arn/arn-match";
import { covers, intersects, type Pattern, pattern } from "../document/pattern";
import { spellAction } from "./action-names";
import { opaqueArn, opaqueText } from "./opaque";

/** The element that an entry belongs to. */
export type Axis = "action" | "resource" | "principal";

/** An entry of an element of a statement. */
export interface PolicyEntry {
  readonly axis: Axis;
  /** A key that is equal for entries with the same meaning. */
  readonly key: string;
  /** The text that findings show. */
  readonly text: string;
  /** The text up to the first wildcard. Everything that the entry covers begins with it. */
  readonly prefix: string;
  /** Whether it has no wildcard, so that it covers only itself. */
  readonly plain: boolean;
  /** Whether a part of it is known only after apply, or depends on the request. */
  readonly isUnresolved: boolean;
  /** `*` */
  readonly matchesEverything: boolean;
  /** The principal is another account. That account can pass its permissions on to its users and roles. */
  readonly foreign?: true;
  /** It is a `Not...`: all but these. */
  readonly not?: readonly PolicyEntry[];
}

/** Longer patterns are compared as texts, because the time for two patterns grows with the product of their lengths. */
const LONGEST = 512;
const entries = new Memo<string, PolicyEntry>(20_000);

/** The entry of a text. */
export function policyEntry(axis: Axis, written: string): PolicyEntry {
  return entries.get(`${axis} ${written}`, () => parseEntry(axis, written.replace(/\*{2,}/g, "*")));
}

/**
 * A principal, as seen from an account: another account covers its users and roles.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, "AWS account principals"
 */
export function principalEntry(name: string, own: string | undefined): PolicyEntry {
  const entry = policyEntry("principal", name);
  const account = /^AWS (\d{12})$/.exec(name)?.[1];
  if (own === undefined || account === undefined || account === own) return entry;
  return entries.get(`foreign ${name}`, () => ({ ...entry, plain: false, foreign: true }));
}

/** All but these. */
export function excludingEntry(axis: Axis, texts: readonly string[]): PolicyEntry {
  const name = { action: "NotAction", resource: "NotResource", principal: "NotPrincipal" }[axis];
  const not = [...new Map(texts.map((text) => policyEntry(axis, text)).map((entry) => [entry.key, entry])).values()];
  not.sort((a, b) => compareTexts(a.key, b.key));
  return {
    axis,
    key: `${name} ${JSON.stringify(not.map(({ key }) => key))}`,
    text: `${name} ${JSON.stringify(not.map(({ text }) => text))}`,
    prefix: "",
    plain: false,
    isUnresolved: not.some((entry) => entry.isUnresolved),
    matchesEverything: false,
    not,
  };
}

function parseEntry(axis: Axis, text: string): PolicyEntry {
  const isUnresolved = hasToken(text);
  if (axis === "principal") {
    return {
      axis,
      key: opaqueText(text),
      text,
      prefix: "",
      plain: text !== ANYONE,
      isUnresolved,
      matchesEverything: false,
    };
  }
  const key = axis === "action" ? opaqueText(text).toLowerCase() : opaqueArn(text);
  const wild = key.search(/[*?]/);
  const shown = axis === "action" ? spellAction(text) : text;
  return {
    axis,
    key,
    text: shown,
    prefix: wild < 0 ? key : key.slice(0, wild),
    plain: wild < 0,
    isUnresolved,
    matchesEverything: key === "*" || (axis === "action" && key === "*:*"),
  };
}

/** Every principal of AWS, anonymous callers included; services and federated users have kinds of their own. */
export const ANYONE = "AWS *";

/** Whether the first allows all that the second allows. `true` is certain; an unknown part equals only itself. */
export function entryCovers(wide: PolicyEntry, narrow: PolicyEntry): boolean {
  if (wide.key === narrow.key) return true;
  if (wide.matchesEverything) return true;
  if (wide.not !== undefined) {
    const { not } = wide;
    if (narrow.not === undefined) return not.every((out) => !mayMeet(out, narrow));
    return not.every((out) => narrow.not?.some((left) => entryCovers(left, out)));
  }
  if (wide.plain || narrow.not !== undefined) return false;
  if (wide.axis === "principal") return principalCovers(wide, narrow);
  if (!narrow.prefix.startsWith(wide.prefix) || isLong(wide) || isLong(narrow)) return false;
  if (wide.axis === "resource") return arnCovers(wide.key, narrow.key);
  return covers(pattern(wide.key), pattern(narrow.key));
}

function principalCovers({ key, foreign }: PolicyEntry, narrow: PolicyEntry): boolean {
  if (key === ANYONE) return narrow.key.startsWith("AWS ");
  return foreign === true && accountOfPrincipal(narrow.key) === key.slice("AWS ".length);
}

/** The account of `AWS arn:aws:iam::111111111111:role/x`. */
export function accountOfPrincipal(name: string): string | undefined {
  return /^AWS (?:(\d{12})$|arn:[^:]*:(?:iam|sts)::(\d{12}):)/
    .exec(name)
    ?.slice(1)
    .find((id) => id !== undefined);
}

/** Whether both may allow the same thing. `false` is certain; an unknown part may be anything. */
export function mayMeet(a: PolicyEntry, b: PolicyEntry): boolean {
  if (a.key === b.key || a.matchesEverything || b.matchesEverything) return true;
  if (a.not !== undefined || b.not !== undefined)
    return !(a.not ?? b.not)!.some((out) => entryCovers(out, a.not ? b : a));
  if (a.axis === "principal") return a.isUnresolved || b.isUnresolved || entryCovers(a, b) || entryCovers(b, a);
  if (a.plain && b.plain && !a.isUnresolved && !b.isUnresolved) return false;
  if (isLong(a) || isLong(b)) return true;
  return intersects(openPattern(a), openPattern(b));
}

/** An ARN is compared as one text here: a `*` may then match a colon, so that no possible match is missed. */
function openPattern({ axis, text }: PolicyEntry): Pattern {
  return axis === "action" ? pattern(text, { ignoreCase: true }) : arnPattern(text).whole;
}

function isLong({ key }: PolicyEntry): boolean {
  return key.length > LONGEST;
}
