/** The arguments of a job: which of them a variable sets, and which a caller must not set in another way. */
import type { Construct } from "constructs";
import {
  and,
  type BoolLike,
  type Expr,
  each,
  fn,
  gt,
  ifNotNull,
  isNotNull,
  type ListExpr,
  local,
  type MapExpr,
  mapFrom,
  not,
  when,
} from "tfwright";
import type { JobTraits } from "./glue-job-traits";
import type { JobInputs } from "./glue-job-variables";

/** Arguments of a job that a variable sets. A caller must not set them in another way. */
const OWNED = {
  "--TempDir": "temp_dir",
  "--additional-python-modules": "python_modules",
  "--conf": "spark_conf",
  "--continuous-log-logGroup": "log_group",
  "--custom-logGroup-prefix": "log_group",
  "--datalake-formats": "datalake_formats",
  "--enable-auto-scaling": "auto_scaling",
  "--enable-continuous-cloudwatch-log": "continuous_logging",
  "--enable-glue-datacatalog": "use_catalog_as_metastore",
  "--enable-job-insights": "job_insights",
  "--enable-metrics": "metrics",
  "--enable-spark-ui": "spark_ui_logs_path",
  "--extra-files": "extra_files",
  "--extra-jars": "extra_jars",
  "--extra-py-files": "extra_py_files",
  "--job-bookmark-option": "bookmarks",
  "--spark-event-logs-path": "spark_ui_logs_path",
};

/** Names of variables and of arguments that callers write as arguments. AWS Glue would ignore them, without an error. */
const MISNAMED = {
  "--additional_python_modules": "python_modules",
  "--datalake_formats": "datalake_formats",
  "--extra_jars": "extra_jars",
  "--extra_py_files": "extra_py_files",
  "--log-group": "log_group",
  "--log_group": "log_group",
  "--spark-conf": "spark_conf",
  "--spark_conf": "spark_conf",
};

/** What a job refuses among its arguments, in lower case. */
export const OWNED_ARGUMENTS: readonly string[] = Object.keys({ ...OWNED, ...MISNAMED })
  .map((key) => key.toLowerCase())
  .sort();

const lowerCaseKeys = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key.toLowerCase(), name]));

/** The variable of each argument that a caller must not set. */
export function ownedArguments(scope: Construct) {
  return local(scope, "owned_arguments", mapFrom(lowerCaseKeys({ ...OWNED, ...MISNAMED })), {
    comment:
      "Arguments that a variable sets, in lower case and as they are often misspelled, and the name of the variable",
  });
}

/** The arguments that the variables set. */
export function setArguments(scope: Construct, v: JobInputs, { isSpark, setsLogPrefix }: JobTraits) {
  const flag = (isOn: BoolLike) => when(and(isSpark, isOn), "true", null);
  const joined = (items: ListExpr<Expr<string>>) => when(gt(fn.length(items), 0), fn.join(",", items), null);
  const sparkConf = fn.join(
    " --conf ",
    each(v.spark_conf, (value, key) => `${key}=${value}`),
  );
  return local(
    scope,
    "set_arguments",
    {
      "--TempDir": v.temp_dir,
      "--additional-python-modules": joined(v.python_modules),
      "--conf": when(gt(fn.length(v.spark_conf), 0), sparkConf, null),
      "--continuous-log-logGroup": when(setsLogPrefix, null, v.log_group),
      "--custom-logGroup-prefix": when(setsLogPrefix, v.log_group, null),
      "--datalake-formats": joined(v.datalake_formats),
      "--enable-auto-scaling": flag(v.auto_scaling),
      "--enable-continuous-cloudwatch-log": flag(and(v.continuous_logging, not(setsLogPrefix))),
      "--enable-glue-datacatalog": flag(v.use_catalog_as_metastore),
      "--enable-job-insights": flag(v.job_insights),
      "--enable-metrics": flag(v.metrics),
      "--enable-spark-ui": when(isNotNull(v.spark_ui_logs_path), "true", null),
      "--extra-files": joined(v.extra_files),
      "--extra-jars": joined(v.extra_jars),
      "--extra-py-files": joined(v.extra_py_files),
      "--job-bookmark-option": ifNotNull(v.bookmarks, (mode) => `job-bookmark-${mode}`, null),
      "--spark-event-logs-path": v.spark_ui_logs_path,
    } satisfies Record<keyof typeof OWNED, unknown>,
    { comment: "An argument that is null is not set" },
  );
}

/** The arguments of a caller that a variable sets. */
export function refusedArguments(scope: Construct, v: JobInputs, owned: MapExpr<Expr<string>>) {
  const given = fn.keys(fn.merge(v.default_arguments, v.non_overridable_arguments));
  return local(
    scope,
    "refused_arguments",
    each(given, (key) => key, { as: "key", where: (key) => fn.contains(fn.keys(owned), fn.lower(key)) }),
    { comment: "Arguments in the caller's maps that a variable sets, in upper or lower case" },
  );
}
