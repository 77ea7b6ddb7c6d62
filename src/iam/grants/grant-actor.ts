/** Policies of actors over known values: the same grants that the modules write as HCL. */

import { gather } from "../../errors";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { partitions } from "../arn/arn";
import type { PlainPolicy } from "../document/plain-policy";
import { checkChoice, checkGrantOptions } from "./check-grant-options";
import { deployerGrants } from "./deployer-grants";
import { networkGrants } from "./network-grants";
import { plainPlace } from "./place";
import { type PlainGrant, type PlainTexts, plainTerms, policyOfGrants } from "./plain-terms";
import { glueGrants, kmsGrants, type RuntimeActor, type RuntimeWiring, runtimeActors } from "./runtime-grants";
import { locationsOf, pathsOf, s3Grants } from "./s3-grants";
import { sessionClientGrants } from "./session-client-grants";

/** Where the resources lie. */
export interface ActorPlace {
  /** @default that of the region */
  readonly partition?: string;
  readonly region: string;
  readonly account: string;
}

/** A connection that an actor uses. */
export interface ActorConnection {
  readonly name: string;
  readonly credentials?: { readonly secretArn: string; readonly kmsKeyArns?: PlainTexts };
  readonly network?: { readonly subnetId: string; readonly securityGroupIds: PlainTexts };
}

/** Who takes a role. DataBrew's projects and its profile and recipe jobs have one set of permissions. */
export type Actor = RuntimeActor | "databrew-project" | "databrew-job";

/** The data and services that a role works with. */
export interface RoleOptions extends ActorPlace {
  /** @default ["job"] */
  readonly usedBy?: readonly Actor[];
  /** S3 URIs: `s3://bucket`, `s3://bucket/folder/`, `s3://bucket/key`. @default [] */
  readonly readS3?: PlainTexts;
  /** @default [] */
  readonly writeS3?: PlainTexts;
  /** `database.table` or `database.*`. @default [] */
  readonly readTables?: PlainTexts;
  /** @default [] */
  readonly writeTables?: PlainTexts;
  /** ARNs. @default [] */
  readonly readKmsKeys?: PlainTexts;
  /** @default [] */
  readonly writeKmsKeys?: PlainTexts;
  /** @default [] */
  readonly connections?: readonly ActorConnection[];
  /** @default false */
  readonly lakeFormation?: boolean;
  /** Names of log groups in addition to those of Glue; for jobs of Glue 5.0 or newer, prefixes of their names. @default [] */
  readonly logGroups?: PlainTexts;
  /** Whether a security configuration encrypts the logs with a KMS key. @default false */
  readonly encryptedLogs?: boolean;
  /**
   * What Spark may do with the database `default` where the Data Catalog is its metastore: read it, make it where there
   * is none, or nothing. Only for jobs and sessions.
   * @default "read"
   * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-data-catalog-hive.html
   */
  readonly defaultDatabase?: DefaultDatabase;
}

/** What a role may do with the database `default`. */
export type DefaultDatabase = (typeof defaultDatabaseModes)[number];

/** See {@link DefaultDatabase}. */
export const defaultDatabaseModes = ["read", "create", "none"] as const;

/** The policies of a role that are needed, by service or purpose. */
export type RolePolicies = Readonly<Partial<Record<"s3" | "kms" | "glue" | "vpc", PlainPolicy>>>;

const ACTORS: readonly Actor[] = [...runtimeActors, "databrew-project", "databrew-job"];

const ROLE_FORMS = {
  readS3: "s3",
  writeS3: "s3",
  readTables: "table",
  writeTables: "table",
  readKmsKeys: "arn",
  writeKmsKeys: "arn",
} as const;

/**
 * The least policies of a role that a job, a crawler, a session or DataBrew takes.
 *
 * @throws TfwrightError with all options that are wrong
 */
export function grantRole(options: RoleOptions): RolePolicies {
  checkOptions(
    options,
    {
      partition: "text",
      region: "any",
      account: "any",
      usedBy: "list",
      readS3: "any",
      writeS3: "any",
      readTables: "any",
      writeTables: "any",
      readKmsKeys: "any",
      writeKmsKeys: "any",
      connections: "list",
      lakeFormation: "boolean",
      logGroups: "list",
      encryptedLogs: "boolean",
      defaultDatabase: "any",
    } satisfies OptionKinds<RoleOptions>,
    { place: "grantRole(options)" },
  );
  gather([
    () => checkGrantOptions(options, ROLE_FORMS),
    ...(options.usedBy ?? []).map((actor, index) => () => checkChoice(actor, ACTORS, `usedBy[${index}]`)),
    () => checkChoice(options.defaultDatabase ?? "read", defaultDatabaseModes, "defaultDatabase"),
  ]);
  const policies = Object.entries(roleGrants(options)).map(([key, list]) => [key, policyOfGrants(list)] as const);
  return Object.fromEntries(policies.filter(([, policy]) => policy !== undefined));
}

/** The same as grants, with the reason of each statement. */
export function roleGrants(options: RoleOptions): Readonly<Record<keyof RolePolicies, readonly PlainGrant[]>> {
  const { connections = [] } = options;
  const place = placeOf(options);
  const locations = (uris: PlainTexts = []) => locationsOf(plainTerms, place, pathsOf(plainTerms, uris));
  const wiring = roleWiring(options, connections);
  return {
    s3: s3Grants(plainTerms, locations(options.readS3), locations(options.writeS3)),
    kms: kmsGrants(plainTerms, wiring),
    glue: glueGrants(plainTerms, place, wiring),
    vpc: connections.some(({ network }) => network !== undefined) ? networkGrants(plainTerms, place, wiring) : [],
  };
}

function roleWiring(options: RoleOptions, connections: readonly ActorConnection[]): RuntimeWiring<PlainTexts, boolean> {
  const actors = (options.usedBy ?? ["job"]).map((actor) => (actor.startsWith("databrew") ? "databrew" : actor));
  const networks = connections.flatMap(({ network }) => network ?? []);
  const credentials = connections.flatMap((connection) => connection.credentials ?? []);
  return {
    isUsedBy: (actor) => actors.includes(actor),
    readTables: options.readTables ?? [],
    writeTables: options.writeTables ?? [],
    readKeys: options.readKmsKeys ?? [],
    writeKeys: options.writeKmsKeys ?? [],
    connections: connections.map(({ name }) => name),
    hasConnections: connections.length > 0,
    secrets: credentials.map(({ secretArn }) => secretArn),
    hasSecrets: credentials.length > 0,
    credentialKeys: credentials.flatMap(({ kmsKeyArns = [] }) => kmsKeyArns),
    subnets: networks.map(({ subnetId }) => subnetId),
    securityGroups: networks.flatMap(({ securityGroupIds }) => securityGroupIds),
    usesLakeFormation: options.lakeFormation ?? false,
    logGroups: options.logGroups ?? [],
    encryptsLogs: options.encryptedLogs ?? false,
    usesMetastore: options.defaultDatabase !== "none",
    createsDefaultDatabase: options.defaultDatabase === "create",
  };
}

/** The permissions of a user of interactive sessions. */
export interface SessionClientOptions extends ActorPlace {
  /** ARNs of the roles in which the code runs. */
  readonly runtimeRoleArns: PlainTexts;
  /** Whom a session belongs to: the caller's id, or the value of the caller's own tag `owner`. @default "userid" */
  readonly owner?: "userid" | "principal_tag";
  /** Networks in which a session may run. @default any */
  readonly vpcIds?: PlainTexts;
  /** @default any */
  readonly subnetIds?: PlainTexts;
  /** @default any */
  readonly securityGroupIds?: PlainTexts;
}

/** The policy variables for {@link SessionClientOptions.owner}. */
export const ownerVariables = { userid: "${aws:userid}", principal_tag: "${aws:PrincipalTag/owner}" } as const;

/** The least policy of who opens interactive sessions. @throws TfwrightError with all options that are wrong */
export function grantSessionClient(options: SessionClientOptions): PlainPolicy {
  checkOptions(
    options,
    {
      partition: "text",
      region: "any",
      account: "any",
      runtimeRoleArns: "any",
      owner: "any",
      vpcIds: "list",
      subnetIds: "list",
      securityGroupIds: "list",
    } satisfies OptionKinds<SessionClientOptions>,
    { place: "grantSessionClient(options)" },
  );
  gather([
    () => checkGrantOptions(options, { runtimeRoleArns: "arn" }),
    () => checkChoice(options.owner ?? "userid", Object.keys(ownerVariables), "owner"),
  ]);
  const { runtimeRoleArns, owner = "userid", vpcIds = [], subnetIds = [], securityGroupIds = [] } = options;
  const wiring = { runtimeRoles: runtimeRoleArns, owner: ownerVariables[owner], vpcIds, subnetIds, securityGroupIds };
  const grants = sessionClientGrants(plainTerms, placeOf(options), wiring);
  return policyOfGrants(grants) ?? { Version: "2012-10-17", Statement: [] };
}

/** The resources that a deployer may manage. Names may end with `*`. */
export interface DeployerOptions extends ActorPlace {
  /** ARNs of the roles that jobs and crawlers get. @default [] */
  readonly roleArns?: PlainTexts;
  /** @default [] */
  readonly jobs?: PlainTexts;
  /** @default [] */
  readonly crawlers?: PlainTexts;
  /** @default [] */
  readonly triggers?: PlainTexts;
  /** @default [] */
  readonly databases?: PlainTexts;
  /** @default [] */
  readonly connections?: PlainTexts;
  /** @default true */
  readonly mayDelete?: boolean;
  /** Networks in which a job may run. @default any */
  readonly vpcIds?: PlainTexts;
  /** @default any */
  readonly subnetIds?: PlainTexts;
  /** @default any */
  readonly securityGroupIds?: PlainTexts;
}

/** The least policy of who deploys; none where nothing is named. @throws TfwrightError with all options that are wrong */
export function grantDeployer(options: DeployerOptions): PlainPolicy | undefined {
  checkOptions(
    options,
    {
      partition: "text",
      region: "any",
      account: "any",
      roleArns: "any",
      jobs: "list",
      crawlers: "list",
      triggers: "list",
      databases: "list",
      connections: "list",
      mayDelete: "boolean",
      vpcIds: "list",
      subnetIds: "list",
      securityGroupIds: "list",
    } satisfies OptionKinds<DeployerOptions>,
    { place: "grantDeployer(options)" },
  );
  checkGrantOptions(options, { roleArns: "arn" });
  const { roleArns: roles = [], jobs = [], crawlers = [], triggers = [], databases = [], connections = [] } = options;
  const { mayDelete = true, vpcIds = [], subnetIds = [], securityGroupIds = [] } = options;
  const rails = { vpcIds, subnetIds, securityGroupIds };
  const wiring = { roles, jobs, crawlers, triggers, databases, connections, mayDelete, ...rails };
  return policyOfGrants(deployerGrants(plainTerms, placeOf(options), wiring));
}

function placeOf({ partition, region, account }: ActorPlace) {
  const own = partitions.find(([, prefix]) => region.startsWith(prefix))?.[0] ?? "aws";
  return plainPlace(partition ?? own, region, account);
}
