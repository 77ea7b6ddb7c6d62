/** The variables of a job. */
import {
  and,
  bool,
  type Expr,
  type ExprsOf,
  each,
  fn,
  list,
  map,
  ne,
  not,
  nullOrValid,
  number,
  object,
  oneOf,
  optional,
  string,
} from "tfwright";
import { roleArn, s3Uri, s3Uris } from "./arns";
import { region, tags } from "./aws";
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

const VARIABLES_ARE_NO_KEYS =
  " What a variable of the module sets, such as log_group or spark_conf, is not a key: set the variable.";

const SECRET_BY_NAME = '{ "--secret-name" = "orders" }';

const SPARK = ["spark", "streaming"] as const;
const NO_SHELL = ["spark", "streaming", "ray"] as const;
const SPARK_WORKERS = ["G.1X", "G.2X", "G.4X", "G.8X", "G.12X", "G.16X", "R.1X", "R.2X", "R.4X", "R.8X"] as const;

/** Which inputs belong to which types of jobs. */
export const jobKinds = {
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
    // https://docs.aws.amazon.com/glue/latest/dg/add-job-python.html
    bookmarks: { enable: NO_SHELL, pause: NO_SHELL },
    extra_files: NO_SHELL,
  },
  required: { glue_version: ["spark", "streaming", "ray"] },
} as const;

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

/** The variables of a job. */
export const jobVariables = {
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
    oneOf(["enable", "disable", "pause"], {
      description: "Job bookmarks: `enable`, `disable` or `pause`. AWS's default, `disable`, if null.",
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
};

/** The inputs of a job. */
export type JobInputs = ExprsOf<typeof jobVariables>;
