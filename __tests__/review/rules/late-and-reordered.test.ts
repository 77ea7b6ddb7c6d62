/** What is known only after apply and may open something, and what is only written in another order. */
import type { Json } from "../../../src/json/json-value";
import { findInPlans } from "../../../src/review/find-in-plans";
import { type AccessCase, created, removed, toldBy, updated, withReferences } from "../access/told-by";
import { planOf } from "../support";

const container = (context: Json): Json => ({
  spec: [{ template: [{ spec: [{ container: [{ security_context: [context] }] }] }] }],
});
const service = (type: string | undefined): Json => ({ metadata: [{}], spec: [type === undefined ? {} : { type }] });
const ip = (...rules: readonly (readonly [address: string, action: string])[]) => ({
  site_config: [{ ip_restriction: rules.map(([ip_address, action], at) => ({ ip_address, action, priority: at })) }],
});
const list = "aws_ec2_managed_prefix_list";

const cases: readonly (readonly [rule: string, cases: readonly AccessCase[]])[] = [
  [
    "service-exposed",
    [
      [
        "its type is known later",
        updated("kubernetes_service.s", service("ClusterIP"), service(undefined), {
          unknown: { spec: [{ type: true }] },
        }),
        ["attention: its type is known only after apply"],
      ],
      [
        "the type in a manifest is known later",
        created(
          "kubernetes_manifest.s",
          { manifest: { kind: "Service", apiVersion: "v1", spec: {} } },
          { unknown: { manifest: { spec: { type: true } } } },
        ),
        ["attention: its type is known only after apply"],
      ],
      [
        "it was public before",
        updated("kubernetes_service_v1.s", service("LoadBalancer"), service(undefined), {
          unknown: { spec: [{ type: true }] },
        }),
        [],
      ],
    ],
  ],
  [
    "container-privileged",
    [
      [
        "privileged is known later",
        updated("kubernetes_deployment.d", container({ privileged: false }), container({}), {
          unknown: container({ privileged: true }),
        }),
        ["attention: privileged is known only after apply"],
      ],
      [
        "of a new one",
        created("kubernetes_daemonset.d", container({}), {
          unknown: { spec: [{ template: [{ spec: [{ host_pid: true, host_network: true }] }] }] },
        }),
        ["attention: host_network, host_pid are known only after apply"],
      ],
      [
        "it was privileged before",
        updated("kubernetes_deployment.d", container({ privileged: true }), container({}), {
          unknown: container({ privileged: true }),
        }),
        [],
      ],
    ],
  ],
  [
    "template-deployed",
    [
      [
        "the keys of a template stand in another order",
        updated(
          "azurerm_resource_group_template_deployment.t",
          { template_content: '{"a":1,"b":{"c":2,"d":3}}' },
          { template_content: '{"b":{"d":3,"c":2},"a":1}' },
        ),
        [],
      ],
      [
        "a template of CloudFormation with other spaces",
        updated("aws_cloudformation_stack.s", { template_body: '{"a":1}' }, { template_body: '{\n  "a": 1\n}' }),
        [],
      ],
      [
        "a list of a template in another order is another template",
        updated("aws_cloudformation_stack.s", { template_body: '{"a":[1,2]}' }, { template_body: '{"a":[2,1]}' }),
        ["attention: what its template changes is not in the plan: read template_body"],
      ],
    ],
  ],
  [
    "identity-provider",
    [
      [
        "clients in another order",
        updated("aws_iam_openid_connect_provider.o", { client_id_list: ["a", "b"] }, { client_id_list: ["b", "a"] }),
        [],
      ],
      [
        "one more client",
        updated("aws_iam_openid_connect_provider.o", { client_id_list: ["a"] }, { client_id_list: ["b", "a"] }),
        ['attention: client_id_list ["a"] → ["b","a"]'],
      ],
    ],
  ],
  [
    "network-not-compared",
    [
      [
        "an app lets in everybody",
        updated("azurerm_linux_web_app.a", ip(["203.0.113.0/24", "Allow"]), ip(["0.0.0.0/0", "Allow"])),
        ["attention: site_config.ip_restriction.ip_address 203.0.113.0/24 → 0.0.0.0/0"],
      ],
      [
        "a range is no longer denied",
        updated("azurerm_windows_function_app.a", ip(["203.0.113.0/24", "Deny"]), ip(["203.0.113.0/24", "Allow"])),
        ["attention: site_config.ip_restriction.action Deny → Allow"],
      ],
      [
        "rules in another order",
        updated(
          "azurerm_linux_web_app.a",
          ip(["203.0.113.0/24", "Allow"], ["198.51.100.0/24", "Allow"]),
          ip(["198.51.100.0/24", "Allow"], ["203.0.113.0/24", "Allow"]),
        ),
        [],
      ],
      ["a first rule limits an app", updated("azurerm_linux_web_app.a", ip(), ip(["203.0.113.0/24", "Allow"])), []],
      [
        "a list of addresses gets everybody",
        updated(
          `${list}.l`,
          { entry: [{ cidr: "10.0.0.0/8" }] },
          { entry: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] },
        ),
        ["attention: 0.0.0.0/0: read which firewalls name the list, also in other plans"],
      ],
      [
        "a list gets a private range",
        updated(`${list}.l`, { entry: [] }, { entry: [{ cidr: "192.168.1.0/24" }, { cidr: "fd00::/8" }] }),
        [],
      ],
      [
        "an entry of a list that exists",
        created(`${list}_entry.e`, { cidr: "198.51.100.0/24" }),
        ["attention: 198.51.100.0/24: read which firewalls name the list, also in other plans"],
      ],
      [
        "an entry of a new list",
        {
          changes: [
            { address: `${list}_entry.e`, after: { cidr: "0.0.0.0/0" } },
            { address: `${list}.l`, after: {} },
          ],
          configuration: withReferences(`${list}_entry.e`, "prefix_list_id", `${list}.l.id`, `${list}.l`),
        },
        [],
      ],
      ["an entry goes", removed(`${list}_entry.e`, { cidr: "0.0.0.0/0" }), []],
    ],
  ],
  [
    "shared-outside",
    [
      [
        "one more thing in a share",
        created("aws_ram_resource_association.a", { resource_arn: "arn:aws:ec2:eu-west-1:111111111111:subnet/s" }),
        ["attention: arn:aws:ec2:eu-west-1:111111111111:subnet/s is added to a resource share"],
      ],
      [
        "a snapshot of a lifecycle policy",
        updated(
          "aws_dlm_lifecycle_policy.p",
          { policy_details: [{ schedule: [{ share_rule: [] }] }] },
          { policy_details: [{ schedule: [{ share_rule: [{ target_accounts: ["222222222222"] }] }] }] },
        ),
        ["attention: a snapshot is shared with an account, 222222222222; the plan does not tell its own"],
      ],
      [
        "images of Image Builder for everybody",
        updated(
          "aws_imagebuilder_distribution_configuration.d",
          { distribution: [{ ami_distribution_configuration: [{ launch_permission: [{ user_groups: [] }] }] }] },
          { distribution: [{ ami_distribution_configuration: [{ launch_permission: [{ user_groups: ["all"] }] }] }] },
        ),
        ["danger: distribution.ami_distribution_configuration.launch_permission.user_groups gains all"],
      ],
    ],
  ],
  [
    "role-exchanged",
    [
      [
        "a service in whichever argument and block",
        updated(
          "aws_pipes_pipe.p",
          { role_arn: "arn:aws:iam::111111111111:role/a" },
          { role_arn: "arn:aws:iam::111111111111:role/b" },
        ),
        ["attention: role_arn arn:aws:iam::111111111111:role/a → arn:aws:iam::111111111111:role/b"],
      ],
      [
        "a second role of a cluster",
        updated(
          "aws_redshift_cluster.c",
          { iam_roles: ["arn:aws:iam::111111111111:role/a"] },
          { iam_roles: ["arn:aws:iam::111111111111:role/b", "arn:aws:iam::111111111111:role/a"] },
        ),
        ["attention: iam_roles arn:aws:iam::111111111111:role/a → arn:aws:iam::111111111111:role/b"],
      ],
      [
        "a first role of a cluster that exists",
        updated("aws_rds_cluster.c", { iam_roles: [] }, { iam_roles: ["arn:aws:iam::111111111111:role/a"] }),
        ["attention: iam_roles (none) → arn:aws:iam::111111111111:role/a"],
      ],
      ["a role of no identity", updated("aws_quicksight_user.u", { user_role: "READER" }, { user_role: "AUTHOR" }), []],
      [
        "the role that writes logs",
        updated(
          "aws_sns_topic.t",
          { lambda_failure_feedback_role_arn: "arn:aws:iam::111111111111:role/a" },
          { lambda_failure_feedback_role_arn: "arn:aws:iam::111111111111:role/b" },
        ),
        [],
      ],
      [
        "a role is taken away",
        updated("aws_redshift_cluster.c", { iam_roles: ["arn:aws:iam::111111111111:role/a"] }, { iam_roles: [] }),
        [],
      ],
    ],
  ],
  [
    "tls-weaker",
    [
      [
        "an older policy of Transfer",
        updated(
          "aws_transfer_server.s",
          { security_policy_name: "TransferSecurityPolicy-2024-01" },
          { security_policy_name: "TransferSecurityPolicy-2018-11" },
        ),
        ["attention: security_policy_name TransferSecurityPolicy-2024-01 → TransferSecurityPolicy-2018-11"],
      ],
      [
        "a newer one, of FIPS",
        updated(
          "aws_transfer_server.s",
          { security_policy_name: "TransferSecurityPolicy-2020-06" },
          { security_policy_name: "TransferSecurityPolicy-FIPS-2024-01" },
        ),
        [],
      ],
      [
        "a search domain of the older kind",
        updated(
          "aws_cloudsearch_domain.d",
          { endpoint_options: [{ tls_security_policy: "Policy-Min-TLS-1-2-2019-07" }] },
          { endpoint_options: [{ tls_security_policy: "Policy-Min-TLS-1-0-2019-07" }] },
        ),
        ["attention: endpoint_options.tls_security_policy Policy-Min-TLS-1-2-2019-07 → Policy-Min-TLS-1-0-2019-07"],
      ],
    ],
  ],
  [
    "encryption-weaker",
    [
      [
        "a key that is called otherwise is removed",
        updated(
          "aws_bedrockagent_agent.a",
          { customer_encryption_key_arn: "arn:k" },
          { customer_encryption_key_arn: null },
        ),
        ["attention: customer_encryption_key_arn arn:k → (none)"],
      ],
      [
        "a key of Google is removed",
        updated("google_storage_bucket.b", { encryption: [{ default_kms_key_name: "k" }] }, { encryption: [] }),
        ["attention: encryption.default_kms_key_name k → (none)"],
      ],
      [
        "the key of a pipeline is removed",
        updated(
          "aws_codepipeline.p",
          { artifact_store: [{ encryption_key: [{ id: "k" }] }] },
          { artifact_store: [{ encryption_key: [] }] },
        ),
        ["attention: artifact_store.encryption_key.id k → (none)"],
      ],
    ],
  ],
  [
    "key-changed",
    [
      [
        "another key of a volume",
        updated("aws_workspaces_workspace.w", { volume_encryption_key: "a" }, { volume_encryption_key: "b" }),
        ["attention: volume_encryption_key a → b"],
      ],
      [
        "the same key",
        updated("aws_appflow_flow.f", { kms_arn: "a", tags: { a: "b" } }, { kms_arn: "a", tags: {} }),
        [],
      ],
    ],
  ],
];

describe.each(cases)("%s", (rule, ofRule) => {
  test.each(ofRule)("%s", (_case, given, want) => {
    expect(toldBy(rule, given)).toEqual(want);
  });
});

test("data that goes to another account is told, and to the own is not", () => {
  const filter = (account: string) =>
    toldBy("shared-outside", {
      ...created("aws_cloudwatch_log_subscription_filter.f", {
        destination_arn: `arn:aws:logs:eu-west-1:${account}:destination:d`,
      }),
      account: "111111111111",
    });
  expect(filter("222222222222")).toEqual([
    "attention: data goes to another account, arn:aws:logs:eu-west-1:222222222222:destination:d",
  ]);
  expect(filter("111111111111")).toEqual([]);
});

test("a policy in a block that is known only after apply is told", () => {
  const policy = '{"Version":"2012-10-17","Statement":[]}';
  const plan = planOf(
    updated(
      "aws_s3control_multi_region_access_point_policy.p",
      { details: [{ name: "a", policy }] },
      { details: [{ name: "a" }] },
      { unknown: { details: [{ policy: true }] } },
    ),
  );
  expect(findInPlans([plan]).map(({ rule, level }) => `${rule} ${level}`)).toEqual(["permission-unknown attention"]);
});
