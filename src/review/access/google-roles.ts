/** How much a role of Google Cloud gives. */
import type { Level } from "../rule";

/**
 * Roles that give their holder every other role, by policies, keys or tokens of service accounts.
 *
 * @see https://cloud.google.com/iam/docs/understanding-roles
 */
const TAKES_OVER: ReadonlySet<string> = new Set([
  "roles/owner",
  "roles/editor",
  "roles/billing.admin",
  "roles/iam.securityAdmin",
  "roles/iam.roleAdmin",
  "roles/iam.organizationRoleAdmin",
  "roles/iam.serviceAccountAdmin",
  "roles/iam.serviceAccountKeyAdmin",
  "roles/iam.serviceAccountTokenCreator",
  "roles/iam.workforcePoolAdmin",
  "roles/iam.workloadIdentityPoolAdmin",
  "roles/orgpolicy.policyAdmin",
  "roles/admin",
  "roles/writer",
  "roles/resourcemanager.organizationAdmin",
  "roles/resourcemanager.folderAdmin",
  "roles/resourcemanager.folderIamAdmin",
  "roles/resourcemanager.projectIamAdmin",
  "roles/resourcemanager.tagAdmin",
  "roles/deploymentmanager.editor",
  "roles/cloudbuild.builds.editor",
]);

/** Roles that act as service accounts, or read a whole project. */
const WIDE: ReadonlySet<string> = new Set([
  "roles/viewer",
  "roles/reader",
  "roles/iam.serviceAccountUser",
  "roles/iam.serviceAccountOpenIdTokenCreator",
  "roles/iam.workloadIdentityUser",
  "roles/secretmanager.secretAccessor",
  "roles/cloudsql.editor",
  "roles/compute.osAdminLogin",
  "roles/bigquery.dataOwner",
  "roles/storage.legacyBucketOwner",
]);

/** Roles that are usual for a single secret or service account, where they are named for it alone. */
const NARROW_WHERE_SINGLE: ReadonlySet<string> = new Set([
  "roles/iam.workloadIdentityUser",
  "roles/iam.serviceAccountUser",
  "roles/secretmanager.secretAccessor",
]);

/** Types of which a role holds for all resources of a project, folder or organization. */
const CONTAINERS = /^google_(project|folder|organization|billing_account)_iam_/;

/** Whether a resource grants on a project, folder, organization or billing account. */
export function isOnContainer(type: string): boolean {
  return CONTAINERS.test(type);
}

/** The level of a role, and whether it is of the team's own making, so that its name does not say what it gives. */
export function judgeGoogleRole(role: string, type: string): { readonly level: Level; readonly isCustom: boolean } {
  const isCustom = !role.startsWith("roles/");
  if (isCustom) return { level: "attention", isCustom };
  if (TAKES_OVER.has(role)) return { level: "danger", isCustom };
  if (WIDE.has(role) && (isOnContainer(type) || !NARROW_WHERE_SINGLE.has(role)))
    return { level: "attention", isCustom };
  return { level: /admin$/i.test(role) ? "attention" : "note", isCustom };
}
