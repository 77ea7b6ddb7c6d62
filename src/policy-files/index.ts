/** Finds policies in Terraform files and plans. All functions are pure: they take the content of files, and read none. */
export type { SourcePolicy, SourceProblem, SourceReading, SourceSuppression } from "./found";
export { type FindingInFile, type LintedFiles, type LintFilesOptions, lintFiles } from "./lint-files";
export { type PlanOptions, planIn, policiesInPlan } from "./plan";
export type { LintFile } from "./read-lint-file";
export { policiesInTerraform, type TerraformOptions } from "./terraform";
