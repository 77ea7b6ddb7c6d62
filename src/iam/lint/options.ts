/** The options of the linter. */
import type { Suppression } from "../../findings/suppression";
import type { PolicyHolder } from "../document/policy";
import type { Severity } from "./rule";

/** Findings of a policy that were examined and accepted. */
export interface PolicySuppression extends Suppression {
  /** Only in the statement of this Sid. @default everywhere */
  readonly statement?: string;
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
  /** The account the policy is for, twelve digits. @default not known */
  readonly account?: string;
  /** Other severities, by code of the rule. @default those of the rules */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Findings that are accepted. A rule that is off is suppressed everywhere, and has a reason too. @default [] */
  readonly suppressions?: readonly PolicySuppression[];
  /** How the file is named in the findings. @default no name */
  readonly file?: string;
  /** What holds a policy of an identity. @default "managed-policy" */
  readonly holder?: PolicyHolder;
  /** Most characters the policy may have. @default that of the holder for identity, 2048 trust, 20480 resource */
  readonly maxSize?: number;
}

/** The options after they were checked. */
export type ResolvedOptions = LintOptions & { readonly today: string };
