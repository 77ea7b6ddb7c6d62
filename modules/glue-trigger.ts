/** A trigger that starts jobs and crawlers. Over 400 lines, because each type of trigger has its rules, example and tests here. */
import type { Construct } from "constructs";
import {
  add,
  and,
  type BoolLike,
  blockIf,
  blocks,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  ifNotNull,
  isNotNull,
  isNull,
  type ListExpr,
  list,
  local,
  lte,
  map,
  type Nullable,
  not,
  number,
  type ObjectExpr,
  object,
  oneOf,
  optional,
  optionalBlock,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { offline, providers, region, tags } from "./aws";
import { glueTriggerJa } from "./ja/glue-trigger";
import { GlueTrigger } from "./providers/aws/glue-trigger";
import {
  argumentKeys,
  noArn,
  noReservedArguments,
  noSecretValue,
  runMinutes,
  wholeBetween,
  wholeFromOne,
} from "./rules";
import { scheduleRules } from "./schedule";

/** States that a trigger can wait for. AWS has more states, but a run in one of them has not ended. */
const states = {
  job: ["SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT"],
  crawler: ["SUCCEEDED", "FAILED", "CANCELLED"],
};

/** A job or a crawler, one of them null. */
type JobOrCrawler = { readonly job: Nullable<Expr<string>>; readonly crawler: Nullable<Expr<string>> };

/** An element of `starts` or `after`. A wrong key, such as `crawler_name`, leaves both null. */
const jobOrCrawler = (input: string) => ({
  condition: ({ job, crawler }: JobOrCrawler) => when(isNull(job), isNotNull(crawler), isNull(crawler)),
  message: `Each element of ${input} must name a job or a crawler, not both: { job = "NAME" } or { crawler = "NAME" }. Terraform ignores other keys, such as job_name and crawler_name.`,
  // An element of starts has the arguments of the run, which can be secrets.
  shows: input === "starts" ? ("element" as const) : ("value" as const),
});

/** For the README. */
const twoTriggers = `AWS Glue fires a conditional trigger only for jobs and crawlers that another trigger started. Runs that a crawler's own \`schedule\` or a person started do not count, and the trigger then never fires. A chain needs two triggers: a scheduled one that starts the crawler, and a conditional one. Leave \`schedule\` out of the crawler. The \`schedule\` of \`glue-job\` makes a trigger, so that its runs count.

\`\`\`hcl
module "crawl" {
  source = "./modules/glue-trigger"

  name     = "orders-crawl"
  schedule = "cron(0 18 * * ? *)"
  starts   = [{ crawler = module.crawler.name }]
}

module "after_crawl" {
  source = "./modules/glue-trigger"

  name   = "orders-after-crawl"
  after  = [{ crawler = module.crawler.name }]
  starts = [{ job = module.job.name }]
}
\`\`\``;

const variables = {
  name: string({
    description: "Name of the trigger.",
    validate: [
      { condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." },
    ],
  }),
  starts: list(
    object(
      {
        job: optional(
          string({
            description: "Name of the job to start: the `name` output of `glue-job`",
            validate: [noArn("job of starts", "job")],
          }),
        ),
        crawler: optional(
          string({
            description: "Name of the crawler to start, instead of a job: the `name` output of `glue-crawler`",
            validate: [noArn("crawler of starts", "crawler")],
          }),
        ),
        arguments: optional(
          map(string({ validate: [noSecretValue("arguments of starts", '{ "--secret-name" = "orders" }')] }), {
            description: "Arguments of this run. They override the arguments of the job. Keys start with `--`",
            validate: [argumentKeys("arguments of starts"), noReservedArguments("arguments of starts")],
          }),
          {},
        ),
        timeout: optional(
          number({
            description: "Minutes after which the run is stopped. The timeout of the job if null",
            validate: [runMinutes("timeout of starts", 1)],
          }),
        ),
        notify_delay_after: optional(
          number({
            description: "Minutes after which EventBridge gets an event about the late run",
            validate: [wholeFromOne("notify_delay_after of starts", "minutes")],
          }),
        ),
        security_configuration: optional(
          string({
            description: "Security configuration of this run",
            validate: [noArn("security_configuration of starts", "security configuration")],
          }),
        ),
      },
      {
        validate: [
          jobOrCrawler("starts"),
          {
            condition: (one) =>
              or(
                isNull(one.crawler),
                and(eq(fn.length(one.arguments), 0), isNull(one.timeout), isNull(one.notify_delay_after)),
              ),
            message:
              "arguments, timeout and notify_delay_after of starts are only for jobs. A run of a crawler has none of them.",
            shows: "element",
          },
        ],
      },
    ),
    {
      description: "What the trigger starts.",
      validate: [
        { condition: (starts) => gt(fn.length(starts), 0), message: "starts must name at least one job or crawler." },
      ],
    },
  ),
  after: list(
    object(
      {
        job: optional(
          string({
            description: "Name of the job to wait for: the `name` output of `glue-job`",
            validate: [noArn("job of after", "job")],
          }),
        ),
        crawler: optional(
          string({
            description: "Name of the crawler to wait for, instead of a job: the `name` output of `glue-crawler`",
            validate: [noArn("crawler of after", "crawler")],
          }),
        ),
        state: optional(
          string({
            description:
              "State in which it must end: `SUCCEEDED`, `FAILED`, `STOPPED` or `TIMEOUT` for a job, `SUCCEEDED`, `FAILED` or `CANCELLED` for a crawler",
          }),
          "SUCCEEDED",
        ),
      },
      {
        validate: [
          jobOrCrawler("after"),
          {
            condition: (one) => fn.contains(when(isNotNull(one.crawler), states.crawler, states.job), one.state),
            message: `state of after must be one of ${states.job.join(", ")} for a job, and one of ${states.crawler.join(", ")} for a crawler, in capital letters.`,
          },
        ],
      },
    ),
    {
      description:
        "Jobs and crawlers that must end before. Makes the trigger conditional. Each must be started by another trigger: AWS Glue does not count runs that a crawler's own schedule or a person started.",
      default: [],
    },
  ),
  after_logic: oneOf(["AND", "ANY"], {
    description: "`AND`: all of `after` must end. `ANY`: one of them is enough.",
    default: "AND",
  }),
  schedule: optional(
    string({
      description:
        "When the trigger fires, in UTC: `cron(0 18 * * ? *)`. Makes the trigger scheduled. Not together with `after` or `event_batching`, which make other types of triggers.",
      validate: scheduleRules,
    }),
  ),
  event_batching: optional(
    object(
      {
        size: optional(
          number({
            description: "Number of events that fire the trigger, 1 to 100",
            validate: [wholeBetween("size of event_batching", { lowest: 1, highest: 100 })],
          }),
          1,
        ),
        window: optional(
          number({
            description: "Seconds after which the trigger fires with fewer events, 1 to 900",
            validate: [wholeBetween("window of event_batching", { lowest: 1, highest: 900 })],
          }),
          900,
        ),
      },
      {
        description:
          "The trigger fires on EventBridge events. Makes the trigger an event trigger, which must be the first trigger of a workflow.",
      },
    ),
  ),
  workflow_name: optional(
    string({
      description: "Name of the workflow that the trigger belongs to.",
      validate: [noArn("workflow_name", "workflow")],
    }),
  ),
  enabled: bool({
    description:
      "Whether a scheduled or conditional trigger is active. An event trigger is always active. An on-demand trigger never starts by itself.",
    default: true,
  }),
  start_on_creation: optional(
    bool({
      description:
        "Whether a scheduled or conditional trigger is activated when it is created. `enabled` does this too, so `false` has no effect. For other triggers `true` is rejected.",
    }),
  ),
  description: optional(string({ description: "What the trigger is for." })),
  region,
  tags,
};

/** The inputs of the module. */
type TriggerInputs = ExprsOf<typeof variables>;

export const glueTrigger = defineModule({
  name: "glue-trigger",
  iam: [
    "A trigger has no role. The jobs and crawlers that it starts have their own roles.",
    "To apply this module you need `glue:CreateTrigger`, `glue:GetTrigger`, `glue:UpdateTrigger`, `glue:StartTrigger`, `glue:StopTrigger`, `glue:DeleteTrigger`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on `arn:aws:glue:REGION:ACCOUNT:trigger/NAME`. To enable a trigger, the provider starts it. `glue-deployer` allows all of this for the names in its `triggers`. You do not need `iam:PassRole`.",
    "Whoever starts an on-demand trigger needs `glue:StartTrigger` on the same ARN. Through the trigger they can run its jobs without `glue:StartJobRun`.",
    "For an event trigger, the EventBridge rule that sends the events needs a role that allows `glue:notifyEvent` on the workflow (`arn:aws:glue:REGION:ACCOUNT:workflow/NAME`).",
  ],
  notes: [
    twoTriggers,
    "A trigger without `schedule`, `after` and `event_batching` is on demand: nothing runs until you start it with `aws glue start-trigger` or in the console. The module sets `enabled = false` for it, because with `true` the provider starts the trigger, and so its jobs, when it creates the trigger.",
    "An event trigger is always enabled. AWS cannot start or stop it, so a change of `enabled` would fail in every apply. To turn it off, disable the EventBridge rule that sends the events.",
  ],
  upgrading: [
    "An on-demand trigger changes in place from `enabled = true` to `enabled = false`. The provider does not call AWS for this change, and nothing starts or stops.",
    "Scheduled, conditional and event triggers do not change.",
    "An event trigger that was created with `enabled = false`, or imported, cannot be changed to `true`: AWS rejects the provider's call. Replace it once, with `terraform apply -replace=...`.",
    "Now rejected: `enabled = false` for an event trigger; `start_on_creation = true` for a trigger that is neither scheduled nor conditional; a job or crawler that is in both `starts` and `after`; a schedule that is not `cron(...)` with six fields, or has a number out of range; states in `after` that do not mean that the run has ended; ARNs instead of names of jobs and crawlers; an event trigger without `workflow_name`; keys of `arguments` that do not start with `--`; the arguments `--JOB_NAME`, `--debug` and `--mode`, which AWS Glue sets itself.",
  ],
  examples: {
    basic: {
      description: "Starts a job after a crawler has succeeded.",
      inputs: { name: "orders-after-crawl", starts: [{ job: "orders" }], after: [{ crawler: "orders" }] },
    },
    adopt: {
      description: "Takes over a hand-written trigger without a change.",
      inputs: { name: "orders", starts: [{ job: "orders" }], schedule: "cron(0 18 * * ? *)" },
      moved: [{ from: "aws_glue_trigger.orders", to: "aws_glue_trigger.this" }],
    },
  },
  tests: {
    trigger: {
      providers: offline,
      variables: { name: "orders", starts: [{ job: "orders", notify_delay_after: 10 }] },
      runs: [
        {
          name: "by_hand",
          assert: [
            { condition: 'aws_glue_trigger.this.type == "ON_DEMAND"', message: "type" },
            { condition: "aws_glue_trigger.this.enabled == false", message: "nothing starts at apply" },
            { condition: "aws_glue_trigger.this.start_on_creation == null", message: "nothing starts on creation" },
            {
              condition: "aws_glue_trigger.this.actions[0].notification_property[0].notify_delay_after == 10",
              message: "delay",
            },
          ],
        },
        {
          name: "scheduled",
          variables: { schedule: "cron(0 18 * * ? *)" },
          assert: [
            { condition: 'aws_glue_trigger.this.type == "SCHEDULED"', message: "type" },
            { condition: "aws_glue_trigger.this.enabled == true", message: "the schedule is active" },
          ],
        },
        {
          name: "scheduled_but_off",
          variables: { schedule: "cron(0 18 * * ? *)", enabled: false, start_on_creation: false },
          assert: [
            { condition: "aws_glue_trigger.this.enabled == false", message: "the schedule is off" },
            { condition: "aws_glue_trigger.this.start_on_creation == false", message: "also on creation" },
          ],
        },
        {
          name: "after_others",
          variables: { after: [{ job: "first" }, { crawler: "second", state: "FAILED" }], after_logic: "ANY" },
          assert: [
            { condition: 'aws_glue_trigger.this.type == "CONDITIONAL"', message: "type" },
            { condition: 'aws_glue_trigger.this.predicate[0].logical == "ANY"', message: "logic" },
            {
              condition: 'aws_glue_trigger.this.predicate[0].conditions[0].state == "SUCCEEDED"',
              message: "state of the job",
            },
            {
              condition: 'aws_glue_trigger.this.predicate[0].conditions[1].crawl_state == "FAILED"',
              message: "state of the crawler",
            },
          ],
        },
        {
          name: "by_events",
          variables: { event_batching: { size: 5 }, workflow_name: "orders" },
          assert: [
            { condition: 'aws_glue_trigger.this.type == "EVENT"', message: "type" },
            { condition: "aws_glue_trigger.this.enabled == true", message: "always enabled" },
            { condition: "aws_glue_trigger.this.event_batching_condition[0].batch_window == 900", message: "window" },
          ],
        },
        {
          name: "job_or_crawler_not_both",
          variables: { starts: [{ job: "a", crawler: "b" }], after: [{ state: "FAILED" }] },
          expectFailures: ["var.starts", "var.after"],
        },
        {
          name: "one_reason_to_start",
          variables: { schedule: "cron(0 18 * * ? *)", after: [{ job: "first" }] },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "events_or_a_schedule",
          variables: { schedule: "cron(0 18 * * ? *)", event_batching: {} },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "events_or_others",
          variables: { after: [{ job: "first" }], event_batching: {} },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "an_event_trigger_cannot_be_off",
          variables: { event_batching: {}, workflow_name: "orders", enabled: false },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "off_by_hand_changes_nothing",
          variables: { enabled: false, start_on_creation: false },
          assert: [{ condition: "aws_glue_trigger.this.enabled == false", message: "still on demand" }],
        },
        {
          name: "by_hand_does_not_start_on_creation",
          variables: { start_on_creation: true },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "no_job_after_itself",
          variables: { starts: [{ job: "a" }, { job: "b" }], after: [{ job: "c" }, { job: "b" }] },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "no_crawler_after_itself",
          variables: { starts: [{ crawler: "a" }], after: [{ crawler: "a", state: "FAILED" }] },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "a_job_after_the_crawler_of_its_name",
          variables: { starts: [{ job: "orders" }], after: [{ crawler: "orders" }] },
          assert: [{ condition: 'aws_glue_trigger.this.type == "CONDITIONAL"', message: "type" }],
        },
        {
          name: "an_event_trigger_is_in_a_workflow",
          variables: { event_batching: {} },
          expectFailures: ["aws_glue_trigger.this"],
        },
        {
          name: "an_argument_without_dashes_is_rejected",
          variables: { starts: [{ job: "orders", arguments: { stage: "test" } }] },
          expectFailures: ["var.starts"],
        },
        {
          name: "no_secrets_in_arguments",
          variables: { starts: [{ job: "orders", arguments: { "--source": "mysql://user:example@db/orders" } }] },
          expectFailures: ["var.starts"],
        },
        {
          name: "inputs_that_aws_rejects",
          variables: {
            starts: [{ job: "arn:aws:glue:eu-west-1:111111111111:job/orders" }],
            after: [{ job: "first", state: "SUCCESS" }],
            schedule: "0 3 * * *",
          },
          expectFailures: ["var.starts", "var.after", "var.schedule"],
        },
        { name: "something_must_start", variables: { starts: [] }, expectFailures: ["var.starts"] },
      ],
    },
  },
  translations: { ja: glueTriggerJa },
  title: "AWS Glue trigger",
  description:
    "A trigger that starts jobs and crawlers: on a schedule, after other jobs and crawlers, on events, or on demand. The module sets its type from the inputs.",
  providers,
  variables,
  build(scope, v) {
    const canBeDisabled = local(scope, "can_be_disabled", or(isNotNull(v.schedule), isConditional(v)), {
      comment:
        "Only scheduled and conditional triggers. If an on-demand trigger is enabled, the provider starts it at once.",
    });
    const trigger = makeTrigger(scope, v, canBeDisabled);
    return {
      name: output(trigger.name, { description: "Name of the trigger." }),
      arn: output(trigger.arn, { description: "ARN of the trigger." }),
    };
  },
});

/** Whether the trigger waits for jobs or crawlers. */
const isConditional = (v: TriggerInputs) => gt(fn.length(v.after), 0);

function makeTrigger(scope: Construct, v: TriggerInputs, canBeDisabled: Expr<boolean>) {
  return resource(
    scope,
    GlueTrigger,
    "this",
    {
      name: v.name,
      description: v.description,
      type: when(
        isNotNull(v.schedule),
        "SCHEDULED",
        when(isConditional(v), "CONDITIONAL", when(isNotNull(v.event_batching), "EVENT", "ON_DEMAND")),
      ),
      schedule: v.schedule,
      workflow_name: v.workflow_name,
      enabled: when(canBeDisabled, v.enabled, isNotNull(v.event_batching)),
      start_on_creation: when(canBeDisabled, v.start_on_creation, null),
      region: v.region,
      tags: v.tags,
      actions: blocks(v.starts, (start) => ({
        job_name: start.job,
        crawler_name: start.crawler,
        arguments: start.arguments,
        timeout: start.timeout,
        security_configuration: start.security_configuration,
        notification_property: optionalBlock(start.notify_delay_after, (minutes) => ({ notify_delay_after: minutes })),
      })),
      predicate: blockIf(isConditional(v), () => ({
        logical: v.after_logic,
        conditions: blocks(v.after, (condition) => ({
          job_name: condition.job,
          crawler_name: condition.crawler,
          logical_operator: "EQUALS",
          state: when(isNotNull(condition.job), condition.state, null),
          crawl_state: when(isNotNull(condition.crawler), condition.state, null),
        })),
      })),
      event_batching_condition: optionalBlock(v.event_batching, (batch) => ({
        batch_size: batch.size,
        batch_window: batch.window,
      })),
    },
    { lifecycle: { preconditions: preconditionsOf(scope, v, canBeDisabled) } },
  );
}

/** What does not go together, for each type of trigger. */
function preconditionsOf(scope: Construct, v: TriggerInputs, canBeDisabled: Expr<boolean>) {
  const one = (isGiven: BoolLike) => when(isGiven, 1, 0);
  const isNoEvent = or(canBeDisabled, isNull(v.event_batching));
  const repeated = startedAfterItself(scope, v);
  return [
    {
      condition: lte(add(add(one(isNotNull(v.schedule)), one(isConditional(v))), one(isNotNull(v.event_batching))), 1),
      message:
        "Give at most one of schedule, after and event_batching, because each of them sets another type of trigger.",
    },
    {
      condition: eq(fn.length(repeated), 0),
      message: `A trigger cannot wait for a job or crawler that it starts: ${fn.join(", ", repeated)}. Remove it from starts or from after.`,
    },
    {
      condition: or(isNoEvent, isNotNull(v.workflow_name)),
      message:
        "event_batching needs workflow_name: an event trigger is the first trigger of a workflow, and AWS has none outside of workflows.",
    },
    {
      condition: or(isNoEvent, v.enabled),
      message:
        "An event trigger is always enabled, because AWS cannot stop it. Leave enabled out. To turn the trigger off, disable the EventBridge rule that sends the events, or remove the trigger.",
    },
    {
      condition: or(canBeDisabled, not(fn.coalesce<boolean>(v.start_on_creation, false))),
      message:
        "start_on_creation is only for scheduled and conditional triggers. Start an on-demand trigger with aws glue start-trigger. An event trigger starts on its events.",
    },
  ];
}

function startedAfterItself(scope: Construct, v: TriggerInputs) {
  const names = (items: ListExpr<ObjectExpr<JobOrCrawler>>, none: string) =>
    each(items, (item) =>
      ifNotNull(
        item.job,
        (name) => `job ${name}`,
        ifNotNull(item.crawler, (name) => `crawler ${name}`, none),
      ),
    );
  return local(
    scope,
    "started_after_itself",
    fn.setintersection(names(v.starts, "nothing to start"), names(v.after, "nothing to wait for")),
    { comment: "Jobs and crawlers that are in both starts and after" },
  );
}
