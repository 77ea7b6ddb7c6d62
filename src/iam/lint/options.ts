/** The options of the linter. */
import type { Suppression } from "../../findings/suppression";
import type { PolicyDocument, PolicyHolder } from "../document/policy";
import type { Severity } from "./rule";

/** Findings of a policy that were examined and accepted. */
export interface PolicySuppression extends Suppression {
  /** Only in the statement of this Sid. @default everywhere */
  readonly statement?: string;
  /** Only in the resource of this address, or of this logical id; one without keys means all its instances. @default everywhere */
  readonly address?: string;
  /** Only in this file, as it is named in the findings. @default everywhere */
  readonly file?: string;
}

/** A role that is made beside the policies, and the services that its trust policy names. */
export interface KnownRole {
  /** In Terraform `aws_iam_role.task`, whose instances have one trust policy; in a template its logical id. */
  readonly address?: string;
  /** With its path: `service-role/task`. */
  readonly name?: string;
  readonly services: readonly string[];
}

/** Another policy of the same role, user, group or permission set. */
export interface PolicyBeside {
  /** As messages name it: `aws_iam_role_policy.read`, `AWSGlueServiceRole`. */
  readonly name: string;
  readonly document: PolicyDocument;
  /** What holds it: AWS limits the sum of the inline policies of a role, a user or a group. @default "managed-policy" */
  readonly holder?: PolicyHolder;
}

/** All of it can be left out. */
export interface LintOptions {
  /** Today's date: `2026-10-01`. Old data makes an unknown action a warning. @default the day of the data */
  readonly today?: string;
  /** Names of actions that exist though the data does not know them, wildcards allowed. @default [] */
  readonly actions?: readonly string[];
  /** Resources that the actor only reads: ARNs, wildcards allowed, or `s3://bucket/prefix`. @default [] */
  readonly readsOnly?: readonly string[];
  /** Roles whose trust policies are known: one that a single service takes can be passed to no other. @default [] */
  readonly roles?: readonly KnownRole[];
  /**
   * The other policies of the identity, if they are known: AWS unites them, so what this one lacks another may have, and what they
   * allow together counts. @default not known
   */
  readonly beside?: readonly PolicyBeside[];
  /** Whether it has more policies than those beside this one, which are not known: hints say so. @default false */
  readonly hasUnknownBeside?: boolean;
  /** The account the policy is for, twelve digits. @default not known */
  readonly account?: string;
  /** Other severities, by code of the rule. @default those of the rules */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Findings that are accepted. A rule that is off is suppressed everywhere, and has a reason too. @default [] */
  readonly suppressions?: readonly PolicySuppression[];
  /** How the file is named in the findings. @default no name */
  readonly file?: string;
  /** What holds a policy of an identity. @default not known: judged as a managed policy, and milder where it fits into a role */
  readonly holder?: PolicyHolder;
  /** Most characters the policy may have. @default that of the holder for identity, 2048 trust, 20480 resource */
  readonly maxSize?: number;
}

/** The options after they were checked. */
export type ResolvedOptions = LintOptions & { readonly today: string };
