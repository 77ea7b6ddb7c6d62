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
  /** The wildcard is covered but for actions that AWS does not have yet. */
  readonly onlyFuture: boolean;
  /** The other side gives some of the wildcard. */
  readonly partly: boolean;
  /** AWS's data has no such resource for the action. */
  readonly withoutEffect: boolean;
}

/** The other side, and what takes away on this side. */
export interface Sides {
  readonly other: CoverageIndex;
  /** Deny statements without conditions that stand on this side; only an Allow needs them. */
  readonly denied?: CoverageIndex;
}

/** So many actions of a wildcard are told one by one; where more are new, the wildcard says it better. */
const MOST_NAMED = 12;

/** Everything that the normalized gives and the other side does not. */
export function uncovered(normalized: NormalizedStatement, sides: Sides): readonly Unit[] {
  const { other } = sides;
  if (other.has(normalized)) return [];
  const found: Unit[] = [];
  const alike = other.alike(normalized);
  const actions = normalized.actions.filter(({ key }) => !alike?.has(key));
  for (const action of actions) {
    const given = other.of(action);
    for (const principal of normalized.principals) {
      const whom = other.whom(normalized.constraints, principal);
      for (const resource of normalized.resources) {
        if (share(whom, given) && shareAll(whom, other.of(resource), given)) continue;
        addParts({ action, resource, principal, normalized }, whom, sides, found);
      }
    }
  }
  return found;
}

/** The action, or those of a wildcard that the other side does not give. */
function addParts(
  grant: Pick<Unit, "action" | "resource" | "principal" | "normalized">,
  whom: Bits,
  { other, denied }: Sides,
  found: Unit[],
): void {
  const { action, resource, principal, normalized } = grant;
  if (isDenied(grant, denied)) return;
  const rest = restOfNot(action, resource, whom, other);
  if (rest !== undefined) {
    for (const { entry, partly } of rest) addRest({ ...grant, action: entry }, partly, whom, { other, denied }, found);
    return;
  }
  const withoutEffect = isWithoutEffect(action, resource, normalized);
  const whole = {
    action,
    entry: action,
    resource,
    principal,
    normalized: normalized,
    onlyFuture: false,
    partly: false,
    withoutEffect,
  };
  const named = action.plain || action.not !== undefined ? [] : membersOf(action.key);
  const there = named.length === 0 ? whom : both(whom, other.of(resource));
  if (named.length === 0 || !share(there, other.meeting(action))) {
    found.push(whole);
    return;
  }
  const entries = named.map((name) => entryOf("action", name));
  const left = entries.filter((entry) => !share(there, other.of(entry)));
  if (left.length === 0) found.push({ ...whole, onlyFuture: true });
  if (left.length > MOST_NAMED || left.length === named.length) {
    found.push({ ...whole, partly: left.length < named.length });
    return;
  }
  for (const entry of left) {
    if (isDenied({ ...grant, action: entry }, denied)) continue;
    found.push({ ...whole, action: entry, withoutEffect: isWithoutEffect(entry, resource, normalized) });
  }
}

/**
 * What all but some actions comes to where the other side has all but others: those that are left out there, and not
 * here. `partly` where some of one are left out here, too. Undefined where the other side has no such statement.
 */
function restOfNot(
  action: PolicyEntry,
  resource: PolicyEntry,
  whom: Bits,
  other: CoverageIndex,
): readonly Rest[] | undefined {
  const { not } = action;
  if (not === undefined) return undefined;
  const found = other
    .pick(both(whom, other.of(resource)))
    .flatMap(({ actions }) => actions.flatMap((one) => (one.not === undefined ? [] : [one.not])))
    .map((list) => list.filter((out) => !not.some((mine) => entryCovers(mine, out))))
    .map((list) => ({ list, order: list.map(({ key }) => key).join() }))
    .sort((a, b) => a.list.length - b.list.length || (a.order < b.order ? -1 : Number(a.order > b.order)));
  return found[0]?.list.map((entry) => ({ entry: entry, partly: not.some((mine) => mayMeet(mine, entry)) }));
}

interface Rest {
  readonly entry: PolicyEntry;
  readonly partly: boolean;
}

function addRest(
  grant: Pick<Unit, "action" | "resource" | "principal" | "normalized">,
  partly: boolean,
  whom: Bits,
  sides: Sides,
  found: Unit[],
): void {
  const { other } = sides;
  if (shareAll(whom, other.of(grant.resource), other.of(grant.action))) return;
  const units: Unit[] = [];
  addParts(grant, whom, sides, units);
  found.push(...(partly ? units.map((unit) => ({ ...unit, partly })) : units));
}

function isDenied(
  { action, resource, principal }: Pick<Unit, "action" | "resource" | "principal">,
  denied: CoverageIndex | undefined,
): boolean {
  if (denied === undefined || denied.isEmpty) return false;
  return shareAll(denied.of(action), denied.of(resource), denied.of(principal));
}
