/** ARNs as text: their six fields. Tokens (`${...}`) may stand in any field, with colons of their own. */
import { splitOutside } from "./pattern-tokens";

/** An ARN in its parts, as written; `resource` keeps its colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Partition -> how the names of its Regions begin (botocore, partitions.json); the first that fits. */
export const partitions: readonly (readonly [partition: string, regionPrefix: string])[] = [
  ["aws-cn", "cn-"],
  ["aws-us-gov", "us-gov-"],
  ["aws-iso-b", "us-isob-"],
  ["aws-iso-e", "eu-isoe-"],
  ["aws-iso-f", "us-isof-"],
  ["aws-iso", "us-iso-"],
  ["aws-eusc", "eusc-"],
  ["aws", ""],
];

/** The fields of a text: six where it is an ARN, fewer where it is not; the last keeps its colons. */
export function arnFields(text: string): readonly string[] {
  return splitOutside(text, ":", 6);
}

/** The parts of an ARN, or undefined where the text is not `arn:` and five more fields. Says nothing of their contents. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, resource] = arnFields(text);
  if (prefix !== "arn" || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || resource === undefined) return undefined;
  return { partition, service, region, account, resource };
}

/** The text of an ARN. */
export function formatArn({ partition, service, region, account, resource }: Arn): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}
