/** Grants of ACLs to everybody. */

import { jsonAt } from "../../../json/json-value";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { listValues, say, words } from "../../../text/message";
import { fieldAt, itemsAt } from "../../field";
import type { RuleMatch } from "../../rule";

/**
 * Matches the groups of everybody, and of everybody who has an AWS account.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html "Amazon S3 predefined groups"
 */
const PUBLIC_GROUP = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

const GRANT_BLOCKS = ["access_control_policy", "grant"];

/** The grants to everybody that the change adds, in one message. */
export function matchPublicGrants(change: ResourceChange): readonly RuleMatch[] {
  const before = publicGrants(change.before);
  const added = [...publicGrants(change.after)].filter((grant) => !before.has(grant)).sort();
  if (added.length === 0) return [];
  const isSecret = GRANT_BLOCKS.some((name) => fieldAt(change.after, [name]).secret);
  return [{ message: isSecret ? words("a grant to everybody") : say`grants ${listValues(added, 4)}` }];
}

/** `READ to AllUsers`. A grant of `aws_s3_bucket_acl` has one permission, a `grant` block of `aws_s3_bucket` has several. */
function publicGrants({ value }: Marked): ReadonlySet<string> {
  const aclGrants = itemsAt(value, ["access_control_policy", 0, "grant"]).map((grant) => ({
    uri: jsonAt(grant, ["grantee", 0, "uri"]),
    permissions: [jsonAt(grant, ["permission"])],
  }));
  const bucketGrants = itemsAt(value, ["grant"]).map((grant) => ({
    uri: jsonAt(grant, ["uri"]),
    permissions: itemsAt(grant, ["permissions"]),
  }));
  return new Set(
    [...aclGrants, ...bucketGrants].flatMap(({ uri, permissions }) => {
      const group = PUBLIC_GROUP.exec(String(uri))?.[1];
      return group === undefined ? [] : permissions.map((permission) => `${String(permission)} to ${group}`);
    }),
  );
}
