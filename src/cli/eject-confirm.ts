/** The command `tfwright eject --confirm`. */
import { comparePlans, type PlanVerdict } from "../eject/compare-plans";
import { readPlan } from "../terraform/plan/read-plan";
import { readInput } from "./review-files";

/** @throws TfwrightError if one of them is no plan */
export function confirm(before: string, after: string): PlanVerdict {
  return comparePlans(readPlan(readInput(before), before), readPlan(readInput(after), after));
}
