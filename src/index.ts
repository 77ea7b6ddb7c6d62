/** tfwright: one typed definition of a Terraform module, as plain HCL, a construct or a typed `module` block. */
export { formatProblem, type Problem, TfwrightError } from "./errors";
export * from "./generate";
export * from "./generate/expr";
export type { Json } from "./json/json-value";
