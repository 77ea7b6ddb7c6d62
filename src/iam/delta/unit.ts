/** What one side gives and the other does not: one action, one resource, one principal, one set of conditions. */

import { membersOf } from "./action-names";
import type { Atom } from "./atom";
import { atomOf } from "./atom";
import { type Bits, both, isNone, share } from "./bits";
import type { Clause } from "./clause";
import type { Cover } from "./cover";
import { isWithoutEffect } from "./without-effect";

/** One thing that is not covered. */
export interface Unit {
  readonly action: Atom;
  /** The entry of the policy that brings the action: itself, or a wildcard. */
  readonly entry: Atom;
  readonly resource: Atom;
  readonly principal: Atom;
  readonly clause: Clause;
  /** The wildcard is covered but for actions that AWS does not have yet. */
  readonly onlyFuture: boolean;
  /** The other side gives some of the wildcard. */
  readonly partly: boolean;
  /** AWS's data has no such resource for the action. */
  readonly withoutEffect: boolean;
}

/** The other side, and what takes away on this side. */
export interface Sides {
  readonly other: Cover;
  /** Deny statements without conditions that stand on this side; only an Allow needs them. */
  readonly denied?: Cover;
}

/** So many actions of a wildcard are told one by one; where more are new, the wildcard says it better. */
const MOST_NAMED = 12;

/** Everything that the clause gives and the other side does not. */
export function uncovered(clause: Clause, sides: Sides): readonly Unit[] {
  const { other } = sides;
  if (other.has(clause)) return [];
  const found: Unit[] = [];
  const alike = other.demanding(clause.demands);
  const given = clause.actions.map((action) => other.of(action));
  for (const principal of clause.principals) {
    const forWhom = both(alike, other.of(principal));
    for (const resource of clause.resources) {
      const there = both(forWhom, other.of(resource));
      clause.actions.forEach((action, at) => {
        if (!share(there, given[at]!)) addParts({ action, resource, principal, clause }, there, sides, found);
      });
    }
  }
  return found;
}

/** The action, or those of a wildcard that the other side does not give. */
function addParts(
  grant: Pick<Unit, "action" | "resource" | "principal" | "clause">,
  there: Bits,
  { other, denied }: Sides,
  found: Unit[],
): void {
  const { action, resource, clause } = grant;
  if (isDenied(grant, denied)) return;
  const whole = {
    ...grant,
    entry: action,
    onlyFuture: false,
    partly: false,
    withoutEffect: isWithoutEffect(action, resource, clause),
  };
  const named = isNone(there) || action.plain || action.not !== undefined ? [] : membersOf(action.key);
  if (named.length === 0 || !share(there, other.meeting(action))) {
    found.push(whole);
    return;
  }
  const atoms = named.map((name) => atomOf("action", name));
  const left = atoms.filter((atom) => !share(there, other.of(atom)));
  if (left.length === 0) found.push({ ...whole, onlyFuture: true });
  if (left.length > MOST_NAMED || left.length === named.length) {
    found.push({ ...whole, partly: left.length < named.length });
    return;
  }
  for (const atom of left) {
    if (isDenied({ ...grant, action: atom }, denied)) continue;
    const withoutEffect = isWithoutEffect(atom, resource, clause);
    found.push({ ...whole, action: atom, withoutEffect });
  }
}

function isDenied(
  { action, resource, principal }: Pick<Unit, "action" | "resource" | "principal">,
  denied: Cover | undefined,
): boolean {
  if (denied === undefined || denied.isEmpty) return false;
  return share(both(denied.of(action), denied.of(resource)), denied.of(principal));
}
