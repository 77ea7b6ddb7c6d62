import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

/** Reports a changed maximum number of concurrent runs of a job. */
export const jobConcurrency = defineRule({
  code: "job-concurrency",
  section: "run-cost",
  level: "attention",
  title: "job concurrency",
  what: "More or fewer concurrent runs of a job.",
  why: "More concurrent runs mean more cost and more locks, and job bookmarks may not work correctly.",
  bad: "`max_concurrent_runs` 1 → 4",
  good: "`max_concurrent_runs` stays 1.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/add-job.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check: (change) =>
    isUpdateOrReplacement(change)
      ? matchChangedArgument(change, ["execution_property", 0, "max_concurrent_runs"], "runs at the same time")
      : [],
});
