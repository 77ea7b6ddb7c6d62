/** The change of one layer: identity policies among themselves, a trust policy, a resource policy, a boundary. */
import { type Message, plainText, words } from "../../text/message";
import { type Classified, classify } from "./classify";
import { type ConditionConstraints, compareShown } from "./conditions";
import { CoverageIndex } from "./coverage-index";
import { gather, groupBy, type Loaded, sortOrigins, unique } from "./gather";
import { type NormalizedStatement, type Reading, readLayer, type Unread } from "./normalized-statement";
import { isRedundant } from "./redundant";
import type { CannotTell, ConditionChange, Delta, DenyChange, Layer, PrincipalPolicies, Rescoped } from "./types";
import { type Sides, type Unit, uncovered } from "./unit";

/** More than policies that AWS takes come to: 10 managed policies of 6,144 characters, with every action on every resource. */
const MOST_UNITS = 400_000;
const MOST_STATEMENTS = 10_000;

/** What changes in one layer; without the boundary itself, which is no layer when it is not there. */
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
    cannotTell: [...unread, ...unclear(lost, "before"), ...unclear(gained, "after")],
  };
}

function unitsOf(side: Reading, other: Reading): readonly Classified[] {
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

type Kind<K extends Classified["kind"]> = Extract<Classified, { kind: K }>;

function of<K extends Classified["kind"]>(list: readonly Classified[], kind: K): readonly Kind<K>[] {
  return list.filter((one): one is Kind<K> => one.kind === kind);
}

function pairs(gained: readonly Classified[], lost: readonly Classified[]): Omit<LayerDelta, "denies" | "cannotTell"> {
  const moved = new Map<string, { before: Unit[]; after: Unit[] }>();
  for (const { unit } of of(lost, "alone")) pairOf(moved, unit).before.push(unit);
  for (const { unit } of of(gained, "alone")) pairOf(moved, unit).after.push(unit);
  const all = [...moved.values()];
  const only = (units: readonly Unit[]) => gather(units.map(bare)).map(({ access }) => access);
  const idle = (list: readonly Classified[], direction: "gained" | "lost") =>
    only(of(list, "without-effect").map(({ unit }) => unit)).map((access) => ({ ...access, direction }));
  return {
    gained: only(all.filter(({ before }) => before.length === 0).flatMap(({ after }) => after)),
    lost: only(all.filter(({ after }) => after.length === 0).flatMap(({ before }) => before)),
    rescoped: rescoped([
      ...of(gained, "scope").map(({ unit, others }) =>
        loaded(unit, { direction: "wider", before: others, after: [unit.resource.text] }),
      ),
      ...of(lost, "scope").map(({ unit, others }) =>
        loaded(unit, { direction: "narrower", before: [unit.resource.text], after: others }),
      ),
      ...all.filter(({ before, after }) => before.length > 0 && after.length > 0).flatMap(others),
    ]),
    conditions: conditionChanges(gained, lost),
    withoutEffect: [...idle(gained, "gained"), ...idle(lost, "lost")],
  };
}

/** A wildcard that only reaches further into the future has no counterpart. */
function pairOf(moved: Map<string, { before: Unit[]; after: Unit[] }>, unit: Unit): { before: Unit[]; after: Unit[] } {
  const { action, principal, normalized, onlyFuture } = unit;
  const id = JSON.stringify([action.key, principal.key, normalized.constraints.key, onlyFuture]);
  const pair = moved.get(id) ?? { before: [], after: [] };
  moved.set(id, pair);
  return pair;
}

type Scope = Pick<Rescoped, "direction" | "before" | "after">;

function loaded(unit: Unit, extra: Scope): Loaded<Scope> {
  return { unit, extra, key: JSON.stringify(extra) };
}

function others({ before, after }: { before: readonly Unit[]; after: readonly Unit[] }): readonly Loaded<Scope>[] {
  const texts = (units: readonly Unit[]) => unique(units.map(({ resource }) => resource.text));
  const extra: Scope = { direction: "other", before: texts(before), after: texts(after) };
  return [...before, ...after].map((unit) => loaded(unit, extra));
}

function rescoped(units: readonly Loaded<Scope>[]): readonly Rescoped[] {
  return gather(units).map(({ access: { resources: _, ...access }, extra }) => ({ ...access, ...extra }));
}

type Conditions = Pick<ConditionChange, "direction" | "before" | "after">;

function conditionChanges(gained: readonly Classified[], lost: readonly Classified[]): readonly ConditionChange[] {
  const units: readonly Loaded<Conditions>[] = [
    ...of(gained, "conditions").map(({ unit, others, looser }) =>
      changed(unit, looser ? "dropped" : "changed", { before: others, after: [unit.normalized.constraints] }),
    ),
    ...of(lost, "conditions").map(({ unit, others, looser }) =>
      changed(unit, looser ? "added" : "changed", { before: [unit.normalized.constraints], after: others }),
    ),
  ];
  return gather(units, "mixed").map(({ access: { conditions: _, ...access }, extra }) => ({ ...access, ...extra }));
}

function changed(
  unit: Unit,
  direction: ConditionChange["direction"],
  { before, after }: Readonly<Record<"before" | "after", readonly ConditionConstraints[]>>,
): Loaded<Conditions> {
  const shown = (sets: readonly ConditionConstraints[]) => sets.map((set) => set.shown);
  const texts = (sets: readonly ConditionConstraints[]) => sets.map((set) => set.texts);
  return {
    unit,
    extra: { direction, before: shown(before), after: shown(after) },
    key: JSON.stringify({ direction, before: texts(before), after: texts(after) }),
  };
}

function unclear(list: readonly Classified[], side: CannotTell["side"]): readonly CannotTell[] {
  const groups = groupBy(of(list, "unclear"), ({ unit: { normalized, action }, reason }) =>
    JSON.stringify([action.text, reason, normalized.constraints.key]),
  );
  return groups
    .map((group) => {
      const [{ unit, reason }] = group as [Kind<"unclear">];
      const { action, normalized } = unit;
      const textsOf = (axis: "resource" | "principal") =>
        unique(group.map((one) => one.unit[axis].text)).filter((text) => text !== "");
      const parts = { actions: [action.text], resources: textsOf("resource"), principals: textsOf("principal") };
      const { shown: conditions, texts } = group.map((one) => one.unit.normalized.constraints).sort(compareShown)[0]!;
      const [from = normalized.origin] = sortOrigins(group.map((one) => one.unit.normalized.origin));
      const isAllBut = action.not !== undefined && group.some((one) => one.unit.resource.everything);
      const found: CannotTell = {
        side,
        layer: normalized.layer,
        reason,
        from,
        allows: { ...parts, conditions },
        ...(isAllBut && { allBut: (action.not ?? []).map(({ text }) => text) }),
      };
      return { found, order: JSON.stringify([plainText(reason), from, parts, texts]) };
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ found }) => found);
}

/** What cannot be read and stands on one side only. */
function unreadOf(before: readonly Unread[], after: readonly Unread[]): readonly CannotTell[] {
  const difference = (list: readonly Unread[], other: readonly Unread[], side: CannotTell["side"]) => {
    const keys = new Set(other.map(({ key }) => key));
    return list
      .filter(({ key }) => !keys.has(key))
      .map(({ layer, reason, origin, statement }) => ({
        side,
        layer,
        reason,
        from: origin,
        ...(statement === undefined ? {} : { statement }),
      }));
  };
  return [...difference(before, after, "before"), ...difference(after, before, "after")];
}

/** Statements that stand on both sides are not looked into. */
function sizeProblem(before: Reading, after: Reading): Message | undefined {
  const statements = [...before.allows, ...before.denies, ...after.allows, ...after.denies];
  const sides = new Map<string, number>();
  for (const { key } of statements) sides.set(key, (sides.get(key) ?? 0) + 1);
  const units = statements
    .filter(({ key }) => sides.get(key) === 1)
    .reduce(
      (sum, { actions, resources, principals }) => sum + actions.length * resources.length * principals.length,
      0,
    );
  if (statements.length <= MOST_STATEMENTS && units <= MOST_UNITS) return undefined;
  return words("the policies say more than can be compared in a short time");
}
