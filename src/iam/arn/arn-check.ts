/** Syntax problems of an ARN, for the finding `malformed-arn`. An ARN with such a problem matches nothing in AWS. */

import { checkArgument } from "../../text/check-argument";
import { type Message, say, withBackticks, words } from "../../text/message";
import { hasToken } from "../../text/tokens";
import { isService } from "../data/authorization";
import { ownTypesOfArn, typesOfArn } from "../data/authorization-data";
import type { AwsResourceType } from "../data/service-data";
import { intersects, isPlain, literal, pattern } from "../document/pattern";
import { accountOrRegion, hasArnInside, hasNamesOnly, nameAtStart } from "../document/pattern-tokens";
import { type Arn, arnFields, formatArn, parseArn, partitions } from "./arn";
import { arnPattern, matchesType } from "./arn-match";
import { faultOfName } from "./arn-names";

/** One problem of an ARN. */
export interface ArnProblem {
  readonly field: "arn" | "partition" | "service" | "region" | "account" | "resource";
  /** What is wrong: lower case, no full stop. */
  readonly message: string;
  /** The message, with our words and the values of the ARN apart. */
  readonly parts: Message;
  /** What to write. */
  readonly hint?: string;
  /** The ARN that was meant, where that is certain but for a `*` in place of what is missing. */
  readonly meant?: string;
}

/** AWS General Reference, "Regional endpoints": `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. Each ends with a direction and a digit. */
const REGION =
  /^(af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(-(gov|iso[a-z]?|[a-z]{2}))?-(central|(north|south)?(east|west)|north|south)-\d$/;

/** Whether a text has the form of a Region's name. */
export function isRegionName(text: string): boolean {
  return REGION.test(text);
}

const partitionNames = partitions.map(([name]) => name).sort();

/** The problem in a field; the message is made of its parts here alone. */
function problemIn(
  field: ArnProblem["field"],
  parts: Message,
  advice: Pick<ArnProblem, "hint" | "meant"> = {},
): ArnProblem {
  return { field, message: withBackticks(parts), parts, ...advice };
}

/** What is wrong with a `Resource`, or with an ARN in a condition; nothing if the text is fine or not yet known. */
export function checkArn(text: string): readonly ArnProblem[] {
  checkArgument(text, "text", "checkArn(text)");
  if (text === "*") return [];
  if (text.startsWith("${")) return nameInPlace(text);
  if (text.startsWith("arn:") && hasArnInside(text)) return [arnInside(text)];
  const arn = parseArn(text);
  if (arn === undefined)
    return hasToken(text) && text.startsWith("arn:") && !hasNamesOnly(text) ? [] : [notSixFields(text)];
  const fields = [checkPartition(arn), checkService(arn), checkRegion(arn), checkAccount(arn), checkResource(arn)];
  const wrong = fields.filter((problem) => problem !== undefined);
  if (wrong.length === 1 && wrong[0]?.field === "account" && isAccountWithin(arn)) return [];
  return wrong.length > 0 ? wrong : checkShape(arn);
}

/** Whether the `*` of the Region matches the account too, so that the text in the account's field belongs to the resource. */
function isAccountWithin(arn: Arn): boolean {
  return arn.region.endsWith("*") && isOfSome(arn, typesOfArn(arn.service));
}

/** A name of a resource where its ARN is wanted; any other token may be an ARN. */
function nameInPlace(text: string): readonly ArnProblem[] {
  const found = nameAtStart(text);
  if (found === undefined) return [];
  const hint = found.arn === undefined ? "write the ARN" : `write \`${found.arn}\``;
  return [problemIn("arn", say`${found.token} is ${words(`a ${found.what}`)} and no ARN`, { hint })];
}

/** The URI of a function in an API has the whole ARN of the function in it, and is no resource of a policy. */
function arnInside(text: string): ArnProblem {
  return problemIn("arn", say`${text} has a whole ARN in place of a name`, {
    hint: "write the attribute that is the name, or the ARN alone",
  });
}

function notSixFields(text: string): ArnProblem {
  if (!text.startsWith("arn:")) {
    const hint = "an ARN begins with `arn:aws:`; `*` alone is everything";
    return problemIn("arn", say`${text} is not an ARN`, { hint });
  }
  const [, partition, service, ...rest] = arnFields(text);
  const parts = say`${text} has ${words(String(3 + rest.length))} of the six parts of an ARN, so it matches nothing`;
  if (service !== "s3" || rest.length === 0)
    return problemIn("arn", parts, { hint: "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE" });
  const meant = `arn:${partition}:s3:::${rest.filter((part) => part !== "").join(":")}`;
  return problemIn("arn", parts, { hint: `write \`${meant}\``, meant });
}

function checkPartition({ partition }: Arn): ArnProblem | undefined {
  if (partitionNames.includes(partition)) return undefined;
  const written = pattern(partition);
  if (partitionNames.some((name) => intersects(written, literal(name)))) return undefined;
  return problemIn("partition", say`there is no partition ${partition}`, {
    hint: `partitions: ${partitionNames.join(", ")}`,
  });
}

function checkService(arn: Arn): ArnProblem | undefined {
  const { service } = arn;
  if (!isPlain(pattern(service))) return undefined;
  if (isService(service) || typesOfArn(service).length > 0) {
    if (service === service.toLowerCase()) return undefined;
  }
  const lower = service.toLowerCase();
  const hint = lower !== service ? `write \`${lower}\`: names of services are in lower case` : undefined;
  const parts = service === "" ? words("the ARN names no service") : say`no ARN is of a service ${service}`;
  if (hint === undefined) return problemIn("service", parts);
  return problemIn("service", parts, { hint, meant: formatArn({ ...arn, service: lower }) });
}

function checkRegion(arn: Arn): ArnProblem | undefined {
  const { region, partition } = arn;
  if (accountOrRegion(region) === "account")
    return problemIn("region", words("the account stands in place of the Region"), {
      hint: "the Region comes in front of the account",
    });
  const wild = !isPlain(pattern(region));
  if (region === "" || (wild && (hasToken(region) || /^[a-z0-9*?-]+$/.test(region)))) return undefined;
  if (!REGION.test(region)) {
    return problemIn("region", say`${region} is not a Region`, { hint: "write one such as `us-east-1`, or `*`" });
  }
  const [home] = partitions.find(([, prefix]) => region.startsWith(prefix)) ?? ["aws"];
  if (home === partition || checkPartition(arn) !== undefined || intersects(pattern(partition), literal(home)))
    return undefined;
  return problemIn("region", say`Region ${region} is in partition ${home}, not in ${partition}`);
}

/** `aws` owns managed policies, `cloudfront` the origin access identities. */
function checkAccount({ account }: Arn): ArnProblem | undefined {
  if (accountOrRegion(account) === "region")
    return problemIn("account", words("the Region stands in place of the account"), {
      hint: "the account comes behind the Region",
    });
  if (account === "" || account === "aws" || account === "cloudfront" || hasToken(account)) return undefined;
  if (/^\d{12}$/.test(account) || (/[*?]/.test(account) && /^[\d*?]{1,12}$/.test(account))) return undefined;
  return problemIn("account", say`${account} is not an account`, { hint: "write its twelve digits" });
}

function checkResource(arn: Arn): ArnProblem | undefined {
  const { resource } = arn;
  if (resource.trim() === "") return problemIn("resource", words("the ARN names no resource"));
  if (resource !== resource.trim()) return problemIn("resource", words("the ARN ends with a space"));
  if (/,\s*arn:/.test(resource))
    return problemIn("resource", words("several ARNs are written as one text"), { hint: "write a list of texts" });
  if (arn.service === "iot") return checkTopic(arn);
  if (arn.service === "ssm") return checkParameter(arn) ?? checkName(arn);
  return arn.service === "s3" ? checkS3(arn) : checkName(arn);
}

function checkName(arn: Arn): ArnProblem | undefined {
  const found = faultOfName(arn);
  return found === undefined ? undefined : problemIn("resource", found.parts, { hint: found.hint });
}

/**
 * AWS IoT Core guide, "Publish/Subscribe policy examples": in policies the wildcards of MQTT are plain characters. No name of a topic has
 * them (MQTT 3.1.1, section 4.7.1); a filter of topics does.
 */
function checkTopic({ resource }: Arn): ArnProblem | undefined {
  const sign = /^topic\/(?:.*\/)?([#+])(?:\/|$)/.exec(resource)?.[1];
  if (sign === undefined) return undefined;
  return problemIn("resource", say`${sign} is a plain character in a policy, and no name of a topic has it`, {
    hint: `write \`*\` in place of \`${sign}\``,
  });
}

/** Systems Manager guide, "Restricting access to parameters": of a name that begins with a slash the ARN has that slash once. */
function checkParameter(arn: Arn): ArnProblem | undefined {
  const [, name] = /^parameter\/{2,}(.*)$/.exec(arn.resource) ?? [];
  if (name === undefined) return undefined;
  const meant = formatArn({ ...arn, resource: `parameter/${name}` });
  return problemIn("resource", words("no ARN of a parameter has two slashes in front of its name"), {
    hint: `write \`${meant}\``,
    meant,
  });
}

/** What stands behind the name of an access point, where it is neither `object/` nor a wildcard that may be. */
const BEHIND_ACCESS_POINT = /^(accesspoint\/[^/*?]+)\/(?!object\/)([^/*?$]+(?:\/.*)?)$/;

function checkS3(arn: Arn): ArnProblem | undefined {
  const named = checkName(arn);
  if (named !== undefined) return named;
  const [, point, key] = BEHIND_ACCESS_POINT.exec(arn.resource) ?? [];
  if (point !== undefined && key !== undefined && arn.account !== "") {
    const meant = formatArn({ ...arn, resource: `${point}/object/${key}` });
    return problemIn("resource", say`the objects of an access point have ${"/object/"} behind its name`, {
      hint: `write \`${meant}\``,
      meant,
    });
  }
  const [, scheme, path] = /^([^/*?${}]+):\/\/(.*)$/.exec(arn.resource) ?? [];
  if (path === undefined) return undefined;
  const parts = words("a URL stands in place of the name of the bucket");
  if (scheme !== "s3") return problemIn("resource", parts, { hint: "write the name of the bucket" });
  const meant = formatArn({ ...arn, resource: path });
  return problemIn("resource", parts, { hint: `write \`${meant}\``, meant });
}

/** Region and account where the service's ARNs have none, or none where they have some. */
function checkShape(written: Arn): readonly ArnProblem[] {
  // What is a Region or an account is not empty.
  const arn = {
    ...written,
    region: accountOrRegion(written.region) === "region" ? SOME_REGION : written.region,
    account: accountOrRegion(written.account) === "account" ? SOME_ACCOUNT : written.account,
  };
  if (isOfSome(arn, ownTypesOfArn(arn.service))) return [];
  const types = typesOfArn(arn.service);
  if (isOfSome(arn, types)) return [];
  const without = [{ region: "" }, { account: "" }, { region: "", account: "" }];
  const missing = [
    { region: arn.region || "*", account: arn.account || "*" },
    { region: arn.region || "*" },
    { account: arn.account || "*" },
  ];
  const others = [...without, ...missing].map((fields) => ({ ...arn, ...fields }));
  const meant = others.find((other) => isOfSome(withoutOpenFields(other, arn), types));
  if (meant === undefined) return [];
  const back = (field: "region" | "account") => (meant[field] === arn[field] ? written[field] : meant[field]);
  return differences(written, { ...meant, region: back("region"), account: back("account") });
}

const SOME_REGION = "us-east-1";
const SOME_ACCOUNT = "123456789012";

/** The ARN with a Region and an account for each `*` that was put in place of nothing: a `*` there also matches the colons after it. */
function withoutOpenFields(arn: Arn, written: Arn): Arn {
  const region = written.region === "" && arn.region === "*" ? SOME_REGION : arn.region;
  const account = written.account === "" && arn.account === "*" ? SOME_ACCOUNT : arn.account;
  return { ...arn, region, account };
}

function isOfSome(arn: Arn, types: readonly AwsResourceType[]): boolean {
  if (types.length === 0) return false;
  const read = arnPattern(formatArn(arn));
  return types.some((type) => matchesType(read, type));
}

function differences(arn: Arn, meant: Arn): readonly ArnProblem[] {
  const fields = (["region", "account"] as const).filter((field) => arn[field] !== meant[field]);
  const [field] = fields;
  if (field === undefined) return [];
  const names = fields.map((name) => (name === "region" ? "Region" : "account"));
  // The service is one of AWS's services, so its name is a fixed word and not a value of the user.
  const parts = words(
    meant[field] === ""
      ? `ARNs of ${arn.service} have no ${names.join(" and no ")} for this kind of resource`
      : `ARNs of ${arn.service} have the ${names.join(" and the ")} in them`,
  );
  return [problemIn(field, parts, { hint: `write \`${formatArn(meant)}\``, meant: formatArn(meant) })];
}
