/** Access of AWS that no policy of IAM shows: credentials, shares, limits of the organization, identities, guests. Over 400 lines because each kind of access has its rows here. */
import { type AccessCase, created, removed, toldBy, updated, withReferences } from "./told-by";

const OWN = {
  changes: [
    {
      address: "aws_sns_topic.t",
      before: { arn: "arn:aws:sns:eu-west-1:111111111111:t" },
      after: { arn: "arn:aws:sns:eu-west-1:111111111111:t" },
    },
  ],
};
const inAccount = ({ changes = [], ...rest }: AccessCase[1]) => ({ ...rest, changes: [...OWN.changes, ...changes] });

const credentials: readonly AccessCase[] = [
  ["an access key", created("aws_iam_access_key.k", { user: "ci" }), ["attention: an access key of a user is new"]],
  [
    "a password",
    created("aws_iam_user_login_profile.p", { user: "ci" }),
    ["attention: a password of a user for the console is new"],
  ],
  ["a key of Google", created("google_service_account_key.k", {}), ["attention: a key of a service account is new"]],
  [
    "a secret of Azure",
    created("azuread_application_password.p", {}),
    ["attention: a client secret of an application is new"],
  ],
  [
    "a key that is made anew",
    updated("aws_iam_access_key.k", { user: "a" }, { user: "b" }, { action: "replace-create-first" }),
    ["attention: an access key of a user is made anew"],
  ],
  ["a key that goes", removed("aws_iam_access_key.k", { user: "ci" }), []],
  ["a user without a key", created("aws_iam_user.u", { name: "ci" }), []],
];

const shares: readonly AccessCase[] = [
  [
    "an AMI for everybody",
    created("aws_ami_launch_permission.a", { image_id: "ami-1", group: "all" }, { unknown: { id: true } }),
    ["danger: an AMI is shared with everybody"],
  ],
  [
    "a snapshot for another account",
    inAccount(created("aws_snapshot_create_volume_permission.s", { account_id: "222222222222" })),
    ["danger: a snapshot is shared with another account, 222222222222"],
  ],
  [
    "a snapshot for an account, where the plan does not tell its own",
    created("aws_snapshot_create_volume_permission.s", { account_id: "222222222222" }),
    ["attention: a snapshot is shared with an account, 222222222222; the plan does not tell its own"],
  ],
  [
    "a snapshot for the own account",
    inAccount(created("aws_snapshot_create_volume_permission.s", { account_id: "111111111111" })),
    ["note: a snapshot is shared with 111111111111, an account of this plan"],
  ],
  [
    "accounts of a database's snapshot",
    inAccount(
      updated(
        "aws_db_snapshot.s",
        { shared_accounts: ["111111111111"] },
        { shared_accounts: ["111111111111", "222222222222", "all"] },
      ),
    ),
    ["danger: a snapshot is shared with another account, 222222222222", "danger: a snapshot is shared with everybody"],
  ],
  ["accounts that the provider computes", created("aws_db_snapshot.s", {}, { unknown: { shared_accounts: true } }), []],
  [
    "accounts that are known only after apply",
    {
      ...created("aws_db_snapshot.s", {}, { unknown: { shared_accounts: true } }),
      configuration: withReferences("aws_db_snapshot.s", "shared_accounts", "var.accounts"),
    },
    ["attention: a snapshot is shared with a principal that is known only after apply"],
  ],
  ["fewer accounts", updated("aws_db_cluster_snapshot.s", { shared_accounts: ["all"] }, { shared_accounts: [] }), []],
  [
    "a share for the organization",
    created("aws_ram_principal_association.p", { principal: "arn:aws:organizations::111111111111:organization/o-1" }),
    ["attention: a resource share is shared with all accounts of arn:aws:organizations::111111111111:organization/o-1"],
  ],
  [
    "a share for somebody who is known only after apply",
    created("aws_ram_principal_association.p", {}, { unknown: { principal: true, id: true } }),
    ["attention: a resource share is shared with a principal that is known only after apply"],
  ],
  [
    "a share that others may join",
    updated("aws_ram_resource_share.s", { allow_external_principals: false }, { allow_external_principals: true }),
    ["attention: allow_external_principals false → true"],
  ],
  [
    "a new share inside of the organization",
    created("aws_ram_resource_share.s", { allow_external_principals: false }),
    [],
  ],
];

const ATTACHMENT = "aws_organizations_policy_attachment.a";
const attached = (policy: string, target: string) => ({ policy_id: policy, target_id: target });
const limits: readonly AccessCase[] = [
  ["detached", removed(ATTACHMENT, attached("p-1", "ou-1")), ["danger: the policy is detached from ou-1"]],
  ["attached", created(ATTACHMENT, attached("p-1", "ou-1")), ["note: a policy is attached to ou-1"]],
  [
    "moved",
    updated(ATTACHMENT, attached("p-1", "r-root"), attached("p-1", "ou-1"), { action: "replace-delete-first" }),
    ["danger: detached: target r-root → ou-1"],
  ],
  [
    "another policy",
    updated(ATTACHMENT, attached("p-1", "ou-1"), attached("p-2", "ou-1"), { action: "replace-delete-first" }),
    ["danger: another policy: p-1 → p-2"],
  ],
  [
    "another address of the attachment",
    {
      changes: [
        { address: ATTACHMENT, before: attached("p-1", "ou-1") },
        { address: "aws_organizations_policy_attachment.b", after: attached("p-1", "ou-1") },
      ],
    },
    ["note: a policy is attached to ou-1"],
  ],
  [
    "a policy of Google",
    updated(
      "google_org_policy_policy.p",
      { spec: [{ rules: [{ enforce: "TRUE" }] }] },
      { spec: [{ rules: [{ enforce: "FALSE" }] }] },
    ),
    ["danger: spec.rules.enforce TRUE → FALSE"],
  ],
  [
    "a policy of Google of which no row says what it forbids",
    updated(
      "google_org_policy_policy.p",
      { spec: [{ rules: [{ values: [{ allowed_values: ["in:eu-locations"] }] }] }] },
      { spec: [{ rules: [{ values: [{ allowed_values: ["in:eu-locations", "in:us-locations"] }] }] }] },
    ),
    ["attention: its rules change: a person must judge whether they forbid less"],
  ],
  [
    "a policy of Azure that is no longer enforced",
    updated("azurerm_subscription_policy_assignment.p", { enforce: true }, { enforce: false }),
    ["danger: enforce true → false"],
  ],
  [
    "a policy of Azure that goes",
    removed("azurerm_management_group_policy_assignment.p"),
    ["danger: the policy is no longer assigned"],
  ],
];

/** A function that gets the role that the configuration names; what becomes of the role at the address is given. */
function withRole(
  address: string,
  name: string,
  action: "create" | "update" | "replace-delete-first",
  ...more: string[]
): AccessCase[1] {
  const module = address.slice(0, address.length - name.length);
  const lambda = `${module}aws_lambda_function.f`;
  const before = action === "create" ? undefined : {};
  return {
    changes: [
      { address: lambda, before: { role: "a" }, after: {}, unknown: { role: true } },
      { address, before, after: {}, action, unknown: { arn: true } },
    ],
    configuration: withReferences(lambda, "role", `${name}.arn`, name, ...more),
  };
}

const identities: readonly AccessCase[] = [
  [
    "a profile of an instance",
    updated("aws_instance.i", { iam_instance_profile: "web" }, { iam_instance_profile: "admin" }),
    ["attention: iam_instance_profile web → admin"],
  ],
  [
    "a profile where none was",
    updated("aws_instance.i", { iam_instance_profile: "" }, { iam_instance_profile: "admin" }),
    ["attention: iam_instance_profile (none) → admin"],
  ],
  [
    "a profile of a launch template",
    updated(
      "aws_launch_template.t",
      { iam_instance_profile: [{ name: "web" }] },
      { iam_instance_profile: [{ name: "admin" }] },
    ),
    ["attention: iam_instance_profile.name web → admin"],
  ],
  [
    "the role of a profile",
    updated("aws_iam_instance_profile.p", { role: "web" }, { role: "admin" }),
    ["attention: role web → admin"],
  ],
  [
    "the role of a function",
    updated("aws_lambda_function.f", { role: "arn:aws:iam::1:role/a" }, {}, { unknown: { role: true } }),
    ["attention: role arn:aws:iam::1:role/a → (known after apply)"],
  ],
  [
    "a role that the plan creates, and whose permissions are told",
    withRole("aws_iam_role.r", "aws_iam_role.r", "create"),
    ["note: role a → (known after apply)"],
  ],
  [
    "of a module",
    withRole("module.m.aws_iam_role.r", "aws_iam_role.r", "create"),
    ["note: role a → (known after apply)"],
  ],
  [
    "a role that stays",
    withRole("aws_iam_role.r", "aws_iam_role.r", "update"),
    ["attention: role a → (known after apply)"],
  ],
  [
    "a role that is replaced",
    withRole("aws_iam_role.r", "aws_iam_role.r", "replace-delete-first"),
    ["attention: role a → (known after apply)"],
  ],
  [
    "one of two roles",
    withRole("aws_iam_role.r", "aws_iam_role.r", "create", "aws_iam_role.other.arn"),
    ["attention: role a → (known after apply)"],
  ],
  [
    "a role of the root, beside one of a module",
    withRole("module.m.aws_iam_role.r", "aws_iam_role.r", "create", "var.role"),
    ["attention: role a → (known after apply)"],
  ],
  [
    "a profile that the configuration does not set",
    {
      ...updated(
        "aws_instance.i",
        { iam_instance_profile: "" },
        {},
        { action: "replace-delete-first", unknown: { iam_instance_profile: true } },
      ),
      configuration: withReferences("aws_instance.i", "subnet_id", "aws_subnet.s.id"),
    },
    [],
  ],
  [
    "the role of a task",
    updated(
      "aws_ecs_task_definition.t",
      { task_role_arn: "a" },
      { task_role_arn: "b" },
      { action: "replace-delete-first" },
    ),
    ["attention: task_role_arn a → b"],
  ],
  [
    "a service account",
    updated(
      "google_cloud_run_v2_service.s",
      { template: [{ service_account: "a@p" }] },
      { template: [{ service_account: "b@p" }] },
    ),
    ["attention: template.service_account a@p → b@p"],
  ],
  ["a new function", created("aws_lambda_function.f", {}, { unknown: { role: true } }), []],
  [
    "a role that is taken away",
    updated("aws_instance.i", { iam_instance_profile: "web" }, { iam_instance_profile: "" }),
    [],
  ],
  [
    "another image",
    updated("aws_ecs_task_definition.t", { task_role_arn: "a", image: "1" }, { task_role_arn: "a", image: "2" }),
    [],
  ],
];

const guests: readonly AccessCase[] = [
  [
    "identities without a user",
    updated(
      "aws_cognito_identity_pool.p",
      { allow_unauthenticated_identities: false },
      { allow_unauthenticated_identities: true },
    ),
    ["danger: allow_unauthenticated_identities false → true"],
  ],
  [
    "a new pool with them",
    created("aws_cognito_identity_pool.p", { allow_unauthenticated_identities: true }),
    ["danger: allow_unauthenticated_identities (none) → true"],
  ],
  ["a new pool without them", created("aws_cognito_identity_pool.p", { allow_unauthenticated_identities: false }), []],
  [
    "their role",
    updated(
      "aws_cognito_identity_pool_roles_attachment.r",
      { roles: { unauthenticated: "a" } },
      { roles: { unauthenticated: "b" } },
    ),
    ["danger: roles.unauthenticated a → b"],
  ],
  [
    "a new role of theirs",
    created("aws_cognito_identity_pool_roles_attachment.r", { roles: { unauthenticated: "a", authenticated: "b" } }),
    ["attention: roles.unauthenticated (none) → a"],
  ],
  [
    "the role of users",
    updated(
      "aws_cognito_identity_pool_roles_attachment.r",
      { roles: { authenticated: "a" } },
      { roles: { authenticated: "b" } },
    ),
    [],
  ],
  [
    "a method",
    updated(
      "aws_api_gateway_method.m",
      { http_method: "GET", authorization: "AWS_IAM" },
      { http_method: "GET", authorization: "NONE" },
    ),
    ["danger: authorization AWS_IAM → NONE"],
  ],
  [
    "a method of an authorizer",
    updated("aws_api_gateway_method.m", { authorization: "CUSTOM" }, { authorization: "NONE" }),
    ["danger: authorization CUSTOM → NONE"],
  ],
  [
    "a method that is asked before a request",
    updated(
      "aws_api_gateway_method.m",
      { http_method: "OPTIONS", authorization: "AWS_IAM" },
      { http_method: "OPTIONS", authorization: "NONE" },
    ),
    [],
  ],
  [
    "a route",
    updated("aws_apigatewayv2_route.r", { authorization_type: "JWT" }, {}),
    ["danger: authorization_type JWT → (none)"],
  ],
  [
    "a route that asks",
    updated("aws_apigatewayv2_route.r", { authorization_type: "NONE" }, { authorization_type: "JWT" }),
    [],
  ],
];

const publicData: readonly AccessCase[] = [
  [
    "a container",
    updated("azurerm_storage_container.c", { container_access_type: "private" }, { container_access_type: "blob" }),
    ["danger: container_access_type private → blob"],
  ],
  [
    "a new container",
    created("azurerm_storage_container.c", { container_access_type: "container" }),
    ["danger: container_access_type (none) → container"],
  ],
  ["a private container", created("azurerm_storage_container.c", { container_access_type: "private" }), []],
  [
    "an account",
    updated(
      "azurerm_storage_account.a",
      { allow_nested_items_to_be_public: false },
      { allow_nested_items_to_be_public: true },
    ),
    ["attention: allow_nested_items_to_be_public false → true"],
  ],
  [
    "snapshots",
    updated("aws_ebs_snapshot_block_public_access.b", { state: "block-all-sharing" }, { state: "unblocked" }),
    ["danger: state block-all-sharing → unblocked"],
  ],
  [
    "AMIs",
    updated("aws_ec2_image_block_public_access.b", { state: "block-new-sharing" }, { state: "unblocked" }),
    ["danger: state block-new-sharing → unblocked"],
  ],
  ["AMIs, where the provider only forgets the setting", removed("aws_ec2_image_block_public_access.b"), []],
  [
    "snapshots, where the provider ends the setting",
    removed("aws_ebs_snapshot_block_public_access.b"),
    ["danger: nothing stops snapshots from being shared with everybody"],
  ],
  [
    "a bucket of Google",
    updated(
      "google_storage_bucket.b",
      { public_access_prevention: "enforced" },
      { public_access_prevention: "inherited" },
    ),
    ["attention: public_access_prevention enforced → inherited"],
  ],
  [
    "a value that is known only after apply",
    updated(
      "azurerm_storage_container.c",
      { container_access_type: "private" },
      {},
      { unknown: { container_access_type: true } },
    ),
    ["attention: container_access_type private → (known after apply)"],
  ],
];

const assignments: readonly AccessCase[] = [
  [
    "a permission set",
    created("aws_ssoadmin_account_assignment.a", {
      principal_id: "g-1",
      target_id: "222222222222",
      permission_set_arn: "arn:x",
    }),
    ["attention: g-1 is assigned to 222222222222, with arn:x"],
  ],
  [
    "another permission set",
    updated(
      "aws_ssoadmin_account_assignment.a",
      { principal_id: "g-1", target_id: "2", permission_set_arn: "arn:x" },
      { principal_id: "g-1", target_id: "2", permission_set_arn: "arn:admin" },
      { action: "replace-delete-first" },
    ),
    ["attention: g-1 is assigned to 2, with arn:admin"],
  ],
  [
    "a member of a group",
    created("aws_identitystore_group_membership.m", { group_id: "admins" }, { unknown: { member_id: true } }),
    ["attention: (known after apply) is assigned to admins"],
  ],
  ["an assignment that goes", removed("aws_ssoadmin_account_assignment.a", { principal_id: "g-1" }), []],
];

describe.each([
  ["credential-created", credentials],
  ["shared-outside", shares],
  ["organization-policy", limits],
  ["role-exchanged", identities],
  ["guest-access", guests],
  ["public-data", publicData],
  ["account-assignment", assignments],
])("%s", (code, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(toldBy(code, given)).toEqual(want);
  });
});
