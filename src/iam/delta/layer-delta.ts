/**
 * The delta of one layer: all identity policies of a principal, its trust policy, a resource policy, or its permissions
 * boundary.
 */
import { groupBy } from "../../text/group-by";
import { uniqueSorted } from "../../text/unique-sorted";
import { sizeProblem, unclearUnits, unreadOf } from "./cannot-tell";
import { type ClassifiedDifference, classify, filterByKind } from "./classify";
import { conditionChanges } from "./condition-changes";
import { CoverageIndex } from "./coverage-index";
import { deniedInPart } from "./denied-in-part";
import { gatherRows, type UnitWithExtra } from "./gather-rows";
import { type LayerStatements, type NormalizedStatement, readLayer } from "./normalized-statement";
import { isRedundant } from "./redundant";
import type { Delta, DenyChange, Layer, PrincipalPolicies, Rescoped } from "./types";
import { type CoverageOfSides, type UncoveredPermission, uncovered } from "./unit";
import { widenedConditions } from "./widened-conditions";

/**
 * The delta of one layer. The field `boundary` is for a boundary that is added or removed, which does not compare two
 * documents.
 */
export type LayerDelta = Omit<Delta, "boundary">;

/** The delta of a layer without changes. */
export const NOTHING: LayerDelta = {
  gained: [],
  lost: [],
  rescoped: [],
  conditions: [],
  denies: [],
  cannotTell: [],
  withoutEffect: [],
};

/** Compares the statements of one layer before and after. */
export function layerDelta(
  before: PrincipalPolicies,
  after: PrincipalPolicies,
  layer: Layer,
  account?: string,
): LayerDelta {
  const [oldStatements, newStatements] = [
    readLayer(before.documents, layer, account),
    readLayer(after.documents, layer, account),
  ];
  const unread = unreadOf(oldStatements.unread, newStatements.unread);
  const tooLarge = sizeProblem(oldStatements, newStatements);
  if (tooLarge !== undefined) {
    const from = {
      document:
        [newStatements.allows, oldStatements.allows, newStatements.denies, oldStatements.denies].flat()[0]?.origin
          .document ?? "",
    };
    const large = (["before", "after"] as const).map((side) => ({ side, layer, reason: tooLarge, from }));
    return { ...NOTHING, cannotTell: [...unread, ...large] };
  }
  const [gained, lost] = [unitsOf(newStatements, oldStatements), unitsOf(oldStatements, newStatements)];
  return {
    ...rowsOfAllows(gained, lost),
    denies: [
      ...denies(oldStatements.denies, newStatements.denies, "removed"),
      ...denies(newStatements.denies, oldStatements.denies, "added"),
    ],
    cannotTell: [...unread, ...unclearUnits(lost, "before"), ...unclearUnits(gained, "after")],
  };
}

/** The units that one side allows and the other does not, each with its counterpart on the other side. */
function unitsOf(side: LayerStatements, other: LayerStatements): readonly ClassifiedDifference[] {
  const coverage = new CoverageIndex(other.allows);
  const denied = new CoverageIndex(side.denies.filter(({ constraints }) => constraints.list.length === 0));
  const sides = { other: coverage, denied };
  return [
    ...uncoveredOf(side.allows, sides).map((unit) => classify(unit, coverage)),
    ...widenedConditions(new CoverageIndex(side.allows), other.allows, sides),
  ];
}

/** For rows that need nothing but the units. */
function withoutExtra(unit: UncoveredPermission): UnitWithExtra<null> {
  return { unit, extra: null, key: "" };
}

/** The rows of Deny statements that are on one side only. */
function denies(
  side: readonly NormalizedStatement[],
  other: readonly NormalizedStatement[],
  direction: DenyChange["direction"],
): DenyChange[] {
  const coverage = new CoverageIndex(other);
  const units = uncoveredOf(side, { other: coverage });
  const rows = units.map((unit) => ({ unit, ...deniedInPart(unit, coverage) }));
  return gatherRows(rows).map(({ access, extra }) => ({ ...access, ...extra, direction }));
}

/** The units that the other side does not cover. A unit that a wider statement of the same side covers is left out. */
function uncoveredOf(side: readonly NormalizedStatement[], sides: CoverageOfSides): readonly UncoveredPermission[] {
  const units = side.flatMap((normalized) => uncovered(normalized, sides));
  if (units.length === 0) return units;
  const own = new CoverageIndex(side);
  return units.filter((unit) => !isRedundant(unit, own));
}

/**
 * The rows of Allow statements. If units on both sides differ only in their resource, the access moved to another resource: they
 * become one row of `rescoped`.
 */
function rowsOfAllows(
  gained: readonly ClassifiedDifference[],
  lost: readonly ClassifiedDifference[],
): Omit<LayerDelta, "denies" | "cannotTell"> {
  const unmatched = [
    ...filterByKind(lost, "unmatched").map(({ unit }) => ({ unit, side: "before" })),
    ...filterByKind(gained, "unmatched").map(({ unit }) => ({ unit, side: "after" })),
  ];
  const byKey = groupBy(unmatched, ({ unit }) => keyWithoutResource(unit));
  const groups = [...byKey.values()].map((group) => {
    const unitsAt = (side: string) => group.filter((entry) => entry.side === side).map(({ unit }) => unit);
    return { before: unitsAt("before"), after: unitsAt("after") };
  });
  const toRows = (units: readonly UncoveredPermission[]) =>
    gatherRows(units.map(withoutExtra)).map(({ access }) => access);
  const rowsWithoutEffect = (list: readonly ClassifiedDifference[], direction: "gained" | "lost") =>
    toRows(filterByKind(list, "without-effect").map(({ unit }) => unit)).map((access) => ({ ...access, direction }));
  return {
    gained: toRows(groups.filter(({ before }) => before.length === 0).flatMap(({ after }) => after)),
    lost: toRows(groups.filter(({ after }) => after.length === 0).flatMap(({ before }) => before)),
    rescoped: rescoped([
      ...filterByKind(gained, "scope").map(({ unit, otherResources }) =>
        withExtra(unit, { direction: "wider", before: otherResources, after: [unit.resource.text] }),
      ),
      ...filterByKind(lost, "scope").map(({ unit, otherResources }) =>
        withExtra(unit, { direction: "narrower", before: [unit.resource.text], after: otherResources }),
      ),
      ...groups.filter(({ before, after }) => before.length > 0 && after.length > 0).flatMap(movedUnits),
    ]),
    conditions: conditionChanges(gained, lost),
    withoutEffect: [...rowsWithoutEffect(gained, "gained"), ...rowsWithoutEffect(lost, "lost")],
  };
}

/**
 * Equal for units that differ only in their resource. A wildcard that gains only future actions of AWS never pairs with another
 * unit.
 */
function keyWithoutResource({ action, principal, normalized, onlyFuture }: UncoveredPermission): string {
  return JSON.stringify([action.key, principal.key, normalized.constraints.key, onlyFuture]);
}

type ScopeChange = Pick<Rescoped, "direction" | "before" | "after">;

function withExtra(unit: UncoveredPermission, extra: ScopeChange): UnitWithExtra<ScopeChange> {
  return { unit, extra, key: JSON.stringify(extra) };
}

/** Units that lose some resources and gain others, with the lists of both. */
function movedUnits({
  before,
  after,
}: {
  before: readonly UncoveredPermission[];
  after: readonly UncoveredPermission[];
}): readonly UnitWithExtra<ScopeChange>[] {
  const texts = (units: readonly UncoveredPermission[]) => uniqueSorted(units.map(({ resource }) => resource.text));
  const extra: ScopeChange = { direction: "other", before: texts(before), after: texts(after) };
  return [...before, ...after].map((unit) => withExtra(unit, extra));
}

function rescoped(units: readonly UnitWithExtra<ScopeChange>[]): readonly Rescoped[] {
  return gatherRows(units).map(({ access: { resources: _, ...access }, extra }) => ({ ...access, ...extra }));
}
