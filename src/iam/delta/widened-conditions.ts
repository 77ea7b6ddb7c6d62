/** Conditions that are lost where a statement becomes wider too: only the part that was allowed before tells of them. */
import { type ClassifiedAs, classify, filterByKind } from "./classify";
import { impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import type { NormalizedStatement } from "./normalized-statement";
import type { PolicyEntry } from "./policy-entry";
import { type CoverageOfSides, uncovered } from "./unit";

/**
 * What the statements of the other side allow under conditions, and a wider statement of this side under others.
 *
 * @param wide the statements of this side
 * @param narrow the statements of the other side
 */
export function widenedConditions(
  wide: CoverageIndex,
  narrow: readonly NormalizedStatement[],
  sides: CoverageOfSides,
): readonly ClassifiedAs<"conditions">[] {
  const limited = narrow.filter((one) => one.constraints.list.length > 0 && !wide.has(one));
  const units = limited.flatMap((one) => underOtherConditions(one, wide)).flatMap((one) => uncovered(one, sides));
  return filterByKind(
    units.map((unit) => classify(unit, sides.other)),
    "conditions",
  );
}

/** Each part of a statement, as wider statements allow it. */
function underOtherConditions(limited: NormalizedStatement, wide: CoverageIndex): readonly NormalizedStatement[] {
  const { actions, resources, principals, constraints } = limited;
  return whole(actions).flatMap((action) =>
    whole(resources).flatMap((resource) =>
      whole(principals).flatMap((principal) => {
        const covering = wide.pick(wide.covering(action), wide.covering(resource), wide.covering(principal));
        const byConditions = new Map(covering.map((one) => [one.constraints.key, one]));
        // Where the conditions stand as they were, nothing lost them: what is allowed beside them is new.
        if (byConditions.has(constraints.key)) return [];
        const others = [...byConditions.values()].filter((one) => !impliesAll(one.constraints, constraints));
        return others.map((one): NormalizedStatement => {
          const part = { actions: [action], resources: [resource], principals: [principal] };
          // No statement of a policy has an empty key, so that this one is never taken for one of them.
          return { ...one, ...part, key: "", frame: "" };
        });
      }),
    ),
  );
}

/** Of `NotAction` and the like it cannot be told what a wider statement has of it. */
function whole(entries: readonly PolicyEntry[]): readonly PolicyEntry[] {
  return entries.filter(({ not }) => not === undefined);
}
