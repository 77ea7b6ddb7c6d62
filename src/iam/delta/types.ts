/** The types of a delta: the changes of permissions between two sets of policy documents. */
import type { Message } from "../../text/message";
import type { PolicyDocument } from "../document/policy";

/**
 * What a document is to its principal:
 * - `identity`: what a role, user or group may do: inline and managed policies
 * - `boundary`: the most it may do
 * - `trust`: who may assume the role
 * - `resource`: who may do what with a resource
 */
export type Layer = "identity" | "boundary" | "trust" | "resource";

/** One document of a principal, before or after. */
export interface NamedDocument {
  /** Its name in findings: an address of the plan, or the ARN of a managed policy. */
  readonly name: string;
  readonly layer: Layer;
  /** Absent if it cannot be read. Two of one name that cannot be read count as equal unless `version` differs. */
  readonly document?: PolicyDocument;
  /** Why it cannot be read: lower case, no full stop. */
  readonly reason?: Message;
  /** Tells two contents that cannot be read from each other. @default they are the same */
  readonly version?: string;
  /** It is made of arguments, such as those of a grant: nobody wrote it as a policy. @default it was written */
  readonly derived?: boolean;
}

/** All documents of one principal, or of one resource, at one time. */
export interface PrincipalPolicies {
  readonly documents: readonly NamedDocument[];
}

/** The document and the statement that something comes from. */
export interface StatementOrigin {
  /** Name of the document. */
  readonly document: string;
  readonly sid?: string;
}

/** One operator on one key of a statement's `Condition`. */
export interface AccessCondition {
  /** As a policy writes it, with its prefix and suffix: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** In the case in which it was written: `iam:PassedToService`. */
  readonly key: string;
  /** As written, sorted; numbers and booleans as texts. */
  readonly values: readonly string[];
}

/** Actions on resources, under conditions: each action on each resource for each principal. All lists are sorted. */
export interface Access {
  readonly layer: Layer;
  /** As AWS spells them; `glue:Get*` where all of a wildcard is meant. */
  readonly actions: readonly string[];
  /** As written; empty in trust policies. What is known only after apply holds a `${...}`. */
  readonly resources: readonly string[];
  /** `AWS 111111111111`, `AWS *`, `Service glue.amazonaws.com`; empty in policies of identities. */
  readonly principals: readonly string[];
  /** All of them have to hold; one for each operator and key. */
  readonly conditions: readonly AccessCondition[];
  readonly from: readonly StatementOrigin[];
  /** Wildcards of the policy that bring the actions, where the actions are only some of those they allow. */
  readonly wildcards: readonly string[];
  /** All actions that AWS has today were allowed before: the wildcard adds only those that AWS adds later. */
  readonly onlyFuture: boolean;
  /** The permissions boundary, which does not change, allows none of it. */
  readonly outside?: true;
  /** Some of what the wildcards in `actions` allow was allowed before. Where few are new, `actions` names them instead. */
  readonly partly?: true;
}

/** The same actions, under the same conditions, on other resources. `from` tells the new statements, or the old ones if it is narrower. */
export interface Rescoped extends Omit<Access, "resources"> {
  /** `wider` and `other` give something that was not given before; `narrower` and `other` take something. */
  readonly direction: "wider" | "narrower" | "other";
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The same actions on the same resources, under other conditions. */
export interface ConditionChange extends Omit<Access, "conditions"> {
  /** `dropped`: one fell away or requires less; `added`: the reverse; `changed`: both, or it cannot be compared. */
  readonly direction: "dropped" | "added" | "changed";
  /** Sets of conditions under which it was allowed: one of them had to hold. */
  readonly before: readonly (readonly AccessCondition[])[];
  readonly after: readonly (readonly AccessCondition[])[];
}

/** A Deny that is gone, or new. */
export interface DenyChange extends Access {
  readonly direction: "removed" | "added";
  /** The parts of it that are denied on the other side too: still, or before. @default none, or parts that have no names */
  readonly parts?: readonly DeniedPart[];
}

/** A part of a Deny. An empty list does not limit it. */
export type DeniedPart = Pick<Access, "actions" | "resources" | "principals" | "conditions">;

/** A permissions boundary that is gone, new, or another one. */
export interface BoundaryChange {
  readonly direction: "removed" | "added" | "replaced";
  readonly before?: string;
  readonly after?: string;
}

/** Something that may give or take unknown permissions. It is never safe. */
export interface CannotTell {
  /** `after`: it may give something; `before`: it is gone, and may have given something. */
  readonly side: "before" | "after";
  readonly layer: Layer;
  /** What it is: lower case, no full stop. */
  readonly reason: Message;
  readonly from: StatementOrigin;
  /** An Allow that can be read, but whose extent cannot be determined. @default nothing that can be read */
  readonly allows?: UnclearAllow;
  /** A statement that cannot be read, as JSON without its Sid. @default none, or the whole document */
  readonly statement?: string;
  /** It is an Allow of all actions but these on every resource. */
  readonly allBut?: readonly string[];
}

/** The parts of an Allow; an entry such as `NotAction ["iam:*"]` is all but these. */
export type UnclearAllow = Pick<Access, "actions" | "resources" | "principals" | "conditions">;

/** The delta. All lists are in a stable order. */
export interface Delta {
  readonly gained: readonly Access[];
  readonly lost: readonly Access[];
  readonly rescoped: readonly Rescoped[];
  readonly conditions: readonly ConditionChange[];
  readonly denies: readonly DenyChange[];
  readonly boundary?: BoundaryChange;
  readonly cannotTell: readonly CannotTell[];
  /** Statements that do nothing according to AWS's data, such as `s3:GetObject` on a bucket. They are no change, and are listed. */
  readonly withoutEffect: readonly WithoutEffect[];
}

/** An action on a resource that it does not work on. */
export interface WithoutEffect extends Access {
  readonly direction: "gained" | "lost";
}
