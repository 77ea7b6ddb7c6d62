/**
 * Resources as people write them:
 *
 * - `s3://bucket` all of a bucket, `s3://bucket/folder/` everything below, `s3://bucket/key` that object alone
 * - `database`, `database.table`, `database.*`; `s3tablescatalog/BUCKET/NAMESPACE` is a database as well
 * - `connection:NAME`, `key:ID`, `secret:NAME`, `log-group:NAME`, `network:SUBNET+SECURITY_GROUP+...`
 * - the ARN of any of them
 */
import type { Problems } from "../../errors";
import { parseArn } from "../arn/arn";
import { arn } from "../arn/arn-build";
import { checkArn } from "../arn/arn-check";
import { isBucketName, readS3Uri, readTableName, type S3Uri } from "../arn/data-names";
import { fieldsFor, partitionOf, type WordedLocation } from "./aws-location";

/** A resource, ready to be granted. */
export type Target =
  | { readonly kind: "s3"; readonly bucket: string; readonly objects: string; readonly folder: string }
  | {
      readonly kind: "database" | "table" | "connection" | "key" | "secret" | "log-group";
      readonly arn: string;
    }
  | { readonly kind: "network"; readonly interfaces: string; readonly vpcs: string; readonly parts: readonly string[] };

const GRAMMAR =
  "write s3://bucket/folder/, database, database.table, database.*, connection:NAME, key:ID, secret:NAME, log-group:NAME, network:SUBNET+SECURITY_GROUP or an ARN";

/** Parses a resource. If the text is not a resource, the result is undefined and a problem says why. */
export function readTarget(text: string, where: WordedLocation, problems: Problems): Target | undefined {
  if (text.startsWith("arn:")) return targetOfArn(text, where, problems);
  const uri = readS3Uri(text);
  if (uri !== undefined) return targetOfUri(text, uri, where, problems);
  const [, prefix, name] = /^(\w[\w-]*):(.+)$/.exec(text) ?? [];
  if (prefix !== undefined && name !== undefined) return targetOfName({ text, prefix, name }, where, problems);
  const named = readTableName(text);
  if (named === undefined)
    return refuse(text, `\`${text}\` is no resource that can be granted`, problems, hintForPath(text));
  const { database, table } = named;
  const fields = fieldsFor(text, where, problems);
  if (table === undefined) return { kind: "database", arn: arn.glue.database({ ...fields, database }) };
  return { kind: "table", arn: arn.glue.table({ ...fields, database, table }) };
}

/** What to write for the end of an ARN, such as `table/database/name`, or for the kind of a resource before its name. */
function hintForPath(text: string): string | undefined {
  const [, first = "", second] = /^(?:table|database)\/([^/]+)(?:\/([^/]+))?$/.exec(text) ?? [];
  const name = second === undefined ? first : `${first}.${second}`;
  return readTableName(name) === undefined ? undefined : `write \`${name}\``;
}

/** The parts of a target such as `key:ID`, and the text that was given. */
interface PrefixedName {
  readonly text: string;
  readonly prefix: string;
  readonly name: string;
}

function targetOfName({ text, prefix, name }: PrefixedName, where: WordedLocation, problems: Problems) {
  if (name.startsWith("arn:")) {
    const target = targetOfArn(name, where, problems);
    if (target === undefined || target.kind === prefix) return target;
    return refuse(text, `\`${name}\` is no ${prefix}`, problems, "give the ARN alone");
  }
  if (prefix === "key" && name.startsWith("alias/")) return refuseAlias(text, problems);
  if (/[*?]/.test(name) && prefix !== "log-group") {
    return refuse(text, `\`${text}\` has a wildcard in its name`, problems, "name one resource, or give its ARN");
  }
  const fields = () => fieldsFor(text, where, problems);
  switch (prefix) {
    case "connection":
      return { kind: prefix, arn: arn.glue.connection({ ...fields(), connection: name }) } as const;
    case "key":
      return { kind: prefix, arn: arn.kms.key({ ...fields(), key: name }) } as const;
    case "secret":
      return { kind: prefix, arn: withSuffix(arn.secretsmanager.Secret({ ...fields(), secret: name })) } as const;
    case "log-group":
      return { kind: prefix, arn: arn.logs["log-group"]({ ...fields(), logGroup: name }) } as const;
    case "network":
      return targetOfNetwork(text, name.split("+"), where, problems);
    default:
      return refuse(text, `there is no resource \`${prefix}:\``, problems);
  }
}

function targetOfNetwork(text: string, ids: readonly string[], where: WordedLocation, problems: Problems) {
  const wrong = ids.filter((id) => !/^(subnet|sg)-\w+$/.test(id));
  const hasBoth = ["subnet-", "sg-"].every((start) => ids.some((id) => id.startsWith(start)));
  if (wrong.length > 0 || !hasBoth) {
    const message = `\`${text}\` is no network: it is at least one subnet and one security group`;
    return refuse(text, message, problems, "write network:subnet-0123456789abcdef0+sg-0123456789abcdef0");
  }
  const fields = fieldsFor(text, where, problems);
  const parts = ids.map((id) =>
    id.startsWith("sg-")
      ? arn.ec2["security-group"]({ ...fields, securityGroup: id })
      : arn.ec2.subnet({ ...fields, subnet: id }),
  );
  const interfaces = arn.ec2["network-interface"]({ ...fields, networkInterface: "*" });
  return { kind: "network", interfaces, vpcs: arn.ec2.vpc({ ...fields, vpc: "*" }), parts } as const;
}

function targetOfUri(text: string, { bucket, key }: S3Uri, where: WordedLocation, problems: Problems) {
  if (bucket === "") return refuse(text, `\`${text}\` names no bucket`, problems, "write s3://bucket/folder/");
  if (!isBucketName(bucket)) {
    const hint = "3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends";
    return refuse(text, `\`${bucket}\` is no name of a bucket`, problems, hint);
  }
  if (/[*?$]/.test(key)) {
    const hint = "s3://bucket/folder/ is everything below the folder";
    return refuse(text, `\`${text}\` has a wildcard in its key`, problems, hint);
  }
  return s3Target(partitionOf(where), bucket, key === "" || key.endsWith("/") ? `${key}*` : key);
}

/** `object` as in an ARN: `*`, `folder/*`, or a key. */
function s3Target(partition: string, bucket: string, object: string): Target {
  const folder = object.endsWith("/*") ? object.slice(0, -2) : object === "*" ? "" : object;
  const objects = arn.s3.object({ partition, bucket, object });
  return { kind: "s3", bucket: arn.s3.bucket({ partition, bucket }), objects, folder };
}

/** Path of an ARN's resource -> kind, for all but S3. */
const kinds: readonly (readonly [service: string, start: string, kind: Exclude<Target["kind"], "s3" | "network">])[] = [
  ["glue", "database/", "database"],
  ["glue", "table/", "table"],
  ["glue", "connection/", "connection"],
  ["kms", "key/", "key"],
  ["secretsmanager", "secret:", "secret"],
  ["logs", "log-group:", "log-group"],
];

function targetOfArn(text: string, { wording }: WordedLocation, problems: Problems): Target | undefined {
  const wrong = checkArn(text);
  problems.add(...wrong.map(({ message, hint }) => ({ code: "malformed-arn", path: text, message, hint })));
  const parsed = parseArn(text);
  if (wrong.length > 0 || parsed === undefined) return undefined;
  const { service, partition, resource } = parsed;
  if (service === "s3" && parsed.account === "" && !resource.startsWith("accesspoint/")) {
    const slash = resource.indexOf("/");
    if (slash < 0) return s3Target(partition, resource, "*");
    return s3Target(partition, resource.slice(0, slash), resource.slice(slash + 1));
  }
  if (service === "kms" && resource.startsWith("alias/")) {
    return refuseAlias(text, problems);
  }
  const kind = kinds.find(([owner, start]) => owner === service && resource.startsWith(start))?.[2];
  if (kind === undefined) {
    const hint = `name the actions: ${wording.actions("SERVICE:Action", "ARN")}`;
    return refuse(text, `there is no reading, writing or deleting of \`${resource}\` of ${service}`, problems, hint);
  }
  if (kind === "secret") return { kind, arn: withSuffix(text) };
  return { kind, arn: kind === "log-group" ? text.replace(/:\*$/, "") : text };
}

/** AWS Secrets Manager ends the ARN of each secret with six random characters. */
function withSuffix(text: string): string {
  return /-[A-Za-z0-9]{6}$|[*?]$/.test(text) ? text : `${text}-??????`;
}

/** AWS KMS guide, "Using aliases to control access": policies name keys by their own ARNs. */
function refuseAlias(text: string, problems: Problems): undefined {
  return refuse(
    text,
    "an alias grants nothing: AWS does not resolve it in a policy",
    problems,
    "give the key's ID or ARN",
  );
}

function refuse(path: string, message: string, problems: Problems, hint = GRAMMAR): undefined {
  problems.add({ code: "not-a-resource", path, message, hint });
  return undefined;
}
