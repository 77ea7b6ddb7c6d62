/** ARNs with wildcards against each other and against the types of resources. AWS compares them field by field. */

import { checkArgument } from "../../text/check-argument";
import { Memo } from "../../text/memo";
import { serviceData } from "../data/authorization-data";
import { otherForms } from "../data/overrides";
import type { AwsResourceType } from "../data/service-data";
import {
  covers,
  endsWide,
  formatPattern,
  intersects,
  isOpen,
  isPlain,
  literal,
  type Pattern,
  pattern,
  splitAtColons,
  startsWide,
} from "../document/pattern";
import { arnFields, parseArn } from "./arn";
import { formatParts } from "./arn-formats";

/** A `Resource` of a policy, ready to be compared. */
export interface ArnPattern {
  readonly whole: Pattern;
  /** The six fields of an ARN; absent if the text does not have six. */
  readonly fields?: readonly Pattern[];
  /** Without six fields only `*...` and what holds a `${...}` can be an ARN; all else matches nothing. */
  readonly canMatch: boolean;
  /** The texts between all of its colons. */
  readonly parts: readonly Pattern[];
}

/** A type that an ARN can be of, and what the ARN calls its parts. */
export interface Identified {
  readonly type: AwsResourceType;
  /** `{ partition, region, account, database: "sales", table: "orders" }`. */
  readonly parts: Readonly<Record<string, string>>;
}

const patterns = new Memo<string, ArnPattern>(4096);
const formats = new Memo<string, ArnFormat>(8192);
/** Those of the fields of formats: most formats have the same partition, Region and account. */
const fieldsOfFormats = new Memo<string, Pattern>(8192);
const expressions = new Memo<string, RegExp>(8192);
/** The order of comparison: fields in which ARNs differ most come first. */
const COMPARE_ORDER = [5, 2, 4, 3, 1];

/** Reads a `Resource`. Known attributes of Terraform resources are taken for what they are: `${aws_s3_bucket.raw.arn}`. */
export function arnPattern(text: string): ArnPattern {
  return patterns.get(text, readPattern);
}

function readPattern(text: string): ArnPattern {
  return text.includes("${") ? withFields(pattern(text)) : new ArnText(text);
}

/** The pattern of all ARNs of a format. */
function formatOf(arn: string): ArnFormat {
  return formats.get(arn, (format) => new ArnFormat(format));
}

/** The pattern of an ARN format. Its placeholders contain no colon, so that the format can be split into fields first. */
class ArnFormat implements ArnPattern {
  readonly fields: readonly Pattern[];
  readonly canMatch = true;
  readonly #format: string;
  #whole: Pattern | undefined;
  #parts: readonly Pattern[] | undefined;

  constructor(format: string) {
    const [arn = "", partition = "", service = "", region = "", account = "", ...resource] = format.split(":");
    this.#format = format;
    this.fields = [arn, partition, service, region, account, resource.join(":")].map((field) =>
      readFormatField(format, field),
    );
  }

  get whole(): Pattern {
    this.#whole ??= formatField(this.#format, this.#format);
    return this.#whole;
  }

  get parts(): readonly Pattern[] {
    this.#parts ??= this.#format.split(":").map((part) => readFormatField(this.#format, part));
    return this.#parts;
  }
}

function readFormatField(format: string, field: string): Pattern {
  return /\$\{|\*/.test(field) ? formatField(format, field) : literal(field);
}

function formatField(format: string, field: string): Pattern {
  const service = format.split(":", 3)[2] ?? "";
  return fieldsOfFormats.get(`${service} ${field}`, () =>
    formatPattern(formatParts(field, service).map((part) => (typeof part === "string" ? part : part.isName))),
  );
}

/** Whether some ARN matches both patterns. */
export function arnIntersects(a: string | ArnPattern, b: string | ArnPattern): boolean {
  const x = asPattern(a);
  const y = asPattern(b);
  if (!x.canMatch || !y.canMatch) return false;
  if (x.fields === undefined || y.fields === undefined) return intersects(x.whole, y.whole);
  const { fields } = x;
  const others = y.fields;
  return COMPARE_ORDER.every((index) => intersects(fields[index]!, others[index]!));
}

/** Whether `a` matches every ARN that `b` matches, for at least some values of the unknown parts of both. */
export function arnCovers(a: string | ArnPattern, b: string | ArnPattern): boolean {
  const x = asPattern(a);
  const y = asPattern(b);
  if (!x.canMatch || !y.canMatch) return false;
  if (x.fields === undefined || y.fields === undefined) return covers(x.whole, y.whole);
  return x.fields.every((field, index) => covers(field, y.fields![index]!));
}

/** Whether a `Resource` can be an ARN of the type: `arn:aws:s3:::raw-*` is buckets and objects, `.../*` objects only. */
export function matchesType(resource: string | ArnPattern, type: AwsResourceType): boolean {
  const read = asPattern(resource);
  if ([type.arn, ...type.otherArns].some((arn) => matchesFormat(read, arn))) return true;
  const others = otherForms[`${type.service}:${type.name}`];
  return others?.some((other) => arnIntersects(read, other)) === true;
}

function matchesFormat(read: ArnPattern, format: string): boolean {
  const known = formatOf(format);
  return arnIntersects(read, known) || matchesAcrossColons(read, known);
}

/**
 * Whether a `*` at the end of Region or account also matches the text after the next colons, as in
 * `arn:aws:logs:*:*:/aws-glue/*`. IAM User Guide, "Resource": it can match beyond the colons if it ends a field. The names of a
 * format hold no colon here, so that the colons that are written must be those of the format.
 */
function matchesAcrossColons(read: ArnPattern, format: ArnFormat): boolean {
  const region = read.fields?.[3];
  const account = read.fields?.[4];
  if (region === undefined || account === undefined || !(endsWide(region) || endsWide(account))) return false;
  return alignFrom(read.parts, format.parts, 0, 0);
}

/** Whether the parts from `at` on can be the parts of the format from `next` on. */
function alignFrom(written: readonly Pattern[], known: readonly Pattern[], at: number, next: number): boolean {
  const part = written[at];
  const other = known[next];
  if (part === undefined || other === undefined) return part === other;
  if (!intersects(part, other)) return false;
  if (alignFrom(written, known, at + 1, next + 1)) return true;
  if (at < 3 || !endsWide(part)) return false;
  return known.some((_, index) => index > next && alignFrom(written, known, at + 1, index + 1));
}

/** The types of the ARN's service that it can be of, the nearest first. */
export function identifyArn(text: string): readonly Identified[] {
  checkArgument(text, "text", "identifyArn(text)");
  const service = parseArn(text)?.service ?? "";
  const types = [...(serviceData(service)?.types.values() ?? [])];
  return types
    .map((type) => ({ type, parts: partsOf(text, type) }))
    .filter((entry): entry is Identified => entry.parts !== undefined)
    .sort((a, b) => literals(b.type) - literals(a.type));
}

/** Whether a text matches exactly one ARN: it has no wildcard and no unknown part. */
export function isExactArn(text: string): boolean {
  checkArgument(text, "text", "isExactArn(text)");
  return isPlain(arnPattern(text).whole);
}

/** Whether a part of a text is unknown. */
export function isOpenArn(text: string): boolean {
  return isOpen(arnPattern(text).whole);
}

function asPattern(value: string | ArnPattern): ArnPattern {
  if (typeof value === "object" && value !== null && "canMatch" in value) return value;
  checkArgument(value, "text", "arnCovers(a, b), arnIntersects(a, b)");
  return arnPattern(value);
}

function withFields(whole: Pattern): ArnPattern {
  const fields = splitAtColons(whole, 6);
  const parts = splitAtColons(whole, Number.POSITIVE_INFINITY);
  if (isArn(fields)) return { whole, fields, canMatch: true, parts };
  return { whole, canMatch: isOpen(whole) || startsWide(whole), parts };
}

function isArn(fields: readonly Pattern[]): boolean {
  return fields.length === 6 && fields[0]?.text === "arn";
}

/** The pattern of a text without `${...}`. `whole` is computed on first use, because comparisons mostly need only the fields. */
class ArnText implements ArnPattern {
  readonly fields?: readonly Pattern[];
  readonly canMatch: boolean;
  readonly #text: string;
  #whole: Pattern | undefined;
  #parts: readonly Pattern[] | undefined;

  constructor(text: string) {
    const fields = arnFields(text).map((field) => pattern(field));
    if (isArn(fields)) this.fields = fields;
    this.canMatch = this.fields !== undefined || text.startsWith("*");
    this.#text = text;
  }

  get whole(): Pattern {
    this.#whole ??= pattern(this.#text);
    return this.#whole;
  }

  get parts(): readonly Pattern[] {
    this.#parts ??= splitAtColons(this.whole, Number.POSITIVE_INFINITY);
    return this.#parts;
  }
}

function partsOf(text: string, type: AwsResourceType): Readonly<Record<string, string>> | undefined {
  const names = formatParts(type.arn).flatMap((part) => (typeof part === "string" ? [] : [part.part]));
  const found = expressions.get(type.arn, expressionOf).exec(text);
  return found === null ? undefined : Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]));
}

/** Fields in front of the resource hold no colon; of several names with `/` the first takes as much as it can. */
function expressionOf(format: string): RegExp {
  const source = formatParts(format).map((part) => {
    if (typeof part === "string") return part.replace(/[^\w]/g, "\\$&").replaceAll("\\*", ".*");
    if (["partition", "region", "account"].includes(part.part)) return "((?:\\$\\{[^}]*\\}|[^:])+)";
    return part.isName ? "((?:\\$\\{[^}]*\\}|[^/])+)" : "(.+)";
  });
  return new RegExp(`^${source.join("")}$`, "s");
}

/** The number of characters of a format outside of its placeholders. */
function literals(type: AwsResourceType): number {
  return formatParts(type.arn).reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
}
