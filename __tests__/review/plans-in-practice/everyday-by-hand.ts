/** Everyday plans of providers that need their cloud to plan, by hand. Over 400 lines because it is one table of plans. */
import {
  byHand,
  configurationOf,
  created,
  imported,
  type PracticePlan,
  readLater,
  replaced,
  updated,
} from "./plan-by-hand";

const DEPLOYMENT = {
  id: "shop/cart",
  timeouts: null,
  wait_for_rollout: true,
  metadata: [
    {
      annotations: {},
      generate_name: "",
      generation: 4,
      labels: { app: "cart" },
      name: "cart",
      namespace: "shop",
      resource_version: "8123",
      uid: "0b0c3c1e-0000-4000-8000-000000000001",
    },
  ],
};

function deploymentSpec(image: string, replicas: string) {
  const container = {
    name: "cart",
    image,
    args: [],
    command: [],
    env: [{ name: "STAGE", value: "prod", value_from: [] }],
    env_from: [],
    image_pull_policy: "IfNotPresent",
    lifecycle: [],
    port: [{ container_port: 8080, host_ip: "", host_port: 0, name: "http", protocol: "TCP" }],
    resources: [{ limits: { memory: "512Mi" }, requests: { cpu: "250m", memory: "512Mi" } }],
    security_context: [],
    volume_mount: [],
  };
  const pod = {
    automount_service_account_token: true,
    container: [container],
    host_ipc: false,
    host_network: false,
    host_pid: false,
    service_account_name: "cart",
    volume: [],
  };
  return [
    {
      min_ready_seconds: 0,
      paused: false,
      progress_deadline_seconds: 600,
      replicas,
      revision_history_limit: 10,
      selector: [{ match_expressions: [], match_labels: { app: "cart" } }],
      strategy: [{ rolling_update: [{ max_surge: "25%", max_unavailable: "25%" }], type: "RollingUpdate" }],
      template: [{ metadata: [{ annotations: {}, labels: { app: "cart" }, name: "", namespace: "" }], spec: [pod] }],
    },
  ];
}

const RELEASE = {
  atomic: true,
  chart: "ingress-nginx",
  cleanup_on_fail: false,
  create_namespace: true,
  dependency_update: false,
  description: null,
  force_update: false,
  id: "ingress-nginx",
  keyring: null,
  lint: false,
  max_history: 5,
  metadata: [
    {
      app_version: "1.11.3",
      chart: "ingress-nginx",
      name: "ingress-nginx",
      namespace: "ingress",
      revision: 7,
      values: '{"controller":{"replicaCount":2}}',
      version: "4.11.3",
    },
  ],
  name: "ingress-nginx",
  namespace: "ingress",
  repository: "https://kubernetes.github.io/ingress-nginx",
  reset_values: false,
  reuse_values: false,
  set: [],
  set_list: [],
  set_sensitive: [],
  skip_crds: false,
  status: "deployed",
  timeout: 300,
  values: ["controller:\n  replicaCount: 2\n"],
  verify: false,
  version: "4.11.3",
  wait: true,
};

const CLOUD_RUN = {
  annotations: {},
  client: "",
  deletion_protection: true,
  id: "projects/acme-prod/locations/europe-west1/services/cart",
  ingress: "INGRESS_TRAFFIC_INTERNAL_ONLY",
  labels: { team: "shop" },
  launch_stage: "GA",
  location: "europe-west1",
  name: "cart",
  project: "acme-prod",
  terraform_labels: { team: "shop" },
  uri: "https://cart-abc123-ew.a.run.app",
};

function cloudRunTemplate(image: string) {
  const container = {
    args: [],
    command: [],
    env: [{ name: "STAGE", value: "prod", value_source: [] }],
    image,
    name: "",
    ports: [{ container_port: 8080, name: "http1" }],
    resources: [{ cpu_idle: true, limits: { cpu: "1", memory: "512Mi" }, startup_cpu_boost: false }],
    volume_mounts: [],
  };
  return [
    {
      containers: [container],
      execution_environment: "",
      max_instance_request_concurrency: 80,
      scaling: [{ max_instance_count: 10, min_instance_count: 1 }],
      service_account: "cart@acme-prod.iam.gserviceaccount.com",
      session_affinity: false,
      timeout: "300s",
      volumes: [],
      vpc_access: [],
    },
  ];
}

const WEB_APP = {
  app_settings: { STAGE: "prod", WEBSITES_PORT: "8080" },
  client_affinity_enabled: false,
  client_certificate_enabled: false,
  connection_string: [],
  default_hostname: "acme-cart.azurewebsites.net",
  enabled: true,
  ftp_publish_basic_authentication_enabled: false,
  https_only: true,
  id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers/Microsoft.Web/sites/acme-cart",
  identity: [],
  location: "westeurope",
  name: "acme-cart",
  public_network_access_enabled: true,
  resource_group_name: "shop",
  service_plan_id:
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers/Microsoft.Web/serverFarms/shop",
  site_config: [{ always_on: true, ftps_state: "Disabled", http2_enabled: true, minimum_tls_version: "1.2" }],
  site_credential: [{ name: "$acme-cart", password: "x".repeat(60) }],
  tags: null,
  timeouts: null,
};

const TABLE = {
  arn: "arn:aws:dynamodb:eu-west-1:123456789012:table/carts",
  attribute: [{ name: "id", type: "S" }],
  billing_mode: "PAY_PER_REQUEST",
  deletion_protection_enabled: true,
  global_secondary_index: [],
  hash_key: "id",
  id: "carts",
  name: "carts",
  point_in_time_recovery: [{ enabled: true, recovery_period_in_days: 35 }],
  range_key: null,
  read_capacity: 0,
  region: "eu-west-1",
  server_side_encryption: [],
  stream_enabled: false,
  table_class: "STANDARD",
  tags: null,
  tags_all: {},
  timeouts: null,
  ttl: [{ attribute_name: "", enabled: false }],
  write_capacity: 0,
};

const OUTPUT_ADDED = { actions: ["create"], before: null, before_sensitive: false, after_sensitive: false };

export const everydayByHand: readonly PracticePlan[] = [
  byHand("a table gets an index", "A query is made quick.", [
    updated("aws_dynamodb_table.carts", TABLE, {
      attribute: [
        { name: "customer", type: "S" },
        { name: "id", type: "S" },
      ],
      global_secondary_index: [
        {
          hash_key: "customer",
          name: "by-customer",
          non_key_attributes: null,
          on_demand_throughput: [],
          projection_type: "ALL",
          range_key: null,
          read_capacity: null,
          write_capacity: null,
        },
      ],
    }),
  ]),
  byHand("a flow gets a step", "One more step in a state machine.", [
    updated(
      "aws_sfn_state_machine.flow",
      {
        arn: "arn:aws:states:eu-west-1:123456789012:stateMachine:flow",
        creation_date: "2026-01-01T00:00:00Z",
        definition: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
        description: "",
        encryption_configuration: [
          { kms_data_key_reuse_period_seconds: null, kms_key_id: null, type: "AWS_OWNED_KEY" },
        ],
        id: "arn:aws:states:eu-west-1:123456789012:stateMachine:flow",
        logging_configuration: [{ include_execution_data: false, level: "OFF", log_destination: "" }],
        name: "flow",
        publish: false,
        region: "eu-west-1",
        revision_id: "",
        role_arn: "arn:aws:iam::123456789012:role/flow",
        state_machine_version_arn: "arn:aws:states:eu-west-1:123456789012:stateMachine:flow",
        status: "ACTIVE",
        tags: {},
        tags_all: {},
        timeouts: null,
        tracing_configuration: [{ enabled: false }],
        type: "STANDARD",
        version_description: "",
      },
      { definition: '{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}' },
      { unknown: { revision_id: true } },
    ),
  ]),
  byHand("a deployment runs another image", "A release.", [
    updated(
      "kubernetes_deployment_v1.cart",
      { ...DEPLOYMENT, spec: deploymentSpec("registry.example.com/cart:1.41.0", "2") },
      { spec: deploymentSpec("registry.example.com/cart:1.42.0", "3") },
    ),
  ]),
  byHand("a config map and a namespace", "A new namespace with a setting.", [
    created(
      "kubernetes_namespace_v1.shop",
      {
        metadata: [{ annotations: null, generate_name: null, labels: { team: "shop" }, name: "shop" }],
        timeouts: null,
        wait_for_default_service_account: false,
      },
      { unknown: { metadata: [{ generation: true, labels: {}, resource_version: true, uid: true }] } },
    ),
    created("kubernetes_config_map_v1.settings", {
      binary_data: null,
      data: { "settings.yaml": "pageSize: 20\n" },
      immutable: null,
      metadata: [{ annotations: null, generate_name: null, labels: null, name: "settings", namespace: "shop" }],
    }),
  ]),
  byHand("a chart is raised", "The monthly version of the ingress controller.", [
    updated("helm_release.ingress", RELEASE, { version: "4.12.0" }, { unknown: { metadata: true } }),
  ]),
  byHand(
    "a service account that writes logs",
    "Google: a new service and its narrow role.",
    [
      created(
        "google_service_account.cart",
        {
          account_id: "cart",
          create_ignore_already_exists: null,
          description: null,
          disabled: false,
          display_name: "cart",
          project: "acme-prod",
          timeouts: null,
        },
        { unknown: { email: true, member: true, name: true, unique_id: true } },
      ),
      created(
        "google_project_iam_member.cart_logs",
        { condition: [], project: "acme-prod", role: "roles/logging.logWriter" },
        { unknown: { condition: [], etag: true, member: true } },
      ),
    ],
    {
      configuration: configurationOf(
        "google_project_iam_member.cart_logs",
        "member",
        "google_service_account.cart.member",
        "google_service_account.cart",
      ),
    },
  ),
  byHand("Cloud Run runs another image", "Google: a release.", [
    updated(
      "google_cloud_run_v2_service.cart",
      { ...CLOUD_RUN, template: cloudRunTemplate("europe-west1-docker.pkg.dev/acme-prod/shop/cart:1.41.0") },
      { template: cloudRunTemplate("europe-west1-docker.pkg.dev/acme-prod/shop/cart:1.42.0") },
      { unknown: { latest_created_revision: true, latest_ready_revision: true, observed_generation: true } },
    ),
  ]),
  byHand("a node pool grows", "Google: more nodes.", [
    updated(
      "google_container_node_pool.main",
      {
        autoscaling: [{ location_policy: "BALANCED", max_node_count: 4, min_node_count: 1 }],
        cluster: "projects/acme-prod/locations/europe-west1/clusters/main",
        id: "projects/acme-prod/locations/europe-west1/clusters/main/nodePools/main",
        location: "europe-west1",
        management: [{ auto_repair: true, auto_upgrade: true }],
        max_pods_per_node: 110,
        name: "main",
        node_count: 2,
        node_locations: ["europe-west1-b", "europe-west1-c"],
        project: "acme-prod",
        version: "1.31.4-gke.1256000",
      },
      { autoscaling: [{ location_policy: "BALANCED", max_node_count: 6, min_node_count: 2 }] },
    ),
  ]),
  byHand("a private bucket", "Google: a bucket that nobody can make public.", [
    created(
      "google_storage_bucket.exports",
      {
        autoclass: [],
        cors: [],
        custom_placement_config: [],
        default_event_based_hold: null,
        enable_object_retention: null,
        encryption: [],
        force_destroy: false,
        labels: { team: "shop" },
        lifecycle_rule: [],
        location: "EUROPE-WEST1",
        logging: [],
        name: "acme-exports",
        public_access_prevention: "enforced",
        requester_pays: null,
        retention_policy: [],
        storage_class: "STANDARD",
        timeouts: null,
        uniform_bucket_level_access: true,
        versioning: [{ enabled: true }],
        website: [],
      },
      { unknown: { effective_labels: true, project: true, self_link: true, url: true } },
    ),
  ]),
  byHand("an app setting", "Azure: a setting of a web app.", [
    updated(
      "azurerm_linux_web_app.cart",
      WEB_APP,
      { app_settings: { STAGE: "prod", WEBSITES_PORT: "8080", PAGE_SIZE: "20" } },
      { sensitive: { site_credential: true } },
    ),
  ]),
  byHand("a private container of files", "Azure: a container beside others.", [
    created(
      "azurerm_storage_container.exports",
      {
        container_access_type: "private",
        encryption_scope_override_enabled: true,
        name: "exports",
        storage_account_id:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/acme",
        storage_account_name: null,
        timeouts: null,
      },
      {
        unknown: {
          default_encryption_scope: true,
          has_immutability_policy: true,
          has_legal_hold: true,
          metadata: true,
          resource_manager_id: true,
        },
      },
    ),
  ]),
  byHand("a name, a trigger and a time", "Helpers of other resources: nothing outside of the state.", [
    created("random_pet.name", { keepers: null, length: 2, prefix: null, separator: "-" }),
    replaced("null_resource.marker", { id: "4711", triggers: { version: "1" } }, { triggers: { version: "2" } }),
    updated(
      "terraform_data.note",
      { id: "1", input: "a", output: "a", triggers_replace: null },
      { input: "b" },
      {
        unknown: { output: true },
      },
    ),
  ]),
  byHand("outputs are added", "Other configurations may read two more values.", [], {
    output_changes: {
      queue_arn: { ...OUTPUT_ADDED, after: "arn:aws:sqs:eu-west-1:123456789012:jobs", after_unknown: false },
      topic_arn: { ...OUTPUT_ADDED, after_unknown: true },
    },
  }),
  byHand("a data source is read later", "A parameter group changes; a data source waits for it.", [
    updated(
      "aws_ssm_parameter.stage",
      {
        allowed_pattern: "",
        arn: "arn:aws:ssm:eu-west-1:123456789012:parameter/stage",
        data_type: "text",
        description: "",
        id: "/stage",
        insecure_value: null,
        key_id: "",
        name: "/stage",
        overwrite: null,
        region: "eu-west-1",
        tags: {},
        tags_all: {},
        tier: "Standard",
        type: "String",
        value: "blue",
        version: 3,
      },
      { value: "green" },
      { unknown: { version: true }, sensitive: { value: true, tags_all: {}, tags: {} } },
    ),
    readLater(
      "data.aws_ssm_parameter.stage",
      { name: "/stage", region: "eu-west-1", with_decryption: true },
      { arn: true, id: true, insecure_value: true, type: true, value: true, version: true },
    ),
  ]),
  byHand("a queue is imported as it is", "It was made by hand once; nothing changes.", [
    imported(
      "aws_sqs_queue.old",
      {
        arn: "arn:aws:sqs:eu-west-1:123456789012:old",
        content_based_deduplication: false,
        delay_seconds: 0,
        fifo_queue: false,
        id: "https://sqs.eu-west-1.amazonaws.com/123456789012/old",
        kms_master_key_id: "",
        message_retention_seconds: 345600,
        name: "old",
        policy: "",
        redrive_policy: "",
        region: "eu-west-1",
        sqs_managed_sse_enabled: true,
        tags: {},
        tags_all: {},
        url: "https://sqs.eu-west-1.amazonaws.com/123456789012/old",
        visibility_timeout_seconds: 30,
      },
      "https://sqs.eu-west-1.amazonaws.com/123456789012/old",
    ),
  ]),
  byHand("a provider is raised", "The new version knows more attributes, and writes their defaults.", [
    updated(
      "google_compute_instance_template.web",
      {
        id: "projects/acme-prod/global/instanceTemplates/web",
        labels: { team: "shop" },
        machine_type: "e2-standard-2",
        name: "web",
        project: "acme-prod",
        key_revocation_action_type: null,
        numeric_id: null,
      },
      { key_revocation_action_type: "NONE" },
      { unknown: { numeric_id: true } },
    ),
    updated(
      "azurerm_storage_account.files",
      {
        access_tier: "Hot",
        account_replication_type: "ZRS",
        account_tier: "Standard",
        allow_nested_items_to_be_public: false,
        https_traffic_only_enabled: true,
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/acme",
        local_user_enabled: null,
        location: "westeurope",
        min_tls_version: "TLS1_2",
        name: "acme",
        public_network_access_enabled: false,
        resource_group_name: "shop",
        shared_access_key_enabled: false,
        tags: {},
      },
      { local_user_enabled: true },
    ),
  ]),
];
