/** Dangerous plans of providers that need their cloud to plan, by hand. Over 400 lines because it is one table of plans. */
import { byHand, created, destroyed, type PracticePlan, replaced, updated } from "./plan-by-hand";

const SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";
const GROUP = `${SUBSCRIPTION}/resourceGroups/shop`;

const FIREWALL = {
  allow: [{ ports: ["22"], protocol: "tcp" }],
  creation_timestamp: "2026-01-01T00:00:00.000-07:00",
  deny: [],
  description: "",
  destination_ranges: [],
  direction: "INGRESS",
  disabled: false,
  enable_logging: null,
  id: "projects/acme-prod/global/firewalls/admin",
  log_config: [],
  name: "admin",
  network: "https://www.googleapis.com/compute/v1/projects/acme-prod/global/networks/main",
  priority: 1000,
  project: "acme-prod",
  self_link: "https://www.googleapis.com/compute/v1/projects/acme-prod/global/firewalls/admin",
  source_ranges: ["198.51.100.7/32"],
  source_service_accounts: [],
  source_tags: [],
  target_service_accounts: [],
  target_tags: ["bastion"],
  timeouts: null,
};

const SQL_SETTINGS = {
  activation_policy: "ALWAYS",
  availability_type: "REGIONAL",
  backup_configuration: [
    {
      backup_retention_settings: [{ retained_backups: 14, retention_unit: "COUNT" }],
      binary_log_enabled: false,
      enabled: true,
      location: "",
      point_in_time_recovery_enabled: true,
      start_time: "02:00",
      transaction_log_retention_days: 7,
    },
  ],
  deletion_protection_enabled: true,
  disk_size: 100,
  disk_type: "PD_SSD",
  edition: "ENTERPRISE",
  ip_configuration: [
    {
      authorized_networks: [],
      ipv4_enabled: true,
      private_network: "",
      require_ssl: false,
      ssl_mode: "ENCRYPTED_ONLY",
    },
  ],
  pricing_plan: "PER_USE",
  tier: "db-custom-4-16384",
};

const SQL = {
  connection_name: "acme-prod:europe-west1:main",
  database_version: "POSTGRES_16",
  deletion_protection: true,
  id: "main",
  instance_type: "CLOUD_SQL_INSTANCE",
  name: "main",
  project: "acme-prod",
  public_ip_address: "203.0.113.10",
  region: "europe-west1",
  settings: [SQL_SETTINGS],
};

const STORAGE_ACCOUNT = {
  access_tier: "Hot",
  account_kind: "StorageV2",
  account_replication_type: "ZRS",
  account_tier: "Standard",
  allow_nested_items_to_be_public: false,
  blob_properties: [
    {
      container_delete_retention_policy: [{ days: 30 }],
      delete_retention_policy: [{ days: 30, permanent_delete_enabled: false }],
      versioning_enabled: true,
    },
  ],
  https_traffic_only_enabled: true,
  id: `${GROUP}/providers/Microsoft.Storage/storageAccounts/acme`,
  location: "westeurope",
  min_tls_version: "TLS1_2",
  name: "acme",
  network_rules: [{ bypass: ["AzureServices"], default_action: "Deny", ip_rules: [], virtual_network_subnet_ids: [] }],
  public_network_access_enabled: true,
  resource_group_name: "shop",
  shared_access_key_enabled: false,
  tags: {},
};

const KEY_VAULT = {
  access_policy: [],
  enable_rbac_authorization: true,
  enabled_for_deployment: false,
  id: `${GROUP}/providers/Microsoft.KeyVault/vaults/acme`,
  location: "westeurope",
  name: "acme",
  network_acls: [],
  public_network_access_enabled: false,
  purge_protection_enabled: true,
  resource_group_name: "shop",
  sku_name: "standard",
  soft_delete_retention_days: 90,
  tags: {},
  tenant_id: "00000000-0000-0000-0000-000000000001",
  vault_uri: "https://acme.vault.azure.net/",
};

function roleBinding(subject: { kind: string; name: string; api_group: string; namespace: string }, role: string) {
  return {
    metadata: [{ annotations: null, generate_name: null, labels: null, name: "team" }],
    role_ref: [{ api_group: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role }],
    subject: [subject],
  };
}

const DEPOSED = destroyed("aws_db_instance.main", {
  allocated_storage: 100,
  arn: "arn:aws:rds:eu-west-1:123456789012:db:main-2025",
  backup_retention_period: 14,
  engine: "postgres",
  engine_version: "16.4",
  id: "db-ABCDEFGHIJKLMNOP",
  identifier: "main-2025",
  instance_class: "db.r6g.large",
  skip_final_snapshot: true,
  tags: {},
  tags_all: {},
});

export const dangerousByHand: readonly PracticePlan[] = [
  byHand("what a replacement left over", "data-loss: the deposed object is the database with the data.", [
    { ...DEPOSED, deposed: "1a2b3c4d", action_reason: null },
  ]),
  byHand("a table gets another key", "data-loss: DynamoDB makes a new, empty table.", [
    replaced(
      "aws_dynamodb_table.sessions",
      {
        arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/sessions",
        attribute: [{ name: "id", type: "S" }],
        billing_mode: "PAY_PER_REQUEST",
        deletion_protection_enabled: false,
        hash_key: "id",
        id: "sessions",
        name: "sessions",
        point_in_time_recovery: [{ enabled: false, recovery_period_in_days: 0 }],
        region: "eu-west-1",
        tags: null,
        tags_all: {},
        ttl: [],
      },
      { hash_key: "pk", attribute: [{ name: "pk", type: "S" }] },
      { unknown: { arn: true, point_in_time_recovery: true, tags_all: true } },
    ),
  ]),
  byHand("an owner of a project", "access, Google: somebody may do everything in the project.", [
    created(
      "google_project_iam_member.owner",
      { condition: [], member: "user:dev@example.com", project: "acme-prod", role: "roles/owner" },
      { unknown: { condition: [], etag: true } },
    ),
  ]),
  byHand("a bucket for all users", "access, Google: everybody reads the files.", [
    created(
      "google_storage_bucket_iam_binding.public",
      { bucket: "acme-invoices", condition: [], members: ["allUsers"], role: "roles/storage.objectViewer" },
      { unknown: { condition: [], etag: true, members: [false] } },
    ),
  ]),
  byHand("a service account that makes tokens of others", "access, Google: it can become each service account.", [
    created(
      "google_project_iam_member.tokens",
      {
        condition: [],
        member: "serviceAccount:ci@acme-prod.iam.gserviceaccount.com",
        project: "acme-prod",
        role: "roles/iam.serviceAccountTokenCreator",
      },
      { unknown: { condition: [], etag: true } },
    ),
  ]),
  byHand("a key of a service account", "access, Google: a credential that never ends.", [
    created(
      "google_service_account_key.ci",
      {
        keepers: null,
        key_algorithm: "KEY_ALG_RSA_2048",
        private_key_type: "TYPE_GOOGLE_CREDENTIALS_FILE",
        public_key_data: null,
        public_key_type: "TYPE_X509_PEM_FILE",
        service_account_id: "ci@acme-prod.iam.gserviceaccount.com",
      },
      { unknown: { name: true, private_key: true, public_key: true, valid_after: true, valid_before: true } },
    ),
  ]),
  byHand("a firewall opened", "network, Google: SSH from everywhere.", [
    updated("google_compute_firewall.admin", FIREWALL, { source_ranges: ["0.0.0.0/0"] }),
  ]),
  byHand("a database for all networks", "network, Google: Cloud SQL lets everybody connect.", [
    updated("google_sql_database_instance.main", SQL, {
      settings: [
        {
          ...SQL_SETTINGS,
          ip_configuration: [
            {
              ...SQL_SETTINGS.ip_configuration[0],
              authorized_networks: [{ expiration_time: "", name: "all", value: "0.0.0.0/0" }],
            },
          ],
        },
      ],
    }),
  ]),
  byHand("a database without backups and standby", "safeguards and availability, Google.", [
    updated("google_sql_database_instance.main", SQL, {
      settings: [
        {
          ...SQL_SETTINGS,
          availability_type: "ZONAL",
          backup_configuration: [{ ...SQL_SETTINGS.backup_configuration[0], enabled: false }],
        },
      ],
    }),
  ]),
  byHand("a data set destroyed", "data-loss, Google: a data set of BigQuery with what is in it.", [
    destroyed("google_bigquery_dataset.sales", {
      dataset_id: "sales",
      delete_contents_on_destroy: true,
      id: "projects/acme-prod/datasets/sales",
      labels: {},
      location: "EU",
      project: "acme-prod",
    }),
  ]),
  byHand("a version of a key destroyed", "data-loss, Google: what it encrypted is lost.", [
    destroyed("google_kms_crypto_key.lake", {
      id: "projects/acme-prod/locations/europe/keyRings/main/cryptoKeys/lake",
      key_ring: "projects/acme-prod/locations/europe/keyRings/main",
      labels: {},
      name: "lake",
      purpose: "ENCRYPT_DECRYPT",
      rotation_period: "7776000s",
    }),
  ]),
  byHand("an owner of a subscription", "access, Azure.", [
    created(
      "azurerm_role_assignment.ci",
      {
        condition: null,
        delegated_managed_identity_resource_id: null,
        description: null,
        principal_id: "00000000-0000-0000-0000-000000000002",
        role_definition_name: "Owner",
        scope: SUBSCRIPTION,
        timeouts: null,
      },
      {
        unknown: {
          condition_version: true,
          name: true,
          principal_type: true,
          role_definition_id: true,
          skip_service_principal_aad_check: true,
        },
      },
    ),
  ]),
  byHand("remote desktop from everywhere", "network, Azure: port 3389.", [
    created("azurerm_network_security_rule.rdp", {
      access: "Allow",
      description: null,
      destination_address_prefix: "*",
      destination_address_prefixes: null,
      destination_application_security_group_ids: null,
      destination_port_range: "3389",
      destination_port_ranges: null,
      direction: "Inbound",
      name: "rdp",
      network_security_group_name: "vm",
      priority: 100,
      protocol: "Tcp",
      resource_group_name: "shop",
      source_address_prefix: "*",
      source_address_prefixes: null,
      source_application_security_group_ids: null,
      source_port_range: "*",
      source_port_ranges: null,
      timeouts: null,
    }),
  ]),
  byHand("blobs may be public", "access, Azure: containers of the account can be opened to everybody.", [
    updated("azurerm_storage_account.files", STORAGE_ACCOUNT, { allow_nested_items_to_be_public: true }),
  ]),
  byHand("the firewall of an account allows all", "network, Azure: its default action.", [
    updated("azurerm_storage_account.files", STORAGE_ACCOUNT, {
      network_rules: [
        { bypass: ["AzureServices"], default_action: "Allow", ip_rules: [], virtual_network_subnet_ids: [] },
      ],
    }),
  ]),
  byHand("an account with old TLS and without HTTPS", "encryption and safeguards, Azure.", [
    updated("azurerm_storage_account.files", STORAGE_ACCOUNT, {
      https_traffic_only_enabled: false,
      min_tls_version: "TLS1_0",
    }),
  ]),
  byHand("deleted blobs are gone after a day", "safeguards, Azure: soft delete keeps less.", [
    updated("azurerm_storage_account.files", STORAGE_ACCOUNT, {
      blob_properties: [
        {
          container_delete_retention_policy: [{ days: 1 }],
          delete_retention_policy: [{ days: 1, permanent_delete_enabled: false }],
          versioning_enabled: true,
        },
      ],
    }),
  ]),
  byHand("a vault is replaced without protection", "data-loss, Azure: keys and secrets of the vault go.", [
    replaced(
      "azurerm_key_vault.main",
      { ...KEY_VAULT, purge_protection_enabled: false },
      { location: "northeurope" },
      { unknown: { vault_uri: true } },
    ),
  ]),
  byHand("a database server is replaced", "data-loss, Azure: another zone, an empty server.", [
    replaced(
      "azurerm_postgresql_flexible_server.main",
      {
        administrator_login: "app",
        backup_retention_days: 14,
        fqdn: "acme.postgres.database.azure.com",
        geo_redundant_backup_enabled: false,
        id: `${GROUP}/providers/Microsoft.DBforPostgreSQL/flexibleServers/acme`,
        location: "westeurope",
        name: "acme",
        resource_group_name: "shop",
        sku_name: "GP_Standard_D4s_v3",
        version: "16",
      },
      { geo_redundant_backup_enabled: true },
      { unknown: { fqdn: true } },
    ),
  ]),
  byHand("a lock is taken off", "safeguards, Azure: the group can be deleted.", [
    destroyed("azurerm_management_lock.group", {
      id: `${GROUP}/providers/Microsoft.Authorization/locks/group`,
      lock_level: "CanNotDelete",
      name: "group",
      notes: "production",
      scope: GROUP,
      timeouts: null,
    }),
  ]),
  byHand("anonymous users administer the cluster", "access, Kubernetes.", [
    created(
      "kubernetes_cluster_role_binding_v1.anonymous",
      roleBinding(
        { api_group: "rbac.authorization.k8s.io", kind: "User", name: "system:anonymous", namespace: "" },
        "cluster-admin",
      ),
      { unknown: { metadata: [{ generation: true, resource_version: true, uid: true }] } },
    ),
  ]),
  byHand("a default service account administers the cluster", "access, Kubernetes: so does each pod there.", [
    created(
      "kubernetes_cluster_role_binding.pods",
      roleBinding({ api_group: "", kind: "ServiceAccount", name: "default", namespace: "shop" }, "cluster-admin"),
      { unknown: { metadata: [{ generation: true, resource_version: true, uid: true }] } },
    ),
  ]),
  byHand("a role with every verb on everything", "access, Kubernetes.", [
    updated(
      "kubernetes_cluster_role_v1.tool",
      {
        aggregation_rule: [],
        id: "tool",
        metadata: [{ annotations: {}, generate_name: "", labels: {}, name: "tool" }],
        rule: [{ api_groups: [""], non_resource_urls: [], resource_names: [], resources: ["pods"], verbs: ["get"] }],
      },
      { rule: [{ api_groups: ["*"], non_resource_urls: [], resource_names: [], resources: ["*"], verbs: ["*"] }] },
    ),
  ]),
  byHand("a namespace is destroyed", "data-loss, Kubernetes: everything in it goes.", [
    destroyed("kubernetes_namespace.shop", {
      id: "shop",
      metadata: [{ annotations: {}, generate_name: "", labels: {}, name: "shop" }],
      timeouts: null,
      wait_for_default_service_account: false,
    }),
  ]),
  byHand("a claim of a volume is replaced", "data-loss, Kubernetes: the disk of a database.", [
    replaced(
      "kubernetes_persistent_volume_claim_v1.db",
      {
        id: "shop/db",
        metadata: [{ annotations: {}, generate_name: "", labels: {}, name: "db", namespace: "shop" }],
        spec: [
          {
            access_modes: ["ReadWriteOnce"],
            resources: [{ limits: {}, requests: { storage: "50Gi" } }],
            storage_class_name: "gp2",
            volume_name: "pvc-1",
          },
        ],
        wait_until_bound: true,
      },
      {
        spec: [
          {
            access_modes: ["ReadWriteOnce"],
            resources: [{ limits: {}, requests: { storage: "50Gi" } }],
            storage_class_name: "gp3",
          },
        ],
      },
    ),
  ]),
  byHand("a deployment without pods", "availability, Kubernetes: replicas go to 0.", [
    updated(
      "kubernetes_deployment_v1.cart",
      { id: "shop/cart", metadata: [{ name: "cart", namespace: "shop" }], spec: [{ paused: false, replicas: "4" }] },
      { spec: [{ paused: false, replicas: "0" }] },
    ),
  ]),
  byHand("an output shows a password", "safeguards: it was sensitive.", [], {
    output_changes: {
      password: {
        actions: ["update"],
        before: "correct-horse-battery",
        after: "correct-horse-battery",
        after_unknown: false,
        before_sensitive: true,
        after_sensitive: false,
      },
    },
  }),
  byHand("an output is taken away", "contract: another configuration reads it.", [], {
    output_changes: {
      vpc_id: {
        actions: ["delete"],
        before: "vpc-0aa11bb22cc33dd44",
        after: null,
        after_unknown: false,
        before_sensitive: false,
        after_sensitive: false,
      },
    },
  }),
  byHand("a private key is made anew", "availability: everybody who trusts it must be told.", [
    replaced(
      "tls_private_key.ca",
      {
        algorithm: "RSA",
        ecdsa_curve: "P224",
        id: "0123",
        private_key_pem: "made-up",
        public_key_openssh: "made-up",
        rsa_bits: 2048,
      },
      { rsa_bits: 4096 },
      {
        unknown: { private_key_pem: true, public_key_openssh: true },
        sensitive: { private_key_pem: true },
      },
    ),
  ]),
];
