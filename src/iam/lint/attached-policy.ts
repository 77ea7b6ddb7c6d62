/** Managed policies of AWS that are attached, as the rules about attachments judge them. */
import type { SourcePlace } from "../../text/source-place";
import type { ManagedPolicyLookup } from "../managed";
import type { ResolvedOptions } from "./options";

/** A managed policy of AWS, where a file attaches it or sets it as a boundary. */
export interface AttachedPolicy {
  /** As it is written: `arn:aws:iam::aws:policy/AdministratorAccess`, or in templates of SAM a name. */
  readonly written: string;
  /** A boundary limits its principal, so that none is too broad. */
  readonly use: "attached" | "boundary";
  readonly at: SourcePlace;
  readonly file: string;
  /** The resource or the logical id that attaches it. */
  readonly address: string;
}

/** An attachment, and what the table of managed policies says of it. */
export interface JudgedAttachment extends AttachedPolicy {
  readonly lookup: ManagedPolicyLookup;
  /** Whether whoever has the policy can do nearly everything, or give itself any permission, and how; undefined if it cannot. */
  readonly control: AccountControl | undefined;
  readonly options: ResolvedOptions;
}

/** How a policy gives control of the account. */
export interface AccountControl {
  /** Actions of IAM that are enough; empty if the policy allows every action on every resource, or every one but `except`. */
  readonly actions: readonly string[];
  /** Entries of `NotAction`: what alone is not allowed. */
  readonly except: readonly string[];
}
