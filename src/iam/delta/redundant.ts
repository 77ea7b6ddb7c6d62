/**
 * Units that another statement of the same side includes: if `*` is reported, its actions are not reported one by one as well.
 */

import { impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import type { NormalizedStatement } from "./normalized-statement";
import { entryCovers, type PolicyEntry } from "./policy-entry";
import type { UncoveredPermission } from "./unit";

/** Whether a wider statement of the same side covers the unit. Of two equal statements, the one whose key sorts first is kept. */
export function isRedundant(unit: UncoveredPermission, own: CoverageIndex): boolean {
  const { entry, resource, principal, normalized } = unit;
  const covering = own.pick(
    own.covering(entry),
    own.covering(resource),
    own.impliedFor(normalized.constraints, principal),
  );
  return covering.some((other) => holds(other, unit));
}

function holds(other: NormalizedStatement, { entry, resource, principal, normalized }: UncoveredPermission): boolean {
  const differsInConditions = other.constraints.key !== normalized.constraints.key;
  const looser = differsInConditions && !impliesAll(other.constraints, normalized.constraints);
  const earlier = other.constraints.key < normalized.constraints.key;
  const axes = [wider(other.actions, entry), wider(other.resources, resource), wider(other.principals, principal)];
  if (axes.includes("no")) return false;
  if (axes.includes("wider") || looser) return true;
  return axes.includes("alike") || (differsInConditions && earlier);
}

/** How entries cover one: an entry is wider, means the same and has an earlier key (`alike`), or is the same one. */
function wider(entries: readonly PolicyEntry[], one: PolicyEntry): "wider" | "alike" | "same" | "no" {
  const covering = entries.filter((entry) => entry.not === undefined && entryCovers(entry, one));
  if (covering.some((entry) => !entryCovers(one, entry))) return "wider";
  if (covering.some((entry) => entry.key < one.key)) return "alike";
  return covering.some((entry) => entry.key === one.key) ? "same" : "no";
}
