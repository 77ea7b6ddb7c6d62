/** What a unit that is not covered comes to: new or gone, other resources, other conditions, or nobody can tell. */

import { type Bits, both, isNone } from "./bits";
import { impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import { entryCovers, type PolicyEntry } from "./policy-entry";
import type { Unit } from "./unit";

/** A unit and its counterpart on the other side. */
export type Classified =
  | { readonly kind: "alone"; readonly unit: Unit }
  | { readonly kind: "without-effect"; readonly unit: Unit }
  | { readonly kind: "unclear"; readonly unit: Unit; readonly reason: string }
  /** The other side has it under these conditions. */
  | {
      readonly kind: "conditions";
      readonly unit: Unit;
      readonly others: readonly (readonly string[])[];
      readonly looser: boolean;
    }
  /** The other side has it on these resources, which are among those of the unit. */
  | { readonly kind: "scope"; readonly unit: Unit; readonly others: readonly string[] };

/** Finds the counterpart of a unit among the statements of the other side. */
export function classify(unit: Unit, other: CoverageIndex): Classified {
  const reason = unclear(unit);
  if (reason !== undefined) return { kind: "unclear", unit, reason };
  if (unit.withoutEffect) return { kind: "without-effect", unit };
  if (unit.onlyFuture) return { kind: "alone", unit };
  const { action, resource, principal, normalized: clause } = unit;
  const same = both(other.of(action), other.of(principal));
  const elsewise = other.pick(both(same, other.of(resource)));
  if (elsewise.length > 0) {
    const sorted = [...elsewise].sort((a, b) => compareTexts(a.constraints.texts, b.constraints.texts));
    const others = new Map(sorted.map(({ constraints: demands }) => [demands.key, demands]));
    const looser = [...others.values()].some((constraints) => impliesAll(constraints, clause.constraints));
    const sets = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { texts }]) => texts);
    return { kind: "conditions", unit, others: sets, looser };
  }
  const narrower = narrowerResources(unit, other, both(same, other.demanding(clause.constraints)));
  return narrower.length > 0 ? { kind: "scope", unit, others: narrower } : { kind: "alone", unit };
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : Number(first > second);
}

function narrowerResources({ resource }: Unit, other: CoverageIndex, among: Bits): readonly string[] {
  const set = isNone(among) ? among : both(among, other.within(resource));
  const found = other
    .pick(set)
    .flatMap(({ resources }) => resources.filter((one) => entryCoversResource(resource, one)));
  return [...new Set(found.map(({ text }) => text))].sort();
}

function entryCoversResource(wide: PolicyEntry, narrow: PolicyEntry): boolean {
  return narrow.not === undefined && entryCovers(wide, narrow);
}

function unclear({ action, resource, principal }: Unit): string | undefined {
  if (action.not) return "`NotAction` is everything but a few actions: what it comes to cannot be worked out";
  if (resource.not) return "`NotResource` is everything but a few resources: what it comes to cannot be worked out";
  if (principal.not) return "`NotPrincipal` is everybody but a few: whom it means cannot be worked out";
  return action.open ? "the action is known only after apply" : undefined;
}
