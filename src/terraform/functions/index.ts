/** Terraform's functions: one table, and what a call of one gives in a file that is read. */
export { callFunction } from "./call-function";
export type { FunctionFacts, ResultType } from "./function-facts";
export { FUNCTIONS, type FunctionName, factsOf } from "./table";
