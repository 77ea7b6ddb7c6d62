/**
 * Classifies a unit that the other side does not cover: wholly new or gone, on other resources, under other conditions, or
 * unclear.
 */

import { type Message, say, words } from "../../text/message";
import { type Bits, both, isNone } from "./bits";
import { type ConditionConstraints, compareShown, impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import { entryCovers, type PolicyEntry } from "./policy-entry";
import type { Unit } from "./unit";

/** A unit and its counterpart on the other side. */
export type Classified =
  | { readonly kind: "unmatched"; readonly unit: Unit }
  | { readonly kind: "without-effect"; readonly unit: Unit }
  | { readonly kind: "unclear"; readonly unit: Unit; readonly reason: Message }
  /** The other side has it under these conditions. */
  | {
      readonly kind: "conditions";
      readonly unit: Unit;
      readonly others: readonly ConditionConstraints[];
      readonly looser: boolean;
    }
  /** The other side has it on these resources, which are among those of the unit. */
  | { readonly kind: "scope"; readonly unit: Unit; readonly others: readonly string[] };

/** A unit of one kind. */
export type ClassifiedAs<K extends Classified["kind"]> = Extract<Classified, { kind: K }>;

/** The units of one kind. */
export function ofKind<K extends Classified["kind"]>(list: readonly Classified[], kind: K): readonly ClassifiedAs<K>[] {
  return list.filter((entry): entry is ClassifiedAs<K> => entry.kind === kind);
}

/** Finds the counterpart of a unit among the statements of the other side. */
export function classify(unit: Unit, other: CoverageIndex): Classified {
  const reason = unclear(unit);
  if (reason !== undefined) return { kind: "unclear", unit, reason };
  if (unit.withoutEffect) return { kind: "without-effect", unit };
  if (unit.onlyFuture) return { kind: "unmatched", unit };
  const { action, resource, principal, normalized } = unit;
  const same = both(other.covering(action), other.covering(principal));
  const underOtherConditions = other.pick(both(same, other.covering(resource)));
  if (underOtherConditions.length > 0) {
    const sorted = underOtherConditions.map(({ constraints }) => constraints).sort(compareShown);
    const byKey = new Map(sorted.map((constraints) => [constraints.key, constraints]));
    const others = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, constraints]) => constraints);
    const looser = others.some((constraints) => impliesAll(constraints, normalized.constraints));
    return { kind: "conditions", unit, others, looser };
  }
  const narrower = narrowerResources(unit, other, both(same, other.impliedBy(normalized.constraints)));
  return narrower.length > 0 ? { kind: "scope", unit, others: narrower } : { kind: "unmatched", unit };
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

function unclear({ action, resource, principal }: Unit): Message | undefined {
  if (action.not) return say`${"NotAction"} is everything but a few actions: what it comes to cannot be worked out`;
  if (resource.not)
    return say`${"NotResource"} is everything but a few resources: what it comes to cannot be worked out`;
  if (principal.not) return say`${"NotPrincipal"} is everybody but a few: whom it means cannot be worked out`;
  return action.open ? words("the action is known only after apply") : undefined;
}
