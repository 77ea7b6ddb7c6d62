/**
 * The delta compares two sides: the statements before a change, and the statements after it. A unit is the smallest difference that
 * is reported: one action on one resource for one principal under one set of conditions, which one side has and the other has not.
 */

import { compareTexts } from "../../text/compare-texts";
import { actionsOfPattern } from "./action-names";
import { type Bits, intersection, share, shareAll } from "./bits";
import type { CoverageIndex } from "./coverage-index";
import type { NormalizedStatement } from "./normalized-statement";
import { entryCovers, mayMeet, type PolicyEntry, policyEntry } from "./policy-entry";
import { isWithoutEffect } from "./without-effect";

/** One action on one resource for one principal that the other side does not cover. */
export interface UncoveredPermission {
  readonly action: PolicyEntry;
  /** The entry of the policy that gives the action: the action itself, or a wildcard that matches it. */
  readonly entry: PolicyEntry;
  readonly resource: PolicyEntry;
  readonly principal: PolicyEntry;
  readonly normalized: NormalizedStatement;
  /** The other side covers every action of the wildcard that AWS has today, so that only future actions differ. */
  readonly onlyFuture: boolean;
  /** The other side covers some actions of the wildcard. */
  readonly partly: boolean;
  /** The action never works on this type of resource, according to AWS's data. */
  readonly withoutEffect: boolean;
}

/** The statements that those of one side are compared with. */
export interface CoverageOfSides {
  /** The statements of the other side. */
  readonly other: CoverageIndex;
  /**
   * Deny statements without conditions on the same side: what they deny, no Allow gives. Absent if Deny statements are compared.
   */
  readonly denied?: CoverageIndex;
}

/** At most this many actions of a wildcard are listed one by one; if more are new, the wildcard is listed instead. */
const MOST_NAMED = 12;

/** The units of a statement that the other side does not cover. */
export function uncovered(normalized: NormalizedStatement, sides: CoverageOfSides): readonly UncoveredPermission[] {
  const { other } = sides;
  if (other.has(normalized)) return [];
  const found: UncoveredPermission[] = [];
  const alike = other.alike(normalized);
  const actions = normalized.actions.filter(({ key }) => !alike?.has(key));
  for (const action of actions) {
    const covering = other.covering(action);
    for (const principal of normalized.principals) {
      const implied = other.impliedFor(normalized.constraints, principal);
      for (const resource of normalized.resources) {
        if (share(implied, covering) && shareAll(implied, other.covering(resource), covering)) continue;
        found.push(...unitsOf({ action, resource, principal, normalized }, implied, sides));
      }
    }
  }
  return found;
}

/** One action on one resource for one principal of a statement. */
type StatementPart = Pick<UncoveredPermission, "action" | "resource" | "principal" | "normalized">;

/**
 * The units of one action, or of the actions of a wildcard that the other side does not cover. `implied` are the statements of the
 * other side that apply to the principal, and whose conditions are met whenever those of the grant are.
 */
function unitsOf(grant: StatementPart, implied: Bits, sides: CoverageOfSides): readonly UncoveredPermission[] {
  const { action, resource, normalized } = grant;
  const { other, denied } = sides;
  if (isDenied(grant, denied)) return [];
  const rest = restOfNot(grant, implied, other);
  if (rest !== undefined) return rest.flatMap((one) => unitsOfRest(one, grant, implied, sides));
  const withoutEffect = isWithoutEffect(action, resource, normalized);
  const whole: UncoveredPermission = { ...grant, entry: action, onlyFuture: false, partly: false, withoutEffect };
  const named = action.plain || action.not !== undefined ? [] : actionsOfPattern(action.key);
  const candidates = named.length === 0 ? implied : intersection(implied, other.covering(resource));
  if (named.length === 0 || !share(candidates, other.meeting(action))) return [whole];
  const entries = named.map((name) => policyEntry("action", name));
  const left = entries.filter((entry) => !share(candidates, other.covering(entry)));
  if (left.length === 0) return [{ ...whole, onlyFuture: true }];
  if (left.length > MOST_NAMED || left.length === named.length) {
    return [{ ...whole, partly: left.length < named.length }];
  }
  return left
    .filter((entry) => !isDenied({ ...grant, action: entry }, denied))
    .map((entry) => ({ ...whole, action: entry, withoutEffect: isWithoutEffect(entry, resource, normalized) }));
}

/** An action that the other side excludes; `partly` if this side excludes some of it, too. */
interface Rest {
  readonly entry: PolicyEntry;
  readonly partly: boolean;
}

/**
 * What `NotAction` gives if the other side has a `NotAction` too: the actions that only the other side excludes. Undefined
 * if the other side has no such statement.
 */
function restOfNot(
  { action: { not }, resource }: StatementPart,
  implied: Bits,
  other: CoverageIndex,
): readonly Rest[] | undefined {
  if (not === undefined) return undefined;
  const found = other
    .pick(intersection(implied, other.covering(resource)))
    .flatMap(({ actions }) => actions.flatMap((one) => (one.not === undefined ? [] : [one.not])))
    .map((list) => list.filter((out) => !not.some((mine) => entryCovers(mine, out))))
    .map((list) => ({ list, order: list.map(({ key }) => key).join() }))
    .sort((a, b) => a.list.length - b.list.length || compareTexts(a.order, b.order));
  return found[0]?.list.map((entry) => ({ entry, partly: not.some((mine) => mayMeet(mine, entry)) }));
}

function unitsOfRest(
  { entry, partly }: Rest,
  grant: StatementPart,
  implied: Bits,
  sides: CoverageOfSides,
): readonly UncoveredPermission[] {
  const { other } = sides;
  if (shareAll(implied, other.covering(grant.resource), other.covering(entry))) return [];
  const units = unitsOf({ ...grant, action: entry }, implied, sides);
  return partly ? units.map((unit) => ({ ...unit, partly })) : units;
}

function isDenied({ action, resource, principal }: StatementPart, denied: CoverageIndex | undefined): boolean {
  if (denied === undefined || denied.isEmpty) return false;
  return shareAll(denied.covering(action), denied.covering(resource), denied.covering(principal));
}
