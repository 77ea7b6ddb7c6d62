import { words } from "../../text/message";
import { defineRule } from "../rule";
import { findCapacityChange } from "./resources/glue-capacity-change";

/** Reports a changed capacity of a job that is sensitive or known only after apply. */
export const jobCapacityUnknown = defineRule({
  code: "job-capacity-unknown",
  section: "run-cost",
  level: "attention",
  title: "job capacity not known",
  what: "A change of a job's capacity that is known only after apply, or is sensitive.",
  why: "The review cannot tell what a run may cost.",
  bad: "`number_of_workers` 10 → (known after apply)",
  good: "`number_of_workers` is known in the plan.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/worker-types.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check(change, facts) {
    const found = facts.memoized(findCapacityChange, change);
    if (found === undefined || found.known !== undefined) return [];
    const { details } = found;
    return [{ message: details.length === 0 ? words("it follows from the Glue version") : details }];
  },
});
