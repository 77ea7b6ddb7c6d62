/** What the README and the tests of `glue-job` say. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

/** Where a default is not AWS's own. */
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
  'The job\'s role needs what the job works with: make it by `glue-role`, with `used_by = ["job"]`.',
  "`glue-role` grants writing to the log groups below `/aws-glue/`. Name another `log_group` in its `log_groups`, and set `encrypted_logs` where the job's security configuration encrypts logs; without these permissions the job runs, but has no logs.",
  'With `use_catalog_as_metastore`, Spark SQL needs the database `default`: `glue-role` lets the job read it; where the account has none, create it, or give the role `default_database = "create"`.',
  "Who applies this module needs `iam:PassRole` on the job's role, its path included, limited to `glue.amazonaws.com`.",
];

/** For the README. */
export const jobNotes = [
  "Arguments that a variable sets, such as `--TempDir`, are refused in `default_arguments`, whatever the case of their letters, by the variable's name, so that there is one place for each.",
  "`log_group` becomes `--custom-logGroup-prefix` from Glue 5.0, which writes to `<log_group>/error` and `<log_group>/output`, under a security configuration that encrypts logs to `<log_group>/<configuration>-role/<role>/error` and so on. Before 5.0 it becomes `--continuous-log-logGroup`, the name of one log group, to which AWS adds `-<configuration>`. A Python shell job always writes to `/aws-glue/python-jobs`.",
  'A token of a repository never stands in `source_control_details`. Keep it in Secrets Manager: `auth_strategy = "AWS_SECRETS_MANAGER"` and the secret\'s ARN as `auth_token`. `source_control_token` is the other way: plans do not show it, but it stands in the state file in clear text, so whoever reads the state reads the token.',
  'To adopt a job that has an execution class set, give `execution_class = "STANDARD"`, or the class that it has.',
];

/** For the README. */
export const jobUpgrading = [
  "A spark or streaming job of Glue 5.0 or newer loses the argument `--enable-continuous-cloudwatch-log`, which has no meaning there: every job of that version logs while it runs.",
  "With a `log_group`, such a job also changes `--continuous-log-logGroup` to `--custom-logGroup-prefix`: its logs go to `<log_group>/error` and `<log_group>/output`. Name the group in `log_groups` of its role before.",
  "Jobs of older versions, Python shell and ray do not change.",
  "Refused now: a personal access token as `auth_token` of `source_control_details` (give it as `source_control_token`), and arguments that a variable sets in another case of letters, such as `--Tempdir`.",
  "Refused now, because AWS refuses it too, at apply or when the job runs: a schedule that is no `cron(...)` with six fields, a script that is no S3 URI, one worker for spark or streaming, `max_capacity` that the type does not take, a timeout above 10,080 minutes, `G.025X` outside of streaming, `FLEX` outside of spark.",
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
      "Takes over a hand-written job without a change: where a default differs from AWS's, the input undoes it.",
    inputs: {
      name: "orders",
      role_arn: "arn:aws:iam::111111111111:role/orders-job-role",
      script_location: "s3://example-scripts/orders.py",
      glue_version: "5.0",
      worker_type: "G.1X",
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
            message: "from Glue 5.0 every job logs while it runs",
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
        name: "an_owned_argument_is_refused",
        variables: { glue_version: "5.0", default_arguments: { "--TempDir": "s3://x/" } },
        expectFailures: ["aws_glue_job.this"],
      },
      ...["--Tempdir", "--TEMPDIR", "--Enable-Metrics", "--custom-loggroup-prefix", "--continuous-log-loggroup"].map(
        (argument, index) => ({
          name: `an_owned_argument_is_refused_in_any_case_${index}`,
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
        name: "a_token_is_no_secret",
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
        name: "an_unknown_type_is_refused",
        variables: { glue_version: "5.0", type: "scala" },
        expectFailures: ["var.type"],
      },
      {
        name: "words_of_aws_as_they_are",
        variables: {
          glue_version: "5.0",
          execution_class: "FLEX",
          job_mode: "NOTEBOOK",
          maintenance_window: "Sun:10",
          python_version: "3",
          runtime: "Ray2.4",
          security_configuration: "orders",
        },
        assert: [
          { condition: 'aws_glue_job.this.execution_class == "FLEX"', message: "execution class" },
          { condition: 'aws_glue_job.this.maintenance_window == "Sun:10"', message: "window" },
        ],
      },
      {
        name: "misspelt_words_of_aws_are_refused",
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
        name: "versions_are_text",
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
        name: "what_aws_takes_by_arn_and_uri",
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
        name: "a_python_shell_takes_one_dpu",
        variables: { type: "python_shell", max_capacity: 2 },
        expectFailures: ["aws_glue_job.this"],
      },
      {
        name: "streaming_takes_small_workers_and_no_end",
        variables: { glue_version: "5.0", type: "streaming", worker_type: "G.025X", timeout: 0 },
        assert: [{ condition: 'aws_glue_job.this.worker_type == "G.025X"', message: "worker" }],
      },
      {
        name: "a_bare_argument_is_refused",
        variables: { glue_version: "5.0", default_arguments: { stage: "x" } },
        expectFailures: ["var.default_arguments"],
      },
    ],
  },
};
