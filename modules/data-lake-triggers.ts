/** The triggers of a data lake: what its workflow starts first, what follows, and what has a schedule of its own. */
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
  local,
  type MapExpr,
  moduleCall,
  type Nullable,
  not,
  toMap,
  when,
} from "tfwright";
import type { Graph } from "./data-lake-graph";
import type { Mistakes } from "./data-lake-mistakes";
import type { LakeInputs, RegionAndTags } from "./data-lake-variables";
import { glueTrigger } from "./glue-trigger";

/** What the triggers start, and in which order. */
interface TriggerParts {
  readonly graph: Graph;
  readonly mistakes: Pick<Mistakes, "endless" | "otherStates">;
  readonly workflowName: Expr<string>;
  /** Names in AWS Glue, by the names here. */
  readonly jobNames: MapExpr<Expr<string>>;
  readonly crawlerNames: MapExpr<Expr<string>>;
}

/** Adds the triggers. */
export function makeTriggers(
  scope: Construct,
  v: LakeInputs,
  common: RegionAndTags,
  { graph: { nodes, before }, mistakes: { endless, otherStates }, workflowName, jobNames, crawlerNames }: TriggerParts,
): void {
  const nameOf = (names: typeof jobNames, name: Expr<string>) => fn.lookup(names, name, null);
  const start = (name: Expr<string>) => ({ job: nameOf(jobNames, name), crawler: nameOf(crawlerNames, name) });
  // A state that the other one never has is refused by the workflow, which names both: here it would be refused once more.
  const stateFor = (key: Expr<string>, name: Expr<string>, state: Nullable<Expr<string>>) =>
    when(fn.contains(otherStates, `${key} after ${name}`), null, state);
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
          not(fn.contains(endless, key)),
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
      workflow_name: workflowName,
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
      workflow_name: when(isInWorkflow(key), workflowName, null),
      starts: [start(key)],
      after: each(value.after, (name) => ({ ...start(name), state: stateFor(key, name, value.state) }), {
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
}
