/** Where the URL, the address or the ARN in a text leads: a host, a bucket or an account, without what stands behind it. */
import { type Arn, parseArn } from "../../../iam/arn/arn";

const URL_TEXT = /^(?:[a-z][\w+.-]*:)*\/\/(.*)$/is;

/** `jdbc:oracle:thin:@db:1521/x` */
const AT_HOST = /^[a-z][\w:+.-]*:@(.*)$/is;
const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?=$|[:/?;#,])/i;

/** The origins in a text: the hosts of a URL or of a list of addresses, `s3://BUCKET`, or the service and account of an ARN. */
export function originsOf(text: string): readonly string[] {
  const trimmed = text.trim();
  const arn = parseArn(trimmed);
  if (arn !== undefined) return [originOfArn(arn)];
  const bucket = /^(s3[an]?|gs|abfss?|wasbs?):\/\/([^/?#]+)/i.exec(trimmed);
  if (bucket !== null)
    return [`${bucket[1] === "gs" ? "gs" : (bucket[1] ?? "").replace(/^s3[an]$/i, "s3")}://${bucket[2]}`];
  const rest = URL_TEXT.exec(trimmed)?.[1] ?? AT_HOST.exec(trimmed)?.[1] ?? trimmed;
  const authority = rest.split(/[/?;#]/)[0] ?? "";
  const hosts = authority.slice(authority.lastIndexOf("@") + 1).split(",");
  return hosts.flatMap((host) => HOST.exec(host.trim())?.[0].toLowerCase() ?? []);
}

/** Of a bucket its name, as its ARN has no account. */
function originOfArn({ partition, service, account, resource }: Arn): string {
  return `arn:${partition}:${service}:${account === "" ? (resource.split("/")[0] ?? "") : account}`;
}
