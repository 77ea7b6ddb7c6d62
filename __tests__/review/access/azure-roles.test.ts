/** Role assignments of Azure by scope, and roles of its directory. */
import { type AccessCase, created, toldBy, updated } from "./told-by";

const ASSIGNMENT = "azurerm_role_assignment.a";
const SUBSCRIPTION = "/subscriptions/11111111-2222-3333-4444-555555555555";
const GROUP = `${SUBSCRIPTION}/resourceGroups/app`;
const RESOURCE = `${GROUP}/providers/Microsoft.KeyVault/vaults/v`;
const MANAGEMENT = "/providers/Microsoft.Management/managementGroups/root";
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

const assign = (scope: string, role: string) => ({ scope, role_definition_name: role, principal_id: "eve" });
const UNKNOWN = { unknown: { role_definition_id: true, id: true } };

const cases: readonly AccessCase[] = [
  [
    "an owner of a subscription",
    created(ASSIGNMENT, assign(SUBSCRIPTION, "Owner"), UNKNOWN),
    ["danger: eve gets Owner on a subscription"],
  ],
  [
    "who assigns roles, on a management group",
    created(ASSIGNMENT, assign(MANAGEMENT, "User Access Administrator")),
    ["danger: eve gets User Access Administrator on a management group"],
  ],
  [
    "an owner of a resource group",
    created(ASSIGNMENT, assign(GROUP, "Owner")),
    ["danger: eve gets Owner on a resource group"],
  ],
  [
    "an owner of one resource",
    created(ASSIGNMENT, assign(RESOURCE, "Owner")),
    ["attention: eve gets Owner on one resource"],
  ],
  [
    "a contributor of a subscription",
    created(ASSIGNMENT, assign(`${SUBSCRIPTION}/`, "Contributor")),
    ["attention: eve gets Contributor on a subscription"],
  ],
  [
    "a contributor of a resource group",
    created(ASSIGNMENT, assign(GROUP, "Contributor")),
    ["note: eve gets Contributor on a resource group"],
  ],
  ["a reader", created(ASSIGNMENT, assign(GROUP, "Reader")), ["note: eve gets Reader on a resource group"]],
  ["images", created(ASSIGNMENT, assign(RESOURCE, "AcrPull")), ["note: eve gets AcrPull on one resource"]],
  [
    "a role by its id",
    created(ASSIGNMENT, {
      scope: SUBSCRIPTION,
      role_definition_id: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${OWNER.toUpperCase()}`,
      principal_id: "eve",
    }),
    ["danger: eve gets Owner on a subscription"],
  ],
  [
    "a role that may be any",
    created(ASSIGNMENT, { scope: GROUP, role_definition_id: "/x/roleDefinitions/custom", principal_id: "eve" }),
    ["attention: eve gets the role /x/roleDefinitions/custom, which may be a custom one, on a resource group"],
  ],
  [
    "a role that is known only after apply",
    created(
      ASSIGNMENT,
      { scope: GROUP, principal_id: "eve" },
      { unknown: { role_definition_name: true, role_definition_id: true } },
    ),
    ["attention: eve gets a role that is known only after apply on a resource group"],
  ],
  [
    "a scope that is known only after apply",
    created(ASSIGNMENT, { role_definition_name: "Owner", principal_id: "eve" }, { unknown: { scope: true } }),
    ["attention: eve gets Owner on a scope that is known only after apply"],
  ],
  [
    "a narrow role on a scope that is known only after apply",
    created(
      ASSIGNMENT,
      { role_definition_name: "Storage Blob Data Contributor", principal_id: "app" },
      { unknown: { scope: true } },
    ),
    ["note: app gets Storage Blob Data Contributor on a scope that is known only after apply"],
  ],
  [
    "a policy of a vault that reads",
    created("azurerm_key_vault_access_policy.p", { secret_permissions: ["Get", "List"] }),
    ["note: the vault may be used for secret Get, secret List"],
  ],
  [
    "a policy of a vault that deletes",
    updated(
      "azurerm_key_vault_access_policy.p",
      { secret_permissions: ["Get"] },
      { secret_permissions: ["Get", "Purge"] },
    ),
    ["attention: the vault may be used for secret Purge"],
  ],
  [
    "a principal that is known only after apply",
    created(ASSIGNMENT, { scope: GROUP, role_definition_name: "Reader" }, { unknown: { principal_id: true } }),
    ["note: a principal that is known only after apply gets Reader on a resource group"],
  ],
  [
    "another role",
    updated(ASSIGNMENT, assign(GROUP, "Reader"), assign(GROUP, "Owner"), { action: "replace-delete-first" }),
    ["danger: eve gets Owner on a resource group"],
  ],
  [
    "the same assignment, made anew",
    updated(ASSIGNMENT, assign(GROUP, "Owner"), assign(GROUP, "Owner"), { action: "replace-delete-first" }),
    [],
  ],
  [
    "the same assignment under another address",
    {
      changes: [
        { address: ASSIGNMENT, before: assign(SUBSCRIPTION, "Owner") },
        { address: "azurerm_role_assignment.b", after: assign(SUBSCRIPTION, "Owner") },
      ],
    },
    [],
  ],
  [
    "a global administrator",
    created("azuread_directory_role_assignment.d", {
      role_id: "62e90394-69f5-4237-9190-012177145e10",
      principal_object_id: "eve",
    }),
    ["danger: Global Administrator of the directory is given"],
  ],
  [
    "another role of the directory",
    created("azuread_directory_role_assignment.d", {
      role_id: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
      principal_object_id: "eve",
    }),
    ["attention: a role of the directory is given: 88d8e3e3-8f55-4a1e-953a-9b9898b8876b"],
  ],
  [
    "a policy that stands in the vault itself",
    updated(
      "azurerm_key_vault.v",
      { access_policy: [{ object_id: "a", secret_permissions: ["Get"] }] },
      {
        access_policy: [
          { object_id: "b", secret_permissions: ["Get", "Purge"] },
          { object_id: "a", secret_permissions: ["Get"] },
        ],
      },
    ),
    ["attention: the vault may be used for secret Purge"],
  ],
  [
    "a policy in the vault that reads one kind more",
    updated(
      "azurerm_key_vault.v",
      { access_policy: [{ object_id: "a", secret_permissions: ["Get"] }] },
      { access_policy: [{ object_id: "a", secret_permissions: ["Get"], key_permissions: ["Get"] }] },
    ),
    ["note: the vault may be used for key Get"],
  ],
  [
    "a policy in the vault that goes",
    updated(
      "azurerm_key_vault.v",
      { access_policy: [{ object_id: "a", secret_permissions: ["Get"] }] },
      { access_policy: [] },
    ),
    [],
  ],
];

test.each(cases)("%s", (_name, given, want) => {
  expect(toldBy("azure-role-granted", given)).toEqual(want);
});
