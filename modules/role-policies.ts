/** Makes the policies of a role of Glue and attaches them; the role may be ours or one that exists. */
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LakeformationPermissions } from "@cdktf/provider-aws/lib/lakeformation-permissions";
import type { Construct } from "constructs";
import {
  add,
  at,
  type Dependency,
  type Expr,
  eq,
  fn,
  gt,
  ifSet,
  isNull,
  isSet,
  type ListExpr,
  local,
  lte,
  type MapExpr,
  ref,
  resource,
  type Str,
  splat,
  when,
} from "tfwright";
import {
  credentialsOf,
  glueStatements,
  kmsStatements,
  locationsOf,
  networksOf,
  type Place,
  s3Statements,
  vpcStatements,
} from "./role-statements";
import type { Wiring } from "./role-wiring";

type NullableText = Wiring["account_id"];

const indexOfCount = ref<number>("count.index");
const NONE: readonly string[] = [];

/** Partition, region and account of a role's policies, as data sources and locals. */
export function locate(scope: Construct, accountId: NullableText, region: NullableText): Place {
  const partition = resource(scope, DataAwsPartition, "current", {});
  const where = resource(scope, DataAwsRegion, "current", { region });
  const caller = resource(scope, DataAwsCallerIdentity, "current", {}, { count: when(isNull(accountId), 1, 0) });
  const own = {
    partition: local(scope, "partition", partition.partition),
    region: local(scope, "region", where.region),
    account: local(
      scope,
      "account_id",
      ifSet(accountId, (id) => id, caller.at(0).accountId),
    ),
  };
  const arnsOf = (service: string) =>
    local(scope, `${service}_arn`, `arn:${own.partition}:${service}:${own.region}:${own.account}`);
  return { ...own, glue: arnsOf("glue"), logs: arnsOf("logs"), ec2: arnsOf("ec2") };
}

/** The role that gets the policies. */
export interface Target {
  /** Name that the policies start with. */
  readonly prefix: Expr<string>;
  /** The role's name; waits for the role where it is ours. */
  readonly role: Expr<string>;
  readonly arn: Str;
  readonly path?: Expr<string>;
  readonly tags?: MapExpr<Expr<string>>;
}

export interface RolePolicies {
  /** `s3`, `kms`, `glue`, `vpc` to the ARN; those that are made. */
  readonly arns: Expr<unknown>;
  /** The same to the JSON. */
  readonly documents: Expr<unknown>;
  /** All that must be in place before the role is of use. */
  readonly attachments: readonly Dependency[];
}

/** The policies that the wiring asks for, at most four, and what is attached besides. */
export function attachPolicies(scope: Construct, v: Wiring, place: Place, target: Target): RolePolicies {
  const read = local(scope, "read_locations", locationsOf(v.read_s3, place), {
    comment: "s3://bucket/folder/ as bucket, key and the pattern of its objects",
  });
  const write = local(scope, "write_locations", locationsOf(v.write_s3, place));

  const credentials = local(scope, "credentials", credentialsOf(v), { comment: "of the connections that have some" });
  const networks = local(scope, "networks", networksOf(v));
  const credentialKeys = local(scope, "credential_keys", fn.flatten(splat(credentials, (one) => one.kms_key_arns)));

  const anyOf = (...lists: readonly ListExpr<Expr<unknown>>[]) =>
    gt(
      lists.map((list) => fn.length(list)).reduce((sum, length) => add(sum, length)),
      0,
    );
  const kinds = [
    {
      key: "s3",
      what: "the data in S3",
      isNeeded: anyOf(v.read_s3, v.write_s3),
      statement: s3Statements(read, write),
      shorten: "read_s3 and write_s3: name folders or whole buckets",
    },
    {
      key: "kms",
      what: "the keys of the data",
      isNeeded: anyOf(v.read_kms_keys, v.write_kms_keys, credentialKeys),
      statement: kmsStatements(v, credentialKeys),
      shorten: "read_kms_keys, write_kms_keys and the keys of connections",
    },
    {
      key: "glue",
      what: "the Data Catalog, logs and metrics",
      isNeeded: true,
      statement: glueStatements(v, place, credentials),
      shorten: "read_tables and write_tables: name `database.*`",
    },
    {
      key: "vpc",
      what: "network interfaces of the connections",
      isNeeded: anyOf(networks),
      statement: vpcStatements(networks, place),
      shorten: "connections: fewer networks",
    },
  ];

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
    (each) => ({ role: target.role, policyArn: `arn:${place.partition}:iam::aws:policy/${each.value}` }),
    { forEach: v.aws_managed_policies },
  );
  const further = resource(
    scope,
    IamRolePolicyAttachment,
    "this",
    (each) => ({ role: target.role, policyArn: each.value }),
    { forEach: v.policy_arns },
  );
  const inline = resource(
    scope,
    IamRolePolicy,
    "this",
    (each) => ({ name: each.key, role: target.role, policy: each.value }),
    { forEach: v.inline_policies },
  );
  const grants = grantTables(scope, v, place, target.arn);

  return {
    arns: fn.merge(...made.map(({ key, policy }) => policy.toMap(key, (one) => one.arn))),
    documents: fn.merge(...made.map(({ key, document }) => document.toMap(key, (one) => one.json))),
    attachments: [...made.map(({ attachment }) => attachment), managed, further, inline, ...grants],
  };
}

/** Lake Formation's own grants for the tables and locations of the wiring. */
function grantTables(scope: Construct, v: Wiring, place: Place, principal: Str): readonly Dependency[] {
  const whereInUse = (count: Expr<number>) => when(isSet(v.lake_formation), count, 0);
  const tableGrant = (name: string, tables: ListExpr<Expr<string>>, permissions: readonly string[]) => {
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
    ifSet(v.lake_formation, (lake) => lake.data_locations, NONE),
  );
  return [
    tableGrant("read_tables", v.read_tables, ["DESCRIBE", "SELECT"]),
    tableGrant("write_tables", v.write_tables, ["ALTER", "DELETE", "DESCRIBE", "INSERT", "SELECT"]),
    resource(
      scope,
      LakeformationPermissions,
      "write_databases",
      {
        principal,
        catalogId: place.account,
        permissions: ["CREATE_TABLE", "DESCRIBE"],
        database: { catalogId: place.account, name: at(fn.split(".", at(v.write_tables, indexOfCount)), 0) },
      },
      { count: whereInUse(fn.length(v.write_tables)), comment: "A crawler or job makes tables in the database." },
    ),
    resource(
      scope,
      LakeformationPermissions,
      "data_locations",
      {
        principal,
        catalogId: place.account,
        permissions: ["DATA_LOCATION_ACCESS"],
        dataLocation: { catalogId: place.account, arn: at(locations, indexOfCount) },
      },
      { count: fn.length(locations) },
    ),
  ];
}
