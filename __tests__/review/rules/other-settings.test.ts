/** Over 400 lines because it is one table. Settings of other clouds and providers that open something or guard less, and their harmless neighbours. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

const told = (change: GivenChange) =>
  reviewOf([{ changes: [change] }]).rows.map(({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`);
const updated = (type: string, before: Json, after: Json): GivenChange => ({ address: `${type}.a`, before, after });
const created = (type: string, after: Json): GivenChange => ({ address: `${type}.a`, after });

const FOLDER = "google_folder_organization_policy";
const ORG = "google_org_policy_policy";
const PERIMETER = "google_access_context_manager_service_perimeter";
const BUCKET = "google_storage_bucket";
const DATASET = "google_bigquery_dataset";
const SINK = "google_logging_project_sink";
const CONDITIONAL = "azuread_conditional_access_policy";
const LIFECYCLE = "azurerm_storage_management_policy";
const PASSWORDS = "aws_iam_account_password_policy";
const after = (days: number) => ({
  rule: [{ name: "r", actions: [{ base_blob: [{ delete_after_days_since_modification_greater_than: days }] }] }],
});

test.each<[name: string, given: GivenChange, want: readonly string[]]>([
  [
    "a constraint that is no longer enforced",
    updated(FOLDER, { boolean_policy: [{ enforced: true }] }, { boolean_policy: [{ enforced: false }] }),
    ["organization-policy danger: boolean_policy.enforced true → false"],
  ],
  [
    "a constraint that denied everything and allows everything",
    updated(
      FOLDER,
      { list_policy: [{ deny: [{ all: true }], allow: [] }] },
      { list_policy: [{ deny: [], allow: [{ all: true }] }] },
    ),
    [
      "organization-policy danger: list_policy.allow.all (none) → true",
      "organization-policy danger: list_policy.deny.all true → (none)",
    ],
  ],
  [
    "a constraint that is enforced at last",
    updated(FOLDER, { boolean_policy: [{ enforced: false }] }, { boolean_policy: [{ enforced: true }] }),
    [],
  ],
  [
    "a new policy that turns off what the folder above forbids",
    created(ORG, { spec: [{ rules: [{ enforce: "FALSE" }] }] }),
    ["organization-policy attention: a new one with spec.rules.enforce FALSE"],
  ],
  ["a new policy that forbids", created(ORG, { spec: [{ rules: [{ enforce: "TRUE" }] }] }), []],
  [
    "a perimeter that guards one service less",
    updated(
      PERIMETER,
      { status: [{ restricted_services: ["bigquery.googleapis.com", "storage.googleapis.com"] }] },
      { status: [{ restricted_services: ["storage.googleapis.com"] }] },
    ),
    ["organization-policy danger: status.restricted_services loses bigquery.googleapis.com"],
  ],
  [
    "a perimeter that guards one project more",
    updated(
      PERIMETER,
      { status: [{ resources: ["projects/1"] }] },
      { status: [{ resources: ["projects/1", "projects/2"] }] },
    ),
    [],
  ],
  [
    "Identity-Aware Proxy that is taken away",
    updated("google_compute_backend_service", { iap: [{ enabled: true }] }, { iap: [] }),
    ["guest-access danger: iap.enabled true → (none)"],
  ],
  [
    "versioning of a bucket that goes with its block",
    updated(BUCKET, { versioning: [{ enabled: true }] }, { versioning: [] }),
    ["versioning-off danger: versioning.enabled true → (none)"],
  ],
  [
    "a bucket that deletes objects",
    updated(
      BUCKET,
      { lifecycle_rule: [] },
      { lifecycle_rule: [{ action: [{ type: "Delete" }], condition: [{ age: 7 }] }] },
    ),
    ["lifecycle-shortened danger: lifecycle_rule.action.type gains Delete"],
  ],
  [
    "a bucket that only moves objects to another class",
    updated(BUCKET, { lifecycle_rule: [] }, { lifecycle_rule: [{ action: [{ type: "SetStorageClass" }] }] }),
    [],
  ],
  [
    "tables that expire from now on",
    updated(DATASET, { default_table_expiration_ms: null }, { default_table_expiration_ms: 3_600_000 }),
    ["items-expire attention: default_table_expiration_ms (none) → 3600000"],
  ],
  [
    "tables that no longer expire",
    updated(DATASET, { default_table_expiration_ms: 3_600_000 }, { default_table_expiration_ms: null }),
    [],
  ],
  [
    "messages that are kept for minutes in place of days",
    updated("google_pubsub_topic", { message_retention_duration: "7d" }, { message_retention_duration: "600s" }),
    ["recovery-shortened attention: message_retention_duration 7d → 600s"],
  ],
  [
    "the same time in another unit",
    updated("google_pubsub_topic", { message_retention_duration: "86400s" }, { message_retention_duration: "1d" }),
    [],
  ],
  [
    "a sink that leaves something out from now on",
    updated(SINK, { destination: "d", filter: "" }, { destination: "d", filter: "severity>=ERROR" }),
    ["logging-off attention: filter (none) → severity>=ERROR"],
  ],
  [
    "a key in the metadata of a project",
    created("google_compute_project_metadata_item", { key: "ssh-keys", value: "bob:ssh-ed25519 AAAA bob" }),
    ["access-setting attention: a new one with ssh-keys: value bob:ssh-ed25519 AAAA bob"],
  ],
  [
    "another item of the metadata",
    created("google_compute_project_metadata_item", { key: "google-compute-default-zone", value: "europe-west6-a" }),
    [],
  ],
  [
    "a provider of identities for every repository of GitHub",
    created("google_iam_workload_identity_pool_provider", {
      oidc: [{ issuer_uri: "https://token.actions.example.com" }],
    }),
    ['identity-provider attention: a new one: oidc [{"issuer_uri":"https://token.actions.example.com"}]'],
  ],
  [
    "a person who is let off the second factor",
    updated(
      CONDITIONAL,
      { state: "enabled", conditions: [{ users: [{ included_users: ["All"], excluded_users: [] }] }] },
      { state: "enabled", conditions: [{ users: [{ included_users: ["All"], excluded_users: ["u1"] }] }] },
    ),
    ["organization-policy danger: conditions.users.excluded_users gains u1"],
  ],
  [
    "a second factor in place of none",
    updated(
      CONDITIONAL,
      { state: "enabled", grant_controls: [{ built_in_controls: ["compliantDevice"] }] },
      { state: "enabled", grant_controls: [{ built_in_controls: ["compliantDevice", "mfa"] }] },
    ),
    [],
  ],
  [
    "blobs that are deleted sooner",
    updated(LIFECYCLE, after(365), after(30)),
    [
      "lifecycle-shortened danger: rule.actions.base_blob.delete_after_days_since_modification_greater_than 365 → 30",
      "lifecycle-shortened attention: rule changes",
    ],
  ],
  [
    "blobs that are deleted at last",
    updated(LIFECYCLE, after(-1), after(30)),
    [
      "lifecycle-shortened danger: rule.actions.base_blob.delete_after_days_since_modification_greater_than -1 → 30",
      "lifecycle-shortened attention: rule changes",
    ],
  ],
  [
    "blobs that are kept longer",
    updated(LIFECYCLE, after(30), after(365)),
    ["lifecycle-shortened attention: rule changes"],
  ],
  [
    "a server that takes connections without TLS",
    updated(
      "azurerm_postgresql_flexible_server_configuration",
      { name: "require_secure_transport", value: "on" },
      { name: "require_secure_transport", value: "off" },
    ),
    ["encryption-off danger: require_secure_transport: value on → off"],
  ],
  [
    "another parameter of a server",
    updated(
      "azurerm_postgresql_flexible_server_configuration",
      { name: "log_checkpoints", value: "on" },
      { name: "log_checkpoints", value: "off" },
    ),
    [],
  ],
  [
    "a new storage account that takes HTTP",
    created("azurerm_storage_account", { https_traffic_only_enabled: false, public_network_access_enabled: false }),
    ["encryption-off attention: a new one with https_traffic_only_enabled false"],
  ],
  [
    "a shorter time in the form of ISO 8601",
    updated("azurerm_kusto_database", { soft_delete_period: "P365D" }, { soft_delete_period: "PT36H" }),
    ["recovery-shortened attention: soft_delete_period P365D → PT36H"],
  ],
  [
    "a namespace that lets in every pod",
    updated(
      "kubernetes_namespace_v1",
      { metadata: [{ labels: { "pod-security.kubernetes.io/enforce": "restricted" } }] },
      { metadata: [{ labels: { "pod-security.kubernetes.io/enforce": "privileged" } }] },
    ),
    ["safeguard-off attention: metadata.labels.pod-security.kubernetes.io/enforce restricted → privileged"],
  ],
  [
    "an entry of the cluster without TLS",
    updated(
      "kubernetes_ingress_v1",
      { spec: [{ tls: [{ hosts: ["a"], secret_name: "s" }] }] },
      { spec: [{ tls: [] }] },
    ),
    ["encryption-off attention: spec.tls changes"],
  ],
  [
    "a host more, with the default certificate",
    updated(
      "kubernetes_ingress_v1",
      { spec: [{ tls: [{ hosts: ["a"], secret_name: "s" }] }] },
      {
        spec: [
          {
            tls: [
              { hosts: ["a"], secret_name: "s" },
              { hosts: ["b"], secret_name: null },
            ],
          },
        ],
      },
    ),
    [],
  ],
  [
    "a column that a table of BigQuery loses",
    updated(
      "google_bigquery_table",
      { table_id: "t", schema: '[{"name":"a","type":"STRING"},{"name":"B","type":"INT64"}]' },
      { table_id: "t", schema: '[{"name":"a","type":"STRING"}]' },
    ),
    ["column-dropped danger: column b (INT64)"],
  ],
  [
    "a field in a record",
    updated(
      "google_bigquery_table",
      { schema: '[{"name":"r","type":"RECORD","fields":[{"name":"x","type":"STRING"},{"name":"y","type":"DATE"}]}]' },
      { schema: '[{"name":"r","type":"RECORD","fields":[{"name":"x","type":"STRING"}]}]' },
    ),
    ["column-dropped danger: column r.y (DATE)"],
  ],
  [
    "a column more, in another order of keys",
    updated(
      "google_bigquery_table",
      { schema: '[{"name":"a","type":"STRING"}]' },
      { schema: '[{"type":"STRING","name":"a"},{"type":"DATE","name":"b"}]' },
    ),
    [],
  ],
  [
    "a column that a table of Snowflake loses",
    updated(
      "snowflake_table",
      {
        name: "T",
        column: [
          { name: "A", type: "VARCHAR" },
          { name: "B", type: "DATE" },
        ],
      },
      { name: "T", column: [{ name: "A", type: "VARCHAR" }] },
    ),
    ["column-dropped danger: column b (DATE)"],
  ],
  [
    "images of a repository that exists, which now expire",
    created("aws_ecr_lifecycle_policy", { repository: "r", policy: '{"rules":[]}' }),
    ['lifecycle-shortened attention: a new one with policy {"rules":[]}'],
  ],
  [
    "the same policy, written in another way",
    updated("aws_ecr_lifecycle_policy", { policy: '{"rules":[]}' }, { policy: '{ "rules": [ ] }' }),
    [],
  ],
  [
    "who may call a service of Consul",
    updated(
      "consul_config_entry",
      { kind: "service-intentions", name: "a", config_json: '{"Sources":[{"Action":"deny"}]}' },
      { kind: "service-intentions", name: "a", config_json: '{"Sources":[{"Action":"allow"}]}' },
    ),
    [
      'access-setting attention: service-intentions: config_json {"Sources":[{"Action":"deny"}]} → {"Sources":[{"Action":"allow"}]}',
    ],
  ],
  [
    "another entry of Consul",
    updated(
      "consul_config_entry",
      { kind: "proxy-defaults", config_json: "{}" },
      { kind: "proxy-defaults", config_json: '{"a":1}' },
    ),
    [],
  ],
  [
    "a policy of networks that the account no longer has",
    updated(
      "snowflake_account_parameter",
      { key: "NETWORK_POLICY", value: "OFFICE" },
      { key: "NETWORK_POLICY", value: "" },
    ),
    ["safeguard-off attention: NETWORK_POLICY: value OFFICE → (none)"],
  ],
  [
    "a zone whose origin is asked without TLS",
    updated(
      "cloudflare_zone_setting",
      { setting_id: "ssl", value: "strict" },
      { setting_id: "ssl", value: "flexible" },
    ),
    ["encryption-off danger: ssl: value strict → flexible"],
  ],
  [
    "no second factor",
    updated("auth0_guardian", { policy: "all-applications" }, { policy: "never" }),
    ["password-policy-weaker danger: policy all-applications → never"],
  ],
  [
    "a topic that forgets within a second",
    updated("confluent_kafka_topic", { config: { "retention.ms": "-1" } }, { config: { "retention.ms": "1000" } }),
    ["items-expire danger: config.retention.ms -1 → 1000"],
  ],
  [
    "a share with another account",
    updated("snowflake_share", { accounts: [] }, { accounts: ["ORG.OTHER"] }),
    ["shared-outside danger: accounts gains ORG.OTHER"],
  ],
  [
    "a new public repository",
    created("github_repository", { name: "r", visibility: "public" }),
    ["public-data note: a new one with visibility public"],
  ],
  [
    "a repository that becomes public",
    updated("github_repository", { visibility: "private" }, { visibility: "public" }),
    ["public-data danger: visibility private → public"],
  ],
  [
    "a list of addresses under the name that two other clouds give it",
    updated("alicloud_db_instance", { security_ips: ["10.0.0.1"] }, { security_ips: ["0.0.0.0/0"] }),
    ["network-not-compared attention: security_ips: read who reaches it"],
  ],
  [
    "an image gallery that everybody may use",
    updated("azurerm_shared_image_gallery", { sharing: [] }, { sharing: [{ permission: "Community" }] }),
    ["shared-outside danger: sharing.permission (none) → Community"],
  ],
  [
    "a subscription that leaves its management group",
    { address: "azurerm_management_group_subscription_association.a", before: { management_group_id: "m" } },
    [
      "organization-policy danger: the subscription leaves the management group, whose policies no longer hold for it",
      "destroyed note: destroyed",
    ],
  ],
  [
    "a volume that goes with its claim",
    updated(
      "kubernetes_persistent_volume_v1",
      { metadata: [{ name: "a" }], spec: [{ persistent_volume_reclaim_policy: "Retain" }] },
      { metadata: [{ name: "a" }], spec: [{ persistent_volume_reclaim_policy: "Delete" }] },
    ),
    ["force-destroy attention: spec.persistent_volume_reclaim_policy Retain → Delete"],
  ],
  [
    "a build that runs as another service account",
    updated("google_cloudbuild_trigger", { name: "a", service_account: "x" }, { name: "a", service_account: "y" }),
    ["role-exchanged attention: service_account x → y"],
  ],
  [
    "a push that is signed by another service account",
    updated(
      "google_pubsub_subscription",
      { push_config: [{ oidc_token: [{ service_account_email: "a@p.iam.gserviceaccount.com" }] }] },
      { push_config: [{ oidc_token: [{ service_account_email: "b@p.iam.gserviceaccount.com" }] }] },
    ),
    [
      "role-exchanged attention: push_config.oidc_token.service_account_email a@p.iam.gserviceaccount.com → b@p.iam.gserviceaccount.com",
    ],
  ],
  [
    "a worker pool in whose block the service account is another",
    updated(
      "google_cloud_run_v2_worker_pool",
      { template: [{ service_account: "a@p.iam.gserviceaccount.com" }] },
      { template: [{ service_account: "admin@p.iam.gserviceaccount.com" }] },
    ),
    [
      "role-exchanged attention: template.service_account a@p.iam.gserviceaccount.com → admin@p.iam.gserviceaccount.com",
    ],
  ],
  [
    "an automation account that acts as one more identity",
    updated(
      "azurerm_automation_account",
      { identity: [{ type: "UserAssigned", identity_ids: ["/a"] }] },
      { identity: [{ type: "UserAssigned", identity_ids: ["/a", "/owner"] }] },
    ),
    ["access-setting attention: identity.identity_ids gains /owner"],
  ],
  [
    "a database that no longer writes an audit log",
    updated(
      "google_sql_database_instance",
      { settings: [{ database_flags: [{ name: "cloudsql.enable_pgaudit" }, { name: "max_connections" }] }] },
      { settings: [{ database_flags: [{ name: "max_connections" }] }] },
    ),
    ["logging-off attention: settings.database_flags.name loses cloudsql.enable_pgaudit"],
  ],
  [
    "an environment that nobody reviews any more",
    updated("github_repository_environment", { reviewers: [{ teams: [7] }] }, { reviewers: [] }),
    ["safeguard-off attention: reviewers.teams loses 7"],
  ],
  [
    "a new policy that asks for less than AWS does without one",
    created(PASSWORDS, { minimum_password_length: 6 }),
    ["password-policy-weaker attention: a new one with minimum_password_length 6; without a policy it is 8"],
  ],
  [
    "a service account in a block of the same name",
    updated(
      "google_apihub_plugin",
      { config_template: [{ service_account: [{ service_account: "a@p.iam.gserviceaccount.com" }] }] },
      { config_template: [{ service_account: [{ service_account: "b@p.iam.gserviceaccount.com" }] }] },
    ),
    [
      "role-exchanged attention: config_template.service_account.service_account a@p.iam.gserviceaccount.com → b@p.iam.gserviceaccount.com",
    ],
  ],
  [
    "a value of that name that is no address of an account",
    updated(
      "google_dataform_repository",
      { name: "r", service_account: "default" },
      { name: "r", service_account: "none" },
    ),
    [],
  ],
  [
    "a disk whose key is used by another service account",
    updated(
      "google_compute_disk",
      { name: "d", disk_encryption_key: [{ kms_key_service_account: "a@p.iam.gserviceaccount.com" }] },
      { name: "d", disk_encryption_key: [{ kms_key_service_account: "b@p.iam.gserviceaccount.com" }] },
    ),
    [],
  ],
  [
    "an identity that only reads a key",
    updated(
      "azurerm_storage_account",
      { name: "s", identity: [{ identity_ids: ["/a"] }] },
      { name: "s", identity: [{ identity_ids: ["/a", "/key"] }] },
    ),
    [],
  ],
  ["a new policy that asks for more", created(PASSWORDS, { minimum_password_length: 14 }), []],
])("%s", (_name, given, want) => {
  expect(told(given)).toEqual(want);
});
