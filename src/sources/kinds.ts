/** What a policy is attached to, by the resource and the argument in which it stands. */
import type { PolicyType } from "../iam/policy";

const IDENTITY =
  /^aws_(iam_(policy|role|role_policy|user_policy|group_policy)|ssoadmin_permission_set_inline_policy|iam_role_policies_exclusive)$/;

const RESOURCE = new RegExp(
  `^aws_(${[
    "api_gateway_rest_api(_policy)?",
    "backup_vault_policy",
    "cloudwatch_event_bus_policy",
    "cloudwatch_log_(resource|destination)_policy",
    "dynamodb_resource_policy",
    "ecr_(repository|registry)_policy",
    "efs_file_system_policy",
    "(elasticsearch|opensearch)_domain(_policy)?",
    "glue_resource_policy",
    "kinesis_resource_policy",
    "kms_(key|external_key|replica_key|key_policy)",
    "s3_(bucket|bucket_policy|access_point)",
    "s3control_access_point_policy",
    "s3tables_(table|table_bucket)_policy",
    "secretsmanager_secret(_policy)?",
    "sns_topic(_policy)?",
    "sqs_queue(_policy)?",
    "vpc_endpoint(_policy)?",
  ].join("|")})$`,
);

/** Policies of organizations limit and grant nothing: the rules are not about them. */
const OTHERS = /^aws_organizations_(policy|resource_policy)$/;

/** The type; undefined where the elements of the policy must tell. */
export function typeByPlace(resource: string, argument: string): PolicyType | undefined {
  if (/assume_role_policy/.test(argument)) return "trust";
  if (RESOURCE.test(resource)) return "resource";
  return IDENTITY.test(resource) ? "identity" : undefined;
}

/** Whether the policies of a resource are none of ours. */
export function isOtherKind(resource: string): boolean {
  return OTHERS.test(resource);
}
