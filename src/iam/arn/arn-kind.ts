/**
 * What many ARNs have in common, worked out once: those that differ in their account alone, and all buckets and objects
 * of S3. No format of a type names an account, and none without Region and account names a bucket or a key.
 */
import type { AwsResourceType } from "../data/authorization-data";
import { intersects, literal, pattern } from "../document/pattern";
import { checkArn } from "./arn-check";
import { type ArnPattern, arnPattern, matchesType } from "./arn-match";

const KEPT = 4096;
const LONGEST_KEPT = 512;
const kinds = new Map<string, ArnKind>();

/** The kind of a `Resource` as written. */
export function arnKind(written: string): ArnKind {
  const key = keyOf(written);
  const present = kinds.get(key);
  if (present !== undefined) return present;
  const made = new ArnKind(key);
  if (kinds.size >= KEPT) kinds.clear();
  if (key.length <= LONGEST_KEPT) kinds.set(key, made);
  return made;
}

const STAR = literal("*");
const EVERYTHING = /^(\*+|arn:\*+|arn:[^:]+:\*+|arn(:[^:]+)(:\*+){4,})$/;

/** ARNs of which the same can be said. */
export class ArnKind {
  /** `*`, and other ways to write every ARN of every service. */
  readonly everything: boolean;
  /** Nothing is wrong with them; what is wrong differs in its words. */
  readonly sound: boolean;
  /** Whether the resource `*` of actions without ARNs is allowed by them, or may be once they are known. */
  readonly star: boolean;
  /** Whether they have the six fields of an ARN. */
  readonly isArn: boolean;
  readonly #pattern: ArnPattern;
  readonly #types = new Map<AwsResourceType, boolean>();

  constructor(key: string) {
    this.everything = EVERYTHING.test(key);
    this.sound = this.everything || checkArn(key).length === 0;
    this.star = intersects(pattern(key), STAR);
    this.#pattern = arnPattern(key);
    this.isArn = this.#pattern.fields !== undefined;
  }

  /** Whether they can be of the type. */
  is(type: AwsResourceType): boolean {
    let found = this.#types.get(type);
    if (found === undefined) {
      found = matchesType(this.#pattern, type);
      this.#types.set(type, found);
    }
    return found;
  }
}

const BEFORE_ACCOUNT = /^arn:[\w-]+:[\w-]+:[\w*-]*:(?=\d{12}:)/;
const SOME_ACCOUNT = "000000000000";
const BEFORE_BUCKET = /^arn:[\w-]+:s3:::/;
const NAMES = /[\w.=-]+/g;

function keyOf(written: string): string {
  const bucket = BEFORE_BUCKET.exec(written)?.[0].length;
  if (bucket !== undefined) return written.slice(0, bucket) + written.slice(bucket).replace(NAMES, "x");
  const account = BEFORE_ACCOUNT.exec(written)?.[0].length;
  return account === undefined ? written : written.slice(0, account) + SOME_ACCOUNT + written.slice(account + 12);
}
