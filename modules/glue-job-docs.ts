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
    theirs: "off",
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
  "`glue-role` grants writing to the log groups below `/aws-glue/`. With another `log_group`, give the role `logs:CreateLogGroup`, `logs:CreateLogStream` and `logs:PutLogEvents` on it by `inline_policies`; where a security configuration encrypts the logs, `logs:AssociateKmsKey` on the job's log group too.",
  "Who applies this module needs `iam:PassRole` on the job's role, its path included, limited to `glue.amazonaws.com`.",
];

/** For the README. */
export const jobNotes = [
  "Arguments that a variable sets, such as `--TempDir`, are refused in `default_arguments`, by the variable's name, so that there is one place for each.",
  'To adopt a job that has an execution class set, give `execution_class = "STANDARD"`, or the class that it has.',
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
        name: "a_bare_argument_is_refused",
        variables: { glue_version: "5.0", default_arguments: { stage: "x" } },
        expectFailures: ["var.default_arguments"],
      },
    ],
  },
};
