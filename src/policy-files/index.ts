/** Finds policies in Terraform files and plans. All functions are pure: they take the content of files, and read none. */
export type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "./found";
export type { LintFile } from "./lint/lint-file";
export { type FindingInFile, type LintedFiles, type LintFilesOptions, lintFiles } from "./lint/lint-files";
export { type PlanOptions, planIn, policiesInPlan } from "./plan/plan";
export { policiesInTerraform, type TerraformOptions } from "./terraform/terraform";
