/** Builders of ARNs, over plain strings or over any other kind of text, such as expressions of Terraform. */

import { fail } from "../../errors";
import { checkArgument } from "../../text/check-argument";
import { type ArnFormats, type ArnParts, arnFormats, formatParts } from "./arn-formats";

/** A kind of text: how pieces are put together. */
export interface TextOps<T> {
  join(parts: readonly (string | T)[]): T;
}

/** One function per service and type: `arn.glue.table({ partition, region, account, database, table })`. */
export type ArnBuilders<T> = {
  readonly [S in keyof ArnFormats]: {
    readonly [K in keyof ArnFormats[S]]: (values: ArnParts<ArnFormats[S][K] & string, string | T>) => T;
  };
};

/** Plain strings. */
export const stringOps: TextOps<string> = { join: (parts) => parts.join("") };

/** Puts values into a format: `arn:${Partition}:s3:::${BucketName}` asks for `partition` and `bucket`. */
export function buildArn<T>(format: string, values: Readonly<Record<string, string | T>>, ops: TextOps<T>): T {
  checkArgument(format, "text", "buildArn(format)");
  checkArgument(values, "object", "buildArn(values)");
  const parts = formatParts(format).map((part) => {
    if (typeof part === "string") return part;
    const value = values[part.part];
    if (value !== undefined) return value;
    return fail({
      code: "arn-without-value",
      path: part.part,
      message: `the ARN \`${format}\` needs a value for \`${part.part}\``,
    });
  });
  return ops.join(parts);
}

/** Builders over a kind of text. */
export function arnBuilders<T>(ops: TextOps<T>): ArnBuilders<T> {
  const services = Object.entries(arnFormats).map(([service, types]) => {
    const entries = Object.entries<string>(types).map(([type, format]) => {
      const build = (values: Readonly<Record<string, string | T>>) => buildArn(format, values, ops);
      return [type, build] as const;
    });
    return [service, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(services) as unknown as ArnBuilders<T>;
}

/** Builders over plain strings. */
export const arn: ArnBuilders<string> = arnBuilders(stringOps);
