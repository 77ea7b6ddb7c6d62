/** Numbers of what runs: instances, tasks, replicas, capacity. */
import type { ValuePath } from "../../../json/json-value";

/** Numbers of what runs, or may run. Zero of them stops it. */
export const RUNNING: Readonly<Record<string, readonly ValuePath[]>> = {
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

const boundsIn = (block: string): readonly [ValuePath, ValuePath] => [
  [block, 0, "min_capacity"],
  [block, 0, "max_capacity"],
];
const SERVERLESS_V2 = boundsIn("serverlessv2_scaling_configuration");
const SERVERLESS_V2_OF_NEPTUNE = boundsIn("serverless_v2_scaling_configuration");

/** Bounds of scaling: a new maximum below the old minimum stops what always ran. */
export const BOUNDS: Readonly<Record<string, readonly (readonly [min: ValuePath, max: ValuePath])[]>> = {
  aws_autoscaling_group: [[["min_size"], ["max_size"]]],
  aws_appautoscaling_target: [[["min_capacity"], ["max_capacity"]]],
  aws_eks_node_group: [
    [
      ["scaling_config", 0, "min_size"],
      ["scaling_config", 0, "max_size"],
    ],
  ],
  aws_rds_cluster: [SERVERLESS_V2],
  aws_neptune_cluster: [SERVERLESS_V2_OF_NEPTUNE],
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

/** More numbers that cost money where they grow. */
const PAID: Readonly<Record<string, readonly ValuePath[]>> = {
  aws_emr_instance_fleet: [["target_on_demand_capacity"], ["target_spot_capacity"]],
  aws_emr_managed_scaling_policy: [["compute_limits", 0, "maximum_capacity_units"]],
  aws_emrserverless_application: [["maximum_capacity", 0, "cpu"]],
  aws_ec2_fleet: [["target_capacity_specification", 0, "total_target_capacity"]],
  aws_batch_compute_environment: [["compute_resources", 0, "max_vcpus"]],
  aws_redshiftserverless_workgroup: [["base_capacity"], ["max_capacity"]],
  aws_redshift_cluster: [["number_of_nodes"]],
  aws_rds_cluster: [["serverlessv2_scaling_configuration", 0, "max_capacity"]],
  aws_kinesis_stream: [["shard_count"]],
  aws_dynamodb_table: [["read_capacity"], ["write_capacity"]],
  aws_msk_cluster: [["number_of_broker_nodes"]],
  aws_opensearch_domain: [["cluster_config", 0, "instance_count"]],
  aws_bedrock_provisioned_model_throughput: [["model_units"]],
  google_bigquery_reservation: [["slot_capacity"]],
  google_spanner_instance: [["num_nodes"], ["processing_units"]],
  azurerm_cosmosdb_sql_container: [["throughput"], ["autoscale_settings", 0, "max_throughput"]],
  azurerm_cosmosdb_sql_database: [["throughput"], ["autoscale_settings", 0, "max_throughput"]],
};

/** Numbers of which a quarter is no adjustment: what one can do at a time, or how long it may take. */
const LIMITS: Readonly<Record<string, readonly ValuePath[]>> = {
  ...PAID,
  aws_api_gateway_usage_plan: [
    ["throttle_settings", 0, "rate_limit"],
    ["quota_settings", 0, "limit"],
  ],
  aws_db_instance: [["iops"], ["storage_throughput"]],
  aws_ebs_volume: [["iops"], ["throughput"]],
  aws_efs_file_system: [["provisioned_throughput_in_mibps"]],
  aws_elasticache_cluster: [["num_cache_nodes"]],
  aws_fsx_lustre_file_system: [["per_unit_storage_throughput"], ["throughput_capacity"]],
  aws_fsx_ontap_file_system: [["throughput_capacity"], ["throughput_capacity_per_ha_pair"]],
  aws_fsx_openzfs_file_system: [["throughput_capacity"]],
  aws_fsx_windows_file_system: [["throughput_capacity"]],
  aws_lambda_function: [["timeout"], ["memory_size"]],
};

/** See {@link LIMITS}. */
export const limits: ReadonlyMap<string, readonly ValuePath[]> = new Map(Object.entries(LIMITS));

/** All numbers of a type of which more cost more. */
export const COSTLY: ReadonlyMap<string, readonly ValuePath[]> = new Map(
  [...new Set([...Object.keys(RUNNING), ...Object.keys(PAID)])]
    .filter((type) => !type.startsWith("kubernetes_"))
    .map((type) => [type, [...(RUNNING[type] ?? []), ...(PAID[type] ?? [])]]),
);
