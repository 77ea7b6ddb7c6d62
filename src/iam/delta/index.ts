/** The permission delta: what changes in who may do what. */
export { type AllowedBefore, allowedBefore } from "./allowed-before";
export { givesMore, isEmptyDelta, isUncertain, permissionDelta, takesSome } from "./delta";
export { type EscalationOptions, escalationsOf } from "./escalations";
export { rankAction, sortByRisk } from "./risk";
export type {
  Access,
  BoundaryChange,
  CannotTell,
  ConditionChange,
  Delta,
  DenyChange,
  Escalation,
  EscalationCode,
  Layer,
  NamedDocument,
  Origin,
  PrincipalPolicies,
  Rescoped,
  WithoutEffect,
} from "./types";
