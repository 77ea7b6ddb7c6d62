/**
 * AWS managed policies, as AWS published them on the day of the data: those that name an action of Glue or DataBrew,
 * and the broad ones. The policies are AWS's; the repositories that collect them are named with each.
 *
 * They are in `../data/managed-policies.json`, which is generated. Lists of actions are one text there:
 * `s3:Get*,List* glue:*`.
 */
import { checkArgument } from "../../text/check-argument";
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
  /** Repository, commit and day: `iann0036/iam-dataset@2073fa52a 2026-08-22`. */
  readonly source: string;
  readonly document: PolicyDocument;
}

interface PolicyRow {
  readonly version: string;
  readonly date: string;
  readonly source: string;
  readonly document: { readonly Statement: readonly StatementRow[] };
}

interface StatementRow {
  readonly Action?: string;
  readonly NotAction?: string;
}

let rows: Readonly<Record<string, PolicyRow>> | undefined;
const read = new Map<string, ManagedPolicy>();

/** `arn:aws:iam::aws:policy/service-role/NAME`; names are unique, whatever the path. */
const OF_AWS = /^arn:[^:]+:iam::aws:policy\/(?:[^/]+\/)*([^/]+)$/;

/** The name of a managed policy of AWS, or undefined if the ARN is that of another policy. */
export function managedPolicyName(arn: string): string | undefined {
  checkArgument(arn, "text", "managedPolicyName(arn)");
  return OF_AWS.exec(arn)?.[1];
}

/** The policy of an ARN; undefined if it is not one of AWS, or is not in the table. */
export function managedPolicy(arn: string): ManagedPolicy | undefined {
  checkArgument(arn, "text", "managedPolicy(arn)");
  const name = managedPolicyName(arn);
  if (name === undefined) return undefined;
  const present = read.get(name);
  const row = Object.hasOwn(table(), name) ? table()[name] : undefined;
  if (present !== undefined || row === undefined) return present;
  const { version, date, source } = row;
  const policy = { name, version, date, source, document: documentOf(row) };
  read.set(name, policy);
  return policy;
}

/** Names of all policies in the table, sorted. */
export function managedPolicyNames(): readonly string[] {
  return Object.keys(table());
}

function table(): Readonly<Record<string, PolicyRow>> {
  // A literal path: that is how TypeScript's build, jest and esbuild find the file.
  rows ??= (require("../data/managed-policies.json") as { policies: Readonly<Record<string, PolicyRow>> }).policies;
  return rows;
}

function documentOf({ document }: PolicyRow): PolicyDocument {
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
