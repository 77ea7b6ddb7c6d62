/** The changes of a plan to permissions, one entry for each principal or resource. */
import type { Delta, Escalation } from "../../iam/delta";
import type { StatementOrigin } from "../../iam/delta/types";
import type { Finding } from "../../iam/lint";

/** The change of one principal, or of one resource that has a policy. Only those with something to say are listed. */
export interface PrincipalReview {
  /** `resource` is a resource policy: a bucket, a key, a queue; `policy` a managed policy that nothing in the plan attaches. */
  readonly kind: "role" | "user" | "group" | "permission-set" | "resource" | "policy";
  /** Address in the plan; if the principal itself is outside of the plan, the address of the first resource that names it. */
  readonly address: string;
  /** Name in AWS where it is known, else the address. */
  readonly name: string;
  /** Type of the resource: `aws_iam_role`. */
  readonly type: string;
  /** `Plan.source` */
  readonly plan: string;
  /** The account that it is in. @default not known */
  readonly account?: string;
  /** What the plan does to the principal itself; `outside` if it is not a resource of the plan. */
  readonly change: "created" | "deleted" | "kept" | "outside";
  /** Addresses of the changed resources of the plan that this comes from, sorted. */
  readonly changes: readonly string[];
  /** For each document, by its name as in `from`: the addresses of the changed resources that it comes from. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly delta: Delta;
  /** Statements that name the new object of a replaced resource. The delta takes it for the old one. */
  readonly followed: readonly FollowedResource[];
  readonly escalations: readonly Escalation[];
  /** Findings of the linter on the new policies that the old ones did not have. */
  readonly findings: readonly IntroducedFinding[];
}

/** A resource that the plan replaces, in statements that named its old ARN and now name its new one. */
export interface FollowedResource {
  /** `aws_kms_key.lake` */
  readonly address: string;
  /** The ARN of the object that is destroyed. */
  readonly arn: string;
  readonly effect: string;
  /** The actions that the statements had before and have now, sorted. */
  readonly actions: readonly string[];
  /** Old resources below the ARN. What follows the new ARN is known only after apply, and may be more. @default it cannot be more */
  readonly paths?: readonly string[];
  readonly from: readonly StatementOrigin[];
}

/** A finding of the linter and the document it is in. */
export interface IntroducedFinding {
  /** Address of the resource, or ARN of the managed policy. */
  readonly document: string;
  /** `fingerprintOf` of the linter, for suppressions and baselines. */
  readonly fingerprint: string;
  readonly finding: Finding;
}
