/** ARNs as text: their six fields. Any field may contain tokens (`${...}`), which may contain colons. */
import { checkArgument } from "../../text/check-argument";
import { splitOutside } from "../../text/tokens";

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

/** The fields of a text: six if the text is an ARN, otherwise fewer. The last field keeps its colons. */
export function arnFields(text: string): readonly string[] {
  return splitOutside(text, ":", 6);
}

/** The parts of an ARN, or undefined if the text is not `arn:` and five more fields. Says nothing of their contents. */
export function parseArn(text: string): Arn | undefined {
  checkArgument(text, "text", "parseArn(text)");
  if (!text.startsWith("arn:")) return undefined;
  const fields = arnFields(text);
  if (fields.length < 6) return undefined;
  return {
    partition: fields[1] ?? "",
    service: fields[2] ?? "",
    region: fields[3] ?? "",
    account: fields[4] ?? "",
    resource: fields[5] ?? "",
  };
}

/** The text of an ARN. */
export function formatArn(arn: Arn): string {
  checkArgument(arn, "object", "formatArn(arn)");
  const { partition, service, region, account, resource } = arn;
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}
