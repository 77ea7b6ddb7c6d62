/**
 * Arguments that name the security groups of a resource, by type. A step into a list of blocks means each of them. This file is
 * small, because every review loads it.
 */
import { fieldsIn } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { sameJson } from "../../terraform/plan/same-json";

/** Types that others reach, by the path of the argument. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  vpc_security_group_ids: [
    "aws_instance",
    "aws_launch_template",
    "aws_spot_instance_request",
    "aws_db_instance",
    "aws_rds_cluster",
    "aws_db_proxy",
    "aws_db_proxy_endpoint",
    "aws_docdb_cluster",
    "aws_docdbelastic_cluster",
    "aws_neptune_cluster",
    "aws_redshift_cluster",
    "aws_redshift_endpoint_access",
    "aws_redshiftserverless_endpoint_access",
    "aws_timestreaminfluxdb_db_cluster",
    "aws_timestreaminfluxdb_db_instance",
    "aws_dms_replication_instance",
  ],
  security_groups: [
    "aws_instance",
    "aws_launch_configuration",
    "aws_spot_instance_request",
    "aws_network_interface",
    "aws_lb",
    "aws_alb",
    "aws_elb",
    "aws_efs_mount_target",
    "aws_mq_broker",
    "aws_msk_vpc_connection",
    "aws_sagemaker_notebook_instance",
  ],
  security_group_ids: [
    "aws_elasticache_cluster",
    "aws_elasticache_replication_group",
    "aws_elasticache_serverless_cache",
    "aws_memorydb_cluster",
    "aws_dax_cluster",
    "aws_redshiftserverless_workgroup",
    "aws_vpc_endpoint",
    "aws_ec2_client_vpn_endpoint",
    "aws_ec2_instance_connect_endpoint",
    "aws_route53_resolver_endpoint",
    "aws_fsx_file_cache",
    "aws_fsx_lustre_file_system",
    "aws_fsx_ontap_file_system",
    "aws_fsx_openzfs_file_system",
    "aws_fsx_windows_file_system",
    "aws_m2_environment",
    "aws_opensearchserverless_vpc_endpoint",
    "aws_vpclattice_service_network_vpc_association",
    "aws_vpclattice_resource_gateway",
    "aws_verifiedaccess_endpoint",
    "aws_glue_dev_endpoint",
  ],
  "network_interfaces.security_groups": ["aws_launch_template"],
  "launch_specification.vpc_security_group_ids": ["aws_spot_fleet_request"],
  "network_configuration.security_groups": ["aws_ecs_service", "aws_ecs_task_set"],
  "network_configuration.security_group_ids": ["aws_mwaa_environment"],
  "vpc_config.security_group_ids": ["aws_eks_cluster", "aws_msk_serverless_cluster"],
  "vpc_configuration.security_group_ids": ["aws_grafana_workspace", "aws_finspace_kx_cluster"],
  "vpc_options.security_group_ids": [
    "aws_opensearch_domain",
    "aws_opensearch_vpc_endpoint",
    "aws_elasticsearch_domain",
    "aws_elasticsearch_vpc_endpoint",
    "aws_osis_pipeline",
  ],
  "broker_node_group_info.security_groups": ["aws_msk_cluster"],
  "endpoint_details.security_group_ids": ["aws_transfer_server"],
  "compute_resources.security_group_ids": ["aws_batch_compute_environment"],
  "ec2_attributes.emr_managed_master_security_group": ["aws_emr_cluster"],
  "ec2_attributes.emr_managed_slave_security_group": ["aws_emr_cluster"],
  "ec2_attributes.additional_master_security_groups": ["aws_emr_cluster"],
  "ec2_attributes.additional_slave_security_groups": ["aws_emr_cluster"],
  "ec2_attributes.service_access_security_group": ["aws_emr_cluster"],
  "workspace_creation_properties.custom_security_group_id": ["aws_workspaces_directory"],
};

/** Types that only call others: nobody can open a connection to them. */
const CALLING: Readonly<Record<string, readonly string[]>> = {
  "vpc_config.security_group_ids": [
    "aws_lambda_function",
    "aws_codebuild_project",
    "aws_synthetics_canary",
    "aws_sagemaker_model",
    "aws_comprehend_document_classifier",
  ],
  security_groups: ["aws_apprunner_vpc_connector"],
  security_group_ids: ["aws_apigatewayv2_vpc_link", "aws_quicksight_vpc_connection"],
  "physical_connection_requirements.security_group_id_list": ["aws_glue_connection"],
  "network_configuration.security_group_ids": ["aws_emrserverless_application"],
  "application_configuration.vpc_configuration.security_group_ids": ["aws_kinesisanalyticsv2_application"],
};

/** Where a type has its security groups. */
interface GroupArguments {
  /** The names of arguments and of the blocks around them. */
  readonly paths: readonly (readonly string[])[];
  /** Whether others can reach it. */
  readonly isReached: boolean;
}

const byType = new Map<string, GroupArguments>();
for (const [table, isReached] of [[REACHED, true] as const, [CALLING, false] as const]) {
  for (const [path, types] of Object.entries(table)) {
    for (const type of types) {
      const paths = [...(byType.get(type)?.paths ?? []), path.split(".")];
      byType.set(type, { paths, isReached });
    }
  }
}

/** The types of which the security groups are read, with their arguments. */
export const groupArguments: ReadonlyMap<string, GroupArguments> = byType;

/** Whether a change may give another security group to what exists. */
export function mayChangeGroups(change: ResourceChange): boolean {
  const found = byType.get(change.type);
  if (found === undefined || !isUpdateOrReplacement(change)) return false;
  const [before, after, unknown] = [change.before.value, change.after.value, change.after.unknown].map(fieldsIn);
  return found.paths.some(([name = ""]) => unknown?.[name] !== undefined || !sameJson(before?.[name], after?.[name]));
}
