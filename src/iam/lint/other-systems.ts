/** Policies of systems that took over the language of IAM, with services and ARNs of their own. */
import { partitions } from "../arn/arn";
import { isService } from "../data/authorization";
import type { PolicyDocument, Statement } from "../document/policy";
import type { Finding } from "./finding";

/**
 * Whether each statement has nothing of AWS: actions of services and ARNs of partitions and services that AWS does not have. A mistake in one
 * name is no sign of that, because another name of the statement is one of AWS.
 */
export function isOfOtherSystem({ statements }: PolicyDocument): boolean {
  return statements.length > 0 && statements.every(hasNothingOfAws);
}

/** What is said of such a policy: that AWS does not know its services, once. */
export function findingsOfOtherSystem(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings.filter(({ rule }) => rule === "unknown-service");
  const hint =
    "its ARNs are not of AWS either: it is taken for the policy of another system, and nothing else is said of it";
  return first === undefined ? [] : [{ ...first, severity: "info", hint }];
}

function hasNothingOfAws({ actions, notActions, resources, notResources }: Statement): boolean {
  const names = [...(actions ?? []), ...(notActions ?? [])];
  const arns = [...(resources ?? []), ...(notResources ?? [])];
  return (
    names.length > 0 &&
    arns.length > 0 &&
    names.every(({ value }) => isOfOtherService(value)) &&
    arns.every(({ value }) => isOfOtherPartition(value))
  );
}

function isOfOtherService(action: string): boolean {
  const [, service] = /^([A-Za-z][A-Za-z0-9-]*):/.exec(action) ?? [];
  return service !== undefined && !isService(service);
}

/** A word of AWS in the place of the partition is a mistake: `arn:s3:::raw`, `arn:aws-uk:s3:::raw`. */
function isOfOtherPartition(resource: string): boolean {
  const [, partition, service] = /^arn:([a-z][a-z0-9-]*):([a-z][a-z0-9-]*):/.exec(resource) ?? [];
  if (partition === undefined || service === undefined) return false;
  const isOfAws = partition.includes("aws") || partitions.some(([name]) => name === partition);
  return !isOfAws && !isService(partition) && !isService(service);
}
