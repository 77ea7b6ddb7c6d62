/** Capacity, alarms and operations of APIs that go, libraries of jobs, and records of mail; each beside a harmless neighbour. */
import type { Json } from "../../../src/json/json-value";
import { type AccessCase, removed, toldBy, updated } from "../access/told-by";
import { changeOf, type GivenPlan } from "../support";

const ALARM = "aws_cloudwatch_metric_alarm.a";
const WATCH = { alarm_actions: ["arn:t"], dimensions: { FunctionName: "pay" } };
const KEY = [{ key: [] }];
const api = (paths: Json, more: object = {}) => ({ body: JSON.stringify({ openapi: "3.0.1", paths, ...more }) });
const rest = (before: Json, after: Json) => updated("aws_api_gateway_rest_api.a", before, after);
const job = (libraries: string) => ({ default_arguments: { "--extra-jars": libraries } });
const text = (...records: readonly string[]) => ({ type: "TXT", records });
const destroyed = (...addresses: readonly (readonly [address: string, before: Json])[]): GivenPlan => ({
  changes: addresses.map(([address, before]) => ({ address, before })),
});

const cases: readonly (readonly [rule: string, cases: readonly AccessCase[]])[] = [
  [
    "capacity-reduced",
    [
      [
        "a table with less",
        updated("aws_dynamodb_table.t", { read_capacity: 500 }, { read_capacity: 1 }),
        ["attention: read_capacity 500 → 1, a quarter or less"],
      ],
      ["a table with half", updated("aws_dynamodb_table.t", { read_capacity: 500 }, { read_capacity: 250 }), []],
      [
        "a function that may take a tenth",
        updated("aws_lambda_function.f", { timeout: 900 }, { timeout: 90 }),
        ["attention: timeout 900 → 90, a quarter or less"],
      ],
      ["a function that may take longer", updated("aws_lambda_function.f", { timeout: 3 }, { timeout: 900 }), []],
      [
        "an index that goes",
        updated(
          "aws_dynamodb_table.t",
          { global_secondary_index: [{ name: "a" }, { name: "b" }] },
          { global_secondary_index: [{ name: "b" }] },
        ),
        ["attention: global_secondary_index.name loses a"],
      ],
    ],
  ],
  [
    "safeguard-off",
    [
      ["an alarm that goes", removed(ALARM, WATCH), ["attention: it told somebody"]],
      [
        "an alarm that goes with what it watched",
        destroyed([ALARM, WATCH], ["aws_lambda_function.pay", { function_name: "pay" }]),
        ["note: it told somebody"],
      ],
      [
        "an alarm that goes with something else",
        destroyed([ALARM, WATCH], ["aws_lambda_function.old", { function_name: "old" }]),
        ["attention: it told somebody"],
      ],
      [
        "an alarm that is made anew",
        {
          changes: [
            { ...changeOf({ address: ALARM, before: {}, after: {} }), action: "replace-delete-first" } as never,
          ],
        },
        [],
      ],
      ["an alarm that told nobody", removed(ALARM, { ...WATCH, alarm_actions: [] }), []],
      ["an alarm that was off", removed(ALARM, { ...WATCH, actions_enabled: false }), []],
      ["a monitor of Datadog", removed("datadog_monitor.m", { message: "down @ops" }), ["attention: it told somebody"]],
    ],
  ],
  [
    "guest-access",
    [
      [
        "an operation that no longer asks who calls",
        rest(api({ "/a": { get: { security: KEY } } }), api({ "/a": { get: {} } })),
        ["danger: get /a no longer asks who calls"],
      ],
      [
        "all operations of an API in YAML",
        rest(
          { body: "openapi: 3.0.1\nsecurity: [{ key: [] }]\npaths: { /a: { get: {} }, /b: { post: {} } }\n" },
          { body: "openapi: 3.0.1\npaths: { /a: { get: {} }, /b: { post: {} } }\n" },
        ),
        ["danger: get /a, post /b no longer asks who calls"],
      ],
      [
        "a new operation for everybody",
        rest(api({ "/a": { get: { security: KEY } } }), api({ "/a": { get: { security: KEY } }, "/b": { put: {} } })),
        ["attention: put /b is new and does not ask who calls"],
      ],
      [
        "a new operation for CORS, and another order",
        rest(
          api({ "/a": { get: { security: KEY } }, "/b": { put: { security: KEY } } }),
          api({ "/b": { put: { security: KEY }, options: {} }, "/a": { get: { security: KEY, summary: "x" } } }),
        ),
        [],
      ],
      [
        "another authorizer",
        rest(
          api({}, { components: { securitySchemes: { key: { type: "apiKey" } }, schemas: { A: {} } } }),
          api({}, { components: { securitySchemes: { key: { type: "oauth2" } }, schemas: {} } }),
        ),
        ["attention: authorizers or the policy in body change"],
      ],
      [
        "other schemas",
        rest(api({}, { components: { schemas: { A: {} } } }), api({}, { components: { schemas: {} } })),
        [],
      ],
      [
        "known later",
        updated("aws_apigatewayv2_api.a", api({}), {}, { unknown: { body: true } }),
        ["attention: who may call what is known only after apply, as all of body"],
      ],
    ],
  ],
  [
    "job-script",
    [
      [
        "libraries of another bucket",
        updated("aws_glue_job.j", job("s3://a/x.jar"), job("s3://a/x.jar,s3://b/y.jar")),
        ["attention: --extra-jars s3://a/x.jar → s3://a/x.jar,s3://b/y.jar"],
      ],
      [
        "a newer library",
        updated("aws_glue_job.j", job("s3://a/x-1.jar"), job("s3://a/x-2.jar")),
        ["note: --extra-jars s3://a/x-1.jar → s3://a/x-2.jar"],
      ],
    ],
  ],
  [
    "dns-target",
    [
      [
        "who may send mail",
        updated("aws_route53_record.r", text("v=DMARC1; p=reject"), text("v=DMARC1; p=none")),
        ['attention: records ["v=DMARC1; p=reject"] → ["v=DMARC1; p=none"]'],
      ],
      [
        "another text",
        updated("aws_route53_record.r", text("site=1"), text("site=2")),
        ['note: records ["site=1"] → ["site=2"]'],
      ],
    ],
  ],
  [
    "key-made-anew",
    [
      [
        "a password that is only written",
        updated("aws_db_instance.d", { password_wo_version: 1 }, { password_wo_version: 2 }),
        ["attention: password_wo_version 1 → 2"],
      ],
      ["a first version", updated("aws_db_instance.d", {}, { password_wo_version: 1 }), []],
    ],
  ],
];

describe.each(cases)("%s", (rule, ofRule) => {
  test.each(ofRule)("%s", (_name, given, want) => {
    expect(toldBy(rule, given)).toEqual(want);
  });
});
