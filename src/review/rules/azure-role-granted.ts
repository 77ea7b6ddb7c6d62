import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { azureAssignments, azureGrant, azureGrantsBefore } from "../access/azure-grants";
import { grantsAfter, matchGrants } from "../access/grant";
import { differs, pairAt, show, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";

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

/** Reports roles of Azure and of its directory that a plan assigns. */
export const azureRoleGranted = defineRule({
  code: "azure-role-granted",
  section: "access",
  level: "attention",
  title: "a role is assigned",
  what: "A role assignment of Azure that is new, or is another one. It is a danger for Owner, User Access Administrator and Role Based Access Control Administrator on a management group, a subscription or a resource group; a note for a reader or a narrow role. Roles of the directory too.",
  why: "Who can assign roles can give every role to everybody.",
  bad: "Owner on a subscription is assigned.",
  good: "Reader on a resource group is assigned.",
  source: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles",
  looksAt: "resource",
  types: [...azureAssignments, ...Object.keys(DIRECTORY)],
  check(change, facts) {
    if (!grantsAfter(change)) return [];
    if (DIRECTORY[change.type] !== undefined) return matchDirectory(change);
    const grant = azureGrant(change, "after", facts);
    return facts.ofPlan(azureGrantsBefore).has(grant.id) ? [] : matchGrants([grant]);
  },
});

function matchDirectory(change: ResourceChange): readonly RuleMatch[] {
  const pair = pairAt(change, [DIRECTORY[change.type] ?? ""]);
  if (!differs(pair) && change.action !== "create") return [];
  const name = ALL_ROLES.get(stringIn(pair.after) ?? "");
  if (name !== undefined) return [{ message: say`${name} of the directory is given`, level: "danger" }];
  return [{ message: say`${words("a role of the directory is given: ")}${show(pair.after)}` }];
}
