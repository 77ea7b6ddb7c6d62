/** The result of searching sources for policies. */
import type { PolicyDocument, PolicyHolder } from "../iam/document/policy";
import type { PolicyBeside } from "../iam/lint";
import type { AttachedPolicy } from "../iam/lint/attached-policy";
import type { PrincipalKind } from "../terraform/iam-attachments";
import type { PermissionSource } from "./permissions/policy-of-permission";
import type { SourceRole } from "./role-trust";

/** A policy and its position. */
export interface SourcePolicy {
  /** Its places are lines and columns of the file. */
  readonly document: PolicyDocument;
  readonly file: string;
  /** `aws_iam_policy.read`, `data.aws_iam_policy_document.read`; absent in files that are nothing but the policy. */
  readonly address?: string;
  /** The argument that holds it, or a pointer: `policy`, `inline_policy.policy`. */
  readonly argument?: string;
  /** Pointer to the policy in its file, where it does not stand at the top: in front of the pointers of its findings. */
  readonly pointer?: string;
  /** What holds a policy of an identity, where the place tells. */
  readonly holder?: PolicyHolder;
  /** Where Terraform reads its file: a comment there speaks of it too. */
  readonly readAt?: { readonly file: string; readonly line: number };
  /** The instance of a block with `for_each` that has it: those of the others stand at the same place. */
  readonly round?: string;
  /** Whether somebody else adds what it lacks before AWS gets it: the function behind a custom resource. */
  readonly isCompletedLater?: boolean;
  /** Whether the AWS CDK put the grants of a role together in it. */
  readonly isOfCdk?: boolean;
  /** What it is made of, where that is a permission with arguments of its own. */
  readonly permission?: PermissionSource;
  /** The variable whose default it is: whoever sets the variable has another policy. */
  readonly variable?: string;
}

/** A part of a source that could not be parsed or evaluated. */
export interface SourceProblem {
  /** Stable name in kebab-case: `not-hcl`, `not-json`, `suppression-without-reason`, ... */
  readonly code: string;
  /** What is wrong: lower case, no full stop. */
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A comment `tfwright:ignore`: findings of a rule on these lines are accepted. */
export interface SourceSuppression {
  readonly rule: string;
  readonly reason: string;
  readonly file: string;
  /** Line and column of the comment. */
  readonly line: number;
  readonly column: number;
  /** The first and the last line that it applies to. */
  readonly from: number;
  readonly to: number;
}

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

/** The policies and problems, in the order of the files. */
export interface SourceReading {
  readonly policies: readonly SourcePolicy[];
  readonly problems: readonly SourceProblem[];
  readonly suppressions: readonly SourceSuppression[];
  /** Roles with trust policies that are known. */
  readonly roles: readonly SourceRole[];
  /** Roles, users, groups and permission sets with their policies. */
  readonly principals: readonly SourcePrincipal[];
  /** Managed policies of AWS that are attached, or set as boundaries. */
  readonly attached: readonly AttachedPolicy[];
  /** Policies that are there and that could not be read: no fault of theirs, but nothing was said of them. */
  readonly unread: readonly SourceProblem[];
}

/** Nothing found. */
export const NOTHING_FOUND: SourceReading = {
  policies: [],
  problems: [],
  suppressions: [],
  roles: [],
  principals: [],
  attached: [],
  unread: [],
};
