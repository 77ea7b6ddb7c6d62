/** Grants over known values (strings and arrays), and the policy that results from them. */
import { checkListOfObjects } from "../../text/check-argument";
import type { PlainPolicy, PlainStatement } from "../document/plain-policy";
import { type Grant, type GrantBody, isRepeated, type Location, type Terms } from "./terms";

export type PlainTexts = readonly string[];
type PlainLocations = readonly Location<string>[];
/** The operations over plain values. */
type PlainTerms = Terms<string, PlainTexts, boolean, PlainLocations>;
/** A grant over plain values. */
export type PlainGrant = Grant<string, PlainTexts, boolean, PlainLocations>;

/** Runs each operation now. */
export const plainTerms: PlainTerms = {
  yes: true,
  join: (...parts) => parts.join(""),
  before: (text, separator) => text.split(separator)[0] ?? "",
  after: (text, separator) => (text.includes(separator) ? text.slice(text.indexOf(separator) + separator.length) : ""),
  withoutStart: (text, start) => (text.startsWith(start) ? text.slice(start.length) : text),
  withoutEnd: (text, end) => (text.endsWith(end) ? text.slice(0, -end.length) : text),
  replace: (text, part, by) => text.replaceAll(part, by),
  endsWith: (text, end) => text.endsWith(end),
  has: (text, part) => text.includes(part),
  isEmpty: (text) => text === "",
  not: (condition) => !condition,
  and: (...conditions) => !conditions.includes(false),
  or: (...conditions) => conditions.includes(true),
  choose: (condition, yes, no) => (condition ? yes : no),
  list: (items) => items,
  concat: (...lists) => lists.flat(),
  when: (condition, list) => (condition ? list : []),
  each: (list, _name, use) => list.map((item) => use(item)),
  hasAny: (list) => list.length > 0,
  locations: (list, _name, use) => list.map((item) => use(item)),
  hasLocations: (list) => list.length > 0,
  column: (list, _name, use) => list.map((location) => use(location)),
};

/** The statements of the grants that are needed; no policy if there are none. */
export function policyOfGrants(grants: readonly PlainGrant[]): PlainPolicy | undefined {
  checkListOfObjects(grants, "policyOfGrants(grants)");
  const statements = grants.flatMap(statementsOf);
  return statements.length === 0 ? undefined : { Version: "2012-10-17", Statement: statements };
}

/** Each statement that there may be, its actions and its reason, for documents. */
export interface GrantRow {
  /** Ends with `N` in place of a number, if there is one statement for each location. */
  readonly sid: string;
  readonly actions: PlainTexts;
  readonly reason: string;
}

/** The rows of grants. */
export function rowsOf(grants: readonly PlainGrant[]): readonly GrantRow[] {
  return grants.map((grant) => {
    const { sid, reason } = grant;
    if (!isRepeated(grant)) return { sid, reason, actions: grant.actions };
    return { sid: `${sid}N`, reason, actions: grant.of({ bucket: "", key: "", objects: "" }).actions };
  });
}

function statementsOf(grant: PlainGrant): readonly PlainStatement[] {
  if (!isRepeated(grant)) return grant.isNeeded ? [statement(grant.sid, grant.effect ?? "Allow", grant)] : [];
  return grant.over.map((location, index) => statement(`${grant.sid}${index}`, "Allow", grant.of(location)));
}

function statement(sid: string, effect: string, body: GrantBody<PlainTexts, boolean>): PlainStatement {
  const conditions = (body.conditions ?? []).filter(({ isNeeded }) => isNeeded !== false);
  const base = { Sid: sid, Effect: effect, Action: unique(body.actions), Resource: unique(body.resources) };
  if (conditions.length === 0) return base;
  const operators: Record<string, Record<string, PlainTexts>> = {};
  for (const { test, variable, values } of conditions) operators[test] = { ...operators[test], [variable]: values };
  return { ...base, Condition: operators };
}

function unique(list: PlainTexts): PlainTexts {
  return [...new Set(list)];
}
