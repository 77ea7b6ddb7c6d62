/** The grants of a role, computed from its inputs, by policy. */
import type { Construct } from "constructs";
import {
  add,
  type BoolLike,
  type Expr,
  eachNotNull,
  eq,
  fn,
  gt,
  isNotNull,
  type ListExpr,
  local,
  ne,
  type StringLike,
  splat,
} from "tfwright";
import {
  glueGrants,
  kmsGrants,
  locationsOf,
  networkGrants,
  type Place,
  pathsOf,
  type RuntimeWiring,
  s3Grants,
} from "tfwright/internal";
import { type PlanLocations, type PlanTexts, planTerms, type Statements, statementsOf } from "./role-terms";
import type { Wiring } from "./role-wiring";

/** One policy of a role. */
export interface RolePolicyKind {
  /** Name of the policy's resources, and the middle of its own name. */
  readonly key: "s3" | "kms" | "glue" | "vpc";
  readonly what: string;
  readonly isNeeded: BoolLike;
  readonly statement: Statements;
  /** Inputs to shorten if the policy gets too long, for the error message. */
  readonly shorten: string;
}

const hasAny = (list: ListExpr<Expr<unknown>>) => gt(fn.length(list), 0);

/** The policies that the inputs need, at most four. */
export function policyKinds(scope: Construct, v: Wiring, place: Place<StringLike>): readonly RolePolicyKind[] {
  const readPaths = pathsIn(scope, "read", v.read_s3);
  const writePaths = pathsIn(scope, "write", v.write_s3);
  const read = locationsIn(scope, "read", readPaths, place);
  const write = locationsIn(scope, "write", writePaths, place);
  const { wiring, networks } = runtimeWiring(scope, v);
  const anyOf = (first: PlanTexts, ...others: readonly PlanTexts[]) =>
    gt(
      others.reduce((sum, list) => add(sum, fn.length(list)), fn.length(first)),
      0,
    );
  return [
    {
      key: "s3",
      what: "the data in S3",
      isNeeded: anyOf(v.read_s3, v.write_s3),
      statement: statementsOf(s3Grants(planTerms, read, write)),
      shorten: "read_s3 and write_s3: name folders or whole buckets",
    },
    {
      key: "kms",
      what: "the keys of the data",
      isNeeded: anyOf(v.read_kms_keys, v.write_kms_keys, wiring.credentialKeys),
      statement: statementsOf(kmsGrants(planTerms, wiring)),
      shorten: "read_kms_keys, write_kms_keys and the keys of connections",
    },
    {
      key: "glue",
      what: "the Data Catalog, logs and metrics",
      isNeeded: true,
      statement: statementsOf(glueGrants(planTerms, place, wiring)),
      shorten: "read_tables and write_tables: use `database.*`",
    },
    {
      key: "vpc",
      what: "network interfaces of the connections",
      isNeeded: hasAny(networks),
      statement: statementsOf(networkGrants(planTerms, place, wiring)),
      shorten: "connections: use fewer networks",
    },
  ];
}

function pathsIn(scope: Construct, verb: "read" | "write", uris: PlanTexts): PlanTexts {
  return local(scope, `${verb}_paths`, pathsOf(planTerms, uris), {
    comment: `URIs of ${verb}_s3 without s3://: bucket, bucket/folder/ or bucket/key`,
  });
}

function locationsIn(
  scope: Construct,
  verb: "read" | "write",
  paths: PlanTexts,
  place: Place<StringLike>,
): PlanLocations {
  const past = verb === "read" ? "read" : "written";
  return local(scope, `${verb}_locations`, locationsOf(planTerms, place, paths), {
    comment: `S3 locations that are ${past}: ARN of the bucket, key, ARN pattern of the objects`,
  });
}

function runtimeWiring(scope: Construct, v: Wiring) {
  const credentials = local(
    scope,
    "credentials",
    eachNotNull(v.connections, (connection) => connection.credentials),
    { comment: "Credentials of the connections that use credentials" },
  );
  const networks = local(
    scope,
    "networks",
    eachNotNull(v.connections, (connection) => connection.network),
    { comment: "Networks of the connections that are in a VPC" },
  );
  const credentialKeys = local(scope, "credential_keys", fn.flatten(splat(credentials, (one) => one.kms_key_arns)), {
    comment: "KMS keys of the connections' credentials",
  });
  const wiring: RuntimeWiring<PlanTexts, BoolLike> = {
    isUsedBy: (actor) => fn.contains(v.used_by, actor),
    readTables: v.read_tables,
    writeTables: v.write_tables,
    readKeys: v.read_kms_keys,
    writeKeys: v.write_kms_keys,
    connections: splat(v.connections, (connection) => connection.name),
    hasConnections: hasAny(v.connections),
    secrets: splat(credentials, (one) => one.secret_arn),
    hasSecrets: hasAny(credentials),
    credentialKeys,
    subnets: splat(networks, (network) => network.subnet_id),
    securityGroups: fn.flatten(splat(networks, (network) => network.security_group_ids)),
    usesLakeFormation: isNotNull(v.lake_formation),
    logGroups: v.log_groups,
    encryptsLogs: v.encrypted_logs,
    usesMetastore: ne(v.default_database, "none"),
    createsDefaultDatabase: eq(v.default_database, "create"),
  };
  return { wiring, networks };
}
