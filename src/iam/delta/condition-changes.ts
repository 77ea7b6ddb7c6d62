/** Rows for access that both sides allow, under different conditions. */
import { type Classified, ofKind } from "./classify";
import type { ConditionConstraints } from "./conditions";
import { gather, type UnitWithExtra } from "./gather";
import type { ConditionChange } from "./types";
import type { Unit } from "./unit";

type Conditions = Pick<ConditionChange, "direction" | "before" | "after">;

/** The rows of the units that the other side allows under other conditions. */
export function conditionChanges(
  gained: readonly Classified[],
  lost: readonly Classified[],
): readonly ConditionChange[] {
  const units: readonly UnitWithExtra<Conditions>[] = [
    ...ofKind(gained, "conditions").map(({ unit, others, looser }) =>
      changed(unit, looser ? "dropped" : "changed", { before: others, after: [unit.normalized.constraints] }),
    ),
    ...ofKind(lost, "conditions").map(({ unit, others, looser }) =>
      changed(unit, looser ? "added" : "changed", { before: [unit.normalized.constraints], after: others }),
    ),
  ];
  return gather(units, "mixed").map(({ access: { conditions: _, ...access }, extra }) => ({ ...access, ...extra }));
}

function changed(
  unit: Unit,
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
