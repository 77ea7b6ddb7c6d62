/** Where policies are found besides files of their own: Terraform files and plans. Pure: texts come in. */
export type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "./found";
export { type FindingInFile, type LintedFiles, type LintFile, lintFiles } from "./lint-files";
export { type PlanOptions, planIn, policiesInPlan } from "./plan";
export { policiesInTerraform, type TerraformOptions } from "./terraform";
