/** Creates the policies of a Glue role and attaches them. The role can be new or an existing one. */
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LakeformationPermissions } from "@cdktf/provider-aws/lib/lakeformation-permissions";
import type { Construct } from "constructs";
import {
  at,
  type Dependency,
  type Expr,
  each,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  type ListExpr,
  local,
  lte,
  type MapExpr,
  ref,
  resource,
  type StringLike,
  when,
} from "tfwright";
import type { Place } from "tfwright/internal";
import type { NullableText } from "./place";
import { policyKinds } from "./role-grants";
import type { Wiring } from "./role-wiring";

type TextsOfRole = ListExpr<Expr<string>> | readonly string[];

const indexOfCount = ref<number>("count.index");
const NONE: readonly string[] = [];

/** The role that gets the policies. */
interface RoleTarget {
  /** Prefix of the policies' names. */
  readonly prefix: Expr<string>;
  /** The role's name. If the module creates the role, this is a reference, so that the policies wait for it. */
  readonly role: Expr<string>;
  readonly arn: StringLike;
  readonly path?: Expr<string>;
  readonly region: NullableText;
  readonly tags?: MapExpr<Expr<string>>;
}

interface AttachedPolicies {
  /** ARNs of the created policies, by key: `s3`, `kms`, `glue`, `vpc`. */
  readonly arns: Expr<unknown>;
  /** Their JSON, by key. */
  readonly documents: Expr<unknown>;
  /** Everything that must exist before the role can be used. */
  readonly attachments: readonly Dependency[];
}

/** The policies that the inputs need, at most four, and all other attachments. */
export function attachPolicies(
  scope: Construct,
  v: Wiring,
  place: Place<StringLike>,
  target: RoleTarget,
): AttachedPolicies {
  const kinds = policyKinds(scope, v, place);
  const made = kinds.map(({ key, what, isNeeded, statement, shorten }) => {
    const count = when(isNeeded, 1, 0);
    const document = resource(scope, DataAwsIamPolicyDocument, key, { statement }, { count });
    const json = document.at(0).json;
    const policy = resource(
      scope,
      IamPolicy,
      key,
      {
        name: `${target.prefix}-${key}-policy`,
        path: target.path,
        description: `${target.prefix}: ${what}`,
        policy: json,
        tags: target.tags,
      },
      {
        count,
        lifecycle: {
          preconditions: [
            {
              condition: lte(fn.length(fn.jsonencode(fn.jsondecode(json))), 6144),
              message: `The ${key} policy is longer than the 6,144 characters that AWS allows. Shorten ${shorten}.`,
            },
          ],
        },
      },
    );
    const attachment = resource(
      scope,
      IamRolePolicyAttachment,
      key,
      { role: target.role, policyArn: policy.at(0).arn },
      { count },
    );
    return { key, document, policy, attachment };
  });

  const managed = resource(
    scope,
    IamRolePolicyAttachment,
    "aws_managed",
    (item) => ({ role: target.role, policyArn: `arn:${place.partition}:iam::aws:policy/${item.value}` }),
    { forEach: v.aws_managed_policies },
  );
  const further = resource(
    scope,
    IamRolePolicyAttachment,
    "this",
    (item) => ({ role: target.role, policyArn: item.value }),
    { forEach: v.policy_arns },
  );
  const inline = resource(
    scope,
    IamRolePolicy,
    "this",
    (item) => ({ name: item.key, role: target.role, policy: item.value }),
    { forEach: v.inline_policies },
  );
  const grants = grantTables(scope, v, place, target);

  return {
    arns: fn.merge(...made.map(({ key, policy }) => policy.toMap(key, (one) => one.arn))),
    documents: fn.merge(...made.map(({ key, document }) => document.toMap(key, (one) => one.json))),
    attachments: [...made.map(({ attachment }) => attachment), managed, further, inline, ...grants],
  };
}

/** Lake Formation permissions on the tables and data locations. */
function grantTables(
  scope: Construct,
  v: Wiring,
  place: Place<StringLike>,
  { arn: principal, region }: RoleTarget,
): readonly Dependency[] {
  const whereInUse = (count: Expr<number>) => when(isNotNull(v.lake_formation), count, 0);
  const isCrawler = fn.contains(v.used_by, "crawler");
  const tableGrant = (name: string, tables: ListExpr<Expr<string>>, permissions: TextsOfRole) => {
    const table = at(tables, indexOfCount);
    const [database, own] = [at(fn.split(".", table), 0), at(fn.split(".", table), 1)];
    return resource(
      scope,
      LakeformationPermissions,
      name,
      {
        principal,
        catalogId: place.account,
        permissions,
        region,
        table: {
          catalogId: place.account,
          databaseName: database,
          name: when(eq(own, "*"), null, own),
          wildcard: when(eq(own, "*"), true, null),
        },
      },
      { count: whereInUse(fn.length(tables)) },
    );
  };
  const locations = local(
    scope,
    "data_locations",
    ifNotNull(v.lake_formation, (lake) => lake.data_locations, NONE),
    { comment: "S3 locations to grant with Lake Formation" },
  );
  const databases = local(
    scope,
    "write_databases",
    each(v.write_tables, (table) => at(fn.split(".", table), 0)),
    { comment: "Database of each entry of write_tables" },
  );
  return [
    tableGrant("read_tables", v.read_tables, ["DESCRIBE", "SELECT"]),
    tableGrant(
      "write_tables",
      v.write_tables,
      when(
        isCrawler,
        ["ALTER", "DELETE", "DESCRIBE", "DROP", "INSERT", "SELECT"],
        ["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"],
      ),
    ),
    resource(
      scope,
      LakeformationPermissions,
      "write_databases",
      {
        principal,
        catalogId: place.account,
        permissions: when(isCrawler, ["ALTER", "CREATE_TABLE", "DESCRIBE"], ["CREATE_TABLE", "DESCRIBE"]),
        region,
        database: { catalogId: place.account, name: at(databases, indexOfCount) },
      },
      {
        count: whereInUse(fn.length(v.write_tables)),
        comment: "A job or crawler creates tables in the database. A crawler also updates the database.",
        lifecycle: {
          preconditions: [
            {
              condition: eq(fn.length(fn.distinct(databases)), fn.length(databases)),
              message: `With lake_formation, write_tables must name each database only once, as database.* where it is for several tables: ${fn.join(", ", v.write_tables)}.`,
            },
          ],
        },
      },
    ),
    resource(
      scope,
      LakeformationPermissions,
      "data_locations",
      {
        principal,
        catalogId: place.account,
        permissions: ["DATA_LOCATION_ACCESS"],
        region,
        dataLocation: { catalogId: place.account, arn: at(locations, indexOfCount) },
      },
      { count: fn.length(locations) },
    ),
  ];
}
