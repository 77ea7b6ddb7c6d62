import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

/** Reports "job script". */
export const jobScript = defineRule({
  code: "job-script",
  section: "run-cost",
  level: "note",
  title: "job script",
  what: "Another script, or another role.",
  why: "It is changed in place, and the next run is the first to show it.",
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
