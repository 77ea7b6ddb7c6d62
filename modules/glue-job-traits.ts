/** What follows from the type, the version and the workers of a job, each a local. */
import type { Construct } from "constructs";
import { and, at, eq, fn, gte, ifNotNull, isNotNull, isNull, local, lt, ne, or, when } from "tfwright";
import type { JobInputs } from "./glue-job-variables";

/** The locals of {@link traitsOf}. */
export type JobTraits = ReturnType<typeof traitsOf>;

/** Adds the locals. */
export function traitsOf(scope: Construct, v: JobInputs) {
  const isSpark = local(scope, "is_spark", or(eq(v.type, "spark"), eq(v.type, "streaming")));
  const workerType = local(
    scope,
    "worker_type",
    ifNotNull(v.worker_type, (type) => type, when(eq(v.type, "ray"), "Z.2X", "G.1X")),
  );
  const hasWorkers = local(scope, "has_workers", and(isNull(v.max_capacity), ne(v.type, "python_shell")));
  const major = local(
    scope,
    "glue_major_version",
    ifNotNull(v.glue_version, (version) => fn.tonumber(at(fn.split(".", version), 0)), 0),
    { comment: "0 without a version, which only a Python shell job can have" },
  );
  const setsLogPrefix = local(scope, "sets_log_prefix", gte(major, 5), {
    comment: "From Glue 5.0 every job writes logs while it runs, and log_group is the prefix of its log groups",
  });
  const isOldSpark = local(scope, "is_old_spark", and(isSpark, isNotNull(v.glue_version), lt(major, 3)), {
    comment:
      "Before Glue 3.0, Spark and streaming jobs have no large workers, no automatic scaling and no table formats",
  });
  return { isSpark, workerType, hasWorkers, major, setsLogPrefix, isOldSpark };
}
