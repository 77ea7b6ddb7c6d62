/** What is wrong with the graph of a data lake: each mistake is a local, the list of the names that have it. */
import type { Construct } from "constructs";
import {
  and,
  at,
  type BoolLike,
  type Expr,
  each,
  eq,
  fn,
  gt,
  isNotNull,
  isNull,
  local,
  type MapExpr,
  ne,
  not,
  or,
  when,
} from "tfwright";
import { type Graph, isUri, type NodeNames, zoneOf } from "./data-lake-graph";
import type { LakeInputs } from "./data-lake-variables";

type NodeName = Expr<string>;
/** A job or a crawler of the graph. */
type GraphNode = Graph["nodes"] extends MapExpr<infer N> ? N : never;
/** Adds one mistake: the name of its local, the names that have it, and the comment above it. */
type AddMistake = (name: string, value: NodeNames, comment: string) => NodeNames;

/** The mistakes of {@link mistakesOf}. */
export type Mistakes = ReturnType<typeof mistakesOf>;

/** Adds a local for each mistake. */
export function mistakesOf(scope: Construct, v: LakeInputs, graph: Graph) {
  const list: AddMistake = (name, value, comment) => local(scope, name, value, { comment });
  const { endless, orderedEndless } = endlessJobs(list, v, graph);
  return {
    endless,
    orderedEndless,
    ...wrongNames(list, v, graph),
    ...wrongOrder(list, graph),
    ...wrongPlaces(list, v, graph),
    longNames: list("long_role_names", longRoleNames(v, graph), "Roles whose names are longer than AWS allows"),
    otherStates: list("other_states", otherStates(graph), "Nodes with a state that what they wait for never has"),
    unordered: list(
      "unordered",
      unordered(graph, endless),
      "Nodes that read what another one writes, with no order between the two",
    ),
  };
}

/** The streaming jobs without an end, and those of them that have an order nevertheless. */
function endlessJobs(list: AddMistake, v: LakeInputs, { nodes }: Graph) {
  const endless = list(
    "endless_jobs",
    keysOf(v.jobs, (key) =>
      and(
        eq(fn.coalesce<string>(at(v.jobs, key).type, "spark"), "streaming"),
        and(isNull(at(v.jobs, key).schedule), eq(fn.coalesce<number>(at(v.jobs, key).timeout, 0), 0)),
      ),
    ),
    "Streaming jobs that run until they are stopped: the workflow would wait for them, and could not start again",
  );
  const isOrdered = (key: NodeName) =>
    or(
      gt(fn.length(at(nodes, key).after), 0),
      fn.contains(fn.flatten(each(nodes, (node) => node.after, { as: "node" })), key),
    );
  return {
    endless,
    orderedEndless: list(
      "ordered_endless_jobs",
      each(endless, (key) => key, { as: "key", where: isOrdered }),
      "Those that wait for others, or for which others wait",
    ),
  };
}

/** Names of nodes, zones and connections that are taken, or that nothing has. */
function wrongNames(list: AddMistake, v: LakeInputs, { jobs, crawlers, nodes }: Graph) {
  return {
    twice: list(
      "jobs_and_crawlers",
      fn.setintersection(fn.keys(jobs), fn.keys(crawlers)) as unknown as NodeNames,
      "Names that a job and a crawler have",
    ),
    unknownZones: list(
      "unknown_zones",
      namedBy(nodes, "ref", {
        names: (node) => fn.distinct(fn.concat(node.reads, node.writes)),
        where: (ref) => and(not(isUri(ref)), not(fn.contains(fn.keys(v.zones), zoneOf(ref)))),
      }),
      "Zones that are not in zones",
    ),
    nestedZones: list("nested_zones", nestedZones(v), "Zones in the folders of others"),
    unknownNodes: list(
      "unknown_nodes",
      namedBy(nodes, "name", {
        names: (node) => node.after,
        where: (name) => not(fn.contains(fn.keys(nodes), name)),
      }),
      "Names in after that are no job and no crawler",
    ),
    unknownConnections: list(
      "unknown_connections",
      namedBy(nodes, "name", {
        names: (node) => node.connections,
        where: (name) => not(fn.contains(fn.keys(v.connections), name)),
      }),
      "Connections that are not in connections",
    ),
  };
}

function nestedZones(v: LakeInputs): NodeNames {
  return fn.flatten(
    each(
      v.zones,
      (outer, key) =>
        each(fn.keys(v.zones), (zone) => `${zone} in ${key}`, {
          as: "zone",
          where: (zone) => and(ne(zone, key), fn.startswith(at(v.zones, zone), outer)),
        }),
      { as: "outer" },
    ),
  );
}

/** Nodes that can never run, or whose `after`, `schedule` and `state` exclude each other. */
function wrongOrder(list: AddMistake, { nodes, before }: Graph) {
  return {
    cycle: list(
      "cycle",
      keysOf(nodes, (key) => comesBefore(before, key, key)),
      "Nodes that would have to run before themselves",
    ),
    scheduledAfter: list(
      "scheduled_after",
      keysOf(nodes, (key) => and(isNotNull(at(nodes, key).schedule), gt(fn.length(at(nodes, key).after), 0))),
      "Nodes with a schedule of their own and with after",
    ),
    stateAlone: list(
      "state_alone",
      keysOf(nodes, (key) => and(isNotNull(at(nodes, key).state), eq(fn.length(at(nodes, key).after), 0))),
      "Nodes with a state, and with nothing that ends in it",
    ),
  };
}

/** Places that an input does not take: URIs instead of names, keys of no zone, crawlers of several zones. */
function wrongPlaces(list: AddMistake, v: LakeInputs, { crawlers }: Graph) {
  return {
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
      keysOf(v.jobs, (key) => fn.startswith(fn.coalesce<string>(at(v.jobs, key).script, "none"), "s3://")),
      "Jobs whose script is an S3 URI",
    ),
    keysOfNoZone: list(
      "keys_of_no_zone",
      fn.setsubtract(fn.keys(v.kms_keys), fn.keys(v.zones)) as unknown as NodeNames,
      "Names in kms_keys that are not in zones",
    ),
    severalZones: list(
      "several_zones",
      keysOf(crawlers, (key) =>
        ne(fn.length(fn.distinct(each(at(crawlers, key).reads, (ref) => zoneOf(ref), { as: "ref" }))), 1),
      ),
      "Crawlers of no zone, or of several",
    ),
  };
}

function longRoleNames(v: LakeInputs, { nodes }: Graph): NodeNames {
  return each(fn.distinct(each(nodes, (node) => node.role, { as: "node" })), (role) => role, {
    as: "role",
    where: (role) => gt(fn.length(`${v.name}-${role}`), 64),
  });
}

function otherStates({ jobs, nodes }: Graph): NodeNames {
  return fn.flatten(
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
  );
}

function unordered({ nodes, before }: Graph, endless: NodeNames): NodeNames {
  const isEndless = (key: NodeName) => fn.contains(endless, key);
  const haveOrder = (one: NodeName, other: NodeName) =>
    or(comesBefore(before, one, other), comesBefore(before, other, one));
  return fn.flatten(
    each(nodes, (reader, key) =>
      each(fn.keys(nodes), (writer) => `${key} reads what ${writer} writes`, {
        as: "writer",
        where: (writer) =>
          and(
            and(ne(writer, key), and(isNull(reader.schedule), isNull(at(nodes, writer).schedule))),
            and(
              not(or(or(isEndless(key), isEndless(writer)), haveOrder(writer, key))),
              readsWhatIsWritten(reader, at(nodes, writer)),
            ),
          ),
      }),
    ),
  );
}

const readsWhatIsWritten = (reader: GraphNode, writer: GraphNode) =>
  fn.anytrue(
    fn.flatten(
      each(reader.reads, (ref) => each(writer.writes, (written) => overlap(ref, written), { as: "written" }), {
        as: "ref",
      }),
    ),
  );

/** Whether two places are one, or one of them is a table of the other. */
const overlap = (one: NodeName, other: NodeName) =>
  or(eq(one, other), or(fn.startswith(one, `${other}.`), fn.startswith(other, `${one}.`)));

const comesBefore = (before: Graph["before"], name: NodeName, of: NodeName) => fn.contains(at(before, of), name);

/** The keys for which a condition holds. */
const keysOf = (entries: MapExpr<Expr<unknown>>, where: (key: NodeName) => BoolLike): NodeNames =>
  each(fn.keys(entries), (key) => key, { as: "key", where });

/** The names that nodes have and for which a condition holds, each behind the node's own name. */
const namedBy = (
  nodes: Graph["nodes"],
  as: string,
  { names, where }: { names(node: GraphNode): NodeNames; where(name: NodeName): BoolLike },
): NodeNames =>
  fn.flatten(each(nodes, (node, key) => each(names(node), (name) => `${key}: ${name}`, { as, where }), { as: "node" }));
