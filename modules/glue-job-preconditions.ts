/** What a job refuses across its variables, as preconditions. */
import type { Construct } from "constructs";
import {
  and,
  at,
  type Expr,
  each,
  eq,
  fn,
  gt,
  gte,
  ifNotNull,
  isNull,
  local,
  lt,
  type MapExpr,
  mod,
  ne,
  not,
  nullOrValid,
  or,
  when,
} from "tfwright";
import { refusedArguments } from "./glue-job-arguments";
import type { JobTraits } from "./glue-job-traits";
import type { JobInputs } from "./glue-job-variables";

/**
 * The workers of Spark and streaming jobs before Glue 3.0.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html
 */
const OLD_WORKERS = ["G.1X", "G.2X"];

/** All preconditions of a job. */
export function preconditionsOf(scope: Construct, v: JobInputs, traits: JobTraits, owned: MapExpr<Expr<string>>) {
  const authStrategy = local(
    scope,
    "auth_strategy",
    ifNotNull(v.source_control_details, (source) => source.auth_strategy, null),
    { comment: "How AWS Glue logs in to the repository" },
  );
  const refused = refusedArguments(scope, v, owned);
  return [
    {
      condition: eq(fn.length(refused), 0),
      message: `Set these arguments with their variables, not in default_arguments or non_overridable_arguments: ${fn.join(
        ", ",
        each(refused, (key) => `${key} with ${at(owned, fn.lower(key))}`, { as: "key" }),
      )}.`,
    },
    ...capacityPreconditions(v, traits),
    {
      condition: nullOrValid(v.timeout, (minutes) => or(eq(v.type, "streaming"), gt(minutes, 0))),
      message:
        "timeout = 0, which means no timeout, is only for streaming jobs. Give minutes, 1 to 10080, or leave it out.",
    },
    ...versionPreconditions(v, traits),
    {
      condition: or(isNull(v.source_control_token), eq(authStrategy, "PERSONAL_ACCESS_TOKEN")),
      message: 'source_control_token needs source_control_details with auth_strategy = "PERSONAL_ACCESS_TOKEN".',
    },
  ];
}

/** How many workers or DPUs a type of job takes. */
function capacityPreconditions(v: JobInputs, { isSpark, hasWorkers, major }: JobTraits) {
  return [
    {
      condition: or(not(isSpark), not(hasWorkers), gte(v.number_of_workers, 2)),
      message: "number_of_workers must be at least 2 for spark and streaming, because one worker is the driver.",
    },
    {
      condition: nullOrValid(v.max_capacity, (capacity) =>
        when(
          eq(v.type, "python_shell"),
          fn.contains([0.0625, 1], capacity),
          or(not(isSpark), and(gte(capacity, 2), eq(mod(capacity, 1), 0))),
        ),
      ),
      message:
        "max_capacity must be 0.0625 or 1 for python_shell, and a whole number of at least 2 for spark and streaming.",
    },
    {
      condition: or(not(isSpark), isNull(v.max_capacity), lt(major, 2)),
      message:
        "max_capacity is for spark and streaming jobs before Glue 2.0. From 2.0 use worker_type and number_of_workers.",
    },
  ];
}

/** What needs Glue 3.0 or 4.0. */
function versionPreconditions(v: JobInputs, { hasWorkers, isOldSpark, major, workerType }: JobTraits) {
  return [
    {
      condition: or(ne(v.type, "ray"), isNull(v.glue_version), gte(major, 4)),
      message: 'type = "ray" needs Glue 4.0 or newer: write glue_version = "4.0".',
    },
    {
      condition: or(ne(v.type, "spark"), ne(v.execution_class, "FLEX"), isNull(v.glue_version), gte(major, 3)),
      message: 'execution_class = "FLEX" needs Glue 3.0 or newer: write glue_version = "5.0", or leave it out.',
    },
    {
      condition: or(not(isOldSpark), not(hasWorkers), fn.contains(OLD_WORKERS, workerType)),
      message: `worker_type = "${workerType}" needs Glue 3.0 or newer. Before 3.0 there are G.1X and G.2X: write glue_version = "5.0", or another worker_type.`,
    },
    {
      condition: not(and(isOldSpark, v.auto_scaling)),
      message:
        'auto_scaling needs Glue 3.0 or newer, because older versions ignore it: write glue_version = "5.0", or leave it out.',
    },
    {
      condition: or(not(isOldSpark), eq(fn.length(v.datalake_formats), 0)),
      message:
        'datalake_formats needs Glue 3.0 or newer: write glue_version = "5.0", or load the format with extra_jars.',
    },
  ];
}
