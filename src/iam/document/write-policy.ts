/** Policies as JSON text, the way AWS prints them. */

import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { ordered, type PlainPolicy, plainPolicy, type Singles } from "./plain-policy";
import type { PolicyDocument } from "./policy";

/** A policy that was read, or one as JSON has it. */
export type AnyPolicy = PolicyDocument | PlainPolicy;

export interface WriteOptions {
  /** Spaces for each level; 0 writes it all on one line. @default 2 */
  readonly indent?: 0 | 2 | 4;
  /** How a list of one is written; `as-is` is a list for what was read. `Statement` is kept. @default "string" */
  readonly singles?: Singles;
}

/** The text, without a line break at its end. What is among the `issues` of a policy that was read is not written. */
export function writePolicy(policy: AnyPolicy, options: WriteOptions = {}): string {
  checkOptions(options, { indent: "number", singles: "text" } satisfies OptionKinds<WriteOptions>, {
    place: "writePolicy(options)",
  });
  return JSON.stringify(ordered(toPlain(policy), options.singles ?? "string"), undefined, options.indent ?? 2);
}

/** Characters of the text that `writePolicy` gives, without white space outside of strings: what AWS counts. */
export function sizeOf(policy: AnyPolicy, options: Pick<WriteOptions, "singles"> = {}): number {
  return writePolicy(policy, { ...options, indent: 0 }).length;
}

function toPlain(policy: AnyPolicy): PlainPolicy {
  checkArgument(policy, "object", "writePolicy(policy)");
  const statements: unknown = "statements" in policy ? policy.statements : policy.Statement;
  if (typeof statements !== "object" || statements === null)
    checkArgument(statements, "list", "writePolicy(policy).Statement");
  return "statements" in policy ? plainPolicy(policy) : policy;
}
