import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { fieldAt, numberIn, type Pair, pairAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { showSetting } from "./resources/risky-settings";

/** Numbers of what runs, or may run. Zero of them stops it. */
const RUNNING: Readonly<Record<string, readonly ValuePath[]>> = {
  aws_autoscaling_group: [["desired_capacity"], ["max_size"], ["min_size"]],
  aws_appautoscaling_target: [["max_capacity"], ["min_capacity"]],
  aws_ecs_service: [["desired_count"]],
  aws_eks_node_group: [
    ["scaling_config", 0, "desired_size"],
    ["scaling_config", 0, "max_size"],
    ["scaling_config", 0, "min_size"],
  ],
  aws_lambda_function: [["reserved_concurrent_executions"]],
  aws_lambda_provisioned_concurrency_config: [["provisioned_concurrent_executions"]],
  aws_spot_fleet_request: [["target_capacity"]],
  aws_emr_instance_group: [["instance_count"]],
  kubernetes_deployment: [["spec", 0, "replicas"]],
  kubernetes_deployment_v1: [["spec", 0, "replicas"]],
  kubernetes_stateful_set: [["spec", 0, "replicas"]],
  kubernetes_stateful_set_v1: [["spec", 0, "replicas"]],
  kubernetes_horizontal_pod_autoscaler_v2: [["spec", 0, "max_replicas"]],
  google_compute_instance_group_manager: [["target_size"]],
  google_compute_region_instance_group_manager: [["target_size"]],
  google_container_node_pool: [["node_count"], ["autoscaling", 0, "max_node_count"]],
  google_compute_autoscaler: [["autoscaling_policy", 0, "max_replicas"]],
  google_cloud_run_v2_service: [["template", 0, "scaling", 0, "max_instance_count"]],
  azurerm_linux_virtual_machine_scale_set: [["instances"]],
  azurerm_windows_virtual_machine_scale_set: [["instances"]],
  azurerm_kubernetes_cluster_node_pool: [["node_count"], ["max_count"]],
  azurerm_kubernetes_cluster: [["default_node_pool", 0, "node_count"]],
};

/** Bounds of scaling: a new maximum below the old minimum stops what always ran. */
const BOUNDS: Readonly<Record<string, readonly (readonly [min: ValuePath, max: ValuePath])[]>> = {
  aws_autoscaling_group: [[["min_size"], ["max_size"]]],
  aws_appautoscaling_target: [[["min_capacity"], ["max_capacity"]]],
  aws_eks_node_group: [
    [
      ["scaling_config", 0, "min_size"],
      ["scaling_config", 0, "max_size"],
    ],
  ],
  kubernetes_horizontal_pod_autoscaler_v2: [
    [
      ["spec", 0, "min_replicas"],
      ["spec", 0, "max_replicas"],
    ],
  ],
  google_container_node_pool: [
    [
      ["autoscaling", 0, "min_node_count"],
      ["autoscaling", 0, "max_node_count"],
    ],
  ],
};

/** Reports capacity that goes to zero, or below what always ran. */
export const capacityReduced = defineRule({
  code: "capacity-reduced",
  section: "availability",
  level: "attention",
  title: "capacity to zero",
  what: "Instances, tasks, replicas or concurrency that go to 0, and a maximum of scaling that is below the old minimum. A minimum that goes to 0 is a note, other scaling is not reported.",
  why: "Nothing is left that answers.",
  bad: "`desired_count` 3 → 0",
  good: "`desired_count` 3 → 2",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html",
  looksAt: "resource",
  types: Object.keys(RUNNING),
  check: (change) => (isUpdateOrReplacement(change) ? [...matchZero(change), ...matchBounds(change)] : []),
});

function matchZero(change: ResourceChange): readonly RuleMatch[] {
  return (RUNNING[change.type] ?? []).flatMap((path): readonly RuleMatch[] => {
    const pair = pairAt(change, path);
    if (!goesToZero(pair)) return [];
    const isMinimum = /min/.test(path.filter((step) => typeof step === "string").join("."));
    return [{ message: showSetting(pair), ...(isMinimum && { level: "note" as const }) }];
  });
}

/** A reserved concurrency of -1 is no limit, and Kubernetes writes numbers as texts in some places. */
function goesToZero({ before, after }: Pair): boolean {
  const [from, to] = [before, after].map(({ value }) =>
    value === undefined || value === "" ? undefined : Number(value),
  );
  return to === 0 && from !== undefined && from !== 0;
}

function matchBounds(change: ResourceChange): readonly RuleMatch[] {
  return (BOUNDS[change.type] ?? []).flatMap(([min, max]) => {
    const least = numberIn(fieldAt(change.before, min)) ?? 0;
    const pair = pairAt(change, max);
    const most = numberIn(pair.after);
    if (most === undefined || most === 0 || most >= least) return [];
    return [{ message: say`${showSetting(pair)}${words(`, below the old minimum of ${least}`)}` }];
  });
}
