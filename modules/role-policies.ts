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
import { policyKinds, type RolePolicyKind } from "./role-grants";
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
  const made = policyKinds(scope, v, place).map((kind) => makePolicy(scope, target, kind));
  const given = attachGiven(scope, v, place, target);
  const grants = grantPermissions(scope, v, place, target);
  return {
    arns: fn.merge(...made.map(({ key, policy }) => policy.toMap(key, (one) => one.arn))),
    documents: fn.merge(...made.map(({ key, document }) => document.toMap(key, (one) => one.json))),
    attachments: [...made.map(({ attachment }) => attachment), ...given, ...grants],
  };
}

/** One of the four policies, with its document and its attachment. */
function makePolicy(scope: Construct, target: RoleTarget, kind: RolePolicyKind) {
  const { key, what, isNeeded, statement, shorten } = kind;
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
}

/** The policies that the caller gives. */
function attachGiven(
  scope: Construct,
  v: Wiring,
  place: Place<StringLike>,
  { role }: RoleTarget,
): readonly Dependency[] {
  return [
    resource(
      scope,
      IamRolePolicyAttachment,
      "aws_managed",
      (item) => ({ role, policyArn: `arn:${place.partition}:iam::aws:policy/${item.value}` }),
      { forEach: v.aws_managed_policies },
    ),
    resource(scope, IamRolePolicyAttachment, "this", (item) => ({ role, policyArn: item.value }), {
      forEach: v.policy_arns,
    }),
    resource(scope, IamRolePolicy, "this", (item) => ({ name: item.key, role, policy: item.value }), {
      forEach: v.inline_policies,
    }),
  ];
}

/** Lake Formation permissions on the tables, their databases and the data locations. */
function grantPermissions(
  scope: Construct,
  v: Wiring,
  place: Place<StringLike>,
  { arn: principal, region }: RoleTarget,
): readonly Dependency[] {
  const grantee: Grantee = { principal, catalogId: place.account, region };
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
    ...grantTables(scope, v, grantee),
    grantDatabases(scope, v, grantee, databases),
    grantLocations(scope, grantee, locations),
  ];
}

/** Who gets a Lake Formation permission, and where. */
interface Grantee {
  readonly principal: StringLike;
  readonly catalogId: StringLike;
  readonly region: NullableText;
}

const whereInUse = (v: Wiring, count: Expr<number>) => when(isNotNull(v.lake_formation), count, 0);

const isCrawler = (v: Wiring) => fn.contains(v.used_by, "crawler");

function grantTables(scope: Construct, v: Wiring, grantee: Grantee): readonly Dependency[] {
  const grant = (name: string, tables: ListExpr<Expr<string>>, permissions: TextsOfRole) => {
    const table = at(tables, indexOfCount);
    const [database, own] = [at(fn.split(".", table), 0), at(fn.split(".", table), 1)];
    return resource(
      scope,
      LakeformationPermissions,
      name,
      {
        principal: grantee.principal,
        catalogId: grantee.catalogId,
        permissions,
        region: grantee.region,
        table: {
          catalogId: grantee.catalogId,
          databaseName: database,
          name: when(eq(own, "*"), null, own),
          wildcard: when(eq(own, "*"), true, null),
        },
      },
      { count: whereInUse(v, fn.length(tables)) },
    );
  };
  return [
    grant("read_tables", v.read_tables, ["DESCRIBE", "SELECT"]),
    grant(
      "write_tables",
      v.write_tables,
      when(
        isCrawler(v),
        ["ALTER", "DELETE", "DESCRIBE", "DROP", "INSERT", "SELECT"],
        ["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"],
      ),
    ),
  ];
}

function grantDatabases(scope: Construct, v: Wiring, grantee: Grantee, databases: ListExpr<Expr<string>>): Dependency {
  return resource(
    scope,
    LakeformationPermissions,
    "write_databases",
    {
      principal: grantee.principal,
      catalogId: grantee.catalogId,
      permissions: when(isCrawler(v), ["ALTER", "CREATE_TABLE", "DESCRIBE"], ["CREATE_TABLE", "DESCRIBE"]),
      region: grantee.region,
      database: { catalogId: grantee.catalogId, name: at(databases, indexOfCount) },
    },
    {
      count: whereInUse(v, fn.length(v.write_tables)),
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
  );
}

function grantLocations(scope: Construct, grantee: Grantee, locations: ListExpr<Expr<string>>): Dependency {
  return resource(
    scope,
    LakeformationPermissions,
    "data_locations",
    {
      principal: grantee.principal,
      catalogId: grantee.catalogId,
      permissions: ["DATA_LOCATION_ACCESS"],
      region: grantee.region,
      dataLocation: { catalogId: grantee.catalogId, arn: at(locations, indexOfCount) },
    },
    { count: fn.length(locations) },
  );
}
