/** The graph of a data lake: its nodes, what each reads and writes, what runs before it, and what is wrong with it. */
import type { Construct } from "constructs";
import {
  and,
  at,
  type Expr,
  each,
  eq,
  fn,
  gt,
  isNotNull,
  isNull,
  type ListExpr,
  local,
  type MapExpr,
  ne,
  not,
  or,
  toMap,
  when,
} from "tfwright";
import type { LakeInputs } from "./data-lake-variables";

type NodeNames = ListExpr<Expr<string>>;

const NONE: readonly string[] = [];

/** How often the paths between nodes are doubled: up to 64 steps. */
const DOUBLINGS = 6;

const isUri = (ref: Expr<string>) => fn.startswith(ref, "s3://");
const zoneOf = (ref: Expr<string>) => at(fn.split(".", ref), 0);

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
  return { jobs, crawlers, nodes, before };
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

/** The locals of {@link mistakesOf}. */
export type Mistakes = ReturnType<typeof mistakesOf>;

/** What is wrong with the graph, each as a list of names. */
export function mistakesOf(scope: Construct, v: LakeInputs, { jobs, crawlers, nodes, before }: Graph) {
  const overlaps = (one: Expr<string>, other: Expr<string>) =>
    or(eq(one, other), or(fn.startswith(one, `${other}.`), fn.startswith(other, `${one}.`)));
  const comesBefore = (name: Expr<string>, of: Expr<string>) => fn.contains(at(before, of), name);
  const list = (name: string, value: NodeNames, comment: string) => local(scope, name, value, { comment });
  const endless = list(
    "endless_jobs",
    each(fn.keys(v.jobs), (key) => key, {
      as: "key",
      where: (key) =>
        and(
          eq(fn.coalesce<string>(at(v.jobs, key).type, "spark"), "streaming"),
          and(isNull(at(v.jobs, key).schedule), eq(fn.coalesce<number>(at(v.jobs, key).timeout, 0), 0)),
        ),
    }),
    "Streaming jobs that run until they are stopped: the workflow would wait for them, and could not start again",
  );
  const isEndless = (key: Expr<string>) => fn.contains(endless, key);
  return {
    endless,
    orderedEndless: list(
      "ordered_endless_jobs",
      each(endless, (key) => key, {
        as: "key",
        where: (key) =>
          or(
            gt(fn.length(at(nodes, key).after), 0),
            fn.contains(fn.flatten(each(nodes, (node) => node.after, { as: "node" })), key),
          ),
      }),
      "Those that wait for others, or for which others wait",
    ),
    twice: list(
      "jobs_and_crawlers",
      fn.setintersection(fn.keys(jobs), fn.keys(crawlers)) as unknown as NodeNames,
      "Names that a job and a crawler have",
    ),
    unknownZones: list(
      "unknown_zones",
      fn.flatten(
        each(
          nodes,
          (node, key) =>
            each(fn.distinct(fn.concat(node.reads, node.writes)), (ref) => `${key}: ${ref}`, {
              as: "ref",
              where: (ref) => and(not(isUri(ref)), not(fn.contains(fn.keys(v.zones), zoneOf(ref)))),
            }),
          { as: "node" },
        ),
      ),
      "Zones that are not in zones",
    ),
    nestedZones: list(
      "nested_zones",
      fn.flatten(
        each(
          v.zones,
          (outer, key) =>
            each(fn.keys(v.zones), (zone) => `${zone} in ${key}`, {
              as: "zone",
              where: (zone) => and(ne(zone, key), fn.startswith(at(v.zones, zone), outer)),
            }),
          { as: "outer" },
        ),
      ),
      "Zones in the folders of others",
    ),
    unknownNodes: list(
      "unknown_nodes",
      fn.flatten(
        each(
          nodes,
          (node, key) =>
            each(node.after, (name) => `${key}: ${name}`, {
              as: "name",
              where: (name) => not(fn.contains(fn.keys(nodes), name)),
            }),
          { as: "node" },
        ),
      ),
      "Names in after that are no job and no crawler",
    ),
    unknownConnections: list(
      "unknown_connections",
      fn.flatten(
        each(
          nodes,
          (node, key) =>
            each(node.connections, (name) => `${key}: ${name}`, {
              as: "name",
              where: (name) => not(fn.contains(fn.keys(v.connections), name)),
            }),
          { as: "node" },
        ),
      ),
      "Connections that are not in connections",
    ),
    cycle: list(
      "cycle",
      each(fn.keys(nodes), (key) => key, { as: "key", where: (key) => comesBefore(key, key) }),
      "Nodes that would have to run before themselves",
    ),
    scheduledAfter: list(
      "scheduled_after",
      each(fn.keys(nodes), (key) => key, {
        as: "key",
        where: (key) => and(isNotNull(at(nodes, key).schedule), gt(fn.length(at(nodes, key).after), 0)),
      }),
      "Nodes with a schedule of their own and with after",
    ),
    stateAlone: list(
      "state_alone",
      each(fn.keys(nodes), (key) => key, {
        as: "key",
        where: (key) => and(isNotNull(at(nodes, key).state), eq(fn.length(at(nodes, key).after), 0)),
      }),
      "Nodes with a state, and with nothing that ends in it",
    ),
    crawledUris: list(
      "crawled_uris",
      fn.flatten(
        each(crawlers, (crawler, key) =>
          each(crawler.reads, (ref) => `${key}: ${ref}`, { as: "ref", where: (ref) => isUri(ref) }),
        ),
      ),
      "URIs in crawls, which belong to no database",
    ),
    scriptUris: list(
      "script_uris",
      each(fn.keys(v.jobs), (key) => key, {
        as: "key",
        where: (key) => fn.startswith(fn.coalesce<string>(at(v.jobs, key).script, "none"), "s3://"),
      }),
      "Jobs whose script is an S3 URI",
    ),
    keysOfNoZone: list(
      "keys_of_no_zone",
      fn.setsubtract(fn.keys(v.kms_keys), fn.keys(v.zones)) as unknown as NodeNames,
      "Names in kms_keys that are not in zones",
    ),
    severalZones: list(
      "several_zones",
      each(fn.keys(crawlers), (key) => key, {
        as: "key",
        where: (key) =>
          ne(fn.length(fn.distinct(each(at(crawlers, key).reads, (ref) => zoneOf(ref), { as: "ref" }))), 1),
      }),
      "Crawlers of no zone, or of several",
    ),
    longNames: list(
      "long_role_names",
      each(fn.distinct(each(nodes, (node) => node.role, { as: "node" })), (role) => role, {
        as: "role",
        where: (role) => gt(fn.length(`${v.name}-${role}`), 64),
      }),
      "Roles whose names are longer than AWS allows",
    ),
    otherStates: list(
      "other_states",
      fn.flatten(
        each(
          nodes,
          (node, key) =>
            each(node.after, (name) => `${key} after ${name}`, {
              as: "name",
              where: (name) =>
                fn.contains(
                  when(fn.contains(fn.keys(jobs), name), ["CANCELLED"], ["STOPPED", "TIMEOUT"]),
                  fn.coalesce<string>(node.state, "SUCCEEDED"),
                ),
            }),
          { as: "node" },
        ),
      ),
      "Nodes with a state that what they wait for never has",
    ),
    unordered: list(
      "unordered",
      fn.flatten(
        each(nodes, (reader, key) =>
          each(fn.keys(nodes), (writer) => `${key} reads what ${writer} writes`, {
            as: "writer",
            where: (writer) =>
              and(
                and(ne(writer, key), and(isNull(reader.schedule), isNull(at(nodes, writer).schedule))),
                and(
                  not(
                    or(or(isEndless(key), isEndless(writer)), or(comesBefore(writer, key), comesBefore(key, writer))),
                  ),
                  fn.anytrue(
                    fn.flatten(
                      each(
                        reader.reads,
                        (ref) => each(at(nodes, writer).writes, (written) => overlaps(ref, written), { as: "written" }),
                        { as: "ref" },
                      ),
                    ),
                  ),
                ),
              ),
          }),
        ),
      ),
      "Nodes that read what another one writes, with no order between the two",
    ),
  };
}
