/** Where policies are found besides files of their own: Terraform files and plans. Pure: texts come in. */
export type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "./found";
export { type PlanOptions, planIn, policiesInPlan } from "./plan";
export { policiesInTerraform, type TerraformOptions } from "./terraform";
