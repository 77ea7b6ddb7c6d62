/** How much a role of Azure gives, by the scope that it is assigned at. */
import type { Level } from "../rule";

/**
 * Built-in roles by the last part of their id.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"],
  ["b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"],
  ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader"],
  ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator"],
  ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator"],
  ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner"],
  ["ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor"],
  ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Storage Blob Data Reader"],
  ["00482a5a-887f-4fb3-b363-3b7fe8e74483", "Key Vault Administrator"],
  ["4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User"],
  ["7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull"],
  ["8311e382-0749-4cb8-b61a-304f252e45ec", "AcrPush"],
]);

/** Roles that assign roles, and so give all of them. */
const ASSIGNS_ROLES: ReadonlySet<string> = new Set([
  "Owner",
  "User Access Administrator",
  "Role Based Access Control Administrator",
]);

/** What a role is assigned at, from the widest to the narrowest; `unknown` if the plan does not tell. */
export type AzureScope = "management-group" | "subscription" | "resource-group" | "resource" | "unknown";

/** The scope of an id. */
export function scopeOfId(id: string): AzureScope {
  const text = id.toLowerCase().replace(/\/+$/, "");
  if (text === "" || /^\/providers\/microsoft\.management\/managementgroups\/[^/]+$/.test(text))
    return "management-group";
  if (/^\/subscriptions\/[^/]+$/.test(text)) return "subscription";
  return /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(text) ? "resource-group" : "resource";
}

/** The scope by what the configuration refers to, if its id is known only after apply. */
export function scopeOfReferences(references: readonly string[]): AzureScope {
  const types = references.flatMap((name) => /(?:^|\.)(azurerm_\w+)\./.exec(name)?.[1] ?? []);
  if (types.some((type) => type.startsWith("azurerm_management_group"))) return "management-group";
  if (types.includes("azurerm_subscription") || types.includes("azurerm_client_config")) return "subscription";
  if (types.includes("azurerm_resource_group")) return "resource-group";
  return types.length > 0 ? "resource" : "unknown";
}

/** The name of a role by its id; undefined for a role that is not in the table, such as a custom one. */
export function azureRoleOfId(id: string): string | undefined {
  return BUILT_IN.get((id.split("/").at(-1) ?? "").toLowerCase());
}

/** The level of a role at a scope; a role of which no name is known can only be judged by a person, except on one resource. */
export function judgeAzureRole(role: string | undefined, scope: AzureScope): Level {
  const isWide = scope !== "resource" && scope !== "resource-group";
  if (role === undefined) return scope === "resource" ? "note" : "attention";
  if (ASSIGNS_ROLES.has(role)) return scope === "resource" || scope === "unknown" ? "attention" : "danger";
  if (/\breader$|^AcrPull$/i.test(role)) return "note";
  if (/administrator|\badmin\b|data owner|operator service role|managed identity operator/i.test(role))
    return scope === "resource" ? "note" : "attention";
  // A narrow role is narrow at a scope that is not known, too.
  return isWide && (scope !== "unknown" || role === "Contributor") ? "attention" : "note";
}
