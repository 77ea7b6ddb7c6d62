/** The roles of a data lake: what the jobs and crawlers of each one read and write, and nothing else. */
import type { Construct } from "constructs";
import { and, at, type Expr, each, eq, fn, isNotNull, type ListExpr, local, moduleCall, toMap, when } from "tfwright";
import type { Graph, LakePlaces } from "./data-lake-graph";
import type { LakeInputs, RegionAndTags } from "./data-lake-variables";
import type { LakeLogs } from "./data-lake-watch";
import { glueRole } from "./glue-role";

const NONE: readonly string[] = [];

/** What the jobs and crawlers of each role do, by role. */
export function makeDuties(scope: Construct, { jobs, crawlers, nodes }: Graph) {
  const roleNames = local(scope, "role_names", fn.distinct(each(nodes, (node) => node.role, { as: "node" })));
  const inRole = (role: Expr<string>, pick: "reads" | "writes" | "connections") =>
    fn.distinct(fn.flatten(each(nodes, (node) => node[pick], { as: "node", where: (node) => eq(node.role, role) })));
  return local(
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
}

/** What the roles are made of. */
interface RoleParts {
  readonly duties: ReturnType<typeof makeDuties>;
  readonly places: LakePlaces;
  readonly logs: LakeLogs;
}

/** A role for each name that jobs and crawlers give. */
export function makeRoles(scope: Construct, v: LakeInputs, common: RegionAndTags, { duties, places, logs }: RoleParts) {
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
  return moduleCall(
    scope,
    glueRole,
    "roles",
    ({ key, value }) => ({
      // A longer name is refused by the workflow, which names the role.
      name: fn.substr(`${v.name}-${key}`, 0, 64),
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
    { forEach: duties },
  );
}
