/** Over 400 lines because it is tables, a row for each form. Forms in which resources of Kubernetes, of Azure and of other providers say the same, and plans that need a person. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

const rowsOf = (...changes: readonly GivenChange[]) => reviewOf([{ changes }]).rows;
const told = (...changes: readonly GivenChange[]) =>
  rowsOf(...changes).map(({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`);
const created = (address: string, after: Json): GivenChange => ({ address, after });
const updated = (address: string, before: Json, after: Json): GivenChange => ({ address, before, after });

describe("a Service with a load balancer", () => {
  const isExposed = (annotations: Json) =>
    told(created("kubernetes_service.a", { metadata: [{ annotations }], spec: [{ type: "LoadBalancer" }] })).length > 0;

  test.each([
    ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "intranet"],
    ["service.beta.kubernetes.io/do-loadbalancer-network", "INTERNAL"],
    ["service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private"],
    ["load-balancer.hetzner.cloud/disable-public-network", "true"],
    ["service.beta.kubernetes.io/scw-loadbalancer-private", "true"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", "10.0.0.0/8, 192.168.0.0/16"],
    ["service.beta.kubernetes.io/azure-allowed-ip-ranges", "203.0.113.0/24"],
  ])("not everybody reaches it: %s %s", (name, text) => {
    expect(isExposed({ [name]: text })).toBe(false);
  });

  test.each([
    ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "internet"],
    ["load-balancer.hetzner.cloud/use-private-ip", "true"],
    ["service.beta.kubernetes.io/aws-load-balancer-type", "nlb"],
    ["service.beta.kubernetes.io/aws-load-balancer-internal", "false"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", "10.0.0.0/8,0.0.0.0/0"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", "128.0.0.0/1"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", ""],
  ])("everybody may reach it: %s %s", (name, text) => {
    expect(isExposed({ [name]: text })).toBe(true);
  });
});

describe("network policies in manifests", () => {
  const manifest = (apiVersion: string, kind: string, rest: Json): Json => ({
    manifest: { apiVersion, kind, ...(rest as object) },
  });
  test.each([
    ["policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", "spec"],
    ["policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "spec"],
    ["cilium.io/v2", "CiliumNetworkPolicy", "specs"],
    ["cilium.io/v2", "CiliumClusterwideNetworkPolicy", "specs"],
  ])("%s %s", (version, kind, name) => {
    const change = (before: Json, after: Json) =>
      told(updated("kubernetes_manifest.a", manifest(version, kind, before), manifest(version, kind, after)));
    expect(change({ [name]: [1] }, { [name]: [2] })).toEqual([
      "firewall-policy attention: who reaches what is not compared: read its rules",
    ]);
    expect(change({ [name]: [1], metadata: 1 }, { [name]: [1], metadata: 2 })).toEqual([]);
  });
});

describe("what a container gets of its machine", () => {
  const pod = (spec: Json): Json => ({ manifest: { apiVersion: "v1", kind: "Pod", spec } });
  const body = (path: string) =>
    `apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n  - hostPath:\n      path: ${path}\n  - hostPath:\n      path: /b\n`;

  test.each<[string, GivenChange, readonly string[]]>([
    ["a flag as text", created("kubernetes_manifest.a", pod({ hostNetwork: "true" })), ["gets hostNetwork"]],
    ["not a flag as text", created("kubernetes_manifest.a", pod({ hostNetwork: "false", hostPID: null })), []],
    [
      "a process of Windows",
      created("kubernetes_pod_v1.a", { spec: [{ security_context: [{ windows_options: [{ host_process: true }] }] }] }),
      ["gets host_process"],
    ],
    [
      "a mount of Docker",
      created("docker_container.a", { mounts: [{ type: "bind", source: "/var/run/docker.sock" }] }),
      ["gets bind /var/run/docker.sock"],
    ],
    ["not a volume of Docker", created("docker_container.a", { mounts: [{ type: "volume", source: "data" }] }), []],
    [
      "a sensitive text",
      { ...created("kubectl_manifest.a", { yaml_body: body("/a") }), sensitive: { yaml_body: true } },
      ["gets hostPath"],
    ],
    [
      "another path in a sensitive text",
      {
        ...updated("kubectl_manifest.a", { yaml_body: body("/a") }, { yaml_body: body("/c") }),
        sensitive: { yaml_body: true },
      },
      ["gets hostPath"],
    ],
    [
      "a job of Batch",
      created("aws_batch_job_definition.a", {
        container_properties: '{"privileged":true,"volumes":[{"host":{"sourcePath":"/etc"}}]}',
      }),
      ["gets privileged, sourcePath /etc"],
    ],
    [
      "a sensitive job of Batch",
      {
        ...created("aws_batch_job_definition.a", {
          container_properties: '{"volumes":[{"host":{"sourcePath":"/a"}}]}',
        }),
        sensitive: { container_properties: true },
      },
      ["gets sourcePath"],
    ],
    [
      "a job of Batch on several nodes",
      created("aws_batch_job_definition.a", {
        container_properties: "",
        node_properties: '{"nodeRangeProperties":[{"container":{"privileged":true}}]}',
      }),
      ["gets privileged"],
    ],
    [
      "a service of Docker",
      created("docker_service.a", {
        task_spec: [{ container_spec: [{ mounts: [{ type: "bind", source: "/" }] }] }],
      }),
      ["gets bind /"],
    ],
    [
      "another container",
      updated(
        "aws_ecs_task_definition.a",
        { container_definitions: '[{"privileged":true}]' },
        { container_definitions: '[{"privileged":true},{"privileged":true}]' },
      ),
      ["gets privileged"],
    ],
    [
      "not one container less",
      updated(
        "aws_ecs_task_definition.a",
        { container_definitions: '[{"privileged":true},{"privileged":true}]' },
        { container_definitions: '[{},{"privileged":true}]' },
      ),
      [],
    ],
    [
      "not containers in another order",
      updated(
        "kubernetes_manifest.a",
        pod({ containers: [{ securityContext: { privileged: true } }, { name: "b" }] }),
        pod({ containers: [{ name: "b" }, { securityContext: { privileged: true } }] }),
      ),
      [],
    ],
    ["a text", created("kubectl_manifest.a", { yaml_body: body("/a") }), ["gets hostPath /a, hostPath /b"]],
  ])("%s", (_, change, want) => {
    expect(told(change)).toEqual(want.map((one) => `container-privileged attention: ${one}`));
  });
});

describe("who signs in", () => {
  const long = "x".repeat(300);
  test.each<[string, Json, Json, readonly string[]]>([
    [
      "google_iam_workforce_pool_provider",
      { saml: [{ idp_metadata_xml: long }] },
      { saml: [{ idp_metadata_xml: `${long}y` }] },
      ["saml changes"],
    ],
    [
      "aws_rolesanywhere_trust_anchor",
      { source: [{ source_data: [{ x509_certificate_data: long }] }] },
      { source: [{ source_data: [{ x509_certificate_data: `${long}y` }] }] },
      ["source changes"],
    ],
    ["google_iam_workload_identity_pool_provider", { disabled: false }, { disabled: true }, []],
    ["google_iam_workload_identity_pool_provider", { disabled: true }, { disabled: false }, ["disabled true → false"]],
    ["aws_rolesanywhere_trust_anchor", { enabled: true }, { enabled: false }, []],
    ["google_iam_workload_identity_pool_provider", { saml: [], aws: null }, { saml: null, aws: [] }, []],
    ["azurerm_federated_identity_credential", { audiences: null, subject: "" }, { audiences: [], subject: null }, []],
    [
      "google_iam_workload_identity_pool_provider",
      { aws: [{ account_id: "1" }] },
      { aws: [] },
      ['aws [{"account_id":"1"}] → []'],
    ],
    ["aws_rolesanywhere_trust_anchor", { enabled: false }, { enabled: true }, ["enabled false → true"]],
  ])("%s", (type, before, after, want) => {
    expect(told(updated(`${type}.a`, before, after))).toEqual(want.map((one) => `identity-provider attention: ${one}`));
  });
});

describe("the policy of an API", () => {
  const before = { xml_content: "<ip-filter/><validate-jwt/>" };
  const policy = (change: Omit<GivenChange, "address">) =>
    told({ address: "azurerm_api_management_product_policy.a", before, ...change });

  test("is known only after apply", () => {
    const unknown = { xml_content: true };
    expect(policy({ after: {}, unknown })).toEqual([
      "guest-access attention: the policy has ip-filter, validate-jwt, and is known only after apply",
    ]);
    expect(policy({ before: { xml_content: "<base/>" }, after: {}, unknown })).toEqual([]);
  });

  test("has an element in a comment that nobody closes", () => {
    expect(policy({ after: { xml_content: "<ip-filter/><!-- <validate-jwt/>" } })).toEqual([
      "guest-access danger: the policy no longer has validate-jwt",
    ]);
    const many = "<!-".repeat(50_000) + "-".repeat(3);
    const start = performance.now();
    policy({ after: { xml_content: `${"<!--".repeat(100_000)}${many}` } });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("templates", () => {
  const OTHERS = "; in the mode Complete, what the resource group has beside it is destroyed";
  const MAKES = "what its template makes is not in the plan: read it";
  const deployment = (body: Json): Json => ({ type: "Microsoft.Resources/deployments@2022-09-01", body });
  test.each<[string, GivenChange, readonly string[]]>([
    [
      "the mode of a deployment",
      updated(
        "azurerm_resource_group_template_deployment.a",
        { template_content: "{}", deployment_mode: "Incremental" },
        { template_content: "{}", deployment_mode: "Complete" },
      ),
      [`what its template changes is not in the plan: read deployment_mode${OTHERS}`],
    ],
    [
      "a new one in this mode",
      created("azurerm_template_deployment.a", { template_body: "{}", deployment_mode: "Complete" }),
      [MAKES + OTHERS],
    ],
    ["a stack set in one more account", created("aws_cloudformation_stack_set_instance.a", { region: "x" }), [MAKES]],
    [
      "a stack set in more Regions",
      updated("aws_cloudformation_stack_instances.a", { regions: ["a"] }, { regions: ["a", "b"] }),
      ["what its template changes is not in the plan: read regions"],
    ],
    ["a deployment of Azure's API", created("azapi_resource.a", deployment({ a: 1 })), [MAKES]],
    [
      "another template of Azure's API",
      updated("azapi_resource.a", deployment({ a: 1 }), deployment({ a: 2 })),
      ["what its template changes is not in the plan: read body"],
    ],
    ["another resource of Azure's API", created("azapi_resource.a", { type: "Microsoft.Web/sites@2022-09-01" }), []],
  ])("%s", (_, change, want) => {
    expect(told(change)).toEqual(want.map((one) => `template-deployed attention: ${one}`));
  });
});

describe("a custom role of Azure", () => {
  const NOT = ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/*/Delete"];
  const role = (...permissions: readonly Json[]): Json => ({ permissions });
  test.each<[string, GivenChange, readonly string[]]>([
    [
      "all but who may do what",
      created("azurerm_role_definition.a", role({ actions: ["*"], not_actions: NOT })),
      ["attention: the role gets *"],
    ],
    [
      "all but something else",
      created("azurerm_role_definition.a", role({ actions: ["*"], not_actions: ["Microsoft.Sql/*"] })),
      ["danger: the role gets *"],
    ],
    [
      "an exclusion in another block",
      created("azurerm_role_definition.a", role({ actions: ["*"] }, { actions: ["a/b"], not_actions: NOT })),
      ["danger: the role gets *, a/b"],
    ],
    [
      "data that is no longer excluded",
      updated(
        "azurerm_role_definition.a",
        role({ data_actions: ["a/*"], not_data_actions: ["a/secrets/*"] }),
        role({ data_actions: ["a/*"], not_data_actions: [] }),
      ),
      ["attention: the role no longer excludes a/secrets/*"],
    ],
  ])("%s", (_, change, want) => {
    expect(told(change)).toEqual(want.map((one) => `azure-role-granted ${one}`));
  });
});

describe("resources that are judged by their names", () => {
  test.each<[string, Json, string]>([
    ["hcloud_firewall", { rule: [{ source_ips: ["::/0"] }] }, 'rule [{"source_ips":["::/0"]}]'],
    [
      "digitalocean_firewall",
      { inbound_rule: [{ port_range: "22", source_addresses: ["0.0.0.0/0"] }] },
      'inbound_rule [{"port_range":"22","source_addresses":["0.0.0.0/0"]}]',
    ],
    [
      "oci_core_security_list",
      { ingress_security_rules: [{ source: "0.0.0.0/0" }] },
      'ingress_security_rules [{"source":"0.0.0.0/0"}]',
    ],
    ["yandex_vpc_security_group", { ingress: [{ port: 22 }] }, 'ingress [{"port":22}]'],
  ])("what a new %s lets in stands in the details", (type, after, want) => {
    const [row] = rowsOf(created(`${type}.a`, after));
    expect(row?.details.map(plainText)).toEqual([`${type}.a: ${want}`]);
  });

  test.each([
    ["awscc_wafv2_web_acl", "network-not-compared"],
    ["awscc_wafv2_ip_set", "network-not-compared"],
    ["awscc_wafv2_rule_group", "network-not-compared"],
    ["awscc_ec2_prefix_list", "network-not-compared"],
    ["awscc_ram_resource_share", "access-not-compared"],
    ["okta_group_rule", "access-not-compared"],
  ])("%s: %s", (type, rule) => {
    expect(rowsOf(created(`${type}.a`, { name: "a" })).map((row) => row.rule)).toEqual([rule]);
  });

  const ADMIN = ["arn:aws:iam::aws:policy/AdministratorAccess"];
  test.each<[string, Json, readonly string[]]>([
    ["awscc_iam_role", { managed_policy_arns: ADMIN }, ["managed_policy_arns: read who may do more"]],
    ["awscc_iam_user", { groups: ["admins"] }, ["groups: read who may do more"]],
    ["awscc_sso_permission_set", { managed_policies: ADMIN }, ["managed_policies: read who may do more"]],
    ["awscc_iam_managed_policy", { roles: ["ci"], users: [] }, ["roles: read who may do more"]],
    ["awscc_iam_role", { managed_policy_arns: [], permissions_boundary: null, tags: [1] }, []],
    ["awscc_iam_oidc_provider", { tags: [1] }, []],
  ])("what %s attaches is not compared: %j", (type, given, want) => {
    const messages = want.map((one) => `access-not-compared attention: ${one}`);
    expect(told(updated(`${type}.a`, { name: "a" }, { name: "a", ...(given as object) }))).toEqual(messages);
    expect(
      told(created(`${type}.a`, { name: "a", ...(given as object) })).filter((one) => one.includes("read who")),
    ).toEqual(messages);
  });

  test.each<[Json, Json, boolean]>([
    [["a", "b"], ["b"], false],
    [["a", "b"], ["b", "a"], false],
    [["a"], null, false],
    [["a"], ["b"], true],
    [null, ["b"], true],
  ])("%j → %j gives more: %s", (before, after, want) => {
    const change = updated("awscc_iam_user.a", { managed_policy_arns: before }, { managed_policy_arns: after });
    expect(told(change).length > 0).toBe(want);
  });

  test.each<[string, Json | undefined, Json, readonly string[]]>([
    ["AWS::KMS::Key", { KeyPolicy: { Statement: [1] } }, { KeyPolicy: { Statement: [2] } }, ["KeyPolicy"]],
    ["AWS::KMS::Key", undefined, { KeyPolicy: { Statement: [2] } }, ["KeyPolicy"]],
    ["AWS::KMS::Key", { KeyPolicy: { Statement: [1] }, Enabled: true }, { KeyPolicy: { Statement: [1] } }, []],
    ["AWS::ECR::Repository", {}, { RepositoryPolicyText: '{"Statement":[]}' }, ["RepositoryPolicyText"]],
    ["AWS::ECR::Repository", {}, { LifecyclePolicy: { LifecyclePolicyText: "{}" } }, []],
    [
      "AWS::OpenSearchService::Domain",
      { AccessPolicies: null },
      { AccessPolicies: { Statement: {} } },
      ["AccessPolicies"],
    ],
  ])("the policies in %s of Cloud Control: %j → %j", (type_name, before, after, want) => {
    const state = (value: Json) => ({ type_name, desired_state: JSON.stringify(value) });
    const change = { address: "aws_cloudcontrolapi_resource.a", after: state(after) };
    expect(told(before === undefined ? change : { ...change, before: state(before) })).toEqual(
      want.map((name) => `access-not-compared attention: ${name}: read who may do more`),
    );
  });

  test("a boundary that goes gives more", () => {
    const change = updated("awscc_iam_user.a", { permissions_boundary: "a" }, { permissions_boundary: null });
    expect(told(change)).toEqual(["access-not-compared attention: permissions_boundary: read who may do more"]);
  });

  test("what is attached is told with its ARN, and not what is computed", () => {
    const role = { address: "awscc_iam_role.a", after: { managed_policy_arns: ADMIN } };
    expect(rowsOf(role)[0]?.details.map(plainText)).toEqual([`awscc_iam_role.a: managed_policy_arns ["${ADMIN[0]}"]`]);
    expect(told({ ...role, after: {}, unknown: { managed_policy_arns: true } })).toEqual([]);
    expect(told({ ...role, after: { managed_policy_arns: [null] }, unknown: { managed_policy_arns: [true] } })).toEqual(
      ["access-not-compared attention: managed_policy_arns: read who may do more"],
    );
  });

  test.each([
    "AWS::ApplicationAutoScaling::ScalingPolicy",
    "AWS::CloudFront::CachePolicy",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::DLM::LifecyclePolicy",
  ])("not %s, which says how something works", (type_name) => {
    expect(told(created("aws_cloudcontrolapi_resource.a", { type_name, desired_state: "{}" }))).toEqual([]);
  });

  test.each(["awscc_cloudfront_response_headers_policy", "awscc_cloudfront_continuous_deployment_policy"])(
    "not %s, which says how something works",
    (type) => {
      expect(told(created(`${type}.a`, { name: "a" }))).toEqual([]);
    },
  );

  test.each(["AWS::IoT::Policy", "AWS::SNS::TopicPolicy", "AWS::Lambda::Permission"])("but %s", (type_name) => {
    expect(told(created("aws_cloudcontrolapi_resource.a", { type_name, desired_state: "{}" }))).toEqual([
      "access-not-compared attention: it decides who may do what: read it",
    ]);
  });

  test.each([
    "github_app_installation_repository",
    "github_repository_environment_deployment_policy",
    "gitlab_project_approval_rule",
    "gitlab_project_level_mr_approvals",
    "gitlab_project_share_group",
    "bitbucket_branch_restriction",
    "azuredevops_branch_policy_min_reviewers",
    "azuredevops_team_administrators",
    "harbor_robot_account",
    "oci_objectstorage_preauthrequest",
    "okta_idp_oidc",
    "vault_jwt_auth_backend",
    "boundary_auth_method_oidc",
  ])("who may do what: %s", (type) => {
    expect(told(created(`${type}.a`, { title: "a" }))).toEqual([
      "access-not-compared attention: it decides who may do what: read it",
    ]);
  });

  test("the rules of Cloudflare filter requests", () => {
    expect(rowsOf(created("cloudflare_ruleset.a", { phase: "http_request_firewall_custom" }))[0]?.rule).toBe(
      "network-not-compared",
    );
  });

  test.each<[string, string, Json, Json, boolean]>([
    ["linode_database_mysql_v2", "allow_list", ["10.0.0.0/8"], ["0.0.0.0/0"], true],
    ["neon_project", "allowed_ips", ["10.0.0.1"], [], true],
    ["exoscale_dbaas", "ip_filter", ["10.0.0.1"], ["10.0.0.1", "10.0.0.2"], true],
    ["exoscale_dbaas", "ip_filter", ["10.0.0.1", "10.0.0.2"], ["10.0.0.1"], false],
    ["exoscale_dbaas", "ip_filter", null, [], false],
    ["linode_database_mysql_v2", "label", "a", "b", false],
    ["google_x", "allowed_ips", ["10.0.0.1"], [], false],
  ])("who reaches a %s: %s %j → %j", (type, name, before, after, want) => {
    const change = updated(`${type}.a`, { [name]: before }, { [name]: after });
    expect(told(change)).toEqual(want ? [`network-not-compared attention: ${name}: read who reaches it`] : []);
  });

  test("a list of addresses that is known only after apply", () => {
    const change = { ...updated("neon_project.a", { allowed_ips: ["10.0.0.1"] }, {}), unknown: { allowed_ips: true } };
    expect(told(change)).toEqual(["network-not-compared attention: allowed_ips: read who reaches it"]);
  });

  test("not rules of alerts", () => {
    expect(told(created("grafana_rule_group.a", { name: "a" }))).toEqual([]);
  });
});

test.each<[string, Json, string]>([
  ["an action is only forgotten", {}, "destroyed note: destroyed"],
  ["one for the apply too", { when: "apply" }, "destroyed note: destroyed"],
  [
    "one for the destruction runs",
    { when: "destroy" },
    "unknown-type-destroyed attention: judge whether Microsoft.Storage/storageAccounts holds data",
  ],
])("azapi_resource_action: %s", (_, rest, want) => {
  const before = { type: "Microsoft.Storage/storageAccounts@2023-01-01", ...(rest as object) };
  expect(told({ address: "azapi_resource_action.a", before })).toEqual([want]);
});

describe("a resource that can be anything, and becomes another", () => {
  const manifest = (apiVersion: string, kind: string): Json => ({ manifest: { apiVersion, kind } });
  const replaced = (type: string, before: Json, after: Json): readonly string[] =>
    told({ ...updated(`${type}.a`, before, after), action: "replace-delete-first" });

  test.each<[string, Json, Json, string]>([
    [
      "kubernetes_manifest",
      manifest("v1", "PersistentVolumeClaim"),
      manifest("v1", "ConfigMap"),
      "data-store-destroyed danger: the volume and what is written to it go; replaced",
    ],
    [
      "azapi_resource",
      { type: "Microsoft.DocumentDB/databaseAccounts@2023-01-01" },
      { type: "Microsoft.Insights/diagnosticSettings@2021-05-01" },
      "data-store-destroyed danger: the database goes; replaced",
    ],
    [
      "aws_cloudcontrolapi_resource",
      { type_name: "AWS::DynamoDB::Table" },
      { type_name: "AWS::Logs::MetricFilter" },
      "data-store-destroyed danger: the table and its items go; replaced",
    ],
    [
      "kubernetes_manifest",
      manifest("cilium.io/v2", "CiliumNetworkPolicy"),
      manifest("v1", "ConfigMap"),
      "destroyed note: replaced",
    ],
  ])("%s: %j → %j", (type, before, after, want) => {
    expect(replaced(type, before, after)).toContain(want);
  });

  test("a network policy holds no data", () => {
    const before = manifest("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy");
    expect(told({ address: "kubernetes_manifest.a", before })).toEqual([
      "firewall-policy attention: its rules go",
      "destroyed note: destroyed",
    ]);
  });
});
