/** Rows for access that both sides allow, under different conditions. */
import { type ClassifiedDifference, filterByKind } from "./classify";
import type { ConditionConstraints } from "./conditions";
import { gatherRows, type UnitWithExtra } from "./gather-rows";
import type { ConditionChange } from "./types";
import type { UncoveredPermission } from "./unit";

type Conditions = Pick<ConditionChange, "direction" | "before" | "after">;

/** The rows of the units that the other side allows under other conditions. */
export function conditionChanges(
  gained: readonly ClassifiedDifference[],
  lost: readonly ClassifiedDifference[],
): readonly ConditionChange[] {
  const units: readonly UnitWithExtra<Conditions>[] = [
    ...filterByKind(gained, "conditions").map(({ unit, otherConditions, isLooser }) =>
      changed(unit, isLooser ? "dropped" : "changed", {
        before: otherConditions,
        after: [unit.normalized.constraints],
      }),
    ),
    ...filterByKind(lost, "conditions").map(({ unit, otherConditions, isLooser }) =>
      changed(unit, isLooser ? "added" : "changed", { before: [unit.normalized.constraints], after: otherConditions }),
    ),
  ];
  return gatherRows(units, "mixed").map(({ access: { conditions: _, ...access }, extra }) => ({ ...access, ...extra }));
}

function changed(
  unit: UncoveredPermission,
  direction: ConditionChange["direction"],
  { before, after }: Readonly<Record<"before" | "after", readonly ConditionConstraints[]>>,
): UnitWithExtra<Conditions> {
  const shown = (sets: readonly ConditionConstraints[]) => sets.map((set) => set.shown);
  const texts = (sets: readonly ConditionConstraints[]) => sets.map((set) => set.texts);
  return {
    unit,
    extra: { direction, before: shown(before), after: shown(after) },
    key: JSON.stringify({ direction, before: texts(before), after: texts(after) }),
  };
}
