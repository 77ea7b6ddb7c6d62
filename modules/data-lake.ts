/** A data lake: jobs and crawlers as a graph, with databases, roles and triggers that follow from it. */
import {
  and,
  at,
  defineModule,
  type Expr,
  each,
  eq,
  fn,
  gt,
  ifNotNull,
  isNotNull,
  isNull,
  type ListExpr,
  local,
  mapFrom,
  moduleCall,
  not,
  output,
  resource,
  toMap,
  when,
} from "tfwright";
import { providers } from "./aws";
import { checkovNote } from "./checkov-findings";
import { mermaidOf } from "./data-lake-diagram";
import { lakeCreates, lakeExamples, lakeIam, lakeNotes, lakeTests } from "./data-lake-docs";
import { graphOf, mistakesOf, placesOf } from "./data-lake-graph";
import { preconditionsOf } from "./data-lake-preconditions";
import { lakeVariables } from "./data-lake-variables";
import { logsAreWritten, makeAlerts, makeLogs } from "./data-lake-watch";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { glueCrawler } from "./glue-crawler";
import { glueJob } from "./glue-job";
import { glueRole } from "./glue-role";
import { glueTrigger } from "./glue-trigger";
import { dataLakeJa } from "./ja/data-lake";
import { NEEDS_ACCOUNT } from "./place";
import { GlueWorkflow } from "./providers/aws/glue-workflow";

const NONE: readonly string[] = [];

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

export const dataLake = defineModule({
  name: "data-lake",
  translations: { ja: dataLakeJa },
  title: "AWS Glue data lake",
  description: `A data lake as a graph: you name its zones, and what each job and crawler reads, writes and waits for. The module creates databases, roles with least-privilege policies, jobs, crawlers and the triggers between them. It takes buckets, keys and connections that exist.\n\n${NEEDS_ACCOUNT}`,
  creates: lakeCreates,
  iam: lakeIam,
  notes: [...lakeNotes, checkovNote("data-lake", "en")],
  examples: lakeExamples,
  tests: lakeTests,
  providers,
  variables: lakeVariables,
  build(scope, v) {
    const graph = graphOf(scope, v);
    const { jobs, crawlers, nodes, before } = graph;
    const places = placesOf(scope, v, graph);
    const mistakes = mistakesOf(scope, v, graph);
    const common = { region: v.region, tags: v.tags };

    const databases = moduleCall(
      scope,
      glueCatalogDatabase,
      "databases",
      ({ key, value }) => ({ name: at(places.databases, key), location_uri: value, ...common }),
      { forEach: v.zones },
    );
    const databaseNames = local(
      scope,
      "database_names",
      databases.all((database) => database.name),
    );

    const roleNames = local(scope, "role_names", fn.distinct(each(nodes, (node) => node.role, { as: "node" })));
    const inRole = (role: Expr<string>, pick: "reads" | "writes" | "connections") =>
      fn.distinct(fn.flatten(each(nodes, (node) => node[pick], { as: "node", where: (node) => eq(node.role, role) })));
    const roles = local(
      scope,
      "roles",
      toMap(roleNames, (role) => [
        role,
        {
          is_of_jobs: fn.contains(
            each(jobs, (job) => job.role, { as: "job" }),
            role,
          ),
          is_of_crawlers: fn.contains(
            each(crawlers, (crawler) => crawler.role, { as: "crawler" }),
            role,
          ),
          reads: inRole(role, "reads"),
          // A crawler writes tables, and no data.
          writes: fn.distinct(
            fn.flatten(each(jobs, (job) => job.writes, { as: "job", where: (job) => eq(job.role, role) })),
          ),
          updates: inRole(role, "writes"),
          connections: inRole(role, "connections"),
        },
      ]),
      { comment: "What the jobs and crawlers of each role do" },
    );
    const zonesOf = (refs: ListExpr<Expr<string>>) =>
      fn.distinct(
        each(refs, (ref) => at(fn.split(".", ref), 0), { where: (ref) => fn.contains(fn.keys(places.tables), ref) }),
      );
    const keysOf = (refs: ListExpr<Expr<string>>) =>
      fn.flatten(each(zonesOf(refs), (zone) => fn.lookup(v.kms_keys, zone, NONE), { as: "zone" }));
    const tablesOf = (refs: ListExpr<Expr<string>>) =>
      each(refs, (ref) => at(places.tables, ref), {
        as: "ref",
        where: (ref) => fn.contains(fn.keys(places.tables), ref),
      });
    const logs = makeLogs(scope, v, common);
    const role = moduleCall(
      scope,
      glueRole,
      "roles",
      ({ key, value }) => ({
        name: `${v.name}-${key}`,
        used_by: fn.concat(when(value.is_of_jobs, ["job"], NONE), when(value.is_of_crawlers, ["crawler"], NONE)),
        read_s3: fn.concat(
          when(value.is_of_jobs, [v.scripts], NONE),
          each(value.reads, (ref) => at(places.uris, ref), { as: "ref" }),
        ),
        write_s3: when(
          value.is_of_jobs,
          each(value.writes, (ref) => at(places.uris, ref), { as: "ref" }),
          NONE,
        ),
        read_tables: tablesOf(value.reads),
        write_tables: tablesOf(value.updates),
        read_kms_keys: keysOf(value.reads),
        write_kms_keys: keysOf(value.writes),
        connections: each(value.connections, (name) => at(v.connections, name), {
          as: "name",
          where: (name) => fn.contains(fn.keys(v.connections), name),
        }),
        default_database: when(value.is_of_jobs, "read", "none"),
        encrypted_logs: isNotNull(v.security_configuration),
        log_groups: when(and(value.is_of_jobs, logs.hasOwn), [logs.group], NONE),
        lake_formation: when(v.lake_formation, { data_locations: NONE }, null),
        account_id: v.account_id,
        ...common,
      }),
      { forEach: roles },
    );

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
    const job = moduleCall(
      scope,
      glueJob,
      "jobs",
      ({ key, value }) => ({
        name: `${v.name}-${key}`,
        role_arn: role.at(at(jobs, key).role).arn,
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
        log_group: when(and(at(isSpark, key), logs.hasOwn), logs.ofJobs, null) as never,
        security_configuration: v.security_configuration,
        ...common,
      }),
      { forEach: v.jobs },
    );
    const crawler = moduleCall(
      scope,
      glueCrawler,
      "crawlers",
      ({ key, value }) => ({
        name: `${v.name}-${key}`,
        role_arn: role.at(value.role).arn,
        // Not an index: a precondition names a zone that does not exist.
        database_name: fn.lookup(databaseNames, at(fn.split(".", fn.join(",", value.reads)), 0), "unknown_zone"),
        s3_targets: each(value.reads, (ref) => ({ path: at(places.uris, ref) }), { as: "ref" }),
        security_configuration: v.security_configuration,
        ...common,
      }),
      { forEach: crawlers },
    );

    const workflow = resource(
      scope,
      GlueWorkflow,
      "this",
      { name: v.name, max_concurrent_runs: 1, ...common },
      { lifecycle: { preconditions: [...preconditionsOf(mistakes), logsAreWritten(v)] } },
    );
    const jobNames = local(
      scope,
      "job_names",
      job.all((one) => one.name),
    );
    const crawlerNames = local(
      scope,
      "crawler_names",
      crawler.all((one) => one.name),
    );
    const nameOf = (names: typeof jobNames, name: Expr<string>) => fn.lookup(names, name, null);
    const start = (name: Expr<string>) => ({ job: nameOf(jobNames, name), crawler: nameOf(crawlerNames, name) });
    const scheduled = local(
      scope,
      "schedules",
      toMap(nodes, (node, key) => [key, node.schedule], { as: "node", where: (node) => isNotNull(node.schedule) }),
      { comment: "Jobs and crawlers with a schedule of their own" },
    );
    const isInWorkflow = (key: Expr<string>) =>
      eq(fn.length(fn.setintersection(fn.concat([key], at(before, key)), fn.keys(scheduled))), 0);
    const roots = local(
      scope,
      "roots",
      each(fn.keys(nodes), (key) => key, {
        as: "key",
        where: (key) =>
          and(
            and(eq(fn.length(at(nodes, key).after), 0), isNull(at(nodes, key).schedule)),
            not(fn.contains(mistakes.endless, key)),
          ),
      }),
      { comment: "What the workflow starts first" },
    );
    moduleCall(
      scope,
      glueTrigger,
      "start",
      {
        name: `${v.name}-start`,
        workflow_name: workflow.name,
        starts: each(roots, start, { as: "name" }),
        schedule: v.schedule,
        ...common,
      },
      { count: when(gt(fn.length(roots), 0), 1, 0) },
    );
    moduleCall(
      scope,
      glueTrigger,
      "own_schedule",
      ({ key, value }) => ({
        name: `${v.name}-${key}-schedule`,
        starts: [start(key)],
        schedule: value,
        ...common,
      }),
      { forEach: scheduled },
    );
    moduleCall(
      scope,
      glueTrigger,
      "after",
      ({ key, value }) => ({
        name: `${v.name}-before-${key}`,
        // A workflow counts only the runs that it started itself.
        workflow_name: when(isInWorkflow(key), workflow.name, null),
        starts: [start(key)],
        after: each(value.after, (name) => ({ ...start(name), state: value.state }), {
          as: "name",
          where: (name) => fn.contains(fn.keys(nodes), name),
        }),
        ...common,
      }),
      {
        forEach: toMap(nodes, (node, key) => [key, node], {
          as: "node",
          where: (node) => gt(fn.length(node.after), 0),
        }),
      },
    );
    makeAlerts(scope, v, common);
    return {
      workflow_name: output(workflow.name, { description: "Name of the workflow that runs the data lake." }),
      jobs: output(jobNames, { description: "Names of the jobs in AWS Glue, by their names here." }),
      crawlers: output(crawlerNames, { description: "Names of the crawlers in AWS Glue, by their names here." }),
      databases: output(databaseNames, { description: "Names of the databases by zone." }),
      role_arns: output(
        role.all((one) => one.arn),
        { description: "ARNs of the roles by name." },
      ),
      graph: output(mermaidOf(v, graph, places.tables), {
        description: "The graph as a Mermaid diagram, for a README or a wiki.",
      }),
    };
  },
});

type Formats = Readonly<Record<string, Readonly<Record<string, string>>>>;
