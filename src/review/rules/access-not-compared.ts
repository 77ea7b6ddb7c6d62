import { listValues, say, words } from "../../text/message";
import { defineRule } from "../rule";
import { changedAccess, changesMore, decidesByName, tellArguments, tellNamed } from "./resources/judged-by-name";

/** Reports what decides who may do what in a provider whose access the review does not compare. */
export const accessNotCompared = defineRule({
  code: "access-not-compared",
  section: "access",
  level: "attention",
  title: "access changes, and is not compared",
  what: "A role, permission, membership, token, policy or another resource that by its name decides who may do what, new or changed, of a provider whose access the review does not compare, in one row for each type; and what roles, users, groups and permission sets of awscc attach, and policies in resources of Cloud Control. What a new one says stands in the details.",
  why: "The review cannot tell whether it gives little or everything.",
  bad: '`okta_user_admin_roles.support` is new: `admin_roles` `["SUPER_ADMIN"]`.',
  good: "`description` of `vault_policy.ci` changes.",
  looksAt: "resource",
  types: "every",
  check(change) {
    if (decidesByName(change) !== "access") {
      const names = decidesByName(change) === undefined ? changedAccess(change) : [];
      if (names.length === 0) return [];
      return [{ message: say`${listValues(names, 4)}: read who may do more`, details: tellNamed(change, names) }];
    }
    if (!changesMore(change)) return [];
    return [{ message: words("it decides who may do what: read it"), details: tellArguments(change) }];
  },
});
