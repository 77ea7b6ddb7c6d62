/**
 * Who deploys jobs, crawlers, triggers, databases and connections, by Terraform or by hand.
 *
 * Source: the calls of the resources of hashicorp/aws; facts on PassRole (the role's exact ARN, its path included) and on
 * GetTags of connections (terraform-provider-aws#40476: needs GetConnection).
 */
import { arnsIn, type GluePlace } from "./place";
import { type GuardRails, guardRails, passedToGlue } from "./service-conditions";
import type { SingleGrant, Terms } from "./terms";

export interface DeployerWiring<L, B> extends GuardRails<L> {
  /** ARNs of the roles that jobs and crawlers get. */
  readonly roles: L;
  /** Names; each may end with `*`. */
  readonly jobs: L;
  readonly crawlers: L;
  readonly triggers: L;
  readonly databases: L;
  readonly connections: L;
  readonly mayDelete: B;
}

/** Each plan of hashicorp/aws reads the tags of a resource of Glue, and an apply sets them. */
export const TAGS: readonly string[] = ["glue:GetTags", "glue:TagResource", "glue:UntagResource"];

/** The statements of the deployer's policy. */
export function deployerGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  wiring: DeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const { roles, jobs, crawlers, triggers, mayDelete } = wiring;
  const arnOf = arnsIn(terms, place);
  const manageGrant = (names: L, type: "job" | "crawler" | "trigger", actions: readonly string[], remove: string) => ({
    actions: terms.concat(terms.list([...actions, ...TAGS]), terms.when(mayDelete, terms.list([remove]))),
    resources: terms.each(names, "name", (name) => arnOf("glue", type, name)),
    isNeeded: terms.hasAny(names),
  });
  return [
    {
      sid: "PassRoles",
      reason: "Exactly these roles, and only to Glue.",
      actions: terms.list(["iam:PassRole"]),
      resources: roles,
      conditions: [passedToGlue(terms)],
      isNeeded: terms.hasAny(roles),
    },
    {
      sid: "WriteJobs",
      reason: "A separate statement, because only these actions support conditions on a job's network.",
      actions: terms.list(["glue:CreateJob", "glue:UpdateJob"]),
      resources: terms.each(jobs, "name", (name) => arnOf("glue", "job", name)),
      conditions: guardRails(terms, wiring),
      isNeeded: terms.hasAny(jobs),
    },
    {
      sid: "ManageJobs",
      reason: "Each plan reads the jobs and their tags.",
      ...manageGrant(jobs, "job", ["glue:GetJob"], "glue:DeleteJob"),
    },
    {
      sid: "ManageCrawlers",
      reason: "Crawlers, with their tags.",
      ...manageGrant(
        crawlers,
        "crawler",
        ["glue:CreateCrawler", "glue:GetCrawler", "glue:UpdateCrawler"],
        "glue:DeleteCrawler",
      ),
    },
    {
      sid: "ManageTriggers",
      reason: "Triggers, with their tags. To enable a trigger, the provider starts it.",
      ...manageGrant(
        triggers,
        "trigger",
        ["glue:CreateTrigger", "glue:GetTrigger", "glue:UpdateTrigger", "glue:StartTrigger", "glue:StopTrigger"],
        "glue:DeleteTrigger",
      ),
    },
    ...catalogGrants(terms, place, wiring),
  ];
}

/** What lies in the catalog is granted with what is above it, and a delete with what is below. */
function catalogGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  { databases, connections, mayDelete }: DeployerWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const arnOf = arnsIn(terms, place);
  const catalog = terms.list([arnOf("glue", "rootcatalog")]);
  const inDatabases = terms.concat(
    catalog,
    terms.each(databases, "name", (name) => arnOf("glue", "database", name)),
  );
  return [
    {
      sid: "ManageDatabases",
      reason: "An action on a database needs the catalog too.",
      actions: terms.list(["glue:CreateDatabase", "glue:GetDatabase", "glue:UpdateDatabase", ...TAGS]),
      resources: inDatabases,
      isNeeded: terms.hasAny(databases),
    },
    {
      sid: "DeleteDatabases",
      reason: "To delete a database, AWS checks permission on everything in it.",
      actions: terms.list(["glue:DeleteDatabase"]),
      resources: terms.concat(
        inDatabases,
        terms.each(databases, "name", (name) => arnOf("glue", "table", name, "/*")),
        terms.each(databases, "name", (name) => arnOf("glue", "userdefinedfunction", name, "/*")),
      ),
      isNeeded: terms.and(mayDelete, terms.hasAny(databases)),
    },
    {
      sid: "ManageConnections",
      reason:
        "An action on a connection needs the catalog too. Reading the tags of a connection needs `glue:GetConnection`.",
      actions: terms.concat(
        terms.list(["glue:CreateConnection", "glue:GetConnection", "glue:UpdateConnection", ...TAGS]),
        terms.when(mayDelete, terms.list(["glue:DeleteConnection"])),
      ),
      resources: terms.concat(
        catalog,
        terms.each(connections, "name", (name) => arnOf("glue", "connection", name)),
      ),
      isNeeded: terms.hasAny(connections),
    },
  ];
}
