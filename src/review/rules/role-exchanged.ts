import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement, withoutKeys } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say } from "../../text/message";
import type { Facts } from "../facts";
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
  what: "A function, task, job or instance that exists and gets another role, instance profile or service account. It is a note if the plan creates the role, because its permissions are then all reported. A new one is not reported, and neither is one that loses its role.",
  why: "Its code gets the permissions of the other identity, although no policy changes.",
  bad: "`iam_instance_profile` of an instance web → admin",
  good: "A new function with a new role.",
  source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
  looksAt: "resource",
  types: Object.keys(IDENTITIES),
  check(change, facts) {
    if (!isUpdateOrReplacement(change)) return [];
    return (IDENTITIES[change.type] ?? []).flatMap((path) => {
      const pair = pairAt(change, path);
      if (!differs(pair) || (!pair.after.unknown && (pair.after.value ?? "") === "")) return [];
      const origin = originOf(change, path, facts);
      if (pair.after.unknown && origin === "none") return [];
      return [{ message: say`${showSetting(pair)}`, ...(origin === "new" && { level: "note" as const }) }];
    });
  },
});

/** Roles and service accounts: a new instance profile may hold a role that is not new. */
const ROLE = /^aws_iam_role$|^google_service_account$/;

/** Where the configuration has the identity from: a role that the plan creates, elsewhere, or it does not set it at all. */
function originOf(change: ResourceChange, path: ValuePath, facts: Facts): "new" | "other" | "none" {
  const configured = facts.configured(change);
  if (configured === undefined) return "other";
  const name = path.join(".");
  const isAround = (set: string) => set === name || name.startsWith(`${set}.`) || set.startsWith(`${name}.`);
  const sources = [...configured.references].filter(([set]) => isAround(set)).flatMap(([, found]) => found);
  if (sources.length === 0) return [...configured.constants.keys()].some(isAround) ? "other" : "none";
  const roles = new Set(sources.map(withoutAttribute).map((one) => `${change.module}${change.module && "."}${one}`));
  const [only] = roles;
  const found = facts.plan.resources.filter(({ address }) => withoutKeys(address) === withoutKeys(only ?? ""));
  const isNew = found.length > 0 && found.every(({ action, type }) => action === "create" && ROLE.test(type));
  return roles.size === 1 && isNew ? "new" : "other";
}

/** `aws_iam_role.a["x"].arn` → `aws_iam_role.a` */
function withoutAttribute(reference: string): string {
  return withoutKeys(reference).split(".").slice(0, 2).join(".");
}
