import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { REMOVED_LOGS } from "./resources/removed-guards";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";
import { matchWeakValues, typesWithWeakValues } from "./resources/weak-values";

/** Reports access logs, trails, flow logs or logs of jobs that are turned off or destroyed. */
export const loggingOff = defineRule({
  code: "logging-off",
  section: "encryption",
  level: "attention",
  title: "logging off",
  what: "Access logs, audit logs, trails, flow logs, logs of databases and clusters or continuous logs of jobs that are turned off, record less, go elsewhere or are destroyed.",
  why: "There is no record of what happens from then on.",
  bad: "`aws_cloudtrail.this` is destroyed.",
  good: "`--enable-continuous-cloudwatch-log` false → true",
  looksAt: "resource",
  types: [
    ...new Set([...typesWithWeakValues("logging-off"), ...REMOVED_LOGS.keys(), ...typesWithSettings("logging-off")]),
  ],
  check: (change, facts) => [
    ...matchSettings(change, "logging-off", facts),
    ...(isUpdateOrReplacement(change)
      ? matchWeakValues(change, "logging-off")
      : matchRemovedSetting(change, REMOVED_LOGS)),
  ],
});
