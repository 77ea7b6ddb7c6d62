/** Plans as callers of the library give them. */
import type { Plan } from "../terraform/plan/plan";
import { checkListOfObjects } from "../text/check-argument";

/** Checks that all are plans that `readPlan` returned, and not their texts. @throws TfwrightError `bad-argument` */
export function checkPlans(plans: readonly Plan[], place: string): void {
  checkListOfObjects(plans, place, {
    lists: ["resources"],
    example: 'readPlan(text, "plan.json") for each plan: the text of `terraform show -json`, and its name',
  });
}
