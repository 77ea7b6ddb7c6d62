/** The policy compiler: from actions and resources, or from an intention, to the least policies. */
export { type CompiledPolicies, compilePolicy, MAX_POLICY_SIZE, type StatementReason } from "./compile-policy";
export type {
  ActionRequest,
  AwsLocation,
  CompileOptions,
  Intent,
  IntentRequest,
  Request,
} from "./request";
