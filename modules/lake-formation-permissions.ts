/** Which permissions of Lake Formation are granted on what. AWS rejects the others, but only when the grant is applied. */
import { type Expr, each, eq, fn, gt, type ListExpr, not, when } from "tfwright";

/** Permissions that exist on one kind of resource alone. Those on several kinds, such as ALTER, are in none of the lists. */
const ONLY = {
  tables: ["SELECT", "INSERT", "DELETE"],
  databases: ["CREATE_TABLE"],
  catalogs: ["CREATE_DATABASE", "CREATE_CATALOG", "CREATE_LF_TAG", "CREATE_LF_TAG_EXPRESSION"],
  tags: ["ASSOCIATE", "GRANT_WITH_LF_TAG_EXPRESSION"],
  locations: ["DATA_LOCATION_ACCESS"],
};

/** Where the permissions of each list belong. */
const INPUT = {
  tables: "table_grants",
  databases: "database_grants",
  catalogs: "catalog_grants",
  tags: "lf_tag_grants",
  locations: "location_grants",
};

/** A kind of resource that has permissions of its own. */
type Grantable = keyof typeof ONLY;

const KINDS = Object.keys(ONLY) as readonly Grantable[];
const refusedOn = (kind: Grantable) => KINDS.filter((other) => other !== kind).flatMap((other) => ONLY[other]);

/**
 * A permission that does not exist on this kind of resource. Others pass, also those that AWS adds later.
 *
 * @see https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html
 */
export const permissionOn = (input: string, kind: Grantable) => ({
  condition: (permission: Expr<string>) => not(fn.contains(refusedOn(kind), permission)),
  message: `permissions of ${input} must be those of ${kind}. ${KINDS.filter((other) => other !== kind)
    .map((other) => `${ONLY[other].join(", ")} ${ONLY[other].length === 1 ? "is" : "are"} for ${INPUT[other]}`)
    .join("; ")}.`,
});

/** On columns AWS lets nobody write or change the table. */
export const permissionOnColumns = (input: string) => ({
  condition: (permission: Expr<string>) =>
    not(fn.contains(["INSERT", "DELETE", "ALTER", "DROP", "ALL", ...refusedOn("tables")], permission)),
  message: `permissions of ${input} can be ["SELECT"]: AWS has no others for columns. For the whole table use table_grants.`,
});

/** What each kind of grant has. */
interface PermissionLists {
  readonly permissions: ListExpr<Expr<string>>;
  readonly permissions_with_grant_option: ListExpr<Expr<string>>;
}

/** Nobody can hand on what he does not have. */
export const handsOnItsOwn = (input: string) => ({
  condition: ({ permissions, permissions_with_grant_option }: PermissionLists) =>
    eq(fn.length(fn.setsubtract(permissions_with_grant_option, permissions)), 0),
  message: `permissions_with_grant_option of ${input} can only have permissions that are in permissions too. Add them to permissions.`,
});

/** The same for LF-tags of databases, whose rule needs the type of the resource. */
export const permissionsOfTagged = (input: string) => ({
  condition: ({ permissions, resource_type }: PermissionLists & { readonly resource_type: Expr<string> }) =>
    fn.alltrue(
      each(permissions, (permission) =>
        not(
          when(
            eq(resource_type, "DATABASE"),
            fn.contains(refusedOn("databases"), permission),
            fn.contains(refusedOn("tables"), permission),
          ),
        ),
      ),
    ),
  message: `permissions of ${input} must be those of its resource_type: SELECT, INSERT and DELETE for TABLE, CREATE_TABLE for DATABASE.`,
});

/** At least one permission. The provider requires it too, but does not name the input. */
export const somePermission = (input: string, example: string) => ({
  condition: (permissions: ListExpr<Expr<string>>) => gt(fn.length(permissions), 0),
  message: `permissions of ${input} must have at least one permission: ["${example}"].`,
});

/** Two resources for one principal and one thing: each would revoke what the other one grants. */
export const onceEach = <Grants>(input: string, what: string, pairsOf: (grants: Grants) => ListExpr<Expr<string>>) => ({
  condition: (grants: Grants) => eq(fn.length(fn.distinct(pairsOf(grants))), fn.length(pairsOf(grants))),
  message: `${input} must not have two grants with the same ${what}: give all permissions in one grant.`,
});
