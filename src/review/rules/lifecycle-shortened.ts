import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { join, type Message, say, words } from "../../text/message";
import type { Facts } from "../facts";
import { differs, fieldAt, pairAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import {
  type Expiry,
  expiriesIn,
  isMove,
  isSameScope,
  isWithin,
  replacedExpiries,
  showEnd,
  showScope,
} from "./resources/expiries";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** The blocks that hold lifecycle rules: of the lifecycle resource, and of the bucket itself. */
const BLOCKS = ["rule", "lifecycle_rule"];

const BUCKETS: readonly string[] = ["aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket"];

/** Of a lifecycle rule, what decides which objects expire and when. */
const DECISIVE = [
  "expiration",
  "noncurrent_version_expiration",
  "transition",
  "noncurrent_version_transition",
  "filter",
  "prefix",
];

/** Reports an expiration rule of a bucket that is new, expires objects sooner, or applies to more objects. */
export const lifecycleShortened = defineRule({
  code: "lifecycle-shortened",
  section: "data-loss",
  level: "danger",
  title: "objects expire sooner",
  what: "An expiration rule of a bucket that is new, expires objects sooner, or applies to more objects. On a new bucket it is a note. Also (attention) moves to GLACIER and DEEP_ARCHIVE that are new or sooner, policies that expire images of ECR, and rules that delete in buckets, registries and tables of Google Cloud and in storage accounts of Azure; what a rule there is for is not compared.",
  why: "S3 deletes older objects within a day or two. They cannot be restored.",
  bad: "`expiration { days = 365 }` → `expiration { days = 30 }`",
  good: "`expiration { days = 30 }` → `expiration { days = 365 }`",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
  looksAt: "resource",
  types: [...BUCKETS, ...typesWithSettings("lifecycle-shortened")],
  check(change, facts) {
    if (change.action !== "create" && !isUpdateOrReplacement(change)) return [];
    if (!BUCKETS.includes(change.type)) {
      const found = matchSettings(change, "lifecycle-shortened", facts);
      const isOfNew =
        change.action === "create" &&
        ["aws_ecr_repository", "aws_s3_bucket"].some((type) => facts.refersToNew(change, type));
      return isOfNew ? found.map((match) => ({ ...match, level: "note" })) : found;
    }
    const isHarmless = isNewBucket(change, facts);
    const unknown: RuleMatch = { message: words("an expiry is known only after apply"), level: "attention" };
    const matches = [...showSoonerExpiries(change), ...(hasUnknownExpiry(change) ? [unknown] : [])];
    return isHarmless ? matches.map((match) => ({ ...match, level: "note" })) : matches;
  },
});

/** Whether there is nothing in the bucket yet: it is new itself, or the plan makes the one that the rules are for. */
function isNewBucket(change: ResourceChange, facts: Facts): boolean {
  if (change.action !== "create") return false;
  return change.type === "aws_s3_bucket" || facts.refersToNew(change, "aws_s3_bucket");
}

/** What expires sooner than before the change, each message once. */
function showSoonerExpiries(change: ResourceChange): readonly RuleMatch[] {
  const pair = BLOCKS.map((name) => pairAt(change, [name])).find(differs);
  if (pair === undefined) return [];
  const before = expiriesIn(change.before.value);
  const sooner = expiriesIn(change.after.value).filter((one) => !before.some((other) => isWithin(one, other)));
  if (pair.before.secret || pair.after.secret)
    return sooner.length === 0 ? [] : [{ message: words("what expires changes, and is sensitive") }];
  const matches = sooner.map((one): RuleMatch => {
    const message = showSooner(one, before);
    if (!isMove(one)) return { message };
    return {
      message: say`${message}; reading then takes hours`,
      level: "attention",
      title: "objects go to an archive",
    };
  });
  return [...new Map(matches.map((match) => [JSON.stringify(match), match])).values()];
}

/** `expiration under tmp/ 365 days → 30 days` */
function showSooner(one: Expiry, before: readonly Expiry[]): Message {
  const replaced = replacedExpiries(one, before);
  const withSameScope = replaced.filter((other) => isSameScope(one, other));
  const shown = (withSameScope.length > 0 ? withSameScope : replaced)
    .slice(0, 3)
    .map((other) => (isSameScope(one, other) ? showEnd(other) : say`${showEnd(other)} ${showScope(other)}`));
  const from = shown.length === 0 ? words("never") : join(shown, ", ");
  return say`${words(one.kind)} ${showScope(one)} ${from} → ${showEnd(one)}`;
}

/**
 * Whether an expiry or its filter is known only after apply. The provider fills in the block `lifecycle_rule` of a
 * bucket, so that the whole block is unknown also where nobody wrote it.
 */
function hasUnknownExpiry({ after }: ResourceChange): boolean {
  return BLOCKS.some((block) => {
    const { value, unknown } = fieldAt(after, [block]);
    if (!unknown) return false;
    if (!Array.isArray(value)) return block === "rule";
    return value.some((_, index) => DECISIVE.some((name) => fieldAt(after, [block, index, name]).unknown));
  });
}
