/**
 * Classifies a unit that the other side does not cover: wholly new or gone, on other resources, under other conditions, or
 * unclear.
 */

import { type Message, say, words } from "../../text/message";
import { type Bits, intersection, isNone } from "./bits";
import { type ConditionConstraints, compareShown, impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import { entryCovers, type PolicyEntry } from "./policy-entry";
import type { UncoveredPermission } from "./unit";

/** A unit and its counterpart on the other side. */
export type ClassifiedDifference =
  | { readonly kind: "unmatched"; readonly unit: UncoveredPermission }
  | { readonly kind: "without-effect"; readonly unit: UncoveredPermission }
  | { readonly kind: "unclear"; readonly unit: UncoveredPermission; readonly reason: Message }
  /** The other side has it under these conditions. */
  | {
      readonly kind: "conditions";
      readonly unit: UncoveredPermission;
      readonly otherConditions: readonly ConditionConstraints[];
      readonly isLooser: boolean;
    }
  /** The other side has it on these resources, which are among those of the unit. */
  | { readonly kind: "scope"; readonly unit: UncoveredPermission; readonly otherResources: readonly string[] };

/** A unit of one kind. */
export type ClassifiedAs<K extends ClassifiedDifference["kind"]> = Extract<ClassifiedDifference, { kind: K }>;

/** The units of one kind. */
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
    const sorted = underOtherConditions.map(({ constraints }) => constraints).sort(compareShown);
    const byKey = new Map(sorted.map((constraints) => [constraints.key, constraints]));
    const otherConditions = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, constraints]) => constraints);
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

function narrowerResources({ resource }: UncoveredPermission, other: CoverageIndex, among: Bits): readonly string[] {
  const set = isNone(among) ? among : intersection(among, other.within(resource));
  const found = other
    .pick(set)
    .flatMap(({ resources }) => resources.filter((one) => entryCoversResource(resource, one)));
  return [...new Set(found.map(({ text }) => text))].sort();
}

function entryCoversResource(wide: PolicyEntry, narrow: PolicyEntry): boolean {
  return narrow.not === undefined && entryCovers(wide, narrow);
}

function reasonUnclear({ action, resource, principal }: UncoveredPermission): Message | undefined {
  if (action.not) return say`${"NotAction"} is everything but a few actions: what it comes to cannot be worked out`;
  if (resource.not)
    return say`${"NotResource"} is everything but a few resources: what it comes to cannot be worked out`;
  if (principal.not) return say`${"NotPrincipal"} is everybody but a few: whom it means cannot be worked out`;
  return action.isUnresolved ? words("the action is known only after apply") : undefined;
}
