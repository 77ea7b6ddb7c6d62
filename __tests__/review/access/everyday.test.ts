/** Everyday plans, of which no rule about access, safeguards, availability or code may ask for a person. */
import { findWithoutPermissions } from "../../../src/review/find-in-plans";
import type { Section } from "../../../src/review/rule";
import { type GivenPlan, planOf } from "../support";
import { created, updated } from "./told-by";

const SECTIONS: readonly Section[] = ["access", "safeguards", "availability", "code"];

/** An instance, with what the provider computes. */
const INSTANCE = {
  ami: "ami-1",
  instance_type: "t3.medium",
  iam_instance_profile: "web",
  disable_api_termination: true,
  metadata_options: [{ http_tokens: "required", http_endpoint: "enabled" }],
  user_data: null,
  private_ip: "10.0.0.7",
};
const LAMBDA = {
  function_name: "f",
  role: "arn:aws:iam::111111111111:role/f",
  image_uri: "r:1",
  layers: [],
  reserved_concurrent_executions: -1,
};
const DATABASE = {
  engine_version: "16.3",
  instance_class: "db.r6g.large",
  multi_az: true,
  backup_retention_period: 7,
  deletion_protection: true,
  allocated_storage: 100,
};

const plans: readonly (readonly [name: string, given: GivenPlan])[] = [
  ["tags", updated("aws_instance.i", { ...INSTANCE, tags: { a: "1" } }, { ...INSTANCE, tags: { a: "2" } })],
  [
    "another image of an instance, of which the new one comes first",
    updated(
      "aws_instance.i",
      INSTANCE,
      { ami: "ami-2", instance_type: "t3.medium", iam_instance_profile: "web", disable_api_termination: true },
      { action: "replace-create-first", unknown: { metadata_options: true, private_ip: true, user_data: true } },
    ),
  ],
  ["one size up", updated("aws_instance.i", INSTANCE, { ...INSTANCE, instance_type: "t3.large" })],
  [
    "more instances",
    updated(
      "aws_autoscaling_group.g",
      { min_size: 2, max_size: 4, desired_capacity: 2 },
      { min_size: 3, max_size: 6, desired_capacity: 3 },
    ),
  ],
  [
    "fewer instances",
    updated(
      "aws_autoscaling_group.g",
      { min_size: 2, max_size: 6, desired_capacity: 4 },
      { min_size: 2, max_size: 4, desired_capacity: 2 },
    ),
  ],
  [
    "an image of a function",
    updated(
      "aws_lambda_function.f",
      LAMBDA,
      { ...LAMBDA, image_uri: "r:2" },
      { unknown: { last_modified: true, version: true } },
    ),
  ],
  [
    "a new function and its role",
    {
      changes: [
        { address: "aws_iam_role.f", after: { name: "f" }, unknown: { arn: true } },
        {
          address: "aws_lambda_function.f",
          after: { function_name: "f", layers: null },
          unknown: { role: true, arn: true },
        },
        { address: "aws_cloudwatch_log_group.f", after: { name: "/aws/lambda/f" } },
      ],
    },
  ],
  [
    "a new task definition",
    updated(
      "aws_ecs_task_definition.t",
      { task_role_arn: "a", container_definitions: "[1]" },
      { task_role_arn: "a", container_definitions: "[2]" },
      { action: "replace-create-first", unknown: { revision: true, arn: true } },
    ),
  ],
  [
    "a service of it",
    updated(
      "aws_ecs_service.s",
      { desired_count: 2, task_definition: "t:1" },
      { desired_count: 3 },
      { unknown: { task_definition: true } },
    ),
  ],
  ["an alarm", created("aws_cloudwatch_metric_alarm.a", { alarm_name: "errors" })],
  ["more storage", updated("aws_db_instance.d", DATABASE, { ...DATABASE, allocated_storage: 200 })],
  [
    "a minor version",
    updated("aws_db_instance.d", DATABASE, { ...DATABASE, engine_version: "16.4", apply_immediately: true }),
  ],
  ["a new record", created("aws_route53_record.r", { name: "www", type: "A", alias: [{ name: "lb" }] })],
  ["a new bucket", created("aws_s3_bucket.b", { bucket: "b" })],
  [
    "a topic and its subscription",
    {
      changes: [
        { address: "aws_sns_topic.t", after: {} },
        { address: "aws_sns_topic_subscription.s", after: {} },
      ],
    },
  ],
  [
    "a safer listener",
    updated(
      "aws_lb_listener.l",
      { ssl_policy: "ELBSecurityPolicy-2016-08", protocol: "HTTPS" },
      { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06", protocol: "HTTPS" },
    ),
  ],
  [
    "a rule of a web ACL",
    updated("aws_wafv2_web_acl.w", { rule: [{ name: "a" }] }, { rule: [{ name: "a" }, { name: "b" }] }),
  ],
  ["a parameter", created("aws_ssm_parameter.p", { type: "SecureString" }, { sensitive: { value: true } })],
  [
    "a schedule",
    updated(
      "aws_scheduler_schedule.s",
      { schedule_expression: "rate(1 day)", target: [{ role_arn: "a" }] },
      { schedule_expression: "rate(2 days)", target: [{ role_arn: "a" }] },
    ),
  ],
  [
    "logs for a service account",
    created("google_project_iam_member.m", {
      project: "p",
      role: "roles/logging.logWriter",
      member: "serviceAccount:app@p.iam.gserviceaccount.com",
    }),
  ],
  [
    "one secret for a service account",
    created("google_secret_manager_secret_iam_member.m", {
      secret_id: "s",
      role: "roles/secretmanager.secretAccessor",
      member: "serviceAccount:app@p.iam.gserviceaccount.com",
    }),
  ],
  [
    "an image of Cloud Run",
    updated(
      "google_cloud_run_v2_service.s",
      { template: [{ service_account: "a", containers: [{ image: "1" }] }] },
      { template: [{ service_account: "a", containers: [{ image: "2" }] }] },
    ),
  ],
  [
    "more nodes",
    updated(
      "google_container_node_pool.n",
      { node_count: 2, autoscaling: [{ min_node_count: 1, max_node_count: 3 }] },
      { node_count: 3, autoscaling: [{ min_node_count: 1, max_node_count: 5 }] },
    ),
  ],
  [
    "labels of a database",
    updated(
      "google_sql_database_instance.d",
      { deletion_protection: true, settings: [{ tier: "db-custom-2-7680" }] },
      { deletion_protection: true, settings: [{ tier: "db-custom-2-7680", user_labels: { a: "b" } }] },
    ),
  ],
  [
    "a reader of Azure",
    created(
      "azurerm_role_assignment.r",
      { scope: "/subscriptions/a/resourceGroups/b", role_definition_name: "Reader", principal_id: "x" },
      { unknown: { role_definition_id: true } },
    ),
  ],
  [
    "images for a cluster",
    created(
      "azurerm_role_assignment.r",
      { role_definition_name: "AcrPull" },
      { unknown: { scope: true, principal_id: true } },
    ),
  ],
  ["a private container", created("azurerm_storage_container.c", { container_access_type: "private" })],
  [
    "a new storage account",
    created("azurerm_storage_account.a", {
      min_tls_version: "TLS1_2",
      allow_nested_items_to_be_public: false,
      https_traffic_only_enabled: true,
    }),
  ],
  [
    "more replicas",
    updated("kubernetes_deployment_v1.d", { spec: [{ replicas: "2" }] }, { spec: [{ replicas: "3" }] }),
  ],
  [
    "a role of a namespace and its binding",
    {
      changes: [
        {
          address: "kubernetes_role_v1.r",
          after: {
            metadata: [{ name: "app" }],
            rule: [{ api_groups: [""], resources: ["configmaps"], verbs: ["get", "list"] }],
          },
        },
        {
          address: "kubernetes_role_binding_v1.b",
          after: {
            metadata: [{ name: "app" }],
            role_ref: [{ kind: "Role", name: "app" }],
            subject: [{ kind: "ServiceAccount", name: "app", namespace: "prod" }],
          },
        },
      ],
    },
  ],
  ["a new password", created("random_password.p", { length: 32 }, { unknown: { result: true } })],
  [
    "a random suffix that changes",
    updated("random_id.s", { byte_length: 2 }, { byte_length: 4 }, { action: "replace-delete-first" }),
  ],
  [
    "a resource without provisioners",
    updated("null_resource.n", { triggers: { a: "1" } }, { triggers: { a: "2" } }, { action: "replace-delete-first" }),
  ],
  [
    "an access entry of a cluster",
    created("aws_eks_access_entry.e", {
      principal_arn: "arn:aws:iam::111111111111:role/dev",
      kubernetes_groups: ["dev"],
    }),
  ],
  [
    "a safe database",
    created("aws_db_instance.d", { ...DATABASE, storage_encrypted: true, publicly_accessible: false }),
  ],
  [
    "a second zone",
    updated("aws_autoscaling_group.g", { vpc_zone_identifier: ["a"] }, { vpc_zone_identifier: ["a", "b"] }),
  ],
];

test.each(plans)("%s", (_name, given) => {
  const asked = findWithoutPermissions(planOf(given), 0).filter(
    // The loss of a replaced instance is told where losses are, and is no matter of these rules.
    ({ rule, section, level }) => SECTIONS.includes(section) && level !== "note" && rule !== "service-interrupted",
  );
  expect(asked).toEqual([]);
});
