/** Providers of OpenID Connect: what their subjects are like, and which claims say who signs in. */

import { matches, pattern } from "../document/pattern";

/** What is known of a provider. */
interface OidcProvider {
  /** Who takes the role where no condition limits the subject. */
  readonly anybody: string;
  /** A subject that is right, with capitals for what is to be filled in. */
  readonly example: string;
  /**
   * What the part of a pattern in front of its first wildcard has to be like. Providers that serve many customers from one
   * address have it: their subjects begin with the customer.
   */
  readonly tenant?: RegExp;
  /** Subjects that differ in all that a customer can choose: a pattern that fits all of them limits nobody. */
  readonly subjects?: readonly string[];
  /** The claim that a condition is to name. @default sub */
  readonly claim?: string;
  /** Claims, or whole condition keys, that say who signs in though they are no subject. */
  readonly claims?: readonly string[];
}

const anyOf = (what: string) => `every ${what}`;

/** Two segments that are not open: `repository_owner_id:1234:`, as customers of GitHub can set their subjects up. */
const CUSTOM = "(?!repo:|project_path:|organization:|account:)[^:*?]+:[^:*?]+";

/**
 * By the address of the issuer without `https://`.
 *
 * Sources: IAM User Guide, "Identity-provider controls for shared OIDC providers" (the claims that AWS asks for) and "Available
 * keys for AWS OIDC federation"; the guides of the providers on OpenID Connect with AWS.
 */
const PROVIDERS: readonly (readonly [issuer: RegExp, OidcProvider])[] = [
  [
    /^(vs)?token\.actions\.githubusercontent\.com(\/|$)/,
    {
      anybody: anyOf("workflow of every repository of GitHub"),
      example: "repo:OWNER/REPOSITORY:ref:refs/heads/main",
      tenant: new RegExp(`^(repo:[^/]+/|${CUSTOM})`),
      claims: [
        "repository",
        "repository_id",
        "repository_owner",
        "repository_owner_id",
        "job_workflow_ref",
        "actor",
        "actor_id",
        "enterprise",
        "enterprise_id",
      ],
    },
  ],
  [
    /^(gitlab\.com|gitlab\.[\w.-]+)(\/|$)/,
    {
      anybody: anyOf("pipeline of every project of this GitLab"),
      example: "project_path:GROUP/PROJECT:ref_type:branch:ref:main",
      tenant: new RegExp(`^(project_path:[^/]+/|${CUSTOM})`),
      claims: ["project_id", "project_path", "namespace_id", "namespace_path"],
    },
  ],
  [
    /^app\.terraform\.io$/,
    {
      anybody: anyOf("workspace of every organization of HCP Terraform"),
      example: "organization:ORGANIZATION:project:PROJECT:workspace:WORKSPACE:run_phase:*",
      tenant: new RegExp(`^(organization:[^:]+:|${CUSTOM})`),
      claims: ["terraform_organization_id", "terraform_organization_name", "terraform_workspace_id"],
    },
  ],
  [
    /^agent\.buildkite\.com$/,
    {
      anybody: anyOf("pipeline of every organization of Buildkite"),
      example: "organization:ORGANIZATION:pipeline:PIPELINE:*",
      tenant: new RegExp(`^(organization:[^:]+:|${CUSTOM})`),
      claims: ["organization_slug", "organization_id"],
    },
  ],
  [
    /^oidc\.codefresh\.io$/,
    {
      anybody: anyOf("pipeline of every account of Codefresh"),
      example: "account:ACCOUNT_ID:pipeline:PIPELINE_ID:*",
      tenant: new RegExp(`^(account:[^:]+:|${CUSTOM})`),
      claims: ["account_id"],
    },
  ],
  [
    /^(scalr\.io|[\w-]+\.scalr\.io)$/,
    {
      anybody: anyOf("workspace of every account of Scalr"),
      example: "account:ACCOUNT:environment:ENVIRONMENT:workspace:WORKSPACE",
      tenant: new RegExp(`^(account:[^:]+:|${CUSTOM})`),
    },
  ],
  [
    /^(proidc\.upbound\.io|studio\.datachain\.ai\/api|tokens\.cloud\.shisho\.dev)$/,
    { anybody: anyOf("customer of the provider"), example: "SUBJECT", tenant: /^[^:*?]+:[^:*?/]+[:/]/ },
  ],
  [
    /^oidc-configuration\.audit-log\.githubusercontent\.com$/,
    {
      anybody: anyOf("enterprise of GitHub"),
      example: "https://github.com/ENTERPRISE",
      tenant: /^https:\/\/github\.com\/[^/*?]/,
    },
  ],
  [
    /^(oidc\.vercel\.com|api\.pulumi\.com\/oidc|sandboxes\.cloud)(\/|$)/,
    { anybody: anyOf("customer of the provider"), example: "SUBJECT", claims: ["aud"] },
  ],
  [
    /^cognito-identity(-us-gov)?\.amazonaws\.com(\.cn)?$/,
    { anybody: anyOf("identity of every identity pool"), example: "IDENTITY_POOL_ID", claims: ["aud"], claim: "aud" },
  ],
  [
    /^(accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/,
    {
      anybody: anyOf("user who signs in there"),
      example: "USER_ID",
      claims: ["aud", "app_id", "oaud", "azp", "user_id"],
    },
  ],
  [
    /^sts\.windows\.net\/33e01921-4d64-4f8c-a055-5bdaffd5e33d$/,
    { anybody: anyOf("customer of Microsoft Sentinel"), example: "SUBJECT", claims: ["sts:RoleSessionName"] },
  ],
  [
    /^oidc\.eks\.[\w-]+\.amazonaws\.com(\.cn)?(\/|$)|^oidc-eks\./,
    {
      anybody: anyOf("service account of the cluster"),
      example: "system:serviceaccount:NAMESPACE:NAME",
      subjects: ["system:serviceaccount:a1:b2", "system:serviceaccount:default:x"],
    },
  ],
  [
    /^vstoken\.dev\.azure\.com(\/|$)/,
    {
      anybody: anyOf("service connection of the organization of Azure DevOps"),
      example: "sc://ORGANIZATION/PROJECT/SERVICE_CONNECTION",
      subjects: ["sc://o/p/a1", "sc://o/q/b2"],
    },
  ],
  [
    /^api\.bitbucket\.org(\/|$)/,
    {
      anybody: anyOf("repository of the workspace of Bitbucket"),
      example: "{REPOSITORY_UUID}:*",
      subjects: ["{a1}:{b2}", "{c3}:{d4}:{e5}"],
      claims: ["repositoryUuid"],
    },
  ],
  [
    /^oidc\.circleci\.com(\/|$)/,
    {
      anybody: anyOf("project of the organization of CircleCI"),
      example: "org/ORGANIZATION_ID/project/PROJECT_ID/user/*",
      subjects: ["org/o/project/a1/user/b2", "org/o/project/c3/user/d4/vcs-origin/e5/vcs-ref/f6"],
      claims: ["project-id", "context-ids", "oidc.circleci.com/project-id", "oidc.circleci.com/context-ids"],
    },
  ],
  [
    /^[\w-]+\.app\.spacelift\.io$/,
    {
      anybody: anyOf("stack of the account of Spacelift"),
      example: "space:SPACE_ID:stack:STACK_ID:*",
      subjects: ["space:a1:stack:b2:run_type:TRACKED:scope:write", "space:c3:module:d4:run_type:TESTING:scope:read"],
      claims: ["spaceId", "callerId"],
    },
  ],
];

/** The provider of an issuer, given without `https://`; undefined for one that is not known. */
export function oidcProvider(issuer: string): OidcProvider | undefined {
  const name = issuer.toLowerCase();
  return PROVIDERS.find(([pattern]) => pattern.test(name))?.[1];
}

/** No subject begins so, as its owner has a name: `repo:/octo-repo:*`, `organization::project:*`. */
const NOBODY = /^(?:repo:\/|project_path:\/|organization::|account::)/;

/** What a token may come to where the pattern goes on behind it: `repo:${var.repository}:*` with `octo-org/octo-repo`. */
const ANY_PARTS = "x/x:x";

/** Whether a pattern for subjects fits those of strangers; without wildcards it is one subject. */
export function isOpenSubject(provider: OidcProvider | undefined, value: string): boolean {
  const text = value.replace(/\$\{[^}]*\}(?=[*?])/g, "x").replace(/\$\{[^}]*\}/g, ANY_PARTS);
  if (!/[*?]/.test(text)) return false;
  if (/^[*?]+$/.test(text)) return true;
  if (NOBODY.test(text)) return false;
  if (provider?.tenant !== undefined) return !provider.tenant.test(text.slice(0, text.search(/[*?]/)));
  const subjects = provider?.subjects ?? [];
  return subjects.length > 0 && subjects.every((subject) => matches(pattern(text), subject));
}
