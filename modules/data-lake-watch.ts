/** What watches a data lake: alerts on its jobs and crawlers, and log groups of its jobs. */
import type { Construct } from "constructs";
import { and, at, fn, gt, gte, isNotNull, isNull, moduleCall, or, when } from "tfwright";
import type { LakeInputs, RegionAndTags } from "./data-lake-variables";
import { glueAlerts } from "./glue-alerts";
import { glueLogs } from "./glue-logs";

const NONE: readonly string[] = [];

/** The alerts, if there is a topic. Jobs have no expected time, so that no run is late. */
export function makeAlerts(scope: Construct, v: LakeInputs, common: RegionAndTags): void {
  moduleCall(
    scope,
    glueAlerts,
    "alerts",
    {
      name: v.name,
      topics: v.alert_targets,
      jobs: [`${v.name}-*`],
      job_states: when(gt(fn.length(fn.keys(v.jobs)), 0), ["FAILED", "TIMEOUT", "ERROR"], NONE),
      late_runs: false,
      crawlers: [`${v.name}-*`],
      crawler_states: when(gt(fn.length(fn.keys(v.crawlers)), 0), ["Failed"], NONE),
      data_quality_states: NONE,
      ...common,
    },
    { count: when(gt(fn.length(v.alert_targets), 0), 1, 0) },
  );
}

/** The log groups of {@link makeLogs}. */
export type LakeLogs = ReturnType<typeof makeLogs>;

/** The log groups of the Spark jobs, if they have some of their own. */
export function makeLogs(scope: Construct, v: LakeInputs, common: RegionAndTags) {
  const hasOwn = isNotNull(v.log_retention);
  const group = `/${v.name}`;
  const logs = moduleCall(
    scope,
    glueLogs,
    "logs",
    { jobs: { all: { log_group: group } }, retention_in_days: v.log_retention, ...common },
    { count: when(hasOwn, 1, 0) },
  );
  return {
    hasOwn,
    /** What a role writes to. */
    group,
    /** By the module, so that a job is created after its log groups. */
    ofJobs: at(logs.at(0).job_log_groups, "all"),
  };
}

/** Where Glue chooses other names than those of {@link makeLogs}. */
export function logsAreWritten(v: LakeInputs) {
  const major = fn.tonumber(at(fn.split(".", v.glue_version), 0));
  return {
    condition: or(isNull(v.log_retention), and(gte(major, 5), isNull(v.security_configuration))),
    message:
      "log_retention needs Glue 5.0, and no security configuration: below 5.0, and with encrypted logs, Glue chooses other names. Leave log_retention out, and call glue-logs.",
  };
}
