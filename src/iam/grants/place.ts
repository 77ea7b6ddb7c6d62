/** ARNs over any kind of text, by the formats of `arn-formats.ts`. */
import { fail } from "../../errors";
import { type ArnFormats, arnFormats, startOfResource } from "../arn/arn-formats";
import type { Terms } from "./terms";

/** Where the resources of an actor lie. */
export interface Place<T> {
  readonly partition: T;
  readonly region: T;
  readonly account: T;
  /** ARNs of a service up to the resource: `arn:aws:glue:eu-west-1:111111111111`. */
  readonly glue: T;
  readonly logs: T;
  readonly ec2: T;
}

/** The place of resources of Glue. */
export type GluePlace<T> = Pick<Place<T>, "glue">;

type RegionalService = "glue" | "logs" | "ec2";

/** The place of three plain texts. */
export function plainPlace(partition: string, region: string, account: string): Place<string> {
  const of = (service: string) => `arn:${partition}:${service}:${region}:${account}`;
  return { partition, region, account, glue: of("glue"), logs: of("logs"), ec2: of("ec2") };
}

/** Builds ARNs of one place: `arnOf("glue", "table", "db/name")`; the path is all names of the format, in its order. */
export function arnsIn<T, L, B, P>(terms: Terms<T, L, B, P>, place: Partial<Pick<Place<T>, RegionalService>>) {
  return <S extends RegionalService>(
    service: S,
    type: keyof ArnFormats[S] & string,
    ...path: readonly (string | T)[]
  ): T => {
    const prefix =
      place[service] ??
      fail({ code: "arn-without-value", path: service, message: `the place says nothing of ${service}` });
    const format = arnFormats[service][type] as string;
    // Partition, region and account are in the place.
    return terms.join(prefix, `:${startOfResource(format)}`, ...path);
  };
}
