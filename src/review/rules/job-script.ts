import type { Json, ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { fieldAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

const SCRIPT: ValuePath = ["command", 0, "script_location"];

/** Arguments of a job that bring code into it. */
const LIBRARIES = ["--extra-jars", "--extra-py-files", "--additional-python-modules", "--extra-files"];

/** Reports a job with another script or another role. */
export const jobScript = defineRule({
  code: "job-script",
  section: "run-cost",
  level: "note",
  title: "job script",
  what: "A job that gets another script, other libraries or another role. Code in another bucket is attention.",
  why: "The job is changed in place, and only its next run shows whether it works.",
  bad: "`script_location` s3://code/load-1.py → s3://code/load-2.py",
  good: "`description` of the job changes.",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check: (change) =>
    isUpdateOrReplacement(change)
      ? [
          ...matchCode(change, SCRIPT, "script"),
          ...matchChangedArgument(change, ["role_arn"], "role"),
          ...LIBRARIES.flatMap((name) => matchCode(change, ["default_arguments", name], name)),
        ]
      : [],
});

/** Code of a bucket that none of it came from is attention. */
function matchCode(change: ResourceChange, path: ValuePath, label: string): readonly RuleMatch[] {
  const [before, after] = [change.before, change.after].map((marked) => bucketsIn(fieldAt(marked, path).value));
  const isElsewhere = before?.length !== 0 && after?.some((bucket) => before?.includes(bucket) === false);
  const found = matchChangedArgument(change, path, label);
  return isElsewhere ? found.map((match) => ({ ...match, level: "attention" })) : found;
}

function bucketsIn(value: Json | undefined): readonly string[] {
  const text = typeof value === "string" ? value : "";
  return [...text.matchAll(/\bs3[an]?:\/\/([^/,\s]+)/g)].map(([, bucket = ""]) => bucket);
}
