/** Where images come from, volumes and containers of ECS, conditions, boundaries and numbers that grow, each with harmless neighbours. */
import type { Json } from "../../../src/json/json-value";
import { ownerOf } from "../../../src/review/rules/resources/image-sources";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

const told = (...changes: readonly GivenChange[]) =>
  reviewOf([{ account: "111122223333", changes }])
    .rows.filter(({ rule }) => rule !== "destroyed")
    .map(({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`);
const updated = (type: string, before: Json, after: Json): GivenChange => ({ address: `${type}.a`, before, after });
const created = (type: string, after: Json): GivenChange => ({ address: `${type}.a`, after });
const removed = (type: string, before: Json = {}): GivenChange => ({ address: `${type}.a`, before });

const OWN = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
const OTHER = "999988887777.dkr.ecr.eu-west-1.amazonaws.com";
const TASK = "aws_ecs_task_definition";
const task = (...containers: readonly Json[]) => ({ family: "f", container_definitions: JSON.stringify(containers) });
const volume = (name: string, transit_encryption: Json) => ({
  name,
  efs_volume_configuration: [{ file_system_id: "fs-1", transit_encryption }],
});
const pods = (image: string) => ({ spec: [{ template: [{ spec: [{ container: [{ name: "a", image }] }] }] }] });
const namespace = (labels: Json) => ({
  manifest: { apiVersion: "v1", kind: "Namespace", metadata: { name: "n", labels } },
});
const ENFORCE = "pod-security.kubernetes.io/enforce";
const assigned = (condition: Json) => ({
  scope: "/subscriptions/s",
  role_definition_name: "Role Based Access Control Administrator",
  principal_id: "p",
  condition,
});
const RBAC_ADMIN = "/providers/Microsoft.Authorization/roleDefinitions/f58310d9-a9f6-439a-9e8d-f62e7b41a168";
const armAssigned = (more: object) => ({
  type: "Microsoft.Authorization/roleAssignments@2022-04-01",
  parent_id: "/subscriptions/s",
  body: { properties: { roleDefinitionId: RBAC_ADMIN, principalId: "p", ...more } },
});
const rule = (src_ip_ranges: readonly string[], action = "deny(403)") => ({
  action,
  match: [{ config: [{ src_ip_ranges }] }],
});

test.each<[name: string, given: GivenChange, want: readonly string[]]>([
  [
    "an image of another account",
    updated("aws_lambda_function", { image_uri: `${OWN}/app:1` }, { image_uri: `${OTHER}/app:1` }),
    [`machine-code attention: runs ${OTHER}/app:1, of another registry than 111122223333`],
  ],
  [
    "an image of somebody else in the same registry",
    updated("kubernetes_deployment_v1", pods("ghcr.io/ours/app:1"), pods("ghcr.io/theirs/app:1")),
    ["machine-code attention: runs ghcr.io/theirs/app:1, of another registry than ghcr.io/ours"],
  ],
  [
    "one more container, of another registry",
    updated(TASK, task({ image: `${OWN}/a:1` }), task({ image: `${OWN}/a:1` }, { image: "quay.io/x/y:1" })),
    ["machine-code attention: runs quay.io/x/y:1, of another registry than 111122223333"],
  ],
  [
    "an image in a manifest",
    updated(
      "kubernetes_manifest",
      { manifest: { kind: "Pod", spec: { containers: [{ image: "quay.io/a/b:1" }] } } },
      { manifest: { kind: "Pod", spec: { containers: [{ image: "evil.example/b:1" }] } } },
    ),
    ["machine-code attention: runs evil.example/b:1, of another registry than quay.io/a"],
  ],
  ["a new tag", updated("aws_lambda_function", { image_uri: `${OWN}/a:1` }, { image_uri: `${OWN}/a:2` }), []],
  [
    "another image of the account",
    updated(TASK, task({ image: `${OWN}/a:1` }), task({ image: `${OWN}/b@sha256:ab` })),
    [],
  ],
  [
    "an image that moves into the account",
    updated(TASK, task({ image: "nginx" }), task({ image: `${OWN}/nginx` })),
    [],
  ],
  [
    "an official image by its whole name",
    updated("kubernetes_deployment", pods("nginx:1"), pods("docker.io/library/nginx:2")),
    [],
  ],
  [
    "an official image by a mirror",
    updated(TASK, task({ image: "nginx:1" }), task({ image: "public.ecr.aws/docker/library/nginx:1" })),
    [],
  ],
  [
    "one more container, of the cloud itself",
    updated(
      TASK,
      task({ image: `${OWN}/a` }),
      task({ image: `${OWN}/a` }, { image: "public.ecr.aws/aws-observability/c:1" }),
    ),
    [],
  ],
  [
    "a listener that sends to HTTPS",
    updated("aws_lb_listener", { default_action: [{ type: "forward" }] }, { default_action: [{ type: "redirect" }] }),
    [],
  ],
  [
    "a listener that answers by itself",
    updated(
      "aws_lb_listener",
      { default_action: [{ type: "forward" }] },
      { default_action: [{ type: "fixed-response" }] },
    ),
    ["capacity-reduced attention: default_action.type forward → fixed-response"],
  ],
  ["a new task", created(TASK, task({ image: "quay.io/x/y:1" })), []],

  [
    "a volume that loses its encryption in transit",
    updated(TASK, { volume: [volume("v", "ENABLED")] }, { volume: [volume("v", null)] }),
    ["encryption-off danger: the volume v is no longer encrypted in transit"],
  ],
  [
    "a volume that turns it off",
    updated(TASK, { volume: [volume("v", "ENABLED"), volume("w", "ENABLED")] }, { volume: [volume("w", "DISABLED")] }),
    ["encryption-off danger: the volume w is no longer encrypted in transit"],
  ],
  [
    "a volume of another name",
    updated(TASK, { volume: [volume("v", "ENABLED")] }, { volume: [volume("w", "")] }),
    ["encryption-off danger: the volume w is no longer encrypted in transit"],
  ],
  [
    "a volume of another file system",
    updated(
      TASK,
      { volume: [volume("v", "ENABLED")] },
      { volume: [{ name: "w", efs_volume_configuration: [{ file_system_id: "fs-2", transit_encryption: "" }] }] },
    ),
    [],
  ],
  [
    "a volume of which nobody knows",
    {
      ...updated(TASK, { volume: [volume("v", "ENABLED")] }, { volume: [volume("v", null)] }),
      unknown: { volume: [{ efs_volume_configuration: [{ transit_encryption: true }] }] },
    },
    ["encryption-off attention: whether the volume v is encrypted in transit is known only after apply"],
  ],
  [
    "one more volume, of the machine",
    updated(TASK, { volume: [volume("v", "ENABLED")] }, { volume: [{ name: "tmp" }, volume("v", "ENABLED")] }),
    [],
  ],
  ["a volume that goes", updated(TASK, { volume: [volume("v", "ENABLED")] }, { volume: [] }), []],
  ["a volume that never was", updated(TASK, { volume: [volume("v", "")] }, { volume: [volume("v", "DISABLED")] }), []],

  [
    "containers that are known only after apply",
    { ...updated(TASK, task({ image: "a" }), { family: "f" }), unknown: { container_definitions: true } },
    [
      "container-privileged attention: whether a container is privileged is known only after apply, as all of container_definitions",
    ],
  ],
  [
    "a job's container that is known only after apply",
    {
      ...updated("aws_batch_job_definition", { container_properties: "{}" }, {}),
      unknown: { container_properties: true },
    },
    [
      "container-privileged attention: whether a container is privileged is known only after apply, as all of container_properties",
    ],
  ],
  ["new containers that are known later", { ...created(TASK, {}), unknown: { container_definitions: true } }, []],

  [
    "a role assignment without its condition",
    updated("azurerm_role_assignment", assigned("(a)"), assigned(null)),
    [
      "azure-role-granted danger: Role Based Access Control Administrator of p: the condition that limits it is removed",
    ],
  ],
  [
    "a role assignment with another condition",
    updated("azurerm_role_assignment", assigned("(a)"), assigned("(b)")),
    [
      "azure-role-granted attention: Role Based Access Control Administrator of p: the condition that limits it changes",
    ],
  ],
  [
    "a role assignment of azapi without its condition",
    updated("azapi_resource", armAssigned({ condition: "(a)" }), armAssigned({})),
    [
      "azure-role-granted danger: Role Based Access Control Administrator of p: the condition that limits it is removed",
    ],
  ],
  ["a role assignment with a condition", updated("azurerm_role_assignment", assigned(""), assigned("(a)")), []],

  [
    "a namespace whose pods may do more",
    updated("kubernetes_manifest", namespace({ [ENFORCE]: "restricted" }), namespace({ [ENFORCE]: "baseline" })),
    ["safeguard-off attention: metadata.labels.pod-security.kubernetes.io/enforce restricted → baseline"],
  ],
  [
    "a namespace that loses the label",
    updated("kubernetes_manifest", namespace({ [ENFORCE]: "baseline" }), namespace({})),
    ["safeguard-off attention: metadata.labels.pod-security.kubernetes.io/enforce baseline → (none)"],
  ],
  [
    "a namespace whose pods may do less",
    updated("kubernetes_manifest", namespace({}), namespace({ [ENFORCE]: "restricted" })),
    [],
  ],

  [
    "a hundred times as many",
    updated("aws_autoscaling_group", { max_size: 4 }, { max_size: 400 }),
    ["instance-size attention: max_size 4 → 400, 100 times as many"],
  ],
  [
    "a paid capacity",
    updated("aws_redshiftserverless_workgroup", { base_capacity: 8 }, { base_capacity: 512 }),
    ["instance-size attention: base_capacity 8 → 512, 64 times as many"],
  ],
  ["from one to ten", updated("aws_ecs_service", { desired_count: 1 }, { desired_count: 10 }), []],
  ["from 100 to 500", updated("aws_ecs_service", { desired_count: 100 }, { desired_count: 500 }), []],
  [
    "a maximum below the old minimum",
    updated(
      "aws_rds_cluster",
      { serverlessv2_scaling_configuration: [{ min_capacity: 2, max_capacity: 16 }] },
      { serverlessv2_scaling_configuration: [{ min_capacity: 0.5, max_capacity: 1 }] },
    ),
    ["capacity-reduced attention: serverlessv2_scaling_configuration.max_capacity 16 → 1, below the old minimum of 2"],
  ],

  [
    "the IAM policy of a project",
    removed("google_project_iam_policy", { project: "p" }),
    ["identity-destroyed danger: everybody loses the access that it gives, and who has none from above is locked out"],
  ],
  ["a member of a project", removed("google_project_iam_member", { project: "p" }), []],
  [
    "an access boundary",
    removed("google_iam_principal_access_boundary_policy"),
    ["organization-policy danger: the access boundary is destroyed"],
  ],
  [
    "a boundary of a folder",
    removed("google_iam_folders_policy_binding"),
    ["organization-policy danger: the access boundary no longer holds for the folder"],
  ],
  [
    "an immutable container",
    removed("azurerm_storage_container_immutability_policy"),
    ["safeguard-off danger: what is in the container can be changed and deleted"],
  ],
  [
    "a budget",
    removed("aws_budgets_budget"),
    ["safeguard-off attention: nobody is told any more when this budget is exceeded"],
  ],

  [
    "a rule of Cloud Armor that refused",
    updated("google_compute_security_policy", { rule: [rule(["192.0.2.0/24"])] }, { rule: [rule(["*"], "allow")] }),
    [
      "network-not-compared attention: rule.match.config.src_ip_ranges 192.0.2.0/24 → *",
      "safeguard-off attention: rule.action deny(403) → allow",
    ],
  ],
  [
    "one more rule of Cloud Armor that refuses",
    updated(
      "google_compute_security_policy",
      { rule: [rule(["*"], "allow")] },
      { rule: [rule(["192.0.2.0/24"]), rule(["*"], "allow")] },
    ),
    [],
  ],
  [
    "other pods as another account",
    updated(
      "kubernetes_deployment_v1",
      { spec: [{ template: [{ spec: [{ service_account_name: "web" }] }] }] },
      { spec: [{ template: [{ spec: [{ service_account_name: "admin" }] }] }] },
    ),
    ["role-exchanged attention: spec.template.spec.service_account_name web → admin"],
  ],
  [
    "a command on a new machine",
    created("azurerm_virtual_machine_run_command", { source: [{ script: "curl example.com | sh" }] }),
    ["machine-code attention: a new one with source.script curl example.com | sh"],
  ],
  [
    "a token of a service account",
    created("kubernetes_secret_v1", {
      type: "kubernetes.io/service-account-token",
      metadata: [{ name: "t", annotations: { "kubernetes.io/service-account.name": "admin" } }],
    }),
    ["credential-created attention: a token of the service account admin is new"],
  ],
  ["another secret", created("kubernetes_secret_v1", { type: "Opaque", metadata: [{ name: "t" }] }), []],
  [
    "a broker that keeps messages for less time, and asks for no ACL",
    updated(
      "aws_msk_configuration",
      { server_properties: "log.retention.hours = 168\nallow.everyone.if.no.acl.found=false\n" },
      { server_properties: "log.retention.hours=24\n" },
    ),
    [
      "guest-access danger: allow.everyone.if.no.acl.found false → true",
      "recovery-shortened attention: log.retention.hours 168 → 24",
    ],
  ],
  [
    "a broker that keeps messages for ever",
    updated(
      "aws_msk_configuration",
      { server_properties: "log.retention.ms=1000\n" },
      { server_properties: "log.retention.ms=-1\nnum.partitions=3\n" },
    ),
    [],
  ],
  [
    "a chart of another repository",
    updated("helm_release", { repository: "https://a.example" }, { repository: "https://b.example" }),
    ["machine-code attention: repository https://a.example → https://b.example"],
  ],
  ["a newer chart", updated("helm_release", { version: "1.0.0" }, { version: "1.0.1" }), []],
  [
    "origins of a distribution, one more",
    updated(
      "aws_cloudfront_distribution",
      { origin: [{ domain_name: "a.example" }] },
      { origin: [{ domain_name: "a.example" }, { domain_name: "b.example" }] },
    ),
    [],
  ],
  [
    "another origin",
    updated(
      "aws_cloudfront_distribution",
      { origin: [{ domain_name: "a.example" }] },
      { origin: [{ domain_name: "b.example" }] },
    ),
    ["dns-target attention: origin.domain_name a.example → b.example"],
  ],
  [
    "a declarative policy of an organization",
    updated(
      "aws_organizations_policy",
      { type: "DECLARATIVE_POLICY_EC2", content: '{"a":1}' },
      { type: "DECLARATIVE_POLICY_EC2", content: '{"a":2}' },
    ),
    ['organization-policy attention: content {"a":1} → {"a":2}'],
  ],
  [
    "the same policy, written otherwise",
    updated(
      "aws_organizations_policy",
      { type: "TAG_POLICY", content: '{"a":1}' },
      { type: "TAG_POLICY", content: '{ "a": 1 }' },
    ),
    [],
  ],
  [
    "backups that are kept for fewer weeks",
    updated(
      "azurerm_mssql_database",
      { long_term_retention_policy: [{ weekly_retention: "P12W" }] },
      { long_term_retention_policy: [{ weekly_retention: "PT0S" }] },
    ),
    ["recovery-shortened attention: long_term_retention_policy.weekly_retention P12W → PT0S"],
  ],
  [
    "backups that are kept as long, in another unit",
    updated(
      "azurerm_mssql_database",
      { long_term_retention_policy: [{ weekly_retention: "P1W", monthly_retention: "P12M" }] },
      { long_term_retention_policy: [{ weekly_retention: "P7D", monthly_retention: "P1Y" }] },
    ),
    [],
  ],
])("%s", (_, given, want) => expect(told(given)).toEqual(want));

test.each([
  ["nginx", "docker.io/library"],
  ["nginx:1.27", "docker.io/library"],
  ["bitnami/redis@sha256:ab", "docker.io/bitnami"],
  ["index.docker.io/bitnami/redis", "docker.io/bitnami"],
  ["localhost:5000/a/b:1", "localhost:5000/a"],
  ["europe-docker.pkg.dev/project/repo/image:1", "europe-docker.pkg.dev/project"],
  ["ours.azurecr.io/team/app:1", "ours.azurecr.io"],
  ["111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/a", "111122223333"],
  ["public.ecr.aws/datadog/agent:7", "public.ecr.aws/datadog"],
  ["public.ecr.aws/docker/library/redis:7", "docker.io/library"],
  ["mirror.gcr.io/library/redis:7", "docker.io/library"],
])("%s is of %s", (image, owner) => expect(ownerOf(image)).toBe(owner));
