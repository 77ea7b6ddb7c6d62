/** Changes that a person has to look at: a code, and the parts that a sentence about it needs. */
import type { DenyChange, StatementOrigin } from "./types";

/** The fields of every escalation. */
interface EscalationBase {
  /** It is worse than its code says. */
  readonly severe?: true;
  readonly from: readonly StatementOrigin[];
}

/** Every action on every resource. */
interface GainsEverything extends EscalationBase {
  readonly code: "gains-everything";
  /** The actions that are left out. @default none */
  readonly allBut?: readonly string[];
}

/** Anyone in any account may assume the role, or use the resource. */
export interface OpenedToAnyone extends EscalationBase {
  readonly code: "trust-opened-to-anyone" | "opened-to-anyone";
  /** A condition has to hold. */
  readonly isConditional: boolean;
  /** The organizations, one of which a condition asks for. @default none */
  readonly organizations?: readonly string[];
}

/** Another account, or roles and users of it, may assume the role, or use the resource. */
export interface OpenedToAccount extends EscalationBase {
  readonly code: "trust-opened-to-account" | "opened-to-account";
  /** In the order of their names. */
  readonly principals: readonly AccountPrincipal[];
  /** The statement names everybody, and a condition these. @default the statement names them */
  readonly isOfEverybody?: true;
  /** The account of the role or resource is known. Otherwise each of these may be its own. */
  readonly isOwnAccountKnown: boolean;
  /** A condition has to hold. */
  readonly isConditional: boolean;
}

/** An account, or a role or user in it. */
export interface AccountPrincipal {
  /** An ARN; of a whole account, its number. */
  readonly name: string;
  /** Twelve digits. */
  readonly account: string;
}

/** Users of an identity provider may assume the role. It is severe if no condition limits which users. */
export interface OpenedToIdentityProvider extends EscalationBase {
  readonly code: "trust-opened-to-identity-provider";
  readonly provider: string;
  /** A condition has to hold. */
  readonly isConditional: boolean;
}

/** Roles can be passed to services. */
export interface PassesRole extends EscalationBase {
  readonly code: "pass-role-to-glue" | "pass-role";
  readonly roles: readonly string[];
  /** As the conditions name them, sorted. @default any service */
  readonly services?: readonly string[];
}

/** Actions that change who may do what. */
interface ManagesPermissions extends EscalationBase {
  readonly code: "manages-permissions";
  readonly actions: readonly string[];
}

/** All actions of a service, or of all services. */
interface GainsWildcardAction extends EscalationBase {
  readonly code: "gains-wildcard-action";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Actions on every resource, or on ARNs that are little more than a wildcard. */
export interface GainsWildcardResource extends EscalationBase {
  readonly code: "gains-wildcard-resource";
  /** The worst first. */
  readonly actions: readonly string[];
  /** The wide ARNs. @default every resource */
  readonly resources?: readonly string[];
}

/** The permissions boundary is removed. */
interface BoundaryRemoved extends EscalationBase {
  readonly code: "boundary-removed";
  /** Names of its documents. */
  readonly boundary: string;
}

/** A Deny is gone, or denies less than it did. */
export interface DenyRemoved extends EscalationBase {
  readonly code: "deny-removed";
  readonly denies: readonly DenyChange[];
}

/** A change that a person has to look at. Its fields depend on `code`. */
export type Escalation =
  | GainsEverything
  | OpenedToAnyone
  | OpenedToAccount
  | OpenedToIdentityProvider
  | PassesRole
  | ManagesPermissions
  | GainsWildcardAction
  | GainsWildcardResource
  | BoundaryRemoved
  | DenyRemoved;

/** Codes of escalations; a promise. */
export type EscalationCode = Escalation["code"];
