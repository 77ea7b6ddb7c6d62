/** A job, and a trigger if it has a schedule. Over 400 lines, because each argument of a job is a variable here. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import {
  and,
  at,
  type BoolLike,
  bool,
  defineModule,
  type Expr,
  each,
  eq,
  fn,
  gt,
  gte,
  ifNotNull,
  isNotNull,
  isNull,
  type ListExpr,
  list,
  local,
  lt,
  map,
  mapFrom,
  mod,
  ne,
  not,
  nullOrValid,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  when,
  withoutNulls,
} from "tfwright";
import { roleArn, s3Uri, s3Uris } from "./arns";
import { providers, region, tags } from "./aws";
import { checkovNote } from "./checkov-findings";
import { jobDifferences, jobExamples, jobIam, jobNotes, jobTests, jobUpgrading } from "./glue-job-docs";
import { glueJobJa } from "./ja/glue-job";
import {
  argumentKeys,
  connectionNameRule,
  JOB_TYPES,
  noArn,
  noReservedArguments,
  noSecretValue,
  runMinutes,
  shapeOf,
  wholeBetween,
  wholeFromOne,
  wholeWorkers,
  workerShape,
} from "./rules";
import { scheduleRules } from "./schedule";

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

const VARIABLES_ARE_NO_KEYS =
  " What a variable of the module sets, such as log_group or spark_conf, is not a key: set the variable.";

const SECRET_BY_NAME = '{ "--secret-name" = "orders" }';

const SPARK = ["spark", "streaming"] as const;
const SPARK_WORKERS = ["G.1X", "G.2X", "G.4X", "G.8X", "G.12X", "G.16X", "R.1X", "R.2X", "R.4X", "R.8X"] as const;

/**
 * The workers of Spark and streaming jobs before Glue 3.0.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html
 */
const OLD_WORKERS = ["G.1X", "G.2X"];

/** Which inputs belong to which types of jobs. */
const jobKinds = {
  by: "type",
  only: {
    worker_type: {
      ...(Object.fromEntries(SPARK_WORKERS.map((worker) => [worker, SPARK])) as Readonly<
        Record<(typeof SPARK_WORKERS)[number], typeof SPARK>
      >),
      "G.025X": ["streaming"],
      "Z.2X": ["ray"],
    },
    number_of_workers: ["spark", "streaming", "ray"],
    max_capacity: ["spark", "streaming", "python_shell"],
    execution_class: { FLEX: ["spark"] },
    maintenance_window: ["streaming"],
    // The API takes 3.9 with each type. AWS's own CDK refuses it for Spark, whose Python is that of glue_version.
    python_version: { "3.9": ["python_shell", "ray"] },
    runtime: ["ray"],
    spark_ui_logs_path: SPARK,
    log_group: SPARK,
    datalake_formats: SPARK,
    spark_conf: SPARK,
    auto_scaling: SPARK,
  },
  required: { glue_version: ["spark", "streaming", "ray"] },
} as const;

/** AWS's names of the job types. */
const COMMANDS = { spark: "glueetl", streaming: "gluestreaming", python_shell: "pythonshell", ray: "glueray" };

const lowerCaseKeys = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key.toLowerCase(), name]));

const nameRule = (what: string) => ({
  condition: (name: Expr<string>) => fn.can(fn.regex("^.{1,255}$", name)),
  message: `${what} must have 1 to 255 characters.`,
});

/** `pip` needs two signs. With one, the run fails when it starts. */
const pythonModule = {
  condition: (requirement: Expr<string>) => not(fn.can(fn.regex("^[\\w.-]+(\\[[^\\]]*\\])? *=[^=]", requirement))),
  message: 'python_modules takes requirements of pip, with == before a version: "pandas==2.2.2".',
};

const tableFormat = shapeOf(
  "^[a-z0-9-]+$",
  'datalake_formats takes names in lower case, such as iceberg, hudi and delta: ["iceberg"].',
);

/** Spark reads a text. A null would stop the plan with a message that does not name the input. */
const notNullSetting = {
  ...shapeOf(
    "^",
    'The values of spark_conf must not be null. Leave the setting out: { "spark.sql.shuffle.partitions" = "200" }.',
  ),
  shows: "element",
} as const;

/** A string that matches this pattern. There is no closed list of values, because AWS adds values. */
const shaped = <const D extends string>(description: D, shape: string, message: string) =>
  optional(string({ description, validate: [shapeOf(shape, message)] }));

export const glueJob = defineModule({
  name: "glue-job",
  wrapper: true,
  differences: jobDifferences,
  iam: jobIam,
  notes: [...jobNotes, checkovNote("glue-job", "en")],
  upgrading: jobUpgrading,
  creates: ["`aws_glue_job.this`", "`aws_glue_trigger.schedule`, only with `schedule`"],
  examples: jobExamples,
  tests: jobTests,
  translations: { ja: glueJobJa },
  title: "AWS Glue job",
  description:
    "A Glue job of any type (Spark, streaming, Python shell or Ray), with its arguments as variables, and with a trigger if it has a schedule.",
  providers,
  kinds: jobKinds,
  variables: {
    name: string({ description: "Name of the job.", validate: [nameRule("name")] }),
    role_arn: string({
      description:
        "ARN of the role that the job assumes, not its name. Use the `arn` output of `glue-role`, so that the job is created after the role's policies.",
      validate: [roleArn("role_arn")],
    }),
    script_location: string({
      description: "S3 URI of the script: `s3://bucket/scripts/job.py`.",
      validate: [
        shapeOf("^s3a?://[^/]+/.*[^/]$", 'script_location must be the S3 URI of a file: "s3://bucket/scripts/job.py".'),
      ],
    }),
    description: optional(string({ description: "What the job does." })),
    type: oneOf(JOB_TYPES, {
      description:
        "Type of the job: `spark`, `streaming`, `python_shell` or `ray`. Flex is an `execution_class` of spark.",
      default: "spark",
    }),
    glue_version: optional(
      string({
        description:
          'Version of Glue, as a string: `"5.0"`. Required for spark, streaming and ray. There is no default: a changed one would silently change your Spark version.',
        validate: [
          shapeOf(
            "^[0-9]+[.][0-9]+$",
            'glue_version must be a string with one dot: write "5.0". Without the quotes 5.0 is a number, and Terraform changes it to 5.',
          ),
        ],
      }),
    ),
    worker_type: optional(
      oneOf([...SPARK_WORKERS, "G.025X", "Z.2X"], {
        description:
          "Type of the workers: `G.1X`, `G.2X`, `G.4X`, `G.8X`, `R.1X`, ...; `G.025X` for streaming; `Z.2X` for ray. If null: `G.1X`, or `Z.2X` for ray. Not used with `max_capacity`.",
        open: true,
        validate: [workerShape("worker_type")],
      }),
    ),
    number_of_workers: number({
      description:
        "Number of workers, at least 2 for spark and streaming. Not used with `max_capacity`. Not for python_shell.",
      default: 2,
      validate: [wholeWorkers("number_of_workers")],
    }),
    max_capacity: optional(
      number({
        description:
          "Number of DPUs, instead of workers: 0.0625 or 1 for python_shell, a whole number of at least 2 for spark and streaming before Glue 2.0. Not for ray.",
      }),
    ),
    timeout: optional(
      number({
        description:
          "Minutes after which a run is stopped, 1 to 10080. 0 means no timeout, and is for streaming only. AWS's default if null: 480 from Glue 5.0, 2,880 before.",
        validate: [runMinutes("timeout", 0)],
      }),
    ),
    notify_delay_after: optional(
      number({
        description: "Minutes after which EventBridge gets an event about the late run.",
        validate: [wholeFromOne("notify_delay_after", "minutes")],
      }),
    ),
    max_retries: number({
      description: "Maximum number of retries of a failed run, 0 to 10.",
      default: 0,
      validate: [wholeBetween("max_retries", { lowest: 0, highest: 10 })],
    }),
    max_concurrent_runs: number({
      description: "Maximum number of concurrent runs.",
      default: 1,
      validate: [wholeFromOne("max_concurrent_runs", "runs")],
    }),
    execution_class: optional(
      oneOf(["STANDARD", "FLEX"], {
        description:
          "`STANDARD`, or `FLEX` for spark jobs that can wait. `FLEX` needs Glue 3.0 or newer. AWS's default if null.",
        open: true,
        validate: [shapeOf("^[A-Z]+$", 'execution_class must be one word in capital letters: "STANDARD" or "FLEX".')],
      }),
    ),
    job_mode: shaped(
      "How the job was created: `SCRIPT`, `NOTEBOOK` or `VISUAL`. AWS's default if null.",
      "^[A-Z]+$",
      'job_mode must be one word in capital letters: "SCRIPT", "NOTEBOOK" or "VISUAL".',
    ),
    maintenance_window: shaped(
      "Day and hour, in UTC, when AWS can restart a streaming job: `Sun:10`.",
      "^(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])$",
      'maintenance_window must be a day and an hour from 0 to 23: "Sun:10". The day has three letters, the first in upper case.',
    ),
    python_version: optional(
      oneOf(["2", "3", "3.9"], {
        description:
          'Version of Python, as a string: `"3"`, or `"3.9"` for python_shell and ray. For python_shell `"3"` means Python 3.6, which AWS no longer supports. AWS\'s default if null.',
        open: true,
        validate: [
          shapeOf(
            "^[0-9]+([.][0-9]+)?$",
            'python_version must be a string with at most one dot: write "3.9", in quotes, because a number loses zeros at its end.',
          ),
        ],
      }),
    ),
    runtime: shaped(
      'Runtime of a ray job: `"Ray2.4"`.',
      "^Ray[0-9]+([.][0-9]+)*$",
      'runtime must be a string, Ray and a version: write "Ray2.4", in quotes.',
    ),
    security_configuration: optional(
      string({
        description: "Name of the security configuration.",
        validate: [
          shapeOf("^.{1,255}$", "security_configuration must have 1 to 255 characters."),
          noArn("security_configuration", "security configuration"),
        ],
      }),
    ),
    job_run_queuing_enabled: bool({
      description: "Whether runs are queued if an account limit is reached.",
      default: false,
    }),
    connections: list(string({ validate: [connectionNameRule("Each element of connections")] }), {
      description: "Names of connections: `[aws_glue_connection.orders.name]`.",
      default: [],
    }),
    default_arguments: map(string({ validate: [noSecretValue("default_arguments", SECRET_BY_NAME)] }), {
      description:
        "Additional arguments of the job. Keys start with `--`. Arguments that a variable or AWS Glue itself sets are rejected. No passwords and other secrets: everybody who can read the job can read them.",
      default: {},
      validate: [argumentKeys("default_arguments", VARIABLES_ARE_NO_KEYS), noReservedArguments("default_arguments")],
    }),
    non_overridable_arguments: map(string({ validate: [noSecretValue("non_overridable_arguments", SECRET_BY_NAME)] }), {
      description:
        "Arguments that a run cannot change. Keys start with `--`. Arguments that a variable or AWS Glue itself sets are rejected. No passwords and other secrets: everybody who can read the job can read them.",
      default: {},
      validate: [
        argumentKeys("non_overridable_arguments", VARIABLES_ARE_NO_KEYS),
        noReservedArguments("non_overridable_arguments"),
      ],
    }),
    temp_dir: optional(
      string({
        description: "S3 URI for temporary files: `s3://bucket/temp/`.",
        validate: [s3Uri("temp_dir", "s3://bucket/temp/")],
      }),
    ),
    bookmarks: optional(
      string({
        description: "Job bookmarks: `enable`, `disable` or `pause`. AWS's default, `disable`, if null.",
        validate: [
          {
            condition: (mode) => fn.contains(["enable", "disable", "pause"], mode),
            message: "bookmarks must be one of enable, disable, pause, in lower case.",
          },
        ],
      }),
    ),
    spark_ui_logs_path: optional(
      string({
        description:
          "S3 URI for the event logs of the Spark UI: `s3://bucket/spark-ui/`. Turns the Spark UI on. For spark and streaming.",
        validate: [s3Uri("spark_ui_logs_path", "s3://bucket/spark-ui/")],
      }),
    ),
    log_group: optional(
      string({
        description:
          "Log group for the job's logs. From Glue 5.0 it is the prefix of two log groups, `<log_group>/error` and `<log_group>/output`. It must also be in `log_groups` of the job's role (`glue-role`), with the same name: the module cannot check that, and otherwise the job runs, but has no logs. AWS's default if null. For spark and streaming.",
        validate: [
          shapeOf(
            "^[A-Za-z0-9_./#-]{1,512}$",
            'log_group must be the name of a log group, not its ARN: "/orders". It can have letters, digits and _ - / . #.',
          ),
        ],
      }),
    ),
    datalake_formats: list(string({ validate: [tableFormat] }), {
      description: "Table formats to load: `iceberg`, `hudi`, `delta`. For spark and streaming, from Glue 3.0.",
      default: [],
    }),
    python_modules: list(string({ validate: [pythonModule] }), {
      description: "Python packages to install: `pandas==2.2.2`.",
      default: [],
    }),
    extra_py_files: list(string({ validate: [s3Uris("extra_py_files", "s3://bucket/lib/orders.zip")] }), {
      description: "S3 URIs of Python files to import: `s3://bucket/lib/orders.zip`.",
      default: [],
    }),
    extra_jars: list(string({ validate: [s3Uris("extra_jars", "s3://bucket/lib/orders.jar")] }), {
      description: "S3 URIs of Java archives: `s3://bucket/lib/orders.jar`.",
      default: [],
    }),
    extra_files: list(string({ validate: [s3Uris("extra_files", "s3://bucket/files/orders.json")] }), {
      description: "S3 URIs of additional files: `s3://bucket/files/orders.json`.",
      default: [],
    }),
    spark_conf: map(string({ validate: [notNullSetting] }), {
      description: "Spark settings, passed as one `--conf` argument. For spark and streaming.",
      default: {},
      validate: [
        {
          condition: (settings) =>
            fn.alltrue(each(fn.keys(settings), (key) => not(fn.can(fn.regex("^--conf|[=\\s]", key))))),
          message:
            'The keys of spark_conf are names of settings, without --conf and =: { "spark.sql.shuffle.partitions" = "200" }.',
        },
      ],
    }),
    metrics: bool({
      description: "Whether the job writes metrics to CloudWatch. For spark and streaming.",
      default: true,
    }),
    continuous_logging: bool({
      description:
        "Whether the job writes logs while it runs. For spark and streaming before Glue 5.0. From 5.0 every job does.",
      default: true,
    }),
    job_insights: bool({
      description: "Logs that explain why a run failed or is slow. For spark and streaming.",
      default: true,
    }),
    use_catalog_as_metastore: bool({
      description: "Whether Spark uses the Data Catalog as its metastore. For spark and streaming.",
      default: true,
    }),
    auto_scaling: bool({
      description:
        "Adds and removes workers as needed, up to `number_of_workers`. For spark and streaming, from Glue 3.0.",
      default: false,
    }),
    source_control_details: optional(
      object(
        {
          provider: string({ description: "`GITHUB`, `GITLAB`, `BITBUCKET` or `AWS_CODE_COMMIT`" }),
          repository: string({ description: "Name of the repository" }),
          branch: optional(string({ description: "Branch" })),
          folder: optional(string({ description: "Folder of the job in the repository" })),
          last_commit_id: optional(string({ description: "ID of the commit" })),
          owner: optional(string({ description: "Owner of the repository" })),
          auth_strategy: optional(string({ description: "`PERSONAL_ACCESS_TOKEN` or `AWS_SECRETS_MANAGER`" })),
          auth_token: optional(string({ description: "ARN of the secret, for `AWS_SECRETS_MANAGER`" })),
        },
        {
          description: "Git repository of the job.",
          validate: [
            {
              condition: (source) =>
                nullOrValid(source.auth_token, (token) =>
                  and(
                    fn.can(fn.regex("^arn:[^:]+:secretsmanager:[^:]+:[^:]+:secret:.+$", token)),
                    ne(source.auth_strategy, "PERSONAL_ACCESS_TOKEN"),
                  ),
                ),
              message:
                "auth_token of source_control_details takes the ARN of a secret, with auth_strategy AWS_SECRETS_MANAGER. Give a personal access token as source_control_token, which plans do not show.",
            },
          ],
        },
      ),
    ),
    source_control_token: optional(
      string({
        description:
          "Personal access token of the repository, for `PERSONAL_ACCESS_TOKEN`. The state contains it in plain text. To keep it out of the state, use a secret with `AWS_SECRETS_MANAGER`.",
        sensitive: true,
      }),
    ),
    schedule: optional(
      string({
        description:
          "When the job runs, in UTC: `cron(0 18 * * ? *)`. Creates the trigger `<name>-trigger`. Must be known at plan time: otherwise the plan stops with `Invalid count argument`.",
        known: true,
        validate: scheduleRules,
      }),
    ),
    schedule_enabled: bool({ description: "Whether the trigger is active. Only with `schedule`.", default: true }),
    region,
    tags,
  },
  build(scope, v) {
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
    const commands = local(scope, "commands", mapFrom(COMMANDS), { comment: "AWS's names of the job types" });
    const owned = local(scope, "owned_arguments", mapFrom(lowerCaseKeys({ ...OWNED, ...MISNAMED })), {
      comment:
        "Arguments that a variable sets, in lower case and as they are often misspelled, and the name of the variable",
    });

    const flag = (isOn: BoolLike) => when(and(isSpark, isOn), "true", null);
    const joined = (items: ListExpr<Expr<string>>) => when(gt(fn.length(items), 0), fn.join(",", items), null);
    const sparkConf = fn.join(
      " --conf ",
      each(v.spark_conf, (value, key) => `${key}=${value}`),
    );
    const set = local(
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

    const authStrategy = local(
      scope,
      "auth_strategy",
      ifNotNull(v.source_control_details, (source) => source.auth_strategy, null),
      { comment: "How AWS Glue logs in to the repository" },
    );
    const given = fn.keys(fn.merge(v.default_arguments, v.non_overridable_arguments));
    const refused = local(
      scope,
      "refused_arguments",
      each(given, (key) => key, { as: "key", where: (key) => fn.contains(fn.keys(owned), fn.lower(key)) }),
      { comment: "Arguments in the caller's maps that a variable sets, in upper or lower case" },
    );
    const job = resource(
      scope,
      GlueJob,
      "this",
      {
        name: v.name,
        description: v.description,
        roleArn: v.role_arn,
        glueVersion: v.glue_version,
        workerType: when(hasWorkers, workerType, null),
        numberOfWorkers: when(hasWorkers, v.number_of_workers, null),
        maxCapacity: v.max_capacity,
        timeout: v.timeout,
        maxRetries: v.max_retries,
        executionClass: v.execution_class,
        jobMode: v.job_mode,
        jobRunQueuingEnabled: v.job_run_queuing_enabled,
        maintenanceWindow: v.maintenance_window,
        connections: v.connections,
        securityConfiguration: v.security_configuration,
        defaultArguments: fn.merge(withoutNulls(set), v.default_arguments),
        nonOverridableArguments: v.non_overridable_arguments,
        region: v.region,
        tags: v.tags,
        command: {
          name: at(commands, v.type),
          scriptLocation: v.script_location,
          pythonVersion: v.python_version,
          runtime: v.runtime,
        },
        executionProperty: { maxConcurrentRuns: v.max_concurrent_runs },
        notificationProperty: optionalBlock(v.notify_delay_after, (minutes) => ({ notifyDelayAfter: minutes })),
        sourceControlDetails: optionalBlock(v.source_control_details, (source) => ({
          provider: source.provider,
          repository: source.repository,
          branch: source.branch,
          folder: source.folder,
          lastCommitId: source.last_commit_id,
          owner: source.owner,
          authStrategy: source.auth_strategy,
          authToken: when(isNotNull(v.source_control_token), v.source_control_token, source.auth_token),
        })),
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: eq(fn.length(refused), 0),
              message: `Set these arguments with their variables, not in default_arguments or non_overridable_arguments: ${fn.join(
                ", ",
                each(refused, (key) => `${key} with ${at(owned, fn.lower(key))}`, { as: "key" }),
              )}.`,
            },
            {
              condition: or(not(isSpark), not(hasWorkers), gte(v.number_of_workers, 2)),
              message:
                "number_of_workers must be at least 2 for spark and streaming, because one worker is the driver.",
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
            {
              condition: nullOrValid(v.timeout, (minutes) => or(eq(v.type, "streaming"), gt(minutes, 0))),
              message:
                "timeout = 0, which means no timeout, is only for streaming jobs. Give minutes, 1 to 10080, or leave it out.",
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
            {
              condition: or(isNull(v.source_control_token), eq(authStrategy, "PERSONAL_ACCESS_TOKEN")),
              message:
                'source_control_token needs source_control_details with auth_strategy = "PERSONAL_ACCESS_TOKEN".',
            },
          ],
        },
      },
    );
    const trigger = resource(
      scope,
      GlueTrigger,
      "schedule",
      {
        name: `${v.name}-trigger`,
        type: "SCHEDULED",
        schedule: v.schedule,
        enabled: v.schedule_enabled,
        region: v.region,
        tags: v.tags,
        actions: [{ jobName: job.name }],
      },
      { count: when(isNotNull(v.schedule), 1, 0) },
    );
    return {
      name: output(job.name, { description: "Name of the job." }),
      arn: output(job.arn, { description: "ARN of the job." }),
      trigger_name: output(
        trigger.one((one) => one.name),
        { description: "Name of the trigger. Null without a schedule." },
      ),
    };
  },
});
