import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

/** Reports a job with another script or another role. */
export const jobScript = defineRule({
  code: "job-script",
  section: "run-cost",
  level: "note",
  title: "job script",
  what: "A job that gets another script or another role.",
  why: "The job is changed in place, and only its next run shows whether it works.",
  bad: "`script_location` s3://code/load-1.py → s3://code/load-2.py",
  good: "`description` of the job changes.",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check: (change) =>
    isUpdateOrReplacement(change)
      ? [
          ...matchChangedArgument(change, ["command", 0, "script_location"], "script"),
          ...matchChangedArgument(change, ["role_arn"], "role"),
        ]
      : [],
});
