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
export function makeTriggers(scope: Construct, v: LakeInputs, common: RegionAndTags, parts: TriggerParts): void {
  const { nodes } = parts.graph;
  const scheduled = local(
    scope,
    "schedules",
    toMap(nodes, (node, key) => [key, node.schedule], { as: "node", where: (node) => isNotNull(node.schedule) }),
    { comment: "Jobs and crawlers with a schedule of their own" },
  );
  startWorkflow(scope, v, common, parts);
  moduleCall(
    scope,
    glueTrigger,
    "own_schedule",
    ({ key, value }) => ({
      name: `${v.name}-${key}-schedule`,
      starts: [start(parts, key)],
      schedule: value,
      ...common,
    }),
    { forEach: scheduled },
  );
  startFollowers(scope, v, common, { ...parts, scheduled });
}

/** A job or a crawler to start. */
const start = ({ jobNames, crawlerNames }: TriggerParts, name: Expr<string>) => ({
  job: fn.lookup(jobNames, name, null),
  crawler: fn.lookup(crawlerNames, name, null),
});

/** The trigger that starts the workflow: what waits for nothing and has no schedule of its own. */
function startWorkflow(scope: Construct, v: LakeInputs, common: RegionAndTags, parts: TriggerParts): void {
  const { nodes } = parts.graph;
  const roots = local(
    scope,
    "roots",
    each(fn.keys(nodes), (key) => key, {
      as: "key",
      where: (key) =>
        and(
          and(eq(fn.length(at(nodes, key).after), 0), isNull(at(nodes, key).schedule)),
          not(fn.contains(parts.mistakes.endless, key)),
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
      workflow_name: parts.workflowName,
      starts: each(roots, (name) => start(parts, name), { as: "name" }),
      schedule: v.schedule,
      ...common,
    },
    { count: when(gt(fn.length(roots), 0), 1, 0) },
  );
}

interface FollowerParts extends TriggerParts {
  /** The schedules of jobs and crawlers that have one of their own. */
  readonly scheduled: MapExpr<Expr<unknown>>;
}

/** A trigger for each job and crawler that waits for others. */
function startFollowers(scope: Construct, v: LakeInputs, common: RegionAndTags, parts: FollowerParts): void {
  const { graph, mistakes, scheduled, workflowName } = parts;
  const { nodes, before } = graph;
  // A state that the other one never has is refused by the workflow, which names both: here it would be refused once more.
  const stateFor = (key: Expr<string>, name: Expr<string>, state: Nullable<Expr<string>>) =>
    when(fn.contains(mistakes.otherStates, `${key} after ${name}`), null, state);
  const isInWorkflow = (key: Expr<string>) =>
    eq(fn.length(fn.setintersection(fn.concat([key], at(before, key)), fn.keys(scheduled))), 0);
  moduleCall(
    scope,
    glueTrigger,
    "after",
    ({ key, value }) => ({
      name: `${v.name}-before-${key}`,
      // A workflow counts only the runs that it started itself.
      workflow_name: when(isInWorkflow(key), workflowName, null),
      starts: [start(parts, key)],
      after: each(value.after, (name) => ({ ...start(parts, name), state: stateFor(key, name, value.state) }), {
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
