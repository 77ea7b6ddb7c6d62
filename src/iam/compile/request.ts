/** The input of the compiler: requests, and the account and Region that they are for. */
import type { PlainConditions } from "../document/plain-policy";

/** The fields of every request. */
interface RequestOptions {
  /** Letters and digits. @default made of the actions and the type of the resource */
  readonly sid?: string;
  /** Holds for all of it. @default none */
  readonly condition?: PlainConditions;
  /** Why, in a few words; comes back with the statement. @default what was asked for */
  readonly reason?: string;
}

/** Actions on resources: ARNs or `*`. Ancestors and children are added, each action gets what it can work on. */
export interface ActionRequest extends RequestOptions {
  /** `glue:GetTable`, in any case; no wildcards. */
  readonly actions: readonly string[];
  /** @default none, for actions that accept only `*` */
  readonly resources?: readonly string[];
}

/** A way to use a resource, without the names of actions. */
export type Intent = "read" | "write" | "delete";

/**
 * A resource as people write it, see `target.ts`: `s3://bucket/folder/`, `database.table`, an ARN, `connection:NAME`.
 * Writing includes reading. Of these only writing to S3 deletes: who writes a data set replaces its files.
 */
export interface IntentRequest extends RequestOptions {
  readonly read?: string | readonly string[];
  readonly write?: string | readonly string[];
  readonly delete?: string | readonly string[];
}

export type Request = ActionRequest | IntentRequest;

/** Where the resources lie that are named without an ARN. */
export interface AwsLocation {
  /** @default that of the region, else `aws` */
  readonly partition?: string;
  /** `eu-west-1`, or `*`. */
  readonly region?: string;
  /** Twelve digits, or `*`. */
  readonly account?: string;
}

export interface CompileOptions extends AwsLocation {
  /** Characters of one policy without white space. @default 6144, AWS's limit for a managed policy */
  readonly maxSize?: number;
  /** Grants the children of a catalog that is deleted: AWS's own pages disagree on them. @default false */
  readonly disputedChildren?: boolean;
}

/** Whether a request names its actions. */
export function namesActions(request: Request): request is ActionRequest {
  return "actions" in request;
}
