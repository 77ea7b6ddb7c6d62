/** What a policy is attached to, by the resource and the argument in which it stands. */
import type { PolicyHolder, PolicyType } from "../iam/document/policy";

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

/** What holds the policies of a resource, and so how long they may be. */
const HOLDERS: Readonly<Record<string, PolicyHolder>> = {
  aws_iam_policy: "managed-policy",
  aws_iam_role: "role",
  aws_iam_role_policy: "role",
  aws_iam_user_policy: "user",
  aws_iam_group_policy: "group",
  aws_ssoadmin_permission_set_inline_policy: "permission-set",
};

/**
 * Policies of organizations limit and grant nothing, and those that protect data are written in a language of their own:
 * the rules are not about them.
 */
const OTHERS =
  /^aws_(organizations_(policy|resource_policy)|(cloudwatch_log|sns_topic)_data_protection_policy|cloudwatch_log_account_policy)$/;

/** Arguments with policies of another language; the stack's says what an update may touch. */
const OTHER_ARGUMENTS: Readonly<Record<string, string>> = { aws_cloudformation_stack: "policy_body" };

/** The type; undefined where the elements of the policy must tell. */
export function typeByPlace(resource: string, argument: string): PolicyType | undefined {
  if (/assume_role_policy/.test(argument)) return "trust";
  if (RESOURCE.test(resource)) return "resource";
  return IDENTITY.test(resource) ? "identity" : undefined;
}

/** Of several holders, the one that takes the least. */
export function strictest(holders: ReadonlySet<PolicyHolder>): PolicyHolder | undefined {
  return (["user", "group", "managed-policy", "role", "permission-set"] as const).find((one) => holders.has(one));
}

/** What holds a policy; undefined where the place does not tell. */
export function holderByPlace(resource: string, argument: string): PolicyHolder | undefined {
  if (/assume_role_policy/.test(argument)) return undefined;
  return Object.hasOwn(HOLDERS, resource) ? HOLDERS[resource] : undefined;
}

/** Whether the policies of a resource, or of one of its arguments, are none of ours. */
export function isOtherKind(resource: string, argument?: string): boolean {
  return OTHERS.test(resource) || (argument !== undefined && OTHER_ARGUMENTS[resource] === argument);
}
