/** A policy document as it was written, with the position of each part. */

import type { Message } from "../../text/message";
import type { SourcePlace } from "../../text/source-place";

/**
 * What a policy is attached to: it decides which elements it must and must not have, and whether it grants anything. The
 * table is in `policy-kinds.ts`.
 */
export type PolicyType =
  | "identity"
  | "permission-set"
  | "session"
  | "boundary"
  | "trust"
  | "resource"
  | "vpc-endpoint"
  | "scp"
  | "rcp";

/** What holds a policy of an identity: it decides how long the policy may be. AWS's own managed policies may have any length. */
export type PolicyHolder = "managed-policy" | "aws-managed-policy" | "role" | "user" | "group" | "permission-set";

/** A value and its place. */
export interface Located<T> extends SourcePlace {
  readonly value: T;
  /**
   * What the value is made of, where the value abbreviates its unknown parts: two such values are the same only if their
   * sources are, and a part `${...}` of a source is never the same as another.
   */
  readonly source?: string;
  /** What rules read in its place, where more is known of its unknown parts than the text tells: `${aws_s3_bucket.Raw.arn}`. */
  readonly meaning?: string;
}

/** What the policy of a gateway endpoint is set on. */
export const GATEWAY_ENDPOINT = "a gateway endpoint";

/** What the policy of a registry of Amazon ECR is set on. */
export const ECR_REGISTRY = "a registry of images";

/** What the policy of a repository of Amazon ECR is set on. */
export const ECR_REPOSITORY = "a repository of images";

/** An element that is not read, or not read as it was written. */
export interface ElementIssue extends SourcePlace {
  /**
   * - `unknown`: no element has this name; nothing of it is read
   * - `wrong-case`: `resource` for `Resource`; read as was meant, though AWS refuses it
   * - `duplicate`: the statement has the element in another case too; this one is not read
   * - `wrong-type`: the value, or this item of the list, is not read
   */
  readonly kind: "unknown" | "wrong-case" | "duplicate" | "wrong-type";
  /** Its name: as written where `unknown`, else as AWS spells it. */
  readonly element: string;
  /** What is wrong, in the words of a problem's message: lower case, no full stop. */
  readonly reason: string;
  /** The reason, with our words and the names that were written apart. */
  readonly parts: Message;
  /** What to write instead. */
  readonly hint?: string;
}

/** One key of one operator of a `Condition`. */
export interface Condition extends SourcePlace {
  /** As written, without set prefix and suffix: `StringEquals`. */
  readonly operator: string;
  readonly set?: "ForAllValues" | "ForAnyValue";
  readonly ifExists: boolean;
  /** As written: `aws:ResourceTag/team`. */
  readonly key: string;
  readonly values: readonly Located<string | number | boolean>[];
}

/** `{ "Service": ["glue.amazonaws.com"] }` is one entry; `"*"` is the kind `*`. */
export interface Principal extends SourcePlace {
  readonly kind: string;
  /** Nothing is known of the whole element: it may be of any kind. */
  readonly isWhole?: true;
  readonly values: readonly Located<string>[];
}

/**
 * One statement. Lists keep the order of the text; a lone string is a list of one.
 *
 * A list that is absent was not written; one whose value has a wrong type is empty, and `issues` says so.
 */
export interface Statement extends SourcePlace {
  /** Its place in the list as written: what has a wrong type counts too. */
  readonly index: number;
  /** A condition that is not known decides whether it is there: `Fn::If`, `c ? [...] : []`, a `dynamic` block. */
  readonly isConditional?: true;
  readonly sid?: Located<string>;
  /** As written; anything but `Allow` and `Deny` is a finding. Absent too where its type is wrong. */
  readonly effect?: Located<string>;
  readonly actions?: readonly Located<string>[];
  readonly notActions?: readonly Located<string>[];
  readonly resources?: readonly Located<string>[];
  readonly notResources?: readonly Located<string>[];
  readonly principals?: readonly Principal[];
  readonly notPrincipals?: readonly Principal[];
  readonly conditions: readonly Condition[];
  readonly issues: readonly ElementIssue[];
}

/** A whole document. */
export interface PolicyDocument {
  readonly type: PolicyType;
  readonly version?: Located<string>;
  readonly id?: Located<string>;
  readonly statements: readonly Statement[];
  readonly issues: readonly ElementIssue[];
  /** Where it begins; absent where no text is known. */
  readonly place?: SourcePlace;
  /**
   * What it is set on, as Terraform says it: the name of a bucket, a reference such as `${aws_sqs_queue.orders.id}`, or
   * {@link GATEWAY_ENDPOINT}, {@link ECR_REGISTRY}, {@link ECR_REPOSITORY}.
   */
  readonly attachedTo?: string;
  /** Whether AWS is told to take the policy of a key that nobody can change: `bypass_policy_lockout_safety_check`. */
  readonly skipsLockoutCheck?: true;
  /** Characters without white space outside of strings: what AWS counts. */
  readonly size: number;
}
