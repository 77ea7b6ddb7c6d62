/** Partition, region and account of what is named without an ARN. */
import type { Problems } from "../../errors";
import { partitions } from "../arn/arn";
import type { AwsLocation } from "./request";
import type { RequestWording } from "./wording";

/** Where the resources lie, and the words for the caller who may have left that out. */
export type WordedLocation = AwsLocation & { readonly wording: RequestWording };

/** The three fields of an ARN that a name leaves open. */
interface ResolvedLocation {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The partition: as given, or that of the region. */
export function partitionOf({ partition, region }: AwsLocation): string {
  if (partition !== undefined) return partition;
  const known = region === undefined ? undefined : partitions.find(([, prefix]) => region.startsWith(prefix));
  return known?.[0] ?? "aws";
}

/** The fields for a resource of one region and account; what is missing becomes a problem each. */
export function fieldsFor(text: string, where: WordedLocation, problems: Problems): ResolvedLocation {
  for (const field of ["account", "region"] as const) {
    if (where[field] !== undefined) continue;
    const example = field === "account" ? "111111111111" : "eu-west-1";
    problems.add({
      code: `no-${field}`,
      path: text,
      message: `the ARN of \`${text}\` contains the ${field}, and none was given`,
      hint: `give ${where.wording.location(field, example)}, or the whole ARN; ${where.wording.location(field, "*")} grants it in every ${field}`,
    });
  }
  return { partition: partitionOf(where), region: where.region ?? "", account: where.account ?? "" };
}
