import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

/** Reports a job that changes from FLEX to STANDARD or back. */
export const jobClass = defineRule({
  code: "job-class",
  section: "run-cost",
  level: "attention",
  title: "execution class",
  what: "A job that changes from FLEX to STANDARD or back.",
  why: "FLEX is cheaper, but a run may wait or be interrupted.",
  bad: "`execution_class` FLEX → STANDARD",
  good: "`execution_class` stays FLEX.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/add-job.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check: (change) =>
    isUpdateOrReplacement(change) ? matchChangedArgument(change, ["execution_class"], "execution class") : [],
});
