/** The permission delta: what changes in who may do what. */
export { type AllowedBefore, allowedBefore } from "./allowed-before";
export { type CompareOptions, comparePolicies, type PolicyComparison } from "./compare-policies";
export { type DeltaOptions, givesMore, isEmptyDelta, isUncertain, permissionDelta, takesSome } from "./delta";
export type { AccountPrincipal, Escalation, EscalationCode } from "./escalation";
export { type EscalationOptions, escalationsOf } from "./escalations";
export { rankAction, sortByRisk } from "./risk";
export type {
  Access,
  AccessCondition,
  BoundaryChange,
  CannotTell,
  ConditionChange,
  Delta,
  DeniedPart,
  DenyChange,
  Layer,
  NamedDocument,
  PrincipalPolicies,
  Rescoped,
  StatementOrigin as Origin,
  UnclearAllow,
  WithoutEffect,
} from "./types";
