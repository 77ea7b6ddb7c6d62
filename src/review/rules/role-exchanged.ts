import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say } from "../../text/message";
import { differs, pairAt } from "../field";
import { defineRule } from "../rule";
import { showSetting } from "./resources/risky-settings";

/** The arguments that name the identity that something runs as. */
const IDENTITIES: Readonly<Record<string, readonly ValuePath[]>> = {
  aws_instance: [["iam_instance_profile"]],
  aws_launch_configuration: [["iam_instance_profile"]],
  aws_launch_template: [
    ["iam_instance_profile", 0, "name"],
    ["iam_instance_profile", 0, "arn"],
  ],
  aws_iam_instance_profile: [["role"]],
  aws_lambda_function: [["role"]],
  aws_ecs_task_definition: [["task_role_arn"], ["execution_role_arn"]],
  aws_glue_job: [["role_arn"]],
  aws_glue_crawler: [["role"]],
  aws_glue_dev_endpoint: [["role_arn"]],
  aws_sfn_state_machine: [["role_arn"]],
  aws_codebuild_project: [["service_role"]],
  aws_codepipeline: [["role_arn"]],
  aws_sagemaker_notebook_instance: [["role_arn"]],
  aws_eks_pod_identity_association: [["role_arn"]],
  aws_cloudformation_stack: [["iam_role_arn"]],
  aws_emr_cluster: [["service_role"], ["ec2_attributes", 0, "instance_profile"]],
  aws_scheduler_schedule: [["target", 0, "role_arn"]],
  google_compute_instance: [["service_account", 0, "email"]],
  google_compute_instance_template: [["service_account", 0, "email"]],
  google_cloudfunctions_function: [["service_account_email"]],
  google_cloudfunctions2_function: [["service_config", 0, "service_account_email"]],
  google_cloud_run_v2_service: [["template", 0, "service_account"]],
  google_cloud_run_service: [["template", 0, "spec", 0, "service_account_name"]],
  google_container_node_pool: [["node_config", 0, "service_account"]],
};

/** Reports a function, task, job or instance that runs as another identity. */
export const roleExchanged = defineRule({
  code: "role-exchanged",
  section: "access",
  level: "attention",
  title: "runs as another identity",
  what: "A function, task, job or instance that exists and gets another role, instance profile or service account. A new one is not reported, and neither is one that loses its role.",
  why: "Its code gets the permissions of the other identity, although no policy changes.",
  bad: "`iam_instance_profile` of an instance web → admin",
  good: "A new function with a new role.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
  looksAt: "resource",
  types: Object.keys(IDENTITIES),
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    return (IDENTITIES[change.type] ?? [])
      .map((path) => pairAt(change, path))
      .filter((pair) => differs(pair) && (pair.after.unknown || (pair.after.value ?? "") !== ""))
      .map((pair) => ({ message: say`${showSetting(pair)}` }));
  },
});
