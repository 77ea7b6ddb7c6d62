/** What runs, how often, and how long at most. */
import type { Json } from "../../../src/json/json-value";
import { findingsOf, type GivenPlan } from "../support";

const job = (values: Readonly<Record<string, Json>>): Json => ({
  worker_type: "G.1X",
  number_of_workers: 10,
  glue_version: "4.0",
  ...values,
});
const changed = (before: Json, after: Json, rest: object = {}): GivenPlan => ({
  changes: [{ address: "aws_glue_job.j", before, after, ...rest }],
});
const STREAM = { command: [{ name: "gluestreaming" }], timeout: 0 };
const trigger = (values: Readonly<Record<string, Json>>): Json => ({ type: "SCHEDULED", enabled: true, ...values });

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "four times as much without an end",
    changed(job(STREAM), job({ ...STREAM, number_of_workers: 40 })),
    ["job-capacity danger: at most 10 DPUs without an end → 40 DPUs without an end a run (number_of_workers 10 → 40)"],
  ],
  [
    "a stream that loses its end",
    changed(job({ ...STREAM, timeout: 60 }), job(STREAM)),
    ["job-capacity danger: at most 10 DPU-hours → 10 DPUs without an end a run (timeout 60 → 0)"],
  ],
  [
    "0 in the state of a batch job is no timeout of its own",
    changed(job({ timeout: 0, glue_version: "5.0" }), job({ timeout: 0, glue_version: "5.0", number_of_workers: 12 })),
    ["job-capacity attention: at most 80 → 96 DPU-hours a run (number_of_workers 10 → 12)"],
  ],
  [
    "what is sensitive is not reckoned with: the sum would tell it",
    changed(job({ timeout: 60 }), job({ timeout: 60, number_of_workers: 37 }), {
      sensitive: { number_of_workers: true },
    }),
    ["job-capacity-unknown attention: number_of_workers (sensitive value) → (sensitive value)"],
  ],
  [
    "a new trigger each minute",
    { changes: [{ address: "aws_glue_trigger.t", after: trigger({ schedule: "cron(0/1 * * * ? *)" }) }] },
    ["schedule attention: a new schedule, 1,440 runs a day: cron(0/1 * * * ? *)"],
  ],
  [
    "a new trigger each night",
    { changes: [{ address: "aws_glue_trigger.t", after: trigger({ schedule: "cron(0 2 * * ? *)" }) }] },
    ["schedule note: a new schedule, 1 run a day: cron(0 2 * * ? *)"],
  ],
  [
    "a new trigger that is off",
    { changes: [{ address: "aws_glue_trigger.t", after: trigger({ schedule: "cron(0 2 * * ? *)", enabled: false }) }] },
    [],
  ],
  [
    "a new crawler each five minutes",
    { changes: [{ address: "aws_glue_crawler.c", after: { schedule: "cron(0/5 * * * ? *)" } }] },
    ["schedule attention: a new schedule, 288 runs a day: cron(0/5 * * * ? *)"],
  ],
  ["a new crawler without a schedule", { changes: [{ address: "aws_glue_crawler.c", after: { schedule: "" } }] }, []],
  [
    "a schedule known after apply",
    {
      changes: [
        { address: "aws_cloudwatch_event_rule.e", after: { state: "ENABLED" }, unknown: { schedule_expression: true } },
      ],
    },
    ["schedule attention: a new schedule, (known after apply)"],
  ],
  [
    "a trigger that goes",
    { changes: [{ address: "aws_glue_trigger.t", before: trigger({ schedule: "cron(0 2 * * ? *)" }) }] },
    ["destroyed note: destroyed", "schedule attention: a removed schedule, 1 run a day: cron(0 2 * * ? *)"],
  ],
  [
    "a conditional trigger that goes",
    { changes: [{ address: "aws_glue_trigger.t", before: trigger({ type: "CONDITIONAL" }) }] },
    [
      "destroyed note: destroyed",
      "trigger-actions attention: a conditional trigger is destroyed: nothing starts its actions any more",
    ],
  ],
])("%s", (_name, given, want) => {
  expect(findingsOf(given)).toEqual(want);
});

const PLAIN_TARGET = { path: "s3://lake/a", connection_name: null, exclusions: null, sample_size: null };

test.each([
  [
    "an argument that is not set, written in another way",
    { ...PLAIN_TARGET, connection_name: "", exclusions: [], sample_size: 0 },
    [],
  ],
  ["another path", { ...PLAIN_TARGET, path: "s3://lake/b" }, ["crawler-scope attention: its s3 targets change"]],
  ["an exclusion", { ...PLAIN_TARGET, exclusions: ["tmp/**"] }, ["crawler-scope attention: its s3 targets change"]],
  ["a sample", { ...PLAIN_TARGET, sample_size: 5 }, ["crawler-scope attention: its s3 targets change"]],
])("targets of a crawler: %s", (_name, target, want) => {
  const change = {
    address: "aws_glue_crawler.c",
    before: { s3_target: [PLAIN_TARGET] },
    after: { s3_target: [target] },
  };
  expect(findingsOf({ changes: [change] })).toEqual(want);
});

const PLAIN_ACTION = {
  job_name: "sync",
  arguments: null,
  timeout: null,
  security_configuration: null,
  notification_property: [],
};

test.each([
  [
    "an argument that is not set, written in another way",
    { ...PLAIN_ACTION, arguments: {}, timeout: 0, security_configuration: "" },
    [],
  ],
  ["a timeout", { ...PLAIN_ACTION, timeout: 5 }, ["trigger-actions attention: what it starts changes"]],
  [
    "an argument of the job",
    { ...PLAIN_ACTION, arguments: { "--full": "" } },
    ["trigger-actions attention: what it starts changes"],
  ],
])("actions of a trigger: %s", (_name, action, want) => {
  const change = { address: "aws_glue_trigger.t", before: { actions: [PLAIN_ACTION] }, after: { actions: [action] } };
  expect(findingsOf({ changes: [change] })).toEqual(want);
});
