/** Texts of the README, the examples and the tests of `glue-logs`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

const KEY = "arn:aws:kms:eu-west-1:111111111111:key/11111111-1111-1111-1111-111111111111";

/** For the README. */
export const logsIam = [
  "To apply this module you need on the log groups (`arn:aws:logs:REGION:ACCOUNT:log-group:/aws-glue/*` and those of your own names): `logs:CreateLogGroup`, `logs:PutRetentionPolicy`, `logs:DeleteRetentionPolicy`, `logs:DeleteLogGroup`, `logs:ListTagsForResource`, `logs:TagResource` and `logs:UntagResource`. `logs:DescribeLogGroups` needs `*`.",
  "With `kms_key_arn` you also need `logs:AssociateKmsKey` and `logs:DisassociateKmsKey` on the log groups, and the policy of the key must allow CloudWatch Logs to use it. The notes show the statement.",
  "The role of a job writes to log groups below `/aws-glue/`. For another `log_group`, add `log_groups = values(module.logs.job_log_groups)` to `glue-role`, and `encrypted_logs = true` if a security configuration encrypts logs.",
];

const table = `The names follow AWS's guide. \`CONFIGURATION\` is a security configuration that encrypts logs, \`ROLE\` the role with its path:

| Written by | Log groups | With a security configuration |
|---|---|---|
| Spark and streaming jobs, from Glue 5.0 | \`LOG_GROUP/error\`, \`LOG_GROUP/output\` | \`LOG_GROUP/CONFIGURATION-role/ROLE/error\` and \`/output\` |
| the same before Glue 5.0 | \`/aws-glue/jobs/error\`, \`/aws-glue/jobs/output\` | \`/aws-glue/jobs/CONFIGURATION-role/ROLE/error\` and \`/output\` |
| their continuous logs before Glue 5.0 | \`LOG_GROUP\`, by default \`/aws-glue/jobs/logs-v2\` | \`LOG_GROUP-CONFIGURATION\` |
| Python shell jobs | \`/aws-glue/python-jobs/error\`, \`/aws-glue/python-jobs/output\` | \`/aws-glue/python-jobs/CONFIGURATION-role/ROLE/error\` and \`/output\` |
| crawlers | \`/aws-glue/crawlers\` | \`/aws-glue/crawlers-role/ROLE-CONFIGURATION\` |

For Python shell jobs and crawlers with a security configuration, AWS documents no names. The names here follow its rule for Spark jobs: compare them after the first run.`;

const existing = `Glue creates a missing log group in the first run. If a log group exists already, the apply fails with \`ResourceAlreadyExistsException\`. Import it once:

\`\`\`hcl
import {
  to = module.logs.aws_cloudwatch_log_group.this["jobs/default/error"]
  id = "/aws-glue/jobs/error"
}
\`\`\``;

const wired = `A job takes its \`log_group\` from the module, so that it starts after the log groups exist:

\`\`\`hcl
module "logs" {
  source = "./modules/glue-logs"

  jobs = { orders = { log_group = "/orders" } }
}

module "job_role" {
  source = "./modules/glue-role"

  name       = "orders-job-role"
  log_groups = values(module.logs.job_log_groups)
}

module "job" {
  source = "./modules/glue-job"

  name            = "orders"
  role_arn        = module.job_role.arn
  script_location = "s3://example-scripts/orders.py"
  glue_version    = "5.0"
  log_group       = module.logs.job_log_groups["orders"]
}
\`\`\``;

const keyPolicy = `The key of encrypted logs needs this statement in its policy:

\`\`\`hcl
data "aws_iam_policy_document" "key" {
  statement {
    sid       = "EncryptLogs"
    actions   = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = ["*"] # in a key policy: this key

    principals {
      type        = "Service"
      identifiers = ["logs.eu-west-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:eu-west-1:111111111111:log-group:*"]
    }
  }
}
\`\`\``;

/** For the README. */
export const logsNotes = [
  wired,
  table,
  existing,
  keyPolicy,
  "Give the key of the security configuration as `kms_key_arn`. Glue sets the key of the security configuration on the log group when a run starts. With another key, every plan would change it back. If some jobs have another key or none, call the module once for each key.",
  "The log groups below `/aws-glue/` without a security configuration belong to all jobs and crawlers of the account and region. Only one Terraform configuration can own them.",
  "The module cannot create log streams, and it does not know the log groups of sessions (`/aws-glue/sessions`), data quality runs (`/aws-glue/data-quality`), tests of connections (`/aws-glue/testconnection`), table optimizers (`/aws-glue/iceberg-compaction`) and DataBrew. Name them in `other_log_groups`.",
  "To destroy a log group deletes its logs. With `skip_destroy = true` they stay.",
];

/** Calls as users write them. */
export const logsExamples = {
  basic: {
    description: "The log groups that all jobs and crawlers of the account share, with a retention of 90 days.",
    inputs: { jobs: { default: {} }, python_shell_jobs: { all: {} }, crawlers: { all: {} }, retention_in_days: 90 },
  },
  complete: {
    description: "Log groups of one pipeline whose security configuration encrypts logs.",
    inputs: {
      jobs: {
        orders: {
          log_group: "/orders",
          encrypted_by: { security_configuration: "orders", role_name: "orders-job-role" },
        },
        default: {},
      },
      continuous_logs: { invoices: { log_group: "/invoices", security_configuration: "orders" } },
      python_shell_jobs: {
        orders: { encrypted_by: { security_configuration: "orders", role_name: "orders-job-role" } },
      },
      crawlers: {
        orders: { encrypted_by: { security_configuration: "orders", role_name: "service-role/orders-crawler-role" } },
      },
      other_log_groups: { sessions: "/aws-glue/sessions/error" },
      retention_in_days: 365,
      kms_key_arn: KEY,
      log_group_class: "STANDARD",
      skip_destroy: true,
      region: "eu-west-1",
      tags: { owner: "data-team" },
    },
  },
  adopt: {
    description:
      "Takes over the hand-written log groups of a prefix without a change. retention_in_days has the days that they have.",
    inputs: { jobs: { orders: { log_group: "/orders" } }, retention_in_days: 30 },
    moved: [
      { from: "aws_cloudwatch_log_group.error", to: 'aws_cloudwatch_log_group.this["jobs/orders/error"]' },
      { from: "aws_cloudwatch_log_group.output", to: 'aws_cloudwatch_log_group.this["jobs/orders/output"]' },
    ],
  },
};

const name = (key: string) => `aws_cloudwatch_log_group.this["${key}"].name`;

/** Runs of `terraform test`. */
export const logsTests: Readonly<Record<string, TestFile>> = {
  logs: {
    providers: offline,
    variables: { jobs: { default: {} } },
    runs: [
      {
        name: "shared_by_the_account",
        variables: { continuous_logs: { default: {} }, python_shell_jobs: { all: {} }, crawlers: { all: {} } },
        assert: [
          {
            condition:
              'sort(values(output.names)) == tolist(["/aws-glue/crawlers", "/aws-glue/jobs/error", "/aws-glue/jobs/logs-v2", "/aws-glue/jobs/output", "/aws-glue/python-jobs/error", "/aws-glue/python-jobs/output"])',
            message: "names of AWS's own",
          },
          {
            condition: "alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365])",
            message: "logs do not stay forever",
          },
        ],
      },
      {
        name: "of_one_pipeline",
        variables: {
          jobs: {
            orders: { log_group: "/orders" },
            secret: {
              log_group: "/orders",
              encrypted_by: { security_configuration: "secret", role_name: "glue/orders" },
            },
          },
          continuous_logs: {
            old: { log_group: "/old" },
            secret: { security_configuration: "secret" },
          },
          python_shell_jobs: { secret: { encrypted_by: { security_configuration: "secret", role_name: "orders" } } },
          crawlers: {
            secret: { encrypted_by: { security_configuration: "secret", role_name: "service-role/orders" } },
          },
          other_log_groups: { sessions: "/aws-glue/sessions/error" },
          retention_in_days: 30,
          kms_key_arn: KEY,
        },
        assert: [
          { condition: `${name("jobs/orders/error")} == "/orders/error"`, message: "prefix from Glue 5.0" },
          {
            condition: `${name("jobs/secret/output")} == "/orders/secret-role/glue/orders/output"`,
            message: "configuration and role",
          },
          { condition: `${name("continuous_logs/old")} == "/old"`, message: "the name itself before Glue 5.0" },
          {
            condition: `${name("continuous_logs/secret")} == "/aws-glue/jobs/logs-v2-secret"`,
            message: "the configuration is added",
          },
          {
            condition: `${name("python_shell_jobs/secret/error")} == "/aws-glue/python-jobs/secret-role/orders/error"`,
            message: "Python shell",
          },
          {
            condition: `${name("crawlers/secret")} == "/aws-glue/crawlers-role/service-role/orders-secret"`,
            message: "crawler",
          },
          {
            condition: `alltrue([for group in aws_cloudwatch_log_group.this : group.kms_key_id == "${KEY}" && group.retention_in_days == 30])`,
            message: "key and retention of all",
          },
          {
            condition: 'output.job_log_groups == { orders = "/orders", secret = "/orders" }',
            message: "fits log_group of glue-job",
          },
        ],
      },
      {
        name: "one_entry_for_each_log_group",
        variables: { jobs: { first: {}, second: { log_group: "/aws-glue/jobs" } } },
        expectFailures: ["output.names"],
      },
      {
        name: "inputs_that_aws_rejects",
        variables: {
          jobs: { orders: { log_group: "/orders:error" } },
          continuous_logs: { orders: { log_group: "/orders/" } },
          python_shell_jobs: { "orders/daily": {} },
          crawlers: {
            orders: {
              encrypted_by: { security_configuration: "secret", role_name: "arn:aws:iam::111111111111:role/orders" },
            },
          },
          other_log_groups: { sessions: "arn:aws:logs:eu-west-1:111111111111:log-group:/orders" },
          retention_in_days: 100,
          kms_key_arn: "alias/logs",
          log_group_class: "standard",
          tags: { "aws:owner": "data-team" },
        },
        expectFailures: [
          "var.jobs",
          "var.continuous_logs",
          "var.python_shell_jobs",
          "var.crawlers",
          "var.other_log_groups",
          "var.retention_in_days",
          "var.kms_key_arn",
          "var.log_group_class",
          "var.tags",
        ],
      },
    ],
  },
};
