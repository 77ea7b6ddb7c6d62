/** What one side gives and the other does not: one action, one resource, one principal, one set of conditions. */

import { membersOf } from "./action-names";
import { type Bits, both, share, shareAll } from "./bits";
import type { CoverageIndex } from "./coverage-index";
import type { NormalizedStatement } from "./normalized-statement";
import { entryCovers, entryOf, mayMeet, type PolicyEntry } from "./policy-entry";
import { isWithoutEffect } from "./without-effect";

/** One thing that is not covered. */
export interface Unit {
  readonly action: PolicyEntry;
  /** The entry of the policy that brings the action: itself, or a wildcard. */
  readonly entry: PolicyEntry;
  readonly resource: PolicyEntry;
  readonly principal: PolicyEntry;
  readonly normalized: NormalizedStatement;
  /** The other side covers all of the wildcard but actions that AWS does not have yet. */
  readonly onlyFuture: boolean;
  /** The other side gives some of the wildcard. */
  readonly partly: boolean;
  /** AWS's data has no such resource for the action. */
  readonly withoutEffect: boolean;
}

/** What the statements of one side are compared with. */
export interface Sides {
  readonly other: CoverageIndex;
  /** Deny statements without conditions that stand on this side; only an Allow needs them. */
  readonly denied?: CoverageIndex;
}

/** At most this many actions of a wildcard are listed one by one; if more are new, the wildcard is listed instead. */
const MOST_NAMED = 12;

/** Everything that the statement gives and the other side does not. */
export function uncovered(normalized: NormalizedStatement, sides: Sides): readonly Unit[] {
  const { other } = sides;
  if (other.has(normalized)) return [];
  const found: Unit[] = [];
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
type StatementPart = Pick<Unit, "action" | "resource" | "principal" | "normalized">;

/**
 * The action, or those of a wildcard that the other side does not give. `implied` are the statements of the other side
 * for the principal whose conditions hold wherever those of the grant hold.
 */
function unitsOf(grant: StatementPart, implied: Bits, sides: Sides): readonly Unit[] {
  const { action, resource, normalized } = grant;
  const { other, denied } = sides;
  if (isDenied(grant, denied)) return [];
  const rest = restOfNot(grant, implied, other);
  if (rest !== undefined) return rest.flatMap((one) => unitsOfRest(one, grant, implied, sides));
  const withoutEffect = isWithoutEffect(action, resource, normalized);
  const whole: Unit = { ...grant, entry: action, onlyFuture: false, partly: false, withoutEffect };
  const named = action.plain || action.not !== undefined ? [] : membersOf(action.key);
  const there = named.length === 0 ? implied : both(implied, other.covering(resource));
  if (named.length === 0 || !share(there, other.meeting(action))) return [whole];
  const entries = named.map((name) => entryOf("action", name));
  const left = entries.filter((entry) => !share(there, other.covering(entry)));
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
    .pick(both(implied, other.covering(resource)))
    .flatMap(({ actions }) => actions.flatMap((one) => (one.not === undefined ? [] : [one.not])))
    .map((list) => list.filter((out) => !not.some((mine) => entryCovers(mine, out))))
    .map((list) => ({ list, order: list.map(({ key }) => key).join() }))
    .sort((a, b) => a.list.length - b.list.length || (a.order < b.order ? -1 : Number(a.order > b.order)));
  return found[0]?.list.map((entry) => ({ entry, partly: not.some((mine) => mayMeet(mine, entry)) }));
}

function unitsOfRest({ entry, partly }: Rest, grant: StatementPart, implied: Bits, sides: Sides): readonly Unit[] {
  const { other } = sides;
  if (shareAll(implied, other.covering(grant.resource), other.covering(entry))) return [];
  const units = unitsOf({ ...grant, action: entry }, implied, sides);
  return partly ? units.map((unit) => ({ ...unit, partly })) : units;
}

function isDenied({ action, resource, principal }: StatementPart, denied: CoverageIndex | undefined): boolean {
  if (denied === undefined || denied.isEmpty) return false;
  return shareAll(denied.covering(action), denied.covering(resource), denied.covering(principal));
}
