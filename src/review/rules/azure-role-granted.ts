import { type Json, jsonAt } from "../../json/json-value";
import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import { azureAssignment, azureAssignments, azureGrant, azureGrantsBefore } from "../access/azure-grants";
import { grantsAfter, matchGrants, type RoleGrant } from "../access/role-grant";
import { differs, itemsAt, pairAt, show, stringIn } from "../field";
import { defineRule, type Level, type RuleMatch } from "../rule";

/** Types that give a role of the directory (Microsoft Entra ID), and the argument that names it. */
const DIRECTORY: Readonly<Record<string, string>> = {
  azuread_directory_role_assignment: "role_id",
  azuread_directory_role_member: "role_object_id",
  azuread_directory_role_eligibility_schedule_request: "role_definition_id",
  azuread_app_role_assignment: "app_role_id",
  azuread_service_principal_delegated_permission_grant: "claim_values",
};

/**
 * Roles of the directory that lead to all others.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const ALL_ROLES: ReadonlyMap<string, string> = new Map([
  ["62e90394-69f5-4237-9190-012177145e10", "Global Administrator"],
  ["e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"],
  ["7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator"],
]);

const DEFINITION = "azurerm_role_definition";

/** Actions by which their holder gives himself every other one. */
const ASSIGNS =
  /^(?:\*|\*\/write|microsoft\.authorization\/(?:\*|\*\/write|roleassignments\/(?:\*|write)|roledefinitions\/(?:\*|write)|elevateaccess\/action))$/i;

/** What takes these actions from a wildcard, as in the role Contributor. */
const EXCLUDES_ASSIGNS = /^microsoft\.authorization\/(?:\*|\*\/\*|\*\/write)$/i;

const VAULT_POLICY = "azurerm_key_vault_access_policy";
const VAULT = "azurerm_key_vault";

/** Permissions of a vault that change or delete what is in it; the others only read or use it. */
const CHANGES_VAULT =
  /^(all|set|create|update|import|delete|purge|recover|restore|rotate|set.*|delete.*|manage.*|regenerate.*)$/i;

/** Reports roles of Azure and of its directory that a plan assigns. */
export const azureRoleGranted = defineRule({
  code: "azure-role-granted",
  section: "access",
  level: "attention",
  title: "a role is assigned",
  what: "A role assignment of Azure that is new, is another one, or loses its condition. It is a danger for Owner, User Access Administrator and Role Based Access Control Administrator on a management group, a subscription or a resource group; a note for a reader or a narrow role. Roles of the directory, actions that a custom role gets and access policies of key vaults too.",
  why: "Who can assign roles can give every role to everybody.",
  bad: "Owner on a subscription is assigned.",
  good: "Reader on a resource group is assigned.",
  source: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles",
  looksAt: "resource",
  types: [...azureAssignments, ...Object.keys(DIRECTORY), VAULT_POLICY, VAULT, DEFINITION],
  check(change, facts) {
    if (!grantsAfter(change)) return [];
    if (DIRECTORY[change.type] !== undefined) return matchDirectory(change);
    if (change.type === VAULT_POLICY) return matchVaultPolicy(change.before.value, change.after.value);
    if (change.type === VAULT) return matchVault(change);
    if (change.type === DEFINITION) return matchDefinition(change);
    const assignment = azureAssignment(change);
    if (assignment === undefined) return [];
    const grant = azureGrant(assignment, "after", facts);
    return facts.ofPlan(azureGrantsBefore).has(grant.id) ? matchCondition(assignment, grant) : matchGrants([grant]);
  },
});

/** A condition that limits an assignment, and that changes or goes. */
function matchCondition(change: ResourceChange, { role, member, memberWords, level }: RoleGrant): readonly RuleMatch[] {
  const pair = pairAt(change, ["condition"]);
  if (pair.before.value === undefined || pair.before.value === "" || !differs(pair)) return [];
  const isGone = !pair.after.unknown && (pair.after.value === undefined || pair.after.value === "");
  const who = say`${role} ${words("of")} ${memberWords ?? say`${member}`}`;
  const what = words(isGone ? ": the condition that limits it is removed" : ": the condition that limits it changes");
  return [{ message: [...who, ...what], level: isGone && level === "danger" ? "danger" : "attention" }];
}

function matchDirectory(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, [DIRECTORY[change.type] ?? ""]);
  if (!differs(pair) && change.action !== "create") return [];
  const name = ALL_ROLES.get(stringIn(pair.after) ?? "");
  if (name !== undefined) return [{ message: say`${name} of the directory is given`, level: "danger" }];
  return [{ message: say`${words("a role of the directory is given: ")}${show(pair.after)}` }];
}

/** The policies that stand in the vault itself, one for each principal. */
function matchVault({ before, after }: ResourceChange): readonly RuleMatch[] {
  const keyOf = (policy: Json) => JSON.stringify([jsonAt(policy, ["object_id"]), jsonAt(policy, ["application_id"])]);
  const had = new Map(itemsAt(before.value, ["access_policy"]).map((policy) => [keyOf(policy), policy]));
  return itemsAt(after.value, ["access_policy"]).flatMap((policy) => matchVaultPolicy(had.get(keyOf(policy)), policy));
}

function matchVaultPolicy(from: Json | undefined, to: Json | undefined): readonly RuleMatch[] {
  const added = ["key", "secret", "certificate", "storage"].flatMap((kind) => {
    const name = `${kind}_permissions`;
    const before = new Set(itemsAt(from, [name]));
    const after = itemsAt(to, [name]).filter((one) => !before.has(one));
    return after.map((permission) => ({ permission: String(permission), shown: `${kind} ${String(permission)}` }));
  });
  if (added.length === 0) return [];
  const changing = added.filter(({ permission }) => CHANGES_VAULT.test(permission));
  const shown = (changing.length > 0 ? changing : added).map((one) => one.shown);
  return [
    {
      message: say`the vault may be used for ${listValues(shown, 4)}`,
      level: changing.length > 0 ? "attention" : "note",
    },
  ];
}

/** The actions that a custom role gets, and did not have. What it excludes no longer counts as well. */
function matchDefinition(change: ResourceChange): readonly RuleMatch[] {
  if (pairAt(change, ["permissions"]).after.unknown)
    return [{ message: words("what the role allows is known only after apply") }];
  const listOn = (side: "before" | "after", name: string) =>
    itemsAt(change[side].value, ["permissions"]).flatMap((block) => itemsAt(block, [name]).map(String));
  const newOf = (name: string, from: "before" | "after", to: "before" | "after") => {
    const old = new Set(listOn(from, name));
    return listOn(to, name).filter((one) => !old.has(one));
  };
  const added = [...newOf("actions", "before", "after"), ...newOf("data_actions", "before", "after")];
  const excluded = ["not_actions", "not_data_actions"].flatMap((name) => newOf(name, "after", "before"));
  const allowed = change.action === "create" || change.after.value === undefined ? [] : excluded;
  const assigns = itemsAt(change.after.value, ["permissions"]).some((block) => {
    const isExcluded = itemsAt(block, ["not_actions"]).some((one) => EXCLUDES_ASSIGNS.test(String(one)));
    return (
      !isExcluded && itemsAt(block, ["actions"]).some((one) => ASSIGNS.test(String(one)) && added.includes(String(one)))
    );
  });
  const levelOf = (actions: readonly string[], isDanger: boolean): Level => {
    if (isDanger) return "danger";
    return actions.every((one) => /\/read$/i.test(one)) ? "note" : "attention";
  };
  return [
    ...(added.length === 0
      ? []
      : [{ message: say`the role gets ${listValues(added, 4)}`, level: levelOf(added, assigns) }]),
    ...(allowed.length === 0
      ? []
      : [
          {
            message: say`the role no longer excludes ${listValues(allowed, 4)}`,
            level: levelOf(
              allowed,
              allowed.some((one) => ASSIGNS.test(one)),
            ),
          },
        ]),
  ];
}
