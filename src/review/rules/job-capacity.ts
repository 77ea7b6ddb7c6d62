import { formatNumber, type Message, say, words } from "../../text/message";
import { defineRule } from "../rule";
import { type Capacity, showCapacity } from "./resources/glue-capacity";
import { findCapacityChange } from "./resources/glue-capacity-change";

/** Reports a change of the maximum DPU-hours of a job's run. */
export const jobCapacity = defineRule({
  code: "job-capacity",
  section: "run-cost",
  level: "attention",
  title: "job capacity",
  what: "Worker type, number of workers, capacity, timeout, Glue version: the maximum DPU-hours of a run, before and after. Four times as much is dangerous, and so is a streaming job that no longer has a timeout; a little less is a note.",
  why: "A run that hangs is billed until its timeout. A run with too little capacity fails.",
  bad: "`number_of_workers` 10 → 40",
  good: "`description` of the job changes.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/worker-types.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check(change, facts) {
    const { details = [], known } = facts.memoized(findCapacityChange, change) ?? {};
    if (known === undefined) return [];
    const most = showMost(known.before, known.after);
    if (most === undefined) return details.length === 0 ? [] : [{ message: details }];
    const message = details.length === 0 ? most : say`${most} (${details})`;
    if (isFourfold(known.before, known.after)) return [{ message, level: "danger" }];
    return [isLittleLess(known.before, known.after) ? { message, level: "note" } : { message }];
  },
});

/** Compares DPU-hours, or DPUs if neither run has an end. A run that loses its end grows without limit. */
function isFourfold(before: Capacity, after: Capacity): boolean {
  if (before.dpus === undefined || after.dpus === undefined) return false;
  if (before.minutes !== undefined && after.minutes !== undefined) {
    return after.dpus * after.minutes >= 4 * before.dpus * before.minutes;
  }
  return after.minutes === undefined && (before.minutes !== undefined || after.dpus >= 4 * before.dpus);
}

/** Less than half as much may be too little for the job. */
function isLittleLess({ dpuHours: before }: Capacity, { dpuHours: after }: Capacity): boolean {
  return before !== undefined && after !== undefined && after < before && after * 2 >= before;
}

/** `at most 20 → 80 DPU-hours a run`; undefined if the most stays the same. */
function showMost(before: Capacity, after: Capacity): Message | undefined {
  if (before.dpuHours !== undefined && after.dpuHours !== undefined) {
    if (before.dpuHours === after.dpuHours) return undefined;
    return words(`at most ${formatNumber(before.dpuHours)} → ${formatNumber(after.dpuHours)} DPU-hours a run`);
  }
  const [from, to] = [showCapacity(before), showCapacity(after)];
  return from.join("") === to.join("") ? undefined : say`at most ${from} → ${to} a run`;
}
