/**
 * A cache of facts about ARNs. ARNs that differ only in their account, and ARNs of S3 that differ only in the names of bucket and
 * key, share one entry: no ARN format of a resource type contains a particular account, bucket or key, so that these names cannot
 * change which types match.
 */
import { Memo } from "../../text/memo";
import type { AwsResourceType } from "../data/service-data";
import { covers, intersects, isEverything, isOpen, literal, pattern } from "../document/pattern";
import { arnFields } from "./arn";
import { checkArn } from "./arn-check";
import { type ArnPattern, arnPattern, matchesType } from "./arn-match";

const kinds = new Memo<string, ArnKind>(4096, 512);

/** The facts about a value of `Resource`. */
export function arnKind(written: string): ArnKind {
  return kinds.get(keyOf(written), (key) => new ArnKind(key));
}

const STAR = literal("*");
const EVERYTHING = /^(\*+|arn:\*+|arn:[^:]+:\*+|arn(:[^:]+)(:\*+){4,})$/;

/** Facts that hold for all ARNs with the same cache key. */
export class ArnKind {
  /** Whether it is `*`, or another way to write every ARN of every service. */
  readonly matchesEverything: boolean;
  /** Whether `checkArn` finds no problem. Problems themselves are not cached, because their messages quote the ARN. */
  readonly isValid: boolean;
  /** Whether it matches `*`, the only resource of actions without resource types; true also if a `${...}` in it may match. */
  readonly matchesStar: boolean;
  /** Whether it has the six fields of an ARN. */
  readonly isArn: boolean;
  /** The service of which it matches every ARN: that of `arn:aws:sqs:*:*:*`. */
  readonly wholeService: string | undefined;
  readonly #pattern: ArnPattern;
  readonly #types = new Memo<AwsResourceType, boolean>();
  readonly #wholeTypes = new Memo<AwsResourceType, boolean>();

  constructor(key: string) {
    this.matchesEverything = EVERYTHING.test(key);
    this.isValid = this.matchesEverything || checkArn(key).length === 0;
    this.matchesStar = intersects(pattern(key), STAR);
    this.#pattern = arnPattern(key);
    const { fields } = this.#pattern;
    this.isArn = fields !== undefined;
    this.wholeService = fields?.slice(3).every(isEverything) === true ? fields[2]?.text : undefined;
  }

  /** Whether an ARN of the type can match it. */
  is(type: AwsResourceType): boolean {
    return this.#types.get(type, () => matchesType(this.#pattern, type));
  }

  /** Whether every ARN of the type matches it: `arn:aws:s3:::*\/*` is all objects of all buckets. */
  isAllOf(type: AwsResourceType): boolean {
    return this.#wholeTypes.get(type, () => this.#coversFormat(type));
  }

  #coversFormat({ service, arn }: AwsResourceType): boolean {
    const [, , own, ...written] = this.#pattern.fields ?? [];
    // What a `${...}` stands for is not everything.
    if (own?.text !== service || written.some(isOpen)) return false;
    const format = arnFields(arn).slice(3);
    return written.every((field, index) => {
      const text = (format[index] ?? "").replace(/\$\{[^}]*\}/g, "*");
      return covers(field, text.includes("*") ? pattern(text) : literal(text));
    });
  }
}

/** Partition, service and Region, if an account of twelve digits follows. */
const BEFORE_ACCOUNT = /^arn:[\w-]+:[\w-]+:[\w*-]*:(?=\d{12}:)/;
const SOME_ACCOUNT = "000000000000";
const BEFORE_BUCKET = /^arn:[\w-]+:s3:::/;
const WRONG_NAME = /amazonaws\.com|--x-s3|,/;
const NAMES = /[\w.=-]+/g;

/** The ARN with its account, or its bucket and key, replaced by a fixed name; wildcards and `${...}` stay. */
function keyOf(written: string): string {
  // Some names of buckets are wrong, whatever else the ARN is.
  if (WRONG_NAME.test(written)) return written;
  const bucket = BEFORE_BUCKET.exec(written)?.[0].length;
  if (bucket !== undefined) return written.slice(0, bucket) + withoutNames(written.slice(bucket));
  const account = BEFORE_ACCOUNT.exec(written)?.[0].length;
  return account === undefined ? written : written.slice(0, account) + SOME_ACCOUNT + written.slice(account + 12);
}

/** What is in a `${...}` tells whether it is a name. */
function withoutNames(bucketAndKey: string): string {
  return bucketAndKey.includes("${") ? bucketAndKey : bucketAndKey.replace(NAMES, "x");
}
