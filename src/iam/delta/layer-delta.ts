/** The change of one layer: identity policies among themselves, a trust policy, a resource policy, a boundary. */
import { sizeProblem, unclearUnits, unreadOf } from "./cannot-tell";
import { type Classified, classify, ofKind } from "./classify";
import { conditionChanges } from "./condition-changes";
import { CoverageIndex } from "./coverage-index";
import { gather, groupBy, type Loaded, unique } from "./gather";
import { type LayerStatements, type NormalizedStatement, readLayer } from "./normalized-statement";
import { isRedundant } from "./redundant";
import type { Delta, DenyChange, Layer, PrincipalPolicies, Rescoped } from "./types";
import { type Sides, type Unit, uncovered } from "./unit";

/** What changes in one layer. A boundary that is put on or taken off is no change of a layer: without it there is no limit. */
export type LayerDelta = Omit<Delta, "boundary">;

/** Nothing changes. */
export const NOTHING: LayerDelta = {
  gained: [],
  lost: [],
  rescoped: [],
  conditions: [],
  denies: [],
  cannotTell: [],
  withoutEffect: [],
};

/** What changes in one layer. */
export function layerDelta(
  before: PrincipalPolicies,
  after: PrincipalPolicies,
  layer: Layer,
  account?: string,
): LayerDelta {
  const [old, now] = [readLayer(before.documents, layer, account), readLayer(after.documents, layer, account)];
  const unread = unreadOf(old.unread, now.unread);
  const tooLarge = sizeProblem(old, now);
  if (tooLarge !== undefined) {
    const from = {
      document: (now.allows[0] ?? old.allows[0] ?? now.denies[0] ?? old.denies[0])?.origin.document ?? "",
    };
    const large = (["before", "after"] as const).map((side) => ({ side, layer, reason: tooLarge, from }));
    return { ...NOTHING, cannotTell: [...unread, ...large] };
  }
  const [gained, lost] = [unitsOf(now, old), unitsOf(old, now)];
  return {
    ...pairs(gained, lost),
    denies: [...denies(old.denies, now.denies, "removed"), ...denies(now.denies, old.denies, "added")],
    cannotTell: [...unread, ...unclearUnits(lost, "before"), ...unclearUnits(gained, "after")],
  };
}

function unitsOf(side: LayerStatements, other: LayerStatements): readonly Classified[] {
  const coverage = new CoverageIndex(other.allows);
  const denied = new CoverageIndex(side.denies.filter(({ constraints }) => constraints.list.length === 0));
  return uncoveredOf(side.allows, { other: coverage, denied }).map((unit) => classify(unit, coverage));
}

/** A unit that carries nothing besides. */
function bare(unit: Unit): Loaded<null> {
  return { unit, extra: null, key: "" };
}

function denies(
  side: readonly NormalizedStatement[],
  other: readonly NormalizedStatement[],
  direction: DenyChange["direction"],
): DenyChange[] {
  const units = uncoveredOf(side, { other: new CoverageIndex(other) });
  return gather(units.map(bare)).map(({ access }) => ({ ...access, direction }));
}

/** What the other side does not cover, without what a wider statement of this side covers. */
function uncoveredOf(side: readonly NormalizedStatement[], sides: Sides): readonly Unit[] {
  const units = side.flatMap((normalized) => uncovered(normalized, sides));
  if (units.length === 0) return units;
  const own = new CoverageIndex(side);
  return units.filter((unit) => !isRedundant(unit, own));
}

/** Units of both sides that belong together, as rows. */
function pairs(gained: readonly Classified[], lost: readonly Classified[]): Omit<LayerDelta, "denies" | "cannotTell"> {
  const alone = [
    ...ofKind(lost, "alone").map(({ unit }) => ({ unit, side: "before" })),
    ...ofKind(gained, "alone").map(({ unit }) => ({ unit, side: "after" })),
  ];
  const all = groupBy(alone, ({ unit }) => keyOfMove(unit)).map((group) => {
    const unitsAt = (side: string) => group.filter((one) => one.side === side).map(({ unit }) => unit);
    return { before: unitsAt("before"), after: unitsAt("after") };
  });
  const only = (units: readonly Unit[]) => gather(units.map(bare)).map(({ access }) => access);
  const idle = (list: readonly Classified[], direction: "gained" | "lost") =>
    only(ofKind(list, "without-effect").map(({ unit }) => unit)).map((access) => ({ ...access, direction }));
  return {
    gained: only(all.filter(({ before }) => before.length === 0).flatMap(({ after }) => after)),
    lost: only(all.filter(({ after }) => after.length === 0).flatMap(({ before }) => before)),
    rescoped: rescoped([
      ...ofKind(gained, "scope").map(({ unit, others }) =>
        loaded(unit, { direction: "wider", before: others, after: [unit.resource.text] }),
      ),
      ...ofKind(lost, "scope").map(({ unit, others }) =>
        loaded(unit, { direction: "narrower", before: [unit.resource.text], after: others }),
      ),
      ...all.filter(({ before, after }) => before.length > 0 && after.length > 0).flatMap(others),
    ]),
    conditions: conditionChanges(gained, lost),
    withoutEffect: [...idle(gained, "gained"), ...idle(lost, "lost")],
  };
}

/** The same for units that differ in their resource alone. A wildcard that adds only what AWS adds later has no counterpart. */
function keyOfMove({ action, principal, normalized, onlyFuture }: Unit): string {
  return JSON.stringify([action.key, principal.key, normalized.constraints.key, onlyFuture]);
}

type ScopeChange = Pick<Rescoped, "direction" | "before" | "after">;

function loaded(unit: Unit, extra: ScopeChange): Loaded<ScopeChange> {
  return { unit, extra, key: JSON.stringify(extra) };
}

function others({
  before,
  after,
}: {
  before: readonly Unit[];
  after: readonly Unit[];
}): readonly Loaded<ScopeChange>[] {
  const texts = (units: readonly Unit[]) => unique(units.map(({ resource }) => resource.text));
  const extra: ScopeChange = { direction: "other", before: texts(before), after: texts(after) };
  return [...before, ...after].map((unit) => loaded(unit, extra));
}

function rescoped(units: readonly Loaded<ScopeChange>[]): readonly Rescoped[] {
  return gather(units).map(({ access: { resources: _, ...access }, extra }) => ({ ...access, ...extra }));
}
