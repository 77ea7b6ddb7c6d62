import { jsonAt } from "../../json/json-value";
import type { ResourceChange } from "../../terraform/plan/plan";
import { listValues, say, words } from "../../text/message";
import { datasetGrants, isDataset } from "../access/google-datasets";
import { googleForm, googleGrants, googleGrantsBefore, isAuthoritative } from "../access/google-grants";
import { grantsAfter, matchGrants } from "../access/role-grant";
import type { Facts } from "../facts";
import { fieldAt, itemsAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";

/** Permissions of a custom role by which its holder becomes another identity, or changes who may do what. */
const TAKES_OVER =
  /\.(setIamPolicy|actAs|getAccessToken|getOpenIdToken|signBlob|signJwt|implicitDelegation)$|^iam\.(roles\.(create|update)|serviceAccountKeys\.create)$/;

/** Access lists of Cloud Storage that are older than IAM. */
const ACCESS_CONTROL = /^google_storage_(default_)?(bucket|object)_(access_control|acl)$/;

/** Reports roles of Google Cloud that a plan grants, member by member. */
export const googleRoleGranted = defineRule({
  code: "google-role-granted",
  section: "access",
  level: "attention",
  title: "a role is granted",
  what: "A role of Google Cloud that somebody gets and did not have, in any form: member, binding or policy, and access lists of buckets and of data sets of BigQuery. It is a danger for everybody (`allUsers`, `allAuthenticatedUsers`) and for roles that lead to all others, such as owner, editor and those that make tokens of service accounts; a note for a narrow role.",
  why: "Who has the role acts with it at once, and some roles give all others.",
  bad: "`google_project_iam_member.ci` with `roles/owner` is created.",
  good: "`roles/logging.logWriter` for a service account.",
  source: "https://cloud.google.com/iam/docs/understanding-roles",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!change.type.startsWith("google_") || !grantsAfter(change)) return [];
    if (googleForm(change.type) !== undefined) return matchIam(change, facts);
    if (ACCESS_CONTROL.test(change.type)) return matchAccessList(change);
    if (isDataset(change.type)) return matchDataset(change);
    return change.type.endsWith("_iam_custom_role") ? matchCustomRole(change) : [];
  },
});

function matchIam(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const before = facts.ofPlan(googleGrantsBefore);
  const added = matchGrants(googleGrants(change, "after", facts).filter(({ id }) => !before.has(id)));
  if (change.action !== "create" || !isAuthoritative(change.type)) return added;
  return [{ message: words("the policy replaces every grant that it does not name, also of others") }, ...added];
}

function matchAccessList({ before, after }: ResourceChange): readonly RuleMatch[] {
  const entities = ({ value }: typeof after) =>
    [jsonAt(value, ["entity"]), ...itemsAt(value, ["role_entity"]), jsonAt(value, ["predefined_acl"])].filter(
      (one) => typeof one === "string",
    );
  const was = new Set(entities(before));
  const isPublic = (entity: string) => /(^|:)all(Authenticated)?Users$|^(public|authenticated)Read/.test(entity);
  const added = entities(after).filter((entity) => isPublic(entity) && !was.has(entity));
  return added.length === 0 ? [] : [{ message: say`everybody gets access: ${listValues(added, 3)}`, level: "danger" }];
}

function matchDataset(change: ResourceChange): readonly RuleMatch[] {
  const had = new Set(datasetGrants(change, "before").map(({ id }) => id));
  return matchGrants(datasetGrants(change, "after").filter(({ id }) => !had.has(id)));
}

function matchCustomRole(change: ResourceChange): readonly RuleMatch[] {
  const field = fieldAt(change.after, ["permissions"]);
  if (field.unknown && change.action === "update")
    return [{ message: words("permissions of the role are known only after apply") }];
  const before = new Set(itemsAt(change.before.value, ["permissions"]));
  const added = itemsAt(change.after.value, ["permissions"]).filter(
    (one): one is string => typeof one === "string" && !before.has(one),
  );
  if (added.length === 0) return [];
  const wide = added.filter((one) => TAKES_OVER.test(one));
  const message = say`the role gets ${listValues([...(wide.length > 0 ? wide : added)].sort(), 4)}`;
  return [{ message, level: wide.length > 0 ? "danger" : "note" }];
}
