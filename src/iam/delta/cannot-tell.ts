/**
 * Changes whose effect cannot be determined: an element such as `NotAction`, a document that cannot be read, policies that are
 * too large.
 */
import { compareTexts } from "../../text/compare-texts";
import { groupBy } from "../../text/group-by";
import { type Message, plainText, words } from "../../text/message";
import { uniqueSorted } from "../../text/unique-sorted";
import { type ClassifiedAs, type ClassifiedDifference, filterByKind } from "./classify";
import { compareShown } from "./conditions";
import { sortOrigins } from "./gather-rows";
import type { LayerStatements, Unread } from "./normalized-statement";
import type { CannotTell } from "./types";

/** AWS accepts no policies that have more: 10 managed policies of 6,144 characters, with every action on every resource, stay below it. */
const MOST_UNITS = 400_000;
const MOST_STATEMENTS = 10_000;

/** Reports the units whose extent cannot be determined. Units with the same action and reason become one entry. */
export function unclearUnits(list: readonly ClassifiedDifference[], side: CannotTell["side"]): readonly CannotTell[] {
  const groups = groupBy(filterByKind(list, "unclear"), ({ unit: { normalized, action }, reason }) =>
    JSON.stringify([action.text, reason, normalized.constraints.key]),
  );
  return [...groups.values()]
    .map((group) => {
      const [{ unit, reason }] = group as [ClassifiedAs<"unclear">];
      const { action, normalized } = unit;
      const textsOf = (axis: "resource" | "principal") =>
        uniqueSorted(group.map((one) => one.unit[axis].text)).filter((text) => text !== "");
      const parts = { actions: [action.text], resources: textsOf("resource"), principals: textsOf("principal") };
      const { shown: conditions, texts } = group.map((one) => one.unit.normalized.constraints).sort(compareShown)[0]!;
      const [from = normalized.origin] = sortOrigins(group.map((one) => one.unit.normalized.origin));
      const isAllBut = action.not !== undefined && group.some((one) => one.unit.resource.matchesEverything);
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
    .sort((a, b) => compareTexts(a.order, b.order))
    .map(({ found }) => found);
}

/** Documents and statements that cannot be read and are on one side only. */
export function unreadOf(before: readonly Unread[], after: readonly Unread[]): readonly CannotTell[] {
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

/** Why two sides are not compared; undefined if they are. Statements that are on both sides cost nothing and do not count. */
export function sizeProblem(before: LayerStatements, after: LayerStatements): Message | undefined {
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
