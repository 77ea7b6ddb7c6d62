import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say } from "../../text/message";
import { differs, pairAt, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchChangedArgument } from "./resources/changed-argument";

/** What a version of Glue runs on. @see https://docs.aws.amazon.com/glue/latest/dg/release-notes.html */
const RUNTIMES: ReadonlyMap<string, string> = new Map([
  ["0.9", "Spark 2.2, Python 2.7"],
  ["1.0", "Spark 2.4, Python 3.6"],
  ["2.0", "Spark 2.4, Python 3.7"],
  ["3.0", "Spark 3.1, Python 3.7"],
  ["4.0", "Spark 3.3, Python 3.10"],
  ["5.0", "Spark 3.5, Python 3.11"],
  ["5.1", "Spark 3.5, Python 3.11"],
]);

/** Reports another version of Glue, Python or the runtime, or another type of job. */
export const jobVersion = defineRule({
  code: "job-version",
  section: "run-cost",
  level: "attention",
  title: "Glue version",
  what: "Another version of Glue, Python or runtime, or another type of job.",
  why: "The job is changed in place, and only its next run shows whether it works.",
  bad: "`glue_version` 4.0 → 5.0",
  good: "`glue_version` stays 5.0.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/release-notes.html",
  looksAt: "resource",
  types: ["aws_glue_job"],
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    return [
      ...matchGlueVersion(change),
      ...matchChangedArgument(change, ["command", 0, "python_version"], "Python"),
      ...matchChangedArgument(change, ["command", 0, "runtime"], "runtime"),
      ...matchChangedArgument(change, ["command", 0, "name"], "kind of job"),
    ];
  },
});

/** The versions, and what they run on if both are known. */
function matchGlueVersion(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, ["glue_version"]);
  if (!differs(pair)) return [];
  const [from, to] = [pair.before, pair.after].map((field) =>
    field.secret ? undefined : RUNTIMES.get(stringIn(field) ?? ""),
  );
  const runtimes = from === undefined || to === undefined ? [] : [` (${from} → ${to})`];
  return [{ message: say`Glue ${showPair(pair)}${runtimes}` }];
}
