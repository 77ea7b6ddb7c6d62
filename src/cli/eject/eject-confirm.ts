/** The command `tfwright eject --confirm`. */
import { existsSync, realpathSync } from "node:fs";
import { comparePlans, type PlanVerdict } from "../../eject/compare-plans";
import { fail } from "../../errors";
import { readPlan } from "../../terraform/plan/read-plan";
import { readPlanFile } from "../read-plan-file";

/** @throws TfwrightError if one of them is no plan, or both are the same file */
export function confirm(before: string, after: string): PlanVerdict {
  const verdict = comparePlans(readPlan(readPlanFile(before), before), readPlan(readPlanFile(after), after));
  if (isSameFile(before, after))
    fail({
      code: "same-plan",
      path: after,
      message: "is given twice, and a plan is always the same as itself",
      hint: "give the plan of the stack, and that of what was ejected",
    });
  return verdict;
}

function isSameFile(before: string, after: string): boolean {
  return existsSync(before) && existsSync(after) && realpathSync(before) === realpathSync(after);
}
