/** Units that another statement of their own side holds: what is gained by `*` is not told once more action by action. */
import { type Atom, atomCovers } from "./atom";
import type { Clause } from "./clause";
import { demandsAll } from "./conditions";
import type { Cover } from "./cover";
import type { Unit } from "./unit";

/** Whether a wider entry of the unit's own side covers it; of two that say the same, the one whose key is first stays. */
export function isSaidElsewhere(unit: Unit, own: Cover): boolean {
  const { entry, resource, principal, clause } = unit;
  const saying = own.pick(own.of(entry), own.of(resource), own.whom(clause.demands, principal));
  return saying.some((other) => holds(other, unit));
}

function holds(other: Clause, { entry, resource, principal, clause }: Unit): boolean {
  const loose = other.demands.key !== clause.demands.key;
  const looser = loose && !demandsAll(other.demands, clause.demands);
  const earlier = other.demands.key < clause.demands.key;
  const axes = [wider(other.actions, entry), wider(other.resources, resource), wider(other.principals, principal)];
  if (axes.includes("no")) return false;
  if (axes.includes("wider") || looser) return true;
  return axes.includes("alike") || (loose && earlier);
}

/** How the entries cover one: one of them is wider, or means the same and comes first, or it is the very same one. */
function wider(entries: readonly Atom[], one: Atom): "wider" | "alike" | "same" | "no" {
  const covering = entries.filter((entry) => entry.not === undefined && atomCovers(entry, one));
  if (covering.some((entry) => !atomCovers(one, entry))) return "wider";
  if (covering.some((entry) => entry.key < one.key)) return "alike";
  return covering.some((entry) => entry.key === one.key) ? "same" : "no";
}
