/** Texts of the README, the examples and the tests of `glue-alerts`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";

const TOPIC = "arn:aws:sns:eu-west-1:111111111111:data-alerts";
const KEY_POLICY = `# Only if a KMS key encrypts the topic: a statement of the policy of the key
data "aws_iam_policy_document" "key" {
  statement {
    sid       = "EncryptAlerts"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["*"] # in a key policy: this key

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}`;

const topicPolicy = `EventBridge publishes with the permission of the topic's policy, and of the key's policy if the topic is encrypted. The module does not change these policies, because a topic has only one policy, which others use too. Without this statement no alert arrives, and AWS reports no error: only the metric \`FailedInvocations\` of the rule counts them.

\`\`\`hcl
data "aws_iam_policy_document" "topic" {
  statement {
    sid       = "PublishAlerts"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alerts.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "alerts" {
  arn    = aws_sns_topic.alerts.arn
  policy = data.aws_iam_policy_document.topic.json
}

${KEY_POLICY}
\`\`\``;

/** For the README. */
export const alertsIam = [
  "To apply this module you need on the rules (`arn:aws:events:REGION:ACCOUNT:rule/NAME-*`): `events:PutRule`, `events:DescribeRule`, `events:DeleteRule`, `events:PutTargets`, `events:ListTargetsByRule`, `events:RemoveTargets`, `events:ListTagsForResource`, `events:TagResource` and `events:UntagResource`. You do not need `iam:PassRole`: the targets have no role.",
  "EventBridge (`events.amazonaws.com`) needs `sns:Publish` in the policy of each topic, and `kms:Decrypt` and `kms:GenerateDataKey` in the policy of the key of an encrypted topic. The notes show both policies.",
  "With `dead_letter_queue_arn`, EventBridge needs `sqs:SendMessage` in the policy of the queue.",
];

/** For the README. */
export const alertsNotes = [
  topicPolicy,
  "A policy that you set replaces the default policy of the topic. AWS's guide says that a topic policy for EventBridge cannot have conditions, and a key policy no `aws:SourceAccount` and no `aws:SourceArn`. The AWS managed key `alias/aws/sns` does not work, because its policy cannot be changed.",
  "The topics must be in the region of the rules. Glue sends its events to the default event bus of the account and region in which the job runs.",
  "Events are sent on a best-effort basis. An alert can be late or, rarely, arrive twice or not at all.",
  "A topic gets one sentence for each event. With `raw = true` it gets the event as JSON, which has more fields, such as the severity or the context of a data quality evaluation.",
  "Glue writes the states of jobs and data quality evaluations in capital letters (`FAILED`) and those of crawlers not (`Failed`). A wrong case is no error for AWS, but no event ever matches.",
  "A job that retries sends an event for each failed run. With `max_retries`, the last run can still succeed.",
  "Data quality events need the option to publish metrics to CloudWatch, which is on by default in an evaluation.",
  "A hand-written rule for the same events can move into the module with a `moved` block. The plan then changes its description, which is fixed, and its pattern and message where they differ.",
  "To add subscribers, use `aws_sns_topic_subscription` for the topics.",
];

/** Calls as users write them. */
export const alertsExamples = {
  basic: {
    description: "Alerts on all jobs, crawlers and data quality evaluations of the account.",
    inputs: { name: "orders", topics: { team: { arn: TOPIC } } },
  },
  complete: {
    description: "Alerts on the resources of one pipeline, as sentences for people and as events for a chat.",
    inputs: {
      name: "orders",
      topics: {
        team: { arn: TOPIC, dead_letter_queue_arn: "arn:aws:sqs:eu-west-1:111111111111:data-alerts-failed" },
        chat: { arn: "arn:aws:sns:eu-west-1:111111111111:data-chat", raw: true },
      },
      jobs: ["orders-*", "invoices"],
      job_states: ["FAILED", "TIMEOUT", "ERROR", "STOPPED"],
      late_runs: true,
      crawlers: ["orders-*"],
      crawler_states: ["Failed"],
      rulesets: ["orders-*"],
      data_quality_states: ["FAILED"],
      retry_policy: { maximum_event_age_in_seconds: 3600, maximum_retry_attempts: 10 },
      enabled: true,
      region: "eu-west-1",
      tags: { owner: "data-team" },
    },
  },
};

const pattern = (kind: string) => `jsondecode(aws_cloudwatch_event_rule.${kind}[0].event_pattern)`;

/** Runs of `terraform test`. */
export const alertsTests: Readonly<Record<string, TestFile>> = {
  alerts: {
    providers: offline,
    variables: { name: "orders", topics: { team: { arn: TOPIC } } },
    runs: [
      {
        name: "everything",
        assert: [
          {
            condition: `${pattern("jobs")} == { source = ["aws.glue"], "detail-type" = ["Glue Job State Change"], detail = { state = ["FAILED", "TIMEOUT", "ERROR"] } }`,
            message: "failed runs of all jobs",
          },
          {
            condition: `${pattern("late_runs")}["detail-type"][0] == "Glue Job Run Status"`,
            message: "late runs of all jobs",
          },
          {
            condition: `${pattern("crawlers")} == { source = ["aws.glue"], "detail-type" = ["Glue Crawler State Change"], detail = { state = ["Failed"] } }`,
            message: "failed crawlers, in AWS's case",
          },
          {
            condition: `${pattern("data_quality")} == { source = ["aws.glue-dataquality"], "detail-type" = ["Data Quality Evaluation Results Available"], detail = { state = ["FAILED"] } }`,
            message: "failed evaluations, from their own source",
          },
          {
            condition: 'aws_cloudwatch_event_rule.data_quality[0].name == "orders-data-quality"',
            message: "the name has hyphens",
          },
          {
            condition: 'aws_cloudwatch_event_target.jobs["team"].arn == var.topics.team.arn',
            message: "the topic",
          },
          {
            condition:
              'can(jsondecode(aws_cloudwatch_event_target.jobs["team"].input_transformer[0].input_template)) && strcontains(aws_cloudwatch_event_target.jobs["team"].input_transformer[0].input_template, "<job>")',
            message: "the message is JSON text with variables",
          },
          {
            condition:
              'alltrue([for target in [aws_cloudwatch_event_target.jobs["team"], aws_cloudwatch_event_target.late_runs["team"], aws_cloudwatch_event_target.crawlers["team"], aws_cloudwatch_event_target.data_quality["team"]] : toset(flatten(regexall("<([a-z]+)>", target.input_transformer[0].input_template))) == toset(keys(target.input_transformer[0].input_paths))])',
            message: "each variable of a message has its path",
          },
        ],
      },
      {
        name: "one_pipeline",
        variables: {
          jobs: ["orders-*", "invoices"],
          crawlers: ["orders"],
          rulesets: ["orders-*"],
          topics: {
            team: { arn: TOPIC, dead_letter_queue_arn: "arn:aws:sqs:eu-west-1:111111111111:failed" },
            chat: { arn: TOPIC, raw: true },
          },
          retry_policy: { maximum_retry_attempts: 3 },
          enabled: false,
        },
        assert: [
          {
            condition: `${pattern("jobs")}.detail.jobName == [{ wildcard = "orders-*" }, { wildcard = "invoices" }]`,
            message: "these jobs",
          },
          {
            condition: `${pattern("late_runs")}.detail.jobName == ${pattern("jobs")}.detail.jobName`,
            message: "the same jobs",
          },
          {
            condition: `${pattern("crawlers")}.detail.crawlerName == [{ wildcard = "orders" }]`,
            message: "this crawler",
          },
          {
            condition: `${pattern("data_quality")}.detail.rulesetNames == [{ wildcard = "orders-*" }]`,
            message: "these rulesets",
          },
          {
            condition: 'length(aws_cloudwatch_event_target.jobs["chat"].input_transformer) == 0',
            message: "the event itself",
          },
          {
            condition:
              'aws_cloudwatch_event_target.jobs["team"].dead_letter_config[0].arn == "arn:aws:sqs:eu-west-1:111111111111:failed" && length(aws_cloudwatch_event_target.jobs["chat"].dead_letter_config) == 0',
            message: "the queue of one topic",
          },
          {
            condition: 'aws_cloudwatch_event_target.jobs["team"].retry_policy[0].maximum_event_age_in_seconds == 86400',
            message: "AWS's own age",
          },
          { condition: 'aws_cloudwatch_event_rule.jobs[0].state == "DISABLED"', message: "off" },
        ],
      },
      {
        name: "only_jobs",
        variables: { late_runs: false, crawler_states: [], data_quality_states: [] },
        assert: [
          {
            condition:
              "length(aws_cloudwatch_event_rule.jobs) == 1 && length(aws_cloudwatch_event_rule.late_runs) + length(aws_cloudwatch_event_rule.crawlers) + length(aws_cloudwatch_event_rule.data_quality) == 0",
            message: "one rule",
          },
          {
            condition: "length(aws_cloudwatch_event_target.crawlers) == 0",
            message: "no target without its rule",
          },
        ],
      },
      {
        name: "nothing_sends_an_alert",
        variables: { job_states: [], late_runs: false, crawler_states: [], data_quality_states: [] },
        expectFailures: ["output.rule_arns"],
      },
      {
        name: "inputs_that_aws_rejects",
        variables: {
          name: "orders alerts",
          topics: { team: { arn: "arn:aws:sns:eu-west-1:111111111111:data-alerts.fifo" } },
          jobs: ["arn:aws:glue:eu-west-1:111111111111:job/orders"],
          job_states: ["Failed"],
          crawlers: ["*orders"],
          crawler_states: ["FAILED"],
          rulesets: [""],
          data_quality_states: ["failed"],
          retry_policy: { maximum_retry_attempts: 200 },
          tags: { "aws:owner": "data-team" },
        },
        expectFailures: [
          "var.name",
          "var.topics",
          "var.jobs",
          "var.job_states",
          "var.crawlers",
          "var.crawler_states",
          "var.rulesets",
          "var.data_quality_states",
          "var.retry_policy",
          "var.tags",
        ],
      },
      { name: "a_topic_is_required", variables: { topics: {} }, expectFailures: ["var.topics"] },
    ],
  },
};
