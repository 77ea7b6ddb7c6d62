/** Over 400 lines because it is tables, a row for each resource. Resources that no rule of their type sees: of other providers, of types that can be anything, and of Kubernetes. */
import type { Json } from "../../src/json/json-value";
import { plainText } from "../../src/text/message";
import { type GivenChange, reviewOf } from "./support";

const rowsOf = (...changes: readonly GivenChange[]) => reviewOf([{ changes }]).rows;
const told = (...changes: readonly GivenChange[]) =>
  rowsOf(...changes).map(({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`);
const created = (address: string, after: Json): GivenChange => ({ address, after });
const updated = (address: string, before: Json, after: Json): GivenChange => ({ address, before, after });
const destroyed = (address: string, before: Json): GivenChange => ({ address, before });

const ACCESS = "access-not-compared attention: it decides who may do what: read it";
const NETWORK = "network-not-compared attention: it decides who reaches what: read it";

describe("who may do what in a provider that is not compared", () => {
  test.each([
    "okta_user_admin_roles",
    "okta_group_memberships",
    "okta_app_signon_policy_rule",
    "okta_user",
    "github_membership",
    "github_repository_collaborator",
    "github_team_repository",
    "github_branch_protection",
    "github_branch_protection_v3",
    "github_repository_deploy_key",
    "github_repository_ruleset",
    "gitlab_project_access_token",
    "datadog_role",
    "datadog_api_key",
    "oci_identity_policy",
    "vault_policy",
    "vault_approle_auth_backend_role",
    "snowflake_grant_privileges_to_account_role",
    "databricks_grants",
    "databricks_permissions",
    "postgresql_role",
    "mysql_grant",
    "tfe_team_access",
    "cloudflare_access_policy",
    "alicloud_ram_user_policy_attachment",
    "minio_s3_bucket_policy",
    "confluent_role_binding",
    "kafka_acl",
    "pagerduty_user",
  ])("%s", (type) => {
    expect(told(created(`${type}.a`, { name: "a" }))).toEqual([ACCESS]);
    expect(told(updated(`${type}.a`, { name: "a", x: 1 }, { name: "a", x: 2 }))).toEqual([ACCESS]);
  });

  test.each([
    "pagerduty_escalation_policy",
    "newrelic_alert_policy",
    "rabbitmq_policy",
    "elasticstack_elasticsearch_index_lifecycle",
    "oci_core_volume_backup_policy",
    "harbor_retention_policy",
    "openstack_lb_member_v2",
    "datadog_monitor",
    "github_repository_file",
    "cloudflare_record",
    "random_password",
    "docker_image",
    "google_compute_autoscaler",
  ])("not %s", (type) => {
    expect(told(created(`${type}.a`, { name: "a" }))).toEqual([]);
  });

  test("what a new one says stands in the details, in one row for each type", () => {
    const [row, ...others] = rowsOf(
      created("okta_user_admin_roles.a", {
        admin_roles: ["SUPER_ADMIN"],
        user_id: "00u1",
        disable_notifications: true,
      }),
      created("okta_user_admin_roles.b", { admin_roles: ["READ_ONLY_ADMIN"], user_id: "00u2" }),
    );
    expect(others).toEqual([]);
    expect(row?.details.map(plainText)).toEqual([
      'okta_user_admin_roles.a: admin_roles ["SUPER_ADMIN"], user_id 00u1',
      'okta_user_admin_roles.b: admin_roles ["READ_ONLY_ADMIN"], user_id 00u2',
    ]);
  });

  test("a sensitive value and a long one are not shown", () => {
    const policy = `path "secret/*" {}\n`.repeat(40);
    const [row] = rowsOf({ ...created("vault_policy.a", { policy, user: "root-user-1" }), sensitive: { user: true } });
    expect(row?.details.map(plainText)).toEqual(["vault_policy.a: policy (a long text), user (sensitive value)"]);
  });

  test.each<[string, Json, Json]>([
    ["its description", { description: "a" }, { description: "b" }],
    ["tags of Oracle's cloud", { freeform_tags: {} }, { freeform_tags: { a: "b" } }],
    ["what is not set", { conditions: null }, { conditions: [] }],
    ["the time of an update", { updated_at: "1" }, { updated_at: "2" }],
  ])("not where only this changes: %s", (_, before, after) => {
    expect(told(updated("oci_identity_policy.a", before, after))).toEqual([]);
  });

  test.each<[string, Json, Json, string]>([
    ["datadog_monitor", { restricted_roles: ["a"] }, { restricted_roles: [] }, "restricted_roles"],
    [
      "github_organization_settings",
      { default_repository_permission: "none" },
      { default_repository_permission: "admin" },
      "default_repository_permission",
    ],
    ["oci_objectstorage_bucket", { access_type: "NoPublicAccess" }, { access_type: "ObjectRead" }, "access_type"],
  ])("an argument of %s says it", (type, before, after, name) => {
    expect(told(updated(`${type}.a`, before, after))).toEqual([
      `access-not-compared attention: ${name}: read who may do more`,
    ]);
  });

  test("not an argument that is not set, or of a new one", () => {
    expect(told(updated("datadog_monitor.a", { restricted_roles: null }, { restricted_roles: [] }))).toEqual([]);
    expect(told(created("datadog_monitor.a", { restricted_roles: ["a"] }))).toEqual([]);
  });
});

describe("who reaches what in a provider that is not compared", () => {
  test.each([
    "oci_core_security_list",
    "oci_core_network_security_group_security_rule",
    "digitalocean_firewall",
    "hcloud_firewall",
    "openstack_networking_secgroup_rule_v2",
    "alicloud_security_group_rule",
    "ibm_is_security_group_rule",
    "mongodbatlas_project_ip_access_list",
    "okta_network_zone",
    "panos_security_policy",
    "awscc_ec2_security_group",
  ])("%s", (type) => {
    expect(told(created(`${type}.a`, { name: "a" }))).toEqual([NETWORK]);
    expect(told(updated(`${type}.a`, { rule: [] }, { rule: [{ port: 22 }] }))).toEqual([NETWORK]);
  });

  test("what a new one lets in stands in the details", () => {
    const [row] = rowsOf(
      created("openstack_networking_secgroup_rule_v2.a", {
        direction: "ingress",
        remote_ip_prefix: "0.0.0.0/0",
        id: "1",
      }),
    );
    expect(row?.details.map(plainText)).toEqual([
      "openstack_networking_secgroup_rule_v2.a: direction ingress, remote_ip_prefix 0.0.0.0/0",
    ]);
  });

  test("the destruction of one that nobody knows is told once", () => {
    expect(told(destroyed("hcloud_firewall.a", { rule: [] }))).toEqual([
      "unknown-type-destroyed attention: judge whether its type holds data",
    ]);
  });
});

describe("resources whose type can be anything", () => {
  const arm = (type: string, rest: Json = {}): Json => ({ type: `${type}@2023-01-01`, ...(rest as object) });

  test.each<[string, Json, readonly string[]]>([
    [
      "azapi_resource",
      arm("Microsoft.DocumentDB/databaseAccounts"),
      ["data-store-destroyed danger: the database goes"],
    ],
    [
      "azapi_resource",
      arm("Microsoft.Automation/automationAccounts"),
      ["unknown-type-destroyed attention: judge whether Microsoft.Automation/automationAccounts holds data"],
    ],
    ["azapi_update_resource", arm("Microsoft.Storage/storageAccounts"), ["destroyed note: destroyed"]],
    [
      "kubernetes_manifest",
      { manifest: { apiVersion: "v1", kind: "PersistentVolumeClaim" } },
      ["data-store-destroyed danger: the volume and what is written to it go"],
    ],
    ["kubectl_manifest", { yaml_body: "apiVersion: v1\nkind: ConfigMap\n" }, ["destroyed note: destroyed"]],
    [
      "kubernetes_manifest",
      { manifest: { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition" } },
      ["data-store-destroyed danger: every object of the kind that it defines goes"],
    ],
    [
      "kubernetes_manifest",
      { manifest: { apiVersion: "postgresql.cnpg.io/v1", kind: "Cluster" } },
      ["unknown-type-destroyed attention: judge whether postgresql.cnpg.io/Cluster holds data"],
    ],
    [
      "kubernetes_manifest",
      { manifest: { apiVersion: "serving.knative.dev/v1", kind: "Service" } },
      ["unknown-type-destroyed attention: judge whether serving.knative.dev/Service holds data"],
    ],
    [
      "aws_cloudcontrolapi_resource",
      { type_name: "AWS::DynamoDB::Table" },
      ["data-store-destroyed danger: the table and its items go"],
    ],
    [
      "aws_cloudcontrolapi_resource",
      { type_name: "AWS::Unheard::Of" },
      ["data-store-destroyed attention: it can be a resource of any kind, with data too"],
    ],
    ["awscc_dynamodb_table", { table_name: "t" }, ["data-store-destroyed danger: the table and its items go"]],
    ["awscc_unheard_of", {}, ["unknown-type-destroyed attention: judge whether its type holds data"]],
  ])("%s goes: %j", (type, before, want) => {
    expect(told(destroyed(`${type}.a`, before))).toEqual(want);
  });

  const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  const assignment = (scope: string, body: Json) =>
    created("azapi_resource.a", arm("Microsoft.Authorization/roleAssignments", { parent_id: scope, body }));
  const properties = { roleDefinitionId: `/subscriptions/0/providers/x/${OWNER}`, principalId: "eve" };

  test.each<[string, Json, string, string]>([
    ["an object", { properties }, "/subscriptions/0", "danger: eve gets Owner on a subscription"],
    ["a text", JSON.stringify({ properties }), "/subscriptions/0", "danger: eve gets Owner on a subscription"],
    [
      "of one resource",
      { properties },
      "/subscriptions/0/resourceGroups/a/providers/x/y/z",
      "attention: eve gets Owner on one resource",
    ],
  ])("a role assignment of azapi, whose body is %s", (_, body, scope, want) => {
    expect(told(assignment(scope, body))).toEqual([`azure-role-granted ${want}`]);
  });

  test("one that azurerm had before is not new", () => {
    const before = { scope: "/subscriptions/0", role_definition_id: properties.roleDefinitionId, principal_id: "eve" };
    const found = told(destroyed("azurerm_role_assignment.a", before), assignment("/subscriptions/0", { properties }));
    expect(found.filter((one) => one.startsWith("azure-role-granted"))).toEqual([]);
  });

  test.each<[string, Json, Json, readonly string[]]>([
    [
      "azapi_resource",
      { body: { properties: { publicNetworkAccess: "Disabled" } } },
      { body: { properties: { publicNetworkAccess: "Enabled" } } },
      ["publicNetworkAccess Disabled → Enabled"],
    ],
    [
      "azapi_resource",
      { body: '{"properties":{"allowBlobPublicAccess":false}}' },
      { body: '{"properties":{"allowBlobPublicAccess":true}}' },
      ["allowBlobPublicAccess false → true"],
    ],
    [
      "azapi_resource",
      { body: { properties: {} } },
      { body: { properties: { networkAcls: { defaultAction: "Allow" } } } },
      ["networkAcls.defaultAction (none) → Allow"],
    ],
    [
      "azapi_resource",
      { body: { properties: { publicNetworkAccess: "Enabled" } } },
      { body: { properties: { publicNetworkAccess: "Disabled" } } },
      [],
    ],
    ["azapi_resource", { body: { properties: {} } }, { body: { properties: { enablePurgeProtection: false } } }, []],
    [
      "awscc_rds_db_instance",
      { publicly_accessible: false },
      { publicly_accessible: true },
      ["publicly_accessible false → true"],
    ],
    [
      "aws_cloudcontrolapi_resource",
      { desired_state: '{"PubliclyAccessible":false}' },
      { desired_state: '{"PubliclyAccessible":true}' },
      ["PubliclyAccessible false → true"],
    ],
    ["aws_instance", { publicly_accessible: false }, { publicly_accessible: true }, []],
  ])("a setting in %s: %j → %j", (type, before, after, want) => {
    expect(told(updated(`${type}.a`, before, after))).toEqual(want.map((one) => `body-setting attention: ${one}`));
  });

  test("a setting in a sensitive body is told without its value", () => {
    const change = updated(
      "aws_cloudcontrolapi_resource.a",
      { desired_state: '{"PubliclyAccessible":false}' },
      { desired_state: '{"PubliclyAccessible":true}' },
    );
    expect(told({ ...change, sensitive: { desired_state: true } })).toEqual([
      "body-setting attention: PubliclyAccessible changes, and is sensitive",
    ]);
  });

  test("an update of what exists is a resource of its own in azapi", () => {
    const body = { properties: { allowBlobPublicAccess: true } };
    expect(told(created("azapi_update_resource.a", arm("Microsoft.Storage/storageAccounts", { body })))).toEqual([
      "body-setting attention: allowBlobPublicAccess (none) → true",
    ]);
  });

  test.each([
    ["supportsHttpsTrafficOnly", false],
    ["enablePurgeProtection", false],
    ["publicNetworkAccess", "Enabled"],
  ])("so what it sets is told, whatever is there: %s %s", (name, to) => {
    const change = created("azapi_update_resource.a", { body: { properties: { [name]: to } } });
    expect(told(change)).toEqual([`body-setting attention: ${name} (none) → ${to}`]);
    const lost = updated("azapi_update_resource.a", { body: { publicNetworkAccess: "Disabled" } }, { body: {} });
    expect(told(lost)).toEqual([]);
  });

  test.each<[string, string, Json, Json, readonly string[]]>([
    [
      "a body",
      "azapi_resource",
      { body: { properties: { publicNetworkAccess: "Disabled", disableLocalAuth: true } } },
      { body: { properties: {} } },
      ["disableLocalAuth true → (none)", "publicNetworkAccess Disabled → (none)"],
    ],
    [
      "a text",
      "aws_cloudcontrolapi_resource",
      { desired_state: '{"PublicAccessBlockConfiguration":{"BlockPublicAcls":true}}' },
      { desired_state: "{}" },
      ["PublicAccessBlockConfiguration.BlockPublicAcls true → (none)"],
    ],
    [
      "an argument",
      "awscc_s3_bucket",
      { public_access_block_configuration: { block_public_policy: true } },
      { public_access_block_configuration: null },
      ["public_access_block_configuration.block_public_policy true → (none)"],
    ],
    [
      "not what is guarded by default",
      "azapi_resource",
      { body: { properties: { supportsHttpsTrafficOnly: true, adminUserEnabled: false } } },
      { body: { properties: {} } },
      [],
    ],
    ["not what was open", "azapi_resource", { body: { publicNetworkAccess: "Enabled" } }, { body: {} }, []],
    ["not what was null", "azapi_resource", { body: { publicNetworkAccess: null } }, { body: {} }, []],
    ["not an item of a list", "azapi_resource", { body: { a: [{ encrypted: true }] } }, { body: { a: [] } }, []],
    ["a default that opens", "azapi_resource", { body: {} }, { body: { httpsOnly: false } }, []],
    [
      "a default that guards",
      "azapi_resource",
      { body: {} },
      { body: { supportsHttpsTrafficOnly: false } },
      ["supportsHttpsTrafficOnly (none) → false"],
    ],
  ])("a setting that goes from %s of %s", (_, type, before, after, want) => {
    expect(told(updated(`${type}.a`, before, after))).toEqual(want.map((one) => `body-setting attention: ${one}`));
  });

  test("a guarded setting that is known only after apply", () => {
    const body = { properties: { publicNetworkAccess: "Disabled", minimumTlsVersion: "TLS1_2", sku: "a" } };
    const change = (unknown: Json) => told({ address: "azapi_resource.a", before: { body }, after: {}, unknown });
    expect(change({ body: true })).toEqual([
      "body-setting attention: publicNetworkAccess, minimumTlsVersion are known only after apply",
    ]);
    const text = '{"Encrypted":true}';
    const after = { address: "aws_cloudcontrolapi_resource.a", before: { desired_state: text }, after: {} };
    expect(told({ ...after, unknown: { desired_state: true } })).toEqual([
      "body-setting attention: Encrypted is known only after apply",
    ]);
    const computed = { address: "awscc_rds_db_instance.a", before: { scheme: "internal" }, after: {} };
    expect(told({ ...computed, unknown: { scheme: true } })).toEqual([]);
  });

  test.each([
    ["Microsoft.Network/networkSecurityGroups/securityRules", NETWORK],
    ["Microsoft.Sql/servers/firewallRules", NETWORK],
    ["Microsoft.Authorization/roleDefinitions", ACCESS],
    ["Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments", ACCESS],
  ])("%s is not compared", (type, want) => {
    expect(told(created("azapi_resource.a", arm(type, { body: { properties: {} } })))).toEqual([want]);
  });

  test("what Cloud Control makes by its type is not compared", () => {
    expect(told(created("aws_cloudcontrolapi_resource.a", { type_name: "AWS::IAM::Role" }))).toEqual([ACCESS]);
    expect(told(created("aws_cloudcontrolapi_resource.a", { type_name: "AWS::EC2::SecurityGroup" }))).toEqual([
      NETWORK,
    ]);
    expect(told(created("aws_cloudcontrolapi_resource.a", { type_name: "AWS::Logs::LogGroup" }))).toEqual([]);
  });
});

describe("a template deploys what the plan does not have", () => {
  test.each<[string, GivenChange, readonly string[]]>([
    [
      "a new stack",
      created("aws_cloudformation_stack.a", { template_body: "{}" }),
      ["what its template makes is not in the plan: read it"],
    ],
    [
      "another template",
      updated("aws_cloudformation_stack.a", { template_body: "{}" }, { template_body: '{"Resources":{}}' }),
      ["what its template changes is not in the plan: read template_body"],
    ],
    [
      "another parameter",
      updated(
        "azurerm_subscription_template_deployment.a",
        { parameters_content: "{}" },
        { parameters_content: '{"a":{}}' },
      ),
      ["what its template changes is not in the plan: read parameters_content"],
    ],
    ["a timeout", updated("aws_cloudformation_stack.a", { timeout_in_minutes: 5 }, { timeout_in_minutes: 9 }), []],
  ])("%s", (_, change, want) => {
    expect(told(change)).toEqual(want.map((one) => `template-deployed attention: ${one}`));
  });
});

describe("Kubernetes and containers", () => {
  const service = (spec: Json, annotations: Json = {}): Json => ({ metadata: [{ annotations }], spec: [spec] });
  const EXPOSED = ["service-exposed attention: everybody reaches it, unless its cloud makes internal ones by default"];
  const TYPE = "kubernetes_service_v1";

  test.each<[string, GivenChange, readonly string[]]>([
    ["a new load balancer", created(`${TYPE}.a`, service({ type: "LoadBalancer" })), EXPOSED],
    [
      "another type",
      updated("kubernetes_service.a", service({ type: "ClusterIP" }), service({ type: "LoadBalancer" })),
      EXPOSED,
    ],
    [
      "an annotation that goes",
      updated(
        `${TYPE}.a`,
        service({ type: "LoadBalancer" }, { "networking.gke.io/load-balancer-type": "Internal" }),
        service({ type: "LoadBalancer" }),
      ),
      EXPOSED,
    ],
    [
      "ranges that become all",
      updated(
        `${TYPE}.a`,
        service({ type: "LoadBalancer", load_balancer_source_ranges: ["10.0.0.0/8"] }),
        service({ type: "LoadBalancer", load_balancer_source_ranges: ["0.0.0.0/0"] }),
      ),
      EXPOSED,
    ],
    [
      "a manifest",
      created("kubernetes_manifest.a", {
        manifest: { apiVersion: "v1", kind: "Service", spec: { type: "LoadBalancer" } },
      }),
      EXPOSED,
    ],
    [
      "a manifest of Knative, whose Service has no load balancer",
      created("kubernetes_manifest.a", {
        manifest: { apiVersion: "serving.knative.dev/v1", kind: "Service", spec: { type: "LoadBalancer" } },
      }),
      [],
    ],
    [
      "YAML",
      created("kubectl_manifest.a", { yaml_body: "apiVersion: v1\nkind: Service\nspec:\n  type: LoadBalancer\n" }),
      EXPOSED,
    ],
    [
      "an internal one",
      created(
        `${TYPE}.a`,
        service({ type: "LoadBalancer" }, { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" }),
      ),
      [],
    ],
    [
      "a scheme of AWS",
      created(
        `${TYPE}.a`,
        service({ type: "LoadBalancer" }, { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" }),
      ),
      [],
    ],
    [
      "ranges",
      created(`${TYPE}.a`, service({ type: "LoadBalancer", load_balancer_source_ranges: ["203.0.113.0/24"] })),
      [],
    ],
    [
      "one that was public",
      updated(`${TYPE}.a`, service({ type: "LoadBalancer", port: 1 }), service({ type: "LoadBalancer", port: 2 })),
      [],
    ],
    [
      "a Service of another group",
      created("kubernetes_manifest.a", {
        manifest: { apiVersion: "serving.knative.dev/v1", kind: "Service", spec: { type: "LoadBalancer" } },
      }),
      [],
    ],
  ])("a Service: %s", (_, change, want) => {
    expect(told(change)).toEqual(want);
  });

  const pod = (spec: Json): Json => ({ spec: [{ template: [{ spec: [spec] }] }] });
  const container = (security: Json): Json => pod({ container: [{ name: "c", security_context: [security] }] });

  test.each<[string, GivenChange, readonly string[]]>([
    [
      "privileged",
      updated("kubernetes_deployment_v1.a", container({ privileged: false }), container({ privileged: true })),
      ["gets privileged"],
    ],
    [
      "a capability",
      created("kubernetes_daemon_set_v1.a", container({ capabilities: [{ add: ["SYS_ADMIN", "CHOWN"] }] })),
      ["gets SYS_ADMIN"],
    ],
    ["the network of its node", created("kubernetes_pod.a", { spec: [{ host_network: true }] }), ["gets host_network"]],
    [
      "a folder of its node",
      created("kubernetes_stateful_set.a", pod({ volume: [{ host_path: [{ path: "/var/run/docker.sock" }] }] })),
      ["gets host_path /var/run/docker.sock"],
    ],
    [
      "a manifest",
      created("kubernetes_manifest.a", {
        manifest: { apiVersion: "apps/v1", kind: "DaemonSet", spec: { template: { spec: { hostPID: true } } } },
      }),
      ["gets hostPID"],
    ],
    [
      "a task of ECS",
      updated(
        "aws_ecs_task_definition.a",
        { container_definitions: '[{"privileged":false}]' },
        { container_definitions: '[{"privileged":true}]', network_mode: "host", volume: [{ host_path: "/etc" }] },
      ),
      ["gets host_path /etc, network_mode host, privileged"],
    ],
    [
      "a container of Docker",
      created("docker_container.a", { privileged: true, network_mode: "bridge" }),
      ["gets privileged"],
    ],
    ["a volume without a path", created("aws_ecs_task_definition.a", { volume: [{ name: "v", host_path: "" }] }), []],
    [
      "one that had it",
      updated(
        "kubernetes_deployment_v1.a",
        container({ privileged: true }),
        container({ privileged: true, run_as_user: "0" }),
      ),
      [],
    ],
    [
      "an empty folder",
      created("kubernetes_deployment_v1.a", pod({ volume: [{ empty_dir: [{}], host_path: [] }] })),
      [],
    ],
  ])("a pod: %s", (_, change, want) => {
    expect(told(change)).toEqual(want.map((one) => `container-privileged attention: ${one}`));
  });

  const policy = (ports: Json): Json => ({
    manifest: { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", spec: { ports } },
  });
  const firewall = (changes: readonly GivenChange[]) =>
    told(...changes).filter((one) => one.startsWith("firewall-policy"));

  test("a network policy that goes or changes needs a person, a new one does not", () => {
    const gone = ["firewall-policy attention: its rules go"];
    const other = ["firewall-policy attention: who reaches what is not compared: read its rules"];
    expect(firewall([destroyed("kubernetes_network_policy_v1.a", { spec: [{ pod_selector: [{}] }] })])).toEqual(gone);
    expect(firewall([destroyed("kubernetes_manifest.a", policy([]))])).toEqual(gone);
    expect(
      firewall([
        destroyed("kubectl_manifest.a", { yaml_body: "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\n" }),
      ]),
    ).toEqual(gone);
    expect(
      firewall([
        updated(
          "kubernetes_network_policy.a",
          { spec: [{ ingress: [] }] },
          { spec: [{ ingress: [{ ports: [{ port: "80" }] }] }] },
        ),
      ]),
    ).toEqual(other);
    expect(firewall([updated("kubernetes_manifest.a", policy([]), policy([{ port: 80 }]))])).toEqual(other);
    expect(firewall([created("kubernetes_manifest.a", policy([]))])).toEqual(
      other.map((one) => one.replace("attention", "note")),
    );
    expect(
      firewall([destroyed("kubernetes_manifest.a", { manifest: { apiVersion: "v1", kind: "ConfigMap" } })]),
    ).toEqual([]);
  });
});

describe("who signs in", () => {
  test.each<[string, Json, Json, readonly string[]]>([
    [
      "aws_iam_saml_provider",
      { saml_metadata_document: "<a/>" },
      { saml_metadata_document: "<b/>" },
      ["saml_metadata_document <a/> → <b/>"],
    ],
    [
      "aws_iam_openid_connect_provider",
      { client_id_list: ["a"] },
      { client_id_list: ["a", "b"] },
      ['client_id_list ["a"] → ["a","b"]'],
    ],
    ["aws_iam_openid_connect_provider", { thumbprint_list: ["a"] }, { thumbprint_list: ["b"] }, []],
    [
      "google_iam_workload_identity_pool_provider",
      { attribute_condition: "assertion.repository == 'a/b'" },
      { attribute_condition: null },
      ["attribute_condition assertion.repository == 'a/b' → (none)"],
    ],
    [
      "azurerm_federated_identity_credential",
      { subject: "repo:a/b:ref:refs/heads/main" },
      { subject: "repo:a/b:pull_request" },
      ["subject repo:a/b:ref:refs/heads/main → repo:a/b:pull_request"],
    ],
  ])("%s: %j → %j", (type, before, after, want) => {
    expect(told(updated(`${type}.a`, before, after))).toEqual(want.map((one) => `identity-provider attention: ${one}`));
  });

  test("a new federated credential lets somebody in, a new provider does not", () => {
    expect(told(created("azurerm_federated_identity_credential.a", { issuer: "https://i", subject: "s" }))).toEqual([
      "identity-provider attention: a new one: issuer https://i; subject s",
    ]);
    expect(told(created("aws_iam_saml_provider.a", { saml_metadata_document: "<a/>" }))).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    ["<validate-jwt/><ip-filter/>", "<base/>", ["the policy no longer has ip-filter, validate-jwt"]],
    ["<validate-jwt/>", "<!-- <validate-jwt/> --><base/>", ["the policy no longer has validate-jwt"]],
    ["<validate-jwt/>", "<validate-jwt a='b'/>", []],
    ["<base/>", "<rate-limit/>", []],
  ])("the policy of an API: %s → %s", (before, after, want) => {
    expect(
      told(updated("azurerm_api_management_api_policy.a", { xml_content: before }, { xml_content: after })),
    ).toEqual(want.map((one) => `guest-access danger: ${one}`));
  });

  const role = (actions: readonly string[], not_actions: readonly string[] = []): Json => ({
    permissions: [{ actions, not_actions }],
  });
  test.each<[Json, Json, readonly string[]]>([
    [role(["a/read"]), role(["a/read", "*"]), ["danger: the role gets *"]],
    [
      role([]),
      role(["Microsoft.Authorization/roleAssignments/write"]),
      ["danger: the role gets Microsoft.Authorization/roleAssignments/write"],
    ],
    [
      role([]),
      role(["Microsoft.Compute/virtualMachines/read"]),
      ["note: the role gets Microsoft.Compute/virtualMachines/read"],
    ],
    [
      role([]),
      role(["Microsoft.Compute/virtualMachines/delete"]),
      ["attention: the role gets Microsoft.Compute/virtualMachines/delete"],
    ],
    [
      role(["*"], ["Microsoft.Authorization/*"]),
      role(["*"]),
      ["danger: the role no longer excludes Microsoft.Authorization/*"],
    ],
    [role(["a/read", "b/read"]), role(["b/read", "a/read"]), []],
  ])("a custom role of Azure: %j → %j", (before, after, want) => {
    expect(told(updated("azurerm_role_definition.a", before, after))).toEqual(
      want.map((one) => `azure-role-granted ${one}`),
    );
  });
});
