/** The types of a delta: the changes of permissions between two sets of policy documents. */
import type { Message } from "../../text/message";
import type { PolicyDocument } from "../document/policy";

/**
 * What a document is to its principal:
 * - `identity`: what a role, user or group may do: inline and managed policies
 * - `boundary`: the permissions boundary, which limits what the identity may do
 * - `trust`: who may assume the role
 * - `resource`: who may do what with a resource
 */
export type Layer = "identity" | "boundary" | "trust" | "resource";

/** One document of a principal, before or after. */
export interface NamedDocument {
  /** Its name in findings: an address of the plan, or the ARN of a managed policy. */
  readonly name: string;
  readonly layer: Layer;
  /**
   * Absent if it cannot be read. Two unreadable documents with the same name are treated as equal, unless their
   * `version` differs.
   */
  readonly document?: PolicyDocument;
  /** Why it cannot be read: lower case, no full stop. */
  readonly reason?: Message;
  /** Distinguishes two unreadable contents, for example by a hash of the text. @default both contents are treated as equal */
  readonly version?: string;
  /**
   * Whether tfwright made the document from arguments of a resource, such as `aws_lambda_permission`, and nobody wrote it as a
   * policy. @default false
   */
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
  /** The values as they are written, sorted. Numbers and booleans are strings. */
  readonly values: readonly string[];
}

/** Actions on resources, under conditions: each action on each resource for each principal. All lists are sorted. */
export interface Access {
  readonly layer: Layer;
  /** As AWS spells them; `glue:Get*` if every action that the wildcard matches is meant. */
  readonly actions: readonly string[];
  /** As written; empty in trust policies. A value that is known only after apply contains `${...}`. */
  readonly resources: readonly string[];
  /** `AWS 111111111111`, `AWS *`, `Service glue.amazonaws.com`; empty for identity policies. */
  readonly principals: readonly string[];
  /** All of them have to hold; one for each operator and key. */
  readonly conditions: readonly AccessCondition[];
  /** The statements that allow the access, or allowed it before. */
  readonly from: readonly StatementOrigin[];
  /** The wildcards that allow the actions, if `actions` lists only some of the actions that the wildcards match. */
  readonly wildcards: readonly string[];
  /** All actions that AWS has today were allowed before: the wildcard adds only those that AWS adds later. */
  readonly onlyFuture: boolean;
  /** The permissions boundary, which this change leaves as it is, allows none of this access, so that the access has no effect. */
  readonly outside?: true;
  /**
   * Some actions that the wildcards in `actions` match are allowed both before and after the change. If only a few differ, `actions`
   * lists these instead of the wildcard.
   */
  readonly partly?: true;
}

/**
 * The same actions, under the same conditions, on other resources. `from` has the statements after the change; if `direction` is
 * `narrower`, those before it.
 */
export interface Rescoped extends Omit<Access, "resources"> {
  /** `wider` adds permissions, `narrower` removes permissions, `other` does both. */
  readonly direction: "wider" | "narrower" | "other";
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The same actions on the same resources, under other conditions. */
export interface ConditionChange extends Omit<Access, "conditions"> {
  /**
   * `dropped`: a condition was removed or requires less. `added`: a condition was added or requires more. `changed`: both, or the
   * conditions cannot be compared.
   */
  readonly direction: "dropped" | "added" | "changed";
  /** The sets of conditions under which it was allowed: a request needed to meet one of the sets. */
  readonly before: readonly (readonly AccessCondition[])[];
  readonly after: readonly (readonly AccessCondition[])[];
}

/** A Deny statement that was removed or added. */
export interface DenyChange extends Access {
  readonly direction: "removed" | "added";
  /** The parts of it that are denied on the other side too: still, or before. @default none, or parts that have no names */
  readonly parts?: readonly DeniedPart[];
}

/** A part of a Deny. An empty list does not limit it. */
export type DeniedPart = Pick<Access, "actions" | "resources" | "principals" | "conditions">;

/** A permissions boundary that was removed, added or replaced. */
export interface BoundaryChange {
  readonly direction: "removed" | "added" | "replaced";
  readonly before?: string;
  readonly after?: string;
}

/** A statement or document that may add or remove permissions that cannot be determined. It is always reported. */
export interface CannotTell {
  /**
   * `after`: it is in the documents after the change, and may add permissions. `before`: it was removed, and may have allowed
   * something.
   */
  readonly side: "before" | "after";
  readonly layer: Layer;
  /** Why it cannot be determined: lower case, no full stop. */
  readonly reason: Message;
  readonly from: StatementOrigin;
  /** An Allow that can be read, but whose extent cannot be determined. @default nothing that can be read */
  readonly allows?: UnclearAllow;
  /** The statement that cannot be read, as JSON without its Sid. @default undefined, if the whole document cannot be read */
  readonly statement?: string;
  /** The actions that an Allow with `NotAction` on every resource excludes. */
  readonly allBut?: readonly string[];
}

/** The parts of an Allow; an entry such as `NotAction ["iam:*"]` means all actions except these. */
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
  /**
   * Statements that have no effect according to AWS's data, such as `s3:GetObject` on a bucket ARN. They do not count as a change,
   * but they are listed.
   */
  readonly withoutEffect: readonly WithoutEffect[];
}

/** An action on a resource that it does not work on. */
export interface WithoutEffect extends Access {
  readonly direction: "gained" | "lost";
}
