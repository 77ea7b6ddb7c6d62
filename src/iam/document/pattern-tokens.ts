/**
 * `${...}` in the text of a policy: policy variables such as `${aws:username}`, and references that Terraform has not
 * resolved yet, such as `${aws_s3_bucket.raw.arn}`. The value is unknown, but a known attribute of a known resource type tells
 * whether it is an ARN, and of which format, or a plain name.
 */
import { lookUp } from "../../text/look-up";
import { tokenEnd } from "../../text/tokens";
import { arnsOfAttributes, arnsOfResources, namesOfResources, textsOfResources } from "./resource-attributes";

/**
 * The possible values of a token: any text, a name without `/` and `:`, another text that is no ARN (a URL, a name with slashes), a
 * fixed text, or an ARN of a format with unknown names.
 */
type TokenMeaning =
  | { readonly kind: "any" }
  | { readonly kind: "name" }
  | { readonly kind: "no-arn"; readonly what: "name" | "URL" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "arn"; readonly format: string };

/** The text between `${` and `}` of all tokens, in order. */
function tokenContents(text: string): readonly string[] {
  const found: string[] = [];
  let at = text.indexOf("${");
  while (at >= 0) {
    const end = tokenEnd(text, at);
    if (end !== undefined) found.push(text.slice(at + 2, end - 1));
    at = text.indexOf("${", end ?? at + 2);
  }
  return found;
}

/**
 * Whether each token is a plain name, such as a Region or an account, so that the text has no colons but those that are written.
 */
export function hasNamesOnly(text: string): boolean {
  return tokenContents(text).every((inside) => ["name", "text"].includes(tokenMeaning(inside).kind));
}

/** What a text is known to be, where it is nothing but a reference to the account or the Region in Terraform or in a template. */
export function accountOrRegion(text: string): "account" | "region" | undefined {
  const inside = tokenEnd(text, 0) === text.length && text.startsWith("${") ? text.slice(2, -1) : undefined;
  const { resource, attribute = "" } = (inside !== undefined && attributeOfResource(inside)) || {};
  if (resource === "aws_region" && ["id", "name", "region"].includes(attribute)) return "region";
  return resource === "aws_caller_identity" && ["id", "account_id"].includes(attribute) ? "account" : undefined;
}

/** IDs by which condition keys tell what they are. */
const SAMPLES: Readonly<Record<string, string>> = {
  "aws_vpc.id": "vpc-0a1b2c3d4e5f67890",
  "aws_vpc_endpoint.id": "vpce-0a1b2c3d4e5f67890",
};

/** A value of the kind of a reference at the start of a text, with the rest of the text behind it; undefined for a kind that is not known. */
export function sampleOf(text: string): string | undefined {
  const end = tokenEnd(text, 0) ?? text.length;
  const token = text.slice(0, end);
  const inside = token.slice(2, -1);
  const kind = accountOrRegion(token);
  if (kind !== undefined) return (kind === "account" ? "123456789012" : "us-east-1") + text.slice(end);
  const { resource, attribute } = attributeOfResource(inside) ?? {};
  const meaning = tokenMeaning(inside);
  const found =
    meaning.kind === "arn"
      ? meaning.format.replace("%", "aws").replace(/[%*]/g, "sample1")
      : SAMPLES[`${resource}.${attribute}`];
  return found === undefined ? undefined : found + text.slice(end);
}

/** Pseudo parameters of CloudFormation, as what they are in Terraform. */
const PSEUDO_PARAMETERS: readonly (readonly [written: string, meant: string])[] = [
  ["${AWS::AccountId}", "${data.aws_caller_identity.pseudo.account_id}"],
  ["${AWS::Partition}", "${data.aws_partition.pseudo.partition}"],
  ["${AWS::Region}", "${data.aws_region.pseudo.name}"],
];

/** A text of a template, in which the pseudo parameters are what they are in Terraform. */
export function withPseudoParameters(text: string): string {
  return PSEUDO_PARAMETERS.reduce((whole, [written, meant]) => whole.replaceAll(written, meant), text);
}

/** The same text, as it is written in the template. */
export function asInTemplate(text: string): string {
  return PSEUDO_PARAMETERS.reduce((whole, [written, meant]) => whole.replaceAll(meant, written), text);
}

/** What `template-arns.ts` writes for `${AWS::Region}` in a plain text, where CloudFormation leaves it as it is. */
export function unreplacedToken(token: string): string {
  return `\${Unreplaced:${token.slice(2)}`;
}

/** What `template-arns.ts` writes for `${aws:username}` in `Fn::Sub`, which takes it for a name of the template. */
export function takenToken(token: string): string {
  return `\${Taken:${token.slice(2)}`;
}

/** The token of a text that `Fn::Sub` takes for a name of the template, as it is written. */
export function takenIn(text: string): string | undefined {
  const inside = /\$\{Taken:([^}]*)\}/.exec(text)?.[1];
  return inside === undefined ? undefined : `\${${inside}}`;
}

/** The token of a text that CloudFormation does not replace, as it is written. */
export function unreplacedIn(text: string): string | undefined {
  const inside = /\$\{Unreplaced:([^}]*)\}/.exec(text)?.[1];
  return inside === undefined ? undefined : `\${${inside}}`;
}

/** Whether a token behind the start of a text is known to be a whole ARN, as in `arn:aws:s3:::${aws_s3_bucket.raw.arn}`. */
export function hasArnInside(text: string): boolean {
  const at = text.startsWith("${") ? (tokenEnd(text, 0) ?? 0) : 0;
  return tokenContents(text.slice(at)).some((inside) => tokenMeaning(inside).kind === "arn");
}

/** What the token at the start of a text is known to be, where that is no ARN. */
interface NameAtStart {
  readonly token: string;
  readonly what: "name" | "URL";
  /** The token to write instead, if the resource has an attribute `arn`. */
  readonly arn?: string;
}

/**
 * The token at the start of a text, if it is known to be a name or a URL, such as `${aws_s3_bucket.raw.id}`, so that the text cannot
 * be an ARN.
 */
export function nameAtStart(text: string): NameAtStart | undefined {
  const end = text.startsWith("${") ? tokenEnd(text, 0) : undefined;
  if (end === undefined) return undefined;
  const inside = text.slice(2, end - 1);
  const meaning = tokenMeaning(inside);
  if (meaning.kind !== "name" && meaning.kind !== "no-arn") return undefined;
  const what = meaning.kind === "name" ? "name" : meaning.what;
  const [, , ref, arnOfRef] = REF.exec(inside) ?? [];
  if (ref !== undefined)
    return { token: `\${${ref}}`, what, arn: arnOfRef === undefined ? undefined : `\${${arnOfRef}}` };
  const arn = inside.replace(/\w+$/, "arn");
  return { token: text.slice(0, end), what, ...(tokenMeaning(arn).kind === "arn" ? { arn: `\${${arn}}` } : {}) };
}

/**
 * Whether a text is the attribute `arn` of a log group in Terraform. The provider leaves out the `:*` at its end, so it does not
 * match the log streams.
 */
export function isLogGroupArn(text: string): boolean {
  return /^\$\{(data\.)?aws_cloudwatch_log_group\.[\w-]+(\[[^\]]*\])?\.arn\}$/.test(text);
}

/**
 * What `template-arns.ts` writes for a value of CloudFormation that is no ARN: the token as it is written, and the one that is the ARN.
 * No other token has a colon behind these words. A path is a name with slashes.
 */
const REF = /^(Name|Path|URL):([\w.]+)(?::([\w.]+))?$/;

/** The possible values of a token, from the text between its braces. */
export function tokenMeaning(inside: string): TokenMeaning {
  // IAM User Guide, "Policy variables": `${*}`, `${?}` and `${$}` are the characters themselves.
  if (inside === "*" || inside === "?" || inside === "$") return { kind: "text", text: inside };
  const kind = REF.exec(inside)?.[1];
  if (kind === "Name") return { kind: "name" };
  if (kind !== undefined) return { kind: "no-arn", what: kind === "URL" ? "URL" : "name" };
  const reference = attributeOfResource(inside);
  if (reference === undefined) return { kind: "any" };
  const { resource, attribute } = reference;
  const format = attribute === "arn" ? arnsOfResources[resource] : arnsOfAttributes[`${resource}.${attribute}`];
  if (format !== undefined) return { kind: "arn", format };
  if (namesOfResources[resource]?.includes(attribute) === true) return { kind: "name" };
  const what = lookUp(textsOfResources[resource] ?? {}, attribute);
  return what === undefined ? { kind: "any" } : { kind: "no-arn", what };
}

/** The type of the resource and the attribute that the text between the braces of a token reads: `aws_s3_bucket.raw[0].arn`. */
export function attributeOfResource(
  inside: string,
): { readonly resource: string; readonly attribute: string } | undefined {
  const [, resource, attribute] = /^(?:data\.)?(aws_\w+)\.[\w-]+(?:\[[^\]]*\])?\.(\w+)$/.exec(inside) ?? [];
  return resource === undefined || attribute === undefined ? undefined : { resource, attribute };
}
