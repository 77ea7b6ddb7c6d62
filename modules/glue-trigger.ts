/** A trigger that starts jobs and crawlers. */
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import {
  add,
  type Bool,
  blockIf,
  blocks,
  bool,
  defineModule,
  each,
  fn,
  gt,
  isNull,
  isSet,
  list,
  lte,
  map,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { offline, providers, region, tags } from "./aws";

export const glueTrigger = defineModule({
  name: "glue-trigger",
  notes: ["A trigger takes no role: the jobs and crawlers that it starts have theirs."],
  examples: {
    basic: {
      description: "Starts a job once a crawler has ended.",
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
            {
              condition: "aws_glue_trigger.this.actions[0].notification_property[0].notify_delay_after == 10",
              message: "delay",
            },
          ],
        },
        {
          name: "scheduled",
          variables: { schedule: "cron(0 18 * * ? *)" },
          assert: [{ condition: 'aws_glue_trigger.this.type == "SCHEDULED"', message: "type" }],
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
            { condition: "aws_glue_trigger.this.event_batching_condition[0].batch_window == 900", message: "window" },
          ],
        },
        {
          name: "job_or_crawler_not_both",
          variables: { starts: [{ job: "a", crawler: "b" }] },
          expectFailures: ["aws_glue_trigger.this"],
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
        { name: "something_must_start", variables: { starts: [] }, expectFailures: ["var.starts"] },
      ],
    },
  },
  title: "AWS Glue trigger",
  description:
    "A trigger that starts jobs and crawlers: at set times, after other jobs and crawlers, by events, or by hand. Its type follows from what is given.",
  providers,
  variables: {
    name: string({
      description: "Name of the trigger.",
      validate: [
        { condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." },
      ],
    }),
    starts: list(
      object({
        job: optional(string({ description: "Name of the job to start" })),
        crawler: optional(string({ description: "Name of the crawler to start, in place of a job" })),
        arguments: optional(map(string(), { description: "Arguments of this run, over those of the job" }), {}),
        timeout: optional(number({ description: "Minutes after which the run is stopped. The job's own when null" })),
        notify_delay_after: optional(
          number({ description: "Minutes after which CloudWatch is told that the run is late" }),
        ),
        security_configuration: optional(string({ description: "Security configuration of this run" })),
      }),
      {
        description: "What the trigger starts.",
        validate: [
          { condition: (starts) => gt(fn.length(starts), 0), message: "starts must name at least one job or crawler." },
        ],
      },
    ),
    after: list(
      object({
        job: optional(string({ description: "Name of the job to wait for" })),
        crawler: optional(string({ description: "Name of the crawler to wait for, in place of a job" })),
        state: optional(string({ description: "State that it must end in" }), "SUCCEEDED"),
      }),
      { description: "Jobs and crawlers that must have ended before. Makes the trigger conditional.", default: [] },
    ),
    after_logic: oneOf(["AND", "ANY"], {
      description: "Whether all of `after` must have ended, or one.",
      default: "AND",
    }),
    schedule: optional(
      string({
        description: "When the trigger fires, in UTC: `cron(0 18 * * ? *)`. Makes the trigger scheduled.",
      }),
    ),
    event_batching: optional(
      object(
        {
          size: optional(number({ description: "Events that fire the trigger, 1 to 100" }), 1),
          window: optional(number({ description: "Seconds after which it fires with fewer, 1 to 900" }), 900),
        },
        {
          description: "Fires on EventBridge events. Makes the trigger an event trigger, the first one of a workflow.",
        },
      ),
    ),
    workflow_name: optional(string({ description: "Workflow that the trigger belongs to." })),
    enabled: bool({ description: "Whether the trigger is active.", default: true }),
    start_on_creation: optional(
      bool({
        description:
          "Whether a scheduled or conditional trigger is active from its creation on. As `enabled` says when null.",
      }),
    ),
    description: optional(string({ description: "What the trigger is for." })),
    region,
    tags,
  },
  build(scope, v) {
    const one = (isGiven: Bool) => when(isGiven, 1, 0);
    const trigger = resource(
      scope,
      GlueTrigger,
      "this",
      {
        name: v.name,
        description: v.description,
        type: when(
          isSet(v.schedule),
          "SCHEDULED",
          when(gt(fn.length(v.after), 0), "CONDITIONAL", when(isSet(v.event_batching), "EVENT", "ON_DEMAND")),
        ),
        schedule: v.schedule,
        workflowName: v.workflow_name,
        enabled: v.enabled,
        startOnCreation: v.start_on_creation,
        region: v.region,
        tags: v.tags,
        actions: blocks(v.starts, (start) => ({
          jobName: start.job,
          crawlerName: start.crawler,
          arguments: start.arguments,
          timeout: start.timeout,
          securityConfiguration: start.security_configuration,
          notificationProperty: optionalBlock(start.notify_delay_after, (minutes) => ({ notifyDelayAfter: minutes })),
        })),
        predicate: blockIf(gt(fn.length(v.after), 0), () => ({
          logical: v.after_logic,
          conditions: blocks(v.after, (condition) => ({
            jobName: condition.job,
            crawlerName: condition.crawler,
            logicalOperator: "EQUALS",
            state: when(isSet(condition.job), condition.state, null),
            crawlState: when(isSet(condition.crawler), condition.state, null),
          })),
        })),
        eventBatchingCondition: optionalBlock(v.event_batching, (batch) => ({
          batchSize: batch.size,
          batchWindow: batch.window,
        })),
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: lte(
                add(add(one(isSet(v.schedule)), one(gt(fn.length(v.after), 0))), one(isSet(v.event_batching))),
                1,
              ),
              message:
                "At most one of schedule, after and event_batching can be given: each makes another type of trigger.",
            },
            {
              condition: fn.alltrue(
                each(v.starts, (start) => when(isNull(start.job), isSet(start.crawler), isNull(start.crawler))),
              ),
              message: "Each element of starts must name a job or a crawler, and not both.",
            },
            {
              condition: fn.alltrue(
                each(v.after, (one) => when(isNull(one.job), isSet(one.crawler), isNull(one.crawler))),
              ),
              message: "Each element of after must name a job or a crawler, and not both.",
            },
          ],
        },
      },
    );
    return {
      name: output(trigger.name, { description: "Name of the trigger." }),
      arn: output(trigger.arn, { description: "ARN of the trigger." }),
    };
  },
});
