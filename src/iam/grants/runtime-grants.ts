/**
 * Who runs in Glue with a role: jobs, crawlers, sessions, DataBrew's projects and its profile and recipe jobs, optimizers of
 * Iceberg tables, evaluations of data quality.
 *
 * Source: AWS Glue guide, the IAM pages of jobs, crawlers, connections, table optimizers and data quality; AWS managed policies, as read in March 2026.
 */
import { TABLE_SEPARATOR } from "../arn/data-names";
import { arnsIn, type Place } from "./place";
import type { SingleGrant, Terms } from "./terms";

/** Who takes the role; both kinds of DataBrew have one set of permissions. */
export type RuntimeActor = "job" | "crawler" | "session" | "databrew" | "optimizer" | "data_quality";

export const runtimeActors: readonly RuntimeActor[] = [
  "job",
  "crawler",
  "session",
  "databrew",
  "optimizer",
  "data_quality",
];

/** The data and services that an actor works with. */
export interface RuntimeWiring<L, B> {
  isUsedBy(actor: RuntimeActor): B;
  /** `database.table` or `database.*`. */
  readonly readTables: L;
  readonly writeTables: L;
  readonly readKeys: L;
  readonly writeKeys: L;
  /** Names. */
  readonly connections: L;
  readonly hasConnections: B;
  /** ARNs of the connections' secrets, and of the keys of these and of their passwords. */
  readonly secrets: L;
  readonly hasSecrets: B;
  readonly credentialKeys: L;
  /** Ids of the subnets and security groups of the connections. */
  readonly subnets: L;
  readonly securityGroups: L;
  readonly usesLakeFormation: B;
  /** Names of further log groups, or what the names start with up to a `/`: `/orders` is also `/orders/error`. */
  readonly logGroups: L;
  /** Whether a security configuration encrypts the logs with a KMS key. */
  readonly encryptsLogs: B;
  /** Whether Spark has the Data Catalog as its metastore. */
  readonly usesMetastore: B;
  /** Whether Spark may make the database `default` if there is none. */
  readonly createsDefaultDatabase: B;
}

const READ_CATALOG = [
  "glue:GetDatabase",
  "glue:GetTable",
  "glue:GetTables",
  "glue:GetPartition",
  "glue:GetPartitions",
  "glue:BatchGetPartition",
];
const WRITE_CATALOG = [
  "glue:CreateTable",
  "glue:UpdateTable",
  "glue:CreatePartition",
  "glue:BatchCreatePartition",
  "glue:UpdatePartition",
  "glue:BatchUpdatePartition",
];
const OPTIMIZE_CATALOG = ["glue:GetTable", "glue:UpdateTable"];
const EVALUATE = [
  "glue:GetDataQualityRuleset",
  "glue:GetDataQualityRulesetEvaluationRun",
  "glue:GetDataQualityResult",
  "glue:PublishDataQuality",
];
const CRAWL_CATALOG = ["glue:UpdateDatabase", "glue:DeleteTable", "glue:DeletePartition", "glue:BatchDeletePartition"];

/** Who makes tables and partitions. */
const WRITERS: readonly RuntimeActor[] = ["job", "crawler", "session", "databrew", "data_quality"];

/** Where each actor writes its logs. */
const LOG_GROUPS: Readonly<Record<RuntimeActor, readonly string[]>> = {
  job: ["/aws-glue/jobs/*", "/aws-glue/python-jobs/*"],
  crawler: ["/aws-glue/crawlers*"],
  session: ["/aws-glue/sessions/*"],
  databrew: ["/aws-glue-databrew/*"],
  optimizer: [
    "/aws-glue/iceberg-compaction/*",
    "/aws-glue/iceberg-retention/*",
    "/aws-glue/iceberg-orphan-file-deletion/*",
  ],
  data_quality: ["/aws-glue/data-quality/*"],
};

/** Keys by what is done with them. */
export function kmsGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  { readKeys, writeKeys, credentialKeys }: RuntimeWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const on = (keys: L, ...actions: readonly string[]) => ({
    actions: terms.list(actions),
    resources: keys,
    isNeeded: terms.hasAny(keys),
  });
  return [
    { sid: "Decrypt", reason: "To read data that is encrypted with these keys.", ...on(readKeys, "kms:Decrypt") },
    {
      sid: "EncryptAndDecrypt",
      reason: "To write an object, Glue needs a data key. Bookmarks are encrypted with the KMS key itself.",
      ...on(writeKeys, "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"),
    },
    {
      sid: "DecryptCredentials",
      reason: "Keys of the connections' passwords and secrets.",
      ...on(credentialKeys, "kms:Decrypt"),
    },
  ];
}

/** The catalog with all ancestors, connections and their secrets, logs, metrics, bookmarks, Lake Formation. */
export function glueGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: Place<T>,
  wiring: RuntimeWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const { readTables, writeTables, isUsedBy, usesMetastore, createsDefaultDatabase } = wiring;
  const arnOf = arnsIn(terms, place);
  const catalog = terms.list([arnOf("glue", "rootcatalog")]);
  const withAncestors = (tables: L) =>
    terms.concat(
      catalog,
      terms.each(tables, "table", (table) => arnOf("glue", "database", terms.before(table, TABLE_SEPARATOR))),
      terms.each(tables, "table", (table) => arnOf("glue", "table", terms.replace(table, TABLE_SEPARATOR, "/"))),
    );
  return [
    {
      sid: "ReadCatalog",
      reason: "An action on a table needs its database and the catalog too.",
      actions: terms.list(READ_CATALOG),
      resources: withAncestors(readTables),
      isNeeded: terms.hasAny(readTables),
    },
    {
      sid: "WriteCatalog",
      reason: "A crawler also deletes tables and partitions whose data is gone, and updates the database.",
      actions: terms.concat(
        terms.list([...READ_CATALOG, ...WRITE_CATALOG]),
        terms.when(isUsedBy("crawler"), terms.list(CRAWL_CATALOG)),
      ),
      resources: withAncestors(writeTables),
      isNeeded: terms.and(terms.hasAny(writeTables), terms.or(...WRITERS.map(isUsedBy))),
    },
    {
      sid: "OptimizeTables",
      reason: "Compaction and snapshot retention write a new version of the table's metadata.",
      actions: terms.list(OPTIMIZE_CATALOG),
      resources: withAncestors(writeTables),
      isNeeded: terms.and(terms.hasAny(writeTables), isUsedBy("optimizer")),
    },
    {
      sid: "UseMetastore",
      reason: "Spark SQL always asks for the database `default`, and creates it if it does not exist.",
      actions: terms.concat(
        terms.list(["glue:GetDatabase"]),
        terms.when(createsDefaultDatabase, terms.list(["glue:CreateDatabase"])),
      ),
      resources: terms.concat(catalog, terms.list([arnOf("glue", "database", "default")])),
      isNeeded: terms.and(usesMetastore, terms.or(isUsedBy("job"), isUsedBy("session"))),
    },
    ...connectionGrants(terms, place, wiring),
    ...serviceGrants(terms, place, wiring),
  ];
}

/** Connections, and the secrets that hold their passwords. */
function connectionGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: Place<T>,
  { connections, hasConnections, secrets, hasSecrets }: RuntimeWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const arnOf = arnsIn(terms, place);
  return [
    {
      sid: "UseConnections",
      reason: "An action on a connection needs the catalog too.",
      actions: terms.list(["glue:GetConnection"]),
      resources: terms.concat(
        terms.list([arnOf("glue", "rootcatalog")]),
        terms.each(connections, "name", (name) => arnOf("glue", "connection", name)),
      ),
      isNeeded: hasConnections,
    },
    {
      sid: "ReadSecrets",
      reason: "Users and passwords of the connections.",
      actions: terms.list(["secretsmanager:GetSecretValue"]),
      resources: secrets,
      isNeeded: hasSecrets,
    },
  ];
}

/** The permissions that an actor needs for any data. */
function serviceGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: Place<T>,
  wiring: RuntimeWiring<L, B>,
): readonly SingleGrant<L, B>[] {
  const { isUsedBy, usesLakeFormation } = wiring;
  const all = terms.list(["*"]);
  return [
    {
      sid: "ReadBookmarks",
      reason: "Bookmarks have no resource type in IAM.",
      actions: terms.list(["glue:GetJobBookmark"]),
      resources: all,
      isNeeded: isUsedBy("job"),
    },
    logGrant(terms, place, wiring),
    { sid: "WriteMetrics", ...metricsIn(terms, "Glue"), isNeeded: terms.or(isUsedBy("job"), isUsedBy("session")) },
    ...dataQualityGrants(terms, place, isUsedBy("data_quality")),
    {
      sid: "UseLakeFormation",
      reason: "This action has no resource type in IAM. The permissions in Lake Formation decide.",
      actions: terms.list(["lakeformation:GetDataAccess"]),
      resources: all,
      isNeeded: usesLakeFormation,
    },
  ];
}

/** The log groups of an actor, and those that are named. */
function logGrant<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: Place<T>,
  { isUsedBy, logGroups: further, encryptsLogs }: RuntimeWiring<L, B>,
): SingleGrant<L, B> {
  const arnOf = arnsIn(terms, place);
  const logGroups = runtimeActors.map((actor) =>
    terms.when(isUsedBy(actor), terms.list(LOG_GROUPS[actor].map((group) => arnOf("logs", "log-group", group)))),
  );
  const groupsWritten = terms.concat(
    ...logGroups,
    // The streams of the group itself, and the groups below it: from Glue 5.0 the name is a prefix.
    terms.each(further, "group", (group) => arnOf("logs", "log-group", group, ":*")),
    terms.each(further, "group", (group) => arnOf("logs", "log-group", group, "/*")),
    // Before Glue 5.0 the name of a security configuration that encrypts logs is added to the group's own.
    terms.when(
      encryptsLogs,
      terms.each(further, "group", (group) => arnOf("logs", "log-group", group, "-*")),
    ),
  );
  return {
    sid: "WriteLogs",
    reason:
      "Log groups that Glue writes to for this role. If logs are encrypted, Glue also sets the KMS key of the log group.",
    actions: terms.concat(
      terms.list(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]),
      terms.when(encryptsLogs, terms.list(["logs:AssociateKmsKey"])),
    ),
    resources: groupsWritten,
    isNeeded: terms.yes,
  };
}

/** Evaluations of data quality. */
function dataQualityGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: Place<T>,
  isNeeded: B,
): readonly SingleGrant<L, B>[] {
  const arnOf = arnsIn(terms, place);
  return [
    {
      sid: "EvaluateDataQuality",
      reason: "An evaluation reads its ruleset and its own run, and publishes the result.",
      actions: terms.list(EVALUATE),
      resources: terms.list([arnOf("glue", "dataQualityRuleset", "*")]),
      isNeeded,
    },
    {
      sid: "ReadDataQualityLibraries",
      reason: "AWS Glue loads the code of an evaluation from this bucket of AWS, with the role.",
      actions: terms.list(["s3:GetObject"]),
      resources: terms.list([
        terms.join("arn:", place.partition, ":s3:::aws-glue-ml-data-quality-assets-", place.region, "/*"),
      ]),
      isNeeded,
    },
    { sid: "WriteDataQualityMetrics", ...metricsIn(terms, "Glue Data Quality"), isNeeded },
  ];
}

function metricsIn<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  namespace: string,
): Omit<SingleGrant<L, B>, "sid" | "isNeeded"> {
  return {
    reason: "Metrics have no resource type in IAM. The namespace limits them.",
    actions: terms.list(["cloudwatch:PutMetricData"]),
    resources: terms.list(["*"]),
    conditions: [{ test: "StringEquals", variable: "cloudwatch:namespace", values: terms.list([namespace]) }],
  };
}
