/** Buckets and objects that everybody may reach: ACLs, and blocks of public access that are taken off. */
import { alters } from "../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import { at, differs, fieldAt, itemsAt, pairAt, showPair, stringIn } from "../field";
import type { Check, Draft } from "../finding";

const RULE = "public-access";

/**
 * Canned ACLs that let in everybody, or everybody who has an AWS account.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
const PUBLIC_ACLS: ReadonlySet<string> = new Set(["public-read", "public-read-write", "authenticated-read"]);

/** The groups of everybody, and of everybody who has an AWS account. @see the same page, predefined groups */
const PUBLIC_GROUP = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** ACLs of buckets and of objects. */
export const checkAcl: Check = (change) => {
  if (change.action !== "create" && !alters(change)) return [];
  const acl = pairAt(change, ["acl"]);
  const isPublic = PUBLIC_ACLS.has(stringIn(acl.after) ?? "") && differs(acl);
  const canned: readonly Draft[] = isPublic ? [{ rule: RULE, message: say`acl ${showPair(acl)}` }] : [];
  const before = publicGrants(change.before);
  const opened = [...publicGrants(change.after)].filter((grant) => !before.has(grant)).sort();
  if (opened.length === 0) return canned;
  const isSecret = GRANTS.some((name) => fieldAt(change.after, [name]).secret);
  const message = isSecret ? words("a grant to everybody") : say`grants ${listValues(opened, 4)}`;
  return [...canned, { rule: RULE, message }];
};

const GRANTS = ["access_control_policy", "grant"];

/** `READ to AllUsers`: of an ACL of its own, and of the block in the bucket, which has several permissions in one. */
function publicGrants({ value }: Marked): ReadonlySet<string> {
  const ofAcl = itemsAt(value, ["access_control_policy", 0, "grant"]).map((grant) => ({
    uri: at(grant, ["grantee", 0, "uri"]),
    permissions: [at(grant, ["permission"])],
  }));
  const ofBucket = itemsAt(value, ["grant"]).map((grant) => ({
    uri: at(grant, ["uri"]),
    permissions: itemsAt(grant, ["permissions"]),
  }));
  return new Set(
    [...ofAcl, ...ofBucket].flatMap(({ uri, permissions }) => {
      const group = PUBLIC_GROUP.exec(String(uri))?.[1];
      return group === undefined ? [] : permissions.map((permission) => `${String(permission)} to ${group}`);
    }),
  );
}

const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

/** Blocks of public access. */
export const checkPublicBlock: Check = (change) => {
  if (change.action === "create") return checkNewBlock(change);
  if (!alters(change)) return [];
  return BLOCKS.map((name) => pairAt(change, [name]))
    .filter(({ before, after }) => before.value === true && !after.unknown && after.value !== true)
    .map((pair) => ({ rule: RULE, message: say`${words(String(pair.path[0]))} ${showPair(pair)}` }));
};

function checkNewBlock(change: ResourceChange): readonly Draft[] {
  const open = BLOCKS.filter((name) => fieldAt(change.after, [name]).value === false);
  if (open.length === 0) return [];
  return [
    {
      rule: RULE,
      level: "attention",
      message: say`a new block that lets through: ${open.join(", ")} ${words("false")}`,
    },
  ];
}
