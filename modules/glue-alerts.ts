/** Alerts on failed jobs, crawlers and data quality evaluations. */
import type { Construct } from "constructs";
import {
  type BoolLike,
  blockIf,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  fn,
  gt,
  type ListExpr,
  list,
  map,
  not,
  number,
  object,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  toExpr,
  toMap,
  when,
  withoutNulls,
} from "tfwright";
import { fiveTopics, topic, topicKeys } from "./alert-topics";
import { providers, region, tags } from "./aws";
import { alertsExamples, alertsIam, alertsNotes, alertsTests } from "./glue-alerts-docs";
import { glueAlertsJa } from "./ja/glue-alerts";
import { CloudwatchEventRule } from "./providers/aws/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "./providers/aws/cloudwatch-event-target";
import { KEYS_ARE_KNOWN, noArns, shapeOf, wholeBetween } from "./rules";

type Texts = ListExpr<Expr<string>>;

/** Names, each of which can be the start of names. */
const names = (input: string, what: string, example: string) =>
  list(
    string({
      validate: [
        shapeOf("^[^*\\\\]+[*]?$", `${input} takes names. A * is allowed only at the end of a name: "${example}".`),
        noArns(input, what),
      ],
    }),
    {
      description: `Names of the ${what} to watch. A name can end with \`*\`: \`${example}\`. All ${what} of the account and region if empty.`,
      default: [],
    },
  );

interface StatesOf {
  readonly what: string;
  readonly fallback: readonly string[];
  /** The states for which AWS sends events. */
  readonly sent: string;
  /** All states. Another word would be a rule that no event matches, so that no alert ever comes. */
  readonly all: readonly string[];
}

/** States, in the case in which AWS writes them in events. */
const states = (input: string, { what, fallback, sent, all }: StatesOf) =>
  list(
    string({
      validate: [
        {
          condition: (state) => fn.contains(all, state),
          message: `${input} takes states as AWS writes them in events of ${what}: ${all.map((state) => `"${state}"`).join(", ")}.`,
        },
      ],
    }),
    {
      description: `States of ${what} that send an alert. AWS sends events for ${sent}. \`[]\` for none. The number of elements must be known at plan time, because it decides what is created.`,
      default: fallback,
    },
  );

/** One kind of event: its rule, and the message that a person reads. */
interface EventKind {
  readonly key: string;
  readonly isWatched: BoolLike;
  readonly description: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Expr<unknown>;
  readonly paths: { readonly [variable: string]: string };
  readonly message: string;
}

const PLACE = { account: "$.account", region: "$.region" };

/** Where an event names the run of a job. */
const RUN = { job: "$.detail.jobName", state: "$.detail.state", run: "$.detail.jobRunId", ...PLACE };

const variables = {
  name: string({
    description:
      "Start of the names of the EventBridge rules: `<name>-jobs`, `<name>-late-runs`, `<name>-crawlers` and `<name>-data-quality`.",
    validate: [
      shapeOf(
        "^[A-Za-z0-9._-]{1,51}$",
        'name must have 1 to 51 characters: letters, digits, dots, hyphens and underscores: "orders".',
      ),
    ],
  }),
  topics: map(topic("topics"), {
    description: `SNS topics that get the alerts: a name that you choose, and the topic. ${KEYS_ARE_KNOWN}`,
    validate: [
      {
        condition: (topics) => gt(fn.length(topics), 0),
        message: 'topics must have at least one topic: { team = { arn = "arn:aws:sns:REGION:ACCOUNT:NAME" } }.',
      },
      topicKeys("topics"),
      fiveTopics("topics"),
    ],
  }),
  jobs: names("jobs", "jobs", "orders-*"),
  job_states: states("job_states", {
    what: "jobs",
    fallback: ["FAILED", "TIMEOUT", "ERROR"],
    sent: "`SUCCEEDED`, `FAILED`, `TIMEOUT` and `STOPPED`; `ERROR` is a state of runs too",
    all: ["SUCCEEDED", "FAILED", "TIMEOUT", "STOPPED", "ERROR"],
  }),
  late_runs: bool({
    description:
      "Whether a run of these jobs that takes longer than `notify_delay_after` of its job sends an alert. Jobs without `notify_delay_after` send no such event.",
    default: true,
  }),
  crawlers: names("crawlers", "crawlers", "orders-*"),
  crawler_states: states("crawler_states", {
    what: "crawlers",
    fallback: ["Failed"],
    sent: "`Started`, `Succeeded` and `Failed`",
    all: ["Started", "Succeeded", "Failed"],
  }),
  rulesets: names("rulesets", "data quality rulesets", "orders-*"),
  data_quality_states: states("data_quality_states", {
    what: "data quality evaluations",
    fallback: ["FAILED"],
    sent: "`SUCCEEDED` and `FAILED`",
    all: ["SUCCEEDED", "FAILED"],
  }),
  retry_policy: optional(
    object(
      {
        maximum_event_age_in_seconds: optional(
          number({
            description: "Seconds after which EventBridge drops an event, 60 to 86400",
            validate: [wholeBetween("maximum_event_age_in_seconds of retry_policy", { lowest: 60, highest: 86400 })],
          }),
          86400,
        ),
        maximum_retry_attempts: optional(
          number({
            description: "How often EventBridge sends an event again, 0 to 185",
            validate: [wholeBetween("maximum_retry_attempts of retry_policy", { lowest: 0, highest: 185 })],
          }),
          185,
        ),
      },
      { description: "What EventBridge does if a topic cannot be reached. AWS's default if null." },
    ),
  ),
  enabled: bool({ description: "Whether the rules send alerts.", default: true }),
  region,
  tags,
};

type AlertInputs = ExprsOf<typeof variables>;

export const glueAlerts = defineModule({
  name: "glue-alerts",
  translations: { ja: glueAlertsJa },
  title: "AWS Glue alerts",
  description:
    "Sends a message to SNS topics when a job, a crawler or a data quality evaluation fails, or when a run of a job takes too long.",
  providers,
  iam: alertsIam,
  notes: alertsNotes,
  examples: alertsExamples,
  tests: alertsTests,
  variables,
  build(scope, v) {
    const kinds = eventKinds(v);
    const rules = kinds.map((kind) => ({ kind, rule: makeRule(scope, v, kind) }));
    for (const { kind, rule } of rules) sendEvents(scope, v, kind, rule.at(0).name);
    return {
      rule_arns: output(fn.merge(...rules.map(({ kind, rule }) => rule.toMap(kind.key, (one) => one.arn))), {
        description:
          "ARNs of the rules: `jobs`, `late_runs`, `crawlers` and `data_quality`, each only if it is created.",
        preconditions: [
          {
            condition: or(...kinds.map(({ isWatched }) => isWatched)),
            message:
              "Nothing sends an alert. Give at least one state in job_states, crawler_states or data_quality_states, or set late_runs = true.",
          },
        ],
      }),
    };
  },
});

/** The kinds of events, in the order of their rules. */
const eventKinds = (v: AlertInputs): readonly EventKind[] => [
  jobsEnd(v),
  jobsAreLate(v),
  crawlersEnd(v),
  dataQualityEnds(v),
];

const hasAny = (items: Texts) => gt(fn.length(items), 0);

/** The names to watch as patterns of EventBridge; null for all. */
const patterns = (items: Texts, as: string) =>
  when(
    hasAny(items),
    each(items, (name) => toExpr({ wildcard: name }), { as }),
    null,
  );

function jobsEnd(v: AlertInputs): EventKind {
  return {
    key: "jobs",
    isWatched: hasAny(v.job_states),
    description: "Runs of Glue jobs that ended in a state that sends an alert",
    source: "aws.glue",
    detailType: "Glue Job State Change",
    detail: withoutNulls(toExpr({ state: v.job_states, jobName: patterns(v.jobs, "job") })),
    paths: { ...RUN, message: "$.detail.message" },
    message: "Glue job <job> ended with the state <state>. Run <run>, region <region>, account <account>. <message>",
  };
}

function jobsAreLate(v: AlertInputs): EventKind {
  return {
    key: "late_runs",
    isWatched: v.late_runs,
    description: "Runs of Glue jobs that take longer than their jobs expect",
    source: "aws.glue",
    detailType: "Glue Job Run Status",
    detail: withoutNulls(
      toExpr({
        state: ["STARTING", "RUNNING", "STOPPING"],
        jobName: patterns(v.jobs, "job"),
      }),
    ),
    paths: RUN,
    message:
      "Glue job <job> takes longer than expected and has the state <state>. Run <run>, region <region>, account <account>.",
  };
}

function crawlersEnd(v: AlertInputs): EventKind {
  return {
    key: "crawlers",
    isWatched: hasAny(v.crawler_states),
    description: "Runs of Glue crawlers that ended in a state that sends an alert",
    source: "aws.glue",
    detailType: "Glue Crawler State Change",
    detail: withoutNulls(toExpr({ state: v.crawler_states, crawlerName: patterns(v.crawlers, "crawler") })),
    paths: {
      crawler: "$.detail.crawlerName",
      state: "$.detail.state",
      message: "$.detail.message",
      ...PLACE,
    },
    message: "Glue crawler <crawler> has the state <state>. Region <region>, account <account>. <message>",
  };
}

function dataQualityEnds(v: AlertInputs): EventKind {
  return {
    key: "data_quality",
    isWatched: hasAny(v.data_quality_states),
    description: "Data quality evaluations of Glue that ended in a state that sends an alert",
    source: "aws.glue-dataquality",
    detailType: "Data Quality Evaluation Results Available",
    detail: withoutNulls(toExpr({ state: v.data_quality_states, rulesetNames: patterns(v.rulesets, "ruleset") })),
    paths: {
      ruleset: "$.detail.rulesetNames[0]",
      state: "$.detail.state",
      score: "$.detail.score",
      ...PLACE,
    },
    message:
      "Glue data quality: the ruleset <ruleset> has the state <state> and the score <score>. Region <region>, account <account>.",
  };
}

/** The rule of one kind of event, if it is watched. */
function makeRule(scope: Construct, v: AlertInputs, { key, isWatched, description, ...kind }: EventKind) {
  return resource(
    scope,
    CloudwatchEventRule,
    key,
    {
      name: `${v.name}-${key.replaceAll("_", "-")}`,
      description,
      event_pattern: fn.jsonencode({ source: [kind.source], "detail-type": [kind.detailType], detail: kind.detail }),
      state: when(v.enabled, "ENABLED", "DISABLED"),
      region: v.region,
      tags: v.tags,
    },
    { count: when(isWatched, 1, 0) },
  );
}

/** Sends the events of a rule to all topics. */
function sendEvents(
  scope: Construct,
  v: AlertInputs,
  { key, isWatched, paths, message }: EventKind,
  rule: Expr<string>,
) {
  resource(
    scope,
    CloudwatchEventTarget,
    key,
    ({ key: name, value: topic }) => ({
      rule,
      target_id: name,
      arn: topic.arn,
      region: v.region,
      input_transformer: blockIf(not(topic.raw), () => ({
        input_paths: paths,
        // Not by jsonencode, which writes < and > as codes.
        input_template: `"${message}"`,
      })),
      dead_letter_config: optionalBlock(topic.dead_letter_queue_arn, (arn) => ({ arn })),
      retry_policy: optionalBlock(v.retry_policy, (retry) => ({
        maximum_event_age_in_seconds: retry.maximum_event_age_in_seconds,
        maximum_retry_attempts: retry.maximum_retry_attempts,
      })),
    }),
    { forEach: toMap(v.topics, (topic, name) => [name, topic], { where: () => isWatched, as: "topic" }) },
  );
}
