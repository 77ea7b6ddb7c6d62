/** The graph of a data lake: its nodes, what each reads and writes, and what runs before it. */
import type { Construct } from "constructs";
import { at, type Expr, each, fn, type ListExpr, local, type MapExpr, not, toMap, when } from "tfwright";
import type { LakeInputs } from "./data-lake-variables";

/** Names of jobs and crawlers. */
export type NodeNames = ListExpr<Expr<string>>;

const NONE: readonly string[] = [];

/** How often the paths between nodes are doubled: up to 64 steps. */
const DOUBLINGS = 6;

/** Whether a word of `reads`, `writes` or `crawls` is an S3 URI, not a zone or a table of one. */
export const isUri = (ref: Expr<string>) => fn.startswith(ref, "s3://");

/** The zone of a word that is no URI. */
export const zoneOf = (ref: Expr<string>) => at(fn.split(".", ref), 0);

/** The locals of the graph. */
export type Graph = ReturnType<typeof graphOf>;

/** Adds the locals of the graph to the module. */
export function graphOf(scope: Construct, v: LakeInputs) {
  const jobs = local(
    scope,
    "jobs",
    toMap(
      v.jobs,
      (job, key) => [
        key,
        {
          // A set has the same names, and `concat` refuses it.
          reads: fn.tolist(job.reads),
          writes: fn.tolist(job.writes),
          after: fn.tolist(job.after),
          role: fn.coalesce<string>(job.role, key),
          connections: job.connections,
          schedule: job.schedule,
          state: job.state,
        },
      ],
      { as: "job" },
    ),
    { comment: "Jobs and crawlers with the defaults of what the graph needs" },
  );
  const crawlers = local(
    scope,
    "crawlers",
    toMap(
      v.crawlers,
      (crawler, key) => [
        key,
        {
          reads: fn.tolist(crawler.crawls),
          writes: fn.tolist(crawler.crawls),
          after: fn.tolist(crawler.after),
          role: fn.coalesce<string>(crawler.role, key),
          connections: crawler.connections,
          schedule: crawler.schedule,
          state: crawler.state,
        },
      ],
      { as: "crawler" },
    ),
  );
  const nodes = local(scope, "nodes", fn.merge(crawlers, jobs));
  return { jobs, crawlers, nodes, before: beforeOf(scope, nodes) };
}

/** The nodes that run before each node, in up to 64 steps. */
function beforeOf(scope: Construct, nodes: MapExpr<{ readonly after: NodeNames } & Expr<unknown>>): MapExpr<NodeNames> {
  const direct = local(
    scope,
    "before_1",
    toMap(nodes, (node, key) => [key, node.after], { as: "node" }),
    { comment: "What runs before each node: in one step, then in up to 2, 4, 8, ... steps" },
  );
  let before: MapExpr<NodeNames> = direct;
  for (let doubling = 1; doubling <= DOUBLINGS; doubling += 1) {
    const shorter = before;
    before = local(
      scope,
      `before_${2 ** doubling}`,
      toMap(
        shorter,
        (names, key) => [
          key,
          fn.distinct(
            fn.concat(names, fn.flatten(each(names, (name) => fn.lookup(shorter, name, NONE), { as: "name" }))),
          ),
        ],
        { as: "names" },
      ),
    );
  }
  return before;
}

/** The locals of {@link placesOf}. */
export type LakePlaces = ReturnType<typeof placesOf>;

/** What the graph refers to: places in S3 and in the catalog by the words of `reads`, `writes` and `crawls`. */
export function placesOf(scope: Construct, v: LakeInputs, { jobs, crawlers }: Graph) {
  const refs = local(
    scope,
    "references",
    fn.distinct(
      fn.flatten(
        fn.concat(
          each(crawlers, (crawler) => crawler.reads, { as: "crawler" }),
          each(jobs, (job) => fn.concat(job.reads, job.writes), { as: "job" }),
        ),
      ),
    ),
    { comment: "What jobs and crawlers read and write: zones, tables of zones, and S3 URIs" },
  );
  const databases = local(
    scope,
    "databases",
    toMap(v.zones, (_uri, zone) => [zone, fn.replace(`${v.name}_${zone}`, "-", "_")], { as: "uri" }),
    { comment: "The database of each zone" },
  );
  const uris = local(
    scope,
    "uris",
    toMap(refs, (ref) => [
      ref,
      when(
        isUri(ref),
        ref,
        fn.join("", [
          fn.lookup(v.zones, zoneOf(ref), "s3://unknown-zone/"),
          fn.replace(ref, "/^[^.]*[.]?/", ""),
          when(fn.strcontains(ref, "."), "/", ""),
        ]),
      ),
    ]),
    { comment: "The S3 URI of each: a table is a folder of its zone" },
  );
  const tables = local(
    scope,
    "tables",
    toMap(
      refs,
      (ref) => [
        ref,
        fn.join(".", [
          fn.lookup(databases, zoneOf(ref), "unknown_zone"),
          when(fn.strcontains(ref, "."), fn.replace(ref, "/^[^.]*[.]/", ""), "*"),
        ]),
      ],
      { where: (ref) => not(isUri(ref)) },
    ),
    { comment: "The tables of each that is no URI" },
  );
  return { databases, uris, tables };
}
