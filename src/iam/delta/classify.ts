/**
 * Classifies a permission that one side of the delta has and the other side does not cover. It is new or removed, allowed on other
 * resources, allowed under other conditions, or unclear. `UncoveredPermission` is defined in `unit.ts`.
 */

import { compareTexts } from "../../text/compare-texts";
import { type Message, say, value, words } from "../../text/message";
import { uniqueSorted } from "../../text/unique-sorted";
import { type Bits, intersection, isNone } from "./bits";
import { type ConditionConstraints, compareShown, impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import { entryCovers, type PolicyEntry } from "./policy-entry";
import type { UncoveredPermission } from "./unit";

/** A permission, its kind of difference, and what the other side has in its place. */
export type ClassifiedDifference =
  | { readonly kind: "unmatched"; readonly unit: UncoveredPermission }
  | { readonly kind: "without-effect"; readonly unit: UncoveredPermission }
  | { readonly kind: "unclear"; readonly unit: UncoveredPermission; readonly reason: Message }
  /**
   * The other side allows the same access under the conditions `otherConditions`. `isLooser` is true if the conditions of this unit
   * require no more than those of one of these sets.
   */
  | {
      readonly kind: "conditions";
      readonly unit: UncoveredPermission;
      readonly otherConditions: readonly ConditionConstraints[];
      readonly isLooser: boolean;
    }
  /** The other side allows the same on `otherResources`, which are part of this unit's resource. */
  | { readonly kind: "scope"; readonly unit: UncoveredPermission; readonly otherResources: readonly string[] };

/** The differences of one kind. */
export type ClassifiedAs<K extends ClassifiedDifference["kind"]> = Extract<ClassifiedDifference, { kind: K }>;

/** Returns the differences of one kind. */
export function filterByKind<K extends ClassifiedDifference["kind"]>(
  list: readonly ClassifiedDifference[],
  kind: K,
): readonly ClassifiedAs<K>[] {
  return list.filter((entry): entry is ClassifiedAs<K> => entry.kind === kind);
}

/** Finds the counterpart of a unit among the statements of the other side. */
export function classify(unit: UncoveredPermission, other: CoverageIndex): ClassifiedDifference {
  const reason = reasonUnclear(unit);
  if (reason !== undefined) return { kind: "unclear", unit, reason };
  if (unit.withoutEffect) return { kind: "without-effect", unit };
  if (unit.onlyFuture) return { kind: "unmatched", unit };
  const { action, resource, principal, normalized } = unit;
  const withActionAndPrincipal = intersection(other.covering(action), other.covering(principal));
  const underOtherConditions = other.pick(intersection(withActionAndPrincipal, other.covering(resource)));
  if (underOtherConditions.length > 0) {
    // Equal constraints may be written differently: of each, the one that sorts last is shown.
    const sorted = underOtherConditions.map(({ constraints }) => constraints).sort(compareShown);
    const byKey = new Map(sorted.map((constraints) => [constraints.key, constraints]));
    const otherConditions = [...byKey].sort(([a], [b]) => compareTexts(a, b)).map(([, constraints]) => constraints);
    const isLooser = otherConditions.some((constraints) => impliesAll(constraints, normalized.constraints));
    return { kind: "conditions", unit, otherConditions, isLooser };
  }
  const narrower = narrowerResources(
    unit,
    other,
    intersection(withActionAndPrincipal, other.impliedBy(normalized.constraints)),
  );
  return narrower.length > 0 ? { kind: "scope", unit, otherResources: narrower } : { kind: "unmatched", unit };
}

/** The resources on which the other side has the same permission, and which are part of this unit's resource. */
function narrowerResources({ resource }: UncoveredPermission, other: CoverageIndex, among: Bits): readonly string[] {
  const set = isNone(among) ? among : intersection(among, other.within(resource));
  const found = other
    .pick(set)
    .flatMap(({ resources }) => resources.filter((one) => entryCoversResource(resource, one)));
  return uniqueSorted(found.map(({ text }) => text));
}

function entryCoversResource(wide: PolicyEntry, narrow: PolicyEntry): boolean {
  return narrow.not === undefined && entryCovers(wide, narrow);
}

/** Why the extent of a unit cannot be determined; undefined if it can. */
function reasonUnclear({ action, resource, principal }: UncoveredPermission): Message | undefined {
  if (action.not)
    return say`${value("NotAction")} is everything but a few actions: which actions these are cannot be determined`;
  if (resource.not)
    return say`${value("NotResource")} is everything but a few resources: which resources these are cannot be determined`;
  if (principal.not)
    return say`${value("NotPrincipal")} is everybody but a few: which principals these are cannot be determined`;
  return action.isUnresolved ? words("the action is known only after apply") : undefined;
}
