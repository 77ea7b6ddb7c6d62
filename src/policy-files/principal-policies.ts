/** Roles, users, groups and permission sets, and which policies each of them has: of files or of a plan, and of AWS. */
import type { PolicyBeside } from "../iam/lint";
import type { PrincipalKind } from "../terraform/iam-attachments";
import type { SourcePolicy } from "./found";

/** A policy of a principal, with what holds it there. */
export interface HeldPolicy extends PolicyBeside {
  /** The policy that was found; absent if it is one of AWS. */
  readonly found?: SourcePolicy;
}

/** A principal and all of its policies that are known. */
export interface SourcePrincipal {
  readonly kind: PrincipalKind;
  /** As messages name it: `aws_iam_role.etl`, or its name. */
  readonly name: string;
  readonly policies: readonly HeldPolicy[];
  /** Whether something is attached of which only a plan, or AWS, can tell what it is. */
  readonly hasUnknown: boolean;
}
