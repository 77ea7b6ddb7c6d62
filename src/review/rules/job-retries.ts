import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { numberIn, pairAt } from "../field";
import { defineRule } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

/** Reports a job whose failed runs are retried more often. */
export const jobRetries = defineRule({
  code: "job-retries",
  section: "run-cost",
  level: "attention",
  title: "job retries",
  what: "More retries of a failed run.",
  why: "Each retry is a run that is billed. Rows that it appends may be there twice.",
  bad: "`max_retries` 0 → 2",
  good: "`max_retries` 2 → 0",
  source: "https://docs.aws.amazon.com/glue/latest/dg/add-job.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check(change) {
    const { before, after } = pairAt(change, ["max_retries"]);
    const mayGrow = (numberIn(after) ?? 1) > (numberIn(before) ?? 0);
    return isUpdateOrReplacement(change) && mayGrow ? matchChangedArgument(change, ["max_retries"], "retries") : [];
  },
});
