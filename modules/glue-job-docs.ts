/** Over 400 lines because a job has the most texts. Texts of the README, the examples and the tests of `glue-job`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

/** Defaults that differ from AWS's defaults. */
export const jobDifferences = [
  {
    input: "worker_type, number_of_workers",
    theirs: "10 workers of G.1X",
    ours: "2 workers of G.1X",
    undo: "number_of_workers = 10",
  },
  { input: "metrics", theirs: "off", ours: "on, for spark and streaming", undo: "metrics = false" },
  {
    input: "continuous_logging",
    theirs: "off before Glue 5.0",
    ours: "on, for spark and streaming",
    undo: "continuous_logging = false",
  },
  { input: "job_insights", theirs: "off", ours: "on, for spark and streaming", undo: "job_insights = false" },
  {
    input: "use_catalog_as_metastore",
    theirs: "off",
    ours: "on, for spark and streaming",
    undo: "use_catalog_as_metastore = false",
  },
];

/** For the README. */
export const jobIam = [
  'The job\'s role needs access to everything that the job uses. Create it with `glue-role` and `used_by = ["job"]`.',
  "`glue-role` allows writing to the log groups below `/aws-glue/`. If the job has another `log_group`, write the same name in `log_groups` of the role. If the job's security configuration encrypts logs, set `encrypted_logs`. Without these permissions the job runs, but has no logs.",
  'With `use_catalog_as_metastore`, Spark SQL needs the database `default`. `glue-role` lets the job read it. If the account has no such database, create it, or set `default_database = "create"` for the role.',
  "To apply this module you need `iam:PassRole` on the ARN of the job's role, including its path, limited to `glue.amazonaws.com`.",
];

/** For the README. */
export const jobNotes = [
  "`default_arguments` must not contain arguments that a variable sets, such as `--TempDir`, in upper or lower case. The error names the variable.",
  "From Glue 5.0, `log_group` sets `--custom-logGroup-prefix`. The job then writes to `<log_group>/error` and `<log_group>/output`. With a security configuration that encrypts logs, it writes to `<log_group>/<configuration>-role/<role>/error` and so on. Before 5.0, `log_group` sets `--continuous-log-logGroup`, the name of one log group, and AWS adds `-<configuration>` to this name. A Python shell job always writes to `/aws-glue/python-jobs`.",
  'Never put a repository token into `source_control_details`. Keep it in Secrets Manager: set `auth_strategy = "AWS_SECRETS_MANAGER"`, and set `auth_token` to the ARN of the secret. You can also use `source_control_token`: plans do not show it, but the state contains it in plain text, so everybody who can read the state can read the token.',
  'If you adopt a job that has an execution class, set `execution_class` to the same class, for example `execution_class = "STANDARD"`.',
];

/** For the README. */
export const jobUpgrading = [
  "A spark or streaming job of Glue 5.0 or newer loses the argument `--enable-continuous-cloudwatch-log`. It has no effect, because every job of these versions writes logs while it runs.",
  "If such a job has a `log_group`, `--continuous-log-logGroup` changes to `--custom-logGroup-prefix`, and the logs go to `<log_group>/error` and `<log_group>/output`. Before you upgrade, name the log group in `log_groups` of the job's role.",
  "Jobs of older versions, Python shell jobs and ray jobs do not change.",
  "Now rejected: a personal access token as `auth_token` of `source_control_details` (give it as `source_control_token`), and arguments that a variable sets, if they differ only in upper and lower case, such as `--Tempdir`.",
  "Now rejected, because AWS rejects it at apply or when the job runs: a schedule that is not `cron(...)` with six fields or has a number out of range, a script that is not an S3 URI, one worker for spark or streaming, a `max_capacity` that the job type does not allow, a timeout above 10,080 minutes, `G.025X` for other types than streaming, `FLEX` for other types than spark and before Glue 3.0.",
  "Now rejected too: `max_capacity` for ray, and for spark and streaming from Glue 2.0; table formats with capitals (`Iceberg`); `auto_scaling`, `datalake_formats`, `log_group`, `spark_conf` and `spark_ui_logs_path` for python_shell and ray, where they have no effect; arguments that are misspelled names of variables, such as `--log_group`.",
  "Now rejected too: the arguments `--JOB_NAME`, `--debug` and `--mode`, which AWS Glue sets itself; `Z.2X` for other types than ray; numbers of retries, runs and minutes that AWS does not take; empty names of connections; the ARN of a security configuration.",
  "Now rejected too: `runtime` for other types than ray, and `maintenance_window` for other types than streaming, where they have no effect; IDs of connections; `extra_jars` outside S3; a single `=` in `python_modules`; names of days and months that AWS does not know in a schedule.",
  "`worker_type` is null by default. It means `G.1X` as before, and `Z.2X` for ray, where you had to write it.",
  'Now rejected too, because AWS rejects them or they have no effect: `worker_type` and `number_of_workers` for python_shell, `python_version = "3.9"` for spark and streaming.',
  "Now rejected too: before Glue 3.0 for spark and streaming, `worker_type` other than `G.1X` and `G.2X`, `auto_scaling` and `datalake_formats`; access keys and URLs with a password as values of arguments.",
  'Now rejected too, because AWS does not support them: `type = "ray"` before Glue 4.0, and `bookmarks = "enable"`, `bookmarks = "pause"` and `extra_files` for python_shell.',
];

/** Calls as users write them. */
export const jobExamples = {
  basic: {
    description: "A Spark job that runs every day at 18:00 UTC.",
    inputs: {
      name: "orders",
      role_arn: "arn:aws:iam::111111111111:role/orders-job-role",
      script_location: "s3://example-scripts/orders.py",
      glue_version: "5.0",
      number_of_workers: 5,
      schedule: "cron(0 18 * * ? *)",
    },
  },
  adopt: {
    description:
      "Takes over a hand-written job without a change. If a default differs from AWS's default, an input sets AWS's value.",
    inputs: {
      name: "orders",
      role_arn: "arn:aws:iam::111111111111:role/orders-job-role",
      script_location: "s3://example-scripts/orders.py",
      glue_version: "5.0",
      worker_type: "G.1X" as const,
      number_of_workers: 2,
      metrics: false,
      continuous_logging: false,
      job_insights: false,
      use_catalog_as_metastore: false,
      default_arguments: { "--stage": "test" },
    },
    moved: [{ from: "aws_glue_job.orders", to: "aws_glue_job.this" }],
  },
};

const SECRET = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:git-abcdef";

const source = (auth_strategy: string, auth_token?: string) => ({
  provider: "GITHUB",
  repository: "orders",
  auth_strategy,
  ...(auth_token === undefined ? {} : { auth_token }),
});

/** What AWS has for other types, or not together. */
const impossible: readonly NonNullable<TestFile["variables"]>[] = [
  { type: "python_shell", number_of_workers: 5 },
  { type: "python_shell", worker_type: "G.1X" },
  { type: "python_shell", worker_type: "Z.2X" },
  { type: "python_shell", execution_class: "FLEX" },
  { type: "python_shell", maintenance_window: "Sun:10" },
  { type: "python_shell", runtime: "Ray2.4" },
  { type: "ray", glue_version: "4.0", worker_type: "G.1X" },
  { type: "ray", glue_version: "4.0", maintenance_window: "Sun:10" },
  { type: "ray", glue_version: "4.0", execution_class: "FLEX" },
  { type: "ray" },
  { type: "streaming" },
  { type: "streaming", glue_version: "5.0", execution_class: "FLEX" },
  { type: "streaming", glue_version: "5.0", python_version: "3.9" },
  { type: "streaming", glue_version: "5.0", runtime: "Ray2.4" },
  { glue_version: "5.0", python_version: "3.9" },
  { glue_version: "5.0", worker_type: "G.025X" },
  { glue_version: "5.0", maintenance_window: "Sun:10" },
  { glue_version: "5.0", runtime: "Ray2.4" },
];

/** What Spark and streaming jobs have from Glue 3.0. */
const cameWithGlue3: readonly NonNullable<TestFile["variables"]>[] = [
  { worker_type: "G.4X" },
  { worker_type: "R.2X" },
  { type: "streaming", worker_type: "G.025X" },
  { auto_scaling: true },
  { datalake_formats: ["delta"] },
];

/** What a Python shell job and a ray job do not have. */
const settingsOfSpark: readonly NonNullable<TestFile["variables"]>[] = [
  { auto_scaling: true },
  { datalake_formats: ["iceberg"] },
  { log_group: "/orders" },
  { spark_conf: { "spark.ui.enabled": "false" } },
  { spark_ui_logs_path: "s3://example-logs/" },
];

/** Runs of `terraform test`. */
export const jobTests: Readonly<Record<string, TestFile>> = {
  job: {
    providers: offline,
    variables: {
      name: "orders",
      role_arn: "arn:aws:iam::111111111111:role/orders",
      script_location: "s3://example-scripts/orders.py",
    },
    runs: [
      {
        name: "spark",
        variables: {
          glue_version: "5.0",
          temp_dir: "s3://example-temp/",
          python_modules: ["pandas==2.2.2", "pyarrow==16.1.0"],
          bookmarks: "enable",
        },
        assert: [
          { condition: 'aws_glue_job.this.command[0].name == "glueetl"', message: "spark is glueetl" },
          {
            condition: 'aws_glue_job.this.worker_type == "G.1X" && aws_glue_job.this.number_of_workers == 2',
            message: "two workers of G.1X",
          },
          {
            condition: 'aws_glue_job.this.default_arguments["--TempDir"] == "s3://example-temp/"',
            message: "temp_dir is --TempDir",
          },
          {
            condition:
              'aws_glue_job.this.default_arguments["--additional-python-modules"] == "pandas==2.2.2,pyarrow==16.1.0"',
            message: "modules are joined",
          },
          {
            condition: 'aws_glue_job.this.default_arguments["--job-bookmark-option"] == "job-bookmark-enable"',
            message: "bookmarks",
          },
          {
            condition: 'aws_glue_job.this.default_arguments["--enable-metrics"] == "true"',
            message: "metrics are on",
          },
          { condition: "length(aws_glue_trigger.schedule) == 0", message: "no trigger without a schedule" },
          {
            condition: '!contains(keys(aws_glue_job.this.default_arguments), "--enable-continuous-cloudwatch-log")',
            message: "from Glue 5.0 every job writes logs while it runs",
          },
        ],
      },
      ...["5.0", "5.1", "10.0"].map((glue_version, index) => ({
        name: `log_group_is_a_prefix_from_glue_5_${index}`,
        variables: { glue_version, log_group: "/orders" },
        assert: [
          {
            condition: 'aws_glue_job.this.default_arguments["--custom-logGroup-prefix"] == "/orders"',
            message: "the prefix of the log groups",
          },
          {
            condition: '!contains(keys(aws_glue_job.this.default_arguments), "--continuous-log-logGroup")',
            message: "not the argument of older versions",
          },
        ],
      })),
      ...["2.0", "4.0"].map((glue_version, index) => ({
        name: `log_group_is_one_group_before_glue_5_${index}`,
        variables: { glue_version, log_group: "/orders" },
        assert: [
          {
            condition: 'aws_glue_job.this.default_arguments["--continuous-log-logGroup"] == "/orders"',
            message: "the log group",
          },
          {
            condition: 'aws_glue_job.this.default_arguments["--enable-continuous-cloudwatch-log"] == "true"',
            message: "logs while the job runs",
          },
          {
            condition: '!contains(keys(aws_glue_job.this.default_arguments), "--custom-logGroup-prefix")',
            message: "not the argument of newer versions",
          },
        ],
      })),
      {
        name: "no_continuous_logging_before_glue_5",
        variables: { glue_version: "4.0", continuous_logging: false },
        assert: [
          {
            condition: '!contains(keys(aws_glue_job.this.default_arguments), "--enable-continuous-cloudwatch-log")',
            message: "off",
          },
        ],
      },
      {
        name: "python_shell",
        variables: { type: "python_shell", max_capacity: 0.0625, python_version: "3.9" },
        assert: [
          { condition: 'aws_glue_job.this.command[0].name == "pythonshell"', message: "pythonshell" },
          { condition: "aws_glue_job.this.default_arguments == null", message: "no arguments of Spark" },
          { condition: "aws_glue_job.this.max_capacity == 0.0625", message: "capacity" },
        ],
      },
      {
        name: "ray",
        variables: { type: "ray", glue_version: "4.0", runtime: "Ray2.4", python_version: "3.9", number_of_workers: 1 },
        assert: [
          { condition: 'aws_glue_job.this.command[0].name == "glueray"', message: "glueray" },
          { condition: 'aws_glue_job.this.command[0].runtime == "Ray2.4"', message: "runtime" },
          { condition: 'aws_glue_job.this.worker_type == "Z.2X"', message: "the worker of ray" },
        ],
      },
      {
        name: "flex",
        variables: { glue_version: "5.0", execution_class: "FLEX", worker_type: "G.2X" },
        assert: [{ condition: 'aws_glue_job.this.execution_class == "FLEX"', message: "flex" }],
      },
      {
        name: "scheduled",
        variables: { glue_version: "5.0", schedule: "cron(0 18 * * ? *)", schedule_enabled: false },
        assert: [
          { condition: 'aws_glue_trigger.schedule[0].name == "orders-trigger"', message: "name of the trigger" },
          { condition: "aws_glue_trigger.schedule[0].enabled == false", message: "the trigger is off" },
          { condition: 'output.trigger_name == "orders-trigger"', message: "output of the trigger" },
        ],
      },
      {
        name: "spark_conf_is_one_argument",
        variables: {
          glue_version: "5.0",
          spark_conf: { "spark.sql.shuffle.partitions": "10", "spark.ui.enabled": "false" },
        },
        assert: [
          {
            condition:
              'aws_glue_job.this.default_arguments["--conf"] == "spark.sql.shuffle.partitions=10 --conf spark.ui.enabled=false"',
            message: "one --conf",
          },
        ],
      },
      { name: "glue_version_is_required", expectFailures: ["aws_glue_job.this"] },
      {
        name: "an_argument_of_a_variable_is_rejected",
        variables: { glue_version: "5.0", default_arguments: { "--TempDir": "s3://x/" } },
        expectFailures: ["aws_glue_job.this"],
      },
      ...["--Tempdir", "--TEMPDIR", "--Enable-Metrics", "--custom-loggroup-prefix", "--continuous-log-loggroup"].map(
        (argument, index) => ({
          name: `an_argument_of_a_variable_is_rejected_in_any_case_${index}`,
          variables: { glue_version: "5.0", non_overridable_arguments: { [argument]: "x" } },
          expectFailures: ["aws_glue_job.this"],
        }),
      ),
      {
        name: "another_argument_keeps_its_case",
        variables: { glue_version: "5.0", default_arguments: { "--Stage": "test" } },
        assert: [
          { condition: 'aws_glue_job.this.default_arguments["--Stage"] == "test"', message: "as it was written" },
        ],
      },
      {
        name: "source_control_by_a_secret",
        variables: { glue_version: "5.0", source_control_details: source("AWS_SECRETS_MANAGER", SECRET) },
        assert: [
          {
            condition: `nonsensitive(aws_glue_job.this.source_control_details[0].auth_token) == "${SECRET}"`,
            message: "the ARN of the secret",
          },
        ],
      },
      {
        name: "source_control_by_a_token",
        variables: {
          glue_version: "5.0",
          source_control_details: source("PERSONAL_ACCESS_TOKEN"),
          source_control_token: "example-token",
        },
        assert: [
          {
            condition: "issensitive(aws_glue_job.this.source_control_details[0].auth_token)",
            message: "the token is not shown",
          },
          {
            condition: 'nonsensitive(aws_glue_job.this.source_control_details[0].auth_token) == "example-token"',
            message: "the token reaches the job",
          },
        ],
      },
      {
        name: "a_token_is_not_the_arn_of_a_secret",
        variables: { glue_version: "5.0", source_control_details: source("AWS_SECRETS_MANAGER", "example-token") },
        expectFailures: ["var.source_control_details"],
      },
      {
        name: "a_token_has_its_own_input",
        variables: { glue_version: "5.0", source_control_details: source("PERSONAL_ACCESS_TOKEN", "example-token") },
        expectFailures: ["var.source_control_details"],
      },
      {
        name: "a_secret_is_for_secrets_manager",
        variables: { glue_version: "5.0", source_control_details: source("PERSONAL_ACCESS_TOKEN", SECRET) },
        expectFailures: ["var.source_control_details"],
      },
      {
        name: "a_token_needs_its_strategy",
        variables: {
          glue_version: "5.0",
          source_control_details: source("AWS_SECRETS_MANAGER"),
          source_control_token: "example-token",
        },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "an_unknown_type_is_rejected",
        variables: { glue_version: "5.0", type: "scala" },
        expectFailures: ["var.type"],
      },
      {
        name: "enum_values_of_aws",
        variables: {
          glue_version: "5.0",
          execution_class: "FLEX",
          job_mode: "NOTEBOOK",
          python_version: "3",
          security_configuration: "orders",
        },
        assert: [{ condition: 'aws_glue_job.this.execution_class == "FLEX"', message: "execution class" }],
      },
      {
        name: "maintenance_of_streaming",
        variables: { type: "streaming", glue_version: "5.0", maintenance_window: "Sun:10" },
        assert: [{ condition: 'aws_glue_job.this.maintenance_window == "Sun:10"', message: "window" }],
      },
      {
        name: "misspelled_enum_values_are_rejected",
        variables: {
          glue_version: "5.0",
          execution_class: "flex",
          job_mode: "Notebook",
          maintenance_window: "Sun:24",
          python_version: "python3",
          runtime: "2.4",
          security_configuration: "",
        },
        expectFailures: [
          "var.execution_class",
          "var.job_mode",
          "var.maintenance_window",
          "var.python_version",
          "var.runtime",
          "var.security_configuration",
        ],
      },
      {
        name: "versions_are_strings",
        variables: { glue_version: "5", python_version: "3.9.1", runtime: "Ray", timeout: 10081, number_of_workers: 0 },
        expectFailures: [
          "var.glue_version",
          "var.python_version",
          "var.runtime",
          "var.timeout",
          "var.number_of_workers",
        ],
      },
      {
        name: "names_and_paths_instead_of_arns_and_uris",
        variables: {
          glue_version: "5.0",
          role_arn: "orders",
          script_location: "jobs/orders.py",
          temp_dir: "example-temp/",
          spark_ui_logs_path: "arn:aws:s3:::example-logs",
          extra_py_files: ["lib/orders.py"],
          extra_files: ["orders.json"],
          connections: ["arn:aws:glue:eu-west-1:111111111111:connection/db"],
          log_group: "arn:aws:logs:eu-west-1:111111111111:log-group:/orders",
          schedule: "0 3 * * *",
        },
        expectFailures: [
          "var.role_arn",
          "var.script_location",
          "var.temp_dir",
          "var.spark_ui_logs_path",
          "var.extra_py_files",
          "var.extra_files",
          "var.connections",
          "var.log_group",
          "var.schedule",
        ],
      },
      {
        name: "one_worker_is_too_few",
        variables: { glue_version: "5.0", number_of_workers: 1 },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "numbers_are_whole",
        variables: { glue_version: "5.0", number_of_workers: 2.5, timeout: 1.5 },
        expectFailures: ["var.number_of_workers", "var.timeout"],
      },
      {
        name: "dpus_of_spark_are_whole",
        variables: { glue_version: "1.0", max_capacity: 2.5 },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "dpus_are_older_than_glue_2",
        variables: { glue_version: "2.0", max_capacity: 10 },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "ray_has_workers_and_no_dpus",
        variables: { glue_version: "4.0", type: "ray", worker_type: "Z.2X", max_capacity: 2 },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "formats_are_in_lower_case",
        variables: { glue_version: "5.0", datalake_formats: ["iceberg", "Hudi"] },
        expectFailures: ["var.datalake_formats"],
      },
      ...settingsOfSpark.map((inputs, index) => ({
        name: `settings_of_spark_are_for_spark_${index}`,
        variables: { type: "python_shell", ...inputs },
        expectFailures: ["aws_glue_job.this"],
      })),
      ...impossible.map((variables, index) => ({
        name: `impossible_together_${index}`,
        variables,
        expectFailures: ["aws_glue_job.this"],
      })),
      {
        name: "flex_came_with_glue_3",
        variables: { glue_version: "2.0", execution_class: "FLEX" },
        expectFailures: ["aws_glue_job.this"],
      },
      ...cameWithGlue3.flatMap((inputs, index) => [
        {
          name: `not_before_glue_3_${index}`,
          variables: { glue_version: "2.0", ...inputs },
          expectFailures: ["aws_glue_job.this"],
        },
        { name: `from_glue_3_${index}`, variables: { glue_version: "3.0", ...inputs } },
      ]),
      {
        name: "old_workers_of_old_versions",
        variables: { glue_version: "2.0", worker_type: "G.2X" },
        assert: [{ condition: 'aws_glue_job.this.worker_type == "G.2X"', message: "the worker type" }],
      },
      ...[
        { default_arguments: { "--source": "postgresql://user:example@db/orders" } },
        { non_overridable_arguments: { "--key": "AKIAIOSFODNN7EXAMPLE" } },
      ].map((inputs, index) => ({
        name: `no_secrets_in_arguments_${index}`,
        variables: { glue_version: "5.0", ...inputs },
        expectFailures: [`var.${Object.keys(inputs)[0]}`],
      })),
      {
        name: "names_of_secrets_and_urls_in_arguments",
        variables: {
          glue_version: "5.0",
          default_arguments: {
            "--secret": "orders-db",
            "--source": "postgresql://db:5432/orders",
            "--sink": "jdbc:sqlserver://db:1433;database=orders;user=etl@db",
            "--report": "https://example.com:8080?to=team@example.com",
          },
        },
        assert: [
          { condition: 'aws_glue_job.this.default_arguments["--secret"] == "orders-db"', message: "the argument" },
        ],
      },
      ...["--log_group", "--Spark-Conf", "--extra_py_files"].map((argument, index) => ({
        name: `a_variable_is_not_an_argument_${index}`,
        variables: { glue_version: "5.0", default_arguments: { [argument]: "x" } },
        expectFailures: ["aws_glue_job.this"],
      })),
      {
        name: "a_python_shell_job_has_at_most_one_dpu",
        variables: { type: "python_shell", max_capacity: 2 },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "streaming_allows_small_workers_and_no_timeout",
        variables: { glue_version: "5.0", type: "streaming", worker_type: "G.025X", timeout: 0 },
        assert: [{ condition: 'aws_glue_job.this.worker_type == "G.025X"', message: "worker" }],
      },
      ...["--JOB_NAME", "--debug", "--mode"].map((argument, index) => ({
        name: `an_argument_of_glue_itself_is_rejected_${index}`,
        variables: {
          glue_version: "5.0",
          default_arguments: { [argument]: "x" },
          non_overridable_arguments: { [argument]: "x" },
        },
        expectFailures: ["var.default_arguments", "var.non_overridable_arguments"],
      })),
      {
        name: "an_argument_in_another_case_is_the_callers_own",
        variables: { glue_version: "5.0", default_arguments: { "--job_name": "orders", "--run-mode": "full" } },
        assert: [
          {
            condition: 'aws_glue_job.this.default_arguments["--job_name"] == "orders"',
            message: "it reaches the script",
          },
        ],
      },
      {
        name: "workers_of_ray_are_for_ray",
        variables: { glue_version: "5.0", worker_type: "Z.2X" },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "numbers_out_of_range",
        variables: { glue_version: "5.0", max_retries: 11, max_concurrent_runs: 0, notify_delay_after: 0 },
        expectFailures: ["var.max_retries", "var.max_concurrent_runs", "var.notify_delay_after"],
      },
      {
        name: "an_argument_without_dashes_is_rejected",
        variables: { glue_version: "5.0", default_arguments: { stage: "x" } },
        expectFailures: ["var.default_arguments"],
      },
    ],
  },
};
