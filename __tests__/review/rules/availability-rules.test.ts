/** What may take an outage: versions, zones, sizes, capacity, names. */
import { type AccessCase, created, toldBy, updated } from "../access/told-by";

const upgrades: readonly AccessCase[] = [
  [
    "at once",
    updated("aws_db_instance.d", { engine_version: "13.7" }, { engine_version: "16.3", apply_immediately: true }),
    ["attention: engine_version 13.7 → 16.3, at once"],
  ],
  [
    "in the window",
    updated("aws_rds_cluster.c", { engine_version: "14.6" }, { engine_version: "15.2" }),
    ["attention: engine_version 14.6 → 15.2"],
  ],
  [
    "MySQL",
    updated("aws_db_instance.d", { engine_version: "5.7.44" }, { engine_version: "8.0.36" }),
    ["attention: engine_version 5.7.44 → 8.0.36"],
  ],
  [
    "MySQL 8.4",
    updated("aws_db_instance.d", { engine_version: "8.0.36" }, { engine_version: "8.4.3" }),
    ["attention: engine_version 8.0.36 → 8.4.3"],
  ],
  [
    "Kubernetes",
    updated("aws_eks_cluster.c", { version: "1.29" }, { version: "1.30" }),
    ["attention: version 1.29 → 1.30"],
  ],
  [
    "search",
    updated("aws_opensearch_domain.d", { engine_version: "OpenSearch_1.3" }, { engine_version: "OpenSearch_2.11" }),
    ["attention: engine_version OpenSearch_1.3 → OpenSearch_2.11"],
  ],
  [
    "a database of Google",
    updated("google_sql_database_instance.d", { database_version: "POSTGRES_13" }, { database_version: "POSTGRES_15" }),
    ["attention: database_version POSTGRES_13 → POSTGRES_15"],
  ],
  [
    "known only after apply",
    updated("aws_db_instance.d", { engine_version: "13.7" }, {}, { unknown: { engine_version: true } }),
    ["attention: engine_version 13.7 → (known after apply)"],
  ],
  ["a minor version", updated("aws_db_instance.d", { engine_version: "16.3" }, { engine_version: "16.4" }), []],
  ["a patch of MySQL", updated("aws_db_instance.d", { engine_version: "8.0.35" }, { engine_version: "8.0.36" }), []],
  [
    "a version without its patch",
    updated("aws_rds_cluster.c", { engine_version: "15.2" }, { engine_version: "15" }),
    [],
  ],
];

const zones: readonly AccessCase[] = [
  [
    "a database",
    updated("aws_db_instance.d", { multi_az: true }, { multi_az: false }),
    ["attention: multi_az true → false"],
  ],
  [
    "a cache",
    updated(
      "aws_elasticache_replication_group.c",
      { automatic_failover_enabled: true },
      { automatic_failover_enabled: false },
    ),
    ["attention: automatic_failover_enabled true → false"],
  ],
  [
    "a database of Google",
    updated(
      "google_sql_database_instance.d",
      { settings: [{ availability_type: "REGIONAL" }] },
      { settings: [{ availability_type: "ZONAL" }] },
    ),
    ["attention: settings.availability_type REGIONAL → ZONAL"],
  ],
  [
    "one zone of a group",
    updated(
      "aws_autoscaling_group.g",
      { vpc_zone_identifier: ["subnet-1", "subnet-2"] },
      { vpc_zone_identifier: ["subnet-1"] },
    ),
    ['attention: vpc_zone_identifier ["subnet-1","subnet-2"] → ["subnet-1"]'],
  ],
  [
    "two zones of three",
    updated("aws_autoscaling_group.g", { vpc_zone_identifier: ["1", "2", "3"] }, { vpc_zone_identifier: ["1", "2"] }),
    [],
  ],
  ["a standby that is new", updated("aws_db_instance.d", { multi_az: false }, { multi_az: true }), []],
];

const sizes: readonly AccessCase[] = [
  [
    "larger",
    updated("aws_db_instance.d", { instance_class: "db.r6g.large" }, { instance_class: "db.r6g.4xlarge" }),
    ["attention: instance_class db.r6g.large → db.r6g.4xlarge, larger"],
  ],
  [
    "smaller",
    updated("aws_instance.i", { instance_type: "m5.2xlarge" }, { instance_type: "t3.medium" }),
    ["attention: instance_type m5.2xlarge → t3.medium, smaller"],
  ],
  [
    "a cache",
    updated("aws_elasticache_cluster.c", { node_type: "cache.t3.micro" }, { node_type: "cache.m6g.large" }),
    ["attention: node_type cache.t3.micro → cache.m6g.large, larger"],
  ],
  [
    "Google",
    updated("google_compute_instance.i", { machine_type: "n2-standard-2" }, { machine_type: "n2-standard-16" }),
    ["attention: machine_type n2-standard-2 → n2-standard-16, larger"],
  ],
  [
    "Azure",
    updated("azurerm_linux_virtual_machine.v", { size: "Standard_D2s_v5" }, { size: "Standard_D16s_v5" }),
    ["attention: size Standard_D2s_v5 → Standard_D16s_v5, larger"],
  ],
  ["one step", updated("aws_instance.i", { instance_type: "m5.large" }, { instance_type: "m5.xlarge" }), []],
  ["another family", updated("aws_instance.i", { instance_type: "m5.large" }, { instance_type: "m7g.large" }), []],
  ["not a class", updated("aws_instance.i", { instance_type: "m5.large" }, { instance_type: "db.serverless" }), []],
  ["the size of a disk", updated("aws_ebs_volume.v", { size: 10 }, { size: 1000 }), []],
];

const capacity: readonly AccessCase[] = [
  [
    "a service",
    updated("aws_ecs_service.s", { desired_count: 3 }, { desired_count: 0 }),
    ["attention: desired_count 3 → 0"],
  ],
  [
    "a function",
    updated("aws_lambda_function.f", { reserved_concurrent_executions: -1 }, { reserved_concurrent_executions: 0 }),
    ["attention: reserved_concurrent_executions -1 → 0"],
  ],
  [
    "replicas, as Kubernetes writes them",
    updated("kubernetes_deployment_v1.d", { spec: [{ replicas: "2" }] }, { spec: [{ replicas: "0" }] }),
    ["attention: spec.replicas 2 → 0"],
  ],
  [
    "a maximum below the old minimum",
    updated("aws_autoscaling_group.g", { min_size: 4, max_size: 10 }, { min_size: 1, max_size: 2 }),
    ["attention: max_size 10 → 2, below the old minimum of 4"],
  ],
  [
    "all of a group",
    updated(
      "aws_autoscaling_group.g",
      { min_size: 1, max_size: 4, desired_capacity: 2 },
      { min_size: 0, max_size: 0, desired_capacity: 0 },
    ),
    ["attention: desired_capacity 2 → 0", "attention: max_size 4 → 0", "note: min_size 1 → 0"],
  ],
  ["2 to 3", updated("aws_ecs_service.s", { desired_count: 2 }, { desired_count: 3 }), []],
  ["3 to 2", updated("aws_autoscaling_group.g", { min_size: 1, max_size: 3 }, { min_size: 1, max_size: 2 }), []],
  [
    "no limit any more",
    updated("aws_lambda_function.f", { reserved_concurrent_executions: 10 }, { reserved_concurrent_executions: -1 }),
    [],
  ],
  ["an image", updated("aws_ecs_service.s", { task_definition: "a:1" }, { task_definition: "a:2" }), []],
  ["a new service that does not run yet", created("aws_ecs_service.s", { desired_count: 0 }), []],
];

const A = { name: "www", type: "A", ttl: 300 };
const names: readonly AccessCase[] = [
  [
    "an address",
    updated("aws_route53_record.r", { ...A, records: ["203.0.113.7"] }, { ...A, records: ["198.51.100.9"] }),
    ['attention: records ["203.0.113.7"] → ["198.51.100.9"]'],
  ],
  [
    "an alias",
    updated(
      "aws_route53_record.r",
      { type: "A", alias: [{ name: "old.elb.amazonaws.com" }] },
      { type: "A", alias: [{ name: "new.elb.amazonaws.com" }] },
    ),
    ["attention: alias.name old.elb.amazonaws.com → new.elb.amazonaws.com"],
  ],
  [
    "an alias that is known only after apply",
    updated(
      "aws_route53_record.r",
      { type: "A", alias: [{ name: "old" }] },
      { type: "A", alias: [{}] },
      { unknown: { alias: [{ name: true }] } },
    ),
    ["attention: alias.name old → (known after apply)"],
  ],
  [
    "Google",
    updated("google_dns_record_set.r", { rrdatas: ["1.2.3.4"] }, { rrdatas: ["1.2.3.5"] }),
    ['attention: rrdatas ["1.2.3.4"] → ["1.2.3.5"]'],
  ],
  [
    "Azure",
    updated("azurerm_dns_cname_record.r", { record: "a.example" }, { record: "b.example" }),
    ["attention: record a.example → b.example"],
  ],
  [
    "a text",
    updated("aws_route53_record.r", { type: "TXT", records: ["a"] }, { type: "TXT", records: ["b"] }),
    ['note: records ["a"] → ["b"]'],
  ],
  [
    "a time to live",
    updated("aws_route53_record.r", { ...A, records: ["a"] }, { ...A, ttl: 60, records: ["a"] }),
    ["note: ttl 300 → 60"],
  ],
  ["another order", updated("aws_route53_record.r", { ...A, records: ["1", "2"] }, { ...A, records: ["2", "1"] }), []],
  [
    "the case and the point of an alias",
    updated("aws_route53_record.r", { alias: [{ name: "A.example." }] }, { alias: [{ name: "a.example" }] }),
    [],
  ],
  ["a new name", created("aws_route53_record.r", { ...A, records: ["203.0.113.7"] }), []],
];

describe.each([
  ["engine-upgrade", upgrades],
  ["redundancy-off", zones],
  ["instance-size", sizes],
  ["capacity-reduced", capacity],
  ["dns-target", names],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(toldBy(code, given)).toEqual(want);
  });
});
