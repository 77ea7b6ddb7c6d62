/** The jobs and crawlers of a data lake. */
import type { Construct } from "constructs";
import {
  and,
  at,
  type Expr,
  each,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  type ListExpr,
  local,
  type MapExpr,
  mapFrom,
  moduleCall,
  toMap,
  when,
} from "tfwright";
import type { Graph, LakePlaces } from "./data-lake-graph";
import type { makeRoles } from "./data-lake-roles";
import type { LakeInputs, RegionAndTags } from "./data-lake-variables";
import type { LakeLogs } from "./data-lake-watch";
import { glueCrawler } from "./glue-crawler";
import { glueJob } from "./glue-job";

type Roles = ReturnType<typeof makeRoles>;

/**
 * Settings of Spark that a table format needs.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-datalake-native-frameworks.html
 */
const FORMATS = {
  iceberg: {
    "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
    "spark.sql.catalog.glue_catalog": "org.apache.iceberg.spark.SparkCatalog",
    "spark.sql.catalog.glue_catalog.catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog",
    "spark.sql.catalog.glue_catalog.io-impl": "org.apache.iceberg.aws.s3.S3FileIO",
  },
  hudi: { "spark.serializer": "org.apache.spark.serializer.KryoSerializer" },
  delta: {
    "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
    "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
  },
};

type Formats = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the jobs refer to. */
interface JobParts {
  readonly jobs: Graph["jobs"];
  readonly roles: Roles;
  readonly logs: LakeLogs;
}

/** A job of AWS Glue for each of `jobs`. */
export function makeJobs(scope: Construct, v: LakeInputs, common: RegionAndTags, { jobs, roles, logs }: JobParts) {
  const connectionNames = (names: ListExpr<Expr<string>>) =>
    each(names, (name) => at(v.connections, name).name, {
      as: "name",
      where: (name) => fn.contains(fn.keys(v.connections), name),
    });
  const typeOf = (key: Expr<string>) => at(types, key);
  const types = local(
    scope,
    "job_types",
    toMap(v.jobs, (one, key) => [key, fn.coalesce<string>(one.type, "spark")], { as: "job" }),
  );
  const sparkConf = local(
    scope,
    "spark_conf",
    ifNotNull(v.table_format, (format) => at(mapFrom(FORMATS as Formats), format), {}),
    { comment: "Settings of Spark that AWS documents for the table format" },
  );
  const isSpark = local(
    scope,
    "is_spark",
    toMap(types, (type, key) => [key, fn.contains(["spark", "streaming"], type)], { as: "type" }),
    { comment: "Whether a job is of Spark, which alone takes table formats and a log group" },
  );
  return moduleCall(
    scope,
    glueJob,
    "jobs",
    ({ key, value }) => ({
      name: `${v.name}-${key}`,
      role_arn: roles.at(at(jobs, key).role).arn,
      script_location: `${v.scripts}${fn.coalesce<string>(value.script, `${key}.py`)}`,
      type: typeOf(key),
      glue_version: when(eq(typeOf(key), "python_shell"), null, v.glue_version),
      worker_type: value.worker_type,
      number_of_workers: value.number_of_workers,
      timeout: value.timeout,
      connections: connectionNames(at(jobs, key).connections),
      default_arguments: value.arguments,
      datalake_formats: when(and(at(isSpark, key), isNotNull(v.table_format)), [v.table_format as Expr<string>], []),
      spark_conf: when(at(isSpark, key), sparkConf, {}),
      log_group: when(and(at(isSpark, key), logs.hasOwn), logs.ofJobs, null),
      security_configuration: v.security_configuration,
      ...common,
    }),
    { forEach: v.jobs },
  );
}

/** What the crawlers refer to. */
interface CrawlerParts {
  readonly crawlers: Graph["crawlers"];
  readonly roles: Roles;
  readonly places: LakePlaces;
  readonly databaseNames: MapExpr<Expr<string>>;
}

/** A crawler of AWS Glue for each of `crawlers`. */
export function makeCrawlers(
  scope: Construct,
  v: LakeInputs,
  common: RegionAndTags,
  { crawlers, roles, places, databaseNames }: CrawlerParts,
) {
  return moduleCall(
    scope,
    glueCrawler,
    "crawlers",
    ({ key, value }) => ({
      name: `${v.name}-${key}`,
      role_arn: roles.at(value.role).arn,
      // Not an index: a precondition names a zone that does not exist.
      database_name: fn.lookup(databaseNames, at(fn.split(".", fn.join(",", value.reads)), 0), "unknown_zone"),
      s3_targets: each(value.reads, (ref) => ({ path: at(places.uris, ref) }), { as: "ref" }),
      security_configuration: v.security_configuration,
      ...common,
    }),
    { forEach: crawlers },
  );
}
