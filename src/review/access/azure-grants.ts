/** The role assignments of azurerm. */
import { jsonAt } from "../../json/json-value";
import type { Marked, Plan, ResourceChange } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
import type { Facts } from "../facts";
import { fieldAt, stringIn } from "../field";
import { armBody, genericObject } from "../generic/generic-object";
import { type AzureScope, azureRoleOfId, judgeAzureRole, scopeOfId, scopeOfReferences } from "./azure-roles";
import { nameOf, type RoleGrant } from "./role-grant";

/** The types that assign a role, and the argument that is its scope. */
const SCOPES: ReadonlyMap<string, string> = new Map([
  ["azurerm_role_assignment", "scope"],
  ["azurerm_pim_active_role_assignment", "scope"],
  ["azurerm_pim_eligible_role_assignment", "scope"],
]);

/** Types that assign a role of Azure; `azapi_resource` may be anything else, too. */
export const azureAssignments: readonly string[] = [...SCOPES.keys(), "azapi_resource"];

/** A change that assigns a role, with the names of azurerm; undefined for an `azapi_resource` that is anything else. */
export function azureAssignment(change: ResourceChange): ResourceChange | undefined {
  if (change.type !== "azapi_resource") return change;
  if (genericObject(change)?.kind.toLowerCase() !== "microsoft.authorization/roleassignments") return undefined;
  return { ...change, type: "azurerm_role_assignment", before: renamed(change.before), after: renamed(change.after) };
}

/** Arguments of azurerm, and where a resource of Azure's API has them. */
const BODY: readonly (readonly [name: string, path: readonly string[]])[] = [
  ["scope", ["parent_id"]],
  ["role_definition_id", ["properties", "roleDefinitionId"]],
  ["principal_id", ["properties", "principalId"]],
  ["condition", ["properties", "condition"]],
];

function renamed(marked: Marked): Marked {
  if (marked.value === undefined || marked.value === null) return marked;
  const body = armBody(marked);
  const fields = BODY.map(([name, path]) => {
    const inBody = path[0] === "properties";
    const { unknown, secret } = fieldAt(marked, inBody ? ["body", ...path] : path);
    const value = jsonAt(inBody ? body : marked.value, path) ?? null;
    return { name, value, unknown, secret };
  });
  const by = (key: "value" | "unknown" | "secret") => Object.fromEntries(fields.map((one) => [one.name, one[key]]));
  return { value: by("value"), unknown: by("unknown"), sensitive: by("secret") };
}

const SCOPE_WORDS: Readonly<Record<AzureScope, string>> = {
  "management-group": " on a management group",
  subscription: " on a subscription",
  "resource-group": " on a resource group",
  resource: " on one resource",
  unknown: " on a scope that is known only after apply",
};

/** The grant of an assignment on one side of a change. */
export function azureGrant(change: ResourceChange, side: "before" | "after", facts: Facts | undefined): RoleGrant {
  const marked = change[side];
  const scope = fieldAt(marked, [SCOPES.get(change.type) ?? "scope"]);
  const configured = facts?.configured(change)?.references;
  const references = configured?.get("scope") ?? configured?.get("parent_id") ?? [];
  const scopeName = stringIn(scope) ?? "";
  const kind = scope.value === undefined ? scopeOfReferences(references) : scopeOfId(scopeName);
  const role = roleOf(change, side);
  const member = nameOf(fieldAt(marked, ["principal_id"]), "a principal");
  return {
    id: JSON.stringify([scopeName.toLowerCase(), role.id, member.text]),
    level: judgeAzureRole(role.name, kind),
    role: role.shown,
    member: member.text,
    ...(member.shown && { memberWords: member.shown }),
    suffix: words(SCOPE_WORDS[kind]),
  };
}

/** What the plan's assignments grant before the change, by id. */
export function azureGrantsBefore(plan: Plan): ReadonlySet<string> {
  const found = plan.resources
    .filter(({ type, before }) => azureAssignments.includes(type) && before.value !== undefined)
    .flatMap((change) => azureAssignment(change) ?? []);
  return new Set(found.map((change) => azureGrant(change, "before", undefined).id));
}

/** One of name and id is set, and the provider computes the other. */
function roleOf(change: ResourceChange, side: "before" | "after") {
  const name = fieldAt(change[side], ["role_definition_name"]);
  const id = fieldAt(change[side], ["role_definition_id"]);
  const named = name.unknown || name.secret ? undefined : stringIn(name);
  const byId = id.unknown || id.secret ? undefined : azureRoleOfId(stringIn(id) ?? "");
  const known = named || byId;
  if (known) return { name: known, id: known, shown: say`${known}` };
  const unnamed = stringIn(id) ?? "";
  const shown: Message =
    unnamed === "" || id.secret
      ? words("a role that is known only after apply")
      : say`the role ${unnamed}, which may be a custom one,`;
  return { name: undefined, id: unnamed, shown };
}
