import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, pairAt, showPair, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchPublicGrants } from "./resources/public-grants";
import { matchRemovedSetting } from "./resources/removed-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Types that have ACLs. */
const ACL_TYPES = ["aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_object", "aws_s3_object_copy", "aws_s3_bucket_object"];

/** Types that block public access. */
const BLOCK_TYPES = ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"];

/**
 * Canned ACLs that grant access to everybody, or to everybody who has an AWS account.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
const PUBLIC_ACLS: ReadonlySet<string> = new Set(["public-read", "public-read-write", "authenticated-read"]);

const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

const REMOVED: ReadonlyMap<string, RuleMatch> = new Map([
  ["aws_s3_bucket_public_access_block", { message: words("the public access block is removed") }],
  ["aws_s3_account_public_access_block", { message: words("the account's public access block is removed") }],
]);

/** Reports a public access block that is removed, or access for everybody that is added. */
export const publicAccess = defineRule({
  code: "public-access",
  section: "encryption",
  level: "danger",
  title: "public access no longer blocked",
  what: "A public access block that is removed, or an ACL or grant to everybody or to everybody who has an AWS account.",
  why: "A policy or an ACL can then open the bucket to everyone.",
  bad: "`block_public_acls` true → false",
  good: "`block_public_acls` false → true",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  looksAt: "resource",
  types: [...new Set([...ACL_TYPES, ...BLOCK_TYPES, ...REMOVED.keys(), ...typesWithSettings("public-access")])],
  check(change, facts) {
    const isCreated = change.action === "create";
    if (!isCreated && !isUpdateOrReplacement(change)) return matchRemovedSetting(change, REMOVED);
    if (ACL_TYPES.includes(change.type)) return [...matchCannedAcl(change), ...matchPublicGrants(change)];
    if (!BLOCK_TYPES.includes(change.type)) return matchSettings(change, "public-access", facts);
    return isCreated ? matchNewBlock(change) : matchBlock(change);
  },
});

function matchCannedAcl(change: ResourceChange): readonly RuleMatch[] {
  const acl = pairAt(change, ["acl"]);
  const isPublic = PUBLIC_ACLS.has(stringIn(acl.after) ?? "") && differs(acl);
  return isPublic ? [{ message: say`acl ${showPair(acl)}` }] : [];
}

function matchBlock(change: ResourceChange): readonly RuleMatch[] {
  return BLOCKS.map((name) => ({ name, pair: pairAt(change, [name]) }))
    .filter(({ pair: { before, after } }) => before.value === true && !after.unknown && after.value !== true)
    .map(({ name, pair }) => ({ message: say`${words(name)} ${showPair(pair)}` }));
}

/** A new block that does not block everything. */
function matchNewBlock(change: ResourceChange): readonly RuleMatch[] {
  const open = BLOCKS.filter((name) => fieldAt(change.after, [name]).value === false);
  if (open.length === 0) return [];
  if (open.length === BLOCKS.length) return [{ message: words("a new block that blocks nothing"), level: "attention" }];
  return [{ message: say`a new block that is partly off: ${open.join(", ")} ${words("false")}`, level: "attention" }];
}
