import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { sameJson } from "../../terraform/plan/same-json";
import { say, words } from "../../text/message";
import { blocksDiffer, type Pair, pairAt } from "../field";
import { genericObject, jsonInText } from "../generic/generic-object";
import { defineRule } from "../rule";

const STACK = ["template_body", "template_url", "parameters", "capabilities"];
const ARM = ["template_content", "template_spec_version_id", "parameters_content"];

/** Types that deploy a template, and the arguments that say what. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  aws_cloudformation_stack: STACK,
  aws_cloudformation_stack_set: [...STACK, "administration_role_arn", "execution_role_name"],
  awscc_cloudformation_stack: STACK,
  awscc_cloudformation_stack_set: STACK,
  aws_cloudformation_stack_instances: [
    "stack_set_name",
    "accounts",
    "deployment_targets",
    "regions",
    "parameter_overrides",
  ],
  aws_cloudformation_stack_set_instance: [
    "stack_set_name",
    "account_id",
    "deployment_targets",
    "region",
    "parameter_overrides",
  ],
  aws_serverlessapplicationrepository_cloudformation_stack: ["application_id", "semantic_version", ...STACK],
  aws_servicecatalog_provisioned_product: ["product_id", "provisioning_artifact_id", "provisioning_parameters"],
  azapi_resource: ["body"],
  azurerm_resource_group_template_deployment: [...ARM, "deployment_mode"],
  azurerm_template_deployment: ["template_body", "parameters", "parameters_body", "deployment_mode"],
  azurerm_subscription_template_deployment: ARM,
  azurerm_management_group_template_deployment: ARM,
  azurerm_tenant_template_deployment: ARM,
  google_deployment_manager_deployment: ["target", "imports"],
};

/** Whether both texts are the same JSON, written in another way. */
function isSameJson({ before, after }: Pair): boolean {
  if (typeof before.value !== "string" || typeof after.value !== "string" || after.unknown) return false;
  const [from, to] = [jsonInText(before.value), jsonInText(after.value)];
  return from !== undefined && to !== undefined && sameJson(from, to);
}

/** A deployment as a resource of Azure's API. */
const DEPLOYMENT = /^microsoft\.resources\/deployments$/i;

/** Azure Resource Manager documentation, "Deployment modes". */
const OTHERS_GO = words("; in the mode Complete, what the resource group has beside it is destroyed");

/** Reports a template whose resources the plan does not have. */
export const templateDeployed = defineRule({
  code: "template-deployed",
  section: "code",
  level: "attention",
  title: "a template deploys more",
  what: "A stack of CloudFormation, a deployment of Azure or of Google, or a product of Service Catalog that is new, or whose template, parameters, mode, accounts or Regions change.",
  why: "What it creates, changes and destroys, roles and networks too, is not in the plan.",
  bad: "`template_body` of `aws_cloudformation_stack.forwarder` changes.",
  good: "`timeout_in_minutes` of `aws_cloudformation_stack.forwarder` changes.",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacks.html",
  looksAt: "resource",
  types: Object.keys(TEMPLATES),
  check(change) {
    if (change.type === "azapi_resource" && !DEPLOYMENT.test(genericObject(change)?.kind ?? "")) return [];
    const others = pairAt(change, ["deployment_mode"]).after.value === "Complete" ? OTHERS_GO : [];
    if (change.action === "create")
      return [{ message: say`what its template makes is not in the plan: read it${others}` }];
    if (!isUpdateOrReplacement(change)) return [];
    const changed = (TEMPLATES[change.type] ?? []).filter((name) => {
      const pair = pairAt(change, [name]);
      return blocksDiffer(pair) && !isSameJson(pair);
    });
    if (changed.length === 0) return [];
    return [{ message: say`what its template changes is not in the plan: read ${words(changed.join(", "))}${others}` }];
  },
});
