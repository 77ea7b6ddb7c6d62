/** tfwright: one typed definition of a Terraform module, as plain HCL, a construct or a typed `module` block. */
export * from "./define";
export { formatProblem, type Problem, TfwrightError } from "./errors";
export * from "./expr";
export type { Json } from "./hcl/expression";
