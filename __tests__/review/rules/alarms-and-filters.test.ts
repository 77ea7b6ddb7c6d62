/** Alarms that become deaf, filters of events, where data goes, and what moves out of reach; each beside a harmless neighbour. */
import type { Json } from "../../../src/json/json-value";
import { type AccessCase, created, toldBy, updated, withReferences } from "../access/told-by";

const ALARM = { comparison_operator: "GreaterThanThreshold", threshold: 10, evaluation_periods: 2, period: 60 };
const CPU = { ...ALARM, metric_name: "CPUUtilization", threshold: 80 };
const alarm = (after: Json, before: Json = ALARM) =>
  updated("aws_cloudwatch_metric_alarm.a", before, { ...(before as object), ...(after as object) });
const policy = (threshold_value: number, duration = "60s") => ({
  conditions: [{ condition_threshold: [{ comparison: "COMPARISON_LT", threshold_value, duration }] }],
});
const monitor = (query: string) => ({ query });
const dms = (mode: string) => ({ replication_task_settings: `{"FullLoadSettings":{"TargetTablePrepMode":"${mode}"}}` });
const rules = (...rule: readonly Json[]) => ({ rule });
const moves = (storage_class: string, days: number) =>
  rules({ status: "Enabled", filter: [{ prefix: "a/" }], transition: [{ days, storage_class }] });
const pattern = (event_pattern: string | null) => ({ event_pattern });
const arn = (account: string, rest: string) => `arn:aws:sqs:eu-west-1:${account}:${rest}`;
const containers = (image: string) => ({ spec: [{ template: [{ spec: [{ container: [{ image }] }] }] }] });
const backup = (schedule: string) => rules({ rule_name: "daily", schedule });
const task = (log: Json) => ({ container_definitions: JSON.stringify([{ name: "a", logConfiguration: log }]) });

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.l";
const READ = "; reading then takes hours";

const cases: readonly (readonly [rule: string, cases: readonly AccessCase[]])[] = [
  [
    "safeguard-off",
    [
      ["twice the threshold", alarm({ threshold: 20 }), ["attention: threshold 10 → 20"]],
      ["a small step", alarm({ threshold: 12 }), ["note: threshold 10 → 12"]],
      ["a threshold that is met sooner", alarm({ threshold: 5 }), []],
      [
        "half the threshold of an alarm on too few",
        alarm({ threshold: 4 }, { ...ALARM, comparison_operator: "LessThanOrEqualToThreshold" }),
        ["attention: threshold 10 → 4"],
      ],
      ["a share that is never above all", alarm({ threshold: 100 }, CPU), ["attention: threshold 80 → 100"]],
      ["a share that is a little higher", alarm({ threshold: 90 }, CPU), ["note: threshold 80 → 90"]],
      [
        "it must last longer",
        alarm({ evaluation_periods: 10 }),
        ["attention: tells later: after 2 × 60 s → 10 × 60 s"],
      ],
      ["fewer points must be above", alarm({ datapoints_to_alarm: 1, evaluation_periods: 10 }), []],
      [
        "a threshold that is known later",
        updated(
          "aws_cloudwatch_metric_alarm.a",
          ALARM,
          { ...ALARM, threshold: null },
          { unknown: { threshold: true } },
        ),
        ["attention: threshold 10 → (known after apply)"],
      ],
      [
        "another direction",
        alarm({ comparison_operator: "LessThanThreshold" }),
        ["attention: watches something else: comparison_operator GreaterThanThreshold → LessThanThreshold"],
      ],
      [
        "dimensions of what is made anew",
        updated("aws_cloudwatch_metric_alarm.a", { ...ALARM, dimensions: { InstanceId: "i-1" } }, ALARM, {
          unknown: { dimensions: true },
        }),
        [],
      ],
      [
        "no data is no longer a reason",
        alarm({ treat_missing_data: "notBreaching" }, { ...ALARM, treat_missing_data: "breaching" }),
        ["attention: treat_missing_data breaching → notBreaching"],
      ],
      [
        "no data was no reason",
        alarm({ treat_missing_data: "notBreaching" }, { ...ALARM, treat_missing_data: "missing" }),
        [],
      ],
      [
        "one of two is no longer told",
        alarm({ alarm_actions: ["arn:a"] }, { ...ALARM, alarm_actions: ["arn:a", "arn:b"] }),
        ["attention: alarm_actions loses arn:b"],
      ],
      [
        "an alert policy of Google Cloud",
        updated("google_monitoring_alert_policy.p", policy(100), policy(20)),
        ["attention: conditions.condition_threshold.threshold_value 100 → 20"],
      ],
      [
        "an alert policy that waits for an hour",
        updated("google_monitoring_alert_policy.p", policy(100, "60s"), policy(100, "3600s")),
        ["attention: tells later: after 60 s → 3600 s"],
      ],
      [
        "a monitor of Datadog",
        updated("datadog_monitor.m", monitor("avg(last_5m):avg:cpu{*} > 90"), monitor("avg(last_5m):avg:cpu{*} > 900")),
        ["attention: query > 90 → > 900"],
      ],
      [
        "a monitor that is stricter",
        updated("datadog_monitor.m", monitor("avg(last_5m):avg:cpu{*} > 90"), monitor("avg(last_5m):avg:cpu{*} > 80")),
        [],
      ],
      [
        "a monitor of something else",
        updated(
          "datadog_monitor.m",
          monitor("avg(last_5m):avg:cpu{*} > 90"),
          monitor("avg(last_5m):avg:cpu{env:dev} > 90"),
        ),
        ["attention: watches something else: its query changes"],
      ],
      [
        "what a group of parameters set is lost",
        updated(
          "aws_db_instance.d",
          { parameter_group_name: "strict" },
          { parameter_group_name: "default.postgres16" },
        ),
        ["attention: what its parameters set is lost: strict → default.postgres16"],
      ],
      [
        "a group of parameters at last",
        updated(
          "aws_db_instance.d",
          { parameter_group_name: "default.postgres16" },
          { parameter_group_name: "strict" },
        ),
        [],
      ],
    ],
  ],
  [
    "event-filter",
    [
      [
        "an event pattern that asks for more",
        updated(
          "aws_cloudwatch_event_rule.r",
          pattern('{"source":["a"]}'),
          pattern('{"source":["a"],"detail":{"n":[1]}}'),
        ),
        ['attention: event_pattern {"source":["a"]} → {"source":["a"],"detail":{"n":[1]}}'],
      ],
      [
        "an event pattern in another order",
        updated(
          "aws_cloudwatch_event_rule.r",
          pattern('{"source":["a","b"],"detail":{"n":[{"prefix":"x"},1]}}'),
          pattern('{ "detail": {"n": [1, {"prefix": "x"}]}, "source": ["b", "a"] }'),
        ),
        [],
      ],
      [
        "a subscription without its filter",
        updated("aws_sns_topic_subscription.s", { filter_policy: '{"a":["b"]}' }, { filter_policy: "" }),
        ['attention: filter_policy {"a":["b"]} → (none): everything is passed on'],
      ],
      [
        "logs of which only a part is passed on",
        updated("aws_cloudwatch_log_subscription_filter.s", { filter_pattern: "" }, { filter_pattern: '"ERROR"' }),
        ['attention: filter_pattern (none) → "ERROR": only what matches is passed on'],
      ],
      [
        "a trigger whose filter says nothing, in two ways",
        updated("aws_lambda_event_source_mapping.m", { filter_criteria: [] }, { filter_criteria: [{ filter: [] }] }),
        [],
      ],
    ],
  ],
  [
    "shared-outside",
    [
      [
        "a stream that goes to another bucket",
        updated(
          "aws_kinesis_firehose_delivery_stream.f",
          { extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::a" }] },
          { extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::b" }] },
        ),
        ["attention: extended_s3_configuration.bucket_arn arn:aws:s3:::a → arn:aws:s3:::b"],
      ],
      [
        "a stream with another prefix",
        updated(
          "aws_kinesis_firehose_delivery_stream.f",
          { extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::a", prefix: "x/" }] },
          { extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::a", prefix: "y/" }] },
        ),
        [],
      ],
      [
        "another account, told once: the ARN of a target is none of the plan's own",
        {
          ...updated(
            "aws_cloudwatch_event_target.t",
            { arn: arn("1".repeat(12), "q") },
            { arn: arn("2".repeat(12), "q") },
          ),
          account: "1".repeat(12),
        },
        [`attention: data goes to another account, ${arn("2".repeat(12), "q")}`],
      ],
      [
        "a new address outside of AWS",
        created("aws_sns_topic_subscription.s", { protocol: "https", endpoint: "https://hooks.example.net/a" }),
        ["attention: a new one with endpoint https://hooks.example.net/a"],
      ],
      [
        "a new queue",
        created("aws_sns_topic_subscription.s", { protocol: "sqs", endpoint: arn("1".repeat(12), "q") }),
        [],
      ],
      [
        "messages to another function",
        updated(
          "aws_sns_topic_subscription.s",
          { protocol: "lambda", endpoint: "arn:f" },
          { protocol: "lambda", endpoint: "arn:g" },
        ),
        ["attention: endpoint arn:f → arn:g"],
      ],
    ],
  ],
  [
    "lifecycle-shortened",
    [
      [
        "objects that are moved out of reach",
        updated(LIFECYCLE, rules(), moves("GLACIER", 30)),
        [`attention: move to GLACIER under a/ never → 30 days${READ}`],
      ],
      [
        "sooner, and on the first day",
        updated(LIFECYCLE, moves("DEEP_ARCHIVE", 365), moves("DEEP_ARCHIVE", 0)),
        [`attention: move to DEEP_ARCHIVE under a/ 365 days → 0 days${READ}`],
      ],
      ["a class that is read at once", updated(LIFECYCLE, moves("GLACIER", 30), moves("GLACIER_IR", 30)), []],
      ["later", updated(LIFECYCLE, moves("GLACIER", 30), moves("GLACIER", 60)), []],
      [
        "a bucket's own rule for old versions",
        updated(
          "aws_s3_bucket.b",
          {
            lifecycle_rule: [
              { enabled: true, noncurrent_version_transition: [{ days: 90, storage_class: "GLACIER" }] },
            ],
          },
          {
            lifecycle_rule: [{ enabled: true, noncurrent_version_transition: [{ days: 1, storage_class: "GLACIER" }] }],
          },
        ),
        [`attention: move of noncurrent versions to GLACIER of all objects 90 days → 1 day${READ}`],
      ],
    ],
  ],
  [
    "force-destroy",
    [
      [
        "a copy that drops the tables of its target",
        updated("aws_dms_replication_task.t", dms("DO_NOTHING"), dms("DROP_AND_CREATE")),
        ["attention: replication_task_settings.FullLoadSettings.TargetTablePrepMode DO_NOTHING → DROP_AND_CREATE"],
      ],
      [
        "a copy that no longer does",
        updated("aws_dms_replication_task.t", dms("DROP_AND_CREATE"), dms("DO_NOTHING")),
        [],
      ],
      [
        "settings that are known later",
        updated("aws_dms_replication_task.t", dms("DO_NOTHING"), {}, { unknown: { replication_task_settings: true } }),
        ["attention: replication_task_settings.FullLoadSettings.TargetTablePrepMode DO_NOTHING → (known after apply)"],
      ],
    ],
  ],
  [
    "recovery-shortened",
    [
      [
        "backups once a month",
        updated("aws_backup_plan.p", backup("cron(0 5 * * ? *)"), backup("cron(0 5 1 * ? *)")),
        ["attention: the rule daily runs more rarely: cron(0 5 * * ? *) → cron(0 5 1 * ? *)"],
      ],
      [
        "backups at another hour",
        updated("aws_backup_plan.p", backup("cron(0 5 * * ? *)"), backup("cron(0 6 * * ? *)")),
        [],
      ],
    ],
  ],
  [
    "logging-off",
    [
      [
        "a container that no longer logs",
        updated("aws_ecs_task_definition.t", task({ logDriver: "awslogs" }), task(null)),
        ["attention: container_definitions.logConfiguration.logDriver awslogs → (none)"],
      ],
      [
        "a container that logs elsewhere",
        updated("aws_ecs_task_definition.t", task({ logDriver: "awslogs" }), task({ logDriver: "awsfirelens" })),
        [],
      ],
    ],
  ],
  [
    "machine-code",
    [
      [
        "an image that is known later",
        updated(
          "kubernetes_deployment.d",
          containers("registry.acme.example/a:1"),
          { spec: [{ template: [{ spec: [{ container: [{}] }] }] }] },
          {
            unknown: { spec: [{ template: [{ spec: [{ container: [{ image: true }] }] }] }] },
          },
        ),
        ["attention: an image that is known only after apply"],
      ],
      [
        "an image that Terraform builds itself",
        {
          ...updated("docker_container.c", { image: "sha256:1" }, {}, { unknown: { image: true } }),
          configuration: withReferences("docker_container.c", "image", "docker_image.app.image_id"),
        },
        ["note: an image that is known only after apply"],
      ],
      [
        "an image of another registry",
        updated("docker_image.i", { name: "registry.acme.example/a:1" }, { name: "docker.io/other/a:1" }),
        ["attention: runs docker.io/other/a:1, of another registry than registry.acme.example"],
      ],
      [
        "another tag",
        updated("docker_image.i", { name: "registry.acme.example/a:1" }, { name: "registry.acme.example/a:2" }),
        [],
      ],
      [
        "a script and an image of a launch template",
        updated(
          "aws_launch_template.t",
          { image_id: "ami-1", user_data: "YQ==" },
          { image_id: "ami-2", user_data: "Yg==" },
        ),
        ["note: image_id ami-1 → ami-2", "note: user_data changes"],
      ],
    ],
  ],
  [
    "network-peering",
    [
      [
        "a route of a transit gateway",
        created("aws_ec2_transit_gateway_route.r", { destination_cidr_block: "10.0.0.0/8" }),
        ["attention: a new route of a transit gateway: 10.0.0.0/8"],
      ],
      [
        "routes of a VPN",
        created("aws_vpn_gateway_route_propagation.p", { route_table_id: "rtb-1", vpn_gateway_id: "vgw-1" }),
        ["attention: a route table gets the routes of a VPN gateway"],
      ],
      [
        "an association of a new table",
        created(
          "aws_ec2_transit_gateway_route_table_association.a",
          { transit_gateway_attachment_id: "t" },
          { unknown: { transit_gateway_route_table_id: true } },
        ),
        [],
      ],
      ["a route that drops", created("aws_ec2_transit_gateway_route.r", { blackhole: true }), []],
      [
        "a table that gets a route to a peering",
        updated(
          "aws_route_table.t",
          { route: [] },
          { route: [{ cidr_block: "10.9.0.0/16", vpc_peering_connection_id: "pcx-1" }] },
        ),
        ["attention: 10.9.0.0/16 goes to pcx-1"],
      ],
      [
        "a route to a transit gateway that is new",
        created(
          "aws_route.r",
          { route_table_id: "rtb-1", destination_cidr_block: "10.0.0.0/8" },
          { unknown: { transit_gateway_id: true } },
        ),
        ["attention: 10.0.0.0/8 goes to a transit gateway"],
      ],
      [
        "a route of a new table",
        created(
          "aws_route.r",
          { destination_cidr_block: "10.0.0.0/8", transit_gateway_id: "tgw-1" },
          { unknown: { route_table_id: true } },
        ),
        [],
      ],
      [
        "a route to a NAT gateway",
        created("aws_route.r", {
          route_table_id: "rtb-1",
          destination_cidr_block: "0.0.0.0/0",
          nat_gateway_id: "nat-1",
        }),
        [],
      ],
    ],
  ],
  [
    "network-moved",
    [
      [
        "a route around the firewall",
        updated(
          "aws_route.r",
          { destination_cidr_block: "0.0.0.0/0", vpc_endpoint_id: "vpce-1" },
          { destination_cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" },
        ),
        ["attention: 0.0.0.0/0 takes another way: vpce-1 → nat-1"],
      ],
      [
        "a NAT gateway that is made anew",
        updated(
          "aws_route.r",
          { destination_cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" },
          { destination_cidr_block: "0.0.0.0/0" },
          {
            unknown: { nat_gateway_id: true },
          },
        ),
        [],
      ],
      [
        "a database in other subnets",
        updated("aws_db_instance.d", { db_subnet_group_name: "private" }, { db_subnet_group_name: "public" }),
        ["attention: other subnets: private → public"],
      ],
    ],
  ],
  [
    "dns-target",
    [
      [
        "a part of a zone that others answer for",
        created("aws_route53_record.n", { type: "NS", name: "sub.example.com", records: ["ns1.example.net"] }),
        ['attention: a new part of the zone is answered by ["ns1.example.net"]'],
      ],
      [
        "a part of a zone that the plan makes",
        created("aws_route53_record.n", { type: "NS" }, { unknown: { records: true } }),
        [],
      ],
    ],
  ],
];

describe.each(cases)("%s", (rule, ofRule) => {
  test.each(ofRule)("%s", (_name, given, want) => {
    expect(toldBy(rule, given)).toEqual(want);
  });
});
